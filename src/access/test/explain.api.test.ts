import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIn } from '../../../test/world/build.ts';
import { openWorld, type World } from '../../../test/world/world.ts';
import type { Id } from '../../platform/ids.ts';
import { giveAccount, giveRole, serve, type GivenAccount, type Server } from './access.world.ts';
import { buildMember, buildPlaces, type Places } from './places.ts';

let world: World;
let server: Server;
let places: Places;
let person: Id<'person'>;
let board: GivenAccount;
let office: GivenAccount;
let secretary: GivenAccount;
let member: GivenAccount;
let stranger: GivenAccount;
let neighbour: GivenAccount;

beforeAll(async () => {
  world = await openWorld();
  server = await serve(world);
  places = await buildPlaces(world);
  person = await buildMember(world, places.cell);
  [board, office, secretary] = [await giveAccount(world, { name: 'a-ban' }), await giveAccount(world, { name: 'b-xa' }), await giveAccount(world, { name: 'c-chibo' })];
  await giveRole(world, board, { role: 'board_officer', unitId: places.province });
  await giveRole(world, office, { role: 'office_officer', unitId: places.commune });
  await giveRole(world, secretary, { role: 'cell_secretary', unitId: places.cell, reach: 'unit' });
  member = await giveAccount(world, { name: 'd-dangvien', personId: person });
  await giveRole(world, member, { role: 'member' });
  stranger = await giveAccount(world, { name: 'e-nguoila' });
  neighbour = await giveAccount(world, { name: 'f-xaben' });
  await giveRole(world, neighbour, { role: 'office_officer', unitId: places.sibling });
});
afterAll(async () => {
  await server.app.close();
  await world.close();
});

interface Viewers {
  readonly items: readonly { account: { name: string }; chain: { role: string; reach: string; unit: { name: string }; path: { name: string }[] } }[];
  readonly next: string | null;
}

async function viewers(path: string, as: GivenAccount): Promise<Viewers> {
  return (await server.get(path, as)).body as unknown as Viewers;
}

describe('who sees a person', () => {
  test('is told with role, place and the way down', async () => {
    const { items, next } = await viewers(`/api/access/people/${person}/viewers`, office);
    expect(items.map((item) => [item.account.name, item.chain.role, item.chain.path.map((unit) => unit.name).join(' > ')])).toEqual([
      ['a-ban', 'board_officer', 'Đảng bộ tỉnh > Đảng bộ xã > Chi bộ thôn Thượng'],
      ['b-xa', 'office_officer', 'Đảng bộ xã > Chi bộ thôn Thượng'],
      ['c-chibo', 'cell_secretary', 'Chi bộ thôn Thượng'],
    ]);
    expect(next).toBeNull();
  });

  test('is told to the person too, page by page', async () => {
    const first = await viewers('/api/access/me/viewers?limit=2', member);
    const second = await viewers(`/api/access/me/viewers?limit=2&cursor=${first.next}`, member);
    expect([...first.items, ...second.items].map((item) => item.account.name)).toEqual(['a-ban', 'b-xa', 'c-chibo']);
    expect(second.next).toBeNull();
  });

  test('those who held the person’s cell before, and those of the unit of a post, see him as well', async () => {
    const build = buildIn(world);
    const head = await build.person();
    await build.tenure(head, await build.post(places.siblingCell, 'secretary'), { to: '2025-01-01' });
    const { items } = await viewers(`/api/access/people/${head}/viewers`, board);
    expect(items.map((item) => item.account.name)).toEqual(['a-ban', 'f-xaben']);
  });

  test('is no business of strangers and neighbours', async () => {
    expect((await server.get(`/api/access/people/${person}/viewers`, stranger)).status).toBe(403);
    expect((await server.get(`/api/access/people/${person}/viewers`, neighbour)).status).toBe(404);
    expect((await server.get(`/api/access/people/${person}/viewers`, secretary)).status).toBe(403);
    expect((await server.get('/api/access/me/viewers', stranger)).status).toBe(403);
  });
});

describe('why an account sees something', () => {
  test('is a list of chains; none where it does not', async () => {
    const ask = async (account: GivenAccount, what: string, as = board) => (await server.get(`/api/access/explain?accountId=${account.id}&${what}`, as)).body as unknown as { sees: boolean; isSelf: boolean; chains: { path: unknown[] }[] };
    expect(await ask(office, `personId=${person}`)).toMatchObject({ sees: true, isSelf: false, chains: [{ role: 'office_officer', path: [{ name: 'Đảng bộ xã' }, { name: 'Chi bộ thôn Thượng' }] }] });
    expect(await ask(member, `personId=${person}`)).toMatchObject({ sees: true, isSelf: true, chains: [] });
    expect(await ask(neighbour, `personId=${person}`)).toEqual({ sees: false, isSelf: false, chains: [] });
    expect(await ask(office, `unitId=${places.village}`)).toMatchObject({ sees: true, chains: [{ path: [{ name: 'Đảng bộ xã' }, { name: 'Chi bộ thôn Thượng' }, { name: 'Thôn Thượng' }] }] });
    expect(await ask(office, `unitId=${places.predecessorCell}`)).toMatchObject({ sees: true });
  });

  test('needs exactly one thing to explain, and a thing within reach', async () => {
    expect((await server.get(`/api/access/explain?accountId=${office.id}`, board)).status).toBe(400);
    expect((await server.get(`/api/access/explain?accountId=${office.id}&unitId=${places.cell}&personId=${person}`, board)).status).toBe(400);
    expect((await server.get(`/api/access/explain?accountId=${office.id}&unitId=${places.cell}`, neighbour)).status).toBe(404);
    expect((await server.get(`/api/access/explain?accountId=${person}&unitId=${places.cell}`, board)).status).toBe(404);
  });
});

describe('assignments are listed', () => {
  test('to those in whose reach they lie, never to strangers', async () => {
    const names = async (as: GivenAccount) => ((await server.get('/api/assignments', as)).body['items'] as unknown as { account: { name: string } }[]).map((item) => item.account.name);
    expect(await names(board)).toEqual(['a-ban', 'b-xa', 'c-chibo', 'f-xaben']);
    expect(await names(office)).toEqual(['b-xa', 'c-chibo']);
    expect((await server.get(`/api/assignments?unitId=${places.commune}`, neighbour)).body['items']).toEqual([]);
    expect((await server.get(`/api/assignments?accountId=${office.id}`, neighbour)).body['items']).toEqual([]);
    expect((await server.get('/api/assignments', stranger)).status).toBe(403);
  });

  test('roles are listed with what each may do and whether the caller may give it', async () => {
    const gives = async (as: GivenAccount, query = '') => ((await server.get(`/api/assignments/roles${query}`, as)).body['items'] as unknown as { code: string; mayGive: boolean }[]).filter((role) => role.mayGive).map((role) => role.code);
    expect(await gives(office)).toEqual(['office_officer', 'cell_secretary', 'assigned_cadre', 'member']);
    expect(await gives(board)).toEqual(['board_officer', 'office_officer', 'cell_secretary', 'assigned_cadre', 'member']);
    expect(await gives(office, `?unitId=${places.sibling}`)).toEqual([]);
  });
});
