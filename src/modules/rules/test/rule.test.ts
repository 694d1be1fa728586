import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, holdsOn, type Day } from '../../../platform/day.ts';
import type { Id } from '../../../platform/ids.ts';
import { isRefusal } from '../../../platform/problem.ts';
import { ruleTitles } from '../rule.keys.ts';
import { endRule, refusalOfLooser, refusalOfScope, setRule, type RuleEntry, type RuleSeries } from '../rule.ts';
import { addWorkingDays, isHoliday, isWorkingDay, workingDaysBetween } from '../working.days.ts';

const none: RuleSeries = { key: 'meeting.minMinutes', scopeUnitId: 'u' as Id<'unit'>, entries: [] };
let made = 0;
const entry = (value: number, from: string, to: string | null = null): RuleEntry => ({
  id: String((made += 1)) as Id<'rule'>, value, period: { from: day(from), to: to === null ? null : day(to) }, document: 'Hướng dẫn', article: null, confidence: 'read',
});
const given = (...entries: RuleEntry[]): RuleSeries => ({ ...none, entries });
const valueOn = ({ entries }: RuleSeries, on: string) => entries.filter(({ period }) => holdsOn(period, day(on))).map(({ value }) => value);

describe('setting a value', () => {
  test('ends the one before on the day before, and leaves earlier days as they were', () => {
    const after = setRule(given(entry(60, '2018-01-01')), entry(90, '2025-10-28')) as RuleSeries;
    expect(valueOn(after, '2025-10-27')).toEqual([60]);
    expect(valueOn(after, '2025-10-28')).toEqual([90]);
  });

  test('is refused where a later one begins within its time', () => {
    expect(setRule(given(entry(90, '2026-01-01')), entry(60, '2025-01-01'))).toMatchObject({ code: 'rules.setAlready', data: { from: '2026-01-01' } });
    expect(isRefusal(setRule(given(entry(90, '2026-01-01')), entry(60, '2025-01-01', '2025-12-31')))).toBe(false);
  });

  test('is refused outside the bounds of the key, and where it ends before it begins', () => {
    expect(setRule(none, entry(0, '2025-01-01'))).toMatchObject({ code: 'rules.valueOutside', data: { least: 1, most: 600 } });
    expect(setRule(none, entry(90, '2025-01-02', '2025-01-01'))).toMatchObject({ code: 'rules.endsBeforeStart' });
  });

  test('never leaves two values on one day, whatever is set after what', () => {
    const days = fc.integer({ min: 0, max: 60 }).map((count) => addDays(day('2025-01-01'), count));
    fc.assert(fc.property(fc.array(fc.record({ from: days, length: fc.option(fc.integer({ min: 0, max: 20 })), value: fc.integer({ min: 1, max: 600 }) }), { maxLength: 12 }), (sets) => {
      let series = none;
      for (const { from, length, value } of sets) {
        const after = setRule(series, entry(value, from, length === null ? null : addDays(from, length)));
        if (!isRefusal(after)) series = after;
      }
      for (let count = 0; count < 90; count += 1) expect(valueOn(series, addDays(day('2025-01-01'), count)).length).toBeLessThanOrEqual(1);
    }));
  });
});

describe('an own value', () => {
  test('has its place only where the rule leaves it to the level', () => {
    const code = (lowest: 'country' | 'province' | 'any', kind: 'provincial_party' | 'commune_party' | 'grassroots_party' | 'cell') => refusalOfScope({ lowest, stricter: null }, kind)?.code;
    expect([code('country', 'provincial_party'), code('province', 'provincial_party'), code('province', 'commune_party'), code('any', 'commune_party'), code('any', 'grassroots_party'), code('any', 'cell')])
      .toEqual(['rules.countryOnly', undefined, 'rules.provinceOnly', undefined, undefined, 'rules.notAScope']);
  });

  test('is never looser than what the level above says', () => {
    const of = (value: number, stricter: 'more' | 'less' | null) => refusalOfLooser('meeting.minMinutes', { value, above: 90, stricter })?.code;
    expect([of(89, 'more'), of(90, 'more'), of(91, 'more'), of(91, 'less'), of(89, 'less'), of(1, null)]).toEqual(['rules.belowAbove', undefined, undefined, 'rules.overAbove', undefined, undefined]);
    expect(refusalOfLooser('meeting.attendanceShare', { value: 0.8, above: 0.9, stricter: 'more' })).toMatchObject({ data: { above: '90%' } });
  });
});

test('a unit’s own value may end; that of the country may not, so that nobody who asks finds none', () => {
  const own = given(entry(60, '2025-01-01'));
  expect(endRule(own, { id: own.entries[0]!.id, lastDay: day('2025-06-30') })).toMatchObject({ entries: [{ period: { to: '2025-06-30' } }] });
  expect(endRule({ ...own, scopeUnitId: null }, { id: own.entries[0]!.id, lastDay: day('2025-06-30') })).toMatchObject({ code: 'rules.nationalStays' });
  expect(setRule({ ...own, scopeUnitId: null }, entry(90, '2026-01-01', '2026-12-31'))).toMatchObject({ code: 'rules.nationalStays' });
  expect(isRefusal(setRule({ ...own, scopeUnitId: null }, entry(90, '2026-01-01')))).toBe(false);
});

test('a title is whole before its value, as it is cited: “Số hộ tối đa của tổ dân phố: 300 hộ”', () => {
  const broken = Object.values(ruleTitles).flatMap(({ vi, en }) => [vi, en]).filter((title) => /(hơn|vượt|từ|nhất|trên|dưới|than|above|below|least|most|from)$|ít nhất|nhiều nhất/.test(title));
  expect(broken).toEqual([]);
});

describe('working days', () => {
  // 2025: 1, 2 May off, 26 April (a Saturday) worked instead of the second.
  const calendar = { off: new Set([day('2025-04-30'), day('2025-05-01'), day('2025-05-02')]), worked: new Set([day('2025-04-26')]) };

  test('a clock leaves out weekends and days off, and counts days worked instead', () => {
    expect(addWorkingDays(day('2025-04-25'), 1, calendar)).toBe('2025-04-26');
    expect(addWorkingDays(day('2025-04-29'), 1, calendar)).toBe('2025-05-05');
    expect(addWorkingDays(day('2025-04-29'), 0, calendar)).toBe('2025-04-29');
    expect(workingDaysBetween(day('2025-04-25'), day('2025-05-05'), calendar)).toBe(4);
  });

  test('a day off is a holiday, and so is the weekend before one, which it makes up for; the weekend after is not', () => {
    // 2027: New Year’s Day is a Friday; 1 May is a Saturday, made up for on Monday.
    const known = { off: new Set(['2027-01-01', '2027-04-30', '2027-05-03'].map(day)), worked: new Set<Day>() };
    expect(['2027-01-01', '2027-05-01', '2027-05-02'].map((on) => isHoliday(day(on), known))).toEqual([true, true, true]);
    expect(['2026-12-31', '2027-01-02', '2027-01-03', '2027-04-29', '2027-05-08'].map((on) => isHoliday(day(on), known))).toEqual([false, false, false, false, false]);
  });

  test('counting back what a clock ran through gives its length, from any day', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 90 }), (start, length) => {
      const from = addDays(day('2025-01-01'), start);
      const last = addWorkingDays(from, length, calendar);
      expect(workingDaysBetween(from, last, calendar)).toBe(length);
      expect(workingDaysBetween(last, from, calendar) + 0).toBe(-length + 0);
      if (length > 0) expect(isWorkingDay(last as Day, calendar)).toBe(true);
    }));
  });
});
