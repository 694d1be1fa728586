/** The only writer of rating seasons. */
import './rating.tables.ts';
import { sql, type Selectable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import type { About } from '../rating.kinds.ts';
import type { Season } from '../rating.season.ts';
import type { RatingSeasonsTable } from './rating.tables.ts';

/**
 * Whoever decides holds the season alone: the cap is counted over all that is decided in it. Whoever enters anything else
 * only keeps it from being closed meanwhile.
 */
export async function lockSeason(ctx: Ctx, id: Id<'ratingSeason'>, how: 'alone' | 'shared'): Promise<Season | undefined> {
  const row = await firstRow(ctx.db, sql<Selectable<RatingSeasonsTable>>`select s.* from rating_seasons s where s.home_id = ${homeOf(id)} and s.id = ${id} ${how === 'alone' ? sql`for update` : sql`for share`}`);
  return row && seasonOf(row);
}

export async function findSeason(ctx: Pick<Ctx, 'db'>, id: Id<'ratingSeason'>): Promise<Season | undefined> {
  const row = await firstRow(ctx.db, sql<Selectable<RatingSeasonsTable>>`select s.* from rating_seasons s where s.home_id = ${homeOf(id)} and s.id = ${id}`);
  return row && seasonOf(row);
}

export async function insertSeason(ctx: Ctx, season: Season): Promise<void> {
  await ctx.db.insertInto('rating_seasons').values({ home_id: homeOf(season.id), ...rowOf(season), version: 1, recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null }).execute();
}

export async function saveSeason(ctx: Ctx, season: Season): Promise<Season> {
  const saved = { ...season, version: season.version + 1 };
  await ctx.db.updateTable('rating_seasons').set(rowOf(saved)).where('home_id', '=', homeOf(saved.id)).where('id', '=', saved.id).execute();
  return saved;
}

/** With those drawn into it, of whom nothing was entered. */
export async function deleteSeason(ctx: Ctx, { id }: Season): Promise<void> {
  const homes = await rows(ctx.db, sql<{ home: number }>`select distinct home_id as home from ratings where season_id = ${id}`);
  for (const { home } of homes) await sql`delete from ratings where home_id = ${home} and season_id = ${id}`.execute(ctx.db);
  await sql`delete from rating_seasons where home_id = ${homeOf(id)} and id = ${id}`.execute(ctx.db);
}

export function seasonOf(row: Selectable<RatingSeasonsTable>): Season {
  return {
    id: row.id as Id<'ratingSeason'>, unitId: row.unit_id as Id<'unit'>, year: row.year, about: row.about as About, groups: row.groups as Season['groups'], frames: row.frames as Season['frames'],
    selfDueOn: row.self_due_on as Day, appraisalDueOn: row.appraisal_due_on as Day, decisionDueOn: row.decision_due_on as Day, drawnOn: row.drawn_on as Day, closedOn: row.closed_on as Day | null, version: row.version,
  };
}

function rowOf({ id, unitId, year, about, groups, frames, selfDueOn, appraisalDueOn, decisionDueOn, drawnOn, closedOn, version }: Season) {
  return {
    id, unit_id: unitId, year, about, groups: JSON.stringify(groups), frames: JSON.stringify(frames), self_due_on: selfDueOn, appraisal_due_on: appraisalDueOn, decision_due_on: decisionDueOn,
    drawn_on: drawnOn, closed_on: closedOn, version,
  };
}
