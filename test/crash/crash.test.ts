/** Everything is killed at a moment of chance, twenty times, while units are recorded and imports are applied. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findUnitFaults } from '../../src/modules/units/server/index.ts';
import { openDatabase, rows, type Db } from '../../src/platform/db/database.ts';
import { verifyChains } from '../../src/platform/events.ts';
import { startPostgres } from '../../src/platform/postgres/supervisor.ts';
import { testKeys } from '../world/keys.ts';
import { peopleOfImport } from './workload.ts';

const rounds = 20;
const writer = join(import.meta.dirname, 'writer.ts');
let folder: string;
const committed = { unit: new Set<string>(), change: new Set<string>(), run: new Set<string>() };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'satcoso-crash-'));
  await chmod(folder, 0o711); // as root the database runs as another user
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test.skipIf(process.platform !== 'linux')('after kill -9 of everything, twenty times, no committed row is lost and every start is clean', async () => {
  for (let round = 0; round < rounds; round += 1) await writeAndKill(round);
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres') });
  const { db, close } = openDatabase({ url: postgres.url, connections: 2 });
  try {
    await expectNothingLost(db);
    await expectNothingHalf(db);
    expect(await findUnitFaults(db)).toEqual([]);
    expect(await verifyChains(db, testKeys)).toEqual([]);
  } finally {
    await close();
    await postgres.stop();
  }
}, 400_000);

async function writeAndKill(round: number): Promise<void> {
  const child = spawn(process.execPath, [writer, join(folder, 'postgres'), String(round)], { stdio: 'pipe' });
  const errors: string[] = [];
  child.stderr.on('data', (bytes: Buffer) => errors.push(bytes.toString()));
  const started = listen(child);
  if (!(await started)) throw new Error(`round ${round} did not start: ${errors.join('')}`);
  await wait(200 + Math.random() * 1200);
  await killAll(child.pid!);
}

/** True once something was committed in this round; false where the writer ended before. */
function listen(child: ChildProcessWithoutNullStreams): Promise<boolean> {
  return new Promise((resolve) => {
    child.on('exit', () => resolve(false));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [word, kind, id] = line.split(' ') as [string, keyof typeof committed, string];
      if (word !== 'committed') return;
      committed[kind].add(id);
      resolve(true);
    });
  });
}

/** The process and all that descend from it, at once. */
async function killAll(pid: number): Promise<void> {
  const parents = await parentsOfAll();
  const family = [pid];
  for (const member of family) for (const [child, parent] of parents) if (parent === member) family.push(child);
  for (const member of family) killQuietly(member);
}

async function parentsOfAll(): Promise<[pid: number, parent: number][]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(pids.map(async (pid) => [Number(pid), await parentOf(pid)] as [number, number]));
  return found;
}

async function parentOf(pid: string): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // gone already
  }
}

async function expectNothingLost(db: Db): Promise<void> {
  expect(committed.unit.size).toBeGreaterThan(rounds);
  const units = await rows(db, sql<{ id: string; versions: number }>`select unit_id as id, count(*) as versions from unit_versions group by unit_id`);
  const versions = new Map(units.map(({ id, versions: count }) => [id, count]));
  expect([...committed.unit].filter((id) => !versions.has(id))).toEqual([]);
  expect([...committed.change].filter((id) => versions.get(id) !== 2)).toEqual([]);
  const runs = new Set((await rows(db, sql<{ id: string }>`select id from import_runs`)).map(({ id }) => id));
  expect([...committed.run].filter((id) => !runs.has(id))).toEqual([]);
}

/** An import is there whole or not at all. */
async function expectNothingHalf(db: Db): Promise<void> {
  const [found] = await rows(db, sql<{ people: number; placements: number; refs: number; runs: number }>`select
    (select count(*) from people) as people, (select count(*) from placements) as placements,
    (select count(*) from import_refs where sheet = 'people') as refs, (select count(*) from import_runs) - 1 as runs`);
  expect(found).toEqual({ people: found!.runs * peopleOfImport, placements: found!.runs * peopleOfImport, refs: found!.runs * peopleOfImport, runs: found!.runs });
}
