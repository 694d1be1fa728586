/** What is written of a person is sealed: the rating as a whole, and each act on it. Open stays what is counted. */
import type { Selectable } from 'kysely';
import type { Keys } from '../../../platform/crypto/keys.ts';
import { seal, unseal, type Place } from '../../../platform/crypto/seal.ts';
import type { Rating } from '../rating.ts';
import type { RatingActsTable, RatingsTable } from './rating.tables.ts';

/** What people entered of a rating. */
export type Said = Pick<Rating, 'exclusion' | 'self' | 'appraisal' | 'decision'>;
type SaidColumns = { readonly [part in keyof Said]: string | null };
type RatingContent = Pick<Selectable<RatingsTable>, 'id' | 'sealed' | keyof Said>;

/** What one act left. */
export interface ActWords {
  readonly before: Partial<Said>;
  readonly after: Partial<Said>;
  readonly reason: string | null;
}

export function ratingPlace(id: string): Place {
  return { field: 'ratings.content', id };
}

export function actPlace(id: string): Place {
  return { field: 'rating_acts.content', id };
}

export function saidColumns(keys: Keys, { id, personId, exclusion, self, appraisal, decision }: Said & Pick<Rating, 'id' | 'personId'>): SaidColumns & { readonly sealed: Buffer | null } {
  const said = { exclusion, self, appraisal, decision };
  if (personId === null) return { ...columnsOf(said), sealed: null };
  const open = {
    exclusion: exclusion && { why: exclusion.why }, self: self && { level: self.level }, appraisal: appraisal && { level: appraisal.level },
    decision: decision && { level: decision.level, document: decision.document, on: decision.on },
  };
  return { ...columnsOf(open), sealed: seal(keys, ratingPlace(id), JSON.stringify(said)) };
}

export function saidOf(keys: Keys, { id, sealed, exclusion, self, appraisal, decision }: RatingContent): Said {
  return (sealed ? JSON.parse(unseal(keys, ratingPlace(id), sealed)) : { exclusion, self, appraisal, decision }) as Said; // written by `saidColumns` alone
}

export function actColumns(keys: Keys, { id, isOfPerson, ...words }: ActWords & { readonly id: string; readonly isOfPerson: boolean }): { readonly before: string; readonly after: string; readonly reason: string | null; readonly sealed: Buffer | null } {
  const { before, after, reason } = words;
  if (!isOfPerson) return { before: JSON.stringify(before), after: JSON.stringify(after), reason, sealed: null };
  return { before: '{}', after: '{}', reason: null, sealed: seal(keys, actPlace(id), JSON.stringify({ before, after, reason })) };
}

export function actWordsOf(keys: Keys, { id, sealed, before, after, reason }: Pick<Selectable<RatingActsTable>, 'id' | 'sealed' | keyof ActWords>): ActWords {
  return (sealed ? JSON.parse(unseal(keys, actPlace(id), sealed)) : { before, after, reason }) as ActWords; // written by `actColumns` alone
}

function columnsOf(parts: { readonly [part in keyof Said]: object | null }): SaidColumns {
  const json = (value: object | null) => (value === null ? null : JSON.stringify(value));
  return { exclusion: json(parts.exclusion), self: json(parts.self), appraisal: json(parts.appraisal), decision: json(parts.decision) };
}
