-- Platform: what every module stands on. Distribution of each table is said in db/distribution.json.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- Vietnamese alphabet, and "Thôn 2" before "Thôn 10".
create collation vietnamese (provider = icu, locale = 'vi-u-kn-true');

-- The role that serves requests. It owns no table and has no DDL; events can only be appended.
do $$
begin
  if not exists (select from pg_roles where rolname = 'satcoso_app') then
    create role satcoso_app nologin;
  end if;
  execute format('grant satcoso_app to %I', current_user);
end
$$;
grant usage on schema public to satcoso_app;

create table settings (
  key text not null,
  value jsonb not null,
  constraint settings_pkey primary key (key)
);

-- A home is the book in which rows are first entered: 0 the country's own, otherwise a province of that time.
create table homes (
  id smallint not null,
  name text not null,
  constraint homes_pkey primary key (id),
  constraint homes_id_in_range check (id between 0 and 4095)
);
insert into homes (id, name) values (0, 'Trung ương');

-- What happened, appended in the transaction of the act; each home keeps one hash chain.
create table event_chains (
  home_id smallint not null,
  head_seq bigint not null,
  head_hash bytea not null,
  constraint event_chains_pkey primary key (home_id)
);

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
  constraint events_pkey primary key (home_id, seq)
);
create index events_by_time on events (home_id, at desc);
create index events_by_person on events (home_id, person_id, at desc) where person_id is not null;
create index events_by_subject on events (home_id, subject_id, at desc) where subject_id is not null;

grant select, insert, update on settings, event_chains to satcoso_app;
grant delete on settings to satcoso_app;
grant select, insert on homes, events to satcoso_app;
grant delete on homes to satcoso_app;
