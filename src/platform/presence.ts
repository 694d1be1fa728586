/**
 * A running server says so in its database, whatever machine it runs on: a shared lock on a connection of its own,
 * which the database drops when the server is gone in any way. Commands that must not run beside a server ask for it.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const lockKey = 7_262_002;
const retryAfter = 2000;

/** Answers how to leave. A lost connection is opened again. */
export async function announceServer(url: string): Promise<() => Promise<void>> {
  const leaving = new AbortController();
  let current: Presence | undefined = await take(url);
  void (async () => {
    while (!leaving.signal.aborted) {
      await current?.gone;
      if (!leaving.signal.aborted) await sleep(retryAfter, undefined, { signal: leaving.signal, ref: false }).catch(() => {});
      if (!leaving.signal.aborted) current = await take(url).catch(() => undefined);
    }
  })();
  return async () => {
    leaving.abort();
    await current?.client.end().catch(() => {});
  };
}

export async function isServerRunning(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [lockKey]);
    return rows[0]?.free === false;
  } finally {
    await client.end();
  }
}

interface Presence {
  readonly client: pg.Client;
  readonly gone: Promise<void>;
}

async function take(url: string): Promise<Presence> {
  const client = new pg.Client({ connectionString: url, application_name: 'satcoso-presence', keepAlive: true });
  const { promise: gone, resolve } = Promise.withResolvers<void>();
  client.on('error', () => resolve()).on('end', () => resolve());
  await client.connect();
  await client.query('select pg_advisory_lock_shared($1)', [lockKey]);
  return { client, gone };
}
