import { expect, test } from 'vitest';
import { isNarrowed, partAsked, petitionsAsked } from './petitions.filters.ts';

const asked = (address: Readonly<Record<string, readonly string[]>>, unitId?: string) => petitionsAsked({ unitId, values: (param) => address[param] ?? [] });

test('what the address says is asked for, and what means nothing is passed over', () => {
  expect(asked({})).toEqual({});
  expect(isNarrowed(asked({}))).toBe(false);
  expect(asked({ tinhTrang: ['accepted', 'x'], linhVuc: ['ruralRoads', 'a b'], nguon: ['resident'], quaHan: ['co'], neuLai: ['khong'], tim: ['đường'] }, 'u1')).toEqual({ unitId: 'u1', state: ['accepted'], topic: ['ruralRoads'], source: ['resident'], late: 'yes', search: 'đường' });
  expect([partAsked('late'), partAsked('x'), partAsked(undefined)]).toEqual(['late', 'open', 'open']);
});
