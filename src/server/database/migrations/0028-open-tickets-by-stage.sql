-- What waits for a role is found by its stages: where few tickets stand in them, all open ones were read for each look at one's work
create index ticket_open_by_stage on ticket (stage, next_due_at, id) where status <> 'closed';
