import { expect, test } from 'vitest';
import { ownAddress, signInFaults } from './signIn.ts';

test('name and password are asked for, a password of spaces is one', () => {
  expect(Object.keys(signInFaults({ name: ' ', password: '', code: '' }, 'password'))).toEqual(['name', 'password']);
  expect(signInFaults({ name: 'an', password: '   ', code: '' }, 'password')).toEqual({});
});

test('a code has six digits, spaces between them don’t matter', () => {
  expect(signInFaults({ name: '', password: '', code: '123 456' }, 'code')).toEqual({});
  expect(Object.keys(signInFaults({ name: '', password: '', code: '12345' }, 'code'))).toEqual(['code']);
});

test('after signing in one comes back to the address asked for, its day included', () => {
  expect(ownAddress('/to-chuc/u1?ngay=2022-08-09')).toBe('/to-chuc/u1?ngay=2022-08-09');
});

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '', undefined, '/dang-nhap?den=/'])('%s leads home', (wanted) => {
  expect(ownAddress(wanted)).toBe('/');
});
