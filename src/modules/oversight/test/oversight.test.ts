/** The rules of assigning cadres, without a database. */
import { expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import { newId } from '../../../platform/ids.ts';
import { isRefusal } from '../../../platform/problem.ts';
import { noDuties } from '../duty.ts';
import { assign, end, gapsIn, handOverRefusal, isOverQuota, quotaRefusal, regulationRefusal, removalRefusal, reopen, type Assignment } from '../oversight.ts';

const regulation = { id: newId<'oversightRegulation'>(3), period: { from: day('2026-01-01'), to: day('2030-12-31') }, duties: [{ tier: 'committee' as const, ...noDuties }] };
const ids = { id: newId<'oversightAssignment'>(3), unitId: newId<'unit'>(3), personId: newId<'person'>(3), postId: null };
const assigning = { ...ids, tier: 'committee' as const, decision: '12-QĐ/TU', period: { from: day('2026-02-01'), to: null } };
const today = day('2026-11-20');
const made = assign(regulation, assigning, today) as Assignment;
const code = (of: unknown) => (typeof of === 'object' && of !== null && isRefusal(of) ? of.code : 'done');

test('an assignment lies within its regulation, by one of its tiers', () => {
  expect(code(made)).toBe('done');
  expect(code(assign(regulation, { ...assigning, period: { from: day('2025-12-31'), to: null } }, today))).toBe('oversight.outsideRegulation');
  expect(code(assign(regulation, { ...assigning, period: { from: day('2026-02-01'), to: day('2031-01-01') } }, today))).toBe('oversight.outsideRegulation');
  expect(code(assign(regulation, { ...assigning, period: { from: day('2026-02-01'), to: day('2026-01-31') } }, today))).toBe('oversight.periodBackwards');
  expect(code(assign(regulation, { ...assigning, tier: 'deputy' }, today))).toBe('oversight.tierNotOfRegulation');
});

test('it ends once, with a reason, not before it began, and the end can be taken back', () => {
  const ending = { lastDay: day('2026-06-30'), reason: 'transferred' as const, decision: null, talkingPoints: '' };
  const ended = end(made, ending) as Assignment;
  expect(ended).toMatchObject({ period: { from: '2026-02-01', to: '2026-06-30' }, endReason: 'transferred' });
  expect(code(end(ended, ending))).toBe('oversight.endedAlready');
  expect(code(end(made, { ...ending, lastDay: day('2026-01-31') }))).toBe('oversight.endBeforeStart');
  expect(code(end({ ...made, period: { from: day('2026-02-01'), to: day('2026-05-31') } }, ending))).toBe('oversight.endAfterTerm');
  expect(reopen(ended)).toMatchObject({ period: { to: null }, endReason: null });
  expect(code(reopen(made))).toBe('oversight.notEnded');
});

test('only what was entered today is removed', () => {
  expect(removalRefusal(made, today)).toBeUndefined();
  expect(removalRefusal(made, day('2026-11-21'))?.code).toBe('oversight.notOfToday');
});

test('what the next cadre is told may be written until so many days after the end as the rule says', () => {
  const ended = { period: { from: day('2026-02-01'), to: day('2026-10-21') } };
  expect(handOverRefusal(made, { today: day('2030-01-01'), days: 0 })).toBeUndefined();
  expect(handOverRefusal(ended, { today, days: 30 })).toBeUndefined();
  expect(handOverRefusal(ended, { today: day('2026-11-21'), days: 30 })?.code).toBe('oversight.handedOver');
});

test('a regulation has tiers, and still holds what was assigned under it', () => {
  expect(regulationRefusal(regulation, [assigning.period])).toBeUndefined();
  expect(regulationRefusal({ ...regulation, duties: [] }, [])?.code).toBe('oversight.noTier');
  expect(regulationRefusal({ ...regulation, period: { from: day('2026-03-01'), to: null } }, [assigning.period])?.code).toBe('oversight.assignedOutside');
});

test('the quota counts what is followed already and what is added', () => {
  expect(quotaRefusal({ units: 2, added: 1, most: 3 })).toBeUndefined();
  expect(quotaRefusal({ units: 2, added: 2, most: 3 })?.code).toBe('oversight.quotaReached');
  expect(isOverQuota({ units: 9, most: null })).toBe(false);
});

test('the gaps of a time are the days on which nobody followed', () => {
  const year = { from: day('2026-01-01'), to: day('2026-12-31') };
  const period = (from: string, to: string | null) => ({ from: day(from), to: to === null ? null : day(to) });
  expect(gapsIn([], year)).toEqual([year]);
  expect(gapsIn([period('2025-01-01', null)], year)).toEqual([]);
  expect(gapsIn([period('2026-06-01', '2026-08-31'), period('2025-06-01', '2026-02-28'), period('2026-07-01', '2026-07-15')], year)).toEqual([{ from: '2026-03-01', to: '2026-05-31' }, { from: '2026-09-01', to: '2026-12-31' }]);
  expect(gapsIn([period('2026-02-01', null), period('2027-02-01', null)], year)).toEqual([{ from: '2026-01-01', to: '2026-01-31' }]);
});
