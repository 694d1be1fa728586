/** `satcoso build`: the web app for browsers, each file also compressed, so that the server never compresses anything twice. */
import { spawn } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Command } from 'commander';
import { webFolder } from '../server.ts';
import { CliProblem } from './cli.problem.ts';
import type { Terminal } from './terminal.ts';

const root = join(import.meta.dirname, '../..');
const sources = ['src/**/*.{ts,tsx,css,svg}', 'public/**', 'index.html', 'vite.config.ts', 'package-lock.json'];
const worthCompressing = /\.(html|js|css|svg|json|webmanifest|map|txt)$/;
const smallestWorth = 1024;

export function addBuild(program: Command, { t, say }: Terminal): void {
  program.command('build').description(t('build')).action(async () => {
    const { build } = await import('vite');
    await build({ root, logLevel: 'warn' });
    const count = await compressAll(webFolder);
    say(t('build.done', { count, folder: webFolder }));
  });
}

/** Builds in a process of its own, whose memory is given back before the server starts. */
export async function buildIfOutdated({ t, note }: Terminal): Promise<void> {
  if (!isOutdated()) return;
  note(t('build.now'));
  const child = spawn(process.execPath, [join(root, 'src/cli.ts'), 'build'], { stdio: ['ignore', 'ignore', 'inherit'], cwd: root });
  const code = await new Promise<number | null>((done, fail) => child.once('error', fail).once('exit', done));
  if (code !== 0) throw new CliProblem('problem.build');
}

function isOutdated(): boolean {
  const page = join(webFolder, 'index.html');
  if (!existsSync(page)) return true;
  const built = statSync(page).mtimeMs;
  return globSync(sources, { cwd: root }).some((file) => statSync(join(root, file)).mtimeMs > built);
}

async function compressAll(folder: string): Promise<number> {
  const files = globSync('**/*', { cwd: folder }).map((name) => join(folder, name)).filter(isWorthCompressing);
  await Promise.all(files.map(compress));
  return files.length;
}

function isWorthCompressing(file: string): boolean {
  return worthCompressing.test(file) && statSync(file).size >= smallestWorth;
}

async function compress(file: string): Promise<void> {
  const content = await readFile(file);
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(content, brotli));
  await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
}
