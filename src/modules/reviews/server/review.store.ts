/** The only writer of cycles and reviews. What a person's review says is sealed as a whole. */
import './review.tables.ts';
import { sql, type Selectable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Keys } from '../../../platform/crypto/keys.ts';
import { seal, unseal, type Place } from '../../../platform/crypto/seal.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import type { CycleKind, PeopleScope, ReviewForm, ReviewState } from '../review.kinds.ts';
import type { Cycle, Review, Suggestion } from '../review.ts';
import type { ReviewCyclesTable, ReviewsTable } from './review.tables.ts';

export type ReviewRow = Selectable<ReviewsTable>;
export type CycleRow = Selectable<ReviewCyclesTable>;
type Content = Pick<Review, 'texts' | 'writtenBy' | 'suggestions' | 'opinions' | 'conclusion' | 'concludedBy' | 'former' | 'reason'>;

/** What was written before there were these words lacks them. */
type StoredContent = Omit<Content, 'writtenBy' | 'concludedBy' | 'former' | 'suggestions'> & Partial<Omit<Content, 'suggestions'>> & { readonly suggestions: readonly (Omit<Suggestion, 'unitId'> & Partial<Suggestion>)[] };

export async function insertCycle(ctx: Ctx, { id, unitId, kind, title, from, to, dueOn, formVersion, collectives, people, below, closedOn }: Cycle): Promise<void> {
  await ctx.db.insertInto('review_cycles').values({
    home_id: homeOf(id), id, unit_id: unitId, kind, title, from_day: from, to_day: to, due_on: dueOn, form_version: formVersion, collectives, people, below, closed_on: closedOn, version: 1, recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null,
  }).execute();
}

export async function lockCycle(ctx: Ctx, id: Id<'reviewCycle'>): Promise<Cycle | undefined> {
  const row = await firstRow(ctx.db, sql<CycleRow>`select c.* from review_cycles c where c.home_id = ${homeOf(id)} and c.id = ${id} for update`);
  return row && cycleOf(row);
}

export async function isCycleClosed(ctx: Ctx, id: Id<'reviewCycle'>): Promise<boolean> {
  const row = await firstRow(ctx.db, sql<{ closed: boolean }>`select closed_on is not null as closed from review_cycles where home_id = ${homeOf(id)} and id = ${id}`);
  return row?.closed ?? true;
}

export async function saveCycle(ctx: Ctx, { id, closedOn, version }: Cycle): Promise<number> {
  await sql`update review_cycles set closed_on = ${closedOn}::date, version = ${version + 1} where home_id = ${homeOf(id)} and id = ${id}`.execute(ctx.db);
  return version + 1;
}

/** With its reviews. */
export async function deleteCycle(ctx: Ctx, id: Id<'reviewCycle'>): Promise<void> {
  const homes = await rows(ctx.db, sql<{ home: number }>`select distinct home_id as home from reviews where cycle_id = ${id}`);
  for (const { home } of homes) await sql`delete from reviews where home_id = ${home} and cycle_id = ${id}`.execute(ctx.db);
  await sql`delete from review_cycles where home_id = ${homeOf(id)} and id = ${id}`.execute(ctx.db);
}

/** Somebody has written, suggested or excused in it. */
export async function isCycleBegun(ctx: Ctx, id: Id<'reviewCycle'>): Promise<boolean> {
  const row = await firstRow(ctx.db, sql<{ begun: boolean }>`select exists (select from reviews where cycle_id = ${id} and version > 1) as begun`);
  return row?.begun ?? false;
}

/** Who has a review in it already, as unit and person. */
export async function drawnIn(ctx: Ctx, id: Id<'reviewCycle'>): Promise<Pick<Review, 'unitId' | 'personId'>[]> {
  return rows(ctx.db, sql<Pick<Review, 'unitId' | 'personId'>>`select unit_id as "unitId", person_id as "personId" from reviews where cycle_id = ${id}`);
}

const part = 500;

export async function insertReviews(ctx: Ctx, cycle: Cycle, reviews: readonly Review[]): Promise<void> {
  const told = { from_day: cycle.from, to_day: cycle.to, due_on: cycle.dueOn, recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null };
  for (let at = 0; at < reviews.length; at += part) {
    await ctx.db.insertInto('reviews').values(reviews.slice(at, at + part).map((review) => ({ home_id: homeOf(review.id), cycle_id: review.cycleId, ...rowOf(ctx.keys, { ...review, version: 1 }), ...told }))).execute();
  }
}

export async function lockReview(ctx: Ctx, id: Id<'review'>): Promise<Review | undefined> {
  const row = await firstRow(ctx.db, sql<ReviewRow>`select r.* from reviews r where r.home_id = ${homeOf(id)} and r.id = ${id} for update`);
  return row && reviewOf(ctx.keys, row);
}

/** The same person's reviews in the same cycle, in the order of their ids. */
export async function lockPlacesOf(ctx: Ctx, { cycleId, personId }: Pick<Review, 'cycleId' | 'personId'>): Promise<Review[]> {
  const found = await rows(ctx.db, sql<{ id: Id<'review'> }>`select r.id from reviews r where r.cycle_id = ${cycleId} and r.person_id = ${personId}::uuid order by r.id`);
  const locked: Review[] = [];
  for (const { id } of found) locked.push((await lockReview(ctx, id))!);
  return locked;
}

export async function saveReview(ctx: Ctx, review: Review): Promise<Review> {
  const saved = { ...review, version: review.version + 1 };
  await ctx.db.updateTable('reviews').set(rowOf(ctx.keys, saved)).where('home_id', '=', homeOf(saved.id)).where('id', '=', saved.id).execute();
  return saved;
}

export function sealedPlace(id: string): Place {
  return { field: 'reviews.content', id };
}

export function cycleOf(row: CycleRow): Cycle {
  return {
    id: row.id as Id<'reviewCycle'>, unitId: row.unit_id as Id<'unit'>, kind: row.kind as CycleKind, title: row.title, from: row.from_day as Day, to: row.to_day as Day, dueOn: row.due_on as Day,
    formVersion: row.form_version, collectives: row.collectives, people: row.people as PeopleScope, below: row.below, closedOn: row.closed_on as Day | null, version: row.version,
  };
}

export function reviewOf(keys: Keys, row: ReviewRow): Review {
  const content = (row.sealed ? JSON.parse(unseal(keys, sealedPlace(row.id), row.sealed)) : row.content) as StoredContent; // written by `rowOf` alone
  return {
    writtenBy: null, concludedBy: null, former: [], ...content, suggestions: content.suggestions.map((one) => ({ ...one, unitId: one.unitId ?? null })), id: row.id as Id<'review'>, cycleId: row.cycle_id as Id<'reviewCycle'>, unitId: row.unit_id as Id<'unit'>, openedById: row.opened_by_id as Id<'unit'>, personId: row.person_id as Id<'person'> | null,
    form: row.form as ReviewForm, formVersion: row.form_version, state: row.state as ReviewState, submittedOn: row.submitted_on as Day | null, meetingId: row.meeting_id as Id<'meeting'> | null, heldOn: row.held_on as Day | null, version: row.version,
  };
}

function rowOf(keys: Keys, review: Review) {
  const { id, unitId, openedById, personId, form, formVersion, state, submittedOn, meetingId, heldOn, version } = review;
  const { texts, writtenBy, suggestions, opinions, conclusion, concludedBy, former, reason } = review;
  const content = JSON.stringify({ texts, writtenBy, suggestions, opinions, conclusion, concludedBy, former, reason } satisfies Content);
  return {
    id, unit_id: unitId, opened_by_id: openedById, person_id: personId, form, form_version: formVersion, state, submitted_on: submittedOn, meeting_id: meetingId, held_on: heldOn, version,
    suggested: suggestions.length, answered: suggestions.filter(({ answer }) => answer.trim() !== '').length,
    content: personId === null ? content : null, sealed: personId === null ? null : seal(keys, sealedPlace(id), content),
  };
}
