/**
 * Bytes of a CSV file as text. Excel in Vietnam writes UTF-8 with a mark, UTF-16 ("Unicode text") or, from old
 * machines, Windows-1258, which spells tones as combining marks: everything comes out composed.
 */
import iconv from 'iconv-lite';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258';

type Chunks = AsyncIterable<Uint8Array>;

/** Reads the file once to the end: one wrong byte in the last row is enough to show that it isn't UTF-8. */
export async function detectEncoding(chunks: Chunks): Promise<Encoding> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  let first = true;
  try {
    for await (const chunk of chunks) {
      const wide = first ? wideEncoding(chunk) : undefined;
      if (wide !== undefined) return wide;
      first = false;
      strict.decode(chunk, { stream: true });
    }
    strict.decode();
    return 'utf-8';
  } catch {
    return 'windows-1258';
  }
}

export async function* decode(chunks: Chunks, encoding: Encoding): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding);
  let first = true;
  for await (const chunk of chunks) {
    const text = decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    yield first ? text.replace(/^\uFEFF/, '') : text;
    if (text !== '') first = false;
  }
  yield decoder.end() ?? '';
}

/** By the byte order mark, or by every other byte of the first letters being empty. */
function wideEncoding(start: Uint8Array): Encoding | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const sample = [...start.subarray(0, 8)];
  const empty = (parity: number) => sample.length === 8 && sample.every((byte, at) => at % 2 !== parity || byte === 0);
  return empty(1) ? 'utf-16le' : empty(0) ? 'utf-16be' : undefined;
}
