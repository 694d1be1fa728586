/** The only writer of scoring frames and the acts on them. A series is read whole and written by what changed. */
import './frame.tables.ts';
import { isDeepStrictEqual } from 'node:util';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { lockSubject } from '../../../platform/db/database.ts';
import { fromRange, toRange } from '../../../platform/db/period.columns.ts';
import { homeOf, nationalHome, newId, type Home, type Id } from '../../../platform/ids.ts';
import type { Confidence } from '../../rules/rule.ts';
import { inOrder, type FrameSeries, type ScoreFrame } from '../frame.ts';
import type { ScoreFramesTable } from './frame.tables.ts';

type Scope = Id<'unit'> | null;

/** Two acts on one scope follow each other. */
export async function lockFrames(ctx: Ctx, scopeUnitId: Scope): Promise<FrameSeries> {
  await lockSubject(ctx.db, `score frame ${scopeUnitId ?? ''}`);
  const found = await ctx.db.selectFrom('score_frames').selectAll().where('scope_unit_id', scopeUnitId === null ? 'is' : '=', scopeUnitId).execute();
  return inOrder({ scopeUnitId, frames: found.map(frameOfRow) });
}

/** Undefined where there is no such frame. */
export async function findScopeOfFrame(ctx: Ctx, id: Id<'scoreFrame'>): Promise<Scope | undefined> {
  const row = await ctx.db.selectFrom('score_frames').select('scope_unit_id').where('id', '=', id).executeTakeFirst();
  return row && (row.scope_unit_id as Scope);
}

export async function saveFrames(ctx: Ctx, before: FrameSeries, after: FrameSeries): Promise<void> {
  const old = new Map(before.frames.map((frame) => [frame.id, frame]));
  const kept = new Set(after.frames.map(({ id }) => id));
  for (const { id } of before.frames) if (!kept.has(id)) await ctx.db.deleteFrom('score_frames').where('id', '=', id).execute();
  // What grows shorter makes room for what is new.
  for (const frame of after.frames) if (old.has(frame.id) && !isDeepStrictEqual(old.get(frame.id), frame)) await ctx.db.updateTable('score_frames').set(rowOf(frame)).where('id', '=', frame.id).execute();
  for (const frame of after.frames.filter(({ id }) => !old.has(id))) {
    await ctx.db.insertInto('score_frames').values({ id: frame.id, scope_unit_id: after.scopeUnitId, recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null, ...rowOf(frame) }).execute();
  }
}

export interface RecordedFrameAct {
  readonly id: Id<'frameAct'>;
  readonly scopeUnitId: Scope;
  readonly before: FrameSeries;
  readonly after: FrameSeries;
}

export async function insertFrameAct(ctx: Ctx, act: { kind: 'set' | 'ended'; reason: string | null; before: FrameSeries; after: FrameSeries }): Promise<Id<'frameAct'>> {
  const { scopeUnitId } = act.after;
  const id = newId<'frameAct'>(homeOfScope(scopeUnitId));
  await ctx.db.insertInto('score_frame_acts').values({
    id, scope_unit_id: scopeUnitId, kind: act.kind, reason: act.reason, before: JSON.stringify(act.before), after: JSON.stringify(act.after),
    recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null, undone_at: null, undone_by: null,
  }).execute();
  return id;
}

export async function findFrameAct(ctx: Ctx, id: Id<'frameAct'>): Promise<RecordedFrameAct | undefined> {
  const row = await ctx.db.selectFrom('score_frame_acts').selectAll().where('id', '=', id).executeTakeFirst();
  return row && { id, scopeUnitId: row.scope_unit_id as Scope, before: row.before, after: row.after };
}

/** The act that alone may be undone. */
export async function findLastFrameActId(ctx: Ctx, scopeUnitId: Scope): Promise<string | undefined> {
  const row = await ctx.db.selectFrom('score_frame_acts').select('id').where('scope_unit_id', scopeUnitId === null ? 'is' : '=', scopeUnitId)
    .where('undone_at', 'is', null).orderBy('recorded_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return row?.id;
}

export async function markFrameActUndone(ctx: Ctx, id: Id<'frameAct'>): Promise<void> {
  await ctx.db.updateTable('score_frame_acts').set({ undone_at: ctx.now, undone_by: ctx.actor?.accountId ?? null }).where('id', '=', id).execute();
}

export function sameFrames(one: FrameSeries, other: FrameSeries): boolean {
  return isDeepStrictEqual(inOrder(one), inOrder(other));
}

export function homeOfScope(scopeUnitId: Scope): Home {
  return scopeUnitId === null ? nationalHome : homeOf(scopeUnitId);
}

function frameOfRow(row: Selectable<ScoreFramesTable>): ScoreFrame {
  return { id: row.id as Id<'scoreFrame'>, period: fromRange(row.valid), criteria: row.criteria, document: row.document, confidence: row.confidence as Confidence };
}

function rowOf({ period, criteria, document, confidence }: ScoreFrame) {
  return { valid: toRange(period), criteria: JSON.stringify(criteria), document, confidence };
}
