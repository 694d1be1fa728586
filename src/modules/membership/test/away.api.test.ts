/** The registers of members who are elsewhere: order, filters, who sees whom, and that the host cell alone confirms. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { personContract } from '../../people/person.contract.ts';
import { officerOf, openPeopleWorld, type PeopleWorld, type PersonId, type UnitId } from '../../people/test/people.world.ts';
import { membershipContract } from '../membership.contract.ts';

interface Register { items: { personId: PersonId; contactDueOn: string | null; withLeave: boolean | null; hostCell: string | null; mayRecord: boolean }[]; next: string | null }
interface Guests { items: { personId: PersonId; confirmedOn: string | null; mayConfirm: boolean; hostCell: { id: UnitId } }[] }

let it: PeopleWorld;
beforeAll(async () => {
  it = await openPeopleWorld();
});
afterAll(() => it.close());

const officerA = () => officerOf(it.units.communeA);
const officerB = () => officerOf(it.units.communeB);
const board = () => officerOf(it.units.province, 'board_officer');
let count = 0;

async function away(given: Record<string, unknown> = {}): Promise<PersonId> {
  const { id } = await it.ask<{ id: PersonId }>(officerA(), personContract.record, { unitId: it.units.cellA1, fullName: `Đi xa ${++count}`, entry: { as: 'admitted', on: '2020-01-15' } });
  await it.ask(officerA(), membershipContract.goAway, { personId: id, period: { from: '2026-01-01', to: null }, ...given });
  return id;
}

const register = (input: Record<string, unknown> = {}, officer = officerA()) => it.ask<Register>(officer, membershipContract.away, input);

test('whoever is to be called first comes first; pages go on; filters and reach hold', async () => {
  const unknown = await away();
  const later = await away({ contactDueOn: '2026-12-01', withLeave: true });
  const due = await away({ contactDueOn: '2026-11-01', withLeave: false });
  expect((await register()).items.map(({ personId }) => personId)).toEqual([due, later, unknown]);
  const first = await register({ limit: 1 });
  const rest = await register({ limit: 5, cursor: first.next! });
  expect([...first.items, ...rest.items].map(({ personId }) => personId)).toEqual([due, later, unknown]);
  expect((await register({ isDue: 'true' })).items.map(({ personId }) => personId)).toEqual([due]);
  expect((await register({ leave: 'yes' })).items.map(({ personId }) => personId)).toEqual([later]);
  expect((await register({ leave: 'unknown' })).items.map(({ personId }) => personId)).toEqual([unknown]);
  expect((await register({ asOf: '2025-12-31' })).items).toEqual([]);
  expect((await register({}, officerB())).items).toEqual([]);
  expect(await it.refusal(officerB(), membershipContract.away, { unitId: it.units.cellA1 })).toBe('404 platform.notFound');
});

test('a contact moves the member down the register, and can be undone', async () => {
  const personId = await away({ contactDueOn: '2026-10-01' });
  const at = async () => (await register()).items.find((one) => one.personId === personId);
  const { actId } = await it.ask<{ actId: string }>(officerA(), membershipContract.keepContact, { personId, on: '2026-11-15', dueOn: '2027-01-15', work: 'Gửi ý kiến' });
  expect(await at()).toMatchObject({ contactedOn: '2026-11-15', contactDueOn: '2027-01-15', assignedWork: 'Gửi ý kiến' });
  // Before it was spoken of, nothing of it was known.
  expect((await register({ asOf: '2026-11-14' })).items.find((one) => one.personId === personId)).toMatchObject({ contactedOn: null, contactDueOn: null, assignedWork: null });
  await it.ask(officerA(), membershipContract.undo, { actId });
  expect(await at()).toMatchObject({ contactedOn: null, contactDueOn: '2026-10-01', assignedWork: null });
  expect(await it.refusal(officerB(), membershipContract.keepContact, { personId, on: '2026-11-15' })).toBe('404 platform.notFound');
});

test('a temporary place elsewhere is confirmed by the host cell and by nobody else', async () => {
  const personId = await away({ withLeave: true });
  await it.ask(board(), membershipContract.placeTemporarily, { personId, cellId: it.units.cellB1, period: { from: '2026-09-01', to: null } });
  const guests = async (officer = officerB()) => (await it.ask<Guests>(officer, membershipContract.guests, {})).items;
  expect(await guests()).toMatchObject([{ personId, confirmedOn: null, mayConfirm: true, hostCell: { id: it.units.cellB1 } }]);
  expect(await guests(officerA())).toEqual([]);
  expect((await register()).items.find((one) => one.personId === personId)).toMatchObject({ isElsewhere: true, hostCell: null });
  expect((await register({}, board())).items.find((one) => one.personId === personId)).toMatchObject({ isElsewhere: true, hostCell: expect.any(String) });
  expect(await it.refusal(officerA(), membershipContract.confirmTemporary, { personId, on: '2026-09-05' })).toBe('404 platform.notFound');
  await it.ask(officerB(), membershipContract.confirmTemporary, { personId, on: '2026-09-05' });
  expect(await guests()).toMatchObject([{ personId, confirmedOn: '2026-09-05', mayConfirm: false }]);
});

test('the own cell takes a temporary place back by itself, also when other acts came since; not once it is confirmed, and the host never', async () => {
  const personId = await away({ withLeave: true });
  const place = () => it.ask(board(), membershipContract.placeTemporarily, { personId, cellId: it.units.cellB1, period: { from: '2026-09-01', to: null } });
  await place();
  await it.ask(officerA(), membershipContract.keepContact, { personId, on: '2026-09-15', dueOn: '2027-01-15' });
  expect(await it.refusal(officerB(), membershipContract.takeBackTemporary, { personId, on: '2026-09-10' })).toBe('404 platform.notFound');
  const { actId } = await it.ask<{ actId: string }>(officerA(), membershipContract.takeBackTemporary, { personId, on: '2026-09-10' });
  const isGuest = async () => (await it.ask<Guests>(officerB(), membershipContract.guests, {})).items.some((one) => one.personId === personId);
  expect(await isGuest()).toBe(false);
  await it.ask(officerA(), membershipContract.undo, { actId });
  expect(await isGuest()).toBe(true);
  await it.ask(officerB(), membershipContract.confirmTemporary, { personId, on: '2026-09-05' });
  expect(await it.refusal(officerA(), membershipContract.takeBackTemporary, { personId, on: '2026-09-10' })).toBe('409 membership.confirmedAlready');
});
