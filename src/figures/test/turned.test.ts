/** Days before a kept one are counted by what turned in between: row by row they are what a count from nothing says. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn, type Build } from '../../../test/world/build.ts';
import { openWorld, type World } from '../../../test/world/world.ts';
import { addDays, day, type Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { figures } from '../declared.ts';
import { refreshRollups } from '../server/index.ts';
import { countDays, keptTables } from '../server/rollups/rows.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const today = day('2026-11-20');
const months = 10;

/** Around the ends of months something is easily counted on the wrong side. */
const dayArbitrary = fc.oneof(
  fc.integer({ min: 0, max: 330 }).map((back) => addDays(today, -back)),
  fc.record({ month: fc.integer({ min: 0, max: months }), off: fc.integer({ min: -1, max: 1 }) }).map(({ month, off }) => addDays(monthEnd(month), off)),
);
const yearsArbitrary = fc.constantFrom(1, 5, 10, 20, 30, 31, 40, 41, 50, 51, 61);

function monthEnd(back: number): Day {
  const first = new Date(Date.UTC(2026, 11 - back, 1));
  return addDays(day(first.toISOString().slice(0, 10)), -1);
}

/** So many years before; of a 28 February sometimes the 29th. */
function before(on: Day, years: number): Day {
  const year = Number(on.slice(0, 4)) - years;
  const isLeap = year % 4 === 0;
  return `${year}${on.slice(4) === '-02-28' && isLeap ? '-02-29' : on.slice(4) === '-02-29' && !isLeap ? '-02-28' : on.slice(4)}` as Day;
}

const lifeArbitrary = fc.record({
  born: fc.tuple(dayArbitrary, yearsArbitrary), admitted: fc.tuple(dayArbitrary, yearsArbitrary), recognised: dayArbitrary, placed: dayArbitrary, left: fc.option(dayArbitrary),
  exempt: fc.option(dayArbitrary), away: fc.option(dayArbitrary), elsewhere: fc.option(dayArbitrary), began: fc.tuple(dayArbitrary, yearsArbitrary), renewed: fc.option(dayArbitrary),
  cell: fc.nat(5), other: fc.nat(5), post: fc.nat(20), sex: fc.constantFrom('male' as const, 'female' as const), isMember: fc.boolean(),
});
const worldArbitrary = fc.record({
  lives: fc.array(lifeArbitrary, { minLength: 12, maxLength: 20 }), moves: fc.array(fc.tuple(fc.nat(5), fc.nat(2), dayArbitrary), { maxLength: 3 }), renames: fc.array(fc.tuple(fc.nat(20), dayArbitrary), { maxLength: 4 }),
  relations: fc.array(fc.tuple(fc.nat(5), fc.nat(5), dayArbitrary, fc.option(dayArbitrary)), { maxLength: 4 }), rule: fc.option(dayArbitrary), endedPost: fc.option(fc.tuple(fc.nat(20), dayArbitrary)),
});

test('what is carried from day to day is what is counted from nothing', async () => {
  let carried = 0;
  await fc.assert(
    fc.asyncProperty(worldArbitrary, async (drawn) => {
      await sql`truncate units, people, rules cascade`.execute(world.owner.db);
      await build(buildIn(world), drawn);
      await sql`insert into figure_marks (moved) values (true)`.execute(world.owner.db);
      for (let call = 0; call < 100 && (await refreshRollups(world.db, { today, months })).more; call += 1);
      const days = (await sql<{ day: Day }>`select day from figure_days order by day`.execute(world.owner.db)).rows.map((row) => row.day);
      const kept = await everything();
      await countFromNothing(days);
      expect(kept).toEqual(await everything());
      expect(days.length).toBe(months + 2);
      carried += kept.rollups.length;
    }),
    { numRuns: Number(process.env['TURNED_RUNS'] ?? 2), endOnFailure: true, ...(process.env['TURNED_SEED'] ? { seed: Number(process.env['TURNED_SEED']) } : {}) },
  );
  expect(carried).toBeGreaterThan(1000);
}, 600_000);

const states = figures.filter(({ kind }) => kind === 'state').map(({ id }) => id);

/** From the oldest on: no later day is kept from which one could be carried. */
async function countFromNothing(days: readonly Day[]): Promise<void> {
  await sql`delete from figure_days`.execute(world.owner.db);
  for (const table of keptTables) await sql`delete from ${sql.table(table)} where day = any(${[...days]}::date[]) and figure = any(${states}::text[])`.execute(world.owner.db);
  for (const one of days) await world.db.transaction().setIsolationLevel('repeatable read').execute((tx) => countDays(tx, [one]));
}

/** Sums of nothing say nothing: whether they are kept makes no difference. */
async function everything() {
  const rollups = await sql`select figure, group_id, day, counts from figure_rollups order by 1, 2, 3`.execute(world.owner.db);
  const sums = await sql`select figure, group_id, day, counts from figure_sums where 0 < any(counts) order by 1, 2, 3`.execute(world.owner.db);
  return { rollups: rollups.rows, sums: sums.rows };
}

async function build(of: Build, { lives, moves, renames, relations, rule, endedPost }: typeof worldArbitrary extends fc.Arbitrary<infer T> ? T : never): Promise<void> {
  const country = { party: await of.unit({ kind: 'central' }), place: await of.unit({ kind: 'country' }) };
  const province = { party: await of.unit({ kind: 'provincial_party', parent: country.party }), place: await of.unit({ kind: 'province', parent: country.place }) };
  const communes: { party: Id<'unit'>; place: Id<'unit'>; body: Id<'unit'> }[] = [];
  for (let at = 0; at < 3; at += 1) communes.push({ party: await of.unit({ kind: 'commune_party', parent: province.party }), place: await of.unit({ kind: 'commune', parent: province.place }), body: await of.unit({ kind: 'peoples_committee' }) });
  const [cells, villages, posts]: [Id<'unit'>[], Id<'unit'>[], Id<'post'>[]] = [[], [], []];
  for (const [at, { party, place, body }] of communes.entries()) {
    await of.relation(party, 'leads', place);
    await of.relation(body, 'governs', place);
    posts.push(await of.post(party, 'secretary'), await of.post(body, 'peoples_committee_chair'));
    for (let number = 0; number < 2; number += 1) {
      const cell = await of.unit({ kind: 'cell', type: 'residential', parent: party });
      const village = await of.unit({ kind: 'village', type: 'to_dan_pho', parent: place, properties: { households: 100 + 100 * at } });
      const board = await of.unit({ kind: 'front_board' });
      await of.relation(board, 'belongs_to', village);
      posts.push(await of.post(cell, 'secretary'), await of.post(cell, 'deputy_secretary'), await of.post(village, 'village_head', { seats: 2 }), await of.post(board, 'front_board_head'));
      cells.push(cell);
      villages.push(village);
    }
  }
  for (const [cell, village, from, to] of relations) await of.relation(cells[cell]!, 'leads', villages[village]!, { from, ...(to !== null && to > from ? { to } : {}) }).catch(ignored);
  for (const [cell, commune, on] of moves) await of.move(cells[cell]!, { hierarchy: 'party', parent: communes[commune]!.party, on }).catch(ignored);
  for (const [unit, on] of renames) await changeType([...cells, ...villages][unit % 12]!, on);
  if (rule) await of.rule({ key: 'residentialGroup.minHouseholds', value: 250, unit: 'household', from: rule });
  if (endedPost) await sql`update posts set valid = daterange(lower(valid), ${endedPost[1]}::date) where id = ${posts[endedPost[0] % posts.length]!}`.execute(world.owner.db);
  for (const life of lives) await live(of, { life, cells, posts });
  await of.derive();
}

async function live(of: Build, { life, cells, posts }: { life: typeof lifeArbitrary extends fc.Arbitrary<infer T> ? T : never; cells: Id<'unit'>[]; posts: Id<'post'>[] }): Promise<void> {
  const person = await of.person({ sex: life.sex, birth: before(...life.born) });
  if (life.isMember) {
    const admitted = before(...life.admitted);
    const ends = life.left !== null && life.left > life.placed && life.left > admitted ? { to: life.left, endReason: 'died' as const } : {};
    const membership = await of.member(person, cells[life.cell]!, { admitted, from: life.placed > admitted ? life.placed : admitted, recognised: life.recognised > admitted ? life.recognised : null, ...ends });
    if (life.elsewhere) await of.placement({ person, membership, cell: cells[life.other]!, kind: 'temporary', from: life.elsewhere, to: addDays(life.elsewhere, 40) });
    if (life.exempt) await of.exemption(person, { from: life.exempt, to: addDays(life.exempt, 100) });
    if (life.away) await of.away(person, { from: life.away, withLeave: false });
  }
  const began = before(...life.began);
  const post = posts[life.post % posts.length]!;
  if (life.renewed === null || life.renewed <= began) return void (await of.tenure(person, post, { from: began }));
  await of.tenure(person, post, { from: began, to: addDays(life.renewed, -1) });
  await of.tenure(person, post, { from: life.renewed });
}

async function changeType(unit: Id<'unit'>, on: Day): Promise<void> {
  const type = sql`case kind when 'cell' then 'school' else 'thon' end`;
  await sql`update unit_versions set valid = daterange(lower(valid), ${on}::date) where unit_id = ${unit} and upper_inf(valid) and lower(valid) < ${on}::date`.execute(world.owner.db);
  await sql`insert into unit_versions (id, unit_id, kind, type, name, name_key, exact_key, properties, valid)
    select gen_random_uuid(), unit_id, kind, ${type}, name, name_key, exact_key, properties || '{"ownOffice": true}', daterange(${on}::date, null) from unit_versions v
    where unit_id = ${unit} and upper(valid) = ${on}::date and not exists (select from unit_versions o where o.unit_id = v.unit_id and o.valid @> ${on}::date) limit 1`.execute(world.owner.db);
}

/** Drawn by chance, some spells overlap: then there is one less. */
function ignored(): void {}
