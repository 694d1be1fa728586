import { expect, test } from 'vitest';
import { tooMany } from './paste.ts';

test('a paste is too long by what does not fit beside what stays', () => {
  const field = { value: 'abcdef', maxLength: 8, selectionStart: 2, selectionEnd: 5 };
  expect([tooMany(field, 'xxxxx'), tooMany(field, 'xxxxxx'), tooMany({ ...field, selectionEnd: 2 }, 'xxxxx'), tooMany({ ...field, maxLength: -1 }, 'x'.repeat(999))]).toEqual([0, 1, 3, 0]);
  expect(tooMany({ value: '', maxLength: 3, selectionStart: null, selectionEnd: null }, 'a\r\nb')).toBe(0);
});
