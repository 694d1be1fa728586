import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { giveAccount, giveRole, serve, start, type GivenAccount, type Server } from '../../../access/test/access.world.ts';
import { buildMember, buildPlaces, type Places } from '../../../access/test/places.ts';
import { chainHeads, flushEvents, record, verifyChains, type Happening } from '../../../platform/events.ts';
import type { Keys } from '../../../platform/crypto/keys.ts';
import { rows, type Tx } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { act, contextFor, openWorld, testKeys, type World } from '../../../../test/world/world.ts';
import { eventRoutes } from '../server/index.ts';

let world: World;
let server: Server;
let places: Places;
let person: Id<'person'>;
let admin: GivenAccount;
let board: GivenAccount;
let other: GivenAccount;
let stranger: GivenAccount;

beforeAll(async () => {
  world = await openWorld();
  server = await serve(world, eventRoutes);
  places = await buildPlaces(world);
  person = await buildMember(world, places.cell);
  [admin, board, other, stranger] = [await giveAccount(world), await giveAccount(world), await giveAccount(world), await giveAccount(world)];
  await giveRole(world, admin, { role: 'system_administrator' });
  await giveRole(world, board, { role: 'board_officer', unitId: places.province });
  await giveRole(world, other, { role: 'board_officer', unitId: places.elsewhere });
  await happen({ type: 'account.signedIn', subjectId: admin.id }, 0);
  await happen({ type: 'unit.renamed', subjectId: places.cell, unitId: places.cell }, 1);
  await happen({ type: 'unit.moved', subjectId: places.siblingCell, unitId: places.siblingCell }, 2);
  await happen({ type: 'person.opened', personId: person }, 3);
  await happen({ type: 'assignment.granted', subjectId: board.id, unitId: places.province }, 4);
});
afterAll(async () => {
  await server.app.close();
  await world.close();
});

async function happen(happening: Happening, hours: number): Promise<void> {
  const now = new Date(start.getTime() + hours * 3_600_000);
  await act(contextFor(world, undefined, now), async (ctx) => record(ctx, happening));
}

interface Listed {
  readonly items: readonly { type: string; unit: { name: string } | null }[];
  readonly next: string | null;
}

async function list(as: GivenAccount, query = ''): Promise<Listed> {
  return (await server.get(`/api/events${query}`, as)).body as unknown as Listed;
}

async function types(as: GivenAccount, query = ''): Promise<string[]> {
  return (await list(as, query)).items.map((item) => item.type);
}

describe('the log', () => {
  test('shows an officer what happened at units and to people within reach, newest first', async () => {
    expect(await types(board)).toEqual(['assignment.granted', 'person.opened', 'unit.moved', 'unit.renamed']);
    expect((await list(board, '?type=unit.renamed')).items[0]!.unit!.name).toBe('Chi bộ thôn Thượng');
  });

  test('names the person of an event to whoever may read that person', async () => {
    expect((await list(board, '?type=person.opened')).items).toMatchObject([{ personId: person, personName: expect.stringContaining('Nguyễn Văn') }]);
  });

  test('shows an administrator what concerns the system, nothing of units and people', async () => {
    expect(await types(admin)).toEqual(['assignment.granted', 'account.signedIn']);
  });

  test('shows others nothing, whatever they filter by', async () => {
    for (const query of ['', `?unitId=${places.cell}`, `?personId=${person}`, '?type=unit', `?from=2026-01-01`]) expect(await types(other, query)).toEqual([]);
    expect((await server.get('/api/events', stranger)).status).toBe(403);
    expect((await server.get('/api/events')).status).toBe(401);
  });

  test('is filtered by type, kind of type, unit, person and day of Vietnam', async () => {
    expect(await types(board, '?type=unit')).toEqual(['unit.moved', 'unit.renamed']);
    expect(await types(board, '?type=unit.moved')).toEqual(['unit.moved']);
    expect(await types(board, `?unitId=${places.cell}`)).toEqual(['unit.renamed']);
    expect(await types(board, `?personId=${person}`)).toEqual(['person.opened']);
    expect(await types(board, `?actorId=${board.id}`)).toEqual([]);
    expect(await types(board, '?from=2026-11-21')).toEqual([]);
    expect(await types(board, '?to=2026-11-19')).toEqual([]);
    expect(await types(board, '?from=2026-11-20&to=2026-11-20')).toHaveLength(4);
  });

  test('goes on by key, each event once', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await list(board, `?limit=1${cursor}`);
      seen.push(...page.items.map((item) => item.type));
      cursor = page.next ? `&cursor=${page.next}` : '';
    } while (cursor);
    expect(seen).toEqual(await types(board));
  });

  test('a cursor that was made up is refused', async () => {
    expect((await server.get('/api/events?cursor=abc', board)).status).toBe(400);
    const forged = Buffer.from(JSON.stringify(["2026-11-20T00:00:00Z' or true", 0, 1])).toString('base64url');
    expect((await server.get(`/api/events?cursor=${forged}`, board)).status).toBe(400);
  });
});

describe('the chain', () => {
  test('is verified by administrators only', async () => {
    expect((await server.get('/api/events/verify', admin)).body).toEqual({ whole: true, events: 5, chains: 1, faults: [] });
    expect((await server.get('/api/events/verify', board)).status).toBe(403);
  });

  test.each([
    ['an event altered', sql`update events set data = '{"x":1}' where seq = 2`, 2],
    ['an event taken out', sql`delete from events where seq = 3`, 4],
    ['the last event taken out', sql`delete from events where seq = 5`, 5],
    ['the time of an event altered', sql`update events set at = at + interval '1 second' where seq = 1`, 1],
    ['an event attributed to somebody else', sql`update events set actor_id = gen_random_uuid() where seq = 4`, 4],
  ])('shows %s by the owner of the database', async (_, tamper, seq) => {
    const rollback = new Error('rolled back');
    const attempt = world.owner.db.transaction().execute(async (tx) => {
      await tamper.execute(tx);
      expect(await verifyChains(tx, testKeys)).toEqual([{ home: 0, seq }]);
      throw rollback;
    });
    await expect(attempt).rejects.toBe(rollback);
    expect(await verifyChains(world.db, testKeys)).toEqual([]);
  });

  test('written anew by somebody who has the database but not the keys is seen', async () => {
    const rollback = new Error('rolled back');
    const attempt = world.owner.db.transaction().execute(async (tx) => {
      await sql`update events set data = '{"x":1}' where seq = 2`.execute(tx);
      await rewrite(tx, { ...testKeys, hashing: Buffer.alloc(32, 9) });
      expect(await verifyChains(tx, testKeys)).toEqual([{ home: 0, seq: 1 }]);
      throw rollback;
    });
    await expect(attempt).rejects.toBe(rollback);
  });

  test('cut off together with its head is seen only by who kept the head', async () => {
    const rollback = new Error('rolled back');
    const kept = await chainHeads(world.db);
    const attempt = world.owner.db.transaction().execute(async (tx) => {
      await sql`delete from events where seq = 5`.execute(tx);
      await sql`update event_chains set head_seq = 4, head_hash = (select hash from events where seq = 4)`.execute(tx);
      expect(await verifyChains(tx, testKeys)).toEqual([]);
      expect(await chainHeads(tx)).not.toEqual(kept);
      throw rollback;
    });
    await expect(attempt).rejects.toBe(rollback);
    expect(kept).toEqual([expect.stringMatching(/^0\/5\/[0-9a-f]{64}$/)]);
  });

  test.each([
    ['alter events', sql`update events set type = 'x'`],
    ['delete events', sql`delete from events`],
    ['truncate events', sql`truncate events`],
    ['make tables', sql`create table mine (id int)`],
    ['alter tables', sql`alter table events add column mine int`],
    ['drop tables', sql`drop table events`],
    ['switch triggers off', sql`alter table events disable trigger all`],
    ['delete chains', sql`delete from event_chains`],
  ])('the role that serves requests may not %s', async (_, statement) => {
    await expect(statement.execute(world.db)).rejects.toMatchObject({ code: '42501' });
  });
});

/** The whole chain again, with the keys that somebody has: what is recorded in this way is chained as the program would. */
async function rewrite(tx: Tx, keys: Keys): Promise<void> {
  const events = await rows(tx, sql<{ at: Date; type: string; actor_id: null; subject_id: Id | null; unit_id: Id<'unit'> | null; person_id: Id<'person'> | null; data: Record<string, unknown> }>`select * from events order by seq`);
  await sql`delete from events`.execute(tx);
  await sql`delete from event_chains`.execute(tx);
  for (const { at, type, subject_id, unit_id, person_id, data } of events) {
    const ctx = { ...contextFor({ db: tx }, undefined, at), keys };
    record(ctx, { type, data, ...(subject_id ? { subjectId: subject_id } : {}), ...(unit_id ? { unitId: unit_id } : {}), ...(person_id ? { personId: person_id } : {}) });
    await flushEvents(ctx);
  }
  expect(await verifyChains(tx, keys)).toEqual([]);
}
