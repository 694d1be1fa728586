/** The same from a whole file: five formats with fixed first bytes, as their own specifications say; less to keep up than a library of hundreds. */
import { mediaTypeFrom, word, type MediaType } from './media.ts';
import { readZipDirectory } from './zip.directory.ts';

export function mediaTypeOf(content: Uint8Array): MediaType | undefined {
  const mediaType = mediaTypeFrom(content.subarray(0, 16));
  return mediaType === word && !isWordDocument(content) ? undefined : mediaType;
}

/** A zip like many others: its directory must name the parts of a document. One that runs something when opened is not taken. */
function isWordDocument(content: Uint8Array): boolean {
  const entries = readZipDirectory(content);
  if (typeof entries === 'string') return false;
  const names = new Set(entries.map(({ name }) => name));
  const runs = entries.some(({ name }) => /vbaProject\.bin$|\/activeX\//i.test(name));
  return names.has('[Content_Types].xml') && names.has('word/document.xml') && !runs;
}
