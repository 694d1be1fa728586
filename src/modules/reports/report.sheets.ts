/**
 * The tables of a report, one definition for the screen's order, the Word file and the workbook: of whole, committees, cadres, topics
 * and units that nobody follows. In Vietnamese: they are papers. Pure.
 */
import { formatDay } from '../../platform/format.ts';
import { reaches, type Count, type Findings, type OverQuota, type Row } from './report.findings.ts';
import { reportLines } from './report.lines.ts';

/** Text, a plain number, or one out of another; `isShort`: it stays below the share of the rule. */
export type TableCell = string | number | (Count & { readonly isShort?: boolean });

export interface ReportTable {
  readonly id: 'whole' | 'committees' | 'cadres' | 'topics' | 'uncovered';
  readonly title: string;
  readonly head: readonly string[];
  /** Parts of the width. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly TableCell[])[];
  /** Drawn beside the table: column of the numbers. */
  readonly drawn?: number;
}

const cadresAlone = new Set(reportLines.filter(({ ofCadresAlone }) => ofCadresAlone).map(({ code }) => code));

export function tablesOf(findings: Findings): ReportTable[] {
  return [wholeTable(findings), topicTable(findings), committeeTable(findings), cadreTable(findings), uncoveredTable(findings)].filter(({ rows }) => rows.length > 0);
}

function wholeTable({ facts, lines }: Findings): ReportTable {
  return {
    id: 'whole', title: 'Kết quả chung', head: ['Nội dung', 'Kết quả', 'Mức từ đó coi là tốt'], widths: [95, 40, 30], drawn: 1,
    rows: [
      ...facts.map(({ title, count, base }) => [title.vi, { count, base }, '']),
      ...lines.map(({ title, total, threshold }) => [title.vi, { ...total, isShort: reaches(total, threshold) === false }, threshold ? `từ ${percentOf(threshold.share)}` : '']),
    ],
  };
}

function committeeTable({ committees, lines }: Findings): ReportTable {
  const shown = lines.flatMap((line, at) => (cadresAlone.has(line.code) ? [] : [{ ...line, at }]));
  return { id: 'committees', title: 'Kết quả theo đơn vị được theo dõi', ...peopleOrUnits({ rows: committees, shown, first: 'Đơn vị', beside: 'Cán bộ theo dõi' }) };
}

function cadreTable({ cadres, lines }: Findings): ReportTable {
  return { id: 'cadres', title: 'Kết quả theo cán bộ được phân công', ...peopleOrUnits({ rows: cadres, shown: lines.map((line, at) => ({ ...line, at })), first: 'Cán bộ', beside: 'Đơn vị theo dõi' }) };
}

interface Wanted {
  readonly rows: readonly Row<string>[];
  readonly shown: readonly (Findings['lines'][number] & { readonly at: number })[];
  readonly first: string;
  readonly beside: string;
}

function peopleOrUnits({ rows, shown, first, beside }: Wanted): Pick<ReportTable, 'head' | 'widths' | 'rows'> {
  return {
    head: ['TT', first, beside, ...shown.map(({ title }) => title.vi)], widths: [10, 38, 37, ...shown.map(() => 80 / shown.length)],
    rows: rows.map(({ name, beside: others, cells, over }, nth) => [nth + 1, name, `${others.join(', ')}${over ? ` (${overWords(over)})` : ''}`, ...shown.map(({ at, threshold }) => ({ ...cells[at]!, isShort: reaches(cells[at]!, threshold) === false }))]),
  };
}

function topicTable({ topics }: Findings): ReportTable {
  return {
    id: 'topics', title: 'Kiến nghị, đề xuất theo lĩnh vực', head: ['TT', 'Lĩnh vực', 'Đã giải quyết trong số đã nêu'], widths: [12, 98, 55], drawn: 2,
    rows: topics.map(({ label, count, base }, nth) => [nth + 1, label.vi, { count, base }]),
  };
}

function uncoveredTable({ uncovered }: Findings): ReportTable {
  return { id: 'uncovered', title: 'Đơn vị chưa có cán bộ theo dõi', head: ['TT', 'Đơn vị', 'Từ ngày'], widths: [12, 118, 35], rows: uncovered.map(({ name, since }, nth) => [nth + 1, name, since ? formatDay(since, 'vi') : '']) };
}

/** Said of a cadre beside his units. */
export function overWords({ units, most }: OverQuota): string {
  return `theo dõi ${units} đơn vị, vượt mức tối đa ${most}`;
}

export function percentOf(share: number): string {
  return `${String(Math.round(share * 1_000) / 10).replace('.', ',')}%`;
}
