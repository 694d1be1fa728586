/** What lies at few units is counted the same where these alone are looked up as where all that stands below is; also after the unit of most records was merged. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFullWorld, type FullWorld } from '../../../test/guards/full.world.ts';
import { buildIn } from '../../../test/world/build.ts';
import { actorWith, contextFor, day } from '../../../test/world/world.ts';
import { systemContext } from '../../access/system.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Id } from '../../platform/ids.ts';
import { figures } from '../declared.ts';
import { liveByChild, liveByChildWithSum } from '../server/breakdown.reads.ts';
import { lookedUp, narrowed } from '../server/few.units.ts';
import { ask } from '../server/question.ts';
import { countLive } from '../server/value.reads.ts';

let full: FullWorld;
let ctx: Ctx;
let heir: Id<'unit'>;

beforeAll(async () => {
  full = await openFullWorld();
  const { now, today, ...bare } = contextFor(full.world, undefined);
  ctx = { ...systemContext(bare), now, today };
  const build = buildIn(full.world);
  heir = await build.unit({ kind: 'cell', parent: await build.unit({ kind: 'commune_party', parent: full.province }) });
  const { db } = full.world.owner;
  await sql`update reviews set due_on = '2026-11-05' where person_id is null`.execute(db);
  await sql`update tasks set origin_kind = 'visit', due_on = '2026-11-05' where id = ${full.task}`.execute(db);
  await sql`update unit_versions set valid = daterange(lower(valid), '2026-11-16') where unit_id = ${full.cell}`.execute(db);
  await sql`update unit_parents set valid = daterange(lower(valid), '2026-11-16') where unit_id = ${full.cell}`.execute(db);
  await sql`insert into unit_lineage (id, predecessor_id, successor_id, effective_on, share) values (gen_random_uuid(), ${full.cell}, ${heir}, '2026-11-16', 'whole')`.execute(db);
  await build.derive();
}, 120_000);
afterAll(() => full.world.close());

const few = figures.filter(({ subject }) => subject.foundAt);

/** The world has none; `cascade.heirs.test.ts` looks at these in the same way. */
const withoutRows = ['cascades.programmes', 'targets.reached'];

test('units are looked up by themselves for who may read all that stands below alone', async () => {
  const whole = { figure: figures.find(({ id }) => id === 'tasks.open')!, unit: { id: full.province, name: '' }, boundaries: 'day' as const, filters: {}, notes: [] };
  const points = [{ from: day('2026-11-20'), to: day('2026-11-20'), boundaryDay: day('2026-11-20'), roots: [{ id: full.province, hierarchy: 'party' as const }] }];
  await sql`insert into unit_closure (hierarchy, ancestor_id, descendant_id, depth, valid) select 'reach', ${full.province}, gen_random_uuid(), 1, '[2026-01-01,)' from generate_series(1, 5000)`.execute(full.world.owner.db);
  const isFew = async (reach: 'unit' | 'subtree', unitId = full.province) => (await narrowed(contextFor(full.world, actorWith([{ role: 'board_officer', unitId, reach }])), { ...whole, points })).only !== undefined;
  expect([await isFew('subtree'), await isFew('unit'), await isFew('subtree', heir)]).toEqual([true, false, false]);
  await sql`delete from unit_closure where hierarchy = 'reach' and ancestor_id = ${full.province} and descendant_id not in (select id from units)`.execute(full.world.owner.db);
});

test.each(few.map(({ id }) => [id]))('%s', async (figure) => {
  let counted = 0;
  const board = contextFor(full.world, actorWith([{ role: 'board_officer', unitId: full.province }]));
  for (const asker of [ctx, board]) for (const unit of [full.province, full.cell, heir]) for (const boundaries of ['day', 'today'] as const) for (const on of ['2026-11-10', '2026-11-20'].map(day)) {
    const asked = await ask(asker, { figure, unit, boundaries, filters: {}, points: [{ from: day('2020-01-01'), to: on }] });
    const alone = { ...asked, only: lookedUp(asked.figure.subject, asked.points.flatMap(({ roots }) => roots.map(({ id }) => id))) };
    const counts = await countLive(asker, asked);
    expect([await countLive(asker, alone), await liveByChildWithSum(asker, alone)], `${unit} ${boundaries} ${on}`).toEqual([counts, { counts, parts: await liveByChild(asker, asked) }]);
    counted += counts.points[0]!.base;
  }
  expect(counted > 0).toBe(!withoutRows.includes(figure));
});
