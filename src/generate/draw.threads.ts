/**
 * People are drawn by several threads at once. Each takes whole provinces, the largest first: what a province gets
 * depends on its own streams of chance only, so the rows are the same for any number of threads. The threads make the
 * text of the rows; one loader writes all of it, as only the transaction that emptied a table may write it frozen.
 */
import { Worker } from 'node:worker_threads';
import type { Keys } from '../platform/crypto/keys.ts';
import type { DayNumber } from './day.numbers.ts';
import type { Piece } from './row.text.ts';
import type { Country } from './structure.ts';

/** What every thread knows from the beginning. */
export interface ThreadStart {
  readonly country: Country;
  readonly seed: string;
  readonly keys: Keys;
  readonly until: DayNumber;
  readonly isReorganised: boolean;
}

/** To a thread: draw the province of this index, or: a piece of yours was taken. */
export type ThreadOrder = { readonly draw: number } | 'taken';

/** From a thread: it has nothing to do, has drawn so many cells more, or has rows. */
export type ThreadReport = 'idle' | { readonly cells: number } | { readonly piece: Piece<Uint8Array<ArrayBuffer>> };

/** Where the rows of all threads go. */
export interface PieceSink {
  readonly failed: Promise<never>;
  take(piece: Piece<Uint8Array>): Promise<void>;
}

interface Drawing {
  readonly sink: PieceSink;
  readonly threads: number;
  readonly start: ThreadStart;
  readonly onCells: (count: number) => void;
}

const entry = new URL('draw.thread.ts', import.meta.url);

export async function drawInThreads({ sink, threads, start, onCells }: Drawing): Promise<void> {
  const { provinces } = start.country;
  const waiting = [...provinces.keys()].toSorted((a, b) => provinces[b]!.cells.length - provinces[a]!.cells.length);
  const workers = Array.from({ length: Math.min(threads, waiting.length) }, () => new Worker(entry, { workerData: start }));
  try {
    await Promise.race([sink.failed, Promise.all(workers.map((worker) => serve(worker, { sink, waiting, onCells })))]);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Until no province is left for it. */
function serve(worker: Worker, { sink, waiting, onCells }: Pick<Drawing, 'sink' | 'onCells'> & { waiting: number[] }): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const order = (given: ThreadOrder) => worker.postMessage(given);
  worker.on('error', reject);
  worker.on('exit', (code) => reject(new Error(`a thread that draws people ended early with code ${code}`)));
  worker.on('message', (report: ThreadReport) => {
    if (report === 'idle') {
      const draw = waiting.shift();
      if (draw === undefined) resolve();
      else order({ draw });
    } else if ('cells' in report) onCells(report.cells);
    else sink.take(report.piece).then(() => order('taken'), reject);
  });
  return promise;
}
