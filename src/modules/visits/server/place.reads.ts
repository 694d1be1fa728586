/** The places that the actor follows today: what was done there, what is still owed, what comes next. Nothing here writes. */
import './visit.tables.ts';
import { sql } from 'kysely';
import { holds } from '../../../access/reach.ts';
import { bodiesOf, heirOf } from '../../../figures/heirs.ts';
import type { Ctx } from '../../../platform/context.ts';
import { addDays, type Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { fromRange } from '../../../platform/db/period.columns.ts';
import type { Id } from '../../../platform/ids.ts';
import type { MeetingKind } from '../../meetings/meeting.kinds.ts';
import type { Tier } from '../../oversight/oversight.kinds.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { UnitKind } from '../../units/unit.kinds.ts';
import { mostAhead, mostBelow, mostPlaces, type Place } from '../place.shapes.ts';
import { missingInAll } from '../owed.ts';
import { daysBetween, quarterOf, yearOf } from '../quarter.ts';
import { countsFor } from '../visit.follows.figures.ts';
import { doneIn, owedColumns } from '../visit.duties.figures.ts';

export async function listPlaces(ctx: Ctx): Promise<{ items: Place[] }> {
  ctx.asked.add('visit.record');
  return { items: await placesOf(ctx) };
}

/** Where the most is owed before the others. */
export async function placesOf(ctx: Ctx): Promise<Place[]> {
  const me = ctx.actor?.personId;
  if (!me || !holds(ctx, 'visit.record')) return [];
  const found = await followedRows(ctx, me);
  const ids = found.map(({ unit_id: id }) => id);
  const [below, ahead, promises] = [await belowOf(ctx, ids), await meetingsAhead(ctx, ids), await promisesOf(ctx, { personId: me, unitIds: ids })];
  const places = found.map((row) => placeOf(row, { me, today: ctx.today, below: below.get(row.unit_id) ?? [], meetings: ahead.get(row.unit_id) ?? [], promises: promises.get(row.unit_id) ?? [] }));
  return places.toSorted((one, other) => missingInAll(other.quarter) - missingInAll(one.quarter) || (one.lastVisit?.on ?? '').localeCompare(other.lastVisit?.on ?? '') || one.unit.name.localeCompare(other.unit.name, 'vi'));
}

interface Tallied {
  readonly owed_visits: number | null;
  readonly owed_cell: number | null;
  readonly owed_committee: number | null;
  readonly visits: number;
  readonly cell: number;
  readonly committee: number;
}

interface FollowedRow {
  readonly unit_id: Id<'unit'>;
  readonly unit_name: string;
  readonly unit_kind: UnitKind;
  readonly tier: Tier;
  readonly valid: string;
  readonly quarter: Tallied;
  readonly year: Tallied;
  readonly last_id: Id<'visit'> | null;
  readonly last_on: Day | null;
}

function followedRows(ctx: Ctx, me: Id<'person'>): Promise<FollowedRow[]> {
  const today = sql`${ctx.today}::date`;
  const tallied = ({ from, to }: { readonly from: Day; readonly to: Day }) => {
    const span = { from: sql`${from}::date`, to: sql`${to}::date` };
    return sql`(select to_jsonb(x) from (select ${owedColumns(span)}, done.visits, done.cell, done.committee from ${doneIn(span)} done) x)`;
  };
  // Followed under several regulations, or of several that became one, it is one place: the first assignment tells of it.
  return rows(ctx.db, sql<FollowedRow>`
    select f.*, n.name as unit_name, n.kind as unit_kind from (
      select distinct on (heir.id) heir.id as unit_id, a.tier, a.valid::text as valid, ${tallied(quarterOf(ctx.today))} as quarter, ${tallied(yearOf(ctx.today))} as year, last.id as last_id, last.visited_on as last_on
      from oversight_assignments a cross join lateral (select ${heirOf(sql`a.unit_id`, today)} as id) heir left join oversight_duties d on d.home_id = a.home_id and d.regulation_id = a.regulation_id and d.tier = a.tier
      left join lateral (select v.id, v.visited_on from visits v where ${countsFor('v', 'a')} order by v.visited_on desc, v.id desc limit 1) last on true
      where a.person_id = ${me} and a.valid @> ${today} order by heir.id, lower(a.valid), a.id) f
    join unit_versions n on n.unit_id = f.unit_id and n.valid @> ${today} limit ${mostPlaces}`);
}

interface BesideRow {
  readonly root: Id<'unit'>;
  readonly id: Id<'unit'>;
  readonly name: string;
  readonly kind: UnitKind;
}

/** The organisations below in the Party, and the villages of the territory. */
async function belowOf(ctx: Ctx, ids: readonly Id<'unit'>[]): Promise<Map<Id<'unit'>, BesideRow[]>> {
  const found = await rows(ctx.db, sql<BesideRow>`
    select r.id as root, b.* from unnest(${[...ids]}::uuid[]) r (id), lateral (
      select n.unit_id as id, n.name, n.kind from unit_closure k join unit_versions n on n.unit_id = k.descendant_id and n.valid @> ${ctx.today}::date and n.kind in ('cell', 'grassroots_party', 'division_party', 'village')
      where k.hierarchy = 'reach' and k.ancestor_id = r.id and k.depth > 0 and k.valid @> ${ctx.today}::date order by n.kind, n.name, n.unit_id limit ${mostBelow}) b`);
  return Map.groupBy(found, ({ root }) => root);
}

interface AheadRow {
  readonly root: Id<'unit'>;
  readonly id: Id<'meeting'>;
  readonly kind: MeetingKind;
  readonly on: Day;
  readonly at: string | null;
}

const daysAhead = 45;

async function meetingsAhead(ctx: Ctx, ids: readonly Id<'unit'>[]): Promise<Map<Id<'unit'>, AheadRow[]>> {
  const found = await rows(ctx.db, sql<AheadRow>`
    select r.id as root, b.id, b.kind, b.held_on as on, ${unitNameAt('b.unit_id', sql`${ctx.today}::date`)} as at from unnest(${[...ids]}::uuid[]) r (id), lateral (
      select m.id, m.kind, m.held_on, m.unit_id from meetings m
      where m.unit_id in (select r.id union all select k.descendant_id from unit_closure k where k.hierarchy = 'party' and k.ancestor_id = r.id and k.depth > 0 and k.valid @> ${ctx.today}::date)
        and m.state in ('planned', 'invited') and m.held_on between ${ctx.today}::date and ${addDays(ctx.today, daysAhead)}::date order by m.held_on, m.id limit ${mostAhead}) b`);
  return Map.groupBy(found, ({ root }) => root);
}

interface PromiseRow {
  readonly root: Id<'unit'>;
  readonly id: Id<'task'>;
  readonly title: string;
  readonly due_on: Day | null;
  readonly at: string | null;
  readonly stage: string;
}

async function promisesOf(ctx: Ctx, { personId, unitIds }: { readonly personId: Id<'person'>; readonly unitIds: readonly Id<'unit'>[] }): Promise<Map<Id<'unit'>, PromiseRow[]>> {
  const found = await rows(ctx.db, sql<PromiseRow>`
    select r.id as root, t.id, t.title, t.due_on, t.stage, ${unitNameAt('t.unit_id', sql`${ctx.today}::date`)} as at from unnest(${[...unitIds]}::uuid[]) r (id)
    join tasks t on t.origin_kind = 'visit' and t.state = 'open' and t.owner_id = ${personId}
      and (t.unit_id in (select id from ${bodiesOf(sql`r.id`, sql`${ctx.today}::date`)} body) or exists (select from unit_closure k where k.hierarchy = 'reach' and k.ancestor_id = r.id and k.descendant_id = t.unit_id and k.valid @> ${ctx.today}::date))
    order by t.due_on, t.id`);
  return Map.groupBy(found, ({ root }) => root);
}

interface Beside {
  readonly me: Id<'person'>;
  readonly today: Day;
  readonly below: readonly BesideRow[];
  readonly meetings: readonly AheadRow[];
  readonly promises: readonly PromiseRow[];
}

function placeOf(row: FollowedRow, { me, today, below, meetings, promises }: Beside): Place {
  const quarter = quarterOf(today);
  const isLate = ({ due_on: dueOn, stage }: PromiseRow) => dueOn !== null && dueOn < today && stage !== 'reported';
  const tallies = { visits: { done: row.quarter.visits, owed: row.quarter.owed_visits }, cellMeetings: { done: row.quarter.cell, owed: row.quarter.owed_cell }, committeeMeetings: { done: row.quarter.committee, owed: row.quarter.owed_committee } };
  const ahead: Place['ahead'] = [
    ...meetings.map(({ id, kind, on, at }) => ({ what: 'meeting' as const, on, id, meetingKind: kind, at: at ?? '', words: '', left: daysBetween(today, on), isLate: false })),
    ...promises.flatMap((one) => (one.due_on === null ? [] : [{ what: 'promise' as const, on: one.due_on, id: one.id, meetingKind: null, at: one.at ?? '', words: one.title, left: daysBetween(today, one.due_on), isLate: isLate(one) }])),
    ...(missingInAll(tallies) > 0 ? [{ what: 'quarter' as const, on: quarter.to, id: null, meetingKind: null, at: row.unit_name, words: '', left: daysBetween(today, quarter.to), isLate: false }] : []),
  ];
  return {
    unit: { id: row.unit_id, name: row.unit_name, kind: row.unit_kind }, follower: me, tier: row.tier, since: fromRange(row.valid).from, lastVisit: row.last_id && row.last_on ? { id: row.last_id, on: row.last_on } : null,
    quarter: { ...quarter, ...tallies, daysLeft: daysBetween(today, quarter.to) },
    year: { cellMeetings: { done: row.year.cell, owed: row.year.owed_cell }, committeeMeetings: { done: row.year.committee, owed: row.year.owed_committee } },
    promises: { open: promises.length, late: promises.filter(isLate).length }, ahead: ahead.toSorted((one, other) => one.on.localeCompare(other.on)).slice(0, mostAhead),
    below: below.map(({ id, name, kind }) => ({ id, name, kind })),
  };
}
