/** Tasks given to one unit or shared out among many, dropped and changed with their parts, again and again; the notice of conclusions of a working session. */
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { act, actorWith, contextFor, day } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { problemOf } from '../../../platform/db/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { readDocument } from '../../documents/server/document.reads.ts';
import { getMeeting } from '../../meetings/server/meeting.page.ts';
import { taskRefusals } from '../server/index.ts';
import { changeTask, reopenTask } from '../server/task.commands.ts';
import { conclude as concludeSession } from '../server/task.conclude.ts';
import { bringDue } from '../server/task.jobs.ts';
import { getTask } from '../server/task.page.ts';
import { listTasks } from '../server/task.reads.ts';
import { taskContract } from '../task.contract.ts';
import { code, openTaskWorld, settle, work } from './task.world.ts';

const { world, province, commune, cell, other, village, head, office, secretary, neighbour, stranger, give } = await openTaskWorld();
const board = contextFor(world, actorWith([{ role: 'board_officer', unitId: province }]));
afterAll(() => world.close());

describe('giving', () => {
  test('to all cells makes a task of each, under one that has come as far as they have by their weights', async () => {
    const { id, given } = await give({ to: [], kinds: ['cell'], title: 'Đăng ký mô hình' });
    expect(given).toBe(2);
    const parts = (await listTasks(office, { limit: 50, wholeId: id })).items;
    expect(parts.map((part) => part.unit.name).toSorted()).toEqual(['Chi bộ bên', 'Chi bộ thôn']);
    const mine = parts.find((part) => part.unit.id === cell)!;
    await work(secretary, mine.id, { act: 'progress', progress: 50 });
    expect(await getTask(office, { id })).toMatchObject({ progress: 25, parts: { count: 2, settled: 0 } });
    await act(office, (ctx) => changeTask(ctx, { id: mine.id, title: mine.title, dueOn: mine.dueOn, ownerId: null, weight: 3 }));
    expect(await getTask(office, { id })).toMatchObject({ progress: 37 });
    await settle(office, mine.id);
    expect((await listTasks(office, { limit: 50, unitId: commune, below: 'no' })).items.find((item) => item.id === id)).toMatchObject({ progress: 75 });
    expect(await getTask(secretary, { id: mine.id })).toMatchObject({ origin: { kind: 'unit', id: commune }, whole: { id, title: null } });
    expect(await getTask(office, { id: mine.id })).toMatchObject({ whole: { id, title: 'Đăng ký mô hình' } });
    const log = await rows(world.owner.db, sql<{ data: unknown }>`select data from events where type = 'task.given' and subject_id in (select t.id from tasks t where t.title = 'Đăng ký mô hình')`);
    expect(log).toEqual([{ data: { origin: 'unit', units: 2 } }]);
  });

  test('to all of a kind below leaves the other kinds out: what goes to communes does not go to those below them as well', async () => {
    const { given } = await give({ unitId: province, to: [], kinds: ['commune_party'], title: 'Giao các xã' }, board);
    expect(given).toBe(2);
    expect((await listTasks(board, { limit: 50, askedBy: province })).items.map((item) => item.unit.name).toSorted()).toEqual(['Đảng bộ xa', 'Đảng bộ xã']);
    expect(await code(give({ to: [], kinds: ['grassroots_party'] }))).toBe('tasks.notBelow');
  });

  test('by a document keeps it in each part; who reads the whole is told that alone, and a part says the document', async () => {
    const { id: document } = await act(office, (ctx) => concludeSession(ctx, taskContract.conclude.input.parse({ unitId: commune, to: cell, number: 40, issuerCode: 'ĐU', issuer: 'Đảng ủy xã', term: '2025-2030', summary: 'Kết luận', issuedOn: '2026-11-18', directives: [{ title: 'Việc riêng', dueOn: null }] })));
    const { id } = await give({ to: [cell, other], title: 'Việc theo thông báo', origin: { kind: 'document', id: document } });
    expect((await listTasks(office, { limit: 50, originKind: 'document', originId: document })).items.map((item) => item.title).toSorted()).toEqual(['Việc riêng', 'Việc theo thông báo']);
    expect((await listTasks(office, { limit: 50, originId: document })).items.map((item) => item.id)).toContain(id);
    expect((await listTasks(neighbour, { limit: 50, originId: document })).items).toMatchObject([{ unit: { id: other }, origin: { kind: 'document', id: document } }]);
  });

  test('takes as origin a document alone: no other task becomes the whole of one’s own, nor a meeting its giver', async () => {
    const { id } = await give({ title: 'Việc của xã', dueOn: '2026-11-20' });
    for (const kind of ['task', 'meeting', 'shortcoming', 'clause', 'unit']) expect(taskContract.give.input.safeParse({ unitId: cell, title: 'Giả', dueOn: null, ownerId: null, origin: { kind, id } }).success).toBe(false);
    expect(await code(give({ unitId: cell, to: [], origin: { kind: 'document', id } }, secretary))).toBe('tasks.originUnknown');
  });

  test('what was shared out by mistake is dropped, and brought back, with its parts; what was agreed with one unit alone stays in a change', async () => {
    const { id } = await give({ to: [cell, other], title: 'Giao nhầm', dueOn: '2026-11-27' });
    const parts = async () => (await listTasks(office, { limit: 50, wholeId: id })).items.toSorted((one, two) => one.unit.name.localeCompare(two.unit.name));
    const [aside, mine] = await parts();
    await act(office, (ctx) => changeTask(ctx, { id: aside!.id, title: 'Giao nhầm', dueOn: day('2026-12-31'), ownerId: null }));
    await act(office, (ctx) => changeTask(ctx, { id, title: 'Giao lại', dueOn: day('2026-12-15'), ownerId: null }));
    expect((await parts()).map(({ title, dueOn }) => [title, dueOn])).toEqual([['Giao lại', '2026-12-31'], ['Giao lại', '2026-12-15']]);
    await settle({ ...office, now: new Date(office.now.getTime() - 60_000) }, aside!.id, 'dropped');
    await settle(office, id, 'dropped');
    expect((await parts()).map(({ state, note }) => [state, note])).toEqual([['dropped', 'không cần nữa'], ['dropped', 'không cần nữa']]);
    expect((await getTask(secretary, { id: mine!.id })).entries.map((entry) => entry.act)).toEqual(['change', 'cancel']);
    await act(office, (ctx) => reopenTask(ctx, { id }));
    expect((await parts()).map(({ state }) => state)).toEqual(['dropped', 'open']);
  });

  test('what was shared out is confirmed once every part is reported, and its parts with it', async () => {
    const { id } = await give({ to: [cell, other], title: 'Cùng báo cáo' });
    const parts = (await listTasks(office, { limit: 50, wholeId: id })).items;
    await work(secretary, parts.find((part) => part.unit.id === cell)!.id, { act: 'report' });
    expect(await code(settle(office, id))).toBe('tasks.partsOpen');
    await work(neighbour, parts.find((part) => part.unit.id === other)!.id, { act: 'report' });
    await settle(office, id);
    expect((await listTasks(office, { limit: 50, wholeId: id })).items.map(({ standing }) => standing)).toEqual(['confirmed', 'confirmed']);
  });

  test('what was shared out stands in the list once, with how many of its parts are settled; who reads a part alone finds the part', async () => {
    const { id } = await give({ to: [cell, other], title: 'Gộp lại' });
    const listed = async (ctx: Ctx, asked: object) => (await listTasks(ctx, { limit: 200, parts: 'folded', ...asked })).items.filter(({ title }) => title === 'Gộp lại').map(({ unit, parts }) => [unit.id, parts]);
    expect(await listed(office, { unitId: commune })).toEqual([[commune, { count: 2, settled: 0 }]]);
    expect(await listed(office, {})).toEqual([[commune, { count: 2, settled: 0 }]]);
    expect(await listed(office, { unitId: cell })).toEqual([[cell, null]]);
    expect(await listed(secretary, {})).toEqual([[cell, null]]);
    const [mine] = (await listTasks(office, { limit: 50, wholeId: id, unitId: cell })).items;
    await settle(office, mine!.id);
    expect(await listed(office, { state: ['open'] })).toEqual([[commune, { count: 2, settled: 1 }]]);
    expect(await listed(office, { state: ['done'] })).toEqual([[cell, null]]);
  });

  test('what a commune asked of its cell only the commune judges: who stands above it is refused, and is not offered it', async () => {
    const { id } = await give({ title: 'Việc xã giao' });
    await work(secretary, id, { act: 'report' });
    expect((await getTask(board, { id })).may).toEqual(['task.assign', 'task.report']);
    expect(await code(settle(board, id))).toBe('tasks.notAsker');
    expect(await code(settle(board, id, 'dropped'))).toBe('tasks.notAsker');
    expect((await getTask(office, { id })).may).toContain('task.record');
    expect(await code(settle(office, id))).toBe('done');
    const { id: own } = await give({ unitId: cell, to: [], title: 'Việc của chi bộ' }, secretary);
    expect(await code(settle(board, own))).toBe('tasks.notAsker');
    expect(await code(settle(office, own))).toBe('done');
  });

  test('tells the working days of a rule without a paper where no paper confirms it', async () => {
    const { id } = await give({ title: 'Việc có mức' });
    expect((await getTask(office, { id })).rules.find(({ key }) => key === 'task.veryLateWorkingDays')).toMatchObject({ paper: null });
  });

  test('sent again under its id gives once; the id is of the home of the unit that does it', async () => {
    const id = newId<'task'>(0);
    const asked = { id, to: [cell, other], title: 'Gửi hai lần' };
    expect(await give(asked)).toEqual({ id, version: 1, given: 2 });
    expect(await give(asked)).toEqual({ id, version: 1, given: 2 });
    expect((await listTasks(office, { limit: 50, wholeId: id })).items).toHaveLength(2);
    expect(await code(give({ id: newId<'task'>(7), title: 'Sổ khác' }))).toBe('platform.invalid');
    const one = newId<'task'>(0);
    expect(await give({ id: one, title: 'Cho một đơn vị' })).toMatchObject({ id: one, given: 1 });
  });

  test('is refused beyond the units below, to what is no Party organisation, in the past, to many with one owner, by who may not', async () => {
    expect(await code(give({ to: [commune, cell], ownerId: head }))).toBe('tasks.ownerOfMany');
    expect(await code(give({ dueOn: '2026-11-01' }))).toBe('tasks.dueInPast');
    expect(await code(give({ unitId: cell, to: [other] }, secretary))).toBe('tasks.notBelow');
    expect(await code(give({}, secretary))).toBe('platform.notFound');
    expect(await code(give({ to: [village] }))).toBe('tasks.notParty');
    expect(await code(give({ aim: { figure: 'nothing', target: 1 } }))).toBe('tasks.figureUnknown');
    expect(await code(give({ recurrence: { every: 'monthly', until: '2027-06-30' }, dueOn: null }))).toBe('tasks.recursWithoutDay');
  });

  test('one that comes again brings the next once it is done, or once its day has passed', async () => {
    const { id } = await give({ title: 'Báo cáo tháng', dueOn: '2026-11-30', recurrence: { every: 'monthly', until: '2027-01-31' } });
    await settle(office, id);
    const again = async () => (await listTasks(office, { limit: 50, askedBy: commune })).items.filter((item) => item.title === 'Báo cáo tháng').map(({ dueOn, state }) => [dueOn, state]);
    expect(await again()).toEqual([['2026-11-30', 'done'], ['2026-12-31', 'open']]);
    const run = (today: string) => bringDue({ db: world.db, now: office.now, today: day(today), log: office.log, stopping: new AbortController().signal }, office.keys);
    await run('2026-12-31');
    expect(await again()).toHaveLength(2);
    await run('2027-01-01');
    await run('2027-01-01');
    expect(await again()).toEqual([['2026-11-30', 'done'], ['2026-12-31', 'open'], ['2027-01-31', 'open']]);
    await run('2027-02-01');
    expect(await again()).toHaveLength(3);
    const log = await rows(world.owner.db, sql<{ n: number }>`select count(*)::int as n from events where type = 'task.given' and subject_id in (select id from tasks where title = 'Báo cáo tháng')`);
    expect(log[0]!.n).toBe(3);
  });

  test('one that comes again and is shared out brings a new whole with parts of its own each time: how far the last came stays as it is', async () => {
    const { id } = await give({ to: [cell, other], title: 'Giao ban tháng', dueOn: '2026-11-30', recurrence: { every: 'monthly', until: '2026-12-31' } });
    const [first] = (await listTasks(office, { limit: 50, wholeId: id })).items;
    await settle(office, first!.id);
    expect(await getTask(office, { id })).toMatchObject({ progress: 50, parts: { count: 2, settled: 1 } });
    await bringDue({ db: world.db, now: office.now, today: day('2026-12-01'), log: office.log, stopping: new AbortController().signal }, office.keys);
    expect(await getTask(office, { id })).toMatchObject({ progress: 50, parts: { count: 2, settled: 1 }, recurrence: null });
    const wholes = (await listTasks(office, { limit: 50, unitId: commune, below: 'no' })).items.filter((item) => item.title === 'Giao ban tháng');
    expect(wholes.map(({ dueOn, progress }) => [dueOn, progress])).toEqual([['2026-11-30', 50], ['2026-12-31', 0]]);
    expect((await listTasks(office, { limit: 50, wholeId: wholes[1]!.id })).items.map((item) => item.unit.id).toSorted()).toEqual([cell, other].toSorted());
  });
});

describe('the notice of conclusions of a working session', () => {
  const notice = { number: 1, issuerCode: 'ĐU', issuer: 'Đảng ủy xã', term: '2025-2030', summary: 'Kết luận tại buổi làm việc', issuedOn: '2026-11-18' };
  const conclude = (asked: Record<string, unknown> = {}, ctx = office) => act(ctx, (inside) => concludeSession(inside, taskContract.conclude.input.parse({
    unitId: commune, to: cell, ...notice, directives: [{ title: 'Rà soát quy mô tổ', dueOn: '2026-12-20' }, { title: 'Phân công lại trách nhiệm', dueOn: null }], ...asked,
  })));

  test('is a document of who issues it, sent to the unit; its directives are tasks of the unit and come from it', async () => {
    const { id, given } = await conclude();
    expect(given).toBe(2);
    expect(await readDocument(secretary, { id })).toMatchObject({ symbol: '01-TB/ĐU', unit: { id: commune } });
    const { items } = await listTasks(secretary, { limit: 50, originKind: 'document', originId: id });
    expect(items.map((item) => [item.title, item.askedBy.id, item.dueOn, item.origin.name])).toEqual([
      ['Rà soát quy mô tổ', commune, '2026-12-20', '01-TB/ĐU · Kết luận tại buổi làm việc'], ['Phân công lại trách nhiệm', commune, null, '01-TB/ĐU · Kết luận tại buổi làm việc'],
    ]);
  });

  test('gives each conclusion noted in the session once, asked for by who issued it, and the session tells what became of it', async () => {
    const [meetingId, first, second] = [newId<'meeting'>(0), newId<'task'>(0), newId<'task'>(0)];
    const conclusions = [first, second].map((id, at) => ({ id, text: `Kết luận ${at}`, ownerId: head, dueOn: '2026-12-10' }));
    await sql`insert into meetings (home_id, id, unit_id, kind, is_extended, state, held_on, mode, is_late, expected, present, online, excused, absent, full_expected, full_present, guests, heads, version, recorded_at)
      values (0, ${meetingId}, ${cell}, 'working_session', false, 'closed', '2026-11-17', 'in_person', false, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, now())`.execute(world.owner.db);
    await sql`insert into meeting_books (home_id, meeting_id, content) values (0, ${meetingId}, ${JSON.stringify({ agenda: [], opinions: [], votes: [], conclusions, points: null, additions: [] })}::jsonb)`.execute(world.owner.db);
    const directives = [{ title: 'Kết luận 0', dueOn: '2026-12-10', ownerId: head, conclusionId: first }, { title: 'Việc thêm', dueOn: null }];
    expect(await code(conclude({ number: 5, meetingId, directives: [{ title: 'Lạ', dueOn: null, conclusionId: newId<'task'>(0) }] }))).toBe('tasks.conclusionUnknown');
    expect(await code(conclude({ number: 5, directives }))).toBe('tasks.conclusionUnknown');
    expect(await code(conclude({ number: 5, to: other, meetingId, directives }))).toBe('tasks.conclusionUnknown');
    await conclude({ number: 5, meetingId, directives });
    expect(await getTask(secretary, { id: first })).toMatchObject({ askedBy: { id: commune }, unit: { id: cell }, owner: { id: head }, origin: { kind: 'document' } });
    expect(await code(settle(secretary, first))).toBe('tasks.notAsker');
    expect((await getMeeting(secretary, { id: meetingId })).conclusions).toMatchObject([{ id: first, state: 'open' }, { id: second, state: null }]);
    const again = await conclude({ number: 6, meetingId, directives }).catch((error: unknown) => problemOf(error, taskRefusals));
    expect(again).toMatchObject({ code: 'tasks.already' });
  });

  test('leaves nothing where its number is taken, the unit is not below or a day lies before it; and is refused to who may not', async () => {
    const before = (await listTasks(office, { limit: 100 })).items.length;
    expect(await code(conclude())).toBe('documents.numberTaken');
    expect(await code(conclude({ number: 2, unitId: cell, to: other }, secretary))).toBe('documents.notBelow');
    expect(await code(conclude({ number: 2, directives: [{ title: 'Việc', dueOn: '2026-11-01' }] }))).toBe('tasks.dueInPast');
    expect(await code(conclude({ number: 2 }, stranger))).toBe('platform.notFound');
    expect((await listTasks(office, { limit: 100 })).items).toHaveLength(before);
  });
});
