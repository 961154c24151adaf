-- What a review came to for a problem type: root cause and long-term fix, the organisation's own words, kept with the period they were written for
create table review_note (
  id bigint generated always as identity primary key,
  version int not null default 1,
  from_day date not null,
  to_day date not null,
  playbook text not null,
  category text,
  root_cause text not null,
  long_term_fix text not null,
  owner bigint references staff (id),
  due date,
  done_at timestamptz,
  created_at timestamptz not null,
  created_by bigint references staff (id),
  updated_at timestamptz not null,
  updated_by bigint references staff (id)
);
create index review_note_by_period on review_note (from_day, to_day);
create index review_note_open on review_note (to_day) where done_at is null;
