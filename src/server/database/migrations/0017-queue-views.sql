-- Filters of the queue page under a name: a person's own, or everybody's
create table queue_view (
  id bigint generated always as identity primary key,
  staff_id bigint not null references staff (id),
  name text not null,
  is_shared boolean not null,
  search jsonb not null,
  created_at timestamptz not null
);
create index queue_view_by_staff on queue_view (staff_id);
create index queue_view_shared on queue_view (id) where is_shared;
