/**
 * What the streaming reader of the library leaves out of a workbook: which tabs there are and whether they are
 * hidden, the date system, where formulas and merged cells stand. Read from the parts themselves
 * by a scan over tags, in chunks: a formula is told from a typed value nowhere else.
 */
import { createInflateRaw } from 'node:zlib';
import { columnIndex } from './grid.ts';
import type { Merge } from './grid.ts';
import { packedBytes } from '../../../platform/files/zip.directory.ts';
import type { ZipEntry } from '../../../platform/files/zip.directory.ts';

export interface WorkbookParts {
  readonly date1904: boolean;
  readonly tabs: readonly WorkbookTab[];
}

export interface WorkbookTab {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: ZipEntry;
}

/** Marks that a sheet bears beside its values. */
export interface SheetMarks {
  readonly merges: readonly Merge[];
  /** Row (from 1) → places (from 0) of cells with a formula. */
  readonly formulas: ReadonlyMap<number, ReadonlySet<number>>;
}

interface Archive {
  readonly bytes: Uint8Array;
  readonly entries: readonly ZipEntry[];
}

export async function readWorkbookParts(archive: Archive): Promise<WorkbookParts | undefined> {
  const workbook = await textOfPart(archive, 'xl/workbook.xml');
  const relations = await textOfPart(archive, 'xl/_rels/workbook.xml.rels');
  if (workbook === undefined || relations === undefined) return undefined;
  const targets = new Map(tags(relations, 'Relationship').map((tag) => [attribute(tag, 'Id') ?? '', attribute(tag, 'Target') ?? '']));
  const tabs = tags(workbook, 'sheet').flatMap((tag) => {
    const path = partPath(targets.get(attribute(tag, '\\w+:id') ?? '') ?? '');
    const part = archive.entries.find(({ name }) => name === path);
    return part === undefined ? [] : [{ name: unescapeXml(attribute(tag, 'name') ?? ''), hidden: /idden/.test(attribute(tag, 'state') ?? ''), part }];
  });
  return { tabs, date1904: tags(workbook, 'workbookPr').some((tag) => ['1', 'true'].includes(attribute(tag, 'date1904') ?? '')) };
}

const MARK = /<(?:\w+:)?(?:c\s[^>]*?\br="([A-Z]+)(\d+)"|(f)[\s/>]|mergeCell\s[^>]*?\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)")/g;

export async function scanSheet(archive: Archive, part: ZipEntry): Promise<SheetMarks> {
  const merges: Merge[] = [];
  const formulas = new Map<number, Set<number>>();
  let column = 0;
  let row = 0;
  for await (const xml of textChunks(archive.bytes, part)) {
    for (const [, letters, cellRow, formula, left = '', top, right = '', bottom] of xml.matchAll(MARK)) {
      if (formula !== undefined) formulas.set(row, (formulas.get(row) ?? new Set()).add(column));
      else if (letters !== undefined) [column, row] = [columnIndex(letters), Number(cellRow)];
      else merges.push({ left: columnIndex(left), top: Number(top), right: columnIndex(right), bottom: Number(bottom) });
    }
  }
  return { merges, formulas };
}

async function textOfPart(archive: Archive, name: string): Promise<string | undefined> {
  const entry = archive.entries.find((candidate) => candidate.name === name);
  if (entry === undefined) return undefined;
  let text = '';
  for await (const chunk of textChunks(archive.bytes, entry)) text += chunk;
  return text;
}

/** Chunks end where a tag ends, so that no tag is cut in two. */
async function* textChunks(bytes: Uint8Array, entry: ZipEntry): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of unpack(bytes, entry)) {
    const text = rest + decoder.decode(chunk, { stream: true });
    const end = text.lastIndexOf('>') + 1;
    rest = text.slice(end);
    yield text.slice(0, end);
  }
  yield rest + decoder.decode();
}

async function* unpack(bytes: Uint8Array, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const packed = packedBytes(bytes, entry);
  if (packed === undefined) throw new RangeError(`zip entry lies outside the file: ${entry.name}`);
  if (entry.method === 0) return yield packed;
  const inflate = createInflateRaw();
  inflate.end(packed);
  let total = 0;
  for await (const chunk of inflate as AsyncIterable<Uint8Array>) {
    total += chunk.length;
    if (total > entry.unpacked) throw new RangeError(`zip entry unpacks to more than it says: ${entry.name}`);
    yield chunk;
  }
}

function tags(xml: string, name: string): readonly string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g')) ?? [];
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`).exec(tag)?.slice(1).find((value) => value !== undefined);
}

/** Targets are relative to `xl/`, or absolute from the root of the archive. */
function partPath(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
}

function unescapeXml(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}
