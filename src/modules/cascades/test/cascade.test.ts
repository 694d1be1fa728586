/** The pure rules: orders of clauses, deadlines, answers. */
import { describe, expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import type { Id } from '../../../platform/ids.ts';
import { changeAnswer, giveAnswer, type Answer, type Reply } from '../answer.ts';
import { deadlinesAnew, deadlinesOf, refusalOfDeadlines } from '../cascade.ts';
import { changeClause, orderClauses, writeClause, type Clause, type Wording } from '../clause.ts';

const wording: Wording = { kind: 'task', label: '1', wording: 'Chỉnh trang đô thị', target: null, measure: null, toward: null, dueOn: null, forWhom: null };
const clause = (id: string, place: number) => writeClause({ id: id as Id<'clause'>, documentId: 'd' as Id<'document'>, unitId: 'u' as Id<'unit'>, place, addedOn: null }, wording) as Clause;
const on = day('2026-06-01');

describe('a clause', () => {
  test('that units are asked about becomes a new version only where it says something else', () => {
    expect(changeClause(clause('a', 1), { wording, isAsked: true, reason: null, on })).toMatchObject({ revision: 1 });
    expect(changeClause(clause('a', 1), { wording: { ...wording, label: '2' }, isAsked: true, reason: 'Đánh số lại', on })).toMatchObject({ revision: 2, revisedOn: on });
    expect(changeClause(clause('a', 1), { wording: { ...wording, label: '2' }, isAsked: false, reason: null, on })).toMatchObject({ revision: 1, label: '2' });
  });

  test('is put in order with all others, each once', () => {
    const all = [clause('a', 1), clause('b', 2)];
    expect(orderClauses(all, ['b', 'a'] as Id<'clause'>[])).toMatchObject({ clauses: [{ id: 'b', place: 1 }, { id: 'a', place: 2 }] });
    for (const ids of [['a'], ['a', 'a'], ['a', 'b', 'c']]) expect(orderClauses(all, ids as Id<'clause'>[])).toMatchObject({ code: 'cascades.orderStale' });
  });
});

describe('deadlines', () => {
  const days = { received: 7, studied: 60, answered: 60, programme: 60, plan: 90 };
  test('of the document stand; the rest is counted from the opening by the rule; reviews have none unless they are set', () => {
    const due = deadlinesOf([{ step: 'programme', dueOn: day('2026-03-31') }], { openedOn: day('2026-02-01'), days });
    expect(due.map(({ step, dueOn, byRule }) => `${step} ${dueOn} ${byRule}`).toSorted()).toEqual(['answered 2026-04-02 true', 'plan 2026-05-02 true', 'programme 2026-03-31 false', 'received 2026-02-08 true', 'studied 2026-04-02 true']);
  });
  test('of steps that are not set anew stay as they were', () => {
    const there = deadlinesOf([{ step: 'programme', dueOn: day('2026-03-31') }], { openedOn: day('2026-02-01'), days });
    const anew = deadlinesAnew(there, [{ step: 'interim', dueOn: day('2028-06-30'), byRule: false, days: null }]);
    expect(anew.map(({ step, dueOn }) => `${step} ${dueOn}`).toSorted()).toEqual(['answered 2026-04-02', 'interim 2028-06-30', 'plan 2026-05-02', 'programme 2026-03-31', 'received 2026-02-08', 'studied 2026-04-02']);
  });
  test('lie not before the opening, one for each step', () => {
    expect(refusalOfDeadlines([{ step: 'plan', dueOn: day('2026-01-31') }], day('2026-02-01'))).toMatchObject({ code: 'cascades.dueBeforeOpened' });
    expect(refusalOfDeadlines([{ step: 'plan', dueOn: on }, { step: 'plan', dueOn: on }], day('2026-02-01'))).toMatchObject({ code: 'platform.invalid' });
  });
});

describe('an answer', () => {
  const of = { id: 'a' as Id<'answer'>, documentId: 'd' as Id<'document'>, clauseId: 'c' as Id<'clause'>, unitId: 'u' as Id<'unit'> };
  const asking = { clause: { kind: 'indicator' as const, revision: 1, target: 97, toward: 'atLeast' as const }, askedOn: day('2026-02-01'), today: on };
  const takenUp: Reply = { kind: 'takenUp', reason: null, documentIds: ['x' as Id<'document'>], ownClauseIds: [], target: 98, dueOn: null, answeredOn: day('2026-03-01') };

  test('may set a target of its own for an indicator alone', () => {
    expect(giveAnswer(of, takenUp, asking)).toMatchObject({ target: 98, version: 1 });
    expect(giveAnswer(of, takenUp, { ...asking, clause: { kind: 'task', revision: 1, target: null, toward: null } })).toMatchObject({ code: 'cascades.targetOfOther' });
  });

  test('with a target that asks for less than the superior’s needs the reason; one that asks for as much or more takes none', () => {
    const less = { ...takenUp, target: 70 };
    expect(giveAnswer(of, less, asking)).toMatchObject({ code: 'cascades.targetTooEasy', data: { target: 97 } });
    expect(giveAnswer(of, { ...less, reason: 'Xã đảo' }, asking)).toMatchObject({ target: 70, reason: 'Xã đảo' });
    expect(giveAnswer(of, { ...takenUp, target: 97, reason: 'Xã đảo' }, asking)).toMatchObject({ code: 'cascades.reasonOfTakenUp' });
    const fromAbove = { ...asking, clause: { ...asking.clause, target: 2, toward: 'atMost' as const } };
    expect([giveAnswer(of, { ...takenUp, target: 3 }, fromAbove), giveAnswer(of, { ...takenUp, target: 1 }, fromAbove)]).toMatchObject([{ code: 'cascades.targetTooEasy' }, { target: 1 }]);
  });

  test('by a clause of one’s own that asks for less needs the reason just so; of several the hardest to reach counts', () => {
    const byClause = { ...takenUp, target: null };
    expect(giveAnswer(of, byClause, { ...asking, ownTargets: [90] })).toMatchObject({ code: 'cascades.targetTooEasy', data: { target: 97 } });
    expect(giveAnswer(of, { ...byClause, reason: 'Xã đảo' }, { ...asking, ownTargets: [90] })).toMatchObject({ reason: 'Xã đảo' });
    expect(giveAnswer(of, byClause, { ...asking, ownTargets: [90, 98] })).toMatchObject({ version: 1 });
  });

  test('may say how a clause is carried out without a document', () => {
    const direct = { ...takenUp, documentIds: [], target: null };
    expect(giveAnswer(of, direct, asking)).toMatchObject({ code: 'cascades.ownDocumentMissing' });
    expect(giveAnswer(of, { ...direct, reason: 'Giao cán bộ văn phòng rà soát' }, asking)).toMatchObject({ kind: 'takenUp', documentIds: [] });
  });

  test('that is changed leaves since when the unit has not been silent', () => {
    const first = giveAnswer(of, takenUp, asking) as Answer;
    const later = changeAnswer(first, { ...takenUp, answeredOn: day('2026-05-20') }, asking) as Answer;
    expect([later.answeredOn, later.firstAnsweredOn]).toEqual(['2026-05-20', '2026-03-01']);
    expect(changeAnswer(later, { ...takenUp, answeredOn: day('2026-02-15') }, asking)).toMatchObject({ firstAnsweredOn: '2026-02-15' });
  });

  test('that is turned into “not applicable” is not done any more; one that stays taken up is', () => {
    const done = { ...of, ...takenUp, firstAnsweredOn: day('2026-03-01'), doneOn: day('2026-05-01'), revision: 1, version: 2 };
    expect(changeAnswer(done, takenUp, asking)).toMatchObject({ doneOn: '2026-05-01' });
    expect(changeAnswer(done, { ...takenUp, kind: 'notApplicable', reason: 'Không có', documentIds: [], target: null }, asking)).toMatchObject({ doneOn: null });
  });
});
