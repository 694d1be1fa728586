/** Tasks through their procedures: given by a meeting, listed by deadline within reach, settled, opened again, given to others. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { problemOf } from '../../../platform/db/errors.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { createTasks, dropUntouchedTasksOf, openTasksOf, taskRefusals, tasksOf } from '../server/index.ts';
import { changeTask, reopenTask, settleTask } from '../server/task.commands.ts';
import { listOwnTasks } from '../server/task.own.ts';
import { listTasks } from '../server/task.reads.ts';

let world: World;
let province: Id<'unit'>;
let commune: Id<'unit'>;
let cell: Id<'unit'>;
let neighbour: Id<'unit'>;
let officer: Ctx;
let secretary: Ctx;
let stranger: Ctx;
let owner: Id<'person'>;
let unknown: Id<'person'>;
let meeting: Id<'meeting'>;
let given: readonly Id<'task'>[];
const on = day('2026-11-03');

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã', parent: province });
  cell = await build.unit({ kind: 'cell', name: 'Chi bộ thôn', parent: commune });
  neighbour = await build.unit({ kind: 'cell', name: 'Chi bộ bên', parent: commune });
  const other = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã khác', parent: province });
  owner = await build.person({ name: 'Trần Thị Phụ Trách' });
  await build.member(owner, cell);
  unknown = await build.person({ name: 'Lê Người Lạ' });
  await build.member(unknown, await build.unit({ kind: 'cell', name: 'Chi bộ xa', parent: other }));
  await build.derive();
  officer = contextFor(world, actorWith([{ role: 'board_officer', unitId: province }]));
  secretary = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: cell }]));
  stranger = contextFor(world, actorWith([{ role: 'office_officer', unitId: other }]));
  meeting = newId<'meeting'>(0);
  given = Array.from({ length: 4 }, () => newId<'task'>(0)).toSorted();
  const dues = [null, '2026-11-25', '2026-11-10', '2026-11-10'] as const;
  const tasks = given.map((id, index) => ({ id, title: `Việc ${index}`, ownerId: index === 2 ? owner : null, dueOn: dues[index] ? day(dues[index]) : null }));
  await act(secretary, (ctx) => createTasks(ctx, { unitId: cell, on, origin: { kind: 'meeting', id: meeting }, tasks }));
  await act(officer, (ctx) => createTasks(ctx, { unitId: neighbour, on, origin: { kind: 'meeting', id: newId<'meeting'>(0) }, tasks: [{ id: newId<'task'>(0), title: 'Việc bên', ownerId: null, dueOn: day('2026-11-20') }] }));
});
afterAll(() => world.close());

const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);
const titles = async (ctx: Ctx, filters: Partial<Parameters<typeof listTasks>[1]> = {}) => (await listTasks(ctx, { limit: 50, ...filters })).items.map(({ title }) => title);
const task = async (id: Id<'task'>) => (await listTasks(officer, { limit: 50 })).items.find((item) => item.id === id);
const settled = { state: 'done' as const, on: day('2026-11-12'), note: 'đã họp dân' };

describe('the list', () => {
  test('tells the first due before the others and those without a day last, with whom and from which meeting', async () => {
    const { items } = await listTasks(secretary, { limit: 50 });
    expect(items.map(({ title }) => title)).toEqual(['Việc 2', 'Việc 3', 'Việc 1', 'Việc 0']);
    expect(items[0]).toMatchObject({
      unit: { id: cell, name: 'Chi bộ thôn' }, owner: { id: owner, fullName: 'Trần Thị Phụ Trách' }, dueOn: '2026-11-10', state: 'open', isLate: true, origin: { kind: 'meeting', id: meeting, on }, may: ['task.record', 'task.assign', 'task.report'],
    });
    expect(items[2]).toMatchObject({ isLate: false, owner: null });
  });

  test('is told within reach only, and by unit with what lies below it', async () => {
    expect(await titles(officer)).toEqual(['Việc 2', 'Việc 3', 'Việc bên', 'Việc 1', 'Việc 0']);
    expect(await titles(officer, { unitId: commune })).toHaveLength(5);
    expect(await titles(officer, { unitId: neighbour })).toEqual(['Việc bên']);
    expect(await titles(secretary, { unitId: commune })).toHaveLength(4);
    expect(await titles(secretary, { unitId: neighbour })).toEqual([]);
    expect(await titles(stranger)).toEqual([]);
    expect(await titles(stranger, { unitId: cell, ownerId: owner })).toEqual([]);
  });

  test('of a member alone tells the own open tasks, and nothing of the list', async () => {
    const mine = contextFor(world, actorWith([{ role: 'member' }], owner));
    expect((await listOwnTasks(mine)).items).toEqual([{ id: given[2], title: 'Việc 2', unit: 'Chi bộ thôn', dueOn: '2026-11-10', givenOn: on, standing: 'assigned', progress: 0, isLate: true }]);
    expect((await listOwnTasks(contextFor(world, actorWith([{ role: 'member' }], unknown)))).items).toEqual([]);
    expect(await code(listOwnTasks(secretary))).toBe('people.noOwnRecord');
    expect(await code(listOwnTasks(contextFor(world, actorWith([], owner))))).toBe('platform.forbidden');
    expect(await titles(mine, { ownerId: owner })).toEqual([]);
  });

  test('is filtered by owner, by state and by what is late', async () => {
    await act(secretary, (ctx) => settleTask(ctx, { id: given[3]!, ...settled }));
    expect(await titles(secretary, { late: true })).toEqual(['Việc 2']);
    expect(await titles(secretary, { late: false })).toEqual(['Việc 3', 'Việc 1', 'Việc 0']);
    expect(await titles(secretary, { state: ['done', 'dropped'] })).toEqual(['Việc 3']);
    expect(await titles(officer, { ownerId: owner })).toEqual(['Việc 2']);
    await act(secretary, (ctx) => reopenTask(ctx, { id: given[3]! }));
  });

  test('goes on where a page ended, over equal days and into those without one', async () => {
    expect(await paged(secretary, {})).toEqual(await titles(secretary));
    expect(await paged(officer, { unitId: commune })).toEqual(await titles(officer));
  });

  test('is the same however it is read: walked by deadline where much is within reach, gathered where little is', async () => {
    const before = await titles(officer);
    const { large, beyond } = await growLarge();
    const removing = [await give(large, 'Việc xa'), await give(beyond, 'Việc tỉnh khác')];
    const grown = [...before, 'Việc xa'];
    expect(await titles(officer)).toEqual(grown);
    expect(await paged(officer, {})).toEqual(grown);
    expect(await titles(officer, { unitId: province, state: ['open'] })).toEqual(grown);
    expect(await titles(officer, { unitId: large })).toEqual(['Việc xa']);
    expect(await titles(officer, { unitId: beyond })).toEqual([]);
    expect(await titles(officer, { unitId: neighbour })).toEqual(['Việc bên']);
    expect(await titles(stranger)).toEqual([]);
    for (const meetingId of removing) await act(officer, (ctx) => dropUntouchedTasksOf(ctx, { kind: 'meeting', id: meetingId }));
  });
});

async function paged(ctx: Ctx, filters: { unitId?: Id<'unit'> }): Promise<string[]> {
  const seen: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { items, next } = await listTasks(ctx, { limit: 1, ...filters, ...(cursor ? { cursor } : {}) });
    seen.push(...items.map(({ title }) => title));
    cursor = next;
  }
  return seen;
}

/** A commune of so many cells that the province's tasks, and its own, are walked; and another province of the same home. */
async function growLarge(): Promise<{ large: Id<'unit'>; beyond: Id<'unit'> }> {
  const build = buildIn(world);
  const large = await build.unit({ kind: 'commune_party', name: 'Đảng bộ lớn', parent: province });
  for (let made = 0; made < 450; made += 1) await build.unit({ kind: 'cell', parent: large });
  const beyond = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh khác' });
  await build.derive();
  return { large, beyond };
}

/** A task without a day, last in the list. */
async function give(unitId: Id<'unit'>, title: string): Promise<Id<'meeting'>> {
  const originId = newId<'meeting'>(0);
  await act(officer, (ctx) => createTasks(ctx, { unitId, on, origin: { kind: 'meeting', id: originId }, tasks: [{ id: newId<'task'>(0), title, ownerId: null, dueOn: null }] }));
  return originId;
}

describe('acts', () => {
  test('a task is settled with its day and note, and settling is undone by opening it again', async () => {
    const id = given[1]!;
    await act(secretary, (ctx) => settleTask(ctx, { id, ...settled }));
    expect(await task(id)).toMatchObject({ state: 'done', settledOn: '2026-11-12', note: 'đã họp dân', isLate: false });
    expect(await code(act(secretary, (ctx) => settleTask(ctx, { id, ...settled })))).toBe('tasks.settledAlready');
    await act(secretary, (ctx) => reopenTask(ctx, { id }));
    expect(await task(id)).toMatchObject({ state: 'open', settledOn: null, note: null });
    const log = await rows(world.owner.db, sql<{ type: string }>`select type from events where subject_id = ${id} order by seq`);
    expect(log.map(({ type }) => type)).toEqual(['task.settled', 'task.reopened']);
  });

  test('an open task gets another owner and deadline; a change of what somebody else has changed since is refused', async () => {
    const id = given[0]!;
    const { version } = (await task(id))!;
    const change = { id, version, title: 'Việc 0', ownerId: owner, dueOn: day('2026-12-01') };
    await act(secretary, (ctx) => changeTask(ctx, change));
    expect(await task(id)).toMatchObject({ owner: { id: owner }, dueOn: '2026-12-01' });
    expect(await code(act(secretary, (ctx) => changeTask(ctx, change)))).toBe('platform.stale');
    await act(secretary, (ctx) => changeTask(ctx, { id, title: 'Việc 0', ownerId: null, dueOn: null }));
  });

  test('only somebody within reach is made an owner; who answers for it already may go on doing so', async () => {
    const id = given[0]!;
    const change = { id, title: 'Việc 0', ownerId: unknown, dueOn: null };
    expect(await code(act(secretary, (ctx) => changeTask(ctx, change)))).toBe('tasks.ownerUnknown');
    await act(officer, (ctx) => changeTask(ctx, change));
    await act(secretary, (ctx) => changeTask(ctx, { ...change, dueOn: day('2026-12-05') }));
    await act(secretary, (ctx) => changeTask(ctx, { ...change, ownerId: null }));
  });

  test('a task beyond reach is not there; whoever may only read it is refused by name', async () => {
    const settling = (ctx: Ctx) => code(act(ctx, (inside) => settleTask(inside, { id: given[0]!, ...settled })));
    expect(await settling(stranger)).toBe('platform.notFound');
    const reader = actorWith([{ role: 'cell_secretary', unitId: cell }]);
    const grants = reader.grants.map((grant) => ({ ...grant, verbs: new Set([...grant.verbs].filter((verb) => verb !== 'task.record' && verb !== 'task.report')) }));
    const reading = contextFor(world, { ...reader, grants });
    expect(await settling(reading)).toBe('platform.forbidden');
    expect((await listTasks(reading, { limit: 1 })).items).toMatchObject([{ may: [] }]);
    expect(await code(act(secretary, (ctx) => reopenTask(ctx, { id: newId<'task'>(0) })))).toBe('platform.notFound');
  });
});

describe('for the meeting that gave them', () => {
  test('it finds its tasks, and the open ones of its unit by deadline', async () => {
    expect([...(await tasksOf(secretary, { kind: 'meeting', id: meeting }))].toSorted()).toEqual(given.map((id) => [id, { state: 'open' }]).toSorted());
    const open = await openTasksOf(secretary, cell, { today: day('2026-11-20'), limit: 3 });
    expect(open.map(({ title, owner: name, isLate }) => [title, name, isLate])).toEqual([['Việc 2', 'Trần Thị Phụ Trách', true], ['Việc 3', null, true], ['Việc 1', null, false]]);
  });

  test('an id that is not of the unit’s home is refused', async () => {
    const elsewhere = { id: newId<'task'>(7), title: 'Việc', ownerId: null, dueOn: null };
    expect(await code(act(secretary, (ctx) => createTasks(ctx, { unitId: cell, on, origin: { kind: 'meeting', id: meeting }, tasks: [elsewhere] })))).toBe('platform.invalid');
  });

  test('an id that is known already is refused, and what stands under it is left as it was', async () => {
    const again = { id: given[0]!, title: 'Việc khác', ownerId: null, dueOn: null };
    const refused = await act(secretary, (ctx) => createTasks(ctx, { unitId: cell, on, origin: { kind: 'meeting', id: newId<'meeting'>(0) }, tasks: [again] })).catch((error: unknown) => problemOf(error, taskRefusals));
    expect(refused).toMatchObject({ code: 'tasks.already' });
    expect(await task(given[0]!)).toMatchObject({ title: 'Việc 0', origin: { id: meeting } });
  });

  test('it takes back what nobody has touched, keeps the rest, and leaves those of others alone', async () => {
    const again = newId<'meeting'>(0);
    const id = newId<'task'>(0);
    const untouched = newId<'task'>(0);
    await act(secretary, (ctx) => createTasks(ctx, { unitId: cell, on, origin: { kind: 'meeting', id: again }, tasks: [{ id, title: 'Việc lại', ownerId: null, dueOn: null }, { id: untouched, title: 'Việc chưa đụng', ownerId: null, dueOn: null }] }));
    await act(secretary, (ctx) => settleTask(ctx, { id, ...settled }));
    await act(secretary, (ctx) => dropUntouchedTasksOf(ctx, { kind: 'meeting', id: again }));
    expect([...(await tasksOf(secretary, { kind: 'meeting', id: again }))]).toEqual([[id, { state: 'done' }]]);
    // The meeting closed again gives what is missing and leaves what was done.
    const given = [{ id, title: 'Tên khác', ownerId: null, dueOn: null }, { id: untouched, title: 'Việc chưa đụng', ownerId: null, dueOn: null }];
    await act(secretary, (ctx) => createTasks(ctx, { unitId: cell, on, origin: { kind: 'meeting', id: again }, tasks: given }));
    expect([...(await tasksOf(secretary, { kind: 'meeting', id: again })).values()].map(({ state }) => state).toSorted()).toEqual(['done', 'open']);
    expect(await task(id)).toMatchObject({ title: 'Việc lại' });
    expect(await tasksOf(secretary, { kind: 'meeting', id: meeting })).toHaveProperty('size', 4);
  });
});

describe('for a document that gives them', () => {
  test('a task tells the document by its symbol to who may read that; to the others by symbol and issuer, and its kind alone where it is secret', async () => {
    const document = newId<'document'>(0);
    await sql`insert into documents (home_id, id, unit_id, direction, type, number, issuer_code, issuer, term, summary, issued_on, valid_from, words, version, recorded_at)
      values (0, ${document}, ${province}, 'issued', 'TB', 7, 'TU', 'Tỉnh ủy', '2025-2030', 'Kết luận tại buổi làm việc', '2026-11-02', '2026-11-02', '', 1, now())`.execute(world.owner.db);
    const [id, origin] = [newId<'task'>(0), { kind: 'document', id: document } as const];
    await act(officer, (ctx) => createTasks(ctx, { unitId: neighbour, on, origin, tasks: [{ id, title: 'Việc theo thông báo', ownerId: null, dueOn: null }] }));
    const near = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: neighbour }]));
    const originFor = async (ctx: Ctx) => (await listTasks(ctx, { limit: 50, unitId: neighbour })).items.find((item) => item.id === id)!.origin;
    expect(await originFor(officer)).toMatchObject({ kind: 'document', name: '07-TB/TU · Kết luận tại buổi làm việc', meetingKind: null });
    expect(await originFor(near)).toMatchObject({ kind: 'document', name: null, symbol: '07-TB/TU · Tỉnh ủy' });
    await sql`update documents set secrecy = 'confidential' where id = ${document}`.execute(world.owner.db);
    expect((await originFor(near)).symbol).toBeUndefined();
    expect([...(await tasksOf(officer, origin))]).toEqual([[id, { state: 'open' }]]);
    const log = await rows(world.owner.db, sql<{ type: string }>`select type from events where subject_id = ${id}`);
    expect(log.map(({ type }) => type)).toEqual(['task.given']);
    await act(officer, (ctx) => dropUntouchedTasksOf(ctx, origin));
    expect(await tasksOf(officer, origin)).toHaveProperty('size', 0);
  });
});
