/** Seals ratings of people, and the acts on them, again under the newest key, some hundred rows at a time. */
import './rating.tables.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { seal, unseal, type Place } from '../../../platform/crypto/seal.ts';
import { rows } from '../../../platform/db/database.ts';
import { actPlace, ratingPlace } from './rating.seal.ts';

const batch = 500;

/** Answers how many rows were sealed again. */
export async function resealRatings(ctx: Pick<Ctx, 'db' | 'keys'>): Promise<number> {
  return (await resealTable(ctx, 'ratings', ratingPlace)) + (await resealTable(ctx, 'rating_acts', actPlace));
}

async function resealTable({ db, keys }: Pick<Ctx, 'db' | 'keys'>, table: 'ratings' | 'rating_acts', placeOf: (id: string) => Place): Promise<number> {
  const newest = keys.sealing.at(-1)!.id;
  let count = 0;
  for (;;) {
    const stale = await rows(db, sql<{ home_id: number; id: string; sealed: Buffer }>`select home_id, id, sealed from ${sql.table(table)} where get_byte(sealed, 0) <> ${newest} limit ${batch}`);
    for (const row of stale) {
      const place = placeOf(row.id);
      await sql`update ${sql.table(table)} set sealed = ${seal(keys, place, unseal(keys, place, row.sealed))} where home_id = ${row.home_id} and id = ${row.id} and sealed = ${row.sealed}`.execute(db);
    }
    count += stale.length;
    if (stale.length < batch) return count;
  }
}
