/** A task given by one unit to another: accepted, worked on with evidence, reported, returned, confirmed; by post and successor; shared out; again and again. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { getMeeting } from '../../meetings/server/meeting.page.ts';
import { taskContract } from '../task.contract.ts';
import { readDocument } from '../../documents/server/document.reads.ts';
import { problemOf } from '../../../platform/db/errors.ts';
import { taskRefusals } from '../server/index.ts';
import { conclude as concludeSession } from '../server/task.conclude.ts';
import { changeTask, giveTaskBack, reopenTask, settleTask } from '../server/task.commands.ts';
import { giveTask } from '../server/task.give.ts';
import { bringDue } from '../server/task.jobs.ts';
import { getTask, listAnswerable } from '../server/task.page.ts';
import { listOwnTasks } from '../server/task.own.ts';
import { listTasks } from '../server/task.reads.ts';
import { attachEvidence, readEvidence, workOn } from '../server/task.work.ts';

let world: World;
let commune: Id<'unit'>;
let cell: Id<'unit'>;
let other: Id<'unit'>;
let office: Ctx;
let secretary: Ctx;
let neighbour: Ctx;
let stranger: Ctx;
let head: Id<'person'>;
let successor: Id<'person'>;
let post: Id<'post'>;
const onePixel = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cf00000003010100c9fe92ef0000000049454e44ae426082', 'hex').toString('base64');

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  const province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã', parent: province });
  cell = await build.unit({ kind: 'cell', name: 'Chi bộ thôn', parent: commune });
  other = await build.unit({ kind: 'cell', name: 'Chi bộ bên', parent: commune });
  head = await build.person({ name: 'Nguyễn Văn Đầu' });
  successor = await build.person({ name: 'Lê Thị Nối' });
  for (const person of [head, successor]) await build.member(person, cell);
  post = newId<'post'>(0);
  await sql`insert into posts (id, unit_id, kind, seats, valid) values (${post}, ${cell}, 'secretary', 1, '[2020-01-01,)')`.execute(world.owner.db);
  await sql`insert into tenures (home_id, id, person_id, post_id, valid) values (0, ${newId(0)}, ${head}, ${post}, '[2020-01-01,2026-12-01)'), (0, ${newId(0)}, ${successor}, ${post}, '[2026-12-01,)')`.execute(world.owner.db);
  await build.derive();
  office = contextFor(world, actorWith([{ role: 'office_officer', unitId: commune }]));
  secretary = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: cell }]));
  neighbour = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: other }]));
  stranger = contextFor(world, actorWith([{ role: 'office_officer', unitId: await build.unit({ kind: 'commune_party', name: 'Đảng bộ xa', parent: province }) }]));
  await build.derive();
});
afterAll(() => world.close());

const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);
const give = (asked: Record<string, unknown>, ctx = office) => act(ctx, (inside) => giveTask(inside, taskContract.give.input.parse({ unitId: commune, to: [cell], title: 'Rà soát quy chế', dueOn: '2026-11-27', ownerId: null, ...asked })));
const work = (ctx: Ctx, id: Id<'task'>, given: Record<string, unknown>) => act(ctx, (inside) => workOn(inside, taskContract.work.input.parse({ id, on: '2026-11-20', ...given })));
const settle = (ctx: Ctx, id: Id<'task'>, state: 'done' | 'dropped' = 'done') => act(ctx, (inside) => settleTask(inside, { id, state, on: inside.today, note: state === 'dropped' ? 'không cần nữa' : null }));

describe('a task of another unit', () => {
  test('is accepted, worked on and reported by who does it, and confirmed by who asked', async () => {
    const { id } = await give({});
    expect(await getTask(secretary, { id })).toMatchObject({ unit: { id: cell }, askedBy: { id: commune }, standing: 'assigned', origin: { kind: 'unit', id: commune }, may: ['task.assign', 'task.report'] });
    await work(secretary, id, { act: 'accept' });
    await work(secretary, id, { act: 'progress', progress: 40, note: 'đã họp chi ủy' });
    expect(await getTask(office, { id })).toMatchObject({ standing: 'inWork', progress: 40, may: ['task.record', 'task.assign', 'task.report'] });
    await work(secretary, id, { act: 'report', note: 'xong' });
    expect(await getTask(office, { id })).toMatchObject({ standing: 'reported', progress: 100 });
    expect(await code(work(secretary, id, { act: 'progress', progress: 50 }))).toBe('tasks.isReported');
    expect(await code(settle(secretary, id))).toBe('tasks.notAsker');
    await act(office, (ctx) => giveTaskBack(ctx, { id, note: 'thiếu biên bản' }));
    expect(await getTask(secretary, { id })).toMatchObject({ standing: 'returned', progress: 40 });
    expect(await code(act(office, (ctx) => giveTaskBack(ctx, { id, note: 'lần nữa' })))).toBe('tasks.notReported');
    await work(secretary, id, { act: 'report' });
    await settle(office, id);
    const { standing, entries } = await getTask(secretary, { id });
    expect([standing, entries.map((entry) => entry.act)]).toEqual(['confirmed', ['accept', 'progress', 'report', 'giveBack', 'report', 'confirm']]);
    await act(office, (ctx) => reopenTask(ctx, { id }));
    expect(await getTask(secretary, { id })).toMatchObject({ standing: 'reported' });
    await settle(office, id, 'dropped');
    expect(await getTask(secretary, { id })).toMatchObject({ standing: 'cancelled', note: 'không cần nữa' });
  });

  test('says who answers for it within the unit; what is wanted and until when only who asked changes', async () => {
    const { id } = await give({});
    await act(secretary, (ctx) => changeTask(ctx, { id, title: 'Rà soát quy chế', dueOn: day('2026-11-27'), ownerId: head }));
    expect(await getTask(secretary, { id })).toMatchObject({ owner: { id: head } });
    expect(await code(act(secretary, (ctx) => changeTask(ctx, { id, title: 'Việc khác', dueOn: day('2026-11-27'), ownerId: head })))).toBe('tasks.notAsker');
    await act(office, (ctx) => changeTask(ctx, { id, title: 'Việc khác', dueOn: day('2026-12-27'), ownerId: head }));
    expect(await getTask(secretary, { id })).toMatchObject({ title: 'Việc khác', dueOn: '2026-12-27', owner: { id: head } });
  });

  test('is not there for others, its list and files neither; a unit that co-operates reads it and does not work on it', async () => {
    const { id } = await give({ partners: [other] });
    const { entryId } = await work(secretary, id, { act: 'start' });
    const { id: fileId } = await act(secretary, (ctx) => attachEvidence(ctx, { id, entryId, name: 'ảnh.png', base64: onePixel, hasNoSecrecyStamp: true }));
    expect(await code(getTask(stranger, { id }))).toBe('platform.notFound');
    expect(await code(readEvidence(stranger, { id, fileId }))).toBe('platform.notFound');
    expect(await code(work(stranger, id, { act: 'start' }))).toBe('platform.notFound');
    expect((await listTasks(stranger, { limit: 50, askedBy: commune })).items).toEqual([]);
    expect((await listTasks(stranger, { limit: 50, partner: other })).items).toEqual([]);
    expect((await listTasks(neighbour, { limit: 50, partner: other })).items.map((item) => item.id)).toContain(id);
    expect(await getTask(neighbour, { id })).toMatchObject({ partners: [{ id: other, name: 'Chi bộ bên' }], may: [] });
    expect(await code(work(neighbour, id, { act: 'start' }))).toBe('platform.forbidden');
    expect(await code(act(neighbour, (ctx) => settleTask(ctx, { id, state: 'done', on: ctx.today, note: null })))).toBe('platform.forbidden');
    expect((await listTasks(office, { limit: 50, askedBy: commune })).items.map((item) => item.id)).toContain(id);
  });

  test('keeps its evidence once, and what is sent again is done once', async () => {
    const { id } = await give({});
    const entryId = newId<'taskEntry'>(0);
    const first = await work(secretary, id, { act: 'progress', progress: 30, entryId });
    expect(await work(secretary, id, { act: 'progress', progress: 30, entryId })).toEqual(first);
    const attach = () => act(secretary, (ctx) => attachEvidence(ctx, { id, entryId, name: 'ảnh.png', base64: onePixel, hasNoSecrecyStamp: true }));
    const file = await attach();
    expect(await attach()).toEqual(file);
    const { entries, version } = await getTask(secretary, { id });
    expect(entries).toHaveLength(1);
    expect(entries[0]!.files).toMatchObject([{ id: file.id, mediaType: 'image/png' }]);
    expect(version).toBe(2);
    expect(await code(act(secretary, (ctx) => attachEvidence(ctx, { id, entryId, name: 'x.png', base64: Buffer.from('chữ').toString('base64'), hasNoSecrecyStamp: true })))).toBe('tasks.fileUnknown');
    expect(await code(work(secretary, id, { act: 'start', on: '2026-11-21' }))).toBe('tasks.workedAhead');
  });
});

describe('who answers for it', () => {
  test('a post’s task is its holder’s, and the successor’s from the day of the change', async () => {
    const { id } = await give({ ownerId: head, ownerPostId: post, dueOn: '2026-12-20' });
    const [before, after] = [head, successor].map((person) => contextFor(world, actorWith([{ role: 'member' }], person))) as [Ctx, Ctx];
    expect((await listOwnTasks(before)).items.map((item) => item.id)).toContain(id);
    expect((await listOwnTasks(after)).items.map((item) => item.id)).not.toContain(id);
    const later = { ...after, today: day('2026-12-02') };
    expect((await listOwnTasks(later)).items.map((item) => item.id)).toContain(id);
    expect(await getTask({ ...office, today: day('2026-12-02') }, { id })).toMatchObject({ owner: { id: successor }, post: { id: post, kind: 'secretary' }, namedOwner: 'Nguyễn Văn Đầu' });
    expect(await code(getTask({ ...before, today: day('2026-12-02') }, { id }))).toBe('platform.notFound');
    await work(later, id, { act: 'progress', progress: 10 });
    expect(await code(act(later, (ctx) => settleTask(ctx, { id, state: 'done', on: ctx.today, note: null })))).toBe('platform.forbidden');
  });

  test('the member who answers for it reports with a picture; nobody else without a role does', async () => {
    const { id } = await give({ ownerId: head });
    const mine = contextFor(world, actorWith([{ role: 'member' }], head));
    const { entryId } = await work(mine, id, { act: 'report' });
    await act(mine, (ctx) => attachEvidence(ctx, { id, entryId, name: 'ảnh.png', base64: onePixel, hasNoSecrecyStamp: true }));
    expect(await getTask(mine, { id })).toMatchObject({ standing: 'reported', may: ['task.report'] });
    expect(await code(work(contextFor(world, actorWith([{ role: 'member' }], successor)), id, { act: 'start' }))).toBe('platform.notFound');
  });

  test('is told with how many, by post and person', async () => {
    const { items } = await listAnswerable(office, { unitId: commune });
    expect(items.find((item) => item.post?.id === post)).toMatchObject({ owner: { id: head }, open: 1, late: 0 });
    expect((await listAnswerable(stranger, { unitId: commune })).items).toEqual([]);
  });
});

describe('giving', () => {
  test('to all cells makes a task of each, under one that has come as far as they have by their weights', async () => {
    const { id, given } = await give({ to: [], allBelow: 'cells', title: 'Đăng ký mô hình' });
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

  test('is refused beyond the units below, in the past, to many with one owner, by who may not', async () => {
    expect(await code(give({ to: [commune, cell], ownerId: head }))).toBe('tasks.ownerOfMany');
    expect(await code(give({ dueOn: '2026-11-01' }))).toBe('tasks.dueInPast');
    expect(await code(give({ unitId: cell, to: [other] }, secretary))).toBe('tasks.notBelow');
    expect(await code(give({}, secretary))).toBe('platform.notFound');
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
