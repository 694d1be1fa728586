/** Spreading a database as an operator asks for it, where there is no Citus. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openWorld, type World } from '../../../test/world/world.ts';
import { runProgram } from './program.ts';

vi.setConfig({ testTimeout: 120_000 });

let world: World;
let data: string;

beforeAll(async () => {
  world = await openWorld();
  data = await mkdtemp(join(tmpdir(), 'satcoso-distribute-'));
});
afterAll(async () => {
  await world.close();
  await rm(data, { recursive: true, force: true });
});

test('without Citus nothing is done, and that is no failure', async () => {
  expect(await satcoso(['distribute'])).toMatchObject({ code: 0, out: expect.stringContaining('there is nothing to spread') as string });
});

test('what would be done can be read before: each step with its statement', async () => {
  const { code, out, err } = await satcoso(['distribute', '--check', '--shards', '32']);
  expect(code).toBe(0);
  expect(out).toContain(`select create_reference_table('public."units"');`);
  expect(out).toContain(`'home_id', colocate_with => 'none', shard_count => 32);`);
  expect(out).toContain('put the foreign key placements_person_fkey back');
  expect(err).toContain('no Citus');
});

test('a number of shards that cannot be is wrong usage', async () => {
  for (const shards of ['x', '5000']) expect((await satcoso(['distribute', '--shards', shards])).code).toBe(2);
});

function satcoso(words: readonly string[]) {
  return runProgram(['--lang', 'en', ...words], { DATABASE_URL: world.url, SATCOSO_DATA: data });
}
