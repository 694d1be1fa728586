import { expect, test } from 'vitest';
import { faultyFields } from './faults.ts';

test('fields that the server names are marked', () => {
  expect(faultyFields({ code: 'platform.invalid', kind: 'invalid', data: { fields: [{ field: 'contact.email', message: 'x' }, { field: 'fullName', message: 'y' }] } })).toEqual(['contact.email', 'fullName']);
  expect(faultyFields({ code: 'platform.invalid', kind: 'invalid', data: { field: 'on' } })).toEqual(['on']);
});

test('a refusal that names no field marks the one that its code is about', () => {
  expect(faultyFields({ code: 'posts.noSeat', kind: 'conflict', data: { seats: 1 } }, { 'posts.noSeat': 'id' })).toEqual(['id']);
});

test('what is no refusal marks nothing', () => {
  expect(faultyFields(new TypeError('x'), { x: 'on' })).toEqual([]);
  expect(faultyFields(null)).toEqual([]);
});
