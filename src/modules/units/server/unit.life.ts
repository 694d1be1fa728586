/**
 * How long a unit stands, for what lies within its life: placements, posts and tenures of other modules.
 * Whoever asks inside an act holds the unit until the act is done, so that it is not dissolved meanwhile.
 */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Day, Period } from '../../../platform/day.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { fromRange } from '../../../platform/db/period.columns.ts';
import type { UnitKind } from '../unit.kinds.ts';
import type { UnitId } from '../unit.ts';

interface Asked {
  readonly id: UnitId;
  readonly on: Day;
  /** Only the time in which it is of that kind. */
  readonly kind?: UnitKind;
}

/** The unbroken time around the day in which the unit stands; undefined where it does not stand on it. */
export async function lifeAround(ctx: Ctx, { id, on, kind }: Asked): Promise<Period | undefined> {
  await sql`select from units where id = ${id} for key share`.execute(ctx.db);
  const row = await firstRow(ctx.db, sql<{ life: string }>`
    select life from (select unnest(range_agg(valid)) as life from unit_versions where unit_id = ${id} ${kind ? sql`and kind = ${kind}` : sql``}) l
    where life @> ${on}::date`);
  return row && fromRange(row.life);
}

/** Waits for those who are putting something into the unit, and keeps others from it. */
export async function lockUnit(ctx: Ctx, id: UnitId): Promise<void> {
  await sql`select from units where id = ${id} for update`.execute(ctx.db);
}

export function liesWithin(period: Period, life: Period): boolean {
  return life.from <= period.from && (life.to === null || (period.to !== null && period.to <= life.to));
}
