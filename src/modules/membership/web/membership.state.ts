/** How somebody stands on a day, read from the spells of the person's page, and which acts fit that standing. Pure. */
import type { z } from 'zod';
import { addDays, holdsOn, type Day } from '../../../platform/day.ts';
import type { membershipShapes } from '../membership.contract.ts';
import type { EndReason } from '../membership.ts';

type Shape<K extends keyof typeof membershipShapes> = z.output<(typeof membershipShapes)[K]>;

export interface Spells {
  readonly memberships: readonly Shape<'membership'>[];
  readonly placements: readonly Shape<'placement'>[];
  readonly exemptions: readonly Shape<'exemption'>[];
  readonly awaySpells: readonly Shape<'awaySpell'>[];
}

export const actIds = ['admit', 'recognise', 'transfer', 'transferOut', 'arrive', 'placeTemporarily', 'exempt', 'endExemption', 'goAway', 'keepContact', 'comeBack', 'confirmTemporary', 'takeBackTemporary', 'end'] as const;
export type MembershipActId = (typeof actIds)[number];

/** Acts that need another cell within reach. */
export const intoOtherCell: readonly MembershipActId[] = ['transfer', 'placeTemporarily'];

/** The acts that make sense on the day; the server has the last word. The first is the likeliest. */
export function fittingActs(spells: Spells, on: Day): readonly MembershipActId[] {
  const membership = spells.memberships.find(({ period }) => holdsOn(period, on));
  if (!membership) return departureOn(spells, on)?.reason === 'transferred_out' ? ['arrive'] : ['admit'];
  if (!cellOn(spells, on)) return ['arrive', 'end'];
  return [
    ...(membership.recognisedOn === null || membership.recognisedOn > on ? (['recognise'] as const) : []),
    'transfer',
    'transferOut',
    ...guestActs(spells, on),
    spells.exemptions.some(({ period }) => holdsOn(period, on)) ? 'endExemption' : 'exempt',
    ...(spells.awaySpells.some(({ period }) => holdsOn(period, on)) ? (['keepContact', 'comeBack'] as const) : (['goAway'] as const)),
    'end',
  ];
}

/** The receiving cell confirms; until it has, the own cell may take it back. Whether this reader may is asked by the server. */
function guestActs(spells: Spells, on: Day): readonly MembershipActId[] {
  const guest = guestCellOn(spells, on);
  if (!guest) return ['placeTemporarily'];
  return guest.confirmedOn === null ? ['confirmTemporary', 'takeBackTemporary'] : [];
}

export function cellOn({ placements }: Pick<Spells, 'placements'>, on: Day): Shape<'placement'> | undefined {
  return placements.find(({ kind, period }) => kind === 'official' && holdsOn(period, on));
}

export function guestCellOn({ placements }: Pick<Spells, 'placements'>, on: Day): Shape<'placement'> | undefined {
  return placements.find(({ kind, period }) => kind === 'temporary' && holdsOn(period, on));
}

/** Why somebody who was a member is none on the day, and since when. */
export function departureOn({ memberships }: Pick<Spells, 'memberships'>, on: Day): { readonly reason: EndReason; readonly since: Day } | undefined {
  if (memberships.some(({ period }) => holdsOn(period, on))) return undefined;
  const ended = memberships.filter(({ period }) => period.to !== null && period.to < on).toSorted((one, other) => (one.period.from < other.period.from ? -1 : 1)).at(-1);
  return ended?.endReason && ended.period.to ? { reason: ended.endReason, since: addDays(ended.period.to, 1) } : undefined;
}
