/** What doctor finds that no act lets happen: each fault is told once, and what is well is not told. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn, type Build } from '../../../test/world/build.ts';
import { openWorld, type World } from '../../../test/world/world.ts';
import type { Id } from '../../platform/ids.ts';
import { misplacedMembers, overfullPosts, strayTenures } from '../doctor.reads.ts';

let world: World;
let build: Build;

beforeAll(async () => {
  world = await openWorld();
  build = buildIn(world);
});
afterAll(() => world.close());

const life = { from: '2010-01-01', to: '2022-12-31' };

/** A post of a cell of its own, with those who held it. */
async function hold(seats: number, periods: readonly (readonly [from: string, to: string])[]): Promise<Id<'post'>> {
  const post = await build.post(await build.unit({ kind: 'cell', ...life }), 'committee_member', { seats, ...life });
  for (const [from, to] of periods) await build.tenure(await build.person(), post, { from, to });
  return post;
}

test('more in office than there are seats is told with each day on which one too many begins', async () => {
  await hold(1, [['2011-01-01', '2011-12-31'], ['2012-01-01', '2012-06-30'], ['2013-01-01', '2013-06-30']]);
  await hold(2, [['2011-01-01', '2020-12-31'], ['2012-01-01', '2012-12-31'], ['2013-01-01', '2020-12-31']]);
  const one = await hold(1, [['2011-01-01', '2011-12-31'], ['2011-12-31', '2012-12-31'], ['2012-06-01', '2012-07-01']]);
  const two = await hold(2, [['2011-01-01', '2020-12-31'], ['2012-01-01', '2012-12-31'], ['2012-01-01', '2012-03-31'], ['2012-12-31', '2013-01-31']]);
  expect(await overfullPosts(world.owner.db)).toEqual([`${one} 2011-12-31`, `${one} 2012-06-01`, `${two} 2012-01-01`, `${two} 2012-12-31`].toSorted());
});

test('a tenure outside the life of its post or of its unit is told', async () => {
  const post = await build.post(await build.unit({ kind: 'cell', ...life }), 'secretary', { from: '2012-01-01' });
  await build.tenure(await build.person(), post, { from: '2012-01-01', to: '2022-12-31' });
  const early = await build.tenure(await build.person(), post, { from: '2011-06-01', to: '2011-12-31' });
  const late = await build.tenure(await build.person(), post, { from: '2023-01-01', to: '2023-12-31' });
  expect((await strayTenures(world.owner.db)).map((fault) => fault.split(' ')[0])).toEqual([early, late].toSorted());
});

test('a member placed in what is no cell, or is none any more, is told', async () => {
  const cell = await build.unit({ kind: 'cell', ...life });
  await build.member(await build.person(), cell, life);
  const [inCommune, tooLong] = [await build.unit({ kind: 'commune_party', ...life }), await build.unit({ kind: 'cell', ...life })];
  await build.member(await build.person(), inCommune, life);
  await build.member(await build.person(), tooLong, { from: '2010-01-01', to: '2023-01-01' });
  expect((await misplacedMembers(world.owner.db)).map((fault) => fault.split(' ')[1]).toSorted()).toEqual([inCommune, tooLong].toSorted());
});
