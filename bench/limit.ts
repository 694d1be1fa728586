/**
 * The limit of a read: the same SQL with the same values, sent by pgbench in the prepared protocol over connections
 * opened with the server's own options, on the same database in the same run.
 */
import { spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Statement } from './capture.ts';

export interface Script {
  readonly text: string;
  /** Values by the name of the variable. */
  readonly variables: Readonly<Record<string, string>>;
}

/** Most scripts that one pgbench takes. */
const mostScripts = 128;

export function findPgbench(): string | undefined {
  const beside = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'pgbench'));
  return [...beside, ...globSync('/usr/lib/postgresql/*/bin/pgbench').toSorted().toReversed()].find((path) => existsSync(path));
}

/** One script for each request. `at` keeps the variables of several scripts apart. */
export function scriptOf(statements: readonly Statement[], at: number): Script {
  const variables: Record<string, string> = {};
  const texts = statements.map(({ text, values }, statement) => {
    const bare = withoutColonWords(text);
    return bare.replaceAll(/\$(\d+)/g, (_, position: string) => {
      const value = values[Number(position) - 1];
      if (value === null || value === undefined) return 'null';
      const name = `v${at}_${statement}_${position}`;
      variables[name] = value;
      return `:${name}`;
    });
  });
  return { text: texts.map((text) => `${text.trim().replace(/;$/, '')};`).join('\n'), variables };
}

/** pgbench takes `:word` for a variable even inside a text. */
function withoutColonWords(text: string): string {
  const quoted = text.replaceAll(/'[^']*'/g, (literal) => (/:[A-Za-z0-9_]/.test(literal) ? `(${literal.replaceAll(/:(?=[A-Za-z0-9_])/g, ":' || '")})` : literal));
  const left = /(?<!:):[A-Za-z0-9_]+/.exec(quoted);
  if (left) throw new Error(`cannot be sent by pgbench because of ${left[0]}: ${text.slice(0, 200)}`);
  return quoted;
}

/** Where it is sent, and with which options of the connection. */
export interface Database {
  readonly url: string;
  readonly connectionOptions: string;
}

export interface Replay {
  readonly clients: number;
  readonly seconds: number;
}

/** Requests' worth of SQL a second; undefined where there is no pgbench. */
export async function replay({ url, connectionOptions }: Database, requests: readonly (readonly Statement[])[], { clients, seconds }: Replay): Promise<number | undefined> {
  const pgbench = findPgbench();
  const scripts = requests.filter((statements) => statements.length > 0).slice(0, mostScripts).map(scriptOf);
  if (!pgbench || scripts.length === 0) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'satcoso-bench-limit-'));
  try {
    const files = await Promise.all(scripts.map(async ({ text }, at) => {
      const file = join(folder, `${at}.sql`);
      await writeFile(file, `${text}\n`, { mode: 0o600 });
      return file;
    }));
    const variables = scripts.flatMap((script) => Object.entries(script.variables).flatMap(([name, value]) => ['-D', `${name}=${value}`]));
    const common = ['-n', '-M', 'prepared', '-c', String(clients), '-j', String(Math.min(clients, 2)), ...variables, ...files.flatMap((file) => ['-f', file])];
    await run(pgbench, [...common, '-T', '1', url], connectionOptions);
    const said = await run(pgbench, [...common, '-T', String(seconds), url], connectionOptions);
    return transactionsPerSecond(said);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export function transactionsPerSecond(said: string): number {
  const found = /tps = ([\d.]+)/.exec(said)?.[1];
  if (found === undefined) throw new Error(`pgbench said no tps: ${said.slice(-500)}`);
  return Number(found);
}

async function run(program: string, args: readonly string[], options: string): Promise<string> {
  const child = spawn(program, args, { env: { ...process.env, PGOPTIONS: options }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let complained = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => { said += text; });
  child.stderr.setEncoding('utf8').on('data', (text: string) => { complained += text; });
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.once('error', reject).once('close', resolve);
  const status = await promise;
  if (status !== 0) throw new Error(`pgbench ended with ${status}: ${complained.slice(0, 1000)}`);
  return said;
}
