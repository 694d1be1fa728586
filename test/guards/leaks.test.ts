/**
 * Nothing shows through. Somebody who holds every verb, but at a unit of his own, asks every read before the world beside
 * it is filled and after: answers, counts, totals and refusals must be the same to the letter, whatever he asks about.
 */
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Actor } from '../../src/platform/context.ts';
import { query, type Procedure } from '../../src/platform/contract.ts';
import { firstRow } from '../../src/platform/db/database.ts';
import { flushEvents } from '../../src/platform/events.ts';
import { buildKernel } from '../../src/platform/http/kernel.ts';
import { bind } from '../../src/platform/http/routes.ts';
import { newId } from '../../src/platform/ids.ts';
import { allRefusals, allRoutes } from '../../src/routes.ts';
import { buildIn } from '../world/build.ts';
import { testKeys } from '../world/keys.ts';
import { actorWith, type World } from '../world/world.ts';
import { addressOf, keysOf, type Subjects } from './asking.ts';
import { openFullWorld, type FullWorld } from './full.world.ts';

/** What anybody may know, and why. */
const public_: Readonly<Record<string, string>> = {
  'access.welcome': 'asked before anybody has signed in: whether there are accounts at all',
  'events.verify': 'how many events stand in the log and whether its chains are whole; no event',
  'imports.template': 'the empty form; its file says when it was made',
};

const leaking = query({ name: 'planted.count', path: '/planted', open: 'a test needs nobody', summary: { vi: '', en: '' }, input: z.strictObject({}), output: z.object({ people: z.number() }) });
const reads = [...allRoutes.map(({ procedure }) => procedure).filter(({ name, method }) => method === 'GET' && !(name in public_)), leaking];

/** Ways to aim at what lies beyond reach, where a read takes them. */
const aims: readonly (readonly [how: string, keys: readonly string[]])[] = [['as it is', []], ['by unit', ['unitId', 'under']], ['by person', ['personId']], ['by name', ['q', 'text']]];

let full: FullWorld;
let app: FastifyInstance;
let stranger: Actor;
const before = new Map<string, unknown>();

beforeAll(async () => {
  full = await openFullWorld(async (world) => {
    stranger = await settleStranger(world);
    app = await serve(world);
    const nothing: Subjects = { province: newId(0), cell: newId(0), member: newId(0), post: newId(0), reorganisation: newId(0), meeting: newId(0), document: newId(0), task: newId(0), shortcoming: newId(0), season: newId(0), rating: newId(0), cycle: newId(0), review: newId(0), regulation: newId(0), assignment: newId(0), petition: newId(0), visit: newId(0), report: newId(0), evaluation: newId(0), interim: newId(0) };
    for (const [procedure, aim] of questions()) before.set(`${procedure.name} ${aim}`, await ask(procedure, aim, nothing));
  });
});
afterAll(async () => {
  await app.close();
  await full.world.close();
});

describe('what lies beyond reach changes no answer', () => {
  test.each(questions().filter(([procedure]) => procedure !== leaking).map(([procedure, aim]) => [`${procedure.name} ${aim}`, procedure, aim] as const))('%s', async (name, procedure, aim) => {
    const after = await ask(procedure, aim, full);
    expect(after).toEqual(before.get(name));
    expect(after.status).toBeLessThan(500);
  });

  test('a read that counts without a predicate is found out', async () => {
    expect(await ask(leaking, 'as it is', full)).not.toEqual(before.get('planted.count as it is'));
  });

  test('most of the answers are answers', () => {
    const answered = [...before.values()].filter((answer) => (answer as { status: number }).status === 200);
    expect(answered.length).toBeGreaterThan(before.size / 2);
  });
});

function questions(): (readonly [Procedure, string])[] {
  return reads.flatMap((procedure) => aims.filter(([, keys]) => keys.length === 0 || keys.some((key) => keysOf(procedure).has(key))).map(([how]) => [procedure, how] as const));
}

/** A commune of his own with a member and a post: there is something that he may see. */
async function settleStranger(world: World): Promise<Actor> {
  const build = buildIn(world);
  const commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ Riêng' });
  const cell = await build.unit({ kind: 'cell', name: 'Chi bộ Riêng', parent: commune });
  const person = await build.person({ name: 'Trần Thị Riêng' });
  await build.member(person, cell);
  await build.tenure(person, await build.post(cell, 'secretary'));
  await build.derive();
  return actorWith([{ role: 'board_officer', unitId: commune }, { role: 'member' }], person);
}

function serve(world: World): Promise<FastifyInstance> {
  const planted = bind(leaking, async (ctx) => (await firstRow(ctx.db, sql<{ people: number }>`select count(*) as people from people`))!);
  return buildKernel({
    db: world.db, keys: testKeys, log: pino({ level: 'silent' }), routes: [...allRoutes, planted], refusals: allRefusals, findActor: async () => stranger, flushEvents, clock: () => new Date('2026-11-20T03:00:00Z'),
  });
}

async function ask(procedure: Procedure, aim: string, subjects: Subjects): Promise<{ status: number; body: string }> {
  const keys = aims.find(([how]) => how === aim)![1];
  const targets: Readonly<Record<string, string>> = { unitId: subjects.cell, under: subjects.province, personId: subjects.member, q: 'Người', text: 'a1' };
  const input = { ...Object.fromEntries(keys.map((key) => [key, targets[key]])), ...(procedure.files ? { format: 'csv', language: 'en' } : {}) };
  const reply = await app.inject({ method: 'GET', url: addressOf(procedure, subjects, input) });
  return { status: reply.statusCode, body: withoutAsked(reply.body, subjects) };
}

/** Numbers of requests differ, and so do the ids of what was asked about where an answer repeats them. */
function withoutAsked(body: string, subjects: Subjects): string {
  const { province, cell, member, post, reorganisation, meeting, shortcoming, document, cycle, review, regulation, assignment, visit, report, evaluation, interim } = subjects;
  return [province, cell, member, post, reorganisation, meeting, shortcoming, document, cycle, review, regulation, assignment, visit, report, evaluation, interim].reduce((text, id) => text.replaceAll(id, 'asked'), body.replaceAll(/"requestId":"[^"]*"/g, ''));
}
