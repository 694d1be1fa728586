/**
 * The file of a backup: a magic line, one gzip stream of frames, and 32 bytes SHA-256 over all before them, so
 * that no byte can change unseen. A frame is a kind (1 byte), a length (4 bytes) and its bytes:
 *   H header · per table T begin, D rows (COPY text, UTF-8), E end with the number of rows · S sequences ·
 *   X extra (name line, then bytes) · Z end.
 */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { PostgresProblem } from './postgres.problem.ts';

export type FrameKind = 'H' | 'T' | 'D' | 'E' | 'S' | 'X' | 'Z';

export interface Frame {
  readonly kind: FrameKind;
  readonly bytes: Buffer;
}

const MAGIC = Buffer.from('SATCOSO BACKUP 1\n');
const DIGEST_LENGTH = 32;
const HEAD_LENGTH = 5;
const LONGEST_FRAME = 1024 * 1024 * 1024;

/** Under the final name only once complete and on the disk. Readable by its owner only: it holds everything. */
export async function writeBackupFile(file: string, frames: AsyncIterable<Frame>): Promise<void> {
  const part = `${file}.part`;
  try {
    await rm(part, { force: true });
    await pipeline(encode(frames), createGzip({ level: 4 }), seal, createWriteStream(part, { mode: 0o600, flush: true }));
    await rename(part, file);
    await syncDirectory(dirname(file));
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** First pass, before anything is touched: the whole file against its checksum. */
export async function assertSound(file: string): Promise<void> {
  const { body, digest } = await measure(file);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { end: body - 1 })) hash.update(chunk as Buffer);
  if (!hash.digest().equals(digest)) throw new PostgresProblem('backup_damaged', { file, reason: 'checksum' });
}

export async function* readFrames(file: string): AsyncGenerator<Frame> {
  const { body } = await measure(file);
  const packed = createReadStream(file, { start: MAGIC.length, end: body - 1 });
  const plain = createGunzip();
  packed.on('error', (error) => plain.destroy(error));
  try {
    yield* decode(packed.pipe(plain), file);
  } finally {
    packed.destroy();
    plain.destroy();
  }
}

async function* encode(frames: AsyncIterable<Frame>): AsyncGenerator<Buffer> {
  for await (const { kind, bytes } of frames) {
    const head = Buffer.alloc(HEAD_LENGTH);
    head.write(kind, 0, 'latin1');
    head.writeUInt32BE(bytes.length, 1);
    yield head;
    yield bytes;
  }
}

async function* seal(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  yield hashed(hash, MAGIC);
  for await (const chunk of packed) yield hashed(hash, chunk);
  yield hash.digest();
}

function hashed(hash: Hash, chunk: Buffer): Buffer {
  hash.update(chunk);
  return chunk;
}

async function measure(file: string): Promise<{ body: number; digest: Buffer }> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const magic = Buffer.alloc(MAGIC.length);
    await handle.read(magic, 0, MAGIC.length, 0);
    if (!magic.equals(MAGIC)) throw new PostgresProblem('backup_unknown_format', { file });
    if (size < MAGIC.length + DIGEST_LENGTH + 1) throw new PostgresProblem('backup_damaged', { file, reason: 'too short' });
    const digest = Buffer.alloc(DIGEST_LENGTH);
    await handle.read(digest, 0, DIGEST_LENGTH, size - DIGEST_LENGTH);
    return { body: size - DIGEST_LENGTH, digest };
  } finally {
    await handle.close();
  }
}

/** Chunks are joined only once a frame is complete, as one frame may hold a very long row. */
async function* decode(plain: AsyncIterable<Buffer>, file: string): AsyncGenerator<Frame> {
  let waiting: Buffer[] = [];
  let size = 0;
  let needed = HEAD_LENGTH;
  for await (const chunk of plain) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < needed) continue;
    let left: Buffer = waiting.length === 1 ? chunk : Buffer.concat(waiting);
    for (needed = frameEnd(left, file); needed <= left.length; needed = frameEnd(left, file)) {
      yield { kind: left.toString('latin1', 0, 1) as FrameKind, bytes: left.subarray(HEAD_LENGTH, needed) };
      left = left.subarray(needed);
    }
    waiting = [left];
    size = left.length;
  }
  if (size > 0) throw new PostgresProblem('backup_damaged', { file, reason: 'cut off' });
}

/** Where the frame ends, or its head while that is not there yet. */
function frameEnd(bytes: Buffer, file: string): number {
  if (bytes.length < HEAD_LENGTH) return HEAD_LENGTH;
  const length = bytes.readUInt32BE(1);
  if (length > LONGEST_FRAME) throw new PostgresProblem('backup_damaged', { file, reason: 'frame' });
  return HEAD_LENGTH + length;
}

async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
