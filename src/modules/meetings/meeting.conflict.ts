/**
 * Two who note the same meeting without seeing each other: what differs is refused and shown to a person, and never written
 * over. `seen` is what stood there when it was changed; without it nothing is compared. Pure.
 */
import { canonicalJson } from '../../platform/canonical.ts';
import { isRefusal, refuse, type Refusal } from '../../platform/problem.ts';
import { adoptionAgain, adoptionOfTheirs, planAgain, planLeft, textAdopted, type Adoption, type PlanChange, type StandingMinutes } from './meeting.changed.ts';
import type { ToldHand } from './meeting.hands.ts';
import type { LeaveReason, Mark } from './meeting.kinds.ts';
import type { WholeMeeting } from './meeting.record.ts';
import { agendaFor } from './meeting.papers.ts';
import { put, remove, type Part, type PartName } from './meeting.parts.ts';
import { mark, type Marking } from './meeting.roll.ts';
import { isHeld, type Meeting } from './meeting.ts';

export interface SeenMarking extends Marking {
  readonly seen?: { readonly mark: Mark | null; readonly reason: LeaveReason | null } | undefined;
}

export function markSeen(meeting: Meeting, given: { readonly marks: readonly SeenMarking[]; readonly rest: 'present' | 'online' | null }): Meeting | Refusal {
  if (isHeld(meeting) && given.marks.every(({ seen }) => seen !== undefined)) {
    const marks = given.marks.flatMap((made) => meeting.roll.filter((one) => one.personId === made.personId && !isSameMark(one, made)).map(({ personId, mark: stands, reason }) => ({ personId, mark: stands, reason })));
    return overtaken(meeting, (open) => mark(open, given), { marks });
  }
  const marked = mark(meeting, given);
  if (isRefusal(marked)) return marked;
  const made = new Map(marked.roll.map((one) => [one.personId, one]));
  const theirs = given.marks.flatMap(({ personId, seen }) => {
    const stands = meeting.roll.find((one) => one.personId === personId);
    const isOther = seen && stands && !isSameMark(stands, seen) && !isSameMark(stands, made.get(personId)!);
    return isOther ? [{ personId, mark: stands.mark, reason: stands.reason }] : [];
  });
  return theirs.length === 0 ? marked : refuse('meetings.changedMeanwhile', 'conflict', { marks: theirs });
}

/** `seen`: null where the piece was new. */
export function putSeen(meeting: Meeting, { piece, seen }: { readonly piece: Part; readonly seen?: Part | null | undefined }): Meeting | Refusal {
  const stands = pieceOf(meeting, piece.part, piece.item.id);
  if (isHeld(meeting) && seen !== undefined) return overtaken(meeting, (open) => put(open, piece), { part: piece.part, itemId: piece.item.id, theirs: stands });
  const after = put(meeting, piece);
  if (isRefusal(after) || seen === undefined) return after;
  return isSame(stands, seen?.item ?? null) || isSame(stands, piece.item) ? after : refuseOther(piece.part, piece.item.id, stands);
}

export function removeSeen(meeting: Meeting, { part, itemId, seen }: { readonly part: PartName; readonly itemId: string; readonly seen?: Part | undefined }): Meeting | Refusal {
  const stands = pieceOf(meeting, part, itemId);
  if (isHeld(meeting) && seen !== undefined) return stands === null ? meeting : overtaken(meeting, (open) => remove(open, { part, itemId }), { part, itemId, theirs: stands });
  const after = remove(meeting, { part, itemId });
  // Taken out by the other already: that is what was wanted.
  if (seen !== undefined && stands === null && isRefusal(after) && after.code === 'platform.notFound') return meeting;
  if (isRefusal(after) || seen === undefined) return after;
  return isSame(stands, seen.item) ? after : refuseOther(part, itemId, stands);
}

/** Closed meanwhile by a device that did not see it: what stands so anyway is done, anything else is shown beside what stands. */
function overtaken(meeting: Meeting, edit: (open: Meeting) => Meeting | Refusal, theirs: Theirs): Meeting | Refusal {
  const { progress } = meeting;
  const after = edit({ ...meeting, progress: { is: 'open' } });
  if (isRefusal(after)) return after;
  return isSame({ ...after, progress }, meeting) ? meeting : refuse('meetings.closedMeanwhile', 'conflict', { ...theirs, state: progress.is });
}

function refuseOther(part: PartName, itemId: string, theirs: Part['item'] | null): Refusal {
  return refuse('meetings.changedMeanwhile', 'conflict', { part, itemId, theirs });
}

function pieceOf(meeting: Meeting, part: PartName, itemId: string): Part['item'] | null {
  const items: readonly Part['item'][] = meeting[part];
  return items.find(({ id }) => id === itemId) ?? null;
}

function isSameMark(one: SeenMark, other: SeenMark): boolean {
  return one.mark === other.mark && one.reason === other.reason;
}

type SeenMark = NonNullable<SeenMarking['seen']>;

function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

/** What a refusal tells of the other's: marks of people, one piece (null: taken out), or what the meeting has one of. */
export interface Theirs {
  readonly marks?: readonly Marking[];
  /** As `seen` of the procedure has it. */
  readonly value?: unknown;
  readonly part?: PartName;
  readonly itemId?: string;
  readonly theirs?: Part['item'] | null;
  /** Of a meeting that was closed meanwhile: how far it has come. */
  readonly state?: 'closed' | 'adopted';
  /** Of `value`: what of it is another. */
  readonly keys?: readonly string[];
  /** Who set it and when; nothing of whom that is not known any more. Told by the server alone. */
  readonly hands?: readonly ToldHand[];
}

export type Noted = Readonly<Record<string, unknown>>;

/** The refused input again, to be kept against the other's; undefined where that can't be any more. */
export function mineAgain(procedure: string, input: Noted, theirs: Theirs): Noted | undefined {
  // To minutes that are adopted things are only added.
  if (theirs.state === 'adopted') return undefined;
  if (procedure === 'meetings.mark') return { ...input, marks: marksOf(input).map((one) => ({ ...one, ...seenOf(one, theirs) })) };
  if (procedure === 'meetings.change') return { ...input, ...planAgain(changeOf(input), theirs.value as PlanChange) };
  if (procedure === 'meetings.adopt') return adoptionAgain(adoptionOf(input), theirs.value as StandingMinutes);
  if ('value' in theirs) return { ...input, seen: theirs.value };
  return { ...input, seen: theirs.theirs && theirs.part ? { part: theirs.part, item: theirs.theirs } : null };
}

/** What is left to be sent where the other's is kept; undefined where nothing is. */
export function theirsKept(procedure: string, input: Noted, theirs: Theirs): Noted | undefined {
  if (procedure === 'meetings.change') {
    const left = planLeft(changeOf(input), theirs.value as PlanChange);
    return left && { ...input, ...left };
  }
  if (procedure === 'meetings.adopt') return adoptionOfTheirs(adoptionOf(input), theirs.value as StandingMinutes);
  if (procedure !== 'meetings.mark') return undefined;
  const others = new Set(theirs.marks?.map(({ personId }) => personId));
  const left = marksOf(input).filter(({ personId }) => !others.has(personId));
  return left.length === 0 && (input['rest'] ?? null) === null ? undefined : { ...input, marks: left };
}

function seenOf({ personId }: SeenMarking, { marks }: Theirs): Pick<SeenMarking, 'seen'> {
  const other = marks?.find((one) => one.personId === personId);
  return other ? { seen: { mark: other.mark, reason: other.reason } } : {};
}

type SeenChange = PlanChange & { readonly seen: PlanChange };

function changeOf(input: Noted): SeenChange {
  return input as unknown as SeenChange; // it was compared with what was seen, or it would not have been refused
}

function adoptionOf(input: Noted): Noted & Adoption {
  return input as Noted & Adoption; // as the contract of `adopt` has it
}

function marksOf(input: Noted): readonly SeenMarking[] {
  return input['marks'] as readonly SeenMarking[]; // as the contract of `mark` has it: the input was taken by it
}

/** Whether what was refused is what stands anyway: opened by both on the same day, closed by both. */
export function standsAlready(procedure: string, input: Noted, meeting: Pick<WholeMeeting, 'state' | 'on' | 'starts' | 'ends' | 'reason' | 'adoptedOn' | 'text'>): boolean {
  const { state } = meeting;
  const agrees = (given: unknown, stands: unknown) => (given ?? null) === null || given === stands;
  switch (procedure) {
    case 'meetings.open': return state === 'open' && agrees(input['on'], meeting.on) && agrees(input['starts'], meeting.starts);
    case 'meetings.close': return (state === 'closed' || state === 'adopted') && agrees(input['ends'], meeting.ends);
    case 'meetings.adopt': return state === 'adopted' && input['on'] === meeting.adoptedOn && agrees(textAdopted(adoptionOf(input)), meeting.text);
    case 'meetings.unopen': return state === 'planned' || state === 'invited';
    case 'meetings.reopen': return state === 'open';
    case 'meetings.invite': return state === 'invited';
    case 'meetings.cancel': return state === 'cancelled' && input['reason'] === meeting.reason;
    case 'meetings.restore': return state !== 'cancelled';
    default: return false;
  }
}

/**
 * The input as it is to be sent where a meeting planned here is the one that another has planned: its id, and the ids of the
 * points that both agendas began with.
 */
export function ofSameMeeting(input: Noted, { from, to, kind }: { readonly from: Meeting['id']; readonly to: Meeting['id']; readonly kind: Meeting['kind'] }): Noted {
  const points = agendaFor({ id: to, kind });
  const ids = new Map<string, string>([[from, to], ...agendaFor({ id: from, kind }).map(({ id }, at) => [id, points[at]!.id] as const)]);
  return replaced(input, ids) as Noted; // an object stays an object
}

function replaced(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return ids.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => replaced(one, ids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replaced(one, ids)]));
}
