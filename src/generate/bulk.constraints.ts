/**
 * Takes indexes and constraints off tables that are about to be filled, and puts back exactly what was there: read from
 * the catalogue, kept in the database until it is done, so that a run that was broken off can be mended by the next.
 */
import { availableParallelism } from 'node:os';
import { sql, type RawBuilder } from 'kysely';
import { firstRow, rows, type Db } from '../platform/db/database.ts';
import type { LoadedTable } from './copy.loader.ts';

interface TakenOff {
  readonly table: string;
  readonly name: string;
  readonly kind: 'primary' | 'constraint' | 'index' | 'foreign';
  readonly definition: string;
}

const settingKey = 'generate.takenOff';

export async function takeOff(db: Db, tables: readonly LoadedTable[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const found = await findAll(tx, tables);
    await sql`insert into settings (key, value) values (${settingKey}, ${JSON.stringify(found)}::jsonb)`.execute(tx);
    for (const { kind, table, name } of found.toSorted((a, b) => Number(b.kind === 'foreign') - Number(a.kind === 'foreign'))) {
      await (kind === 'index' ? sql`drop index ${sql.id(name)}` : sql`alter table ${sql.id(table)} drop constraint ${sql.id(name)}`).execute(tx);
    }
  });
}

interface Wish {
  /** Of these tables alone, and without what joins them to others. */
  readonly only?: readonly LoadedTable[];
  /** Called when one more is there or checked. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Puts back what is missing. Keys and exclusions have a table to themselves while they are made, so tables go side by
 * side; then all indexes do.
 */
export async function putBack(db: Db, { only, onProgress }: Wish = {}): Promise<void> {
  const kept = await firstRow(db, sql<{ value: TakenOff[] }>`select value from settings where key = ${settingKey}`);
  if (!kept) return;
  const present = await presentNames(db);
  const missing = kept.value.filter(({ table, name }) => !present.has(`${table}.${name}`));
  const asked: readonly string[] | undefined = only;
  const own = largestFirst(missing.filter(({ table }) => asked?.includes(table) ?? true), await sizesOf(db));
  const foreign = asked ? [] : missing.filter(({ kind }) => kind === 'foreign');
  const partitioned = await partitionedTables(db);
  const checkedApart = foreign.filter(({ table }) => !partitioned.has(table));
  const workshop = await openWorkshop(db, counter(own.filter(({ kind }) => kind !== 'foreign').length + foreign.length + checkedApart.length, onProgress));
  await inLanes([...Map.groupBy(own.filter(isConstraint), ({ table }) => table).values()], (things) => createInTurn(workshop, things));
  await inLanes(own.filter(({ kind }) => kind === 'index'), (thing) => create(workshop, thing));
  if (asked) return;
  await join(workshop, { foreign, partitioned });
  await sql`delete from settings where key = ${settingKey}`.execute(db);
}

export async function hasTakenOff(db: Db): Promise<boolean> {
  return (await firstRow(db, sql`select from settings where key = ${settingKey}`)) !== undefined;
}

function counter(total: number, onProgress: Wish['onProgress']): () => void {
  let done = 0;
  // What an earlier run left unchecked is checked beside what was counted.
  return () => onProgress?.((done = Math.min(done + 1, total)), total);
}

function isConstraint({ kind }: TakenOff): boolean {
  return kind === 'primary' || kind === 'constraint';
}

/** Largest tables first; of one table its key first and, as they take longest, its inverted indexes. */
function largestFirst(things: readonly TakenOff[], sizes: ReadonlyMap<string, number>): TakenOff[] {
  const rank = ({ kind, definition }: TakenOff) => (kind === 'primary' ? 0 : definition.includes(' USING gin ') ? 1 : 2);
  return things.toSorted((a, b) => (sizes.get(b.table) ?? 0) - (sizes.get(a.table) ?? 0) || rank(a) - rank(b));
}

/** Whoever is free takes the next. */
const lanes = 2;

async function inLanes<T>(things: readonly T[], work: (thing: T) => Promise<void>): Promise<void> {
  const waiting = [...things];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

interface Workshop {
  readonly db: Db;
  /** For the sorting of one lane, as PostgreSQL writes it. */
  readonly memory: string;
  /** Helpers of one lane. */
  readonly helpers: number;
  /** One more is made or checked. */
  readonly onDone: () => void;
}

/** What the server's owner meant for maintenance, or a quarter of its own pages where that is more, at most a gigabyte. */
async function openWorkshop(db: Db, onDone: () => void): Promise<Workshop> {
  const found = await firstRow(db, sql<{ memory: number }>`
    select least(1048576, greatest(pg_size_bytes(current_setting('maintenance_work_mem')), pg_size_bytes(current_setting('shared_buffers')) / 4) / 1024)::int as memory`);
  return { db, memory: `${found!.memory}kB`, helpers: Math.min(3, Math.max(1, Math.floor(availableParallelism() / lanes))), onDone };
}

async function createInTurn(workshop: Workshop, things: readonly TakenOff[]): Promise<void> {
  for (const thing of things) await create(workshop, thing);
}

function create(workshop: Workshop, { table, name, kind, definition }: TakenOff): Promise<void> {
  return atWork(workshop, kind === 'index' ? sql.raw(definition) : sql`alter table ${sql.id(table)} add constraint ${sql.id(name)} ${sql.raw(definition)}`);
}

/**
 * Foreign keys: adding one locks both tables against others that are added, so it is said first and checked afterwards,
 * tables side by side. Partitioned tables cannot have them unchecked; one that a run left unchecked is checked as well.
 */
async function join(workshop: Workshop, { foreign, partitioned }: { foreign: readonly TakenOff[]; partitioned: ReadonlySet<string> }): Promise<void> {
  const { db } = workshop;
  for (const thing of foreign) await create(workshop, partitioned.has(thing.table) ? thing : { ...thing, definition: `${thing.definition} not valid` });
  const unchecked = await rows(db, sql<{ table: string; name: string }>`
    select t.relname as table, c.conname as name from pg_constraint c join pg_class t on t.oid = c.conrelid
    where t.relnamespace = 'public'::regnamespace and c.contype = 'f' and not c.convalidated order by pg_relation_size(t.oid) desc`);
  await inLanes([...Map.groupBy(unchecked, ({ table }) => table).values()], async (own) => {
    for (const { table, name } of own) await atWork(workshop, sql`alter table ${sql.id(table)} validate constraint ${sql.id(name)}`);
  });
}

async function partitionedTables(db: Db): Promise<Set<string>> {
  const found = await rows(db, sql<{ name: string }>`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'p'`);
  return new Set(found.map(({ name }) => name));
}

async function atWork({ db, memory, helpers, onDone }: Workshop, statement: RawBuilder<unknown>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`set local maintenance_work_mem = ${sql.lit(memory)}`.execute(tx);
    await sql`set local max_parallel_maintenance_workers = ${sql.lit(helpers)}`.execute(tx);
    await statement.execute(tx);
  });
  onDone();
}

async function sizesOf(db: Db): Promise<Map<string, number>> {
  const found = await rows(db, sql<{ name: string; pages: number }>`select relname as name, (pg_relation_size(oid) / 8192)::int as pages from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`);
  return new Map(found.map(({ name, pages }) => [name, pages]));
}

function findAll(db: Db, tables: readonly LoadedTable[]): Promise<TakenOff[]> {
  const asked = sql`any(${[...tables]}::text[])`;
  return rows(db, sql<TakenOff>`
    select t.relname as table, c.conname as name, case c.contype when 'p' then 'primary' when 'f' then 'foreign' else 'constraint' end as kind, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_class t on t.oid = c.conrelid left join pg_class other on other.oid = c.confrelid
    where t.relnamespace = 'public'::regnamespace and c.conparentid = 0
      and (c.contype in ('p', 'u', 'x') and t.relname = ${asked} or c.contype = 'f' and (t.relname = ${asked} or other.relname = ${asked}))
    union all
    select t.relname, i.relname, 'index', replace(pg_get_indexdef(i.oid), ' ON ONLY ', ' ON ')
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
    where t.relnamespace = 'public'::regnamespace and t.relname = ${asked} and not exists (select from pg_constraint c where c.conindid = i.oid and c.contype in ('p', 'u', 'x'))
    order by 1, 2`);
}

async function presentNames(db: Db): Promise<Set<string>> {
  const found = await rows(db, sql<{ name: string }>`
    select t.relname || '.' || c.conname as name from pg_constraint c join pg_class t on t.oid = c.conrelid
    union all
    select t.relname || '.' || i.relname from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid`);
  return new Set(found.map(({ name }) => name));
}
