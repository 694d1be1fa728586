/** Where a member takes part: transfers from cell to cell, on the road between them, and as the guest of another cell for a time. Pure, as `membership.ts`. */
import { overlaps, type Day, type Period } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { isRefusal, refuse, type Refusal } from '../../platform/problem.ts';
import { closed, coversSpell, guestPlacement, latestMembership, officialOn, withMembership, withPlacement, type MembershipHistory, type Placement } from './membership.ts';

export interface Transfer { placementId: Id<'placement'>; toCellId: Id<'unit'>; on: Day; decision: string | null }

/** From one cell straight to another: the last day here is the day before the first day there. */
export function transfer(history: MembershipHistory, { placementId, toCellId, on, decision }: Transfer): MembershipHistory | Refusal {
  const here = openPlacement(history, on);
  if (isRefusal(here)) return here;
  if (here.cellId === toCellId) return refuse('membership.sameCell', 'conflict');
  const there: Placement = { ...here, id: placementId, cellId: toCellId, period: { from: on, to: null }, inReason: 'internal', outReason: null, decision };
  const left = withPlacement(history, closed(here, on, 'internal'));
  return { ...left, placements: [...left.placements, there] };
}

/** Leaves for elsewhere with the introduction letter; stays a member, on the road until the arrival is recorded. */
export function transferOut(history: MembershipHistory, { on }: { on: Day }): MembershipHistory | Refusal {
  const here = openPlacement(history, on);
  return isRefusal(here) ? here : withPlacement(history, closed(here, on, 'transfer_out'));
}

export interface Arrival { placementId: Id<'placement'>; cellId: Id<'unit'>; on: Day; decision: string | null }

/** Arrives from the road, or comes back after having left these books by transfer: membership itself never stopped. */
export function arrive(history: MembershipHistory, { placementId, cellId, on, decision }: Arrival): MembershipHistory | Refusal {
  const last = latestMembership(history);
  if (!last || last.period.from > on) return refuse('membership.notMember', 'conflict');
  if (last.endReason !== null && last.endReason !== 'transferred_out') return refuse('membership.notMember', 'conflict');
  if (last.period.to !== null && last.period.to >= on) return refuse('membership.laterChange', 'conflict');
  const official = history.placements.filter(({ kind }) => kind === 'official');
  if (official.some(({ period }) => overlaps(period, { from: on, to: null }))) return refuse('membership.stillPlaced', 'conflict');
  const placement: Placement = { id: placementId, membershipId: last.id, cellId, kind: 'official', period: { from: on, to: null }, inReason: 'transfer_in', outReason: null, decision, confirmedOn: null };
  const reopened = withMembership(history, { ...last, period: { ...last.period, to: null }, endReason: null });
  return { ...reopened, placements: [...reopened.placements, placement] };
}

export interface TemporaryPlacement { placementId: Id<'placement'>; cellId: Id<'unit'>; period: Period; decision: string | null }

/** A guest of another cell for a time; the own cell goes on counting the member (24-QĐ/TW, 6.3.2). */
export function placeTemporarily(history: MembershipHistory, { placementId, cellId, period, decision }: TemporaryPlacement): MembershipHistory | Refusal {
  const own = officialOn(history, period.from);
  if (!own) return refuse('membership.notPlaced', 'conflict');
  if (own.cellId === cellId) return refuse('membership.sameCell', 'conflict');
  if (!coversSpell(history, period)) return refuse('membership.notMember', 'conflict');
  const guest = history.placements.filter(({ kind }) => kind === 'temporary');
  if (guest.some((other) => overlaps(other.period, period))) return refuse('membership.alreadyTemporary', 'conflict');
  const placement: Placement = { id: placementId, membershipId: own.membershipId, cellId, kind: 'temporary', period, inReason: null, outReason: null, decision, confirmedOn: null };
  return { ...history, placements: [...history.placements, placement] };
}

/** The host cell says that the guest has come: from then on both cells know where the member takes part. */
export function confirmTemporary(history: MembershipHistory, { on }: { on: Day }): MembershipHistory | Refusal {
  const guest = guestPlacement(history, on);
  if (!guest) return refuse('membership.notTemporary', 'conflict');
  if (guest.confirmedOn !== null) return refuse('membership.confirmedAlready', 'conflict', { on: guest.confirmedOn });
  return withPlacement(history, { ...guest, confirmedOn: on });
}

/** The member does not go after all: until the host cell has confirmed it, the own cell takes it back by itself. */
export function takeBackTemporary(history: MembershipHistory, { on }: { on: Day }): MembershipHistory | Refusal {
  const guest = guestPlacement(history, on);
  if (!guest) return refuse('membership.notTemporary', 'conflict');
  if (guest.confirmedOn !== null) return refuse('membership.confirmedAlready', 'conflict', { on: guest.confirmedOn });
  return { ...history, placements: history.placements.filter((other) => other !== guest) };
}

function openPlacement(history: MembershipHistory, on: Day): Placement | Refusal {
  const here = officialOn(history, on);
  if (!here) return refuse('membership.notPlaced', 'conflict');
  if (here.period.to !== null) return refuse('membership.laterChange', 'conflict');
  return here.period.from === on ? refuse('membership.sameDay', 'conflict') : here;
}
