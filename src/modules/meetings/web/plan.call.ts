/** Plans a meeting with an id of this device's making, and with the meetings that it knows: one that another device has planned for the same month without signal is told then. */
import { day as asDay } from '../../../platform/day.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { call } from '../../../shell/api.ts';
import { meetingContract } from '../meeting.contract.ts';
import { sameMeetingWithin } from '../meeting.ts';
import type { planned } from './PlanFields.tsx';

type Plan = ReturnType<typeof planned> & { readonly unitId: string; readonly on: string };

export async function callPlan(plan: Plan): Promise<{ readonly id: string }> {
  const id = newId<'meeting'>(homeOf(plan.unitId as Id)); // an id as the server told it
  const seen = await knownAlike(plan);
  return call(meetingContract.plan, { id, ...plan, ...(seen ? { seen } : {}) });
}

/** Undefined where that cannot be told: then nothing is compared. */
async function knownAlike({ unitId, kind, on }: Plan): Promise<string[] | undefined> {
  const known = await call(meetingContract.list, { unitId, kind: [kind], ...sameMeetingWithin(kind, asDay(on)), limit: 40 }).catch(() => undefined);
  return known?.items.filter(({ unit }) => unit.id === unitId).map(({ id }) => id);
}
