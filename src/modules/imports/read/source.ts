/**
 * Where an import comes from: a path (an Excel file, a CSV file, a folder of CSV files) or uploaded files.
 * All become named byte sources that can be read more than once.
 */
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { openCsv } from './csv.ts';
import type { FindingLog } from './findings.ts';
import { fileFinding } from './findings.ts';
import type { GridTable } from './grid.ts';
import { openWorkbook } from './xlsx.ts';

export type ImportSource = { readonly path: string } | { readonly files: readonly (UploadedFile | ByteSource)[] };

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ByteSource {
  readonly name: string;
  readonly size: number;
  bytes(): Promise<Uint8Array>;
  chunks(): AsyncIterable<Uint8Array>;
}

const CSV = new Set(['.csv', '.tsv', '.txt']);
const WORKBOOK = new Set(['.xlsx', '.xlsm', '.xltm', '.xlam', '.xls']);
const CHUNK = 64 * 1024;
const LARGEST_CSV = 512 * 1024 * 1024;

/** Opens every file that can be an import; what can't is said in the log. */
export async function openSource(source: ImportSource, log: FindingLog): Promise<readonly GridTable[]> {
  const files = 'files' in source ? source.files.map((file) => ('chunks' in file ? file : uploaded(file))) : await filesAt(source.path, log);
  const tables: GridTable[] = [];
  let workbook = false;
  for (const file of files) {
    const kind = extname(file.name).toLowerCase();
    if (WORKBOOK.has(kind) && (workbook || files.some(({ name }) => CSV.has(extname(name).toLowerCase())))) {
      log.add(fileFinding('error', 'file.several_workbooks', file.name, { file: file.name }));
    } else if (WORKBOOK.has(kind)) {
      workbook = true;
      tables.push(...(await openWorkbook(file, log)));
    } else if (CSV.has(kind)) tables.push(...(await openCsvWithin(file, log)));
    else log.add(fileFinding('error', 'file.type', file.name, { file: file.name }));
  }
  return tables;
}

async function openCsvWithin(file: ByteSource, log: FindingLog): Promise<readonly GridTable[]> {
  if (file.size <= LARGEST_CSV) return openCsv(file, log);
  log.add(fileFinding('error', 'file.too_large', file.name, { file: file.name, limit: LARGEST_CSV / 1024 / 1024 }));
  return [];
}

async function filesAt(path: string, log: FindingLog): Promise<readonly ByteSource[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [await fileAt(path)];
    const names = (await readdir(path)).filter((name) => isSpreadsheet(name)).toSorted();
    return await Promise.all(names.map((name) => fileAt(join(path, name))));
  } catch {
    log.add(fileFinding('error', 'file.unreadable', basename(path), { file: basename(path) }));
    return [];
  }
}

/** A folder may hold other things (a README, notes); only spreadsheets are looked at. Excel's lock files begin with ~$. */
function isSpreadsheet(name: string): boolean {
  const kind = extname(name).toLowerCase();
  return !name.startsWith('~$') && !name.startsWith('.') && (kind === '.csv' || kind === '.tsv' || WORKBOOK.has(kind));
}

async function fileAt(path: string): Promise<ByteSource> {
  const { size } = await stat(path);
  return {
    name: basename(path),
    size,
    bytes: () => readFile(path),
    chunks: () => createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Uint8Array>,
  };
}

function uploaded({ name, bytes }: UploadedFile): ByteSource {
  return { name: basename(name), size: bytes.length, bytes: async () => bytes, chunks: () => slices(bytes) };
}

/** Small enough that the rows of one are few. */
export async function* slices(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}
