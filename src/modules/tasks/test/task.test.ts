/** The rules of tasks. */
import { describe, expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import type { Id } from '../../../platform/ids.ts';
import { given, isLate, reassign, reopen, settle, type Task } from '../task.ts';

const today = day('2026-11-20');
const open = given({
  id: 't' as Id<'task'>, unitId: 'u' as Id<'unit'>, askedBy: 'u' as Id<'unit'>, title: 'Vận động thu quỹ', ownerId: 'p' as Id<'person'>, dueOn: day('2026-11-15'),
  origin: { kind: 'meeting', id: 'm' as Id<'meeting'> }, givenOn: day('2026-11-03'),
});
const done = settle(open, { state: 'done', on: day('2026-11-10'), note: null, today }) as Task;

describe('settling', () => {
  test('keeps the day and the note, and is undone by opening again', () => {
    const after = settle(open, { state: 'done', on: day('2026-11-18'), note: 'đủ 42 hộ', today });
    expect(after).toEqual({ ...open, outcome: { state: 'done', on: '2026-11-18', note: 'đủ 42 hộ' } });
    expect(reopen(after as Task)).toEqual(open);
  });

  test('is on a day from when it was given until today', () => {
    for (const on of ['2026-11-03', '2026-11-20']) expect(settle(open, { state: 'done', on: day(on), note: null, today })).toMatchObject({ outcome: { on } });
    for (const on of ['2026-11-02', '2026-11-21']) expect(settle(open, { state: 'done', on: day(on), note: null, today })).toMatchObject({ code: 'tasks.settledOutside', data: { from: '2026-11-03', to: today } });
  });

  test('without doing it is told with the reason', () => {
    expect(settle(open, { state: 'dropped', on: today, note: null, today })).toMatchObject({ code: 'tasks.reasonMissing' });
    expect(settle(open, { state: 'dropped', on: today, note: 'xã đã làm', today })).toMatchObject({ outcome: { state: 'dropped', note: 'xã đã làm' } });
  });

  test('is done once, and only what is settled is opened again', () => {
    expect(settle(done, { state: 'dropped', on: today, note: 'thôi', today })).toMatchObject({ code: 'tasks.settledAlready', data: { title: open.title } });
    expect(reopen(open)).toMatchObject({ code: 'tasks.isOpen' });
  });
});

test('an open task may be given to somebody else, to nobody alone, or another day; a settled one stays as it was', () => {
  const change = { title: 'Vận động thu quỹ đợt 2', ownerId: null, dueOn: null };
  expect(reassign(open, change)).toEqual({ ...open, ...change });
  expect(reassign(done, change)).toMatchObject({ code: 'tasks.settledAlready' });
});

const standing = ({ outcome: { state }, stage, dueOn }: Task) => ({ state, stage, dueOn });

test('a task is late from the day after its last, while it is open and not reported', () => {
  expect(isLate(standing(open), day('2026-11-15'))).toBe(false);
  expect(isLate(standing(open), day('2026-11-16'))).toBe(true);
  expect(isLate(standing(done), today)).toBe(false);
  expect(isLate(standing({ ...open, dueOn: null }), today)).toBe(false);
  expect(isLate(standing({ ...open, stage: 'reported' }), today)).toBe(false);
});
