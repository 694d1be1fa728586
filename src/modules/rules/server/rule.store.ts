/** The only writer of rules, their acts and the days off. A series is read whole and written by what changed. */
import './rule.tables.ts';
import { isDeepStrictEqual } from 'node:util';
import type { Selectable } from 'kysely';
import { lockSubject } from '../../../platform/db/database.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { fromRange, toRange } from '../../../platform/db/period.columns.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import type { Confidence, RuleEntry, RuleSeries } from '../rule.ts';
import { ruleKinds, type RuleKey } from '../rule.keys.ts';
import { inOrder } from '../series.ts';
import type { RulesTable } from './rule.tables.ts';
import { homeOfScope, saveEntries } from './series.store.ts';

type Scope = Pick<RuleSeries, 'key' | 'scopeUnitId'>;

/** Two acts on one series follow each other. */
export async function lockSeries(ctx: Ctx, { key, scopeUnitId }: Scope): Promise<RuleSeries> {
  await lockSubject(ctx.db, `rule ${key} ${scopeUnitId ?? ''}`);
  const found = await ctx.db.selectFrom('rules').selectAll().where('key', '=', key).where('scope_unit_id', scopeUnitId === null ? 'is' : '=', scopeUnitId).execute();
  return inOrder({ key, scopeUnitId, entries: found.map(entryOf) });
}

export async function findScopeOf(ctx: Ctx, id: Id<'rule'>): Promise<Scope | undefined> {
  const row = await ctx.db.selectFrom('rules').select(['key', 'scope_unit_id']).where('id', '=', id).executeTakeFirst();
  return row && { key: row.key as RuleKey, scopeUnitId: row.scope_unit_id as Id<'unit'> | null };
}

export async function saveSeries(ctx: Ctx, before: RuleSeries, after: RuleSeries): Promise<void> {
  const { key, scopeUnitId } = after;
  const added = { key, scope_unit_id: scopeUnitId, value_unit: ruleKinds[key].unit, recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null };
  await saveEntries({ before: before.entries, after: after.entries }, {
    remove: (id) => ctx.db.deleteFrom('rules').where('id', '=', id).execute(),
    update: (entry) => ctx.db.updateTable('rules').set(rowOf(entry)).where('id', '=', entry.id).execute(),
    insert: (entry) => ctx.db.insertInto('rules').values({ id: entry.id, replaced_by: null, ...added, ...rowOf(entry) }).execute(),
  });
}

export interface RecordedRuleAct extends Scope {
  readonly id: Id<'ruleAct'>;
  readonly before: RuleSeries;
  readonly after: RuleSeries;
  readonly undoneAt: Date | null;
}

export async function insertRuleAct(ctx: Ctx, act: { kind: 'set' | 'ended'; reason: string | null; before: RuleSeries; after: RuleSeries }): Promise<Id<'ruleAct'>> {
  const { key, scopeUnitId } = act.after;
  const id = newId<'ruleAct'>(homeOfScope(scopeUnitId));
  await ctx.db.insertInto('rule_acts').values({
    id, key, scope_unit_id: scopeUnitId, kind: act.kind, reason: act.reason, before: JSON.stringify(act.before), after: JSON.stringify(act.after),
    recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null, undone_at: null, undone_by: null,
  }).execute();
  return id;
}

export async function findRuleAct(ctx: Ctx, id: Id<'ruleAct'>): Promise<RecordedRuleAct | undefined> {
  const row = await ctx.db.selectFrom('rule_acts').selectAll().where('id', '=', id).executeTakeFirst();
  return row && {
    id: row.id as Id<'ruleAct'>, key: row.key as RuleKey, scopeUnitId: row.scope_unit_id as Id<'unit'> | null,
    before: row.before as RuleSeries, after: row.after as RuleSeries, undoneAt: row.undone_at, // written by `insertRuleAct` from these types
  };
}

/** The act that alone may be undone. */
export async function findLastActId(ctx: Ctx, { key, scopeUnitId }: Scope): Promise<Id<'ruleAct'> | undefined> {
  const row = await ctx.db.selectFrom('rule_acts').select('id').where('key', '=', key).where('scope_unit_id', scopeUnitId === null ? 'is' : '=', scopeUnitId)
    .where('undone_at', 'is', null).orderBy('recorded_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return row?.id as Id<'ruleAct'> | undefined;
}

export async function markRuleActUndone(ctx: Ctx, id: Id<'ruleAct'>): Promise<void> {
  await ctx.db.updateTable('rule_acts').set({ undone_at: ctx.now, undone_by: ctx.actor?.accountId ?? null }).where('id', '=', id).execute();
}

export interface Holiday {
  readonly day: Day;
  readonly isOff: boolean;
  readonly name: string;
  readonly document: string;
}

/** @returns whether the calendar says anything else than before. */
export async function saveHoliday(ctx: Ctx, { day, isOff, name, document }: Holiday): Promise<boolean> {
  await lockSubject(ctx.db, `holiday ${day}`);
  const row = { is_off: isOff, name, document, confidence: 'read' };
  const before = await ctx.db.selectFrom('holidays').select(['is_off', 'name', 'document', 'confidence']).where('day', '=', day).executeTakeFirst();
  if (isDeepStrictEqual({ ...before }, row)) return false;
  await ctx.db.insertInto('holidays').values({ day, ...row }).onConflict((conflict) => conflict.column('day').doUpdateSet(row)).execute();
  return true;
}

/** @returns whether it was there. */
export async function deleteHoliday(ctx: Ctx, day: Day): Promise<boolean> {
  const { numDeletedRows } = await ctx.db.deleteFrom('holidays').where('day', '=', day).executeTakeFirst();
  return numDeletedRows > 0n;
}

function entryOf(row: Selectable<RulesTable>): RuleEntry {
  return { id: row.id as Id<'rule'>, value: Number(row.value), period: fromRange(row.valid), document: row.document, article: row.article, confidence: row.confidence as Confidence };
}

function rowOf({ value, period, document, article, confidence }: RuleEntry) {
  return { value: JSON.stringify(value), valid: toRange(period), document, article, confidence };
}
