/** Series of rules as the module of imports writes them: each as an act of its own in the log of its rule, and back again. Who may is asked by the caller. */
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import type { RuleSeries } from '../rule.ts';
import { markCounted } from './rule.commands.ts';
import { insertRuleAct, markRuleActUndone, saveSeries } from './rule.store.ts';

export interface SeriesChange {
  readonly before: RuleSeries;
  readonly after: RuleSeries;
}

/** @returns the act that it stands as in the log; none without a reason. */
export async function replaceSeries(ctx: Ctx, { before, after, reason }: SeriesChange & { readonly reason: string | undefined }): Promise<Id<'ruleAct'> | undefined> {
  await saveSeries(ctx, before, after);
  await markCounted(ctx, before, after);
  return reason === undefined ? undefined : insertRuleAct(ctx, { kind: 'set', reason, before, after });
}

/** Of a series that stands as the act left it. */
export async function takeSeriesBack(ctx: Ctx, { before, after }: SeriesChange, actId: Id<'ruleAct'> | undefined): Promise<void> {
  await saveSeries(ctx, after, before);
  await markCounted(ctx, after, before);
  if (actId) await markRuleActUndone(ctx, actId);
}
