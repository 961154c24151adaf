-- Who has something to do on a ticket between departments: `s:<staff>` and `d:<department>`. Few tickets have anything of the kind -----
alter table ticket add column awaits text[] not null default '{}';
create index ticket_awaits on ticket using gin (awaits) where awaits <> '{}';
