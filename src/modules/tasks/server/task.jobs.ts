/** What is done about tasks every day: those that come again and whose day has passed bring the next, done or not. */
import './task.tables.ts';
import { sql } from 'kysely';
import { systemContext } from '../../../access/system.ts';
import type { Keys } from '../../../platform/crypto/keys.ts';
import { rows } from '../../../platform/db/database.ts';
import { inRepeatedTransaction } from '../../../platform/db/repeat.ts';
import { flushEvents } from '../../../platform/events.ts';
import type { Id } from '../../../platform/ids.ts';
import type { Job, JobCtx } from '../../../platform/jobs/job.ts';
import { bringNext } from './task.parts.ts';
import { lockTask, saveTask } from './task.store.ts';

export function taskJobs({ keys }: { readonly keys: Keys }): readonly Job[] {
  return [{ name: 'tasks', every: 'day', run: (ctx) => bringDue(ctx, keys) }];
}

/** Each in a transaction of its own: two that run at once bring it once. */
export async function bringDue({ db, now, today, log, stopping }: JobCtx, keys: Keys): Promise<void> {
  const due = await rows(db, sql<{ id: Id<'task'> }>`select id from tasks where recurs is not null and state = 'open' and due_on < ${today}::date order by due_on, id`);
  for (const { id } of due) {
    if (stopping.aborted) return;
    await inRepeatedTransaction({ db, isRepeatable: true }, async (tx) => {
      const ctx = { ...systemContext({ db: tx, keys, log }), now, today };
      const task = await lockTask(ctx, id);
      if (!task?.recurrence || task.outcome.state !== 'open') return;
      // Whatever comes of it, it is not looked at again.
      await saveTask(ctx, { ...(await bringNext(ctx, task)), recurrence: null });
      await flushEvents(ctx);
    });
  }
}
