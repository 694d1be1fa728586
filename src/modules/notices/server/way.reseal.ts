/** Seals addresses and codes again under the newest key, some hundred at a time. */
import './notice.tables.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { sealAgain, type WayRow } from './way.store.ts';

const batch = 500;

/** Answers how many rows were sealed again. */
export async function resealNoticeWays({ db, keys }: Pick<Ctx, 'db' | 'keys'>): Promise<number> {
  const newest = keys.sealing.at(-1)!.id;
  let count = 0;
  for (;;) {
    const stale = await rows(db, sql<WayRow>`select * from notice_ways where get_byte(address_sealed, 0) <> ${newest} or get_byte(code_sealed, 0) <> ${newest} limit ${batch}`);
    for (const row of stale) await db.updateTable('notice_ways').set(sealAgain({ keys }, row)).where('id', '=', row.id).where('address_sealed', '=', row.address_sealed).execute();
    count += stale.length;
    if (stale.length < batch) return count;
  }
}
