import { expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import { ageOn, birthsOfAges, nameKeys, nameSearch, normaliseNumber } from '../person.ts';

test('a person grows a year older on the birthday, not the day before', () => {
  const birth = { on: day('1975-03-09'), precision: 'day' } as const;
  expect(ageOn(birth, day('2025-03-08'))).toBe(49);
  expect(ageOn(birth, day('2025-03-09'))).toBe(50);
});

test('somebody born on 29 February grows older on 1 March in a common year, on the 29th in a leap year', () => {
  const birth = { on: day('2004-02-29'), precision: 'day' } as const;
  expect(ageOn(birth, day('2025-02-28'))).toBe(20);
  expect(ageOn(birth, day('2025-03-01'))).toBe(21);
  expect(ageOn(birth, day('2028-02-28'))).toBe(23);
  expect(ageOn(birth, day('2028-02-29'))).toBe(24);
});

test('the days of birth of an age band hold exactly those ages', () => {
  const on = day('2025-06-15');
  const { after, until } = birthsOfAges({ from: 30, to: 39 }, on);
  expect([after, until]).toEqual(['1985-06-15', '1995-06-15']);
  expect(ageOn({ on: day('1985-06-16'), precision: 'day' }, on)).toBe(39);
  expect(ageOn({ on: day('1985-06-15'), precision: 'day' }, on)).toBe(40);
  expect(ageOn({ on: day('1995-06-15'), precision: 'day' }, on)).toBe(30);
});

test('an age and the days of birth of that age are one definition, at the end of February too', () => {
  for (const birth of ['2000-02-28', '2000-02-29', '2000-03-01', '2001-02-28', '2001-03-01']) {
    for (const on of ['2022-02-27', '2022-02-28', '2022-03-01', '2024-02-28', '2024-02-29', '2024-03-01']) {
      const age = ageOn({ on: day(birth), precision: 'day' }, day(on));
      const { after, until } = birthsOfAges({ from: age, to: age }, day(on));
      expect([birth > after! && birth <= until!, birth, on], `${birth} on ${on}`).toEqual([true, birth, on]);
    }
  }
});

test('a number is the same however it is spaced or dotted', () => {
  expect(normaliseNumber(' 26.012 345 ')).toBe(normaliseNumber('26012345'));
  expect(normaliseNumber('ab-12')).toBe('AB12');
});

test('only words typed with diacritics or đ ask for them', () => {
  expect(nameSearch('Nguyen Đức')).toEqual({ words: ['nguyen', 'duc'], accented: ['đức'] });
  expect(nameSearch('Nguyen Van Duc')?.accented).toEqual([]);
  expect(nameSearch('   ')).toBeUndefined();
});

test('hòa and hoà are one spelling', () => {
  expect(nameKeys('Trần Văn Hòa').exactKey).toBe(nameKeys('Trần Văn Hoà').exactKey);
  expect(nameKeys('Trần Văn Hòa').nameKey).toBe('tran van hoa');
});
