/**
 * Random structures that change in time, sound ones and such as go round in circles: the closure derived in memory is the
 * one that the database derives by its own walk, row by row, and both name the same units that stand under themselves.
 */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../../../test/world/world.ts';
import { addDays, day } from '../../../platform/day.ts';
import { rows, type Db } from '../../../platform/db/database.ts';
import { newId } from '../../../platform/ids.ts';
import { deriveClosure, findCircles } from '../server/unit.closure.ts';
import { hierarchies, type UnitKind } from '../unit.kinds.ts';
import type { UnitId } from '../unit.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const kinds = ['grassroots_party', 'cell', 'commune', 'village', 'peoples_committee', 'front_board'] as const satisfies UnitKind[];
const first = day('2020-01-01');
const offset = fc.integer({ min: 0, max: 60 });
const period = fc.record({ from: offset, days: fc.option(fc.integer({ min: 1, max: 50 }), { freq: 3 }) });

interface Shape {
  readonly units: readonly { readonly kind: UnitKind; readonly life: Period; readonly second: UnitKind | null }[];
  readonly edges: readonly { readonly child: number; readonly parent: number; readonly hierarchy: string; readonly period: Period }[];
  readonly relations: readonly { readonly one: number; readonly other: number; readonly kind: string; readonly period: Period }[];
  readonly successions: readonly { readonly one: number; readonly other: number; readonly on: number; readonly share: string }[];
}

interface Period {
  readonly from: number;
  readonly days: number | null;
}

const shape: fc.Arbitrary<Shape> = fc.record({
  units: fc.array(fc.record({ kind: fc.constantFrom(...kinds), life: period, second: fc.option(fc.constantFrom(...kinds)) }), { minLength: 3, maxLength: 9 }),
  edges: fc.array(fc.record({ child: fc.nat(), parent: fc.nat(), hierarchy: fc.constantFrom(...hierarchies.slice(0, 3).map(({ code }) => code)), period }), { minLength: 4, maxLength: 24 }),
  relations: fc.array(fc.record({ one: fc.nat(), other: fc.nat(), kind: fc.constantFrom('leads', 'belongs_to', 'governs'), period }), { maxLength: 5 }),
  successions: fc.array(fc.record({ one: fc.nat(), other: fc.nat(), on: offset, share: fc.constantFrom('whole', 'part') }), { maxLength: 3 }),
});

test('the closure derived in memory is the one that the database derives, and the same units go round in circles', async () => {
  const seen = { circling: 0, sound: 0 };
  await fc.assert(fc.asyncProperty(shape, async (given) => {
    await inTrial(async (db) => {
      const ids = await write(db, given);
      const inPlace = new Set(await deriveClosure(db, undefined, { rewritesFrom: Infinity }));
      const expected = await closure(db);
      const ofAll = new Set(await findCircles(db, { reshaped: ids, moved: [] }));
      const ofMany = new Set(await findCircles(db, { reshaped: ids, moved: [] }, { graphFrom: 0 }));
      expect(ofMany).toEqual(ofAll);
      const anew = new Set(await deriveClosure(db, undefined, { rewritesFrom: 0 }));
      expect(anew).toEqual(inPlace);
      if (anew.size === 0) expect(await closure(db)).toEqual(expected);
      seen[anew.size === 0 ? 'sound' : 'circling'] += 1;
    });
  }), { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 60), interruptAfterTimeLimit: 100_000, markInterruptAsFailure: true });
  expect(seen.sound).toBeGreaterThan(0);
  expect(seen.circling).toBeGreaterThan(0);
}, 120_000);

async function inTrial(work: (db: Db) => Promise<void>): Promise<void> {
  const tx = await world.db.startTransaction().execute();
  await work(tx).finally(() => tx.rollback().execute());
}

async function closure(db: Db): Promise<string[]> {
  const found = await rows(db, sql<{ row: string }>`select to_jsonb(c)::text as row from unit_closure c order by 1`);
  return found.map(({ row }) => row);
}

/** Edges may lie outside the lives of their sides and go round: what the database then walks is what counts. */
async function write(db: Db, { units, edges, relations, successions }: Shape): Promise<UnitId[]> {
  const ids = units.map((_, number) => newId<'unit'>(number % 3 === 0 ? 0 : 1));
  const at = (number: number) => ids[number % ids.length]!;
  await sql`insert into homes (id, name) values (1, 'Tỉnh') on conflict do nothing`.execute(db);
  for (const [number, { kind, life, second }] of units.entries()) {
    const id = ids[number]!;
    await sql`insert into units (id, home_id, created_at) values (${id}, ${number % 3 === 0 ? 0 : 1}, now())`.execute(db);
    await version(db, { id, kind, valid: range(life) });
    if (second && life.days !== null) await version(db, { id, kind: second, valid: range({ from: life.from + life.days + (number % 2), days: null }) });
  }
  for (const { child, parent, hierarchy, period: valid } of edges) {
    if (at(child) === at(parent)) continue;
    await sql`insert into unit_parents (id, unit_id, hierarchy, parent_id, valid) select ${newId(0)}, ${at(child)}, ${hierarchy}, ${at(parent)}, ${range(valid)}::daterange
      where not exists (select from unit_parents where unit_id = ${at(child)} and hierarchy = ${hierarchy} and valid && ${range(valid)}::daterange)`.execute(db);
  }
  for (const { one, other, kind, period: valid } of relations) {
    if (at(one) === at(other)) continue;
    await sql`insert into unit_relations (id, unit_id, kind, other_id, valid) select ${newId(0)}, ${at(one)}, ${kind}, ${at(other)}, ${range(valid)}::daterange
      where not exists (select from unit_relations where unit_id = ${at(one)} and kind = ${kind} and other_id = ${at(other)} and valid && ${range(valid)}::daterange)`.execute(db);
  }
  for (const { one, other, on, share } of successions) {
    if (at(one) !== at(other)) await sql`insert into unit_lineage (id, predecessor_id, successor_id, effective_on, share) values (${newId(0)}, ${at(one)}, ${at(other)}, ${addDays(first, on)}, ${share}) on conflict do nothing`.execute(db);
  }
  return ids;
}

async function version(db: Db, { id, kind, valid }: { id: UnitId; kind: UnitKind; valid: string }): Promise<void> {
  await sql`insert into unit_versions (id, unit_id, valid, name, name_key, exact_key, kind, properties) values (${newId(0)}, ${id}, ${valid}::daterange, 'x', 'x', 'x', ${kind}, '{}')`.execute(db);
}

function range({ from, days }: Period): string {
  return `[${addDays(first, from)},${days === null ? '' : addDays(first, from + days)})`;
}
