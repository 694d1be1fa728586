/**
 * Who answers for a task on a day: the person named; where a post answers, that person for as long as he holds it, then whoever
 * holds it. Nobody, where the post is vacant.
 */
import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { isAround } from '../task.around.alerts.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';

/** Of rows with owner_id and owner_post_id. */
export function holderOn(tasks: string, on: RawBuilder<unknown>): RawBuilder<Id<'person'> | null> {
  const of = (column: string) => sql.ref(`${tasks}.${column}`);
  return sql`(case when ${of('owner_post_id')} is null then ${of('owner_id')} else (
    select h.person_id from tenures h where h.post_id = ${of('owner_post_id')} and h.valid @> ${on}::date order by (h.person_id = ${of('owner_id')}) is true desc, lower(h.valid), h.id limit 1) end)`;
}

/** Tasks that might be somebody's: by name, or by a post held today. */
export function mayBeOf(tasks: string, personId: Id<'person'>, on: RawBuilder<unknown>): RawBuilder<boolean> {
  const of = (column: string) => sql.ref(`${tasks}.${column}`);
  return sql<boolean>`(${of('owner_id')} = ${personId} or ${of('owner_post_id')} in (select h.post_id from tenures h where h.home_id = ${homeOf(personId)} and h.person_id = ${personId} and h.valid @> ${on}::date)) and ${holderOn(tasks, on)} = ${personId}`;
}

/** Those that he works on and reads as his own. Named without a post he does so for as long as he is around. */
export function isOwnOf(tasks: string, personId: Id<'person'>, on: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(${mayBeOf(tasks, personId, on)} and (${sql.ref(`${tasks}.owner_post_id`)} is not null or ${isAround(sql`${personId}::uuid`, { task: tasks, on })}))`;
}

export async function isOwner(ctx: Ctx, id: Id<'task'>): Promise<boolean> {
  const me = ctx.actor?.personId;
  if (!me) return false;
  const row = await firstRow(ctx.db, sql<{ is: boolean }>`select coalesce(${isOwnOf('t', me, sql`${ctx.today}::date`)}, false) as is from tasks t where t.home_id = ${homeOf(id)} and t.id = ${id}`);
  return row?.is ?? false;
}
