/**
 * Which reviews somebody may read: those of collectives within reach. Of a person only who is assigned at the very unit where it is
 * held or that opened the cycle, and the person; nobody for standing above them.
 */
import { sql, type RawBuilder } from 'kysely';
import { mayDoAt, placedAt, reach } from '../../../access/reach.ts';
import { accountsOfPeople } from '../../../access/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
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

/** Whoever has an account in use writes the own review; nobody else does. */
export async function writesHimself(ctx: Ctx, { personId }: Pick<Review, 'personId'>): Promise<boolean> {
  return personId !== null && (personId === ctx.actor?.personId || (await accountsOfPeople(ctx, [personId])).length > 0);
}
