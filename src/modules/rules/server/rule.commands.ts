/** The acts on rules: may it be done at the scope, what does the rule make of the series, save, record. */
import type { z } from 'zod';
import { holdsSystemWide, take } from '../../../access/reach.ts';
import { sql } from 'kysely';
import { figures } from '../../../figures/declared.ts';
import { firstDayChanged, forgetRollups, markUnits } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { record } from '../../../platform/events.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { orThrow, Problem, type Refusal } from '../../../platform/problem.ts';
import { unitOn } from '../../units/server/index.ts';
import type { RuleKey } from '../rule.keys.ts';
import { endRule, refusalOfLooser, refusalOfScope, setRule, type RuleSeries } from '../rule.ts';
import type { ruleContract } from '../rule.contract.ts';
import { isWorkingDay } from '../working.days.ts';
import { findLimits, findValueAbove } from './rule.reads.ts';
import { deleteHoliday, findLastActId, findRuleAct, findScopeOf, insertRuleAct, lockSeries, markRuleActUndone, saveHoliday, saveSeries } from './rule.store.ts';
import { homeOfScope, sameSeries } from './series.store.ts';

type Input<K extends keyof typeof ruleContract> = z.output<(typeof ruleContract)[K]['input']>;
interface Acted {
  readonly actId: Id<'ruleAct'>;
}

export async function set(ctx: Ctx, { key, scopeUnitId, value, from, to, document, article, reason }: Input<'set'>): Promise<Acted> {
  await takeScope(ctx, scopeUnitId);
  if (scopeUnitId !== null) await requireLeft(ctx, { key, scopeUnitId, value, from });
  const id = newId<'rule'>(homeOfScope(scopeUnitId));
  const entry = { id, value, period: { from, to }, document, article, confidence: 'read' as const };
  return carryOut(ctx, { kind: 'set', reason, scope: { key, scopeUnitId }, rule: (series) => setRule(series, entry) });
}

/** Only where the rule leaves it to them; what was set above is not loosened, as of the first day. */
async function requireLeft(ctx: Ctx, own: OwnValue): Promise<void> {
  const refusal = await refusalOfOwn(ctx, own);
  if (refusal) throw new Problem(refusal);
}

export interface OwnValue {
  readonly key: RuleKey;
  readonly scopeUnitId: Id<'unit'>;
  readonly value: number;
  readonly from: Day;
}

export async function refusalOfOwn(ctx: Ctx, { key, scopeUnitId, value, from }: OwnValue): Promise<Refusal | undefined> {
  const limit = (await findLimits(ctx)).get(key)!;
  const unit = await unitOn(ctx, scopeUnitId, ctx.today);
  const refusal = unit && refusalOfScope(limit, unit.kind);
  if (refusal) return refusal;
  const above = await findValueAbove(ctx, key, { unitId: scopeUnitId, on: from });
  return above === undefined ? undefined : refusalOfLooser(key, { value, above, stricter: limit.stricter });
}

export async function end(ctx: Ctx, { key, id, lastDay, reason }: Input<'end'>): Promise<Acted> {
  const scope = await findScopeOf(ctx, id);
  if (scope?.key !== key) throw notFound();
  await takeScope(ctx, scope.scopeUnitId);
  return carryOut(ctx, { kind: 'ended', reason, scope, rule: (series) => endRule(series, { id, lastDay }) });
}

/** Puts back what stood before the last act on the series, if nothing has changed since. */
export async function undo(ctx: Ctx, { actId }: Input<'undo'>): Promise<Acted> {
  const act = await findRuleAct(ctx, actId);
  if (!act) throw notFound();
  await takeScope(ctx, act.scopeUnitId);
  const current = await lockSeries(ctx, act);
  if ((await findLastActId(ctx, act)) !== act.id || !sameSeries(current, act.after)) throw new Problem({ code: 'rules.notLastAct', kind: 'conflict' });
  await saveSeries(ctx, current, act.before);
  await markCounted(ctx, current, act.before);
  await markRuleActUndone(ctx, act.id);
  record(ctx, { type: 'rule.actUndone', subjectId: act.id, ...(act.scopeUnitId && { unitId: act.scopeUnitId }), data: { key: act.key } });
  return { actId };
}

export async function setHoliday(ctx: Ctx, input: Input<'setHoliday'>): Promise<Record<string, never>> {
  requireNational(ctx);
  // A weekday is worked and a weekend is off without being told.
  if (isWorkingDay(input.day, { off: new Set(), worked: new Set() }) !== input.isOff) throw new Problem({ code: 'rules.holidayNotNeeded', kind: 'conflict' });
  if (!(await saveHoliday(ctx, input))) return {};
  await forgetRollups(ctx.db);
  record(ctx, { type: 'rule.holidaySet', data: { day: input.day, isOff: input.isOff } });
  return {};
}

export async function removeHoliday(ctx: Ctx, { day }: Input<'removeHoliday'>): Promise<Record<string, never>> {
  requireNational(ctx);
  if (!(await deleteHoliday(ctx, day))) return {};
  await forgetRollups(ctx.db);
  record(ctx, { type: 'rule.holidayRemoved', data: { day } });
  return {};
}

interface RuleAct {
  readonly kind: 'set' | 'ended';
  readonly reason: string | null;
  readonly scope: Pick<RuleSeries, 'key' | 'scopeUnitId'>;
  readonly rule: (series: RuleSeries) => RuleSeries | Refusal;
}

async function carryOut(ctx: Ctx, { kind, reason, scope, rule }: RuleAct): Promise<Acted> {
  const before = await lockSeries(ctx, scope);
  const after = orThrow(rule(before));
  await saveSeries(ctx, before, after);
  await markCounted(ctx, before, after);
  const actId = await insertRuleAct(ctx, { kind, reason, before, after });
  record(ctx, { type: `rule.${kind}`, subjectId: actId, ...(scope.scopeUnitId && { unitId: scope.scopeUnitId }), data: { key: scope.key } });
  return { actId };
}

/** Figures that apply the rule are counted anew, where it holds and from the day on. */
export async function markCounted(ctx: Ctx, before: RuleSeries, after: RuleSeries): Promise<void> {
  const { key, scopeUnitId } = after;
  if (!figures.some(({ rules, subject }) => rules?.includes(key) && !subject.keepsNoRollup)) return;
  if (scopeUnitId === null) return forgetRollups(ctx.db);
  const below = await rows(ctx.db, sql<{ id: Id<'unit'> }>`select distinct descendant_id as id from unit_closure where hierarchy = 'reach' and ancestor_id = ${scopeUnitId}`);
  await markUnits(ctx.db, below.map(({ id }) => id), firstDayChanged(before.entries, after.entries));
}

/** The country's rules are kept by whoever keeps the system; a committee keeps its own. */
export async function takeScope(ctx: Ctx, scopeUnitId: Id<'unit'> | null): Promise<void> {
  if (scopeUnitId === null) return requireNational(ctx);
  await take(ctx, 'rule.set', scopeUnitId);
  const unit = await unitOn(ctx, scopeUnitId, ctx.today);
  if (!unit?.kind.endsWith('_party')) throw new Problem({ code: 'rules.notAScope', kind: 'conflict' });
}

function requireNational(ctx: Ctx): void {
  if (!holdsSystemWide(ctx, 'rule.set')) throw new Problem({ code: 'platform.forbidden', kind: 'forbidden', data: { verb: 'rule.set' } });
}

function notFound(): Problem {
  return new Problem({ code: 'platform.notFound', kind: 'not_found' });
}
