/** What is typed of a petition, until it is sent. Pure. */
import type { Channel, Source } from '../petition.kinds.ts';

export interface AskingDraft {
  readonly topic: string | undefined;
  readonly text: string;
  readonly peopleBehind: string;
  readonly raisedOn: string | undefined;
}

export interface PetitionerDraft {
  readonly isWanted: boolean;
  readonly name: string;
  readonly contact: string;
  readonly channel: Channel;
}

export function emptyAsking(today: string): AskingDraft {
  return { topic: undefined, text: '', peopleBehind: '', raisedOn: today };
}

/** As the contract has it; undefined while something is missing. */
export function askingToSend({ topic, text, peopleBehind, raisedOn }: AskingDraft) {
  const written = text.trim();
  if (!topic || written === '' || !raisedOn) return undefined;
  const people = Number(peopleBehind);
  return { topic, text: written, raisedOn, peopleBehind: Number.isInteger(people) && people > 0 ? people : null };
}

/** Null where no answer is wanted; undefined while the name is missing. */
export function petitionerToSend({ isWanted, name, contact, channel }: PetitionerDraft, source: Source) {
  if (source !== 'resident' || !isWanted) return null;
  return name.trim() === '' ? undefined : { name: name.trim(), contact: contact.trim(), channel };
}
