import { expect, test } from 'vitest';
import { dayInAddress, usualDays } from './asOf.ts';

test('only a real day in the address counts', () => {
  expect(dayInAddress('2022-08-09')).toBe('2022-08-09');
  expect([dayInAddress('2022-02-30'), dayInAddress('9/8/2022'), dayInAddress(''), dayInAddress(undefined)]).toEqual([undefined, undefined, undefined, undefined]);
});

test('the usual days are ends of periods, also in January and on 29 February', () => {
  expect(usualDays('2026-03-15').map((choice) => choice.day)).toEqual(['2026-02-28', '2025-12-31', '2025-03-15']);
  expect(usualDays('2026-01-05').map((choice) => choice.day)).toEqual(['2025-12-31', '2025-12-31', '2025-01-05']);
  expect(usualDays('2024-02-29').map((choice) => choice.day)).toEqual(['2024-01-31', '2023-12-31', '2023-02-28']);
});
