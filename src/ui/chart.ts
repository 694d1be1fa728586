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

/** Only axes would be drawn: no value is known, or all bars are of no length. */
export function isEmpty({ kind, series }: ChartData): boolean {
  return series.every(({ values }) => values.every((value) => value === null || (kind === 'bar' && value === 0)));
}

/** Rows as written in the table, a copy and the CSV: head first. */
export function chartRows(data: ChartData): (string | number | null)[][] {
  const head = [data.categoryTitle, ...data.series.map((series) => series.name)];
  return [head, ...data.categories.map((category, index) => [category, ...data.series.map((series) => series.values[index] ?? null)])];
}

export function tsvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => row.map((cell) => String(cell ?? '').replace(/[\t\n]/g, ' ')).join('\t')).join('\n');
}
