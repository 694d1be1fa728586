-- Roll-ups of figures: derived from the books, thrown away and built anew at will (docs/decisions/0009).

-- One row: for which declarations and from which day on rows are kept, and until when today's boundaries stay as they are.
create table figure_state (
  id smallint not null,
  declared text not null,
  first_day date not null,
  placed_on date not null,
  placed_until date,
  flows_until date,
  constraint figure_state_pkey primary key (id),
  constraint figure_state_is_one check (id = 1)
);

-- A group is the set of units that no question about an anchor (a commune, a province, …) can tell apart.
create table figure_groups (
  id uuid not null,
  system text not null,
  is_coarse boolean not null,
  coarse_id uuid,
  reach uuid[] not null,
  present daterange not null,
  constraint figure_groups_pkey primary key (id)
);
create index figure_groups_by_coarse on figure_groups (coarse_id);

create table figure_group_anchors (
  group_id uuid not null,
  boundaries text not null,
  hierarchy text not null,
  anchor_id uuid not null,
  system text not null,
  is_coarse boolean not null,
  constraint figure_group_anchors_pkey primary key (group_id, boundaries, hierarchy, anchor_id),
  constraint figure_group_anchors_group_fkey foreign key (group_id) references figure_groups (id) on delete cascade
);
create index figure_group_anchors_by_anchor on figure_group_anchors (anchor_id, system, boundaries, is_coarse);
create index figure_group_anchors_by_level on figure_group_anchors (system, boundaries, anchor_id) where is_coarse;

-- In which group a unit was, from a day to a day.
create table figure_places (
  system text not null,
  unit_id uuid not null,
  valid daterange not null,
  group_id uuid not null,
  constraint figure_places_pkey primary key (unit_id, system, valid)
);
create index figure_places_by_group on figure_places (group_id);

create table figure_days (
  day date not null,
  constraint figure_days_pkey primary key (day)
);

-- Counts in the order of the declaration (rollups/layout.ts); none where nothing was counted. Of a flow the day is that of the event.
create table figure_rollups (
  figure text not null,
  group_id uuid not null,
  day date not null,
  counts integer[] not null,
  constraint figure_rollups_pkey primary key (figure, group_id, day)
);

-- The same, summed up over the groups of a province.
create table figure_sums (
  figure text not null,
  group_id uuid not null,
  day date not null,
  counts integer[] not null,
  constraint figure_sums_pkey primary key (figure, group_id, day)
);

-- Written by acts: the unit's facts changed from that day on (always where there is none), or its place did.
create table figure_marks (
  id bigint generated always as identity,
  unit_id uuid,
  group_id uuid,
  from_day date,
  moved boolean not null,
  constraint figure_marks_pkey primary key (id)
);

grant select, insert, update, delete on figure_state, figure_groups, figure_group_anchors, figure_places, figure_days, figure_rollups, figure_sums, figure_marks to satcoso_app;

-- Only the owner may gather statistics.
create function refresh_rollup_statistics() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  analyze public.figure_groups, public.figure_group_anchors, public.figure_places, public.figure_rollups, public.figure_sums;
end $$;
revoke execute on function refresh_rollup_statistics() from public;
grant execute on function refresh_rollup_statistics() to satcoso_app;
