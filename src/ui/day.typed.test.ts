import { expect, test } from 'vitest';
import { readTypedDay } from './day.typed.ts';

test('a day that does not exist is a fault and no day', () => {
  for (const text of ['32/13/2026', '31/11/2026', '31/04/2026', 'mai']) expect(readTypedDay(text)).toEqual({ fault: { code: 'notADay' } });
});

test('a day out of its limits is a fault that names the limit, and is a day again once the limit has moved', () => {
  expect(readTypedDay('31/10/2026', { least: '2026-11-01' })).toEqual({ fault: { code: 'dayTooEarly', limit: '01/11/2026' } });
  expect(readTypedDay('31/10/2026', { least: '2026-10-31', most: '2026-10-31' })).toEqual({ day: '2026-10-31' });
  expect(readTypedDay('22/11/2026', { most: '2026-11-21' })).toEqual({ fault: { code: 'dayTooLate', limit: '21/11/2026' } });
});

test('nothing typed is neither a day nor a fault', () => {
  expect(readTypedDay('  ', { least: '2026-11-01' })).toEqual({});
});
