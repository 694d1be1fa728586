/**
 * The acts on reviews: may it be done where it is held, by the committee that opened the cycle, or by the person; what does the rule
 * make of it, save, record. Of a person's review the log tells neither whose nor where.
 */
import { sql } from 'kysely';
import type { z } from 'zod';
import { mayDoAt, takeAnywhere } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { record } from '../../../platform/events.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { isRefusal, orThrow, Problem, type Refusal } from '../../../platform/problem.ts';
import type { reviewContract } from '../review.contract.ts';
import { excuse, hold, ownRefusal, reopen, submit, suggest, takeInHand, write, type Review } from '../review.ts';
import { bodyOver, isReadable, writingRefusal } from './review.reach.ts';
import { isCycleClosed, lockPlacesOf, lockReview, saveReview } from './review.store.ts';

type Input<K extends keyof typeof reviewContract> = z.output<(typeof reviewContract)[K]['input']>;
interface Done {
  readonly id: Id<'review'>;
  readonly version: number;
}
interface Of {
  readonly id: Id<'review'>;
  readonly version: number;
}
type Side = 'unit' | 'opener';

export async function writeReview(ctx: Ctx, { texts, answers, isSubmitted, ...of }: Input<'write'>): Promise<Done> {
  const written = orThrow(write(await takeToWrite(ctx, of), { texts, answers, by: writerOf(ctx) }));
  return keep(ctx, isSubmitted ? 'review.submitted' : 'review.written', isSubmitted ? submit(written, ctx.today) : written);
}

/** Written once: places in the cycle that are still open take the texts over; each has its own suggestions to answer. */
export async function writeOwnReview(ctx: Ctx, { texts, answers, isSubmitted, ...of }: Input<'writeOwn'>): Promise<Done> {
  const own = await takeOwn(ctx, of);
  const written = orThrow(write(own, { texts, answers, by: writerOf(ctx) }));
  for (const other of await lockPlacesOf(ctx, own)) await takeOver(ctx, other, { own, texts, isSubmitted });
  return keep(ctx, isSubmitted ? 'review.submitted' : 'review.written', isSubmitted ? submit(written, ctx.today) : written);
}

async function takeOver(ctx: Ctx, other: Review, { own, texts, isSubmitted }: { readonly own: Review } & Pick<Input<'writeOwn'>, 'texts' | 'isSubmitted'>): Promise<void> {
  const written = other.id === own.id ? undefined : write(other, { texts, answers: {}, by: writerOf(ctx) });
  if (!written || isRefusal(written)) return;
  const submitted = isSubmitted ? submit(written, ctx.today) : written;
  await saveReview(ctx, isRefusal(submitted) ? written : submitted);
}

export async function takeOwnReviewInHand(ctx: Ctx, of: Input<'takeInHandOwn'>): Promise<Done> {
  return keep(ctx, 'review.takenInHand', takeInHand(await takeOwn(ctx, of)));
}

export async function takeReviewInHand(ctx: Ctx, of: Input<'takeInHand'>): Promise<Done> {
  return keep(ctx, 'review.takenInHand', takeInHand(await takeToWrite(ctx, of)));
}

export async function suggestPoints(ctx: Ctx, { points, ...of }: Input<'suggest'>): Promise<Done> {
  const review = await takeReview(ctx, of, 'opener');
  return keep(ctx, 'review.suggested', suggest(review, points, await bodyOver(ctx, review.openedById)));
}

export async function holdReview(ctx: Ctx, { id, version, ...holding }: Input<'hold'>): Promise<Done> {
  const review = await takeReview(ctx, { id, version }, 'unit');
  const held = orThrow(hold(review, holding, { today: ctx.today, by: writerOf(ctx) }));
  if (holding.meetingId !== null) await requireMeeting(ctx, holding.meetingId, review);
  return keep(ctx, 'review.held', held);
}

export async function excuseReview(ctx: Ctx, { reason, ...of }: Input<'excuse'>): Promise<Done> {
  return keep(ctx, 'review.excused', excuse(await takeReview(ctx, of, 'unit'), reason));
}

export async function reopenReview(ctx: Ctx, of: Input<'reopen'>): Promise<Done> {
  return keep(ctx, 'review.reopened', reopen(await takeReview(ctx, of, 'unit')));
}

/** The self-review of a person is that person's, that of a collective its unit's: others write for who cannot. */
async function takeToWrite(ctx: Ctx, of: Of): Promise<Review> {
  const review = await takeReview(ctx, of, 'unit');
  const refusal = await writingRefusal(ctx, review);
  if (refusal) throw new Problem(refusal);
  return review;
}

function writerOf(ctx: Ctx): Id<'account'> | null {
  return ctx.actor?.accountId ?? null;
}

async function takeReview(ctx: Ctx, { id, version }: Of, side: Side): Promise<Review> {
  const review = await lockReview(ctx, id);
  if (!review || !(await isReadable(ctx, review))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  const unitId = side === 'unit' ? review.unitId : review.openedById;
  if (!(await mayDoAt(ctx, 'review.record', { unitId, personId: review.personId }))) throw new Problem({ code: 'platform.forbidden', kind: 'forbidden', data: { verb: 'review.record' } });
  const refusal = ownRefusal(review, ctx.actor?.personId);
  if (refusal) throw new Problem(refusal);
  return requireOpen(ctx, review, version);
}

/** Of anybody else nothing is told. */
async function takeOwn(ctx: Ctx, { id, version }: Of): Promise<Review> {
  takeAnywhere(ctx, 'self.review');
  const review = await lockReview(ctx, id);
  if (!review || review.personId === null || review.personId !== ctx.actor?.personId) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  return requireOpen(ctx, review, version);
}

async function requireOpen(ctx: Ctx, review: Review, version: number): Promise<Review> {
  if (review.version !== version) throw new Problem({ code: 'platform.stale', kind: 'stale' });
  if (await isCycleClosed(ctx, review.cycleId)) throw new Problem({ code: 'reviews.cycleClosed', kind: 'conflict' });
  return review;
}

async function requireMeeting(ctx: Ctx, meetingId: Id<'meeting'>, { unitId }: Review): Promise<void> {
  const found = await firstRow(ctx.db, sql`select 1 as one from meetings where home_id = ${homeOf(meetingId)} and id = ${meetingId} and unit_id = ${unitId}`);
  if (!found) throw new Problem({ code: 'reviews.meetingUnknown', kind: 'invalid' });
}

async function keep(ctx: Ctx, type: string, after: Review | Refusal): Promise<Done> {
  const { id, unitId, personId, version, form } = await saveReview(ctx, orThrow(after));
  if (personId === null) record(ctx, { type, subjectId: id, unitId, data: { form } });
  else record(ctx, { type: 'review.ofPersonWritten', subjectId: id });
  return { id, version };
}
