/**
 * Decisions of the competent body, entered by a person: many at once, all or none. The season is held alone from the first look to
 * the end, so that two who decide at once never pass the cap together.
 */
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import type { Id } from '../../../platform/ids.ts';
import { isRefusal, Problem, type Refusal } from '../../../platform/problem.ts';
import type { ratingContract } from '../rating.contract.ts';
import { boundOf } from '../rating.frame.ts';
import { correctDecision, decide, regroup, takeBack, type Decision, type Rating } from '../rating.ts';
import { lastDayOf, refusalOfClosed, refusalOfDecisionDay, type Season } from '../rating.season.ts';
import { requireCaps } from './rating.caps.ts';
import { frameFor, keep, pointsOf, seasonIdOf } from './rating.commands.ts';
import { factsOf, foundOf } from './rating.facts.ts';
import { findFrame } from './rating.frame.reads.ts';
import { forbidden, isReadable, mayAt, notFound, requireOther, requireReadable, verbOf } from './rating.reach.ts';
import { subjectNameOf } from './rating.reads.ts';
import { takeSeason } from './rating.season.commands.ts';
import { lockSeason } from './rating.season.store.ts';
import { lockRatings } from './rating.store.ts';

type Input<K extends keyof typeof ratingContract> = z.output<(typeof ratingContract)[K]['input']>;
interface Done {
  readonly id: Id<'rating'>;
  readonly version: number;
}

export async function decideRatings(ctx: Ctx, { seasonId, document, on, items }: Input<'decide'>): Promise<{ decided: number }> {
  const season = await takeOpenSeason(ctx, seasonId);
  requireDay(ctx, { on, year: season.year });
  const ratings = await lockOfSeason(ctx, season, items.map(({ id }) => id));
  const facts = await factsOf(ctx, ratings, season.year);
  const entered = new Map(items.map((item) => [item.id, item]));
  for (const rating of ratings) {
    const { version, level, points, reason } = entered.get(rating.id)!;
    if (rating.version !== version) throw new Problem({ code: 'platform.stale', kind: 'stale' });
    const decision = decisionFrom(ctx, { level, points: pointsOf(rating, points), reason, document, on, found: foundOf(facts.get(rating.id)) });
    await keep(ctx, { kind: 'decided', before: rating, after: await named(ctx, rating, decide(rating, decision, frameFor(season, rating))), reason });
  }
  await requireCaps(ctx, season);
  return { decided: ratings.length };
}

/** Also after the season was closed. One of former years, out of a paper, is corrected by the body that decided then. */
export async function correctRating(ctx: Ctx, { id, version, level, points, document, on, why, reason }: Input<'correct'>): Promise<Done> {
  const { rating, season } = await takeDecided(ctx, { id, version });
  requireDay(ctx, { on, year: rating.year });
  const facts = season ? foundOf((await factsOf(ctx, [rating], rating.year)).get(id)) : [];
  const decision = decisionFrom(ctx, { level, points: season ? pointsOf(rating, points) : points, reason, document, on, found: facts });
  if (!season) await requireLevel(ctx, rating, level);
  const done = await keep(ctx, { kind: 'corrected', before: rating, after: await named(ctx, rating, correctDecision(rating, decision, season && frameFor(season, rating))), reason: why });
  if (season) await requireCaps(ctx, season);
  return done;
}

export async function takeBackRating(ctx: Ctx, { id, version, why }: Input<'takeBack'>): Promise<Done> {
  const { rating, season } = await takeDecided(ctx, { id, version });
  if (!season) throw new Problem({ code: 'ratings.isHistory', kind: 'conflict' });
  requireOpen(season);
  const done = await keep(ctx, { kind: 'takenBack', before: rating, after: takeBack(rating), reason: why });
  await requireCaps(ctx, season);
  return done;
}

export async function regroupRatings(ctx: Ctx, { seasonId, group, ids }: Input<'regroup'>): Promise<{ moved: number }> {
  const season = await takeOpenSeason(ctx, seasonId);
  if (!season.groups.some(({ code }) => code === group)) throw new Problem({ code: 'ratings.groupUnknown', kind: 'invalid' });
  const ratings = (await lockOfSeason(ctx, season, ids)).filter((rating) => rating.group !== group);
  for (const rating of ratings) await keep(ctx, { kind: 'grouped', before: rating, after: regroup(rating, group), reason: null });
  return { moved: ratings.length };
}

async function takeOpenSeason(ctx: Ctx, id: Id<'ratingSeason'>): Promise<Season> {
  const season = await takeSeason(ctx, id);
  requireOpen(season);
  return season;
}

async function lockOfSeason(ctx: Ctx, season: Season, ids: readonly Id<'rating'>[]): Promise<Rating[]> {
  const ratings = await lockRatings(ctx, ids);
  await requireReadable(ctx, ratings, ids);
  if (ratings.some(({ seasonId }) => seasonId !== season.id)) throw new Problem({ code: 'ratings.notOfSeason', kind: 'invalid' });
  for (const rating of ratings) requireOther(ctx, rating);
  return ratings;
}

async function takeDecided(ctx: Ctx, { id, version }: Pick<Input<'takeBack'>, 'id' | 'version'>): Promise<{ rating: Rating; season: Season | null }> {
  const seasonId = await seasonIdOf(ctx, id);
  const season = (seasonId && (await lockSeason(ctx, seasonId, 'alone'))) ?? null;
  const [rating] = await lockRatings(ctx, [id]);
  if (!rating || !(await isReadable(ctx, rating))) throw notFound();
  const { decidedById: unitId, about } = rating;
  if (!(await mayAt(ctx, 'decide', { unitId, about }))) throw forbidden(verbOf('decide', about));
  requireOther(ctx, rating);
  if (rating.version !== version) throw new Problem({ code: 'platform.stale', kind: 'stale' });
  return { rating, season };
}

async function requireLevel(ctx: Ctx, { kind, year }: Rating, level: Decision['level']): Promise<void> {
  const frame = await findFrame(ctx, kind, { unitId: null, on: lastDayOf(year) });
  if (!frame || !boundOf(frame, level)) throw new Problem({ code: 'ratings.levelUnknown', kind: 'invalid' });
}

/** Of many lines the refusal tells which. */
async function named(ctx: Ctx, rating: Rating, after: Rating | Refusal): Promise<Rating | Refusal> {
  return isRefusal(after) ? { ...after, data: { ...after.data, name: await subjectNameOf(ctx, rating) } } : after;
}

function decisionFrom(ctx: Ctx, decision: Omit<Decision, 'by'>): Decision {
  return { ...decision, by: ctx.actor?.displayName ?? null };
}

function requireDay(ctx: Ctx, decided: { readonly year: number; readonly on: Day }): void {
  const refusal = refusalOfDecisionDay(decided, ctx.today);
  if (refusal) throw new Problem(refusal);
}

function requireOpen(season: Season): void {
  const refusal = refusalOfClosed(season);
  if (refusal) throw new Problem(refusal);
}
