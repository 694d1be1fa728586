/** Seals the content of rows again under the newest key, some hundred rows at a time. */
import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { rows } from '../db/database.ts';
import { seal, unseal, type Place } from './seal.ts';

const batch = 500;

/** Of a table with home_id, id and a column `sealed`. Answers how many rows were sealed again. */
export async function resealRows({ db, keys }: Pick<Ctx, 'db' | 'keys'>, { table, placeOf }: { readonly table: string; readonly placeOf: (id: string) => Place }): Promise<number> {
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
