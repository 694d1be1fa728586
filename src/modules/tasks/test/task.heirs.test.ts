/** What a unit had to do goes on with the one that took it over whole: lists, alerts, figures, on the day's boundaries and on today's. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import { computeFigure } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { attentionContract } from '../../attention/attention.contract.ts';
import { listAttention } from '../../attention/server/attention.reads.ts';
import { createTasks } from '../server/index.ts';
import { listTasks } from '../server/task.reads.ts';
import { taskContract } from '../task.contract.ts';

let world: World;
let province: Id<'unit'>;
let heir: Id<'unit'>;
let part: Id<'unit'>;
let board: Ctx;
let office: Ctx;
const task = newId<'task'>(0);

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  const former = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã cũ', parent: province, to: '2026-09-30' });
  heir = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã mới', parent: province, from: '2026-10-01' });
  part = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã bên', parent: province });
  await build.lineage(former, heir, '2026-10-01');
  await build.derive();
  board = contextFor(world, actorWith([{ role: 'board_officer', unitId: province }]));
  office = contextFor(world, actorWith([{ role: 'office_officer', unitId: heir }]));
  await act(board, (ctx) => createTasks(ctx, { unitId: former, askedBy: province, on: day('2026-09-01'), origin: { kind: 'unit', id: province }, tasks: [{ id: task, title: 'Rà soát quỹ đất', ownerId: null, dueOn: day('2026-10-15') }] }));
});
afterAll(() => world.close());

const listed = async (ctx: Ctx, asked: object) => (await listTasks(ctx, taskContract.list.input.parse({ limit: 20, ...asked }))).items.map(({ id }) => id);
const counted = async (figure: string, more: object) => {
  const { value } = await computeFigure(board, { figure, unit: heir, ...more });
  return [value.count, value.base];
};

test('the heir finds it in the list, and so does who stands above; a neighbour does not', async () => {
  expect(await listed(office, { unitId: heir, below: 'no' })).toEqual([task]);
  expect(await listed(office, { unitId: heir })).toEqual([task]);
  expect(await listed(board, { unitId: province })).toEqual([task]);
  expect(await listed(board, { unitId: part })).toEqual([]);
});

test('the heir is told that it is late, under the name of whom it was laid on', async () => {
  const { items } = await listAttention(office, attentionContract.list.input.parse({ limit: 100, unitId: heir }));
  expect(items.filter(({ alert }) => alert === 'task.veryLate').map(({ unit, subject }) => [unit.id, subject.id, subject.name])).toEqual([[heir, task, 'Đảng bộ xã cũ: Rà soát quỹ đất']]);
  const above = await listAttention(board, attentionContract.list.input.parse({ limit: 100, unitId: province }));
  expect(above.items.filter(({ alert }) => alert === 'task.veryLate').map(({ unit, subject }) => [unit.id, subject.name])).toEqual([[province, 'Đảng bộ xã mới: Đảng bộ xã cũ: Rà soát quỹ đất']]);
});

test('it counts once with the heir, of a day before the merger with whom it was laid on', async () => {
  for (const boundaries of ['day', 'today'] as const) {
    expect(await counted('tasks.open', { on: day('2026-11-20'), boundaries }), boundaries).toEqual([1, null]);
    expect(await counted('tasks.late', { on: day('2026-11-20'), boundaries }), boundaries).toEqual([1, 1]);
    expect(await counted('tasks.onTime', { from: day('2026-10-01'), on: day('2026-11-20'), boundaries }), boundaries).toEqual([0, 1]);
  }
  expect(await counted('tasks.open', { on: day('2026-10-01'), boundaries: 'day' })).toEqual([1, null]);
  const { value } = await computeFigure(board, { figure: 'tasks.open', unit: province, on: day('2026-09-15'), boundaries: 'day' });
  expect(value.count).toBe(1);
});
