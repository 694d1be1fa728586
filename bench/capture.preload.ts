/**
 * Loaded before the server (node --import) when the bench wants to know which SQL a request sends: writes each
 * statement of requests that carry `x-bench` to the file BENCH_CAPTURE, as text and as the values sent for it.
 * The server that is measured never loads it.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createRequire } from 'node:module';
import pg from 'pg';

const file = process.env['BENCH_CAPTURE'] ?? '';
const requests = new AsyncLocalStorage<string | undefined>();
// The package has no declarations of its inner files.
const { prepareValue } = createRequire(import.meta.url)('pg/lib/utils.js') as { prepareValue(value: unknown): unknown };

subscribe('http.server.request.start', (message) => {
  const { request } = message as { request: IncomingMessage };
  const tag = request.headers['x-bench'];
  requests.enterWith(typeof tag === 'string' ? tag : undefined);
});

const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;

function noted(this: pg.Client, ...args: unknown[]): unknown {
  const tag = requests.getStore();
  if (tag !== undefined) note(tag, args);
  return query.apply(this, args);
}

pg.Client.prototype.query = noted as typeof pg.Client.prototype.query;

function note(tag: string, [first, second]: unknown[]): void {
  const { text, values } = typeof first === 'string' ? { text: first, values: second } : (first as { text?: unknown; values?: unknown });
  if (typeof text !== 'string') return;
  const sent = Array.isArray(values) ? values.map((value) => textOf(prepareValue(value))) : [];
  appendFileSync(file, `${JSON.stringify({ tag, text, values: sent })}\n`);
}

/** As it goes over the wire; bytes in the text form of bytea. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : String(value);
}
