/**
 * What every table must keep to so that the database can be spread over several machines, read from the catalogues of
 * a migrated database. On one machine these rules cost next to nothing; broken, they make a later step impossible.
 */
import { sql } from 'kysely';
import { rows, type Db } from './database.ts';
import { homeColumn, tablesAt, type Registry } from './distribution.ts';

export type DistributionRule = keyof typeof checks;

export interface DistributionFault {
  readonly rule: DistributionRule;
  /** The table, column, constraint or trigger. */
  readonly what: string;
}

interface Found {
  readonly what: string;
}

type Check = (db: Db, registry: Registry) => Promise<Found[]>;

/** A shard's name is the table's or constraint's with a number after it; longer ones would be cut off and not be known again. */
const longestName = 50;

const checks = {
  everyTableRegistered,
  nothingElseRegistered,
  homeOnEveryRow,
  keyPerTable,
  homeFirstInKeys,
  homeInForeignKeys,
  noForeignKeyAcross,
  noSetNullOfHome,
  noTriggers,
  noVolatileDefaults,
  namesLeaveRoom,
} satisfies Record<string, Check>;

export async function findDistributionFaults(db: Db, registry: Registry): Promise<DistributionFault[]> {
  const faults: DistributionFault[] = [];
  for (const rule of Object.keys(checks) as DistributionRule[]) {
    faults.push(...(await checks[rule](db, registry)).map(({ what }) => ({ rule, what })));
  }
  return faults;
}

/** Partitions go with their table. */
const tables = sql`(select c.oid, c.relname::text as name from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e'))`;

function everyTableRegistered(db: Db, registry: Registry): Promise<Found[]> {
  return rows(db, sql<Found>`select t.name as what from ${tables} t where t.name <> all(${Object.keys(registry)}::text[])`);
}

function nothingElseRegistered(db: Db, registry: Registry): Promise<Found[]> {
  return rows(db, sql<Found>`select said as what from unnest(${Object.keys(registry)}::text[]) said where not exists (select from ${tables} t where t.name = said)`);
}

function homeOnEveryRow(db: Db, registry: Registry): Promise<Found[]> {
  return rows(db, sql<Found>`select t.name as what from ${tables} t where t.name = any(${tablesAt(registry, 'distributed')}::text[])
    and not exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = ${homeColumn} and a.atttypid = 'int2'::regtype and a.attnotnull)`);
}

function keyPerTable(db: Db, registry: Registry): Promise<Found[]> {
  return rows(db, sql<Found>`select t.name as what from ${tables} t where t.name = any(${[...tablesAt(registry, 'distributed'), ...tablesAt(registry, 'reference')]}::text[])
    and not exists (select from pg_constraint k where k.conrelid = t.oid and k.contype = 'p')`);
}

/** A node can compare only the rows that it has; so must an exclusion, by equality. */
function homeFirstInKeys(db: Db, registry: Registry): Promise<Found[]> {
  return rows(db, sql<Found>`
    select i.indexrelid::regclass::text as what from ${tables} t join pg_index i on i.indrelid = t.oid
    left join pg_constraint k on k.conindid = i.indexrelid and k.conrelid = t.oid and k.contype = 'x'
    left join pg_operator o on o.oid = k.conexclop[1]
    where t.name = any(${tablesAt(registry, 'distributed')}::text[]) and (i.indisunique or i.indisexclusion)
      and (not exists (select from pg_attribute a where a.attrelid = t.oid and a.attnum = i.indkey[0] and a.attname = ${homeColumn}) or (i.indisexclusion and o.oprname is distinct from '='))`);
}

const links = sql`(select k.conname::text as name, k.confdeltype, k.confupdtype, f.name as "from", r.name as "to",
    (select a.attname from pg_attribute a where a.attrelid = k.conrelid and a.attnum = k.conkey[1]) as first_from,
    (select a.attname from pg_attribute a where a.attrelid = k.confrelid and a.attnum = k.confkey[1]) as first_to
  from pg_constraint k join ${tables} f on f.oid = k.conrelid join ${tables} r on r.oid = k.confrelid where k.contype = 'f' and k.conparentid = 0)`;

function homeInForeignKeys(db: Db, registry: Registry): Promise<Found[]> {
  const distributed = tablesAt(registry, 'distributed');
  return rows(db, sql<Found>`select l.name as what from ${links} l where l."from" = any(${distributed}::text[]) and l."to" = any(${distributed}::text[])
    and (l.first_from, l.first_to) is distinct from (${homeColumn}::name, ${homeColumn}::name)`);
}

/** A distributed row may point at a reference table, which is everywhere; no other table can point at a distributed row or be pointed at by one. */
function noForeignKeyAcross(db: Db, registry: Registry): Promise<Found[]> {
  const distributed = tablesAt(registry, 'distributed');
  return rows(db, sql<Found>`select l.name as what from ${links} l where (l."to" = any(${distributed}::text[]) and l."from" <> all(${distributed}::text[]))
    or (l."from" = any(${distributed}::text[]) and l."to" = any(${tablesAt(registry, 'local')}::text[]))`);
}

function noSetNullOfHome(db: Db): Promise<Found[]> {
  return rows(db, sql<Found>`select l.name as what from ${links} l where l.first_from = ${homeColumn} and (l.confdeltype in ('n', 'd') or l.confupdtype in ('n', 'd', 'c'))`);
}

function noTriggers(db: Db): Promise<Found[]> {
  return rows(db, sql<Found>`select t.name || '.' || g.tgname as what from ${tables} t join pg_trigger g on g.tgrelid = t.oid where not g.tgisinternal`);
}

/** Ids, moments and chance come from the program, so that every node writes the same. */
function noVolatileDefaults(db: Db, registry: Registry): Promise<Found[]> {
  return rows(db, sql<Found>`
    select t.name || '.' || a.attname as what from ${tables} t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
    where t.name <> all(${tablesAt(registry, 'local')}::text[]) and (a.attidentity <> '' or exists (
      select from regexp_matches(pg_get_expr(d.adbin, d.adrelid), '([a-z0-9_]+)[(]', 'g') as called(name)
      join pg_proc p on p.proname = called.name[1] and p.provolatile = 'v'))`);
}

function namesLeaveRoom(db: Db, registry: Registry): Promise<Found[]> {
  return rows(db, sql<Found>`
    select n.name as what from ${tables} t, lateral (
      select t.name union select k.conname::text from pg_constraint k where k.conrelid = t.oid
      union select c.relname::text from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = t.oid) n(name)
    where t.name <> all(${tablesAt(registry, 'local')}::text[]) and (octet_length(n.name) > ${longestName} or n.name ~ '_[0-9]{6,}$')`);
}
