/**
 * Counts what a report tells, by the figure engine alone: the value of each line, and the records behind it, which are then divided
 * among committees and cadres. Nothing here writes.
 */
import { sql } from 'kysely';
import { findFigure } from '../../../figures/declared.ts';
import { breakdownAnswer, computeFigure, listFigures, recordsAnswer } from '../../../figures/server/index.ts';
import type { LinkTarget } from '../../../figures/figure.ts';
import type { RecordsAnswer } from '../../../figures/figures.contract.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { parentOf } from '../../meetings/server/index.ts';
import { assignmentsIn } from '../../oversight/server/index.ts';
import { namesApart } from '../../posts/server/index.ts';
import { findRule, paperOf } from '../../rules/server/index.ts';
import { unitOn, unitsUnder } from '../../units/server/index.ts';
import { cadresOf, committeesOf, type Findings, type FoundLine, type FoundRecord, type Following, type OverQuota } from '../report.findings.ts';
import { factFigures, reportLines, topicsOf, type ReportLine } from '../report.lines.ts';
import { mostCommittees } from '../report.shapes.ts';

export interface Found {
  readonly findings: Findings;
  /** By the code of the line. */
  readonly records: Readonly<Record<string, readonly FoundRecord[]>>;
  readonly following: readonly Following[];
  readonly above: readonly (readonly [unit: Id<'unit'>, followed: Id<'unit'>])[];
}

interface Scope {
  readonly unitId: Id<'unit'>;
  readonly from: Day;
  readonly to: Day;
}

/** A line or number whose figure no module declares is left out. */
const isDeclared = (figure: string) => findFigure(figure) !== undefined;

export async function findAll(ctx: Ctx, scope: Scope): Promise<Found> {
  const following = await followingIn(ctx, scope);
  const lines: FoundLine[] = [];
  for (const line of reportLines.filter(({ figure }) => isDeclared(figure))) lines.push(await foundLine(ctx, scope, line));
  const above = await followedAbove(ctx, scope, { lines, following });
  const divided = { lines, following, above: new Map(above) };
  const over = await overQuota(ctx, scope);
  const unit = (await unitOn(ctx, scope.unitId, scope.to))?.name ?? '';
  return {
    findings: {
      unit, parent: (await parentOf(ctx, { unitId: scope.unitId, on: scope.to })) ?? null, from: scope.from, to: scope.to, countedOn: ctx.today,
      facts: await factsOf(ctx, scope), lines: lines.map(({ records: _, ...line }) => line), committees: committeesOf(divided), cadres: cadresOf(divided).map((cadre) => ({ ...cadre, over: over.get(cadre.id) ?? null })), topics: await topicsFound(ctx, scope), uncovered: await uncoveredIn(ctx, scope),
    },
    records: Object.fromEntries(lines.map(({ code, records }) => [code, records])), following, above,
  };
}

async function followingIn(ctx: Ctx, { unitId, from, to }: Scope): Promise<Following[]> {
  const under = await rows(ctx.db, sql<{ id: Id<'unit'> }>`select ${unitId}::uuid as id union ${unitsUnder(unitId, from)} union ${unitsUnder(unitId, to)}`);
  const found = await assignmentsIn(ctx, { unitIds: under.map(({ id }) => id), from, to });
  if (found.length === 0) throw new Problem({ code: 'reports.nobodyAssigned', kind: 'invalid' });
  const count = new Set(found.map((one) => one.unitId)).size;
  if (count > mostCommittees) throw new Problem({ code: 'reports.tooLarge', kind: 'invalid', data: { count, most: mostCommittees } });
  const names = await namesApart(ctx, found.map(({ personId, personName }) => ({ id: personId, name: personName })), to);
  return found.map(({ personId, unitId: followed, unitName, period }) => ({
    personId, person: names.get(personId)!, unitId: followed, unit: unitName, from: period.from > from ? period.from : from, to: period.to !== null && period.to < to ? period.to : to,
  }));
}

async function foundLine(ctx: Ctx, { unitId, from, to }: Scope, { code, title, figure, filters, byCadre, threshold, marks }: ReportLine): Promise<FoundLine> {
  const wish = { figure, unit: unitId, from, on: to, ...(filters && { filters }) };
  const { value } = await computeFigure(ctx, wish);
  const base = value.base === null ? await recordsOf(ctx, { ...wish, set: 'count' }) : await recordsOf(ctx, { ...wish, set: 'base' });
  const counted = value.base === null ? base : await recordsOf(ctx, { ...wish, set: 'count' });
  const ids = new Set(counted.items.map(({ id }) => id));
  return {
    code, title, figure, total: { count: value.count, base: value.base }, threshold: threshold ? await thresholdOf(ctx, { unitId, to }, threshold) : null,
    records: base.items.map((item) => recordOf(item, base.columns, { isCounted: ids.has(item.id), byCadre, marks })),
  };
}

type Columns = RecordsAnswer['columns'];
type Item = RecordsAnswer['items'][number];

const page = 5_000;

async function recordsOf(ctx: Ctx, wish: Omit<Parameters<typeof recordsAnswer>[1], 'limit' | 'cursor'>): Promise<{ readonly columns: Columns; readonly items: readonly Item[] }> {
  const items: Item[] = [];
  let cursor: string | undefined;
  for (;;) {
    const answer = await recordsAnswer(ctx, { ...wish, limit: page, ...(cursor && { cursor }) }).catch(inWordsOfReports);
    items.push(...answer.items);
    if (answer.next === null) return { columns: answer.columns, items };
    cursor = answer.next;
  }
}

/** What the list of a figure advises there is no help here. */
function inWordsOfReports(error: unknown): never {
  throw error instanceof Problem && error.code === 'figures.tooManyRecords' ? new Problem({ code: 'reports.tooManyRecords', kind: 'invalid', data: error.data }) : error;
}

/** Words of a record stay where they are: whoever opens it reads them there. */
function recordOf({ id, values, links }: Item, columns: Columns, { isCounted, byCadre, marks }: { readonly isCounted: boolean } & Pick<ReportLine, 'byCadre' | 'marks'>): FoundRecord {
  const day = columns.find(({ kind }) => kind === 'day');
  const opened = columns.find(({ link }) => link !== null && link !== 'unit' && link !== 'person');
  const opens = opened && links[opened.id];
  return {
    id, unitId: links['unit'] as Id<'unit'>, unit: String(values['unit'] ?? ''), on: (day ? values[day.id] : null) as Day | null, isCounted,
    marks: columns.flatMap(({ id: column, kind, buckets }) => (kind === 'bucket' && marks.includes(column) ? buckets.filter(({ code }) => code === values[column]).map(({ label }) => label) : [])),
    link: opens ? { to: opened.link as LinkTarget, id: opens } : null, personId: byCadre ? ((links['cadre'] ?? null) as Id<'person'> | null) : null,
  };
}

async function thresholdOf(ctx: Ctx, { unitId, to }: Pick<Scope, 'unitId' | 'to'>, key: NonNullable<ReportLine['threshold']>): Promise<FoundLine['threshold']> {
  const rule = await findRule(ctx, key, { unitId, on: to });
  return rule ? { share: rule.value, paper: rule.confidence === 'unconfirmed' ? null : paperOf(rule) } : null;
}

/** Of each place of a record the followed unit nearest above it, itself where it is one. */
async function followedAbove(ctx: Ctx, { to }: Scope, { lines, following }: { readonly lines: readonly FoundLine[]; readonly following: readonly Following[] }): Promise<Found['above']> {
  const places = [...new Set(lines.flatMap(({ records }) => records.map(({ unitId }) => unitId)))];
  const followed = [...new Set(following.map(({ unitId }) => unitId))];
  const found = await rows(ctx.db, sql<{ id: Id<'unit'>; over: Id<'unit'> }>`
    select distinct on (p.id) p.id, k.ancestor_id as over from unnest(${places}::uuid[]) p (id)
    join (select ancestor_id, descendant_id, depth, valid from unit_closure where hierarchy = 'reach' union all select f.id, f.id, 0, daterange(null, null) from unnest(${followed}::uuid[]) f (id)) k on k.descendant_id = p.id and k.valid @> ${to}::date
    where k.ancestor_id = any(${followed}::uuid[]) order by p.id, k.depth`);
  return found.map(({ id, over }) => [id, over] as const);
}

async function factsOf(ctx: Ctx, { unitId, from, to }: Scope): Promise<Findings['facts']> {
  const titles = new Map(listFigures().map(({ id, title }) => [id, title]));
  const facts: Findings['facts'][number][] = [];
  for (const figure of factFigures.filter(isDeclared)) {
    const { value: { count, base } } = await computeFigure(ctx, { figure, unit: unitId, from, on: to });
    facts.push({ figure, title: titles.get(figure)!, count, base });
  }
  return facts;
}

/** Those of which there are none are left out. */
async function topicsFound(ctx: Ctx, { unitId, from, to }: Scope): Promise<Findings['topics']> {
  const line = reportLines.find(({ code }) => code === topicsOf.line);
  if (!line || !isDeclared(line.figure)) return [];
  const { items } = await breakdownAnswer(ctx, { figure: line.figure, unit: unitId, from, on: to, by: topicsOf.dimension });
  return items.filter(({ count, base }) => count + (base ?? 0) > 0).map(({ code, label, count, base }) => ({ code, label, count, base }));
}

const [uncoveredFigure, followingFigure] = ['oversight.uncovered', 'oversight.following'];

async function uncoveredIn(ctx: Ctx, { unitId, to }: Scope): Promise<Findings['uncovered']> {
  if (!isDeclared(uncoveredFigure)) return [];
  const { items } = await recordsOf(ctx, { figure: uncoveredFigure, unit: unitId, on: to, set: 'count' });
  return items.map(({ values, links }) => ({ id: links['unit'] as Id<'unit'>, name: String(values['unit'] ?? ''), since: (values['since'] ?? null) as Day | null })).slice(0, mostCommittees);
}

/** On the last day, as the figure counts them. */
async function overQuota(ctx: Ctx, { unitId, to }: Scope): Promise<ReadonlyMap<Id<'person'>, OverQuota>> {
  if (!isDeclared(followingFigure)) return new Map();
  const { items } = await recordsOf(ctx, { figure: followingFigure, unit: unitId, on: to, filters: { quota: ['over'] }, set: 'count' });
  return new Map(items.map(({ values, links }) => [links['person'] as Id<'person'>, { units: Number(values['units']), most: Number(values['most']) }]));
}
