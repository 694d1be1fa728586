/** The closure written into a new table that takes the place of the old one: the same rows, and a table like the one before. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { openWorld, type World } from '../../../../test/world/world.ts';
import { rows, type Db } from '../../../platform/db/database.ts';
import type { UnitId } from '../unit.ts';
import { deriveClosure } from '../server/unit.closure.ts';

let world: World;
let top: UnitId;
let communes: UnitId[];
let cells: UnitId[];

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  top = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  communes = [];
  for (const name of ['A', 'B', 'C']) communes.push(await build.unit({ kind: 'commune_party', name: `Đảng bộ xã ${name}`, parent: top }));
  cells = [];
  for (const commune of communes) for (const name of ['1', '2']) cells.push(await build.unit({ kind: 'cell', name: `Chi bộ ${name}`, parent: commune }));
  await build.derive();
  await build.move(cells[0]!, { hierarchy: 'party', parent: communes[1]!, on: '2025-07-01' });
});
afterAll(() => world.close());

async function inTrial<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const tx = await world.db.startTransaction().execute();
  try {
    return await work(tx);
  } finally {
    await tx.rollback().execute();
  }
}

async function closure(db: Db): Promise<string[]> {
  const found = await rows(db, sql<{ row: string }>`select to_jsonb(c)::text as row from unit_closure c order by 1`);
  return found.map(({ row }) => row);
}

/** Everything about the table but its number. */
async function tableAsMade(db: Db): Promise<unknown> {
  return rows(db, sql`
    select c.relacl::text, c.reloptions, pg_get_userbyid(c.relowner) as owner,
      (select jsonb_agg(pg_get_indexdef(i.indexrelid) order by i.indexrelid::regclass::text) from pg_index i where i.indrelid = c.oid) as indexes,
      (select jsonb_agg(k.conname || ' ' || pg_get_constraintdef(k.oid) order by k.conname) from pg_constraint k where k.conrelid = c.oid) as constraints,
      (select jsonb_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || a.attnotnull order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0) as columns
    from pg_class c where c.oid = 'public.unit_closure'::regclass`);
}

test('written anew the closure holds what row by row it would hold, of some units and of all', async () => {
  const touched = [cells[0]!, communes[0]!, communes[1]!];
  const rowByRow = await inTrial(async (db) => {
    await deriveClosure(db, touched);
    return closure(db);
  });
  const before = await closure(world.db);
  expect(rowByRow).not.toEqual(before);
  for (const units of [touched, undefined]) {
    const anew = await inTrial(async (db) => {
      expect(await deriveClosure(db, units, { rewritesFrom: 0 })).toEqual([]);
      return closure(db);
    });
    expect(anew).toEqual(rowByRow);
  }
  expect(await closure(world.db)).toEqual(before);
});

test('the new table has the indexes, constraints, settings, owner and grants of the old one', async () => {
  const before = await tableAsMade(world.db);
  await inTrial(async (db) => {
    await deriveClosure(db, undefined, { rewritesFrom: 0 });
    expect(await tableAsMade(db)).toEqual(before);
    // It can be exchanged again, and written row by row by the application.
    await deriveClosure(db, undefined, { rewritesFrom: 0 });
    expect(await tableAsMade(db)).toEqual(before);
    await sql`delete from unit_closure where descendant_id = ${cells[0]!}`.execute(db);
    await deriveClosure(db, [cells[0]!]);
  });
});

test('a unit that would stand under itself is told, and the old table stays', async () => {
  await inTrial(async (db) => {
    await sql`update unit_parents set parent_id = ${cells[1]!} where unit_id = ${communes[0]!}`.execute(db);
    const before = await closure(db);
    expect(new Set(await deriveClosure(db, [communes[0]!], { rewritesFrom: 0 }))).toEqual(new Set([communes[0], cells[1]]));
    expect(await closure(db)).toEqual(before);
  });
});

test('outside a transaction nothing is exchanged', async () => {
  const number = () => rows(world.owner.db, sql`select 'public.unit_closure'::regclass::oid as number`);
  const before = await number();
  await deriveClosure(world.owner.db, undefined, { rewritesFrom: 0 });
  expect(await number()).toEqual(before);
});

test('while the exchange waits for a reader that does not end, others are answered, and it is made when he is done', async () => {
  const reader = await world.db.startTransaction().execute();
  await closure(reader);
  const exchanging = inTrial((db) => deriveClosure(db, undefined, { rewritesFrom: 1 }));
  const seen: string[] = [];
  const exchanged = exchanging.then(() => seen.push('exchanged'));
  // Longer than one try of the exchange takes: whoever asks is answered between two of them.
  for (let ask = 0; ask < 12; ask += 1) {
    await closure(world.db);
    seen.push('answered');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  expect(seen).toEqual(Array.from({ length: 12 }, () => 'answered'));
  await reader.commit().execute();
  await exchanged;
  expect(seen.at(-1)).toBe('exchanged');
}, 60_000);

test('what a try that was broken off left behind is in nobody’s way', async () => {
  await inTrial(async (db) => {
    await sql`select begin_closure_rewrite()`.execute(db);
    await deriveClosure(db, undefined, { rewritesFrom: 1 });
    expect(await closure(db)).not.toEqual([]);
  });
});
