/** What phones carry: each persona its own and nothing of others, brought by a grant, taken away by a revocation, in bounded answers. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIn } from '../../../test/world/build.ts';
import { actorWith, contextFor } from '../../../test/world/world.ts';
import { giveAccount, giveRole, type GivenAccount, type GivenAssignment } from '../../access/test/access.world.ts';
import { newId } from '../../platform/ids.ts';
import { allSources } from '../../records.ts';
import { recordTypes, type RecordType } from '../record.ts';
import { enrolPhone, openSyncWorld, type SyncWorld, type TestPhone } from './sync.world.ts';

let given: SyncWorld;

beforeAll(async () => {
  given = await openSyncWorld();
});
afterAll(() => given.close());

type Cell = 'cell' | 'siblingCell' | 'far';
const cells: readonly Cell[] = ['cell', 'siblingCell', 'far'];

async function phoneOf(role?: GivenAssignment): Promise<TestPhone & { owner: GivenAccount }> {
  const owner = await given.account(role);
  const phone = await enrolPhone(given, owner);
  await phone.pull();
  return { ...phone, owner };
}

const ids = (phone: TestPhone, type: RecordType) => [...(phone.held.get(type)?.keys() ?? [])];
const count = (phone: TestPhone) => [...phone.held.values()].reduce((sum, records) => sum + records.size, 0);

/** Nothing of the cell is on the phone: no id of it, no name, no topic. */
function expectNothingOf(phone: TestPhone, cell: Cell): void {
  const { names, meeting, task, member, away } = given.filled[cell];
  const text = phone.text();
  expect([...names, meeting, task, member, away, given.places[cell]].filter((secret) => text.includes(secret))).toEqual([]);
}

function expectAllOf(phone: TestPhone, cell: Cell): void {
  expect(ids(phone, 'unit')).toContain(given.places[cell]);
  for (const type of ['rules', 'roster', 'attention'] as const) expect(ids(phone, type)).toContain(given.places[cell]);
  expect(ids(phone, 'meeting')).toContain(given.filled[cell].meeting);
  expect(ids(phone, 'task')).toContain(given.filled[cell].task);
  expect(ids(phone, 'away')).toContain(given.filled[cell].away);
}

describe('a phone carries what its owner may record the meetings of', () => {
  const personas: readonly (readonly [string, () => GivenAssignment, readonly Cell[]])[] = [
    ['a secretary', () => ({ role: 'cell_secretary', unitId: given.places.cell }), ['cell']],
    ['a secretary of the cell alone', () => ({ role: 'cell_secretary', unitId: given.places.cell, reach: 'unit' }), ['cell']],
    ['a secretary over the cells of a commune', () => ({ role: 'cell_secretary', unitId: given.places.commune, reach: 'children' }), ['cell']],
    ['the office of a commune', () => ({ role: 'office_officer', unitId: given.places.sibling }), ['siblingCell']],
    ['the board of a province', () => ({ role: 'board_officer', unitId: given.places.province }), ['cell', 'siblingCell']],
    ['the board of another province', () => ({ role: 'board_officer', unitId: given.places.elsewhere }), ['far']],
  ];

  test.for(personas)('%s', async ([, role, own]) => {
    const phone = await phoneOf(role());
    for (const cell of cells) (own.includes(cell) ? expectAllOf : expectNothingOf)(phone, cell);
  });

  const ended: readonly (readonly [string, () => GivenAssignment])[] = [
    ['until yesterday', () => ({ role: 'cell_secretary', unitId: given.places.cell, to: '2026-11-19' })],
    ['from tomorrow', () => ({ role: 'cell_secretary', unitId: given.places.cell, from: '2026-11-21' })],
    ['taken back', () => ({ role: 'cell_secretary', unitId: given.places.cell, revoked: true })],
    ['of a commune that is no more', () => ({ role: 'office_officer', unitId: given.places.predecessor })],
    ['of a member', () => ({ role: 'member' })],
    ['of the administrator', () => ({ role: 'system_administrator' })],
  ];

  test.for(ended)('nothing for a role %s', async ([, role]) => {
    const account = await given.account({ role: 'cell_secretary', unitId: given.places.far });
    const phone = await enrolPhone(given, account);
    await given.world.db.updateTable('assignments').set({ revoked_at: new Date() }).where('account_id', '=', account.id).execute();
    await giveRole(given.world, account, role());
    await phone.pull();
    expect(count(phone)).toBe(0);
  });

  test('and of whoever answers for a task that task, at whatever unit; nothing else of the unit', async () => {
    const build = buildIn(given.world);
    const person = await build.person({ name: 'Người phụ trách' });
    await build.member(person, given.places.siblingCell);
    const owner = await giveAccount(given.world, { personId: person });
    await giveRole(given.world, owner, { role: 'member' });
    await sql`update tasks set owner_id = ${person} where id = ${given.filled.siblingCell.task}`.execute(given.world.owner.db);
    const phone = await enrolPhone(given, owner);
    await phone.pull();
    expect([...phone.held].map(([type, records]) => [type, [...records.keys()]]).filter(([, held]) => held!.length > 0)).toEqual([['task', [given.filled.siblingCell.task]]]);
    expect(JSON.stringify([...phone.held.get('task')!.values()])).toContain('"isMine":true');
    await sql`update tasks set owner_id = null where id = ${given.filled.siblingCell.task}`.execute(given.world.owner.db);
    await phone.pull();
    expect(count(phone)).toBe(0);
  });

  test('and a stranger without a session nothing at all', async () => {
    const { deviceId } = await phoneOf();
    expect(await given.post('/api/sync/pull', { deviceId, held: {} })).toMatchObject({ status: 401 });
    const stranger = await giveAccount(given.world);
    expect(await given.post('/api/sync/pull', { deviceId, held: {} }, stranger)).toMatchObject({ status: 404, body: { code: 'sync.deviceUnknown' } });
  });
});

describe('the records', () => {
  test('say what the pages need', async () => {
    const phone = await phoneOf();
    const { places, filled } = given;
    const body = (type: RecordType, id: string) => phone.held.get(type)!.get(id)!.body;
    expect(body('unit', places.cell)).toEqual({ id: places.cell, name: 'Chi bộ thôn Thượng', kind: 'cell', parent: 'Đảng bộ xã' });
    expect(body('task', filled.cell.task)).toMatchObject({ title: 'Việc của cell', state: 'open', owner: { id: filled.cell.member, fullName: 'Ở nhà của cell' }, unit: { id: places.cell }, may: ['task.record', 'task.assign', 'task.report'], origin: { id: filled.cell.meeting, meetingKind: 'regular' } });
    expect(body('away', filled.cell.away)).toMatchObject({ personId: filled.cell.away, fullName: 'Đi xa của cell', withLeave: true, mayRecord: true });
    const rules = body('rules', places.cell) as { values: Record<string, { value: { value: number; paper: string } }[]>; frames: { value: { criteria: unknown[] } }[]; off: string[] };
    expect(rules.values['meeting.quorumShare']![0]!.value).toMatchObject({ value: 0.5, paper: expect.any(String) as string });
    expect(rules.frames[0]!.value.criteria.length).toBeGreaterThan(0);
    expect(rules.off).toContain('2026-09-02');
  });

  test('are of kinds that somebody gives, and of each kind one source', () => {
    const types = allSources.sources.map(({ type }) => type);
    expect(new Set(types).size).toBe(types.length);
    expect(recordTypes).toEqual(expect.arrayContaining(types));
  });

  /** Of whoever follows places and goes there, wherever that is: `visit.offline.test.ts` says what they are given. */
  const isOfCadre = ({ type }: { readonly type: RecordType }) => type === 'place' || type === 'visit';

  test.for(allSources.sources.filter(isOfCadre).map((source) => [source.type, source] as const))('of %s are given to nobody for standing above', async ([, { records }]) => {
    const board = contextFor(given.world, actorWith([{ role: 'board_officer', unitId: given.places.province }]));
    expect(await records(board, [given.places.cell, given.places.siblingCell])).toEqual([]);
  });

  test.for(allSources.sources.filter((source) => !isOfCadre(source)).map((source) => [source.type, source] as const))('of %s are given to nobody beyond whose reach the units lie', async ([, { records }]) => {
    const units = [given.places.cell, given.places.siblingCell];
    const stranger = contextFor(given.world, actorWith([{ role: 'board_officer', unitId: given.places.elsewhere }]));
    const board = contextFor(given.world, actorWith([{ role: 'board_officer', unitId: given.places.province }]));
    expect(await records(stranger, units)).toEqual([]);
    expect((await records(board, units)).length).toBeGreaterThanOrEqual(2);
  });

  test.for(allSources.sources.map((source) => [source.type, source] as const))('of %s are the same to the letter on the next day, where nothing falls due', async ([, { records }]) => {
    const actor = actorWith([{ role: 'board_officer', unitId: given.places.province }]);
    const on = async (moment: string) => JSON.stringify(await records(contextFor(given.world, actor, new Date(moment)), [given.places.cell]));
    expect(await on('2026-11-21T03:00:00Z')).toBe(await on('2026-11-20T04:00:00Z'));
  });

  test('settled long ago are left out, and come back when they are opened again', async () => {
    const phone = await phoneOf();
    const { task } = given.filled.cell;
    const tasks = given.world.owner.db.updateTable('tasks').where('id', '=', task);
    await tasks.set({ state: 'done', settled_on: '2026-09-20' }).execute();
    await phone.pull();
    expect(ids(phone, 'task')).not.toContain(task);
    await tasks.set({ settled_on: '2026-09-21' }).execute();
    await phone.pull();
    expect(ids(phone, 'task')).toContain(task);
    await tasks.set({ state: 'open', settled_on: null }).execute();
  });
});

describe('what the phone holds', () => {
  test('is not sent again, and what changed is sent alone', async () => {
    const phone = await phoneOf();
    expect((await phone.ask()).body).toMatchObject({ changed: [], gone: [], more: false, units: { count: 1, most: 100 } });
    given.pass({ minutes: 5 });
    await given.world.owner.db.updateTable('tasks').set({ title: 'Việc đã sửa' }).where('id', '=', given.filled.cell.task).execute();
    const { changed, gone } = (await phone.ask()).body as { changed: { type: string; id: string }[]; gone: unknown[] };
    expect(changed.filter(({ type }) => type === 'task').map(({ id }) => id)).toEqual([given.filled.cell.task]);
    expect(changed.filter(({ type }) => ['unit', 'rules', 'away'].includes(type))).toEqual([]);
    expect(gone).toEqual([]);
    await given.world.owner.db.updateTable('tasks').set({ title: 'Việc của cell' }).where('id', '=', given.filled.cell.task).execute();
  });

  test('tells nothing of what others have: their ids are gone like ids that never were', async () => {
    const phone = await phoneOf();
    const { siblingCell } = given.filled;
    const foreign = { unit: { [given.places.siblingCell]: 'x', [newId(0)]: 'x' }, rules: { [given.places.siblingCell]: 'x' }, roster: { [given.places.siblingCell]: 'x' }, meeting: { [siblingCell.meeting]: 'x', [newId(0)]: 'x' }, task: { [siblingCell.task]: 'x' }, away: { [siblingCell.away]: 'x' } };
    const { changed, gone } = (await phone.ask(foreign)).body as { changed: { id: string }[]; gone: { type: string; id: string }[] };
    const named = (key: { type: string; id: string }) => `${key.type} ${key.id}`;
    expect(gone.map(named).toSorted()).toEqual(Object.entries(foreign).flatMap(([type, records]) => Object.keys(records).map((id) => named({ type, id }))).toSorted());
    const text = JSON.stringify(changed);
    expect(siblingCell.names.filter((name) => text.includes(name))).toEqual([]);
  });
});

describe('as rights and people move', () => {
  test('a grant brings, and taking it back takes away, all at the next call', async () => {
    const phone = await phoneOf();
    const before = phone.text();
    const assignment = await giveRole(given.world, phone.owner, { role: 'cell_secretary', unitId: given.places.siblingCell });
    await phone.pull();
    expectAllOf(phone, 'siblingCell');
    await given.world.db.updateTable('assignments').set({ revoked_at: new Date() }).where('id', '=', assignment).execute();
    await phone.pull();
    expectNothingOf(phone, 'siblingCell');
    expect(phone.text()).toBe(before);
  });

  test('one who may record nowhere any more is left with nothing', async () => {
    const phone = await phoneOf({ role: 'office_officer', unitId: given.places.commune });
    expect(count(phone)).toBeGreaterThan(4);
    await given.world.db.updateTable('assignments').set({ revoked_at: new Date() }).where('account_id', '=', phone.owner.id).execute();
    await phone.pull();
    expect(count(phone)).toBe(0);
  });

  test('a password given by somebody else opens nothing, and the phone keeps what it has until it is changed', async () => {
    const phone = await phoneOf();
    const change = (must: boolean) => given.world.db.updateTable('accounts').set({ must_change_password: must }).where('id', '=', phone.owner.id).execute();
    await change(true);
    expect(await phone.ask()).toMatchObject({ status: 403 });
    await change(false);
    expect((await phone.ask()).body).toMatchObject({ changed: [], gone: [] });
  });

  test('a member who moves is on the phone of the new cell and no longer on that of the old, which does not learn where to', async () => {
    const { person, board } = await memberAway('Người chuyển đi');
    const [old, next] = [await phoneOf(), await phoneOf({ role: 'cell_secretary', unitId: given.places.siblingCell })];
    expect(ids(old, 'away')).toContain(person);
    expect(next.text()).not.toContain(person);
    expect(await given.post('/api/membership/transfer', { personId: person, toCellId: given.places.siblingCell, on: '2026-11-20' }, board)).toMatchObject({ status: 200 });
    await Promise.all([old.pull(), next.pull()]);
    expect(ids(old, 'away')).not.toContain(person);
    expectNothingOf(old, 'siblingCell');
    expect(ids(next, 'away')).toContain(person);
    expectNothingOf(next, 'cell');
  });

  test('a member transferred out is nowhere in the register of those away', async () => {
    const { person, board } = await memberAway('Người chuyển ra');
    const phone = await phoneOf();
    expect(ids(phone, 'away')).toContain(person);
    expect(await given.post('/api/membership/transfer-out', { personId: person, on: '2026-11-20' }, board)).toMatchObject({ status: 200 });
    await phone.pull();
    expect(ids(phone, 'away')).not.toContain(person);
  });

  test('what is recorded of a member in the new cell is not told to the old one, nor what was recorded in the old to the new', async () => {
    const build = buildIn(given.world);
    const person = await build.person({ name: 'Người đã chuyển' });
    const membership = await build.membership(person, { from: '2010-01-01' });
    await build.placement({ person, membership, cell: given.places.cell, from: '2010-01-01', to: '2026-08-31' });
    await build.placement({ person, membership, cell: given.places.siblingCell, from: '2026-09-01' });
    const [before, after] = [{ from: '2026-07-07', to: '2026-07-17' }, { from: '2026-10-07', to: '2026-10-17' }];
    for (const period of [before, after]) {
      await build.exemption(person, period);
      await build.away(person, period);
      await build.placement({ person, membership, cell: given.places.far, kind: 'temporary', ...period });
    }
    const [old, next] = [await phoneOf(), await phoneOf({ role: 'cell_secretary', unitId: given.places.siblingCell })];
    for (const [phone, own, others] of [[old, before, after], [next, after, before]] as const) {
      const text = JSON.stringify(roster(phone).people.find(({ id }) => id === person));
      expect(text).toContain(own.from);
      expect([others.from, others.to].filter((on) => text.includes(on))).toEqual([]);
    }
  });

  test('of who holds a post of a committee nothing is told of the cell that he belongs to', async () => {
    const build = buildIn(given.world);
    const person = await build.person({ name: 'Ủy viên của xã' });
    await build.member(person, given.places.siblingCell);
    await build.exemption(person, { from: '2026-10-07', to: '2026-10-17' });
    await build.tenure(person, await build.post(given.places.commune, 'committee_member'));
    const phone = await phoneOf({ role: 'office_officer', unitId: given.places.commune });
    const told = roster(phone, given.places.commune).people.find(({ id }) => id === person);
    expect(told).toEqual({ id: person, fullName: 'Ủy viên của xã', bornIn: null, memberships: [], placements: [], exemptions: [], awaySpells: [] });
  });

  function roster(phone: TestPhone, unit = ids(phone, 'unit')[0]!) {
    return phone.held.get('roster')!.get(unit)!.body as { people: { id: string }[] };
  }

  test('a guest of another cell is told to be elsewhere, and where only to whoever may know', async () => {
    const { person, board } = await memberAway('Người sinh hoạt tạm');
    expect(await given.post('/api/membership/place-temporarily', { personId: person, cellId: given.places.siblingCell, period: { from: '2026-11-20', to: '2027-05-20' } }, board)).toMatchObject({ status: 200 });
    const [secretary, office] = [await phoneOf(), await phoneOf({ role: 'board_officer', unitId: given.places.province })];
    expect(secretary.held.get('away')!.get(person)!.body).toMatchObject({ isElsewhere: true, hostCell: null });
    expectNothingOf(secretary, 'siblingCell');
    expect(office.held.get('away')!.get(person)!.body).toMatchObject({ isElsewhere: true, hostCell: 'Chi bộ thôn Hạ' });
  });

  async function memberAway(name: string) {
    const build = buildIn(given.world);
    const person = await build.person({ name });
    await build.member(person, given.places.cell);
    await build.away(person, { from: '2026-01-01' });
    return { person, board: await given.account({ role: 'board_officer', unitId: given.places.province }) };
  }
});

describe('much to carry', () => {
  test('comes in several answers of at most 300 records, each once, and ends', async () => {
    const cell = await cellWithTasks(650, 'ngắn');
    const phone = await enrolPhone(given, await given.account({ role: 'cell_secretary', unitId: cell }));
    const first = (await phone.ask()).body as { changed: unknown[]; more: boolean };
    expect(first).toMatchObject({ more: true, changed: expect.toSatisfy((records: unknown[]) => records.length === 300) as unknown[] });
    expect(await phone.pull()).toBe(3);
    expect(ids(phone, 'task')).toHaveLength(650);
    expect((await phone.ask()).body).toMatchObject({ changed: [], gone: [], more: false });
  });

  test('and of about a megabyte', async () => {
    const cell = await cellWithTasks(40, 'dài '.repeat(20_000));
    const phone = await enrolPhone(given, await given.account({ role: 'cell_secretary', unitId: cell }));
    const reply = await phone.ask();
    expect(JSON.stringify(reply.body).length).toBeLessThan(1.3 * 1024 * 1024);
    expect(await phone.pull()).toBeGreaterThan(2);
    expect(ids(phone, 'task')).toHaveLength(40);
  });

  test('says with each answer how far it has come: kinds that are whole, and what is left of the one it ended in', async () => {
    const cell = await cellWithTasks(650, 'ngắn');
    const phone = await enrolPhone(given, await given.account({ role: 'cell_secretary', unitId: cell }));
    const of = allSources.sources.length;
    const at = allSources.sources.findIndex(({ type }) => type === 'task');
    const first = (await phone.ask()).body as { changed: { type: string }[]; parts: object };
    const come = first.changed.filter(({ type }) => type === 'task').length;
    expect(first.parts).toEqual({ done: at, of, at: 'task', left: 650 - come });
    await phone.pull();
    expect((await phone.ask()).body).toMatchObject({ parts: { done: of, of, at: null, left: 0 } });
  });

  test('comes in as short answers as the phone asks for', async () => {
    const cell = await cellWithTasks(40, 'dài '.repeat(5_000));
    const owner = await given.account({ role: 'cell_secretary', unitId: cell });
    const { deviceId } = await enrolPhone(given, owner);
    const ask = (mostBytes: number) => given.post('/api/sync/pull', { deviceId, held: {}, mostBytes }, owner);
    const [short, long] = await Promise.all([ask(64 * 1024), ask(1024 * 1024)]);
    expect([short.body['more'], long.body['more']]).toEqual([true, false]);
    expect(JSON.stringify(short.body).length).toBeLessThan(100 * 1024);
    expect(await ask(100)).toMatchObject({ status: 400 });
    expect(await ask(10 * 1024 * 1024)).toMatchObject({ status: 400 });
  });

  test('is too much from a hundred units on: then nothing is carried, and what was is gone', async () => {
    const build = buildIn(given.world);
    const commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ lớn' });
    for (let at = 0; at < 99; at += 1) await build.unit({ kind: 'cell', parent: commune });
    await build.derive();
    const phone = await phoneOf({ role: 'office_officer', unitId: commune });
    expect(ids(phone, 'unit')).toHaveLength(100);
    await build.unit({ kind: 'cell', parent: commune });
    await build.derive();
    expect((await phone.ask()).body).toMatchObject({ changed: [], units: { count: 101, most: 100 } });
    await phone.pull();
    expect(count(phone)).toBe(0);
  });

  async function cellWithTasks(tasks: number, note: string) {
    const build = buildIn(given.world);
    const cell = await build.unit({ kind: 'cell' });
    await build.derive();
    await sql`insert into tasks (home_id, id, unit_id, asked_by, title, owner_id, due_on, state, stage_on, settled_on, note, origin_kind, origin_id, given_on, version, recorded_at)
      select 0, n.id, ${cell}::uuid, ${cell}::uuid, 'Việc', null, null, 'done', date '2026-11-01', date '2026-11-10', ${note}, 'meeting', ${newId(0)}, date '2026-11-01', 1, now() from unnest(${Array.from({ length: tasks }, () => newId(0))}::uuid[]) n (id)`.execute(given.world.owner.db);
    return cell;
  }
});
