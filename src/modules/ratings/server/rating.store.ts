/** The only writer of ratings and of what each act on them left. A person's rating lives in the home of the person; its id tells which. */
import './rating.tables.ts';
import { sql, type Selectable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Keys } from '../../../platform/crypto/keys.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import type { About, SubjectKind } from '../rating.kinds.ts';
import type { Rating } from '../rating.ts';
import { actColumns, saidColumns, saidOf } from './rating.seal.ts';
import type { RatingsTable } from './rating.tables.ts';

type RatingId = Id<'rating'>;
export type ActKind = 'self' | 'appraised' | 'decided' | 'corrected' | 'takenBack' | 'excluded' | 'included' | 'grouped' | 'entered' | 'moved';

/** In the order of their ids: two who decide on the same ones wait for each other, never in a circle. */
export async function lockRatings(ctx: Ctx, ids: readonly RatingId[]): Promise<Rating[]> {
  const found = await rows(ctx.db, sql<Selectable<RatingsTable>>`
    select r.* from ratings r where r.home_id = any(${[...new Set(ids.map(homeOf))]}::smallint[]) and r.id = any(${[...ids]}::uuid[]) order by r.home_id, r.id for update`);
  return found.map((row) => ratingOf(ctx.keys, row));
}

export async function insertRatings(ctx: Ctx, ratings: readonly Rating[]): Promise<void> {
  if (ratings.length === 0) return;
  const told = { recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null };
  // So many parameters fit into one statement.
  for (let at = 0; at < ratings.length; at += 1000) {
    await ctx.db.insertInto('ratings').values(ratings.slice(at, at + 1000).map((rating) => ({ home_id: homeOf(rating.id), ...rowOf(ctx.keys, rating), version: 1, ...told }))).execute();
  }
}

export async function saveRating(ctx: Ctx, rating: Rating): Promise<Rating> {
  const saved = { ...rating, version: rating.version + 1 };
  await ctx.db.updateTable('ratings').set(rowOf(ctx.keys, saved)).where('home_id', '=', homeOf(saved.id)).where('id', '=', saved.id).execute();
  return saved;
}

export async function insertAct(ctx: Ctx, { kind, before, after, reason }: { readonly kind: ActKind; readonly before: Rating | null; readonly after: Rating; readonly reason: string | null }): Promise<void> {
  const id = newId<'ratingAct'>(homeOf(after.id));
  const words = actColumns(ctx.keys, { id, isOfPerson: after.personId !== null, before: before ? said(before) : {}, after: said(after), reason });
  await ctx.db.insertInto('rating_acts').values({
    home_id: homeOf(after.id), id, rating_id: after.id, kind, ...words,
    recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null,
  }).execute();
}

/** What of a rating people entered. */
function said({ group, exclusion, self, appraisal, decision }: Rating) {
  return { group, exclusion, self, appraisal, decision };
}

export function ratingOf(keys: Keys, row: Selectable<RatingsTable>): Rating {
  return {
    ...saidOf(keys, row),
    id: row.id as RatingId, seasonId: row.season_id as Id<'ratingSeason'> | null, unitId: row.unit_id as Id<'unit'>, decidedById: row.decided_by_id as Id<'unit'>,
    personId: row.person_id as Id<'person'> | null, about: row.about as About, kind: row.kind as SubjectKind,
    year: row.year, group: row.group_code, version: row.version,
  };
}

function rowOf(keys: Keys, rating: Rating) {
  const { id, seasonId, unitId, decidedById, personId, about, kind, year, group, decision, version } = rating;
  return {
    id, season_id: seasonId, unit_id: unitId, decided_by_id: decidedById, person_id: personId, about, kind, year, group_code: group, ...saidColumns(keys, rating),
    level: decision?.level ?? null, decided_on: decision?.on ?? null, version,
  };
}
