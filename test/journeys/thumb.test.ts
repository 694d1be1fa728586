import { expect, test } from 'vitest';
import { keysOf } from './thumb.ts';

test('a letter with two marks takes three keys, a capital shift, figures another layer and back', () => {
  expect(keysOf('274913')).toBe(6);
  expect(keysOf('thôn')).toBe(5);
  expect(keysOf('ế')).toBe(3);
  expect(keysOf('ế'.normalize('NFD'))).toBe(3);
  expect(keysOf('Đường')).toBe('Dduwowngf'.length + 1);
  expect(keysOf('12 hộ')).toBe('12 hooj'.length + 2);
  expect(keysOf('23:59')).toBe(5);
});
