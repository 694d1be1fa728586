/** A thread that draws people of the provinces it is told to; see `draw.threads.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Keys } from '../platform/crypto/keys.ts';
import { nonceStock } from '../platform/crypto/seal.ts';
import type { LoadedTable, RowSink, Value } from './copy.loader.ts';
import type { ThreadOrder, ThreadReport, ThreadStart } from './draw.threads.ts';
import { drawProvince, type Peopling } from './people.ts';
import { RowText, type Piece } from './row.text.ts';

/** Pieces that may be on their way before the thread waits for the database: a few megabytes. */
const mostUntaken = 16;

class ThreadSink implements RowSink {
  readonly #text = new RowText((piece) => this.#send(piece));
  readonly #encoder = new TextEncoder();
  #untaken = 0;
  #resume: (() => void) | undefined;

  write(table: LoadedTable, values: readonly Value[]): void {
    this.#text.write(table, values);
  }

  async breathe(): Promise<void> {
    if (this.#untaken < mostUntaken) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#resume = resolve;
    await promise;
  }

  onTaken(): void {
    this.#untaken -= 1;
    this.#resume?.();
    this.#resume = undefined;
  }

  flush(): void {
    this.#text.flush();
  }

  #send({ table, text, rows }: Piece): void {
    const bytes = this.#encoder.encode(text);
    this.#untaken += 1;
    report({ piece: { table, text: bytes, rows } }, [bytes.buffer]);
  }
}

function report(given: ThreadReport, transfer: ArrayBuffer[] = []): void {
  parentPort!.postMessage(given, transfer);
}

/** Buffers arrive as plain bytes. */
function keysOf({ sealing, hashing }: Keys): Keys {
  return { sealing: sealing.map(({ id, key }) => ({ id, key: Buffer.from(key) })), hashing: Buffer.from(hashing), nonce: nonceStock() };
}

// What `drawInThreads` gives every thread.
const { country, seed, keys, until, isReorganised } = workerData as ThreadStart;
const sink = new ThreadSink();
const peopling: Peopling = { sink, seed, keys: keysOf(keys), until, country, isReorganised, folded: new Map(), onCells: (cells) => report({ cells }) };

parentPort!.on('message', async (order: ThreadOrder) => {
  if (order === 'taken') return sink.onTaken();
  await drawProvince(peopling, country.provinces[order.draw]!);
  sink.flush();
  report('idle');
});
report('idle');
