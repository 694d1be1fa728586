/** Roll-ups while several are at work: acts on one person that cannot see each other, and more than one refresher. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../test/world/build.ts';
import { actorWith, contextFor, day, openWorld, type World } from '../../../test/world/world.ts';
import type { Ctx } from '../../platform/context.ts';
import { newId, type Id } from '../../platform/ids.ts';
import { holdRollups, markPeople, markUnits, refreshRollups } from '../server/index.ts';
import { ask } from '../server/question.ts';
import { rolledParts } from '../server/rollups/rolled.reads.ts';
import { countLive } from '../server/value.reads.ts';
import { districtIn, type Place } from './place.ts';

let world: World;
let place: Place;
let ctx: Ctx;
let farVillage: Id<'unit'>;
const on = day('2026-10-31');

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  place = await districtIn(build);
  const far = await build.unit({ kind: 'commune', name: 'Xã Xa', parent: place.province.territory });
  farVillage = await build.unit({ kind: 'village', type: 'thon', name: 'Thôn Xa', parent: far });
  await build.derive();
  ctx = contextFor(world, actorWith([{ role: 'board_officer', unitId: place.province.party }]));
});
afterAll(() => world.close());

async function refreshAll(): Promise<void> {
  for (let call = 0; call < 200; call += 1) if (!(await refreshRollups(world.db, { today: ctx.today, months: 1 })).more) return;
}

async function bothWays(figure: string, unit: Id<'unit'>) {
  const asked = await ask(ctx, { figure, unit, points: [{ from: on, to: on }], boundaries: 'day', filters: {} });
  const rolled = await rolledParts(ctx, asked, 'whole');
  return { rolled: rolled?.[0]?.get(''), live: (await countLive(ctx, asked)).points[0] };
}

test('a cell and a post given to one person by two acts at once are counted together when both are done', async () => {
  const build = buildIn(world);
  const near = place.communes[0].villages[0]!;
  const person = await build.person({ sex: 'female' });
  const post = await build.post(farVillage, 'village_head');
  await refreshAll();
  const placing = await world.db.startTransaction().execute();
  const [membership, placement] = [newId<'membership'>(0), newId<'placement'>(0)];
  await sql`insert into memberships (home_id, id, person_id, valid, recognised_on, version) values (0, ${membership}, ${person}, '[2010-01-01,)', '2011-01-01', 1)`.execute(placing);
  await sql`insert into placements (home_id, id, person_id, membership_id, cell_id, kind, valid) values (0, ${placement}, ${person}, ${membership}, ${near.cell}, 'official', '[2015-01-01,)')`.execute(placing);
  await markPeople(placing, [person], day('2015-01-01'));
  await world.db.transaction().execute(async (tx) => {
    await sql`insert into tenures (home_id, id, person_id, post_id, valid) values (0, ${newId<'tenure'>(0)}, ${person}, ${post}, '[2024-01-01,)')`.execute(tx);
    await markUnits(tx, [farVillage], day('2024-01-01'));
  });
  await refreshAll();
  await placing.commit().execute();
  await refreshAll();
  const heads = await bothWays('heads.members', place.province.territory);
  expect(heads.live).toMatchObject({ count: 1 });
  expect(heads.rolled).toEqual(heads.live);
});

test('while one refreshes another goes on with something else, and figures are answered', async () => {
  await refreshAll();
  await world.db.transaction().execute(async (tx) => {
    await holdRollups(tx);
    expect(await refreshRollups(world.db, { today: ctx.today, months: 1 })).toEqual({ did: 'nothing', what: '', more: false });
    expect((await bothWays('members', place.province.party)).rolled).toBeDefined();
  });
});
