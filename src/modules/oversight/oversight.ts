/**
 * Cadres who follow units under a regulation of a Party organisation (Sóc Trăng, 10-QC/TU of 2021; rulebook §8): who is assigned where,
 * until when, and why no longer. Pure: each rule answers the assignment as it then is, or a refusal.
 */
import { addDays, type Day, type Period } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';
import type { TierDuties } from './duty.ts';
import type { EndReason, FollowedKind, Tier } from './oversight.kinds.ts';

export interface Regulation {
  readonly id: Id<'oversightRegulation'>;
  /** Who assigns. */
  readonly unitId: Id<'unit'>;
  readonly documentId: Id<'document'> | null;
  readonly title: string;
  /** Which units below it are to be followed. */
  readonly kinds: readonly FollowedKind[];
  /** How many units one cadre follows at most; null where the rule of the place holds. */
  readonly mostUnits: number | null;
  readonly period: Period;
  readonly duties: readonly TierDuties[];
  readonly version: number;
}

export interface Assignment {
  readonly id: Id<'oversightAssignment'>;
  readonly regulationId: Id<'oversightRegulation'>;
  readonly unitId: Id<'unit'>;
  readonly personId: Id<'person'>;
  readonly tier: Tier;
  /** The post that makes him eligible. */
  readonly postId: Id<'post'> | null;
  readonly decision: string;
  readonly period: Period;
  readonly endReason: EndReason | null;
  readonly endDecision: string | null;
  readonly talkingPoints: string;
  /** The role that was given with it. */
  readonly grantId: Id<'assignment'> | null;
  readonly recordedOn: Day;
  readonly version: number;
}

/** What a regulation may be made to say, with what was assigned under it already. */
export function regulationRefusal({ period, duties }: Pick<Regulation, 'period' | 'duties'>, assigned: readonly Period[]): Refusal | undefined {
  if (period.to !== null && period.to < period.from) return refuse('oversight.periodBackwards', 'invalid');
  if (duties.length === 0) return refuse('oversight.noTier', 'invalid');
  const outside = assigned.find((one) => !isInside(one, period));
  return outside && refuse('oversight.assignedOutside', 'conflict', { from: outside.from, to: outside.to });
}

type Assigning = Pick<Assignment, 'id' | 'unitId' | 'personId' | 'tier' | 'postId' | 'decision' | 'period'>;

export function assign(regulation: Pick<Regulation, 'id' | 'period' | 'duties'>, of: Assigning, on: Day): Assignment | Refusal {
  const { period } = of;
  if (period.to !== null && period.to < period.from) return refuse('oversight.periodBackwards', 'invalid');
  if (!isInside(period, regulation.period)) return refuse('oversight.outsideRegulation', 'invalid', { from: regulation.period.from, to: regulation.period.to });
  if (!regulation.duties.some(({ tier }) => tier === of.tier)) return refuse('oversight.tierNotOfRegulation', 'invalid', { tier: of.tier });
  return { ...of, regulationId: regulation.id, endReason: null, endDecision: null, talkingPoints: '', grantId: null, recordedOn: on, version: 0 };
}

/** Open ends go on until the regulation ends, and are ended with it. */
function isInside(inner: Period, outer: Period): boolean {
  return inner.from >= outer.from && (outer.to === null || inner.to === null || inner.to <= outer.to);
}

export interface Ending {
  readonly lastDay: Day;
  readonly reason: EndReason;
  readonly decision: string | null;
  readonly talkingPoints: string;
}

export function end(assignment: Assignment, { lastDay, reason, decision, talkingPoints }: Ending): Assignment | Refusal {
  if (assignment.endReason !== null) return refuse('oversight.endedAlready', 'conflict', { to: assignment.period.to });
  if (lastDay < assignment.period.from) return refuse('oversight.endBeforeStart', 'invalid', { from: assignment.period.from });
  if (assignment.period.to !== null && lastDay > assignment.period.to) return refuse('oversight.endAfterTerm', 'invalid', { to: assignment.period.to });
  return { ...assignment, period: { from: assignment.period.from, to: lastDay }, endReason: reason, endDecision: decision, talkingPoints };
}

/** An end that was entered by mistake; the term that the decision set before is entered anew by a new decision. */
export function reopen(assignment: Assignment): Assignment | Refusal {
  if (assignment.endReason === null) return refuse('oversight.notEnded', 'conflict');
  return { ...assignment, period: { from: assignment.period.from, to: null }, endReason: null, endDecision: null };
}

/** A slip of today; what stood longer is history, and is ended. */
export function removalRefusal({ recordedOn, endReason }: Pick<Assignment, 'recordedOn' | 'endReason'>, today: Day): Refusal | undefined {
  return recordedOn !== today || endReason !== null ? refuse('oversight.notOfToday', 'conflict', { recorded: recordedOn }) : undefined;
}

/** Whether what the next cadre is told may still be written; so many days after the last one it is what was handed over. */
export function handOverRefusal({ period: { to } }: Pick<Assignment, 'period'>, { today, days }: { readonly today: Day; readonly days: number }): Refusal | undefined {
  if (to === null || today <= addDays(to, days)) return undefined;
  return refuse('oversight.handedOver', 'conflict', { until: addDays(to, days) });
}

export interface Load {
  /** That he follows in the period already. */
  readonly units: number;
  /** That are added now. */
  readonly added: number;
  readonly most: number | null;
}

export function quotaRefusal({ units, added, most }: Load): Refusal | undefined {
  return isOverQuota({ units: units + added, most }) ? refuse('oversight.quotaReached', 'conflict', { units, most }) : undefined;
}

export function isOverQuota({ units, most }: { readonly units: number; readonly most: number | null }): boolean {
  return most !== null && units > most;
}

/** The stretches of a time in which nobody followed the unit. */
export function gapsIn(followed: readonly Period[], within: { readonly from: Day; readonly to: Day }): { readonly from: Day; readonly to: Day }[] {
  const gaps: { readonly from: Day; readonly to: Day }[] = [];
  let free = within.from;
  for (const { from, to } of followed.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    if (from > within.to) break;
    if (from > free) gaps.push({ from: free, to: addDays(from, -1) });
    if (to === null) return gaps;
    if (to >= free) free = addDays(to, 1);
  }
  return free <= within.to ? [...gaps, { from: free, to: within.to }] : gaps;
}
