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

test('what is owed by the year is counted from its beginning to the end of the period, so that a quarter is never owed nothing for ever', () => {
  const once: Duties = { ...noDuties, cellMeetingsPerYear: 1, committeeMeetingsPerYear: 4 };
  const followed = { from: day('2020-01-01'), to: null };
  const owed = (from: string, to: string) => { const { cellMeetings, committeeMeetings } = owedIn(once, { followed, within: { from: day(from), to: day(to) } }); return [cellMeetings, committeeMeetings]; };
  expect([owed('2026-01-01', '2026-03-31'), owed('2026-04-01', '2026-06-30'), owed('2026-07-01', '2026-09-30'), owed('2026-10-01', '2026-12-31')]).toEqual([[0, 1], [0, 2], [1, 3], [1, 4]]);
  expect(owed('2025-07-01', '2026-06-30')).toEqual([1, 4]);
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
