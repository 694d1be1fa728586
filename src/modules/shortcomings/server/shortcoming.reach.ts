/**
 * Which shortcomings somebody may read: those of units within reach, and those that a body within reach raised. Of a person only
 * who is assigned at the very unit where it is kept or at the body that raised it, and the person; nobody for standing above them.
 */
import { sql, type RawBuilder } from 'kysely';
import { mayDoAt, placedAt, reach, spreadOf } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Shortcoming } from '../shortcoming.ts';

/** Rows `d` of shortcomings. */
export function within(ctx: Ctx): RawBuilder<boolean> {
  const read = reach(ctx, 'shortcoming.read');
  return sql`(case when d.person_id is null then (${read.at('d.unit_id')} or ${read.at('d.raised_by_id')}) else ${ofPeople(ctx)} end)`;
}

/** The same as `within` for a list: where little is within reach its shortcomings are gathered, else they are walked from the latest on. */
export async function listedWithin(ctx: Ctx): Promise<RawBuilder<boolean>> {
  const { wide } = await spreadOf(ctx, 'shortcoming.read');
  if (wide === 'country' || wide.length > 0) return within(ctx);
  const read = reach(ctx, 'shortcoming.read');
  const placed = placedAt(ctx, 'shortcoming.read');
  return sql`(d.home_id, d.id) in (
    select e.home_id, e.id from shortcomings e where e.person_id is null and ${read.over('e.unit_id')} union select e.home_id, e.id from shortcomings e where e.person_id is null and ${read.over('e.raised_by_id')}
    union select e.home_id, e.id from shortcomings e where e.person_id is not null and (${placed('e.unit_id')} or ${placed('e.raised_by_id')}))`;
}

function ofPeople(ctx: Ctx): RawBuilder<boolean> {
  const placed = placedAt(ctx, 'shortcoming.read');
  return sql`(${placed('d.unit_id')} or ${placed('d.raised_by_id')})`;
}

type Placed = Pick<Shortcoming, 'unitId' | 'personId' | 'raisedById'>;

export async function isReadable(ctx: Ctx, { unitId, personId, raisedById }: Placed): Promise<boolean> {
  return (await mayDoAt(ctx, 'shortcoming.read', { unitId, personId })) || mayDoAt(ctx, 'shortcoming.read', { unitId: raisedById, personId });
}
