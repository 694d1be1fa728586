import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIn } from '../../../test/world/build.ts';
import { openWorld, type World } from '../../../test/world/world.ts';
import { rows } from '../../platform/db/database.ts';
import type { Id } from '../../platform/ids.ts';
import { actorOf, giveAccount, giveRole, later, serve, start, type Answer, type GivenAccount, type Server } from './access.world.ts';
import { buildMember, buildPlaces, endUnit, moveUnit, type Places } from './places.ts';

let world: World;
let server: Server;
let places: Places;
let admin: GivenAccount;
let board: GivenAccount;
let office: GivenAccount;
let officeRole: Id<'assignment'>;

beforeAll(async () => {
  world = await openWorld();
  server = await serve(world);
  places = await buildPlaces(world);
  admin = await giveAccount(world, { name: 'quantri' });
  await giveRole(world, admin, { role: 'system_administrator' });
  board = await giveAccount(world, { name: 'ban' });
  await giveRole(world, board, { role: 'board_officer', unitId: places.province });
  office = await giveAccount(world, { name: 'xa' });
  officeRole = await giveRole(world, office, { role: 'office_officer', unitId: places.commune, to: '2027-12-31' });
});
afterAll(async () => {
  await server.app.close();
  await world.close();
});

interface Giver {
  readonly giver: GivenAccount;
  readonly unit: Id<'unit'>;
  readonly cell: Id<'unit'>;
}

interface Giving {
  readonly account: string;
  readonly role: string;
  readonly unitId?: string;
  readonly reach: string;
  readonly from?: string;
  readonly to?: string | null;
}

function grant(as: GivenAccount, giving: Giving): Promise<Answer> {
  return server.post('/api/assignments', { from: '2026-11-20', to: '2027-06-30', ...giving }, as);
}

function revoke(as: GivenAccount, id: unknown): Promise<Answer> {
  return server.post(`/api/assignments/${String(id)}/revoke`, {}, as);
}

function outcome(answer: Answer): [number, string | undefined] {
  return [answer.status, answer.body.problem?.code];
}

describe('giving a role', () => {
  test('inside what one holds is on one’s own behalf, and works from the next request', async () => {
    const other = await giveAccount(world);
    expect((await actorOf(world, other))!.grants).toEqual([]);
    const given = await grant(office, { account: other.name, role: 'cell_secretary', unitId: places.cell, reach: 'subtree' });
    expect(given.status).toBe(200);
    expect((await actorOf(world, other))!.grants).toMatchObject([{ role: 'cell_secretary', unitId: places.cell, reach: 'subtree' }]);
    const list = await server.get(`/api/assignments?accountId=${other.id}`, office);
    expect(list.body['items']).toMatchObject([{ onBehalfOf: officeRole, grantedBy: 'Người xa', live: true, may: ['revoke'], from: '2026-11-20', to: '2027-06-30' }]);
  });

  test('is refused beyond one’s verbs, reach, period, place, and to oneself', async () => {
    const other = await giveAccount(world);
    const fine = { account: other.name, role: 'cell_secretary', unitId: places.cell, reach: 'subtree' };
    expect(outcome(await grant(office, { ...fine, role: 'board_officer' }))).toEqual([403, 'access.beyondVerbs']);
    expect(outcome(await grant(office, { ...fine, role: 'system_administrator', reach: 'none', unitId: undefined as never }))).toEqual([403, 'access.personNotYours']);
    expect(outcome(await grant(office, { ...fine, to: null }))).toEqual([403, 'access.beyondPeriod']);
    expect(outcome(await grant(office, { ...fine, to: '2028-01-01' }))).toEqual([403, 'access.beyondPeriod']);
    expect(outcome(await grant(office, { ...fine, unitId: places.sibling }))).toEqual([404, 'platform.notFound']);
    expect(outcome(await grant(office, { ...fine, unitId: places.province }))).toEqual([404, 'platform.notFound']);
    expect(outcome(await grant(office, { ...fine, unitId: places.predecessor }))).toEqual([409, 'access.unitGone']);
    expect(outcome(await grant(office, { ...fine, account: office.name }))).toEqual([403, 'access.notToOneself']);
    expect(outcome(await grant(office, { ...fine, account: 'khong-co-ai' }))).toEqual([400, 'access.accountUnknown']);
    expect((await actorOf(world, other))!.grants).toEqual([]);
  });

  test('twice in the same period is refused', async () => {
    const other = await giveAccount(world);
    const fine = { account: other.name, role: 'cell_secretary', unitId: places.cell, reach: 'unit' };
    expect((await grant(office, fine)).status).toBe(200);
    expect(outcome(await grant(board, fine))).toEqual([409, 'access.assignedAlready']);
  });

  test('a role without place goes only to the account of a person within reach', async () => {
    const mine = await giveAccount(world, { personId: await buildMember(world, places.cell) });
    const stranger = await giveAccount(world, { personId: await buildMember(world, places.siblingCell) });
    expect((await grant(office, { account: mine.name, role: 'member', reach: 'none' })).status).toBe(200);
    expect(outcome(await grant(office, { account: stranger.name, role: 'member', reach: 'none' }))).toEqual([403, 'access.personNotYours']);
    expect(outcome(await grant(office, { account: mine.name, role: 'system_administrator', reach: 'none' }))).toEqual([403, 'access.beyondVerbs']);
  });

  test('a cell secretary gives nothing', async () => {
    const secretary = await giveAccount(world);
    await giveRole(world, secretary, { role: 'cell_secretary', unitId: places.cell });
    const other = await giveAccount(world);
    expect(outcome(await grant(secretary, { account: other.name, role: 'cell_secretary', unitId: places.cell, reach: 'unit' }))).toEqual([403, 'platform.forbidden']);
  });

  test('an administrator appoints others anywhere, never himself', async () => {
    const other = await giveAccount(world);
    expect(outcome(await grant(admin, { account: admin.name, role: 'board_officer', unitId: places.province, reach: 'subtree' }))).toEqual([403, 'access.notToOneself']);
    expect((await grant(admin, { account: other.name, role: 'board_officer', unitId: places.elsewhere, reach: 'subtree', to: null })).status).toBe(200);
    const list = await server.get(`/api/assignments?accountId=${other.id}`, admin);
    expect(list.body['items']).toMatchObject([{ onBehalfOf: null, unit: { name: 'Đảng bộ tỉnh khác' } }]);
  });
});

describe('taking a role back', () => {
  test('ends all that was given on its behalf, from the next request', async () => {
    const [first, second, third] = [await giveAccount(world), await giveAccount(world), await giveAccount(world)];
    const one = await grant(board, { account: first.name, role: 'office_officer', unitId: places.sibling, reach: 'subtree' });
    await grant(first, { account: second.name, role: 'office_officer', unitId: places.sibling, reach: 'subtree' });
    await grant(second, { account: third.name, role: 'cell_secretary', unitId: places.siblingCell, reach: 'unit' });
    expect((await actorOf(world, third))!.grants).toHaveLength(1);
    const ended = await revoke(board, one.body['id']);
    expect(ended.body['ended']).toBe(3);
    for (const account of [first, second, third]) expect((await actorOf(world, account))!.grants).toEqual([]);
    const { rows: events } = await sql<{ data: object }>`select data from events where type = 'assignment.revoked' and data->>'with' = ${one.body['id']}`.execute(world.db);
    expect(events.map(({ data }) => data)).toEqual(expect.arrayContaining([
      { account: first.id, role: 'office_officer', with: one.body['id'] }, { account: second.id, role: 'office_officer', with: one.body['id'] }, { account: third.id, role: 'cell_secretary', with: one.body['id'] },
    ]));
    expect(outcome(await revoke(board, one.body['id']))).toEqual([409, 'access.revokedAlready']);
  });

  test.each([
    ['his own role runs out', async () => {}, later(start, { days: 400 })],
    ['his unit ends', async ({ unit }: Giver) => endUnit(world, unit, '2026-11-20'), start],
    ['the unit of what he gave moves out of his reach', async ({ cell }: Giver) => moveUnit(world, cell, { parent: places.sibling, on: '2026-11-20' }), start],
    ['his account is disabled', async ({ giver }: Giver) => void (await world.db.updateTable('accounts').set({ disabled_at: start }).where('id', '=', giver.id).execute()), start],
  ])('what somebody gave stops when %s', async (_, end, now) => {
    const unit = await buildIn(world).unit({ kind: 'commune_party', parent: places.province });
    const cell = await buildIn(world).unit({ kind: 'cell', parent: unit });
    await buildIn(world).derive();
    const giver = await giveAccount(world);
    const own = await giveRole(world, giver, { role: 'office_officer', unitId: unit, to: '2027-11-20' });
    const other = await giveAccount(world);
    await giveRole(world, other, { role: 'cell_secretary', unitId: cell, onBehalfOf: own });
    expect((await actorOf(world, other, start))!.grants).toHaveLength(1);
    await end({ giver, unit, cell });
    await world.db.updateTable('sessions').set({ seen_at: now, expires_at: later(now, { days: 1 }) }).where('account_id', '=', other.id).execute();
    expect((await actorOf(world, other, now))!.grants).toEqual([]);
  });

  test('is for those who gave it, and for those above: not for peers, not for strangers', async () => {
    const peer = await giveAccount(world);
    await giveRole(world, peer, { role: 'office_officer', unitId: places.commune });
    const stranger = await giveAccount(world);
    await giveRole(world, stranger, { role: 'office_officer', unitId: places.sibling });
    expect(outcome(await revoke(peer, officeRole))).toEqual([403, 'access.notYoursToRevoke']);
    expect(outcome(await revoke(stranger, officeRole))).toEqual([404, 'platform.notFound']);
    const another = await giveRole(world, await giveAccount(world), { role: 'office_officer', unitId: places.commune });
    expect((await revoke(board, another)).status).toBe(200);
  });
});

describe('system administrators', () => {
  test('the last active one can neither be disabled nor lose the role', async () => {
    const second = await giveAccount(world);
    const role = await giveRole(world, second, { role: 'system_administrator' });
    const own = (await server.get(`/api/assignments?accountId=${admin.id}`, admin)).body['items'] as unknown as { id: string }[];
    expect((await server.post(`/api/accounts/${second.id}/disable`, {}, admin)).status).toBe(200);
    expect(outcome(await revoke(admin, own[0]!.id))).toEqual([409, 'access.lastAdministrator']);
    await server.post(`/api/accounts/${second.id}/enable`, {}, admin);
    const again = await giveAccount(world, { name: `${second.name}-again` });
    await giveRole(world, again, { role: 'system_administrator', to: '2026-12-31' });
    await revoke(admin, role);
    expect(outcome(await server.post(`/api/accounts/${admin.id}/disable`, {}, again))).toEqual([409, 'access.lastAdministrator']);
  });

  test('two who disable each other at the same moment do not both succeed', async () => {
    const fresh = await openWorld();
    const other = await serve(fresh);
    try {
      const [one, two] = [await giveAccount(fresh), await giveAccount(fresh)];
      for (const account of [one, two]) await giveRole(fresh, account, { role: 'system_administrator' });
      const answers = await Promise.all([other.post(`/api/accounts/${two.id}/disable`, {}, one), other.post(`/api/accounts/${one.id}/disable`, {}, two)]);
      // Who came second is refused as the last administrator, or no longer signed in where the first was done already.
      const [first, second] = answers.map((answer) => answer.status).toSorted();
      expect(first).toBe(200);
      expect([401, 409]).toContain(second);
      const active = await rows(fresh.db, sql<{ id: string }>`select id from accounts where disabled_at is null`);
      expect(active).toHaveLength(1);
    } finally {
      await other.app.close();
      await fresh.close();
    }
  });

  test('keep accounts: created with a password shown once, disabled, reset, linked', async () => {
    const made = await server.post('/api/accounts', { name: 'Tran.Lan', displayName: 'Trần Thị Lan' }, admin);
    const { id, password } = made.body as unknown as { id: string; password: string };
    expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect(outcome(await server.post('/api/accounts', { name: 'tran.lan', displayName: 'Người khác' }, admin))).toEqual([409, 'access.nameTaken']);
    const signedIn = await server.post('/api/session/sign-in', { name: 'tran.lan', password });
    expect(signedIn.body['mustChangePassword']).toBe(true);
    const person = await buildMember(world, places.cell);
    expect((await server.post(`/api/accounts/${id}/link`, { personId: person }, admin)).status).toBe(200);
    const again = await server.post('/api/accounts', { name: 'hai.lan', displayName: 'Trần Thị Lan', personId: person }, admin);
    expect(outcome(again)).toEqual([409, 'access.personHasAccount']);
    expect((await server.post(`/api/accounts/${id}/disable`, {}, admin)).status).toBe(200);
    expect((await server.get('/api/session', { token: signedIn.token! })).status).toBe(401);
    const list = await server.get('/api/accounts?text=tran.lan', admin);
    expect(list.body['items']).toMatchObject([{ name: 'tran.lan', state: 'disabled', personId: person }]);
    expect(JSON.stringify(list.body)).not.toContain(password);
    await server.post(`/api/accounts/${id}/enable`, {}, admin);
    const reset = (await server.post(`/api/accounts/${id}/reset-password`, {}, admin)).body as unknown as { password: string };
    expect((await server.post('/api/session/sign-in', { name: 'tran.lan', password })).status).toBe(400);
    expect((await server.post('/api/session/sign-in', { name: 'tran.lan', password: reset.password })).status).toBe(200);
    expect((await server.post(`/api/accounts/${id}/unlink`, {}, admin)).status).toBe(200);
  });

  test('have no reach: no unit, no person, no log of units', async () => {
    const person = await buildMember(world, places.cell);
    expect((await server.get(`/api/access/people/${person}/viewers`, admin)).status).toBe(404);
    expect((await server.get(`/api/access/explain?accountId=${office.id}&personId=${person}`, admin)).status).toBe(404);
    expect((await server.get(`/api/access/explain?accountId=${office.id}&unitId=${places.cell}`, admin)).body).toMatchObject({ sees: true });
  });
});

test('the list of accounts goes on by key and shows each account once', async () => {
  const names: string[] = [];
  let cursor = '';
  do {
    const page = (await server.get(`/api/accounts?limit=3${cursor}`, admin)).body as unknown as { items: { name: string }[]; next: string | null };
    names.push(...page.items.map((item) => item.name));
    cursor = page.next ? `&cursor=${page.next}` : '';
  } while (cursor);
  const all = await world.db.selectFrom('accounts').select('name').orderBy('name').execute();
  expect(names.toSorted()).toEqual(all.map((row) => row.name).toSorted());
});
