-- A contact that is heard of for the first time makes one customer, however many processes register it at the same instant: each claims 0,
-- and only one can have it. A contact that is given to a customer later carries that customer's id instead: several may share it
alter table customer_contact add column claim bigint;
update customer_contact set claim = customer_id;
alter table customer_contact alter column claim set default 0, alter column claim set not null;
alter table customer_contact drop constraint customer_contact_pkey;
alter table customer_contact add primary key (hash, claim);
