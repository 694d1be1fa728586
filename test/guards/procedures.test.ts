/** What holds for every procedure, asked of each one over HTTP: nobody gets in without a session, nor without the verb. */
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findActor } from '../../src/access/server/index.ts';
import { roles, type RoleCode } from '../../src/access/roles.ts';
import { verbs } from '../../src/access/verbs.ts';
import { giveAccount, giveRole, start, type GivenAccount } from '../../src/access/test/access.world.ts';
import { buildMember, buildPlaces } from '../../src/access/test/places.ts';
import type { Procedure } from '../../src/platform/contract.ts';
import { flushEvents } from '../../src/platform/events.ts';
import { buildKernel, sessionCookie } from '../../src/platform/http/kernel.ts';
import { allRoutes } from '../../src/routes.ts';
import { openWorld, testKeys, type World } from '../world/world.ts';
import { exampleOf, unknownId } from './example.ts';
import { findProblemTexts, findRefusals, findRoutes } from './sources.ts';

const procedures = allRoutes.map((route) => route.procedure);
const guarded = procedures.filter((procedure) => procedure.verb !== undefined);
const open = procedures.filter((procedure) => procedure.open !== undefined);

let world: World;
let app: FastifyInstance;
let stranger: GivenAccount;
/** Holds every role that there is, over the whole province. */
let everybody: GivenAccount;

beforeAll(async () => {
  world = await openWorld();
  app = await buildKernel({ db: world.db, keys: testKeys, log: pino({ level: process.env['TEST_LOG'] ?? 'silent' }), routes: allRoutes, refusals: await findRefusals(), findActor, flushEvents, clock: () => start });
  const places = await buildPlaces(world);
  stranger = await giveAccount(world);
  everybody = await giveAccount(world, { personId: await buildMember(world, places.cell) });
  for (const role of Object.keys(roles) as RoleCode[]) {
    const placed = roles[role].reaches.includes('subtree');
    await giveRole(world, everybody, placed ? { role, unitId: places.province } : { role });
  }
});
afterAll(async () => {
  await app.close();
  await world.close();
});

async function ask(procedure: Procedure, as?: GivenAccount): Promise<{ status: number; code: string | undefined }> {
  const { url, rest } = addressOf(procedure);
  const query = new URLSearchParams(Object.entries(rest).map(([key, value]) => [key, String(value)]));
  const request = procedure.method === 'GET' ? { method: 'GET' as const, url: `${url}?${query.toString()}` } : { method: 'POST' as const, url, payload: rest };
  const reply = await app.inject({ ...request, ...(as ? { cookies: { [sessionCookie]: as.token } } : {}) });
  const isJson = String(reply.headers['content-type']).includes('json');
  return { status: reply.statusCode, code: isJson ? reply.json<{ problem?: { code: string } }>().problem?.code : undefined };
}

function addressOf(procedure: Procedure): { url: string; rest: Record<string, unknown> } {
  const rest: Record<string, unknown> = { ...exampleOf(procedure.input) };
  const url = procedure.path.replace(/:(\w+)/g, (_, key: string) => {
    const value = rest[key] ?? unknownId;
    delete rest[key];
    return encodeURIComponent(String(value));
  });
  return { url, rest };
}

describe('every procedure', () => {
  test('has a name of its own, and an address of its own for its method', () => {
    expect(duplicates(procedures.map((procedure) => procedure.name))).toEqual([]);
    expect(duplicates(procedures.map((procedure) => `${procedure.method} ${procedure.path.replaceAll(/:\w+/g, ':')}`))).toEqual([]);
  });

  test('stands in the composed list', async () => {
    const found = (await findRoutes()).map((route) => route.procedure.name).toSorted();
    expect(procedures.map((procedure) => procedure.name).toSorted()).toEqual(expect.arrayContaining(found));
  });

  test('declares a verb that exists, or says why it is open', () => {
    expect(guarded.filter((procedure) => !(procedure.verb! in verbs)).map((procedure) => procedure.name)).toEqual([]);
    expect(open.filter((procedure) => procedure.open!.length < 10).map((procedure) => procedure.name)).toEqual([]);
  });

  test('is summed up in both languages', () => {
    expect(procedures.filter(({ summary }) => !summary.vi || !summary.en).map((procedure) => procedure.name)).toEqual([]);
  });

  test('answers with problems that have a sentence in both languages', async () => {
    const texts = await findProblemTexts();
    const declared = new Set(procedures.flatMap((procedure) => procedure.problems));
    expect([...declared].filter((code) => !texts[code]?.vi || !texts[code].en)).toEqual([]);
  });
});

describe('a procedure with a verb', () => {
  test.each(guarded.map((procedure) => [procedure.name, procedure] as const))('%s: 401 without a session, 403 with one that holds no verb', async (_, procedure) => {
    expect(await ask(procedure)).toEqual({ status: 401, code: 'platform.unauthenticated' });
    expect(await ask(procedure, stranger)).toEqual({ status: 403, code: 'platform.forbidden' });
  });
});

test('every open procedure either needs nobody or refuses nobody with 401', async () => {
  for (const procedure of open) {
    const { status } = await ask(procedure);
    expect({ procedure: procedure.name, status }).toEqual({ procedure: procedure.name, status: expect.toSatisfy((code: number) => code < 500) as number });
  }
});

describe('asked by somebody who holds everything', () => {
  const reads = procedures.filter((procedure) => procedure.method === 'GET');
  const acts = procedures.filter((procedure) => procedure.method === 'POST' && procedure.name !== 'access.signOut');

  test.each(reads.map((procedure) => [procedure.name, procedure] as const))('the read %s answers, or says that the thing is not there', async (_, procedure) => {
    const { status, code } = await ask(procedure, everybody);
    const asksForSomething = JSON.stringify(addressOf(procedure)).includes(unknownId) || status === 400;
    expect({ status, code }).toEqual(asksForSomething ? { status: expect.toBeOneOf([200, 400, 404]) as number, code } : { status: 200, code: undefined });
  });

  test.each(acts.map((procedure) => [procedure.name, procedure] as const))('the act %s is done or refused with a problem, never with a fault', async (_, procedure) => {
    const { status, code } = await ask(procedure, everybody);
    expect(status < 400 ? code : code?.includes('.')).toBe(status < 400 ? undefined : true);
    expect(status).toBeLessThan(500);
  });
});

test('every verb is held by some role and declared by some procedure', () => {
  const held = new Set<string>(Object.values(roles).flatMap((role) => role.verbs));
  expect(Object.keys(verbs).filter((verb) => !held.has(verb))).toEqual([]);
});

function duplicates(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}
