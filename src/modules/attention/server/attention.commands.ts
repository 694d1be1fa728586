/** Putting an alert off and taking that back: may it be done at the unit, does it stand there, save, record. */
import type { z } from 'zod';
import { take } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { record } from '../../../platform/events.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { Alert } from '../attention.ts';
import type { attentionContract } from '../attention.contract.ts';
import { refusalOfSnooze } from '../attention.snooze.ts';
import { knownAlert, sinceThere } from './attention.reads.ts';
import { deleteSnooze, saveSnooze } from './attention.store.ts';

type Input<K extends keyof typeof attentionContract> = z.output<(typeof attentionContract)[K]['input']>;

export async function snooze(ctx: Ctx, { alert, unitId, subjectId, until, reason }: Input<'snooze'>): Promise<Record<string, never>> {
  await take(ctx, 'attention.snooze', unitId);
  const known = knownAlert(alert);
  const refusal = refusalOfSnooze(until, ctx.today);
  if (refusal) throw new Problem(refusal);
  // What does not stand in the list of whoever asks is not put off: nobody finds out by an id whether something does.
  const since = await sinceThere(ctx, known, { unitId, subjectId });
  if (!since) throw new Problem({ code: 'attention.notThere', kind: 'conflict' });
  await saveSnooze(ctx, { alert, unitId, subjectId, since, until, reason });
  record(ctx, { type: 'attention.snoozed', ...about(known, { unitId, subjectId }), data: { alert, until } });
  return {};
}

export async function resume(ctx: Ctx, { alert, unitId, subjectId }: Input<'resume'>): Promise<Record<string, never>> {
  await take(ctx, 'attention.snooze', unitId);
  const known = knownAlert(alert);
  if (!(await deleteSnooze(ctx, { alert, unitId, subjectId }))) throw new Problem({ code: 'attention.notSnoozed', kind: 'conflict' });
  record(ctx, { type: 'attention.resumed', ...about(known, { unitId, subjectId }), data: { alert } });
  return {};
}

/** Whose record it concerns is told, so that the person finds it there. */
function about({ subject }: Alert, { unitId, subjectId }: { unitId: Id<'unit'>; subjectId: Id<'alertSubject'> }) {
  return { subjectId, unitId, ...(subject === 'person' && { personId: subjectId as Id as Id<'person'> }) };
}
