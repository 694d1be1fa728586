/** Putting an alert off and taking that back: may it be done at the unit, does it stand there as it was looked at, save, record. */
import type { z } from 'zod';
import { take } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { record } from '../../../platform/events.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { Alert } from '../attention.ts';
import type { attentionContract } from '../attention.contract.ts';
import { refusalOfSnooze, refusalOfUnseen, type Looked, type Snoozed, type Standing } from '../attention.snooze.ts';
import { toldByHand } from './attention.conflicts.ts';
import { knownAlert, sinceThere } from './attention.reads.ts';
import { deleteSnooze, lockSnooze, replaceSnooze, saveFirstOrLock, type SnoozeRow } from './attention.store.ts';

type Input<K extends keyof typeof attentionContract> = z.output<(typeof attentionContract)[K]['input']>;

export async function snooze(ctx: Ctx, { since: lookedAt, seen, until, reason, ...named }: Input<'snooze'>): Promise<Record<string, never>> {
  await take(ctx, 'attention.snooze', named.unitId);
  const known = knownAlert(named.alert);
  const refusal = refusalOfSnooze(until, ctx.today);
  if (refusal) throw new Problem(refusal);
  // What does not stand in the list of whoever asks is not put off: nobody finds out by an id whether something does.
  const since = await sinceThere(ctx, known, named);
  if (!since) throw new Problem({ code: 'attention.notThere', kind: 'conflict' });
  const earlier = await saveFirstOrLock(ctx, { ...named, since, until, reason });
  await unlessUnseen(ctx, { since: lookedAt, seen }, { since, row: earlier, sent: { until, reason } });
  if (earlier) await replaceSnooze(ctx, earlier, { since, until, reason });
  record(ctx, { type: 'attention.snoozed', ...about(known, named), data: { alert: named.alert, until } });
  return {};
}

export async function resume(ctx: Ctx, { since: lookedAt, seen, ...named }: Input<'resume'>): Promise<Record<string, never>> {
  await take(ctx, 'attention.snooze', named.unitId);
  const known = knownAlert(named.alert);
  const since = await sinceThere(ctx, known, named);
  const row = await lockSnooze(ctx, named);
  if (!since || !row) throw notSnoozed();
  await unlessUnseen(ctx, { since: lookedAt, seen }, { since, row, sent: null });
  if (!holding(ctx, row, since)) throw notSnoozed();
  await deleteSnooze(ctx, row);
  record(ctx, { type: 'attention.resumed', ...about(known, named), data: { alert: named.alert } });
  return {};
}

interface Found {
  readonly since: Day;
  readonly row: SnoozeRow | undefined;
  readonly sent: Snoozed | null;
}

/** @throws Problem with what stands there, and who put it off so */
async function unlessUnseen(ctx: Ctx, looked: Looked, { since, row, sent }: Found): Promise<void> {
  const refusal = refusalOfUnseen(looked, { stands: { since, snooze: holding(ctx, row, since) }, sent });
  if (refusal) throw new Problem(row ? await toldByHand(ctx, refusal, row) : refusal);
}

/** What the list shows as put off (`snoozes`). */
function holding({ today }: Ctx, row: SnoozeRow | undefined, since: Day): Standing['snooze'] {
  return row && since <= row.since && row.until > today ? { until: row.until, reason: row.reason } : null;
}

function notSnoozed(): Problem {
  return new Problem({ code: 'attention.notSnoozed', kind: 'conflict' });
}

/** Whose record it concerns is told, so that the person finds it there. */
function about({ subject }: Alert, { unitId, subjectId }: { unitId: Id<'unit'>; subjectId: Id<'alertSubject'> }) {
  return { subjectId, unitId, ...(subject === 'person' && { personId: subjectId as Id as Id<'person'> }) };
}
