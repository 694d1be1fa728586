/** Of petitions the month in which they were raised is kept, with what has come of them to this day. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildIn } from '../../../test/world/build.ts';
import { contextFor, day, openWorld, type World } from '../../../test/world/world.ts';
import { systemContext } from '../../access/system.ts';
import type { Ctx } from '../../platform/context.ts';
import { newId, type Id } from '../../platform/ids.ts';
import { computeFigure, forgetRollups, markMeetings, markMoved, markPeople, markPetitions, markUnits, refreshRollups } from '../server/index.ts';
import { ask } from '../server/question.ts';
import { rolledParts } from '../server/rollups/rolled.reads.ts';

let world: World;
let ctx: Ctx;
let province: Id<'unit'>;
let cell: Id<'unit'>;
let person: Id<'person'>;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  province = await build.unit({ kind: 'provincial_party' });
  cell = await build.unit({ kind: 'cell', parent: await build.unit({ kind: 'commune_party', parent: province }) });
  person = await build.person();
  await build.member(person, cell);
  for (const on of ['2026-09-03', '2026-10-03', '2026-10-20']) await raised(cell, on);
  await build.derive();
  const { now, today, ...bare } = contextFor(world, undefined);
  ctx = { ...systemContext(bare), now, today };
});
beforeEach(async () => {
  await forgetRollups(world.owner.db);
  await refreshAll();
});
afterAll(() => world.close());

async function raised(unit: Id<'unit'>, on: string): Promise<void> {
  await sql`insert into petitions (home_id, id, unit_id, body_id, source, topic, raised_on, state, since_on, due_on, moves, reopenings, content, words, version, recorded_at)
    values (0, ${newId<'petition'>(0)}, ${unit}, ${unit}, 'unit', 'relics', ${on}, 'accepted', ${on}, ${on}, 0, 0, '{"text": "Mái đình", "steps": []}', '', 1, now())`.execute(world.owner.db);
}

async function refreshAll(): Promise<void> {
  for (let call = 0; call < 100; call += 1) if (!(await refreshRollups(world.db, { today: ctx.today, months: 3 })).more) return;
}

/** What is kept becomes recognisable. */
async function tamper(figure: string, month: string): Promise<void> {
  for (const table of ['figure_rollups', 'figure_sums']) await sql`update ${sql.table(table)} set counts = (select array_agg(n + 100 order by nth) from unnest(counts) with ordinality u (n, nth)) where figure = ${figure} and to_char(day, 'YYYY-MM') = ${month}`.execute(world.owner.db);
}

async function counted(figure: string, on = '2026-11-20', unit = province): Promise<[number, number | null]> {
  const { value } = await computeFigure(ctx, { figure, unit, on: day(on), from: day('2026-01-01') });
  return [value.count, value.base];
}

test('whole months are told of, to today or to the end of an earlier one', async () => {
  const isRolled = async (from: string, to: string) => (await rolledParts(ctx, await ask(ctx, { figure: 'petitions.raised', unit: province, boundaries: 'day', filters: {}, points: [{ from: day(from), to: day(to) }] }), 'whole')) !== undefined;
  expect([await isRolled('2026-01-01', '2026-11-20'), await isRolled('2026-09-01', '2026-10-31'), await isRolled('2026-09-02', '2026-10-31')]).toEqual([true, true, false]);
});

test('an act counts at once, in all periods, and of its group that month alone is counted live', async () => {
  await tamper('petitions.settled', '2026-09');
  await tamper('petitions.settled', '2026-10');
  expect(await counted('petitions.settled')).toEqual([200, 203]);
  await sql`update petitions set state = 'answered', outcome = 'settled', answered_on = '2026-11-20', final_on = '2026-11-20', first_days = 23, final_days = 23 where raised_on = '2026-10-20'`.execute(world.owner.db);
  await markPetitions(world.db, [{ unitId: cell, bodyId: cell, raisedOn: day('2026-10-20'), answeredOn: day('2026-11-20') }]);
  for (let time = 0; time < 2; time += 1) {
    expect([await counted('petitions.settled'), await counted('petitions.settled', '2026-10-31')]).toEqual([[101, 103], [101, 103]]);
    await refreshAll();
  }
  expect(await sql`select from figure_marks`.execute(world.owner.db).then(({ rows }) => rows)).toEqual([]);
});

test('petitions do not have members counted again, nor people and meetings petitions', async () => {
  await tamper('members', '2026-11');
  await tamper('petitions.raised', '2026-09');
  await markPetitions(world.db, [{ unitId: cell, bodyId: cell, raisedOn: day('2026-11-19'), answeredOn: null }]);
  expect(await counted('members')).toEqual([101, null]);
  await refreshAll();
  expect(await counted('members')).toEqual([101, null]);
  await markPeople(world.db, [person], day('2026-01-01'));
  await markMeetings(world.db, [{ unitId: cell, on: day('2026-09-03'), absent: [] }]);
  expect(await counted('petitions.raised')).toEqual([103, null]);
  await refreshAll();
  expect([await counted('members'), await counted('petitions.raised')]).toEqual([[1, null], [103, null]]);
});

test('what a board raised counts with the place to which it belonged then, live and kept', async () => {
  const build = buildIn(world);
  const [first, second] = [await build.unit({ kind: 'commune' }), await build.unit({ kind: 'commune' })];
  for (const commune of [first, second]) await build.relation(await build.unit({ kind: 'front_committee' }), 'belongs_to', commune);
  const board = await build.unit({ kind: 'front_board' });
  await build.relation(board, 'belongs_to', await build.unit({ kind: 'village', type: 'thon', parent: first }), { from: '2020-01-01', to: '2026-09-30' });
  await build.relation(board, 'belongs_to', await build.unit({ kind: 'village', type: 'thon', parent: second }), { from: '2026-10-01' });
  await build.derive();
  await raised(board, '2026-08-08');
  await forgetRollups(world.owner.db);
  const both = async () => [await counted('petitions.raised', '2026-11-20', first), await counted('petitions.raised', '2026-11-20', second)];
  expect(await both()).toEqual([[1, null], [0, null]]);
  await refreshAll();
  expect(await both()).toEqual([[1, null], [0, null]]);
});

test('what waits at a body that was merged, and what it answers, counts with its heir once, on both boundaries', async () => {
  const build = buildIn(world);
  const [gone, heir] = [await build.unit({ kind: 'commune_party', parent: province }), await build.unit({ kind: 'commune_party', parent: province })];
  const at = async (body: Id<'unit'>, changes: { answered?: string }) => sql`insert into petitions (home_id, id, unit_id, body_id, source, topic, raised_on, state, since_on, due_on, answered_on, outcome, final_on, moves, reopenings, content, words, version, recorded_at)
    values (0, ${newId<'petition'>(0)}, ${cell}, ${body}, 'unit', 'relics', '2026-10-05', ${changes.answered ? 'answered' : 'accepted'}, '2026-10-05', '2026-10-19', ${changes.answered ?? null}, ${changes.answered ? 'settled' : null}, ${changes.answered ?? null}, 0, 0, '{"text": "Mái đình", "steps": []}', '', 1, now())`.execute(world.owner.db);
  for (const answered of [undefined, '2026-10-20', '2026-11-19']) await at(gone, answered ? { answered } : {});
  await at(heir, {});
  await build.derive();
  await forgetRollups(world.owner.db);
  const told = async (unit: Id<'unit'>, boundaries: 'day' | 'today') => {
    const of = async (figure: string, from: string, on: string) => (await computeFigure(ctx, { figure, unit, on: day(on), from: day(from), boundaries })).value.count;
    return [await of('petitions.atBody', '2026-11-20', '2026-11-20'), await of('petitions.atBody', '2026-10-31', '2026-10-31'), await of('petitions.answered', '2026-01-01', '2026-11-20'), await of('petitions.answered', '2026-01-01', '2026-10-31')];
  };
  const all = async () => ({ day: [await told(gone, 'day'), await told(heir, 'day'), await told(province, 'day')], today: [await told(gone, 'today'), await told(heir, 'today'), await told(province, 'today')] });
  const before = await all();
  await refreshAll();
  expect(await all()).toEqual(before);
  await sql`update unit_versions set valid = daterange(lower(valid), '2026-11-16') where unit_id = ${gone}`.execute(world.owner.db);
  await sql`update unit_parents set valid = daterange(lower(valid), '2026-11-16') where unit_id = ${gone}`.execute(world.owner.db);
  await sql`insert into unit_lineage (id, predecessor_id, successor_id, effective_on, share) values (gen_random_uuid(), ${gone}, ${heir}, '2026-11-16', 'whole')`.execute(world.owner.db);
  await build.derive();
  await markMoved(world.owner.db, [gone]);
  await markUnits(world.owner.db, [heir]);
  const merged = await all();
  expect([merged.day[1], merged.today[1]]).toEqual([[2, 1, 1, 0], [2, 3, 2, 1]]);
  await refreshAll();
  expect(await all()).toEqual(merged);
});
