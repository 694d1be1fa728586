/**
 * The data directory: what lies where, who owns it, the first start (initdb beside, then one rename, so a
 * half-made cluster is never taken for a real one) and the check of the major version.
 */
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync, chownSync, closeSync, existsSync, fsyncSync, lstatSync, mkdirSync, openSync, readFileSync, readdirSync,
  realpathSync, renameSync, rmSync, statSync, writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { program, type Binaries } from './binaries.ts';
import { PostgresProblem } from './postgres.problem.ts';
import { assertReachable, serviceUser, type ServiceUser } from './service.user.ts';

export interface DataDirectory {
  readonly dataDir: string;
  readonly cluster: string;
  readonly logDir: string;
  readonly user: ServiceUser;
}

/** Linux allows 107 bytes in the path of a socket, macOS 103. */
const SOCKET_PATH_LIMIT = 103;
const OUR_ENTRIES = /^(cluster(\.new-.*)?|log|run|native-.*|lock\.sqlite.*|holder\.pid|database\.secret)$/;

export function prepareDataDirectory(given: string): DataDirectory {
  const wanted = resolve(given);
  try {
    openWay(mkdirSync(wanted, { recursive: true }), wanted);
    const dataDir = realpathSync(wanted);
    assertOurs(dataDir);
    const user = serviceUser(join(dataDir, 'cluster'));
    own(dataDir, user);
    assertReachable(dataDir, user);
    ownedDirectory(join(dataDir, 'log'), user);
    return { dataDir, cluster: join(dataDir, 'cluster'), logDir: join(dataDir, 'log'), user };
  } catch (error) {
    if (error instanceof PostgresProblem) throw error;
    throw new PostgresProblem('data_dir_not_writable', { dataDir: wanted, reason: (error as Error).message });
  }
}

/** The superuser's password; made before the cluster so that no cluster exists without it. */
export async function ensureCluster(dir: DataDirectory, binaries: Binaries): Promise<string> {
  const file = join(dir.dataDir, 'database.secret');
  removeHalfMade(dir.dataDir);
  if (!existsSync(dir.cluster)) {
    writeSecret(file, dir.user);
    await createCluster(dir, { binaries, passwordFile: file });
  }
  assertVersion(dir.cluster, binaries);
  if (!existsSync(file)) throw new PostgresProblem('secret_missing', { file });
  return readFileSync(file, 'utf8').trim();
}

/** `run` beside the data, or, where that path is too long for a socket, a private directory with a short one. */
export function socketDirectory(dir: DataDirectory): string {
  const beside = join(dir.dataDir, 'run');
  const socketDir = fits(beside) ? beside : shortDirectory(dir);
  ownedDirectory(socketDir, dir.user);
  const found = lstatSync(socketDir);
  const owner = dir.user.stepDown?.uid ?? process.getuid?.() ?? found.uid;
  const isPrivate = process.platform === 'win32' || (found.mode & 0o077) === 0;
  if (!found.isDirectory() || found.uid !== owner || !isPrivate) throw new PostgresProblem('socket_dir_taken', { dir: socketDir });
  return socketDir;
}

/** Folders that root just made above the data directory, under a strict umask, would shut the service user out. */
function openWay(firstMade: string | undefined, wanted: string): void {
  if (firstMade === undefined || process.getuid?.() !== 0) return;
  for (let made = dirname(wanted); made.startsWith(firstMade); made = dirname(made)) chmodSync(made, 0o711);
}

function assertOurs(dataDir: string): void {
  const found = readdirSync(dataDir).find((name) => !OUR_ENTRIES.test(name));
  if (found) throw new PostgresProblem('data_dir_not_ours', { dataDir, found });
}

function own(path: string, user: ServiceUser): void {
  if (user.stepDown) chownSync(path, user.stepDown.uid, user.stepDown.gid);
  if (statSync(path).uid === process.getuid?.() || user.stepDown) chmodSync(path, 0o700);
}

function ownedDirectory(path: string, user: ServiceUser): void {
  if (existsSync(path)) return;
  mkdirSync(path, { mode: 0o700 });
  own(path, user);
}

/** An initdb that outlived its parent for a second may still be writing there: then a later start removes it. */
function removeHalfMade(dataDir: string): void {
  for (const name of readdirSync(dataDir).filter((entry) => entry.startsWith('cluster.new-'))) {
    try {
      rmSync(join(dataDir, name), { recursive: true, force: true });
    } catch {
      // In nobody's way: each initdb works under a name of its own.
    }
  }
}

function writeSecret(file: string, user: ServiceUser): void {
  writeFileSync(file, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (user.stepDown) chownSync(file, user.stepDown.uid, user.stepDown.gid);
}

async function createCluster(dir: DataDirectory, from: { binaries: Binaries; passwordFile: string }): Promise<void> {
  // A name of its own: an initdb whose parent was killed may still be writing to an earlier one.
  const half = join(dir.dataDir, `cluster.new-${process.pid}-${randomBytes(4).toString('hex')}`);
  ownedDirectory(half, dir.user);
  const failure = await runInitdb(half, { ...from, user: dir.user });
  if (failure) {
    rmSync(half, { recursive: true, force: true });
    throw new PostgresProblem('initdb_failed', { dataDir: dir.dataDir, reason: failure });
  }
  renameSync(half, dir.cluster);
  if (process.platform !== 'win32') syncDirectory(dir.dataDir);
}

/**
 * Builtin C.UTF-8: the same order of bytes on every machine and for ever, so no index breaks when a library
 * is updated; Vietnamese order is asked for where it is wanted, with the ICU collation "vi-x-icu".
 */
function runInitdb(half: string, from: { binaries: Binaries; passwordFile: string; user: ServiceUser }): Promise<string | undefined> {
  const args = [
    '-D', half, '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8',
    '--auth=scram-sha-256', `--pwfile=${from.passwordFile}`, '--data-checksums', '--no-instructions',
  ];
  return new Promise((done) => {
    const initdb = spawn(program(from.binaries, 'initdb'), args, {
      ...from.user.stepDown, cwd: '/', env: plainEnvironment(), stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    initdb.stderr.on('data', (chunk: Buffer) => { said = (said + chunk.toString()).slice(-2000); });
    initdb.once('error', (error) => done(error.message));
    initdb.once('close', (status) => done(status === 0 ? undefined : said.trim() || `status ${status}`));
  });
}

/** Nothing of our own environment (PGPORT, secrets …) reaches the server. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env;
  return { PATH: PATH ?? '/usr/bin:/bin', LC_ALL: 'C', ...(SystemRoot ? { SystemRoot } : {}), ...(TEMP ? { TEMP } : {}) };
}

function assertVersion(cluster: string, binaries: Binaries): void {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (found !== binaries.major) throw new PostgresProblem('other_version', { dataDir: cluster, found, shipped: binaries.major });
}

function fits(socketDir: string): boolean {
  return Buffer.byteLength(join(socketDir, '.s.PGSQL.5432')) <= SOCKET_PATH_LIMIT;
}

function shortDirectory({ dataDir, user }: DataDirectory): string {
  const uid = user.stepDown?.uid ?? process.getuid?.() ?? 0;
  const runtime = process.env['XDG_RUNTIME_DIR'];
  const isOurs = runtime && existsSync(runtime) && statSync(runtime).uid === uid;
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  return join(isOurs ? runtime : tmpdir(), `satcoso-${uid}-${hash}`);
}

function syncDirectory(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
