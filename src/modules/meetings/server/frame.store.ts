/** The only writer of scoring frames and the acts on them. A series is read whole and written by what changed. */
import './frame.tables.ts';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { lockSubject } from '../../../platform/db/database.ts';
import { fromRange, toRange } from '../../../platform/db/period.columns.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import type { Confidence } from '../../rules/rule.ts';
import { inOrder } from '../../rules/series.ts';
import { homeOfScope, saveEntries } from '../../rules/server/index.ts';
import type { FrameSeries, ScoreFrame } from '../frame.ts';
import type { ScoreFramesTable } from './frame.tables.ts';

type Scope = Id<'unit'> | null;

/** Two acts on one scope follow each other. */
export async function lockFrames(ctx: Ctx, scopeUnitId: Scope): Promise<FrameSeries> {
  await lockSubject(ctx.db, `score frame ${scopeUnitId ?? ''}`);
  const found = await ctx.db.selectFrom('score_frames').selectAll().where('scope_unit_id', scopeUnitId === null ? 'is' : '=', scopeUnitId).execute();
  return inOrder({ scopeUnitId, entries: found.map(frameOfRow) });
}

/** Undefined where there is no such frame. */
export async function findScopeOfFrame(ctx: Ctx, id: Id<'scoreFrame'>): Promise<Scope | undefined> {
  const row = await ctx.db.selectFrom('score_frames').select('scope_unit_id').where('id', '=', id).executeTakeFirst();
  return row && (row.scope_unit_id as Scope);
}

export async function saveFrames(ctx: Ctx, before: FrameSeries, after: FrameSeries): Promise<void> {
  const added = { scope_unit_id: after.scopeUnitId, recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null };
  await saveEntries({ before: before.entries, after: after.entries }, {
    remove: (id) => ctx.db.deleteFrom('score_frames').where('id', '=', id).execute(),
    update: (frame) => ctx.db.updateTable('score_frames').set(rowOf(frame)).where('id', '=', frame.id).execute(),
    insert: (frame) => ctx.db.insertInto('score_frames').values({ id: frame.id, ...added, ...rowOf(frame) }).execute(),
  });
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

function frameOfRow(row: Selectable<ScoreFramesTable>): ScoreFrame {
  return { id: row.id as Id<'scoreFrame'>, period: fromRange(row.valid), criteria: row.criteria, document: row.document, confidence: row.confidence as Confidence };
}

function rowOf({ period, criteria, document, confidence }: ScoreFrame) {
  return { valid: toRange(period), criteria: JSON.stringify(criteria), document, confidence };
}
