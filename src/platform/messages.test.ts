import { expect, test } from 'vitest';
import { defineMessages, textOf } from './messages.ts';

const messages = defineMessages({
  heads: { vi: '{count} trong {base} trưởng thôn', en: '{count} of {base} village heads' },
});

test('parameters stand where the sentence of each language wants them', () => {
  expect(textOf(messages.heads, 'vi', { count: 8, base: 146 })).toBe('8 trong 146 trưởng thôn');
  expect(textOf(messages.heads, 'en', { count: 8, base: 146 })).toBe('8 of 146 village heads');
});

test('a missing parameter leaves its mark standing', () => {
  expect(textOf(messages.heads, 'vi', { count: 8 })).toBe('8 trong {base} trưởng thôn');
});

test('a parameter that looks like a mark is not filled in again', () => {
  expect(textOf(messages.heads, 'vi', { count: '{base}', base: 1 })).toBe('{base} trong 1 trưởng thôn');
});
