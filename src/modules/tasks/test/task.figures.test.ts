/** Every number and alert about tasks of a small land by hand: open, late, very late, done in time; not accepted, not confirmed, whose owner left. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import { breakdownAnswer, computeFigure } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { attentionContract } from '../../attention/attention.contract.ts';
import { resume, snooze } from '../../attention/server/attention.commands.ts';
import { listNeeding } from '../../attention/server/index.ts';
import { listAttention, summarise } from '../../attention/server/attention.reads.ts';
import { createTasks, type GivenTask } from '../server/index.ts';
import { listAnswerable } from '../server/task.page.ts';
import { listTasks } from '../server/task.reads.ts';
import { changeTask, settleTask } from '../server/task.commands.ts';
import { giveTask } from '../server/task.give.ts';
import { getTask } from '../server/task.page.ts';
import { workOn } from '../server/task.work.ts';
import { taskContract } from '../task.contract.ts';

let world: World;
let province: Id<'unit'>;
let commune: Id<'unit'>;
let cell: Id<'unit'>;
let board: Ctx;
let office: Ctx;
let secretary: Ctx;
let stranger: Ctx;
const at = day('2026-11-20');

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã', parent: province });
  cell = await build.unit({ kind: 'cell', name: 'Chi bộ Hạ', parent: commune });
  const person = await build.person({ name: 'Người đã chuyển' });
  await build.member(person, cell);
  const post = newId<'post'>(0);
  await sql`insert into posts (id, unit_id, kind, seats, valid) values (${post}, ${cell}, 'secretary', 1, '[2020-01-01,)')`.execute(world.owner.db);
  await sql`insert into tenures (home_id, id, person_id, post_id, valid) values (0, ${newId(0)}, ${person}, ${post}, '[2020-01-01,2026-11-10)')`.execute(world.owner.db);
  await build.derive();
  board = contextFor(world, actorWith([{ role: 'board_officer', unitId: province }]));
  office = contextFor(world, actorWith([{ role: 'office_officer', unitId: commune }]));
  secretary = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: cell }]));
  stranger = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: await build.unit({ kind: 'cell', name: 'Chi bộ khác', parent: commune }) }]));
  await build.derive();
  await give('Đúng hạn', '2026-11-05', { done: '2026-11-04' });
  await give('Xác nhận muộn', '2026-11-06', { reported: '2026-11-06', done: '2026-11-12' });
  await give('Xong muộn', '2026-11-10', { done: '2026-11-13' });
  await give('Thôi làm', '2026-11-11', { dropped: '2026-11-11' });
  await give('Quá hạn lâu', '2026-11-05', {});
  await give('Quá hạn', '2026-11-19', {});
  await give('Sắp đến hạn', '2026-11-24', {}, { ownerId: person, ownerPostId: post });
  await give('Chờ xác nhận', '2026-11-30', { reported: '2026-11-16' });
  await give('Báo cáo đúng hạn, chờ lâu', '2026-11-09', { reported: '2026-11-09' });
  await give('Không hạn', null, {});
});
afterAll(() => world.close());

interface Became {
  readonly reported?: string;
  readonly done?: string;
  readonly dropped?: string;
}

async function give(title: string, dueOn: string | null, { reported, done, dropped }: Became, more: Partial<GivenTask> = {}): Promise<void> {
  const id = newId<'task'>(0);
  await act(board, (ctx) => createTasks(ctx, { unitId: cell, askedBy: commune, on: day('2026-11-02'), origin: { kind: 'unit', id: commune }, tasks: [{ id, title, ownerId: null, dueOn: dueOn === null ? null : day(dueOn), ...more }] }));
  if (reported) await act(secretary, (ctx) => workOn(ctx, taskContract.work.input.parse({ id, act: 'report', saidAt: `${reported}T08:00:00+07:00` })));
  const on = done ?? dropped;
  if (on) await act(office, (ctx) => settleTask(ctx, { id, state: done ? 'done' : 'dropped', on: day(on), note: done ? null : 'không cần' }));
}

const figure = async (id: string, on = at, ctx = board) => {
  const { value: { count, base } } = await computeFigure(ctx, { figure: id, unit: province, from: day('2026-11-01'), on });
  return [count, base];
};
const alerts = async (ctx: Ctx, unitId?: Id<'unit'>) => (await listAttention(ctx, attentionContract.list.input.parse({ limit: 100, ...(unitId ? { unitId } : {}) }))).items.filter(({ alert }) => alert.startsWith('task.')).map(({ alert, unit, subject }) => [alert, unit.id, subject.name]);

describe('figures', () => {
  test('tell what is open, late and very late on a day, from what was known then of each', async () => {
    expect(await figure('tasks.open')).toEqual([6, null]);
    expect(await figure('tasks.open', day('2026-11-12'))).toEqual([7, null]);
    expect(await figure('tasks.late')).toEqual([2, 6]);
    expect(await figure('tasks.veryLate')).toEqual([1, 6]);
    expect(await figure('tasks.veryLate', day('2026-11-19'))).toEqual([0, 6]);
  });

  test('tell what was done in time: reported by its day is in time, however late it was confirmed', async () => {
    expect(await figure('tasks.onTime')).toEqual([3, 6]);
  });

  test('are divided by origin and by the day', async () => {
    const { items } = await breakdownAnswer(board, { figure: 'tasks.open', unit: province, on: at, by: 'lateness' });
    expect(items.map(({ code, count }) => [code, count])).toEqual([['inTime', 2], ['waiting', 1], ['late', 1], ['veryLate', 1], ['noDay', 1]]);
  });
});

test('the list and who answers for what call late what the figure does', async () => {
  expect((await listTasks(board, { limit: 50, late: true })).items.map(({ title }) => title)).toEqual(['Quá hạn lâu', 'Quá hạn']);
  expect((await listAnswerable(board, { unitId: commune })).items.reduce((sum, { late }) => sum + late, 0)).toBe(2);
});

describe('alerts', () => {
  test('stand where something must be done; what is very late also where it was asked for and one step above', async () => {
    const found = await alerts(board);
    const veryLate = async (ctx: Ctx, unitId: Id<'unit'>) => (await alerts(ctx, unitId)).filter(([alert]) => alert === 'task.veryLate').map(([, ...row]) => row);
    expect(await Promise.all([veryLate(board, province), veryLate(office, commune), veryLate(secretary, cell)])).toEqual([[[province, 'Chi bộ Hạ: Quá hạn lâu']], [[commune, 'Chi bộ Hạ: Quá hạn lâu']], [[cell, 'Quá hạn lâu']]]);
    expect(found.filter(([alert]) => alert === 'task.veryLate')).toEqual([['task.veryLate', province, 'Chi bộ Hạ: Quá hạn lâu']]);
    expect(found.filter(([alert]) => alert !== 'task.veryLate' && alert !== 'task.unaccepted')).toEqual([
      ['task.late', cell, 'Quá hạn'], ['task.reportedWaiting', commune, 'Báo cáo đúng hạn, chờ lâu'], ['task.reportedWaiting', commune, 'Chờ xác nhận'], ['task.ownerLeft', cell, 'Sắp đến hạn'], ['task.dueSoon', cell, 'Sắp đến hạn'],
    ]);
    expect(found.filter(([alert]) => alert === 'task.unaccepted')).toHaveLength(4);
  });

  test('of one matter at several units are counted once; each unit puts it off for itself', async () => {
    const counted = async (unitId: Id<'unit'>) => {
      const { alerts: all, units } = await summarise(board, { unitId });
      const { count, snoozed } = all.find(({ id }) => id === 'task.veryLate')!;
      return { count, snoozed, below: units.map((unit) => [unit.id, unit.count]) };
    };
    const others = (await listAttention(board, attentionContract.list.input.parse({ limit: 100, unitId: commune }))).items.length;
    expect([await counted(province), await counted(commune)]).toMatchObject([{ count: 1, snoozed: 0, below: [[commune, others]] }, { count: 1, snoozed: 0 }]);
    expect((await counted(commune)).below).toEqual([[cell, (await alerts(board, cell)).length]]);
    const [item] = (await listAttention(board, attentionContract.list.input.parse({ alert: 'task.veryLate' }))).items;
    const named = { alert: 'task.veryLate', unitId: province, subjectId: item!.subject.id as Id<'alertSubject'> };
    await act(board, (ctx) => snooze(ctx, { ...named, until: day('2026-11-27'), reason: 'Chờ họp giao ban' }));
    expect([await counted(province), await counted(commune)]).toMatchObject([{ count: 0, snoozed: 1, below: [[commune, others]] }, { count: 1, snoozed: 0 }]);
    await act(board, (ctx) => resume(ctx, named));
    expect(await listNeeding(board)).toHaveLength((await listAttention(board, attentionContract.list.input.parse({ limit: 100 }))).items.length);
  });

  test('of one matter stand where the reader may put it off himself, whoever else has put it off above', async () => {
    const both = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: cell }, { role: 'assigned_cadre', unitId: commune }]));
    const veryLate = async () => (await alerts(both)).filter(([alert]) => alert === 'task.veryLate');
    expect(await veryLate()).toEqual([['task.veryLate', cell, 'Quá hạn lâu']]);
    const [item] = (await listAttention(office, attentionContract.list.input.parse({ alert: 'task.veryLate' }))).items;
    const named = { alert: 'task.veryLate', unitId: commune, subjectId: item!.subject.id as Id<'alertSubject'> };
    await act(office, (ctx) => snooze(ctx, { ...named, until: day('2026-11-27'), reason: 'Đã đôn đốc' }));
    expect([await veryLate(), (await alerts(office)).some(([alert]) => alert === 'task.veryLate')]).toEqual([[['task.veryLate', cell, 'Quá hạn lâu']], false]);
    await act(office, (ctx) => resume(ctx, named));
  });

  test('do not tell the name of a unit that the reader may not read', async () => {
    const alone = contextFor(world, actorWith([{ role: 'assigned_cadre', unitId: commune, reach: 'unit' }]));
    expect((await alerts(alone)).filter(([alert]) => alert === 'task.veryLate')).toEqual([['task.veryLate', commune, 'Quá hạn lâu']]);
  });

  test('are told within reach alone', async () => {
    expect((await alerts(secretary)).map(([alert]) => alert)).not.toContain('task.reportedWaiting');
    expect((await alerts(secretary)).every(([, unit]) => unit === cell)).toBe(true);
    expect(await alerts(stranger)).toEqual([]);
  });
});

test('a day that is moved changes nothing of the days before; the page tells the former one', async () => {
  const kinds = ['cell'] as const;
  const { id } = await act(office, (ctx) => giveTask(ctx, taskContract.give.input.parse({ unitId: commune, kinds, title: 'Gia hạn', dueOn: '2026-11-20', ownerId: null })));
  const [part] = await rows(world.db, sql<{ id: Id<'task'> }>`select id from tasks where whole_id = ${id} and unit_id = ${cell}`);
  await sql`update tasks set given_on = '2026-11-02', due_on = '2026-11-10' where id = ${id} or whole_id = ${id}`.execute(world.owner.db);
  const before = [await figure('tasks.late', day('2026-11-19')), await figure('tasks.late')];
  const change = (dueOn: string | null) => act(office, (ctx) => changeTask(ctx, taskContract.change.input.parse({ id, title: 'Gia hạn', dueOn, ownerId: null })));
  await change('2026-12-15');
  await change(null);
  const after = [await figure('tasks.late', day('2026-11-19')), await figure('tasks.late')];
  expect(after).toEqual([before[0], [before[1]![0]! - 2, before[1]![1]]]);
  for (const one of [id, part!.id]) expect(await getTask(office, { id: one })).toMatchObject({ dueOn: null, formerDues: [{ dueOn: '2026-11-10', heldTo: '2026-11-19' }] });
});
