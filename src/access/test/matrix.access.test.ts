/** Who may do what where, for every verb: compared with the checked-in table in matrix.txt, letter by letter. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contextFor, openWorld, type World } from '../../../test/world/world.ts';
import type { Actor } from '../../platform/context.ts';
import { rows } from '../../platform/db/database.ts';
import type { Id } from '../../platform/ids.ts';
import { holds, mayDo, reach } from '../reach.ts';
import { verbs, type Verb } from '../verbs.ts';
import { actorOf, giveAccount, giveRole, type GivenAccount, type GivenAssignment } from './access.world.ts';
import { buildMember, buildPlaces, placeNames, type Places } from './places.ts';

let world: World;
let places: Places;

beforeAll(async () => {
  world = await openWorld();
  places = await buildPlaces(world);
});
afterAll(() => world.close());

async function holder(given: GivenAssignment): Promise<GivenAccount> {
  const account = await giveAccount(world);
  await giveRole(world, account, given);
  return account;
}

async function delegated(revoked: boolean): Promise<GivenAccount> {
  const officer = await giveAccount(world);
  const own = await giveRole(world, officer, { role: 'office_officer', unitId: places.commune, revoked });
  return holder({ role: 'cell_secretary', unitId: places.cell, onBehalfOf: own });
}

const personas: readonly [string, () => Promise<GivenAccount>][] = [
  ['system administrator', () => holder({ role: 'system_administrator' })],
  ['board officer of the province', () => holder({ role: 'board_officer', unitId: places.province })],
  ['office officer of the commune', () => holder({ role: 'office_officer', unitId: places.commune })],
  ['cell secretary, with what the cell leads', () => holder({ role: 'cell_secretary', unitId: places.cell })],
  ['cell secretary, the cell alone', () => holder({ role: 'cell_secretary', unitId: places.cell, reach: 'unit' })],
  ['cell secretary, commune with its children', () => holder({ role: 'cell_secretary', unitId: places.commune, reach: 'children' })],
  ['assigned cadre of the commune', () => holder({ role: 'assigned_cadre', unitId: places.commune })],
  ['member', async () => {
    const account = await giveAccount(world, { personId: await buildMember(world, places.cell) });
    await giveRole(world, account, { role: 'member' });
    return account;
  }],
  ['stranger', () => giveAccount(world)],
  ['office officer until yesterday', () => holder({ role: 'office_officer', unitId: places.commune, to: '2026-11-19' })],
  ['office officer from tomorrow', () => holder({ role: 'office_officer', unitId: places.commune, from: '2026-11-21' })],
  ['office officer whose assignment was taken back', () => holder({ role: 'office_officer', unitId: places.commune, revoked: true })],
  ['office officer of a commune that is no more', () => holder({ role: 'office_officer', unitId: places.predecessor })],
  ['cell secretary on behalf of the commune’s officer', () => delegated(false)],
  ['cell secretary on behalf of one who lost the role', () => delegated(true)],
];

test('persona × verb × place is what the checked-in matrix says', async () => {
  const blocks = [];
  for (const [name, make] of personas) blocks.push(await blockOf(name, (await actorOf(world, await make()))!));
  const fixture = await readFile(join(import.meta.dirname, 'matrix.txt'), 'utf8');
  expect(`${blocks.join('\n\n')}\n`).toBe(fixture);
});

test('the predicate for lists says for every verb and place what the answer for one unit says', async () => {
  for (const [, make] of personas) {
    const ctx = contextFor(world, await actorOf(world, await make()));
    for (const verb of Object.keys(verbs) as Verb[]) {
      const listed = await rows(world.db, sql<{ id: Id<'unit'> }>`select u.id from units u where ${reach(ctx, verb).over('u.id')}`);
      const asked = [];
      for (const id of Object.values(places)) if (await mayDo(ctx, verb, id)) asked.push(id);
      expect(listed.map((row) => row.id).toSorted()).toEqual(asked.toSorted());
    }
  }
});

/** A line for each verb that is held at all: at these places, or without a place. */
async function blockOf(name: string, actor: Actor): Promise<string> {
  const ctx = contextFor(world, actor);
  const lines = [];
  for (const verb of Object.keys(verbs) as Verb[]) {
    const at = [];
    for (const place of placeNames) if (await mayDo(ctx, verb, places[place])) at.push(place);
    if (holds(ctx, verb)) lines.push(`  ${verb.padEnd(18)} ${at.join(' ') || '(no place)'}`);
  }
  return [`${name}:`, ...(lines.length > 0 ? lines : ['  nothing'])].join('\n');
}
