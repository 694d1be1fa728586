-- A reorganisation of the country changes most of the closure: written row by row into its indexes that takes minutes for
-- each million rows, written anew and indexed afterwards a tenth of it. Only the owner may exchange a table.
-- Readers go on with the old one until it is exchanged, writers wait. False where the table is not this server's alone.
create function begin_closure_rewrite() returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from pg_extension where extname = 'citus') then
    return false;
  end if;
  lock table public.unit_closure in share row exclusive mode;
  create table public.unit_closure_next (like public.unit_closure including defaults including constraints including storage);
  grant select, insert, update, delete on public.unit_closure_next to satcoso_app;
  return true;
end $$;

-- The new table gets every index, setting and name that the old one has.
create function end_closure_rewrite() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  old record;
  settings text[];
begin
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

revoke execute on function begin_closure_rewrite() from public;
revoke execute on function end_closure_rewrite() from public;
grant execute on function begin_closure_rewrite() to satcoso_app;
grant execute on function end_closure_rewrite() to satcoso_app;

-- Outcomes are written by the hundred thousand by whoever holds the change set locked, and change sets are never deleted:
-- asking for each row whether its change set exists took as long as writing it.
alter table reorganisation_outcomes drop constraint reorganisation_outcomes_set_fkey;
