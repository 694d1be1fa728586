/** Acts on meetings that another device has recorded otherwise: where they are shown to whoever sent them. */
import './meeting.tables.ts';
import { sql } from 'kysely';
import { reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import type { ConflictSource } from '../../../sync/conflict.ts';

export const meetingConflicts = (['meetings.changedMeanwhile', 'meetings.closedMeanwhile'] as const).map((code): ConflictSource => ({
  code,
  aboutOf: ({ id }) => ({ type: 'meeting', id: String(id) }),
  within: async (ctx, ids) => new Set((await recordable(ctx, ids as readonly Id<'meeting'>[])).map(({ id }) => id)), // as the contract took them
}));

function recordable(ctx: Ctx, ids: readonly Id<'meeting'>[]): Promise<{ id: string }[]> {
  return rows(ctx.db, sql<{ id: string }>`select m.id from unnest(${ids.map((id) => homeOf(id))}::smallint[], ${ids}::uuid[]) n (home_id, id) join meetings m on m.home_id = n.home_id and m.id = n.id
    where ${reach(ctx, 'meeting.read').over('m.unit_id')} and ${reach(ctx, 'meeting.record').over('m.unit_id')}`);
}
