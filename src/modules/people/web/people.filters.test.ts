import { expect, test } from 'vitest';
import { agesOf, isNarrowed, peopleAsked } from './people.filters.ts';

function asked(address: Record<string, string[]>, search?: string) {
  return peopleAsked({ search, unitId: undefined, values: (param) => address[param] ?? [], asOf: '2022-08-09' });
}

test('an address without filters asks for everybody on the day', () => {
  expect(asked({})).toEqual({ asOf: '2022-08-09' });
  expect(isNarrowed(asked({}))).toBe(false);
});

test('every filter of the address is asked for', () => {
  expect(asked({ dangVien: ['probationary', 'full'], gioiTinh: ['female'], chucVu: ['secretary'], ghiChu: ['away'], tuoi: ['30-39'] }, 'hòa')).toEqual({
    asOf: '2022-08-09', q: 'hòa', status: ['full', 'probationary'], sex: 'female', post: ['secretary'], mark: ['away'], ageFrom: 30, ageTo: 39,
  });
});

test('words that mean nothing are passed over instead of failing the page', () => {
  expect(asked({ dangVien: ['khac'], gioiTinh: ['x'], chucVu: ['vua'], tuoi: ['trẻ'] })).toEqual({ asOf: '2022-08-09' });
});

test('an age band may be open at either end', () => {
  expect(agesOf('-29')).toEqual({ ageTo: 29 });
  expect(agesOf('60-')).toEqual({ ageFrom: 60 });
});
