-- Departments that have a part in a ticket besides the one it was handed to: parties and those with tasks. They may read it ------
alter table ticket add column involved_departments text[] not null default '{}';
