-- Posts are kept as long as their tickets: the metrics and the departments' page find what became of them without reading them all
create index group_chat_post_settled on group_chat_post (status, department, settled_at) where status <> 'waiting';
