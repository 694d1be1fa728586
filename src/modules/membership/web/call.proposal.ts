/** The next call that the form of a member away proposes: never one that would be due as soon as it is recorded. Pure. */
import { day as asDay } from '../../../platform/day.ts';
import { nextCallAfter } from '../away.ts';
import type { MembershipActId } from './membership.state.ts';

interface Days {
  /** On which the member went away, or was spoken to. */
  readonly on: string | undefined;
  readonly today: string;
}

/** Whoever is told late to be away is called a month from now; who was spoken to more than a month ago should be called, on a day that nobody knows yet. */
export function proposedCall(actId: MembershipActId, { on, today }: Days): string | undefined {
  if (on === undefined) return undefined;
  if (actId === 'goAway') return nextCallAfter(asDay(on > today ? on : today));
  const next = nextCallAfter(asDay(on));
  return next > today ? next : undefined;
}

interface Before {
  readonly on: string | undefined;
  readonly contactDueOn: string | undefined;
}

/** The proposal goes along with the day; what was chosen, or emptied, stays. */
export function movedTo(on: string | undefined, { actId, today, before }: { readonly actId: MembershipActId; readonly today: string; readonly before: Before }): Partial<Before> {
  const isProposed = before.contactDueOn === proposedCall(actId, { on: before.on, today });
  return on && isProposed ? { on, contactDueOn: proposedCall(actId, { on, today }) } : { on };
}
