import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { newId } from '../../../platform/ids.ts';
import { membershipContract } from '../../membership/membership.contract.ts';
import { postContract } from '../../posts/post.contract.ts';
import { personContract } from '../person.contract.ts';
import { officerOf, openPeopleWorld, type PeopleWorld, type PersonId } from './people.world.ts';

let it: PeopleWorld;
let onlyInB: PersonId;
let stranger: Actor;
let officerA: Actor;

beforeAll(async () => {
  it = await openPeopleWorld();
  const { build, units } = it;
  const record = (unitId: string, fullName: string, citizenNo: string) =>
    it.ask<{ id: PersonId }>(officerOf(units.province, 'board_officer'), personContract.record, {
      unitId, fullName, contact: { citizenNo }, entry: { as: 'member', admittedOn: '2010-01-01', recognisedOn: '2011-01-01', from: '2010-01-01', inReason: 'initial' },
    });
  await record(units.cellA1, 'Nguyễn Văn Mình', '111111111111');
  onlyInB = (await record(units.cellB1, 'Nguyễn Văn Người', '222222222222')).id;
  await build.tenure(onlyInB, await build.post(units.cellB1, 'secretary'), { from: '2020-01-01' });
  await build.tenure(onlyInB, await build.post(units.villageB1, 'village_head'), { from: '2020-01-01' });
  const lonely = await build.unit({ kind: 'cell', name: 'Chi bộ Lẻ', parent: await build.unit({ kind: 'commune_party', name: 'Đảng bộ Khác' }) });
  await build.derive();
  stranger = officerOf(lonely);
  officerA = officerOf(units.communeA);
});
afterAll(() => it.close());

/** Every read that answers rows, with inputs that name what the caller may not see. */
function reads() {
  const { units } = it;
  return [
    [personContract.list, {}], [personContract.list, { unitId: units.communeB }], [personContract.list, { q: 'Người' }], [personContract.list, { asOf: '2015-01-01' }],
    [personContract.search, { q: 'Người' }], [personContract.export, { format: 'csv' }], [personContract.export, { format: 'csv', unitId: units.communeB }],
    [postContract.list, {}], [postContract.list, { unitId: units.placeB }], [postContract.export, { format: 'csv', language: 'en' }], [postContract.export, { format: 'csv', language: 'en', unitId: units.placeB }], [postContract.unified, {}], [postContract.unified, { unitId: units.province }],
    [postContract.heads, {}], [postContract.heads, { unitId: units.placeB }], [postContract.ofPerson, { personId: onlyInB }],
    [membershipContract.acts, { personId: onlyInB }], [membershipContract.notArrived, {}],
    [personContract.findByNumber, { kind: 'citizen_no', number: '222222222222' }],
  ] as const;
}

test('an officer of one commune sees nobody of another, in no list, search, board, count or file', async () => {
  for (const [procedure, input] of reads()) {
    const { statusCode, body } = await it.send(officerA, procedure, input);
    expect(statusCode, procedure.name).toBe(200);
    expect(body, procedure.name).not.toContain('Người');
    expect(body, procedure.name).not.toContain(it.units.cellB1);
    expect(body, procedure.name).not.toContain('thôn Đông');
    expect(body, procedure.name).not.toContain(onlyInB);
  }
});

test('a stranger’s lists, counts, searches and files are empty', async () => {
  for (const [procedure, input] of reads()) {
    const { statusCode, body } = await it.send(stranger, procedure, input);
    expect(statusCode, procedure.name).toBe(200);
    expect(body, procedure.name).not.toMatch(/Nguyễn|Mình|Người|thôn|xã/i);
  }
  expect(await it.ask(stranger, personContract.list)).toEqual({ items: [], next: null });
  expect(await it.ask(stranger, personContract.count)).toEqual({ atLeast: 0, exact: true });
  expect(await it.ask(stranger, postContract.heads)).toEqual({ items: [], next: null, communes: [] });
});

test('a cursor opens nothing: it only says where to go on', async () => {
  const whole = await it.ask<{ next: string }>(officerOf(it.units.province, 'board_officer'), personContract.list, { limit: 1 });
  const { items } = await it.ask<{ items: { fullName: string }[] }>(officerA, personContract.list, { cursor: whole.next });
  expect(items.every(({ fullName }) => fullName === 'Nguyễn Văn Mình')).toBe(true);
});

test('nothing is done to, or told of, a person out of reach', async () => {
  const absent = newId<'person'>(0);
  for (const personId of [onlyInB, absent]) {
    expect(await it.refusal(officerA, personContract.person, { id: personId })).toBe('404 platform.notFound');
    expect(await it.refusal(officerA, personContract.change, { id: personId, version: 1 })).toBe('404 platform.notFound');
    expect(await it.refusal(officerA, membershipContract.admit, { personId, cellId: it.units.cellA1, on: '2026-01-01' })).toBe('404 platform.notFound');
    expect(await it.refusal(officerA, membershipContract.arrive, { personId, cellId: it.units.cellA1, on: '2026-01-01' })).toBe('404 platform.notFound');
    expect(await it.refusal(officerA, membershipContract.end, { personId, on: '2026-01-01', reason: 'removed' })).toBe('404 platform.notFound');
    const post = await it.build.post(it.units.villageA1, 'deputy_village_head');
    expect(await it.refusal(officerA, postContract.appoint, { id: post, personId, period: { from: '2026-01-01', to: null } })).toBe('404 platform.notFound');
  }
});

test('a refused act leaves nothing behind', async () => {
  const before = await rows(it.world.db, sql`select (select count(*) from membership_acts) as acts, (select count(*) from events) as events`);
  await it.send(officerA, membershipContract.end, { personId: onlyInB, on: '2026-01-01', reason: 'removed' });
  expect(await rows(it.world.db, sql`select (select count(*) from membership_acts) as acts, (select count(*) from events) as events`)).toEqual(before);
});
