/** Which SQL the server really sends for a request, found by asking a server of its own that writes it down. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Installation } from './installation.ts';
import { ask, type Read } from './load.ts';
import { startServer } from './server.ts';

export interface Statement {
  readonly text: string;
  readonly values: readonly (string | null)[];
}

export interface Capture {
  /** The statements of each request, in order; reads only. */
  statementsOf(reads: readonly Read[]): Promise<readonly (readonly Statement[])[]>;
  close(): Promise<void>;
}

const preload = pathToFileURL(join(import.meta.dirname, 'capture.preload.ts')).href;

export async function openCapture(installation: Installation): Promise<Capture> {
  const folder = await mkdtemp(join(tmpdir(), 'satcoso-bench-sql-'));
  const file = join(folder, 'statements.jsonl');
  await writeFile(file, '', { mode: 0o600 });
  const server = await startServer({ environment: { ...installation.environment, BENCH_CAPTURE: file, SATCOSO_PROCESSES: '1' }, node: ['--import', preload] });
  const statementsOf = async (reads: readonly Read[]) => {
    await writeFile(file, '');
    for (const [at, { path, caller }] of reads.entries()) {
      const options = caller ? { caller } : {};
      await ask(server.origin, path, options); // the first time may do more than the next
      const answer = await ask(server.origin, path, { ...options, headers: { 'x-bench': String(at) } });
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${answer.body.slice(0, 200)}`);
    }
    return statementsFrom(await readFile(file, 'utf8'), reads.length);
  };
  const close = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { statementsOf, close };
}

/** Kept in the order in which they were sent; what writes is left out, it could not be sent again and again. */
export function statementsFrom(lines: string, count: number): Statement[][] {
  const found = lines.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Statement & { tag: string });
  return Array.from({ length: count }, (_, at) => found.filter(({ tag, text }) => tag === String(at) && isRead(text)).map(({ text, values }) => ({ text, values })));
}

function isRead(text: string): boolean {
  return /^\s*(with|select|begin|start|commit|set)\b/i.test(text) && !/\b(insert into|delete from|update\s+"?[a-z_]+"?\s+set|nextval|for update|for share|advisory)\b/i.test(text);
}
