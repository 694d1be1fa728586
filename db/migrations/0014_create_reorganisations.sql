-- Change sets of reorganisations: the draft, what becomes of everything it touches, and what is needed to undo it.
create table reorganisations (
  id uuid not null,
  -- The committee whose change set it is; null: the installation's own.
  unit_id uuid,
  title text not null,
  decision_number text not null,
  decision_signed_on date,
  decision_issuer text,
  effective_on date not null,
  state text not null,
  version integer not null,
  created_by uuid,
  created_at timestamptz not null,
  checked_at timestamptz,
  applied_at timestamptz,
  applied_by uuid,
  undone_at timestamptz,
  undone_by uuid,
  counts jsonb,
  constraint reorganisations_pkey primary key (id),
  constraint reorganisations_unit_fkey foreign key (unit_id) references units (id),
  constraint reorganisations_state_known check (state in ('draft', 'applied', 'undone'))
);
create index reorganisations_by_unit on reorganisations (unit_id);

create table reorganisation_items (
  reorganisation_id uuid not null,
  seq integer not null,
  -- How the other rows of the draft call a unit that this one founds.
  ref text,
  item jsonb not null,
  constraint reorganisation_items_pkey primary key (reorganisation_id, seq),
  constraint reorganisation_items_set_fkey foreign key (reorganisation_id) references reorganisations (id) on delete cascade,
  constraint reorganisation_items_ref_once unique (reorganisation_id, ref)
);

-- Histories of the units named, before and after: undo puts the one back while the other still stands.
create table reorganisation_units (
  reorganisation_id uuid not null,
  unit_id uuid not null,
  before jsonb,
  after jsonb not null,
  constraint reorganisation_units_pkey primary key (reorganisation_id, unit_id),
  constraint reorganisation_units_set_fkey foreign key (reorganisation_id) references reorganisations (id) on delete cascade
);
create index reorganisation_units_by_unit on reorganisation_units (unit_id);

-- Row by row what the last dry run found or what was applied: units, members, posts, relations, findings. Of what follows
-- by rule it also keeps the row as it was.
create table reorganisation_outcomes (
  reorganisation_id uuid not null,
  list text not null,
  seq bigint not null,
  outcome text not null,
  item integer,
  unit_id uuid,
  person_id uuid,
  aspect text,
  from_id uuid,
  to_id uuid,
  home_id smallint,
  row_id uuid,
  new_row_id uuid,
  valid daterange,
  amount integer,
  note text,
  constraint reorganisation_outcomes_pkey primary key (reorganisation_id, list, seq),
  constraint reorganisation_outcomes_set_fkey foreign key (reorganisation_id) references reorganisations (id) on delete cascade
);

grant select, insert, update, delete on reorganisations, reorganisation_items, reorganisation_units, reorganisation_outcomes to satcoso_app;
