/** Random reforms of random trees: sound afterwards, nobody lost, undone to the row. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { operatorOf } from '../../../../test/world/cases.ts';
import { openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { findUnitFaults } from '../../units/server/index.ts';
import type { ReorganisationItem } from '../reorganisation.ts';
import { applyReorganisation, undoReorganisation } from '../server/index.ts';
import { buildReformPlace, draftOf, factsOf, stateIn, type ReformPlace } from './reform.world.ts';

let world: World;
let ctx: Ctx;
let place: ReformPlace;

beforeAll(async () => {
  world = await openWorld();
  ctx = operatorOf(world);
  place = await buildReformPlace(world);
  const build = buildIn(world);
  // A fourth place with its own histories: a cell that led two villages, a guest, somebody who left.
  const [a, b] = place.communes;
  await build.relation(a!.cells[0]!, 'leads', a!.villages[1]!, { from: '2019-01-01', to: '2024-12-31' });
  const membership = (await rows(world.db, sql<{ id: Id<'membership'> }>`select id from memberships where person_id = ${b!.members[0]}`))[0]!.id;
  await build.placement({ person: b!.members[0]!, membership, cell: b!.cells[1]!, kind: 'temporary', from: '2025-02-01', to: '2025-12-31' });
  await build.derive();
});
afterAll(() => world.close());

/** What becomes of each commune and of each cell; numbers choose among those that take over. */
const fate = fc.record({ commune: fc.constantFrom('stays', 'merges', 'splits'), cells: fc.tuple(cellFate(), cellFate()), into: fc.nat({ max: 1 }), carry: fc.boolean() });
const reform = fc.record({ fates: fc.tuple(fate, fate, fate), district: fc.constantFrom('stays', 'dissolves') });

function cellFate() {
  return fc.record({ how: fc.constantFrom('stays', 'merges', 'splits', 'moves'), to: fc.nat({ max: 1 }) });
}

type Drawn = typeof reform extends fc.Arbitrary<infer T> ? T : never;

function itemsOf(drawn: Drawn): ReorganisationItem[] {
  const { top, provinceLand, district } = place;
  const parties = [newId<'unit'>(0), newId<'unit'>(0)] as const;
  const lands = [newId<'unit'>(0), newId<'unit'>(0)] as const;
  const cells = [newId<'unit'>(0), newId<'unit'>(0)] as const;
  const items: ReorganisationItem[] = [
    ...parties.map((unitId, at): ReorganisationItem => ({ kind: 'found', unitId, facts: factsOf('commune_party', `Đảng bộ mới ${at}`), parents: [{ hierarchy: 'party', parentId: top }] })),
    ...lands.map((unitId, at): ReorganisationItem => ({ kind: 'found', unitId, facts: factsOf('commune', `Xã mới ${at}`), parents: [{ hierarchy: 'territory', parentId: provinceLand }] })),
    ...cells.map((unitId, at): ReorganisationItem => ({ kind: 'found', unitId, facts: factsOf('cell', `Chi bộ mới ${at}`), parents: [{ hierarchy: 'party', parentId: parties[at]! }] })),
  ];
  for (const [at, { commune: how, cells: cellFates, into }] of drawn.fates.entries()) {
    const commune = place.communes[at]!;
    if (how === 'merges') items.push({ kind: 'merge', unitIds: [commune.party], intoId: parties[into]! }, { kind: 'merge', unitIds: [commune.land], intoId: lands[into]! });
    if (how === 'splits') items.push({ kind: 'split', unitId: commune.party, intoIds: parties, heirId: parties[into]! }, { kind: 'split', unitId: commune.land, intoIds: lands, heirId: lands[into]! });
    for (const [number, one] of cellFates.entries()) {
      const cell = commune.cells[number]!;
      if (one.how === 'merges') items.push({ kind: 'merge', unitIds: [cell], intoId: cells[one.to]! });
      if (one.how === 'moves') items.push({ kind: 'move', unitId: cell, hierarchy: 'party', parentId: parties[one.to]! });
      if (one.how === 'splits') {
        items.push({ kind: 'split', unitId: cell, intoIds: cells, heirId: cells[one.to]! });
        items.push({ kind: 'place', personId: commune.members[number * 3]!, cellId: cells[1 - one.to]! });
      }
    }
  }
  if (drawn.district === 'dissolves') items.push({ kind: 'dissolve', unitId: district, heirId: top });
  return items;
}

async function placedOn(inside: Ctx, on: string): Promise<string[]> {
  const found = await rows(inside.db, sql<{ person_id: string }>`select distinct person_id from placements where kind = 'official' and valid @> ${on}::date order by 1`);
  return found.map(({ person_id }) => person_id);
}

test('whatever is merged, split, moved and dissolved: the structure is sound, nobody is lost, the days before read the same, and undo restores every row', async () => {
  await fc.assert(
    fc.asyncProperty(reform, async (drawn) => {
      const tx = await ctx.db.startTransaction().execute();
      const inside: Ctx = { ...ctx, db: tx, asked: new Set() };
      try {
        const before = await stateIn(inside);
        const placed = await placedOn(inside, '2025-06-30');
        const earlier = await closureOn(inside, '2025-06-30');
        const { id } = await applyReorganisation(inside, draftOf(place.top, itemsOf(drawn)));
        expect(await findUnitFaults(inside.db)).toEqual([]);
        expect(await placedOn(inside, '2025-07-01')).toEqual(placed);
        expect(await closureOn(inside, '2025-06-30')).toEqual(earlier);
        await undoReorganisation(inside, id);
        expect(await stateIn(inside)).toEqual(before);
      } catch (error) {
        if (error instanceof Problem) throw new Error(`${error.code} ${JSON.stringify(error.data)}`, { cause: error });
        throw error;
      } finally {
        await tx.rollback().execute();
      }
    }),
    { numRuns: 25 },
  );
}, 180_000);

/** Who stood under whom on the day, in the four trees. */
async function closureOn(inside: Ctx, on: string): Promise<string[]> {
  const found = await rows(inside.db, sql<{ row: string }>`select hierarchy || ancestor_id || descendant_id || depth as row from unit_closure where hierarchy <> 'reach' and valid @> ${on}::date order by 1`);
  return found.map(({ row }) => row);
}
