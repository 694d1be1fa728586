/**
 * Rules of giving roles: nobody gives more than he holds. Pure; whether one unit lies under another is said by the
 * caller as `depth`, the number of steps of the hierarchy `reach` from the giver's unit down to the given one.
 */
import type { Period } from '../platform/day.ts';
import { refuse, type Refusal } from '../platform/problem.ts';
import { roles, type RoleCode } from './roles.ts';

export type ReachKind = 'none' | 'unit' | 'children' | 'subtree';

export interface Holding {
  readonly verbs: ReadonlySet<string>;
  readonly reach: ReachKind;
  readonly period: Period;
  /** Steps down to the unit for which the role is given; undefined where it does not lie below. */
  readonly depth: number | undefined;
}

export interface Gift {
  readonly role: RoleCode;
  readonly reach: ReachKind;
  readonly period: Period;
}

/** Says why this holding does not allow the gift; undefined where it does. */
export function beyond(holding: Holding, gift: Gift): Refusal | undefined {
  const verb = roles[gift.role].verbs.find((needed) => !holding.verbs.has(needed));
  if (verb) return refuse('access.beyondVerbs', 'forbidden', { verb });
  if (!covers(holding, gift.reach)) return refuse('access.beyondReach', 'forbidden');
  if (!isInside(gift.period, holding.period)) return refuse('access.beyondPeriod', 'forbidden', { from: holding.period.from, to: holding.period.to });
  return undefined;
}

/** A role without a place (a member's own record) reaches nothing; where its person must stand is asked elsewhere. */
export function covers(holding: Pick<Holding, 'reach' | 'depth'>, reach: ReachKind): boolean {
  if (holding.reach === 'none') return false;
  if (reach === 'none') return true;
  if (holding.depth === undefined) return false;
  if (holding.reach === 'subtree') return true;
  if (holding.reach === 'children') return (holding.depth === 0 && reach !== 'subtree') || (holding.depth === 1 && reach === 'unit');
  return holding.depth === 0 && reach === 'unit';
}

export function isInside(inner: Period, outer: Period): boolean {
  if (inner.from < outer.from) return false;
  return outer.to === null || (inner.to !== null && inner.to <= outer.to);
}

/** The shape of a gift by itself, whoever gives it. */
export function giftFault(gift: Gift & { readonly hasUnit: boolean }): Refusal | undefined {
  if (gift.period.to !== null && gift.period.to < gift.period.from) return refuse('access.periodBackwards', 'invalid');
  if (!roles[gift.role].reaches.includes(gift.reach)) return refuse('access.reachNotOfRole', 'invalid', { reaches: roles[gift.role].reaches });
  if ((gift.reach === 'none') === gift.hasUnit) return refuse('access.unitWithReach', 'invalid');
  return undefined;
}
