import { readXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorWith, contextFor, testKeys } from '../../../../test/world/world.ts';
import { rows } from '../../../platform/db/database.ts';
import { membershipContract } from '../../membership/membership.contract.ts';
import { postContract } from '../../posts/post.contract.ts';
import { personContract, recordedAlready } from '../person.contract.ts';
import { resealPeople } from '../server/index.ts';
import { administrator, officerOf, openPeopleWorld, type PeopleWorld, type PersonId } from './people.world.ts';

let it: PeopleWorld;
beforeAll(async () => {
  it = await openPeopleWorld();
});
afterAll(() => it.close());

const contact = { phone: '0912 345 678', email: 'an@example.vn', citizenNo: '026075001234', membershipNo: '26.012345' };

async function recordMember(fullName: string, more: Record<string, unknown> = {}): Promise<PersonId> {
  const answer = await it.ask<{ id: PersonId }>(officerOf(it.units.communeA), personContract.record, {
    unitId: it.units.cellA1, fullName, entry: { as: 'member', admittedOn: '2010-05-19', recognisedOn: '2011-05-19', from: '2015-01-01', inReason: 'initial' }, ...more,
  });
  return answer.id;
}

interface Page { id: PersonId; version: number; contact: typeof contact | null; placements: { cell: { name: string } }[]; memberships: unknown[]; tenures: unknown[]; may: string[]; status: string }

describe.each([...Object.values(personContract), ...Object.values(membershipContract), ...Object.values(postContract)])('$name', (procedure) => {
  test('nobody is asked to sign in, and who lacks the verb is told which', async () => {
    expect(await it.refusal(undefined, procedure)).toBe('401 platform.unauthenticated');
    const response = await it.send(administrator, procedure);
    expect(response.statusCode).toBe(403);
    expect(response.json()).toMatchObject({ problem: { data: { verb: procedure.verb } } });
  });
});

test('a new person enters with a unit, so that the officers of the unit see the record at once', async () => {
  const id = await recordMember('Nguyễn Văn An', { sex: 'male', birth: { on: '1975-03-09', precision: 'day' }, contact });
  const page = await it.ask<Page>(officerOf(it.units.communeA), personContract.person, { id });
  expect(page).toMatchObject({ status: 'full', contact, age: 51, placements: [{ cell: { name: 'Chi bộ thôn Thượng' } }] });
  expect(page.may.toSorted()).toEqual(['member.record', 'person.contact', 'person.record', 'post.record']);
});

test('what is sealed never stands in the database in the clear', async () => {
  const whole = await rows(it.world.owner.db, sql<{ row: string }>`select p::text as row from people p union all select e.data::text from events e union all select k::text from person_keys k`);
  expect(whole.some(({ row }) => row.includes('Nguyễn Văn An') && row.includes('\\\\x'))).toBe(true);
  for (const secret of Object.values(contact)) expect(whole.some(({ row: text }) => text.includes(secret) || text.includes(Buffer.from(secret).toString('hex')))).toBe(false);
});

test('after a key was added, everything is sealed again and still readable', async () => {
  const keys = { ...testKeys, sealing: [...testKeys.sealing, { id: 2, key: Buffer.alloc(32, 9) }] };
  const ctx = { ...contextFor(it.world, undefined), keys };
  expect(await resealPeople(ctx)).toBeGreaterThan(0);
  expect(await resealPeople(ctx)).toBe(0);
  const old = await rows(it.world.owner.db, sql`select from people where get_byte(phone_sealed, 0) = 1`);
  expect(old).toEqual([]);
  expect(await resealPeople({ ...ctx, keys: { ...keys, sealing: keys.sealing.toReversed() } })).toBeGreaterThan(0);
});

test('a number belongs to one person in the country', async () => {
  const entry = { as: 'admitted', on: '2026-01-05' };
  const other = { unitId: it.units.cellB1, fullName: 'Lê Thị Trùng', entry, contact: { citizenNo: '026075001234' } };
  expect(await it.refusal(officerOf(it.units.communeB), personContract.record, other)).toBe('409 people.citizenNoTaken');
  expect(await it.refusal(officerOf(it.units.communeB), personContract.record, { ...other, contact: { membershipNo: '26 012345' } })).toBe('409 people.membershipNoTaken');
});

test('a number is found exactly, however it is spaced, and only within reach', async () => {
  const find = (unit: 'communeA' | 'communeB', number: string) =>
    it.ask<{ person: { fullName: string } | null }>(officerOf(it.units[unit]), personContract.findByNumber, { kind: 'membership_no', number });
  expect((await find('communeA', '26 012345')).person?.fullName).toBe('Nguyễn Văn An');
  expect((await find('communeA', '26.01234')).person).toBeNull();
  expect((await find('communeB', '26.012345')).person).toBeNull();
});

test('a person may be recorded with a post, but only one of the unit named', async () => {
  const officer = officerOf(it.units.communeA);
  const head = await it.build.post(it.units.villageA1, 'village_head');
  const entry = { as: 'post', postId: head, from: '2024-02-01', how: 'elected' };
  expect(await it.refusal(officer, personContract.record, { unitId: it.units.villageA2, fullName: 'Cao Văn Thôn', entry })).toBe('409 people.postElsewhere');
  const { id } = await it.ask<{ id: PersonId }>(officer, personContract.record, { unitId: it.units.villageA1, fullName: 'Cao Văn Thôn', entry });
  expect(await it.ask<Page>(officer, personContract.person, { id })).toMatchObject({ status: 'none', tenures: [{ kind: 'village_head' }], memberships: [] });
});

describe('the same name and birth', () => {
  const birth = (on: string, precision = 'day') => ({ on, precision });
  const recording = (fullName: string, more: object = {}) => ({ unitId: it.units.cellA1, fullName, entry: { as: 'admitted', on: '2020-01-05' }, ...more });
  const told = async (officer: ReturnType<typeof officerOf>, input: Record<string, unknown>) => {
    const { problem } = (await it.send(officer, personContract.record, input)).json<{ problem?: { code: string; data: unknown } }>();
    return problem?.code === 'people.recordedAlready' ? recordedAlready.parse(problem.data).people : [];
  };

  test('are told with whoever bears them, and recorded all the same where it is somebody else', async () => {
    const officer = officerOf(it.units.communeA);
    const { id } = await it.ask<{ id: PersonId }>(officer, personContract.record, recording('Lê Quốc Cường', { birth: birth('1956-03-25') }));
    const twin = { id, fullName: 'Lê Quốc Cường', birth: birth('1956-03-25'), unit: 'Chi bộ thôn Thượng' };
    for (const [name, known] of [['LÊ QUỐC CƯỜNG', birth('1956-03-25')], ['Le Quoc Cuong', birth('1956-03-01', 'month')], ['Lê Quốc Cường', birth('1956-01-01', 'year')], ['Lê Quốc Cường', null]] as const) {
      expect(await told(officer, recording(name, { birth: known }))).toEqual([twin]);
    }
    expect(await told(officer, recording('Lê Quốc Cường', { birth: birth('1956-03-26') }))).toEqual([]);
    expect(await told(officer, recording('Lê Quốc Cương', { birth: birth('1956-03-25') }))).toEqual([]);
    await it.ask(officer, personContract.record, recording('Lê Quốc Cường', { birth: birth('1956-03-25'), isAnother: true }));
    expect(await told(officer, recording('Lê Quốc Cường', { birth: birth('1956-03-25') }))).toHaveLength(2);
  });

  test('of somebody beyond reach are not told', async () => {
    const hidden = { ...recording('Mai Thị Xa', { birth: birth('1960-05-01') }), unitId: it.units.cellB1 };
    await it.ask(officerOf(it.units.communeB), personContract.record, hidden);
    await it.ask(officerOf(it.units.communeA), personContract.record, recording('Mai Thị Xa', { birth: birth('1960-05-01') }));
    expect((await told(officerOf(it.units.province, 'board_officer'), recording('Mai Thị Xa', { birth: birth('1960-05-01') }))).map(({ unit }) => unit).toSorted()).toEqual(['Chi bộ thôn Thượng', 'Chi bộ thôn Đông']);
  });
});

test('nobody is a member before the age of the Charter, by whatever door; where only the year is known, the earliest day counts', async () => {
  const officer = officerOf(it.units.communeA);
  const born = (on: string, precision = 'day') => ({ on, precision });
  const admitted = (fullName: string, birth: object, on: string) => ({ unitId: it.units.cellA1, fullName, birth, entry: { as: 'admitted', on } });
  expect(await it.refusal(officer, personContract.record, admitted('Bé Một', born('2002-06-02'), '2020-06-01'))).toBe('409 membership.tooYoung');
  expect(await it.refusal(officer, personContract.record, { ...admitted('Bé Hai', born('2004-01-01', 'year'), ''), entry: { as: 'member', admittedOn: '2021-12-31', from: '2025-01-01', recognisedOn: null, inReason: 'initial' } })).toBe('409 membership.tooYoung');
  await it.ask(officer, personContract.record, admitted('Đủ Tuổi', born('2002-06-01'), '2020-06-01'));
  await it.ask(officer, personContract.record, admitted('Chỉ Rõ Năm', born('2002-01-01', 'year'), '2020-01-01'));
  const head = await it.build.post(it.units.villageA2, 'deputy_village_head');
  const { id } = await it.ask<{ id: PersonId }>(officer, personContract.record, { unitId: it.units.villageA2, fullName: 'Phó Thôn Trẻ', birth: born('2009-01-01'), entry: { as: 'post', postId: head, from: '2026-01-01' } });
  expect(await it.refusal(officer, membershipContract.admit, { personId: id, cellId: it.units.cellA2, on: '2026-06-01' })).toBe('409 membership.tooYoung');
});

test('when entering fails, nobody was recorded', async () => {
  const before = await rows(it.world.db, sql<{ n: number }>`select count(*) as n from people`);
  const entry = { as: 'admitted', on: '2027-01-01' };
  expect(await it.refusal(officerOf(it.units.communeA), personContract.record, { unitId: it.units.cellA1, fullName: 'Tương Lai', entry })).toBe('409 membership.inFuture');
  expect(await it.refusal(officerOf(it.units.communeA), personContract.record, { unitId: it.units.communeA, fullName: 'Không Chi Bộ', entry: { as: 'admitted', on: '2026-01-01' } })).toBe('409 membership.notACell');
  expect(await rows(it.world.db, sql<{ n: number }>`select count(*) as n from people`)).toEqual(before);
});

test('a change made on an old version is refused and changes nothing', async () => {
  const id = await recordMember('Phan Thị Sửa');
  const officer = officerOf(it.units.communeA);
  const change = (version: number, fullName: string) => ({ id, version, facts: { fullName }, contact: { phone: '0988 777 666' } });
  expect(await it.ask(officer, personContract.change, change(1, 'Phan Thị Sửa Một'))).toEqual({ id, version: 2 });
  expect(await it.refusal(officer, personContract.change, change(1, 'Phan Thị Sửa Hai'))).toBe('412 platform.stale');
  expect(await it.ask<Page>(officer, personContract.person, { id })).toMatchObject({ fullName: 'Phan Thị Sửa Một', version: 2, contact: { phone: '0988 777 666' } });
});

test('who may only read is told the verb; who may not even read finds nobody', async () => {
  const id = await recordMember('Tô Văn Kín');
  const secretary = officerOf(it.units.cellA1, 'cell_secretary', 'unit');
  expect(await it.refusal(secretary, personContract.change, { id, version: 1, facts: { sex: 'male' } })).toBe('403 platform.forbidden');
  expect(await it.refusal(officerOf(it.units.communeB), personContract.change, { id, version: 1, facts: { sex: 'male' } })).toBe('404 platform.notFound');
  expect(await it.refusal(officerOf(it.units.communeB), personContract.person, { id })).toBe('404 platform.notFound');
  expect(await it.refusal(secretary, personContract.record, { unitId: it.units.cellA1, fullName: 'X Y', entry: { as: 'admitted', on: '2026-01-01' } })).toBe('403 platform.forbidden');
});

test('contacts are shown only where the person is today', async () => {
  const id = await recordMember('Võ Văn Chuyển', { contact: { phone: '0900 000 001' } });
  await it.ask(officerOf(it.units.province, 'board_officer'), membershipContract.transfer, { personId: id, toCellId: it.units.cellB1, on: '2026-06-01' });
  const before = await it.ask<Page>(officerOf(it.units.communeA), personContract.person, { id });
  expect(before.contact).toBeNull();
  expect(before.placements.map(({ cell }) => cell.name)).toEqual(['Chi bộ thôn Thượng']);
  const after = await it.ask<Page>(officerOf(it.units.communeB), personContract.person, { id });
  expect(after.contact?.phone).toBe('0900 000 001');
  expect(after.placements.map(({ cell }) => cell.name)).toEqual(['Chi bộ thôn Đông']);
});

test('every opening is kept, and the person sees who looked and the own record whole', async () => {
  const id = await recordMember('Đỗ Thị Biết', { contact: { phone: '0900 000 002' } });
  const self = actorWith([{ role: 'member' }], id);
  await it.ask(officerOf(it.units.communeA), personContract.person, { id });
  await it.ask(officerOf(it.units.communeA), personContract.person, { id });
  const looked = await it.ask<{ items: { what: string; at: string }[]; next: string | null }>(self, personContract.looked, { limit: 1 });
  expect(looked.items).toEqual([{ what: 'opened', at: '2026-11-20T03:00:00.000Z', by: null }]);
  expect((await it.ask<typeof looked>(self, personContract.looked, { cursor: looked.next })).items).toHaveLength(1);
  expect((await it.ask<Page>(self, personContract.own)).contact?.phone).toBe('0900 000 002');
  expect(await it.refusal(actorWith([{ role: 'member' }]), personContract.own)).toBe('404 people.noOwnRecord');
  expect(await it.refusal(actorWith([{ role: 'member' }]), personContract.looked)).toBe('404 people.noOwnRecord');
});

test('exported files hold the list, with contacts only when asked for and where they are open, and the export is recorded', async () => {
  await recordMember('=HYPERLINK("x")');
  const csv = await it.send(officerOf(it.units.communeA), personContract.export, { format: 'csv', unitId: it.units.cellA1 });
  expect(csv.headers['content-type']).toContain('text/csv');
  expect(csv.body.startsWith('\uFEFFHọ và tên;')).toBe(true);
  expect(csv.body).toContain('Đỗ Thị Biết');
  expect(csv.body).not.toContain('0900 000 002');
  expect(csv.body).not.toContain('Điện thoại');
  expect(csv.body).toContain(`"'=HYPERLINK`);
  const xlsx = await it.send(officerOf(it.units.communeA), personContract.export, { format: 'xlsx', q: 'Biết', language: 'en' });
  const book = await readXlsx(xlsx.rawPayload);
  expect(book.sheets[0]?.rows.map((row) => row.slice(0, 2))).toEqual([['Full name', 'Sex'], ['Đỗ Thị Biết', null]]);
  const contacts = await it.send(officerOf(it.units.communeA), personContract.export, { format: 'csv', contacts: 'true' });
  expect(contacts.body).toContain('0900 000 002');
  const events = await rows(it.world.db, sql<{ data: object }>`select data from events where type = 'people.exported' order by seq`);
  expect(events.map(({ data }) => data)).toMatchObject([{ format: 'csv', unitId: it.units.cellA1 }, { format: 'xlsx', searched: true, count: 1, contacts: false }, { format: 'csv', contacts: true }]);
  expect(JSON.stringify(events)).not.toContain('Biết');
});
