/**
 * Fills an empty database with made-up data of the size of a commune, a province or the country. The same seed, size
 * and last day give the same rows, but for sealed fields: they are sealed anew each time, with the installation's keys.
 */
import { availableParallelism } from 'node:os';
import { sql } from 'kysely';
import { forgetRollups } from '../figures/server/index.ts';
import { deriveClosure } from '../modules/units/server/index.ts';
import type { Keys } from '../platform/crypto/keys.ts';
import type { Day } from '../platform/day.ts';
import { openDatabase, rows, type Db } from '../platform/db/database.ts';
import { emptyTables } from '../platform/db/empty.ts';
import { markGenerated } from './accounts.ts';
import { buildProvince, buildTop } from './build.province.ts';
import { hasTakenOff, putBack, takeOff } from './bulk.constraints.ts';
import { CopyLoader, tableColumns, type LoadedTable, type RowSink } from './copy.loader.ts';
import { dayNumber } from './day.numbers.ts';
import { drawInThreads } from './draw.threads.ts';
import { IdMint } from './id.mint.ts';
import { writeMeetings } from './meetings.ts';
import type { Country, Province } from './structure.ts';
import { planTerritory, type Size, type TerritoryPlan } from './territory.plan.ts';
import { UnitBook } from './unit.book.ts';

export interface Generation {
  /** Login of the owner of the tables. */
  readonly url: string;
  readonly keys: Keys;
  readonly size: Size;
  readonly seed: string;
  /** Folder of real lists of units. */
  readonly folder: string | undefined;
  /** Last day of the history. */
  readonly until: Day;
  readonly isReorganised: boolean;
  /** How many months of meetings there are, up to the last day; of so many of them who was there. */
  readonly months?: number;
  readonly rollMonths?: number;
  /** How many threads draw people; as many as there are cores without it, but not more than the database keeps up with. */
  readonly threads?: number;
  readonly onProgress?: (step: Step, done: number, total: number) => void;
}

export type Step = 'units' | 'closure' | 'people' | 'indexes' | 'meetings' | 'statistics';

export interface Generated {
  readonly country: Country;
  readonly plan: TerritoryPlan;
  readonly rows: number;
  readonly seconds: Readonly<Record<Step, number>>;
}

const unitTables: readonly LoadedTable[] = ['homes', 'units', 'unit_versions', 'unit_parents', 'unit_relations', 'unit_lineage'];
const peopleTables: readonly LoadedTable[] = ['people', 'person_keys', 'memberships', 'placements', 'exemptions', 'away_spells', 'posts', 'tenures'];

const meetingTables: readonly LoadedTable[] = ['meetings', 'meeting_books', 'meeting_guests', 'attendances'];

export const usualMonths = 12;
export const usualRollMonths = 2;
const mostThreads = 4;

export class NotEmpty extends Error {}

/** @throws NotEmpty where anything stands in the database that somebody entered or loaded. */
export async function generate(generation: Generation): Promise<Generated> {
  const owner = openDatabase({ url: generation.url, connections: 4 });
  try {
    await mendBrokenOff(owner.db);
    if (!(await isEmpty(owner.db))) throw new NotEmpty('the database is not empty');
    return await fill(owner.db, generation);
  } finally {
    await owner.close();
  }
}

/** Once more after rows were written by other ways. */
export async function gatherStatistics(url: string): Promise<void> {
  const owner = openDatabase({ url, connections: 1 });
  await tidy(owner.db).finally(() => owner.close());
}

/** Not the statistics alone: indexes that cover a query do so only where a vacuum has seen the rows. */
async function tidy(db: Db): Promise<void> {
  await sql`vacuum (analyze)`.execute(db);
}

async function isEmpty(db: Db): Promise<boolean> {
  const found = await rows(db, sql`select where exists (select from units) or exists (select from people) or exists (select from accounts) or exists (select from import_sources)`);
  return found.length === 0;
}

/** A run that was killed leaves rows without their constraints: they go, and the constraints come back. */
async function mendBrokenOff(db: Db): Promise<void> {
  if (!(await hasTakenOff(db))) return;
  await clear(db);
}

async function clear(db: Db): Promise<void> {
  const kept = await rows(db, sql<{ key: string; value: unknown }>`select key, value from settings`);
  await db.transaction().execute(async (tx) => {
    await emptyTables(tx);
    for (const { key, value } of kept) await sql`insert into settings (key, value) values (${key}, ${JSON.stringify(value)}::jsonb)`.execute(tx);
  });
  await putBack(db);
}

async function fill(db: Db, generation: Generation): Promise<Generated> {
  const seconds: Record<Step, number> = { units: 0, closure: 0, people: 0, indexes: 0, meetings: 0, statistics: 0 };
  const timed = async <T>(step: Step, work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    generation.onProgress?.(step, 0, 1);
    return work().finally(() => (seconds[step] = (performance.now() - began) / 1000));
  };
  const plan = await planTerritory(generation);
  await takeOff(db, Object.keys(tableColumns) as LoadedTable[]);
  try {
    // First of all: whatever happens on the way, nobody takes these data for real ones.
    await markGenerated(db);
    const units = await timed('units', () => loadUnits(db, generation, plan));
    await timed('closure', () => deriveAll(db));
    const people = await timed('people', () => loadPeople(generation, units.country));
    const onProgress = (done: number, total: number) => generation.onProgress?.('indexes', done, total);
    await timed('indexes', () => putBack(db, { only: [...unitTables, ...peopleTables], onProgress }));
    const meetings = await timed('meetings', () => loadMeetings(db, generation));
    const indexed = seconds.indexes;
    await timed('indexes', () => putBack(db, { onProgress }));
    seconds.indexes += indexed;
    // A server may have rolled up the empty database before.
    await forgetRollups(db);
    await timed('statistics', () => tidy(db));
    return { country: units.country, plan, rows: units.rows + people + meetings, seconds };
  } catch (error) {
    await clear(db);
    throw error;
  }
}

async function loadUnits(db: Db, generation: Generation, plan: TerritoryPlan): Promise<{ country: Country; rows: number }> {
  const loaded = await inLoader(generation.url, unitTables, async (loader) => {
    for (const { home, name } of plan.provinces) loader.write('homes', [home, name]);
    return buildCountry(loader, generation, plan);
  });
  await putBack(db, { only: unitTables });
  await sql`analyze units, unit_versions, unit_parents, unit_relations, unit_lineage`.execute(db);
  return { country: loaded.result, rows: loaded.rows };
}

export async function buildCountry(sink: RowSink, { seed, onProgress }: Pick<Generation, 'seed' | 'onProgress'>, plan: TerritoryPlan): Promise<Country> {
  const bookOf = (maker: number) => new UnitBook(sink, new IdMint({ seed, stage: 'units', maker }));
  const top = buildTop(bookOf(0));
  const provinces: Province[] = [];
  for (const province of plan.provinces) {
    provinces.push(await buildProvince({ book: bookOf(province.home), plan: province, top, seed }));
    onProgress?.('units', provinces.length, plan.provinces.length);
  }
  return { ...top, provinces };
}

async function deriveAll(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`set local work_mem = '256MB'`.execute(tx);
    await deriveClosure(tx);
  });
}

async function loadPeople({ url, seed, keys, until, isReorganised, threads = usualThreads(), onProgress }: Generation, country: Country): Promise<number> {
  const total = country.provinces.reduce((sum, { cells }) => sum + cells.length, 0);
  let done = 0;
  const onCells = (count: number) => onProgress?.('people', (done += count), total);
  const start = { country, seed, keys, until: dayNumber(until), isReorganised };
  const loaded = await inLoader(url, peopleTables, (sink) => drawInThreads({ sink, threads, start, onCells }));
  return loaded.rows;
}

async function loadMeetings(db: Db, { url, seed, until, months = usualMonths, rollMonths = usualRollMonths, onProgress }: Generation): Promise<number> {
  if (months === 0) return 0;
  await sql`analyze placements, memberships, exemptions, away_spells`.execute(db);
  const given = { db, seed, until: dayNumber(until), months, rollMonths, onProgress: (done: number, total: number) => onProgress?.('meetings', done, total) };
  return (await inLoader(url, meetingTables, (sink) => writeMeetings({ ...given, sink }))).rows;
}

function usualThreads(): number {
  return Math.min(mostThreads, availableParallelism());
}

async function inLoader<T>(url: string, tables: readonly LoadedTable[], work: (loader: CopyLoader) => Promise<T>): Promise<{ result: T; rows: number }> {
  const loader = await CopyLoader.open(url, tables);
  try {
    const result = await work(loader);
    await loader.finish();
    return { result, rows: loader.rows };
  } catch (error) {
    await loader.abandon();
    throw error;
  }
}
