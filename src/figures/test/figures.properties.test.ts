/** What holds for every figure whatever the history: random people in cells that move between communes. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../test/world/build.ts';
import { actorWith, contextFor, day, openWorld, type World } from '../../../test/world/world.ts';
import type { Ctx } from '../../platform/context.ts';
import { addDays, type Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { breakdownAnswer, compareAnswer, computeFigure, flowAnswer, recordsAnswer, seriesAnswer } from '../server/index.ts';

type UnitId = Id<'unit'>;

const first = day('2010-01-01');
const length = 4000;
const dayAt = (offset: number): Day => addDays(first, offset);
const offset = fc.integer({ min: 0, max: length });

/** Spells in cells, one after another with or without a gap; the membership ends with the last or goes on. */
const memberArbitrary = fc.record({
  sex: fc.constantFrom('male' as const, 'female' as const, undefined),
  birth: fc.option(fc.integer({ min: -25_000, max: -7000 }), { nil: undefined }),
  start: offset,
  spells: fc.array(fc.record({ cell: fc.nat(), days: fc.integer({ min: 1, max: 1500 }), gap: fc.constantFrom(0, 0, 0, 40) }), { minLength: 1, maxLength: 4 }),
  end: fc.constantFrom('died' as const, 'transferred_out' as const, 'expelled' as const, undefined),
  leftOut: fc.constantFrom('transfer_out' as const, 'internal' as const, undefined),
  recognisedAfter: fc.constantFrom(365, 800, undefined),
  away: fc.boolean(),
  exempt: fc.boolean(),
});
const historyArbitrary = fc.record({
  members: fc.array(memberArbitrary, { minLength: 5, maxLength: 25 }),
  moves: fc.uniqueArray(fc.record({ cell: fc.nat(), to: fc.nat(), on: offset }), { selector: ({ on }) => on, maxLength: 6 }),
});
type History = (typeof historyArbitrary) extends fc.Arbitrary<infer T> ? T : never;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

interface Setting {
  readonly ctx: Ctx;
  readonly district: UnitId;
  readonly communes: readonly UnitId[];
  readonly cells: readonly UnitId[];
}

async function settle(history: History): Promise<Setting> {
  const build = buildIn(world);
  const district = await build.unit({ kind: 'district_party' });
  const communes: UnitId[] = [];
  for (let index = 0; index < 3; index += 1) communes.push(await build.unit({ kind: 'commune_party', parent: district }));
  const cells: UnitId[] = [];
  for (let index = 0; index < 5; index += 1) {
    cells.push(await build.unit({ kind: 'cell', parent: index === 4 ? district : communes[index % 3]!, ...(index % 2 ? { type: 'school' as const } : {}) }));
  }
  // Days of moves in order: a spell can only be cut after it began.
  for (const { cell, to, on } of history.moves.toSorted((a, b) => a.on - b.on)) {
    await build.move(cells[cell % 5]!, { hierarchy: 'party', parent: communes[to % 3]!, on: dayAt(on) });
  }
  for (const member of history.members) await enter(build, cells, member);
  await build.derive();
  return { ctx: contextFor(world, actorWith([{ role: 'board_officer', unitId: district }])), district, communes, cells };
}

async function enter(build: ReturnType<typeof buildIn>, cells: readonly UnitId[], member: History['members'][number]): Promise<void> {
  const person = await build.person({ ...(member.sex ? { sex: member.sex } : {}), ...(member.birth ? { birth: dayAt(member.birth) } : {}) });
  let at = member.start;
  const spells = member.spells.map(({ cell, days, gap }) => {
    const spell = { cell: cells[cell % 5]!, from: dayAt(at), to: dayAt(at + days - 1) };
    at += days + gap;
    return spell;
  });
  const [one, ...others] = spells;
  const last = spells.at(-1)!;
  const membership = await build.membership(person, {
    from: one!.from,
    recognised: member.recognisedAfter === undefined ? null : addDays(one!.from, member.recognisedAfter),
    ...(member.end ? { to: last.to, endReason: member.end } : {}),
  });
  await build.placement({ person, membership, ...one!, inReason: 'admission' });
  for (const spell of others) await build.placement({ person, membership, ...spell, inReason: 'internal', outReason: member.leftOut });
  if (member.away) await build.away(person, { from: one!.from, withLeave: false });
  if (member.exempt) await build.exemption(person, { from: one!.from, to: last.to });
}

const runs = { numRuns: 6 } as const;

test('opening + ins − outs = closing, opening and closing being the value of those days, for every unit and period', async () => {
  await fc.assert(
    fc.asyncProperty(historyArbitrary, offset, fc.integer({ min: 0, max: 2000 }), async (history, start, days) => {
      const { ctx, district, communes, cells } = await settle(history);
      const [from, to] = [dayAt(start), dayAt(start + days)];
      for (const unit of [district, communes[0]!, cells[0]!]) {
        const flow = await flowAnswer(ctx, { unit, from, to, boundaries: 'day' });
        const sum = (rows: readonly { count: number }[]) => rows.reduce((total, { count }) => total + count, 0);
        expect(flow.opening + sum(flow.ins) - sum(flow.outs)).toBe(flow.closing);
        expect(flow.opening).toBe((await computeFigure(ctx, { figure: 'members', unit, on: addDays(from, -1) })).value.count);
        expect(flow.closing).toBe((await computeFigure(ctx, { figure: 'members', unit, on: to })).value.count);
        const admitted = await computeFigure(ctx, { figure: 'members.admissions', unit, from, on: to });
        expect(flow.ins.find(({ reason }) => reason === 'admission')?.count ?? 0).toBe(admitted.value.count);
      }
    }),
    runs,
  );
});

test('parts of a partition add up to the value, overlapping marks never exceed it, records are as many as counted', async () => {
  await fc.assert(
    fc.asyncProperty(historyArbitrary, offset, async (history, at) => {
      const { ctx, district } = await settle(history);
      const wish = { figure: 'members', unit: district, on: dayAt(at) };
      const total = (await computeFigure(ctx, wish)).value.count;
      for (const by of ['child', 'status', 'sex', 'ageBand', 'partyAgeBand', 'cellType']) {
        const { items } = await breakdownAnswer(ctx, { ...wish, by });
        expect(items.reduce((sum, { count }) => sum + count, 0), by).toBe(total);
      }
      const marks = await breakdownAnswer(ctx, { ...wish, by: 'marks' });
      for (const { count } of marks.items) expect(count).toBeLessThanOrEqual(total);
      const school = await computeFigure(ctx, { ...wish, filters: { cellType: ['school'] } });
      const byType = await breakdownAnswer(ctx, { ...wish, by: 'cellType' });
      expect(school.value.count).toBe(byType.items.find(({ code }) => code === 'school')?.count);
      const records = await recordsAnswer(ctx, { ...wish, set: 'count', limit: 500 });
      expect([records.total, records.items.length]).toEqual([total, total]);
    }),
    runs,
  );
});

test('each point of a series is the value of its day, of a flow that of its period; parts of a year add up to it', async () => {
  await fc.assert(
    fc.asyncProperty(historyArbitrary, offset, async (history, at) => {
      const { ctx, district, communes } = await settle(history);
      const [from, on] = [dayAt(at), dayAt(at + 500)];
      const states = await seriesAnswer(ctx, { figure: 'members', unit: communes[1]!, from, on, step: 'quarter' });
      for (const { to, count } of states.points) expect(count).toBe((await computeFigure(ctx, { figure: 'members', unit: communes[1]!, on: to })).value.count);
      const flows = await seriesAnswer(ctx, { figure: 'members.ends', unit: district, from, on, step: 'month' });
      const whole = await computeFigure(ctx, { figure: 'members.ends', unit: district, from, on });
      expect(flows.points.reduce((sum, { count }) => sum + count, 0)).toBe(whole.value.count);
      const byReason = await breakdownAnswer(ctx, { figure: 'members.ends', unit: district, from, on, by: 'reason' });
      const byChild = await breakdownAnswer(ctx, { figure: 'members.ends', unit: district, from, on, by: 'child' });
      for (const { items } of [byReason, byChild]) expect(items.reduce((sum, { count }) => sum + count, 0)).toBe(whole.value.count);
    }),
    runs,
  );
});

test('of two days compared, added less removed is the difference, and each list holds what it says', async () => {
  await fc.assert(
    fc.asyncProperty(historyArbitrary, offset, offset, async (history, one, other) => {
      const { ctx, communes } = await settle(history);
      const wish = { figure: 'members', unit: communes[0]!, before: dayAt(one), on: dayAt(other), limit: 500 };
      for (const list of ['added', 'removed', 'unchanged'] as const) {
        const answer = await compareAnswer(ctx, { ...wish, list });
        expect(answer.added! - answer.removed!).toBe(answer.after.count - answer.before.count);
        expect(answer.before.count).toBe(answer.removed! + answer.unchanged!);
        expect(answer.records?.items).toHaveLength(answer[list]!);
      }
    }),
    runs,
  );
});
