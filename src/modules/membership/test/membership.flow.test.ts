import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorWith, contextFor, openWorld, type World } from '../../../../test/world/world.ts';
import { buildIn } from '../../../../test/world/build.ts';
import type { Ctx } from '../../../platform/context.ts';
import { addDays, day, holdsOn, type Day } from '../../../platform/day.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { isRefusal } from '../../../platform/problem.ts';
import { admit, endMembership, endReasons, noHistory, type MembershipHistory } from '../membership.ts';
import { arrive, transfer, transferOut } from '../placement.ts';
import { flowAnswer } from '../../../figures/server/index.ts';
import { saveHistory } from '../server/membership.store.ts';

type UnitId = Id<'unit'>;
const start = day('2020-01-01');
const dayAt = (at: number): Day => addDays(start, at);

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const step = fc.record({ kind: fc.constantFrom('admit', 'transfer', 'out', 'arrive', 'end'), after: fc.integer({ min: 1, max: 90 }), cell: fc.integer({ min: 0, max: 3 }), reason: fc.constantFrom(...endReasons) });
const lives = fc.array(fc.array(step, { maxLength: 8 }), { minLength: 1, maxLength: 6 });
const moves = fc.array(fc.record({ cell: fc.integer({ min: 0, max: 3 }), at: fc.integer({ min: 30, max: 500 }) }), { maxLength: 4 });
const period = fc.tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 200 })).map(([from, length]) => ({ from: dayAt(from), to: dayAt(from + length) }));

/** Steps as the acts would make of them; those that the rules refuse simply do not happen. */
function lived(steps: readonly { kind: string; after: number; cell: number; reason: (typeof endReasons)[number] }[], cells: readonly UnitId[]): MembershipHistory {
  let history = noHistory;
  let at = 0;
  for (const { kind, after, cell, reason } of steps) {
    at += after;
    const on = dayAt(at);
    const cellId = cells[cell]!;
    const ids = { membershipId: newId<'membership'>(0), placementId: newId<'placement'>(0) };
    const results = {
      admit: () => admit(history, { ...ids, cellId, on, decision: null }),
      transfer: () => transfer(history, { ...ids, toCellId: cellId, on, decision: null }),
      out: () => transferOut(history, { on }),
      arrive: () => arrive(history, { ...ids, cellId, on, decision: null }),
      end: () => endMembership(history, { on, reason, decision: null }),
    };
    const result = results[kind as keyof typeof results]();
    if (!isRefusal(result)) history = result;
  }
  return history;
}

interface Scene {
  readonly ctx: Ctx;
  readonly communes: readonly [UnitId, UnitId];
  readonly cells: readonly UnitId[];
  /** The commune in which a cell lies on a day. */
  readonly communeOn: (cell: UnitId, on: Day) => UnitId;
}

async function openScene(cellMoves: readonly { cell: number; at: number }[]): Promise<Scene> {
  const build = buildIn(world);
  const province = await build.unit({ kind: 'provincial_party' });
  const communes = [await build.unit({ kind: 'commune_party', parent: province }), await build.unit({ kind: 'commune_party', parent: province })] as const;
  const cells: UnitId[] = [];
  for (const at of [0, 1, 2, 3]) cells.push(await build.unit({ kind: 'cell', parent: communes[at < 2 ? 0 : 1] }));
  const places = new Map(cells.map((cell, at) => [cell, [{ from: day('2000-01-01'), commune: communes[at < 2 ? 0 : 1] }]]));
  for (const { cell, at } of cellMoves.toSorted((a, b) => a.at - b.at)) {
    const spells = places.get(cells[cell]!)!;
    if (spells.at(-1)!.from >= dayAt(at)) continue;
    const commune = spells.at(-1)!.commune === communes[0] ? communes[1] : communes[0];
    await build.move(cells[cell]!, { hierarchy: 'party', parent: commune, on: dayAt(at) });
    spells.push({ from: dayAt(at), commune });
  }
  await build.derive();
  const ctx = contextFor(world, actorWith([{ role: 'board_officer', unitId: province, reach: 'subtree' }]));
  return { ctx, communes, cells, communeOn: (cell, on) => places.get(cell)!.findLast(({ from }) => from <= on)!.commune };
}

function countedOn(histories: readonly MembershipHistory[], commune: UnitId, { on, communeOn }: { on: Day; communeOn: Scene['communeOn'] }): number {
  return histories.filter((history) => {
    const placed = history.placements.find(({ kind, period: spell }) => kind === 'official' && holdsOn(spell, on));
    return placed && history.memberships.some(({ period: spell }) => holdsOn(spell, on)) && communeOn(placed.cellId, on) === commune;
  }).length;
}

test('opening and ins less outs is closing, for every unit and period, through transfers, ends and moves of cells', async () => {
  await fc.assert(
    fc.asyncProperty(lives, moves, period, async (people, cellMoves, { from, to }) => {
      const scene = await openScene(cellMoves);
      const histories = people.map((steps) => lived(steps, scene.cells));
      for (const history of histories) {
        const person = await buildIn(world).person();
        await saveHistory(scene.ctx, person, { before: noHistory, after: history });
      }
      for (const commune of scene.communes) {
        const flow = await flowAnswer(scene.ctx, { unit: commune, from, to, boundaries: 'day' });
        const sum = (parts: readonly { count: number }[]) => parts.reduce((total, { count }) => total + count, 0);
        expect(flow.opening + sum(flow.ins) - sum(flow.outs)).toBe(flow.closing);
        expect(flow.opening).toBe(countedOn(histories, commune, { on: addDays(from, -1), communeOn: scene.communeOn }));
        expect(flow.closing).toBe(countedOn(histories, commune, { on: to, communeOn: scene.communeOn }));
        expect([...flow.ins, ...flow.outs].map(({ reason }) => reason)).not.toContain('other');
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);

test('each in and out is told by its reason, also when the cell itself moves', async () => {
  const build = buildIn(world);
  const scene = await openScene([{ cell: 0, at: 100 }]);
  const cell = scene.cells[0]!;
  const died = await build.person();
  await build.member(died, cell, { from: '2020-02-01', to: '2020-03-01', endReason: 'died', inReason: 'admission', outReason: 'end' });
  await build.member(await build.person(), cell, { from: '2010-01-01', inReason: 'initial' });
  const [first, second] = scene.communes;
  expect(reasonsOf(await flowAnswer(scene.ctx, { unit: first, from: dayAt(0), to: dayAt(200), boundaries: 'day' }))).toEqual({
    opening: 1, ins: [{ reason: 'admission', count: 1 }], outs: [{ reason: 'died', count: 1 }, { reason: 'boundary', count: 1 }], closing: 0,
  });
  expect(reasonsOf(await flowAnswer(scene.ctx, { unit: second, from: dayAt(0), to: dayAt(200), boundaries: 'day' }))).toEqual({ opening: 0, ins: [{ reason: 'boundary', count: 1 }], outs: [], closing: 1 });
});

function reasonsOf({ opening, ins, outs, closing }: Awaited<ReturnType<typeof flowAnswer>>) {
  const counted = (parts: typeof ins) => parts.filter(({ count }) => count > 0).map(({ reason, count }) => ({ reason, count }));
  return { opening, ins: counted(ins), outs: counted(outs), closing };
}
