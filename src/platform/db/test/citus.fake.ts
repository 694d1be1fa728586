/**
 * Stands in for the few functions and tables of Citus that `distribute` speaks to: they note each call, and nothing is
 * spread. They lie in a schema of their own on the search path, as the catalogue cannot be written.
 */
import { sql } from 'kysely';
import { rows, type Db } from '../database.ts';

const pieces = [
  'create schema citus',
  'create table citus.calls (id int generated always as identity, call text not null)',
  "create table citus.pg_dist_partition (logicalrelid regclass not null, partmethod \"char\" not null, repmodel \"char\" not null)",
  'create table citus.pg_dist_node (groupid int not null)',
  `create function citus.noted(what text, t regclass, method "char", model "char") returns void language plpgsql as $$ begin
     insert into citus.calls (call) values (what);
     if exists (select from pg_constraint where contype = 'f' and (conrelid = t or confrelid = t) and (conrelid in (select c.oid from pg_class c where relnamespace = 'public'::regnamespace))) then raise exception 'foreign keys of % are in the way', t; end if;
     insert into citus.pg_dist_partition values (t, method, model); end $$`,
  `create function citus.create_reference_table(t regclass) returns void language sql as $$ select citus.noted('reference ' || t, t, 'n', 't') $$`,
  `create function citus.create_distributed_table(t regclass, by text, colocate_with text, shard_count int default null) returns void language sql as
     $$ select citus.noted('distribute ' || t || ' by ' || by || ' with ' || colocate_with || coalesce(' in ' || shard_count, ''), t, 'h', 'c') $$`,
  `create function citus.citus_add_local_table_to_metadata(t regclass) returns void language sql as $$ select citus.noted('join ' || t, t, 'n', 's') $$`,
  `create function citus.truncate_local_data_after_distributing_table(t regclass) returns void language sql as $$ insert into citus.calls (call) values ('free ' || t) $$`,
];

export async function installFakeCitus(db: Db): Promise<void> {
  for (const piece of pieces) await sql.raw(piece).execute(db);
  const [found] = await rows(db, sql<{ name: string }>`select current_database() as name`);
  await sql`alter database ${sql.id(found!.name)} set search_path to public, citus`.execute(db);
}

export async function citusCalls(db: Db): Promise<string[]> {
  return (await rows(db, sql<{ call: string }>`select call from citus.calls order by id`)).map(({ call }) => call);
}
