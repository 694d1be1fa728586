import { expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { guessMarks, guessOrder, guessPiece, guessWithout } from './meeting.guess.ts';
import type { RollEntry, WholeMeeting } from './meeting.words.ts';

const people = ['An', 'Bình', 'Chi', 'Dung'].map((fullName) => ({ id: newId<'person'>(7), fullName, bornIn: null }));

test('marking the rest marks those expected and not yet marked, and counts them', () => {
  const after = guessMarks({ marks: [], rest: 'present' })(meetingOf({ 1: { mark: 'absent' }, 3: { basis: 'exempt' } }));
  expect(after.roll.map(({ mark }) => mark)).toEqual(['present', 'absent', 'present', null]);
  expect(after.counts).toMatchObject({ expected: 3, present: 2, absent: 1, fullExpected: 3, fullPresent: 2 });
  expect(after.quorum.isMet).toBe(true);
});

test('half of the full members is no quorum', () => {
  const after = guessMarks({ marks: [marked(0, 'present'), marked(1, 'online')], rest: null })(meetingOf({}));
  expect(after.counts).toMatchObject({ present: 1, online: 1, fullPresent: 2, fullExpected: 4 });
  expect(after.quorum.isMet).toBe(false);
});

test('a mark that the rule refuses is not shown', () => {
  const before = meetingOf({});
  expect(guessMarks({ marks: [marked(0, 'excused')], rest: null })(before)).toBe(before);
});

test('a piece with a known id takes the place of the one before; another comes last', () => {
  const first = { id: newId<'agendaItem'>(7), title: 'Một', isDone: false };
  const second = { id: newId<'agendaItem'>(7), title: 'Hai', isDone: false };
  const both = guessPiece({ part: 'agenda', item: second })(guessPiece({ part: 'agenda', item: first })(meetingOf({})));
  expect(guessPiece({ part: 'agenda', item: { ...first, isDone: true } })(both).agenda).toEqual([{ ...first, isDone: true }, second]);
  expect(guessOrder([second.id, first.id])(both).agenda).toEqual([second, first]);
  expect(guessWithout('agenda', first.id)(both).agenda).toEqual([second]);
});

test('guests are counted when they are there, heads among them', () => {
  const guest = { id: newId<'guest'>(7), name: 'Khách', role: 'head' as const, personId: null, isPresent: true };
  const after = guessPiece({ part: 'guests', item: guest })(meetingOf({}));
  expect(after.counts).toMatchObject({ guests: 1, heads: 1 });
  expect(guessPiece({ part: 'guests', item: { ...guest, isPresent: false } })(after).counts).toMatchObject({ guests: 0, heads: 0 });
});

function marked(at: number, mark: 'present' | 'online' | 'excused') {
  return { personId: people[at]!.id, mark, reason: null };
}

function meetingOf(changes: Readonly<Record<number, Partial<RollEntry>>>): WholeMeeting {
  const roll = people.map((person, at): RollEntry => ({ person, isAway: false, basis: 'expected', standing: 'full', mark: null, reason: null, answer: null, leave: null, ...changes[at] }));
  const none = { expected: 0, present: 0, online: 0, excused: 0, absent: 0, fullExpected: 0, fullPresent: 0, guests: 0, heads: 0 };
  return {
    id: newId<'meeting'>(7), unit: { id: newId<'unit'>(7) as Id<'unit'>, name: 'Chi bộ thôn Bình' }, parent: null, kind: 'regular', isExtended: false, state: 'open', on: day('2026-11-03'), starts: '19:30', place: null,
    topic: null, postponedFrom: null, isLate: false, minutes: null, counts: none, level: null, adoptedOn: null, mode: 'in_person', ends: null, seriesId: null, reason: null, version: 3,
    roll, guests: [], agenda: [], opinions: [], votes: [], conclusions: [], chair: null, writer: null, score: null, frame: { criteria: [], document: '' }, text: null, isTextStale: false, additions: [], files: [],
    quorum: { isMet: null, rule: { key: 'meeting.quorumShare', value: 0.5, paper: 'Điều lệ Đảng' } }, rules: [], may: ['meeting.record'],
  };
}
