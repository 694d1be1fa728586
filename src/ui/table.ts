/** What a table is made of, and the small decisions about it that need no screen. */
import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the end of their column. */
  readonly align?: 'start' | 'end';
  /** On a phone: 1 names the card, 2 stands on it, 3 is left out. */
  readonly priority?: 1 | 2 | 3;
  readonly sortable?: boolean;
  readonly width?: string;
  /** Acts alone: left out on paper. */
  readonly screenOnly?: boolean;
  /** Left out until chosen. */
  readonly hidden?: boolean;
}

export interface Sort {
  readonly by: string;
  readonly descending: boolean;
}

/** The same column turns round; another begins ascending. */
export function nextSort(sort: Sort | undefined, by: string): Sort {
  return { by, descending: sort?.by === by && !sort.descending };
}

/** `nhom`, or `-nhom` for descending: how a sort stands in an address. */
export function sortText(sort: Sort): string {
  return sort.descending ? `-${sort.by}` : sort.by;
}

export function parseSort(text: string | undefined): Sort | undefined {
  if (!text) return undefined;
  return text.startsWith('-') ? { by: text.slice(1), descending: true } : { by: text, descending: false };
}

/** The first column always stays: it names the row. */
export function visibleColumns<Row>(columns: readonly Column<Row>[], toggled: ReadonlySet<string>): readonly Column<Row>[] {
  return columns.filter((column, index) => index === 0 || (column.hidden ?? false) === toggled.has(column.id));
}

export interface CardPlan<Row> {
  readonly name: Column<Row> | undefined;
  readonly lines: readonly Column<Row>[];
}

export function cardPlan<Row>(columns: readonly Column<Row>[]): CardPlan<Row> {
  const name = columns.find((column) => column.priority === 1) ?? columns[0];
  return { name, lines: columns.filter((column) => column !== name && column.priority !== 3 && !column.hidden) };
}
