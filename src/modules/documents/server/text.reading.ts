/**
 * The words of files, read after they were brought: one at a time, in a thread with bounds of its own. Of a scanned paper there are
 * none, and what cannot be read has none either; both are kept as read, so that nobody tries for ever.
 */
import { Worker } from 'node:worker_threads';
import { sql } from 'kysely';
import { firstRow, rows, type Db } from '../../../platform/db/database.ts';
import { inRepeatedTransaction } from '../../../platform/db/repeat.ts';
import type { MediaType } from '../../../platform/files/media.ts';
import type { Id } from '../../../platform/ids.ts';
import type { Job, JobCtx } from '../../../platform/jobs/job.ts';
import { refreshWords } from './document.store.ts';
import type { TextTask } from './text.thread.ts';

const longestSeconds = 60;
/** Of one file: a page holds some 3,000 letters. */
const mostLetters = 2_000_000;
const entry = new URL('text.thread.ts', import.meta.url);

export const documentJobs: readonly Job[] = [{ name: 'texts of documents', every: 5, run: readTexts }];

async function readTexts({ db, log, stopping }: JobCtx): Promise<void> {
  while (!stopping.aborted) {
    const outcome = await readNext(db);
    if (outcome === 'nothing') return;
    if (outcome === 'unreadable') log.warn('the words of a file could not be read');
  }
}

/** Two processes may read the same file at once; both write the same. */
export async function readNext(db: Db): Promise<'nothing' | 'read' | 'unreadable'> {
  const file = await firstRow(db, sql<{ home_id: number; hash: Buffer; media_type: MediaType; content: Buffer }>`select home_id, hash, media_type, content from document_contents where text is null order by home_id, hash limit 1`);
  if (!file) return 'nothing';
  const text = await textOf({ mediaType: file.media_type, content: new Uint8Array(file.content) }).catch(() => undefined);
  await inRepeatedTransaction({ db, isRepeatable: true }, async (tx) => {
    // A text in the database holds no zero byte.
    await sql`update document_contents set text = ${(text ?? '').replaceAll('\0', ' ').toWellFormed().slice(0, mostLetters)} where home_id = ${file.home_id} and hash = ${file.hash}`.execute(tx);
    const found = await rows(tx, sql<{ id: Id<'document'> }>`select distinct document_id as id from document_files where home_id = ${file.home_id} and hash = ${file.hash} order by document_id`);
    for (const { id } of found) await refreshWords({ db: tx }, id);
  });
  return text === undefined ? 'unreadable' : 'read';
}

export async function textOf(task: TextTask): Promise<string> {
  const worker = new Worker(entry, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: 192 }, stdout: true, stderr: true });
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const timer = setTimeout(() => reject(new Error('took too long')), longestSeconds * 1000);
  worker.once('message', (text) => resolve(String(text))).once('error', reject).once('exit', () => reject(new Error('ended without a word')));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
