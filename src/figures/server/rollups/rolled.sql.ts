/** From a question to the groups under its roots and what is kept of them. */
import { sql, type RawBuilder } from 'kysely';
import { heldOn } from '../../held.ts';
import type { Figure, Sql } from '../../figure.ts';
import { askedRows, placeOfChild, standsAt } from '../facts.sql.ts';
import type { Kept } from './kept.reads.ts';
import { lengthOf } from './layout.ts';
import { firstOfMonth, lastOfMonth, monthsApart } from './months.ts';
import { markedGroups } from './rolled.marks.ts';
import type { RolledQuestion, Wanted } from './rolled.reads.ts';

/** Either counts (count and base of each wanted part, in turn; of a histogram one, with its key for a child) or a group that must be counted live. */
export interface HitRow {
  readonly point: number;
  readonly child: string | null;
  readonly counts: readonly number[] | null;
  readonly group: string | null;
  /** Of which days. */
  readonly days: string | null;
  readonly hidden: boolean;
}

export function hitParts(question: RolledQuestion, kept: Kept): RawBuilder<HitRow> {
  const { asked, wanted, granted } = question;
  const isHidden = granted === undefined ? sql`false` : sql`not g.reach && ${[...granted]}::uuid[]`;
  const isPresent = asked.figure.kind === 'state' ? sql`a.present @> a.day` : sql`a.present && daterange(a.from_day - 1, a.day, '[]')`;
  const ofReach = granted === undefined ? sql`` : sql`join figure_groups g on g.id = a.group_id`;
  // What cannot occur is left out of the text: to plan it would take longer than to read what is kept.
  const live = liveGroups(question, kept);
  return sql<HitRow>`
    with asked as materialized (${askedRows(asked)}),
    points as materialized (select distinct point, from_day, day from asked),
    tops as materialized (${tops(question)}),
    hit as materialized (
      select a.point, a.child_id, a.is_own, a.valid, a.group_id, ${isHidden} as hidden, count(*) over (partition by a.point, a.group_id) = 1 as is_alone
      from (${anchored(question, kept)}) a ${ofReach} where ${isPresent}
    ),
    ${kept.isMarked ? sql`marked as materialized (${marked(question, kept)}),` : sql``}
    ${live ? sql`live as materialized (${live}),` : sql``}
    cells as (${cells(question, { ...kept, hasLive: live !== undefined })})
    ${question.division === 'histogram' ? byKey : byChild(wanted)}
    ${live ? sql`union all select distinct point, null, null::int[], group_id::text, days::text, false from live` : sql``}
    ${granted ? sql`union all select point, null, null::int[], null, null, true from hit where hidden` : sql``}`;
}

/** Columns of `HitRow`. */
function byChild(wanted: readonly Wanted[]): Sql {
  return sql`
    select point, nullif(child_id, ${noChild})::text as child, ${sums(wanted)} as counts, null::text as group, null::text as days, false as hidden from (
      select point, child_id, sign, counts from cells
      union all select distinct point, child_id, 0, null::int[] from tops
    ) c group by point, child_id`;
}

/** The same of a histogram. */
const byKey = sql`
  select c.point, k.key as child, array[sum(c.sign * k.n)::int] as counts, null::text as group, null::text as days, false as hidden
  from cells c cross join lateral unnest(c.keys, c.numbers) k (key, n) group by c.point, k.key having sum(c.sign * k.n) <> 0`;

// A child that is none has an id too, so that groups can be joined by it.
const noChild = sql`'00000000-0000-0000-0000-000000000000'::uuid`;

/** The roots, or where divided their children: rows as of `asked` with top_id, top_valid and child_id. */
function tops({ asked, division }: RolledQuestion): Sql {
  if (division !== 'child') return sql`select a.*, a.root_id as top_id, '(,)'::daterange as top_valid, ${noChild} as child_id from asked a`;
  // Of thousands below in the closure the children are found by their parents; `offset 0` keeps the planner, who expects one
  // of them, from walking all that is below and looking for each of hundreds of children among them (measured: 320 ms).
  return sql`
    select a.*, k.descendant_id as top_id, ${asked.boundaries === 'today' ? sql`'(,)'::daterange` : sql`k.valid`} as top_valid, ${asked.figure.subject.hierarchy === 'all' ? placeOfChild : sql`k.descendant_id`} as child_id
    from asked a cross join lateral (
      select distinct p.unit_id from unit_parents p where a.splits and p.hierarchy = a.hierarchy and p.parent_id = a.root_id
      union all select a.root_id where not a.splits
    ) u cross join lateral (
      select k.descendant_id, k.valid from unit_closure k where k.hierarchy = a.hierarchy and k.ancestor_id = a.root_id and k.descendant_id = u.unit_id and ${standsAt(asked, 'k.valid')}
        and k.depth = case when a.splits then 1 else 0 end
      offset 0
    ) k`;
}

/** Groups with an anchor under a top. Those of the divided unit itself can only be told by their units, where they count anything. */
function anchored({ asked, division, system }: RolledQuestion, { isCoarse }: Kept): Sql {
  const kept = sql`ga.system = ${system} and ga.boundaries = ${asked.boundaries} ${isCoarse ? sql`and ga.is_coarse` : sql`and not ga.is_coarse`}`;
  const level = sql`${kept} and ga.hierarchy = a.hierarchy`;
  const valid = asked.boundaries === 'today' ? sql`'(,)'::daterange` : sql`a.top_valid * c.valid`;
  const own = sql`
    union all
    select a.point, a.from_day, a.day, ${noChild}, true, '(,)'::daterange, ga.group_id, ga.present
    from asked a join figure_group_anchors ga on ga.anchor_id = a.root_id and ${level} where a.splits`;
  const under = sql`c.hierarchy = a.hierarchy and c.ancestor_id = a.top_id and ${standsAt(asked, 'c.valid')} and c.valid && a.top_valid`;
  // Above, few anchors are looked up one by one, each once and not for every child; below, all that stand there are fewer than all anchors of the country.
  const ways = sql`select ga.group_id, ga.present, p.hierarchy, p.ancestor_id, p.valid from figure_group_anchors ga cross join lateral (select * from figure_anchor_paths p where p.anchor_id = ga.anchor_id and p.hierarchy = ga.hierarchy offset 0) p where ${kept} offset 0`;
  const pairs = isCoarse
    ? sql`(${ways}) c join tops a on ${under}`
    : sql`tops a join (select ga.group_id, ga.present, p.hierarchy, p.ancestor_id, p.valid from figure_anchor_paths p join figure_group_anchors ga on ga.anchor_id = p.anchor_id and ga.hierarchy = p.hierarchy and ${kept}) c on ${under}`;
  return sql`
    select a.point, a.from_day, a.day, a.child_id, false as is_own, ${valid} as valid, c.group_id, c.present from ${pairs}
    ${division === 'child' ? own : sql``}`;
}

/** Rows (point, group_id, whole_id, days): what is left out of the kept counts; `whole_id` is the group that was hit. None where nothing can be. */
function liveGroups({ asked, division }: RolledQuestion, { isCoarse, isMarked }: Kept): Sql | undefined {
  const { figure, boundaries } = asked;
  const byMonth = figure.subject.keptBy === 'month';
  const whole = sql`'(,)'::daterange as days`;
  const holds = (group: string) => sql`exists (select from figure_rollups r where r.figure = ${figure.id} and r.group_id = ${sql.ref(group)} and ${onDays(figure)})`;
  const ofRoot = sql`asked a join figure_group_anchors ga on ga.anchor_id = a.root_id and ga.boundaries = ${boundaries}`;
  const isLive = figure.kind === 'state' ? sql`m.days @> p.day` : sql`m.days && daterange(p.from_day, p.day, '[]')`;
  // Of the other months of a marked group what is kept holds.
  const ofMark = byMonth ? sql`m.days` : whole;
  const breaks = byMonth && boundaries === 'day' ? brokenMonths : undefined;
  // A country has tens of thousands of groups: looked at are those that are marked, or of the root.
  const parts = isCoarse
    ? [
        ...(division === 'child' ? [sql`select h.point, f.id as group_id, h.group_id as whole_id, ${whole} from hit h join points p on p.point = h.point join figure_groups f on f.coarse_id = h.group_id where h.is_own and ${holds('f.id')}`] : []),
        ...(isMarked ? [sql`select h.point, m.group_id, h.group_id as whole_id, ${ofMark} from marked m join hit h on h.group_id = m.coarse_id join points p on p.point = h.point where ${isLive}`] : []),
        ...(breaks ? [sql`select b.point, f.id as group_id, b.group_id as whole_id, b.days from (${breaks}) b join figure_groups f on f.coarse_id = b.group_id`] : []),
        ...(figure.subject.withoutRoot ? [sql`select h.point, f.id as group_id, h.group_id as whole_id, ${whole} from ${ofRoot} join figure_groups f on f.id = ga.group_id join hit h on h.point = a.point and h.group_id = f.coarse_id`] : []),
      ]
    : [
        ...(division === 'child' ? [sql`select h.point, h.group_id, h.group_id as whole_id, ${whole} from hit h join points p on p.point = h.point where h.is_own and ${holds('h.group_id')}`] : []),
        // The planner expects two of either and compares each with each: by an array, only those that are both are left for that.
        ...(isMarked ? [sql`select h.point, h.group_id, h.group_id as whole_id, ${ofMark} from hit h join points p on p.point = h.point join marked m on m.group_id = h.group_id and ${isLive} where h.group_id = any(array(select group_id from marked))`] : []),
        ...(breaks ? [sql`select b.point, b.group_id, b.group_id as whole_id, b.days from (${breaks}) b`] : []),
        ...(figure.subject.withoutRoot ? [sql`select h.point, h.group_id, h.group_id as whole_id, ${whole} from ${ofRoot} join hit h on h.point = a.point and h.group_id = ga.group_id`] : []),
      ];
  return parts.length === 0 ? undefined : sql`select distinct * from (${sql.join(parts, sql` union all `)}) l`;
}

/** Above, with the sum that each group is in, once for all: the planner expects one hit, and would look for each group again at each of the many. */
function marked({ asked: { figure }, system }: RolledQuestion, { isCoarse }: Kept): Sql {
  const groups = markedGroups(figure, system);
  return isCoarse ? sql`select m.group_id, m.days, f.coarse_id from (${groups}) m join figure_groups f on f.id = m.group_id` : groups;
}

/** Rows (point, group_id, days): within a month the group came to stand elsewhere; one row of it says both. */
const brokenMonths = sql`
  select h.point, h.group_id, daterange(${firstOfMonth(sql`b.day`)}, ${lastOfMonth(sql`b.day`)}, '[]') as days
  from hit h join points p on p.point = h.point cross join lateral (values (lower(h.valid)), (upper(h.valid))) b (day)
  where b.day > ${firstOfMonth(sql`b.day`)} and b.day > p.from_day and b.day <= ${lastOfMonth(sql`p.day`)}`;

/** Rows (point, child_id, sign) with the counts, or keys and numbers. A group found under several children counts under the first, as live. */
function cells(question: RolledQuestion, { isCoarse, hasLive }: Kept & { hasLive: boolean }): Sql {
  const fine = question.division === 'histogram' ? sql`figure_histograms` : sql`figure_rollups`;
  if (!isCoarse) {
    const isLive = sql`exists (select from live l where l.point = h.point and l.whole_id = h.group_id ${ofDays(question)})`;
    return counted(question, { table: sql`${fine} r on r.group_id = h.group_id`, sign: 1, where: hasLive ? sql`not ${isLive}` : sql`true` });
  }
  const where = question.division === 'child' ? sql`(h.point, h.group_id) not in (select o.point, o.group_id from hit o where o.is_own)` : sql`true`;
  const kept = counted(question, { table: sql`${question.division === 'histogram' ? sql`figure_histogram_sums` : sql`figure_sums`} r on r.group_id = h.group_id`, sign: 1, where });
  if (!hasLive) return kept;
  const left = sql`live l on l.point = h.point and l.whole_id = h.group_id join ${fine} r on r.group_id = l.group_id ${ofDays(question)}`;
  return sql`${kept} union all ${counted(question, { table: left, sign: -1, where })}`;
}

function counted({ asked, division }: RolledQuestion, { table, sign, where }: { table: Sql; sign: 1 | -1; where: Sql }): Sql {
  const { figure, boundaries } = asked;
  const { keptBy, placedDaysBefore = 0 } = figure.subject;
  const isPlaced = keptBy === 'month' ? sql`daterange(${firstOfMonth(sql`r.day`)}, r.day, '[]') <@ h.valid` : heldOn('h.valid', sql`r.day - ${sql.lit(placedDaysBefore)}`);
  const placed = figure.kind === 'flow' && boundaries === 'day' ? sql`and ${isPlaced}` : sql``;
  const read = sql`h.point, h.child_id, ${sql.lit(sign)} as sign, ${division === 'histogram' ? sql`r.keys, r.numbers` : sql`${countsOf(figure)} as counts`}
    from hit h join points p on p.point = h.point join ${table} and r.figure = ${figure.id} and ${onDays(figure)} ${placed} where ${where}`;
  const once = (only: Sql) => sql`(select distinct on (h.point, r.group_id, r.day) ${read} ${only} order by h.point, r.group_id, r.day, h.child_id)`;
  // What is counted live may be named several times, for days that overlap.
  if (sign === -1) return once(sql``);
  // Most groups are found once: to sort all their months to see that took a third of the time.
  return sql`(select ${read} and h.is_alone union all ${once(sql`and not h.is_alone`)})`;
}

/** Of the last alone: of the month `r.day` those that are still the last at the end of the period. */
function countsOf(figure: Figure): Sql {
  if (!figure.subject.isLastAlone) return sql`r.counts`;
  const before = sql`${monthsApart(sql`r.day`, sql`p.day`)} * ${sql.lit(lengthOf(figure))}`;
  return sql`r.counts[${before} + 1 : ${before} + ${sql.lit(lengthOf(figure))}]`;
}

/** Of a group that is counted live in some months the others are kept. */
function ofDays({ asked }: RolledQuestion): Sql {
  return asked.figure.subject.keptBy === 'month' ? sql`and l.days @> r.day` : sql``;
}

/** Rows `r` of the figure in the point `p`. */
function onDays({ kind, subject: { keptBy } }: Figure): Sql {
  if (kind === 'state') return sql`r.day = p.day`;
  return sql`r.day between p.from_day and ${keptBy === 'month' ? lastOfMonth(sql`p.day`) : sql`p.day`}`;
}

function sums(wanted: readonly Wanted[]): Sql {
  const sum = (positions: readonly number[]) => sql`coalesce(sum(c.sign * (${sql.join(positions.map((position) => sql`c.counts[${sql.lit(position)}]`), sql` + `)})), 0)::int`;
  return sql`array[${sql.join(wanted.flatMap(({ positions }) => [sum(positions.map(({ count }) => count)), sum(positions.map(({ base }) => base))]))}]`;
}
