/** What a draft leaves to the cadre. */
import { expect, test } from 'vitest';
import type { Id } from '../../../platform/ids.ts';
import { draftOf, sectionsWithBlanks } from '../report.draft.ts';
import { noTexts, type PlaceFacts } from '../report.ts';

const behind: PlaceFacts = {
  unitId: 'a' as Id<'unit'>, unit: 'Đảng bộ xã Hạ', visits: {}, owed: { visits: 2, cellMeetings: null, committeeMeetings: null }, isMet: false, promises: { due: 0, kept: 0, open: 0 }, petitions: { raised: 0, answered: 0 }, heard: [],
};

test('the reason for what is lacking is a blank until something is written there', () => {
  const texts = draftOf([behind, { ...behind, unit: 'Đảng bộ xã Thượng' }]);
  expect(sectionsWithBlanks(texts)).toEqual(['difficulties']);
  const [first = '', second = ''] = texts.difficulties.split('\n');
  expect(sectionsWithBlanks({ ...texts, difficulties: `${first.replace('…', 'bận họp')}\n${second}.` })).toEqual(['difficulties']);
  expect(sectionsWithBlanks({ ...texts, difficulties: [first, second].map((line) => line.replace('…', 'bận họp')).join('\n') })).toEqual([]);
});

test('three dots of one’s own are no blank', () => {
  expect(sectionsWithBlanks({ ...noTexts, done: 'Đã nghe về đường, cầu, cống…', plan: 'Lý do: … còn bận họp' })).toEqual([]);
  expect(sectionsWithBlanks(draftOf([{ ...behind, isMet: true }]))).toEqual([]);
});
