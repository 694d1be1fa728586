/** What somebody else records between planning and writing is never overwritten: the change set is refused, and nothing of it is left. */
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { operatorOf } from '../../../../test/world/cases.ts';
import { act, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, rows, type Db } from '../../../platform/db/database.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { change } from '../../units/server/unit.commands.ts';
import type { ReorganisationItem } from '../reorganisation.ts';
import { applyReorganisation, undoReorganisation } from '../server/index.ts';
import { buildReformPlace, draftOf, factsOf, mergeAndHalve, reformDay, stateOf, type ReformPlace } from './reform.world.ts';

let world: World;
let ctx: Ctx;
let place: ReformPlace;

beforeEach(async () => {
  world = await openWorld();
  ctx = operatorOf(world);
  place = await buildReformPlace(world);
});
afterEach(() => world.close());

const applying = (items: readonly ReorganisationItem[]) => act(ctx, (inside) => applyReorganisation(inside, draftOf(place.top, items)));
const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);

/** Somebody else's act is under way when the change set is planned, and is done while it waits to write. */
async function whileUnderWay(other: (db: Db) => Promise<void>, work: () => Promise<unknown>): Promise<string | undefined> {
  const tx = await world.owner.db.startTransaction().execute();
  await other(tx);
  const outcome = code(work());
  await untilSomebodyWaits();
  await tx.commit().execute();
  return outcome;
}

async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const row = await firstRow(world.owner.db, sql<{ waits: boolean }>`select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waits`);
    if (row?.waits) return;
  }
}

function endPlacement(person: Id<'person'>) {
  return async (db: Db) => {
    await sql`update placements set valid = daterange(lower(valid), '2025-09-02'), out_reason = 'end' where person_id = ${person} and upper_inf(valid)`.execute(db);
  };
}

test('a death recorded while the cell is being merged is not overwritten by the merger', async () => {
  const [a] = place.communes;
  const person = a!.members[0]!;
  const merging = () => applying([{ kind: 'merge', unitIds: [a!.cells[0]!], intoId: a!.cells[1]! }]);
  expect(await whileUnderWay(endPlacement(person), merging)).toBe('platform.stale');
  const spells = await rows(world.db, sql`select cell_id, valid, out_reason from placements where person_id = ${person}`);
  expect(spells).toEqual([{ cell_id: a!.cells[0], valid: '[2015-05-19,2025-09-02)', out_reason: 'end' }]);
});

test('a tenure ended while its committee is being merged keeps its end and its reason', async () => {
  const [a, b] = place.communes;
  const end = async (db: Db) => {
    await sql`update tenures set valid = daterange(lower(valid), '2025-05-01'), end_reason = 'transferred' where person_id = ${a!.secretary} and upper_inf(valid)`.execute(db);
  };
  expect(await whileUnderWay(end, () => applying(mergeOf([a!.party, b!.party])))).toBe('platform.stale');
  const held = await rows(world.db, sql`select valid, end_reason from tenures where person_id = ${a!.secretary}`);
  expect(held).toEqual([{ valid: '[2020-01-01,2025-05-01)', end_reason: 'transferred' }]);
});

test('what is recorded while a change set is being undone stays, and so does the change set', async () => {
  const [a] = place.communes;
  const person = a!.members[0]!;
  const { id } = await applying([{ kind: 'merge', unitIds: [a!.cells[0]!], intoId: a!.cells[1]! }]);
  expect(await whileUnderWay(endPlacement(person), () => act(ctx, (inside) => undoReorganisation(inside, id)))).toBe('platform.stale');
  const spells = await rows(world.db, sql`select cell_id, valid, out_reason from placements where person_id = ${person} order by valid`);
  expect(spells).toEqual([
    { cell_id: a!.cells[0], valid: '[2015-05-19,2025-07-01)', out_reason: 'internal' },
    { cell_id: a!.cells[1], valid: '[2025-07-01,2025-09-02)', out_reason: 'end' },
  ]);
});

test('nobody is placed in a cell between the plan that ends it and the writing: whoever comes first is planned with the others', async () => {
  const [a] = place.communes;
  const build = buildIn(world);
  const person = await build.person();
  const membership = newId<'membership'>(0);
  const admit = async (db: Db) => {
    await sql`insert into memberships (home_id, id, person_id, valid, recognised_on, version) values (0, ${membership}, ${person}, '[2025-05-19,)', '2025-05-19', 1)`.execute(db);
    await sql`insert into placements (home_id, id, person_id, membership_id, cell_id, kind, valid) values (0, ${newId(0)}, ${person}, ${membership}, ${a!.cells[0]!}, 'official', '[2025-05-19,)')`.execute(db);
  };
  expect(await whileUnderWay(admit, () => applying([{ kind: 'merge', unitIds: [a!.cells[0]!], intoId: a!.cells[1]! }]))).toBe('done');
  const spells = await rows(world.db, sql<{ cell_id: string }>`select cell_id from placements where person_id = ${person} order by valid`);
  expect(spells.map(({ cell_id }) => cell_id)).toEqual([a!.cells[0], a!.cells[1]]);
});

test('a unit that the change set named but did not change may be renamed since: undo goes on, and leaves the new name', async () => {
  const { id } = await applying(mergeAndHalve(place).items);
  const before = await stateOf(world);
  await act(ctx, (inside) => change(inside, { id: place.top, on: reformDay, decision: null, facts: { name: 'Đảng bộ tỉnh mới' } }));
  expect(await code(act(ctx, (inside) => undoReorganisation(inside, id)))).toBe('done');
  const after = await stateOf(world);
  expect(after['unit_versions']!.filter((row) => row.includes('Đảng bộ tỉnh mới'))).toHaveLength(1);
  expect(after['unit_versions']!.length).toBeLessThan(before['unit_versions']!.length);
});

function mergeOf(unitIds: readonly Id<'unit'>[]): ReorganisationItem[] {
  const unitId = newId<'unit'>(0);
  return [
    { kind: 'found', unitId, facts: factsOf('commune_party', 'Đảng bộ xã mới'), parents: [{ hierarchy: 'party', parentId: place.district }] },
    { kind: 'merge', unitIds, intoId: unitId },
  ];
}
