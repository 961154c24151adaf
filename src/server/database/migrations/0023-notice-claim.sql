-- A channel is claimed for a while, handed its notices outside any transaction, and then they are recorded: `claim` says whose record counts
alter table notice_channel add column claim bigint not null default 0, add column claimed_until timestamptz;
