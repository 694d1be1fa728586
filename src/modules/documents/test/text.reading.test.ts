/** Reading a file ends, whatever the file is: by its words, by time, or by memory. */
import { Document as WordFile, Packer, Paragraph } from 'docx';
import { expect, test } from 'vitest';
import { word } from '../../../platform/files/media.ts';
import { textOf } from '../server/text.reading.ts';

const bytes = async (text: string) => new Uint8Array(await Packer.toBuffer(new WordFile({ sections: [{ children: [new Paragraph(text)] }] })));

test('the words of a Word file are read', { timeout: 60_000 }, async () => {
  expect(await textOf({ mediaType: word, content: await bytes('Phấn đấu 97% hộ dân') })).toContain('Phấn đấu 97% hộ dân');
});

test('a file that takes more memory than it may is given up', { timeout: 60_000 }, async () => {
  await expect(textOf({ mediaType: word, content: await bytes('Ít') }, { megabytes: 10 })).rejects.toThrow('too much memory');
});

test('a broken file is given up', { timeout: 60_000 }, async () => {
  await expect(textOf({ mediaType: 'application/pdf', content: new Uint8Array(Buffer.from('%PDF-1.4 broken')) })).rejects.toThrow('without a word');
});
