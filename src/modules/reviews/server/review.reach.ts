/**
 * Which reviews somebody may read: those of collectives within reach. Of a person only who is assigned at the very unit where it is
 * held or that opened the cycle, and the person; nobody for standing above them.
 */
import { sql, type RawBuilder } from 'kysely';
import { mayDoAt, placedAt, reach, seatsOf } from '../../../access/reach.ts';
import { accountsOfPeople, holdersAt } from '../../../access/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import type { Refusal } from '../../../platform/problem.ts';
import type { Review } from '../review.ts';

/** Rows `r` of reviews. */
export function within(ctx: Ctx): RawBuilder<boolean> {
  const placed = placedAt(ctx, 'review.read');
  const read = reach(ctx, 'review.read');
  return sql`(case when r.person_id is null then (${read.at('r.unit_id')} or ${read.at('r.opened_by_id')}) else (${placed('r.unit_id')} or ${placed('r.opened_by_id')}) end)`;
}

export async function isReadable(ctx: Ctx, { unitId, openedById, personId }: Pick<Review, 'unitId' | 'openedById' | 'personId'>): Promise<boolean> {
  return (await mayDoAt(ctx, 'review.read', { unitId, personId })) || mayDoAt(ctx, 'review.read', { unitId: openedById, personId });
}

/** Whoever has an account in use writes the own review; a unit at which somebody records writes its own; those above only for who cannot. */
export async function writingRefusal(ctx: Ctx, { unitId, personId }: Pick<Review, 'unitId' | 'personId'>): Promise<Refusal | undefined> {
  if (personId !== null) return personId === ctx.actor?.personId || (await accountsOfPeople(ctx, [personId])).length > 0 ? { code: 'reviews.writesHimself', kind: 'forbidden' } : undefined;
  if (await sitsAt(ctx, unitId)) return undefined;
  return (await holdersAt(ctx, { verb: 'review.record', unitId, steps: 0 })).length > 0 ? { code: 'reviews.writesItself', kind: 'forbidden' } : undefined;
}

async function sitsAt(ctx: Ctx, unitId: Id<'unit'>): Promise<boolean> {
  const row = await firstRow(ctx.db, sql<{ ok: boolean }>`select ${placedAt(ctx, 'review.record')('p.unit_id')} as ok from (select ${unitId}::uuid as unit_id) p`);
  return row?.ok ?? false;
}

/** For which body the actor speaks to who opened a cycle: its own, else the nearest above it. */
export async function bodyOver(ctx: Ctx, unitId: Id<'unit'>): Promise<Id<'unit'>> {
  const seats = seatsOf(ctx, 'review.record');
  if (seats.includes(unitId)) return unitId;
  const row = await firstRow(ctx.db, sql<{ id: Id<'unit'> }>`select ancestor_id as id from unit_closure where hierarchy = 'reach' and descendant_id = ${unitId} and ancestor_id = any(${seats}::uuid[]) and valid @> ${ctx.today}::date order by depth limit 1`);
  return row?.id ?? unitId;
}
