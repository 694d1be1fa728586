/** Refs: one row for each person and post, and every ref that a row names exists in the files or from before. */
import type { ColumnSpec, RefSheet } from '../format/format.ts';
import { getSheet, sheetNames } from '../format/sheets.ts';
import type { CheckContext } from './context.ts';
import { complain, rowsOf } from './context.ts';

export function checkRefs(context: CheckContext): void {
  checkOnce(context, 'people');
  checkOnce(context, 'posts');
  const defined = { units: refsOf(context, 'units'), people: refsOf(context, 'people'), posts: refsOf(context, 'posts') };
  for (const name of sheetNames) {
    const columns: readonly ColumnSpec[] = getSheet(name).columns;
    for (const column of columns) {
      if (column.sheet !== undefined) checkColumn(context, { name, column: column.name, target: column.sheet, refs: defined[column.sheet] });
    }
  }
}

function checkOnce(context: CheckContext, sheet: 'people' | 'posts'): void {
  const first = new Map<string, number>();
  for (const { ref, row } of rowsOf(context, sheet)) {
    const other = first.get(ref);
    if (other === undefined) first.set(ref, row);
    else complain(context, { sheet, row, column: 'ref', code: 'ref.twice', value: ref, data: { other } });
  }
}

interface RefColumn {
  readonly name: (typeof sheetNames)[number];
  readonly column: string;
  readonly target: RefSheet;
  readonly refs: ReadonlySet<string>;
}

function checkColumn(context: CheckContext, { name, column, target, refs }: RefColumn): void {
  for (const row of rowsOf(context, name)) {
    const value: unknown = Reflect.get(row, column);
    if (typeof value !== 'string' || refs.has(value) || context.known(target, value)) continue;
    complain(context, { sheet: name, row: row.row, column, code: 'ref.unresolved', value, data: { target } });
  }
}

function refsOf(context: CheckContext, sheet: RefSheet): ReadonlySet<string> {
  const content = context.sheets[sheet];
  return new Set([...(content?.rows ?? []).map(({ ref }) => ref), ...(content?.brokenRefs ?? [])]);
}
