/** What a device sent and somebody had recorded otherwise: who did, told where one may record; settled on any device of the account, by nobody else. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { giveAccount, giveRole, start, type GivenAccount } from '../../access/test/access.world.ts';
import { mineAgain, theirsKept, type Noted, type Theirs } from '../../modules/meetings/meeting.conflict.ts';
import { firstRow } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import { forgetConflicts } from '../server/index.ts';
import { enrolPhone, fileOf, openSyncWorld, type Reply, type SyncWorld } from './sync.world.ts';

let given: SyncWorld;
let first: GivenAccount;
let second: GivenAccount;
let neighbour: GivenAccount;
let meeting: string;
let day = 0;

const unmarked = { mark: null, reason: null };

beforeAll(async () => {
  given = await openSyncWorld();
  neighbour = await given.account({ role: 'cell_secretary', unitId: given.places.siblingCell });
});
beforeEach(async () => {
  [first, second] = [await given.account(), await given.account()];
  meeting = newId(0);
  day += 1;
  await done(given.post('/api/meetings/plan', { id: meeting, unitId: given.places.cell, kind: 'thematic', on: new Date(Date.UTC(2026, 9, day)).toISOString().slice(0, 10), topic: 'Chuyên đề' }, first));
});
afterAll(() => given.close());

async function done(asked: Promise<Reply>): Promise<Record<string, unknown>> {
  const { status, body } = await asked;
  expect([status, body]).toEqual([200, body]);
  return body;
}

const act = (name: string, input: object, as: GivenAccount, command?: string) => given.post(`/api/meetings/${meeting}/${name}`, input, as, command);
const markOf = (mark: string, seen: object = unmarked) => ({ marks: [{ personId: given.filled.cell.member, mark, reason: null, seen }] });
const conclusion = (id: string, text: string) => ({ part: 'conclusions', item: { id, text, ownerId: null, dueOn: null } });

interface Item {
  readonly id: string;
  readonly procedure: string;
  readonly input: Noted;
  readonly about: object;
  readonly code: string;
  readonly data: Theirs & Readonly<Record<string, unknown>>;
}

const conflicts = async (as: GivenAccount) => (await done(given.get('/api/sync/conflicts', as)))['items'] as Item[];
const unsettled = async (as: GivenAccount) => (await done(given.get('/api/sync/conflicts/unsettled', as)))['ids'];
const settle = (id: string, as: GivenAccount, again?: { id: string; input: Noted | undefined }) => given.post(`/api/sync/conflicts/${id}/settle`, again ? { again } : {}, as);
const settled = async (as: GivenAccount, told: { here?: string[]; open?: string[] }) => (await done(given.post('/api/sync/conflicts/settled', { here: [], open: [], ...told }, as)))['elsewhere'];
const marked = async () => (await firstRow(given.world.owner.db, sql<{ mark: string }>`select mark from attendances where meeting_id = ${meeting} and person_id = ${given.filled.cell.member}`))?.mark;
const inputKept = async (id: string) => (await firstRow(given.world.owner.db, sql<{ input: unknown }>`select input from commands where id = ${id}`))?.input;
const hands = async () => (await firstRow(given.world.owner.db, sql<{ hands: { by: string; of: string[] }[] | null }>`select hands from meeting_books where meeting_id = ${meeting}`))?.hands ?? [];

/** The first marks present, a device of the second had marked online. */
async function markedTwice(): Promise<string> {
  await done(act('open', {}, first));
  await done(act('mark', markOf('present'), first));
  const command = newId(0);
  expect(await act('mark', markOf('online'), second, command)).toMatchObject({ status: 409, body: { code: 'meetings.changedMeanwhile' } });
  return command;
}

describe('who recorded the other side', () => {
  test('is told with the moment, also of each mark and each field of the plan, and by whom one’s own was', async () => {
    const seen = { kind: 'thematic', isExtended: false, starts: null, place: null, mode: 'in_person', topic: 'Chuyên đề', seriesId: null };
    await done(act('change', { ...seen, place: 'Sân đình', seen }, first));
    await done(act('change', { ...seen, place: 'Sân đình', starts: '20:00', seen: { ...seen, place: 'Sân đình' } }, second));
    const hand = (by: GivenAccount, of: string[], isOwn = false) => ({ name: `Người ${by.name}`, at: start.toISOString(), of, isOwn });
    expect((await act('change', { ...seen, place: 'Nhà bí thư', seen }, second)).body).toMatchObject({ data: { keys: ['place'], hands: [hand(first, ['place'])] } });
    expect((await act('change', { ...seen, place: 'Nhà bí thư', starts: '18:00', seen }, second)).body).toMatchObject({ data: { hands: [hand(first, ['place']), hand(second, ['starts'], true)] } });

    const { member, away } = given.filled.cell;
    await done(act('open', {}, first));
    await done(act('mark', { marks: [{ personId: member, mark: 'present' }] }, first));
    await done(act('mark', { marks: [{ personId: away, mark: 'online' }] }, second));
    const mine = { marks: [{ personId: member, mark: 'absent', seen: unmarked }, { personId: away, mark: 'present', seen: unmarked }] };
    expect((await act('mark', mine, second)).body).toMatchObject({ data: { hands: [hand(first, [member]), hand(second, [away], true)] } });

    const item = newId(0);
    await done(act('put', { piece: conclusion(item, 'Đổ bê tông'), seen: null }, first));
    await done(act('remove', { part: 'conclusions', itemId: item }, second));
    expect((await act('put', { piece: conclusion(item, 'Đổ nhựa'), seen: conclusion(item, 'Đổ bê tông') }, first)).body).toMatchObject({ data: { theirs: null, hands: [hand(second, [item])] } });
  });

  test('of an answer to the invitation is who has given it last', async () => {
    const { member } = given.filled.cell;
    const answer = (said: object, as: GivenAccount) => act('answer', { personId: member, ...said }, as);
    await done(answer({ answer: 'coming' }, first));
    expect((await answer({ answer: 'leave', reason: 'duty', seen: { answer: null } }, second)).body).toMatchObject({ code: 'meetings.changedMeanwhile', data: { hands: [{ name: `Người ${first.name}`, isOwn: false }] } });
  });

  test('is kept no longer than it may be set otherwise', async () => {
    await done(act('open', {}, first));
    await done(act('mark', { marks: [], rest: 'present' }, first));
    await done(act('mark', { marks: [{ personId: given.filled.cell.member, mark: 'online' }] }, second));
    expect((await hands()).map(({ by, of }) => [by, of.includes(given.filled.cell.member)])).toEqual([[first.id, false], [second.id, true]]);
    await done(act('close', {}, first));
    expect(await hands()).toEqual([]);
    await done(act('write-minutes', { text: 'Biên bản' }, second));
    expect(await hands()).toMatchObject([{ by: second.id, of: ['minutes'] }]);
    await done(act('adopt', { on: start.toISOString().slice(0, 10) }, first));
    expect(await hands()).toMatchObject([{ by: first.id, of: ['adoption'] }]);
  });
});

describe('two who adopt', () => {
  const on = '2026-11-20';
  beforeEach(async () => {
    await done(act('open', {}, first));
    await done(act('mark', { marks: [], rest: 'present' }, first));
    await done(act('close', {}, first));
    await done(act('write-minutes', { text: 'Bản một' }, first));
  });

  test('the second is shown what the first has adopted, and can only let it stand', async () => {
    await done(act('adopt', { on, seen: { text: 'Bản một', isStale: false } }, first));
    const command = newId(0);
    await act('adopt', { on, seen: { text: 'Bản hai', isStale: false } }, second, command);
    const [item] = await conflicts(second);
    expect(item).toMatchObject({ id: command, data: { value: { text: 'Bản một', isStale: false, adoptedOn: on }, hands: [{ name: `Người ${first.name}` }] } });
    expect(mineAgain(item!.procedure, item!.input, item!.data)).toBeUndefined();
    expect(theirsKept(item!.procedure, item!.input, item!.data)).toBeUndefined();
    expect((await act('adopt', { on, seen: { text: 'Bản một', isStale: false } }, second)).body).toMatchObject({ code: 'meetings.is_adopted' });
    expect((await act('adopt', { on: '2026-11-19', seen: { text: 'Bản một', isStale: false } }, second)).body).toMatchObject({ code: 'meetings.changedMeanwhile' });
  });

  test.each([['mine', 'Bản hai'], ['theirs', 'Bản một']])('another text that was saved meanwhile is not adopted unseen; kept is %s', async (kept, adopted) => {
    const command = newId(0);
    expect(await act('adopt', { on, seen: { text: 'Bản hai', isStale: false } }, second, command)).toMatchObject({ status: 409, body: { data: { value: { text: 'Bản một', adoptedOn: null } } } });
    const [item] = await conflicts(second);
    const input = (kept === 'mine' ? mineAgain : theirsKept)(item!.procedure, item!.input, item!.data);
    await done(settle(command, second, { id: newId(0), input }));
    expect(await done(given.get(`/api/meetings/${meeting}`, first))).toMatchObject({ state: 'adopted', adoptedOn: on, text: adopted });
  });
});

describe('a conflict', () => {
  test('is listed to the account that sent it, with both sides, until it is settled: mine done again against theirs', async () => {
    const command = await markedTwice();
    const [item, ...more] = await conflicts(second);
    expect([item, more]).toMatchObject([{ id: command, procedure: 'meetings.mark', about: { type: 'meeting', id: meeting }, code: 'meetings.changedMeanwhile', data: { marks: [{ mark: 'present' }] } }, []]);
    expect(await unsettled(second)).toEqual([command]);
    await done(settle(command, second, { id: newId(0), input: mineAgain(item!.procedure, item!.input, item!.data) }));
    expect(await marked()).toBe('online');
    expect([await conflicts(second), await unsettled(second), await inputKept(command)]).toEqual([[], [], null]);
    expect(await settle(command, second)).toMatchObject({ status: 404, body: { code: 'sync.conflictUnknown' } });
    // The command itself is answered as it ever was.
    expect(await act('mark', markOf('online'), second, command)).toMatchObject({ status: 409, body: { code: 'meetings.changedMeanwhile' } });
    expect(await conflicts(second)).toEqual([]);
  });

  test('theirs kept changes nothing', async () => {
    const command = await markedTwice();
    await done(settle(command, second));
    expect([await marked(), await conflicts(second)]).toEqual(['present', []]);
  });

  test('that somebody has changed once more is settled by nobody: it stands anew with what it is now', async () => {
    const command = await markedTwice();
    const [item] = await conflicts(second);
    await done(act('mark', { marks: [{ personId: given.filled.cell.member, mark: 'excused', reason: 'duty' }] }, first));
    const again = newId(0);
    expect(await settle(command, second, { id: again, input: mineAgain(item!.procedure, item!.input, item!.data) })).toMatchObject({ status: 409, body: { code: 'meetings.changedMeanwhile' } });
    expect(await conflicts(second)).toMatchObject([{ id: again, data: { marks: [{ mark: 'excused', reason: 'duty' }] } }]);
    expect(await marked()).toBe('excused');
    // Another refusal settles nothing.
    await done(act('unopen', {}, first));
    const [now] = await conflicts(second);
    expect(await settle(again, second, { id: newId(0), input: mineAgain(now!.procedure, now!.input, now!.data) })).toMatchObject({ body: { code: 'meetings.is_planned' } });
    expect(await unsettled(second)).toEqual([again]);
  });

  test('is shown to nobody else and settled by nobody else, whatever they reach', async () => {
    const command = await markedTwice();
    const office = await given.account({ role: 'office_officer', unitId: given.places.commune });
    for (const other of [first, neighbour, office]) {
      expect([await conflicts(other), await unsettled(other)]).toEqual([[], []]);
      expect(await settle(command, other)).toMatchObject({ status: 404 });
      expect(await settle(command, other, { id: newId(0), input: { id: meeting, marks: [] } })).toMatchObject({ status: 404 });
      expect(await settled(other, { here: [command], open: [command] })).toEqual([]);
    }
    expect(await unsettled(second)).toEqual([command]);
    expect((await given.get('/api/sync/conflicts')).status).toBe(401);
  });

  test('is neither shown nor settled where the right to record has gone, though the account records elsewhere', async () => {
    const account = await giveAccount(given.world);
    const role = await giveRole(given.world, account, { role: 'cell_secretary', unitId: given.places.cell });
    await giveRole(given.world, account, { role: 'cell_secretary', unitId: given.places.siblingCell });
    second = account;
    const command = await markedTwice();
    expect(await unsettled(account)).toEqual([command]);
    await given.world.owner.db.updateTable('assignments').set({ revoked_at: start }).where('id', '=', role).execute();
    expect([await conflicts(account), await unsettled(account)]).toEqual([[], []]);
    expect(await settle(command, account)).toMatchObject({ status: 404, body: { code: 'sync.conflictUnknown' } });
  });

  test('is shown however much the account sent before and after where it may not record any more', async () => {
    const command = await markedTwice();
    const sentElsewhere = (span: string) => sql`insert into commands (account_id, id, procedure, digest, refusal, at, input)
      select account_id, gen_random_uuid(), procedure, digest, refusal, at + ${span}::interval, jsonb_set(input, '{id}', to_jsonb(${given.filled.far.meeting}::text)) from commands, generate_series(1, 250) where id = ${command}`.execute(given.world.owner.db);
    await sentElsewhere('-1 day');
    await sentElsewhere('1 day');
    expect([(await conflicts(second)).map(({ id }) => id), await unsettled(second)]).toEqual([[command], [command]]);
  });

  test('of more than a hundred the last are shown, in the order of their sending', async () => {
    const command = await markedTwice();
    await sql`insert into commands (account_id, id, procedure, digest, refusal, at, input)
      select account_id, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, procedure, digest, refusal, at + n * interval '1 second', input from commands, generate_series(1, 120) n where id = ${command}`.execute(given.world.owner.db);
    const shown = (await unsettled(second)) as string[];
    expect([shown.length, shown[0]?.slice(-3), shown.at(-1)?.slice(-3)]).toEqual([100, '021', '120']);
  });

  test('is done again with the rights of the moment alone, and as the act that it was', async () => {
    const command = await markedTwice();
    const again = { id: newId(0), input: { id: given.filled.siblingCell.meeting, marks: [], rest: null } };
    expect(await settle(command, second, again)).toMatchObject({ status: 404, body: { code: 'platform.notFound' } });
    expect(await settle(command, second, { id: newId(0), input: { reason: 'khác' } })).toMatchObject({ status: 400 });
    expect(await unsettled(second)).toEqual([command]);
  });

  test('settled on one device is settled on the others', async () => {
    const [one, other] = [await markedTwice(), newId(0)];
    await act('mark', markOf('absent'), second, other);
    expect(await settled(second, { open: [one, other] })).toEqual([]);
    await done(settle(one, second));
    expect(await settled(second, { open: [one, other, newId(0)] })).toEqual([one]);
    expect(await settled(second, { here: [other], open: [] })).toEqual([]);
    expect([await unsettled(second), await inputKept(other)]).toEqual([[], null]);
  });

  test('is kept of a file that somebody brought as well, for its owner', async () => {
    await done(act('open', {}, first));
    await done(act('mark', markOf('present'), first));
    const phone = await enrolPhone(given, second);
    const command = { id: newId(0), procedure: 'meetings.mark', input: { id: meeting, ...markOf('online') }, at: '2026-11-20T09:00:00+07:00', about: { type: 'meeting', id: meeting } };
    const brought = await done(given.post('/api/sync/deliver', { base64: fileOf(phone, [command]) }, neighbour));
    expect(brought).toMatchObject({ done: 0, refused: [{ code: 'meetings.changedMeanwhile', data: {} }] });
    expect([await unsettled(second), await unsettled(neighbour)]).toEqual([[command.id], []]);
  });

  test('of a contact with a member away is shown to whoever keeps the members of that cell', async () => {
    const contact = (said: object, as: GivenAccount, command?: string) => given.post('/api/membership/keep-contact', { personId: given.filled.cell.away, on: '2026-11-19', ...said }, as, command);
    const seen = { contactedOn: null, contactDueOn: null, assignedWork: null };
    await done(contact({ work: 'Liên hệ với nhóm hội viên', seen }, first));
    const command = newId(0);
    expect(await contact({ work: 'Việc khác', seen }, second, command)).toMatchObject({ status: 409, body: { code: 'membership.changedMeanwhile' } });
    expect(await conflicts(second)).toMatchObject([{ id: command, about: { type: 'membership', id: given.filled.cell.away }, data: { agreed: { assignedWork: 'Liên hệ với nhóm hội viên' } } }]);
    expect(await conflicts(neighbour)).toEqual([]);
    await given.world.owner.db.updateTable('assignments').set({ revoked_at: start }).where('account_id', '=', second.id).execute();
    expect([await conflicts(second), (await settle(command, second)).status]).toEqual([[], 404]);
  });

  test('is kept a year; afterwards no device is told that it was settled', async () => {
    const command = await markedTwice();
    const year = 365 * 24 * 60 * 60_000;
    await forgetConflicts({ db: given.world.db, now: new Date(start.getTime() + year - 1) });
    expect(await unsettled(second)).toEqual([command]);
    await forgetConflicts({ db: given.world.db, now: new Date(start.getTime() + year) });
    expect([await unsettled(second), await settled(second, { open: [command] })]).toEqual([[], []]);
  });

  test('is kept of refusals that tell two sides alone', async () => {
    const command = newId(0);
    expect(await act('close', {}, second, command)).toMatchObject({ body: { code: 'meetings.is_planned' } });
    expect([await inputKept(command), await conflicts(second)]).toEqual([null, []]);
  });
});
