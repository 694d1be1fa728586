/** Writes what was counted: the only writer of `figure_rollups`, `figure_sums`, `figure_days` and, by `histogram.rows.ts`, of histograms. */
import { sql } from 'kysely';
import { addDays, type Day } from '../../../platform/day.ts';
import { rows, type Db } from '../../../platform/db/database.ts';
import { figures } from '../../declared.ts';
import { allDaysAfter, type Figure, type RecordKind, type Sql, type Subject } from '../../figure.ts';
import { systemsOf, type System } from './anchors.ts';
import { lengthOf, monthsAfter, wholeOf } from './layout.ts';
import { firstDayOfMonth, lastDayOfMonth } from './months.ts';
import { passesOf, roll, type Rolling } from './roll.sql.ts';
import { marksOfMonths, toldBy } from './rolled.marks.ts';
import { writeHistogram } from './histogram.rows.ts';
import { dropTurned, listTurned, type Between } from './turned.sql.ts';

/** What is kept of figures. */
export const keptTables = ['figure_rollups', 'figure_sums', 'figure_histograms', 'figure_histogram_sums'];

/**
 * A day before those that are kept is the next of them without what turned in between. A day after them is counted from
 * nothing: so no mistake lives on from day to day. The newest is given first.
 */
export async function countDays(db: Db, days: readonly Day[]): Promise<void> {
  const kept = await daysKept(db);
  const steps = days.map((day, at) => ({ from: day, to: [...kept, ...days.slice(0, at)].filter((other) => other > day).toSorted()[0] }));
  const turned = await listTurned(db, steps.flatMap(({ from, to }) => (to ? [{ from, to }] : [])));
  await sql`create temporary table fresh (figure text, group_id uuid, day date, counts int[]) on commit drop`.execute(db);
  const carried = new Set<Day>();
  for (const { from: day, to } of steps) {
    const between = turned.find(({ from }) => from === day);
    if (between) await countBack(db, between, to && carried.has(to) ? 'fresh' : 'figure_rollups');
    else for (const pass of passes('state')) await write(db, { ...pass, days: [day] });
    if (between) carried.add(day);
    await sql`insert into figure_days (day) values (${day})`.execute(db);
  }
  // All days of a group stand beside each other in the index: written at once, each of its pages is changed once.
  await sql`insert into figure_rollups (figure, group_id, day, counts) select figure, group_id, day, counts from fresh order by figure, group_id, day`.execute(db);
  await sql`drop table fresh`.execute(db);
  await dropTurned(db);
}

export async function countFlows(db: Db, { from, until }: { from: Day; until: Day }): Promise<void> {
  for (const pass of passes('flow')) await write(db, { ...pass, days: [from, until] });
}

/** A group that is counted anew from a day on, or of which meetings of that day's month are, or other records of it and the days since. */
export interface MarkedGroup {
  readonly group_id: string;
  readonly about: 'people' | 'meetings' | 'absences' | RecordKind | null;
  readonly from_day: Day;
}

/** Each from its day on; what looks at meetings or other records not for people's sake, and for that of these as far as they are looked back to. */
export async function countAnew(db: Db, marked: readonly MarkedGroup[], flowsUntil: Day | null): Promise<void> {
  await countFrom(db, { marked: earliest(marked.filter(({ about }) => about === null || about === 'people')), flowsUntil, isCounted: ({ looksAt }) => !looksAt });
  await countFrom(db, { marked: earliest(marked.filter(({ about }) => about === null)), flowsUntil, isCounted: ({ looksAt }) => looksAt !== undefined });
  for (const what of marksOfMonths) {
    await countMonths(db, { marked: marked.filter(({ about }) => about === what), flowsUntil, isCounted: ({ looksAt }) => looksAt !== undefined && toldBy[looksAt.what].includes(what) });
  }
}

function earliest(marked: CountingFrom['marked']): Pick<MarkedGroup, 'group_id' | 'from_day'>[] {
  return [...Map.groupBy(marked, ({ group_id }) => group_id)].map(([group_id, all]) => ({ group_id, from_day: all.map(({ from_day }) => from_day).toSorted()[0]! }));
}

async function countMonths(db: Db, { marked, flowsUntil, isCounted }: CountingFrom): Promise<void> {
  const days = await daysKept(db);
  const counted = (kind: Figure['kind']) => passes(kind).filter((pass) => isCounted(pass.figures[0]!.subject));
  for (const pass of counted('state')) {
    const { daysBack } = pass.figures[0]!.subject.looksAt!;
    // Where all days since count otherwise, a group is counted once from the earliest on.
    for (const { first, last, groups } of byMonth(daysBack === allDaysAfter ? earliest(marked) : marked)) {
      const concerned = days.filter((day) => day >= first && day <= addDays(last, daysBack));
      if (concerned.length > 0) await write(db, { ...pass, days: concerned, groups });
    }
  }
  for (const { first, last, groups } of byMonth(marked)) {
    if (flowsUntil !== null && last <= flowsUntil) for (const pass of counted('flow')) await write(db, { ...pass, days: [first, last], groups });
  }
}

function byMonth(marked: CountingFrom['marked']): { first: Day; last: Day; groups: string[] }[] {
  return [...Map.groupBy(marked, ({ from_day }) => firstDayOfMonth(from_day))].map(([first, part]) => ({ first, last: lastDayOfMonth(first), groups: part.map(({ group_id }) => group_id) }));
}

interface CountingFrom {
  readonly marked: readonly Pick<MarkedGroup, 'group_id' | 'from_day'>[];
  readonly flowsUntil: Day | null;
  readonly isCounted: (subject: Subject) => boolean;
}

async function countFrom(db: Db, { marked, flowsUntil, isCounted }: CountingFrom): Promise<void> {
  const days = await daysKept(db);
  const counted = (kind: Figure['kind']) => passes(kind).filter((pass) => isCounted(pass.figures[0]!.subject));
  const byDays = Map.groupBy(marked, ({ from_day }) => days.filter((day) => day >= from_day).length);
  for (const [count, part] of byDays) {
    const groups = part.map(({ group_id }) => group_id);
    if (count > 0) for (const pass of counted('state')) await write(db, { ...pass, days: days.slice(days.length - count), groups });
    // Some are kept by whole months.
    const from = firstDayOfMonth(part.map(({ from_day }) => from_day).toSorted()[0]!);
    if (flowsUntil !== null && from <= flowsUntil) for (const pass of counted('flow')) await write(db, { ...pass, days: [from, flowsUntil], groups });
  }
}

export interface Recount {
  readonly isCounted: (subject: Subject) => boolean;
  readonly days: readonly Day[];
  readonly flows: { readonly from: Day; readonly until: Day } | undefined;
}

/** Some figures on some of the kept days, and their flows: what they count was written otherwise than by acts. */
export async function countFigures(db: Db, { isCounted, days, flows }: Recount): Promise<void> {
  const counted = (kind: Figure['kind']) => passes(kind).filter((pass) => isCounted(pass.figures[0]!.subject));
  const idsOf = (kind: Figure['kind']) => counted(kind).flatMap((pass) => pass.figures.map(({ id }) => id));
  for (const table of keptTables) {
    await sql`delete from ${sql.table(table)} where figure = any(${idsOf('state')}::text[]) and day = any(${[...days]}::date[])`.execute(db);
    if (flows) await sql`delete from ${sql.table(table)} where figure = any(${idsOf('flow')}::text[]) and day between ${flows.from}::date and ${flows.until}::date`.execute(db);
  }
  for (const day of days) for (const pass of counted('state')) await write(db, { ...pass, days: [day] });
  if (flows) for (const pass of counted('flow')) await write(db, { ...pass, days: [flows.from, flows.until] });
}

async function daysKept(db: Db): Promise<Day[]> {
  return (await rows(db, sql<{ day: Day }>`select day from figure_days order by day`)).map(({ day }) => day);
}

export async function dropDays(db: Db, days: readonly Day[]): Promise<void> {
  const states = figures.filter(({ kind }) => kind === 'state').map(({ id }) => id);
  for (const table of keptTables) await sql`delete from ${sql.table(table)} where day = any(${[...days]}::date[]) and figure = any(${states}::text[])`.execute(db);
  await sql`delete from figure_days where day = any(${[...days]}::date[])`.execute(db);
}

export async function dropEverything(db: Db): Promise<void> {
  for (const table of ['figure_days', ...keptTables]) await sql`delete from ${sql.table(table)}`.execute(db);
}

function passes(kind: Figure['kind']): { figures: readonly Figure[]; system: System }[] {
  return passesOf(figures.filter((figure) => figure.kind === kind)).flatMap((pass) => systemsOf(pass[0]!).map((system) => ({ figures: pass, system })));
}

/** Old rows out, new ones in, and the sums by what that changes. */
async function write(db: Db, rolling: Rolling): Promise<void> {
  await roll(db, 'rolled', rolling);
  const gone = rolling.groups ? sql`select figure, group_id, day, -1, counts from figure_rollups r where ${isConcerned(rolling)}` : sql`select null::text, null::uuid, null::date, 0, null::int[] where false`;
  await sql`create temporary table changed (figure, group_id, day, sign, counts) on commit drop as ${gone} union all select figure, group_id, day, 1, counts from rolled`.execute(db);
  if (rolling.groups) await sql`delete from figure_rollups r where ${isConcerned(rolling)}`.execute(db);
  await sql`insert into figure_rollups (figure, group_id, day, counts) select figure, group_id, day, counts from rolled`.execute(db);
  for (const figure of rolling.figures) await addToSums(db, figure);
  for (const figure of rolling.figures) if (figure.histogram) await writeHistogram(db, figure, { rolling, isConcerned: rolling.groups && isConcerned(rolling) });
  await sql`drop table rolled, changed`.execute(db);
}

/** One figure may be counted in several trees, each in a pass of its own. */
function isConcerned({ figures: counted, system, groups, days }: Rolling): Sql {
  const onDays = counted[0]!.kind === 'state' ? sql`r.day = any(${[...days]}::date[])` : sql`r.day between ${days[0]!}::date and ${days.at(-1)!}::date`;
  return sql`r.figure = any(${counted.map(({ id }) => id)}::text[]) and r.group_id in (select id from figure_groups where id = any(${[...(groups ?? [])]}::uuid[]) and system = ${system}) and ${onDays}`;
}

/** Where the rows of the next day stand: those of the same call are not kept yet. */
type Source = 'fresh' | 'figure_rollups';

/** From what is kept of the day `to` to the day before it: with those who turned as they were, without them as they are. */
async function countBack(db: Db, between: Between, source: Source): Promise<void> {
  const { from: day, to } = between;
  const states = passes('state');
  const turning = states.filter(({ figures: [first] }) => first!.subject.turnsWith);
  for (const pass of states) if (!turning.includes(pass)) await write(db, { ...pass, days: [day] });
  await sql`create temporary table changed (figure text, group_id uuid, day date, sign int, counts int[]) on commit drop`.execute(db);
  for (const pass of turning) {
    await roll(db, 'was', { ...pass, days: [day], turned: between });
    await roll(db, 'comes', { ...pass, days: [to], turned: between });
    await sql`insert into changed select figure, group_id, ${day}::date, 1, counts from was union all select figure, group_id, ${day}::date, -1, counts from comes`.execute(db);
    await sql`drop table was, comes`.execute(db);
  }
  await sql`analyze changed`.execute(db);
  await carry(db, [...new Set(turning.flatMap((pass) => pass.figures))], { ...between, source });
  await sql`drop table changed, turned_groups, kept`.execute(db);
}

/** Most groups are the same on both days; of those that changed the rows are added up, and none is kept of nothing. */
async function carry(db: Db, carried: readonly Figure[], { from: day, to, source }: Between & { source: Source }): Promise<void> {
  const ids = carried.map(({ id }) => id);
  await sql`create temporary table turned_groups on commit drop as select distinct figure, group_id from changed`.execute(db);
  await sql`analyze turned_groups`.execute(db);
  await sql`
    create temporary table kept on commit drop as
    select r.figure, r.group_id, r.counts, t.group_id is not null as is_turned from ${sql.table(source)} r left join turned_groups t on t.figure = r.figure and t.group_id = r.group_id
    where r.day = ${to}::date and r.figure = any(${ids}::text[])`.execute(db);
  await sql`insert into fresh select figure, group_id, ${day}::date, counts from kept where not is_turned`.execute(db);
  await sql`insert into figure_sums (figure, group_id, day, counts) select figure, group_id, ${day}::date, counts from figure_sums where day = ${to}::date and figure = any(${ids}::text[])`.execute(db);
  for (const figure of carried) await addToSums(db, figure);
  await sql`insert into changed select figure, group_id, ${day}::date, 1, counts from kept where is_turned`.execute(db);
  for (const figure of carried) await sql`
    insert into fresh
    select c.figure, c.group_id, c.day, ${totals(figure)} from changed c where c.figure = ${figure.id} group by 1, 2, 3
    having sum(c.sign * c.counts[${sql.lit(wholeOf(figure).base)}]) > 0`.execute(db);
}

async function addToSums(db: Db, figure: Figure): Promise<void> {
  await sql`
    insert into figure_sums (figure, group_id, day, counts)
    select c.figure, g.coarse_id, c.day, ${totals(figure)} from changed c join figure_groups g on g.id = c.group_id
    where c.figure = ${figure.id} group by 1, 2, 3
    on conflict (figure, group_id, day) do update set counts = (select array_agg(was + change order by nth) from unnest(figure_sums.counts, excluded.counts) with ordinality u (was, change, nth))`.execute(db);
  // What came and went again leaves no row of zeros, as if it had never been.
  await sql`delete from figure_sums s where s.figure = ${figure.id} and not 0 <> any(s.counts)
    and (s.group_id, s.day) in (select g.coarse_id, c.day from changed c join figure_groups g on g.id = c.group_id where c.figure = ${figure.id} and c.sign < 0)`.execute(db);
}

/** Of rows `c` of one figure, position by position. */
function totals(figure: Figure): Sql {
  return sql`array[${sql.join(Array.from({ length: lengthOf(figure) * monthsAfter(figure).length }, (_, index) => sql`sum(c.sign * c.counts[${sql.lit(index + 1)}])::int`))}]`;
}
