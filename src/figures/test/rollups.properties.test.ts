/** A roll-up says what a live count says: random histories of people, posts and units, counted anew at random moments. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../test/world/build.ts';
import { actorWith, contextFor, day, openWorld, type World } from '../../../test/world/world.ts';
import { systemContext } from '../../access/system.ts';
import type { Ctx } from '../../platform/context.ts';
import { figures } from '../declared.ts';
import type { Figure } from '../figure.ts';
import { ask } from '../server/question.ts';
import { refreshRollups } from '../server/index.ts';
import { checkRollups, divisionOf, divisionsOf, sameBothWays } from '../server/rollups/check.ts';
import { firstDayOfMonth } from '../server/rollups/months.ts';
import { rolledParts } from '../server/rollups/rolled.reads.ts';
import { laidStepsIn } from './rollups.laid.steps.ts';
import { landIn, pick, stepsIn, type Land, type Step } from './rollups.steps.ts';

let world: World;
let steps: Record<string, Step>;
beforeAll(async () => {
  world = await openWorld();
  steps = { ...stepsIn(world), ...laidStepsIn(world) };
});
afterAll(() => world.close());

const days = ['2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31', '2026-11-20', '2026-11-21', '2026-03-31'].map(day);
const changes = ['2024-05-10', '2026-03-15', '2026-08-15', '2026-09-09', '2026-10-31', '2026-11-20', '2027-01-01'];

/** Of the same day as the others: days are kept as of it. */
function systemIn(of: World): Ctx {
  const { now, today, ...bare } = contextFor(of, undefined);
  return { ...systemContext(bare), now, today };
}

const kept = figures.filter(({ subject }) => !subject.keepsNoRollup);

async function refreshAll(ctx: Ctx, most = 200): Promise<void> {
  for (let call = 0; call < most; call += 1) if (!(await refreshRollups(world.db, { today: ctx.today, months: 4 })).more) return;
}

const stepArbitrary = () => fc.record({
  step: fc.constantFrom(...Object.keys(steps)),
  one: fc.nat(1000), two: fc.nat(1000), day: fc.constantFrom(...changes), other: fc.constantFrom(...changes),
  refreshes: fc.constantFrom(0, 1, 2, 200, 200),
  questions: fc.array(fc.record({ figure: fc.nat(100), by: fc.nat(100), unit: fc.nat(100), on: fc.constantFrom(...days), from: fc.nat(400), today: fc.boolean(), asks: fc.constantFrom(0, 0, 0, 1, 2, 3) }), { minLength: 4, maxLength: 6 }),
});

test('whatever happened and whenever it was counted anew, a roll-up answers as a live count', async () => {
  const rolled = { all: 0, byMonth: 0, lastAlone: 0, histogram: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(stepArbitrary(), { minLength: 5, maxLength: 9 }), async (list) => {
      const build = buildIn(world);
      const land = await landIn(build);
      const system = systemIn(world);
      await build.derive();
      for (let at = 0; at < 12; at += 1) await steps['admit']!(build, land, { one: at * 7, two: at * 5, day: pick(changes, at), other: '' });
      for (let at = 0; at < 20; at += 1) await steps['meet']!(build, land, { one: at * 7, two: at * 5, day: '', other: '' });
      for (let at = 0; at < 25; at += 1) await steps[at % 3 === 2 ? 'handlePetition' : 'raise']!(build, land, { one: at * 7, two: at * 5, day: '', other: '' });
      for (let at = 0; at < 24; at += 1) await steps[['giveTask', 'issue', 'passDown', 'answer', 'workTask', 'changeDocument'][at % 6]!]!(build, land, { one: at * 7, two: at * 5, day: '', other: '' });
      await sql`insert into figure_marks (moved) values (true)`.execute(world.owner.db);
      await refreshAll(system);
      const askers = [system, ...[land.provinces[0]!.party, land.communes[1]!.party, land.country.party].map((unitId) => contextFor(world, actorWith([{ role: 'board_officer', unitId }])))];
      for (const { step, refreshes, questions, ...draw } of list) {
        await steps[step]!(build, land, draw);
        await refreshAll(system, refreshes);
        for (const question of questions) {
          const figure = await check(pick(askers, question.asks), land, question);
          if (figure) rolled.all += 1;
          if (figure?.subject.keptBy) rolled.byMonth += 1;
        }
      }
      // Whole months of meetings are seldom drawn: they are asked for at the end of each history.
      await refreshAll(system);
      for (const [at, { subject, histogram }] of kept.entries()) {
        if (histogram) for (const unit of [0, 2, 3, 8]) if (await check(system, land, { figure: at, by: 2, unit, on: days[4]!, from: 1, today: unit === 3 })) rolled.histogram += 1;
        if (!subject.keptBy) continue;
        for (const on of [days[1]!, days[2]!]) if (await check(system, land, { figure: at, by: 0, unit: 0, on, from: 1, today: false })) rolled.byMonth += 1;
        if (!subject.isLastAlone) continue;
        for (const from of [21, 61, 301, 401]) for (const by of [0, 1, 2]) if (await check(system, land, { figure: at, by, unit: by, on: days[4]!, from, today: from === 61 })) rolled.lastAlone += 1;
      }
    }),
    { numRuns: Number(process.env['ROLLUP_RUNS'] ?? 2), endOnFailure: true, ...(process.env['ROLLUP_SEED'] ? { seed: Number(process.env['ROLLUP_SEED']) } : {}) },
  );
  expect(rolled.all).toBeGreaterThan(10);
  expect(rolled.byMonth).toBeGreaterThan(1);
  expect(rolled.lastAlone).toBeGreaterThan(3);
  expect(rolled.histogram).toBeGreaterThan(3);
}, 600_000);

/** Answers the figure where the roll-ups told. */
async function check(ctx: Ctx, land: Land, question: { figure: number; by: number; unit: number; on: (typeof days)[number]; from: number; today: boolean }): Promise<Figure | undefined> {
  const figure = pick(kept, question.figure);
  const by = pick(divisionsOf(figure), question.by);
  const units = [land.country.party, land.country.place, ...land.provinces.flatMap(({ party, place, body }) => [party, place, body]), ...land.communes.flatMap(({ party, place }) => [party, place]), land.cells[0]!];
  const back = figure.kind === 'flow' ? day(new Date(Date.parse(question.on) - question.from * 86_400_000).toISOString().slice(0, 10)) : question.on;
  const from = figure.subject.keptBy === 'month' && question.from % 5 > 0 ? firstDayOfMonth(back) : back;
  const put = { figure: figure.id, unit: pick(units, question.unit), points: [{ from, to: question.on }], boundaries: question.today ? 'today' as const : 'day' as const, filters: {} };
  const asked = await ask(ctx, put).catch(() => undefined);
  if (!asked) return undefined;
  let isRolled = false;
  try {
    isRolled = (await rolledParts(ctx, asked, divisionOf(asked, by))) !== undefined;
    expect({ ...put, by, same: await sameBothWays(ctx, asked, by) }).toEqual({ ...put, by, same: true });
  } catch (error) {
    if ((error as { kind?: string }).kind !== 'forbidden') throw error;
    expect(isRolled).toBe(false);
  }
  return isRolled ? figure : undefined;
}

test('the check of the doctor finds a row that is wrong', async () => {
  const system = systemIn(world);
  await refreshAll(system);
  expect((await checkRollups(system, { sample: 60, seed: 'one' })).disagreements).toEqual([]);
  await sql`update figure_sums set counts = (select array_agg(n + 1) from unnest(counts) n)`.execute(world.owner.db);
  await sql`update figure_rollups set counts = (select array_agg(n + 1) from unnest(counts) n)`.execute(world.owner.db);
  expect((await checkRollups(system, { sample: 60, seed: 'one' })).disagreements.length).toBeGreaterThan(0);
});
