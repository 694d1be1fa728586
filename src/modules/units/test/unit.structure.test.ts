/** Random histories through the real acts: the structure stays sound after every one, refused or not. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { actorWith, contextFor, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { addDays, day, type Day } from '../../../platform/day.ts';
import { Problem } from '../../../platform/problem.ts';
import { problemOf } from '../../../platform/db/errors.ts';
import type { UnitId } from '../unit.ts';
import { change, correct, dissolve, found, move, relate, undo, unrelate } from '../server/unit.commands.ts';
import { findUnitFaults } from '../server/index.ts';
import { unitRefusals } from '../server/unit.refusals.ts';

let world: World;
let top: UnitId;
let country: UnitId;
let ctx: Ctx;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world, 0);
  top = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  country = await build.unit({ kind: 'province', name: 'Tỉnh' });
  await build.relation(top, 'leads', country);
  await build.derive();
  ctx = contextFor(world, actorWith([{ role: 'board_officer', unitId: top }]));
});

afterAll(() => world.close());

const decision = null;
const dayArbitrary = fc.integer({ min: 0, max: 3000 }).map((count) => addDays(day('2018-01-01'), count));
const step = fc.record({
  what: fc.constantFrom('foundCommittee', 'foundCell', 'foundVillage', 'rename', 'move', 'dissolve', 'relate', 'unrelate', 'correct', 'correctParent', 'correctFounding', 'undo'),
  on: dayArbitrary,
  one: fc.nat(),
  two: fc.nat(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface Known {
  units: UnitId[];
  acts: string[];
}

/** Each run starts from the same two units: what it did is taken back. */
async function rolledBack(work: (inside: Ctx) => Promise<void>): Promise<void> {
  const tx = await ctx.db.startTransaction().execute();
  try {
    // A derivation that explodes is a fault of its own, and shows the history that makes it.
    await sql`set local statement_timeout = '20s'`.execute(tx);
    await work({ ...ctx, db: tx });
  } finally {
    await tx.rollback().execute();
  }
}

async function playOrRefuse(inside: Ctx, known: Known, one: Step): Promise<void> {
  await sql`savepoint step`.execute(inside.db);
  try {
    await play(inside, known, one);
  } catch (error) {
    if (!(problemOf(error, unitRefusals) instanceof Problem)) throw error;
    await sql`rollback to savepoint step`.execute(inside.db);
  }
}

async function play(inside: Ctx, known: Known, { what, on, one, two }: Step): Promise<void> {
  const pick = (number: number) => known.units[number % known.units.length]!;
  const id = pick(one);
  const place = (hierarchy: 'party' | 'territory', kind: 'commune_party' | 'cell' | 'village', on: Day) => ({
    facts: { name: `${kind} ${known.units.length}`, kind }, from: on, decision,
    parents: [{ hierarchy, parentId: kind === 'village' ? (two % 3 === 0 ? country : id) : two % 3 === 0 ? top : id }],
  });
  const perform = (): Promise<{ unitId: UnitId; actId?: string }> => {
    switch (what) {
      case 'foundCommittee': return found(inside, place('party', 'commune_party', on));
      case 'foundCell': return found(inside, place('party', 'cell', on));
      case 'foundVillage': return found(inside, place('territory', 'village', on));
      case 'rename': return change(inside, { id, on, decision, facts: { name: `Tên ${two % 5}` } });
      case 'move': return move(inside, { id, on, decision, hierarchy: two % 4 === 0 ? 'territory' : 'party', parentId: two % 5 === 0 ? null : pick(two) });
      case 'dissolve': return dissolve(inside, { id, on, decision });
      case 'relate': return relate(inside, { id, on, decision, relation: 'leads', otherId: pick(two) });
      case 'unrelate': return unrelate(inside, { id, on, decision, relation: 'leads', otherId: pick(two) });
      case 'correct': return correct(inside, { id, on, reason: 'nhập nhầm', facts: { name: `Đúng ${two % 5}` } });
      case 'correctParent': return correct(inside, { id, on, reason: 'nhập nhầm', parent: { hierarchy: 'party', parentId: pick(two) } });
      case 'correctFounding': return correct(inside, { id, on, reason: 'nhập nhầm', foundedOn: on });
      case 'undo': return undo(inside, { actId: (known.acts.at(-1) ?? '00000000-0000-7000-8000-000000000000') as never });
    }
  };
  const acted = await perform();
  if (acted.actId) known.acts.push(acted.actId);
  if (what.startsWith('found')) known.units.push(acted.unitId);
}

test('after any history of acts nothing stands under itself, outside the life of its parent, or apart from its closure', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      await rolledBack(async (inside) => {
        const known: Known = { units: [top], acts: [] };
        for (const one of steps) await playOrRefuse(inside, known, one);
        const faults = await findUnitFaults(inside.db);
        expect(faults.map(({ rule, unitId }) => `${rule} of unit ${known.units.indexOf(unitId)}`)).toEqual([]);
      });
    }),
    { numRuns: 40 },
  );
}, 120_000);

test('a relation taken back leaves the unit that was led where it stands', async () => {
  await rolledBack(async (inside) => {
    const known: Known = { units: [top], acts: [] };
    const on = day('2018-01-01');
    for (const what of ['foundCommittee', 'foundCommittee'] as const) await play(inside, known, { what, on, one: 0, two: 0 });
    await play(inside, known, { what: 'relate', on, one: 1, two: 2 });
    await play(inside, known, { what: 'undo', on, one: 0, two: 0 });
    expect(await findUnitFaults(inside.db)).toEqual([]);
  });
});

test('the checker finds whom nobody stands above: without a parent, with one elsewhere, or with one for a part of the time', async () => {
  await rolledBack(async (inside) => {
    const known: Known = { units: [top], acts: [] };
    for (const one of [0, 0, 0, 0]) await play(inside, known, { what: 'foundCell', on: day('2018-01-01'), one, two: 0 });
    const [, gone, elsewhere, partly, whole] = known.units;
    await sql`delete from unit_parents where unit_id = ${gone}`.execute(inside.db);
    await sql`update unit_parents set hierarchy = 'territory' where unit_id = ${elsewhere}`.execute(inside.db);
    await sql`update unit_parents set valid = daterange('2018-01-01', '2020-01-01') where unit_id = ${partly}`.execute(inside.db);
    const orphans = (await findUnitFaults(inside.db)).filter(({ rule }) => rule === 'orphan').map(({ unitId }) => unitId);
    expect(orphans.toSorted()).toEqual([gone, elsewhere, partly].toSorted());
    expect(orphans).not.toContain(whole);
  });
});

test('the checker finds a closure row that was taken out, and one that was added', async () => {
  await sql`delete from unit_closure where ctid = (select ctid from unit_closure where hierarchy = 'reach' and depth = 1 limit 1)`.execute(world.owner.db);
  expect((await findUnitFaults(world.db)).some(({ rule }) => rule === 'closure')).toBe(true);
});
