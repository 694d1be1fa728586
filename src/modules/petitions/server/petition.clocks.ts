/** The clocks of petitions: working days by the rule at the body, from the calendar. */
import type { Ctx } from '../../../platform/context.ts';
import { addDays, type Day } from '../../../platform/day.ts';
import type { Id } from '../../../platform/ids.ts';
import { getRule, workingCalendar } from '../../rules/server/index.ts';
import { addWorkingDays, workingDaysBetween } from '../../rules/working.days.ts';
import { isTopicAt } from './catalogue.reads.ts';
import { findReceiver } from './petition.bodies.ts';

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

/** For many petitions of other days: what is asked of rules, topics and the tree is asked once. */
export interface Clocks {
  due(clock: Clock, at: { readonly bodyId: Id<'unit'>; readonly from: Day }): Promise<Day>;
  between(from: Day, to: Day): number;
  receiver(unitId: Id<'unit'>, on: Day): Promise<Id<'unit'> | undefined>;
  isTopic(code: string, unitId: Id<'unit'>, on: Day): Promise<boolean>;
}

export async function openClocks(ctx: Ctx, from: Day): Promise<Clocks> {
  const calendar = await workingCalendar(ctx, { from, to: addDays(ctx.today, longest) });
  const once = onceEach();
  return {
    due: async (clock, { bodyId, from: since }) => addWorkingDays(since, (await once(`${clock} ${bodyId} ${since.slice(0, 4)}`, () => getRule(ctx, clock, { unitId: bodyId, on: since }))).value, calendar),
    between: (first, last) => Math.min(workingDaysBetween(first, last, calendar), mostDays),
    receiver: (unitId, on) => once(`receiver ${unitId} ${on.slice(0, 4)}`, () => findReceiver(ctx, unitId, on)),
    isTopic: (code, unitId, on) => once(`topic ${code}`, () => isTopicAt(ctx, code, { unitId, on })),
  };
}

/** No clock runs longer. */
const longest = 500;

function onceEach() {
  const kept = new Map<string, Promise<unknown>>();
  return <Found>(key: string, find: () => Promise<Found>): Promise<Found> => {
    if (!kept.has(key)) kept.set(key, find());
    return kept.get(key) as Promise<Found>; // kept under this key alone
  };
}
