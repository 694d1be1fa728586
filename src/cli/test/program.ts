/** The command as a process of its own, with its words and its exit code. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const program = join(import.meta.dirname, '../../cli.ts');
const mostSaid = 32 * 1024 * 1024;

export function runProgram(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<Ended> {
  const env = { PATH: process.env['PATH'], ...environment };
  return new Promise((done) => execFile(process.execPath, [program, ...words], { env, maxBuffer: mostSaid }, (error, out, err) => done({ code: typeof error?.code === 'number' ? error.code : 0, out, err })));
}
