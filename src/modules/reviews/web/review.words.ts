/** A review in words: how it stands, of whom it is, where its pages are. */
import type { z } from 'zod';
import type { Writing } from '../../../ui/language.tsx';
import type { Status } from '../../../ui/StatusMark.tsx';
import type { reviewContract } from '../review.contract.ts';
import { formNames, reviewStateNames, type ReviewState } from '../review.kinds.ts';
import { reviewsWeb as texts } from './reviews.web.messages.ts';

export type ReviewItem = z.output<(typeof reviewContract)['list']['output']>['items'][number];
export type WholeReview = z.output<(typeof reviewContract)['review']['output']>;
export type CycleItem = z.output<(typeof reviewContract)['cycles']['output']>['items'][number];
export type WholeCycle = z.output<(typeof reviewContract)['cycle']['output']>;

const marks: Readonly<Record<ReviewState, Status>> = { due: 'silent', writing: 'on-time', submitted: 'due-soon', concluded: 'done', excused: 'silent' };

export function markOf({ state, isLate }: Pick<ReviewItem, 'state' | 'isLate'>): Status {
  return isLate ? 'late' : marks[state];
}

export function standingInWords({ state, isLate }: Pick<ReviewItem, 'state' | 'isLate'>, { t }: Pick<Writing, 't'>): string {
  return isLate ? t(texts.late, { state: t(reviewStateNames[state]) }) : t(reviewStateNames[state]);
}

/** The person, or the collective of the unit. */
export function whoseInWords({ person, form }: Pick<ReviewItem, 'person' | 'form'>, { t }: Pick<Writing, 't'>): string {
  return person ? person.name : t(form === 'collective' ? texts.collective : formNames[form]);
}

export function reviewHref(id: string): string {
  return `/kiem-diem/${id}`;
}

export function cycleHref(id: string): string {
  return `/kiem-diem/dot/${id}`;
}

export function ownReviewHref(id: string): string {
  return `/kiem-diem-cua-toi/${id}`;
}

/** Each body with the points that it gave, in the order in which they stand. */
export function byBody(suggestions: WholeReview['suggestions']): { readonly body: WholeReview['openedBy']; readonly points: WholeReview['suggestions'] }[] {
  return [...Map.groupBy(suggestions, ({ by }) => by.id).values()].map((points) => ({ body: points[0]!.by, points }));
}
