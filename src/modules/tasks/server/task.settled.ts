/** Tasks end with what they came from. Asks no access: the caller has, about what they came from. */
import type { Ctx } from '../../../platform/context.ts';
import { record } from '../../../platform/events.ts';
import { isRefusal } from '../../../platform/problem.ts';
import type { Origin } from '../task.origins.ts';
import { settle } from '../task.ts';
import { addEntry } from './task.entries.ts';
import { lockTasksOf, saveTask } from './task.store.ts';

/** Those still open; what was settled before stays as it was. */
export async function settleTasksOf(ctx: Ctx, origin: Origin, { state, note }: { readonly state: 'done' | 'dropped'; readonly note: string | null }): Promise<void> {
  for (const task of await lockTasksOf(ctx, origin)) {
    const settled = settle(task, { state, on: ctx.today, note, today: ctx.today });
    if (isRefusal(settled)) continue;
    await saveTask(ctx, settled);
    await addEntry(ctx, task.id, { act: state === 'done' ? 'confirm' : 'cancel', on: ctx.today, note });
    record(ctx, { type: 'task.settled', subjectId: task.id, unitId: task.unitId, data: { state } });
  }
}
