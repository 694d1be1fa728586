-- Keeping overlaps of parents out by exclusion took two thirds of the time of moving hundreds of thousands of units: an
-- entry in a GiST index costs as much as twenty in an ordinary one. The structure has one writer at a time, who looks for
-- overlaps before he is done; the database still refuses two spells in one hierarchy that begin together, or that both last.
alter table unit_parents drop constraint unit_parents_no_overlap_party;
alter table unit_parents drop constraint unit_parents_no_overlap_territory;
alter table unit_parents drop constraint unit_parents_no_overlap_government;
alter table unit_parents drop constraint unit_parents_no_overlap_front;
create unique index unit_parents_begin_once on unit_parents (unit_id, hierarchy, lower(valid));
create unique index unit_parents_last_once on unit_parents (unit_id, hierarchy) where upper_inf(valid);
-- The first of them finds the parents of a unit as well.
drop index unit_parents_by_unit;

-- For what a change set writes: statistics of all tables would take longer than writing the smaller ones.
create function refresh_structure_statistics() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  analyze public.units, public.unit_versions, public.unit_parents, public.unit_relations, public.unit_lineage, public.posts, public.tenures, public.reorganisation_outcomes;
end $$;

revoke execute on function refresh_structure_statistics() from public;
grant execute on function refresh_structure_statistics() to satcoso_app;

-- A page that is written for the first time after a checkpoint goes into the log whole; compressing it takes most of the time
-- of changing rows that lie far apart, and nearly half of that of making an index. For the transaction of a large change set
-- alone; where the owner of the tables may not say so either, everything stays as it is.
create function leave_log_uncompressed() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  set local wal_compression = off;
exception
  when insufficient_privilege then null;
end $$;

revoke execute on function leave_log_uncompressed() from public;
grant execute on function leave_log_uncompressed() to satcoso_app;

-- The new table gets every index, setting and name that the old one has.
create or replace function end_closure_rewrite() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  old record;
  settings text[];
begin
  perform public.leave_log_uncompressed();
  for old in
    select c.relname as name, i.indisprimary as is_key, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = 'public.unit_closure'::regclass order by i.indisprimary desc, 1
  loop
    execute replace(old.definition, format(' INDEX %I ON public.unit_closure ', old.name), format(' INDEX %I ON public.unit_closure_next ', old.name || '_next'));
    if old.is_key then
      execute format('alter table public.unit_closure_next add constraint %I primary key using index %I', old.name || '_next', old.name || '_next');
    end if;
  end loop;
  select reloptions into settings from pg_class where oid = 'public.unit_closure'::regclass;
  if settings is not null then
    execute format('alter table public.unit_closure_next set (%s)', array_to_string(settings, ', '));
  end if;
  analyze public.unit_closure_next;
  drop table public.unit_closure;
  alter table public.unit_closure_next rename to unit_closure;
  for old in
    select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = 'public.unit_closure'::regclass
  loop
    execute format('alter index public.%I rename to %I', old.name, left(old.name, -5));
  end loop;
end $$;
