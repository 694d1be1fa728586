/**
 * Refs: one row for each person, post and meeting, and every ref that a row names exists in the files or from before. Rows with
 * errors of their own are looked at too: mending those one round and these the next would be twice the work.
 */
import type { ColumnSpec, RefSheet } from '../format/format.ts';
import { getSheet, sheetNames } from '../format/sheets.ts';
import type { CheckContext } from './context.ts';
import { complain, rowsOf } from './context.ts';

export function checkRefs(context: CheckContext): void {
  checkOnce(context, 'people');
  checkOnce(context, 'posts');
  checkOnce(context, 'meetings');
  const defined = { units: refsOf(context, 'units'), people: refsOf(context, 'people'), posts: refsOf(context, 'posts'), meetings: refsOf(context, 'meetings') };
  for (const name of sheetNames) {
    const columns: readonly ColumnSpec[] = getSheet(name).columns;
    for (const column of columns) {
      if (column.sheet !== undefined) checkColumn(context, { name, column: column.name, target: column.sheet, refs: defined[column.sheet], isOfFile: column.within === 'file', mayBeName: column.byName === true });
    }
  }
}

function checkOnce(context: CheckContext, sheet: 'people' | 'posts' | 'meetings'): void {
  const first = new Map<string, number>();
  for (const { ref, row } of refsIn(context, sheet, 'ref')) {
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
  readonly isOfFile: boolean;
  readonly mayBeName: boolean;
}

function checkColumn(context: CheckContext, { name, column, target, refs, isOfFile, mayBeName }: RefColumn): void {
  for (const { ref, row } of refsIn(context, name, column)) {
    if (refs.has(ref) || (!isOfFile && context.known(target, ref)) || (mayBeName && isName(ref))) continue;
    const count = context.namesakes?.(target, ref) ?? 0;
    const found = count > 1 ? { code: 'ref.several' as const, data: { count } } : { code: 'ref.unresolved' as const, data: { target } };
    complain(context, { sheet: name, row, column, value: ref, ...found });
  }
}

/** In the order of the sheet. */
function refsIn(context: CheckContext, name: (typeof sheetNames)[number], column: string): readonly { readonly ref: string; readonly row: number }[] {
  const whole = rowsOf(context, name).map((row) => ({ row: row.row, ref: Reflect.get(row, column) as unknown }));
  const broken = (context.sheets[name]?.brokenRows ?? []).map(({ row, refs }) => ({ row, ref: refs.get(column) as unknown }));
  return [...whole, ...broken].filter((named): named is { ref: string; row: number } => typeof named.ref === 'string').toSorted((one, other) => one.row - other.row);
}

/** Refs have no spaces, ids neither. */
export function isName(ref: string): boolean {
  return ref.includes(' ');
}

function refsOf(context: CheckContext, sheet: RefSheet): ReadonlySet<string> {
  const content = context.sheets[sheet];
  return new Set([...(content?.rows ?? []).map(({ ref }) => ref), ...(content?.brokenRefs ?? [])]);
}
