/** Reads the words out of one file, apart from the server: a file may be broken on purpose, large, or slow. */
import { parentPort, workerData } from 'node:worker_threads';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { word, type MediaType } from '../../../platform/files/media.ts';

export interface TextTask {
  readonly mediaType: MediaType;
  readonly content: Uint8Array;
}

const { mediaType, content } = workerData as TextTask; // given by `text.reading.ts`
parentPort!.postMessage(await textOf()); // a thread has a parent

async function textOf(): Promise<string> {
  if (mediaType === 'application/pdf') return (await extractText(await getDocumentProxy(content), { mergePages: true })).text;
  if (mediaType === word) return (await mammoth.extractRawText({ buffer: Buffer.from(content) })).value;
  return '';
}
