/** Which reports a cadre owes: for each organisation under whose regulation places are followed, the periods that have ended. */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { addDays, addYears, type Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { findRuleValues } from '../../rules/server/index.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { Span } from '../quarter.ts';
import { reportsOwed, usualHandInDays } from '../report.owed.figures.ts';

export interface DueReport extends Span {
  readonly unitId: Id<'unit'>;
  /** Who stands for that organisation today. */
  readonly owner: { readonly id: Id<'unit'>; readonly name: string };
  readonly personId: Id<'person'>;
  readonly dueOn: Day;
  readonly reportId: Id<'cadreReport'> | null;
  readonly handedOn: Day | null;
}

const yearsBack = 2;

/** Of the last years, the latest first. A period is owed that ended while something was followed in it. */
export function dueReports(ctx: Ctx, personIds: readonly Id<'person'>[], { from, to }: Span = { from: addYears(ctx.today, -yearsBack), to: ctx.today }): Promise<DueReport[]> {
  const owed = reportsOwed({ from: sql`${from}::date`, to: sql`${to}::date`, where: sql`a.person_id = any(${[...personIds]}::uuid[])` });
  return rows(ctx.db, sql<DueReport>`select o.body_id as "unitId", json_build_object('id', o.owner_id, 'name', ${unitNameAt('o.owner_id', sql`${ctx.today}::date`)}) as owner, o.person_id as "personId",
    o.from_day as "from", o.to_day as "to", o.due_on as "dueOn", o.report_id as "reportId", o.handed_on as "handedOn" from ${owed} o order by o.to_day desc, o.body_id, o.person_id`);
}

export async function dueDayOf(ctx: Ctx, { unitId, to }: Pick<DueReport, 'unitId' | 'to'>): Promise<Day> {
  const [days] = await findRuleValues(ctx, 'cadreReport.handInDays', [{ unitId, on: to }]);
  return addDays(to, days ?? usualHandInDays);
}
