import { describe, expect, test } from 'vitest';
import { barLength, isWholeSingle, isWithoutBase, lowestFirst, shownParts, sortedParts, type Part } from './breakdown.ts';

const reading = { language: 'vi', t: (text: { vi: string }) => text.vi };

function part(code: string, count: number, base: number | null = null): Part {
  return { code, label: { vi: code, en: code }, unit: null, count, base, share: null };
}

test('an empty "not known" or "directly" is left out, any other empty row stays', () => {
  expect(shownParts({ items: [part('school', 0), part('unknown', 0), part('direct', 0)] }).map(({ code }) => code)).toEqual(['school']);
  expect(shownParts({ items: [part('unknown', 2), part('direct', 0, 3)] })).toHaveLength(2);
});

test('a bucket of a share without anything in its base is left out, a unit without a base stays', () => {
  const unit = { ...part('Xã An', 0, 0), unit: { id: 'x' as never, name: 'Xã An' } };
  expect(shownParts({ items: [part('buon', 0, 0), part('thon', 0, 4), unit] }).map(({ code }) => code)).toEqual(['thon', 'Xã An']);
});

describe('where units are single cells', () => {
  const cell = (code: string, count: number, base: number | null) => ({ ...part(code, count, base), unit: { id: code as never, name: code } });
  test('those in which all is counted are told apart', () => {
    expect([cell('a', 1, 1), cell('b', 0, 1), cell('c', 4, 4), cell('d', 0, 0), cell('e', 1, null), part('kind', 1, 1)].map(isWholeSingle)).toEqual([true, false, false, false, false, false]);
  });
  test('so are those in which there is nothing to count, of units alone', () => {
    expect([cell('a', 0, 0), cell('b', 0, 1), cell('c', 0, null), part('kind', 0, 0)].map(isWithoutBase)).toEqual([true, false, false, false]);
  });
  test('the lowest share comes first and what has no base last', () => {
    expect(lowestFirst([cell('a', 1, 1), cell('b', 0, 0), cell('c', 3, 4), cell('d', 0, 1)]).map(({ code }) => code)).toEqual(['d', 'c', 'a', 'b']);
  });
});

describe('a bar begins at zero', () => {
  test('and measures a number against the greatest', () => {
    expect(barLength(part('a', 5), 20)).toBe(0.25);
  });
  test('and measures a share against the whole, nothing where there is no base', () => {
    expect(barLength(part('a', 3, 12), 3)).toBe(0.25);
    expect(barLength(part('a', 0, 0), 3)).toBe(0);
  });
});

describe('rows are sorted', () => {
  const parts = [part('Thôn 10', 1, 2), part('Thôn 2', 2, 8), part('Ấp 1', 0, 0)];
  const codes = (by: string, descending = false) => sortedParts(parts, { by, descending }, reading).map(({ code }) => code);
  test('by name with its numbers as numbers', () => {
    expect(codes('ten')).toEqual(['Ấp 1', 'Thôn 2', 'Thôn 10']);
  });
  test('by share, those without a base last when descending', () => {
    expect(codes('tyLe', true)).toEqual(['Thôn 10', 'Thôn 2', 'Ấp 1']);
  });
  test('not at all without a wish', () => {
    expect(sortedParts(parts, undefined, reading)).toBe(parts);
  });
});
