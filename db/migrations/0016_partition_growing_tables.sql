-- Tables that grow for ever are partitioned by year, one level deep. `events` is the first. The key of a partitioned table
-- contains what it is partitioned by, so `at` joins it; that a number is used once in a home is kept by the row lock on the
-- head of the chain, and seen by the verification of the chain.
alter table events rename to events_in_one;
alter table events_in_one drop constraint events_pkey;
drop index events_by_time;
drop index events_by_person;
drop index events_by_subject;

create table events (
  home_id smallint not null,
  seq bigint not null,
  at timestamptz not null,
  type text not null,
  actor_id uuid,
  subject_id uuid,
  unit_id uuid,
  person_id uuid,
  data jsonb not null,
  request_id text,
  hash bytea not null,
  constraint events_pkey primary key (home_id, seq, at)
) partition by range (at);
create index events_by_time on events (home_id, at desc);
create index events_by_person on events (home_id, person_id, at desc) where person_id is not null;
create index events_by_subject on events (home_id, subject_id, at desc) where subject_id is not null;
grant select, insert on events to satcoso_app;

-- A net: a row of a year that has no partition yet is not refused. It is empty as long as partitions are made ahead.
create table events_rest partition of events default;

-- Makes the yearly partitions of every table of ours that is partitioned by a day or a moment, for the year of the day given
-- and the next, and for whatever fell into a net; years are counted in Vietnam. Run as the owner: the application may ask for
-- partitions, and for nothing else. Waits for nobody longer than the limit; whoever asks comes again.
create function create_partitions(today date) returns text[] language plpgsql security definer
  set search_path = pg_catalog, pg_temp set lock_timeout = '5s' set datestyle = 'ISO, YMD' as $$
declare
  parent record;
  year integer;
  years integer[];
  part text;
  net text;
  clock text;
  first_moment text;
  next_moment text;
  made text[] := '{}';
begin
  -- One at a time: who comes second finds everything made.
  perform pg_advisory_xact_lock(hashtextextended('create_partitions', 0));
  for parent in
    select c.relname as name, a.attname as moment, a.atttypid = 'timestamptz'::regtype as with_clock
    from pg_partitioned_table p join pg_class c on c.oid = p.partrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = p.partattrs[0]
    where c.relnamespace = 'public'::regnamespace and p.partstrat = 'r' and p.partnatts = 1 and a.atttypid in ('timestamptz'::regtype, 'date'::regtype)
    order by c.relname
  loop
    net := parent.name || '_rest';
    clock := case when parent.with_clock then ' 00:00:00+07' else '' end;
    execute format(case when parent.with_clock
        then 'select array_agg(distinct extract(year from %I at time zone ''Asia/Ho_Chi_Minh'')::integer) from public.%I'
        else 'select array_agg(distinct extract(year from %I)::integer) from public.%I' end, parent.moment, net) into years;
    foreach year in array array[extract(year from today)::integer, extract(year from today)::integer + 1] || coalesce(years, '{}') loop
      part := parent.name || '_' || year;
      continue when year not between 1900 and 2200 or to_regclass(format('public.%I', part)) is not null;
      first_moment := year || '-01-01' || clock;
      next_moment := (year + 1) || '-01-01' || clock;
      -- Rows are only ever added: they are frozen when they are first looked at, not all at once years later.
      execute format('create table public.%I (like public.%I including all) with (autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05, autovacuum_freeze_min_age = 0)', part, parent.name);
      execute format('lock table public.%I in access exclusive mode', net);
      execute format('insert into public.%I select * from public.%I where %I >= %L and %I < %L', part, net, parent.moment, first_moment, parent.moment, next_moment);
      execute format('delete from public.%I where %I >= %L and %I < %L', net, parent.moment, first_moment, parent.moment, next_moment);
      execute format('alter table public.%I attach partition public.%I for values from (%L) to (%L)', parent.name, part, first_moment, next_moment);
      made := made || part;
    end loop;
  end loop;
  return made;
end $$;
revoke execute on function create_partitions(date) from public;
grant execute on function create_partitions(date) to satcoso_app;

-- PostgreSQL gathers statistics of partitions by itself, but never those of the table above them.
create function refresh_partitioned_statistics() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  parent record;
begin
  for parent in select c.relname as name from pg_partitioned_table p join pg_class c on c.oid = p.partrelid where c.relnamespace = 'public'::regnamespace loop
    execute format('analyze public.%I', parent.name);
  end loop;
end $$;
revoke execute on function refresh_partitioned_statistics() from public;
grant execute on function refresh_partitioned_statistics() to satcoso_app;

-- The year this begins and the next, in every installation alike; then those of the rows that stand here.
select create_partitions('2026-01-01');
insert into events (home_id, seq, at, type, actor_id, subject_id, unit_id, person_id, data, request_id, hash)
  select home_id, seq, at, type, actor_id, subject_id, unit_id, person_id, data, request_id, hash from events_in_one;
select create_partitions('2026-01-01');
drop table events_in_one;
