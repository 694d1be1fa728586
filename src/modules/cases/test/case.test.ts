/** The figures of the five cases, computed from the records of the sample. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCases, operatorOf } from '../../../../test/world/cases.ts';
import { actorWith, contextFor, type World } from '../../../../test/world/world.ts';
import { computeFigure } from '../../../figures/server/index.ts';
import { day } from '../../../platform/day.ts';
import type { Id } from '../../../platform/ids.ts';
import { listCases } from '../server/index.ts';

let world: World;

beforeAll(async () => {
  world = await openCases();
});

afterAll(() => world.close());

async function unit(ref: string): Promise<Id<'unit'>> {
  const { rows } = await sql<{ id: Id<'unit'> }>`select entity_id as id from import_refs where sheet = 'units' and ref = ${ref}`.execute(world.db);
  return rows[0]!.id;
}

async function valueOf(figure: string, ref: string, on: string) {
  return computeFigure(operatorOf(world), { figure, unit: await unit(ref), on: day(on) });
}

test('every printed figure of the cases agrees with what the records give', async () => {
  const { items } = await listCases(operatorOf(world));
  const said = Object.fromEntries(items.map(({ id, computed: { count, base } }) => [id, base === null ? count : `${count}/${base}`]));
  expect(said).toEqual({
    A1: 369, A2: 20, 'A2.residential': 10, 'A2.school': 5, 'A2.other': 5,
    C1: '39/39', C2: '39/39', C3: '39/39', C4: '1/9', E1: 17, E2: '8/146', E3: '10/13', E4: '4/13',
  });
  expect(items.filter(({ agrees }) => !agrees)).toEqual([]);
  expect(items.find(({ id }) => id === 'C4')?.computed.names).toEqual(['Xã Tân Phước']);
});

describe('changing one record changes the figure', () => {
  test('a head less is a head less, in the count and in the base', async () => {
    const { rows: [tenure] } = await sql<{ id: string; valid: string }>`
      select t.id, t.valid::text as valid from tenures t join posts p on p.id = t.post_id and p.kind in ('village_head', 'residential_group_head')
      join unit_closure c on c.hierarchy = 'territory' and c.ancestor_id = ${await unit('song-lo')} and c.descendant_id = p.unit_id and c.valid @> '2022-08-09'::date
      where t.valid @> '2022-08-09'::date and not exists (select from memberships m where m.person_id = t.person_id and m.valid @> '2022-08-09'::date) limit 1`.execute(world.db);
    await sql`delete from tenures where id = ${tenure!.id}`.execute(world.owner.db);
    const { items } = await listCases(operatorOf(world));
    expect(items.find(({ id }) => id === 'E2')).toMatchObject({ agrees: false, computed: { count: 7, base: 145 } });
  });
});

describe('after the reorganisation of 1 July 2025', () => {
  test('the villages of Đồng Thịnh answer under the new commune', async () => {
    const { value } = await valueOf('heads', 'phu-tho.song-lo', '2025-07-02');
    const before = await valueOf('heads', 'song-lo.dong-thinh', '2025-06-30');
    expect(value.count).toBeGreaterThan(before.value.count);
    expect(before.value.count).toBe(13);
  });

  test('a dissolved district answers for its successors, and says so', async () => {
    const { value, notes } = await valueOf('heads', 'song-lo', '2025-07-02');
    expect(notes).toContainEqual(expect.objectContaining({ kind: 'dissolved' }));
    expect(value.count).toBeGreaterThan(100);
  });

  test('asked for a day before, it answers as it was', async () => {
    const { value } = await valueOf('heads.members', 'song-lo.dong-thinh', '2022-08-09');
    expect(value).toMatchObject({ count: 10, base: 13 });
  });
});

test('a stranger sees no case', async () => {
  expect(await listCases(contextFor(world, actorWith([])))).toEqual({ items: [] });
});
