import { describe, expect, test } from 'vitest';
import { checkWorkbook } from '../check/check.ts';
import type { KnownRef } from '../check/context.ts';
import { readWorkbook } from '../read/workbook.ts';

type Place = Readonly<Record<string, string>>;

const place: Place = {
  units: `ref,name,kind,party_parent,from,to
xa,Đảng bộ xã Đồng Thịnh,commune_party,,1/1/2000,30/6/2020
xa,Đảng bộ xã Đồng Thịnh (mới),commune_party,,1/7/2020,30/6/2025
cb,Chi bộ thôn Thượng,cell,xa,1/1/2010,30/6/2025`,
  people: `ref,full_name,birth,citizen_no
p1,Nguyễn Văn An,1975,
p2,Trần Thị Hòa,9/3/1980,026080001234`,
  memberships: `person,record,cell,from,to,admitted_on,recognised_on
p1,placement,cb,3/2/2010,31/12/2014,3/2/2010,3/2/2011
p1,placement,cb,1/1/2015,,,
p1,away,,1/1/2016,31/12/2016,,`,
  posts: `ref,unit,kind,seats,from,to
uv,cb,committee_member,2,1/1/2010,30/6/2025`,
  tenures: `person,post,from,to
p1,uv,1/1/2010,31/12/2014
p2,uv,1/1/2012,30/6/2025
p1,uv,1/1/2015,30/6/2025`,
};

async function check(changes: Place, known?: KnownRef): Promise<unknown[]> {
  const files = Object.entries({ ...place, ...changes }).map(([name, text]) => ({ name: `${name}.csv`, bytes: new TextEncoder().encode(text) }));
  return checkWorkbook(await readWorkbook({ files }), known).map(({ code, sheet, row }) => [code, sheet, row]);
}

test('a correct place has only what is left open beyond the end of the cell', async () => {
  expect(await check({})).toEqual([['unit.not_alive', 'memberships', 3]]);
  expect(await check({ memberships: place['memberships']?.replace('1/1/2015,,', '1/1/2015,30/6/2025,') ?? '' })).toEqual([]);
});

describe('the last day is included', () => {
  test('so the next version begins the day after, and on the same day they overlap', async () => {
    expect(await check({ units: place['units']?.replace('1/7/2020', '30/6/2020') ?? '', memberships: 'person,record,from' })).toEqual([['unit.versions_overlap', 'units', 3]]);
  });

  test('and a parent missing for a single day is found', async () => {
    expect(await check({ units: place['units']?.replace('1/7/2020', '2/7/2020') ?? '', memberships: 'person,record,from' })).toEqual([['unit.parent_not_alive', 'units', 4]]);
  });

  test('and the seat is free only on the day after', async () => {
    const tenures = place['tenures']?.replace('31/12/2014', '1/1/2015') ?? '';
    const found = await check({ tenures, memberships: 'person,record,from' });
    expect(found).toEqual([['tenure.twice', 'tenures', 4], ['tenure.too_many', 'tenures', 4]]);
  });
});

test('a cycle is one only where all its parents hold on a common day', async () => {
  const apart = `ref,name,kind,party_parent,from,to
a,Ban A,party_board,b,1/1/2000,31/12/2009
a,Ban A,party_board,,1/1/2010,
b,Ban B,party_board,,1/1/2000,31/12/2009
b,Ban B,party_board,a,1/1/2010,`;
  const only = { people: 'ref,full_name', memberships: 'person,record,from', posts: 'ref,unit,kind,from', tenures: 'person,post,from' };
  expect(await check({ ...only, units: apart })).toEqual([]);
  const together = apart.replace('b,1/1/2000,31/12/2009', 'b,1/1/2000,1/1/2010').replace('a,Ban A,party_board,,1/1/2010', 'a,Ban A,party_board,,2/1/2010');
  expect(await check({ ...only, units: together })).toEqual([['unit.parent_cycle', 'units', 2], ['unit.parent_cycle', 'units', 5]]);
});

test('a row with an error of its own still tells which refs it repeats or misses', async () => {
  const people = `${place['people']}\np1,Nguyễn Văn Hai,31/02/1975,`;
  const memberships = `${place['memberships']?.replace('1/1/2015,,', '1/1/2015,30/6/2025,')}\nkhong-co,placement,khong-co,31/2/2015,,,`;
  expect(await check({ people, memberships })).toEqual([
    ['day.impossible', 'people', 4], ['ref.twice', 'people', 4],
    ['day.impossible', 'memberships', 5], ['ref.unresolved', 'memberships', 5], ['ref.unresolved', 'memberships', 5],
  ]);
});

test('the life of a unit that is known from before isn’t judged by the file alone', async () => {
  const units = 'ref,name,kind,party_parent,from,to\ncb,Chi bộ thôn Thượng,cell,xa,1/1/2020,';
  expect(await check({ units }, (sheet, ref) => sheet === 'units' && (ref === 'xa' || ref === 'cb'))).toEqual([]);
});
