/** Jobs across processes: here each loop has its own name and connections, as each process has. */
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openWorld, type World } from '../../../../test/world/world.ts';
import { applicationRole, openDatabase, rows } from '../../db/database.ts';
import type { Job, JobCtx } from '../job.ts';
import { listJobs, type JobRow } from '../job.store.ts';
import { startJobs, type LoopOptions } from '../loop.ts';

const silent = pino({ level: 'silent' });
let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await sql`delete from jobs`.execute(world.db);
});

function start(jobs: readonly Job[], options: Partial<LoopOptions> = {}): () => Promise<void> {
  return startJobs({ db: world.db, log: silent, jobs, ...options });
}

async function stored(name: string): Promise<JobRow | undefined> {
  return (await listJobs(world.db)).find((job) => job.name === name);
}

test('a run that is due is taken by one process only, however many look at the same moment', async () => {
  let runs = 0;
  const job: Job = { name: 'once', every: 'day', run: async () => { runs += 1; await sleep(200); } };
  const others = Array.from({ length: 3 }, () => openDatabase({ url: world.url, role: applicationRole, connections: 2 }));
  const stops = [start([job]), ...others.map(({ db }) => start([job], { db }))];
  await vi.waitFor(async () => expect((await stored('once'))?.succeeded_at).not.toBeNull(), { timeout: 5000 });
  await Promise.all(stops.map((stop) => stop()));
  await Promise.all(others.map((each) => each.close()));
  expect(runs).toBe(1);
  expect(await stored('once')).toMatchObject({ held_by: null, failures: 0, fault: null });
});

test('a job of every second runs about each second, whichever process has it', async () => {
  const begun: number[] = [];
  const job: Job = { name: 'often', every: 1, run: async () => void begun.push(Date.now()) };
  const stops = [start([job]), start([job])];
  await sleep(4500);
  await Promise.all(stops.map((stop) => stop()));
  expect(begun.length).toBeGreaterThanOrEqual(3);
  expect(begun.length).toBeLessThanOrEqual(5);
  expect(Math.min(...begun.slice(1).map((moment, index) => moment - begun[index]!))).toBeGreaterThanOrEqual(990);
});

test('a job that fails is written down and logged by its name, without what the error says, and tried again later', async () => {
  const logged: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => void logged.push(line) });
  const job: Job = { name: 'broken', every: 600, run: async () => void (await sql`select 1 / 0 as "Nguyễn Văn A"`.execute(world.db)) };
  const stop = start([job, { name: 'well', every: 600, run: async () => {} }], { log });
  await vi.waitFor(async () => expect((await stored('broken'))?.failures).toBe(1), { timeout: 5000 });
  await vi.waitFor(async () => expect((await stored('well'))?.succeeded_at).not.toBeNull(), { timeout: 5000 });
  await stop();
  const row = await stored('broken');
  expect(row).toMatchObject({ fault: expect.stringContaining('22012'), succeeded_at: null });
  expect(row!.due_at.getTime() - row!.finished_at!.getTime()).toBeGreaterThan(100_000);
  expect(logged).toEqual([expect.stringMatching(/"job":"broken".*22012/)]);
  expect(logged[0]).not.toContain('division');
});

test('the run of a process that was killed is free again when it was not heard of for a while, not before', async () => {
  await sql`insert into jobs (name, due_at, failures, held_by, held_until) values ('left', now() - interval '1 hour', 0, gen_random_uuid(), now() + interval '2 seconds')`.execute(world.db);
  const begun: number[] = [];
  const from = Date.now();
  const stop = start([{ name: 'left', every: 1, run: async () => void begun.push(Date.now()) }]);
  await vi.waitFor(() => expect(begun.length).toBeGreaterThan(0), { timeout: 6000 });
  await stop();
  expect(begun[0]! - from).toBeGreaterThanOrEqual(1500);
});

test('a stop tells the run under way, waits for it and begins nothing new', async () => {
  let ended = false;
  let begun = false;
  const job: Job = {
    name: 'long',
    every: 1,
    run: async ({ stopping }: JobCtx) => {
      begun = true;
      while (!stopping.aborted) await sleep(20);
      await sleep(300);
      ended = true;
    },
  };
  const stop = start([job]);
  await vi.waitFor(() => expect(begun).toBe(true), { timeout: 5000 });
  await stop();
  expect(ended).toBe(true);
  expect((await stored('long'))?.succeeded_at).not.toBeNull();
});

test('a run that fell victim to another transaction is done again at once, and no failure is written down', async () => {
  let runs = 0;
  const job: Job = {
    name: 'victim',
    every: 'day',
    run: async () => {
      runs += 1;
      if (runs < 3) await sql`do $$ begin raise exception 'victim' using errcode = '40P01'; end $$`.execute(world.db);
    },
  };
  const stop = start([job]);
  await vi.waitFor(async () => expect((await stored('victim'))?.finished_at ?? null).not.toBeNull(), { timeout: 5000 });
  await stop();
  expect(runs).toBe(3);
  expect(await stored('victim')).toMatchObject({ failures: 0, fault: null, succeeded_at: expect.any(Date) });
});

test('a database that is away for a while ends nothing', async () => {
  let runs = 0;
  const own = openDatabase({ url: world.url, role: applicationRole, connections: 1 });
  const stop = start([{ name: 'steady', every: 1, run: async () => void (runs += 1) }], { db: own.db });
  await vi.waitFor(() => expect(runs).toBe(1), { timeout: 5000 });
  const before = runs;
  await rows(world.owner.db, sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name = 'satcoso'`);
  await vi.waitFor(() => expect(runs).toBeGreaterThan(before), { timeout: 6000 });
  await stop();
  await own.close();
});
