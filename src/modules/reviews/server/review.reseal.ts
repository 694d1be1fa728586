/** Seals reviews of people again under the newest key, some hundred rows at a time. */
import './review.tables.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { seal, unseal } from '../../../platform/crypto/seal.ts';
import { rows } from '../../../platform/db/database.ts';
import { sealedPlace } from './review.store.ts';

const batch = 500;

/** Answers how many rows were sealed again. */
export async function resealReviews({ db, keys }: Pick<Ctx, 'db' | 'keys'>): Promise<number> {
  const newest = keys.sealing.at(-1)!.id;
  let count = 0;
  for (;;) {
    const stale = await rows(db, sql<{ home_id: number; id: string; sealed: Buffer }>`select home_id, id, sealed from reviews where get_byte(sealed, 0) <> ${newest} limit ${batch}`);
    for (const row of stale) {
      const place = sealedPlace(row.id);
      await sql`update reviews set sealed = ${seal(keys, place, unseal(keys, place, row.sealed))} where home_id = ${row.home_id} and id = ${row.id} and sealed = ${row.sealed}`.execute(db);
    }
    count += stale.length;
    if (stale.length < batch) return count;
  }
}
