/**
 * Two provinces with books of their own, large enough that their lists are walked home by home: whoever stands beside
 * the home is found all the same, and nobody else. The oracle gathers everybody by a plain reading of the rows.
 */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { newId } from '../../../platform/ids.ts';
import { buildIn } from '../../../../test/world/build.ts';
import { personContract } from '../person.contract.ts';
import { officerOf, openPeopleWorld, type PeopleWorld, type PersonId, type UnitId } from './people.world.ts';

interface List {
  items: { id: PersonId; fullName: string; cell: { id: UnitId } | null }[];
  next: string | null;
}

let it: PeopleWorld;
let first: Province;
let second: Province;
let moved: PersonId;
let inPost: PersonId;

interface Province {
  readonly home: number;
  readonly party: UnitId;
  readonly cells: readonly UnitId[];
  readonly build: ReturnType<typeof buildIn>;
}

beforeAll(async () => {
  it = await openPeopleWorld();
  first = await buildProvince(1);
  second = await buildProvince(2);
  for (const [at, province] of [first, second].entries()) {
    for (const [number, cell] of province.cells.slice(0, 12).entries()) {
      await province.build.member(await province.build.person({ name: `${['Trần', 'Lê'][at]} Văn ${['An', 'Bình', 'Hoà'][number % 3]} ${number}` }), cell);
    }
  }
  // The rows of a person stay in the home of the first cell, and name a cell of the other province.
  moved = await first.build.person({ name: 'Đặng Thị Chuyển' });
  const membership = await first.build.membership(moved, { from: '2001-01-01' });
  await first.build.placement({ person: moved, membership, cell: first.cells[0]!, from: '2001-01-01', to: '2020-12-31', outReason: 'transfer_out' });
  await first.build.placement({ person: moved, membership, cell: second.cells[0]!, from: '2021-01-01', inReason: 'transfer_in' });
  inPost = await first.build.person({ name: 'Hồ Văn Kiêm' });
  await first.build.member(inPost, first.cells[1]!);
  await first.build.tenure(inPost, await second.build.post(second.cells[1]!, 'secretary'), { from: '2022-01-01' });
  await it.build.derive();
}, 120_000);
afterAll(() => it.close());

async function buildProvince(home: number): Promise<Province> {
  await sql`insert into homes (id, name) values (${home}, ${`Tỉnh ${home}`})`.execute(it.world.owner.db);
  const build = buildIn(it.world, home);
  const party = await build.unit({ kind: 'provincial_party', name: `Đảng bộ tỉnh ${home}` });
  const cells = Array.from({ length: 420 }, () => newId<'unit'>(home));
  await sql`insert into units (id, home_id, created_at) select id, ${home}, now() from unnest(${cells}::uuid[]) id`.execute(it.world.owner.db);
  await sql`insert into unit_versions (id, unit_id, valid, name, name_key, exact_key, kind, properties) select gen_random_uuid(), id, '[2000-01-01,)', 'Chi bộ', 'chi bo', 'chi bộ', 'cell', '{}' from unnest(${cells}::uuid[]) id`.execute(it.world.owner.db);
  await sql`insert into unit_parents (id, unit_id, hierarchy, parent_id, valid) select gen_random_uuid(), id, 'party', ${party}, '[2000-01-01,)' from unnest(${cells}::uuid[]) id`.execute(it.world.owner.db);
  return { home, party, cells, build };
}

async function listed(who: Actor, input: Record<string, unknown> = {}): Promise<PersonId[]> {
  const found: PersonId[] = [];
  let cursor: string | undefined;
  do {
    const page: List = await it.ask<List>(who, personContract.list, { limit: 5, ...input, cursor });
    found.push(...page.items.map(({ id }) => id));
    cursor = page.next ?? undefined;
  } while (cursor);
  return found;
}

/** Whoever is placed or in post at one of the units on the day, read plainly. */
async function standingAt(units: readonly UnitId[], on = '2026-11-20'): Promise<PersonId[]> {
  const found = await rows(it.world.db, sql<{ id: PersonId }>`
    select person_id as id from placements where cell_id = any(${[...units]}::uuid[]) and valid @> ${on}::date
    union select t.person_id from tenures t join posts o on o.id = t.post_id where o.unit_id = any(${[...units]}::uuid[]) and t.valid @> ${on}::date`);
  return found.map(({ id }) => id).toSorted();
}

test('a transferred person is on the list of the province of today, though the rows lie in another home', async () => {
  const ofSecond = await listed(officerOf(second.party));
  expect(ofSecond).toContain(moved);
  expect(ofSecond.toSorted()).toEqual(await standingAt(second.cells));
  expect(await listed(officerOf(second.party), { asOf: '2010-01-01' })).not.toContain(moved);
});

test('the province of before keeps the person for days before the transfer only', async () => {
  expect(await listed(officerOf(first.party))).not.toContain(moved);
  expect(await listed(officerOf(first.party), { asOf: '2010-01-01' })).toContain(moved);
});

test('a post in another province brings its holder onto that list, without the cell, which is out of reach', async () => {
  expect(await listed(officerOf(second.party))).toContain(inPost);
  const { items } = await it.ask<List>(officerOf(second.party), personContract.list, { q: 'Hồ Văn Kiêm' });
  expect(items).toMatchObject([{ id: inPost, cell: null }]);
});

test('searched for, those from elsewhere are found, and those of elsewhere are not', async () => {
  expect(await listed(officerOf(second.party), { q: 'chuyen' })).toEqual([moved]);
  expect(await listed(officerOf(first.party), { q: 'chuyen' })).toEqual([]);
  expect(await listed(officerOf(second.party), { q: 'Trần' })).toEqual([]);
  expect((await listed(officerOf(first.party), { q: 'hoà' })).length).toBe(4);
});

test('pages of a list and of a search stand in one order, those from elsewhere between those of the home', async () => {
  const ordered = await rows(it.world.db, sql<{ id: PersonId }>`select id from people where id = any(${await standingAt(second.cells)}::uuid[])
    order by split_part(sort_key, ' ', 1) collate "vi-x-icu", sort_key collate "vi-x-icu", id`);
  for (const limit of [1, 2, 3, 50]) expect(await listed(officerOf(second.party), { limit })).toEqual(ordered.map(({ id }) => id));
});

test('whoever bears the very name comes first, page after page, those from elsewhere too', async () => {
  const bearers: PersonId[] = [];
  for (const name of ['Vũ Văn Trung', 'Vũ Văn Trùng', 'Vũ Văn Trùng']) {
    const person = await second.build.person({ name });
    await second.build.member(person, second.cells[8]!);
    bearers.push(person);
  }
  const namesake = await first.build.person({ name: 'Vũ Văn Trung' });
  await first.build.member(namesake, first.cells[8]!);
  await first.build.tenure(namesake, await second.build.post(second.cells[8]!, 'deputy_secretary'), { from: '2022-01-01' });
  const longer = await second.build.person({ name: 'An Vũ Văn Trung' });
  await second.build.member(longer, second.cells[8]!);
  for (const limit of [1, 2, 3, 10]) {
    const found = await listed(officerOf(second.party), { q: 'vu van trung', limit });
    expect(found.slice(0, 4).toSorted()).toEqual([...bearers, namesake].toSorted());
    expect(found.slice(4)).toEqual([longer]);
    const accented = await listed(officerOf(second.party), { q: 'Vũ Văn Trùng', limit });
    expect(accented.slice(0, 2).toSorted()).toEqual(bearers.slice(1).toSorted());
    expect(accented.length).toBe(5);
  }
  for (const table of ['tenures', 'placements', 'memberships']) await sql`delete from ${sql.table(table)} where person_id = any(${[...bearers, namesake, longer]}::uuid[])`.execute(it.world.owner.db);
});

test('however a search is read, the same people come in the same order, page after page', async () => {
  for (const q of ['van', 'Văn', 'v', 'an van']) {
    const whole = await listed(officerOf(second.party), { q, limit: 100 });
    expect(new Set(whole).size).toBe(whole.length);
    for (const limit of [1, 2, 3, 7]) expect(await listed(officerOf(second.party), { q, limit })).toEqual(whole);
  }
});

test('the quick search stops at those who bear the very name', async () => {
  const quick = (q: string) => it.ask<{ items: { fullName: string }[] }>(officerOf(second.party), personContract.search, { q, limit: 8 });
  expect((await quick('Lê Văn An 0')).items.map(({ fullName }) => fullName)).toEqual(['Lê Văn An 0']);
  expect((await quick('le van')).items).toHaveLength(8);
});

test('guests and members placed nowhere are found from their own rows, from either side, and nobody who lies out of reach', async () => {
  const { build, cells } = first;
  const guest = await build.person({ name: 'Mai Văn Khách' });
  const membership = await build.member(guest, cells[5]!);
  await build.placement({ person: guest, membership, cell: second.cells[5]!, kind: 'temporary', from: '2026-01-01' });
  const traveller = await build.person({ name: 'Mai Văn Đường' });
  const left = await build.membership(traveller, { from: '2001-01-01' });
  await build.placement({ person: traveller, membership: left, cell: cells[6]!, from: '2001-01-01', to: '2026-10-31', outReason: 'transfer_out' });
  const marked = (province: Province, mark: string | string[], input = {}) => listed(officerOf(province.party), { mark, ...input });
  expect(await marked(first, 'temporary')).toEqual([guest]);
  expect(await marked(second, 'temporary')).toEqual([guest]);
  expect(await marked(first, 'notArrived')).toEqual([traveller]);
  expect(await marked(second, 'notArrived')).toEqual([]);
  expect((await marked(first, ['temporary', 'notArrived'])).toSorted()).toEqual([guest, traveller].toSorted());
  expect(await marked(first, 'notArrived', { asOf: '2026-10-01' })).toEqual([]);
  expect(await it.ask(officerOf(first.party), personContract.count, { mark: 'notArrived' })).toEqual({ atLeast: 1, exact: true });
  for (const [table, people] of [['placements', [guest, traveller]], ['memberships', [guest, traveller]]] as const) await sql`delete from ${sql.table(table)} where person_id = any(${people}::uuid[])`.execute(it.world.owner.db);
});

test('counts agree with the lists, from either side', async () => {
  for (const province of [first, second]) {
    const atLeast = (await listed(officerOf(province.party))).length;
    expect(await it.ask(officerOf(province.party), personContract.count)).toEqual({ atLeast, exact: true });
  }
});

test('somebody in charge of one cell in each province sees these two cells only', async () => {
  const [a, b] = [first.cells[2]!, second.cells[2]!];
  const both: Actor = { ...officerOf(a), grants: [...officerOf(a).grants, ...officerOf(b, 'office_officer', 'unit').grants] };
  expect((await listed(both)).toSorted()).toEqual(await standingAt([a, b]));
});

test('a cell handed to the other province is seen there with its people, and no longer where it was', async () => {
  const cell = first.cells[3]!;
  await it.build.move(cell, { hierarchy: 'party', parent: second.party, on: '2025-07-01' });
  await it.build.derive();
  expect((await listed(officerOf(second.party))).toSorted()).toEqual(await standingAt([...second.cells, cell]));
  expect((await listed(officerOf(first.party))).toSorted()).toEqual(await standingAt(first.cells.filter((each) => each !== cell)));
});

test('after the provinces are merged the reach of the new one covers both homes, each person once', async () => {
  const merged = await it.build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh mới', from: '2025-07-01' });
  await sql`update unit_parents set valid = daterange(lower(valid), '2025-08-01') where upper_inf(valid)`.execute(it.world.owner.db);
  await sql`insert into unit_parents (id, unit_id, hierarchy, parent_id, valid) select gen_random_uuid(), id, 'party', ${merged}, '[2025-08-01,)' from unnest(${[...first.cells, ...second.cells]}::uuid[]) id`.execute(it.world.owner.db);
  await it.build.derive();
  const everybody = await listed(officerOf(merged));
  expect(new Set(everybody).size).toBe(everybody.length);
  expect(everybody.toSorted()).toEqual(await standingAt([...first.cells, ...second.cells]));
  expect((await listed(officerOf(merged), { q: 'van' })).length).toBe(25);
}, 60_000);
