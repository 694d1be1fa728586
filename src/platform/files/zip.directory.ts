/**
 * Looks at the directory of a zip file before anything is unpacked: how many entries, how much they
 * claim to unpack to, whether they are encrypted. The reader that comes after stops an entry that
 * unpacks to more than it claimed, so the claims checked here are binding.
 */

export interface ZipEntry {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  readonly method: number;
  readonly headerAt: number;
}

export type ZipRefusal = 'file.damaged' | 'file.zip_bomb' | 'file.encrypted';

export interface ZipLimits {
  readonly unpackedBytes: number;
  readonly entries: number;
  /** Honest sheets pack about 10–40 to 1; a very regular one up to 150. */
  readonly ratio: number;
}

export const zipLimits: ZipLimits = { unpackedBytes: 512 * 1024 * 1024, entries: 5000, ratio: 250 };

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const LONGEST_END = 65_557;
const RATIO_MATTERS_FROM = 8 * 1024 * 1024;
const ENCRYPTED = 0x0001;
const SIZES_FOLLOW = 0x0008;

export function readZipDirectory(bytes: Uint8Array, limits: ZipLimits = zipLimits): readonly ZipEntry[] | ZipRefusal {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return 'file.damaged';
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) return 'file.zip_bomb';
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return 'file.damaged';
    const entry = readEntry(bytes, view, at);
    if (typeof entry === 'string') return entry;
    entries.push(entry);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return judge(entries, limits) ?? entries;
}

/** Where the packed bytes of an entry begin. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.headerAt + 30 > bytes.length || view.getUint32(entry.headerAt, true) !== LOCAL_HEADER) return undefined;
  const start = entry.headerAt + 30 + view.getUint16(entry.headerAt + 26, true) + view.getUint16(entry.headerAt + 28, true);
  return start + entry.packed > bytes.length ? undefined : bytes.subarray(start, start + entry.packed);
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): ZipEntry | ZipRefusal {
  const flags = view.getUint16(at + 8, true);
  const packed = view.getUint32(at + 20, true);
  const unpacked = view.getUint32(at + 24, true);
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
  if ((flags & ENCRYPTED) !== 0) return 'file.encrypted';
  if (packed === 0xffffffff || unpacked === 0xffffffff) return 'file.zip_bomb';
  // Without a binding size in the directory nothing would stop the entry from unpacking for ever.
  const sizeHidden = packed > 2 && unpacked === 0;
  const sizeElsewhere = packed === 0 && (flags & SIZES_FOLLOW) !== 0 && !name.endsWith('/');
  if (sizeHidden || sizeElsewhere) return 'file.damaged';
  return { name, packed, unpacked, method: view.getUint16(at + 10, true), headerAt: view.getUint32(at + 42, true) };
}

function judge(entries: readonly ZipEntry[], limits: ZipLimits): ZipRefusal | undefined {
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > limits.unpackedBytes) return 'file.zip_bomb';
  if (entries.some(({ packed, unpacked }) => unpacked > RATIO_MATTERS_FROM && unpacked > packed * limits.ratio)) return 'file.zip_bomb';
  // Two entries of one name, or on one place: readers disagree about which is meant.
  const names = new Set(entries.map(({ name }) => name));
  const places = new Set(entries.map(({ headerAt }) => headerAt));
  return names.size < entries.length || places.size < entries.length ? 'file.damaged' : undefined;
}

function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - LONGEST_END);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return undefined;
}
