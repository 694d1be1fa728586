/** Writes what was counted: the only writer of `figure_rollups`, `figure_sums` and `figure_days`. */
import { sql } from 'kysely';
import type { Day } from '../../../platform/day.ts';
import { rows, type Db } from '../../../platform/db/database.ts';
import { figures } from '../../declared.ts';
import { bucketsOf, type Figure, type Sql } from '../../figure.ts';
import { systemsOf, type System } from './anchors.ts';
import { hasBase } from './layout.ts';
import { passesOf, roll, type Rolling } from './roll.sql.ts';

export async function countDay(db: Db, day: Day): Promise<void> {
  for (const pass of passes('state')) await write(db, { ...pass, days: [day] });
  await sql`insert into figure_days (day) values (${day})`.execute(db);
}

export async function countFlows(db: Db, { from, until }: { from: Day; until: Day }): Promise<void> {
  for (const pass of passes('flow')) await write(db, { ...pass, days: [from, until] });
}

/** The groups anew, each from its day on. */
export async function countAnew(db: Db, marked: readonly { group_id: string; from_day: Day }[], flowsUntil: Day | null): Promise<void> {
  const days = (await rows(db, sql<{ day: Day }>`select day from figure_days order by day`)).map(({ day }) => day);
  const byDays = Map.groupBy(marked, ({ from_day }) => days.filter((day) => day >= from_day).length);
  for (const [count, part] of byDays) {
    const groups = part.map(({ group_id }) => group_id);
    if (count > 0) for (const pass of passes('state')) await write(db, { ...pass, days: days.slice(days.length - count), groups });
    const from = part.map(({ from_day }) => from_day).toSorted()[0]!;
    if (flowsUntil !== null && from <= flowsUntil) for (const pass of passes('flow')) await write(db, { ...pass, days: [from, flowsUntil], groups });
  }
}

export async function dropDays(db: Db, days: readonly Day[]): Promise<void> {
  const states = figures.filter(({ kind }) => kind === 'state').map(({ id }) => id);
  for (const table of ['figure_rollups', 'figure_sums']) await sql`delete from ${sql.table(table)} where day = any(${[...days]}::date[]) and figure = any(${states}::text[])`.execute(db);
  await sql`delete from figure_days where day = any(${[...days]}::date[])`.execute(db);
}

export async function dropEverything(db: Db): Promise<void> {
  for (const table of ['figure_days', 'figure_rollups', 'figure_sums']) await sql`delete from ${sql.table(table)}`.execute(db);
}

function passes(kind: Figure['kind']): { figures: readonly Figure[]; system: System }[] {
  return passesOf(figures.filter((figure) => figure.kind === kind)).flatMap((pass) => systemsOf(pass[0]!).map((system) => ({ figures: pass, system })));
}

/** Old rows out, new ones in, and the sums by what that changes. */
async function write(db: Db, rolling: Rolling): Promise<void> {
  await roll(db, rolling);
  const gone = rolling.groups ? sql`select figure, group_id, day, -1, counts from figure_rollups r where ${isConcerned(rolling)}` : sql`select null::text, null::uuid, null::date, 0, null::int[] where false`;
  await sql`create temporary table changed (figure, group_id, day, sign, counts) on commit drop as ${gone} union all select figure, group_id, day, 1, counts from rolled`.execute(db);
  if (rolling.groups) await sql`delete from figure_rollups r where ${isConcerned(rolling)}`.execute(db);
  await sql`insert into figure_rollups (figure, group_id, day, counts) select figure, group_id, day, counts from rolled`.execute(db);
  for (const figure of rolling.figures) await addToSums(db, figure);
  await sql`drop table rolled, changed`.execute(db);
}

/** One figure may be counted in several trees, each in a pass of its own. */
function isConcerned({ figures: counted, system, groups, days }: Rolling): Sql {
  const onDays = counted[0]!.kind === 'state' ? sql`r.day = any(${[...days]}::date[])` : sql`r.day between ${days[0]!}::date and ${days.at(-1)!}::date`;
  return sql`r.figure = any(${counted.map(({ id }) => id)}::text[]) and r.group_id in (select id from figure_groups where id = any(${[...(groups ?? [])]}::uuid[]) and system = ${system}) and ${onDays}`;
}

async function addToSums(db: Db, figure: Figure): Promise<void> {
  const length = (1 + figure.dimensions.reduce((sum, dimension) => sum + bucketsOf(dimension).length, 0)) * (hasBase(figure) ? 2 : 1);
  const counts = Array.from({ length }, (_, index) => sql`sum(c.sign * c.counts[${sql.lit(index + 1)}])::int`);
  await sql`
    insert into figure_sums (figure, group_id, day, counts)
    select c.figure, g.coarse_id, c.day, array[${sql.join(counts)}] from changed c join figure_groups g on g.id = c.group_id
    where c.figure = ${figure.id} group by 1, 2, 3
    on conflict (figure, group_id, day) do update set counts = (select array_agg(was + change order by nth) from unnest(figure_sums.counts, excluded.counts) with ordinality u (was, change, nth))`.execute(db);
}
