/** The clocks of petitions: working days by the rule at the body, from the calendar. */
import type { Ctx } from '../../../platform/context.ts';
import { addDays, type Day } from '../../../platform/day.ts';
import type { Id } from '../../../platform/ids.ts';
import { getRule, workingCalendar } from '../../rules/server/index.ts';
import { addWorkingDays, workingDaysBetween } from '../../rules/working.days.ts';

type Clock = 'petition.firstAnswerWorkingDays' | 'petition.secondAnswerWorkingDays';

/** The last day of the clock that begins on a day. */
export async function dueFrom(ctx: Ctx, clock: Clock, { bodyId, from }: { readonly bodyId: Id<'unit'>; readonly from: Day }): Promise<Day> {
  const { value } = await getRule(ctx, clock, { unitId: bodyId, on: from });
  return addWorkingDays(from, value, await workingCalendar(ctx, { from, to: addDays(from, value * 3 + 60) }));
}

/** For the answer: how long the place has waited since it raised it, whoever had it meanwhile. */
export async function daysWaited(ctx: Ctx, { from, to }: { readonly from: Day; readonly to: Day }): Promise<number> {
  return Math.min(workingDaysBetween(from, to, await workingCalendar(ctx, { from, to })), mostDays);
}

/** As the column has room for. */
const mostDays = 32_000;
