/** A PgBouncer in transaction mode before a database of a test, with fewer connections to the server than it has clients. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { serviceUser } from '../../src/platform/postgres/service.user.ts';

export const poolerProgram = '/usr/sbin/pgbouncer';

export interface Login {
  readonly name: string;
  readonly password: string;
}

export interface Pooler {
  urlFor(login: Login): string;
  close(): Promise<void>;
}

export function hasPooler(): boolean {
  return existsSync(poolerProgram);
}

/** From 1.21 on PgBouncer keeps names of statements apart by itself. */
export function poolerKnowsNames(): boolean {
  const [, major, minor] = /(\d+)\.(\d+)/.exec(execFileSync(poolerProgram, ['--version'], { encoding: 'utf8' })) ?? [];
  return Number(major) > 1 || Number(minor) >= 21;
}

export async function startPooler(url: string, logins: readonly Login[]): Promise<Pooler> {
  const folder = await mkdtemp(join(tmpdir(), 'satcoso-pooler-'));
  const port = await freePort();
  const user = serviceUser(folder);
  await writeFile(join(folder, 'users'), logins.map(({ name, password }) => `"${name}" "${password}"\n`).join(''));
  await writeFile(join(folder, 'ini'), `[databases]\npooled = ${serverOf(url)}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${port}\nunix_socket_dir =
auth_type = plain\nauth_file = ${join(folder, 'users')}\npool_mode = transaction\ndefault_pool_size = 2\nmax_client_conn = 100\n`);
  for (const path of [folder, join(folder, 'users'), join(folder, 'ini')]) if (user.stepDown) await chown(path, user.stepDown.uid, user.stepDown.gid);
  await chmod(folder, 0o700);
  const child = spawn(poolerProgram, ['-q', join(folder, 'ini')], { ...user.stepDown, cwd: '/', stdio: 'ignore' });
  const urlFor = ({ name, password }: Login) => `postgres://${name}:${password}@127.0.0.1:${port}/pooled`;
  await untilAnswers(urlFor(logins[0]!));
  return {
    urlFor,
    close: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function serverOf(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url);
  return `host=${searchParams.get('host') ?? hostname} port=${searchParams.get('port') ?? (port || '5432')} dbname=${decodeURIComponent(pathname.slice(1))}`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function untilAnswers(url: string): Promise<void> {
  for (const end = Date.now() + 10_000; ; await sleep(50)) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    const fault: unknown = await client.connect().then(() => undefined, (error: unknown) => error);
    await client.end().catch(() => {});
    if (fault === undefined) return;
    if (Date.now() > end) throw fault;
  }
}
