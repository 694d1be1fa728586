/** Reads of scoring frames: which one holds at a unit on a day, what was set over time, what was recorded. Nothing here writes. */
import './frame.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { abilities, holdsSystemWide, mayDo, reach, takeAnywhere } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import { fromRange } from '../../../platform/db/period.columns.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { Confidence } from '../../rules/rule.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { frameContract } from '../frame.contract.ts';
import type { Criterion } from '../meeting.parts.ts';
import { frameHolding } from './meeting.score.ts';

type Input<K extends keyof typeof frameContract> = z.output<(typeof frameContract)[K]['input']>;
type Answer<K extends keyof typeof frameContract> = z.input<(typeof frameContract)[K]['output']>;

interface FrameRow {
  readonly id: Id<'scoreFrame'>;
  readonly valid: string;
  readonly criteria: Criterion[];
  readonly document: string;
  readonly confidence: Confidence;
  readonly scope_unit_id: Id<'unit'> | null;
  readonly scope_name: string | null;
}

/** Of the nearest scope; of the country where no unit is given. */
export async function getFrame(ctx: Ctx, { unitId, asOf }: Input<'frame'>): Promise<Answer<'frame'>> {
  const on = asOf ?? ctx.today;
  if (!unitId) takeAnywhere(ctx, 'rule.read');
  else if (!(await mayDo(ctx, 'rule.read', unitId))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  const row = await firstRow(ctx.db, sql<FrameRow>`select ${columns(on)} ${frameHolding({ unitId: unitId ?? null, on })}`);
  const mayNational = holdsSystemWide(ctx, 'rule.set') ? ['rule.set'] : [];
  return { frame: row ? itemOf(row) : null, may: unitId ? await abilities(ctx, unitId, ['rule.set']) : mayNational };
}

/** National frames, and those of units within reach; latest first. */
export async function listFrames(ctx: Ctx, { cursor, limit }: Input<'frames'>): Promise<Answer<'frames'>> {
  takeAnywhere(ctx, 'rule.read');
  const after = readCursor(cursor, z.tuple([z.iso.date(), z.guid()]));
  const found = await rows(ctx.db, sql<FrameRow & { may_set: boolean }>`select ${columns(ctx.today)}, ${maySet(ctx)} as may_set from score_frames f
    where ${isSeen(ctx)} ${after ? sql`and (lower(f.valid), f.id) < (${after[0]}::date, ${after[1]}::uuid)` : sql``} order by lower(f.valid) desc, f.id desc limit ${limit + 1}`);
  return pageOf(found, { limit, key: (row) => [fromRange(row.valid).from, row.id], item: (row) => ({ ...itemOf(row), maySet: row.may_set }) });
}

interface ActRow {
  readonly id: Id<'frameAct'>;
  readonly kind: 'set' | 'ended';
  readonly scope_unit_id: Id<'unit'> | null;
  readonly scope_name: string | null;
  readonly reason: string | null;
  readonly recorded_at: Date;
  readonly recorded_by: string | null;
  readonly undone_at: Date | null;
  readonly is_last: boolean;
  readonly may_set: boolean;
}

export async function listFrameActs(ctx: Ctx, { cursor, limit }: Input<'frameActs'>): Promise<Answer<'frameActs'>> {
  takeAnywhere(ctx, 'rule.read');
  const after = readCursor(cursor, z.tuple([z.iso.datetime(), z.guid()]));
  const found = await rows(ctx.db, sql<ActRow>`select f.id, f.kind, f.scope_unit_id, ${unitNameAt('f.scope_unit_id', sql`${ctx.today}::date`)} as scope_name, f.reason, f.recorded_at, a.display_name as recorded_by, f.undone_at,
      not exists (select from score_frame_acts l where l.scope_unit_id is not distinct from f.scope_unit_id and l.undone_at is null and (l.recorded_at, l.id) > (f.recorded_at, f.id)) as is_last, ${maySet(ctx)} as may_set
    from score_frame_acts f left join accounts a on a.id = f.recorded_by where ${isSeen(ctx)} ${after ? sql`and (date_trunc('milliseconds', f.recorded_at), f.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    order by date_trunc('milliseconds', f.recorded_at) desc, f.id desc limit ${limit + 1}`);
  return pageOf(found, {
    limit,
    key: (row) => [row.recorded_at.toISOString(), row.id],
    item: (row) => ({
      id: row.id, kind: row.kind, scope: row.scope_unit_id && { id: row.scope_unit_id, name: row.scope_name ?? '' }, reason: row.reason,
      recordedAt: row.recorded_at.toISOString(), recordedBy: row.recorded_by, undoneAt: row.undone_at?.toISOString() ?? null, mayUndo: row.may_set && row.is_last && row.undone_at === null,
    }),
  });
}

function columns(on: Day): RawBuilder<unknown> {
  return sql`f.id, f.valid, f.criteria, f.document, f.confidence, f.scope_unit_id, ${unitNameAt('f.scope_unit_id', sql`${on}::date`)} as scope_name`;
}

function itemOf(row: FrameRow): NonNullable<Answer<'frame'>['frame']> {
  return {
    id: row.id, period: fromRange(row.valid), criteria: row.criteria.map((one) => ({ ...one })), document: row.document, confidence: row.confidence,
    scope: row.scope_unit_id && { id: row.scope_unit_id, name: row.scope_name ?? '' },
  };
}

function isSeen(ctx: Ctx): RawBuilder<boolean> {
  return sql<boolean>`(f.scope_unit_id is null or ${reach(ctx, 'rule.read').over('f.scope_unit_id')})`;
}

function maySet(ctx: Ctx): RawBuilder<boolean> {
  return sql<boolean>`case when f.scope_unit_id is null then ${holdsSystemWide(ctx, 'rule.set')} else ${reach(ctx, 'rule.set').over('f.scope_unit_id')} end`;
}
