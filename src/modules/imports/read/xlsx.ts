/**
 * Excel workbooks as tables. Refuses what must not be opened (macros, encryption, zip bombs, the old
 * binary format) before unpacking, then streams rows through hucre: memory holds the packed
 * file and the shared strings, never a sheet.
 */
import { streamXlsxRows } from 'hucre/xlsx';
import { isoOf } from './cell.days.ts';
import { timeOf } from './cell.times.ts';
import type { FindingLog } from './findings.ts';
import { fileFinding } from './findings.ts';
import type { Cell, GridRow, GridTable } from './grid.ts';
import type { ByteSource } from './source.ts';
import { readWorkbookParts, scanSheet } from './workbook.parts.ts';
import type { WorkbookParts, WorkbookTab } from './workbook.parts.ts';
import { readZipDirectory } from '../../../platform/files/zip.directory.ts';
import type { ZipEntry } from '../../../platform/files/zip.directory.ts';

/** Workbooks of 100,000 rows take about 10 MB; the packed file is held in memory. */
const LARGEST_WORKBOOK = 128 * 1024 * 1024;
const OLD_CONTAINER = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];

export async function openWorkbook(source: ByteSource, log: FindingLog): Promise<readonly GridTable[]> {
  const refuse = (code: Parameters<typeof fileFinding>[1], data = {}) => {
    log.add(fileFinding('error', code, source.name, { file: source.name, ...data }));
    return [];
  };
  if (source.size === 0) return refuse('file.empty');
  if (source.size > LARGEST_WORKBOOK) return refuse('file.too_large', { limit: LARGEST_WORKBOOK / 1024 / 1024 });
  const bytes = await source.bytes();
  if (startsWith(bytes, OLD_CONTAINER)) return refuse(isEncryptedContainer(bytes) ? 'file.encrypted' : 'file.legacy_xls');
  if (!startsWith(bytes, ZIP)) return refuse('file.damaged');
  const entries = readZipDirectory(bytes);
  if (typeof entries === 'string') return refuse(entries);
  if (hasMacros(entries, source.name)) return refuse('file.macros');
  const parts = await readWorkbookParts({ bytes, entries }).catch(() => undefined);
  if (parts === undefined) return refuse('file.damaged');
  return tablesOf({ bytes, entries, parts }).catch(() => refuse('file.damaged'));
}

interface OpenWorkbook {
  readonly bytes: Uint8Array;
  readonly entries: readonly ZipEntry[];
  readonly parts: WorkbookParts;
}

async function tablesOf(workbook: OpenWorkbook): Promise<readonly GridTable[]> {
  const tables: GridTable[] = [];
  for (const tab of workbook.parts.tabs) {
    if (!tab.hidden) tables.push(await tableOf(workbook, tab));
  }
  return tables;
}

async function tableOf({ bytes, entries, parts }: OpenWorkbook, tab: WorkbookTab): Promise<GridTable> {
  const { merges, formulas } = await scanSheet({ bytes, entries }, tab.part);
  return {
    label: tab.name,
    kind: 'xlsx',
    date1904: parts.date1904,
    merges,
    rows: () => rowsOf({ bytes, sheet: tab.name, formulas }),
  };
}

interface SheetStream {
  readonly bytes: Uint8Array;
  readonly sheet: string;
  readonly formulas: ReadonlyMap<number, ReadonlySet<number>>;
}

async function* rowsOf({ bytes, sheet, formulas }: SheetStream): AsyncGenerator<GridRow> {
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    const row = index + 1;
    const inRow = formulas.get(row);
    yield { row, cells: values.map(cellOf), ...(inRow && { formulas: inRow }) };
  }
}

function cellOf(value: Cell | Date): Cell {
  if (!(value instanceof Date)) return value;
  if (Number.isNaN(value.getTime())) return '#VALUE!';
  const time = timeOf(value);
  return { day: isoOf(value), ...(time !== undefined && { time }) };
}

function hasMacros(entries: readonly ZipEntry[], file: string): boolean {
  return /\.(xlsm|xltm|xlam)$/i.test(file) || entries.some(({ name }) => /vbaProject\.bin$|macrosheets\//i.test(name));
}

function isEncryptedContainer(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}
