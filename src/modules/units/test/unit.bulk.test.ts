/** Many units at once: what single acts would have done, sound, with the closure as rebuilt, and back again exactly. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import fc from 'fast-check';
import { buildIn } from '../../../../test/world/build.ts';
import { actorWith, contextFor, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { day } from '../../../platform/day.ts';
import { applyAct, type UnitHistory, type UnitId } from '../unit.ts';
import { change, move } from '../server/unit.commands.ts';
import { findHistories, findUnitFaults, insertLineage, lockStructure, moveUnits, saveHistories, settleUnits, undoMoves, writeHistories } from '../server/index.ts';

let world: World;
let ctx: Ctx;
let top: UnitId;
let committees: UnitId[];
let cells: UnitId[];

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world, 0);
  top = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  committees = [];
  cells = [];
  for (let at = 0; at < 4; at += 1) committees.push(await build.unit({ kind: 'commune_party', name: `Đảng bộ xã ${at}`, parent: top }));
  for (let at = 0; at < 12; at += 1) cells.push(await build.unit({ kind: 'cell', name: `Chi bộ ${at}`, parent: committees[at % 4]! }));
  await build.derive();
  ctx = contextFor(world, actorWith([{ role: 'board_officer', unitId: top }]));
});

afterAll(() => world.close());

async function rolledBack<T>(work: (inside: Ctx) => Promise<T>): Promise<T> {
  const tx = await ctx.db.startTransaction().execute();
  try {
    return await work({ ...ctx, db: tx });
  } finally {
    await tx.rollback().execute();
  }
}

const tables = ['unit_versions', 'unit_parents', 'unit_relations', 'unit_lineage', 'unit_closure'];

async function rowsOf(inside: Ctx): Promise<unknown[]> {
  const all = [];
  for (const table of tables) all.push((await sql<{ row: unknown }>`select to_jsonb(t) as row from ${sql.table(table)} t order by to_jsonb(t)::text`.execute(inside.db)).rows);
  return all;
}

const moves = fc.array(fc.record({ cell: fc.nat(11), to: fc.nat(3), on: fc.constantFrom(day('2000-01-01'), day('2010-05-01'), day('2025-07-01')) }), { minLength: 1, maxLength: 10 });

test('moves of many leave the structure sound, as single moves would, and are taken back to the very rows', async () => {
  await fc.assert(
    fc.asyncProperty(moves, async (steps) => {
      await rolledBack(async (inside) => {
        const before = await rowsOf(inside);
        const rounds = [];
        for (const { cell, to, on } of steps) {
          const unitIds = [cells[cell]!, cells[(cell + 1) % 12]!];
          const expected = await findHistories(inside, unitIds);
          const moved = await moveUnits(inside, { moves: unitIds.map((unitId) => ({ unitId, hierarchy: 'party', parentId: committees[to]! })), on, decision: 'NQ' });
          await settleUnits(inside, [], unitIds);
          const now = await findHistories(inside, unitIds);
          for (const id of unitIds) expect(now.get(id)?.parents).toEqual(movedByRule(expected.get(id)!, to, on));
          rounds.push({ moved, unitIds });
        }
        expect(await findUnitFaults(inside.db)).toEqual([]);
        for (const { moved, unitIds } of rounds.toReversed()) {
          await undoMoves(inside, moved);
          await settleUnits(inside, [], unitIds);
        }
        expect(await rowsOf(inside)).toEqual(before);
      });
    }),
    { numRuns: 15 },
  );
}, 120_000);

function movedByRule(history: UnitHistory, to: number, on: ReturnType<typeof day>) {
  const after = applyAct(history, { kind: 'move', on, hierarchy: 'party', parentId: committees[to]!, decision: 'NQ' });
  return 'parents' in after ? after.parents : history.parents;
}

test('a spell that was changed after it was moved is not taken back', async () => {
  await rolledBack(async (inside) => {
    const moved = await moveUnits(inside, { moves: [{ unitId: cells[0]!, hierarchy: 'party', parentId: committees[1]! }], on: day('2025-07-01'), decision: null });
    await settleUnits(inside, [], [cells[0]!]);
    await move(inside, { id: cells[0]!, on: day('2025-08-01'), decision: null, hierarchy: 'party', parentId: committees[2]! });
    await expect(undoMoves(inside, moved)).rejects.toMatchObject({ code: 'unit.actNotLast' });
  });
});

test('committees merged at once: their cells go to the successor, which reaches the books of both', async () => {
  await rolledBack(async (inside) => {
    await lockStructure(inside);
    const on = day('2025-07-01');
    const [successor, gone] = [committees[0]!, committees[1]!];
    const under = cells.filter((_, at) => at % 4 === 1);
    await moveUnits(inside, { moves: under.map((unitId) => ({ unitId, hierarchy: 'party', parentId: successor })), on, decision: 'NQ' });
    const history = (await findHistories(inside, [gone])).get(gone)!;
    const ended = applyAct(history, { kind: 'dissolve', on: day('2025-06-30'), decision: 'NQ' });
    if (!('parents' in ended)) throw new Error('a committee is dissolved');
    const written = await writeHistories(inside, [ended]);
    await sql`delete from figure_marks`.execute(inside.db);
    await insertLineage(inside, [{ predecessorId: gone, successorId: successor, on, share: 'whole', decision: 'NQ' }]);
    const marked = await sql<{ unit_id: UnitId | null }>`select unit_id from figure_marks where about is null`.execute(inside.db);
    expect(marked.rows.map(({ unit_id: id }) => id)).toContain(successor);
    await settleUnits(inside, [...written, gone, successor], under);
    expect(await findUnitFaults(inside.db)).toEqual([]);
    const reached = await sql<{ id: UnitId }>`select descendant_id as id from unit_closure where hierarchy = 'reach' and ancestor_id = ${successor} and valid @> '2025-07-02'::date`.execute(inside.db);
    expect(reached.rows.map(({ id }) => id)).toEqual(expect.arrayContaining([gone, ...under]));
  });
});

test('a new name leaves every row of the closure where it is', async () => {
  await rolledBack(async (inside) => {
    const places = () => sql<{ place: string }>`select ctid::text as place from unit_closure order by 1`.execute(inside.db).then(({ rows }) => rows);
    const before = await places();
    await change(inside, { id: committees[0]!, on: day('2020-01-01'), decision: null, facts: { name: 'Đảng bộ xã Tên Mới' } });
    expect(await places()).toEqual(before);
  });
});

test('histories written together keep the ids of rows that go on, and a broken one refuses all', async () => {
  await rolledBack(async (inside) => {
    const idsOf = async () => (await sql<{ id: string }>`select id from unit_parents order by id`.execute(inside.db)).rows;
    const before = await idsOf();
    const histories = [...(await findHistories(inside, cells)).values()];
    await saveHistories(inside, histories.map((history) => ({ ...history, parents: history.parents.map((spell) => ({ ...spell, decision: 'NQ 1' })) })));
    expect(await idsOf()).toEqual(before);
    await expect(saveHistories(inside, histories.map((history, at) => (at === 3 ? { ...history, parents: [] } : history)))).rejects.toMatchObject({ code: 'unit.orphan' });
  });
});
