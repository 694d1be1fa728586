/** What a body has promised by a day is a task of the body; it ends with the petition's answer. */
import type { Ctx } from '../../../platform/context.ts';
import { homeOf, newId } from '../../../platform/ids.ts';
import { createTasks, dropUntouchedTasksOf, settleTasksOf, tasksOf } from '../../tasks/server/index.ts';
import type { Petition } from '../petition.ts';

const mostLettersOfTask = 1000;

/** One that nobody has touched follows what is answered anew. */
export async function followPlan(ctx: Ctx, { id, bodyId, state, outcome, plannedOn, text }: Petition): Promise<void> {
  const origin = { kind: 'petition' as const, id };
  const isPlanned = state === 'answered' && outcome === 'planned';
  if (!isPlanned && state === 'answered') return settleTasksOf(ctx, origin, { state: 'done', note: null });
  await dropUntouchedTasksOf(ctx, origin);
  if (!isPlanned || [...(await tasksOf(ctx, origin)).values()].some((task) => task.state === 'open')) return;
  await createTasks(ctx, { unitId: bodyId, on: ctx.today, origin, tasks: [{ id: newId<'task'>(homeOf(bodyId)), title: text.slice(0, mostLettersOfTask), ownerId: null, dueOn: plannedOn }] });
}
