/** The server as a user starts it, with the sample, on a data folder of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the server answers, without a slash at the end. */
    site: string;
    /** Of every account of the sample. */
    samplePassword: string;
  }
}

const root = join(import.meta.dirname, '../..');
const patience = 150_000;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'satcoso-journeys-'));
  // Where we are root the database runs as another user, who must get in.
  await chmod(folder, 0o711);
  const data = join(folder, 'data');
  const port = await freePort();
  const server = start(data, port);
  try {
    await untilSaid(server, 'localhost:');
    project.provide('site', `http://localhost:${port}`);
    project.provide('samplePassword', (await readFile(join(data, 'sample.password'), 'utf8')).trim());
  } catch (error) {
    await stop(server, folder);
    throw error;
  }
  return () => stop(server, folder);
}

function start(data: string, port: number): ChildProcess {
  const { DATABASE_URL: _elsewhere, ...environment } = process.env;
  return spawn(process.execPath, [join(root, 'src/cli.ts'), 'start', '--lang', 'en'], {
    cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env: { ...environment, SATCOSO_DATA: data, PORT: String(port), HOST: '127.0.0.1', NODE_ENV: 'production' },
  });
}

/** The address is the last thing that is said, once everything is ready. */
async function untilSaid(server: ChildProcess, words: string): Promise<void> {
  let said = '';
  server.stdout?.on('data', (chunk: Buffer) => { said += chunk.toString(); });
  for (const end = Date.now() + patience; Date.now() < end; await sleep(100)) {
    if (said.includes(words)) return;
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}: ${said}`);
  }
  throw new Error(`the server was not ready within ${patience / 1000} s: ${said}`);
}

async function stop(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null) {
    const gone = new Promise((done) => server.once('exit', done));
    server.kill('SIGTERM');
    await gone;
  }
  await rm(folder, { recursive: true, force: true });
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? done(address.port) : fail(new Error('no port'))));
    });
  });
}
