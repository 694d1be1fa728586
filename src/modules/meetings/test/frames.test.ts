/** Scoring frames over time. */
import { describe, expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import { newId } from '../../../platform/ids.ts';
import { isRefusal, type Refusal } from '../../../platform/problem.ts';
import { endFrame, setFrame, type FrameSeries, type ScoreFrame } from '../frame.ts';

const unit = newId<'unit'>(1);
const half = (code: string) => ({ code, most: 50, vi: code, en: code });
const frame = (from: string, changes: Partial<ScoreFrame> = {}): ScoreFrame => ({ id: newId<'scoreFrame'>(1), period: { from: day(from), to: null }, criteria: [half('a'), half('b')], document: 'Hướng dẫn', confidence: 'read', ...changes });
const none: FrameSeries = { scopeUnitId: unit, entries: [] };
const ok = (result: FrameSeries | Refusal): FrameSeries => { if (isRefusal(result)) throw new Error(result.code); return result; };
const code = (result: FrameSeries | Refusal) => (isRefusal(result) ? result.code : 'done');

describe('a frame', () => {
  test('ends the one before on the day before', () => {
    const both = ok(setFrame(ok(setFrame(none, frame('2026-01-01'))), frame('2026-07-01')));
    expect(both.entries.map(({ period }) => period)).toEqual([{ from: '2026-01-01', to: '2026-06-30' }, { from: '2026-07-01', to: null }]);
  });

  test('is not set before one that is set already, nor with its end before its beginning', () => {
    const later = ok(setFrame(none, frame('2026-07-01')));
    expect(code(setFrame(later, frame('2026-01-01')))).toBe('meetings.frameSetAlready');
    expect(code(setFrame(later, frame('2026-01-01', { period: { from: day('2026-01-01'), to: day('2026-06-30') } })))).toBe('done');
    expect(code(setFrame(none, frame('2026-01-01', { period: { from: day('2026-01-02'), to: day('2026-01-01') } })))).toBe('meetings.frameEndsBeforeStart');
  });

  test('has criteria that make 100 points, each once', () => {
    expect(code(setFrame(none, frame('2026-01-01', { criteria: [half('a'), { ...half('b'), most: 49.5 }] })))).toBe('meetings.frameNotWhole');
    expect(code(setFrame(none, frame('2026-01-01', { criteria: [half('a'), half('a')] })))).toBe('meetings.criterionTwice');
  });

  test('of a unit is ended once; the country’s never', () => {
    const own = ok(setFrame(none, frame('2026-01-01')));
    const { id } = own.entries[0]!;
    const ended = ok(endFrame(own, { id, lastDay: day('2026-03-31') }));
    expect(ended.entries[0]!.period.to).toBe('2026-03-31');
    expect(code(endFrame(ended, { id, lastDay: day('2026-03-31') }))).toBe('meetings.frameEndedAlready');
    expect(code(endFrame(own, { id, lastDay: day('2025-12-31') }))).toBe('meetings.frameEndsBeforeStart');
    expect(code(endFrame({ ...own, scopeUnitId: null }, { id, lastDay: day('2026-03-31') }))).toBe('meetings.frameNationalStays');
    expect(code(setFrame({ ...own, scopeUnitId: null }, frame('2026-07-01', { period: { from: day('2026-07-01'), to: day('2026-12-31') } })))).toBe('meetings.frameNationalStays');
    expect(code(setFrame({ ...own, scopeUnitId: null }, frame('2026-07-01')))).toBe('done');
    expect(code(endFrame(own, { id: newId<'scoreFrame'>(1), lastDay: day('2026-03-31') }))).toBe('platform.notFound');
  });
});
