/** The acts on ratings: may it be done, what does the rule make of it, save with its trace, record. Nothing decides but people. */
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { record } from '../../../platform/events.ts';
import { newId, homeOf, type Id } from '../../../platform/ids.ts';
import { orThrow, Problem, type Refusal } from '../../../platform/problem.ts';
import { mayDo, takeAnywhere } from '../../../access/reach.ts';
import { accountsOfPeople, personWithin } from '../../../access/server/index.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { sql } from 'kysely';
import { homeOfUnit, unitOn } from '../../units/server/index.ts';
import type { ratingContract } from '../rating.contract.ts';
import { boundOf, type Frame } from '../rating.frame.ts';
import { ratedUnitKinds, type SubjectKind } from '../rating.kinds.ts';
import { appraise, exclude, include, rateSelf, totalOf, type Assessment, type Rating } from '../rating.ts';
import { lastDayOf, refusalOfClosed, refusalOfFormerYear, type Season } from '../rating.season.ts';
import { deciderOf, hasSeasonAbove } from './rating.decider.ts';
import { factsOf, foundOf } from './rating.facts.ts';
import { findFrame } from './rating.frame.reads.ts';
import { forbidden, isReadable, mayAt, mayRecordOf, notFound, requireOther, verbOf } from './rating.reach.ts';
import { lockSeason } from './rating.season.store.ts';
import { insertAct, insertRatings, lockRatings, saveRating, type ActKind } from './rating.store.ts';

type Input<K extends keyof typeof ratingContract> = z.output<(typeof ratingContract)[K]['input']>;
type RatingId = Id<'rating'>;
interface Done {
  readonly id: RatingId;
  readonly version: number;
}

/** By the subject's own office; for a person only where he has no account to do it with. */
export async function enterSelf(ctx: Ctx, { id, version, ...assessed }: Input<'rateSelf'>): Promise<Done> {
  const { rating, frame } = await takeOpen(ctx, { id, version, at: 'subject' });
  const { personId } = rating;
  if (personId && personId !== ctx.actor?.personId && (await accountsOfPeople(ctx, [personId])).length > 0) throw new Problem({ code: 'ratings.ratesHimself', kind: 'conflict' });
  return keep(ctx, { kind: 'self', before: rating, after: rateSelf(rating, await assessmentFrom(ctx, rating, assessed), frame), reason: null });
}

/** By the person himself. */
export async function enterOwn(ctx: Ctx, { id, version, ...assessed }: Input<'rateOwn'>): Promise<Done> {
  takeAnywhere(ctx, 'self.review');
  const { rating, frame } = await takeOpen(ctx, { id, version, at: 'own' });
  return keep(ctx, { kind: 'self', before: rating, after: rateSelf(rating, await assessmentFrom(ctx, rating, assessed), frame), reason: null });
}

/** By the office of whoever decides. */
export async function enterAppraisal(ctx: Ctx, { id, version, ...assessed }: Input<'appraise'>): Promise<Done> {
  const { rating, frame } = await takeOpen(ctx, { id, version, at: 'season' });
  return keep(ctx, { kind: 'appraised', before: rating, after: appraise(rating, await assessmentFrom(ctx, rating, assessed), frame), reason: null });
}

export async function excludeRating(ctx: Ctx, { id, version, why, reason }: Input<'exclude'>): Promise<Done> {
  const { rating } = await takeOpen(ctx, { id, version, at: 'season' });
  return keep(ctx, { kind: 'excluded', before: rating, after: exclude(rating, { why, reason, on: ctx.today }), reason });
}

export async function includeRating(ctx: Ctx, { id, version }: Input<'include'>): Promise<Done> {
  const { rating } = await takeOpen(ctx, { id, version, at: 'season' });
  return keep(ctx, { kind: 'included', before: rating, after: include(rating), reason: null });
}

/** What the body above decided in a year without a season here, out of its paper: no gate and no cap is looked at. */
export async function enterEarlier(ctx: Ctx, { unitId, personId, year, level, points, document, on }: Input<'enterEarlier'>): Promise<Done> {
  const about = personId === null ? 'units' : 'members';
  if (!(await mayDo(ctx, 'unit.read', unitId))) throw notFound();
  const decidedById = await deciderOf(ctx, { unitId, year });
  if (!(await mayAt(ctx, 'decide', { about, unitId: decidedById }))) throw forbidden(verbOf('decide', about));
  requireOther(ctx, { personId });
  const refusal = refusalOfFormerYear({ year, on }, ctx.today);
  if (refusal) throw new Problem(refusal);
  if (await hasSeasonAbove(ctx, { unitId, year, about })) throw new Problem({ code: 'ratings.seasonOfYear', kind: 'conflict', data: { year } });
  const kind = personId === null ? await kindOfUnit(ctx, unitId, year) : 'member';
  if (personId !== null) await requirePlaced(ctx, { personId, unitId, year });
  const frame = await findFrame(ctx, kind, { unitId: null, on: lastDayOf(year) });
  if (!frame || !boundOf(frame, level)) throw new Problem({ code: 'ratings.levelUnknown', kind: 'invalid' });
  const home = personId === null ? await homeOfUnit(ctx, unitId) : homeOf(personId);
  const decision = { level, points, document, on, reason: null, found: [], by: ctx.actor?.displayName ?? null };
  const rating: Rating = { id: newId<'rating'>(home), seasonId: null, unitId, decidedById, personId, about, kind, year, group: null, exclusion: null, self: null, appraisal: null, decision, version: 1 };
  if (await isThere(ctx, rating)) throw new Problem({ code: 'ratings.there', kind: 'conflict' });
  await insertRatings(ctx, [rating]);
  await insertAct(ctx, { kind: 'entered', before: null, after: rating, reason: null });
  told(ctx, 'rating.entered', rating);
  return { id: rating.id, version: 1 };
}

/** One rating of an open season, with its frame; 404 where it may not even be read. */
async function takeOpen(ctx: Ctx, { id, version, at }: { readonly id: RatingId; readonly version: number; readonly at: 'subject' | 'season' | 'own' }): Promise<{ rating: Rating; season: Season; frame: Frame }> {
  const seasonId = await seasonIdOf(ctx, id);
  const season = seasonId && (await lockSeason(ctx, seasonId, 'shared'));
  const [rating] = await lockRatings(ctx, [id]);
  const isOwn = at === 'own' && rating?.personId !== null && rating?.personId === ctx.actor?.personId;
  if (!rating || !(at === 'own' ? isOwn : await isReadable(ctx, rating))) throw notFound();
  if (!season) throw new Problem({ code: 'ratings.isDecided', kind: 'conflict' });
  if (!isOwn && !(await (at === 'subject' ? mayRecordOf(ctx, rating) : mayAt(ctx, 'record', season)))) throw forbidden(verbOf('record', rating.about));
  if (at === 'season') requireOther(ctx, rating);
  const refusal = refusalOfClosed(season);
  if (refusal) throw new Problem(refusal);
  if (rating.version !== version) throw new Problem({ code: 'platform.stale', kind: 'stale' });
  return { rating, season, frame: frameFor(season, rating) };
}

/** Read before anything is locked: the season is locked first, always. */
export async function seasonIdOf(ctx: Ctx, id: RatingId): Promise<Id<'ratingSeason'> | null> {
  const row = await firstRow(ctx.db, sql<{ season_id: Id<'ratingSeason'> | null }>`select season_id from ratings where home_id = ${homeOf(id)} and id = ${id}`);
  return row?.season_id ?? null;
}

/** @throws where the year of the season has no paper: none is opened then. */
export function frameFor(season: Season, { kind }: Pick<Rating, 'kind'>): Frame {
  const frame = season.frames[kind];
  if (!frame) throw new Error(`season ${season.id} has no frame for ${kind}`);
  return frame;
}

/** With what is known on the day, as it was then. */
async function assessmentFrom(ctx: Ctx, rating: Rating, { level, points, stated, note }: Pick<Input<'appraise'>, 'level' | 'points' | 'stated' | 'note'>): Promise<Assessment> {
  const facts = await factsOf(ctx, [rating], rating.year);
  return { level, points, stated, found: foundOf(facts.get(rating.id)), note, on: ctx.today, by: ctx.actor?.displayName ?? null };
}

export interface Kept {
  readonly kind: ActKind;
  readonly before: Rating;
  readonly after: Rating | Refusal;
  readonly reason: string | null;
}

export async function keep(ctx: Ctx, { kind, before, after, reason }: Kept): Promise<Done> {
  const saved = await saveRating(ctx, orThrow(after));
  await insertAct(ctx, { kind, before, after: saved, reason });
  told(ctx, `rating.${kind}`, saved);
  return { id: saved.id, version: saved.version };
}

/** The level stays out of the log: whoever reads it may not read ratings. */
function told(ctx: Ctx, type: string, { id, unitId, personId, year }: Rating): void {
  record(ctx, { type, subjectId: id, unitId, ...(personId && { personId }), data: { year } });
}

export function pointsOf({ self, appraisal }: Pick<Rating, 'self' | 'appraisal'>, given: number | null): number | null {
  return given ?? totalOf(appraisal) ?? totalOf(self);
}

async function kindOfUnit(ctx: Ctx, unitId: Id<'unit'>, year: number): Promise<SubjectKind> {
  const kind = (await unitOn(ctx, unitId, lastDayOf(year)))?.kind ?? (await unitOn(ctx, unitId, ctx.today))?.kind;
  const rated = kind && ratedUnitKinds[kind];
  if (!rated) throw new Problem({ code: 'ratings.notACommittee', kind: 'invalid' });
  return rated;
}

async function requirePlaced(ctx: Ctx, { personId, unitId, year }: { readonly personId: Id<'person'>; readonly unitId: Id<'unit'>; readonly year: number }): Promise<void> {
  if (!(await personWithin(ctx, 'personalRating.decide', personId))) throw notFound();
  const placed = await firstRow(ctx.db, sql`select from placements p where p.home_id = ${homeOf(personId)} and p.person_id = ${personId} and p.cell_id = ${unitId} and p.valid && daterange(make_date(${year}, 1, 1), make_date(${year}, 12, 31), '[]')`);
  if (!placed) throw new Problem({ code: 'ratings.notPlacedThere', kind: 'invalid' });
}

async function isThere(ctx: Ctx, { id, unitId, personId, year, about }: Rating): Promise<boolean> {
  const whom = personId === null ? sql`unit_id = ${unitId} and person_id is null` : sql`person_id = ${personId} and about = ${about}`;
  return (await firstRow(ctx.db, sql`select from ratings where home_id = ${homeOf(id)} and year = ${year} and ${whom}`)) !== undefined;
}
