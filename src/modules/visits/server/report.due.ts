/** Which reports a cadre owes: for each organisation under whose regulation places are followed, the periods that have ended. */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { addDays, addYears, type Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { findRuleValues } from '../../rules/server/index.ts';
import type { Span } from '../quarter.ts';
import { periodsOwed, usualHandInDays } from '../report.owed.figures.ts';

export interface DueReport extends Span {
  readonly unitId: Id<'unit'>;
  readonly personId: Id<'person'>;
  readonly dueOn: Day;
}

const yearsBack = 2;

interface OwedRow {
  readonly body_id: Id<'unit'>;
  readonly person_id: Id<'person'>;
  readonly from_day: Day;
  readonly to_day: Day;
}

/** Of the last years, the latest first. A period is owed that ended while something was followed in it. */
export async function dueReports(ctx: Ctx, personIds: readonly Id<'person'>[], { from, to }: Span = { from: addYears(ctx.today, -yearsBack), to: ctx.today }): Promise<DueReport[]> {
  const owed = periodsOwed({ from: sql`${from}::date`, to: sql`${to}::date`, where: sql`a.person_id = any(${[...personIds]}::uuid[])` });
  const found = await rows(ctx.db, sql<OwedRow>`select o.body_id, o.person_id, o.from_day, o.to_day from ${owed} o order by o.to_day desc, o.body_id, o.person_id`);
  const all = found.map((row) => ({ unitId: row.body_id, personId: row.person_id, from: row.from_day, to: row.to_day }));
  const days = await handInDays(ctx, all);
  return all.map((one, at) => ({ ...one, dueOn: addDays(one.to, days[at] ?? usualHandInDays) }));
}

export function handInDays(ctx: Ctx, periods: readonly Pick<DueReport, 'unitId' | 'to'>[]): Promise<(number | undefined)[]> {
  return findRuleValues(ctx, 'cadreReport.handInDays', periods.map(({ unitId, to }) => ({ unitId, on: to })));
}

export async function dueDayOf(ctx: Ctx, period: Pick<DueReport, 'unitId' | 'to'>): Promise<Day> {
  const [days] = await handInDays(ctx, [period]);
  return addDays(period.to, days ?? usualHandInDays);
}
