import { expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import { sessionWords } from './session.words.ts';
import { standingOf } from './meeting.words.ts';

const today = '2026-11-22';

test('one that is held now is in session; one of a past day is being recorded; one that nobody closed says so', () => {
  const label = ({ on, isLate }: { on: string; isLate: boolean }) => standingOf({ state: 'open', on: day(on), isLate }, today).label.vi;
  expect(label({ on: today, isLate: false })).toBe('Đang họp');
  expect(label({ on: '2026-11-03', isLate: true })).toBe('Đang ghi lại');
  expect(label({ on: '2026-11-21', isLate: false })).toBe('Chưa kết thúc họp');
});

test('nothing that is said of a past meeting speaks of beginning or ending it', () => {
  const said = Object.values(sessionWords({ isLate: true })).map(({ vi }) => vi).join(' ');
  expect(said).not.toMatch(/bắt đầu họp|kết thúc họp|đang họp/i);
  expect(sessionWords({ isLate: false }).close.vi).toBe('Kết thúc họp');
});

test('of a session with the superior it is said that the notice gives the tasks', () => {
  for (const isLate of [true, false]) expect(sessionWords({ isLate, kind: 'working_session' }).becomesTask.vi).toContain('thông báo kết luận');
});
