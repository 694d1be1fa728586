/** What is being typed about a visit, and what of it is sent. Pure. */
import { newId, type Id } from '../../../platform/ids.ts';
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
  readonly topic: string | undefined;
  readonly text: string;
  readonly peopleBehind: number | undefined;
}

export const mostPetitions = 10;

export interface VisitDraft {
  readonly on: string | undefined;
  readonly kind: VisitKind;
  readonly place: string;
  readonly met: readonly Met[];
  readonly heard: readonly HeardDraft[];
  readonly advice: string;
  readonly promises: readonly PromiseDraft[];
  readonly petitions: readonly PetitionDraft[];
}

export function emptyDraft(today: string): VisitDraft {
  return { on: today, kind: 'cellMeeting', place: '', met: [], heard: [], advice: '', promises: [], petitions: [] };
}

export function draftOf({ on, kind, place, met, heard, advice }: VisitRecord): VisitDraft {
  return { on, kind, place, met, heard, advice, promises: [], petitions: [] };
}

/** Lines begun and left empty are not sent. */
export function accountToSend({ on, kind, place, met, heard, advice }: VisitDraft) {
  return { on: on ?? '', kind, place: place.trim(), met: [...met], heard: heard.filter(({ text }) => text.trim() !== '').map(({ topic, text }) => ({ topic, text: text.trim() })), advice: advice.trim() };
}

export function isPromiseHalf({ text, dueOn }: PromiseDraft): boolean {
  return (text.trim() === '') !== (dueOn === undefined);
}

export function promisesToSend({ promises }: VisitDraft, home: number): { readonly id: Id<'task'>; readonly text: string; readonly dueOn: string }[] {
  return promises.flatMap(({ text, dueOn }) => (text.trim() === '' || dueOn === undefined ? [] : [{ id: newId<'task'>(home), text: text.trim(), dueOn }]));
}

export function isPetitionHalf({ topic, text }: PetitionDraft): boolean {
  return (text.trim() === '') !== (topic === undefined);
}

export function petitionsToSend({ petitions }: VisitDraft): { readonly topic: string; readonly text: string; readonly peopleBehind: number | null }[] {
  return petitions.flatMap(({ topic, text, peopleBehind }) => (topic === undefined || text.trim() === '' ? [] : [{ topic, text: text.trim(), peopleBehind: peopleBehind ?? null }]));
}
