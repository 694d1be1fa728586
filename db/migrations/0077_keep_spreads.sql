-- How whole numbers of what is counted are spread over a group: each key (what it is, the number, by what it is divided) with how often
-- it comes up. Medians do not add up over places; these do.
create table figure_spreads (
  figure text not null,
  group_id uuid not null,
  day date not null,
  keys text[] not null,
  numbers integer[] not null,
  constraint figure_spreads_pkey primary key (figure, group_id, day)
);

-- The same, summed up over the groups of a province.
create table figure_spread_sums (
  figure text not null,
  group_id uuid not null,
  day date not null,
  keys text[] not null,
  numbers integer[] not null,
  constraint figure_spread_sums_pkey primary key (figure, group_id, day)
);

grant select, insert, update, delete on figure_spreads, figure_spread_sums to satcoso_app;
alter table figure_spreads set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);

create or replace function refresh_rollup_statistics() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  analyze public.figure_groups, public.figure_group_anchors, public.figure_anchor_paths, public.figure_places, public.figure_rollups, public.figure_sums, public.figure_spreads, public.figure_spread_sums;
end $$;
