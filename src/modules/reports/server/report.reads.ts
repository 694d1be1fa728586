/** The list of reports, one of them with what it finds, and the records behind a number. Nothing here writes. */
import './report.tables.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import { mayDo, reach } from '../../../access/reach.ts';
import { findFigure } from '../../../figures/declared.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { reportContract } from '../report.contract.ts';
import { peopleOf, type FoundRecord } from '../report.findings.ts';
import { reportLines, type LineCode } from '../report.lines.ts';
import { findings } from '../report.shapes.ts';
import { findAll, type Found } from './findings.reads.ts';
import { findReport, isReplaced, markOf, type KeptReport } from './report.store.ts';

type Input<K extends keyof typeof reportContract> = z.output<(typeof reportContract)[K]['input']>;
type Answer<K extends keyof typeof reportContract> = z.input<(typeof reportContract)[K]['output']>;
type Item = Answer<'list'>['items'][number];

interface ItemRow {
  readonly id: Id<'report'>;
  readonly title: string;
  readonly unit_id: Id<'unit'>;
  readonly unit_name: string | null;
  readonly from_day: Item['from'];
  readonly to_day: Item['to'];
  readonly state: Item['state'];
  readonly issued_on: Item['issuedOn'];
  readonly replaced_by: { id: Id<'report'>; isIssued: boolean } | null;
}

export async function listReports(ctx: Ctx, { unitId, cursor, limit }: Input<'list'>): Promise<Answer<'list'>> {
  const after = readCursor(cursor, z.tuple([z.iso.date(), z.guid()]));
  const conditions = [
    reach(ctx, 'report.read').at('r.unit_id'), ...(unitId ? [sql`r.unit_id = ${unitId}`] : []), ...(after ? [sql`(r.to_day, r.id) < (${after[0]}::date, ${after[1]}::uuid)`] : []),
  ];
  const found = await rows(ctx.db, sql<ItemRow>`select ${itemColumns(ctx)} from reports r where ${sql.join(conditions, sql` and `)} order by r.to_day desc, r.id desc limit ${limit + 1}`);
  return pageOf(found, { limit, key: (row) => [row.to_day, row.id], item: itemOf });
}

export async function readReport(ctx: Ctx, { id }: Input<'report'>): Promise<Answer<'report'>> {
  const kept = await getReadable(ctx, id);
  const { report, hash } = kept;
  const row = await firstRow(ctx.db, sql<ItemRow>`select ${itemColumns(ctx)} from reports r where r.home_id = ${homeOf(id)} and r.id = ${id}`);
  const replaces = report.replacesId && (await findReport(ctx, report.replacesId));
  const { findings: found } = await foundOf(ctx, kept);
  return {
    ...itemOf(row!), replaces: replaces ? { id: replaces.report.id, title: replaces.report.title, issuedOn: replaces.report.issuedOn } : null,
    words: report.words, numbering: report.numbering, signer: report.signer, findings: findings.parse(found), findingsMark: markOf(found), hash: hash?.toString('hex') ?? null, version: report.version, may: await mayOf(ctx, kept),
  };
}

/** Pages are cut from what was found: a draft is counted anew for each, as its numbers are. */
export async function listReportRecords(ctx: Ctx, { id, line, of, cursor, limit }: Input<'records'>): Promise<Answer<'records'>> {
  const found = await foundOf(ctx, await getReadable(ctx, id));
  const after = readCursor(cursor, z.tuple([z.int()]));
  const seen = await seenFrom(ctx, line, { records: behind(found, { line, of }), start: after?.[0] ?? 0, wanted: limit + 1 });
  const [names, day] = [await cadreNames(ctx, found, seen.map(({ record }) => record)), dayTitleOf(line)];
  return pageOf(seen, {
    limit, key: ({ at }) => [at + 1],
    item: ({ record: { unitId, unit, personId, marks, ...rest } }) => ({ ...rest, marks: [...marks], unit: { id: unitId, name: unit }, cadre: (personId && names.get(personId)) ?? null, day: rest.on === null ? null : day }),
  });
}

/** As the report names them, those of one name told apart; who followed no unit, as he is called today. */
async function cadreNames(ctx: Ctx, { following }: Found, records: readonly FoundRecord[]): Promise<ReadonlyMap<Id<'person'>, string>> {
  const known = new Map(following.map(({ personId, person }) => [personId, person]));
  const others = [...new Set(records.flatMap(({ personId }) => (personId === null || known.has(personId) ? [] : [personId])))];
  if (others.length === 0) return known;
  const found = await rows(ctx.db, sql<{ id: Id<'person'>; name: string }>`select p.id, p.full_name as name from unnest(${others.map(homeOf)}::smallint[], ${others}::uuid[]) o (home_id, id) join people p on p.home_id = o.home_id and p.id = o.id`);
  return new Map([...known, ...found.map(({ id, name }) => [id, name] as const)]);
}

/** What the day of its records is of: that of the first column of days (`findings.reads.ts`). */
function dayTitleOf(line: LineCode): { readonly vi: string; readonly en: string } | null {
  return subjectOf(line)?.columns.find(({ kind }) => kind === 'day')?.title ?? null;
}

function subjectOf(line: LineCode) {
  const figure = reportLines.find(({ code }) => code === line)?.figure;
  return figure === undefined ? undefined : findFigure(figure)?.subject;
}

/** What was found when it was issued; of a draft what is found now. */
export async function foundOf(ctx: Ctx, { report, found }: KeptReport): Promise<Found> {
  return found ?? findAll(ctx, report);
}

/** @throws where it is not there, or not for this reader. */
export async function getReadable(ctx: Ctx, id: Id<'report'>): Promise<KeptReport> {
  const kept = await findReport(ctx, id);
  if (!kept || !(await mayDo(ctx, 'report.read', kept.report.unitId))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  return kept;
}

function behind({ records, following, above }: Found, { line, of }: { readonly line: LineCode; readonly of: string | undefined }): readonly FoundRecord[] {
  const all = records[line] ?? [];
  if (of === undefined) return all;
  const over = new Map(above);
  if (following.some(({ unitId }) => unitId === of)) return all.filter(({ unitId }) => over.get(unitId) === of);
  return all.filter((record) => peopleOf(record, { following, above: over }).some((person) => person === of));
}

interface Stretch {
  readonly records: readonly FoundRecord[];
  readonly start: number;
  readonly wanted: number;
}

/** Whoever reads the report need not read each record that it counts: those ask for the verb of their figure. With their place in the list. */
async function seenFrom(ctx: Ctx, line: LineCode, { records, start, wanted }: Stretch): Promise<{ readonly record: FoundRecord; readonly at: number }[]> {
  const subject = subjectOf(line);
  const seen: { record: FoundRecord; at: number }[] = [];
  for (let from = start; subject && from < records.length && seen.length < wanted; from += wanted) {
    const some = records.slice(from, from + wanted);
    const may = await rows(ctx.db, sql<{ at: number }>`select u.at::int as at from unnest(${some.map(({ unitId }) => unitId)}::uuid[]) with ordinality u (id, at) where ${reach(ctx, subject.verb).at('u.id')} order by u.at`);
    seen.push(...may.map(({ at }) => ({ record: some[at - 1]!, at: from + at - 1 })));
  }
  return seen.slice(0, wanted);
}

async function mayOf(ctx: Ctx, { report: { id, unitId, issuedOn } }: KeptReport): Promise<Answer<'report'>['may']> {
  const [mayDraft, mayIssue] = [await mayDo(ctx, 'report.draft', unitId), await mayDo(ctx, 'report.issue', unitId)];
  if (issuedOn !== null) return mayDraft && !(await isReplaced(ctx, id)) ? ['correct'] : [];
  return [...(mayDraft ? (['draft', 'drop'] as const) : []), ...(mayIssue ? (['issue'] as const) : [])];
}

function itemColumns(ctx: Ctx) {
  return sql`r.id, r.title, r.unit_id, ${unitNameAt('r.unit_id', sql`${ctx.today}::date`)} as unit_name, r.from_day, r.to_day, r.state, r.issued_on,
    (select jsonb_build_object('id', n.id, 'isIssued', n.state = 'issued') from reports n where n.home_id = r.home_id and n.replaces_id = r.id) as replaced_by`;
}

function itemOf(row: ItemRow): Item {
  return { id: row.id, title: row.title, unit: { id: row.unit_id, name: row.unit_name ?? '' }, from: row.from_day, to: row.to_day, state: row.state, issuedOn: row.issued_on, replacedBy: row.replaced_by };
}
