import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contextFor } from '../../../../test/world/world.ts';
import { computeFigure } from '../../../figures/server/index.ts';
import { day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import type { Problem } from '../../../platform/problem.ts';
import { officerOf, openPeopleWorld, type PeopleWorld, type PersonId, type UnitId } from '../../people/test/people.world.ts';
import { postContract } from '../post.contract.ts';
import { appointPerson } from '../server/post.commands.ts';

interface Done { actId: string; postId: string; tenureId: string }
interface PostItem { id: string; kind: string; unit: { id: UnitId }; holders: { person: { id: PersonId }; tenureId: string; concurrent: { kind: string; unit: { id: UnitId } }[] }[]; vacant: number; vacantSince: string | null }

let it: PeopleWorld;
let an: PersonId;
let binh: PersonId;
let cuc: PersonId;

beforeAll(async () => {
  it = await openPeopleWorld();
  const { build, units } = it;
  [an, binh, cuc] = [await build.person({ name: 'Nguyễn Văn An', birth: '1975-03-09' }), await build.person({ name: 'Trần Thị Bình' }), await build.person({ name: 'Lê Thị Cúc' })];
  await build.member(an, units.cellA1, { from: '2005-01-01', recognised: '2006-01-01' });
  await build.member(binh, units.cellA1, { from: '2010-01-01', recognised: '2011-01-01' });
  const seat = async (unit: UnitId, kind: Parameters<typeof build.post>[1], person: PersonId, from: string) => build.tenure(person, await build.post(unit, kind), { from });
  await seat(units.cellA1, 'secretary', an, '2020-01-01');
  await seat(units.villageA1, 'village_head', an, '2021-06-01');
  await seat(units.cellA1, 'deputy_secretary', binh, '2020-01-01');
  await seat(units.frontA1, 'front_board_head', binh, '2020-03-01');
  await seat(units.villageA2, 'village_head', cuc, '2022-01-01');
  await seat(units.communeA, 'secretary', an, '2023-01-01');
  await seat(units.committeeA, 'peoples_committee_chair', binh, '2023-01-01');
  await build.post(units.villageB1, 'village_head');
  await build.derive();
});
afterAll(() => it.close());

const officerA = () => officerOf(it.units.communeA);
const board = () => officerOf(it.units.province, 'board_officer');
const postsOf = async (unitId: UnitId, asOf?: string) => (await it.ask<{ items: PostItem[] }>(officerA(), postContract.ofUnit, { unitId, asOf })).items;

interface Log { items: { id: string; kind: string; person: { fullName: string } | null; post: { kind: string; unit: { name: string } }; undoneAt: string | null; mayUndo: boolean }[] }

test('a post created by mistake is listed with its unit, taken back there, and stays told as taken back', async () => {
  const officer = officerA();
  const log = (who = officer) => it.ask<Log>(who, postContract.actsOfUnit, { unitId: it.units.placeA }).then(({ items }) => items);
  const { actId, postId } = await it.ask<Done>(officer, postContract.create, { unitId: it.units.placeA, kind: 'front_chair', from: '2024-01-01' });
  const closed = await it.ask<Done>(officer, postContract.close, { id: postId, lastDay: '2024-06-30' });
  expect(await log()).toMatchObject([{ kind: 'closed', mayUndo: true }, { kind: 'created', mayUndo: false, post: { kind: 'front_chair', unit: { name: 'Xã An' } } }]);
  expect((await log(officerOf(it.units.placeA, 'cell_secretary', 'unit'))).map(({ mayUndo }) => mayUndo)).toEqual([false, false]);
  await it.ask(officer, postContract.undo, { actId: closed.actId });
  await it.ask(officer, postContract.undo, { actId });
  expect(await postsOf(it.units.placeA, '2024-03-01')).toEqual([]);
  expect((await log()).map(({ undoneAt, mayUndo }) => [undoneAt !== null, mayUndo])).toEqual([[true, false], [true, false]]);
  expect(await it.refusal(officerOf(it.units.communeB), postContract.actsOfUnit, { unitId: it.units.placeA })).toBe('404 platform.notFound');
});

test('what was recorded about the posts of a person is listed as far as the reader sees the unit', async () => {
  const officer = officerA();
  const { postId } = await it.ask<Done>(officer, postContract.create, { unitId: it.units.placeA, kind: 'youth_secretary', from: '2024-01-01' });
  const { actId } = await it.ask<Done>(officer, postContract.appoint, { id: postId, personId: cuc, period: { from: '2024-02-01', to: null } });
  const log = (who = officer) => it.ask<Log>(who, postContract.actsOfPerson, { personId: cuc }).then(({ items }) => items);
  expect(await log()).toMatchObject([{ id: actId, kind: 'filled', person: { fullName: 'Lê Thị Cúc' }, mayUndo: true }]);
  expect(await log(officerOf(it.units.communeB))).toEqual([]);
  await it.ask(officer, postContract.undo, { actId });
  expect(await log()).toMatchObject([{ mayUndo: false }]);
});

describe('acts', () => {
  test('a post is created, filled, left, corrected and undone, and its history keeps corrections apart', async () => {
    const officer = officerA();
    const { postId, actId: created } = await it.ask<Done>(officer, postContract.create, { unitId: it.units.cellA2, kind: 'secretary', from: '2024-01-01' });
    const filled = await it.ask<Done>(officer, postContract.appoint, { id: postId, personId: an, period: { from: '2024-02-01', to: null }, how: 'elected', decision: '7-QĐ/ĐU' });
    expect(await it.refusal(officer, postContract.appoint, { id: postId, personId: binh, period: { from: '2024-03-01', to: null } })).toBe('409 posts.noSeat');
    expect(await it.refusal(officer, postContract.appoint, { id: postId, personId: an, period: { from: '2024-03-01', to: null } })).toBe('409 posts.alreadyHolds');
    expect(await it.refusal(officer, postContract.appoint, { id: postId, personId: binh, period: { from: '2023-01-01', to: '2023-06-30' } })).toBe('409 posts.outsidePost');
    expect(await it.refusal(officer, postContract.close, { id: postId, lastDay: '2025-01-01' })).toBe('409 posts.stillHeld');
    const left = await it.ask<Done>(officer, postContract.endTenure, { id: postId, tenureId: filled.tenureId, lastDay: '2025-06-30', reason: 'transferred' });
    expect(await postsOf(it.units.cellA2)).toMatchObject([{ holders: [], vacant: 1, vacantSince: '2025-07-01' }]);
    const corrected = await it.ask<Done>(officer, postContract.correct, { id: postId, tenureId: filled.tenureId, reason: 'Nhập nhầm ngày', right: { period: { from: '2024-02-10', to: '2025-06-30' } } });
    expect(await it.refusal(officer, postContract.correct, { id: postId, tenureId: filled.tenureId, reason: 'Không nêu gì' })).toBe('409 posts.nothingCorrected');
    const { items } = await it.ask<{ items: { kind: string; nature: string; reason: string | null; mayUndo: boolean }[] }>(officer, postContract.history, { id: postId });
    expect(items.map(({ kind, nature }) => [kind, nature])).toEqual([['corrected', 'correction'], ['left', 'change'], ['filled', 'change'], ['created', 'change']]);
    expect(items.map(({ mayUndo }) => mayUndo)).toEqual([true, false, false, false]);
    expect(await it.refusal(officer, postContract.undo, { actId: left.actId })).toBe('409 posts.notLastAct');
    for (const actId of [corrected.actId, left.actId, filled.actId, created]) await it.ask(officer, postContract.undo, { actId });
    expect(await postsOf(it.units.cellA2)).toEqual([]);
  });

  test('a mistaken entry is taken out as a correction', async () => {
    const { postId } = await it.ask<Done>(officerA(), postContract.create, { unitId: it.units.cellA2, kind: 'committee_member', seats: 3, from: '2024-01-01' });
    const { tenureId } = await it.ask<Done>(officerA(), postContract.appoint, { id: postId, personId: cuc, period: { from: '2024-01-01', to: null } });
    await it.ask(officerA(), postContract.correct, { id: postId, tenureId, reason: 'Nhầm người', remove: true });
    expect((await postsOf(it.units.cellA2)).find(({ id }) => id === postId)).toMatchObject({ holders: [], vacant: 3 });
  });

  test('acts are refused out of reach, without the verb, in the future and for units that did not stand', async () => {
    const create = { unitId: it.units.cellB1, kind: 'secretary', from: '2024-01-01' };
    expect(await it.refusal(officerA(), postContract.create, create)).toBe('404 platform.notFound');
    expect(await it.refusal(officerOf(it.units.cellB1, 'cell_secretary', 'unit'), postContract.create, create)).toBe('403 platform.forbidden');
    expect(await it.refusal(board(), postContract.create, { ...create, from: '2026-11-21' })).toBe('409 posts.inFuture');
    expect(await it.refusal(board(), postContract.create, { ...create, from: '1999-12-31' })).toBe('409 posts.unitNotThere');
    expect(await it.refusal(board(), postContract.create, { unitId: it.units.cellA2, kind: 'peoples_committee_chair', from: '2024-01-01' })).toBe('409 posts.notOfUnit');
    expect(await it.refusal(officerA(), postContract.ofUnit, { unitId: it.units.cellB1 })).toBe('404 platform.notFound');
  });

  test('one seat is given once, also when two give it at the same moment', async () => {
    const { postId } = await it.ask<Done>(officerA(), postContract.create, { unitId: it.units.villageA2, kind: 'deputy_village_head', from: '2024-01-01' });
    const answers = await Promise.all([binh, cuc].map((personId) => it.send(officerA(), postContract.appoint, { id: postId, personId, period: { from: '2024-01-01', to: null } })));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  });
});

describe('reads', () => {
  test('the posts of a unit show holders with the posts that they hold besides', async () => {
    const [secretary] = (await postsOf(it.units.cellA1)).filter(({ kind }) => kind === 'secretary');
    expect(secretary?.holders[0]?.concurrent.map(({ kind }) => kind).toSorted()).toEqual(['secretary', 'village_head']);
    expect(await postsOf(it.units.villageA1, '2021-05-31')).toMatchObject([{ vacant: 1, vacantSince: '2000-01-01' }]);
  });

  test('posts are listed by kind and vacancy, page after page', async () => {
    const heads = await it.ask<{ items: PostItem[]; next: string | null }>(board(), postContract.list, { kind: 'village_head', limit: 2 });
    const rest = await it.ask<{ items: PostItem[]; next: string | null }>(board(), postContract.list, { kind: 'village_head', limit: 2, cursor: heads.next });
    expect([...heads.items, ...rest.items].map(({ unit }) => unit.id).toSorted()).toEqual([it.units.villageA1, it.units.villageA2, it.units.villageB1].toSorted());
    expect(rest.next).toBeNull();
    const vacant = await it.ask<{ items: PostItem[] }>(board(), postContract.list, { kind: 'village_head', vacant: true });
    expect(vacant.items.map(({ unit }) => unit.id)).toEqual([it.units.villageB1]);
    const ofCommune = await it.ask<{ items: PostItem[] }>(board(), postContract.list, { kind: 'village_head', unitId: it.units.communeA });
    expect(ofCommune.items).toHaveLength(2);
  });

  test('the exported list holds what the list holds, one line for each post, and the export is recorded', async () => {
    const { body } = await it.send(board(), postContract.export, { format: 'csv', kind: 'village_head', asOf: '2024-01-01' });
    expect(body.split('\r\n')).toEqual([
      '\uFEFFĐơn vị;Chức danh;Người giữ;Giữ từ ngày;Số lượng;Còn khuyết;Khuyết từ ngày',
      'Thôn Đông;Trưởng thôn;;;1;1;01/01/2000', 'Thôn Hạ;Trưởng thôn;Lê Thị Cúc;01/01/2022;1;0;', 'Thôn Thượng;Trưởng thôn;Nguyễn Văn An;01/06/2021;1;0;',
    ]);
    expect((await it.send(board(), postContract.export, { format: 'csv', language: 'en', vacant: true, unitId: it.units.communeB })).body.split('\r\n').slice(1)).toEqual(['Thôn Đông,Village head,,,1,1,01/01/2000']);
    const events = await rows(it.world.db, sql<{ unit_id: string | null; data: object }>`select unit_id, data from events where type = 'post.exported' order by seq`);
    expect(events).toEqual([
      { unit_id: null, data: { kind: ['village_head'], asOf: '2024-01-01', format: 'csv', count: 3 } },
      { unit_id: it.units.communeB, data: { unitId: it.units.communeB, vacant: true, format: 'csv', count: 1 } },
    ]);
  });

  test('whoever reads posts but may not export gets no file', async () => {
    expect(await it.refusal(officerOf(it.units.cellA1, 'cell_secretary'), postContract.export, { format: 'csv' })).toBe('403 platform.forbidden');
  });

  test('the board of unified posts says who is both, by commune and village', async () => {
    const { items } = await it.ask<{ items: { commune: { name: string }; secretaryIsChair: boolean; secretaries: { id: PersonId }[]; chairs: { id: PersonId }[]; villages: { village: { name: string }; secretaryIsHead: boolean; deputyIsFrontHead: boolean }[]; summary: object }[] }>(officerA(), postContract.unified, {});
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ commune: { name: 'Xã An' }, secretaryIsChair: false, secretaries: [{ id: an }], chairs: [{ id: binh }], summary: { villages: 2, secretaryIsHead: 1, deputyIsFrontHead: 1 } });
    expect(items[0]?.villages).toMatchObject([{ village: { name: 'Thôn Hạ' }, secretaryIsHead: false }, { village: { name: 'Thôn Thượng' }, secretaryIsHead: true, deputyIsFrontHead: true }]);
    const before = await it.ask<{ items: { summary: { secretaryIsHead: number } }[] }>(officerA(), postContract.unified, { asOf: '2021-05-31' });
    expect(before.items[0]?.summary.secretaryIsHead).toBe(0);
  });

  test('the heads board says who is a member, since when, and sums by commune', async () => {
    interface Heads { items: { person: { id: PersonId }; standing: string; since: string; age: number | null; alsoSecretary: boolean }[]; communes: object[]; next: string | null }
    const heads = await it.ask<Heads>(board(), postContract.heads, {});
    expect(heads.items).toMatchObject([{ person: { id: cuc }, standing: 'none', since: '2022-01-01', age: null }, { person: { id: an }, standing: 'full', since: '2021-06-01', age: 51, alsoSecretary: true }]);
    expect(heads.communes).toMatchObject([{ commune: { name: 'Xã An' }, heads: 2, members: 1, notMembers: 1, vacant: 0 }, { commune: { name: 'Xã Bình' }, heads: 0, members: 0, notMembers: 0, vacant: 1 }]);
    expect((await it.ask<Heads>(board(), postContract.heads, { member: false })).items.map(({ person }) => person.id)).toEqual([cuc]);
    const first = await it.ask<Heads>(board(), postContract.heads, { limit: 1 });
    const second = await it.ask<Heads>(board(), postContract.heads, { limit: 1, cursor: first.next });
    expect([...first.items, ...second.items].map(({ person }) => person.id)).toEqual([cuc, an]);
    expect(second.communes).toEqual([]);
  });

  test('the posts of a person are those in reach', async () => {
    const all = await it.ask<{ items: { kind: string }[] }>(board(), postContract.ofPerson, { personId: binh });
    expect(all.items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['deputy_secretary', 'front_board_head', 'peoples_committee_chair']));
    const some = await it.ask<{ items: { kind: string }[] }>(officerOf(it.units.cellA1, 'cell_secretary', 'unit'), postContract.ofPerson, { personId: binh });
    expect(some.items.map(({ kind }) => kind)).toEqual(['deputy_secretary']);
  });
});

test('a seat that an import is just filling is not given again', async () => {
  const { postId } = await it.ask<Done>(officerA(), postContract.create, { unitId: it.units.villageA2, kind: 'deputy_village_head', from: '2024-06-01' });
  const tx = await it.world.db.startTransaction().execute();
  await sql`insert into tenures (home_id, id, person_id, post_id, valid) values (0, ${newId(0)}, ${cuc}, ${postId}, '[2024-06-01,)')`.execute(tx);
  const appointed = it.refusal(officerA(), postContract.appoint, { id: postId, personId: binh, period: { from: '2024-06-01', to: null } });
  await new Promise((resolve) => setTimeout(resolve, 300));
  await tx.commit().execute();
  expect(await appointed).toBe('409 posts.noSeat');
});

test('two officers at once do not overfill a post: the second waits for the first', async () => {
  const { postId } = await it.ask<Done>(officerA(), postContract.create, { unitId: it.units.villageA2, kind: 'deputy_village_head', from: '2024-07-01' });
  const period = { from: day('2024-07-01'), to: null };
  const transactions = [await it.world.db.startTransaction().execute(), await it.world.db.startTransaction().execute()];
  const appointing = transactions.map((db, index) => appointPerson({ ...contextFor(it.world, officerA()), db }, { id: postId as Id<'post'>, personId: [binh, cuc][index]!, period, how: null, decision: null }));
  const ended = appointing.map((work, index) => work.then(() => transactions[index]!.commit().execute(), async (problem: Problem) => {
    await transactions[index]!.rollback().execute();
    return problem.code;
  }));
  expect((await Promise.all(ended)).filter((code) => code === 'posts.noSeat')).toHaveLength(1);
  expect(await rows(it.world.db, sql`select from tenures where post_id = ${postId}`)).toHaveLength(1);
});

describe('a post ends with its unit', () => {
  let ending: UnitId;
  let deputy: Id<'post'>;

  beforeAll(async () => {
    ending = await it.build.unit({ kind: 'village', name: 'Thôn sắp giải thể', parent: it.units.placeA, to: '2026-06-30' });
    deputy = await it.build.post(ending, 'deputy_village_head');
    await it.build.post(ending, 'village_head');
    await it.build.lineage(ending, it.units.villageA1, '2026-07-01');
    await it.build.derive();
  });

  test('nobody is appointed or put right to stay longer than it stands, and no post is opened in it', async () => {
    const appoint = { id: deputy, personId: an };
    expect(await it.refusal(officerA(), postContract.create, { unitId: ending, kind: 'committee_member', from: '2026-06-01' })).toBe('409 posts.unitEnds');
    expect(await it.refusal(officerA(), postContract.appoint, { ...appoint, period: { from: '2026-06-01', to: null } })).toBe('409 posts.unitEnds');
    expect(await it.refusal(officerA(), postContract.appoint, { ...appoint, period: { from: '2026-07-01', to: null } })).toBe('409 posts.unitNotThere');
    const { tenureId } = await it.ask<Done>(officerA(), postContract.appoint, { ...appoint, period: { from: '2026-06-01', to: '2026-06-30' } });
    expect(await it.refusal(officerA(), postContract.correct, { id: deputy, tenureId, reason: 'Nhập nhầm ngày', right: { period: { from: '2026-06-01', to: null } } })).toBe('409 posts.unitEnds');
  });

  test('what was recorded before the unit was dissolved is not put back beyond its last day', async () => {
    const village = await it.build.unit({ kind: 'village', name: 'Thôn Giữa', parent: it.units.placeA });
    const post = await it.build.post(village, 'deputy_village_head');
    await it.build.derive();
    const { tenureId } = await it.ask<Done>(officerA(), postContract.appoint, { id: post, personId: an, period: { from: '2024-01-01', to: null } });
    const left = await it.ask<Done>(officerA(), postContract.endTenure, { id: post, tenureId, lastDay: '2025-06-30', reason: 'unit_dissolved' });
    await sql`update unit_versions set valid = daterange(lower(valid), '2025-07-01') where unit_id = ${village}`.execute(it.world.owner.db);
    expect(await it.refusal(officerA(), postContract.undo, { actId: left.actId })).toBe('409 posts.unitEnds');
  });

  test('the day after it is neither listed nor vacant: in the list, at the unit, on the board and in the figure', async () => {
    const vacancies = async (asOf: string, boundaries: 'day' | 'today') =>
      (await computeFigure(contextFor(it.world, board()), { figure: 'posts.vacancies', unit: it.units.placeA, on: day(asOf), boundaries })).value.count;
    const vacantOn = async (asOf: string) => {
      const list = await it.ask<{ items: PostItem[] }>(board(), postContract.list, { kind: 'village_head', unitId: it.units.communeA, vacant: true, asOf });
      const heads = await it.ask<{ communes: { vacant: number }[] }>(officerA(), postContract.heads, { asOf });
      return { listed: list.items.length, atUnit: (await postsOf(ending, asOf)).length, onBoard: heads.communes[0]?.vacant };
    };
    expect(await vacantOn('2026-06-30')).toEqual({ listed: 1, atUnit: 2, onBoard: 1 });
    expect(await vacantOn('2026-07-01')).toEqual({ listed: 0, atUnit: 0, onBoard: 0 });
    for (const boundaries of ['day', 'today'] as const) {
      expect((await vacancies('2026-06-30', boundaries)) - (await vacancies('2026-07-01', boundaries))).toBe(1);
    }
  });
});
