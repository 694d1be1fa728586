/** Files of what waited on a phone, brought by a courier: done as the phone's account, once, and told to nobody else. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { GivenAccount } from '../../access/test/access.world.ts';
import { firstRow, rows } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import { allRoutes } from '../../routes.ts';
import { outboxFormat } from '../outbox.ts';
import { enrolPhone, fileOf, openSyncWorld, type Reply, type SyncWorld, type TestPhone } from './sync.world.ts';

let given: SyncWorld;
let owner: GivenAccount;
let courier: GivenAccount;
let phone: TestPhone;
let day = 0;

beforeAll(async () => {
  given = await openSyncWorld();
  // Of another province: beyond anything that the owner may see.
  courier = await given.account({ role: 'office_officer', unitId: given.places.elsewhere });
});
beforeEach(async () => {
  owner = await given.account();
  phone = await enrolPhone(given, owner, 'Máy của bí thư');
});
afterAll(() => given.close());

interface Brought {
  readonly id: string;
  readonly procedure: string;
  readonly input: Record<string, unknown>;
}

/** A thematic meeting of the cell on a day of its own, each with an id of the phone's making. */
function plan(over: Record<string, unknown> = {}): Brought {
  day += 1;
  const on = new Date(Date.UTC(2026, 11, day)).toISOString().slice(0, 10);
  return { id: newId(0), procedure: 'meetings.plan', input: { id: newId(0), unitId: given.places.cell, kind: 'thematic', on, topic: 'Bí mật của chi bộ', ...over } };
}

const deliver = (commands: readonly Brought[], as = courier, from: Pick<TestPhone, 'deviceId' | 'secret'> = phone): Promise<Reply> =>
  given.post('/api/sync/deliver', { base64: fileOf(from, commands.map((command) => ({ ...command, at: '2026-11-20T09:00:00+07:00', about: { type: 'meeting', id: command.input['id'] } }))) }, as);
const isThere = async (id: unknown) => (await firstRow(given.world.owner.db, sql`select from meetings where id = ${id as string}`)) !== undefined;
const outcomes = async () => (await firstRow(given.world.owner.db, sql<{ count: number }>`select count(*)::int as count from commands`))!.count;

describe('a file', () => {
  test('is done in its order, in the name of the owner, whatever the courier himself may do', async () => {
    const planned = plan();
    const { id } = planned.input;
    const about = (procedure: string, input: object = {}): Brought => ({ id: newId(0), procedure, input: { id, ...input } });
    const commands = [planned, about('meetings.postpone', { on: '2027-03-01', reason: 'Mưa bão' }), about('meetings.cancel', { reason: 'Hoãn' }), about('meetings.restore')];
    expect(await deliver(commands)).toEqual({ status: 200, body: { owner: `Người ${owner.name}`, deviceName: 'Máy của bí thư', done: 4, already: 0, refused: [] } });
    const log = await rows(given.world.owner.db, sql<{ type: string; actor_id: string; request_id: string }>`select type, actor_id, request_id from events where subject_id = any(${[id, phone.deviceId]}::uuid[]) and type <> 'device.enrolled' order by seq`);
    expect(log.map(({ type, actor_id: actor }) => [type, actor])).toEqual([
      ['device.fileBrought', courier.id], ['meeting.planned', owner.id], ['meeting.postponed', owner.id], ['meeting.cancelled', owner.id], ['meeting.restored', owner.id],
    ]);
    expect(new Set(log.map(({ request_id: request }) => request)).size).toBe(1);
  });

  test('brought twice, by two couriers at once, is done once', async () => {
    const commands = [plan(), plan(), plan()];
    const replies = await Promise.all([deliver(commands), deliver(commands, owner), deliver(commands)]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    const tallies = replies.map(({ body }) => body as { done: number; already: number; refused: unknown[] });
    expect(tallies.reduce((sum, { done }) => sum + done, 0)).toBe(3);
    expect(tallies.map(({ done, already, refused }) => done + already + refused.length)).toEqual([3, 3, 3]);
    expect((await deliver(commands)).body).toMatchObject({ done: 0, already: 3, refused: [] });
    for (const { input } of commands) expect(await isThere(input['id'])).toBe(true);
  });

  test('and the phone itself, sending later, are one and the same command', async () => {
    const [first, second] = [plan(), plan()];
    await given.post('/api/meetings/plan', first.input, owner, first.id);
    expect((await deliver([first, second])).body).toMatchObject({ done: 1, already: 1 });
    expect(await given.post('/api/meetings/plan', second.input, owner, second.id)).toMatchObject({ status: 200, body: { id: second.input['id'] } });
    expect((await deliver([{ ...first, input: second.input }])).body).toMatchObject({ refused: [{ code: 'sync.commandReused' }] });
  });
});

describe('what is refused', () => {
  test('stays refused, holds up nothing after it, and its data are told to the owner alone', async () => {
    const known = plan();
    const again = { ...plan(), input: { ...known.input, on: '2027-01-15' } };
    const settle = { id: newId(0), procedure: 'tasks.settle', input: { id: given.filled.cell.task, state: 'done', on: '2026-01-01' } };
    const commands = [known, again, settle, plan()];
    const told = await deliver(commands);
    expect(told.body).toEqual({ owner: `Người ${owner.name}`, deviceName: 'Máy của bí thư', done: 2, already: 0, refused: [
      { commandId: again.id, procedure: 'meetings.plan', code: 'meetings.already', data: {} },
      { commandId: settle.id, procedure: 'tasks.settle', code: 'tasks.settledOutside', data: {} },
    ] });
    expect((await deliver(commands, owner)).body).toMatchObject({ done: 0, already: 2, refused: [{ code: 'meetings.already' }, { code: 'tasks.settledOutside', data: { from: '2026-11-03' } }] });
    expect(await given.post(`/api/tasks/${given.filled.cell.task}/settle`, { state: 'done', on: '2026-01-01' }, owner, settle.id)).toMatchObject({ status: 400, body: { code: 'tasks.settledOutside' } });
  });

  test('is what the owner may not do, as over the network', async () => {
    const elsewhere = plan({ unitId: given.places.siblingCell });
    const unseen = { id: newId(0), procedure: 'meetings.cancel', input: { id: given.filled.far.meeting, reason: 'Không họp' } };
    expect((await deliver([elsewhere, unseen])).body).toMatchObject({ done: 0, refused: [{ code: 'platform.notFound' }, { code: 'platform.notFound' }] });
    expect(await isThere(elsewhere.input['id'])).toBe(false);
  });

  test('is what the owner may do no more today; given back, it may be brought again', async () => {
    const command = plan();
    const before = await outcomes();
    const assignments = given.world.db.updateTable('assignments').where('account_id', '=', owner.id);
    await assignments.set({ revoked_at: new Date() }).execute();
    expect((await deliver([command])).body).toMatchObject({ done: 0, refused: [{ code: 'platform.forbidden' }] });
    expect(await outcomes()).toBe(before);
    await assignments.set({ revoked_at: null }).execute();
    await given.world.db.updateTable('accounts').set({ must_change_password: true }).where('id', '=', owner.id).execute();
    expect((await deliver([command])).body).toMatchObject({ done: 0, refused: [{ code: 'platform.forbidden' }] });
    await given.world.db.updateTable('accounts').set({ must_change_password: false }).where('id', '=', owner.id).execute();
    expect((await deliver([command])).body).toMatchObject({ done: 1, refused: [] });
  });

  test('is any act that is no command, a shape that is wrong, an id that is none: nothing is kept of these', async () => {
    const before = await outcomes();
    const commands = [
      { id: newId(0), procedure: 'accounts.create', input: { name: 'ketrom', displayName: 'Kẻ trộm' } },
      { id: newId(0), procedure: 'sync.enrol', input: { name: 'Máy nữa' } },
      { id: newId(0), procedure: 'no.such', input: {} },
      { id: newId(0), procedure: 'meetings.plan', input: { unitId: 'không' } },
      { ...plan(), id: 'không phải mã' },
    ];
    expect((await deliver(commands)).body).toMatchObject({ done: 0, refused: ['sync.notACommand', 'sync.notACommand', 'sync.notACommand', 'platform.invalid', 'sync.noCommandId'].map((code) => ({ code })) });
    expect(await outcomes()).toBe(before);
  });
});

describe('a file is not taken', () => {
  const refused = { status: 404, body: { code: 'sync.deviceUnknown' } };

  test('from a device that is forgotten, emptied, or was never there, nor of an account that is disabled', async () => {
    const command = plan();
    await given.world.db.updateTable('accounts').set({ disabled_at: new Date() }).where('id', '=', owner.id).execute();
    expect(await deliver([command])).toMatchObject(refused);
    await given.world.db.updateTable('accounts').set({ disabled_at: null }).where('id', '=', owner.id).execute();
    await given.post(`/api/sync/devices/${phone.deviceId}/forget`, {}, owner);
    expect(await deliver([command])).toMatchObject(refused);
    await given.post(`/api/sync/devices/${phone.deviceId}/wiped`, {}, owner);
    expect(await deliver([command])).toMatchObject(refused);
    expect(await deliver([command], courier, { ...phone, deviceId: newId(0) })).toMatchObject(refused);
    expect(await isThere(command.input['id'])).toBe(false);
  });

  test('that another secret sealed, that was altered, or that is something else', async () => {
    const other = await enrolPhone(given, owner);
    const command = plan();
    expect(await deliver([command], courier, { deviceId: phone.deviceId, secret: other.secret })).toMatchObject({ status: 400, body: { code: 'sync.fileUnknown' } });
    const file = JSON.parse(Buffer.from(fileOf(phone, [command]), 'base64').toString()) as { sealed: string };
    const sealed = Buffer.from(file.sealed, 'base64');
    sealed[20]! ^= 1;
    const files = [
      { ...file, sealed: sealed.toString('base64') }, { ...file, sealed: '' }, { ...file, format: 'khác' }, { format: outboxFormat, deviceId: phone.deviceId }, [], 'chữ',
    ].map((text) => Buffer.from(JSON.stringify(text)).toString('base64')).concat(Buffer.from('không phải JSON').toString('base64'), '', fileOf(phone, [{ id: 1 }]));
    for (const base64 of files) expect(await given.post('/api/sync/deliver', { base64 }, courier)).toMatchObject({ status: 400, body: { code: 'sync.fileUnknown' } });
    expect(await isThere(command.input['id'])).toBe(false);
  });

  test('by somebody who reads no meetings, or who is nobody', async () => {
    const member = await given.account({ role: 'member' });
    expect(await deliver([plan()], member)).toMatchObject({ status: 403 });
    expect(await given.post('/api/sync/deliver', { base64: fileOf(phone, [plan()]) })).toMatchObject({ status: 401 });
  });
});

test('a file that is larger than other requests may be is taken: photographs wait in it', async () => {
  const command = plan();
  const large = { id: newId(0), procedure: 'meetings.plan', input: { padding: 'ảnh'.repeat(1_000_000) } };
  expect((await deliver([large, command])).body).toMatchObject({ done: 1, refused: [{ code: 'platform.invalid' }] });
});

test('only what a courier brings, and what is settled, is performed piece by piece', () => {
  expect(allRoutes.filter(({ carry }) => carry).map(({ procedure }) => procedure.name)).toEqual(['sync.deliver', 'sync.settle']);
});
