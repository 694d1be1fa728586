-- What was recorded about a membership or a post, with what stood before and after, so that the last act can be undone.
-- Sealed contacts stay sealed inside the snapshots.
create table membership_acts (
  home_id smallint not null,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  kind text not null,
  effective_on date not null,
  decision text,
  recorded_at timestamptz not null,
  recorded_by uuid,
  before jsonb not null,
  after jsonb not null,
  undone_at timestamptz,
  undone_by uuid,
  constraint membership_acts_pkey primary key (home_id, id),
  constraint membership_acts_person_fkey foreign key (home_id, person_id) references people (home_id, id),
  constraint membership_acts_unit_fkey foreign key (unit_id) references units (id)
);
create index membership_acts_by_person on membership_acts (person_id, recorded_at desc);

-- A change in the world (somebody elected) and the correction of a mistaken entry are kept apart by `nature`.
create table post_acts (
  id uuid not null,
  post_id uuid not null,
  unit_id uuid not null,
  person_id uuid,
  kind text not null,
  nature text not null,
  effective_on date not null,
  decision text,
  reason text,
  recorded_at timestamptz not null,
  recorded_by uuid,
  before jsonb,
  after jsonb,
  undone_at timestamptz,
  undone_by uuid,
  constraint post_acts_pkey primary key (id),
  constraint post_acts_unit_fkey foreign key (unit_id) references units (id),
  constraint post_acts_nature_known check (nature in ('change', 'correction')),
  constraint post_acts_correction_with_reason check (nature = 'change' or reason is not null)
);
create index post_acts_by_post on post_acts (post_id, recorded_at desc);

-- Lists of people go by the given name as a whole word first (Anh before Ánh, whatever follows), then by the rest.
drop index people_by_sort;
create index people_by_given_name on people ((split_part(sort_key, ' ', 1)) collate "vi-x-icu", sort_key collate "vi-x-icu", id);

insert into rules (id, key, value, value_unit, scope_unit_id, valid, document, confidence) values
  ('00000000-0000-7000-8000-000000000101', 'probation.months', '12', 'month', null, '[2011-03-19,)', 'Điều lệ Đảng, Điều 5; Quy định 24-QĐ/TW, điểm 4.2.2', 'replaced');

grant select, insert, update on membership_acts, post_acts to satcoso_app;
