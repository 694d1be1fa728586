/**
 * The whole of an import source as typed rows. Cells and XML stream by; what stays in memory is the
 * typed rows, of which 100,000 take some 50 MB, and what is planned from them several times as much: a server says how
 * many it takes. Nothing here knows a database.
 */
import { importSheets, findSheet, getSheet, labelKey, sheetNames } from '../format/sheets.ts';
import type { SheetName, SheetRow } from '../format/sheets.ts';
import { guideTitles } from '../format/guide.ts';
import type { Finding, FindingLog } from './findings.ts';
import { fileFinding, findingLog } from './findings.ts';
import type { GridTable } from './grid.ts';
import { parseRows, type BrokenRow } from './rows.ts';
import type { ImportSource } from './source.ts';
import { openSource } from './source.ts';
import type { Fix } from './tables.ts';
import { openTable } from './tables.ts';

export interface SheetContent<Name extends SheetName> {
  readonly name: Name;
  /** Columns that the file has: a column that is absent says nothing, an empty cell says "none". */
  readonly columns: ReadonlySet<string>;
  readonly letters: ReadonlyMap<string, string>;
  readonly rows: readonly SheetRow<Name>[];
  /** Refs of rows left out for errors: what refers to them isn't a second mistake. */
  readonly brokenRefs: ReadonlySet<string>;
  /** The rows left out themselves: what they refer to is checked with the rest, so that all is told at once. */
  readonly brokenRows: readonly BrokenRow[];
  /** All rows that aren't empty, with or without errors. */
  readonly rowsRead: number;
}

export type WorkbookSheets = { readonly [Name in SheetName]?: SheetContent<Name> };

export interface WorkbookContent {
  readonly sheets: WorkbookSheets;
  readonly log: FindingLog;
  readonly findings: readonly Finding[];
  /** False where there are more rows than asked for: what was not read may be what the rest refers to. */
  readonly isWhole: boolean;
}

export interface ReadProgress {
  readonly sheet: SheetName;
  readonly rows: number;
}

export interface ReadOptions {
  readonly onProgress?: (progress: ReadProgress) => void;
  readonly fixes?: readonly Fix[];
  /** Of all sheets together: reading ends there. */
  readonly mostRows?: number | undefined;
}

const PROGRESS_EVERY = 1000;

export async function readWorkbook(source: ImportSource, options: ReadOptions = {}): Promise<WorkbookContent> {
  const { mostRows = Infinity } = options;
  const log = findingLog();
  const tables = matchTables(await openSource(source, log), log);
  if (tables.size === 0 && log.count('error') === 0) log.add(fileFinding('error', 'source.nothing', '', { sheets: sheetNames.join(', ') }));
  const sheets: Partial<Record<SheetName, SheetContent<SheetName>>> = {};
  for (const { name } of importSheets) {
    const table = tables.get(name);
    const content = table && (await readSheetWithin({ name, table }, { ...options, log, before: rowsOf(sheets) }));
    if (content !== undefined) sheets[name] = content;
    if (rowsOf(sheets) > mostRows) break;
  }
  // Each sheet was read under its own name, which the record type can't say.
  return { sheets: sheets as WorkbookSheets, log, findings: log.list(), isWhole: rowsOf(sheets) <= mostRows };
}

function rowsOf(sheets: Partial<Record<SheetName, SheetContent<SheetName>>>): number {
  return Object.values(sheets).reduce((sum, { rowsRead }) => sum + rowsRead, 0);
}

interface SheetTable<Name extends SheetName> {
  readonly name: Name;
  readonly table: GridTable;
}

/** `before`: rows of the sheets that were read already. */
type SheetReading = ReadOptions & { readonly log: FindingLog; readonly before: number };

/** A sheet whose XML or text breaks off in the middle is damaged, not a bug of ours. */
async function readSheetWithin<Name extends SheetName>(sheet: SheetTable<Name>, reading: SheetReading): Promise<SheetContent<Name> | undefined> {
  try {
    return await readSheet(sheet, reading);
  } catch (error) {
    if (sheet.table.kind === 'csv') throw error;
    reading.log.add(fileFinding('error', 'file.damaged', sheet.name, { file: sheet.table.label }));
    return undefined;
  }
}

async function readSheet<Name extends SheetName>({ name, table }: SheetTable<Name>, { log, fixes, onProgress, before, mostRows = Infinity }: SheetReading): Promise<SheetContent<Name> | undefined> {
  const open = await openTable(getSheet(name), table, { log, ...(fixes && { fixes }) });
  if (open === undefined) return undefined;
  const { letters } = open.header;
  const rows: SheetRow<Name>[] = [];
  const brokenRows: BrokenRow[] = [];
  const rowsSoFar = () => rows.length + brokenRows.length;
  const onBroken = (row: BrokenRow) => void brokenRows.push(row);
  const within = takeWhile(open.rows, () => before + rowsSoFar() <= mostRows);
  for await (const row of parseRows(name, within, { log, date1904: table.date1904, letters, onBroken })) {
    rows.push(row);
    if (rows.length % PROGRESS_EVERY === 0) onProgress?.({ sheet: name, rows: rowsSoFar() });
  }
  onProgress?.({ sheet: name, rows: rowsSoFar() });
  const brokenRefs = new Set(brokenRows.flatMap(({ refs }) => refs.get('ref') ?? []));
  return { name, columns: new Set(letters.keys()), letters, rows, brokenRefs, brokenRows, rowsRead: rowsSoFar() };
}

async function* takeWhile<Row>(all: AsyncIterable<Row>, goesOn: () => boolean): AsyncGenerator<Row> {
  for await (const row of all) {
    yield row;
    if (!goesOn()) return;
  }
}

function matchTables(tables: readonly GridTable[], log: FindingLog): ReadonlyMap<SheetName, GridTable> {
  const matched = new Map<SheetName, GridTable>();
  for (const table of tables) {
    const sheet = findSheet(table.label);
    if (sheet === undefined) {
      if (!isGuide(table)) log.add(fileFinding('warning', 'sheet.unknown', table.label, { label: table.label }));
    } else if (matched.has(sheet.name)) log.add(fileFinding('error', 'sheet.twice', sheet.name, { title: sheet.name }));
    else matched.set(sheet.name, table);
  }
  return matched;
}

/** The explanation that comes with the template. */
function isGuide(table: GridTable): boolean {
  return guideTitles.some((title) => labelKey(title) === labelKey(table.label));
}
