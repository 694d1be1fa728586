/** Runs a program with its words on our own output, and answers its exit code. */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

export function one(isPassed: boolean): Count {
  return isPassed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

export function run([program, ...words]: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(program!, words, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...environment } });
    child.once('error', fail);
    child.once('exit', (code) => done(code ?? 1));
  });
}

/** Debian's packages, where we may install them. Answers whether that worked. */
export function installPackage(name: string): boolean {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false;
  process.stdout.write(`installing ${name} by apt-get\n`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => spawnSync('apt-get', ['install', '-y', '--no-install-recommends', name], { env: environment, stdio: 'ignore' }).status === 0;
  return install() || (spawnSync('apt-get', ['update'], { env: environment, stdio: 'ignore' }).status === 0 && install());
}
