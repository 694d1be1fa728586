/**
 * Which reviews somebody may read: those of collectives within reach. Of a person only who is assigned at the very unit where it is
 * held or that opened the cycle, and the person; nobody for standing above them.
 */
import { sql, type RawBuilder } from 'kysely';
import { mayDo, placedAt, reach } from '../../../access/reach.ts';
import { accountsOfPeople } from '../../../access/server/index.ts';
import type { Verb } from '../../../access/verbs.ts';
import { primaryOf, type Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import type { Review } from '../review.ts';

/** Rows `r` of reviews. */
export function within(ctx: Ctx): RawBuilder<boolean> {
  const placed = placedAt(ctx, 'review.read');
  const read = reach(ctx, 'review.read');
  return sql`(case when r.person_id is null then (${read.at('r.unit_id')} or ${read.at('r.opened_by_id')}) else (${placed('r.unit_id')} or ${placed('r.opened_by_id')}) end)`;
}

export async function isReadable(ctx: Ctx, { unitId, openedById, personId }: Pick<Review, 'unitId' | 'openedById' | 'personId'>): Promise<boolean> {
  return (await mayAt(ctx, 'review.read', { unitId, personId })) || mayAt(ctx, 'review.read', { unitId: openedById, personId });
}

/** The verb at the unit; of a person only where the unit is the very place of an assignment. */
export async function mayAt(ctx: Ctx, verb: Verb, { unitId, personId }: { readonly unitId: Id<'unit'>; readonly personId: Id<'person'> | null }): Promise<boolean> {
  if (personId === null) return mayDo(ctx, verb, unitId);
  const row = await firstRow(primaryOf(ctx), sql<{ ok: boolean }>`select ${placedAt(ctx, verb)('p.unit_id')} as ok from (select ${unitId}::uuid as unit_id) p`);
  return row?.ok ?? false;
}

/** Whoever has an account in use writes the own review; nobody else does. */
export async function writesHimself(ctx: Ctx, { personId }: Pick<Review, 'personId'>): Promise<boolean> {
  return personId !== null && (personId === ctx.actor?.personId || (await accountsOfPeople(ctx, [personId])).length > 0);
}
