/** What a camera wrote beside a picture goes, the picture stays. */
import { expect, test } from 'vitest';
import { withoutWhereabouts } from './media.bare.ts';

const where = 'GPS 9.603 105.974';
const segment = (marker: number, body: string) => { const head = Buffer.from([0xff, marker, 0, 0]); head.writeUInt16BE(body.length + 2, 2); return Buffer.concat([head, Buffer.from(body, 'latin1')]); };
const start = Buffer.from([0xff, 0xd8]);
const end = Buffer.from([0xff, 0xd9]);
const pixels = Buffer.concat([segment(0xda, 'abc'), Buffer.from([1, 0xff, 0, 2, 0xff, 0xd0, 3])]);
const jfif = segment(0xe0, 'JFIF\0');
const colours = segment(0xe2, 'ICC_PROFILE\0…');

test('of a JPEG, also between its scans and behind its end', () => {
  const taken = Buffer.concat([start, jfif, segment(0xe1, `Exif\0\0${where}`), colours, segment(0xe2, `MPF\0${where}`), segment(0xfe, where), pixels, segment(0xe1, where), pixels, end, Buffer.from(where)]);
  expect(withoutWhereabouts(taken, 'image/jpeg')).toEqual(Buffer.concat([start, jfif, colours, pixels, pixels, end]));
  expect(withoutWhereabouts(taken.subarray(0, 40), 'image/jpeg')).toBeUndefined();
});

test('of a PNG', () => {
  const chunk = (name: string, body: string) => { const size = Buffer.alloc(4); size.writeUInt32BE(body.length); return Buffer.concat([size, Buffer.from(name + body, 'latin1'), Buffer.alloc(4)]); };
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const [head, data, last] = [chunk('IHDR', 'x'.repeat(13)), chunk('IDAT', 'pixels'), chunk('IEND', '')];
  expect(withoutWhereabouts(Buffer.concat([signature, head, chunk('eXIf', where), chunk('iTXt', where), data, last, Buffer.from(where)]), 'image/png')).toEqual(Buffer.concat([signature, head, data, last]));
  expect(withoutWhereabouts(Buffer.concat([signature, head]), 'image/png')).toBeUndefined();
});

test('of a WebP, whose head then says that nothing is there', () => {
  const chunk = (name: string, body: string) => { const size = Buffer.alloc(4); size.writeUInt32LE(body.length); return Buffer.concat([Buffer.from(name), size, Buffer.from(body, 'latin1'), Buffer.alloc(body.length % 2)]); };
  const whole = (...chunks: readonly Buffer[]) => { const size = Buffer.alloc(4); size.writeUInt32LE(4 + Buffer.concat(chunks).length); return Buffer.concat([Buffer.from('RIFF'), size, Buffer.from('WEBP'), ...chunks]); };
  const taken = whole(chunk('VP8X', `\x2c${'\0'.repeat(9)}`), chunk('VP8L', 'pixels'), chunk('EXIF', where), chunk('XMP ', where));
  expect(withoutWhereabouts(taken, 'image/webp')).toEqual(whole(chunk('VP8X', `\x20${'\0'.repeat(9)}`), chunk('VP8L', 'pixels')));
});

test('a paper stays as it is', () => {
  expect(withoutWhereabouts(Buffer.from('%PDF-1.7'), 'application/pdf')).toEqual(Buffer.from('%PDF-1.7'));
});
