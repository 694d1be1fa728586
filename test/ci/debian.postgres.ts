/** A PostgreSQL 15 as Debian ships it, on a socket in a folder of its own, gone afterwards. */
import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installPackage } from './run.ts';

export interface DebianPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

const programs = '/usr/lib/postgresql/15/bin';
const execute = promisify(execFile);

/** Or why there is none. */
export async function startDebianPostgres(): Promise<DebianPostgres | string> {
  if (!existsSync(join(programs, 'postgres')) && !installPackage('postgresql-15')) {
    return 'no PostgreSQL 15 at /usr/lib/postgresql/15 (Debian 12: sudo apt-get install postgresql-15)';
  }
  const folder = await mkdtemp(join(tmpdir(), 'satcoso-pg15-'));
  const data = join(folder, 'data');
  await chmod(folder, 0o700);
  const { as, give } = unprivileged();
  give(folder);
  await as([join(programs, 'initdb'), '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']);
  const settings = `-c listen_addresses='' -c unix_socket_directories='${folder}' -c fsync=off -c max_connections=200 -c jit=off`;
  await as([join(programs, 'pg_ctl'), '-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start']);
  return {
    url: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`,
    stop: async () => {
      await as([join(programs, 'pg_ctl'), '-D', data, '-w', '-m', 'immediate', 'stop']);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root; the package brings the user postgres. */
function unprivileged(): { as: (words: readonly string[]) => Promise<unknown>; give: (folder: string) => void } {
  const isRoot = process.getuid?.() === 0;
  const before = isRoot ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups'] : [];
  return {
    as: (words) => {
      const [program, ...rest] = [...before, ...words];
      return execute(program!, rest, { cwd: '/' });
    },
    give: (folder) => void (isRoot && spawnSync('chown', ['postgres:postgres', folder])),
  };
}
