/** Two processes serve on one port: what one of them does the other knows, and none of them outlives the rest. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemContext } from '../../src/access/system.ts';
import { createFirstAdministrator } from '../../src/access/server/index.ts';
import { act, openWorld, testKeys, type World } from '../world/world.ts';
import { descendants, lives, serveProgram, until, type Served } from './program.ts';

const password = 'nắng sớm trên đồng';
const often = 12;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'satcoso-processes-'));
  await chmod(folder, 0o711); // as root the database runs as another user
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.skipIf(process.platform !== 'linux')('two processes on one database', () => {
  let world: World;
  let served: Served;
  let cookie: string;

  beforeAll(async () => {
    world = await openWorld();
    await act(systemContext({ db: world.db, keys: testKeys, log: pino({ level: 'silent' }) }), (ctx) => createFirstAdministrator(ctx, { name: 'quantri', password }));
    served = await serveProgram({ SATCOSO_DATA: join(folder, 'external'), DATABASE_URL: world.url, SATCOSO_PROCESSES: '2' });
  });
  afterAll(async () => {
    if (lives(served.pid)) process.kill(served.pid, 'SIGTERM');
    await served.exited;
    await world.close();
  });

  async function askOften(path: string): Promise<number[]> {
    const statuses: number[] = [];
    for (let count = 0; count < often; count += 1) statuses.push((await served.ask(path, { cookie })).status);
    return statuses;
  }

  async function workers(): Promise<number[]> {
    return (await descendants(served.pid)).filter(({ command }) => command.includes('server.worker')).map(({ pid }) => pid);
  }

  test('who signed in with one is known to the other', async () => {
    const answer = await served.ask('/api/session/sign-in', { body: { name: 'quantri', password } });
    expect(answer.status, answer.text).toBe(200);
    cookie = answer.cookie!;
    expect(await askOften('/api/accounts')).toEqual(Array(often).fill(200));
  });

  test('the numbers tell of both, whichever is asked', async () => {
    const numbers = (await served.ask('/metrics')).text;
    for (const process of ['1', '2']) {
      expect(Number(new RegExp(`satcoso_request_seconds_count\\{[^}]*procedure="accounts.list"[^}]*process="${process}"[^}]*\\} (\\d+)`).exec(numbers)?.[1])).toBeGreaterThan(0);
      expect(numbers).toMatch(new RegExp(`process_resident_memory_bytes\\{process="${process}"\\} \\d+`));
    }
    expect(numbers.match(/^satcoso_events_total /gm)).toHaveLength(1);
    expect(numbers.match(/^# TYPE satcoso_request_seconds /gm)).toHaveLength(1);
  });

  test('each job is run by one of them only', async () => {
    await until(() => runsOf('uploads') > 0 && runsOf('partitions') > 0, 10_000);
    expect([runsOf('uploads'), runsOf('partitions'), runsOf('sessions')]).toEqual([1, 1, 1]);
    expect((await served.ask('/metrics')).text).toMatch(/satcoso_job_failures\{job="partitions"\} 0/);
  });

  function runsOf(job: string): number {
    return served.lines.filter((line) => line.includes(`"job":"${job}"`) && line.includes('job done')).length;
  }

  test('a change of rights holds from the next request, at both', async () => {
    await sql`update assignments set revoked_at = now()`.execute(world.db);
    expect(await askOften('/api/accounts')).toEqual(Array(often).fill(403));
    await sql`update assignments set revoked_at = null`.execute(world.db);
    expect(await askOften('/api/accounts')).toEqual(Array(often).fill(200));
  });

  test('failed sign-ins are counted by both together', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 7; count += 1) statuses.push((await served.ask('/api/session/sign-in', { body: { name: 'ai.do', password: 'sai mật khẩu rồi' } })).status);
    expect(statuses).toEqual([400, 400, 400, 400, 400, 429, 429]);
  });

  test('one that is killed is replaced, and the other serves meanwhile', async () => {
    const before = await workers();
    expect(before).toHaveLength(2);
    process.kill(before[0]!, 'SIGKILL');
    // A connection that the dying one had not yet taken is refused once; the next meets the other.
    await until(async () => !lives(before[0]!) && (await served.ask('/healthz').catch(() => undefined))?.status === 200, 5000);
    await until(async () => (await workers()).filter((pid) => !before.includes(pid)).length === 1, 20_000);
    await until(async () => new Set((await served.ask('/metrics')).text.match(/process_resident_memory_bytes\{process="\d"\}/g)).size === 2, 20_000);
    expect(await askOften('/api/accounts')).toEqual(Array(often).fill(200));
  });

  test('another installation does not get a share of the port', async () => {
    const port = new URL(JSON.parse(served.lines.find((line) => line.includes('"msg":"serving"'))!).address as string).port;
    const second = serveProgram({ SATCOSO_DATA: join(folder, 'second'), SATCOSO_KEYS: join(folder, 'external/keys.json'), DATABASE_URL: world.url, SATCOSO_PROCESSES: '2', PORT: port });
    await expect(second).rejects.toThrow(/EADDRINUSE/);
  });

  test('asked to stop, all end orderly', async () => {
    const family = await workers();
    process.kill(served.pid, 'SIGTERM');
    expect(await served.exited).toBe(0);
    expect(family.filter(lives)).toEqual([]);
  });
});

describe.skipIf(process.platform !== 'linux')('two processes with the embedded database', () => {
  const start = () => serveProgram({ SATCOSO_DATA: join(folder, 'embedded'), SATCOSO_PROCESSES: '2', SATCOSO_DATABASE_MEMORY: '512MB' });

  test('kill -9 of the supervisor ends the others and the database, twice, and every start is clean', { timeout: 240_000 }, async () => {
    for (let round = 0; round < 2; round += 1) {
      const served = await start();
      const family = await descendants(served.pid);
      expect(family.filter(({ command }) => command.includes('server.worker'))).toHaveLength(2);
      expect(family.some(({ command }) => command.includes('postgres'))).toBe(true);
      process.kill(served.pid, 'SIGKILL');
      await until(() => family.every(({ pid }) => !lives(pid)), 20_000);
    }
    const last = await start();
    const family = await descendants(last.pid);
    process.kill(last.pid, 'SIGTERM');
    expect(await last.exited).toBe(0);
    await until(() => family.every(({ pid }) => !lives(pid)), 5000);
  });
});
