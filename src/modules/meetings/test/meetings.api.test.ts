/** Meetings through their procedures: who is on the roll of a day, holding one, tasks of its conclusions, late entries, who may. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { buildIn, type Build } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { meetingContract } from '../meeting.contract.ts';
import * as acts from '../server/meeting.commands.ts';
import { minutesFile } from '../server/meeting.documents.ts';
import { getDraft } from '../server/meeting.draft.ts';
import { getMeeting } from '../server/meeting.page.ts';
import { listBefore, listMeetings } from '../server/meeting.reads.ts';
import { openTasksOf } from '../../tasks/server/index.ts';

let world: World;
let build: Build;
let commune: Id<'unit'>;
let cell: Id<'unit'>;
let neighbour: Id<'unit'>;
let secretary: Ctx;
let office: Ctx;
let stranger: Ctx;
let members: Id<'person'>[];

beforeAll(async () => {
  world = await openWorld();
  build = buildIn(world);
  commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã' });
  cell = await build.unit({ kind: 'cell', name: 'Chi bộ thôn', parent: commune });
  neighbour = await build.unit({ kind: 'cell', name: 'Chi bộ bên', parent: commune });
  const elsewhere = await build.unit({ kind: 'cell', name: 'Chi bộ xa' });
  members = [];
  for (const name of ['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Văn Cường', 'Phạm Thị Dung', 'Hoàng Văn Em']) {
    const person = await build.person({ name });
    await build.member(person, cell);
    members.push(person);
  }
  await build.derive();
  secretary = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: cell }]));
  office = contextFor(world, actorWith([{ role: 'office_officer', unitId: commune }]));
  stranger = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: elsewhere }]));
});
afterAll(() => world.close());

type Input<K extends keyof typeof meetingContract> = z.input<(typeof meetingContract)[K]['input']>;

/** As the kernel does it: the shape fills in what was left out. */
function ask<K extends 'plan' | 'planMonths' | 'record' | 'put' | 'mark' | 'open' | 'answer', A>(ctx: Ctx, name: K, input: Input<K>, handle: (ctx: Ctx, input: never) => Promise<A>): Promise<A> {
  return act(ctx, (inside) => handle(inside, meetingContract[name].input.parse(input) as never));
}

const planIn = (unitId: Id<'unit'>, given: Partial<Input<'plan'>> = {}, ctx = secretary) => ask(ctx, 'plan', { unitId, kind: 'regular', on: day('2026-11-20'), starts: '19:30', ...given }, acts.plan);
const open = (id: Id<'meeting'>) => ask(secretary, 'open', { id }, acts.open);
const everybody = (id: Id<'meeting'>) => ask(secretary, 'mark', { id, marks: [], rest: 'present' }, acts.mark);
const at = (id: Id<'meeting'>, ctx = secretary) => getMeeting(ctx, { id });
const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);

describe('the roll of a cell', () => {
  test('leaves out of the expected whoever is exempt, away with leave or elsewhere for a time; a guest of the cell is expected', async () => {
    const own = await build.unit({ kind: 'cell', name: 'Chi bộ ghi danh', parent: commune });
    const [plain, exempt, away, awayWithout, gone, guest, left] = await Promise.all(['A', 'B', 'C', 'D', 'E', 'G', 'H'].map((name) => build.person({ name: `Nguyễn Thị ${name}` })));
    for (const person of [plain, exempt, away, awayWithout, gone]) await build.member(person!, own, { recognised: person === plain ? null : '2001-01-01' });
    await build.member(left!, own, { to: '2026-11-19', endReason: 'died', outReason: 'end' });
    const membership = await build.member(guest!, neighbour);
    await build.placement({ person: guest!, membership, cell: own, kind: 'temporary', from: '2026-10-01' });
    const other = await firstRow(world.owner.db, sql<{ id: Id<'membership'> }>`select id from memberships where person_id = ${gone!}`);
    await build.placement({ person: gone!, membership: other!.id, cell: neighbour, kind: 'temporary', from: '2026-10-01' });
    await build.exemption(exempt!, { from: '2026-01-01' });
    await build.away(away!, { from: '2026-01-01', withLeave: true });
    await build.away(awayWithout!, { from: '2026-01-01', withLeave: false });
    // Gone from the own cell with leave, and taken in by this one: expected here.
    await build.away(guest!, { from: '2026-09-01', withLeave: true });
    await build.derive();
    const { id } = await planIn(own, {}, office);
    const entries = (await at(id, office)).roll;
    // The guest is away from elsewhere only.
    expect(entries.filter(({ isAway }) => isAway).map(({ person }) => person.fullName)).toEqual(['Nguyễn Thị C', 'Nguyễn Thị D']);
    const roll = Object.fromEntries(entries.map(({ person, basis }) => [person.fullName, basis]));
    expect(roll).toEqual({ 'Nguyễn Thị A': 'expected', 'Nguyễn Thị B': 'exempt', 'Nguyễn Thị C': 'away', 'Nguyễn Thị D': 'expected', 'Nguyễn Thị E': 'elsewhere', 'Nguyễn Thị G': 'expected' });
    await ask(office, 'open', { id }, acts.open);
    expect((await at(id, office)).roll.find(({ person }) => person.fullName.endsWith('A'))).toMatchObject({ standing: 'probationary' });
  });

  test('is that of the day on which the meeting is held, entered late or not', async () => {
    const newcomer = await build.person({ name: 'Đỗ Văn Mới' });
    await build.member(newcomer, cell, { from: '2026-11-10' });
    const { id } = await planIn(cell, { on: day('2026-11-03') });
    await open(id);
    const meeting = await at(id);
    expect(meeting).toMatchObject({ state: 'open', isLate: true, on: '2026-11-03' });
    expect(meeting.roll.map(({ person }) => person.fullName)).not.toContain('Đỗ Văn Mới');
    await act(secretary, (inside) => acts.unopen(inside, { id }));
    await act(secretary, (inside) => acts.cancel(inside, { id, reason: 'ghi nhầm' }));
    await sql`update placements set valid = '[2026-11-10,2026-11-11)', out_reason = 'end' where person_id = ${newcomer}`.execute(world.owner.db);
  });
});

describe('a meeting held', () => {
  test('from the plan to the adopted minutes, with its counters and its task', async () => {
    const { id } = await planIn(cell);
    expect(await at(id)).toMatchObject({ state: 'planned', counts: { expected: 0 }, may: ['meeting.record'] });
    await act(secretary, (inside) => acts.invite(inside, { id }));
    await ask(secretary, 'answer', { id, personId: members[1]!, answer: 'leave', reason: 'duty', decision: 'granted' }, acts.answer);
    await open(id);
    expect((await at(id)).roll.filter(({ mark }) => mark === 'excused').map(({ person }) => person.id)).toEqual([members[1]]);
    await ask(secretary, 'mark', { id, marks: [{ personId: members[2]!, mark: 'absent' }], rest: 'present' }, acts.mark);
    await ask(secretary, 'put', { id, piece: { part: 'guests', item: { id: newId<'guest'>(0), name: 'Bùi Văn Trưởng', role: 'head', isPresent: true } } }, acts.put);
    const taskId = newId<'task'>(0);
    await ask(secretary, 'put', { id, piece: { part: 'conclusions', item: { id: taskId, text: 'Vận động làm đường', ownerId: members[0]!, dueOn: day('2026-12-15') } } }, acts.put);
    await act(secretary, (inside) => acts.score(inside, { id, points: { attendance: 15, preparation: 20 } }));
    await act(secretary, (inside) => acts.close(inside, { id, ends: '21:10' }));
    const closed = await at(id);
    expect(closed).toMatchObject({ state: 'closed', minutes: 100, counts: { expected: 5, present: 3, excused: 1, absent: 1, guests: 1, heads: 1, fullExpected: 5, fullPresent: 3 }, quorum: { isMet: true }, score: { total: 35, level: 'weak' } });
    expect(closed.conclusions).toEqual([expect.objectContaining({ id: taskId, owner: 'Nguyễn Văn An', state: 'open' })]);
    expect(await openTasksOf(secretary, cell, { today: secretary.today, limit: 5 })).toEqual([expect.objectContaining({ id: taskId, title: 'Vận động làm đường', dueOn: '2026-12-15' })]);
    const { text } = await getDraft(secretary, { id });
    expect(text).toContain('phải dự: 5; có mặt: 3');
    expect(text).toContain('Trần Thị Bình (công tác)');
    await act(secretary, (inside) => acts.writeMinutes(inside, { id, text, version: closed.version }));
    expect(await code(act(secretary, (inside) => acts.writeMinutes(inside, { id, text: 'cũ', version: closed.version })))).toBe('meetings.stale');
    await act(secretary, (inside) => acts.adopt(inside, { id, on: day('2026-11-20') }));
    await act(secretary, (inside) => acts.append(inside, { id, text: 'Ghi thêm' }));
    expect(await at(id)).toMatchObject({ state: 'adopted', adoptedOn: '2026-11-20', additions: [{ on: '2026-11-20', text: 'Ghi thêm' }] });
    expect(await code(act(secretary, (inside) => acts.reopen(inside, { id })))).toBe('meetings.is_adopted');
  });

  test('has minutes for Word as soon as it is over, those that are saved or else their draft; to nobody who may not read it', async () => {
    const { id } = await planIn(cell, { kind: 'thematic', topic: 'Chuyên đề quý' });
    await open(id);
    await everybody(id);
    expect(await code(minutesFile(secretary, { id }))).toBe('meetings.noMinutes');
    await act(secretary, (inside) => acts.close(inside, { id, ends: null }));
    expect((await minutesFile(secretary, { id })).name).toBe('bien-ban-chi-bo-thon-2026-11-20.docx');
    expect(await code(minutesFile(stranger, { id }))).toBe('platform.notFound');
  });

  test('opened again it takes its tasks back, and closed again gives them once', async () => {
    const { id } = await planIn(cell, { kind: 'thematic', topic: 'Học tập Nghị quyết' });
    await open(id);
    await everybody(id);
    await ask(secretary, 'put', { id, piece: { part: 'conclusions', item: { id: newId<'task'>(0), text: 'Viết bài thu hoạch', dueOn: day('2026-11-30') } } }, acts.put);
    const count = async () => (await openTasksOf(secretary, cell, { today: secretary.today, limit: 50 })).filter(({ title }) => title === 'Viết bài thu hoạch').length;
    await act(secretary, (inside) => acts.close(inside, { id, ends: null }));
    expect(await count()).toBe(1);
    await act(secretary, (inside) => acts.reopen(inside, { id }));
    expect(await count()).toBe(0);
    await act(secretary, (inside) => acts.close(inside, { id, ends: null }));
    expect(await count()).toBe(1);
  });

  test('a whole past meeting is recorded at once by the office, and once only', async () => {
    const id = newId<'meeting'>(0);
    const given = { id, unitId: cell, kind: 'regular', on: day('2026-10-03'), starts: '19:30', ends: '21:00', exceptions: [{ personId: members[3]!, mark: 'excused', reason: 'away' }] } as const;
    await ask(office, 'record', { ...given, exceptions: [...given.exceptions] }, acts.record);
    expect(await at(id, office)).toMatchObject({ state: 'closed', isLate: true, counts: { expected: 5, present: 4, excused: 1 } });
    expect(await code(ask(office, 'record', { ...given, exceptions: [] }, acts.record))).toBe('meetings.already');
    // Nothing is left of one that fails halfway.
    const failing = newId<'meeting'>(0);
    expect(await code(ask(office, 'record', { ...given, id: failing, exceptions: [{ personId: newId<'person'>(0), mark: 'absent' }] }, acts.record))).toBe('meetings.notOnRoll');
    expect(await code(at(failing, office))).toBe('platform.notFound');
  });
});

describe('answers', () => {
  test('stay decided when they come again, and fall when the day changes', async () => {
    const { id, version } = await planIn(cell);
    await ask(secretary, 'answer', { id, personId: members[0]!, answer: 'leave', reason: 'duty', decision: 'granted' }, acts.answer);
    const again = await ask(secretary, 'answer', { id, personId: members[0]!, answer: 'leave', reason: 'duty' }, acts.answer);
    expect(again.version).toBe(version);
    const answered = async () => (await at(id)).roll.find(({ person }) => person.id === members[0])!;
    expect(await answered()).toMatchObject({ answer: 'leave', leave: { decision: 'granted' } });
    await act(secretary, (inside) => acts.postpone(inside, { id, on: day('2026-11-28'), reason: 'bão' }));
    expect(await answered()).toMatchObject({ answer: null });
    await act(secretary, (inside) => acts.cancel(inside, { id, reason: 'thôi' }));
  });

  test('about another day than that on which it is opened mark nobody', async () => {
    const { id } = await planIn(cell, { on: day('2026-11-27') });
    await ask(secretary, 'answer', { id, personId: members[0]!, answer: 'leave', reason: 'duty', decision: 'granted' }, acts.answer);
    await open(id);
    expect((await at(id)).roll.filter(({ mark }) => mark !== null)).toEqual([]);
    await act(secretary, (inside) => acts.unopen(inside, { id }));
    expect(await at(id)).toMatchObject({ on: '2026-11-27', state: 'planned' });
    await act(secretary, (inside) => acts.cancel(inside, { id, reason: 'thôi' }));
  });
});

describe('plans', () => {
  test('a sitting goes on from the first one of its topic, of the same unit and kind', async () => {
    const theme = { kind: 'thematic', topic: 'Học tập' } as const;
    const first = await planIn(cell, { ...theme, on: day('2026-12-01') });
    const second = await planIn(cell, { ...theme, on: day('2026-12-02'), seriesId: first.id });
    const third = await planIn(cell, { ...theme, on: day('2026-12-03'), seriesId: second.id });
    expect((await at(third.id)).seriesId).toBe(first.id);
    expect(await code(planIn(cell, { on: day('2026-12-04'), seriesId: first.id }))).toBe('meetings.noSeries');
    for (const { id } of [first, second, third]) await act(secretary, (inside) => acts.cancel(inside, { id, reason: 'thử' }));
  });

  test('two who plan the same months at once plan them once', async () => {
    const own = await build.unit({ kind: 'cell', name: 'Chi bộ hai người', parent: commune });
    await build.derive();
    const input = { unitId: own, from: '2026-12', months: 2, dayOfMonth: 3 };
    await Promise.all([1, 2, 3].map(() => ask(office, 'planMonths', input, acts.planMonths)));
    expect((await listMeetings(office, { unitId: own, order: 'ahead', limit: 50 })).items).toHaveLength(2);
  });

  test('a year of regular meetings, months that have one left alone, short months at their last day', async () => {
    const own = await build.unit({ kind: 'cell', name: 'Chi bộ cả năm', parent: commune });
    await build.derive();
    await planIn(own, { on: day('2027-02-10') }, office);
    const { planned, skipped } = await ask(office, 'planMonths', { unitId: own, from: '2026-12', months: 4, dayOfMonth: 31, starts: '19:30' }, acts.planMonths);
    expect(planned.map(({ on }) => on)).toEqual(['2026-12-31', '2027-01-31', '2027-03-31']);
    expect(skipped).toBe(1);
    const { items } = await listMeetings(office, { unitId: own, order: 'ahead', limit: 50 });
    expect(items.map(({ on }) => on)).toEqual(['2026-12-31', '2027-01-31', '2027-02-10', '2027-03-31']);
  });

  test('none is planned on a public holiday, and the next year is planned to its end', async () => {
    const own = await build.unit({ kind: 'cell', name: 'Chi bộ nghỉ lễ', parent: commune });
    await build.derive();
    const { planned } = await ask(office, 'planMonths', { unitId: own, from: '2027-01', months: 12, dayOfMonth: 30 }, acts.planMonths);
    expect(planned.filter(({ movedFrom }) => movedFrom !== null).map(({ on, movedFrom }) => [movedFrom, on])).toEqual([['2027-04-30', '2027-04-29']]);
    expect([planned.length, planned.at(-1)!.on]).toEqual([12, '2027-12-30']);
  });

  test('a unit holds its own kinds of meeting, on days on which it stands', async () => {
    expect(await code(planIn(commune, {}, office))).toBe('meetings.kindNotHere');
    expect(await code(planIn(cell, { on: day('1999-01-01') }))).toBe('meetings.unitGone');
    expect(await code(planIn(cell, { seriesId: newId<'meeting'>(0) }))).toBe('meetings.noSeries');
    expect(await code(ask(office, 'plan', { unitId: commune, kind: 'committee', on: day('2026-11-20') }, acts.plan))).toBe('done');
  });

  test('what the last meeting concluded, tasks, who is away and whose exemption ends are proposed', async () => {
    await build.away(members[4]!, { from: '2026-11-01', to: '2026-11-30', withLeave: true });
    await build.exemption(members[3]!, { from: '2026-01-01', to: '2026-12-31' });
    const { id } = await planIn(cell);
    const proposed = await listBefore(secretary, { id });
    expect(proposed.lastMeeting?.conclusions).toEqual(['Vận động làm đường']);
    expect(proposed.away.map(({ fullName }) => fullName)).toEqual(['Hoàng Văn Em']);
    expect(proposed.exemptionsEnding).toEqual([{ id: members[3], fullName: 'Phạm Thị Dung', on: '2026-12-31' }]);
    expect(proposed.openTasks.map(({ title }) => title)).toContain('Vận động làm đường');
  });
});

describe('access', () => {
  test('whoever is elsewhere neither sees nor records', async () => {
    const { id } = await planIn(cell);
    expect(await code(at(id, stranger))).toBe('platform.notFound');
    expect(await code(act(stranger, (inside) => acts.cancel(inside, { id, reason: 'x' })))).toBe('platform.notFound');
    expect(await code(planIn(cell, {}, stranger))).toBe('platform.notFound');
    expect((await listMeetings(stranger, { order: 'latest', limit: 50 })).items).toEqual([]);
    expect(await code(listMeetings(stranger, { unitId: cell, order: 'latest', limit: 50 }))).toBe('platform.notFound');
  });

  test('nobody is named whom the writer may not read', async () => {
    const far = await build.person({ name: 'Người Xa' });
    const { id } = await planIn(cell);
    const guest = { id: newId<'guest'>(0), name: 'Người Xa', role: 'other' as const, personId: far, isPresent: true };
    expect(await code(ask(secretary, 'put', { id, piece: { part: 'guests', item: guest } }, acts.put))).toBe('meetings.strangerNamed');
    expect(await code(ask(secretary, 'put', { id, piece: { part: 'guests', item: { ...guest, personId: null } } }, acts.put))).toBe('done');
  });

  test('lists go on where the page ended', async () => {
    const first = await listMeetings(secretary, { order: 'latest', limit: 2 });
    const second = await listMeetings(secretary, { order: 'latest', limit: 200, cursor: first.next! });
    const whole = await listMeetings(secretary, { order: 'latest', limit: 200 });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(whole.items.map(({ id }) => id));
  });
});

test('a meeting of days before there was a scoring is not scored', async () => {
  const { id } = await planIn(cell, { on: day('2018-05-03') }, office);
  await ask(office, 'open', { id }, acts.open);
  expect(await code(act(office, (inside) => acts.score(inside, { id, points: {} })))).toBe('meetings.noFrame');
  await act(office, (inside) => acts.unopen(inside, { id }));
});
