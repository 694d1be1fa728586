/** Reads the words out of one file in a process of its own: a file may be broken on purpose, slow, or unpack to more than there is. */
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { word, type MediaType } from '../../../platform/files/media.ts';

export interface TextTask {
  readonly mediaType: MediaType;
  readonly content: Uint8Array;
}

// Whoever asked is gone.
process.once('disconnect', () => process.exit(1));
process.once('message', (task) => {
  void textOf(task as TextTask).then((text) => process.send!(text, () => process.exit(0)), () => process.exit(1)); // sent by `text.reading.ts`, which is there to be answered
});

async function textOf({ mediaType, content }: TextTask): Promise<string> {
  if (mediaType === 'application/pdf') return (await extractText(await getDocumentProxy(content), { mergePages: true })).text;
  if (mediaType === word) return (await mammoth.extractRawText({ buffer: Buffer.from(content) })).value;
  return '';
}
