/** What a cadre owes, and how much of it falls into a period. */
import { expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import { dutiesOf, noDuties, owedIn, type Duties } from '../duty.ts';

const duties: Duties = { visitsPerQuarter: 1, cellMeetingsPerYear: 2, committeeMeetingsPerYear: null, reportEveryMonths: 3 };
const within = { from: day('2026-01-01'), to: day('2026-12-31') };

test('who follows a unit all year owes four quarters, and nothing of what the regulation does not ask for', () => {
  expect(owedIn(duties, { followed: { from: day('2025-03-01'), to: null }, within })).toEqual({ visits: 4, cellMeetings: 2, committeeMeetings: null, reports: 4 });
});

test('who follows it for a part of the time owes that part', () => {
  expect(owedIn(duties, { followed: { from: day('2026-07-01'), to: null }, within })).toEqual({ visits: 2, cellMeetings: 1, committeeMeetings: null, reports: 2 });
  expect(owedIn(duties, { followed: { from: day('2026-12-20'), to: null }, within })).toEqual({ visits: 0, cellMeetings: 0, committeeMeetings: null, reports: 0 });
  expect(owedIn(duties, { followed: { from: day('2024-01-01'), to: day('2025-12-31') }, within })).toEqual({ visits: 0, cellMeetings: 0, committeeMeetings: null, reports: 0 });
});

test('a single quarter is a whole one, however many days it has', () => {
  for (const [from, to] of [['2026-01-01', '2026-03-31'], ['2026-07-01', '2026-09-30']] as const) {
    expect(owedIn(duties, { followed: { from: day('2020-01-01'), to: null }, within: { from: day(from), to: day(to) } })).toMatchObject({ visits: 1, reports: 1 });
  }
});

test('a tier that the regulation does not name owes nothing', () => {
  expect(dutiesOf([{ tier: 'committee', ...duties }], 'committee')).toMatchObject(duties);
  expect(dutiesOf([{ tier: 'committee', ...duties }], 'deputy')).toEqual(noDuties);
});
