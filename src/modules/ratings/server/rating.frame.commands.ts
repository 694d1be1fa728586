/** The acts on frames of ratings: may it be done at the scope, what does the rule make of the series, save, record. */
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { record } from '../../../platform/events.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { orThrow, Problem, type Refusal } from '../../../platform/problem.ts';
import { homeOfScope, sameSeries, takeRuleScope } from '../../rules/server/index.ts';
import type { ratingFrameContract } from '../rating.frame.contract.ts';
import { endFrame as ended, setFrame as withFrame, type FrameEntry, type FrameSeries } from '../rating.frame.ts';
import { findFrame } from './rating.frame.reads.ts';
import { findFrameAct, findLastFrameActId, findSeriesOfFrame, insertFrameAct, lockFrames, markFrameActUndone, saveFrames, type SeriesOf } from './rating.frame.store.ts';

type Input<K extends keyof typeof ratingFrameContract> = z.output<(typeof ratingFrameContract)[K]['input']>;
interface Acted {
  readonly actId: Id<'ratingFrameAct'>;
}

export async function setFrame(ctx: Ctx, { scopeUnitId, subject, from, to, criteria, cap, document, reason }: Input<'setFrame'>): Promise<Acted> {
  await takeRuleScope(ctx, scopeUnitId);
  const frame = { id: newId<'ratingFrame'>(homeOfScope(scopeUnitId)), period: { from, to }, criteria, cap, ...(await papersOf(ctx, { subject, scopeUnitId, from, document })) };
  return carryOut(ctx, { kind: 'set', reason, of: { subject, scopeUnitId }, rule: (series) => withFrame(series, frame) });
}

export async function endFrame(ctx: Ctx, { id, lastDay, reason }: Input<'endFrame'>): Promise<Acted> {
  const of = await findSeriesOfFrame(ctx, id);
  if (!of) throw notFound();
  await takeRuleScope(ctx, of.scopeUnitId);
  return carryOut(ctx, { kind: 'ended', reason, of, rule: (series) => ended(series, { id, lastDay }) });
}

/** Puts back what stood before the last act on the series, if nothing has changed since. */
export async function undoFrame(ctx: Ctx, { actId }: Input<'undoFrame'>): Promise<Acted> {
  const act = await findFrameAct(ctx, actId);
  if (!act) throw notFound();
  await takeRuleScope(ctx, act.scopeUnitId);
  const current = await lockFrames(ctx, act);
  if ((await findLastFrameActId(ctx, act)) !== act.id || !sameSeries(current, act.after)) throw new Problem({ code: 'ratings.frameNotLast', kind: 'conflict' });
  await saveFrames(ctx, current, act.before);
  await markFrameActUndone(ctx, act.id);
  record(ctx, { type: 'rule.ratingFrameUndone', subjectId: act.id, ...(act.scopeUnitId && { unitId: act.scopeUnitId }) });
  return { actId };
}

/** Levels and gates of the country go on as they are, with their paper; a Party organisation sets none. */
async function papersOf(ctx: Ctx, { subject, scopeUnitId, from, document }: SeriesOf & { readonly from: Day; readonly document: string }): Promise<Pick<FrameEntry, 'levels' | 'gates' | 'detail' | 'document' | 'confidence'>> {
  const given = { document, confidence: 'read' as const };
  if (scopeUnitId !== null) return { levels: null, gates: null, detail: null, ...given };
  const frame = await findFrame(ctx, subject, { unitId: null, on: from });
  return { levels: frame?.levels ?? [], gates: frame?.gates ?? [], detail: given, ...(frame?.regime ?? given) };
}

interface FrameAct {
  readonly kind: 'set' | 'ended';
  readonly reason: string | null;
  readonly of: SeriesOf;
  readonly rule: (series: FrameSeries) => FrameSeries | Refusal;
}

async function carryOut(ctx: Ctx, { kind, reason, of, rule }: FrameAct): Promise<Acted> {
  const before = await lockFrames(ctx, of);
  const after = orThrow(rule(before));
  await saveFrames(ctx, before, after);
  const actId = await insertFrameAct(ctx, { kind, reason, before, after });
  record(ctx, { type: kind === 'set' ? 'rule.ratingFrameSet' : 'rule.ratingFrameEnded', subjectId: actId, ...(of.scopeUnitId && { unitId: of.scopeUnitId }) });
  return { actId };
}

function notFound(): Problem {
  return new Problem({ code: 'platform.notFound', kind: 'not_found' });
}
