/** What an act may not leave behind: a unit without a place, people and posts outside the life of their unit. */
import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { buildIn, type Build } from '../../../../test/world/build.ts';
import { actorWith, openWorld, testKeys, type World } from '../../../../test/world/world.ts';
import type { Actor } from '../../../platform/context.ts';
import { flushEvents } from '../../../platform/events.ts';
import { buildKernel } from '../../../platform/http/kernel.ts';
import type { Id } from '../../../platform/ids.ts';
import { findUnitFaults, unitRefusals, unitRoutes } from '../server/index.ts';

type UnitId = Id<'unit'>;

let world: World;
let build: Build;
let app: FastifyInstance;
let party: UnitId;
let commune: UnitId;
let elsewhere: UnitId;
let actor: Actor;

beforeAll(async () => {
  world = await openWorld();
  build = buildIn(world, 0);
  party = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã', parent: party });
  elsewhere = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã bên', parent: party });
  actor = actorWith([{ role: 'board_officer', unitId: party }]);
  app = await buildKernel({ db: world.db, keys: testKeys, log: pino({ level: 'silent' }), routes: unitRoutes, refusals: unitRefusals, findActor: async () => actor, flushEvents, clock: () => new Date('2026-11-20T03:00:00Z') });
});

afterAll(async () => {
  await app.close();
  await world.close();
});

async function act(url: string, payload: object) {
  const response = await app.inject({ method: 'POST', url: `/api/${url}`, payload });
  const body = response.json();
  return { status: response.statusCode, code: body.problem?.code, data: body.problem?.data, actId: body.actId as string };
}

async function cell(span: { from?: string; to?: string } = {}): Promise<UnitId> {
  const id = await build.unit({ kind: 'cell', name: 'Chi bộ thôn', parent: commune, ...span });
  await build.derive();
  return id;
}

describe('a unit has its place on every day of its life', () => {
  test('moved out of its tree it is refused, and stays where it was', async () => {
    const id = await cell();
    expect(await act(`units/${id}/move`, { on: '2026-01-01', hierarchy: 'party', parentId: null })).toMatchObject({ status: 409, code: 'unit.orphan', data: { name: 'Chi bộ thôn', on: '2026-01-01' } });
    expect((await app.inject({ url: `/api/units/${id}` })).statusCode).toBe(200);
    expect(await findUnitFaults(world.db)).toEqual([]);
  });

  test('founded under a unit of another tree, or turned into a kind of another tree, it is refused', async () => {
    const founded = await act('units', { facts: { name: 'Chi bộ lạc', kind: 'cell' }, from: '2020-01-01', parents: [{ hierarchy: 'territory', parentId: commune }] });
    const turned = await act(`units/${await cell()}/change`, { on: '2026-01-01', facts: { kind: 'village' } });
    expect([founded.code, turned.code]).toEqual(['unit.orphan', 'unit.orphan']);
  });

  test('a board may hang by what it belongs to, which is then not dissolved before it', async () => {
    const land = await build.unit({ kind: 'province', name: 'Tỉnh' });
    const place = await build.unit({ kind: 'commune', name: 'Xã', parent: land });
    const village = await build.unit({ kind: 'village', name: 'Thôn', parent: place });
    const board = await build.unit({ kind: 'front_board', name: 'Ban công tác Mặt trận' });
    await build.relation(party, 'leads', land);
    await build.relation(board, 'belongs_to', village);
    await build.derive();
    expect(await findUnitFaults(world.db)).toEqual([]);
    expect(await act(`units/${village}/dissolve`, { on: '2026-06-30' })).toMatchObject({ code: 'unit.orphan', data: { name: 'Ban công tác Mặt trận', on: '2026-07-01' } });
    expect((await act(`units/${board}/unrelate`, { on: '2026-01-01', relation: 'belongs_to', otherId: village })).code).toBe('unit.orphan');
    expect((await act(`units/${board}/dissolve`, { on: '2026-06-30' })).status).toBe(200);
    expect((await act(`units/${village}/dissolve`, { on: '2026-06-30' })).status).toBe(200);
  });

  test('nobody moves a topmost unit out of the own reach, where no undo would find it', async () => {
    const centre = await build.unit({ kind: 'front_committee', name: 'Ủy ban Mặt trận tỉnh' });
    const below = await build.unit({ kind: 'front_committee', name: 'Ủy ban Mặt trận xã', parent: centre });
    await build.relation(centre, 'belongs_to', party);
    await build.derive();
    expect((await act(`units/${below}/move`, { on: '2026-01-01', hierarchy: 'front', parentId: null })).code).toBe('unit.outOfReach');
    expect((await app.inject({ url: `/api/units/${below}` })).statusCode).toBe(200);
  });
});

describe('nothing is left outside the life of its unit', () => {
  test('a founding day after members, posts and units under it began is refused with their number', async () => {
    const id = await cell({ from: '2010-01-01' });
    const person = await build.person();
    await build.member(person, id, { from: '2012-01-01' });
    await build.tenure(person, await build.post(id, 'secretary', { from: '2012-01-01' }), { from: '2012-01-01' });
    const correct = { on: '2020-01-01', reason: 'nhập nhầm', foundedOn: '2013-01-01' };
    expect(await act(`units/${id}/correct`, correct)).toMatchObject({ status: 409, code: 'unit.holdsOutside', data: { children: 0, members: 1, posts: 1, tenures: 1 } });
    expect((await act(`units/${id}/correct`, { ...correct, foundedOn: '2012-01-01' })).status).toBe(200);
    expect((await act(`units/${commune}/correct`, { ...correct, foundedOn: '2013-01-01' })).data.children).toBeGreaterThan(0);
  });

  test('a founding day after the end of an earlier place is refused, not an error of the database', async () => {
    const id = await cell({ from: '2010-01-01' });
    await act(`units/${id}/move`, { on: '2012-01-01', hierarchy: 'party', parentId: elsewhere });
    expect(await act(`units/${id}/correct`, { on: '2020-01-01', reason: 'nhập nhầm', foundedOn: '2013-01-01' })).toMatchObject({ status: 409, code: 'unit.endsBeforeFounding' });
  });

  test('a cell with members does not become something else', async () => {
    const id = await cell();
    await build.member(await build.person(), id);
    expect(await act(`units/${id}/change`, { on: '2026-01-01', facts: { kind: 'grassroots_party' } })).toMatchObject({ code: 'unit.holdsOutside', data: { members: 1 } });
  });

  test('a dissolution before a post was created is refused; one after it is not', async () => {
    const id = await cell();
    await build.post(id, 'secretary', { from: '2026-03-01' });
    expect(await act(`units/${id}/dissolve`, { on: '2026-02-28' })).toMatchObject({ code: 'unit.stillHolds', data: { posts: 1 } });
    expect((await act(`units/${id}/dissolve`, { on: '2026-03-31' })).status).toBe(200);
  });

  test('a dissolution waits for whoever is just putting somebody in, and then counts him', async () => {
    const id = await cell();
    const person = await build.person();
    const membership = await build.membership(person, {});
    const tx = await world.db.startTransaction().execute();
    await sql`select from units where id = ${id} for key share`.execute(tx);
    const dissolution = act(`units/${id}/dissolve`, { on: '2026-06-30' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await sql`insert into placements (home_id, id, person_id, membership_id, cell_id, kind, valid) values (0, ${membership}, ${person}, ${membership}, ${id}, 'official', '[2026-06-01,)')`.execute(tx);
    await tx.commit().execute();
    expect(await dissolution).toMatchObject({ code: 'unit.stillHolds', data: { members: 1 } });
  });
});

test('parents and successors out of reach keep their names and say that there is no page', async () => {
  const old = await cell({ to: '2025-06-30' });
  const next = await build.unit({ kind: 'cell', name: 'Chi bộ thôn mới', parent: elsewhere });
  await build.lineage(old, next, '2025-07-01', 'part');
  await build.derive();
  const officer = actor;
  actor = actorWith([{ role: 'office_officer', unitId: commune }]);
  const page = (await app.inject({ url: `/api/units/${old}` })).json();
  const above = (await app.inject({ url: `/api/units/${commune}` })).json();
  actor = officer;
  expect(page.parents).toMatchObject([{ parent: { id: commune, readable: true } }]);
  expect(page.successors).toMatchObject([{ unit: { name: 'Chi bộ thôn mới', readable: false } }]);
  expect(above.parents).toMatchObject([{ parent: { name: 'Đảng bộ tỉnh', readable: false } }]);
  expect((await app.inject({ url: `/api/units/${old}` })).json().successors).toMatchObject([{ unit: { readable: true } }]);
});
