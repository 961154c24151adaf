-- Notices are also an outbox: each channel takes every notice once. All up to taken_up_to are done; of later ones, those that are done stand in
-- notice_delivery, because notices do not become visible in the order of their ids
create table notice_channel (
  channel text primary key,
  taken_up_to bigint not null
);

create table notice_delivery (
  channel text not null references notice_channel (channel),
  notice_id bigint not null references notice (id),
  at timestamptz not null,
  primary key (channel, notice_id)
);
