-- How often each whole number comes up among what is counted in a group: keys (what it is, the number, by what it is divided) with their
-- numbers. Medians do not add up over places; these do.
create table figure_histograms (
  figure text not null,
  group_id uuid not null,
  day date not null,
  keys text[] not null,
  numbers integer[] not null,
  constraint figure_histograms_pkey primary key (figure, group_id, day)
);

-- The same, summed up over the groups of a province.
create table figure_histogram_sums (
  figure text not null,
  group_id uuid not null,
  day date not null,
  keys text[] not null,
  numbers integer[] not null,
  constraint figure_histogram_sums_pkey primary key (figure, group_id, day)
);

grant select, insert, update, delete on figure_histograms, figure_histogram_sums to satcoso_app;
alter table figure_histograms set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);

create or replace function refresh_rollup_statistics() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  analyze public.figure_groups, public.figure_group_anchors, public.figure_anchor_paths, public.figure_places, public.figure_rollups, public.figure_sums, public.figure_histograms, public.figure_histogram_sums;
end $$;
