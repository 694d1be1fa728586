/**
 * The peer: Directus, a TypeScript data platform that puts an API over any PostgreSQL schema. Installed outside the
 * project into a temporary folder, in production mode, with as many connections as our server has.
 * It is asked as its administrator with the scope as a filter of the request: so it decides nothing about access,
 * which our server does for every request. That favours the peer.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { startProgram, type Server } from '../server.ts';

export const directusVersion = '12.4.0';
const token = 'bench-peer-on-loopback-only';
const installWithin = 15 * 60_000;

const preload = pathToFileURL(join(import.meta.dirname, 'directus.preload.ts')).href;

export const peerHeaders = { authorization: `Bearer ${token}` };

/** The command, installed where it is missing; undefined where the registry does not give it. */
export async function installDirectus(say: (line: string) => void): Promise<string | undefined> {
  const folder = join(tmpdir(), 'satcoso-bench', `directus-${directusVersion}`);
  const command = join(folder, 'node_modules/directus/cli.js');
  if (existsSync(command)) return command;
  await mkdir(folder, { recursive: true });
  say(`installing Directus ${directusVersion} into ${folder}`);
  const isInstalled = await run('npm', ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', `directus@${directusVersion}`], { cwd: folder, env: process.env, within: installWithin });
  return isInstalled && existsSync(command) ? command : undefined;
}

export async function startDirectus(command: string, options: { url: string; connections: number }): Promise<Server> {
  const environment = environmentFor(options);
  const cwd = join(command, '../../..');
  if (!(await run(process.execPath, ['--import', preload, command, 'bootstrap'], { cwd, env: environment, within: 180_000 }))) throw new Error('Directus could not set up its tables');
  return startProgram(['--import', preload, command, 'start'], { environment, until: '/server/ping', cwd });
}

function environmentFor({ url, connections }: { url: string; connections: number }): NodeJS.ProcessEnv {
  const { host, port, user, password, database } = new pg.Client({ connectionString: url });
  const { PATH, HOME } = process.env;
  return {
    PATH, HOME, NODE_ENV: 'production', LOG_LEVEL: 'error', SECRET: token, ADMIN_EMAIL: 'bench@example.com', ADMIN_PASSWORD: token, ADMIN_TOKEN: token,
    DB_CLIENT: 'pg', DB_HOST: host, DB_PORT: String(port), DB_USER: user ?? 'postgres', DB_PASSWORD: typeof password === 'string' ? password : '', DB_DATABASE: database ?? '',
    DB_POOL__MIN: '0', DB_POOL__MAX: String(connections), TELEMETRY: 'false', SERVE_APP: 'false', CACHE_ENABLED: 'false', RATE_LIMITER_ENABLED: 'false', WEBSOCKETS_ENABLED: 'false',
    PRESSURE_LIMITER_ENABLED: 'false', PUBLIC_URL: 'http://127.0.0.1', EXTENSIONS_PATH: join(tmpdir(), 'satcoso-bench', 'no-extensions'),
  };
}

async function run(program: string, args: readonly string[], { cwd, env, within }: { cwd: string; env: NodeJS.ProcessEnv; within: number }): Promise<boolean> {
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'], timeout: within });
  const { promise, resolve } = Promise.withResolvers<boolean>();
  child.once('error', () => resolve(false)).once('close', (status) => resolve(status === 0));
  return promise;
}
