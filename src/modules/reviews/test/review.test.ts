/** The rules by which a review is written, suggested for, held; and who must be reviewed. */
import { describe, expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import { newId } from '../../../platform/ids.ts';
import { isRefusal, type Refusal } from '../../../platform/problem.ts';
import { formVersionOn, sectionsOf } from '../review.forms.ts';
import { collectivesDue, peopleDue, type Member, type Place } from '../review.must.ts';
import { cycleRefusal, excuse, hold, ownRefusal, reopen, submit, suggest, takeInHand, write, type Review } from '../review.ts';

const today = day('2026-11-20');
const review: Review = {
  id: newId<'review'>(0), cycleId: newId<'reviewCycle'>(0), unitId: newId<'unit'>(0), openedById: newId<'unit'>(0), personId: null, form: '2A', formVersion: '2025', state: 'due', texts: {}, suggestions: [],
  writtenBy: null, submittedOn: null, meetingId: null, heldOn: null, opinions: [], conclusion: '', concludedBy: null, former: [], reason: '', version: 1,
};
const above = newId<'unit'>(0);
const done = (after: Review | Refusal): Review => {
  if (isRefusal(after)) throw new Error(after.code);
  return after;
};
const code = (after: Review | Refusal) => (isRefusal(after) ? after.code : after.state);
const full = Object.fromEntries(sectionsOf('2025', '2A').map(({ code: section }) => [section, 'Đã viết']));
const written = (change: Partial<Review> = {}) => done(write({ ...review, ...change }, { texts: full, answers: {}, by: null }));
const submitted = (change: Partial<Review> = {}) => done(submit(written(change), today));
const holding = { heldOn: today, meetingId: null, opinions: [], conclusion: 'Hoàn thành nhiệm vụ' };

describe('a review', () => {
  test('is written, handed in with every needed section, held and concluded', () => {
    expect(code(submit(done(write(review, { texts: { results: 'x' }, answers: {}, by: null })), today))).toBe('reviews.sectionsEmpty');
    expect(code(submit(review, today))).toBe('reviews.notWritten');
    expect(code(hold(written(), holding, { today, by: null }))).toBe('reviews.notSubmitted');
    const held = done(hold(submitted(), holding, { today, by: null }));
    expect(held.state).toBe('concluded');
    expect(code(write(held, { texts: full, answers: {}, by: null }))).toBe('reviews.notWritten');
    expect(code(reopen(held))).toBe('submitted');
    expect(code(hold(submitted(), { ...holding, heldOn: day('2026-11-21') }, { today, by: null }))).toBe('reviews.inFuture');
  });

  test('keeps nothing for which its form has no section', () => {
    expect(Object.keys(done(write(review, { texts: { ...full, thinking: 'x' }, answers: {}, by: null })).texts)).not.toContain('thinking');
  });

  test('answers each point that was suggested; a point asked later brings it back, an answer stays with its words', () => {
    const asked = done(suggest(review, [{ id: 'a', text: 'Trật tự đô thị' }, { id: 'b', text: 'Giảm nghèo' }], above));
    const half = done(write(asked, { texts: full, answers: { a: 'Đã kiểm tra' }, by: null }));
    expect(code(submit(half, today))).toBe('reviews.unanswered');
    const whole = done(submit(done(write(half, { texts: {}, answers: { b: 'Đã khảo sát' }, by: null })), today));
    expect(code(suggest(whole, whole.suggestions, above))).toBe('submitted');
    const more = done(suggest(whole, [{ id: 'a', text: 'Trật tự đô thị' }, { id: 'b', text: 'Giảm nghèo bền vững' }], above));
    expect([more.state, ...more.suggestions.map(({ answer }) => answer)]).toEqual(['writing', 'Đã kiểm tra', '']);
    const own = done(suggest(more, [{ id: 'a', text: 'Trật tự đô thị' }, { id: 'c', text: 'Thu ngân sách' }], review.openedById));
    expect(own.suggestions.map(({ unitId }) => unitId)).toEqual([above, review.openedById]);
  });

  test('of a person is not concluded by that person', () => {
    const personId = newId<'person'>(0);
    expect([ownRefusal({ personId }, personId)?.code, ownRefusal({ personId }, newId<'person'>(0)), ownRefusal({ personId: null }, personId)]).toEqual(['reviews.ownToConclude', undefined, undefined]);
  });

  test('that is concluded anew keeps what was concluded before', () => {
    const by = newId<'account'>(0);
    const held = done(hold(submitted(), holding, { today, by }));
    expect(done(hold(held, holding, { today, by })).former).toEqual([]);
    const anew = done(hold(held, { ...holding, conclusion: 'Chưa hoàn thành' }, { today, by: newId<'account'>(0) }));
    expect(anew.former).toEqual([{ heldOn: today, opinions: [], conclusion: 'Hoàn thành nhiệm vụ', by, replacedOn: today }]);
    expect(done(hold(done(reopen(anew)), { ...holding, conclusion: 'Hoàn thành' }, { today, by })).former.map(({ conclusion }) => conclusion)).toEqual(['Hoàn thành nhiệm vụ', 'Chưa hoàn thành']);
  });

  test('is taken back by who wrote it until it is held, and excused with a reason before it is handed in', () => {
    expect(code(takeInHand(submitted()))).toBe('writing');
    expect(code(takeInHand(written()))).toBe('reviews.notSubmitted');
    expect(code(excuse(review, 'Chuyển sinh hoạt'))).toBe('excused');
    expect(code(excuse(submitted(), 'x'))).toBe('reviews.isOver');
    expect(code(reopen(done(excuse(review, 'x'))))).toBe('writing');
  });
});

test('the form follows the last day of what is reviewed: 366-QĐ/TW with 43-HD/BTCTW, 124-QĐ/TW and 132-QĐ/TW before', () => {
  const papers = ['2025-12-31', '2025-08-30', '2024-12-31', '2022-12-31'].map((to) => formVersionOn(day(to))?.paper.slice(9, 19));
  expect(papers).toEqual(['366-QĐ/TW,', '366-QĐ/TW,', '124-QĐ/TW,', '132-QĐ/TW,']);
  expect(formVersionOn(day('2017-12-31'))).toBeUndefined();
  expect(sectionsOf('2025', '2B').map(({ code: section }) => section)).toContain('lead');
  expect(sectionsOf('2025', '2C').map(({ code: section }) => section)).not.toContain('lead');
  expect(cycleRefusal({ kind: 'year', title: '', from: day('2026-01-01'), to: day('2025-12-31'), dueOn: today })?.code).toBe('reviews.periodBackwards');
});

describe('who must be reviewed', () => {
  const unit = () => newId<'unit'>(0);
  const commune: Place = { id: unit(), kind: 'commune_party', type: null, committee: 9 };
  const village: Place = { id: unit(), kind: 'cell', type: 'residential', committee: 3 };
  const small: Place = { id: unit(), kind: 'cell', type: 'residential', committee: 1 };
  const school: Place = { id: unit(), kind: 'cell', type: 'school', committee: 0 };
  const places = [commune, village, small, school];
  const member = (cell: Place, change: Partial<Member> = {}): Member => ({ id: newId<'person'>(0), cellId: cell.id, isExempt: false, posts: [], ...change });
  const formsOf = (members: readonly Member[], scope: 'all' | 'leaders') => peopleDue(members, { places, scope }).map(({ form, unitId }) => [form, unitId]);

  test('committees of organisations and of cells that have one', () => {
    expect(collectivesDue(places).map(({ unitId }) => unitId)).toEqual([commune.id, village.id]);
  });

  test('members in their own cell by what posts they hold, leaders where they lead as well, who is exempt not at all', () => {
    expect(formsOf([member(village)], 'all')).toEqual([['2C', village.id]]);
    expect(formsOf([member(school)], 'all')).toEqual([['2A', school.id]]);
    const deputy = member(school, { posts: [{ unitId: commune.id, unitKind: 'commune_party', kind: 'deputy_secretary' }] });
    expect(formsOf([deputy], 'all')).toEqual([['2B', school.id], ['2B', commune.id]]);
    expect(formsOf([member(village, { isExempt: true })], 'all')).toEqual([]);
    expect(formsOf([member(village), deputy], 'leaders')).toEqual([['2B', school.id], ['2B', commune.id]]);
  });

  test('who leads a cell, a village or its Front board alone is no leader or manager', () => {
    const posts: Member['posts'] = [{ unitId: village.id, unitKind: 'cell', kind: 'secretary' }, { unitId: unit(), unitKind: 'village', kind: 'village_head' }, { unitId: unit(), unitKind: 'front_board', kind: 'front_board_head' }];
    expect(formsOf([member(village, { posts }), member(school, { posts: posts.slice(0, 1) })], 'all')).toEqual([['2C', village.id], ['2A', school.id]]);
    expect(formsOf([member(village, { posts })], 'leaders')).toEqual([]);
  });
});
