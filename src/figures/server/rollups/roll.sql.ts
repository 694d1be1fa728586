/**
 * From declarations to the rows of roll-ups: one pass over the subjects of several figures, each group one row, all
 * dimensions at once. The units come from `figure_places`, the group standing where a question has the child.
 */
import { sql } from 'kysely';
import type { Day } from '../../../platform/day.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Dimension, Figure, Sql, Subject } from '../../figure.ts';
import { bucketsOf } from '../../figure.ts';
import { baseOf, conditionOf, joinsOf } from '../facts.sql.ts';
import { numbersOf } from '../histogram.sql.ts';
import type { System } from './anchors.ts';
import { hasBase, monthsAfter, mostMonthsAfter, wholeOf } from './layout.ts';
import { lastOfMonth, monthsApart } from './months.ts';
import { hasTurned, type Between } from './turned.sql.ts';

export interface Rolling {
  readonly figures: readonly Figure[];
  readonly system: System;
  /** States: the days. A flow: its first and its last day. */
  readonly days: readonly Day[];
  /** Only these; all where none are given. */
  readonly groups?: readonly string[];
  /** Only subjects that may count otherwise on one of these days than on another. */
  readonly turned?: Between;
}

/** Figures that can be counted in one pass. */
export function passesOf(figures: readonly Figure[]): Figure[][] {
  const bySubject = Map.groupBy(figures, ({ subject, kind }) => `${subject.id} ${kind}`);
  return [...bySubject.values()];
}

/** Counts into a temporary table (figure, group_id, day, counts). */
export async function roll(db: Db, table: string, rolling: Rolling): Promise<void> {
  await countInto(db, table, { rolling, rows: rolledRows(rolling) });
}

export async function countInto(db: Db, table: string, { rolling, rows }: { readonly rolling: Rolling; readonly rows: Sql }): Promise<void> {
  const { kind } = rolling.figures[0]!;
  const counted = sql`create temporary table ${sql.id(table)} on commit drop as ${rows}`.compile(db);
  const isOneDay = kind === 'state' && rolling.days.length === 1;
  await db.executeQuery(isOneDay ? { ...counted, sql: onOneDay(counted.sql, rolling.days[0]!) } : counted);
}

/**
 * The one day is written into the text: of what holds on a constant day the planner knows how much it is, and gathers it
 * once into a hash instead of looking it up for every row (measured: a day of 260,000 members 11 s instead of 55 s on a
 * busy machine). Of the large tables only: of the others it would look through an exclusion index for every row.
 */
export function onOneDay(text: string, day: Day): string {
  const onDay = text.replaceAll(dayOfRow, `('${day}'::date)`);
  const large = new Set([...onDay.matchAll(largeTable)].map(([, alias]) => alias));
  return onDay.replaceAll(heldOnDay, (held, valid: string, on: string) => (large.has(valid.replaceAll('"', '').split('.')[0]) ? `(${valid} @> ${on})` : held));
}

const dayOfRow = /(?<![\w."])(?:[xs]|"[xs]")\.(?:day|"day")(?!\w)/g;
const largeTable = /\b(?:placements|memberships|exemptions|away_spells) (\w+)/g;
/** As `heldOn` writes it, of a column and a constant day. */
const heldOnDay = /\(\(lower\(([\w."]+)\) <= (\('[\d-]+'::date\))\) is not false and \(upper\(\1\) > \2\) is not false\)/g;

/**
 * Rows (figure, group_id, day, counts). What is said of a subject is packed into one number, and equal ones of a group are
 * counted first: each expression is computed once for a subject, by as many workers as there are, and what is left to be
 * told apart by bucket are some dozens of rows for a group.
 */
export function rolledRows(rolling: Rolling): Sql {
  const { figures } = rolling;
  const { subject } = figures[0]!;
  const dimensions = [...new Set(figures.flatMap((figure) => figure.dimensions))];
  const joins = joinsOf([...figures.flatMap(({ base, count }) => [base, count]), ...dimensions]);
  const signs = placed([...figures.flatMap(conditions), ...dimensions.flatMap(codes), ...(subject.isLastAlone ? [monthsToNext] : [])]);
  return sql`
    with scope as (${scopeOf(rolling)}),
    x as (${subject.rows}),
    alike as (
      select ${rolledDay(subject)} as rolled_day, x.child_id, ${packed(signs)} as signs, count(*)::int as n${weighed(figures)}
      from x ${joins} ${onlyTurned(rolling)} group by 1, 2, 3
    ),
    facts as (
      select rolled_day, child_id, n, ${weightsIn(figures)}${sql.join(signs.map(({ as, at, bits }) => sql`((signs >> ${sql.lit(at)}) & ${sql.lit(2 ** bits - 1)})::int as ${sql.ref(as)}`))}
      from alike offset 0
    ),
    whole as (
      select rolled_day, child_id, ${sql.join(figures.map((figure, index) => sql`${vector(figure, index, dimensions)} as ${sql.ref(`f${index}`)}`))}
      from facts group by 1, 2
    )
    select f.figure, w.child_id as group_id, w.rolled_day as day, f.counts
    from whole w cross join lateral (values ${sql.join(figures.map((figure, index) => sql`(${figure.id}::text, w.${sql.ref(`f${index}`)}, ${wholeOf(figure).base}::int)`))}) f (figure, counts, base)
    where f.counts[f.base] > 0`;
}

/** Rows (group_id, day, keys, numbers): how often each key comes up. */
export function histogramRows(figure: Figure, rolling: Rolling): Sql {
  const { subject, base, count, histogram } = figure;
  return sql`
    with scope as (${scopeOf(rolling)}),
    x as (${subject.rows}),
    keyed as (
      select n.child_id, n.day, k.number || n.by as key, count(*)::int as n
      from (select x.child_id, ${rolledDay(subject)} as day, ${histogram!.by} as by, ${numbersOf(histogram!)} as numbers from x ${joinsOf([base, count])} where ${baseOf(figure)} and ${conditionOf(count)} offset 0) n
      cross join lateral unnest(n.numbers) k (number) where k.number is not null group by 1, 2, 3
    )
    select child_id as group_id, day, array_agg(key order by key) as keys, array_agg(n order by key) as numbers from keyed group by 1, 2`;
}

/** Of a month its last day. */
function rolledDay({ keptBy }: Subject): Sql {
  return keptBy === 'month' ? lastOfMonth(sql`x.day`) : sql`x.day`;
}

/** What those weigh of whom the same is said. */
function weighed(figures: readonly Figure[]): Sql {
  const sums = figures.flatMap(({ weights }, index) => (weights ? [sql`, sum(${weights.base})::int as ${sql.ref(`wb${index}`)}, sum(${weights.count})::int as ${sql.ref(`wc${index}`)}`] : []));
  return sql.join(sums, sql``);
}

function weightsIn(figures: readonly Figure[]): Sql {
  return sql.join(figures.flatMap(({ weights }, index) => (weights ? [sql`${sql.ref(`wb${index}`)}, ${sql.ref(`wc${index}`)}, `] : [])), sql``);
}

/** Something said of a subject by a small number. */
interface Sign {
  readonly as: string;
  readonly of: Sql;
  readonly bits: number;
}

function placed(signs: readonly Sign[]): (Sign & { at: number })[] {
  let next = 0;
  const found = signs.map((sign) => ({ ...sign, at: (next += sign.bits) - sign.bits }));
  if (next > 63) throw new Error('the figures of one subject say more than a number holds: divide the pass');
  return found;
}

function packed(signs: readonly (Sign & { at: number })[]): Sql {
  return sql`(${sql.join(signs.map(({ of, at }) => sql`((${of})::bigint << ${sql.lit(at)})`), sql` | `)})`;
}

function scopeOf({ figures, system, days, groups }: Rolling): Sql {
  const { kind, subject } = figures[0]!;
  const only = groups ? sql`and p.group_id = any(${[...groups]}::uuid[])` : sql``;
  const places = subject.withHeirs ? untilMerged : sql`figure_places`;
  if (kind === 'state' && days.length === 1) return sql`
    select 0 as point, ${days[0]!}::date as from_day, ${days[0]!}::date as day, p.unit_id, p.group_id as child_id, p.valid, true as may_be_heir
    from ${places} p where p.system = ${system} and p.valid @> ${days[0]!}::date ${only}`;
  if (kind === 'state') return sql`
    select a.point, a.day as from_day, a.day, p.unit_id, p.group_id as child_id, p.valid, true as may_be_heir
    from unnest(${days.map((_, index) => index)}::int[], ${[...days]}::date[]) a (point, day) join ${places} p on p.system = ${system} and p.valid @> a.day ${only}`;
  return sql`
    select 0 as point, ${days[0]!}::date as from_day, ${days.at(-1)!}::date as day, p.unit_id, p.group_id as child_id, p.valid, true as may_be_heir
    from ${places} p where p.system = ${system} ${only}`;
}

/** On today's boundaries a unit that was merged has a place beside that of its heir, with whom alone its duties count. */
const untilMerged = sql`(
  select f.system, f.unit_id, f.group_id, f.valid * daterange(null, h.since) as valid
  from figure_places f left join (select k.descendant_id as unit_id, min(lower(k.valid)) as since from unit_closure k where k.hierarchy = 'succession' and k.depth > 0 group by 1) h on h.unit_id = f.unit_id
  where f.valid && daterange(null, h.since))`;

function onlyTurned({ figures, turned }: Rolling): Sql {
  const { turnsWith } = figures[0]!.subject;
  return turned && turnsWith ? sql`where ${hasTurned(turnsWith, turned)}` : sql``;
}

function conditions(figure: Figure, index: number): Sign[] {
  if (!hasBase(figure)) return [];
  const isBase = baseOf(figure);
  return [
    { as: `b${index}`, of: yes(isBase), bits: 1 },
    { as: `c${index}`, of: yes(sql`(${isBase}) and (${conditionOf(figure.count)})`), bits: 1 },
  ];
}

/** Buckets by their number from 1 on; 0 is not known. */
function codes(dimension: Dimension, index: number): Sign[] {
  if (dimension.kind === 'overlap') return dimension.buckets.map(({ where }, bucket) => ({ as: `d${index}_${bucket}`, of: yes(where), bits: 1 }));
  const known = dimension.buckets.map(({ code }) => code);
  return [{ as: `d${index}`, of: sql`coalesce(array_position(${known}::text[], (${dimension.of})::text), 0)`, bits: Math.ceil(Math.log2(known.length + 1)) }];
}

/** None within the months that are told apart is as good as none. */
const monthsToNext: Sign = { as: 'months_to_next', of: sql`least(coalesce(${monthsApart(sql`x.day`, sql`x.superseded_on`)}, ${sql.lit(mostMonthsAfter + 1)}), ${sql.lit(mostMonthsAfter + 1)})`, bits: 4 };

function yes(condition: Sql): Sql {
  return sql`case when ${condition} then 1 else 0 end`;
}

function vector(figure: Figure, index: number, dimensions: readonly Dimension[]): Sql {
  const buckets = figure.dimensions.flatMap((dimension) => bucketsOf(dimension).map((_, bucket) => isIn(dimension, { at: dimensions.indexOf(dimension), bucket })));
  const of = (weight: string) => (figure.weights ? sql.ref(`${weight}${index}`) : sql`n`);
  const sides = hasBase(figure) ? [{ side: sql`${sql.ref(`c${index}`)} = 1`, n: of('wc') }, { side: sql`${sql.ref(`b${index}`)} = 1`, n: of('wb') }] : [{ side: sql`true`, n: of('wc') }];
  const isLast = (months: number) => (figure.subject.isLastAlone ? sql`and ${sql.ref(monthsToNext.as)} > ${sql.lit(months)}` : sql``);
  const counts = monthsAfter(figure).flatMap((months) => [sql`true`, ...buckets].flatMap((bucket) => sides.map(({ side, n }) => sql`coalesce(sum(${n}) filter (where ${side} and ${bucket} ${isLast(months)}), 0)::int`)));
  return sql`array[${sql.join(counts)}]`;
}

function isIn(dimension: Dimension, { at, bucket }: { at: number; bucket: number }): Sql {
  if (dimension.kind === 'overlap') return sql`${sql.ref(`d${at}_${bucket}`)} = 1`;
  return sql`${sql.ref(`d${at}`)} = ${sql.lit(bucket < dimension.buckets.length ? bucket + 1 : 0)}`;
}
