import { expect, test } from 'vitest';
import { requestOf } from './request.ts';

const unit = { name: 'units.get', method: 'GET', path: '/api/units/:id' } as const;
const rename = { name: 'units.rename', method: 'POST', path: '/api/units/:id/rename' } as const;

test('the keys of the path leave the query', () => {
  expect(requestOf(unit, { id: 'a/b', asOf: '2022-08-09' })).toEqual({ url: '/api/units/a%2Fb?asOf=2022-08-09' });
});

test('a list is repeated, what is undefined is left out', () => {
  expect(requestOf({ ...unit, path: '/api/units' }, { kind: ['cell', 'committee'], search: undefined }).url).toBe('/api/units?kind=cell&kind=committee');
});

test('an act sends what is not in its path as JSON', () => {
  expect(requestOf(rename, { id: 'u1', name: 'Chi bộ thôn Đông', on: '2022-08-09' })).toEqual({
    url: '/api/units/u1/rename', body: '{"name":"Chi bộ thôn Đông","on":"2022-08-09"}',
  });
});

test('a path is never sent with a hole in it', () => {
  expect(() => requestOf(unit, { asOf: '2022-08-09' })).toThrow('units.get needs "id"');
});

test('no input is an empty one', () => {
  expect(requestOf({ name: 'access.session', method: 'GET', path: '/api/session' }, undefined)).toEqual({ url: '/api/session' });
});
