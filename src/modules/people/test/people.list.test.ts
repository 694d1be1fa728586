import { afterAll, beforeAll, expect, test } from 'vitest';
import { personContract } from '../person.contract.ts';
import { officerOf, openPeopleWorld, type PeopleWorld, type PersonId } from './people.world.ts';

interface List {
  items: { id: PersonId; fullName: string; status: string; marks: string[]; age: number | null; cell: { name: string } | null; posts: { kind: string; unit: { name: string } }[] }[];
  next: string | null;
}

let it: PeopleWorld;
const names = ['Nguyễn Văn Đức', 'Nguyen Van Duc', 'Trần Thị Hoà', 'Lê Hoa', 'Phạm Văn Hòa', 'Đỗ Ánh', 'Lê Văn Ân', 'Bùi Xuân Anh', 'Hoàng Văn Bình'];
const ids = new Map<string, PersonId>();

beforeAll(async () => {
  it = await openPeopleWorld();
  const { build, units } = it;
  for (const [at, name] of names.entries()) {
    const person = await build.person({ name, sex: at % 2 === 0 ? 'male' : 'female', birth: `${1960 + at * 5}-01-10` });
    ids.set(name, person);
    await build.member(person, at < 6 ? units.cellA1 : units.cellA2, { from: '2010-01-01', recognised: at === 3 ? null : '2011-01-01' });
  }
  await build.exemption(ids.get('Lê Hoa')!, { from: '2020-01-01', to: '2026-12-31' });
  await build.away(ids.get('Đỗ Ánh')!, { from: '2024-05-01' });
  const head = await build.post(units.villageA1, 'village_head');
  await build.tenure(ids.get('Trần Thị Hoà')!, head, { from: '2022-01-01' });
  const outsider = await build.person({ name: 'Vũ Ngoài Đảng' });
  await build.tenure(outsider, await build.post(units.villageA2, 'village_head'), { from: '2023-01-01' });
  const leaver = await build.person({ name: 'Đinh Đã Chuyển' });
  await build.member(leaver, units.cellA2, { from: '2012-01-01', to: '2021-12-31', endReason: 'transferred_out', outReason: 'transfer_out' });
  await it.build.derive();
});
afterAll(() => it.close());

const list = (input: Record<string, unknown> = {}) => it.ask<List>(officerOf(it.units.communeA), personContract.list, input);
const namesOf = (answer: List) => answer.items.map(({ fullName }) => fullName);

test('people stand in the Vietnamese order of given names', async () => {
  const found = namesOf(await list());
  expect(found.map((name) => name.split(' ').at(-1))).toEqual(['Anh', 'Ánh', 'Ân', 'Bình', 'Duc', 'Đảng', 'Đức', 'Hoa', 'Hoà', 'Hòa']);
});

test('typed without diacritics, a name is found with and without them, đ too', async () => {
  expect(namesOf(await list({ q: 'Nguyen Van Duc' })).toSorted()).toEqual(['Nguyen Van Duc', 'Nguyễn Văn Đức']);
});

test('what was typed with diacritics ranks first', async () => {
  expect(namesOf(await list({ q: 'Đức' }))).toEqual(['Nguyễn Văn Đức', 'Nguyen Van Duc']);
});

test('hòa and hoà find the same people, those with the tone before those without', async () => {
  const one = namesOf(await list({ q: 'hòa' }));
  const other = namesOf(await list({ q: 'hoà' }));
  expect(one).toEqual(other);
  expect(new Set(one.slice(0, 2))).toEqual(new Set(['Phạm Văn Hòa', 'Trần Thị Hoà']));
  expect(one.slice(2)).toEqual(['Hoàng Văn Bình', 'Lê Hoa']);
});

test('whole words come before beginnings of words, and these before parts of words', async () => {
  const found = namesOf(await list({ q: 'an' }));
  expect(found[0]).toBe('Lê Văn Ân');
  expect(found.slice(1, 3)).toEqual(['Bùi Xuân Anh', 'Đỗ Ánh']);
  expect(found.slice(3)).toContain('Hoàng Văn Bình');
});

test('signs of the database’s pattern language are only signs', async () => {
  expect(namesOf(await list({ q: '%' }))).toEqual([]);
  expect(namesOf(await list({ q: 'a_h' }))).toEqual([]);
});

test('pages follow each other without gap or repetition, searched or not', async () => {
  for (const q of [undefined, 'n']) {
    const whole = namesOf(await list({ q, limit: 100 }));
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page: List = await list({ q, limit: 3, cursor });
      paged.push(...namesOf(page));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(paged).toEqual(whole);
    expect(whole.length).toBeGreaterThan(3);
  }
});

test('how many there are is asked apart from the page, with the same filters', async () => {
  const count = (input = {}) => it.ask(officerOf(it.units.communeA), personContract.count, input);
  expect(await count()).toEqual({ atLeast: 10, exact: true });
  expect(await count({ q: 'hòa' })).toEqual({ atLeast: 4, exact: true });
  expect(await count({ mark: 'exempt' })).toEqual({ atLeast: 1, exact: true });
});

test('filters hold those they name and no others', async () => {
  expect(namesOf(await list({ status: 'none' }))).toEqual(['Vũ Ngoài Đảng']);
  expect(namesOf(await list({ status: ['probationary', 'none'] })).toSorted()).toEqual(['Lê Hoa', 'Vũ Ngoài Đảng'].toSorted());
  expect(namesOf(await list({ mark: 'exempt' }))).toEqual(['Lê Hoa']);
  expect(namesOf(await list({ mark: 'away' }))).toEqual(['Đỗ Ánh']);
  expect(namesOf(await list({ post: 'village_head' })).toSorted()).toEqual(['Trần Thị Hoà', 'Vũ Ngoài Đảng']);
  expect(namesOf(await list({ sex: 'female', ageFrom: 55 })).toSorted()).toEqual(['Nguyen Van Duc']);
  expect((await list({ unitId: it.units.cellA2 })).items).toHaveLength(4);
  expect(namesOf(await list({ unitId: it.units.placeA })).toSorted()).toEqual(['Trần Thị Hoà', 'Vũ Ngoài Đảng']);
});

test('asked for a day, the list is that of the day', async () => {
  expect(namesOf(await list({ asOf: '2021-06-01' }))).toContain('Đinh Đã Chuyển');
  expect(namesOf(await list())).not.toContain('Đinh Đã Chuyển');
  expect(namesOf(await list({ asOf: '2009-12-31' }))).toEqual([]);
  expect((await list({ q: 'Trần Thị Hoà', asOf: '2010-06-01' })).items[0]).toMatchObject({ status: 'probationary', posts: [] });
});

test('a row says what the person is on the day', async () => {
  const [row] = (await list({ q: 'Trần Thị Hoà' })).items;
  expect(row).toMatchObject({ status: 'full', marks: [], cell: { name: 'Chi bộ thôn Thượng' }, posts: [{ kind: 'village_head', unit: { name: 'Thôn Thượng' } }], age: 56 });
});

test('the quick search answers a few with where they belong', async () => {
  const { items } = await it.ask<{ items: { fullName: string; unit: { name: string } }[] }>(officerOf(it.units.communeA), personContract.search, { q: 'hoà', limit: 1 });
  expect(items).toHaveLength(1);
  expect(items[0]?.unit.name).toMatch(/Thượng|Hạ/);
});

test('a cursor that is none is refused', async () => {
  expect(await it.refusal(officerOf(it.units.communeA), personContract.list, { cursor: 'xyz' })).toBe('400 platform.invalid');
});
