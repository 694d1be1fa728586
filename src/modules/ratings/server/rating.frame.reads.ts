/** Reads of frames of ratings: which one holds at a unit on a day, what was set over time, what was recorded. Nothing here writes. */
import './rating.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { takeAnywhere } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import { fromRange } from '../../../platform/db/period.columns.ts';
import type { Id } from '../../../platform/ids.ts';
import { abilitiesAt, isSeen, listActs, maySet, scopeAbove, scopeColumns, scopeOf, takeReading, type ScopeRow } from '../../rules/server/index.ts';
import type { ratingFrameContract } from '../rating.frame.contract.ts';
import { frameFrom, type Frame } from '../rating.frame.ts';
import type { SubjectKind } from '../rating.kinds.ts';
import { frameOfRow } from './rating.frame.store.ts';
import type { RatingFramesTable } from './rating.tables.ts';

type Input<K extends keyof typeof ratingFrameContract> = z.output<(typeof ratingFrameContract)[K]['input']>;
type Answer<K extends keyof typeof ratingFrameContract> = z.input<(typeof ratingFrameContract)[K]['output']>;
type FrameRow = ScopeRow & RatingFramesTable & { readonly id: Id<'ratingFrame'> };

interface Place {
  readonly unitId: Id<'unit'> | null;
  readonly on: Day;
}

/** The country's, with criteria and cap of the nearest scope. Asks no access. Undefined on days of which no paper is known. */
export async function findFrame(ctx: Pick<Ctx, 'db'>, subject: SubjectKind, { unitId, on }: Place): Promise<Frame | undefined> {
  const found = await rows(ctx.db, sql<FrameRow>`select f.* from rating_frames f left join lateral ${scopeAbove('f.scope_unit_id', { unitId, on })} near on true
    where f.subject = ${subject} and f.valid @> ${on}::date and (f.scope_unit_id is null or near.depth is not null) order by near.depth nulls last`);
  const national = found.find(({ scope_unit_id: scope }) => scope === null);
  const own = found.find(({ scope_unit_id: scope }) => scope !== null);
  return national && frameFrom(frameOfRow(national), own && frameOfRow(own));
}

export async function getFrame(ctx: Ctx, { unitId, subject, asOf }: Input<'frame'>): Promise<Answer<'frame'>> {
  await takeReading(ctx, unitId);
  const frame = await findFrame(ctx, subject, { unitId: unitId ?? null, on: asOf ?? ctx.today });
  return { frame: frame ? frameOnWire(frame) : null, may: await abilitiesAt(ctx, unitId) };
}

/** Lists of the wire are written anew: those of a frame are not to be changed. */
export function frameOnWire({ levels, gates, criteria, cap, regime, detail }: Frame): NonNullable<Answer<'frame'>['frame']> {
  return { levels: [...levels], gates: gates.map((gate) => ({ ...gate, levels: [...gate.levels] })), criteria: [...criteria], cap, regime, detail };
}

/** National frames, and those of units within reach; latest first. */
export async function listFrames(ctx: Ctx, { subject, cursor, limit }: Input<'frames'>): Promise<Answer<'frames'>> {
  takeAnywhere(ctx, 'rule.read');
  const after = readCursor(cursor, z.tuple([z.iso.date(), z.guid()]));
  const found = await rows(ctx.db, sql<FrameRow & { may_set: boolean }>`select f.*, ${named(ctx.today)}, ${maySet(ctx, 'f.scope_unit_id')} as may_set from rating_frames f
    where f.subject = ${subject} and ${isSeen(ctx, 'f.scope_unit_id')} ${after ? sql`and (lower(f.valid), f.id) < (${after[0]}::date, ${after[1]}::uuid)` : sql``} order by lower(f.valid) desc, f.id desc limit ${limit + 1}`);
  return pageOf(found, { limit, key: (row) => [fromRange(row.valid).from, row.id], item: itemOf });
}

export async function listFrameActs(ctx: Ctx, { subject, cursor, limit }: Input<'frameActs'>): Promise<Answer<'frameActs'>> {
  return listActs<Id<'ratingFrameAct'>>(ctx, { table: 'rating_frame_acts', among: (alias) => sql<boolean>`${sql.ref(`${alias}.subject`)} = ${subject}`, cursor, limit });
}

function named(on: Day): RawBuilder<unknown> {
  return scopeColumns('f.scope_unit_id', on);
}

function itemOf(row: FrameRow & { may_set: boolean }): Answer<'frames'>['items'][number] {
  const { id, period, criteria, cap, document, confidence } = frameOfRow(row);
  return { id, period, criteria: [...criteria], cap, document, confidence, scope: scopeOf(row), maySet: row.may_set };
}
