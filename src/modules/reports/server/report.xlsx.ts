/** The tables of a report as a workbook: a sheet for each, numbers as numbers, shares as percent, with charts of what is drawn. */
import { writeXlsx } from 'hucre/xlsx';
import type { ReportPaper } from '../report.layout.ts';
import type { ReportTable, TableCell } from '../report.sheets.ts';

type Value = string | number | null;

export async function reportWorkbook({ unit, number, title, mark, draft }: Pick<ReportPaper, 'unit' | 'number' | 'title' | 'mark' | 'draft'>, tables: readonly ReportTable[]): Promise<Buffer> {
  const about = [[title], [unit], ...(number ? [[number]] : []), ...(draft ? [[draft]] : []), ...(mark ? [[mark]] : [])];
  return Buffer.from(await writeXlsx({ sheets: [...tables.map(sheetOf), { name: 'Thông tin', rows: about, columns: [{ width: 100 }] }] }));
}

function sheetOf(table: ReportTable) {
  const { id, title, head, rows, drawn } = table;
  const isWide = head.map((_, at) => rows.some((row) => isShare(row[at])));
  const header = head.flatMap((text, at) => (isWide[at] ? [text, outOf, percent] : [text]));
  const body = rows.map((row) => row.flatMap((cell, at) => valuesOf(cell, isWide[at] ?? false)));
  const place = drawn === undefined ? undefined : head.slice(0, drawn).reduce((sum, _, at) => sum + (isWide[at] ? 3 : 1), 0);
  return {
    name: names[id], rows: [header, ...body], freezePane: { rows: 1 }, cells: new Map(header.map((text, at) => [`0,${at}`, { value: text, style: { font: { bold: true }, alignment: { wrapText: true, vertical: 'center' as const } } }])),
    pageSetup: { orientation: 'landscape' as const, fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$1:$1' },
    columns: header.map((text, at) => ({ width: widthOf([text.slice(0, wrapped), ...body.map((row) => row[at] ?? null)]), ...(text === percent ? { numFmt: '0.0%' } : {}) })),
    ...(place === undefined ? {} : { charts: [chartOf({ name: names[id], title, labels: id === 'topics' ? 1 : 0, values: place + 2, from: rows.findLastIndex((row) => !isShare(row[drawn!])) + 1, count: rows.length })] }),
  };
}

/** Beside a number what it is out of, and its share. */
const [outOf, percent] = ['trong số', '%'];

const names = { whole: 'Kết quả chung', committees: 'Theo đơn vị', cadres: 'Theo cán bộ', topics: 'Kiến nghị', uncovered: 'Chưa có cán bộ' } as const;

function isShare(cell: TableCell | undefined): boolean {
  return typeof cell === 'object' && cell.base !== null;
}

function valuesOf(cell: TableCell, isWide: boolean): Value[] {
  if (typeof cell !== 'object') return isWide ? [cell, null, null] : [cell];
  const { count, base } = cell;
  if (!isWide) return [count];
  return [count, base, base === null || base === 0 ? null : count / base];
}

interface Charted {
  readonly name: string;
  readonly title: string;
  readonly labels: number;
  readonly values: number;
  /** From the first row on after which all have a share. */
  readonly from: number;
  readonly count: number;
}

/** Below its table. */
function chartOf({ name, title, labels, values, from, count }: Charted) {
  const range = (column: number) => `'${name}'!$${letterOf(column)}$${from + 2}:$${letterOf(column)}$${count + 1}`;
  return { type: 'bar' as const, title, series: [{ name: '%', values: range(values), categories: range(labels), color: '8A2B22' }], anchor: { from: { row: count + 2, col: 0 }, to: { row: count + 8 + (count - from) * 2, col: 4 } }, legend: false as const };
}

/** Tables of reports have fewer columns than there are letters. */
function letterOf(column: number): string {
  return String.fromCodePoint('A'.codePointAt(0)! + column);
}

const [narrowest, widest] = [6, 40];
/** Heads are broken into lines. */
const wrapped = 10;

function widthOf(cells: readonly Value[]): number {
  return Math.min(Math.max(narrowest, ...cells.map((cell) => String(cell ?? '').length + 2)), widest);
}
