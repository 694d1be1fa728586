import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { findBinaries } from '../binaries.ts';
import type { PostgresProblem } from '../postgres.problem.ts';
import { startPostgres } from '../supervisor.ts';
import type { RunningPostgres, StartOptions } from '../running.ts';
import { isGone, lineWith, serve, temporaryDirectory, until, type Served } from './served.ts';

const LONG = 180_000;
let home: ReturnType<typeof temporaryDirectory>;
/** A data directory that was started and stopped once: initdb takes longer than most tests. */
let made: ReturnType<typeof temporaryDirectory>;
let started: (Served | RunningPostgres)[];

beforeAll(async () => {
  made = openDirectory();
  await (await startPostgres({ dataDir: join(made.path, 'data') })).stop();
}, LONG);

afterAll(() => made.remove());

beforeEach(() => {
  home = openDirectory();
  started = [];
});

afterEach(async () => {
  for (const one of started) {
    if ('stop' in one) await one.stop();
    else if (one.process.exitCode === null && one.process.signalCode === null) {
      one.process.kill('SIGKILL');
      await one.exited;
    }
  }
  const pid = serverPidIn(dataDir());
  if (pid !== undefined) await until(() => isGone(pid), 20_000);
  home.remove();
}, LONG);

test('the first start makes a database, the second finds what was written', async () => {
  const first = await start();
  await query(first.url, "CREATE TABLE t (x text); INSERT INTO t VALUES ('Thôn Đông')");
  await first.stop();
  expect(isGone(first.pid)).toBe(true);
  const second = await start();
  expect(await query(second.url, 'SELECT x FROM t')).toEqual([{ x: 'Thôn Đông' }]);
}, LONG);

test('it keeps what is committed, speaks to nobody outside and logs no values', async () => {
  const running = await start({ settings: { fsync: 'off', shared_buffers: '24MB' } });
  const settings = await query(running.url, `SELECT name, setting FROM pg_settings WHERE name IN
    ('fsync', 'full_page_writes', 'synchronous_commit', 'listen_addresses', 'log_statement', 'server_encoding', 'data_checksums')
    ORDER BY name`);
  expect(settings.map((row) => row['setting'])).toEqual(['on', 'on', 'on', '', 'none', 'UTF8', 'on']);
  expect(await query(running.url, `SELECT lower('ĐẢNG ỦY') AS l, 'Ấp' < 'Bản' COLLATE "vi-x-icu" AS o`)).toEqual([{ l: 'đảng ủy', o: true }]);
  await expect(query(running.url, "SELECT 'Nguyễn Bí Mật'::int")).rejects.toThrow('invalid input');
  expect(readLogs(dataDir())).not.toContain('Nguyễn');
  expect(statSync(running.socketDir).mode & 0o077).toBe(0);
  expect(statSync(join(dataDir(), 'database.secret')).mode & 0o077).toBe(0);
}, LONG);

test('after kill -9 of the parent the server stops by itself, the next start is clean and no committed row is lost (3 rounds)', async () => {
  startedBefore();
  for (let round = 0; round < 3; round++) {
    const served = await serveIn('writing');
    const pid = await lineWith(served, 'pid');
    expect(await until(() => committed(served).length >= 20, 30_000)).toBe(true);
    served.process.kill('SIGKILL');
    await served.exited;
    expect(await until(() => isGone(pid), 2000)).toBe(true);
    const next = await start();
    expect(await missingOf(next.url, served)).toEqual([]);
    await next.stop();
  }
}, LONG);

test('after kill -9 of everything at once, the watcher too, nothing committed is lost (3 rounds)', async () => {
  startedBefore();
  for (let round = 0; round < 3; round++) {
    const served = await serveIn('writing');
    const pid = await lineWith(served, 'pid');
    expect(await until(() => committed(served).length >= 20, 30_000)).toBe(true);
    // Its session holds the server and its watcher; backends notice the server's death themselves.
    process.kill(-pid, 'SIGKILL');
    served.process.kill('SIGKILL');
    await served.exited;
    const next = await start();
    expect(await missingOf(next.url, served)).toEqual([]);
    await next.stop();
  }
}, LONG);

test.runIf(process.platform === 'linux')('each of the two lines stops the server alone: the pipe without setpriv, the kernel without the watcher', async () => {
  startedBefore();
  const bin = join(home.path, 'bin');
  mkdirSync(bin, { mode: 0o755 });
  symlinkSync(execFileSync('/bin/sh', ['-c', 'command -v id'], { encoding: 'utf8' }).trim(), join(bin, 'id'));
  const piped = serve(dataDir(), 'idle', { PATH: bin });
  started.push(piped);
  const first = await lineWith(piped, 'pid');
  expect(watchersOf(first)).toHaveLength(1);
  piped.process.kill('SIGKILL');
  expect(await until(() => isGone(first), 2000)).toBe(true);
  const signalled = await serveIn('idle');
  const second = await lineWith(signalled, 'pid');
  for (const watcher of watchersOf(second)) process.kill(watcher, 'SIGKILL');
  expect(await until(() => watchersOf(second).length === 0, 2000)).toBe(true);
  signalled.process.kill('SIGKILL');
  expect(await until(() => isGone(second), 2000)).toBe(true);
}, LONG);

test.runIf(process.platform === 'linux')('after an ordinary stop no watcher is left', async () => {
  startedBefore();
  const running = await start();
  expect(watchersOf(running.pid)).toHaveLength(1);
  await running.stop();
  expect(await until(() => watchersOf(running.pid).length === 0, 2000)).toBe(true);
}, LONG);

test('an orphaned server, both of its keepers gone, is stopped by the next start', async () => {
  startedBefore();
  const first = await start();
  await first.stop();
  const alone = await startUnkept();
  const next = await start();
  expect(isGone(alone)).toBe(true);
  expect(next.pid).not.toBe(alone);
}, LONG);

test.each([
  ['a process that is gone', () => 2 ** 22 - 7],
  ['a foreign process', () => process.pid],
])('a lock file that names %s is not in the way', async (_name, pid) => {
  startedBefore();
  const first = await start();
  await first.stop();
  writeAs(join(dataDir(), 'cluster', 'postmaster.pid'), `${pid()}\n${join(dataDir(), 'cluster')}\n1\n5432\n${first.socketDir}\n\n`);
  writeAs(join(first.socketDir, '.s.PGSQL.5432.lock'), `${pid()}\n`);
  const second = await start();
  expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
}, LONG);

test('a foreign process of the same user named in the lock file stays unharmed and is not in the way', async () => {
  startedBefore();
  const first = await start();
  await first.stop();
  const owner = statSync(join(dataDir(), 'cluster'));
  const foreign = spawn('sleep', ['60'], process.getuid?.() === 0 ? { uid: owner.uid, gid: owner.gid, cwd: '/' } : {});
  writeAs(join(dataDir(), 'cluster', 'postmaster.pid'), `${foreign.pid}\n${join(dataDir(), 'cluster')}\n1\n5432\n${first.socketDir}\n\n`);
  await start();
  expect(isGone(foreign.pid ?? -1)).toBe(false);
  foreign.kill();
}, LONG);

test('a second starter is told which process serves the directory, and harms nothing', async () => {
  startedBefore();
  const served = await serveIn('idle');
  await lineWith(served, 'url');
  await expect(startPostgres({ dataDir: dataDir() })).rejects.toMatchObject({
    code: 'already_served', params: { pid: String(served.process.pid) },
  });
  await expect(startPostgres({ dataDir: dataDir() })).rejects.toThrow(`Process ${served.process.pid} is already serving`);
  expect(await query(await lineWith(served, 'url'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
}, LONG);

test('of two starters at the same moment exactly one serves', async () => {
  const both = [await serveIn('idle'), await serveIn('idle')];
  await Promise.all(both.map((one) => until(() => one.lines.length > 0, 60_000)));
  const said = both.map((one) => one.lines[0]?.problem ?? 'serves').sort();
  expect(said).toEqual(['already_served', 'serves']);
}, LONG);

test('a start that was killed half-way through initdb leaves nothing in the way', async () => {
  const served = await serveIn('idle');
  expect(await until(() => existsSync(dataDir()) && readdirSync(dataDir()).some((name) => name.startsWith('cluster.new-')), 30_000)).toBe(true);
  served.process.kill('SIGKILL');
  await served.exited;
  const next = await start();
  expect(await query(next.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await next.stop();
  const isInitdbRunning = (): boolean => execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).includes(join(dataDir(), 'cluster.new-'));
  expect(await until(() => !isInitdbRunning(), 60_000)).toBe(true);
  const third = await start();
  expect(await query(third.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(readdirSync(dataDir()).filter((name) => name.startsWith('cluster.new-'))).toEqual([]);
}, LONG);

test('the caller hears when the server dies while it is wanted, and not when it is stopped', async () => {
  startedBefore();
  const heard: PostgresProblem[] = [];
  const running = await start({ onExit: (problem) => heard.push(problem) });
  process.kill(running.pid, 'SIGKILL');
  expect(await until(() => heard.length === 1, 10_000)).toBe(true);
  expect(heard[0]?.sentence('vi')).toContain('PostgreSQL đã dừng ngoài ý muốn (SIGKILL)');
  const again = await start({ onExit: (problem) => heard.push(problem) });
  await again.stop();
  expect(heard).toHaveLength(1);
}, LONG);

test('a data directory with a very long path works, through a private directory for the socket', async () => {
  const long = join(dataDir(), 'a'.repeat(120), 'b'.repeat(60));
  const running = await start({ dataDir: long });
  expect(Buffer.byteLength(running.socketDir)).toBeLessThan(91);
  expect(await query(running.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
}, LONG);

test('data of another major version are refused in words', async () => {
  startedBefore();
  const running = await start();
  await running.stop();
  writeFileSync(join(dataDir(), 'cluster', 'PG_VERSION'), '15\n');
  await expect(startPostgres({ dataDir: dataDir() })).rejects.toMatchObject({ code: 'other_version', params: { found: '15' } });
  writeFileSync(join(dataDir(), 'cluster', 'PG_VERSION'), '18\n');
}, LONG);

test('a directory that holds something else is left alone', async () => {
  mkdirSync(dataDir());
  writeFileSync(join(dataDir(), 'thesis.docx'), 'x');
  await expect(startPostgres({ dataDir: dataDir() })).rejects.toMatchObject({ code: 'data_dir_not_ours' });
  expect(readdirSync(dataDir())).toEqual(['thesis.docx']);
});

test.runIf(process.getuid?.() === 0)('as root, a place that the service user may not enter is named', async () => {
  const closed = join(home.path, 'closed');
  mkdirSync(closed, { mode: 0o700 });
  await expect(startPostgres({ dataDir: join(closed, 'data') })).rejects.toMatchObject({
    code: 'data_dir_unreachable', params: { blocked: closed },
  });
});

test('a platform without a package is sent to DATABASE_URL', () => {
  expect(() => findBinaries('sunos', 'sparc')).toThrow('Set DATABASE_URL');
});

function openDirectory(): ReturnType<typeof temporaryDirectory> {
  const directory = temporaryDirectory();
  // As root the service user must be able to walk in.
  if (process.getuid?.() === 0) chmodSync(directory.path, 0o711);
  return directory;
}

/** The test is not about the first start: the data directory is there. */
function startedBefore(): void {
  execFileSync('cp', ['-Rp', join(made.path, 'data'), dataDir()]);
}

async function start(options: Partial<StartOptions> = {}): Promise<RunningPostgres> {
  const running = await startPostgres({ dataDir: dataDir(), settings: { shared_buffers: '32MB' }, ...options });
  started.push(running);
  return running;
}

async function serveIn(mode: 'idle' | 'writing'): Promise<Served> {
  const served = serve(dataDir(), mode);
  started.push(served);
  return served;
}

/** A server on the cluster that nobody keeps, as it would stand after its parent and its watcher were killed. */
async function startUnkept(): Promise<number> {
  const cluster = join(dataDir(), 'cluster');
  const owner = statSync(cluster);
  const identity = process.getuid?.() === 0 ? { uid: owner.uid, gid: owner.gid } : {};
  const server = spawn(join(nativeOf(), 'bin', 'postgres'), ['-D', cluster, '-c', 'listen_addresses=', '-c', `unix_socket_directories=${join(dataDir(), 'run')}`],
    { ...identity, cwd: '/', stdio: 'ignore', detached: true, env: { LC_ALL: 'C' } });
  const pid = server.pid ?? -1;
  expect(await until(() => serverPidIn(dataDir()) === pid, 20_000)).toBe(true);
  return pid;
}

function dataDir(): string {
  return join(home.path, 'data');
}

function nativeOf(): string {
  return findBinaries().native;
}

function serverPidIn(dir: string): number | undefined {
  const file = join(dir, 'cluster', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

function committed(served: Served): number[] {
  return served.lines.flatMap((line) => line.committed ?? []);
}

/** Every id that was printed after its commit must be there; answers with those that are not. */
async function missingOf(url: string, served: Served): Promise<unknown[]> {
  return query(url, 'SELECT id FROM unnest($1::bigint[]) AS printed(id) EXCEPT SELECT id FROM marks', [committed(served)]);
}

/** Shells in the server's session: it leads the session that its watcher belongs to. */
function watchersOf(session: number): number[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const [state, , , of] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return state !== 'Z' && Number(of) === session && pid !== session && stat.includes('(sh)');
    } catch {
      return false;
    }
  });
}

function writeAs(file: string, text: string): void {
  writeFileSync(file, text);
  const { uid, gid } = statSync(join(dataDir(), 'cluster'));
  if (process.getuid?.() === 0) chownSync(file, uid, gid);
}

function readLogs(dir: string): string {
  return readdirSync(join(dir, 'log')).map((name) => readFileSync(join(dir, 'log', name), 'utf8')).join('');
}

async function query(url: string, sql: string, values?: unknown[]): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const result = await client.query<Record<string, unknown>>(values ? { text: sql, values } : sql);
    return result.rows;
  } finally {
    await client.end();
  }
}
