-- Imports remember their source: importing again updates and never duplicates; a run is undone as a whole.
create table import_sources (
  id uuid not null,
  name text not null,
  sample boolean not null,
  created_at timestamptz not null,
  constraint import_sources_pkey primary key (id),
  constraint import_sources_name_once unique (name)
);

create table import_refs (
  source_id uuid not null,
  sheet text not null,
  ref text not null,
  entity_id uuid not null,
  constraint import_refs_pkey primary key (source_id, sheet, ref),
  constraint import_refs_source_fkey foreign key (source_id) references import_sources (id) on delete cascade
);
create index import_refs_by_entity on import_refs (entity_id);

create table import_runs (
  id uuid not null,
  source_id uuid not null,
  file_name text not null,
  state text not null,
  counts jsonb not null,
  started_by uuid,
  started_at timestamptz not null,
  finished_at timestamptz,
  undone_at timestamptz,
  undone_by uuid,
  constraint import_runs_pkey primary key (id),
  constraint import_runs_source_fkey foreign key (source_id) references import_sources (id) on delete cascade,
  constraint import_runs_state_known check (state in ('applied', 'undone'))
);

-- Row by row what a run added, changed or removed; undo reads it backwards.
create table import_changes (
  run_id uuid not null,
  seq integer not null,
  table_name text not null,
  before jsonb,
  after jsonb,
  constraint import_changes_pkey primary key (run_id, seq),
  constraint import_changes_run_fkey foreign key (run_id) references import_runs (id) on delete cascade
);

-- A value printed elsewhere, kept beside the computed one; a difference is flagged, never overwritten.
create table printed_values (
  id uuid not null,
  figure text not null,
  unit_id uuid not null,
  as_of date not null,
  filters jsonb not null,
  count numeric not null,
  base numeric,
  source text not null,
  -- One of the cases that the system was built on: its id, its title, and the units that were named.
  case_id text,
  title jsonb,
  named_units uuid[],
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint printed_values_pkey primary key (id),
  constraint printed_values_unit_fkey foreign key (unit_id) references units (id)
);
create index printed_values_by_figure on printed_values (figure, unit_id, as_of);

-- Norms and limits as dated data with their document; the nearest scope wins. Never a constant in code.
create table rules (
  id uuid not null,
  key text not null,
  value jsonb not null,
  value_unit text not null,
  scope_unit_id uuid,
  valid daterange not null,
  document text not null,
  confidence text not null,
  constraint rules_pkey primary key (id),
  constraint rules_scope_fkey foreign key (scope_unit_id) references units (id),
  constraint rules_confidence_known check (confidence in ('read', 'replaced', 'secondary', 'unconfirmed')),
  constraint rules_valid_bounded check (not isempty(valid) and not lower_inf(valid)),
  constraint rules_no_overlap exclude using gist (key with =, (coalesce(scope_unit_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =, valid with &&)
);
insert into rules (id, key, value, value_unit, scope_unit_id, valid, document, confidence) values
  ('00000000-0000-7000-8000-000000000001', 'residentialGroup.minHouseholds', '150', 'household', null, '[2019-02-15,)', 'Thông tư 14/2018/TT-BNV (sửa Thông tư 04/2012/TT-BNV)', 'unconfirmed'),
  ('00000000-0000-7000-8000-000000000002', 'residentialGroup.maxHouseholds', '500', 'household', null, '[2019-02-15,)', 'Quy định của tỉnh; giá trị mẫu, cần thay bằng quy định đang áp dụng', 'unconfirmed');

grant select, insert, update, delete on import_sources, import_refs, import_runs, import_changes, printed_values, rules to satcoso_app;
