/** Ratings of people through their procedures: whose business they are, who proposes and who decides, what of them lies sealed, who moves. */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, testKeys } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { enterAppraisal, enterEarlier, enterOwn, enterSelf, excludeRating, includeRating } from '../server/rating.commands.ts';
import { correctRating, decideRatings, takeBackRating } from '../server/rating.decisions.ts';
import { ownRatings, ratingsOfPerson } from '../server/rating.history.ts';
import { listRatings, readOwnOpen, readRating } from '../server/rating.reads.ts';
import { resealRatings } from '../server/rating.reseal.ts';
import { redrawSeason } from '../server/rating.season.commands.ts';
import { listSeasons, readSeason } from '../server/rating.season.reads.ts';
import { code, deciding, lines, openIn, openRatingWorld, type Line, type RatingWorld, type SeasonId } from './rating.world.ts';

let world: RatingWorld['world'];
let province: RatingWorld['province'];
let units: RatingWorld['units'];
let cell: RatingWorld['cell'];
let member: RatingWorld['member'];
let exempted: RatingWorld['exempted'];
let board: Ctx;
let office: Ctx;
let elsewhere: Ctx;
let secretary: Ctx;
let own: Ctx;

beforeAll(async () => {
  ({ world, province, units, cell, member, exempted, board, office, elsewhere, secretary, own } = await openRatingWorld());
});
afterAll(() => world.close());

describe('a season of members', () => {
  let season: SeasonId;
  beforeAll(async () => { season = (await openIn(office, { unitId: units[0]!, about: 'members' })).id; });

  test('rates whoever leads as a leader; the exempt and the newly admitted are not rated, with the reason', async () => {
    expect((await lines(office, season)).map(({ person, kind, state, exclusion }) => [person?.name, kind, state, exclusion?.why])).toEqual([
      ['Nguyễn Văn An', 'leader', 'waitingSelf', undefined], ['Trần Thị Bình', 'member', 'excluded', 'exempt'], ['Lê Văn Cường', 'member', 'excluded', 'admittedLately'],
    ]);
  });

  test('is the cell’s to propose for, the committee’s to decide; each sees nobody else’s', async () => {
    const [mine] = await lines(secretary, season);
    const points = [{ criterion: 'conduct', points: 19 }, { criterion: 'discipline', points: 14 }, { criterion: 'leading', points: 19 }, { criterion: 'tasks', points: 33 }, { criterion: 'remedies', points: 9 }].map((one) => ({ fact: null, proof: 'Bản tự kiểm điểm', ...one }));
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

  test('is for the person to begin, who alone rates himself where he has an account', async () => {
    const [, , third] = await lines(office, season);
    const { id, version } = await act(office, (ctx) => includeRating(ctx, { id: third!.id, version: third!.version }));
    const himself = contextFor(world, actorWith([{ role: 'member' }], third!.person!.id as Id<'person'>));
    const points = [{ criterion: 'conduct', points: 19 }, { criterion: 'discipline', points: 14 }, { criterion: 'tasks', points: 50 }, { criterion: 'remedies', points: 9 }].map((one) => ({ fact: null, proof: 'Bản tự kiểm điểm', ...one }));
    const given = { id, version, level: 'good' as const, points, stated: [], note: null };
    await sql`insert into accounts (id, name, display_name, password_hash, must_change_password, sample, version, person_id, created_at) values (${newId(0)}, 'cuong', 'Lê Văn Cường', 'x', false, false, 1, ${third!.person!.id}, now())`.execute(world.owner.db);
    expect(await code(act(secretary, (ctx) => enterSelf(ctx, given)))).toBe('ratings.ratesHimself');
    expect(await code(act(own, (ctx) => enterOwn(ctx, given)))).toBe('platform.notFound');
    expect(await code(act(office, (ctx) => enterOwn(ctx, given)))).toBe('platform.notFound');
    expect(await readOwnOpen(himself)).toMatchObject({ items: [{ id, self: null, may: ['rating.rateOwn'], frame: { criteria: { length: 4 } } }] });
    const done = await act(himself, (ctx) => enterOwn(ctx, given));
    await act(office, (ctx) => enterAppraisal(ctx, { ...given, version: done.version, level: 'fulfilled' }));
    expect(await readOwnOpen(himself)).toMatchObject({ items: [{ self: { level: 'good', total: 92 }, appraisal: null, state: 'waitingAppraisal', may: [] }] });
    expect(await code(act(himself, (ctx) => enterOwn(ctx, { ...given, version: done.version + 1 })))).toBe('ratings.appraisedAlready');
    expect(await readOwnOpen(contextFor(world, actorWith([{ role: 'member' }])))).toEqual({ items: [] });
  });

  test('is told to the cell as the season in which its members are rated', async () => {
    expect((await listSeasons(contextFor(world, actorWith([{ role: 'office_officer', unitId: cell }])), { limit: 50 })).items.map(({ about }) => about)).toEqual(['members']);
  });

  test('lets go of whoever has moved and nothing is decided about: he is rated where he is now', async () => {
    const build = buildIn(world);
    const next = await build.unit({ kind: 'cell', name: 'Chi bộ mới', parent: units[1]! });
    const moving = await build.person({ name: 'Hoàng Văn Em' });
    const membership = await build.membership(moving, { from: '2020-01-01' });
    const placed = { person: moving, membership, cell, from: '2020-01-01' };
    await build.placement(placed);
    await build.derive();
    expect(await act(office, (ctx) => redrawSeason(ctx, { id: season }))).toMatchObject({ added: 1 });
    await sql`update placements set valid = '[2020-01-01,2026-11-11)' where person_id = ${moving}`.execute(world.owner.db);
    await build.placement({ ...placed, cell: next, from: '2026-11-11' });
    const { id: there } = await openIn(elsewhere, { unitId: units[1]!, about: 'members' });
    const [mine] = await lines(elsewhere, there);
    expect(mine).toMatchObject({ person: { name: 'Hoàng Văn Em' }, unit: { name: 'Chi bộ mới' }, state: 'waitingSelf' });
    expect(await lines(office, season, { search: 'hoang van em' })).toEqual([]);
    expect(await code(readRating(office, { id: mine!.id }))).toBe('platform.notFound');
    expect(await rows(world.owner.db, sql<{ kind: string }>`select kind from rating_acts where rating_id = ${mine!.id}`)).toEqual([{ kind: 'moved' }]);
    expect(await act(office, (ctx) => redrawSeason(ctx, { id: season }))).toMatchObject({ added: 0 });
  });
});

test('a season of leaders leaves out who is exempt, with the reason', async () => {
  await buildIn(world).exemption(member, { from: '2026-11-15' });
  const { id } = await openIn(board, { unitId: province, about: 'leaders' });
  expect(await lines(board, id)).toMatchObject([{ person: { name: 'Nguyễn Văn An' }, state: 'excluded', exclusion: { why: 'exempt' } }]);
});
