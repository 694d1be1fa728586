/**
 * A review of a collective or of a person: written by themselves, with each point that the superior suggested answered, held at a
 * meeting, concluded there. The system lays facts beside it and judges nothing. Pure: each rule answers the review as it then is,
 * or a refusal.
 */
import type { Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';
import { sectionsOf } from './review.forms.ts';
import type { CycleKind, PeopleScope, ReviewForm, ReviewState } from './review.kinds.ts';

export interface Cycle {
  readonly id: Id<'reviewCycle'>;
  /** The committee that opened it. */
  readonly unitId: Id<'unit'>;
  readonly kind: CycleKind;
  readonly title: string;
  readonly from: Day;
  readonly to: Day;
  readonly dueOn: Day;
  readonly formVersion: string;
  /** For whom it was opened. */
  readonly collectives: boolean;
  readonly people: PeopleScope;
  readonly below: boolean;
  readonly closedOn: Day | null;
  readonly version: number;
}

/** A point that the superior gives to be reviewed (gợi ý kiểm điểm; 43-HD/BTCTW, rulebook R4.12). */
export interface Suggestion {
  readonly id: string;
  readonly text: string;
  readonly answer: string;
  /** The body that gave it; null of those given before it was kept, which were of who opened the cycle. */
  readonly unitId: Id<'unit'> | null;
}

export interface Opinion {
  readonly by: string;
  readonly text: string;
}

export interface FormerConclusion {
  readonly heldOn: Day | null;
  readonly opinions: readonly Opinion[];
  readonly conclusion: string;
  readonly by: Id<'account'> | null;
  readonly replacedOn: Day;
}

export interface Review {
  readonly id: Id<'review'>;
  readonly cycleId: Id<'reviewCycle'>;
  /** The collective where it is held. */
  readonly unitId: Id<'unit'>;
  readonly openedById: Id<'unit'>;
  /** Null of a collective. */
  readonly personId: Id<'person'> | null;
  readonly form: ReviewForm;
  readonly formVersion: string;
  readonly state: ReviewState;
  /** Who wrote it last: the person, or the office in place of one who has no account. */
  readonly writtenBy: Id<'account'> | null;
  /** By the code of the section. */
  readonly texts: Readonly<Record<string, string>>;
  readonly suggestions: readonly Suggestion[];
  readonly submittedOn: Day | null;
  readonly meetingId: Id<'meeting'> | null;
  readonly heldOn: Day | null;
  readonly opinions: readonly Opinion[];
  readonly conclusion: string;
  readonly concludedBy: Id<'account'> | null;
  /** What was concluded before and then written anew. */
  readonly former: readonly FormerConclusion[];
  /** Why it is not held. */
  readonly reason: string;
  readonly version: number;
}

export const mostSuggestions = 30;
export const mostOpinions = 60;
export const mostFormer = 30;

export type CycleGiven = Pick<Cycle, 'kind' | 'title' | 'from' | 'to' | 'dueOn'>;

export function cycleRefusal({ from, to, dueOn }: CycleGiven): Refusal | undefined {
  if (to < from) return refuse('reviews.periodBackwards', 'invalid');
  return dueOn < from ? refuse('reviews.dueBeforePeriod', 'invalid', { from }) : undefined;
}

export interface Writing {
  readonly texts: Readonly<Record<string, string>>;
  /** By the id of the suggestion. */
  readonly answers: Readonly<Record<string, string>>;
  readonly by: Id<'account'> | null;
}

/** In the place of the committee nobody acts on the own review: writes down suggestions or a conclusion, excuses, takes up again. */
export function ownRefusal({ personId }: Pick<Review, 'personId'>, ownId: Id<'person'> | undefined): Refusal | undefined {
  return personId !== null && personId === ownId ? refuse('reviews.ownToConclude', 'forbidden') : undefined;
}

/** Whatever the form has no section for is not kept. */
export function write(review: Review, { texts, answers, by }: Writing): Review | Refusal {
  if (review.state !== 'due' && review.state !== 'writing') return refuse('reviews.notWritten', 'conflict');
  const kept = Object.fromEntries(sectionsOf(review.formVersion, review.form).map(({ code }) => [code, texts[code] ?? review.texts[code] ?? '']));
  return { ...review, state: 'writing', texts: kept, writtenBy: by, suggestions: review.suggestions.map((suggestion) => ({ ...suggestion, answer: answers[suggestion.id] ?? suggestion.answer })) };
}

export function submit(review: Review, on: Day): Review | Refusal {
  if (review.state !== 'writing') return refuse('reviews.notWritten', 'conflict');
  if (review.suggestions.some(({ answer }) => answer.trim() === '')) return refuse('reviews.unanswered', 'invalid');
  const empty = sectionsOf(review.formVersion, review.form).some(({ code, isNeeded }) => isNeeded && (review.texts[code] ?? '').trim() === '');
  return empty ? refuse('reviews.sectionsEmpty', 'invalid') : { ...review, state: 'submitted', submittedOn: on };
}

export function takeInHand(review: Review): Review | Refusal {
  return review.state === 'submitted' ? { ...review, state: 'writing', submittedOn: null } : refuse('reviews.notSubmitted', 'conflict');
}

/** Points that are asked later bring back what was handed in; what was answered stays, and with whom it came. */
export function suggest(review: Review, points: readonly Pick<Suggestion, 'id' | 'text'>[], unitId: Id<'unit'>): Review | Refusal {
  if (review.state === 'concluded' || review.state === 'excused') return refuse('reviews.isOver', 'conflict');
  if (points.length > mostSuggestions) return refuse('reviews.tooManySuggestions', 'invalid', { most: mostSuggestions });
  const suggestions = points.map(({ id, text }) => {
    const known = review.suggestions.find((one) => one.id === id);
    return known?.text === text ? known : { id, text, answer: '', unitId };
  });
  const isOpenAgain = review.state === 'submitted' && suggestions.some(({ answer }) => answer === '');
  return { ...review, suggestions, ...(isOpenAgain ? { state: 'writing' as const, submittedOn: null } : {}) };
}

export interface Holding {
  readonly heldOn: Day;
  readonly meetingId: Id<'meeting'> | null;
  readonly opinions: readonly Opinion[];
  readonly conclusion: string;
}

/** Written down anew, what was concluded before is kept beside it. */
export function hold(review: Review, holding: Holding, { today, by }: { readonly today: Day; readonly by: Id<'account'> | null }): Review | Refusal {
  if (review.state !== 'submitted' && review.state !== 'concluded') return refuse('reviews.notSubmitted', 'conflict');
  if (holding.heldOn > today) return refuse('reviews.inFuture', 'invalid', { today });
  const former = [...review.former, ...replaced(review, holding, today)];
  return former.length > mostFormer ? refuse('reviews.concludedTooOften', 'conflict', { most: mostFormer }) : { ...review, ...holding, concludedBy: by, former, state: 'concluded' };
}

function replaced({ heldOn, opinions, conclusion, concludedBy }: Review, holding: Holding, today: Day): FormerConclusion[] {
  const isSame = conclusion === holding.conclusion && JSON.stringify(opinions) === JSON.stringify(holding.opinions);
  return conclusion === '' || isSame ? [] : [{ heldOn, opinions, conclusion, by: concludedBy, replacedOn: today }];
}

/** Who left, or may not be reviewed after all. */
export function excuse(review: Review, reason: string): Review | Refusal {
  return review.state === 'due' || review.state === 'writing' ? { ...review, state: 'excused', reason } : refuse('reviews.isOver', 'conflict');
}

/** What was concluded or excused is taken up again where it stood. */
export function reopen(review: Review): Review | Refusal {
  if (review.state === 'concluded') return { ...review, state: 'submitted', heldOn: null };
  return review.state === 'excused' ? { ...review, state: 'writing', reason: '' } : refuse('reviews.isNotOver', 'conflict');
}
