-- An administrator gave this person a password for one sign-in: until it is changed nothing else can be done with the session
alter table staff add column must_change_password boolean not null default false;
