-- People, membership, posts. Rows of a person live in the home where the person was first entered.
-- Purpose of each field: docs/personal-data.md. Nobody's religion, no reason of an exemption, no family.
create table people (
  home_id smallint not null,
  id uuid not null,
  full_name text not null,
  name_key text collate "C" not null,
  exact_key text collate "C" not null,
  sort_key text not null,
  sex text,
  birth_on date,
  birth_precision text,
  education text,
  qualification text,
  political_theory text,
  generated boolean not null,
  phone_sealed bytea,
  email_sealed bytea,
  citizen_no_sealed bytea,
  citizen_no_hash bytea,
  membership_no_sealed bytea,
  membership_no_hash bytea,
  version integer not null,
  constraint people_pkey primary key (home_id, id),
  constraint people_sex_known check (sex in ('male', 'female')),
  constraint people_birth_precision_known check (birth_precision in ('day', 'month', 'year')),
  constraint people_birth_with_precision check ((birth_on is null) = (birth_precision is null)),
  constraint people_citizen_no_once unique (home_id, citizen_no_hash),
  constraint people_membership_no_once unique (home_id, membership_no_hash)
);
create index people_by_id on people (id);
create index people_by_name on people (name_key);
create index people_by_name_part on people using gin (name_key gin_trgm_ops);
create index people_by_sort on people (sort_key collate "vi-x-icu", id);

-- Country-wide uniqueness that a distributed table cannot promise: keyed hashes, no numbers.
create table person_keys (
  kind text not null,
  hash bytea not null,
  person_id uuid not null,
  constraint person_keys_pkey primary key (kind, hash),
  constraint person_keys_kind_known check (kind in ('citizen_no', 'membership_no'))
);
create index person_keys_by_person on person_keys (person_id);

create table memberships (
  home_id smallint not null,
  id uuid not null,
  person_id uuid not null,
  valid daterange not null,
  recognised_on date,
  end_reason text,
  decision text,
  version integer not null,
  constraint memberships_pkey primary key (home_id, id),
  constraint memberships_person_fkey foreign key (home_id, person_id) references people (home_id, id),
  constraint memberships_end_reason_known check (end_reason in ('transferred_out', 'removed', 'let_go', 'expelled', 'died')),
  constraint memberships_ended_with_reason check (upper_inf(valid) = (end_reason is null)),
  constraint memberships_recognised_after_admitted check (recognised_on is null or recognised_on >= lower(valid)),
  constraint memberships_no_overlap exclude using gist (home_id with =, person_id with =, valid with &&)
);
create index memberships_by_person on memberships (person_id);

create table placements (
  home_id smallint not null,
  id uuid not null,
  person_id uuid not null,
  membership_id uuid not null,
  cell_id uuid not null,
  kind text not null,
  valid daterange not null,
  in_reason text,
  out_reason text,
  decision text,
  constraint placements_pkey primary key (home_id, id),
  constraint placements_person_fkey foreign key (home_id, person_id) references people (home_id, id),
  constraint placements_membership_fkey foreign key (home_id, membership_id) references memberships (home_id, id),
  constraint placements_cell_fkey foreign key (cell_id) references units (id),
  constraint placements_kind_known check (kind in ('official', 'temporary')),
  constraint placements_in_reason_known check (in_reason in ('admission', 'transfer_in', 'internal', 'initial')),
  constraint placements_out_reason_known check (out_reason in ('transfer_out', 'internal', 'end')),
  constraint placements_valid_bounded check (not isempty(valid) and not lower_inf(valid)),
  constraint placements_no_overlap exclude using gist (home_id with =, person_id with =, kind with =, valid with &&)
);
create index placements_by_cell on placements (cell_id, kind);
create index placements_by_person on placements (person_id);

create table exemptions (
  home_id smallint not null,
  id uuid not null,
  person_id uuid not null,
  valid daterange not null,
  decision text,
  constraint exemptions_pkey primary key (home_id, id),
  constraint exemptions_person_fkey foreign key (home_id, person_id) references people (home_id, id),
  constraint exemptions_valid_bounded check (not isempty(valid) and not lower_inf(valid)),
  constraint exemptions_no_overlap exclude using gist (home_id with =, person_id with =, valid with &&)
);
create index exemptions_by_person on exemptions (person_id);

create table away_spells (
  home_id smallint not null,
  id uuid not null,
  person_id uuid not null,
  valid daterange not null,
  place text,
  with_leave boolean,
  contact_sealed bytea,
  constraint away_spells_pkey primary key (home_id, id),
  constraint away_spells_person_fkey foreign key (home_id, person_id) references people (home_id, id),
  constraint away_spells_valid_bounded check (not isempty(valid) and not lower_inf(valid)),
  constraint away_spells_no_overlap exclude using gist (home_id with =, person_id with =, valid with &&)
);
create index away_spells_by_person on away_spells (person_id);

create table posts (
  id uuid not null,
  unit_id uuid not null,
  kind text not null,
  title text,
  seats smallint not null,
  valid daterange not null,
  constraint posts_pkey primary key (id),
  constraint posts_unit_fkey foreign key (unit_id) references units (id),
  constraint posts_seats_positive check (seats > 0),
  constraint posts_valid_bounded check (not isempty(valid) and not lower_inf(valid))
);
create index posts_by_unit on posts (unit_id, kind);
create index posts_by_kind on posts (kind, unit_id);

create table tenures (
  home_id smallint not null,
  id uuid not null,
  person_id uuid not null,
  post_id uuid not null,
  valid daterange not null,
  how text,
  end_reason text,
  decision text,
  constraint tenures_pkey primary key (home_id, id),
  constraint tenures_person_fkey foreign key (home_id, person_id) references people (home_id, id),
  constraint tenures_post_fkey foreign key (post_id) references posts (id),
  constraint tenures_how_known check (how in ('elected', 'appointed', 'acting')),
  constraint tenures_valid_bounded check (not isempty(valid) and not lower_inf(valid)),
  constraint tenures_no_overlap exclude using gist (home_id with =, person_id with =, post_id with =, valid with &&)
);
create index tenures_by_post on tenures (post_id);
create index tenures_by_person on tenures (person_id);

grant select, insert, update, delete on people, person_keys, memberships, placements, exemptions, away_spells, posts, tenures to satcoso_app;
