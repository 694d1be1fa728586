/** Two communes with cells, villages and a Front board, and the API of people, membership and posts over them. */
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import type { RoleCode } from '../../../access/roles.ts';
import type { Actor, Grant } from '../../../platform/context.ts';
import type { Procedure } from '../../../platform/contract.ts';
import { flushEvents } from '../../../platform/events.ts';
import { buildKernel } from '../../../platform/http/kernel.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { buildIn } from '../../../../test/world/build.ts';
import { actorWith, openWorld, testKeys } from '../../../../test/world/world.ts';
import { membershipRefusals, membershipRoutes } from '../../membership/server/index.ts';
import { postRefusals, postRoutes } from '../../posts/server/index.ts';
import { personRefusals, personRoutes } from '../server/index.ts';

export type UnitId = Id<'unit'>;
export type PersonId = Id<'person'>;

/** 20 November 2026 in Vietnam. */
export const now = new Date('2026-11-20T03:00:00Z');
export const routes = [...personRoutes, ...membershipRoutes, ...postRoutes];

export type PeopleWorld = Awaited<ReturnType<typeof openPeopleWorld>>;

export async function openPeopleWorld() {
  const world = await openWorld();
  const build = buildIn(world);
  const units = await twoCommunes(build);
  await build.derive();
  const api = await openApi(world);
  const close = async () => {
    await api.app.close();
    await world.close();
  };
  return { world, build, units, ...api, close };
}

async function twoCommunes(build: ReturnType<typeof buildIn>) {
  const province = await build.unit({ kind: 'provincial_party', name: 'Tỉnh ủy Thử' });
  const communeA = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã An', parent: province });
  const communeB = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Bình', parent: province });
  const cellA1 = await build.unit({ kind: 'cell', name: 'Chi bộ thôn Thượng', parent: communeA });
  const cellA2 = await build.unit({ kind: 'cell', name: 'Chi bộ thôn Hạ', parent: communeA });
  const cellB1 = await build.unit({ kind: 'cell', name: 'Chi bộ thôn Đông', parent: communeB });
  const territory = await build.unit({ kind: 'province', name: 'Tỉnh Thử' });
  const placeA = await build.unit({ kind: 'commune', name: 'Xã An', parent: territory });
  const placeB = await build.unit({ kind: 'commune', name: 'Xã Bình', parent: territory });
  const villageA1 = await build.unit({ kind: 'village', name: 'Thôn Thượng', parent: placeA });
  const villageA2 = await build.unit({ kind: 'village', name: 'Thôn Hạ', parent: placeA });
  const villageB1 = await build.unit({ kind: 'village', name: 'Thôn Đông', parent: placeB });
  const committeeA = await build.unit({ kind: 'peoples_committee', name: 'Ủy ban nhân dân xã An' });
  const frontA1 = await build.unit({ kind: 'front_board', name: 'Ban công tác Mặt trận thôn Thượng' });
  await build.relation(province, 'leads', territory);
  await build.relation(communeA, 'leads', placeA);
  await build.relation(communeB, 'leads', placeB);
  await build.relation(cellA1, 'leads', villageA1);
  await build.relation(cellA2, 'leads', villageA2);
  await build.relation(cellB1, 'leads', villageB1);
  await build.relation(committeeA, 'governs', placeA);
  await build.relation(frontA1, 'belongs_to', villageA1);
  return { province, communeA, communeB, cellA1, cellA2, cellB1, territory, placeA, placeB, villageA1, villageA2, villageB1, committeeA, frontA1 };
}

async function openApi(world: Awaited<ReturnType<typeof openWorld>>) {
  let caller: Actor | undefined;
  const app: FastifyInstance = await buildKernel({
    db: world.db, keys: testKeys, log: pino({ level: 'silent' }), routes, clock: () => now, flushEvents,
    refusals: { ...personRefusals, ...membershipRefusals, ...postRefusals }, findActor: async () => caller,
  });

  async function send(who: Actor | undefined, procedure: Procedure, input: Record<string, unknown> = {}) {
    caller = who;
    const used = new Set<string>();
    const path = procedure.path.replace(/:(\w+)/g, (_, key: string) => (used.add(key), encodeURIComponent(String(input[key] ?? newId(0)))));
    const rest = Object.fromEntries(Object.entries(input).filter(([key, value]) => !used.has(key) && value !== undefined));
    if (procedure.method === 'POST') return app.inject({ method: 'POST', url: path, payload: rest });
    const query = new URLSearchParams(Object.entries(rest).flatMap(([key, value]) => (Array.isArray(value) ? value : [value]).map((one) => [key, String(one)])));
    return app.inject({ method: 'GET', url: `${path}?${query}` });
  }

  /** The answer, which must be a good one. */
  async function ask<A = Record<string, never>>(who: Actor | undefined, procedure: Procedure, input: Record<string, unknown> = {}): Promise<A> {
    const response = await send(who, procedure, input);
    if (response.statusCode !== 200) throw new Error(`${procedure.name}: ${response.statusCode} ${response.body}`);
    return response.json() as A;
  }

  /** Status and code of a refusal. */
  async function refusal(who: Actor | undefined, procedure: Procedure, input: Record<string, unknown> = {}): Promise<string> {
    const response = await send(who, procedure, input);
    return `${response.statusCode} ${(response.json() as { problem?: { code: string } }).problem?.code ?? 'no problem'}`;
  }
  return { app, send, ask, refusal };
}

export function officerOf(unitId: UnitId, role: RoleCode = 'office_officer', reach: Grant['reach'] = 'subtree'): Actor {
  return actorWith([{ role, unitId, reach }]);
}

export const administrator = actorWith([{ role: 'system_administrator' }]);
