/** Who may do what is asked of the primary, also by a read that a copy answers: what was taken away there is gone at once. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startReplicaPair, type ReplicaPair } from '../../../test/world/replica.ts';
import { actorWith, contextFor } from '../../../test/world/world.ts';
import type { Ctx } from '../../platform/context.ts';
import { applicationRole, firstRow, openDatabase, type Database } from '../../platform/db/database.ts';
import type { Id } from '../../platform/ids.ts';
import { mayOnPerson } from '../../modules/people/server/person.access.ts';
import { abilities, mayDo, reach } from '../reach.ts';
import { personWithin } from '../server/index.ts';
import { buildMember, buildPlaces, moveUnit, type Places } from './places.ts';

let pair: ReplicaPair;
let primary: Database;
let owner: Database;
let copy: Database;
let copyOwner: Database;
let places: Places;
let member: Id<'person'>;

beforeAll(async () => {
  pair = await startReplicaPair();
  primary = openDatabase({ url: pair.primary, role: applicationRole, connections: 2 });
  owner = openDatabase({ url: pair.primary, connections: 2 });
  copy = openDatabase({ url: pair.replica, role: applicationRole, connections: 2 });
  copyOwner = openDatabase({ url: pair.replica, connections: 1 });
  const world = { ...primary, owner, url: pair.primary };
  places = await buildPlaces(world);
  member = await buildMember(world, places.cell);
});
afterAll(async () => {
  for (const database of [primary, owner, copy, copyOwner]) await database.close();
  await pair.close();
});

test('a unit that went elsewhere is refused at once while the copy still lists it', async () => {
  await expect.poll(() => answers()).toEqual({ may: true, abilities: ['unit.read'], person: true, acts: true, listed: true });
  await sql`select pg_wal_replay_pause()`.execute(copyOwner.db);
  await expect.poll(async () => (await firstRow(copyOwner.db, sql<{ state: string }>`select pg_get_wal_replay_pause_state() as state`))?.state).toBe('paused');
  await moveUnit({ ...primary, owner, url: pair.primary, close: primary.close }, places.cell, { parent: places.sibling, on: '2026-11-01' });
  expect(await answers()).toEqual({ may: false, abilities: [], person: false, acts: false, listed: true });

  await sql`select pg_wal_replay_resume()`.execute(copyOwner.db);
  await expect.poll(() => answers()).toEqual({ may: false, abilities: [], person: false, acts: false, listed: false });
});

/** As a read does that the kernel sends to the copy. */
function onCopy(): Ctx {
  return { ...contextFor(copy, actorWith([{ role: 'office_officer', unitId: places.commune }])), aside: primary.db };
}

async function answers() {
  const ctx = onCopy();
  const listed = await firstRow(ctx.db, sql<{ listed: boolean }>`select exists (select from units u where u.id = ${places.cell} and ${reach(ctx, 'unit.read').at('u.id')}) as listed`);
  return {
    may: await mayDo(ctx, 'unit.read', places.cell),
    abilities: await abilities(ctx, places.cell, ['unit.read']),
    person: await personWithin(ctx, 'person.read', member, { when: 'today' }),
    acts: await mayOnPerson(ctx, 'person.record', member),
    listed: listed?.listed,
  };
}
