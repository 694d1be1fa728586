/** What a chart shows, and its table behind: the same numbers, once. */
export interface ChartSeries {
  readonly name: string;
  /** One per category; `null` where nothing is known. */
  readonly values: readonly (number | null)[];
}

/** Of a label's line, in parts of the drawing's height. */
const LABEL_HEIGHT = 0.09;

export interface ChartData {
  readonly kind: 'bar' | 'line';
  /** What the categories are: "Xã", "Tháng". */
  readonly categoryTitle: string;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  /** What happened at a category that explains a leap, in a few words. */
  readonly marks?: readonly ChartMark[];
}

export interface ChartMark {
  readonly at: number;
  readonly text: string;
}

/** Series are named where they end; in a key only where that can't be read: bars, and lines that end too close together. */
export function needsKey({ kind, series }: ChartData): boolean {
  if (series.length < 2) return false;
  if (kind === 'bar') return true;
  const ends = series.map((one) => one.values.findLast((value) => value !== null) ?? 0).toSorted((one, other) => one - other);
  const all = series.flatMap((one) => one.values).filter((value) => value !== null);
  const least = LABEL_HEIGHT * (Math.max(...all) - Math.min(0, ...all));
  return ends.some((end, index) => index > 0 && end - (ends[index - 1] ?? 0) < least);
}

/** Rows as written in the table, a copy and the CSV: head first. */
export function chartRows(data: ChartData): (string | number | null)[][] {
  const head = [data.categoryTitle, ...data.series.map((series) => series.name)];
  return [head, ...data.categories.map((category, index) => [category, ...data.series.map((series) => series.values[index] ?? null)])];
}

/** For Excel: a byte order mark, so that Vietnamese letters arrive; numbers with a point, quoted where needed. */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

export function tsvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => row.map((cell) => String(cell ?? '').replace(/[\t\n]/g, ' ')).join('\t')).join('\n');
}

function csvCell(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  // A text that a spreadsheet would run as a formula is kept a text.
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
