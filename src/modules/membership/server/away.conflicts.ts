/** Contacts with members away that another device has recorded otherwise: shown where the member takes part today. */
import { sql } from 'kysely';
import { reach } from '../../../access/reach.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import type { ConflictSource } from '../../../sync/conflict.ts';

export const awayConflicts: ConflictSource = {
  code: 'membership.changedMeanwhile',
  aboutOf: ({ personId }) => ({ type: 'membership', id: String(personId) }),
  within: async (ctx, ids) => {
    const homes = ids.map((id) => homeOf(id as Id<'person'>)); // as the contract took them
    const found = await rows(ctx.db, sql<{ person_id: string }>`select p.person_id from unnest(${homes}::smallint[], ${ids}::uuid[]) n (home_id, person_id) join placements p on p.home_id = n.home_id and p.person_id = n.person_id
      where p.kind = 'official' and p.valid @> ${ctx.today}::date and ${reach(ctx, 'member.read').over('p.cell_id')} and ${reach(ctx, 'member.record').over('p.cell_id')}`);
    return new Set(found.map(({ person_id }) => person_id));
  },
};
