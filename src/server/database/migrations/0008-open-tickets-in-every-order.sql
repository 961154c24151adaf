-- Queues are also read by receipt and by priority: without these, a page passed over every closed ticket there is, or sorted every open one
create index ticket_open_by_received on ticket (received_at, id) where status <> 'closed';
create index ticket_open_by_priority on ticket (priority_rank, id) where status <> 'closed';
