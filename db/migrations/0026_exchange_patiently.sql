-- People are noted beside the units where they count: two acts at once, one giving somebody a cell and one a post, see each
-- other's place only when both are done, which is when the marks are counted.
alter table figure_marks add column person_id uuid;

-- What an earlier try left behind goes first.
create or replace function begin_closure_rewrite() returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from pg_extension where extname = 'citus') then
    return false;
  end if;
  lock table public.unit_closure in share row exclusive mode;
  drop table if exists public.unit_closure_next;
  create table public.unit_closure_next (like public.unit_closure including defaults including constraints including storage);
  grant select, insert, update, delete on public.unit_closure_next to satcoso_app;
  return true;
end $$;

-- Whoever waits for a table alone holds up every reader that comes after. The exchange therefore waits a moment at a time and
-- lets readers pass in between; after five minutes of readers that do not end it gives up, and the change set with it.
create function take_closure_alone() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '1s' as $$
begin
  for attempt in 1..150 loop
    begin
      lock table public.unit_closure in access exclusive mode;
      return;
    exception when lock_not_available then
      if attempt = 150 then
        raise;
      end if;
    end;
    perform pg_sleep(1);
  end loop;
end $$;

revoke execute on function take_closure_alone() from public;

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
  perform public.take_closure_alone();
  drop table public.unit_closure;
  alter table public.unit_closure_next rename to unit_closure;
  for old in
    select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = 'public.unit_closure'::regclass
  loop
    execute format('alter index public.%I rename to %I', old.name, left(old.name, -5));
  end loop;
end $$;
