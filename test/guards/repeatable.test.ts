/**
 * Acts that say of themselves that doing them twice comes to the same as once are done twice here, as happens when the
 * connection is lost at their end: the second time must answer the same, change nothing and record nothing.
 */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { giveAccount, giveRole, serve, start, type GivenAccount, type Server } from '../../src/access/test/access.world.ts';
import { buildMember, buildPlaces } from '../../src/access/test/places.ts';
import { firstRow } from '../../src/platform/db/database.ts';
import { allRoutes } from '../../src/routes.ts';
import { openWorld, type World } from '../world/world.ts';

const repeatable = allRoutes.map(({ procedure }) => procedure).filter((procedure) => procedure.repeatable !== undefined);

let world: World;
let server: Server;
let administrator: GivenAccount;

beforeAll(async () => {
  world = await openWorld();
  server = await serve(world, allRoutes);
  administrator = await giveAccount(world);
  await giveRole(world, administrator, { role: 'system_administrator' });
});
afterAll(async () => {
  await server.app.close();
  await world.close();
});

interface Prepared {
  readonly path: string;
  readonly as: GivenAccount;
  readonly body?: object;
}

/** A world in which the act has something to do; answers its address and who does it. */
const prepared: Readonly<Record<string, () => Promise<Prepared>>> = {
  'access.signOut': async () => ({ path: '/api/session/sign-out', as: await giveAccount(world) }),
  'accounts.disable': async () => ({ path: `/api/accounts/${(await giveAccount(world)).id}/disable`, as: administrator }),
  'accounts.enable': async () => {
    const { id } = await giveAccount(world);
    await world.db.updateTable('accounts').set({ disabled_at: start }).where('id', '=', id).execute();
    return { path: `/api/accounts/${id}/enable`, as: administrator };
  },
  'accounts.unlink': async () => {
    const { cell } = await buildPlaces(world);
    const { id } = await giveAccount(world, { personId: await buildMember(world, cell) });
    return { path: `/api/accounts/${id}/unlink`, as: administrator };
  },
  'rules.setHoliday': async () => ({ path: '/api/holidays/set', as: administrator, body: { day: '2027-11-24', isOff: true, name: 'Ngày nghỉ', document: 'Thông báo' } }),
  'rules.removeHoliday': async () => ({ path: '/api/holidays/remove', as: administrator, body: { day: '2027-01-01' } }),
  'imports.part': async () => {
    const importer = await giveAccount(world);
    await giveRole(world, importer, { role: 'board_officer', unitId: (await buildPlaces(world)).province });
    const { body } = await server.post('/api/imports/uploads', { source: 'nguồn', files: [{ name: 'tệp.csv', size: 3 }] }, importer);
    return { path: `/api/imports/uploads/${String(body['uploadId'])}/parts`, as: importer, body: { file: 'tệp.csv', part: 0, base64: 'YQpi' } };
  },
};

test('every act that may be done twice says why, and is tried here', () => {
  expect(repeatable.map(({ name }) => name).toSorted()).toEqual(Object.keys(prepared).toSorted());
  expect(repeatable.filter(({ method, repeatable: why }) => method !== 'POST' || (why ?? '').length < 10)).toEqual([]);
});

describe('done twice comes to the same as done once', () => {
  test.each(Object.keys(prepared))('%s', async (name) => {
    const { path, as, body = {} } = await prepared[name]!();
    const before = await everything();
    const first = await server.post(path, body, as);
    const once = await everything();
    expect(first.status).toBe(200);
    expect(once).not.toEqual(before);
    expect(await server.post(path, body, as)).toEqual(first);
    expect(await everything()).toEqual(once);
  });
});

/** How many rows stand in each table, events among them, and what the rows of access say. Sealed again, the same bytes differ. */
async function everything(): Promise<unknown> {
  const row = await firstRow(world.owner.db, sql<{ all: unknown }>`select jsonb_build_array(
    (select jsonb_agg(a order by a.id) from accounts a), (select jsonb_agg(s order by s.id) from sessions s), (select jsonb_agg(g order by g.id) from assignments g),
    (select jsonb_object_agg(c.relname, query_to_xml(format('select count(*) from %I', c.relname), false, true, '')::text) from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition)) as all`);
  return row?.all;
}
