-- Who speaks to the customer finds the ticket when it comes back to them, whoever owns it ---------------------------------------------------
alter table ticket add column interface_id bigint;
update ticket set interface_id = (facts ->> 'registeredBy')::bigint where facts ->> 'registeredBy' is not null;
create index ticket_open_by_interface on ticket (interface_id, next_due_at, id) where status <> 'closed';
