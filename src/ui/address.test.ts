import { expect, test } from 'vitest';
import { destinationOf, parseSearch, stringifySearch } from './address.ts';

test('values stay texts: a code with leading zeros is no number', () => {
  expect(parseSearch('?ma=00123&ngay=2022-08-09')).toEqual({ ma: '00123', ngay: '2022-08-09' });
});

test('a repeated name is a list, and is written back repeated', () => {
  expect(parseSearch('loai=thon&loai=ap')).toEqual({ loai: ['thon', 'ap'] });
  expect(stringifySearch({ loai: ['thon', 'ap'], tim: undefined, trang: '' })).toBe('?loai=thon&loai=ap');
});

test('Vietnamese text survives the address', () => {
  expect(parseSearch(stringifySearch({ tim: 'Đồng Tháp & hòa' }))).toEqual({ tim: 'Đồng Tháp & hòa' });
});

test('an address is taken apart into path, search and place on the page', () => {
  expect(destinationOf('/to-chuc/abc?the=lich-su#cuoi')).toEqual({ to: '/to-chuc/abc', search: { the: 'lich-su' }, hash: 'cuoi' });
  expect(destinationOf('/to-chuc')).toEqual({ to: '/to-chuc', search: {} });
});
