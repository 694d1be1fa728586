/**
 * Who may see and do what about ratings. Those of organisations and those of people have verbs of their own; both are asked at the
 * unit that is rated, or in which the person is. Whoever decides needs the verb at the committee whose season it is.
 */
import { sql, type RawBuilder } from 'kysely';
import { abilities, reach } from '../../../access/reach.ts';
import type { Verb } from '../../../access/verbs.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { About } from '../rating.kinds.ts';
import type { Rating } from '../rating.ts';
import type { Season } from '../rating.season.ts';

type Act = 'read' | 'record' | 'decide';
type RatingVerb = Extract<Verb, `rating.${string}` | `personalRating.${string}`>;

export function verbOf(act: Act, about: About): RatingVerb {
  return about === 'units' ? `rating.${act}` : `personalRating.${act}`;
}

/** Rows `r` of ratings. */
export function within(ctx: Ctx): RawBuilder<boolean> {
  const [units, people] = [reach(ctx, 'rating.read'), reach(ctx, 'personalRating.read')];
  return sql<boolean>`((r.person_id is null and ${units.over('r.unit_id')}) or (r.person_id is not null and ${people.over('r.unit_id')}))`;
}

/** Rows `s` of seasons: of committees within reach. */
export function decidesWithin(ctx: Ctx): RawBuilder<boolean> {
  const [units, people] = [reach(ctx, 'rating.read'), reach(ctx, 'personalRating.read')];
  return sql<boolean>`((s.about = 'units' and ${units.over('s.unit_id')}) or (s.about <> 'units' and ${people.over('s.unit_id')}))`;
}

/** Rows `s` of seasons: those, and the ones in which something within reach is rated. */
export function seasonWithin(ctx: Ctx): RawBuilder<boolean> {
  return sql<boolean>`(${decidesWithin(ctx)} or exists (select from ratings r where r.season_id = s.id and ${within(ctx)}))`;
}

export async function mayAt(ctx: Ctx, act: Act, { about, unitId }: { readonly about: About; readonly unitId: Id<'unit'> }): Promise<boolean> {
  return (await abilities(ctx, unitId, [`rating.${act}`, `personalRating.${act}`])).includes(verbOf(act, about));
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
  for (const rating of ratings) if (!(await mayAt(ctx, 'read', rating))) throw notFound();
  if (ratings.length < new Set(asked).size) throw notFound();
}

export function notFound(): Problem {
  return new Problem({ code: 'platform.notFound', kind: 'not_found' });
}

export function forbidden(verb: Verb): Problem {
  return new Problem({ code: 'platform.forbidden', kind: 'forbidden', data: { verb } });
}
