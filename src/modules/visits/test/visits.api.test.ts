/** Visits through their procedures: recorded, corrected, withdrawn; promises as tasks; both records of a meeting; who is told of what. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, day } from '../../../../test/world/world.ts';
import { computeFigure, recordsAnswer } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { attentionContract } from '../../attention/attention.contract.ts';
import { listAttention } from '../../attention/server/attention.reads.ts';
import { record as recordMeeting } from '../../meetings/server/meeting.session.ts';
import { listTasks } from '../../tasks/server/task.reads.ts';
import { listOwnTasks } from '../../tasks/server/task.own.ts';
import { settleTask } from '../../tasks/server/task.commands.ts';
import { workOn } from '../../tasks/server/task.work.ts';
import { taskContract } from '../../tasks/task.contract.ts';
import { readBrief } from '../server/brief.reads.ts';
import { listObligations } from '../server/obligation.reads.ts';
import { placeFacts } from '../server/report.facts.ts';
import { listPlaces } from '../server/place.reads.ts';
import { correctVisit, putVisitBack, recordVisit, withdrawVisit } from '../server/visit.commands.ts';
import { attachToVisit, readVisitFile } from '../server/visit.files.ts';
import { listVisits, readVisit, visitsOfMeeting } from '../server/visit.reads.ts';
import { openPromisesOf, visitsIn } from '../server/index.ts';
import { missingInAll } from '../owed.ts';
import { namesPerson } from '../visit.agrees.figures.ts';
import { visitContract } from '../visit.contract.ts';
import { openVisitWorld, type VisitWorld } from './visit.world.ts';

let it: VisitWorld;
beforeAll(async () => { it = await openVisitWorld(); });
afterAll(() => it.close());

const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);
const recording = (change: object = {}) => visitContract.record.input.parse({
  unitId: it.cell, on: '2026-11-10', kind: 'field', met: ['secretary', 'residents'], heard: [{ topic: 'roads', text: 'Đèn đường hỏng ở cổng thôn' }], advice: 'Ghi kiến nghị gửi xã', ...change,
});
const record = (ctx: Ctx, change: object = {}) => act(ctx, (inside) => recordVisit(inside, recording(change)));
const list = (ctx: Ctx, change: object = {}) => listVisits(ctx, visitContract.list.input.parse(change));
const accountOf = (change: object = {}) => { const { unitId: _unit, personId: _person, promises: _promises, id: _id, ...account } = recording(change); return account; };

describe('a visit', () => {
  test('is recorded by who follows the place, once under its id, and read where it was and by who went', async () => {
    const id = newId<'visit'>(0);
    const first = await record(it.follower, { id });
    expect(await record(it.follower, { id })).toEqual(first);
    expect(await code(record(it.stranger, { id: newId(0) }))).toBe('platform.notFound');
    expect(await readVisit(it.secretary, { id })).toMatchObject({ unit: { name: 'Chi bộ thôn Bắc' }, person: { name: 'Trần Văn Bám' }, topics: ['roads'], agreement: 'noMeeting', may: [] });
    expect((await readVisit(it.follower, { id })).may).toEqual(['correct', 'attach', 'putBack']);
    expect(await code(readVisit(it.elsewhere, { id }))).toBe('platform.notFound');
    expect((await list(it.elsewhere)).items).toEqual([]);
    expect((await list(it.board, { unitId: it.commune })).items.map((item) => item.id)).toContain(id);
    expect((await list(it.follower, { mine: 'yes' })).items.map((item) => item.id)).toContain(id);
    const asking = { ...it.follower, asked: new Set<string>() };
    await list(asking, { mine: 'yes' });
    expect([...asking.asked]).toContain('visit.read');
  });

  test('is not of tomorrow, and promises nothing for a day before it', async () => {
    expect(await code(record(it.follower, { on: '2026-11-21' }))).toBe('visits.inFuture');
    expect(await code(record(it.follower, { on: '2020-01-01' }))).toBe('visits.tooLongAgo');
    expect(await code(record(it.follower, { promises: [{ id: newId(0), text: 'Xin đèn', dueOn: '2026-11-01' }] }))).toBe('visits.promiseBefore');
  });

  test('is written down by an office for a cadre who follows the place, and for nobody else', async () => {
    expect(await code(record(it.office))).toBe('visits.noPerson');
    const { id } = await record(it.office, { personId: it.cadre, on: '2026-10-02' });
    expect(await readVisit(it.follower, { id })).toMatchObject({ may: ['correct', 'attach', 'putBack'] });
    expect(await code(record(it.office, { personId: it.cadre, on: '2026-03-02' }))).toBe('visits.notOwn');
  });

  test('is corrected by its writer alone, with what stood before; withdrawn it is among the own ones only, and comes back', async () => {
    const { id } = await record(it.follower, { on: '2026-09-03' });
    expect(await code(act(it.office, (ctx) => correctVisit(ctx, { id, version: 1, ...accountOf({ on: '2026-09-03' }), advice: 'x' })))).toBe('visits.notWriter');
    await act(it.follower, (ctx) => correctVisit(ctx, { id, version: 1, ...accountOf({ on: '2026-09-03' }), advice: 'Làm việc với điện lực' }));
    expect(await code(act(it.follower, (ctx) => correctVisit(ctx, { id, version: 1, ...accountOf() })))).toBe('platform.stale');
    expect((await readVisit(it.office, { id })).steps).toMatchObject([{ kind: 'corrected', former: ['advice'] }]);
    await act(it.follower, (ctx) => withdrawVisit(ctx, { id, reason: 'Ghi nhầm nơi' }));
    expect((await list(it.office)).items.map((item) => item.id)).not.toContain(id);
    expect((await list(it.follower, { mine: 'yes' })).items.find((item) => item.id === id)).toMatchObject({ isWithdrawn: true });
    await act(it.follower, (ctx) => putVisitBack(ctx, { id }));
    expect((await list(it.office)).items.map((item) => item.id)).toContain(id);
  });

  test('carries pictures, the same bytes once, seen by who reads the visit', async () => {
    const { id } = await record(it.follower, { on: '2026-09-04' });
    const base64 = Buffer.from([0xff, 0xd8, 0xff, 0xd9]).toString('base64');
    const attach = (ctx: Ctx, given = base64) => act(ctx, (inside) => attachToVisit(inside, { id, name: 'anh.jpg', base64: given, hasNoSecrecyStamp: true }));
    const { id: fileId } = await attach(it.follower);
    expect((await attach(it.follower)).id).toBe(fileId);
    expect(await code(attach(it.office))).toBe('visits.notWriter');
    expect(await code(attach(it.follower, Buffer.from('chỉ là chữ').toString('base64')))).toBe('visits.fileUnknown');
    expect((await readVisitFile(it.secretary, { id, fileId })).type).toBe('image/jpeg');
    expect(await code(readVisitFile(it.elsewhere, { id, fileId }))).toBe('platform.notFound');
  });
});

describe('a promise', () => {
  test('is a task that the cadre answers for and the place confirms; kept in time it counts', async () => {
    const task = newId<'task'>(0);
    const { id } = await record(it.follower, { on: '2026-11-03', promises: [{ id: task, text: 'Xin ba bóng đèn cho cổng thôn', dueOn: '2026-11-18' }] });
    const tasks = await listTasks(it.secretary, taskContract.list.input.parse({ unitId: it.cell, originKind: 'visit' }));
    expect(tasks.items).toMatchObject([{ id: task, owner: { id: it.cadre }, dueOn: '2026-11-18', origin: { kind: 'visit', id, name: '03/11/2026' } }]);
    expect(await openPromisesOf(it.board, { unitIds: [it.commune] })).toMatchObject([{ id: task, isLate: true, owner: { name: 'Trần Văn Bám' } }]);
    expect((await readBrief(it.secretary, { unitId: it.cell })).promises).toMatchObject([{ id: task, isLate: true }]);
    expect((await listOwnTasks(it.follower)).items).toMatchObject([{ id: task, unit: 'Chi bộ thôn Bắc' }]);
    expect((await listAttention(it.secretary, attentionContract.list.input.parse({}))).items.filter(({ alert }) => alert === 'task.ownerLeft')).toEqual([]);
    await act({ ...it.follower, today: day('2026-11-17'), now: new Date('2026-11-17T03:00:00Z') }, (ctx) => workOn(ctx, { id: task, act: 'report', note: null }));
    await act(it.secretary, (ctx) => settleTask(ctx, { id: task, state: 'done', on: day('2026-11-19'), note: null }));
    expect(await computeFigure(it.office, { figure: 'visits.promisesKept', unit: it.commune, from: day('2026-11-01'), on: day('2026-11-20') })).toMatchObject({ value: { count: 1, base: 1 } });
    expect((await readVisit(it.follower, { id })).promised).toMatchObject([{ id: task, standing: 'confirmed' }]);
  });

  test('that nobody has touched goes with a visit that is withdrawn', async () => {
    const task = newId<'task'>(0);
    const { id } = await record(it.follower, { on: '2026-10-20', promises: [{ id: task, text: 'Hỏi về đường nội đồng', dueOn: '2026-12-18' }] });
    await act(it.follower, (ctx) => withdrawVisit(ctx, { id, reason: 'Ghi trùng' }));
    expect((await openPromisesOf(it.board, { unitIds: [it.commune] })).map((one) => one.id)).not.toContain(task);
    await act(it.follower, (ctx) => putVisitBack(ctx, { id }));
    expect((await openPromisesOf(it.board, { unitIds: [it.commune] })).map((one) => one.id)).toContain(task);
  });
});

describe('a meeting that a visit says it attended', () => {
  const hold = (on: string, guests: readonly object[]) => act(it.secretary, (ctx) => recordMeeting(ctx, {
    unitId: it.cell, kind: 'regular', isExtended: false, on: day(on), starts: '19:30', ends: '21:00', place: null, mode: 'in_person', topic: null, seriesId: null, exceptions: [], guests: guests as never, opinions: [], votes: [], conclusions: [], points: null,
  }));
  const guest = (name: string, isPresent = true) => ({ id: newId<'guest'>(0), name, role: 'assigned', personId: null, isPresent });

  test('confirms it by its guests, or does not; both are told, and counted', async () => {
    const agreed = await record(it.follower, { on: '2026-10-05', kind: 'cellMeeting' });
    expect(await readVisit(it.follower, { id: agreed.id })).toMatchObject({ agreement: 'noRecord', meeting: null });
    const { id: meetingId } = await hold('2026-10-05', [guest('Đ/c TRẦN VĂN BÁM, Ban Tổ chức'.normalize('NFD'))]);
    expect(await readVisit(it.follower, { id: agreed.id })).toMatchObject({ agreement: 'agrees', meeting: { id: meetingId, kind: 'regular' } });
    await record(it.follower, { on: '2026-09-07', kind: 'cellMeeting' });
    const { id: unnamed } = await hold('2026-09-07', [guest('Trần Văn Bám Trụ')]);
    expect((await visitsOfMeeting(it.secretary, { meetingId: unnamed })).items).toMatchObject([{ agreement: 'differs' }]);
    const { id: unwritten } = await hold('2026-08-07', [guest('Trần Văn Bám')]);
    expect(await visitsOfMeeting(it.secretary, { meetingId: unwritten })).toMatchObject({ items: [], unmatched: [{ id: it.cadre }] });
    expect(await code(visitsOfMeeting(it.elsewhere, { meetingId }))).toBe('platform.notFound');
    const period = { unit: it.commune, from: day('2026-01-01'), on: day('2026-11-20') };
    expect((await computeFigure(it.office, { figure: 'visits.agreed', ...period })).value).toMatchObject({ count: 1, base: 2 });
    expect((await computeFigure(it.office, { figure: 'visits.meetings', ...period })).value.count).toBe(2);
    expect((await computeFigure(it.office, { figure: 'visits.cadresAtMeetings', ...period })).value.count).toBe(1);
    expect((await recordsAnswer(it.office, { figure: 'visits.agreed', ...period, set: 'rest', cursor: undefined, limit: 10 })).items).toHaveLength(1);
  });

  test('names whoever bears a hyphen or a form of address in the name', async () => {
    const build = buildIn(it.world);
    const { id } = await hold('2026-07-06', [guest('Đ/c Rơ-Chăm H’Yéo - Ban Tổ chức'), guest('Ông Văn Tám'), guest('Bà Lê Thị Tư (Mặt trận)')]);
    const isNamed = async (name: string) => (await firstRow(it.world.owner.db, sql<{ named: boolean }>`select ${namesPerson('m', sql`${await build.person({ name })}::uuid`)} as named from meetings m where m.id = ${id}`))!.named;
    for (const name of ['Rơ-Chăm H’Yéo', 'Ông Văn Tám', 'Lê Thị Tư']) expect(await isNamed(name), name).toBe(true);
    for (const name of ['Rơ', 'Rơ-Chăm', 'Bà']) expect(await isNamed(name), name).toBe(false);
  });
});

describe('obligations', () => {
  test('are counted by the days followed, beside what was done', async () => {
    const asked = { from: day('2026-04-01'), to: day('2026-09-30'), unitId: it.commune, limit: 50 };
    const { items } = await listObligations(it.board, asked);
    expect(items).toMatchObject([{ person: { id: it.cadre }, tallies: { visits: { owed: 2 }, cellMeetings: { done: 1, owed: 1 }, committeeMeetings: { done: 0, owed: 1 } }, isMet: false }]);
    expect((await listObligations(it.follower, asked)).items).toHaveLength(1);
    expect((await listObligations(it.elsewhere, { ...asked, unitId: undefined })).items).toEqual([]);
    expect(await code(listObligations(it.board, { ...asked, to: day('2026-01-01') }))).toBe('visits.periodBackwards');
    const period = { unit: it.province, from: day('2026-04-01'), on: day('2026-09-30') };
    expect((await computeFigure(it.board, { figure: 'visits.obligationsMet', ...period })).value).toMatchObject({ count: 0, base: 1 });
    expect((await computeFigure(it.board, { figure: 'visits.unvisited', ...period })).value).toMatchObject({ count: 0, base: 1 });
  });

  test('that are owed by the year count what was done from January on: in the figure, the report and on the page alike', async () => {
    const asked = { from: day('2026-10-01'), to: day('2026-11-20'), unitId: it.commune, limit: 50 };
    const { items } = await listObligations(it.board, asked);
    expect(items).toMatchObject([{ tallies: { cellMeetings: { done: 2, owed: 1 }, committeeMeetings: { done: 0, owed: 1 } }, isMet: false }]);
    const facts = await placeFacts(it.board, { unitId: it.province, personId: it.cadre, from: asked.from, to: asked.to });
    expect(facts).toMatchObject([{ owed: { cellMeetings: 1, committeeMeetings: 1 }, yearSoFar: { cellMeetings: 2, committeeMeetings: 0 }, isMet: false }]);
    await sql`update oversight_duties set committee_meetings_per_year = 0`.execute(it.world.owner.db);
    expect((await computeFigure(it.board, { figure: 'visits.obligationsMet', unit: it.province, from: asked.from, on: asked.to })).value).toMatchObject({ count: 1, base: 1 });
    await sql`update oversight_duties set committee_meetings_per_year = 2`.execute(it.world.owner.db);
  });

  test('are told early, at the place, and no longer once a visit was made', async () => {
    const late = { ...it.follower, today: day('2027-03-20'), now: new Date('2027-03-20T03:00:00Z') };
    const owed = async () => (await listAttention(late, attentionContract.list.input.parse({}))).items.filter(({ alert }) => alert === 'visit.owed');
    expect(await owed()).toMatchObject([{ unit: { id: it.commune }, subject: { kind: 'person', id: it.cadre }, dueOn: '2027-03-31', amount: 11 }]);
    await act(late, (ctx) => recordVisit(ctx, recording({ on: '2027-03-15' })));
    expect(await owed()).toEqual([]);
  });

  test('of a report are told once its period has ended', async () => {
    const due = (await listAttention(it.follower, attentionContract.list.input.parse({}))).items.filter(({ alert }) => alert === 'visit.reportDue');
    expect(due).toMatchObject([{ unit: { id: it.commune }, subject: { id: it.cadre }, since: '2026-10-01', dueOn: '2026-10-10' }]);
  });

  test('stand on the places of the cadre with what comes next', async () => {
    const { items } = await listPlaces(it.follower);
    expect(items).toMatchObject([{ unit: { id: it.commune }, quarter: { to: '2026-12-31', visits: { owed: 1 }, cellMeetings: { done: 2, owed: 2 }, committeeMeetings: { done: 0, owed: 2 } }, below: [{ id: it.cell }], promises: { open: 1 } }]);
    expect(missingInAll(items[0]!.quarter)).toBe(2);
    expect(items[0]!.ahead.map(({ what }) => what)).toContain('quarter');
    expect(await listPlaces(it.office)).toEqual({ items: [] });
  });
});

test('the brief tells of the place to who reads visits there', async () => {
  const brief = await readBrief(it.follower, { unitId: it.commune });
  expect(brief).toMatchObject({ unit: { name: 'Đảng bộ xã Hạ' }, cadres: [{ id: it.cadre }], lastVisit: { on: '2026-11-10' }, since: '2026-11-10' });
  expect(brief.missed.flatMap(({ months }) => months)).not.toContain('2026-09');
  expect(await code(readBrief(it.elsewhere, { unitId: it.commune }))).toBe('platform.notFound');
});

test('the brief names who leads the place, since when, to who reads posts there; a cell is told once with the months that it missed', async () => {
  const build = buildIn(it.world);
  const leader = await build.person({ name: 'Lê Thị Đứng Đầu' });
  const post = await build.post(it.commune, 'secretary');
  await build.tenure(leader, post, { from: '2026-07-01' });
  const brief = await readBrief(it.follower, { unitId: it.commune });
  expect(brief.leaders).toMatchObject([{ person: { name: 'Lê Thị Đứng Đầu' }, post: 'secretary', since: '2026-07-01' }]);
  expect(brief.missedCells).toBe(new Set(brief.missed.map(({ unit }) => unit.id)).size);
});

test('other modules ask for visits of units and of people', async () => {
  const period = { from: day('2026-01-01'), to: day('2026-11-20') };
  const [byUnit, byPerson] = [await visitsIn(it.board, { unitIds: [it.commune], ...period }), await visitsIn(it.board, { personIds: [it.cadre], ...period })];
  expect(byUnit).toEqual(byPerson);
  expect(byUnit.length).toBeGreaterThan(4);
  expect(await visitsIn(it.board, { unitIds: [it.other], ...period })).toEqual([]);
  expect((byUnit[0]?.id satisfies Id<'visit'> | undefined)).toBeDefined();
});

test('cadres of one name in the list of visits are told apart by their year of birth', async () => {
  const twin = newId<'person'>(0);
  await sql`insert into people select (jsonb_populate_record(p, jsonb_build_object('id', ${twin}::text, 'birth_on', '1961-02-03', 'birth_precision', 'day'))).* from people p where p.id = ${it.cadre}`.execute(it.world.owner.db);
  await sql`insert into visits select (jsonb_populate_record(v, jsonb_build_object('id', ${newId(0)}::text, 'person_id', ${twin}::text))).* from visits v where v.person_id = ${it.cadre} and v.state = 'kept' limit 1`.execute(it.world.owner.db);
  const { items } = await list(it.board);
  const nameOf = (id: string) => items.find(({ person }) => person.id === id)?.person.name;
  expect([nameOf(twin)?.startsWith('Trần Văn Bám (1961'), nameOf(twin) === nameOf(it.cadre)]).toEqual([true, false]);
  await sql`delete from visits where person_id = ${twin}`.execute(it.world.owner.db);
});
