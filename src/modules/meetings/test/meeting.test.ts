/** The rules of a meeting: its states, the roll, the pieces, the score. */
import { describe, expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import { newId } from '../../../platform/ids.ts';
import { isRefusal } from '../../../platform/problem.ts';
import * as rules from '../meeting.ts';
import type { Attendance, Meeting, Plan } from '../meeting.ts';
import { arrange, levelOf, put, remove, scoreBy, tasksFrom } from '../meeting.parts.ts';
import { countRoll, hasQuorum, mark } from '../meeting.roll.ts';

const today = day('2026-11-20');
const plan: Plan = { kind: 'regular', isExtended: false, on: day('2026-11-20'), starts: '19:30', place: 'Nhà văn hóa', mode: 'in_person', topic: null, seriesId: null };

function whole(result: Meeting | { code: string }): Meeting {
  if (isRefusal(result)) throw new Error(`refused: ${result.code}`);
  return result as Meeting;
}

function codeOf(result: object): string | undefined {
  return isRefusal(result) ? result.code : undefined;
}

function planned(change: Partial<Plan> = {}): Meeting {
  return whole(rules.plan({ ...plan, ...change, id: newId<'meeting'>(1), unitId: newId<'unit'>(1), agenda: [] }, today));
}

function someone(given: Partial<Attendance> = {}): Attendance {
  return { personId: newId<'person'>(1), basis: 'expected', standing: 'full', mark: null, reason: null, ...given };
}

function begun(roll: readonly Attendance[] = [someone(), someone(), someone()]): Meeting {
  return whole(rules.open(planned(), { on: today, starts: null, roll, today }));
}

function held(): Meeting {
  return whole(rules.close(whole(mark(begun(), { marks: [], rest: 'present' })), { ends: '21:00' }));
}

describe('states', () => {
  test('a meeting goes from its plan to adopted minutes', () => {
    const called = whole(rules.invite(planned(), { today }));
    expect(called.progress).toEqual({ is: 'invited', since: today });
    const closed = held();
    expect(rules.lengthOf(closed)).toBe(90);
    const written = whole(rules.writeMinutes(closed, { text: 'Biên bản' }));
    const adopted = whole(rules.adopt(written, { on: today, today }));
    expect(adopted.progress).toEqual({ is: 'adopted', on: today });
    expect(whole(rules.append(adopted, { on: today, text: 'Bổ sung', by: null })).additions).toHaveLength(1);
  });

  test('what comes too early or too late is refused, naming the state', () => {
    expect(codeOf(rules.close(planned(), { ends: null }))).toBe('meetings.is_planned');
    expect(codeOf(rules.invite(begun(), { today }))).toBe('meetings.is_open');
    expect(codeOf(rules.changePlan(held(), plan, today))).toBe('meetings.is_closed');
    expect(codeOf(rules.adopt(held(), { on: today, today }))).toBe('meetings.noMinutes');
    const adopted = whole(rules.adopt(whole(rules.writeMinutes(held(), { text: 'Biên bản' })), { on: today, today }));
    expect(codeOf(rules.reopen(adopted))).toBe('meetings.is_adopted');
    expect(codeOf(rules.writeMinutes(adopted, { text: 'khác' }))).toBe('meetings.is_adopted');
  });

  test('minutes are not adopted before the meeting, nor tomorrow', () => {
    const written = whole(rules.writeMinutes(held(), { text: 'Biên bản' }));
    expect(codeOf(rules.adopt(written, { on: day('2026-11-19'), today }))).toBe('meetings.adoptedOutside');
    expect(codeOf(rules.adopt(written, { on: day('2026-11-21'), today }))).toBe('meetings.adoptedOutside');
  });

  test('a meeting put off keeps its first day, and loses it when it goes back there', () => {
    const later = whole(rules.postpone(planned(), { on: day('2026-11-25'), reason: 'mưa bão', today }));
    expect(later).toMatchObject({ on: '2026-11-25', postponedFrom: '2026-11-20', postponedBecause: 'mưa bão' });
    const again = whole(rules.postpone(later, { on: day('2026-11-27'), reason: 'còn bão', today }));
    expect(again.postponedFrom).toBe('2026-11-20');
    expect(whole(rules.postpone(again, { on: day('2026-11-20'), reason: 'tạnh', today }))).toMatchObject({ postponedFrom: null, postponedBecause: null });
    expect(codeOf(rules.postpone(later, { on: later.on, reason: 'x', today }))).toBe('meetings.sameDay');
  });

  test('what was called off comes back as planned', () => {
    const off = whole(rules.cancel(planned(), { reason: 'bão' }));
    expect(off.progress).toEqual({ is: 'cancelled', reason: 'bão' });
    expect(whole(rules.restore(off)).progress.is).toBe('planned');
    expect(codeOf(rules.restore(planned()))).toBe('meetings.notCancelled');
    expect(codeOf(rules.cancel(begun(), { reason: 'bão' }))).toBe('meetings.is_open');
  });

  test('opened on a past day it is entered late; not for a day to come', () => {
    const past = planned({ on: day('2026-11-03') });
    expect(whole(rules.open(past, { on: day('2026-11-03'), starts: null, roll: [], today })).isLate).toBe(true);
    expect(begun().isLate).toBe(false);
    expect(codeOf(rules.open(planned({ on: day('2026-12-03') }), { on: day('2026-12-03'), starts: null, roll: [], today }))).toBe('meetings.inFuture');
  });

  test('taken back, an opening that moved the meeting gives it its day again', () => {
    const moved = whole(rules.open(planned({ on: day('2026-12-03') }), { on: today, starts: null, roll: [someone()], today }));
    expect(whole(rules.unopen(moved))).toMatchObject({ on: '2026-12-03', postponedFrom: null, openedOn: null, roll: [], progress: { is: 'planned' } });
  });

  test('put off, it is to be called anew', () => {
    const called = whole(rules.invite(planned(), { today }));
    expect(whole(rules.postpone(called, { on: day('2026-11-25'), reason: 'bão', today })).progress).toEqual({ is: 'planned' });
  });

  test('minutes saved before the meeting was opened again are saved again before they are adopted', () => {
    const written = whole(rules.writeMinutes(held(), { text: 'Biên bản' }));
    const again = whole(rules.close(whole(rules.reopen(written)), { ends: '21:00' }));
    expect(codeOf(rules.adopt(again, { on: today, today }))).toBe('meetings.minutesStale');
    expect(whole(rules.adopt(whole(rules.writeMinutes(again, { text: 'Biên bản' })), { on: today, today })).progress.is).toBe('adopted');
  });

  test('held on another day than planned, it tells the planned one', () => {
    expect(whole(rules.open(planned({ on: day('2026-11-25') }), { on: today, starts: null, roll: [], today }))).toMatchObject({ on: today, postponedFrom: '2026-11-25' });
  });

  test('only meetings of the cell are extended, and a theme has its topic', () => {
    const given = { id: newId<'meeting'>(1), unitId: newId<'unit'>(1), agenda: [] };
    expect(codeOf(rules.plan({ ...plan, ...given, kind: 'committee', isExtended: true }, today))).toBe('meetings.notExtended');
    expect(codeOf(rules.plan({ ...plan, ...given, kind: 'thematic' }, today))).toBe('meetings.topicMissing');
    expect(codeOf(rules.plan({ ...plan, ...given, on: day('2028-01-01') }, today))).toBe('meetings.dayOutside');
    expect(rules.plan({ ...plan, ...given, on: day('2027-12-31') }, today)).toMatchObject({ on: '2027-12-31' });
  });
});

describe('the roll', () => {
  test('exceptions first, the rest present; nobody is left unmarked at the close', () => {
    const meeting = begun();
    expect(rules.close(meeting, { ends: null })).toMatchObject({ code: 'meetings.unmarked', data: { count: 3 } });
    const [first] = meeting.roll;
    const marked = whole(mark(meeting, { marks: [{ personId: first!.personId, mark: 'excused', reason: 'duty' }], rest: 'present' }));
    expect(countRoll(marked.roll)).toMatchObject({ expected: 3, present: 2, excused: 1, absent: 0 });
    // A second "all present" leaves the exception alone.
    expect(countRoll(whole(mark(marked, { marks: [], rest: 'present' })).roll).excused).toBe(1);
  });

  test('leave needs its reason, which goes with it', () => {
    const meeting = begun();
    const { personId } = meeting.roll[0]!;
    expect(codeOf(mark(meeting, { marks: [{ personId, mark: 'excused', reason: null }], rest: null }))).toBe('meetings.leaveWithoutReason');
    const excused = whole(mark(meeting, { marks: [{ personId, mark: 'excused', reason: 'study' }], rest: null }));
    const back = whole(mark(excused, { marks: [{ personId, mark: 'present', reason: 'study' }], rest: null }));
    expect(back.roll[0]).toMatchObject({ mark: 'present', reason: null });
    expect(codeOf(mark(meeting, { marks: [{ personId: newId<'person'>(1), mark: 'present', reason: null }], rest: null }))).toBe('meetings.notOnRoll');
  });

  test('whoever is not expected is never absent', () => {
    const meeting = begun([someone(), someone({ basis: 'exempt' })]);
    const { personId } = meeting.roll[1]!;
    expect(codeOf(mark(meeting, { marks: [{ personId, mark: 'absent', reason: null }], rest: null }))).toBe('meetings.notExpected');
    expect(codeOf(mark(meeting, { marks: [{ personId, mark: 'excused', reason: 'duty' }], rest: null }))).toBe('meetings.notExpected');
    expect(whole(mark(meeting, { marks: [{ personId, mark: 'present', reason: null }], rest: null })).roll[1]!.mark).toBe('present');
  });

  test('whoever is not expected counts apart, and is not swept along', () => {
    const roll = [someone(), someone({ standing: 'probationary' }), someone({ basis: 'exempt' }), someone({ basis: 'away', mark: 'present' })];
    const marked = whole(mark(begun(roll), { marks: [], rest: 'present' }));
    expect(marked.roll[2]!.mark).toBeNull();
    expect(countRoll(marked.roll)).toEqual({ expected: 2, present: 2, online: 0, excused: 0, absent: 0, beside: 1, fullExpected: 1, fullPresent: 1 });
  });

  test('a quorum is more than half of the full members expected', () => {
    const four = [someone({ mark: 'present' }), someone({ mark: 'online' }), someone({ mark: 'absent' }), someone({ mark: 'absent' })];
    expect(hasQuorum(countRoll(four), 0.5)).toBe(false);
    expect(hasQuorum(countRoll([...four, someone({ mark: 'present' })]), 0.5)).toBe(true);
    expect(hasQuorum(countRoll([someone({ standing: 'probationary', mark: 'present' })]), 0.5)).toBeUndefined();
  });
});

describe('pieces', () => {
  const conclusion = () => ({ id: newId<'task'>(1), text: 'Vận động làm đường', ownerId: null, dueOn: null });

  test('a piece is put in, changed under its id, taken out', () => {
    const item = conclusion();
    const once = whole(put(begun(), { part: 'conclusions', item }));
    const changed = whole(put(once, { part: 'conclusions', item: { ...item, text: 'Vận động làm cầu' } }));
    expect(changed.conclusions).toEqual([{ ...item, text: 'Vận động làm cầu' }]);
    expect(whole(remove(changed, { part: 'conclusions', itemId: item.id })).conclusions).toEqual([]);
    expect(codeOf(remove(begun(), { part: 'conclusions', itemId: item.id }))).toBe('platform.notFound');
  });

  test('agenda and guests are settled before, the rest only while the meeting is open', () => {
    const guest = { id: newId<'guest'>(1), name: 'Trưởng thôn', role: 'head' as const, personId: null, isPresent: false };
    expect(whole(put(planned(), { part: 'guests', item: guest })).guests).toHaveLength(1);
    expect(codeOf(put(planned(), { part: 'conclusions', item: conclusion() }))).toBe('meetings.is_planned');
    expect(codeOf(put(held(), { part: 'guests', item: guest }))).toBe('meetings.is_closed');
  });

  test('the agenda is put in order; what is left out comes behind', () => {
    const items = ['một', 'hai', 'ba'].map((title) => ({ id: newId<'agendaItem'>(1), title, isDone: false }));
    const meeting = items.reduce((so, item) => whole(put(so, { part: 'agenda', item })), planned());
    expect(whole(arrange(meeting, { itemIds: [items[2]!.id, items[0]!.id] })).agenda.map(({ title }) => title)).toEqual(['ba', 'một', 'hai']);
    expect(codeOf(arrange(held(), { itemIds: [] }))).toBe('meetings.is_closed');
  });

  test('not more votes than full members there', () => {
    const vote = { id: newId<'vote'>(1), question: 'Thông qua nghị quyết', inFavour: 2, against: 1, abstained: 0 };
    const present = whole(mark(begun([someone(), someone(), someone({ standing: 'probationary' })]), { marks: [], rest: 'present' }));
    expect(put(present, { part: 'votes', item: vote })).toMatchObject({ code: 'meetings.moreVotesThanVoters', data: { voters: 2 } });
    expect(whole(put(present, { part: 'votes', item: { ...vote, against: 0 } })).votes).toHaveLength(1);
    // An exempt full member who came votes as well.
    const guestOfHonour = begun([someone({ mark: 'present' }), someone({ mark: 'present' }), someone({ basis: 'exempt', mark: 'present' })]);
    expect(whole(put(guestOfHonour, { part: 'votes', item: vote })).votes).toHaveLength(1);
  });

  test('so many pieces of a kind and no more', () => {
    let meeting = begun();
    for (let count = 0; count < 40; count += 1) meeting = whole(put(meeting, { part: 'agenda', item: { id: newId<'agendaItem'>(1), title: `Mục ${count}`, isDone: false } }));
    expect(codeOf(put(meeting, { part: 'agenda', item: { id: newId<'agendaItem'>(1), title: 'Nữa', isDone: false } }))).toBe('meetings.tooMany');
    expect(whole(put(meeting, { part: 'agenda', item: { ...meeting.agenda[0]!, isDone: true } })).agenda[0]!.isDone).toBe(true);
  });
});

describe('the score', () => {
  const criteria = [{ code: 'a', most: 60, vi: '', en: '' }, { code: 'b', most: 40, vi: '', en: '' }];
  const bounds = { good: 90, fair: 70, average: 50 };

  test('adds up by the frame and falls into a level', () => {
    expect(whole(scoreBy(held(), { points: { a: 55, b: 35 }, criteria, bounds })).score).toEqual({ points: { a: 55, b: 35 }, total: 90, level: 'good' });
    expect([89.5, 70, 69, 50, 49].map((total) => levelOf(total, bounds))).toEqual(['fair', 'fair', 'average', 'average', 'weak']);
  });

  test('no more points than a criterion has, and none that the frame does not know', () => {
    expect(codeOf(scoreBy(begun(), { points: { a: 61 }, criteria, bounds }))).toBe('meetings.pointsOutside');
    expect(codeOf(scoreBy(begun(), { points: { z: 1 }, criteria, bounds }))).toBe('meetings.pointsOutside');
    expect(codeOf(scoreBy(planned(), { points: {}, criteria, bounds }))).toBe('meetings.is_planned');
  });
});


test('a conclusion with a name or a day is a task of the unit; what a superior concludes is none, its notice gives it', () => {
  const conclusions = [{ id: newId<'task'>(0), text: 'Rà soát quy chế', ownerId: null, dueOn: day('2026-12-10') }, { id: newId<'task'>(0), text: 'Thống nhất chủ trương', ownerId: null, dueOn: null }];
  expect(tasksFrom({ kind: 'committee', conclusions }).map(({ title }) => title)).toEqual(['Rà soát quy chế']);
  expect(tasksFrom({ kind: 'working_session', conclusions })).toEqual([]);
});
