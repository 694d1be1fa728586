/**
 * Once a day everybody who answers for units is told together what is new in the list of what needs attention. What stood
 * there the last time, settled or not, is not told again; what was put off is told when it is back.
 */
import { listHolders } from '../../../access/server/index.ts';
import { inRepeatedTransaction } from '../../../platform/db/repeat.ts';
import type { Id } from '../../../platform/ids.ts';
import { listNeeding, type Needing } from '../../attention/server/index.ts';
import { contextOfAccount, type NoticeJobCtx } from './notice.context.ts';
import { findToldAttention, insertNotices, saveToldAttention, withoutAttentionOn } from './notice.store.ts';
import { askWays } from './way.store.ts';

const batch = 200;
/** Looked up after midnight; a message outside the app waits until people are up. */
const firstHour = 'T07:00:00+07:00';

export async function tellOfAttention(job: NoticeJobCtx): Promise<void> {
  let after: Id<'account'> | undefined;
  for (;;) {
    const page = await listHolders(job, { verb: 'attention.snooze', after, limit: batch });
    for (const accountId of await withoutAttentionOn(job.db, page, job.today)) {
      if (job.stopping.aborted) return;
      await tellAccount(job, accountId);
    }
    after = page.at(-1);
    if (page.length < batch) return;
  }
}

/** Whose units are too many to look through at once looks at the list himself. */
async function tellAccount(job: NoticeJobCtx, accountId: Id<'account'>): Promise<void> {
  const ctx = await contextOfAccount(job, accountId);
  const needing = ctx ? ((await listNeeding(ctx)) ?? []) : [];
  await inRepeatedTransaction({ db: job.db, isRepeatable: true }, async (tx) => {
    const told = new Set(await findToldAttention(tx, accountId));
    await saveToldAttention(tx, { accountId, on: job.today, told: needing.map(({ key }) => key) });
    const fresh = needing.filter(({ key }) => !told.has(key));
    if (fresh.length === 0) return;
    const digest = { kind: 'attention.new', occasion: job.today, unitId: null, subjectId: accountId, at: job.now, facts: { units: byUnit(fresh) } } as const;
    await askWays({ db: tx }, await insertNotices(tx, digest, [accountId]), { from: later(job.now, new Date(`${job.today}${firstHour}`)) });
  });
}

function byUnit(needing: readonly Needing[]): { id: Id<'unit'>; count: number }[] {
  return [...Map.groupBy(needing, ({ unitId }) => unitId)].map(([id, own]) => ({ id, count: own.length }));
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}
