/**
 * COPY … TO STDOUT and COPY … FROM STDIN on a `pg` client, streaming with backpressure both ways. pg speaks
 * the messages but leaves their handling to the submitted object; `CopyConnection` names the three sending
 * methods that its type declarations leave out.
 */
import { Readable } from 'node:stream';
import type { ClientBase, Connection } from 'pg';

export interface CopyOut {
  /** Rows in COPY's text format, in blocks that may split a row. */
  readonly stream: Readable;
  readonly rowCount: () => number;
}

interface CopyConnection extends Connection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}

const BLOCK = 64 * 1024;

export function copyOut(client: ClientBase, sql: string): CopyOut {
  assertCopy(sql);
  const blocks = new BlockCollector();
  let rows = 0;
  let source: Connection | undefined;
  const stream = new Readable({
    highWaterMark: 4 * BLOCK,
    read: () => { source?.stream.resume(); },
    // The rest is still sent by the server: it is read and dropped, so that the client stays usable.
    destroy: (error, done) => { source?.stream.resume(); done(error); },
  });
  const push = (block: Buffer): void => {
    if (!stream.destroyed && !stream.push(block)) source?.stream.pause();
  };
  client.query({
    submit: (connection: Connection) => { source = connection; connection.query(sql); },
    handleCopyData: ({ chunk }: { chunk: Buffer }) => blocks.add(chunk, push),
    handleCopyInResponse: (connection: CopyConnection) => connection.sendCopyFail('COPY TO STDOUT expected'),
    handleCommandComplete: ({ text }: { text: string }) => { rows = rowsOf(text); },
    handleError: (error: Error) => { source = undefined; stream.destroy(error); },
    handleReadyForQuery: () => {
      blocks.flush(push);
      source?.stream.resume();
      source = undefined;
      if (!stream.destroyed) stream.push(null);
    },
  });
  return { stream, rowCount: () => rows };
}

/** Feeds `rows` (text format unless `sql` says otherwise) and answers with the number of rows written. */
export function copyIn(client: ClientBase, sql: string, rows: AsyncIterable<Buffer | string>): Promise<number> {
  assertCopy(sql);
  return new Promise((done, fail) => {
    let written = 0;
    const state: Feeding = { isOver: false };
    client.query({
      submit: (connection: Connection) => { connection.query(sql); },
      handleCopyInResponse: (connection: CopyConnection) => { void feed(connection, rows, state); },
      handleCommandComplete: ({ text }: { text: string }) => { written = rowsOf(text); },
      handleError: (error: Error) => { state.isOver = true; fail(state.failure ?? error); },
      handleReadyForQuery: () => { state.isOver = true; done(written); },
    });
  });
}

/** One line of COPY's text format; null is a database null. */
export function copyRow(values: readonly (string | null)[]): string {
  return `${values.map((value) => (value === null ? '\\N' : escapeText(value))).join('\t')}\n`;
}

interface Feeding {
  isOver: boolean;
  failure?: Error;
}

async function feed(connection: CopyConnection, rows: AsyncIterable<Buffer | string>, state: Feeding): Promise<void> {
  try {
    for await (const chunk of rows) {
      if (state.isOver) return;
      connection.sendCopyFromChunk(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
      if (connection.stream.writableNeedDrain) await drained(connection);
    }
    if (!state.isOver) connection.endCopyFrom();
  } catch (error) {
    state.failure = error instanceof Error ? error : new Error(String(error));
    if (!state.isOver) connection.sendCopyFail('the source of the rows failed');
  }
}

function drained({ stream }: CopyConnection): Promise<void> {
  return new Promise((done) => {
    const settle = (): void => {
      stream.off('drain', settle);
      stream.off('close', settle);
      done();
    };
    stream.once('drain', settle);
    stream.once('close', settle);
  });
}

/** pg re-uses the memory of a message once its handler returns, so rows are copied, many into one block. */
class BlockCollector {
  #block = Buffer.allocUnsafeSlow(BLOCK);
  #used = 0;

  add(chunk: Buffer, push: (block: Buffer) => void): void {
    if (this.#used + chunk.length > BLOCK) this.flush(push);
    if (chunk.length > BLOCK) return push(Buffer.from(chunk));
    this.#used += chunk.copy(this.#block, this.#used);
  }

  flush(push: (block: Buffer) => void): void {
    if (this.#used === 0) return;
    push(this.#block.subarray(0, this.#used));
    this.#block = Buffer.allocUnsafeSlow(BLOCK);
    this.#used = 0;
  }
}

function escapeText(value: string): string {
  return value.replace(/[\\\t\n\r]/g, (sign) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[sign] ?? sign);
}

function rowsOf(commandTag: string): number {
  return Number(/^COPY (\d+)/.exec(commandTag)?.[1] ?? 0);
}

/** Any other statement would answer with messages that nobody here listens to. */
function assertCopy(sql: string): void {
  if (!/^\s*copy\s/i.test(sql)) throw new TypeError('A COPY statement is expected.');
}
