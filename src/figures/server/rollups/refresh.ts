/**
 * Keeps the roll-ups: called again and again by the job loop, by any process; one works at a time, the others go on with
 * something else. Each call does a bounded piece in one snapshot: places units that moved, counts marked groups anew, or
 * counts days that are missing. Marks that it did not see stay for the next call.
 */
import { sql } from 'kysely';
import { addDays, type Day } from '../../../platform/day.ts';
import { firstRow, rows, type Db, type Tx } from '../../../platform/db/database.ts';
import { recordKinds } from '../../figure.ts';
import { daysToRoll, firstDayToRoll, usualMonths } from './anchors.ts';
import { declaredHash, placedHash } from './declared.hash.ts';
import { placeUnits } from './place.ts';
import { firstOfMonth, lastDayOfMonth, lastDayOfYear } from './months.ts';
import { marksOfMonths, withHeirs } from './rolled.marks.ts';
import { countAnew, countDays, countFlows, dropDays, dropEverything, type MarkedGroup } from './rows.ts';

export interface Refreshed {
  readonly did: 'nothing' | 'placed' | 'counted' | 'day' | 'flows';
  /** How many units or groups, or which days. */
  readonly what: string;
  /** Call again at once. */
  readonly more: boolean;
}

interface State {
  readonly declared: string;
  readonly first_day: Day;
  readonly placed_on: Day;
  readonly placed_until: Day | null;
  readonly flows_until: Day | null;
}

interface Mark {
  readonly id: number;
  readonly unit_id: string | null;
  readonly moved: boolean;
}

const idle: Refreshed = { did: 'nothing', what: '', more: false };
/** Groups counted anew in one call: few, so that the first are soon done, and more where so many wait that this counts. */
const fewGroups = 40;
const manyGroups = 400;
/** Of meetings only their month is counted, in a pass over these alone; of petitions the days since as well. */
const mostOfMonths = 2000;
/** Days counted in one call: all people are looked through once for them. */
const daysAtOnce = 6;
/** Flows are counted year by year, for so many days ahead and to the end of that month, and again when fewer than a week of them are left. */
const daysAhead = 40;

/** `months`: how many month-ends are kept. */
export async function refreshRollups(db: Db, { today, months = usualMonths }: { today: Day; months?: number }): Promise<Refreshed> {
  const refreshed = db.transaction().setIsolationLevel('repeatable read').execute(async (tx) => {
    // Before the first look: a snapshot taken while another refresher was at work would not know what he counted.
    await sql`lock table figure_state in share row exclusive mode nowait`.execute(tx);
    return refresh(tx, { today, months });
  });
  return refreshed.catch((error: unknown) => {
    if (hasCode(error, ['55P03'])) return idle;
    if (hasCode(error, ['40001', '23505'])) return { ...idle, more: true };
    throw error;
  });
}

/** Waits until nobody refreshes, and keeps it so until the transaction ends. Figures are answered meanwhile. */
export async function holdRollups(tx: Db): Promise<void> {
  await sql`lock table figure_state in share row exclusive mode`.execute(tx);
}

/** Somebody else is at work, or an act got in the way: what was done is taken back, and done in another call. */
function hasCode(error: unknown, codes: readonly string[]): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && codes.includes(String(error.code));
}

interface Wanted {
  readonly today: Day;
  readonly months: number;
}

async function refresh(db: Tx, wanted: Wanted): Promise<Refreshed> {
  const { today } = wanted;
  const state = await firstRow(db, sql<State>`select declared, first_day, placed_on, placed_until, flows_until from figure_state`);
  if (!state?.declared.startsWith(placedHash)) return begin(db, wanted);
  if (state.declared !== declaredHash) return countAll(db);
  // Another process whose clock is ahead has passed midnight already.
  if (state.placed_on > today) return idle;
  if (state.placed_until !== null && state.placed_until < today) return placeAnew(db, { units: 'all', state, today });
  const marks = await rows(db, sql<Mark>`select id, unit_id, moved from figure_marks`);
  if (marks.some(({ moved, unit_id }) => moved && unit_id === null)) return begin(db, wanted);
  if (marks.some(({ moved }) => moved)) return placeMoved(db, { state, marks, today });
  if (marks.length === 0) return countMissing(db, state, wanted);
  const counted = await countMarked(db, state);
  if (counted.more) return counted;
  const missing = await countMissing(db, state, wanted);
  return missing.did === 'nothing' ? counted : missing;
}

/** From nothing: all units are placed, no day is counted yet. */
async function begin(db: Tx, { today, months }: Wanted): Promise<Refreshed> {
  await dropEverything(db);
  await sql`delete from figure_state`.execute(db);
  for (const table of ['figure_places', 'figure_anchor_paths', 'figure_group_anchors', 'figure_groups']) await sql`delete from ${sql.table(table)}`.execute(db);
  const firstDay = firstDayToRoll(today, months);
  const until = await placeUnits(db, 'all', { firstDay, today });
  // Of this snapshot only: an act that is under way now keeps its marks.
  await sql`delete from figure_marks`.execute(db);
  await sql`insert into figure_state (id, declared, first_day, placed_on, placed_until) values (1, ${declaredHash}, ${firstDay}, ${today}, ${until})`.execute(db);
  await refreshStatistics(db);
  return { did: 'placed', what: 'all', more: true };
}

/** Without them the first questions after a filling are planned as if nothing were kept: minutes instead of milliseconds. */
async function refreshStatistics(db: Tx): Promise<void> {
  await sql`select refresh_rollup_statistics()`.execute(db);
}

/** The units stand where they stood; what is counted of them changed. */
async function countAll(db: Tx): Promise<Refreshed> {
  await dropEverything(db);
  await sql`update figure_state set declared = ${declaredHash}, flows_until = null`.execute(db);
  return { did: 'counted', what: 'all', more: true };
}

async function placeMoved(db: Tx, { state, marks, today }: { state: State; marks: readonly Mark[]; today: Day }): Promise<Refreshed> {
  const moved = marks.filter((mark) => mark.moved);
  const units = [...new Set(moved.flatMap(({ unit_id }) => unit_id ?? []))];
  await sql`delete from figure_marks where id = any(${moved.map(({ id }) => id)}::bigint[])`.execute(db);
  return placeAnew(db, { units, state, today });
}

async function placeAnew(db: Tx, { units, state, today }: { units: 'all' | readonly string[]; state: State; today: Day }): Promise<Refreshed> {
  const until = await placeUnits(db, units, { firstDay: state.first_day, today });
  await sql`update figure_state set placed_on = ${today}, placed_until = ${units === 'all' ? sql`${until}::date` : sql`least(placed_until, ${until}::date)`}`.execute(db);
  return { did: 'placed', what: units === 'all' ? units : String(units.length), more: true };
}

async function countMarked(db: Tx, state: State): Promise<Refreshed> {
  const marked = await rows(db, sql<MarkedGroup>`
    select group_id, about, min(greatest(coalesce(from_day, ${state.first_day}::date), ${state.first_day}::date)) as from_day from (
      select group_id, about, from_day from figure_marks where group_id is not null
      union all select p.group_id, m.about, m.from_day from (
        select unit_id, about, from_day from figure_marks where unit_id is not null union all ${unitsOfMarkedPeople} union ${heirsOfMarkedUnits}
      ) m join figure_places p on p.unit_id = m.unit_id
    ) g group by group_id, about, case when about = any(${marksOfMonths}::text[]) then ${firstOfMonth(sql`from_day`)} end order by 3 desc, 1`);
  await sql`delete from figure_marks`.execute(db);
  const { ofMonths = [], others = [] } = Object.groupBy(marked, ({ about }) => (about !== null && marksOfMonths.includes(about) ? 'ofMonths' : 'others'));
  // Whatever waits stays marked: only these groups are counted live meanwhile, all others answer from what is kept. Meetings
  // of an evening do not keep the others waiting.
  const atOnce = Math.min(manyGroups, Math.max(fewGroups, Math.ceil(others.length / 10)));
  const waiting = [...ofMonths.slice(mostOfMonths), ...others.slice(atOnce)];
  await sql`insert into figure_marks (group_id, from_day, about, moved) select g, d, a, false from unnest(${waiting.map(({ group_id }) => group_id)}::uuid[], ${waiting.map(({ from_day }) => from_day)}::date[], ${waiting.map(({ about }) => about)}::text[]) w (g, d, a)`.execute(db);
  const counted = [...ofMonths.slice(0, mostOfMonths), ...others.slice(0, atOnce)];
  await countAnew(db, counted, state.flows_until);
  // Days may be missing as well; but of an evening on which meetings are marked all the time this would never end.
  return { did: 'counted', what: String(new Set(counted.map(({ group_id }) => group_id)).size), more: others.length > 0 || waiting.length > 0 };
}

/**
 * Where those marked count now: an act that ran beside the one that marked them may have given them another place, which
 * neither of the two could see.
 */
const unitsOfMarkedPeople = sql`
  select a.unit_id, m.about, m.from_day from figure_marks m cross join lateral (
    with own as (
      select l.cell_id as unit_id from placements l where l.person_id = any(array[m.person_id])
      union select p.unit_id from tenures t join posts p on p.id = t.post_id where t.person_id = any(array[m.person_id]))
    select unit_id from own union select r.other_id from own join unit_relations r on r.unit_id = own.unit_id
  ) a where m.person_id is not null`;

/** Nor could an act that wrote a record see who took its unit over in another that ran beside it. */
const heirsOfMarkedUnits = sql`
  select h.id, m.about, m.from_day from figure_marks m cross join lateral ${withHeirs(sql`m.unit_id`)} h where m.unit_id is not null and m.about = any(${recordKinds}::text[])`;

async function countMissing(db: Tx, state: State, { today, months }: Wanted): Promise<Refreshed> {
  const counted = new Set((await rows(db, sql<{ day: Day }>`select day from figure_days`)).map(({ day }) => day));
  const wanted = daysToRoll(today, months);
  const missing = wanted.filter((day) => !counted.has(day));
  const flowsLeft = state.flows_until !== null && state.flows_until >= addDays(today, 7);
  if (!flowsLeft && counted.has(today)) {
    const from = state.flows_until === null ? state.first_day : addDays(state.flows_until, 1);
    // Of a country a year of meetings is some minutes of work.
    const until = [lastDayOfMonth(addDays(today, daysAhead)), lastDayOfYear(from)].toSorted()[0]!;
    await countFlows(db, { from, until });
    await refreshStatistics(db);
    await sql`update figure_state set flows_until = ${until}`.execute(db);
    return { did: 'flows', what: until, more: true };
  }
  if (missing[0] !== undefined) {
    // The first is counted from nothing, those before a kept day by what turned in between.
    const isFirst = ![...counted].some((day) => day > missing[0]!);
    const days = missing.slice(0, isFirst ? 1 : daysAtOnce);
    await countDays(db, days);
    await refreshStatistics(db);
    return { did: 'day', what: days.join(' '), more: missing.length > days.length || !flowsLeft };
  }
  const old = [...counted].filter((day) => !wanted.includes(day) && day < today);
  if (old.length === 0) return idle;
  await dropDays(db, old);
  return { did: 'day', what: old.join(' '), more: false };
}
