/** Puts a piece into the meeting or takes it out, each with the way back. */
import { call } from '../../../shell/api.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { meetingContract } from '../meeting.contract.ts';
import type { Part, PartName } from '../meeting.parts.ts';
import type { OfficialRole } from '../meeting.kinds.ts';
import type { Conclusion, Official } from '../meeting.ts';
import { guessAppointed, guessPiece, guessWithout } from './meeting.guess.ts';
import type { Step } from './live.meeting.ts';
import type { WholeMeeting } from './meeting.words.ts';

/** A new piece of the meeting lives where the meeting does. */
export function pieceId<Name extends string>({ id }: Pick<WholeMeeting, 'id'>): Id<Name> {
  return newId<Name>(homeOf(id));
}

/** Without `told` nothing is said: what was tapped is seen to have changed. */
export function putting(meeting: WholeMeeting, piece: Part, told?: string): Step {
  const { id } = meeting;
  const before = pieceOf(meeting, piece.part, piece.item.id) ?? null;
  const undo = before ? () => call(meetingContract.put, { id, piece: before, seen: piece }) : () => call(meetingContract.remove, { id, part: piece.part, itemId: piece.item.id, seen: piece });
  return { send: () => call(meetingContract.put, { id, piece, seen: before }), guess: guessPiece(piece), ...(told ? { told, undo } : {}) };
}

export function removing(meeting: WholeMeeting, { part, itemId, told }: { readonly part: PartName; readonly itemId: string; readonly told: string }): Step {
  const { id } = meeting;
  const before = pieceOf(meeting, part, itemId);
  const seen = before ? { seen: before } : {};
  return { send: () => call(meetingContract.remove, { id, part, itemId, ...seen }), guess: guessWithout(part, itemId), told, ...(before ? { undo: () => call(meetingContract.put, { id, piece: before, seen: null }) } : {}) };
}

/** Says nothing: the name is seen where it was chosen. */
export function appointing(meeting: WholeMeeting, { role, who }: { readonly role: OfficialRole; readonly who: Official | null }): Step {
  const { id } = meeting;
  return { send: () => call(meetingContract.appoint, { id, role, who, seen: meeting[role] }), guess: guessAppointed({ role, who }) };
}

/** The piece as the server takes it: of a conclusion without what is only shown. */
function pieceOf(meeting: WholeMeeting, part: PartName, itemId: string): Part | undefined {
  switch (part) {
    case 'agenda': return found(meeting.agenda, itemId, (item) => ({ part, item }));
    case 'guests': return found(meeting.guests, itemId, (item) => ({ part, item }));
    case 'opinions': return found(meeting.opinions, itemId, (item) => ({ part, item }));
    case 'votes': return found(meeting.votes, itemId, (item) => ({ part, item }));
    case 'conclusions': return found(meeting.conclusions, itemId, (item) => ({ part, item: bare(item) }));
  }
}

function found<Item extends { readonly id: string }>(items: readonly Item[], id: string, piece: (item: Item) => Part): Part | undefined {
  const item = items.find((one) => one.id === id);
  return item && piece(item);
}

function bare({ id, text, ownerId, dueOn }: Conclusion): Conclusion {
  return { id, text, ownerId, dueOn };
}
