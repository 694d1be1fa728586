/** The scoring frame and the levels in force where and when a meeting is held; the nearest scope before the others. */
import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { findRule, scopeAbove } from '../../rules/server/index.ts';
import type { Criterion, ScoreBounds } from '../meeting.parts.ts';

interface Held {
  readonly unitId: Id<'unit'>;
  readonly on: Day;
}

export interface Frame {
  readonly criteria: readonly Criterion[];
  readonly document: string;
}

export async function frameOf(ctx: Ctx, { unitId, on }: Held): Promise<Frame> {
  const found = await firstRow(ctx.db, sql<Frame>`select f.criteria, f.document ${frameHolding({ unitId, on })}`);
  return found ?? { criteria: [], document: '' };
}

/** `from … limit 1` of the frame `f` that holds at the unit on the day; that of the country where no unit is given. */
export function frameHolding({ unitId, on }: { readonly unitId: Id<'unit'> | null; readonly on: Day }): RawBuilder<unknown> {
  return sql`from score_frames f left join lateral ${scopeAbove('f.scope_unit_id', { unitId, on })} near on true
    where f.valid @> ${on}::date and (f.scope_unit_id is null or near.depth is not null) order by near.depth nulls last limit 1`;
}

/** Undefined on days before meetings were scored. */
export async function scoreBoundsOf(ctx: Ctx, held: Held): Promise<ScoreBounds | undefined> {
  const [good, fair, average] = [await findRule(ctx, 'meeting.score.good', held), await findRule(ctx, 'meeting.score.fair', held), await findRule(ctx, 'meeting.score.average', held)];
  return good && fair && average && { good: good.value, fair: fair.value, average: average.value };
}
