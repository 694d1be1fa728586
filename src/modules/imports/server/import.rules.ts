/**
 * Rules of a workbook into the database and out of it again. What the workbook tells of one rule in one scope is the whole of
 * what its source says of it: values of before that it no longer has, go. By the rule of the act on screen, so that a value
 * that was set there and begins later is never written over. The run keeps each series as it stood before and after.
 */
import { sql } from 'kysely';
import { holdsSystemWide, mayDo, reachesEverything } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { addDays, type Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, nationalHome, newId, type Id } from '../../../platform/ids.ts';
import { isRefusal, Problem } from '../../../platform/problem.ts';
import type { RuleKey } from '../../rules/rule.keys.ts';
import { setRule, type RuleEntry, type RuleSeries } from '../../rules/rule.ts';
import { lockSeries, refusalOfOwn, replaceSeries, sameSeries, takeSeriesBack, type SeriesChange } from '../../rules/server/index.ts';
import { unitOn } from '../../units/server/index.ts';
import { complain, groupBy, rowsOf, type CheckContext } from '../check/context.ts';
import { valueOf } from '../check/rules.check.ts';
import type { RuleRow } from '../format/sheets.ts';
import type { Checked } from '../imports.contract.ts';

/** By this name the run and the refs of the source know them. */
const table = 'rules';

export interface RulesToWrite {
  readonly context: CheckContext;
  readonly find: (table: 'units', ref: string) => Id | undefined;
  readonly runId: Id<'importRun'>;
  readonly sourceId: Id<'importSource'>;
  /** Stands as the reason in the log of the rule. */
  readonly fileName: string;
  /** Whether the unit stood before: a log would keep a new one from being taken back. */
  readonly isKnown: (unit: string) => boolean;
}

/** Answers what was done. What is wrong is told in the context; the transaction then takes everything back. */
export async function writeRules(ctx: Ctx, writing: RulesToWrite): Promise<Checked['tables'][number]> {
  const counts = { table, added: 0, changed: 0, removed: 0, same: 0 };
  for (const told of groupBy(rowsOf(writing.context, 'rules'), ({ rule, unit }) => `${rule}\0${unit ?? ''}`).values()) {
    const { rule: key, unit } = told[0]!;
    const scopeUnitId = unit === null ? null : (writing.find('units', unit) as Id<'unit'>); // refs were checked before
    if (!(await maySet(ctx, { told, scopeUnitId, context: writing.context }))) continue;
    const reason = unit === null || writing.isKnown(unit) ? writing.fileName.slice(0, 500) : undefined;
    const { added, changed, removed, same } = await writeSeries(ctx, { told, scope: { key, scopeUnitId }, writing, reason });
    counts.added += added;
    counts.changed += changed;
    counts.removed += removed;
    counts.same += same;
  }
  return counts;
}

interface Asked {
  readonly told: readonly RuleRow[];
  readonly scopeUnitId: Id<'unit'> | null;
  readonly context: CheckContext;
}

/** As on screen: the country's are kept by whoever keeps the system, a committee keeps its own. */
async function maySet(ctx: Ctx, { told, scopeUnitId, context }: Asked): Promise<boolean> {
  const complainOfAll = (code: 'rule.may_not_set' | 'rule.not_a_scope') => {
    for (const { row, unit } of told) complain(context, { sheet: 'rules', row, column: 'unit', code, ...(unit === null ? {} : { value: unit }) });
    return false;
  };
  if (!(await maySetAt(ctx, scopeUnitId))) return complainOfAll('rule.may_not_set');
  const unit = scopeUnitId === null ? undefined : await unitOn(ctx, scopeUnitId, ctx.today);
  return scopeUnitId === null || unit?.kind.endsWith('_party') || complainOfAll('rule.not_a_scope');
}

async function maySetAt(ctx: Ctx, scopeUnitId: Id<'unit'> | null): Promise<boolean> {
  return reachesEverything(ctx, 'rule.set') || (scopeUnitId === null ? holdsSystemWide(ctx, 'rule.set') : mayDo(ctx, 'rule.set', scopeUnitId));
}

interface Series {
  readonly told: readonly RuleRow[];
  readonly scope: Pick<RuleSeries, 'key' | 'scopeUnitId'>;
  readonly writing: RulesToWrite;
  readonly reason: string | undefined;
}

async function writeSeries(ctx: Ctx, { told, scope, writing, reason }: Series): Promise<{ added: number; changed: number; removed: number; same: number }> {
  const before = await lockSeries(ctx, scope);
  const known = await knownOf(ctx, writing.sourceId, scope);
  const home = scope.scopeUnitId === null ? nationalHome : homeOf(scope.scopeUnitId);
  const fresh = new Map(told.map(({ from }) => [from, known.get(from) ?? newId<'rule'>(home)]));
  const own = new Set(known.values());
  const stood = new Map(before.entries.filter(({ id }) => own.has(id)).map((entry) => [entry.id, entry]));
  let series = withoutOwn(before, { own, former: await changesOf(ctx, writing.sourceId, scope) });
  for (const row of told.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    await complainOfOwn(ctx, row, { scope, context: writing.context });
    const set = setRule(series, entryOf(row, fresh.get(row.from)!));
    if (!isRefusal(set)) series = set;
    else complain(writing.context, { sheet: 'rules', row: row.row, column: 'from', code: 'rule.set_already', data: { from: String(set.data?.['from'] ?? row.from) } });
  }
  const now = new Set(fresh.values());
  const counts = { added: [...now].filter((id) => !stood.has(id)).length, removed: [...stood.keys()].filter((id) => !now.has(id)).length };
  const changed = series.entries.filter((entry) => stood.has(entry.id) && JSON.stringify(stood.get(entry.id)) !== JSON.stringify(entry)).length;
  if (!sameSeries(before, series)) await note(ctx, writing, { before, after: series, known, fresh, reason });
  return { ...counts, changed, same: told.length - counts.added - changed };
}

/** As on screen: only where the rule leaves it to the unit, and nothing looser than above. */
async function complainOfOwn(ctx: Ctx, row: RuleRow, { scope: { key, scopeUnitId }, context }: Pick<Series, 'scope'> & { readonly context: CheckContext }): Promise<void> {
  const refusal = scopeUnitId === null ? undefined : await refusalOfOwn(ctx, { key, scopeUnitId, value: valueOf(row), from: row.from });
  if (refusal?.code === 'rules.belowAbove' || refusal?.code === 'rules.overAbove') return complain(context, { sheet: 'rules', row: row.row, column: 'value', code: 'rule.looser', data: { above: String(refusal.data?.['above']) } });
  if (refusal) complain(context, { sheet: 'rules', row: row.row, column: 'rule', code: refusal.code === 'rules.provinceOnly' ? 'rule.province_only' : 'rule.country_only', value: row.rule });
}

interface Removing {
  readonly own: ReadonlySet<Id<'rule'>>;
  /** What earlier runs made of the series, latest first. */
  readonly former: readonly Sides[];
}

/** An entry that ended because one of the source's own began grows back, as far as what begins later leaves it room: else nothing would hold. */
function withoutOwn(series: RuleSeries, { own, former }: Removing): RuleSeries {
  const left = series.entries.filter(({ id }) => !own.has(id));
  const begins = new Set(series.entries.filter(({ id }) => own.has(id)).map(({ period }) => period.from));
  const grown = (entry: RuleEntry): RuleEntry => {
    const { from, to } = entry.period;
    if (to === null || !begins.has(addDays(to, 1))) return entry;
    const next = left.map(({ period }) => period.from).filter((first) => first > from).toSorted()[0];
    return { ...entry, period: { from, to: earlier(lastDayBefore(former, entry.id, to), next ? addDays(next, -1) : null) } };
  };
  return { ...series, entries: left.map(grown) };
}

/** The last day that the entry had before the runs that made it end on that day. */
function lastDayBefore(former: readonly Sides[], id: Id<'rule'>, on: Day): Day | null {
  const lastDayIn = ({ series }: Kept) => series.entries.find((entry) => entry.id === id)?.period.to;
  let lastDay: Day | null = on;
  for (const { before, after } of former) {
    const was = lastDayIn(before);
    // Somebody ended it otherwise since.
    if (was === undefined || lastDayIn(after) !== lastDay) break;
    lastDay = was;
  }
  return lastDay;
}

function earlier(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

/** The country's own has no last day: the value that follows ends it. */
function entryOf(row: RuleRow, id: Id<'rule'>): RuleEntry {
  return { id, value: valueOf(row), period: { from: row.from, to: row.unit === null ? null : row.to }, document: row.document, article: row.article, confidence: 'read' };
}

type Known = ReadonlyMap<string, Id<'rule'>>;

/** What the run keeps: the series, and by which refs the source knew its values. */
interface Kept {
  readonly series: RuleSeries;
  readonly refs: readonly (readonly [from: string, id: Id<'rule'>])[];
  readonly actId?: Id<'ruleAct'>;
}

interface Sides {
  readonly before: Kept;
  readonly after: Kept;
}

type Noted = SeriesChange & { readonly known: Known; readonly fresh: Known; readonly reason: string | undefined };

async function note(ctx: Ctx, { runId, sourceId }: RulesToWrite, { before, after, known, fresh, reason }: Noted): Promise<void> {
  const actId = await replaceSeries(ctx, { before, after, reason });
  const sides: Sides = { before: { series: before, refs: [...known] }, after: { series: after, refs: [...fresh], ...(actId && { actId }) } };
  await sql`insert into import_changes (run_id, seq, table_name, before, after)
    select ${runId}, (select coalesce(max(seq), 0) from import_changes where run_id = ${runId}) + 1, ${table}, ${JSON.stringify(sides.before)}::jsonb, ${JSON.stringify(sides.after)}::jsonb`.execute(ctx.db);
  await keepRefs(ctx, sourceId, { scope: after, refs: sides.after.refs });
}

/** By the first day of each value. */
async function knownOf(ctx: Ctx, sourceId: Id, scope: Pick<RuleSeries, 'key' | 'scopeUnitId'>): Promise<Map<string, Id<'rule'>>> {
  const found = await rows(ctx.db, sql<{ from: string; id: Id<'rule'> }>`select right(ref, 10) as from, entity_id as id from import_refs where source_id = ${sourceId} and sheet = ${table} and starts_with(ref, ${prefixOf(scope)})`);
  return new Map(found.map(({ from, id }) => [from, id]));
}

async function keepRefs(ctx: Ctx, sourceId: Id, { scope, refs }: { scope: Pick<RuleSeries, 'key' | 'scopeUnitId'>; refs: Kept['refs'] }): Promise<void> {
  await sql`delete from import_refs where source_id = ${sourceId} and sheet = ${table} and starts_with(ref, ${prefixOf(scope)})`.execute(ctx.db);
  await sql`insert into import_refs (source_id, sheet, ref, entity_id) select ${sourceId}, ${table}, n.ref, n.id from unnest(${refs.map(([from]) => `${prefixOf(scope)}${from}`)}::text[], ${refs.map(([, id]) => id)}::uuid[]) n (ref, id)`.execute(ctx.db);
}

function prefixOf({ key, scopeUnitId }: { readonly key: RuleKey; readonly scopeUnitId: Id<'unit'> | null }): string {
  return `${key}|${scopeUnitId ?? ''}|`;
}

/** How many series of the run are no longer what it left. */
export async function rulesChangedSince(ctx: Ctx, runId: Id): Promise<number> {
  let count = 0;
  for (const { after } of await keptOf(ctx, runId)) if (!sameSeries(await lockSeries(ctx, after.series), after.series)) count += 1;
  return count;
}

/** Before the units of the run: rules stand on them. */
export async function takeRulesBack(ctx: Ctx, { id, sourceId }: { id: Id<'importRun'>; sourceId: Id<'importSource'> }): Promise<void> {
  for (const { before, after } of (await keptOf(ctx, id)).toReversed()) {
    if (!(await maySetAt(ctx, after.series.scopeUnitId))) throw new Problem({ code: 'imports.outOfReach', kind: 'forbidden' });
    await takeSeriesBack(ctx, { before: before.series, after: after.series }, after.actId);
    await keepRefs(ctx, sourceId, { scope: before.series, refs: before.refs });
  }
}

/** Of the runs of the source that still stand, latest first. */
function changesOf(ctx: Ctx, sourceId: Id, { key, scopeUnitId }: Series['scope']): Promise<Sides[]> {
  return rows(ctx.db, sql<Sides>`select c.before, c.after from import_runs r join import_changes c on c.run_id = r.id
    where r.source_id = ${sourceId} and r.state = 'applied' and c.table_name = ${table} and c.after -> 'series' ->> 'key' = ${key} and c.after -> 'series' ->> 'scopeUnitId' is not distinct from ${scopeUnitId}
    order by r.started_at desc, r.id desc, c.seq desc`);
}

function keptOf(ctx: Ctx, runId: Id): Promise<Sides[]> {
  return rows(ctx.db, sql<{ before: Kept; after: Kept }>`select before, after from import_changes where run_id = ${runId} and table_name = ${table} order by seq`);
}
