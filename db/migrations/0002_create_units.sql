-- Units in time. A unit is an id; what it is called, of what kind it is and under whom it stands are dated rows.
create table units (
  id uuid not null,
  home_id smallint not null,
  created_at timestamptz not null,
  constraint units_pkey primary key (id),
  constraint units_home_fkey foreign key (home_id) references homes (id)
);

-- An act on a unit: a change in the world, or the correction of a mistaken entry.
create table unit_acts (
  id uuid not null,
  unit_id uuid not null,
  kind text not null,
  nature text not null,
  effective_on date not null,
  decision text,
  reason text,
  recorded_at timestamptz not null,
  recorded_by uuid,
  before jsonb,
  after jsonb,
  constraint unit_acts_pkey primary key (id),
  constraint unit_acts_unit_fkey foreign key (unit_id) references units (id),
  constraint unit_acts_nature_known check (nature in ('change', 'correction'))
);
create index unit_acts_by_unit on unit_acts (unit_id, effective_on, recorded_at);

create table unit_versions (
  id uuid not null,
  unit_id uuid not null,
  valid daterange not null,
  name text not null,
  name_key text collate "C" not null,
  exact_key text collate "C" not null,
  short_name text,
  kind text not null,
  type text,
  rank text,
  code text,
  properties jsonb not null,
  decision text,
  note text,
  constraint unit_versions_pkey primary key (id),
  constraint unit_versions_unit_fkey foreign key (unit_id) references units (id),
  constraint unit_versions_valid_bounded check (not isempty(valid) and not lower_inf(valid)),
  constraint unit_versions_no_overlap exclude using gist (unit_id with =, valid with &&)
);
create index unit_versions_by_unit on unit_versions (unit_id);
create index unit_versions_by_kind on unit_versions (kind, unit_id);
create index unit_versions_by_name on unit_versions (name_key);
create index unit_versions_by_name_part on unit_versions using gin (name_key gin_trgm_ops);
create index unit_versions_by_code on unit_versions (code) where code is not null;

create table unit_parents (
  id uuid not null,
  unit_id uuid not null,
  hierarchy text not null,
  parent_id uuid not null,
  valid daterange not null,
  decision text,
  constraint unit_parents_pkey primary key (id),
  constraint unit_parents_unit_fkey foreign key (unit_id) references units (id),
  constraint unit_parents_parent_fkey foreign key (parent_id) references units (id),
  constraint unit_parents_hierarchy_known check (hierarchy in ('party', 'territory', 'government', 'front')),
  constraint unit_parents_not_itself check (unit_id <> parent_id),
  constraint unit_parents_valid_bounded check (not isempty(valid) and not lower_inf(valid)),
  constraint unit_parents_no_overlap exclude using gist (unit_id with =, hierarchy with =, valid with &&)
);
create index unit_parents_by_parent on unit_parents (parent_id, hierarchy);

create table unit_relations (
  id uuid not null,
  unit_id uuid not null,
  kind text not null,
  other_id uuid not null,
  valid daterange not null,
  decision text,
  constraint unit_relations_pkey primary key (id),
  constraint unit_relations_unit_fkey foreign key (unit_id) references units (id),
  constraint unit_relations_other_fkey foreign key (other_id) references units (id),
  constraint unit_relations_kind_known check (kind in ('leads', 'belongs_to', 'governs')),
  constraint unit_relations_not_itself check (unit_id <> other_id),
  constraint unit_relations_valid_bounded check (not isempty(valid) and not lower_inf(valid)),
  constraint unit_relations_no_overlap exclude using gist (unit_id with =, kind with =, other_id with =, valid with &&)
);
create index unit_relations_by_other on unit_relations (other_id, kind);

create table unit_lineage (
  id uuid not null,
  predecessor_id uuid not null,
  successor_id uuid not null,
  effective_on date not null,
  share text not null,
  decision text,
  constraint unit_lineage_pkey primary key (id),
  constraint unit_lineage_predecessor_fkey foreign key (predecessor_id) references units (id),
  constraint unit_lineage_successor_fkey foreign key (successor_id) references units (id),
  constraint unit_lineage_share_known check (share in ('whole', 'part')),
  constraint unit_lineage_not_itself check (predecessor_id <> successor_id),
  constraint unit_lineage_once unique (predecessor_id, successor_id, effective_on)
);
create index unit_lineage_by_successor on unit_lineage (successor_id);

-- Derived, rebuildable: who stood under whom, when. `reach` joins all hierarchies, the territory that a committee
-- leads and the units that a unit succeeded; it answers only "may see", never a figure.
create table unit_closure (
  hierarchy text not null,
  ancestor_id uuid not null,
  descendant_id uuid not null,
  depth smallint not null,
  valid daterange not null,
  constraint unit_closure_pkey primary key (hierarchy, ancestor_id, descendant_id, valid),
  constraint unit_closure_hierarchy_known check (hierarchy in ('party', 'territory', 'government', 'front', 'reach'))
);
create index unit_closure_by_descendant on unit_closure (descendant_id, hierarchy, ancestor_id);

grant select, insert on homes, units, unit_acts to satcoso_app;
grant select, insert, update, delete on units, unit_versions, unit_parents, unit_relations, unit_lineage, unit_closure to satcoso_app;
