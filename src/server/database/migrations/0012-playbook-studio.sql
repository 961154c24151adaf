-- A version keeps the text that it was published from, comments and all; null where it is only known as a document
alter table playbook
  add column source text,
  -- published in the studio, not shipped with the program
  add column is_own boolean not null default false,
  add column author_id bigint references staff (id),
  add column note text not null default '';

-- One draft a playbook; `version` guards against two people writing at once
create table playbook_draft (
  playbook text primary key,
  source text not null,
  base_version int,
  version int not null,
  author_id bigint references staff (id),
  updated_at timestamptz not null
);
