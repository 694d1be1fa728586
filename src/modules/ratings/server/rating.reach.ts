/**
 * Who may see and do what about ratings. Those of organisations go by reach, at the unit that is rated; whoever decides needs the verb
 * at the committee whose season it is. A rating of a person concerns the person, the place where he is rated and the body that decides,
 * and nobody for standing above them (rulebook R11.4): it takes an assignment at one of these very places.
 */
import { sql, type RawBuilder } from 'kysely';
import { mayDo, placedAt, reach } from '../../../access/reach.ts';
import type { Verb } from '../../../access/verbs.ts';
import { primaryOf, type Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { About } from '../rating.kinds.ts';
import { refusalOfOwn, type Rating } from '../rating.ts';
import type { Season } from '../rating.season.ts';

type Act = 'read' | 'record' | 'decide';
type RatingVerb = Extract<Verb, `rating.${string}` | `personalRating.${string}`>;

export function verbOf(act: Act, about: About): RatingVerb {
  return about === 'units' ? `rating.${act}` : `personalRating.${act}`;
}

/** Rows `r` of ratings. */
export function within(ctx: Ctx): RawBuilder<boolean> {
  const [units, placed] = [reach(ctx, 'rating.read'), placedAt(ctx, 'personalRating.read')];
  return sql<boolean>`((r.person_id is null and ${units.over('r.unit_id')}) or (r.person_id is not null and (${placed('r.unit_id')} or ${placed('r.decided_by_id')})))`;
}

/** Rows `s` of seasons: those of organisations of committees within reach, those of people where the very committee is one's own. */
export function decidesWithin(ctx: Ctx): RawBuilder<boolean> {
  const [units, placed] = [reach(ctx, 'rating.read'), placedAt(ctx, 'personalRating.read')];
  return sql<boolean>`((s.about = 'units' and ${units.over('s.unit_id')}) or (s.about <> 'units' and ${placed('s.unit_id')}))`;
}

/** Rows `s` of seasons: those, and the ones in which something within reach is rated. */
export function seasonWithin(ctx: Ctx): RawBuilder<boolean> {
  return sql<boolean>`(${decidesWithin(ctx)} or exists (select from ratings r where r.season_id = s.id and ${within(ctx)}))`;
}

interface Place {
  readonly about: About;
  readonly unitId: Id<'unit'>;
}

/** Of people only where the unit is the very place of an assignment. The verb that the procedures declare is asked either way. */
export async function mayAt(ctx: Ctx, act: Act, { about, unitId }: Place): Promise<boolean> {
  const ofUnits = await mayDo(ctx, `rating.${act}`, unitId);
  if (about === 'units') return ofUnits;
  const row = await firstRow(primaryOf(ctx), sql<{ ok: boolean }>`select ${placedAt(ctx, verbOf(act, about))('p.unit_id')} as ok from (select ${unitId}::uuid as unit_id) p`);
  return row?.ok ?? false;
}

/** @throws 404 where not even the unit may be read, 403 naming the verb. */
export async function requireAt(ctx: Ctx, act: Act, place: Place): Promise<void> {
  if (await mayAt(ctx, act, place)) return;
  throw (await mayDo(ctx, 'unit.read', place.unitId)) ? forbidden(verbOf(act, place.about)) : notFound();
}

/** As `within` says of a row. */
export async function isReadable(ctx: Ctx, { about, unitId, decidedById }: Pick<Rating, 'about' | 'unitId' | 'decidedById'>): Promise<boolean> {
  return (await mayAt(ctx, 'read', { about, unitId })) || (about !== 'units' && mayAt(ctx, 'read', { about, unitId: decidedById }));
}

/** Of a season that is not within reach nothing is told. */
export async function takeSeasonAct(ctx: Ctx, season: Season | undefined): Promise<Season> {
  if (!season || !(await isSeasonReadable(ctx, season.id))) throw notFound();
  if (!(await mayAt(ctx, 'decide', season))) throw forbidden(verbOf('decide', season.about));
  return season;
}

async function isSeasonReadable(ctx: Ctx, id: Id<'ratingSeason'>): Promise<boolean> {
  const row = await firstRow(ctx.db, sql<{ ok: boolean }>`select ${seasonWithin(ctx)} as ok from rating_seasons s where s.home_id = ${homeOf(id)} and s.id = ${id}`);
  return row?.ok ?? false;
}

/** Asked of each before anything is done with them. */
export async function requireReadable(ctx: Ctx, ratings: readonly Rating[], asked: readonly Id<'rating'>[]): Promise<void> {
  for (const rating of ratings) if (!(await isReadable(ctx, rating))) throw notFound();
  if (ratings.length < new Set(asked).size) throw notFound();
}

/** Where the subject is; of a person also by the office of whoever decides, where the cell has nobody who could. */
export async function mayRecordOf(ctx: Ctx, rating: Pick<Rating, 'about' | 'unitId' | 'decidedById'>): Promise<boolean> {
  return (await mayAt(ctx, 'record', rating)) || (rating.about !== 'units' && mayAt(ctx, 'record', { about: rating.about, unitId: rating.decidedById }));
}

/** @throws ratings.ownRating */
export function requireOther(ctx: Ctx, rating: Pick<Rating, 'personId'>): void {
  const refusal = refusalOfOwn(rating, ctx.actor?.personId);
  if (refusal) throw new Problem(refusal);
}

export function notFound(): Problem {
  return new Problem({ code: 'platform.notFound', kind: 'not_found' });
}

export function forbidden(verb: Verb): Problem {
  return new Problem({ code: 'platform.forbidden', kind: 'forbidden', data: { verb } });
}
