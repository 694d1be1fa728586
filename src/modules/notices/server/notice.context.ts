/** In whose name work in the background is done: the system's, to find whom to tell; the account's own, to see what it may read. */
import { findAccountActor } from '../../../access/server/index.ts';
import { systemContext } from '../../../access/system.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Keys } from '../../../platform/crypto/keys.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import type { JobCtx } from '../../../platform/jobs/job.ts';

export interface NoticeJobCtx extends JobCtx {
  readonly keys: Keys;
}

export function contextOfSystem({ keys, log, now, today }: NoticeJobCtx, db: Db): Ctx {
  return { ...systemContext({ db, keys, log }), now, today };
}

/** Undefined where the account is disabled. */
export async function contextOfAccount(job: NoticeJobCtx, accountId: Id<'account'>): Promise<Ctx | undefined> {
  const actor = await findAccountActor(job, accountId);
  return actor && { ...contextOfSystem(job, job.db), actor };
}
