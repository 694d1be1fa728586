/** Drives `serve.child.ts` for the tests and cleans up whatever a test leaves running. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { processState } from '../process.state.ts';

export interface Line {
  readonly pid?: number;
  readonly url?: string;
  readonly committed?: number;
  readonly problem?: string;
  readonly message?: string;
  readonly error?: string;
}

export interface Served {
  readonly process: ChildProcess;
  readonly lines: Line[];
  readonly exited: Promise<number | null>;
}

const script = fileURLToPath(new URL('./serve.child.ts', import.meta.url));

export function temporaryDirectory(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'pg-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export function serve(dataDir: string, mode: 'idle' | 'writing', environment: NodeJS.ProcessEnv = process.env): Served {
  const child = spawn(process.execPath, [script, dataDir, mode], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: Line[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(JSON.parse(line) as Line));
  return { process: child, lines, exited: new Promise((done) => { child.once('close', (code) => done(code)); }) };
}

export async function lineWith<Key extends keyof Line>(served: Served, key: Key): Promise<NonNullable<Line[Key]>> {
  const isThere = await until(() => served.lines.some((line) => line[key] !== undefined), 60_000);
  const value = served.lines.find((line) => line[key] !== undefined)?.[key];
  if (!isThere || value === undefined) throw new Error(`no line with ${key}: ${JSON.stringify(served.lines.slice(0, 5))}`);
  return value;
}

export function isGone(pid: number): boolean {
  return processState(pid).kind !== 'alive';
}

export async function until(isSo: () => boolean, milliseconds: number): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await sleep(10)) if (isSo()) return true;
  return isSo();
}
