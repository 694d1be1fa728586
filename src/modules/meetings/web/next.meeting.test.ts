import { expect, test } from 'vitest';
import type { MeetingItem } from './meeting.words.ts';
import { askedAtHome, firstToAnswer, isToAnswer, shownAtHome } from './next.meeting.ts';

type Standing = Pick<MeetingItem, 'state'>;

test('a home asks for what stands unfinished before today as well as for what comes next', () => {
  const { overdue, ahead } = askedAtHome({ unitId: 'u', today: '2026-12-01' });
  expect(overdue).toMatchObject({ unitId: 'u', to: '2026-11-30', state: ['planned', 'invited', 'open'], order: 'latest' });
  expect(ahead).toMatchObject({ unitId: 'u', from: '2026-12-01', state: ['planned', 'invited', 'open'], order: 'ahead', limit: 1 });
});

test('one still in session comes first, else the latest that was not recorded; the next stands beside it', () => {
  const [open, called, next] = (['open', 'invited', 'planned'] as const).map((state) => ({ state })) as [Standing, Standing, Standing];
  expect(shownAtHome({ overdue: [called, open], ahead: [next] })).toEqual([open, next]);
  expect(shownAtHome({ overdue: [called], ahead: [next] })).toEqual([called, next]);
  expect(shownAtHome({ overdue: [called], ahead: [] })).toEqual([called]);
  expect(shownAtHome({ overdue: [], ahead: [next] })).toEqual([next]);
});

test('an invitation without an answer is not hidden by a meeting before it', () => {
  const [planned, answered, asked] = [{ state: 'planned', answer: null }, { state: 'invited', answer: 'coming' }, { state: 'invited', answer: null }] as const;
  expect(firstToAnswer([planned, answered, asked])).toBe(asked);
  expect(firstToAnswer([planned, answered])).toBe(planned);
  expect(firstToAnswer([])).toBeUndefined();
  expect([planned, answered, asked].map(isToAnswer)).toEqual([false, false, true]);
});
