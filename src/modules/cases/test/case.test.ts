/** The figures of the five cases, computed from the records of the sample. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCases, operatorOf } from '../../../../test/world/cases.ts';
import { actorWith, contextFor, type World } from '../../../../test/world/world.ts';
import { computeFigure } from '../../../figures/server/index.ts';
import { day } from '../../../platform/day.ts';
import type { Id } from '../../../platform/ids.ts';
import { caseContract } from '../case.contract.ts';
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
  const said = Object.fromEntries(items.map(({ id, computed }) => [id, computed && (computed.base === null ? computed.count : `${computed.count}/${computed.base}`)]));
  expect(said).toEqual({
    A1: 369, A2: 20, 'A2.residential': 10, 'A2.school': 5, 'A2.other': 5, A3: 13, A5: '1/1', A7: 1,
    'B1.before': expect.any(String) as unknown, 'B1.remedied': expect.any(String) as unknown,
    C1: '39/39', C2: '39/39', C3: '39/39', C4: '1/9', C5: 1, D1: 95, D2: 109, D3: 85, E1: 17, E2: '8/146', E3: '10/13', E4: '4/13',
  });
  expect(items.filter(({ agrees }) => !agrees)).toEqual([]);
  expect(items.find(({ id }) => id === 'C4')?.computed?.names).toEqual(['Xã Tân Phước']);
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

describe('a printed value of its own kind', () => {
  async function printCase(given: { id: string; figure: string; unit: Id<'unit'>; from: string | null; on: string; filters?: object; count: number; base?: number; printedAs?: 'about' | 'over' }): Promise<void> {
    await sql`insert into printed_values (id, figure, unit_id, from_day, as_of, filters, count, base, printed_as, source, case_id, recorded_at) values
      (gen_random_uuid(), ${given.figure}, ${given.unit}, ${given.from}::date, ${given.on}::date, ${JSON.stringify(given.filters ?? {})}::jsonb, ${given.count}, ${given.base ?? null}, ${given.printedAs ?? null}, 'Báo', ${given.id}, now())`.execute(world.owner.db);
  }

  test('of a flow is computed over its own period', async () => {
    const place = await unit('song-lo.party');
    const wish = { figure: 'members.admissions', unit: place, from: day('2019-03-01'), on: day('2019-10-31') };
    const { value } = await computeFigure(operatorOf(world), wish);
    const wholeYear = await computeFigure(operatorOf(world), { ...wish, from: day('2019-01-01') });
    expect(wholeYear.value.count).toBeGreaterThan(value.count);
    await printCase({ id: 'X1', figure: wish.figure, unit: place, from: wish.from, on: wish.on, count: value.count });
    const { items } = await listCases(operatorOf(world));
    expect(items.find(({ id }) => id === 'X1')).toMatchObject({ from: '2019-03-01', agrees: true, computed: { count: value.count } });
  });

  test('of which only the percent was told agrees by it: about in whole percents, over where it is more', async () => {
    const place = { figure: 'study.attendance', unit: await unit('o-mon.thoi-long.party'), from: '2012-01-01', on: '2012-12-31', base: 100 };
    const { value } = await computeFigure(operatorOf(world), { ...place, from: day(place.from), on: day(place.on) });
    expect(value.share).toBeGreaterThan(94.5);
    expect(value.share).toBeLessThan(95.5);
    for (const [id, printedAs, count] of [['X5', 'about', 95], ['X6', 'about', 94], ['X7', 'about', 96], ['X8', 'over', 94], ['X9', 'over', 96]] as const) await printCase({ ...place, id, printedAs, count });
    const { items } = await listCases(operatorOf(world));
    expect(items.filter(({ id }) => id > 'X4').map(({ id, agrees }) => [id, agrees])).toEqual([['X5', true], ['X6', false], ['X7', false], ['X8', true], ['X9', false]]);
    await sql`delete from printed_values where case_id > 'X4'`.execute(world.owner.db);
    // A number without a base has no share.
    await printCase({ id: 'X5', figure: 'heads', unit: await unit('song-lo.dong-thinh'), from: null, on: '2022-08-09', count: 1, base: 100, printedAs: 'over' });
    expect((await listCases(operatorOf(world))).items.find(({ id }) => id === 'X5')).toMatchObject({ agrees: false, computed: { count: 13, base: null } });
    await sql`delete from printed_values where case_id > 'X4'`.execute(world.owner.db);
  });

  test('that can’t be computed is said to be so, and the others stand', async () => {
    const before = (await listCases(operatorOf(world))).items;
    await printCase({ id: 'X2', figure: 'members', unit: await unit('song-lo.party'), from: null, on: '2022-08-09', filters: { from: ['2022-01-01'] }, count: 1 });
    await printCase({ id: 'X3', figure: 'gone', unit: await unit('song-lo.party'), from: null, on: '2022-08-09', count: 1 });
    const { items } = await listCases(operatorOf(world));
    expect(items.slice(0, before.length)).toEqual(before);
    expect(items.slice(before.length)).toMatchObject([
      { id: 'X2', computed: null, agrees: false, problem: { code: 'figures.unknownDimension', data: { dimension: 'from' } } },
      { id: 'X3', computed: null, agrees: false, problem: { code: 'figures.unknown' } },
    ]);
    expect(caseContract.list.output.safeParse({ items }).success).toBe(true);
  });

  test('of which the reader may see nothing counted leaves the others standing', async () => {
    const ctx = contextFor(world, actorWith([{ role: 'board_officer', unitId: await unit('song-lo.dong-thinh.party'), reach: 'unit' }]));
    await printCase({ id: 'X4', figure: 'heads', unit: await unit('song-lo.dong-thinh.party'), from: null, on: '2022-08-09', count: 13 });
    expect((await listCases(ctx)).items).toMatchObject([{ id: 'X4', computed: null, agrees: false, problem: { code: 'platform.forbidden' } }]);
  });
});

test('a stranger sees no case', async () => {
  expect(await listCases(contextFor(world, actorWith([])))).toEqual({ items: [] });
});
