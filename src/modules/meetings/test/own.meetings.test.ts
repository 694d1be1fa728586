/** A member's own meetings: what concerns him and nobody else's, the answer, the papers. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn, type Build } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { FileAnswer } from '../../../platform/http/routes.ts';
import { day } from '../../../platform/day.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { meetingContract } from '../meeting.contract.ts';
import * as acts from '../server/meeting.commands.ts';
import { attach } from '../server/meeting.files.ts';
import { answerOwn, listOwnAhead, listOwnPast, readOwnCalendar, readOwnPaper } from '../server/meeting.own.ts';
import { getOwn } from '../server/meeting.own.page.ts';
import { getMeeting } from '../server/meeting.page.ts';

let world: World;
let build: Build;
let commune: Id<'unit'>;
let cell: Id<'unit'>;
let other: Id<'unit'>;
let me: Id<'person'>;
let mine: Ctx;
let office: Ctx;

beforeAll(async () => {
  world = await openWorld();
  build = buildIn(world);
  commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã' });
  cell = await build.unit({ kind: 'cell', name: 'Chi bộ thôn', parent: commune });
  other = await build.unit({ kind: 'cell', name: 'Chi bộ bên', parent: commune });
  me = await build.person({ name: 'Nguyễn Văn Tôi' });
  await build.member(me, cell);
  await build.member(await build.person({ name: 'Trần Thị Khác' }), other);
  await build.derive();
  mine = contextFor(world, actorWith([{ role: 'member' }], me));
  office = contextFor(world, actorWith([{ role: 'office_officer', unitId: commune }]));
});
afterAll(() => world.close());

const plan = (unitId: Id<'unit'>, given: object) => act(office, (inside) => acts.plan(inside, meetingContract.plan.input.parse({ unitId, ...given })));
const ahead = async (ctx = mine) => (await listOwnAhead(ctx)).items;
const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);

test('ahead stand the meetings of the own cell, of assemblies above it, of committees one sits on', async () => {
  await plan(cell, { kind: 'regular', on: '2026-12-03' });
  await plan(other, { kind: 'regular', on: '2026-12-03' });
  await plan(commune, { kind: 'study', on: '2026-12-05', topic: 'Nghị quyết' });
  await plan(commune, { kind: 'committee', on: '2026-12-04' });
  expect((await ahead()).map(({ kind, unit }) => [kind, unit])).toEqual([['regular', 'Chi bộ thôn'], ['study', 'Đảng bộ xã']]);
  await build.tenure(me, await build.post(commune, 'committee_member'));
  expect((await ahead()).map(({ kind }) => kind)).toEqual(['regular', 'committee', 'study']);
});

test('an answer reaches the secretary, who decides about leave; a new answer is to be decided anew', async () => {
  const id = (await ahead())[0]!.id as Id<'meeting'>;
  expect(await code(act(mine, (inside) => answerOwn(inside, { id, answer: 'leave', reason: null })))).toBe('meetings.leaveWithoutReason');
  await act(mine, (inside) => answerOwn(inside, { id, answer: 'leave', reason: 'duty' }));
  await act(office, (inside) => acts.answer(inside, { id, personId: me, answer: 'leave', reason: 'duty', decision: 'granted' }));
  expect((await ahead())[0]).toMatchObject({ answer: 'leave', decision: 'granted' });
  await act(mine, (inside) => answerOwn(inside, { id, answer: 'leave', reason: 'study' }));
  expect((await getMeeting(office, { id })).roll[0]).toMatchObject({ answer: 'leave', leave: { reason: 'study', decision: null } });
});

test('nothing of another cell is answered or read, and no sheet with the names of others', async () => {
  const { id: theirs } = await plan(other, { kind: 'regular', on: '2026-12-10' });
  expect(await code(act(mine, (inside) => answerOwn(inside, { id: theirs, answer: 'coming', reason: null })))).toBe('platform.notFound');
  const id = (await ahead())[0]!.id as Id<'meeting'>;
  const base64 = Buffer.from('%PDF-1.7').toString('base64');
  const send = (to: Id<'meeting'>, kind: 'paper' | 'sign_in_sheet') => act(office, (inside) => attach(inside, { id: to, fileId: undefined, kind, name: 'a.pdf', base64, hasNoSecrecyStamp: true }));
  const paper = await send(id, 'paper');
  const sheet = await send(id, 'sign_in_sheet');
  const foreign = await send(theirs, 'paper');
  expect((await ahead())[0]!.papers.map((file) => file.id)).toEqual([paper.id]);
  expect((await readOwnPaper(mine, { id, fileId: paper.id }) as FileAnswer).type).toBe('application/pdf');
  expect(await code(readOwnPaper(mine, { id, fileId: sheet.id }))).toBe('platform.notFound');
  expect(await code(readOwnPaper(mine, { id: theirs, fileId: foreign.id }))).toBe('platform.notFound');
});

test('the calendar file is of a meeting that one is called to, and of nobody else’s', async () => {
  const { id } = await plan(cell, { kind: 'regular', on: '2026-12-17', starts: '19:30', place: 'Nhà văn hóa thôn', topic: 'Chuyên đề' });
  const { id: theirs } = await plan(other, { kind: 'regular', on: '2026-12-17' });
  expect(await code(readOwnCalendar(mine, { id }))).toBe('platform.notFound');
  for (const called of [id, theirs]) await act(office, (inside) => acts.invite(inside, { id: called }));
  const file = await readOwnCalendar(mine, { id }) as FileAnswer;
  expect(file.type).toBe('text/calendar');
  expect(String(file.body)).toContain('DTSTART:20261217T123000Z');
  expect(String(file.body)).not.toContain('Chuyên đề');
  expect(await code(readOwnCalendar(mine, { id: theirs }))).toBe('platform.notFound');
  expect(await code(readOwnCalendar(office, { id }))).toBe('people.noOwnRecord');
});

test('what was held stands with the own mark, page by page', async () => {
  for (const on of ['2026-09-03', '2026-10-03', '2026-11-03']) {
    await act(office, (inside) => acts.record(inside, meetingContract.record.input.parse({ unitId: cell, kind: 'regular', on, ...(on === '2026-10-03' ? { exceptions: [{ personId: me, mark: 'absent' }] } : {}) })));
  }
  const first = await listOwnPast(mine, { limit: 2 });
  const rest = await listOwnPast(mine, { limit: 2, cursor: first.next! });
  expect([...first.items, ...rest.items].map(({ on, mark }) => [on, mark])).toEqual([['2026-11-03', 'present'], ['2026-10-03', 'absent'], ['2026-09-03', 'present']]);
});

test('of an own meeting the agenda is read once it is called, the minutes once they are adopted, and nothing that was noted on the way', async () => {
  const { id } = await plan(cell, { kind: 'regular', on: '2026-11-20' });
  const own = (ctx = mine) => getOwn(ctx, { id });
  expect(await own()).toMatchObject({ state: 'planned', agenda: [], minutes: null });
  expect((await ahead()).find((one) => one.id === id)).toMatchObject({ agenda: [] });
  await act(office, (inside) => acts.invite(inside, { id }));
  expect((await own()).agenda).toContain('Thông qua biên bản');
  expect((await ahead()).find((one) => one.id === id)!.agenda).toEqual((await own()).agenda);
  await act(office, (inside) => acts.open(inside, meetingContract.open.input.parse({ id })));
  await act(office, (inside) => acts.mark(inside, meetingContract.mark.input.parse({ id, marks: [], rest: 'present' })));
  await act(office, (inside) => acts.put(inside, meetingContract.put.input.parse({ id, piece: { part: 'opinions', item: { id: newId<'opinion'>(0), personId: me, text: 'Cần sửa đường' } } })));
  await act(office, (inside) => acts.close(inside, { id, ends: null }));
  await act(office, (inside) => acts.writeMinutes(inside, { id, version: undefined, text: 'Biên bản của chi bộ' }));
  const closed = await own();
  expect(closed).toMatchObject({ state: 'closed', mark: 'present', minutes: null });
  expect(JSON.stringify(closed)).not.toContain('Cần sửa đường');
  expect(Object.keys(closed)).not.toEqual(expect.arrayContaining(['roll', 'opinions', 'votes', 'guests', 'score', 'conclusions']));
  await act(office, (inside) => acts.adopt(inside, { id, on: day('2026-11-20') }));
  expect((await own()).minutes).toMatchObject({ text: 'Biên bản của chi bộ', adoptedOn: '2026-11-20', additions: [] });
  expect((await listOwnPast(mine, { limit: 1 })).items).toMatchObject([{ id, isAdopted: true }]);
});

test('of a meeting to which one was not invited nothing is read: of another cell, of a day before one came, of a cell one was away from for a time', async () => {
  const late = await build.person({ name: 'Lê Thị Mới' });
  await build.member(late, cell, { from: '2026-11-21' });
  const gone = await build.person({ name: 'Phạm Văn Gửi' });
  const membership = await build.member(gone, cell);
  await build.placement({ person: gone, membership, cell: other, kind: 'temporary', from: '2026-01-01' });
  await build.derive();
  const held = async (unitId: Id<'unit'>) => (await act(office, (inside) => acts.record(inside, meetingContract.record.input.parse({ unitId, kind: 'thematic', topic: 'Nghị quyết', on: '2026-11-18' })))).id;
  const [here, there] = [await held(cell), await held(other)];
  const as = (person: Id<'person'>) => contextFor(world, actorWith([{ role: 'member' }], person));
  const seen = async (person: Id<'person'>) => [await code(getOwn(as(person), { id: here })), await code(getOwn(as(person), { id: there }))];
  expect(await seen(me)).toEqual(['done', 'platform.notFound']);
  expect(await seen(late)).toEqual(['platform.notFound', 'platform.notFound']);
  expect(await seen(gone)).toEqual(['platform.notFound', 'done']);
  expect(await code(getOwn(office, { id: here }))).toBe('people.noOwnRecord');
});

test('whoever is no person here has no meetings of his own', async () => {
  expect(await code(listOwnAhead(office))).toBe('people.noOwnRecord');
});

test('a cell, what stands above it and a committee that one comes to later stand ahead from that day on, what one has left no more', async () => {
  const [left, later, laterCommune] = [await build.unit({ kind: 'cell', name: 'Chi bộ cũ', parent: commune }), await build.unit({ kind: 'cell', name: 'Chi bộ sau' }), await build.unit({ kind: 'commune_party', name: 'Đảng bộ sau' })];
  await build.place(later, 'party', [{ parent: laterCommune, from: '2027-02-01' }]);
  const mover = await build.person({ name: 'Lê Văn Chuyển' });
  const membership = await build.membership(mover, {});
  await build.placement({ person: mover, membership, cell: left, kind: 'official', to: '2026-11-30', outReason: 'internal' });
  await build.placement({ person: mover, membership, cell: later, kind: 'official', from: '2026-12-01', inReason: 'internal' });
  await build.tenure(mover, await build.post(laterCommune, 'committee_member'), { from: '2027-03-01' });
  await build.derive();
  const officer = contextFor(world, actorWith([{ role: 'office_officer', reach: 'everything' }]));
  const planned = [
    [left, 'regular', '2026-11-25'], [left, 'regular', '2026-12-25'], [later, 'regular', '2026-11-26'], [later, 'regular', '2026-12-26'],
    [laterCommune, 'study', '2027-01-10'], [laterCommune, 'study', '2027-02-10'], [laterCommune, 'committee', '2027-02-11'], [laterCommune, 'committee', '2027-03-11'],
  ] as const;
  for (const [unitId, kind, on] of planned) await act(officer, (inside) => acts.plan(inside, meetingContract.plan.input.parse({ unitId, kind, on, ...(kind === 'study' ? { topic: 'Nghị quyết' } : {}) })));
  const seen = await ahead(contextFor(world, actorWith([{ role: 'member' }], mover)));
  expect(seen.map(({ on, unit }) => [on, unit])).toEqual([['2026-11-25', 'Chi bộ cũ'], ['2026-12-26', 'Chi bộ sau'], ['2027-02-10', 'Đảng bộ sau'], ['2027-03-11', 'Đảng bộ sau']]);
});
