/** Seals contacts of members who are away again under the newest key, some hundred rows at a time. */
import './membership.tables.ts';
import { sql } from 'kysely';
import { seal, unseal } from '../../../platform/crypto/seal.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { awayContactField } from './membership.commands.ts';

const batch = 500;

/** Answers how many rows were sealed again. */
export async function resealAwaySpells({ db, keys }: Pick<Ctx, 'db' | 'keys'>): Promise<number> {
  const newest = keys.sealing.at(-1)!.id;
  let count = 0;
  for (;;) {
    const stale = await rows(db, sql<{ home_id: number; id: string; contact_sealed: Buffer }>`select home_id, id, contact_sealed from away_spells
      where get_byte(contact_sealed, 0) <> ${newest} limit ${batch}`);
    for (const row of stale) {
      const place = { field: awayContactField, id: row.id };
      const sealed = seal(keys, place, unseal(keys, place, row.contact_sealed));
      // Only if nobody wrote another contact meanwhile.
      await sql`update away_spells set contact_sealed = ${sealed} where home_id = ${row.home_id} and id = ${row.id} and contact_sealed = ${row.contact_sealed}`.execute(db);
    }
    count += stale.length;
    if (stale.length < batch) return count;
  }
}
