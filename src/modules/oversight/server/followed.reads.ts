/**
 * Who follows which unit, for other modules: on a day, or at some time of a period, with the duties of his tier. What a unit that was
 * merged whole was owed goes on with its heir. Asks no access.
 */
import './oversight.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { bodiesOf } from '../../../figures/heirs.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day, Period } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { fromRange, toRange } from '../../../platform/db/period.columns.ts';
import type { Id } from '../../../platform/ids.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { Duties } from '../duty.ts';
import type { EndReason, Tier } from '../oversight.kinds.ts';
import type { Assignment, Regulation } from '../oversight.ts';

export interface Followed {
  readonly id: Assignment['id'];
  readonly regulationId: Regulation['id'];
  /** Who assigned. */
  readonly bodyId: Id<'unit'>;
  /** The unit; of one that was merged whole by then its heir. */
  readonly unitId: Id<'unit'>;
  readonly unitName: string;
  /** The unit for which the decision was made. */
  readonly assignedUnitId: Id<'unit'>;
  readonly personId: Id<'person'>;
  readonly personName: string;
  readonly tier: Tier;
  readonly duties: Duties;
  readonly decision: string;
  readonly period: Period;
  readonly endReason: EndReason | null;
}

export interface Whom {
  readonly unitIds?: readonly Id<'unit'>[] | undefined;
  readonly personIds?: readonly Id<'person'>[] | undefined;
}

export async function assignmentsOn(ctx: Ctx, { on, ...whom }: Whom & { readonly on: Day }): Promise<Followed[]> {
  return assignmentsIn(ctx, { ...whom, from: on, to: on });
}

export async function assignmentsIn(ctx: Ctx, { unitIds, personIds, from, to }: Whom & { readonly from: Day; readonly to: Day }): Promise<Followed[]> {
  const last = sql`${to}::date`;
  const found = await rows(ctx.db, sql<FollowedRow>`select * from (
    select a.id, a.regulation_id, r.unit_id as body_id, a.unit_id as assigned_unit_id, heir.unit_id, ${unitNameAt('heir.unit_id', last)} as unit_name, a.person_id, p.full_name, a.tier, a.decision, a.valid, a.end_reason,
      d.visits_per_quarter, d.cell_meetings_per_year, d.committee_meetings_per_year, d.report_every_months
    from oversight_assignments a join oversight_regulations r on r.home_id = a.home_id and r.id = a.regulation_id
    join people p on p.home_id = home_of(a.person_id) and p.id = a.person_id
    left join oversight_duties d on d.home_id = a.home_id and d.regulation_id = a.regulation_id and d.tier = a.tier
    cross join lateral (select ${heirOf(sql`a.unit_id`, last)} as unit_id) heir
    where a.valid && ${toRange({ from, to })}::daterange
      ${unitIds ? sql`and a.unit_id in (select body.id from unnest(${[...unitIds]}::uuid[]) asked (id) cross join lateral ${bodiesOf(sql`asked.id`, last)} body)` : sql``}
      ${personIds ? sql`and a.person_id = any(${[...personIds]}::uuid[])` : sql``}
    ) f order by f.unit_name collate vietnamese, lower(f.valid), f.id`);
  return found.map(followedOf);
}

export interface FollowedUnit {
  readonly id: Id<'unit'>;
  readonly name: string;
}

/** Those that whoever asks follows today. */
export async function followedUnitsOf(ctx: Ctx): Promise<FollowedUnit[]> {
  const me = ctx.actor?.personId;
  if (me === undefined) return [];
  const followed = await assignmentsOn(ctx, { personIds: [me], on: ctx.today });
  return [...new Map(followed.map(({ unitId, unitName }) => [unitId, { id: unitId, name: unitName }])).values()];
}

/** The unit, or whoever stands for it today. */
export async function unitToday(ctx: Ctx, unitId: Id<'unit'>): Promise<Id<'unit'>> {
  const row = await firstRow(ctx.db, sql<{ id: Id<'unit'> }>`select ${heirOf(sql`${unitId}::uuid`, sql`${ctx.today}::date`)} as id`);
  return row!.id;
}

/** The unit that took it over whole by that day, through however many mergers; itself where there is none. */
export function heirOf(unit: RawBuilder<unknown>, on: RawBuilder<unknown>): RawBuilder<Id<'unit'>> {
  return sql<Id<'unit'>>`coalesce((select k.ancestor_id from unit_closure k where k.hierarchy = 'succession' and k.descendant_id = ${unit} and k.depth > 0 and k.valid @> ${on} order by k.depth desc limit 1), ${unit})`;
}

interface FollowedRow {
  readonly id: Followed['id'];
  readonly regulation_id: Followed['regulationId'];
  readonly body_id: Id<'unit'>;
  readonly assigned_unit_id: Id<'unit'>;
  readonly unit_id: Id<'unit'>;
  readonly unit_name: string | null;
  readonly person_id: Id<'person'>;
  readonly full_name: string;
  readonly tier: Tier;
  readonly decision: string;
  readonly valid: string;
  readonly end_reason: EndReason | null;
  readonly visits_per_quarter: number | null;
  readonly cell_meetings_per_year: number | null;
  readonly committee_meetings_per_year: number | null;
  readonly report_every_months: number | null;
}

function followedOf(row: FollowedRow): Followed {
  return {
    id: row.id, regulationId: row.regulation_id, bodyId: row.body_id, unitId: row.unit_id, unitName: row.unit_name ?? '', assignedUnitId: row.assigned_unit_id, personId: row.person_id, personName: row.full_name,
    tier: row.tier, decision: row.decision, period: fromRange(row.valid), endReason: row.end_reason,
    duties: { visitsPerQuarter: row.visits_per_quarter, cellMeetingsPerYear: row.cell_meetings_per_year, committeeMeetingsPerYear: row.committee_meetings_per_year, reportEveryMonths: row.report_every_months },
  };
}
