/** What was found as it is typed, between the form and what is sent. Pure. */
import type { FoundIn, Topic } from '../shortcoming.kinds.ts';
import { emptySource, sourceDraftOf, sourceToSend, type SourceDraft } from './proof.draft.ts';
import type { ShownSource, WholeShortcoming } from './shortcoming.words.ts';

export interface FindingDraft {
  readonly foundIn: FoundIn;
  readonly foundOn: string | undefined;
  readonly topic: Topic | undefined;
  readonly what: string;
  readonly cause: string;
  readonly source: SourceDraft;
  readonly earlier: { readonly id: string; readonly label: string } | undefined;
}

export function emptyFinding(today: string): FindingDraft {
  return { foundIn: 'review', foundOn: today, topic: undefined, what: '', cause: '', source: emptySource, earlier: undefined };
}

export function findingOf({ foundIn, foundOn, topic, what, cause, source, earlierId, related }: WholeShortcoming, label: (source: ShownSource) => string): FindingDraft {
  const earlier = related.find(({ id }) => id === earlierId);
  return { foundIn, foundOn, topic, what, cause, source: sourceDraftOf(source, label), earlier: earlierId === null ? undefined : { id: earlierId, label: earlier?.what ?? '…' } };
}

/** Undefined where something is missing. */
export function findingToSend({ foundIn, foundOn, topic, what, source, earlier }: FindingDraft) {
  const [written, from] = [what.trim(), sourceToSend(source)];
  if (foundOn === undefined || topic === undefined || written === '' || from === undefined) return undefined;
  return { foundIn, foundOn, topic, what: written, source: from, earlierId: earlier?.id ?? null };
}
