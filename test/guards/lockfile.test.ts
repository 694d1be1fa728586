/** The lock file: everybody installs the same, on every platform that we name, from whichever registry they use. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

const root = join(import.meta.dirname, '../..');
const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Manifest;
const lockText = await readFile(join(root, 'package-lock.json'), 'utf8');
const { packages } = JSON.parse(lockText) as { packages: Readonly<Record<string, LockedPackage>> };

const platforms = ['linux-x64', 'linux-arm64', 'darwin-arm64', 'win32-x64'] as const;

/** Packages whose optional dependencies are one binding for each platform. */
const native = Object.entries(packages).filter(([, { optionalDependencies }]) => Object.keys(optionalDependencies ?? {}).some((name) => /(linux|darwin|win32)-(x64|arm64)/.test(name)));

test('native packages are found at all', () => {
  const names = native.map(([path]) => path.replace(/^node_modules\//, ''));
  expect(names).toEqual(expect.arrayContaining(['@node-rs/argon2', 'oxlint', 'rolldown', 'typescript']));
});

test.for(native)('%s is locked with its bindings for every platform that we name', ([path, { optionalDependencies }]) => {
  const names = Object.keys(optionalDependencies ?? {});
  for (const platform of platforms) {
    const binding = names.find((name) => bindsTo(name, platform));
    expect(binding, `${path} for ${platform}`).toBeDefined();
    expect(isLocked(path, binding!), `${binding} in the lock`).toBe(true);
  }
});

test('every version in package.json is exact', () => {
  const versions = [manifest.dependencies, manifest.devDependencies, manifest.optionalDependencies].flatMap((list) => Object.entries(list));
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

test('the lock names no registry', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined && /^https?:/.test(resolved))).toEqual([]);
});

test('only node may run a script when it is installed', () => {
  expect(Object.entries(manifest.allowScripts).filter(([, isAllowed]) => isAllowed).map(([name]) => name)).toEqual(['node']);
});

/** The embedded PostgreSQL calls win32 windows. */
function bindsTo(name: string, platform: string): boolean {
  const called = platform === 'win32-x64' ? '(win32|windows)-x64' : platform;
  return new RegExp(`[/-]${called}(-gnu|-msvc)?$`).test(name);
}

function isLocked(path: string, binding: string): boolean {
  return `${path}/node_modules/${binding}` in packages || `node_modules/${binding}` in packages;
}
