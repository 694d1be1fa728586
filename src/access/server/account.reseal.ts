/** Seals the secrets of one-time codes again under the newest key, some hundred accounts at a time. */
import './access.tables.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import { rows } from '../../platform/db/database.ts';
import type { Id } from '../../platform/ids.ts';
import { sealSecret, unsealSecret } from './totp.ts';

const batch = 500;

/** Answers how many rows were sealed again. */
export async function resealAccounts({ db, keys }: Pick<Ctx, 'db' | 'keys'>): Promise<number> {
  const newest = keys.sealing.at(-1)!.id;
  let count = 0;
  for (;;) {
    const stale = await rows(db, sql<{ id: Id<'account'>; totp_sealed: Buffer }>`select id, totp_sealed from accounts where get_byte(totp_sealed, 0) <> ${newest} limit ${batch}`);
    for (const { id, totp_sealed: before } of stale) {
      const sealed = sealSecret({ keys }, id, unsealSecret({ keys }, id, before));
      // Only if no other secret was fetched meanwhile.
      await sql`update accounts set totp_sealed = ${sealed} where id = ${id} and totp_sealed = ${before}`.execute(db);
    }
    count += stale.length;
    if (stale.length < batch) return count;
  }
}
