/** What every check gets, and how it reports: at a row, with the letter of the cell where the file has the column. */
import type { RefSheet } from '../format/format.ts';
import type { SheetName, SheetRow } from '../format/sheets.ts';
import type { FindingCode, FindingLog, Severity } from '../read/findings.ts';
import type { WorkbookSheets } from '../read/workbook.ts';

/** Whether a ref is known from earlier imports of the same source. */
export type KnownRef = (sheet: RefSheet, ref: string) => boolean;

/** How many units already there bear a name that was written instead of a ref. */
export type Namesakes = (sheet: RefSheet, name: string) => number;

export interface CheckContext {
  readonly sheets: WorkbookSheets;
  readonly known: KnownRef;
  readonly namesakes?: Namesakes;
  readonly log: FindingLog;
}

export interface Complaint {
  readonly sheet: SheetName;
  readonly row: number;
  readonly column: string | null;
  readonly code: FindingCode;
  readonly severity?: Severity;
  readonly value?: string;
  readonly data?: Readonly<Record<string, string | number>>;
}

export function rowsOf<Name extends SheetName>(context: CheckContext, name: Name): readonly SheetRow<Name>[] {
  return context.sheets[name]?.rows ?? [];
}

export function complain({ sheets, log }: CheckContext, { severity = 'error', ...complaint }: Complaint): void {
  const letters = complaint.column === null ? undefined : sheets[complaint.sheet]?.letters.get(complaint.column);
  log.add({ severity, ...complaint, ...(letters !== undefined && { cell: letters + complaint.row }) });
}

export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
