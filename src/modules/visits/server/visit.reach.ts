/** Which visits somebody may read: those to units within reach, and the own ones. */
import { sql, type RawBuilder } from 'kysely';
import { holds, mayDo, reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import type { Visit } from '../visit.ts';

/** Rows `v` of visits. */
export function within(ctx: Ctx): RawBuilder<boolean> {
  return sql`(${reach(ctx, 'visit.read').at('v.unit_id')} or ${isOwn(ctx)})`;
}

/** Of who went there himself, for as long as he makes visits at all. */
export function isOwn(ctx: Ctx): RawBuilder<boolean> {
  const me = ctx.actor?.personId;
  return me && holds(ctx, 'visit.record') ? sql<boolean>`v.person_id = ${me}` : sql<boolean>`false`;
}

export async function isReadable(ctx: Ctx, { unitId, personId }: Pick<Visit, 'unitId' | 'personId'>): Promise<boolean> {
  return (await mayDo(ctx, 'visit.read', unitId)) || (personId === ctx.actor?.personId && holds(ctx, 'visit.record'));
}

/** Who wrote it down, and who went. */
export function isWriter(ctx: Ctx, { personId }: Pick<Visit, 'personId'>, by: Id<'account'> | null): boolean {
  const { actor } = ctx;
  return actor !== undefined && actor !== null && (personId === actor.personId || (by !== null && by === actor.accountId));
}
