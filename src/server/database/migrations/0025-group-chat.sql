-- The robot of a department's group chat. Its address lets anybody post there: with its secret it lies sealed under the organisation's key
create table group_chat (
  department text primary key references department (code),
  product text not null,
  language text not null,
  is_on boolean not null,
  secret bytea not null,
  changed_at timestamptz not null
);

-- Hand-offs that are posted there, written with the hand-off itself. What is posted is made from the ticket at that time and kept nowhere
create table group_chat_post (
  ticket_id bigint not null references ticket (id),
  -- of the hand-off
  event_seq int not null,
  department text not null,
  at timestamptz not null,
  status text not null default 'waiting',
  tries int not null default 0,
  next_at timestamptz not null,
  claimed_until timestamptz,
  settled_at timestamptz,
  -- why it was not posted, and what the robot said to it
  problem text,
  answer text,
  primary key (ticket_id, event_seq)
);
create index group_chat_post_waiting on group_chat_post (next_at) where status = 'waiting';

-- What a group chat knows a member of staff by, to be mentioned there: a phone number, or the id that the product gave them
alter table staff add column chat_id text;
