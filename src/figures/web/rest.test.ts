import { expect, test } from 'vitest';
import { textOf, type MessageParams } from '../../platform/messages.ts';
import type { Text } from '../../platform/contract.ts';
import { restInWords } from './rest.ts';

const writing = { t: (text: Text, params?: MessageParams) => textOf(text, 'vi', params), number: String };

test('the rest is told by its number where each record counts once, and without one where records weigh more', () => {
  expect(restInWords({ figure: { isWeighted: false }, value: { count: 5, base: 12 }, writing })).toBe('Còn lại 7: xem danh sách');
  expect(restInWords({ figure: { isWeighted: true }, value: { count: 5, base: 12 }, writing })).toBe('Còn lại: xem danh sách');
});

test('nothing leads to a rest where none is left, or where there is no base', () => {
  expect(restInWords({ figure: { isWeighted: true }, value: { count: 12, base: 12 }, writing })).toBeUndefined();
  expect(restInWords({ figure: { isWeighted: false }, value: { count: 12, base: null }, writing })).toBeUndefined();
});
