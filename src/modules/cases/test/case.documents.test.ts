/** What the cases tell about documents shows by itself: resolutions that carry out those of superiors, regulations in force and missing. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { carryingOut, hasRegulations, under, value } from '../../../../samples/test/reading.ts';
import { openCases, operatorOf } from '../../../../test/world/cases.ts';
import type { World } from '../../../../test/world/world.ts';
import { breakdownAnswer, computeFigure, recordsAnswer } from '../../../figures/server/index.ts';
import { day } from '../../../platform/day.ts';
import type { Id } from '../../../platform/ids.ts';

let world: World;

beforeAll(async () => {
  world = await openCases();
});

afterAll(() => world.close());

async function unit(ref: string): Promise<Id<'unit'>> {
  const { rows } = await sql<{ id: Id<'unit'> }>`select entity_id as id from import_refs where sheet = 'units' and ref = ${ref}`.execute(world.db);
  return rows[0]!.id;
}

describe('case A', () => {
  test('the thirteen resolutions are those of the files, and each says whose it carries out', async () => {
    const asked = { figure: 'documents.carryingOut', unit: await unit('quang-dien.sia.party'), from: day('2020-06-16'), on: day('2023-02-22'), filters: { type: ['NQ'] } };
    const plain = carryingOut('quang-dien.sia.party', { type: 'NQ', from: asked.from, to: asked.on });
    const { items } = await recordsAnswer(operatorOf(world), { ...asked, set: 'count', limit: 20 });
    expect(items.map(({ values }) => [values['symbol'], values['day'], values['summary']]).toSorted()).toEqual(plain.map((row) => [value(row, 'symbol'), value(row, 'issued_on'), value(row, 'summary')]).toSorted());
    expect((await computeFigure(operatorOf(world), { ...asked, figure: 'documents.issued' })).value.count).toBe(16);
  });
});

describe('case C', () => {
  const may2019 = '2019-05-15';

  test('every commune has both regulations in force; the cells without are told', async () => {
    const district = await unit('tan-hong.party');
    const counted = async (figure: string, kind: string, on = may2019) => {
      const { items } = await breakdownAnswer(operatorOf(world), { figure, unit: district, on: day(on), by: 'kind' });
      const part = items.find(({ code }) => code === kind);
      return [part?.count, part?.base];
    };
    const cells = under('tan-hong.party', { day: may2019, parent: 'party_parent', kind: 'cell' }).filter((cell) => hasRegulations(value(cell, 'ref'), { regulates: 'working', day: may2019 }));
    expect(await counted('regulations.inForce', 'commune_party')).toEqual([9, 9]);
    expect(await counted('regulations.coordination', 'commune_party')).toEqual([9, 9]);
    expect(await counted('regulations.inForce', 'cell')).toEqual([cells.length, 39]);
    expect(await counted('regulations.inForce', 'commune_party', '2016-12-31')).toEqual([0, 9]);
    const { items } = await breakdownAnswer(operatorOf(world), { figure: 'regulations.inForce', unit: district, on: day(may2019), by: 'standing' });
    expect(items.filter(({ code }) => code !== 'unknown').map(({ code, base }) => [code, base])).toEqual([['inForce', 43], ['reviewPast', 0], ['ended', 1], ['none', 5]]);
  });
});
