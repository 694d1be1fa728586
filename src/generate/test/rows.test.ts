/** What a seed gives: the same again, other rows for another seed, sizes and names as uneven as in life. */
import { beforeAll, expect, test } from 'vitest';
import { lineOf } from '../row.text.ts';
import { drawRows, fingerprint, type Drawn } from './rows.ts';

let drawn: Drawn;
beforeAll(async () => {
  drawn = await drawRows({ size: 'commune', seed: '1' });
});

test('the same seed gives the same rows, and another seed gives others in every table', async () => {
  const [again, other] = [fingerprint(await drawRows({ size: 'commune', seed: '1' })), fingerprint(await drawRows({ size: 'commune', seed: '2' }))];
  const first = fingerprint(drawn);
  expect(again).toEqual(first);
  expect(Object.keys(first).filter((table) => other[table] === first[table])).toEqual([]);
});

test('no id is given twice', () => {
  const ids = [...drawn.tables].flatMap(([table, lines]) => (table === 'person_keys' ? [] : lines.map((line) => String(line[['people', 'memberships', 'placements', 'exemptions', 'away_spells', 'tenures'].includes(table) ? 1 : 0]))));
  expect(new Set(ids).size).toBe(ids.length);
});

test('a commune has about 1,700 members in cells of very different sizes', () => {
  const cells = drawn.country.provinces.flatMap((province) => province.cells.map(({ size }) => size)).toSorted((a, b) => a - b);
  const members = cells.reduce((sum, size) => sum + size, 0);
  expect(members).toBeGreaterThan(1200);
  expect(members).toBeLessThan(2400);
  expect(cells[0]).toBeGreaterThanOrEqual(3);
  expect(cells.at(-1)).toBeLessThanOrEqual(60);
  expect(cells.at(-1)! / cells[0]!).toBeGreaterThan(6);
});

test('names are as common as in life: most are Nguyễn, many people bear the same name, fields are missing', () => {
  const people = drawn.tables.get('people')!;
  const share = (test: (line: readonly unknown[]) => boolean) => people.filter(test).length / people.length;
  expect(share((line) => String(line[2]).startsWith('Nguyễn'))).toBeGreaterThan(0.3);
  expect(share((line) => String(line[2]).startsWith('Nguyễn'))).toBeLessThan(0.47);
  expect(new Set(people.map((line) => line[2])).size).toBeLessThan(people.length);
  expect(share((line) => line[7] === null)).toBeGreaterThan(0.01);
  expect(share((line) => line[9] === null)).toBeGreaterThan(0.05);
  expect(share((line) => line[12] === true)).toBe(1);
});

test('people come, go, move and are excused in the records', () => {
  const reasons = new Set(drawn.tables.get('placements')!.flatMap((line) => [line[7], line[8]]));
  for (const reason of ['initial', 'admission', 'internal', 'end', 'transfer_out']) expect(reasons).toContain(reason);
  expect(drawn.tables.get('exemptions')!.length).toBeGreaterThan(20);
  expect(drawn.tables.get('away_spells')!.length).toBeGreaterThan(20);
});

test('rows are written as COPY reads them', () => {
  expect(lineOf(['a\tb\\c\nd', null, true, 7, Buffer.from([1, 255])])).toBe('a\\tb\\\\c\\nd\t\\N\tt\t7\t\\\\x01ff\n');
});
