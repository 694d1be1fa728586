/**
 * Who set last what of a meeting, and when: told to whoever set the same otherwise without having seen it (`meeting.conflict.ts`).
 * Kept while it may still be set otherwise, and no longer. Pure.
 */
import { canonicalJson } from '../../platform/canonical.ts';
import { planFieldNames } from './meeting.changed.ts';
import type { Theirs } from './meeting.conflict.ts';
import { officialRoles } from './meeting.kinds.ts';
import { isAhead, type Meeting } from './meeting.ts';

export interface Hand {
  /** An account. */
  readonly by: string;
  readonly at: string;
  /** People on the roll and pieces by their ids; what a meeting has one of by its name. */
  readonly of: readonly string[];
}

/** As a refusal tells it: by name. */
export interface ToldHand extends Omit<Hand, 'by'> {
  readonly name: string;
  /** The same account, on another device. */
  readonly isOwn: boolean;
}

/** What an act has set, taken back or taken out. */
export function setBetween(before: Meeting | undefined, after: Meeting): string[] {
  const [was, is] = [before ? thingsOf(before) : new Map<string, string>(), thingsOf(after)];
  const changed = [...new Set([...was.keys(), ...is.keys()])].filter((key) => was.get(key) !== is.get(key));
  return before && hasOtherOrder(before, after) ? [...changed, 'order'] : changed;
}

export function handsAfter(hands: readonly Hand[], { by, at, set, after }: { readonly by: string | undefined; readonly at: string; readonly set: readonly string[]; readonly after: Meeting }): Hand[] {
  const mine = new Set(set);
  const others = hands.map((hand) => ({ ...hand, of: hand.of.filter((key) => !mine.has(key)) }));
  const all = by === undefined ? others : joined(others, { by, at, of: set });
  return all.map((hand) => ({ ...hand, of: hand.of.filter((key) => isOpen(key, after)) })).filter(({ of }) => of.length > 0);
}

/** No finer than by minutes, as it is told: a roll of thousands is marked one by one, and all of it is written each time. */
function joined(hands: readonly Hand[], own: Hand): Hand[] {
  const isOwn = ({ by, at }: Hand) => by === own.by && minuteOf(at) === minuteOf(own.at);
  return [...hands.filter((hand) => !isOwn(hand)), { ...own, of: [...hands.filter(isOwn).flatMap(({ of }) => of), ...own.of] }];
}

/** `2026-11-20T12:42`. */
function minuteOf(at: string): string {
  return at.slice(0, 16);
}

/** Of what a refusal is told. */
export function keysIn({ marks, itemId, keys }: Theirs): readonly string[] {
  return keys ?? (itemId === undefined ? (marks ?? []).map(({ personId }) => personId) : [itemId]);
}

export function handsOf(hands: readonly Hand[], keys: readonly string[]): Hand[] {
  return hands.map((hand) => ({ ...hand, of: hand.of.filter((key) => keys.includes(key)) })).filter(({ of }) => of.length > 0);
}

/** Whether it may still be set otherwise, or is to be told of. */
function isOpen(key: string, meeting: Meeting): boolean {
  switch (meeting.progress.is) {
    case 'closed': return key === 'score' || key === 'minutes' || key === 'chair' || key === 'writer';
    case 'adopted': return key === 'adoption';
    default: return isAhead(meeting) || meeting.progress.is === 'open';
  }
}

function thingsOf(meeting: Meeting): ReadonlyMap<string, string> {
  const { progress, on, score, minutes, areMinutesStale, roll } = meeting;
  const pieces = [...meeting.agenda, ...meeting.guests, ...meeting.opinions, ...meeting.votes, ...meeting.conclusions];
  return new Map<string, string>([
    ...planFieldNames.map((name) => [name, String(meeting[name])] as const),
    ['on', on],
    ...roll.flatMap(({ personId, mark, reason }) => (mark === null ? [] : [[personId, `${mark} ${reason}`] as const])),
    ...pieces.map((piece) => [piece.id, canonicalJson(piece)] as const),
    ...(score ? [['score', canonicalJson(score.points)] as const] : []),
    ...officialRoles.flatMap((role) => (meeting[role] ? [[role, canonicalJson(meeting[role])] as const] : [])),
    ...(minutes === null ? [] : [['minutes', `${areMinutesStale} ${minutes}`] as const]),
    ...(progress.is === 'adopted' ? [['adoption', progress.on] as const] : []),
  ]);
}

/** Points put in or taken out leave the order of the others as it is. */
function hasOtherOrder(before: Meeting, after: Meeting): boolean {
  const ids = (one: Meeting, other: Meeting) => one.agenda.filter(({ id }) => other.agenda.some((point) => point.id === id)).map(({ id }) => id).join();
  return ids(before, after) !== ids(after, before);
}
