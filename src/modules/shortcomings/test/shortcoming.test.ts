/** The rules by which a shortcoming is put right, without a database. */
import { describe, expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import { newId } from '../../../platform/ids.ts';
import { isRefusal } from '../../../platform/problem.ts';
import type { EnteredProof, FigureProof } from '../shortcoming.proof.ts';
import { begin, confirm, correct, giveBack, isLate, note, report, setMeasure, takeBack, withdraw, type Doing, type Finding, type Measure, type Shortcoming } from '../shortcoming.ts';

const unitId = newId<'unit'>(0);
const doing: Doing = { on: day('2026-11-20'), by: null };
const finding: Finding = { foundIn: 'review', foundOn: day('2026-10-01'), source: null, topic: 'study', what: 'Học nghị quyết chưa nghiêm', cause: '', earlierId: null };
const measure: Measure = { measure: 'Học bổ sung', ownerId: null, dueOn: day('2026-12-31'), proofs: [] };
const attendance: FigureProof = { kind: 'figure', figure: 'study.attendance', unitId, target: 97, before: { from: day('2012-01-01'), to: day('2012-12-31') }, after: { from: day('2013-01-01'), to: day('2014-06-30') } };
const poverty: EnteredProof = { kind: 'entered', title: 'Hộ nghèo giảm', measuredIn: 'điểm', target: 2, before: null, after: { value: 2.27, when: 'Năm 2013', source: { kind: 'paper', id: null, words: 'Báo cáo năm 2013' } } };

const done = (after: ReturnType<typeof note>): Shortcoming => {
  if (isRefusal(after)) throw new Error(after.code);
  return after;
};
const code = (after: ReturnType<typeof note>) => (isRefusal(after) ? after.code : after.state);
const noted = (personId: Shortcoming['personId'] = null) => done(note({ id: newId<'shortcoming'>(0), unitId, personId, raisedById: unitId, finding }, doing));
const withMeasure = (proofs: Measure['proofs'] = []) => done(setMeasure(noted(), { ...measure, proofs }, doing));
const reported = () => done(report(withMeasure(), { result: 'Đã học bổ sung', proofs: [] }, doing));
const confirming = { ...doing, personId: undefined };

describe('a shortcoming', () => {
  test('is noted, given a measure, put right, reported, and settled only by confirmation; each step is kept', () => {
    const whole = done(confirm(done(report(done(begin(withMeasure([attendance, poverty]), doing)), { result: 'Trên 97 %', proofs: [attendance, poverty] }, doing)), confirming));
    expect(whole).toMatchObject({ state: 'confirmed', closedOn: doing.on, result: 'Trên 97 %' });
    expect(whole.steps.map(({ kind, from }) => [kind, from])).toEqual([['noted', null], ['measureSet', 'noted'], ['begun', 'measureSet'], ['reported', 'remedying'], ['confirmed', 'reported']]);
  });

  test('is not found tomorrow, and recurs from another alone', () => {
    const id = newId<'shortcoming'>(0);
    expect(code(note({ id, unitId, personId: null, raisedById: unitId, finding: { ...finding, foundOn: day('2026-11-21') } }, doing))).toBe('shortcomings.inFuture');
    expect(code(note({ id, unitId, personId: null, raisedById: unitId, finding: { ...finding, earlierId: id } }, doing))).toBe('shortcomings.linkedToItself');
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

  test('of a person is not confirmed by that person', () => {
    const personId = newId<'person'>(0);
    const own = { ...reported(), personId };
    expect(code(confirm(own, { ...doing, personId }))).toBe('shortcomings.ownToConfirm');
    expect(code(confirm(own, { ...doing, personId: newId<'person'>(0) }))).toBe('confirmed');
  });

  test('that is closed changes no more, until that is taken back; the trace of it stays', () => {
    const closed = done(confirm(reported(), confirming));
    expect([code(correct(closed, finding, doing)), code(setMeasure(closed, measure, doing)), code(withdraw(closed, doing))]).toEqual(['shortcomings.isClosed', 'shortcomings.isClosed', 'shortcomings.isClosed']);
    const again = done(takeBack(closed, doing));
    expect(again).toMatchObject({ state: 'reported', closedOn: null, reportedOn: doing.on });
    expect(again.steps.at(-1)?.kind).toBe('takenBack');
    expect(code(takeBack(again, doing))).toBe('shortcomings.nothingToTakeBack');
    expect(code(takeBack(done(withdraw(noted(), { ...doing, words: 'Ghi nhầm' })), doing))).toBe('noted');
  });

  test('is late from the day after its deadline, while it is open', () => {
    expect(isLate(reported(), day('2027-01-01')), 'reported in time').toBe(false);
    expect([isLate(withMeasure(), day('2026-12-31')), isLate(withMeasure(), day('2027-01-01')), isLate(done(confirm(reported(), confirming)), day('2027-01-01'))]).toEqual([false, true, false]);
  });
});
