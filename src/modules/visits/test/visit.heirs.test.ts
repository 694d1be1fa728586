/** A place that was merged whole: whoever followed it follows the heir, sees it among the places and writes visits to it. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { listPlaces } from '../server/place.reads.ts';
import { recordVisit } from '../server/visit.commands.ts';
import { visitContract } from '../visit.contract.ts';
import { openVisitWorld, type VisitWorld } from './visit.world.ts';

let it: VisitWorld;
let heir: Id<'unit'>;
let follower: Ctx;

beforeAll(async () => {
  it = await openVisitWorld();
  const visit = visitContract.record.input.parse({ unitId: it.commune, on: '2026-10-02', kind: 'field', promises: [{ id: newId(0), text: 'Hỏi về đường', dueOn: '2026-12-01' }] });
  await act(it.follower, (ctx) => recordVisit(ctx, visit));
  const build = buildIn(it.world);
  heir = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Mới', parent: it.province, from: '2026-11-01' });
  await build.lineage(it.commune, heir, '2026-11-01');
  await sql`update unit_versions set valid = daterange(lower(valid), '2026-11-01') where unit_id = ${it.commune}`.execute(it.world.owner.db);
  await build.derive();
  // The role goes on at the heir.
  follower = contextFor(it.world, actorWith([{ role: 'assigned_cadre', unitId: heir }], it.cadre));
});
afterAll(() => it.close());

test('the heir stands among the places, with what was done and promised before', async () => {
  expect((await listPlaces(follower)).items).toMatchObject([{ unit: { id: heir, name: 'Đảng bộ xã Mới' }, quarter: { visits: { done: 1, owed: 1 } }, promises: { open: 1 } }]);
});

test('a visit to the heir counts', async () => {
  await act(follower, (ctx) => recordVisit(ctx, visitContract.record.input.parse({ unitId: heir, on: '2026-11-12', kind: 'field' })));
  expect((await listPlaces(follower)).items).toMatchObject([{ lastVisit: { on: '2026-11-12' }, quarter: { visits: { done: 2 } } }]);
});

test('a visit from before the merger that waited comes in, by the role at the heir', async () => {
  const late = (ctx: Ctx) => act(ctx, (inside) => recordVisit(inside, visitContract.record.input.parse({ unitId: it.commune, on: '2026-10-30', kind: 'field' }))).then(() => 'done', (error: { code?: string }) => error.code);
  expect(await late(follower)).toBe('done');
  expect(await late(contextFor(it.world, actorWith([{ role: 'member' }], it.cadre)))).toBe('platform.notFound');
});
