-- Files on tickets ------------------------------------------------------------------------------------------------------
-- A row lives from the first byte of an upload on. It is on the ticket once an `attachment.added` event names it; those that no event
-- names are purged after two days
create table attachment (
  id bigint generated always as identity primary key,
  ticket_id bigint not null,
  customer_id bigint not null,
  -- who uploaded it, and alone may put it on the ticket
  actor_kind text not null,
  actor_id bigint,
  started_at timestamptz not null,
  -- null until the upload is whole; the name is sealed under the customer's key, null again once erased
  name bytea,
  media_type text,
  size_bytes int,
  -- of the parts' ciphertext, one after the other
  sha256 bytea,
  -- an event was found that names it: upkeep need not look again
  is_kept boolean not null default false,
  check ((media_type is null) = (sha256 is null) and (size_bytes is null) = (sha256 is null))
);
create index attachment_by_ticket on attachment (ticket_id, id);
create index attachment_by_customer on attachment (customer_id);
create index attachment_to_check on attachment (started_at) where not is_kept;

-- The bytes, a megabyte a part, each sealed under the customer's key; deleted when the customer is erased
create table attachment_part (
  attachment_id bigint not null references attachment (id) on delete cascade,
  part int not null,
  bytes bytea not null,
  primary key (attachment_id, part)
);
alter table attachment_part alter column bytes set storage external;
