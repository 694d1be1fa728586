/** The only writer of reports. One lives in the home of the superior's unit. */
import './report.tables.ts';
import { sql, type Selectable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import type { Report, ReportState } from '../report.ts';
import type { CadreReportsTable } from './report.tables.ts';

export type ReportRow = Selectable<CadreReportsTable>;
export type ReportContent = Pick<Report, 'texts' | 'facts' | 'comment' | 'readBy'>;

export async function lockReport(ctx: Ctx, id: Id<'cadreReport'>): Promise<Report | undefined> {
  const row = await firstRow(ctx.db, sql<ReportRow>`select r.* from cadre_reports r where r.home_id = ${homeOf(id)} and r.id = ${id} for update`);
  return row && reportOf(row);
}

/** That of the period, where there is one. */
export async function lockReportOf(ctx: Ctx, { unitId, personId, from }: Pick<Report, 'unitId' | 'personId' | 'from'>): Promise<Report | undefined> {
  const row = await firstRow(ctx.db, sql<ReportRow>`select r.* from cadre_reports r where r.home_id = ${homeOf(unitId)} and r.unit_id = ${unitId} and r.person_id = ${personId} and r.from_day = ${from}::date for update`);
  return row && reportOf(row);
}

export async function insertReports(ctx: Ctx, reports: readonly Report[]): Promise<void> {
  const told = { recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null };
  for (let at = 0; at < reports.length; at += part) await ctx.db.insertInto('cadre_reports').values(reports.slice(at, at + part).map((report) => ({ ...rowOf(report), ...told }))).execute();
}

const part = 500;

export async function saveReport(ctx: Ctx, report: Report): Promise<Report> {
  const saved = { ...report, version: report.version + 1 };
  await ctx.db.updateTable('cadre_reports').set(rowOf(saved)).where('home_id', '=', homeOf(saved.id)).where('id', '=', saved.id).execute();
  return saved;
}

export async function deleteReports(ctx: Ctx, ids: readonly Id<'cadreReport'>[]): Promise<void> {
  await sql`delete from cadre_reports where home_id = any(${[...new Set(ids.map(homeOf))]}::smallint[]) and id = any(${[...ids]}::uuid[])`.execute(ctx.db);
}

export function reportOf(row: ReportRow): Report {
  return {
    ...row.content, id: row.id as Id<'cadreReport'>, unitId: row.unit_id as Id<'unit'>, personId: row.person_id as Id<'person'>, from: row.from_day as Day, to: row.to_day as Day, dueOn: row.due_on as Day,
    state: row.state as ReportState, handedOn: row.handed_on as Day | null, readOn: row.read_on as Day | null, version: row.version, // the words are held by the table's own checks
  };
}

function rowOf({ id, unitId, personId, from, to, dueOn, state, handedOn, readOn, version, texts, facts, comment, readBy }: Report) {
  const content = JSON.stringify({ texts, facts, comment, readBy } satisfies ReportContent);
  return { home_id: homeOf(id), id, unit_id: unitId, person_id: personId, from_day: from, to_day: to, due_on: dueOn, content, state, handed_on: handedOn, read_on: readOn, version };
}
