-- Writes that came with an idempotency key, for a day: a repeat gets the answer of the first. Neither key nor body is kept, only keyed hashes;
-- the answer is sealed under a key that needs the idempotency key itself
create table request_done (
  id bytea primary key,
  request_hash bytea not null,
  at timestamptz not null,
  -- null while it is under way; 500 and above when nobody knows how far it came
  status smallint,
  reply bytea
);
create index request_done_by_age on request_done (at);
