/**
 * The words of files, read after they were brought: one at a time, in a process with bounds of its own. Of a scanned paper there are
 * none, and what cannot be read has none either; both are kept as read, so that nobody tries for ever.
 */
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { firstRow, rows, type Db } from '../../../platform/db/database.ts';
import { inRepeatedTransaction } from '../../../platform/db/repeat.ts';
import type { MediaType } from '../../../platform/files/media.ts';
import type { Id } from '../../../platform/ids.ts';
import type { Job, JobCtx } from '../../../platform/jobs/job.ts';
import { refreshWords } from './document.store.ts';
import type { TextTask } from './text.child.ts';

const longestSeconds = 60;
/** Of one file: a page holds some 3,000 letters. */
const mostLetters = 2_000_000;
/** Beside the reader itself, some 80. */
const mostMegabytes = 400;
const entry = fileURLToPath(new URL('text.child.ts', import.meta.url));

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

/** @throws where it takes too long, too much memory, or cannot be read. */
export async function textOf(task: TextTask, { megabytes = mostMegabytes } = {}): Promise<string> {
  const child = fork(entry, { serialization: 'advanced', env: {}, execArgv: ['--max-old-space-size=192'], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const timer = setTimeout(() => reject(new Error('took too long')), longestSeconds * 1000);
  const watch = setInterval(() => { if ((residentMegabytes(child.pid) ?? 0) > megabytes) reject(new Error('took too much memory')); }, 50);
  child.once('message', (text) => resolve(String(text))).once('error', reject).once('exit', () => reject(new Error('ended without a word')));
  child.send(task, (error) => { if (error) reject(error); });
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
    child.kill('SIGKILL');
  }
}

/** What a page unpacks to lies outside the heap that an option bounds; only Linux tells how much it is, elsewhere time alone is the bound. */
function residentMegabytes(pid: number | undefined): number | undefined {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return (pages * 4096) / 1024 / 1024;
  } catch {
    return undefined;
  }
}
