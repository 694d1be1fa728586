/** The only writer of visits. One lives in the home of the place. */
import './visit.tables.ts';
import { sql, type Selectable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import type { VisitKind } from '../visit.kinds.ts';
import type { Visit } from '../visit.ts';
import type { VisitsTable } from './visit.tables.ts';

export type VisitRow = Selectable<VisitsTable>;
export type VisitContent = Pick<Visit, 'place' | 'met' | 'heard' | 'advice' | 'promises' | 'steps'>;

export interface Written {
  readonly visit: Visit;
  /** Who wrote it down. */
  readonly by: Id<'account'> | null;
}

export async function lockVisit(ctx: Ctx, id: Id<'visit'>): Promise<Written | undefined> {
  const row = await firstRow(ctx.db, sql<VisitRow>`select v.* from visits v where v.home_id = ${homeOf(id)} and v.id = ${id} for update`);
  return row && { visit: visitOf(row), by: row.recorded_by as Id<'account'> | null };
}

export async function insertVisits(ctx: Ctx, visits: readonly Visit[]): Promise<void> {
  const told = { recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null };
  for (let at = 0; at < visits.length; at += part) await ctx.db.insertInto('visits').values(visits.slice(at, at + part).map((visit) => ({ ...rowOf(visit), ...told }))).execute();
}

const part = 500;

export async function saveVisit(ctx: Ctx, visit: Visit): Promise<Visit> {
  const saved = { ...visit, version: visit.version + 1 };
  await ctx.db.updateTable('visits').set(rowOf(saved)).where('home_id', '=', homeOf(saved.id)).where('id', '=', saved.id).execute();
  return saved;
}

export async function deleteVisits(ctx: Ctx, ids: readonly Id<'visit'>[]): Promise<void> {
  await sql`delete from visits where home_id = any(${[...new Set(ids.map(homeOf))]}::smallint[]) and id = any(${[...ids]}::uuid[])`.execute(ctx.db);
}

export function visitOf(row: VisitRow): Visit {
  return {
    ...row.content, id: row.id as Id<'visit'>, unitId: row.unit_id as Id<'unit'>, personId: row.person_id as Id<'person'>, on: row.visited_on as Day, kind: row.kind as VisitKind,
    meetingId: row.meeting_id as Id<'meeting'> | null, state: row.state as Visit['state'], version: row.version, // the words are held by the table's own checks
  };
}

function rowOf({ id, unitId, personId, on, kind, meetingId, state, version, place, met, heard, advice, promises, steps }: Visit) {
  const content = JSON.stringify({ place, met, heard, advice, promises, steps } satisfies VisitContent);
  return { home_id: homeOf(id), id, unit_id: unitId, person_id: personId, visited_on: on, kind, meeting_id: meetingId, content, state, version };
}
