/** Which visits somebody may read: those to units within reach, and the own ones; and which may be written down and changed. */
import { sql, type RawBuilder } from 'kysely';
import { holds, mayDo, reach, take } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { Visit } from '../visit.ts';
import { followedLately } from '../visit.follows.figures.ts';

/** Rows `v` of visits. */
export function within(ctx: Ctx): RawBuilder<boolean> {
  return sql`(${reach(ctx, 'visit.read').at('v.unit_id')} or ${isOwn(ctx)})`;
}

/** Of who went there himself: also after the assignment, whose last report tells of them. */
export function isOwn(ctx: Ctx): RawBuilder<boolean> {
  const me = readsOwn(ctx) ? ctx.actor?.personId : undefined;
  return me ? sql<boolean>`v.person_id = ${me}` : sql<boolean>`false`;
}

function readsOwn(ctx: Ctx): boolean {
  ctx.asked.add('self.read');
  return holds(ctx, 'visit.record') || holds(ctx, 'self.read');
}

export async function isReadable(ctx: Ctx, { unitId, personId }: Pick<Visit, 'unitId' | 'personId'>): Promise<boolean> {
  return (await mayDo(ctx, 'visit.read', unitId)) || (personId === ctx.actor?.personId && readsOwn(ctx));
}

/**
 * Rows `v` of visits that may be written down or changed: the own ones where one records visits, and for a while after the assignment
 * to the place has ended; those of a cadre where an office writes them for him.
 */
export function writable(ctx: Ctx): RawBuilder<boolean> {
  const within = reach(ctx, 'visit.record');
  const isHere = within.at('v.unit_id');
  const isOffice = sql<boolean>`(${isHere} and (${reach(ctx, 'oversight.assign').at('v.unit_id')} or ${reach(ctx, 'meeting.record').at('v.unit_id')}))`;
  const me = ctx.actor?.personId;
  if (!me) return isOffice;
  const lately = holds(ctx, 'self.read') ? followedLately(sql`v.person_id`, { unit: sql`v.unit_id`, on: sql`v.visited_on`, today: sql`${ctx.today}::date`, isWithin: within.at }) : sql`false`;
  return sql<boolean>`(case when v.person_id = ${me} then ${isHere} or ${lately} else ${isOffice} end)`;
}

export async function requireWritable(ctx: Ctx, { unitId, personId, on }: Pick<Visit, 'unitId' | 'personId' | 'on'>): Promise<void> {
  // The role ends with the assignment, what waited on a phone comes in later.
  ctx.asked.add('self.read');
  const row = await firstRow(ctx.db, sql<{ ok: boolean }>`select ${writable(ctx)} as ok from (select ${unitId}::uuid as unit_id, ${personId}::uuid as person_id, ${on}::date as visited_on) v`);
  if (row?.ok) return;
  await take(ctx, 'visit.record', unitId);
  throw new Problem({ code: 'platform.forbidden', kind: 'forbidden', data: { verb: 'meeting.record' } });
}

/** Who wrote it down, and who went. */
export function isWriter(ctx: Ctx, { personId }: Pick<Visit, 'personId'>, by: Id<'account'> | null): boolean {
  const { actor } = ctx;
  return actor !== undefined && actor !== null && (personId === actor.personId || (by !== null && by === actor.accountId));
}
