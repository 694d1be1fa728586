/**
 * A post of a unit and who held it when: seats, vacancies, and what each act makes of them.
 * Pure: a rule answers the post as it then is, or a refusal. The same person in several posts is normal and not asked here.
 */
import { addDays, holdsOn, overlaps, type Day, type Period } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';
import type { PostKind } from './post.kinds.ts';

export const hows = ['elected', 'appointed', 'acting'] as const;
export type How = (typeof hows)[number];
export const tenureEndReasons = ['term_end', 'resigned', 'dismissed', 'transferred', 'retired', 'died', 'unit_dissolved', 'replaced'] as const;
export type TenureEndReason = (typeof tenureEndReasons)[number];

export interface Tenure {
  readonly id: Id<'tenure'>;
  readonly personId: Id<'person'>;
  readonly period: Period;
  readonly how: How | null;
  readonly endReason: TenureEndReason | null;
  readonly decision: string | null;
}

export interface Post {
  readonly id: Id<'post'>;
  readonly unitId: Id<'unit'>;
  readonly kind: PostKind;
  /** A title of its own, where it differs from the kind's. */
  readonly title: string | null;
  readonly seats: number;
  readonly period: Period;
  readonly tenures: readonly Tenure[];
}

export function appoint(post: Post, tenure: Tenure): Post | Refusal {
  return sound({ ...post, tenures: [...post.tenures, tenure] }, tenure);
}

/** `lastDay` is the last day in the post. */
export function endTenure(post: Post, { tenureId, lastDay, reason }: { tenureId: Id<'tenure'>; lastDay: Day; reason: TenureEndReason }): Post | Refusal {
  const tenure = post.tenures.find(({ id }) => id === tenureId);
  if (!tenure) return refuse('platform.notFound', 'not_found');
  if (tenure.period.to !== null) return refuse('posts.alreadyEnded', 'conflict', { on: tenure.period.to });
  if (lastDay < tenure.period.from) return refuse('posts.endsBeforeStart', 'conflict', { from: tenure.period.from });
  return withTenure(post, { ...tenure, period: { from: tenure.period.from, to: lastDay }, endReason: reason });
}

/** After `lastDay` there is no such post; whoever holds it must have left by then. */
export function closePost(post: Post, { lastDay }: { lastDay: Day }): Post | Refusal {
  if (post.period.to !== null) return refuse('posts.alreadyClosed', 'conflict', { on: post.period.to });
  if (lastDay < post.period.from) return refuse('posts.endsBeforeStart', 'conflict', { from: post.period.from });
  const holders = post.tenures.filter(({ period }) => period.to === null || period.to > lastDay).length;
  if (holders > 0) return refuse('posts.stillHeld', 'conflict', { holders });
  return { ...post, period: { from: post.period.from, to: lastDay } };
}

export type TenureCorrection = { readonly [K in 'period' | 'how' | 'endReason' | 'decision']?: Tenure[K] | undefined };

/** What was entered wrongly is put right; nothing happened in the world. */
export function correctTenure(post: Post, tenureId: Id<'tenure'>, right: TenureCorrection): Post | Refusal {
  const tenure = post.tenures.find(({ id }) => id === tenureId);
  if (!tenure) return refuse('platform.notFound', 'not_found');
  const corrected: Tenure = {
    ...tenure,
    period: right.period ?? tenure.period,
    how: right.how === undefined ? tenure.how : right.how,
    endReason: right.endReason === undefined ? tenure.endReason : right.endReason,
    decision: right.decision === undefined ? tenure.decision : right.decision,
  };
  return sound(withTenure(post, corrected), corrected);
}

/** The entry was a mistake as a whole: this person never held the post then. */
export function removeTenure(post: Post, tenureId: Id<'tenure'>): Post | Refusal {
  if (!post.tenures.some(({ id }) => id === tenureId)) return refuse('platform.notFound', 'not_found');
  return { ...post, tenures: post.tenures.filter(({ id }) => id !== tenureId) };
}

export function seatsTaken(post: Pick<Post, 'tenures'>, on: Day): number {
  return post.tenures.filter(({ period }) => holdsOn(period, on)).length;
}

export interface Vacancy {
  readonly seats: number;
  /** First day from which at least one seat has been empty without a break. */
  readonly since: Day | null;
}

export function vacancyOn(post: Pick<Post, 'tenures' | 'seats' | 'period'>, on: Day): Vacancy {
  const seats = Math.max(0, post.seats - seatsTaken(post, on));
  if (seats === 0) return { seats, since: null };
  const freed = post.tenures.flatMap(({ period }) => (period.to !== null && period.to < on ? [addDays(period.to, 1)] : []));
  const starts = freed.filter((start) => start > post.period.from && seatsTaken(post, addDays(start, -1)) >= post.seats);
  return { seats, since: starts.toSorted().at(-1) ?? post.period.from };
}

/** Most tenures that hold on one and the same day. */
export function mostAtOnce(tenures: readonly Tenure[]): number {
  return Math.max(0, ...tenures.map(({ period }) => seatsTaken({ tenures }, period.from)));
}

function sound(post: Post, tenure: Tenure): Post | Refusal {
  const { period } = tenure;
  if (period.to !== null && period.to < period.from) return refuse('posts.endsBeforeStart', 'conflict', { from: period.from });
  const outside = period.from < post.period.from || (post.period.to !== null && (period.to === null || period.to > post.period.to));
  if (outside) return refuse('posts.outsidePost', 'conflict', { from: post.period.from, to: post.period.to });
  const again = post.tenures.some((other) => other.id !== tenure.id && other.personId === tenure.personId && overlaps(other.period, period));
  if (again) return refuse('posts.alreadyHolds', 'conflict');
  const beside = post.tenures.filter((other) => overlaps(other.period, period));
  return mostAtOnce(beside) > post.seats ? refuse('posts.noSeat', 'conflict', { seats: post.seats }) : post;
}

function withTenure(post: Post, tenure: Tenure): Post {
  return { ...post, tenures: post.tenures.map((other) => (other.id === tenure.id ? tenure : other)) };
}
