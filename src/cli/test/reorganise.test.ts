/** `satcoso reorganise` as an operator uses it: from a file to the change set applied and undone, and its exit codes. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openWorld, type World } from '../../../test/world/world.ts';
import { buildReformPlace, stateOf } from '../../modules/reorganisations/test/reform.world.ts';
import { runProgram } from './program.ts';

vi.setConfig({ testTimeout: 120_000 });

let world: World;
let folder: string;

beforeAll(async () => {
  world = await openWorld();
  await buildReformPlace(world);
  folder = await mkdtemp(join(tmpdir(), 'satcoso-cli-reorganise-'));
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

const satcoso = (words: readonly string[]) => runProgram(['reorganise', ...words], { DATABASE_URL: world.url, SATCOSO_DATA: folder });
const decided = ['--on', '2025-07-01', '--decision', '01/NQ'];

async function file(name: string, lines: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, lines.join('\n'));
  return path;
}

test('checked, applied, shown and undone from a file', async () => {
  const before = await stateOf(world);
  const path = await file('items.csv', ['Việc,Đơn vị,Đến', 'Sáp nhập,Đảng bộ xã A,Đảng bộ xã B', 'Sáp nhập,Xã A,Xã B']);
  expect(await satcoso(['check', path, ...decided])).toMatchObject({ code: 0, out: expect.stringContaining('0 lỗi') });
  expect(await stateOf(world)).toEqual(before);
  const applied = await satcoso(['apply', path, ...decided, '--json']);
  expect(applied.code, applied.err).toBe(0);
  const { id, counts } = JSON.parse(applied.out) as { id: string; counts: Record<string, number> };
  expect(counts).toMatchObject({ 'unit.merged': 2, 'place.follows': 4 });
  expect((await satcoso(['list'])).out).toContain(`${id}\tapplied\t2025-07-01\t01/NQ`);
  expect((await satcoso(['show', id, '--list', 'place'])).out).toContain('Chi bộ thôn A1');
  expect((await satcoso(['undo', id])).code).toBe(0);
  expect(await stateOf(world)).toEqual(before);
  expect((await satcoso(['undo', id])).code).toBe(3);
});

test('errors of the file or of the dry run end with 1, and nothing is applied', async () => {
  const before = await stateOf(world);
  const unknown = await satcoso(['apply', await file('unknown.csv', ['action,unit,to', 'merge,Xã Không Có,Xã B']), ...decided]);
  expect([unknown.code, unknown.out]).toEqual([1, expect.stringContaining('dòng 2')]);
  const orphans = await satcoso(['apply', await file('orphans.csv', ['action,unit', 'dissolve,Đảng bộ xã A']), ...decided]);
  expect([orphans.code, orphans.out]).toEqual([1, expect.stringContaining('Chi bộ thôn A1')]);
  expect(await stateOf(world)).toEqual(before);
});

test('a change set from a file needs its day and its decision: wrong usage ends with 2', async () => {
  expect((await satcoso(['check', await file('bare.csv', ['action,unit', 'dissolve,Xã A'])])).code).toBe(2);
  expect((await satcoso(['undo', 'nonsense'])).code).toBe(2);
});
