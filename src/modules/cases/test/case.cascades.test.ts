/** What the cases tell about resolutions shows by itself: how they are carried out clause by clause, and who is silent or late. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCases, operatorOf } from '../../../../test/world/cases.ts';
import { day, type World } from '../../../../test/world/world.ts';
import { breakdownAnswer, computeFigure } from '../../../figures/server/index.ts';
import type { Id } from '../../../platform/ids.ts';

let world: World;
beforeAll(async () => { world = await openCases(); });
afterAll(() => world.close());

async function unit(ref: string): Promise<Id<'unit'>> {
  const { rows } = await sql<{ id: Id<'unit'> }>`select entity_id as id from import_refs where sheet = 'units' and ref = ${ref}`.execute(world.db);
  return rows[0]!.id;
}
const valueOf = async (figure: string, ref: string, on: string, filters?: Record<string, string[]>) => {
  const { value: { count, base } } = await computeFigure(operatorOf(world), { figure, unit: await unit(ref), on: day(on), ...(filters && { filters }) });
  return [count, base];
};

describe('case A: the province’s Resolution 04', () => {
  test('is answered by Sịa clause for clause at the working session; of its neighbours one is silent, others in part', async () => {
    const answered = async (ref: string) => valueOf('clauses.answered', ref, '2023-02-22');
    expect(await answered('quang-dien.sia.party')).toEqual([8, 8]);
    expect(await answered('quang-dien.quang-phuoc.party')).toEqual([4, 8]);
    expect(await answered('quang-dien.quang-tho.party')).toEqual([1, 8]);
    expect(await answered('quang-dien.quang-an.party')).toEqual([0, 8]);
    const states = await breakdownAnswer(operatorOf(world), { figure: 'clauses.answered', unit: await unit('quang-dien.party'), on: day('2023-02-22'), by: 'state' });
    expect(Object.fromEntries(states.items.filter(({ base }) => (base ?? 0) > 0).map(({ code, base }) => [code, base]))).toEqual({ silentLate: 19, late: 1, answered: 5, inWork: 2, done: 2, notApplicable: 3 });
  });

  test('has its action programme in time in Sịa alone; the poverty targets are not reached, that of roads is the superior’s and not yet its own', async () => {
    expect(await valueOf('cascades.programmes', 'quang-dien.party', '2023-02-22')).toEqual([1, 4]);
    expect(await valueOf('targets.reached', 'quang-dien.sia.party', '2023-02-22')).toEqual([1, 4]);
    expect(await valueOf('targets.reached', 'quang-dien.sia.party', '2023-02-22', { whose: ['own'] })).toEqual([0, 2]);
  });
});

test('case C: the district carries the province’s Resolution 03 out since over two years and has held the interim review; its plan was passed on to nine communes', async () => {
  const running = (on: string, filters: Record<string, string[]>) => valueOf('cascades.running', 'tan-hong.party', on, filters);
  expect(await running('2019-05-15', { type: ['NQ'], run: ['twoToThree'] })).toEqual([1, null]);
  expect(await running('2019-02-19', { type: ['NQ'], run: ['oneToTwo'] })).toEqual([1, null]);
  expect(await running('2019-04-23', { review: ['held'] })).toEqual([0, null]);
  expect(await running('2019-05-15', { type: ['KH'] })).toEqual([9, null]);
});
