/** The only writer of frames of ratings and the acts on them. A series is read whole and written by what changed. */
import './rating.tables.ts';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { lockSubject } from '../../../platform/db/database.ts';
import { fromRange, toRange } from '../../../platform/db/period.columns.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import type { Confidence } from '../../rules/rule.ts';
import { inOrder } from '../../rules/series.ts';
import { homeOfScope, saveEntries } from '../../rules/server/index.ts';
import type { Cap } from '../rating.cap.ts';
import type { FrameEntry, FrameSeries } from '../rating.frame.ts';
import type { SubjectKind } from '../rating.kinds.ts';
import type { RatingFramesTable, StoredSeries } from './rating.tables.ts';

type Scope = Id<'unit'> | null;

/** What a series is of. */
export interface SeriesOf {
  readonly subject: SubjectKind;
  readonly scopeUnitId: Scope;
}

/** Two acts on one series follow each other. */
export async function lockFrames(ctx: Ctx, { subject, scopeUnitId }: SeriesOf): Promise<FrameSeries> {
  await lockSubject(ctx.db, `rating frame ${subject} ${scopeUnitId ?? ''}`);
  const found = await ctx.db.selectFrom('rating_frames').selectAll().where('subject', '=', subject).where('scope_unit_id', scopeUnitId === null ? 'is' : '=', scopeUnitId).execute();
  return inOrder({ subject, scopeUnitId, entries: found.map(frameOfRow) });
}

/** Undefined where there is no such frame. */
export async function findSeriesOfFrame(ctx: Ctx, id: Id<'ratingFrame'>): Promise<SeriesOf | undefined> {
  const row = await ctx.db.selectFrom('rating_frames').select(['scope_unit_id', 'subject']).where('id', '=', id).executeTakeFirst();
  return row && { scopeUnitId: row.scope_unit_id as Scope, subject: row.subject as SubjectKind };
}

export async function saveFrames(ctx: Ctx, before: FrameSeries, after: FrameSeries): Promise<void> {
  const added = { subject: after.subject, scope_unit_id: after.scopeUnitId, recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null };
  await saveEntries({ before: before.entries, after: after.entries }, {
    remove: (id) => ctx.db.deleteFrom('rating_frames').where('id', '=', id).execute(),
    update: (frame) => ctx.db.updateTable('rating_frames').set(rowOf(frame)).where('id', '=', frame.id).execute(),
    insert: (frame) => ctx.db.insertInto('rating_frames').values({ id: frame.id, ...added, ...rowOf(frame) }).execute(),
  });
}

export interface RecordedFrameAct extends SeriesOf {
  readonly id: Id<'ratingFrameAct'>;
  readonly before: FrameSeries;
  readonly after: FrameSeries;
}

export async function insertFrameAct(ctx: Ctx, act: { kind: 'set' | 'ended'; reason: string | null; before: FrameSeries; after: FrameSeries }): Promise<Id<'ratingFrameAct'>> {
  const { scopeUnitId, subject } = act.after;
  const id = newId<'ratingFrameAct'>(homeOfScope(scopeUnitId));
  await ctx.db.insertInto('rating_frame_acts').values({
    id, subject, scope_unit_id: scopeUnitId, kind: act.kind, reason: act.reason, before: JSON.stringify(act.before), after: JSON.stringify(act.after),
    recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null, undone_at: null, undone_by: null,
  }).execute();
  return id;
}

export async function findFrameAct(ctx: Ctx, id: Id<'ratingFrameAct'>): Promise<RecordedFrameAct | undefined> {
  const row = await ctx.db.selectFrom('rating_frame_acts').selectAll().where('id', '=', id).executeTakeFirst();
  return row && { id, scopeUnitId: row.scope_unit_id as Scope, subject: row.subject as SubjectKind, before: row.before as StoredSeries, after: row.after as StoredSeries };
}

/** The act that alone may be undone. */
export async function findLastFrameActId(ctx: Ctx, { subject, scopeUnitId }: SeriesOf): Promise<string | undefined> {
  const row = await ctx.db.selectFrom('rating_frame_acts').select('id').where('subject', '=', subject).where('scope_unit_id', scopeUnitId === null ? 'is' : '=', scopeUnitId)
    .where('undone_at', 'is', null).orderBy('recorded_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return row?.id;
}

export async function markFrameActUndone(ctx: Ctx, id: Id<'ratingFrameAct'>): Promise<void> {
  await ctx.db.updateTable('rating_frame_acts').set({ undone_at: ctx.now, undone_by: ctx.actor?.accountId ?? null }).where('id', '=', id).execute();
}

export function frameOfRow(row: Pick<Selectable<RatingFramesTable>, 'id' | 'valid' | 'levels' | 'gates' | 'criteria' | 'cap' | 'detail' | 'document' | 'confidence'>): FrameEntry {
  return {
    id: row.id as Id<'ratingFrame'>, period: fromRange(row.valid), levels: row.levels as FrameEntry['levels'], gates: row.gates as FrameEntry['gates'], criteria: row.criteria as FrameEntry['criteria'],
    cap: row.cap as Cap | null, detail: row.detail as FrameEntry['detail'], document: row.document, confidence: row.confidence as Confidence,
  };
}

function rowOf({ period, levels, gates, criteria, cap, detail, document, confidence }: FrameEntry) {
  return { valid: toRange(period), levels: levels && JSON.stringify(levels), gates: gates && JSON.stringify(gates), criteria: JSON.stringify(criteria), cap: cap && JSON.stringify(cap), detail: detail && JSON.stringify(detail), document, confidence };
}
