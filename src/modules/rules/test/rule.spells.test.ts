/** What holds day after day at a unit: the same as asked day by day, of made-up histories and of the database. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import { addDays, holdsOn } from '../../../platform/day.ts';
import type { Id } from '../../../platform/ids.ts';
import { spellsOf, valueOn, type Candidate } from '../rule.spells.ts';
import { findRule, findRulesThrough } from '../server/index.ts';

const first = day('2026-01-01');
const days = Array.from({ length: 40 }, (_, at) => addDays(first, at));
const candidate = fc.record({ from: fc.nat(30), length: fc.option(fc.nat(15), { nil: null }), depth: fc.option(fc.nat(3), { nil: null }), value: fc.nat(2) })
  .map(({ from, length, depth, value }): Candidate<{ value: number }> => ({ period: { from: addDays(first, from), to: length === null ? null : addDays(first, from + length) }, depth, value: { value } }));
/** Of one scope nothing overlaps. */
const candidates = fc.array(candidate, { maxLength: 8 }).map((list) => list.filter((one, at) => !list.slice(0, at).some((other) => other.depth === one.depth && days.some((on) => holdsOn(other.period, on) && holdsOn(one.period, on)))));

describe('spells', () => {
  test('say of each day what the nearest scope says, and nothing where nothing is set', () => {
    fc.assert(fc.property(candidates, (given) => {
      const spells = spellsOf(given);
      for (const on of days) {
        const [nearest] = given.filter(({ period }) => holdsOn(period, on)).toSorted((a, b) => (a.depth ?? 9) - (b.depth ?? 9));
        expect(valueOn(spells, on)).toEqual(nearest?.value);
      }
    }));
  });

  test('follow each other, and none goes on with what the one before says', () => {
    fc.assert(fc.property(candidates, (given) => {
      const spells = spellsOf(given);
      for (const [at, next] of spells.entries()) {
        const before = spells[at - 1];
        if (!before) continue;
        expect(before.period.to !== null && before.period.to < next.period.from).toBe(true);
        if (addDays(before.period.to!, 1) === next.period.from) expect(before.value).not.toEqual(next.value);
      }
    }));
  });
});

describe('of the database', () => {
  let world: World;
  let cell: Id<'unit'>;
  let other: Id<'unit'>;

  beforeAll(async () => {
    world = await openWorld();
    const build = buildIn(world);
    const province = await build.unit({ kind: 'provincial_party' });
    const [commune, neighbour] = [await build.unit({ kind: 'commune_party', parent: province }), await build.unit({ kind: 'commune_party', parent: province })];
    cell = await build.unit({ kind: 'cell', parent: commune });
    other = await build.unit({ kind: 'cell', parent: neighbour });
    const key = 'meeting.minMinutes';
    await build.rule({ key, value: 70, unit: 'minute', scope: province, from: '2026-02-01' });
    await build.rule({ key, value: 45, unit: 'minute', scope: commune, from: '2026-03-01', to: '2026-09-30' });
    await build.rule({ key, value: 55, unit: 'minute', scope: neighbour, from: '2026-05-01' });
    // In the middle of it the cell goes over to the neighbour.
    await build.move(cell, { hierarchy: 'party', parent: neighbour, on: '2026-07-15' });
    await build.derive();
  });
  afterAll(() => world.close());

  test('they say what a meeting of each day would be told', async () => {
    const ctx = contextFor(world, undefined);
    const through = await findRulesThrough(ctx, { keys: ['meeting.minMinutes', 'meeting.quorumShare'], units: [cell, other], period: { from: first, to: day('2026-12-31') } });
    for (const unitId of [cell, other]) for (const key of ['meeting.minMinutes', 'meeting.quorumShare'] as const) for (let on = first; on <= '2026-12-31'; on = addDays(on, 5)) {
      expect({ on, value: valueOn(through.get(unitId)![key] ?? [], on)?.value }).toEqual({ on, value: (await findRule(ctx, key, { unitId, on }))?.value });
    }
    expect(through.get(cell)!['meeting.minMinutes']!.slice(-3).map(({ value }) => value.value)).toEqual([70, 45, 55]);
  });

  test('they say nothing of days that were not asked about: what held nearer then was not looked for', async () => {
    const period = { from: day('2026-10-01'), to: day('2026-12-31') };
    const through = await findRulesThrough(contextFor(world, undefined), { keys: ['meeting.minMinutes'], units: [cell], period });
    expect(through.get(cell)).toEqual({ 'meeting.minMinutes': [{ period, value: { value: 55, paper: 'test' } }] });
  });

  test('of a unit without any rule nothing is told', async () => {
    await sql`delete from rules where key = 'meeting.papersLeadDays'`.execute(world.owner.db);
    const through = await findRulesThrough(contextFor(world, undefined), { keys: ['meeting.papersLeadDays'], units: [cell], period: { from: first, to: null } });
    expect(through.get(cell)).toEqual({});
  });
});
