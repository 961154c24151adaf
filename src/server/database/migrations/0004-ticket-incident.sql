-- The incident that a ticket is part of: for queues, and to tell all of its customers -----------------------------------
alter table ticket add column incident_id bigint;
create index ticket_by_incident on ticket (incident_id, id) where incident_id is not null;
