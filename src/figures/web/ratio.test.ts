import { describe, expect, test } from 'vitest';
import { exactShare } from './ratio.ts';

describe('the digits of a share', () => {
  test('go on where they do not end', () => {
    expect(exactShare({ count: 8, base: 146 }, 'vi')).toEqual({ exact: '5,479…%', isWhole: false });
    expect(exactShare({ count: 10, base: 13 }, 'en')).toEqual({ exact: '76.923…%', isWhole: false });
  });

  test('are cut, never rounded', () => {
    expect(exactShare({ count: 1999999, base: 2000000 }, 'vi').exact).toBe('99,999…%');
  });

  test('end where they end', () => {
    expect(exactShare({ count: 39, base: 39 }, 'vi')).toEqual({ exact: '100%', isWhole: true });
    expect(exactShare({ count: 1, base: 8 }, 'vi')).toEqual({ exact: '12,5%', isWhole: true });
    expect(exactShare({ count: 1, base: 16 }, 'vi')).toEqual({ exact: '6,25%', isWhole: false });
    expect(exactShare({ count: 0, base: 5 }, 'vi')).toEqual({ exact: '0%', isWhole: true });
    expect(exactShare({ count: 1, base: 10 }, 'vi').exact).toBe('10%');
  });

  test('of many thousand percent keep their thousands', () => {
    expect(exactShare({ count: 4000, base: 3 }, 'vi').exact).toBe('133.333,333…%');
  });
});
