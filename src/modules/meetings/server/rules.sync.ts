/**
 * The rules that meetings apply, for phones: one record for each unit. Told for whole years, so that the record stays the same
 * from day to day. Nothing here writes.
 */
import { sql } from 'kysely';
import { reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { addYears, type Day, type Period } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { toRange } from '../../../platform/db/period.columns.ts';
import type { Id } from '../../../platform/ids.ts';
import type { SyncSource } from '../../../sync/source.ts';
import { findRulesThrough, placedWithin, workingCalendar } from '../../rules/server/index.ts';
import { spellsOf, type Spell } from '../../rules/rule.spells.ts';
import { meetingRuleKeys, type CarriedFrame, type CarriedRules } from '../meeting.rules.ts';

export const rulesSource: SyncSource = {
  type: 'rules',
  records: async (ctx, units) => {
    const found = await rulesAround(ctx, await readableAmong(ctx, units));
    return found.map((body) => ({ id: body.unitId, body }));
  },
};

/** Asks no access: what a meeting is judged by is told with the meeting. */
export async function rulesAround(ctx: Ctx, units: readonly Id<'unit'>[]): Promise<CarriedRules[]> {
  const period = yearsAround(ctx.today);
  const values = await findRulesThrough(ctx, { keys: meetingRuleKeys, units, period });
  const frames = await framesThrough(ctx, units, period);
  const { off, worked } = await workingCalendar(ctx, period);
  const days = { off: [...off].toSorted(), worked: [...worked].toSorted() };
  return units.map((unitId) => ({ unitId, values: values.get(unitId) ?? {}, frames: frames.get(unitId) ?? [], ...days }));
}

/** Last year, this year and the next. */
function yearsAround(today: Day): Period & { readonly to: Day } {
  const yearOf = (on: Day) => on.slice(0, 4);
  return { from: `${yearOf(addYears(today, -1))}-01-01` as Day, to: `${yearOf(addYears(today, 1))}-12-31` as Day };
}

async function readableAmong(ctx: Ctx, units: readonly Id<'unit'>[]): Promise<Id<'unit'>[]> {
  const found = await rows(ctx.db, sql<{ id: Id<'unit'> }>`select u.id from unnest(${units}::uuid[]) u (id) where ${reach(ctx, 'rule.read').at('u.id')} order by u.id`);
  return found.map(({ id }) => id);
}

interface FrameRow extends CarriedFrame {
  readonly unit_id: Id<'unit'>;
  readonly valid: string;
  readonly within: string | null;
  readonly depth: number | null;
}

async function framesThrough(ctx: Ctx, units: readonly Id<'unit'>[], period: Period): Promise<Map<Id<'unit'>, Spell<CarriedFrame>[]>> {
  const found = await rows(ctx.db, sql<FrameRow>`select q.unit_id, f.criteria, f.document, f.valid, c.valid as within, c.depth
    from unnest(${units}::uuid[]) q (unit_id) join score_frames f on f.valid && ${toRange(period)}::daterange
    left join unit_closure c on c.hierarchy = 'reach' and c.ancestor_id = f.scope_unit_id and c.descendant_id = q.unit_id
    where f.scope_unit_id is null or c.ancestor_id is not null order by q.unit_id, f.id, c.valid`);
  return new Map([...Map.groupBy(found, (row) => row.unit_id)].map(([id, frames]) => [id, spellsOf(frames.flatMap((frame) => candidateOf(frame, period)))]));
}

function candidateOf({ criteria, document, valid, within, depth }: FrameRow, asked: Period) {
  const period = placedWithin({ valid, within, asked });
  return period ? [{ period, depth, value: { criteria, document } }] : [];
}
