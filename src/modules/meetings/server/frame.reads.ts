/** Reads of scoring frames: which one holds at a unit on a day, what was set over time, what was recorded. Nothing here writes. */
import './frame.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { takeAnywhere } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import { fromRange } from '../../../platform/db/period.columns.ts';
import type { Id } from '../../../platform/ids.ts';
import type { Confidence } from '../../rules/rule.ts';
import { abilitiesAt, isSeen, listActs, maySet, scopeColumns, scopeOf, takeReading, type ScopeRow } from '../../rules/server/index.ts';
import type { frameContract } from '../frame.contract.ts';
import type { Criterion } from '../meeting.parts.ts';
import { frameHolding } from './meeting.score.ts';

type Input<K extends keyof typeof frameContract> = z.output<(typeof frameContract)[K]['input']>;
type Answer<K extends keyof typeof frameContract> = z.input<(typeof frameContract)[K]['output']>;

interface FrameRow extends ScopeRow {
  readonly id: Id<'scoreFrame'>;
  readonly valid: string;
  readonly criteria: Criterion[];
  readonly document: string;
  readonly confidence: Confidence;
}

/** Of the nearest scope; of the country where no unit is given. */
export async function getFrame(ctx: Ctx, { unitId, asOf }: Input<'frame'>): Promise<Answer<'frame'>> {
  const on = asOf ?? ctx.today;
  await takeReading(ctx, unitId);
  const row = await firstRow(ctx.db, sql<FrameRow>`select ${columns(on)} ${frameHolding({ unitId: unitId ?? null, on })}`);
  return { frame: row ? itemOf(row) : null, may: await abilitiesAt(ctx, unitId) };
}

/** National frames, and those of units within reach; latest first. */
export async function listFrames(ctx: Ctx, { cursor, limit }: Input<'frames'>): Promise<Answer<'frames'>> {
  takeAnywhere(ctx, 'rule.read');
  const after = readCursor(cursor, z.tuple([z.iso.date(), z.guid()]));
  const found = await rows(ctx.db, sql<FrameRow & { may_set: boolean }>`select ${columns(ctx.today)}, ${maySet(ctx, 'f.scope_unit_id')} as may_set from score_frames f
    where ${isSeen(ctx, 'f.scope_unit_id')} ${after ? sql`and (lower(f.valid), f.id) < (${after[0]}::date, ${after[1]}::uuid)` : sql``} order by lower(f.valid) desc, f.id desc limit ${limit + 1}`);
  return pageOf(found, { limit, key: (row) => [fromRange(row.valid).from, row.id], item: (row) => ({ ...itemOf(row), maySet: row.may_set }) });
}

export async function listFrameActs(ctx: Ctx, { cursor, limit }: Input<'frameActs'>): Promise<Answer<'frameActs'>> {
  return listActs<Id<'frameAct'>>(ctx, { table: 'score_frame_acts', among: () => sql<boolean>`true`, cursor, limit });
}

function columns(on: Day): RawBuilder<unknown> {
  return sql`f.id, f.valid, f.criteria, f.document, f.confidence, ${scopeColumns('f.scope_unit_id', on)}`;
}

function itemOf(row: FrameRow): NonNullable<Answer<'frame'>['frame']> {
  return {
    id: row.id, period: fromRange(row.valid), criteria: row.criteria.map((one) => ({ ...one })), document: row.document, confidence: row.confidence, scope: scopeOf(row),
  };
}
