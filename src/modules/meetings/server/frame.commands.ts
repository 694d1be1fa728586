/** The acts on scoring frames: may it be done at the scope, what does the rule make of the series, save, record. */
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { record } from '../../../platform/events.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { orThrow, Problem, type Refusal } from '../../../platform/problem.ts';
import { homeOfScope, sameSeries, takeRuleScope } from '../../rules/server/index.ts';
import type { frameContract } from '../frame.contract.ts';
import { endFrame as ended, setFrame as withFrame, type FrameSeries } from '../frame.ts';
import { findFrameAct, findLastFrameActId, findScopeOfFrame, insertFrameAct, lockFrames, markFrameActUndone, saveFrames } from './frame.store.ts';

type Input<K extends keyof typeof frameContract> = z.output<(typeof frameContract)[K]['input']>;
interface Acted {
  readonly actId: Id<'frameAct'>;
}

export async function setFrame(ctx: Ctx, { scopeUnitId, from, to, criteria, document, reason }: Input<'setFrame'>): Promise<Acted> {
  await takeRuleScope(ctx, scopeUnitId);
  const frame = { id: newId<'scoreFrame'>(homeOfScope(scopeUnitId)), period: { from, to }, criteria, document, confidence: 'read' as const };
  return carryOut(ctx, { kind: 'set', reason, scopeUnitId, rule: (series) => withFrame(series, frame) });
}

export async function endFrame(ctx: Ctx, { id, lastDay, reason }: Input<'endFrame'>): Promise<Acted> {
  const scopeUnitId = await findScopeOfFrame(ctx, id);
  if (scopeUnitId === undefined) throw notFound();
  await takeRuleScope(ctx, scopeUnitId);
  return carryOut(ctx, { kind: 'ended', reason, scopeUnitId, rule: (series) => ended(series, { id, lastDay }) });
}

/** Puts back what stood before the last act on the scope, if nothing has changed since. */
export async function undoFrame(ctx: Ctx, { actId }: Input<'undoFrame'>): Promise<Acted> {
  const act = await findFrameAct(ctx, actId);
  if (!act) throw notFound();
  const { scopeUnitId } = act;
  await takeRuleScope(ctx, scopeUnitId);
  const current = await lockFrames(ctx, scopeUnitId);
  if ((await findLastFrameActId(ctx, scopeUnitId)) !== act.id || !sameSeries(current, act.after)) throw new Problem({ code: 'meetings.frameNotLast', kind: 'conflict' });
  await saveFrames(ctx, current, act.before);
  await markFrameActUndone(ctx, act.id);
  record(ctx, { type: 'rule.frameUndone', subjectId: act.id, ...(scopeUnitId && { unitId: scopeUnitId }) });
  return { actId };
}

interface FrameAct {
  readonly kind: 'set' | 'ended';
  readonly reason: string | null;
  readonly scopeUnitId: Id<'unit'> | null;
  readonly rule: (series: FrameSeries) => FrameSeries | Refusal;
}

async function carryOut(ctx: Ctx, { kind, reason, scopeUnitId, rule }: FrameAct): Promise<Acted> {
  const before = await lockFrames(ctx, scopeUnitId);
  const after = orThrow(rule(before));
  await saveFrames(ctx, before, after);
  const actId = await insertFrameAct(ctx, { kind, reason, before, after });
  record(ctx, { type: kind === 'set' ? 'rule.frameSet' : 'rule.frameEnded', subjectId: actId, ...(scopeUnitId && { unitId: scopeUnitId }) });
  return { actId };
}

function notFound(): Problem {
  return new Problem({ code: 'platform.notFound', kind: 'not_found' });
}
