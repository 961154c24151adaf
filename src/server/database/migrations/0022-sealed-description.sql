-- What lists show of a ticket's private part (one line and a name), sealed by itself: a page of fifty need not open fifty whole texts, each of
-- which lies apart from its row. Null for tickets not written since: then the whole text is opened, as before ------------------------------
alter table ticket add column description bytea;
-- It stays in the row, beside what lists read; the two wide columns still do not
alter table ticket alter column description set storage external;
alter table ticket set (toast_tuple_target = 1024);
