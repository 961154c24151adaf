-- The library of wording; nothing here is about one customer. What came with the program has a key; what somebody edited or removed stays so
create table phrase (
  id bigint generated always as identity primary key,
  version int not null default 1,
  shipped_key text unique,
  situation text not null,
  title_zh text not null,
  title_en text not null,
  text_zh text not null,
  text_en text not null,
  playbooks text[] not null default '{}',
  categories text[] not null default '{}',
  priorities text[] not null default '{}',
  channels text[] not null default '{}',
  is_active boolean not null default true,
  is_edited boolean not null default false,
  removed_at timestamptz,
  use_count int not null default 0,
  updated_at timestamptz not null,
  updated_by bigint references staff (id)
);
