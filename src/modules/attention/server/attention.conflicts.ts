/** What somebody else has put off otherwise meanwhile: who did and when, and where both sides are shown to whoever sent the other. */
import { sql } from 'kysely';
import { reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import type { Refusal } from '../../../platform/problem.ts';
import type { ConflictSource } from '../../../sync/conflict.ts';
import type { Theirs } from '../attention.record.ts';
import { alerts } from '../declared.ts';
import type { SnoozeRow } from './attention.store.ts';

const code = 'attention.changedMeanwhile';

/** Every alert must be visible at the unit: of which kind the two sides are is not asked. */
const needed = [...new Set(alerts.map(({ verb }) => verb)), 'attention.read', 'attention.snooze'] as const;

export const attentionConflicts: ConflictSource = {
  code,
  aboutOf: ({ unitId }) => ({ type: 'attention', id: String(unitId) }),
  within: async (ctx, ids) => {
    const reached = sql.join(needed.map((verb) => reach(ctx, verb).at('n.unit_id')), sql` and `);
    const found = await rows(ctx.db, sql<{ unit_id: string }>`select n.unit_id from unnest(${ids}::uuid[]) n (unit_id) where ${reached}`);
    return new Set(found.map(({ unit_id }) => unit_id));
  },
};

/** Told by name, as the list tells it, to whoever may see it there. */
export async function toldByHand(ctx: Ctx, refusal: Refusal, { recorded_by: by, recorded_at: at }: SnoozeRow): Promise<Refusal> {
  if (refusal.code !== code || by === null) return refusal;
  const account = await firstRow(ctx.db, sql<{ name: string }>`select display_name as name from accounts where id = ${by}`);
  if (!account) return refusal;
  const hand: Theirs['hand'] = { name: account.name, at: at.toISOString(), isOwn: by === ctx.actor?.accountId };
  return { ...refusal, data: { ...refusal.data, hand } };
}
