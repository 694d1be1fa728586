/**
 * Which shortcomings somebody may read: those of units within reach, and those that a body within reach raised. Of a person only
 * who is assigned at the very unit where it is kept or at the body that raised it, and the person; nobody for standing above them.
 */
import { sql, type RawBuilder } from 'kysely';
import { mayDo, placedAt, reach, spreadOf } from '../../../access/reach.ts';
import type { Verb } from '../../../access/verbs.ts';
import { primaryOf, type Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import type { Shortcoming } from '../shortcoming.ts';

/** Rows `d` of shortcomings. */
export function within(ctx: Ctx): RawBuilder<boolean> {
  const read = reach(ctx, 'shortcoming.read');
  return sql`(case when d.person_id is null then (${read.at('d.unit_id')} or ${read.at('d.raised_by_id')}) else ${ofPeople(ctx)} end)`;
}

/** Those of units alone, for what is counted and told elsewhere. */
export function withinUnits(ctx: Ctx): RawBuilder<boolean> {
  const read = reach(ctx, 'shortcoming.read');
  return sql`(d.person_id is null and (${read.at('d.unit_id')} or ${read.at('d.raised_by_id')}))`;
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
  return (await mayAt(ctx, 'shortcoming.read', { unitId, personId })) || mayAt(ctx, 'shortcoming.read', { unitId: raisedById, personId });
}

/** The verb at the unit; of a person only where the unit is the very place of an assignment. */
export async function mayAt(ctx: Ctx, verb: Verb, { unitId, personId }: { readonly unitId: Id<'unit'>; readonly personId: Id<'person'> | null }): Promise<boolean> {
  if (personId === null) return mayDo(ctx, verb, unitId);
  const row = await firstRow(primaryOf(ctx), sql<{ ok: boolean }>`select ${placedAt(ctx, verb)('p.unit_id')} as ok from (select ${unitId}::uuid as unit_id) p`);
  return row?.ok ?? false;
}
