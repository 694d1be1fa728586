/** `bin/ci`: all parts in turn, each with its time, and the sum of what passed and failed. A part that fails does not stop the others. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { globSync, readFileSync } from 'node:fs';
import { findChromium } from './chromium.ts';
import { startDebianPostgres } from './debian.postgres.ts';
import { one, root, run, type Count } from './run.ts';

const results = join(root, 'test-results');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
/** A hundred programs of ours are started in a run: each would strip and compile the same sources again, a second of work. */
const compiled = join(root, 'node_modules/.cache/node');

/**
 * What is long and asks the server nothing that the other files do not ask: programs that are started and killed, large
 * files, the same reads again and again. `TEST_DATABASE_URL=… npx vitest run` asks all of it of any server.
 */
const askedOnce = /test\/crash\/|generate\/test\/|jobs\/test\/|figures\/test\/acts|src\/cli\/test\/|import\.sample|unit\.structure|propert(?:y|ies)\.test/;

interface Part {
  readonly name: string;
  readonly work: () => Promise<Count | string>;
}

const parts: readonly Part[] = [
  { name: 'types', work: () => check(join(root, 'node_modules/typescript/bin/tsc'), ['--noEmit']) },
  { name: 'lint', work: () => check(join(root, 'node_modules/oxlint/bin/oxlint'), ['--deny-warnings', 'src', 'test', 'samples', 'bench', 'vite.config.ts', 'vitest.config.ts', 'vitest.journeys.config.ts']) },
  { name: 'rules and API, embedded PostgreSQL', work: () => suite('embedded', ['--config', 'vitest.config.ts']) },
  { name: 'API, PostgreSQL 15 of Debian', work: onDebian },
  { name: 'API, Citus', work: onCitus },
  { name: 'web app', work: () => check(join(root, 'src/cli.ts'), ['build', '--lang', 'en']) },
  { name: 'journeys in a browser', work: inBrowser },
];

process.exitCode = (await runAll()) ? 0 : 1;

async function runAll(): Promise<boolean> {
  await rm(results, { recursive: true, force: true });
  await mkdir(results, { recursive: true });
  const only = process.argv.slice(2);
  const sum = { passed: 0, failed: 0 };
  const lines: string[] = [];
  for (const { name, work } of parts.filter((part) => only.length === 0 || only.some((word) => part.name.includes(word)))) {
    const started = Date.now();
    process.stdout.write(`\n== ${name}\n`);
    const outcome = await work().catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      return { passed: 0, failed: 1 };
    });
    if (typeof outcome !== 'string') {
      sum.passed += outcome.passed;
      sum.failed += outcome.failed;
    }
    lines.push(`${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${name}: ${typeof outcome === 'string' ? outcome : `${outcome.passed} passed, ${outcome.failed} failed`}`);
  }
  const total = `${sum.passed} passed, ${sum.failed} failed`;
  await writeFile(join(results, 'sum'), `${total}\n`);
  process.stdout.write(`\n${lines.join('\n')}\n${total}\n`);
  return sum.failed === 0;
}

async function check(program: string, words: readonly string[]): Promise<Count> {
  return one((await run([process.execPath, program, ...words])) === 0);
}

/** CITUS_URL is for its own part only. A suite that fails without a failed test (a file that does not load, an error nobody caught) counts as one failure. */
async function suite(name: string, words: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Count> {
  const file = join(results, `${name}.json`);
  const code = await run([process.execPath, vitest, 'run', ...words, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], { CI: 'true', CITUS_URL: '', NODE_COMPILE_CACHE: compiled, ...environment });
  const { numPassedTests, numFailedTests } = JSON.parse(await readFile(file, 'utf8')) as { numPassedTests: number; numFailedTests: number };
  return { passed: numPassedTests, failed: code !== 0 && numFailedTests === 0 ? 1 : numFailedTests };
}

async function onDebian(): Promise<Count | string> {
  const server = await startDebianPostgres();
  if (typeof server === 'string') return `skipped: ${server}`;
  try {
    return await suite('debian', ['--config', 'vitest.config.ts', ...filesWithDatabase()], { TEST_DATABASE_URL: server.url });
  } finally {
    await server.stop();
  }
}

async function onCitus(): Promise<Count | string> {
  const url = process.env['CITUS_URL'];
  return url ? suite('citus', ['--config', 'vitest.config.ts', ...filesWithDatabase()], { CITUS_URL: url }) : 'skipped: CITUS_URL names no coordinator of Citus';
}

/** Rules without a database need not be asked twice. */
function filesWithDatabase(): string[] {
  const files = globSync(['src/**/*.test.ts', 'test/**/*.test.ts', 'samples/test/**/*.test.ts'], { cwd: root });
  return files.filter((file) => !askedOnce.test(file) && /openWorld|databaseServer/.test(readFileSync(join(root, file), 'utf8'))).toSorted();
}

async function inBrowser(): Promise<Count> {
  const chromium = await findChromium();
  if (chromium !== undefined) return suite('journeys', ['--config', 'vitest.journeys.config.ts'], { CHROMIUM: chromium });
  process.stderr.write('The journeys need Chromium. Debian, Ubuntu: sudo apt-get install chromium. Elsewhere: install Chromium or Chrome and set CHROMIUM to its program.\n');
  return { passed: 0, failed: 1 };
}
