import { expect, test } from 'vitest';
import { entryToSend, missingInEntry, unaskedOf, type TypedEntry } from './person.entry.ts';

const typed: TypedEntry = { as: 'admitted', unit: { id: 'u', label: 'Chi bộ Thôn Hạ' }, postId: undefined, from: '2024-02-03', admittedOn: undefined, recognisedOn: undefined, inReason: 'initial', how: null, decision: ' ' };

test('an admission needs a cell and a day', () => {
  expect(missingInEntry({ ...typed, unit: undefined, from: undefined })).toEqual(['unit', 'from']);
  expect(entryToSend(typed)).toEqual({ as: 'admitted', on: '2024-02-03', decision: null });
});

test('sex and decision are asked for at an admission, and nowhere else', () => {
  expect(unaskedOf(typed, { sex: null })).toEqual(['sex', 'decision']);
  expect(unaskedOf({ ...typed, decision: 'QĐ 12' }, { sex: 'female' })).toEqual([]);
  expect(unaskedOf({ ...typed, as: 'member' }, { sex: null })).toEqual([]);
});

test('whoever is a member already also needs the day of admission; without recognition probation goes on', () => {
  const member = { ...typed, as: 'member' as const };
  expect(missingInEntry(member)).toEqual(['admittedOn']);
  expect(entryToSend({ ...member, admittedOn: '2023-01-05', inReason: 'transfer_in' })).toEqual({ as: 'member', admittedOn: '2023-01-05', recognisedOn: null, from: '2024-02-03', inReason: 'transfer_in', decision: null });
});

test('a post must be chosen among those of the unit', () => {
  const holder = { ...typed, as: 'post' as const };
  expect(missingInEntry(holder)).toEqual(['postId']);
  expect(entryToSend(holder)).toBeUndefined();
  expect(entryToSend({ ...holder, postId: 'p', decision: 'QĐ 12' })).toEqual({ as: 'post', postId: 'p', from: '2024-02-03', how: null, decision: 'QĐ 12' });
});
