/** Ratings of organisations through their procedures: a province's season with gates and cap, decisions at once and one by one, a wrong one corrected, former years. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { enterAppraisal, enterEarlier, enterSelf } from '../server/rating.commands.ts';
import { correctRating, decideRatings, regroupRatings, takeBackRating } from '../server/rating.decisions.ts';
import { endFrame, setFrame, undoFrame } from '../server/rating.frame.commands.ts';
import { getFrame, listFrameActs, listFrames } from '../server/rating.frame.reads.ts';
import { ratingsOfPerson, ratingsOfUnit } from '../server/rating.history.ts';
import { readRating } from '../server/rating.reads.ts';
import { changeSeason, closeSeason, dropSeason, reopenSeason } from '../server/rating.season.commands.ts';
import { listSeasons, readSeason } from '../server/rating.season.reads.ts';
import { appraiseAll, assessed, code, communes, deciding, dues, good, lines, openIn, openRatingWorld, type Line, type RatingId, type RatingWorld, type SeasonId } from './rating.world.ts';

let world: RatingWorld['world'];
let province: RatingWorld['province'];
let units: RatingWorld['units'];
let cell: RatingWorld['cell'];
let exempted: RatingWorld['exempted'];
let board: Ctx;
let office: Ctx;
let elsewhere: Ctx;
let secretary: Ctx;

beforeAll(async () => {
  ({ world, province, units, cell, exempted, board, office, elsewhere, secretary } = await openRatingWorld());
});
afterAll(() => world.close());

const open = (ctx: Ctx, change: Partial<Parameters<typeof openIn>[1]> = {}) => openIn(ctx, { unitId: province, ...change });
const line = async (seasonId: SeasonId, at: number): Promise<Line> => (await lines(board, seasonId))[at]!;

describe('frames', () => {
  test('of four times stand beside each other: titles, four levels, gates, a hundred points', async () => {
    const at = async (asOf: string) => (await getFrame(board, { subject: 'committee', asOf: day(asOf) })).frame;
    expect((await at('2013-12-31'))?.levels.map(({ code: level }) => level)).toEqual(['exemplary', 'excellent', 'good', 'fulfilled', 'notFulfilled']);
    expect(await at('2022-12-31')).toMatchObject({ levels: [{ least: null }, {}, {}, {}], gates: [], cap: null, regime: { confidence: 'unconfirmed' } });
    expect((await at('2023-12-31'))?.gates).toMatchObject([{ fact: 'beyond', bound: 0.5 }, { fact: 'targetsReached' }, { fact: 'unitsDisciplined', bound: 0.2 }, { fact: 'disqualified' }]);
    expect(await at('2025-12-31')).toMatchObject({ levels: [{ least: 90 }, { least: 70 }, { least: 50 }, { least: 0 }], cap: { rate: 0.2, base: 'good', rounding: 'down' }, regime: { confidence: 'read' }, detail: { confidence: 'unconfirmed' } });
    for (const subject of ['committee', 'cell', 'leader', 'member'] as const) {
      const { frame } = await getFrame(board, { subject, asOf: day('2026-12-31') });
      expect(frame?.criteria.reduce((sum, { most }) => sum + most, 0), subject).toBe(100);
    }
  });

  test('of a province are its own criteria under the country’s levels, ended and undone', async () => {
    const criteria = [{ code: 'all', most: 100, vi: 'Tiêu chí chung', en: 'All' }];
    const set = (ctx: Ctx, scopeUnitId: Id<'unit'> | null) => act(ctx, (inside) => setFrame(inside, { scopeUnitId, subject: 'cell', from: day('2026-02-01'), to: null, criteria, cap: null, document: '07-HD/BTCTU', reason: null }));
    expect(await code(set(elsewhere, null))).toBe('platform.forbidden');
    const { actId } = await set(board, province);
    expect((await getFrame(board, { unitId: cell, subject: 'cell', asOf: day('2026-12-31') })).frame).toMatchObject({ criteria: [{ code: 'all' }], levels: [{ least: 90 }, {}, {}, {}], detail: { document: '07-HD/BTCTU' } });
    expect((await getFrame(board, { unitId: cell, subject: 'committee', asOf: day('2026-12-31') })).frame?.criteria).toHaveLength(5);
    const own_ = (await listFrames(board, { subject: 'cell', limit: 10 })).items.find(({ scope }) => scope !== null)!;
    const ended = await act(board, (ctx) => endFrame(ctx, { id: own_.id as Id<'ratingFrame'>, lastDay: day('2026-06-30'), reason: null }));
    expect((await getFrame(board, { unitId: cell, subject: 'cell', asOf: day('2026-12-31') })).frame?.criteria).toHaveLength(5);
    expect(await code(act(board, (ctx) => undoFrame(ctx, { actId })))).toBe('ratings.frameNotLast');
    for (const undoing of [ended.actId, actId]) await act(board, (ctx) => undoFrame(ctx, { actId: undoing }));
    expect((await listFrameActs(board, { subject: 'cell', limit: 10 })).items.map(({ undoneAt }) => undoneAt !== null)).toEqual([true, true]);
  });
});

describe('a season of a province', () => {
  let season: SeasonId;
  beforeAll(async () => { season = (await open(board)).id; });

  test('draws what lies directly below, grouped by what it is; once a year', async () => {
    expect((await lines(board, season)).map(({ unit }) => unit.name)).toEqual(Array.from({ length: communes }, (_, at) => `Đảng bộ xã ${String(at + 1).padStart(2, '0')}`));
    expect((await readSeason(board, { id: season })).groups).toMatchObject([{ code: 'commune_party', name: 'Đảng bộ xã', subjects: communes, undecided: communes, cap: { base: 0, most: 0, used: 0 } }]);
    expect(await code(open(board))).toBe('ratings.seasonThere');
    expect(await code(open(board, { year: 2027 }))).toBe('ratings.yearAhead');
    expect(await code(open(office))).toBe('platform.notFound');
    expect(await code(open(secretary, { unitId: cell, about: 'members' }))).toBe('platform.forbidden');
    expect(await code(open(board, { unitId: units[0]!, about: 'members' }))).toBe('platform.forbidden');
    expect(await code(open(board, { year: 2005, selfDueOn: day('2005-12-05') }))).toBe('ratings.noFrame');
  });

  test('takes a self-rating from the commune, an appraisal from the province alone', async () => {
    const { id, version } = await line(season, 0);
    expect(await code(act(elsewhere, (ctx) => enterSelf(ctx, { id, version, ...assessed() })))).toBe('platform.notFound');
    const done = await act(office, (ctx) => enterSelf(ctx, { id, version, ...assessed() }));
    expect(await code(act(office, (ctx) => enterSelf(ctx, { id, version, ...assessed() })))).toBe('platform.stale');
    const bare = good.map((one) => ({ ...one, proof: null }));
    expect(await code(act(office, (ctx) => enterSelf(ctx, { id, version: done.version, ...assessed(), points: bare })))).toBe('ratings.proofMissing');
    expect(await code(act(office, (ctx) => enterSelf(ctx, { id, version: done.version, ...assessed(), points: bare.map((one) => ({ ...one, fact: 'documents' })) })))).toBe('ratings.proofMissing');
    expect(await code(act(office, (ctx) => enterAppraisal(ctx, { id, version: done.version, ...assessed('good') })))).toBe('platform.forbidden');
    await act(board, (ctx) => enterAppraisal(ctx, { id, version: done.version, ...assessed('good') }));
    expect(await line(season, 0)).toMatchObject({ state: 'waitingDecision', self: 'excellent', selfPoints: 92, appraisal: 'good' });
  });

  test('keeps what is proposed from the commune until it is decided', async () => {
    const [mine] = await lines(office, season);
    expect(mine).toMatchObject({ self: 'excellent', appraisal: null, appraisalPoints: null, state: 'waitingAppraisal' });
    expect(await lines(office, season, { state: ['waitingDecision'] })).toEqual([]);
    expect(await lines(office, season, { state: ['waitingAppraisal'] })).toHaveLength(1);
    expect(await lines(board, season, { state: ['waitingDecision'] })).toHaveLength(1);
    expect(await readRating(office, { id: mine!.id })).toMatchObject({ appraisal: null, self: { total: 92 }, may: ['rating.rateSelf'] });
    expect(await readRating(board, { id: mine!.id })).toMatchObject({ appraisal: { level: 'good' }, may: ['rating.rateSelf', 'rating.appraise', 'rating.decide'] });
    expect((await readSeason(office, { id: season })).may).toEqual([]);
    expect((await readSeason(board, { id: season })).may).toEqual(['rating.decide', 'rating.record', 'record.export']);
  });

  test('refuses a level whose gate fails or is unknown, with points too few, and more than the cap', async () => {
    await appraiseAll(board, season);
    const [first, second] = await lines(board, season);
    await act(board, (ctx) => enterAppraisal(ctx, { id: second!.id, version: second!.version, ...assessed('excellent', { shortcomingsRemedied: 1 }) }));
    const decide = async (items: Parameters<typeof deciding>[1]) => code(act(board, (ctx) => decideRatings(ctx, deciding(season, items))));
    const fresh = await line(season, 1);
    expect(fresh.gates.filter(({ state }) => state === 'failed')).toEqual([{ fact: 'shortcomingsRemedied', state: 'failed', count: 1, of: 2 }]);
    expect(fresh.measures).toContainEqual({ fact: 'shortcomingsRemedied', count: 1, of: 2 });
    expect((await lines(office, season))[0]!.measures).toEqual([]);
    expect(await decide([{ id: fresh.id, version: fresh.version, level: 'excellent' }])).toBe('ratings.gateFailed');
    const both = [{ id: (await line(season, 2)).id, version: (await line(season, 2)).version, level: 'good' as const }, { id: fresh.id, version: fresh.version, level: 'excellent' as const, reason: 'Có lý do' }];
    await expect(act(board, (ctx) => decideRatings(ctx, deciding(season, both)))).rejects.toMatchObject({ code: 'ratings.gateFailed', data: { name: 'Đảng bộ xã 02', fact: 'shortcomingsRemedied' } });
    expect(await decide([{ id: first!.id, version: first!.version, level: 'excellent' }])).toBe('ratings.overCap');
    expect(await code(act(board, (ctx) => decideRatings(ctx, { ...deciding(season, [{ id: first!.id, version: first!.version, level: 'good' }]), on: day('2026-12-01') })))).toBe('ratings.decidedInFuture');
    expect(await code(act(board, (ctx) => decideRatings(ctx, { ...deciding(season, [{ id: first!.id, version: first!.version, level: 'good' }]), on: day('2025-12-31') })))).toBe('ratings.decidedBeforeYear');
    expect(await decide([{ id: first!.id, version: first!.version, level: 'good', points: 91 }])).toBe('ratings.pointsDiffer');
    expect(await code(act(office, (ctx) => decideRatings(ctx, deciding(season, [{ id: first!.id, version: first!.version, level: 'good' }]))))).toBe('platform.forbidden');
    expect(await code(act(elsewhere, (ctx) => decideRatings(ctx, deciding(season, [{ id: first!.id, version: first!.version, level: 'good' }]))))).toBe('platform.forbidden');
  });

  test('decides many at once, all or none, and tells what the cap leaves', async () => {
    const all = await lines(board, season);
    const barred = all[1]!;
    await act(board, (ctx) => enterAppraisal(ctx, { id: barred.id, version: barred.version, ...assessed('good') }));
    const ready = await lines(board, season);
    const items = ready.map(({ id, version }, at) => ({ id, version, level: at === 0 || at === 2 ? 'excellent' as const : 'good' as const }));
    const decide = (some: typeof items) => act(board, (ctx) => decideRatings(ctx, deciding(season, some)));
    expect(await code(decide(items.slice(0, 11)))).toBe('ratings.overCap');
    expect((await lines(board, season)).filter(({ state }) => state === 'decided')).toEqual([]);
    expect((await readSeason(board, { id: season })).groups[0]).toMatchObject({ undecided: 12, proposed: { base: 1, used: 11 } });
    await decide(items);
    expect((await readSeason(board, { id: season })).groups[0]).toMatchObject({ undecided: 0, cap: { base: 10, most: 2, used: 2, left: 0 } });
    expect(await lines(office, season)).toMatchObject([{ decision: { level: 'excellent', points: 92, document: '31-QĐ/TU' }, appraisal: 'excellent' }]);
  });

  test('corrects a wrong decision with trace, within the cap', async () => {
    const [first, second] = await lines(board, season);
    const correct = (ctx: Ctx, of: Line, level: 'excellent' | 'good' | 'fulfilled') => act(ctx, (inside) => correctRating(inside, { id: of.id, version: of.version, level, points: null, document: '35-QĐ/TU', on: day('2026-11-20'), why: 'Ghi nhầm dòng', reason: null }));
    expect(await code(correct(office, first!, 'good'))).toBe('platform.forbidden');
    expect(await code(correct(board, second!, 'excellent'))).toBe('ratings.overCap');
    expect(await code(correct(board, second!, 'fulfilled'))).toBe('ratings.gateUnknown');
    await correct(board, first!, 'good');
    expect((await readRating(board, { id: first!.id })).trace).toMatchObject([
      { kind: 'corrected', reason: 'Ghi nhầm dòng', before: { level: 'excellent', document: '31-QĐ/TU' }, after: { level: 'good', document: '35-QĐ/TU' } }, { kind: 'decided', before: null, after: { level: 'excellent' } },
    ]);
    await correct(board, (await line(season, 1)), 'excellent');
    expect((await ratingsOfUnit(office, { unitId: units[0]!, limit: 10 })).items).toMatchObject([{ year: 2026, level: 'good', isCorrected: true, rank: 2, ofLevels: 4 }]);
  });

  test('takes a decision back with its reason, where the cap still holds', async () => {
    const third = await line(season, 3);
    expect(await code(act(board, (ctx) => takeBackRating(ctx, { id: third.id, version: third.version, why: 'Chưa họp' })))).toBe('ratings.overCap');
    const high = await line(season, 2);
    await act(board, (ctx) => takeBackRating(ctx, { id: high.id, version: high.version, why: 'Chưa họp' }));
    expect(await line(season, 2)).toMatchObject({ state: 'waitingDecision', decision: null });
    expect(await code(act(board, (ctx) => closeSeason(ctx, { id: season })))).toBe('ratings.undecidedLeft');
  });

  test('lets a group have more by a decision with its paper; groups hold their own cap', async () => {
    const { version, groups } = await readSeason(board, { id: season });
    const override = { rate: 0.3, document: '40-QĐ/TU', on: day('2026-11-19'), reason: 'Đơn vị dẫn đầu phong trào' };
    const change = (given: Parameters<typeof changeSeason>[1]['groups']) => act(board, (ctx) => changeSeason(ctx, { id: season, version, ...dues, groups: given }));
    const { code: group, name } = groups[0]!;
    expect(await code(change([{ code: group, name, override: { ...override, rate: 0.05 } }]))).toBe('ratings.overCap');
    await change([{ code: group, name, override }, { code: 'wards', name: 'Phường', override: null }]);
    const high = await line(season, 2);
    await act(board, (ctx) => decideRatings(ctx, deciding(season, [{ id: high.id, version: high.version, level: 'excellent' }])));
    const decided = await line(season, 2);
    expect(await code(act(board, (ctx) => regroupRatings(ctx, { seasonId: season, group: 'wards', ids: [decided.id] })))).toBe('ratings.isDecided');
    expect(await code(act(board, (ctx) => regroupRatings(ctx, { seasonId: season, group: 'none', ids: [decided.id] })))).toBe('ratings.groupUnknown');
  });

  test('closes, takes nothing more but corrections, opens again', async () => {
    await act(board, (ctx) => closeSeason(ctx, { id: season }));
    const first = await line(season, 0);
    expect(await code(act(board, (ctx) => takeBackRating(ctx, { id: first.id, version: first.version, why: 'x' })))).toBe('ratings.seasonClosed');
    await act(board, (ctx) => correctRating(ctx, { id: first.id, version: first.version, level: 'good', points: 88, document: '35-QĐ/TU', on: day('2026-11-20'), why: 'Sửa điểm', reason: null }));
    expect((await readRating(board, { id: first.id })).decision).toMatchObject({ points: 88 });
    await act(board, (ctx) => reopenSeason(ctx, { id: season }));
    expect(await code(act(board, (ctx) => dropSeason(ctx, { id: season })))).toBe('ratings.seasonBegun');
  });
});

describe('two who decide at once', () => {
  test('never pass the cap together', async () => {
    const { id: season } = await open(board, { year: 2025, selfDueOn: day('2025-12-05'), appraisalDueOn: day('2025-12-15'), decisionDueOn: day('2025-12-31') });
    await appraiseAll(board, season);
    const [, one, other, ...rest] = (await lines(board, season)).map(({ id, version }) => ({ id, version, level: 'good' as const }));
    await act(board, (ctx) => decideRatings(ctx, deciding(season, rest.slice(0, 5))));
    const high = (item: { id: RatingId; version: number }) => code(act(board, (ctx) => decideRatings(ctx, deciding(season, [{ ...item, level: 'excellent' }]))));
    expect((await Promise.all([high(one!), high(other!)])).toSorted()).toEqual(['done', 'ratings.overCap']);
    expect((await readSeason(board, { id: season })).groups[0]?.cap).toMatchObject({ most: 1, used: 1, left: 0 });
  });
});

describe('former years', () => {
  test('are entered from their paper, once, with a level of their time', async () => {
    const enter = (change: Partial<Parameters<typeof enterEarlier>[1]>) => act(board, (ctx) => enterEarlier(ctx, { unitId: units[0]!, personId: null, year: 2022, level: 'excellent', points: null, document: '12-QĐ/HU', on: day('2023-01-05'), ...change }));
    await enter({});
    await enter({ year: 2013, level: 'exemplary', on: day('2014-01-10') });
    expect(await code(enter({}))).toBe('ratings.there');
    expect(await code(enter({ year: 2021, level: 'exemplary' }))).toBe('ratings.levelUnknown');
    expect(await code(enter({ unitId: newId(0) }))).toBe('platform.notFound');
    expect(await code(enter({ year: 2026, on: day('2026-11-01') }))).toBe('ratings.yearNotOver');
    expect(await code(enter({ year: 2019, on: day('2018-12-31') }))).toBe('ratings.decidedBeforeYear');
    expect(await code(act(office, (ctx) => enterEarlier(ctx, { unitId: units[0]!, personId: null, year: 2019, level: 'good', points: null, document: '1-QĐ/ĐU', on: day('2020-01-05') })))).toBe('platform.forbidden');
    const { id, version } = (await ratingsOfUnit(office, { unitId: units[0]!, limit: 10 })).items.map((one) => ({ id: one.id as RatingId, version: 1, year: one.year })).find(({ year }) => year === 2022)!;
    const correct = (ctx: Ctx) => code(act(ctx, (inside) => correctRating(inside, { id, version, level: 'excellent', points: null, document: '12-QĐ/HU', on: day('2023-01-06'), why: 'Sai ngày', reason: null })));
    expect(await correct(office)).toBe('platform.forbidden');
    expect(await correct(board)).toBe('done');
    expect((await readRating(office, { id })).may).toEqual([]);
    expect((await ratingsOfUnit(office, { unitId: units[0]!, limit: 10 })).items.map(({ year, rank, ofLevels, levelName }) => [year, rank, ofLevels, levelName.vi])).toEqual([
      [2026, 2, 4, 'Hoàn thành tốt nhiệm vụ'], [2022, 1, 4, 'Hoàn thành xuất sắc nhiệm vụ'], [2013, 1, 5, 'Trong sạch, vững mạnh tiêu biểu'],
    ]);
    expect(await code(ratingsOfUnit(elsewhere, { unitId: units[0]!, limit: 10 }))).toBe('platform.notFound');
  });

  test('go on after a merger, each under the name of its time', async () => {
    const build = buildIn(world);
    const former = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Cũ', parent: province, to: '2025-06-30' });
    const merged = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Mới', parent: province, from: '2025-07-01' });
    await sql`insert into unit_lineage (id, predecessor_id, successor_id, effective_on, share) values (${newId(0)}, ${former}, ${merged}, '2025-07-01', 'whole'), (${newId(0)}, ${units[3]!}, ${merged}, '2025-07-01', 'part')`.execute(world.owner.db);
    await build.derive();
    for (const unitId of [former, units[3]!]) await act(board, (ctx) => enterEarlier(ctx, { unitId, personId: null, year: 2023, level: 'good', points: null, document: '9-QĐ/TU', on: day('2024-01-05') }));
    const { items } = await ratingsOfUnit(contextFor(world, actorWith([{ role: 'office_officer', unitId: merged }])), { unitId: merged, limit: 10 });
    expect(items.map(({ year, unit }) => [year, unit.name])).toEqual([[2023, 'Đảng bộ xã Cũ']]);
  });

  test('of a person stand where the person was', async () => {
    const enter = (unitId: Id<'unit'>, by = office) => act(by, (ctx) => enterEarlier(ctx, { unitId, personId: exempted, year: 2023, level: 'good', points: null, document: '02-QĐ/ĐU', on: day('2024-01-05') }));
    expect(await code(enter(cell, secretary))).toBe('platform.forbidden');
    expect(await code(enter(cell, board))).toBe('platform.forbidden');
    expect(await code(enter(cell, elsewhere))).toBe('platform.notFound');
    await enter(cell);
    expect((await ratingsOfPerson(office, { personId: exempted, limit: 10 })).items).toMatchObject([{ year: 2023, level: 'good' }]);
  });
});

describe('what is of another', () => {
  test('is in no list, by no unit asked for, in no event’s data', async () => {
    const seasons = (await listSeasons(elsewhere, { limit: 50 })).items.map((item) => ({ ...item, id: item.id as SeasonId }));
    expect(seasons.map(({ unit, about }) => [unit.name, about])).toEqual([['Đảng bộ tỉnh', 'units'], ['Đảng bộ tỉnh', 'units']]);
    for (const { id } of seasons) {
      expect((await readSeason(elsewhere, { id })).groups).toEqual([]);
      expect((await lines(elsewhere, id)).map(({ unit }) => unit.id)).toEqual([units[1]]);
      expect(await lines(elsewhere, id, { search: 'xã 01' })).toEqual([]);
      expect(await lines(elsewhere, id, { level: ['excellent', 'good'] })).toEqual((await lines(elsewhere, id)).filter(({ decision }) => decision));
    }
    const told = await rows(world.owner.db, sql<{ data: object }>`select distinct data - 'year' - 'about' as data from events where type like 'rating.%'`);
    expect(told).toEqual([{ data: {} }]);
  });

  test('cannot be made up by an id', async () => {
    expect(await code(readRating(board, { id: newId<'rating'>(0) }))).toBe('platform.notFound');
    expect(await code(act(board, (ctx) => dropSeason(ctx, { id: newId<'ratingSeason'>(0) })))).toBe('platform.notFound');
  });

  test('is dropped with a season that nothing was entered in', async () => {
    const { id } = await open(board, { about: 'leaders' });
    expect(await lines(board, id)).toMatchObject([{ person: { name: 'Nguyễn Văn An' }, kind: 'leader', unit: { id: units[0] } }]);
    await act(board, (ctx) => dropSeason(ctx, { id }));
    expect(await code(readSeason(board, { id }))).toBe('platform.notFound');
  });
});
