/** The rules of ratings: caps, gates, levels by points and gates, what may follow what. */
import { describe, expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import { isRefusal } from '../../../platform/problem.ts';
import { newId } from '../../../platform/ids.ts';
import { isOver, noCounts, useOf, type Cap } from '../rating.cap.ts';
import { frameFrom, setFrame, type Frame, type FrameEntry } from '../rating.frame.ts';
import { stateOf, type Gate } from '../rating.gates.ts';
import { findingsOf, refusalOfLevel } from '../rating.judge.ts';
import { appraise, correctDecision, decide, exclude, include, measuresOf, rateSelf, stateOfRating, takeBack, type Assessment, type Decision, type Rating } from '../rating.ts';
import { changeSeason, closeSeason, refusalOfDeadlines, type Season } from '../rating.season.ts';

const gate = (change: Partial<Gate>): Gate => ({ fact: 'tasksOnTime', levels: ['excellent', 'good'], test: 'atLeast', bound: 1, onFail: 'refuse', confidence: 'read', ...change });
const frame: Frame = {
  levels: [{ code: 'excellent', least: 90, vi: '', en: '' }, { code: 'good', least: 70, vi: '', en: '' }, { code: 'fulfilled', least: 50, vi: '', en: '' }, { code: 'notFulfilled', least: 0, vi: '', en: '' }],
  gates: [gate({}), gate({ fact: 'beyond', levels: ['excellent'], bound: 0.3 }), gate({ fact: 'disqualified', levels: ['excellent', 'good', 'fulfilled'], test: 'atMost', bound: 0, onFail: 'reason' })],
  criteria: [{ code: 'tasks', most: 70, vi: 'Nhiệm vụ', en: 'Tasks' }, { code: 'rest', most: 30, vi: 'Khác', en: 'Rest' }],
  cap: { rate: 0.2, base: 'good', rounding: 'down' }, regime: { document: '366', confidence: 'read' }, detail: { document: 'tỉnh', confidence: 'read' },
};
const assessment = (change: Partial<Assessment> = {}): Assessment => ({
  level: 'excellent', points: [{ criterion: 'tasks', points: 66, fact: 'tasksOnTime', proof: null }, { criterion: 'rest', points: 28, fact: null, proof: 'Báo cáo 12-BC/ĐU' }], stated: [], found: [{ code: 'tasksOnTime', count: 12, of: 12 }], note: null, on: day('2026-12-10'), by: null, ...change,
});
const decision = (change: Partial<Decision> = {}): Decision => ({ level: 'excellent', points: 94, document: '15-QĐ/TU', on: day('2026-12-20'), reason: null, found: [], by: null, ...change });
const rating: Rating = { id: newId(0), seasonId: newId(0), unitId: newId(0), decidedById: newId(0), personId: null, about: 'units', kind: 'committee', year: 2026, group: 'a', exclusion: null, self: null, appraisal: null, decision: null, version: 1 };
const codeOf = (result: unknown) => (isRefusal(result) ? result.code : 'ok');
const allMet = [{ code: 'tasksOnTime' as const, count: 12, of: 12, source: 'x' }, { code: 'beyond' as const, count: 4, of: 12, source: 'x' }, { code: 'disqualified' as const, count: 0, of: null, source: 'x' }];

describe('the cap', () => {
  const cap: Cap = { rate: 0.2, base: 'good', rounding: 'down' };
  const use = (change: Partial<Cap>, counts: Partial<typeof noCounts>, rate?: number) =>
    useOf({ ...cap, ...change }, { counts: { ...noCounts, ...counts }, override: rate === undefined ? null : { rate, document: 'QĐ', on: day('2026-12-01'), reason: 'x' } });

  test.for([
    [{}, { good: 24, excellent: 4 }, 4, 0],
    [{}, { good: 25, excellent: 4 }, 5, 1],
    [{ base: 'goodAndAbove' }, { good: 20, excellent: 5 }, 5, 0],
    [{ base: 'rated' }, { good: 10, excellent: 1, fulfilled: 3, notFulfilled: 1 }, 3, 2],
    [{ rounding: 'nearest' }, { good: 13 }, 3, 3],
    [{ rounding: 'up' }, { good: 11 }, 3, 3],
    [{ rate: 0.07 }, { good: 100 }, 7, 7],
  ] as const)('%j of %j is %i, %i left', ([change, counts, most, left]) => {
    expect(use(change, counts)).toMatchObject({ most, left });
  });

  test('is what a decision with its paper says, where there is one', () => {
    expect(use({}, { good: 20, excellent: 5 })).toMatchObject({ most: 4, left: -1 });
    expect(isOver(use({}, { good: 20, excellent: 5 }))).toBe(true);
    expect(use({}, { good: 20, excellent: 5 }, 0.25)).toMatchObject({ most: 5, left: 0 });
  });
});

describe('a gate', () => {
  test.for([
    [{ bound: 0.3 }, { count: 3, of: 10 }, 'met'],
    [{ bound: 0.3 }, { count: 29, of: 100 }, 'failed'],
    [{ bound: 1 }, { count: 0, of: 0 }, 'met'],
    [{ bound: 0.3 }, { count: 0, of: 0 }, 'unknown'],
    [{ test: 'atMost', bound: 0.2 }, { count: 0, of: 0 }, 'met'],
    [{ test: 'atMost', bound: 0.2 }, { count: 2, of: 10 }, 'met'],
    [{ test: 'atMost', bound: 0.2 }, { count: 3, of: 10 }, 'failed'],
    [{ test: 'atMost', bound: 0 }, { count: 1, of: null }, 'failed'],
    [{ bound: 1 }, { count: 1, of: null }, 'met'],
  ] as const)('%j with %j is %s', ([change, measure, state]) => {
    expect(stateOf(gate(change), measure)).toBe(state);
  });

  test('of which nothing is known is neither met nor failed', () => {
    expect(stateOf(gate({}), undefined)).toBe('unknown');
  });
});

describe('a level is points and gates together', () => {
  const met = { tasksOnTime: { count: 9, of: 9 }, beyond: { count: 3, of: 9 }, disqualified: { count: 0, of: null } };
  const entered = (change: object) => refusalOfLevel(frame, { level: 'excellent', points: 95, measures: met, reason: null, ...change })?.code ?? 'ok';

  test('points below those of the level bar it, points above it do not', () => {
    expect(entered({})).toBe('ok');
    expect(entered({ points: 89.5 })).toBe('ratings.pointsTooFew');
    expect(entered({ level: 'good', points: 95 })).toBe('ok');
    expect(entered({ points: null })).toBe('ratings.pointsMissing');
  });

  test('a gate that fails bars the level, one of which nothing is known too', () => {
    expect(entered({ measures: { ...met, beyond: { count: 2, of: 9 } } })).toBe('ratings.gateFailed');
    expect(entered({ measures: { tasksOnTime: met.tasksOnTime } })).toBe('ratings.gateUnknown');
    expect(entered({ level: 'good', measures: { tasksOnTime: met.tasksOnTime } })).toBe('ok');
  });

  test('a gate whose paper was not read word for word is passed with a reason', () => {
    const measures = { ...met, disqualified: { count: 1, of: null } };
    expect(entered({ measures })).toBe('ratings.reasonMissing');
    expect(entered({ measures, reason: 'Tự phát hiện và đã khắc phục' })).toBe('ok');
    expect(findingsOf(frame, { level: 'notFulfilled', measures })).toEqual([]);
  });

  test('a level that the frame does not have is none', () => {
    expect(entered({ level: 'exemplary' })).toBe('ratings.levelUnknown');
  });
});

describe('a rating', () => {
  test('goes from the self-rating by appraisal to the decision', () => {
    const self = rateSelf(rating, assessment(), frame) as Rating;
    const appraised = appraise(self, assessment({ stated: allMet }), frame) as Rating;
    expect([rating, self, appraised].map(stateOfRating)).toEqual(['waitingSelf', 'waitingAppraisal', 'waitingDecision']);
    expect(codeOf(rateSelf(appraised, assessment(), frame))).toBe('ratings.appraisedAlready');
    const decided = decide(appraised, decision(), frame) as Rating;
    expect(stateOfRating(decided)).toBe('decided');
    expect(codeOf(decide(decided, decision(), frame))).toBe('ratings.isDecided');
    expect(codeOf(appraise(decided, assessment(), frame))).toBe('ratings.isDecided');
  });

  test('needs points for every criterion, none above its highest, each once', () => {
    const [tasks, rest] = assessment().points;
    expect(codeOf(rateSelf(rating, assessment({ points: [tasks!] }), frame))).toBe('ratings.criterionMissing');
    expect(codeOf(rateSelf(rating, assessment({ points: [tasks!, { ...rest!, points: 31 }] }), frame))).toBe('ratings.pointsTooMany');
    expect(codeOf(rateSelf(rating, assessment({ points: [tasks!, { ...rest!, criterion: 'other' }] }), frame))).toBe('ratings.criterionUnknown');
    expect(codeOf(rateSelf(rating, assessment({ points: [tasks!, tasks!] }), frame))).toBe('ratings.criterionUnknown');
  });

  test('has points with where each comes from: a number that is known, or a paper', () => {
    const [tasks, rest] = assessment().points;
    expect(codeOf(rateSelf(rating, assessment({ found: [] }), frame))).toBe('ratings.proofMissing');
    expect(codeOf(rateSelf(rating, assessment({ found: [], stated: allMet }), frame))).toBe('ok');
    expect(codeOf(rateSelf(rating, assessment({ points: [tasks!, { ...rest!, proof: null }] }), frame))).toBe('ratings.proofMissing');
    expect(codeOf(rateSelf(rating, assessment({ points: [tasks!, { ...rest!, points: 0, proof: null }] }), frame))).toBe('ok');
  });

  test('is decided with another total than the appraisal’s for a reason alone', () => {
    const appraised = { ...rating, appraisal: assessment({ stated: allMet }) };
    expect(codeOf(decide(appraised, decision({ points: 96 }), frame))).toBe('ratings.pointsDiffer');
    expect(codeOf(decide(appraised, decision({ points: 96, reason: 'Ban Thường vụ cho thêm 2 điểm' }), frame))).toBe('ok');
  });

  test('takes no fact that cannot be', () => {
    for (const stated of [{ ...allMet[0]!, count: 13 }, { ...allMet[0]!, of: null }, { ...allMet[2]!, of: 3 }]) expect(codeOf(appraise(rating, assessment({ stated: [stated] }), frame))).toBe('ratings.factImpossible');
  });

  test('is judged by the superior’s word before the records, by these before its own', () => {
    const stated = (count: number) => assessment({ stated: [{ code: 'tasksOnTime', count, of: 10, source: 'x' }] });
    const found = [{ code: 'tasksOnTime', count: 8, of: 10 }];
    expect(measuresOf({ self: stated(10), appraisal: null }, found).tasksOnTime).toEqual({ count: 8, of: 10 });
    expect(measuresOf({ self: stated(10), appraisal: stated(9) }, found).tasksOnTime).toEqual({ count: 9, of: 10 });
    expect(measuresOf({ self: stated(10), appraisal: null }, []).tasksOnTime).toEqual({ count: 10, of: 10 });
  });

  test('that was decided changes by a correction or is taken back, by nothing else', () => {
    const decided = decide({ ...rating, appraisal: assessment({ stated: allMet }) }, decision(), frame) as Rating;
    expect(codeOf(exclude(decided, { why: 'exempt', reason: null, on: day('2026-12-01') }))).toBe('ratings.isDecided');
    expect((correctDecision(decided, decision({ level: 'good' }), frame) as Rating).decision?.level).toBe('good');
    expect((takeBack(decided) as Rating).decision).toBeNull();
    expect(codeOf(correctDecision(rating, decision(), frame))).toBe('ratings.notDecided');
  });

  test('of somebody who is not rated is neither entered nor decided', () => {
    const out = exclude(rating, { why: 'suspended', reason: null, on: day('2026-12-01') }) as Rating;
    expect(codeOf(decide(out, decision(), frame))).toBe('ratings.isExcluded');
    expect(codeOf(rateSelf(out, assessment(), frame))).toBe('ratings.isExcluded');
    expect(codeOf(exclude(rating, { why: 'other', reason: null, on: day('2026-12-01') }))).toBe('ratings.exclusionReasonMissing');
    expect(stateOfRating(include(out) as Rating)).toBe('waitingSelf');
  });
});

describe('frames', () => {
  const entry = (from: string, change: Partial<FrameEntry> = {}): FrameEntry => ({ id: newId(0), period: { from: day(from), to: null }, levels: [...frame.levels], gates: [...frame.gates], criteria: [...frame.criteria], cap: frame.cap, detail: null, document: from, confidence: 'read', ...change });

  test('of a Party organisation hold as long as the country’s under which they were set', () => {
    const own = entry('2025-10-01', { levels: null, gates: null, criteria: [{ code: 'all', most: 100, vi: 'Chung', en: 'All' }] });
    expect(frameFrom(entry('2025-08-30'), own)).toMatchObject({ criteria: [{ code: 'all' }], regime: { document: '2025-08-30' }, detail: { document: '2025-10-01' } });
    expect(frameFrom(entry('2026-01-01'), own)).toMatchObject({ criteria: [{ code: 'tasks' }, { code: 'rest' }], detail: { document: '2026-01-01' } });
  });

  test('add up to a hundred points, each criterion once', () => {
    const series = { subject: 'cell' as const, scopeUnitId: null, entries: [] };
    expect(codeOf(setFrame(series, entry('2026-01-01', { criteria: [frame.criteria[0]!] })))).toBe('ratings.frameNotWhole');
    expect(codeOf(setFrame(series, entry('2026-01-01', { criteria: [{ ...frame.criteria[0]!, most: 50 }, { ...frame.criteria[0]!, most: 50 }] })))).toBe('ratings.criterionTwice');
    expect(codeOf(setFrame(series, entry('2026-01-01')))).toBe('ok');
  });
});

describe('a season', () => {
  const season: Season = {
    id: newId(0), unitId: newId(0), year: 2026, about: 'units', groups: [{ code: 'a', name: 'A', override: null }], frames: { committee: frame }, drawnOn: day('2026-11-20'), closedOn: null, version: 1,
    selfDueOn: day('2026-12-05'), appraisalDueOn: day('2026-12-15'), decisionDueOn: day('2026-12-31'),
  };

  test('has its deadlines in their order, none before the year', () => {
    expect(refusalOfDeadlines(season, 2026)).toBeUndefined();
    expect(refusalOfDeadlines({ ...season, selfDueOn: day('2025-12-31') }, 2026)?.code).toBe('ratings.dueBeforeYear');
    expect(refusalOfDeadlines({ ...season, appraisalDueOn: day('2026-12-01') }, 2026)?.code).toBe('ratings.dueOutOfOrder');
  });

  test('keeps the groups it has, and closes when all is decided', () => {
    expect(codeOf(changeSeason(season, { ...season, groups: [{ code: 'b', name: 'B', override: null }] }))).toBe('ratings.groupGone');
    expect(codeOf(closeSeason(season, { on: day('2026-12-31'), undecided: 2 }))).toBe('ratings.undecidedLeft');
    expect(closeSeason(season, { on: day('2026-12-31'), undecided: 0 })).toMatchObject({ closedOn: '2026-12-31' });
  });
});
