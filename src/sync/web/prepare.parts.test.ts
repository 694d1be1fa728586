/** What has come of the first fetch, as the page shows it. */
import { expect, test } from 'vitest';
import { recordTypes } from '../record.ts';
import { partsOf, shareOf } from './prepare.parts.ts';

const running = { isResumed: false, standing: { is: 'running' } } as const;
const inMeetings = { ...running, came: { unit: 41, rules: 41, roster: 41, meeting: 30, task: 0 }, parts: { done: 3, of: 7, at: 'meeting', left: 90 } } as const;

test('the part under way says how many of how many, the others how many', () => {
  expect(partsOf(inMeetings)).toEqual([{ type: 'unit', count: 41 }, { type: 'rules', count: 41 }, { type: 'roster', count: 41 }, { type: 'meeting', count: 30, all: 120 }].map((part) => ({ all: undefined, ...part })));
});

test('of the whole each part is as much', () => {
  expect(shareOf(inMeetings)).toBeCloseTo((3 + 0.25) / 7);
  expect(shareOf({ ...inMeetings, parts: { done: 7, of: 7, at: null, left: 0 } })).toBe(1);
});

test('before the first answer nothing is known', () => {
  expect([partsOf({ ...running, came: {}, parts: null }), shareOf({ ...running, came: {}, parts: null })]).toEqual([[], undefined]);
});

test('no kind is left out', () => {
  const came = Object.fromEntries(recordTypes.map((type) => [type, 1]));
  expect(partsOf({ ...running, came, parts: null }).map(({ type }) => type).toSorted()).toEqual([...recordTypes].toSorted());
});
