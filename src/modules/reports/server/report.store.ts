/** The only writer of reports and of the papers as they were issued. What a report says is sealed as a whole. */
import './report.tables.ts';
import { createHash } from 'node:crypto';
import { sql, type Selectable } from 'kysely';
import { canonicalJson } from '../../../platform/canonical.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Keys } from '../../../platform/crypto/keys.ts';
import { seal, unseal, type Place } from '../../../platform/crypto/seal.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import type { Findings } from '../report.findings.ts';
import type { PaperFormat } from '../report.kinds.ts';
import { noWords, type Report, type ReportWords } from '../report.ts';
import type { Found } from './findings.reads.ts';
import type { ReportsTable } from './report.tables.ts';

export type ReportRow = Selectable<ReportsTable>;

/** `found` from the day of issue on. */
interface Content {
  readonly words: ReportWords;
  readonly found: Found | null;
  readonly numbering?: Report['numbering'];
  readonly signer?: Report['signer'];
}

export interface KeptReport {
  readonly report: Report;
  readonly found: Found | null;
  readonly hash: Buffer | null;
}

export async function findReport(ctx: Ctx, id: Id<'report'>): Promise<KeptReport | undefined> {
  const row = await firstRow(ctx.db, sql<ReportRow>`select r.* from reports r where r.home_id = ${homeOf(id)} and r.id = ${id}`);
  return row && keptOf(ctx.keys, row);
}

export async function lockReport(ctx: Ctx, id: Id<'report'>): Promise<KeptReport | undefined> {
  const row = await firstRow(ctx.db, sql<ReportRow>`select r.* from reports r where r.home_id = ${homeOf(id)} and r.id = ${id} for update`);
  return row && keptOf(ctx.keys, row);
}

export async function isReplaced(ctx: Ctx, id: Id<'report'>): Promise<boolean> {
  return (await firstRow(ctx.db, sql`select from reports where home_id = ${homeOf(id)} and replaces_id = ${id}`)) !== undefined;
}

export async function insertReport(ctx: Ctx, report: Report): Promise<void> {
  const { id, unitId, replacesId } = report;
  await ctx.db.insertInto('reports').values({ home_id: homeOf(id), id, unit_id: unitId, kind: 'interim', replaces_id: replacesId, ...rowOf(ctx.keys, report, null), hash: null, recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null }).execute();
}

/** With what was found where it is issued. Answers its version. */
export async function saveReport(ctx: Ctx, report: Report, found: Found | null): Promise<number> {
  const version = report.version + 1;
  const hash = found && hashOf(report, found);
  await ctx.db.updateTable('reports').set({ ...rowOf(ctx.keys, { ...report, version }, found), hash }).where('home_id', '=', homeOf(report.id)).where('id', '=', report.id).execute();
  return version;
}

export async function deleteReport(ctx: Ctx, id: Id<'report'>): Promise<void> {
  await sql`delete from reports where home_id = ${homeOf(id)} and id = ${id} and state = 'draft'`.execute(ctx.db);
}

/** One text for one report, whatever order its keys have. */
export function hashOf({ id, unitId, title, from, to, words, issuedOn, replacesId, ...signed }: Report, found: Found): Buffer {
  return createHash('sha256').update(canonicalJson({ id, unitId, title, from, to, words, issuedOn, replacesId, found, ...signatureOf(signed) })).digest();
}

/** Of what a reader is shown; on which day it was counted changes nothing of it. */
export function markOf({ countedOn: _, ...shown }: Findings): string {
  return createHash('sha256').update(canonicalJson(shown)).digest('hex');
}

/** Left out where there is none, as in reports issued before it was asked for. */
function signatureOf({ numbering, signer }: Pick<Report, 'numbering' | 'signer'>): Pick<Content, 'numbering' | 'signer'> {
  return { ...(numbering && { numbering }), ...(signer && { signer }) };
}

export async function keepPaper(ctx: Ctx, reportId: Id<'report'>, { format, body }: { readonly format: PaperFormat; readonly body: Buffer }): Promise<void> {
  const id = newId(homeOf(reportId));
  await ctx.db.insertInto('report_papers').values({ home_id: homeOf(reportId), id, report_id: reportId, format, hash: createHash('sha256').update(body).digest(), sealed: seal(ctx.keys, paperPlace(id), body.toString('base64')), recorded_at: ctx.now }).execute();
}

export async function findPaper(ctx: Ctx, reportId: Id<'report'>, format: PaperFormat): Promise<Buffer | undefined> {
  const row = await firstRow(ctx.db, sql<{ id: string; sealed: Buffer }>`select id, sealed from report_papers where home_id = ${homeOf(reportId)} and report_id = ${reportId} and format = ${format}`);
  return row && Buffer.from(unseal(ctx.keys, paperPlace(row.id), row.sealed), 'base64');
}

export function sealedPlace(id: string): Place {
  return { field: 'reports.content', id };
}

export function paperPlace(id: string): Place {
  return { field: 'report_papers.content', id };
}

export function keptOf(keys: Keys, row: ReportRow): KeptReport {
  const { words, found, numbering = null, signer = null } = JSON.parse(unseal(keys, sealedPlace(row.id), row.sealed)) as Content; // written by `rowOf` alone
  return {
    report: {
      id: row.id as Id<'report'>, unitId: row.unit_id as Id<'unit'>, title: row.title, from: row.from_day as Day, to: row.to_day as Day, words: { ...noWords, ...words }, issuedOn: row.issued_on as Day | null,
      replacesId: row.replaces_id as Id<'report'> | null, numbering, signer, version: row.version,
    },
    found, hash: row.hash,
  };
}

function rowOf(keys: Keys, { id, title, from, to, words, issuedOn, version, ...signed }: Report, found: Found | null) {
  const content = JSON.stringify({ words, found, ...signatureOf(signed) } satisfies Content);
  return { title, from_day: from, to_day: to, state: issuedOn === null ? 'draft' : 'issued', issued_on: issuedOn, sealed: seal(keys, sealedPlace(id), content), version };
}
