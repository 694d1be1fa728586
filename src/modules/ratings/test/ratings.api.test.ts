/** Ratings through their procedures: a province's season with gates and cap, decisions at once and one by one, a wrong one corrected, former years. */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, testKeys, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { enterAppraisal, enterEarlier, enterSelf, excludeRating, includeRating } from '../server/rating.commands.ts';
import { correctRating, decideRatings, regroupRatings, takeBackRating } from '../server/rating.decisions.ts';
import { factsOf } from '../server/rating.facts.ts';
import { endFrame, setFrame, undoFrame } from '../server/rating.frame.commands.ts';
import { getFrame, listFrameActs, listFrames } from '../server/rating.frame.reads.ts';
import { ownRatings, ratingsOfPerson, ratingsOfUnit } from '../server/rating.history.ts';
import { resealRatings } from '../server/rating.reseal.ts';
import { listRatings, readRating } from '../server/rating.reads.ts';
import { changeSeason, closeSeason, dropSeason, openSeason, redrawSeason, reopenSeason } from '../server/rating.season.commands.ts';
import { listSeasons, readSeason } from '../server/rating.season.reads.ts';

type RatingId = Id<'rating'>;
type SeasonId = Id<'ratingSeason'>;
type Line = Omit<Awaited<ReturnType<typeof listRatings>>['items'][number], 'id'> & { readonly id: RatingId };

const communes = 12;

let world: World;
let province: Id<'unit'>;
let units: Id<'unit'>[];
let cell: Id<'unit'>;
let member: Id<'person'>;
let exempted: Id<'person'>;
let board: Ctx;
let office: Ctx;
let elsewhere: Ctx;
let secretary: Ctx;
let own: Ctx;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  units = [];
  for (let at = 1; at <= communes; at += 1) units.push(await build.unit({ kind: 'commune_party', name: `Đảng bộ xã ${String(at).padStart(2, '0')}`, parent: province }));
  cell = await build.unit({ kind: 'cell', name: 'Chi bộ thôn', parent: units[0]! });
  member = await build.person({ name: 'Nguyễn Văn An' });
  await build.member(member, cell);
  exempted = await build.person({ name: 'Trần Thị Bình' });
  await build.member(exempted, cell);
  await build.exemption(exempted, { from: '2026-01-01' });
  const late = await build.person({ name: 'Lê Văn Cường' });
  await build.member(late, cell, { from: '2026-09-01' });
  await build.tenure(member, await build.post(units[0]!, 'secretary'));
  await build.derive();
  board = contextFor(world, actorWith([{ role: 'board_officer', unitId: province }]));
  office = contextFor(world, actorWith([{ role: 'office_officer', unitId: units[0]! }]));
  elsewhere = contextFor(world, actorWith([{ role: 'office_officer', unitId: units[1]! }]));
  secretary = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: cell }]));
  own = contextFor(world, actorWith([{ role: 'member' }], member));
});
afterAll(() => world.close());

const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code ?? String(error));
const dues = { selfDueOn: day('2026-12-05'), appraisalDueOn: day('2026-12-15'), decisionDueOn: day('2026-12-31') };
const open = (ctx: Ctx, change: Partial<Parameters<typeof openSeason>[1]> = {}) => act(ctx, (inside) => openSeason(inside, { unitId: province, year: 2026, about: 'units', ...dues, ...change }));
const lines = async (ctx: Ctx, seasonId: SeasonId, asked: Partial<Parameters<typeof listRatings>[1]> = {}): Promise<Line[]> => (await listRatings(ctx, { seasonId, limit: 50, ...asked })).items.map((item) => ({ ...item, id: item.id as RatingId }));
const line = async (seasonId: SeasonId, at: number): Promise<Line> => (await lines(board, seasonId))[at]!;
const good = [{ criterion: 'politics', points: 14 }, { criterion: 'organisation', points: 18 }, { criterion: 'inspection', points: 9 }, { criterion: 'tasks', points: 42 }, { criterion: 'remedies', points: 9 }].map((one) => ({ fact: null, proof: null, ...one }));
const stated = (change: Record<string, number> = {}) => [
  { code: 'tasksOnTime' as const, count: 10, of: 10 }, { code: 'beyond' as const, count: 4, of: 10 }, { code: 'shortcomingsRemedied' as const, count: 2, of: 2 }, { code: 'disciplinedBelow' as const, count: 0, of: null },
].map((one) => ({ ...one, count: change[one.code] ?? one.count, source: 'Báo cáo 21-BC/ĐU' }));
const assessed = (level: Line['self'] = 'excellent', change: Record<string, number> = {}) => ({ level: level!, points: good, stated: stated(change), note: null });
const appraiseAll = async (seasonId: SeasonId) => {
  for (const { id, version, state } of await lines(board, seasonId)) if (state !== 'decided') await act(board, (ctx) => enterAppraisal(ctx, { id, version, ...assessed() }));
};
const deciding = (seasonId: SeasonId, items: { id: RatingId; version: number; level: 'excellent' | 'good' | 'fulfilled' | 'notFulfilled' }[]) => ({ seasonId, document: '31-QĐ/TU', on: day('2026-11-20'), items: items.map((item) => ({ points: null, reason: null, ...item })) });

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
  });

  test('takes a self-rating from the commune, an appraisal from the province alone', async () => {
    const { id, version } = await line(season, 0);
    expect(await code(act(elsewhere, (ctx) => enterSelf(ctx, { id, version, ...assessed() })))).toBe('platform.notFound');
    const done = await act(office, (ctx) => enterSelf(ctx, { id, version, ...assessed() }));
    expect(await code(act(office, (ctx) => enterSelf(ctx, { id, version, ...assessed() })))).toBe('platform.stale');
    expect(await code(act(office, (ctx) => enterAppraisal(ctx, { id, version: done.version, ...assessed('good') })))).toBe('platform.forbidden');
    await act(board, (ctx) => enterAppraisal(ctx, { id, version: done.version, ...assessed('good') }));
    expect(await line(season, 0)).toMatchObject({ state: 'waitingDecision', self: 'excellent', selfPoints: 92, appraisal: 'good' });
  });

  test('keeps what is proposed from the commune until it is decided', async () => {
    const [mine] = await lines(office, season);
    expect(mine).toMatchObject({ self: 'excellent', appraisal: null, appraisalPoints: null, state: 'waitingAppraisal' });
    expect(await readRating(office, { id: mine!.id })).toMatchObject({ appraisal: null, self: { total: 92 }, may: ['rating.rateSelf'] });
    expect(await readRating(board, { id: mine!.id })).toMatchObject({ appraisal: { level: 'good' }, may: ['rating.rateSelf', 'rating.appraise', 'rating.decide'] });
    expect((await readSeason(office, { id: season })).may).toEqual([]);
    expect((await readSeason(board, { id: season })).may).toEqual(['rating.decide', 'rating.record', 'record.export']);
  });

  test('refuses a level whose gate fails or is unknown, with points too few, and more than the cap', async () => {
    await appraiseAll(season);
    const [first, second] = await lines(board, season);
    await act(board, (ctx) => enterAppraisal(ctx, { id: second!.id, version: second!.version, ...assessed('excellent', { shortcomingsRemedied: 1 }) }));
    const decide = async (items: Parameters<typeof deciding>[1]) => code(act(board, (ctx) => decideRatings(ctx, deciding(season, items))));
    const fresh = await line(season, 1);
    expect(fresh.gates.filter(({ state }) => state === 'failed')).toEqual([{ fact: 'shortcomingsRemedied', state: 'failed', count: 1, of: 2 }]);
    expect(await decide([{ id: fresh.id, version: fresh.version, level: 'excellent' }])).toBe('ratings.gateFailed');
    expect(await decide([{ id: first!.id, version: first!.version, level: 'excellent' }])).toBe('ratings.overCap');
    expect(await code(act(board, (ctx) => decideRatings(ctx, { ...deciding(season, [{ id: first!.id, version: first!.version, level: 'good' }]), on: day('2026-12-01') })))).toBe('ratings.decidedInFuture');
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
    await appraiseAll(season);
    const [, one, other, ...rest] = (await lines(board, season)).map(({ id, version }) => ({ id, version, level: 'good' as const }));
    await act(board, (ctx) => decideRatings(ctx, deciding(season, rest.slice(0, 5))));
    const high = (item: { id: RatingId; version: number }) => code(act(board, (ctx) => decideRatings(ctx, deciding(season, [{ ...item, level: 'excellent' }]))));
    expect((await Promise.all([high(one!), high(other!)])).toSorted()).toEqual(['done', 'ratings.overCap']);
    expect((await readSeason(board, { id: season })).groups[0]?.cap).toMatchObject({ most: 1, used: 1, left: 0 });
  });
});

describe('a season of members', () => {
  let season: SeasonId;
  beforeAll(async () => { season = (await open(office, { unitId: units[0]!, about: 'members' })).id; });

  test('rates whoever leads as a leader; the exempt and the newly admitted are not rated, with the reason', async () => {
    expect((await lines(office, season)).map(({ person, kind, state, exclusion }) => [person?.name, kind, state, exclusion?.why])).toEqual([
      ['Nguyễn Văn An', 'leader', 'waitingSelf', undefined], ['Trần Thị Bình', 'member', 'excluded', 'exempt'], ['Lê Văn Cường', 'member', 'excluded', 'admittedLately'],
    ]);
  });

  test('is the cell’s to propose for, the committee’s to decide; each sees nobody else’s', async () => {
    const [mine] = await lines(secretary, season);
    const points = [{ criterion: 'conduct', points: 19 }, { criterion: 'discipline', points: 14 }, { criterion: 'leading', points: 19 }, { criterion: 'tasks', points: 33 }, { criterion: 'remedies', points: 9 }].map((one) => ({ fact: null, proof: null, ...one }));
    const done = await act(secretary, (ctx) => enterSelf(ctx, { id: mine!.id, version: mine!.version, level: 'good', points, stated: [], note: null }));
    const facts = [{ code: 'tasksOnTime' as const, count: 5, of: 5, source: 'Sổ theo dõi' }];
    expect(await code(act(secretary, (ctx) => enterAppraisal(ctx, { id: mine!.id, version: done.version, level: 'good', points, stated: facts, note: null })))).toBe('platform.forbidden');
    const appraised = await act(office, (ctx) => enterAppraisal(ctx, { id: mine!.id, version: done.version, level: 'good', points, stated: facts, note: null }));
    expect((await ownRatings(own, { limit: 10 })).items).toEqual([]);
    await act(office, (ctx) => decideRatings(ctx, deciding(season, [{ id: mine!.id, version: appraised.version, level: 'good' }])));
    expect((await ownRatings(own, { limit: 10 })).items).toMatchObject([{ year: 2026, level: 'good', points: 94 }]);
    for (const ctx of [elsewhere, board, contextFor(world, actorWith([{ role: 'member' }], exempted)), contextFor(world, actorWith([{ role: 'office_officer', unitId: province }]))]) {
      expect(await code(readRating(ctx, { id: mine!.id }))).toBe('platform.notFound');
      expect(await code(listRatings(ctx, { seasonId: season, limit: 10 }))).toBe('platform.notFound');
      expect(await ratingsOfPerson(ctx, { personId: member, limit: 10 }).then(({ items }) => items, () => [])).toEqual([]);
      expect(await code(readSeason(ctx, { id: season }))).toBe('platform.notFound');
    }
    expect((await ownRatings(contextFor(world, actorWith([{ role: 'member' }], exempted)), { limit: 10 })).items).toEqual([]);
    expect((await ratingsOfPerson(secretary, { personId: member, limit: 10 })).items).toHaveLength(1);
  });

  test('is sealed in what is written of people, the acts on it too; counted stays what it was', async () => {
    const [{ id }] = await lines(office, season) as [Line];
    const [row] = await rows(world.owner.db, sql<{ open: string; sealed: Buffer }>`select concat(r.exclusion, r.self, r.appraisal, r.decision) as open, r.sealed from ratings r where r.id = ${id}`);
    expect(row!.open).not.toMatch(/points|source|stated|reason|found/);
    const acts = await rows(world.owner.db, sql<{ before: object; after: object; reason: string | null }>`select a.before, a.after, a.reason from rating_acts a join ratings r on r.id = a.rating_id where r.person_id is not null`);
    expect(new Set(acts.map((one) => JSON.stringify(one)))).toEqual(new Set(['{"before":{},"after":{},"reason":null}']));
    expect((await readRating(office, { id })).appraisal?.stated).toMatchObject([{ source: 'Sổ theo dõi' }]);
    expect((await readRating(office, { id })).trace).toMatchObject([{ kind: 'decided', after: { level: 'good', points: 94 } }]);
    const keys = { ...testKeys, sealing: [...testKeys.sealing, { id: 250, key: randomBytes(32) }] };
    expect(await resealRatings({ db: world.db, keys })).toBe(6);
    expect(await readRating({ ...office, keys }, { id })).toMatchObject({ decision: { level: 'good', points: 94 }, trace: [{ after: { points: 94 } }] });
    expect(await resealRatings({ db: world.db, keys: { ...keys, sealing: keys.sealing.toReversed() } })).toBe(6);
  });

  test('is for nobody to appraise or decide who is rated himself', async () => {
    const [mine] = await lines(office, season);
    const himself = contextFor(world, actorWith([{ role: 'office_officer', unitId: units[0]! }], member));
    const { id, version } = mine!;
    const as = (work: (ctx: Ctx) => Promise<unknown>) => code(act(himself, work));
    expect(await as((ctx) => correctRating(ctx, { id, version, level: 'good', points: null, document: '1-QĐ/ĐU', on: day('2026-11-20'), why: 'x', reason: null }))).toBe('ratings.ownRating');
    expect(await as((ctx) => takeBackRating(ctx, { id, version, why: 'x' }))).toBe('ratings.ownRating');
    expect(await as((ctx) => decideRatings(ctx, deciding(season, [{ id, version, level: 'good' }])))).toBe('ratings.ownRating');
    expect(await as((ctx) => excludeRating(ctx, { id, version, why: 'exempt', reason: null }))).toBe('ratings.ownRating');
    expect(await as((ctx) => includeRating(ctx, { id, version }))).toBe('ratings.ownRating');
    expect(await as((ctx) => enterAppraisal(ctx, { id, version, level: 'good', points: [], stated: [], note: null }))).toBe('ratings.ownRating');
    expect(await as((ctx) => enterEarlier(ctx, { unitId: cell, personId: member, year: 2022, level: 'good', points: null, document: '1-QĐ/ĐU', on: day('2023-01-05') }))).toBe('ratings.ownRating');
    expect((await readRating(himself, { id })).may).toEqual(['rating.rateSelf']);
  });

  test('takes somebody in or out with the reason, and adds whoever came since', async () => {
    const [, second] = await lines(office, season);
    const back = await act(office, (ctx) => includeRating(ctx, { id: second!.id, version: second!.version }));
    expect(await code(act(secretary, (ctx) => excludeRating(ctx, { id: second!.id, version: back.version, why: 'suspended', reason: null })))).toBe('platform.forbidden');
    await act(office, (ctx) => excludeRating(ctx, { id: second!.id, version: back.version, why: 'suspended', reason: 'Quyết định 05-QĐ/ĐU' }));
    const build = buildIn(world);
    await build.member(await build.person({ name: 'Phạm Văn Dũng' }), cell);
    expect(await act(office, (ctx) => redrawSeason(ctx, { id: season }))).toMatchObject({ added: 1 });
    expect(await lines(office, season, { search: 'dung' })).toHaveLength(1);
    expect(await lines(office, season, { state: ['excluded'] })).toHaveLength(2);
  });
});

describe('what the records say', () => {
  test('is counted of tasks due in the year; where there is none nothing is known', async () => {
    const [unit] = units.slice(5);
    const task = (due: string, settled: string | null) => sql`insert into tasks (home_id, id, unit_id, asked_by, title, due_on, state, settled_on, origin_kind, origin_id, given_on, stage, stage_on, version, recorded_at)
      values (0, ${newId(0)}, ${unit}, ${unit}, 'Nhiệm vụ', ${due}, ${settled ? 'done' : 'open'}, ${settled}, 'meeting', ${newId(0)}, '2024-01-01', 'assigned', '2024-01-01', 1, now())`.execute(world.owner.db);
    await task('2024-03-31', '2024-03-20');
    await task('2024-06-30', '2024-07-05');
    await task('2024-09-30', null);
    await task('2025-02-28', null);
    const facts = await factsOf(board, [{ id: newId<'rating'>(0), unitId: unit!, personId: null }], 2024);
    expect([...facts.values()].flat().map(({ code: fact, count, of }) => [fact, count, of])).toEqual([['tasksOnTime', 1, 3], ['tasksDone', 2, 3], ['tasksLate', 2, 3]]);
    expect([...(await factsOf(board, [{ id: newId<'rating'>(0), unitId: units[6]!, personId: null }], 2024)).values()]).toEqual([[]]);
  });

  test('is counted of shortcomings of the unit, those that were confirmed as remedied among them; what was found of a person is not told', async () => {
    const unit = units[7]!;
    const raiser = units[0]!;
    const noted = (found: string, closed: string | null, person: Id<'person'> | null = null) => sql`
      insert into shortcomings (home_id, id, unit_id, person_id, raised_by_id, found_in, found_on, topic, content, sealed, state, closed_on, words, version, recorded_at)
      values (0, ${newId(0)}, ${unit}, ${person}, ${raiser}, 'review', ${found}, 'cellMeeting', ${person ? null : '{}'}::jsonb, ${person ? Buffer.from('sealed') : null}, ${closed ? 'confirmed' : 'noted'}, ${closed}, ${person ? null : ''}::tsvector, 1, now())`.execute(world.owner.db);
    await noted('2023-10-01', '2023-12-20');
    await noted('2023-11-01', '2024-06-30');
    await noted('2024-02-01', '2025-01-15');
    await noted('2024-03-01', null);
    await noted('2025-03-01', null);
    await noted('2024-03-01', null, await buildIn(world).person());
    const facts = await factsOf(board, [{ id: newId<'rating'>(0), unitId: unit, personId: null }, { id: newId<'rating'>(0), unitId: unit, personId: await buildIn(world).person() }], 2024);
    expect([...facts.values()].map((found) => found.map(({ code: fact, count, of }) => [fact, count, of]))).toEqual([[['shortcomingsRemedied', 1, 3]], []]);
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
    expect((await listSeasons(contextFor(world, actorWith([{ role: 'office_officer', unitId: cell }])), { limit: 50 })).items.map(({ about }) => about)).toEqual(['members']);
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
