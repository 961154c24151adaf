-- Where a member of staff gets mail, for invitations and letters; sign-in knows nothing of it and goes on with the login
alter table staff add column email text;
