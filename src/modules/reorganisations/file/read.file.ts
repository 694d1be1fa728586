/** Reads a file of items into typed rows; what cannot be read is told by row and column. Knows no database. */
import { labelKey } from '../../imports/format/sheets.ts';
import { findingLog, type Finding } from '../../imports/read/findings.ts';
import type { GridTable } from '../../imports/read/grid.ts';
import { parseSheetRows } from '../../imports/read/rows.ts';
import { openSource } from '../../imports/read/source.ts';
import { openTable } from '../../imports/read/tables.ts';
import { itemsSheet, type ItemRow } from './items.sheet.ts';

export interface ItemFile {
  readonly rows: readonly ItemRow[];
  readonly findings: readonly Finding[];
  readonly errors: number;
}

export async function readItemFile(path: string): Promise<ItemFile> {
  const log = findingLog();
  const table = itemTable(await openSource({ path }, log));
  if (table === undefined && log.count('error') === 0) log.add({ severity: 'error', code: 'source.nothing', sheet: '', row: null, column: null, data: { sheets: 'items' } });
  const open = table && (await openTable(itemsSheet, table, { log }));
  const rows: ItemRow[] = [];
  if (table && open) for await (const row of parseSheetRows(itemsSheet, open.rows, { log, date1904: table.date1904, letters: open.header.letters })) rows.push(row as unknown as ItemRow); // filled by the sheet from which the type is derived
  return { rows, findings: log.list(), errors: log.count('error') };
}

/** The tab named for items, or the only one. */
function itemTable(tables: readonly GridTable[]): GridTable | undefined {
  const labels = [itemsSheet.name, itemsSheet.title.vi, itemsSheet.title.en, ...itemsSheet.aliases].map(labelKey);
  return tables.find(({ label }) => labels.includes(labelKey(label))) ?? (tables.length === 1 ? tables[0] : undefined);
}
