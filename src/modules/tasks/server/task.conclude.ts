/** The notice of conclusions of a working session: a document in the register of the unit that issues it, sent to the one visited, whose directives become tasks. */
import type { z } from 'zod';
import { take } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { enterDocument, sendDocument } from '../../documents/server/index.ts';
import { homeOfUnit } from '../../units/server/index.ts';
import type { taskContract } from '../task.contract.ts';
import { requireKnown } from './task.commands.ts';
import { createTasks } from './task.origin.ts';

type Input = z.output<(typeof taskContract)['conclude']['input']>;

/** All or nothing: a number that is taken, or a unit that is not below, leaves neither document nor tasks. */
export async function conclude(ctx: Ctx, { unitId, to, directives, ...notice }: Input): Promise<{ id: Id<'document'>; given: number }> {
  await take(ctx, 'task.record', unitId);
  for (const { ownerId, dueOn } of directives) {
    if (ownerId) await requireKnown(ctx, ownerId);
    if (dueOn !== null && dueOn < notice.issuedOn) throw new Problem({ code: 'tasks.dueInPast', kind: 'invalid', data: { today: notice.issuedOn } });
  }
  const { id } = await enterDocument(ctx, {
    unitId, direction: 'issued', type: 'TB', ...notice, receivedOn: null, signer: null, validFrom: notice.issuedOn, validTo: null, reviewDueOn: null, regulates: null, secrecy: null, links: [],
  });
  await sendDocument(ctx, { id, unitIds: [to] });
  const home = await homeOfUnit(ctx, to);
  const tasks = directives.map(({ title, dueOn, ownerId }) => ({ id: newId<'task'>(home), title, dueOn, ownerId }));
  await createTasks(ctx, { unitId: to, askedBy: unitId, on: notice.issuedOn, origin: { kind: 'document', id }, tasks });
  return { id, given: tasks.length };
}
