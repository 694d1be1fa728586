/** The rules by which a shortcoming is put right, without a database. */
import { describe, expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import { newId } from '../../../platform/ids.ts';
import { isRefusal } from '../../../platform/problem.ts';
import type { EnteredProof, FigureProof } from '../shortcoming.proof.ts';
import { begin, confirm, correct, firstDueOn, giveBack, isFresh, isLate, note, ownRefusal, report, setMeasure, takeBack, withdraw, type Doing, type Finding, type Measure, type Shortcoming } from '../shortcoming.ts';

const unitId = newId<'unit'>(0);
const doing: Doing = { on: day('2026-11-20'), by: null };
const finding: Finding = { foundIn: 'review', foundOn: day('2026-10-01'), source: null, topic: 'study', what: 'Học nghị quyết chưa nghiêm', earlierId: null };
const measure: Measure = { cause: '', measure: 'Học bổ sung', ownerId: null, dueOn: day('2026-12-31'), proofs: [] };
const attendance: FigureProof = { kind: 'figure', figure: 'study.attendance', unitId, target: 97, before: { from: day('2012-01-01'), to: day('2012-12-31') }, after: { from: day('2013-01-01'), to: day('2014-06-30') } };
const poverty: EnteredProof = { kind: 'entered', title: 'Hộ nghèo giảm', measuredIn: 'điểm', target: 2, before: null, after: { value: 2.27, when: 'Năm 2013', source: { kind: 'paper', id: null, words: 'Báo cáo năm 2013' } } };

const done = (after: ReturnType<typeof note>): Shortcoming => {
  if (isRefusal(after)) throw new Error(after.code);
  return after;
};
const code = (after: ReturnType<typeof note>) => (isRefusal(after) ? after.code : after.state);
const noted = (personId: Shortcoming['personId'] = null) => done(note({ id: newId<'shortcoming'>(0), unitId, personId, raisedById: unitId, cause: '', finding }, doing));
const withMeasure = (proofs: Measure['proofs'] = []) => done(setMeasure(noted(), { ...measure, proofs }, doing));
const reported = () => done(report(withMeasure(), { result: 'Đã học bổ sung', proofs: [] }, doing));

describe('a shortcoming', () => {
  test('is noted, given a measure, put right, reported, and settled only by confirmation; each step is kept', () => {
    const whole = done(confirm(done(report(done(begin(withMeasure([attendance, poverty]), doing)), { result: 'Trên 97 %', proofs: [attendance, poverty] }, doing)), doing));
    expect(whole).toMatchObject({ state: 'confirmed', closedOn: doing.on, result: 'Trên 97 %' });
    expect(whole.steps.map(({ kind, from }) => [kind, from])).toEqual([['noted', null], ['measureSet', 'noted'], ['begun', 'measureSet'], ['reported', 'remedying'], ['confirmed', 'reported']]);
  });

  test('is not found tomorrow, and recurs from another alone', () => {
    const id = newId<'shortcoming'>(0);
    expect(code(note({ id, unitId, personId: null, raisedById: unitId, cause: '', finding: { ...finding, foundOn: day('2026-11-21') } }, doing))).toBe('shortcomings.inFuture');
    expect(code(note({ id, unitId, personId: null, raisedById: unitId, cause: '', finding: { ...finding, earlierId: id } }, doing))).toBe('shortcomings.linkedToItself');
  });

  test('is neither begun nor reported before there is a measure, whose deadline follows the finding', () => {
    expect(code(begin(noted(), doing))).toBe('shortcomings.measureMissing');
    expect(code(report(noted(), { result: 'x', proofs: [] }, doing))).toBe('shortcomings.measureMissing');
    expect(code(setMeasure(noted(), { ...measure, dueOn: day('2026-09-30') }, doing))).toBe('shortcomings.dueBeforeFound');
  });

  test('is reported only with both sides of its figures; of a number that was not there before the later one is enough', () => {
    expect(code(report(withMeasure(), { result: 'x', proofs: [{ ...attendance, after: null }] }, doing))).toBe('shortcomings.proofMissing');
    expect(code(report(withMeasure(), { result: 'x', proofs: [{ ...poverty, after: null }] }, doing))).toBe('shortcomings.proofMissing');
    expect(code(report(withMeasure(), { result: 'x', proofs: [poverty] }, doing))).toBe('reported');
    expect(code(setMeasure(noted(), { ...measure, proofs: [{ ...attendance, before: attendance.after, after: attendance.before }] }, doing))).toBe('shortcomings.proofOrder');
    expect(code(setMeasure(noted(), { ...measure, proofs: [{ ...attendance, after: { from: day('2014-06-30'), to: day('2013-01-01') } }] }, doing))).toBe('shortcomings.proofBackwards');
  });

  test('that is returned is put right further, and reported anew', () => {
    const returned = done(giveBack(reported(), { ...doing, words: 'Chưa đủ số liệu' }));
    expect(returned).toMatchObject({ state: 'returned', reportedOn: null });
    expect(code(report(returned, { result: 'Bổ sung', proofs: [] }, doing))).toBe('reported');
    expect(code(giveBack(returned, doing))).toBe('shortcomings.notReported');
  });

  test('of a person is not settled by that person, whatever he is', () => {
    const personId = newId<'person'>(0);
    expect(ownRefusal({ personId }, personId)?.code).toBe('shortcomings.ownToConfirm');
    expect([ownRefusal({ personId }, newId<'person'>(0)), ownRefusal({ personId: null }, personId)]).toEqual([undefined, undefined]);
  });

  test('that is corrected keeps what was written before, and is mended by who noted it on the same day alone', () => {
    const corrected = done(correct(noted(), { ...finding, what: 'Học chưa đủ', topic: 'opinion' }, doing));
    expect(corrected.steps.at(-1)).toMatchObject({ kind: 'corrected', former: { what: finding.what, topic: 'study' } });
    expect(Object.keys(corrected.steps.at(-1)!.former!)).toEqual(['topic', 'what']);
    const by = newId<'account'>(0);
    const own = done(note({ id: newId<'shortcoming'>(0), unitId, personId: null, raisedById: unitId, cause: '', finding }, { ...doing, by }));
    expect([isFresh(own, { ...doing, by }), isFresh(own, { on: day('2026-11-21'), by }), isFresh(own, { ...doing, by: newId<'account'>(0) }), isFresh(withMeasure(), doing)]).toEqual([true, false, false, false]);
  });

  test('is put off with the reason alone; the first deadline and each later one are kept', () => {
    const later = { ...measure, dueOn: day('2027-03-31') };
    expect(code(setMeasure(withMeasure(), later, doing))).toBe('shortcomings.putOffReason');
    expect(code(setMeasure(withMeasure(), { ...measure, dueOn: null }, doing))).toBe('shortcomings.putOffReason');
    expect(code(setMeasure(withMeasure(), { ...measure, dueOn: day('2026-11-30') }, doing))).toBe('measureSet');
    const putOff = done(setMeasure(withMeasure(), later, { ...doing, words: 'Mưa bão' }));
    expect(putOff.steps.slice(1).map(({ former, words }) => [former, words])).toEqual([[{ dueOn: null }, ''], [{ dueOn: '2026-12-31' }, 'Mưa bão']]);
    expect(firstDueOn(done(setMeasure(putOff, { ...measure, dueOn: day('2027-06-30') }, { ...doing, words: 'x' })))).toBe('2026-12-31');
  });

  test('that is closed changes no more, until that is taken back; the trace of it stays', () => {
    const closed = done(confirm(reported(), doing));
    expect([code(correct(closed, finding, doing)), code(setMeasure(closed, measure, doing)), code(withdraw(closed, doing))]).toEqual(['shortcomings.isClosed', 'shortcomings.isClosed', 'shortcomings.isClosed']);
    const again = done(takeBack(closed, doing));
    expect(again).toMatchObject({ state: 'reported', closedOn: null, reportedOn: doing.on });
    expect(again.steps.at(-1)?.kind).toBe('takenBack');
    expect(code(takeBack(again, doing))).toBe('shortcomings.nothingToTakeBack');
    expect(code(takeBack(done(withdraw(noted(), { ...doing, words: 'Ghi nhầm' })), doing))).toBe('noted');
  });

  test('is late from the day after its deadline, while it is open', () => {
    expect(isLate(reported(), day('2027-01-01')), 'reported in time').toBe(false);
    expect([isLate(withMeasure(), day('2026-12-31')), isLate(withMeasure(), day('2027-01-01')), isLate(done(confirm(reported(), doing)), day('2027-01-01'))]).toEqual([false, true, false]);
  });
});
