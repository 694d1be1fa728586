/** Reads of rules: which hold at a unit on a day, what one was over time, the working calendar. Nothing here writes. */
import './rule.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { holdsSystemWide, takeAnywhere } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { dayIn, type Day, type Period } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import { fromRange } from '../../../platform/db/period.columns.ts';
import type { Id } from '../../../platform/ids.ts';
import { unitOn } from '../../units/server/index.ts';
import { refusalOfScope, type Confidence, type RuleLimit } from '../rule.ts';
import type { ruleContract } from '../rule.contract.ts';
import { ruleKeys, type RuleKey } from '../rule.keys.ts';
import type { WorkingCalendar } from '../working.days.ts';
import { abilitiesAt, isSeen, listActs, maySet, scopeAbove, scopeColumns, scopeOf, takeReading, type ScopeRow } from './series.reads.ts';

type Input<K extends keyof typeof ruleContract> = z.output<(typeof ruleContract)[K]['input']>;
type Answer<K extends keyof typeof ruleContract> = z.input<(typeof ruleContract)[K]['output']>;

/** What an act or a screen needs to apply a rule and to say by which paper. */
export interface RuleInForce {
  readonly key: RuleKey;
  readonly value: number;
  readonly period: Period;
  readonly document: string;
  readonly article: string | null;
  readonly confidence: Confidence;
}

interface RuleRow extends ScopeRow {
  readonly id: Id<'rule'>;
  readonly key: RuleKey;
  readonly value: number;
  readonly valid: string;
  readonly document: string;
  readonly article: string | null;
  readonly confidence: Confidence;
  readonly replaced_by: string | null;
  readonly recorded_at: Date | null;
}

/** The value at a unit on a day, of the nearest scope; of the country where no unit is given. For other modules: asks no access. */
export async function findRule(ctx: Ctx, key: RuleKey, { unitId = null, on }: { unitId?: Id<'unit'> | null; on: Day }): Promise<RuleInForce | undefined> {
  const [row] = await rulesInForce(ctx, { keys: [key], unitId, on });
  return row && { key, value: row.value, period: fromRange(row.valid), document: row.document, article: row.article, confidence: row.confidence };
}

/** @throws where the rule is set nowhere on the day: the country's values begin before the records do. */
export async function getRule(ctx: Ctx, key: RuleKey, at: { unitId?: Id<'unit'> | null; on: Day }): Promise<RuleInForce> {
  const rule = await findRule(ctx, key, at);
  if (!rule) throw new Error(`no rule ${key} on ${at.on}`);
  return rule;
}

/** The values of one rule at many units and days, in their order; of rules that are set nowhere there undefined. Asks no access. */
export async function findRuleValues(ctx: Ctx, key: RuleKey, places: readonly { readonly unitId: Id<'unit'>; readonly on: Day }[]): Promise<(number | undefined)[]> {
  const found = await rows(ctx.db, sql<{ at: number; value: number }>`select distinct on (q.at) q.at, (r.value #>> '{}')::float8 as value
    from unnest(${places.map(({ unitId }) => unitId)}::uuid[], ${places.map(({ on }) => on)}::date[]) with ordinality q (unit_id, held_on, at)
    join rules r on r.key = ${key} and r.valid @> q.held_on
    left join unit_closure c on c.hierarchy = 'reach' and c.ancestor_id = r.scope_unit_id and c.descendant_id = q.unit_id and c.valid @> q.held_on
    where r.scope_unit_id is null or c.ancestor_id is not null order by q.at, c.depth nulls last`);
  const values = new Map(found.map(({ at, value }) => [Number(at), value]));
  return places.map((_, at) => values.get(at + 1));
}

export async function listRules(ctx: Ctx, { unitId, asOf }: Input<'list'>): Promise<Answer<'list'>> {
  const on = asOf ?? ctx.today;
  await takeReading(ctx, unitId);
  const found = await rulesInForce(ctx, { keys: ruleKeys, unitId: unitId ?? null, on });
  const byKey = new Map(found.map((row) => [row.key, row]));
  const limits = await findLimits(ctx);
  const unit = unitId && (await unitOn(ctx, unitId, ctx.today));
  const leavesOwn = (limit: RuleLimit) => unitId === undefined || (unit !== undefined && refusalOfScope(limit, unit.kind) === undefined);
  return {
    items: ruleKeys.flatMap((key) => byKey.get(key) ?? []).map((row) => ({ ...itemOf(row), stricter: limits.get(row.key)!.stricter, mayHaveOwn: leavesOwn(limits.get(row.key)!) })),
    may: await abilitiesAt(ctx, unitId),
  };
}

/** Of every rule who may set a value of their own. Asks no access. */
export async function findLimits(ctx: Ctx): Promise<ReadonlyMap<RuleKey, RuleLimit>> {
  const found = await ctx.db.selectFrom('rule_limits').selectAll().execute();
  return new Map(found.map(({ key, lowest, stricter }) => [key as RuleKey, { lowest: lowest as RuleLimit['lowest'], stricter: stricter as RuleLimit['stricter'] }])); // as their checks have them
}

/** What would hold at the unit on the day without its own value. Asks no access. */
export async function findValueAbove(ctx: Ctx, key: RuleKey, { unitId, on }: { unitId: Id<'unit'>; on: Day }): Promise<number | undefined> {
  const [row] = await rulesInForce(ctx, { keys: [key], unitId, on, isAbove: true });
  return row?.value;
}

interface InForce {
  readonly keys: readonly RuleKey[];
  readonly unitId: Id<'unit'> | null;
  readonly on: Day;
  /** Leaves aside what is set at the unit itself. */
  readonly isAbove?: true;
}

function rulesInForce(ctx: Ctx, { keys, unitId, on, isAbove }: InForce): Promise<RuleRow[]> {
  const own = isAbove && unitId ? sql`r.scope_unit_id is distinct from ${unitId}` : sql`true`;
  return rows(ctx.db, sql<RuleRow>`select distinct on (r.key) ${columns(on)} from rules r left join lateral ${scopeAbove('r.scope_unit_id', { unitId, on })} near on true
    where r.key = any(${[...keys]}::text[]) and r.valid @> ${on}::date and (r.scope_unit_id is null or near.depth is not null) and ${own} order by r.key, near.depth nulls last`);
}

function columns(on: Day): RawBuilder<unknown> {
  return sql`r.id, r.key, (r.value #>> '{}')::float8 as value, r.valid, r.document, r.article, r.confidence, r.replaced_by, r.recorded_at, ${scopeColumns('r.scope_unit_id', on)}`;
}

function itemOf(row: RuleRow): Omit<Answer<'list'>['items'][number], 'stricter' | 'mayHaveOwn'> {
  return {
    id: row.id, key: row.key, value: row.value, period: fromRange(row.valid), document: row.document, article: row.article, confidence: row.confidence, replacedBy: row.replaced_by, scope: scopeOf(row),
    setOn: row.recorded_at && dayIn(row.recorded_at),
  };
}

/** National values, and those of units within reach; latest first. */
export async function listOfKey(ctx: Ctx, { key, cursor, limit }: Input<'ofKey'>): Promise<Answer<'ofKey'>> {
  const after = readCursor(cursor, z.tuple([z.iso.date(), z.guid()]));
  const found = await rows(ctx.db, sql<RuleRow & { may_set: boolean }>`select ${columns(ctx.today)}, ${maySet(ctx, 'r.scope_unit_id')} as may_set from rules r
    where r.key = ${key} and ${isSeen(ctx, 'r.scope_unit_id')} ${after ? sql`and (lower(r.valid), r.id) < (${after[0]}::date, ${after[1]}::uuid)` : sql``}
    order by lower(r.valid) desc, r.id desc limit ${limit + 1}`);
  return pageOf(found, { limit, key: (row) => [fromRange(row.valid).from, row.id], item: (row) => ({ ...itemOf(row), maySet: row.may_set }) });
}

export async function listActsOfKey(ctx: Ctx, { key, cursor, limit }: Input<'acts'>): Promise<Answer<'acts'>> {
  return listActs<Id<'ruleAct'>>(ctx, { table: 'rule_acts', among: (alias) => sql<boolean>`${sql.ref(`${alias}.key`)} = ${key}`, cursor, limit });
}

export async function listHolidays(ctx: Ctx, { year }: Input<'holidays'>): Promise<Answer<'holidays'>> {
  takeAnywhere(ctx, 'rule.read');
  const found = await rows(ctx.db, sql<{ day: Day; is_off: boolean; name: string; document: string; confidence: Confidence }>`
    select day, is_off, name, document, confidence from holidays where day between make_date(${year}, 1, 1) and make_date(${year}, 12, 31) order by day`);
  return { items: found.map(({ is_off: isOff, ...row }) => ({ ...row, isOff })), maySet: holdsSystemWide(ctx, 'rule.set') };
}

/** Days off and worked of the years that a clock may run through. For other modules: asks no access. */
export async function workingCalendar(ctx: Ctx, { from, to }: { from: Day; to: Day }): Promise<WorkingCalendar> {
  const found = await rows(ctx.db, sql<{ day: Day; is_off: boolean }>`select day, is_off from holidays where day between ${from}::date and ${to}::date`);
  const daysOf = (off: boolean) => new Set(found.filter(({ is_off: isOff }) => isOff === off).map(({ day }) => day));
  return { off: daysOf(true), worked: daysOf(false) };
}
