/** Whether somebody follows a place. */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { follows } from '../visit.follows.figures.ts';

export async function requireFollower(ctx: Ctx, { unitId, personId, on }: { readonly unitId: Id<'unit'>; readonly personId: Id<'person'>; readonly on: Day }): Promise<void> {
  const row = await firstRow(ctx.db, sql<{ ok: boolean }>`select ${follows(sql`${personId}::uuid`, { unit: sql`${unitId}::uuid`, on: sql`${on}::date` })} as ok`);
  if (!row?.ok) throw new Problem({ code: 'visits.notOwn', kind: 'invalid' });
}
