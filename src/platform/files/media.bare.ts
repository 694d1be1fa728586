/**
 * A picture without what the camera wrote beside it: where and when it was taken, with what, by whom, and the small picture of it.
 * Pixels and colours stay as they are. Pure.
 */
import type { MediaType } from './media.ts';

/** Undefined where a picture cannot be read to its end: what cannot be looked through is not kept. Papers stay as they are. */
export function withoutWhereabouts(content: Buffer, mediaType: MediaType): Buffer | undefined {
  if (mediaType === 'image/jpeg') return bareJpeg(content);
  if (mediaType === 'image/png') return barePng(content);
  return mediaType === 'image/webp' ? bareWebp(content) : content;
}

const [startOfScan, endOfImage, comment] = [0xda, 0xd9, 0xfe];

/** What follows the end of the picture goes as well: phones keep a film there. */
function bareJpeg(content: Buffer): Buffer | undefined {
  const kept = [content.subarray(0, 2)];
  for (let at = 2; at + 4 <= content.length || content[at + 1] === endOfImage;) {
    const marker = content[at + 1];
    if (content[at] !== 0xff || marker === undefined) return undefined;
    if (marker === 0xff) {
      at += 1; // what fills up to a marker
      continue;
    }
    if (marker === endOfImage) return Buffer.concat([...kept, content.subarray(at, at + 2)]);
    const length = content.readUInt16BE(at + 2);
    const body = at + 2 + length;
    const end = marker === startOfScan ? endOfScan(content, body) : body;
    if (length < 2 || end > content.length) return undefined;
    if (isOfPicture(marker, content.subarray(at + 4, body))) kept.push(content.subarray(at, end));
    at = end;
  }
  return undefined;
}

/** Pixels go on to the next marker; 0 stands behind an escaped byte, 208 to 215 are breaks within them. */
function endOfScan(content: Buffer, from: number): number {
  let at = from;
  while (at < content.length && !(content[at] === 0xff && content[at + 1] !== 0 && !(content[at + 1]! >= 0xd0 && content[at + 1]! <= 0xd7))) at += 1;
  return at;
}

/** Of what programs wrote only how colours are meant. */
function isOfPicture(marker: number, body: Buffer): boolean {
  if (marker === comment) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  return marker === 0xe0 || marker === 0xee || (marker === 0xe2 && body.subarray(0, 11).toString('latin1') === 'ICC_PROFILE');
}

const tellingChunks = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'];

function barePng(content: Buffer): Buffer | undefined {
  const kept = [content.subarray(0, 8)];
  for (let at = 8; at + 12 <= content.length;) {
    const name = content.subarray(at + 4, at + 8).toString('latin1');
    const end = at + 12 + content.readUInt32BE(at);
    if (end > content.length) return undefined;
    if (!tellingChunks.includes(name)) kept.push(content.subarray(at, end));
    if (name === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return undefined;
}

/** Flags of the extended header that say that the parts are there. */
const [exifFlag, xmpFlag] = [0x08, 0x04];

function bareWebp(content: Buffer): Buffer | undefined {
  const kept: Buffer[] = [];
  let at = 12;
  while (at + 8 <= content.length) {
    const name = content.subarray(at, at + 4).toString('latin1');
    const size = content.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (at + 8 + size > content.length) return undefined;
    const chunk = Buffer.from(content.subarray(at, end));
    if (name === 'VP8X' && size > 0) chunk[8] = chunk[8]! & ~(exifFlag | xmpFlag);
    if (name !== 'EXIF' && name !== 'XMP ') kept.push(chunk);
    at = end;
  }
  if (kept.length === 0) return undefined;
  const head = Buffer.from(content.subarray(0, 12));
  head.writeUInt32LE(4 + kept.reduce((sum, { length }) => sum + length, 0), 4);
  return Buffer.concat([head, ...kept]);
}
