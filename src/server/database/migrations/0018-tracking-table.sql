-- When what was handed to a department is expected to be done, infinity while nobody has said; null for what was never handed off ---------
alter table ticket add column expected_at timestamptz;
update ticket set expected_at = coalesce(
    to_timestamp((facts ->> 'eta')::numeric / 1000), to_timestamp((facts ->> 'deadline')::numeric / 1000), 'infinity')
  where facts ->> 'handoffs' is not null;
create index ticket_tracked on ticket (expected_at, id) where status <> 'closed' and expected_at is not null;
create index ticket_tracked_by_department on ticket (department, expected_at, id) where status <> 'closed' and expected_at is not null;
