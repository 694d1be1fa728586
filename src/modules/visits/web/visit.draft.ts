/** What is being typed about a visit, and what of it is sent. Pure. */
import { newId, type Id } from '../../../platform/ids.ts';
import type { Place } from '../place.shapes.ts';
import type { HeardTopic, Met, VisitKind } from '../visit.kinds.ts';
import type { VisitRecord } from '../visit.record.ts';

export interface HeardDraft {
  readonly topic: HeardTopic;
  readonly text: string;
}

export interface PromiseDraft {
  readonly text: string;
  readonly dueOn: string | undefined;
}

export interface PetitionDraft {
  /** Of the line, however many stand before it: what is sent again is the same petition. */
  readonly key: string;
  readonly topic: string | undefined;
  readonly text: string;
  readonly peopleBehind: number | undefined;
  /** Undefined until it is answered. One that is a denunciation is not sent. */
  readonly isDenunciation: boolean | undefined;
}

export const mostPetitions = 10;

export interface VisitDraft {
  readonly on: string | undefined;
  /** None until it is chosen: what a visit was for is not guessed. */
  readonly kind: VisitKind | undefined;
  readonly place: string;
  readonly met: readonly Met[];
  readonly heard: readonly HeardDraft[];
  readonly advice: string;
  readonly promises: readonly PromiseDraft[];
  readonly petitions: readonly PetitionDraft[];
}

export function emptyDraft(today: string): VisitDraft {
  return { on: today, kind: undefined, place: '', met: [], heard: [], advice: '', promises: [], petitions: [] };
}

export function emptyPetition(): PetitionDraft {
  return { key: newId(0), topic: undefined, text: '', peopleBehind: undefined, isDenunciation: undefined };
}

export function draftOf({ on, kind, place, met, heard, advice }: VisitRecord): VisitDraft {
  return { on, kind, place, met, heard, advice, promises: [], petitions: [] };
}

/** Lines begun and left empty are not sent. */
export function accountToSend({ on, place, met, heard, advice }: VisitDraft, kind: VisitKind) {
  return { on: on ?? '', kind, place: place.trim(), met: [...met], heard: heard.filter(({ text }) => text.trim() !== '').map(({ topic, text }) => ({ topic, text: text.trim() })), advice: advice.trim() };
}

export function isPromiseHalf({ text, dueOn }: PromiseDraft): boolean {
  return (text.trim() === '') !== (dueOn === undefined);
}

export function promisesToSend({ promises }: VisitDraft, home: number): { readonly id: Id<'task'>; readonly text: string; readonly dueOn: string }[] {
  return promises.flatMap(({ text, dueOn }) => (text.trim() === '' || dueOn === undefined ? [] : [{ id: newId<'task'>(home), text: text.trim(), dueOn }]));
}

/** Nothing is sent while a line lacks something, or is a denunciation. */
export function isPetitionHalf({ topic, text, isDenunciation }: PetitionDraft): boolean {
  const isEmpty = text.trim() === '';
  return isEmpty !== (topic === undefined) || (!isEmpty && isDenunciation !== false);
}

export function petitionsToSend({ petitions }: VisitDraft) {
  return petitions.flatMap(({ key, topic, text, peopleBehind, isDenunciation }) => (topic === undefined || text.trim() === '' || isDenunciation !== false ? [] : [{ key, asking: { topic, text: text.trim(), peopleBehind: peopleBehind ?? null, isDenunciation } }]));
}

/** Told of a cell's meeting, the place says which cell: one below is chosen where the place is none itself. */
export function cellsToChoose(place: Place | undefined, kind: VisitKind | undefined): Place['below'] {
  return kind === 'cellMeeting' && place && place.unit.kind !== 'cell' ? place.below.filter((one) => one.kind === 'cell') : [];
}
