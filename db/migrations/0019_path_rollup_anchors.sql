-- The closure of the anchors alone: what stands under a province is some thousand units, of which a hundred are anchors.
create table figure_anchor_paths (
  hierarchy text not null,
  ancestor_id uuid not null,
  anchor_id uuid not null,
  valid daterange not null,
  constraint figure_anchor_paths_pkey primary key (ancestor_id, hierarchy, anchor_id, valid)
);
create index figure_anchor_paths_by_anchor on figure_anchor_paths (anchor_id);
grant select, insert, update, delete on figure_anchor_paths to satcoso_app;
-- Derived rows of before know no paths: all is placed anew. When a group is present stands with its anchors, by which it is found.
delete from figure_state;
delete from figure_groups;
alter table figure_group_anchors add column present daterange not null;

create or replace function refresh_rollup_statistics() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  analyze public.figure_groups, public.figure_group_anchors, public.figure_anchor_paths, public.figure_places, public.figure_rollups, public.figure_sums;
end $$;

-- The planner takes an exclusion index for a look-up by one of its later columns ("who holds this post") to be as cheap as
-- the plain index on that column, and then reads the whole of it: at national size a tenth of a second for each row.
-- Said as an expression, the column is of use to the constraint alone.
alter table tenures drop constraint tenures_no_overlap;
alter table tenures add constraint tenures_no_overlap exclude using gist (home_id with =, (coalesce(person_id, person_id)) with =, (coalesce(post_id, post_id)) with =, valid with &&);
alter table unit_relations drop constraint unit_relations_no_overlap_leads;
alter table unit_relations add constraint unit_relations_no_overlap_leads exclude using gist (unit_id with =, (coalesce(other_id, other_id)) with =, valid with &&) where (kind = 'leads');
alter table unit_relations drop constraint unit_relations_no_overlap_belongs_to;
alter table unit_relations add constraint unit_relations_no_overlap_belongs_to exclude using gist (unit_id with =, (coalesce(other_id, other_id)) with =, valid with &&) where (kind = 'belongs_to');
alter table unit_relations drop constraint unit_relations_no_overlap_governs;
alter table unit_relations add constraint unit_relations_no_overlap_governs exclude using gist (unit_id with =, (coalesce(other_id, other_id)) with =, valid with &&) where (kind = 'governs');
