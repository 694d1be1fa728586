/** How often each number of petitions comes up is kept by group and summed up; the medians of any place follow. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../test/world/build.ts';
import { actorWith, contextFor, day, openWorld, type World } from '../../../test/world/world.ts';
import { systemContext } from '../../access/system.ts';
import type { Ctx } from '../../platform/context.ts';
import { newId, type Id } from '../../platform/ids.ts';
import { figures } from '../declared.ts';
import { computeFigure, forgetRollups, markPetitions, readMedians, refreshRollups } from '../server/index.ts';
import { middleOf } from '../server/histogram.reads.ts';
import { dropDays } from '../server/rollups/rows.ts';

let world: World;
let ctx: Ctx;
let country: Id<'unit'>;
let province: Id<'unit'>;
let cells: Id<'unit'>[];

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  country = await build.unit({ kind: 'central' });
  province = await build.unit({ kind: 'provincial_party', parent: country });
  cells = [];
  for (let at = 0; at < 2; at += 1) cells.push(await build.unit({ kind: 'cell', parent: await build.unit({ kind: 'commune_party', parent: province }) }));
  for (const [cell, topic, first, final] of [[0, 'relics', 4, 9], [0, 'relics', 7, null], [1, 'relics', 7, 20], [1, 'ruralRoads', 30, null], [1, 'ruralRoads', null, null]] as const) await answered(cells[cell]!, { topic, first, final });
  await build.derive();
  const { now, today, ...bare } = contextFor(world, undefined);
  ctx = { ...systemContext(bare), now, today };
});
afterAll(() => world.close());

async function answered(unit: Id<'unit'>, { topic, first, final, raised = '2026-06-10' }: { topic: string; first: number | null; final: number | null; raised?: string }): Promise<void> {
  await sql`insert into petitions (home_id, id, unit_id, body_id, source, topic, raised_on, state, since_on, due_on, answered_on, outcome, planned_on, final_on, first_days, final_days, moves, reopenings, content, words, version, recorded_at)
    values (0, ${newId<'petition'>(0)}, ${unit}, ${unit}, 'unit', ${topic}, ${raised}, ${first === null ? 'accepted' : 'answered'}, ${raised}, ${raised}, ${first === null ? null : '2026-08-03'}, ${first === null ? null : final === null ? 'planned' : 'settled'},
      ${first !== null && final === null ? '2027-01-05' : null}, ${final === null ? null : '2026-11-10'}, ${first}, ${final}, 0, 0, '{"text": "Mái đình", "steps": []}', '', 1, now())`.execute(world.owner.db);
}

async function refreshAll(): Promise<void> {
  for (let call = 0; call < 100; call += 1) if (!(await refreshRollups(world.db, { today: ctx.today, months: 3 })).more) return;
}

async function medians(unit: Id<'unit'>, on = '2026-11-20') {
  const { medians: found } = await readMedians(ctx, { figure: 'petitions.times', unit, on: day(on) });
  return Object.fromEntries(found.map(({ what, by, count, median }) => [`${what} ${by ?? 'all'}`, [count, median]]));
}

const all = { 'first all': [4, 7], 'first culture': [3, 7], 'first infrastructure': [1, 30], 'final all': [2, 14.5], 'final culture': [2, 14.5] };
/** Nothing that is kept holds now what it should. */
const tamper = (table: string) => sql`update ${sql.table(table)} set keys = array['first:77:culture'], numbers = array[5]`.execute(world.owner.db);

test('medians are those of all subjects, live and from what is kept, on the day and on a day before', async () => {
  const ofDay = async () => [await medians(country), await medians(province), await medians(cells[1]!), await medians(country, '2026-10-31')];
  const live = await ofDay();
  expect(live).toEqual([all, all, { 'first all': [2, 18.5], 'first culture': [1, 7], 'first infrastructure': [1, 30], 'final all': [1, 20], 'final culture': [1, 20] }, { 'first all': [4, 7], 'first culture': [3, 7], 'first infrastructure': [1, 30] }]);
  await refreshAll();
  expect(await ofDay()).toEqual(live);
});

test('what is kept is told: of the country the sums, of a commune its group', async () => {
  await tamper('figure_histogram_sums');
  expect([await medians(country), await medians(cells[0]!)]).toEqual([{ 'first all': [5, 77], 'first culture': [5, 77] }, { 'first all': [2, 5.5], 'first culture': [2, 5.5], 'final all': [1, 9], 'final culture': [1, 9] }]);
});

test('what is answered counts at once beside what is kept, and is counted anew', async () => {
  await sql`delete from figure_days`.execute(world.owner.db);
  await sql`update figure_state set declared = ''`.execute(world.owner.db);
  await refreshAll();
  await answered(cells[0]!, { topic: 'relics', first: 5, final: null, raised: '2026-07-01' });
  await markPetitions(world.db, [{ unitId: cells[0]!, bodyId: cells[0]!, raisedOn: day('2026-07-01'), answeredOn: day('2026-08-03') }]);
  const more = { ...all, 'first all': [5, 7], 'first culture': [4, 6] };
  for (let time = 0; time < 2; time += 1) {
    expect([await medians(country), await medians(province)]).toEqual([more, more]);
    await refreshAll();
  }
  expect((await sql<{ n: number }>`select count(*)::int as n from figure_marks`.execute(world.owner.db)).rows).toEqual([{ n: 0 }]);
  await tamper('figure_histograms');
  expect((await medians(country))['first all']).toEqual([5, 7]);
});

test('the middle of an even number is between two', () => {
  expect(middleOf([{ number: 9, count: 2 }, { number: 3, count: 2 }])).toEqual({ count: 4, median: 6 });
  expect(middleOf([{ number: 9, count: 1 }, { number: 3, count: 2 }])).toEqual({ count: 3, median: 3 });
  expect(middleOf([])).toEqual({ count: 0, median: 0 });
});

test('a year back to the day is told of, and not the day before it', async () => {
  const cell = cells[1]!;
  const before = (await medians(cell))['first all']![0]!;
  await answered(cell, { topic: 'relics', first: 3, final: null, raised: '2025-11-20' });
  await markPetitions(world.db, [{ unitId: cell, bodyId: cell, raisedOn: day('2025-11-20'), answeredOn: null }]);
  expect((await medians(cell))['first all']![0]).toBe(before);
  await answered(cell, { topic: 'relics', first: 3, final: null, raised: '2025-11-21' });
  await markPetitions(world.db, [{ unitId: cell, bodyId: cell, raisedOn: day('2025-11-21'), answeredOn: null }]);
  for (let time = 0; time < 2; time += 1) {
    expect((await medians(cell))['first all']![0]).toBe(before! + 1);
    expect((await medians(country))['first all']![0]).toBe((await medians(province))['first all']![0]);
    await refreshAll();
  }
});

test('of a place that was merged its heir tells, live and from what is kept; a day that is dropped leaves nothing', async () => {
  const build = buildIn(world);
  const heir = await build.unit({ kind: 'commune_party', parent: province });
  const gone = await build.unit({ kind: 'commune_party', parent: province });
  await answered(gone, { topic: 'relics', first: 44, final: null });
  await build.derive();
  await sql`update unit_versions set valid = daterange(lower(valid), '2026-11-16') where unit_id = ${gone}`.execute(world.owner.db);
  await sql`update unit_parents set valid = daterange(lower(valid), '2026-11-16') where unit_id = ${gone}`.execute(world.owner.db);
  await sql`insert into unit_lineage (id, predecessor_id, successor_id, effective_on, share) values (gen_random_uuid(), ${gone}, ${heir}, '2026-11-16', 'whole')`.execute(world.owner.db);
  await build.derive();
  await forgetRollups(world.owner.db);
  for (let time = 0; time < 2; time += 1) {
    expect([(await medians(heir))['first all'], (await medians(heir, '2026-10-31'))['first all'], (await medians(gone, '2026-10-31'))['first all']]).toEqual([[1, 44], undefined, [1, 44]]);
    await refreshAll();
  }
  await dropDays(world.owner.db, [day('2026-10-31')]);
  expect((await sql`select from figure_histograms where day = '2026-10-31' union all select from figure_histogram_sums where day = '2026-10-31'`.execute(world.owner.db)).rows).toEqual([]);
  await refreshAll();
  expect((await medians(gone, '2026-10-31'))['first all']).toEqual([1, 44]);
});

test('whoever reaches a part is told so, whoever reaches nothing is refused, as with every figure', async () => {
  const commune = (await sql<{ id: Id<'unit'> }>`select parent_id as id from unit_parents where unit_id = ${cells[0]!}`.execute(world.owner.db)).rows[0]!.id;
  const at = (unitId: Id<'unit'>, reach: 'unit' | 'subtree') => contextFor(world, actorWith([{ role: 'board_officer', unitId, reach }]));
  const asked = { figure: 'petitions.times', on: day('2026-11-20') };
  for (const [asker, unit] of [[at(commune, 'unit'), commune], [at(province, 'unit'), province], [at(commune, 'subtree'), commune]] as const) {
    const { value, notes } = await computeFigure(asker, { ...asked, unit });
    const told = await readMedians(asker, { ...asked, unit });
    expect([told.notes, told.medians.find(({ what, by }) => what === 'first' && by === null)?.count ?? 0]).toEqual([notes, value.count]);
  }
  await expect(readMedians(at(commune, 'subtree'), { ...asked, unit: province })).rejects.toMatchObject({ kind: 'not_found' });
});

test('only states have a histogram whose subjects weigh the same, are counted from nothing, and are somebody’s business', () => {
  const refused = figures.filter(({ histogram, kind, weights, subject }) => histogram && (kind === 'flow' || weights || subject.turnsWith || subject.isLastAlone || subject.confidential));
  expect(refused).toEqual([]);
});
