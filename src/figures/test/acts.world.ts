/**
 * A province with the whole API over it, and what must hold after each act: the roll-ups answer as a live count does,
 * before and after they are counted anew, and counting everything from nothing gives the very rows that were kept.
 */
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import pino from 'pino';
import { expect } from 'vitest';
import { buildIn, type Build } from '../../../test/world/build.ts';
import { actorWith, contextFor, day, openWorld, testKeys, type World } from '../../../test/world/world.ts';
import { giveAccount } from '../../access/test/access.world.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Procedure } from '../../platform/contract.ts';
import { rows } from '../../platform/db/database.ts';
import { flushEvents } from '../../platform/events.ts';
import { buildKernel } from '../../platform/http/kernel.ts';
import { newId, type Id } from '../../platform/ids.ts';
import { allRefusals, allRoutes } from '../../routes.ts';
import { figures } from '../declared.ts';
import type { Figure } from '../figure.ts';
import { forgetRollups, refreshRollups } from '../server/index.ts';
import { ask, type Asked, type Boundaries } from '../server/question.ts';
import { divisionOf, sameBothWays } from '../server/rollups/check.ts';
import { rolledParts } from '../server/rollups/rolled.reads.ts';
import { districtIn, type Place } from './place.ts';

type UnitId = Id<'unit'>;

/** 20 November 2026 in Vietnam. */
export const now = new Date('2026-11-20T03:00:00Z');

export interface ActsWorld {
  readonly world: World;
  readonly build: Build;
  readonly ctx: Ctx;
  readonly place: Place;
  /** A commune that no reform touched, with one village and its cell. */
  readonly other: { readonly party: UnitId; readonly territory: UnitId; readonly government: UnitId; readonly cell: UnitId; readonly village: UnitId };
  ask<A = Record<string, never>>(procedure: Procedure, input?: Record<string, unknown>): Promise<A>;
  close(): Promise<void>;
}

export async function openActsWorld(): Promise<ActsWorld> {
  const world = await openWorld();
  const build = buildIn(world);
  const place = await districtIn(build);
  const other = await otherCommune(build, place);
  await fill(build, place);
  await build.derive();
  const actor = { ...actorWith([{ role: 'board_officer', unitId: place.province.party }]), accountId: (await giveAccount(world)).id };
  const app = await buildKernel({ db: world.db, keys: testKeys, log: pino({ level: 'silent' }), routes: allRoutes, refusals: allRefusals, clock: () => now, flushEvents, findActor: async () => actor });
  const close = async () => {
    await app.close();
    await world.close();
  };
  return { world, build, place, other, ctx: contextFor(world, actor, now), ask: (procedure, input) => send(app, procedure, input), close };
}

async function otherCommune(build: Build, { province }: Place): Promise<ActsWorld['other']> {
  const party = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Bên', parent: province.party });
  const territory = await build.unit({ kind: 'commune', type: 'xa', name: 'Xã Bên', parent: province.territory });
  const government = await build.unit({ kind: 'peoples_committee', name: 'Ủy ban nhân dân xã Bên' });
  const cell = await build.unit({ kind: 'cell', type: 'residential', name: 'Chi bộ thôn Bên', parent: party });
  const village = await build.unit({ kind: 'village', type: 'thon', name: 'Thôn Bên', parent: territory });
  await build.relation(party, 'leads', territory);
  await build.relation(government, 'governs', territory);
  await build.relation(cell, 'leads', village);
  return { party, territory, government, cell, village };
}

/** Somebody everywhere, so that a change shows as a difference and not as a first one. */
async function fill(build: Build, { communes, merged }: Place): Promise<void> {
  for (const [at, { village, cell, board }] of communes.flatMap(({ villages }) => villages).entries()) {
    const head = await build.person({ sex: at % 2 ? 'female' : 'male', birth: `19${60 + at * 5}-03-01` });
    await build.member(head, cell, { from: '2010-05-19' });
    await build.member(await build.person(), cell, { from: '2026-03-10', recognised: null });
    await build.tenure(head, await build.post(village, 'village_head'), { from: '2020-01-01' });
    await build.tenure(head, await build.post(cell, 'secretary'), { from: '2020-01-01' });
    await build.post(board, 'front_board_head', { seats: 2 });
  }
  await build.post(merged.party, 'secretary', { from: '2025-07-01' });
}

async function send<A>(app: FastifyInstance, procedure: Procedure, input: Record<string, unknown> = {}): Promise<A> {
  const used = new Set<string>();
  const url = procedure.path.replace(/:(\w+)/g, (_, key: string) => (used.add(key), encodeURIComponent(String(input[key] ?? newId(0)))));
  const payload = Object.fromEntries(Object.entries(input).filter(([key]) => !used.has(key)));
  const response = await app.inject({ method: 'POST', url, payload });
  if (response.statusCode !== 200) throw new Error(`${procedure.name}: ${response.statusCode} ${response.body}`);
  return response.json() as A;
}

export async function refreshAll({ world, ctx }: Pick<ActsWorld, 'world' | 'ctx'>): Promise<void> {
  for (let call = 0; call < 300; call += 1) if (!(await refreshRollups(world.db, { today: ctx.today, months: 2 })).more) return;
  throw new Error('roll-ups do not come to an end');
}

/** Every figure that roll-ups are kept of, on every kept day, and where `divided` on both boundaries, by child and by dimension too; answers how many of these the roll-ups told. */
export async function expectAllSame({ ctx, place }: ActsWorld, { divided }: { divided: boolean }): Promise<number> {
  const questions = figures.filter(({ subject }) => !subject.keepsNoRollup).flatMap((figure) => [
    ...(divided ? (['day', 'today'] as const) : (['day'] as const)).flatMap((boundaries) => [
      { figure, boundaries, unit: place.province.party, by: 'whole' },
      ...(divided ? [{ figure, boundaries, unit: place.merged.party, by: 'whole' }, { figure, boundaries, unit: place.province.party, by: 'child' }] : []),
    ]),
    ...(figure.histogram ? [{ figure, boundaries: 'day' as const, unit: place.province.party, by: 'histogram' }] : []),
    ...(divided ? figure.dimensions.map(({ id }) => ({ figure, boundaries: 'day' as const, unit: place.province.party, by: id })) : []),
  ]);
  const all = await Promise.all(questions.map((question) => expectSame(ctx, question)));
  const told = divided ? await Promise.all(all.map(({ asked, by }) => rolledParts(ctx, asked, divisionOf(asked, by)))) : [];
  return told.filter((parts) => parts !== undefined).length;
}

async function expectSame(ctx: Ctx, { figure, boundaries, unit, by }: { figure: Figure; boundaries: Boundaries; unit: UnitId; by: string }): Promise<{ asked: Asked; by: string }> {
  const points = pointsOf(ctx, figure);
  const asked = await ask(ctx, { figure: figure.id, unit, boundaries, filters: {}, points: by === 'whole' ? points : points.slice(0, 1) });
  expect({ figure: figure.id, boundaries, by, unit, same: await sameBothWays(ctx, asked, by) }).toEqual({ figure: figure.id, boundaries, by, unit, same: true });
  return { asked, by };
}

function pointsOf({ today }: Ctx, { kind }: Figure) {
  const days = [today, day('2026-10-31')];
  return days.map((to) => ({ from: kind === 'state' ? to : day('2026-02-01'), to }));
}

/** Counted from nothing, all that is kept comes out the same. */
export async function expectKeptIsWhole(it: ActsWorld): Promise<void> {
  const kept = await allKept(it.world);
  await forgetRollups(it.world.db);
  await refreshAll(it);
  expect(kept).toEqual(await allKept(it.world));
}

async function allKept({ owner: { db } }: World): Promise<unknown[][]> {
  return [
    await rows(db, sql`select r.* from figure_rollups r order by figure, group_id, day`),
    // What came and went again leaves a row of zeros in a sum.
    await rows(db, sql`select s.* from figure_sums s where exists (select from unnest(counts) n where n <> 0) order by figure, group_id, day`),
    await rows(db, sql`select h.* from figure_histograms h order by figure, group_id, day`),
    await rows(db, sql`select h.* from figure_histogram_sums h order by figure, group_id, day`),
    await rows(db, sql`select p.* from figure_places p order by system, unit_id, valid`),
  ];
}
