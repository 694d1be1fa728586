-- Under a regulation of a Party organisation cadres follow the units below it. Both live in the home of that organisation; nothing is
-- ever taken out of the history of who followed what, but what was entered by mistake on the same day.
create table oversight_regulations (
  home_id smallint not null,
  id uuid not null,
  unit_id uuid not null,
  document_id uuid,
  title text not null,
  kinds text[] not null,
  most_units smallint,
  valid daterange not null,
  version integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint oversight_regulations_pkey primary key (home_id, id),
  constraint oversight_regulations_unit_fkey foreign key (unit_id) references units (id),
  constraint oversight_regulations_kinds_some check (cardinality(kinds) > 0),
  constraint oversight_regulations_most_units_positive check (most_units > 0),
  constraint oversight_regulations_valid_bounded check (not isempty(valid) and not lower_inf(valid))
);
create index oversight_regulations_by_unit on oversight_regulations (unit_id);
create index oversight_regulations_by_day on oversight_regulations (lower(valid) desc, id desc);

-- What a cadre of a tier owes each unit that he follows; null where the regulation asks for none.
create table oversight_duties (
  home_id smallint not null,
  regulation_id uuid not null,
  tier text not null,
  visits_per_quarter smallint,
  cell_meetings_per_year smallint,
  committee_meetings_per_year smallint,
  report_every_months smallint,
  constraint oversight_duties_pkey primary key (home_id, regulation_id, tier),
  constraint oversight_duties_regulation_fkey foreign key (home_id, regulation_id) references oversight_regulations (home_id, id),
  constraint oversight_duties_tier_known check (tier in ('standingBoard', 'committee', 'head', 'deputy', 'other')),
  constraint oversight_duties_not_negative check (visits_per_quarter >= 0 and cell_meetings_per_year >= 0 and committee_meetings_per_year >= 0 and report_every_months > 0)
);

create table oversight_assignments (
  home_id smallint not null,
  id uuid not null,
  regulation_id uuid not null,
  unit_id uuid not null,
  person_id uuid not null,
  tier text not null,
  -- Which post made him eligible; null where none is named.
  post_id uuid,
  decision text not null,
  valid daterange not null,
  end_reason text,
  end_decision text,
  -- What whoever leaves tells whoever comes.
  talking_points text not null,
  -- The role that came with it to the account of the cadre, and ends with it.
  grant_id uuid,
  version integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint oversight_assignments_pkey primary key (home_id, id),
  constraint oversight_assignments_regulation_fkey foreign key (home_id, regulation_id) references oversight_regulations (home_id, id),
  constraint oversight_assignments_unit_fkey foreign key (unit_id) references units (id),
  constraint oversight_assignments_post_fkey foreign key (post_id) references posts (id),
  constraint oversight_assignments_tier_known check (tier in ('standingBoard', 'committee', 'head', 'deputy', 'other')),
  constraint oversight_assignments_end_reason_known check (end_reason in ('replaced', 'transferred', 'leftPost', 'retired', 'reorganised', 'regulationEnded', 'other')),
  constraint oversight_assignments_ended_with_day check (end_reason is null or not upper_inf(valid)),
  constraint oversight_assignments_valid_bounded check (not isempty(valid) and not lower_inf(valid)),
  constraint oversight_assignments_once exclude using gist (home_id with =, regulation_id with =, unit_id with =, person_id with =, valid with &&)
);
create index oversight_assignments_by_regulation on oversight_assignments (home_id, regulation_id, unit_id);
create index oversight_assignments_by_unit on oversight_assignments (unit_id);
create index oversight_assignments_by_person on oversight_assignments (person_id);

grant select, insert, update, delete on oversight_regulations, oversight_duties, oversight_assignments to satcoso_app;
