/** Nobody stands under two units of one hierarchy at a time: what the tables refuse, and what is looked for when a writer is done. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { openWorld, type World } from '../../../../test/world/world.ts';
import { problemOf } from '../../../platform/db/errors.ts';
import type { Db } from '../../../platform/db/database.ts';
import { newId } from '../../../platform/ids.ts';
import type { UnitId } from '../unit.ts';
import { findUnitFaults, requireNoOverlaps, requireSoundUnits, unitRefusals } from '../server/index.ts';

let world: World;
let communes: UnitId[];
let cell: UnitId;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  const top = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  communes = [];
  for (const name of ['A', 'B']) communes.push(await build.unit({ kind: 'commune_party', name: `Đảng bộ xã ${name}`, parent: top }));
  cell = await build.unit({ kind: 'cell', name: 'Chi bộ 1', parent: communes[0]! });
  await build.derive();
});
afterAll(() => world.close());

async function inTrial(work: (db: Db) => Promise<void>): Promise<void> {
  const tx = await world.db.startTransaction().execute();
  await work(tx).finally(() => tx.rollback().execute());
}

async function placeUnder(db: Db, { hierarchy = 'party', valid }: { hierarchy?: string; valid: string }): Promise<void> {
  await sql`insert into unit_parents (id, unit_id, hierarchy, parent_id, valid) values (${newId(0)}, ${cell}, ${hierarchy}, ${communes[1]!}, ${valid}::daterange)`.execute(db);
}

async function firstDay(db: Db): Promise<string> {
  const { rows } = await sql<{ first: string }>`select lower(valid) as first from unit_parents where unit_id = ${cell}`.execute(db);
  return rows[0]!.first;
}

test.for(['[2024-01-01,)', 'first day'])('a second parent (%s) that begins together with the first, or that lasts as it does, is refused by the table', async (which) => {
  await inTrial(async (db) => {
    const valid = which === 'first day' ? `[${await firstDay(db)},2100-01-01)` : which;
    const error = await placeUnder(db, { valid }).then(() => undefined, (thrown: unknown) => thrown);
    expect(problemOf(error, unitRefusals)).toMatchObject({ code: 'unit.overlap' });
  });
});

test('one that lies within the first is found by whoever settles the unit, and told by the doctor', async () => {
  await inTrial(async (db) => {
    await requireNoOverlaps(db, [cell]);
    await placeUnder(db, { valid: '[2024-01-01,2024-02-01)' });
    await expect(requireNoOverlaps(db, [cell])).rejects.toMatchObject({ code: 'unit.overlap' });
    await expect(requireSoundUnits(db, [cell])).rejects.toMatchObject({ code: 'unit.overlap' });
    expect(await findUnitFaults(db)).toContainEqual({ rule: 'overlap', unitId: cell });
  });
});

test('spells that follow each other, and one in another hierarchy, do not overlap', async () => {
  await inTrial(async (db) => {
    await sql`update unit_parents set valid = daterange(lower(valid), '2024-01-01') where unit_id = ${cell}`.execute(db);
    await placeUnder(db, { valid: '[2024-01-01,)' });
    await placeUnder(db, { hierarchy: 'territory', valid: '[2023-01-01,2024-06-01)' });
    await requireNoOverlaps(db, [cell]);
  });
});
