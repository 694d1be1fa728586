/** Names of those who answer for tasks: an owner may be of another home than the task. */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';

export async function namesOf(ctx: Ctx, ownerIds: readonly (Id<'person'> | null)[]): Promise<Map<Id<'person'>, string>> {
  const ids = [...new Set(ownerIds.filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const homes = [...new Set(ids.map(homeOf))];
  const found = await rows(ctx.db, sql<{ id: Id<'person'>; full_name: string }>`select id, full_name from people where home_id = any(${homes}::smallint[]) and id = any(${ids}::uuid[])`);
  return new Map(found.map(({ id, full_name: name }) => [id, name]));
}
