import { expect, test } from 'vitest';
import { remindingDay } from './reminding.day.ts';

test('before its day of reminding a month says from when cells that have not met are listed; in a short month that is its last day', () => {
  expect(remindingDay({ today: '2026-11-20', dueDay: 25 })).toBe('2026-11-25');
  expect(remindingDay({ today: '2026-02-20', dueDay: 31 })).toBe('2026-02-28');
  expect(remindingDay({ today: '2028-02-28', dueDay: 30 })).toBe('2028-02-29');
});

test('on that day and after it nothing is left to be said', () => {
  expect([remindingDay({ today: '2026-11-25', dueDay: 25 }), remindingDay({ today: '2026-02-28', dueDay: 31 }), remindingDay({ today: '2026-11-30', dueDay: 25 })]).toEqual([undefined, undefined, undefined]);
});
