import { describe, expect, test } from 'vitest';
import type { WholeMeeting } from '../meeting.record.ts';
import { factOf } from '../score.facts.ts';

const entry = (mark: 'present' | 'online' | 'absent' | null, basis = 'expected') => ({ mark, basis });
function meeting(given: object = {}): WholeMeeting {
  return {
    kind: 'regular', state: 'closed', on: '2026-11-20', starts: '19:30', ends: '21:00', files: [], opinions: [], conclusions: [], text: null, roll: [], guests: [], agenda: [], votes: [], additions: [], unit: { id: 'u' },
    rules: [{ key: 'meeting.attendanceShare', value: 0.9, paper: '' }, { key: 'meeting.minMinutes', value: 90, paper: '' }], ...given,
  } as unknown as WholeMeeting;
}

describe('beside a criterion stands what is recorded', () => {
  test('of attendance the share, short where it is not above the rule; nothing while the roll is called', () => {
    const roll = [...Array.from({ length: 9 }, () => entry('present')), entry('absent'), entry(null, 'exempt')];
    expect(factOf('attendance', meeting({ roll }))).toEqual({ is: 'attendance', there: 9, expected: 10, above: 0.9, isShort: true });
    expect(factOf('attendance', meeting({ roll: [...roll, entry('online')] }))).toMatchObject({ there: 10, expected: 11, isShort: false });
    expect(factOf('attendance', meeting({ roll: [...roll, entry(null)] }))).toBeUndefined();
  });

  test('of length the minutes, once it is over', () => {
    expect(factOf('duration', meeting())).toEqual({ is: 'length', minutes: 90, least: 90, isShort: false });
    expect(factOf('duration', meeting({ ends: '20:59' }))).toMatchObject({ minutes: 89, isShort: true });
    expect(factOf('duration', meeting({ ends: null }))).toEqual({ is: 'lengthUnknown', isShort: true });
    expect(factOf('duration', meeting({ state: 'open' }))).toBeUndefined();
  });

  test('of papers, opinions, conclusions and minutes how many there are', () => {
    const noted = meeting({ files: [{ kind: 'paper' }, { kind: 'sign_in_sheet' }], opinions: [{ personId: 'a' }, { personId: 'a' }, { personId: null }], conclusions: [{ dueOn: '2026-12-01' }, { dueOn: null }], text: 'Biên bản' });
    expect(factOf('preparation', noted)).toEqual({ is: 'papers', count: 1, isShort: false });
    expect(factOf('speaking', noted)).toEqual({ is: 'opinions', count: 3, speakers: 1, isShort: false });
    expect(factOf('conclusions', noted)).toEqual({ is: 'conclusions', count: 2, due: 1, isShort: false });
    expect(factOf('minutes', noted)).toEqual({ is: 'minutes', isWritten: true, isShort: false });
    expect(['preparation', 'speaking', 'conclusions', 'minutes'].map((code) => factOf(code, meeting())?.isShort)).toEqual([true, true, true, true]);
  });

  test('of a criterion that a frame has of its own nothing', () => {
    expect(factOf('tieu_chi', meeting())).toBeUndefined();
  });
});
