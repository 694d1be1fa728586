/**
 * No read is unbounded. By its shape: every array that a read answers is the page of a list, which takes a limit with a
 * maximum and a cursor, or is known to be short (`answer.arrays.ts`). By what it does: asked for one row in a world of many,
 * it neither answers more nor has the database bring more.
 */
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { query, type Procedure } from '../../src/platform/contract.ts';
import { rows } from '../../src/platform/db/database.ts';
import { flushEvents } from '../../src/platform/events.ts';
import { buildKernel } from '../../src/platform/http/kernel.ts';
import { pageSize } from '../../src/platform/http/query.schema.ts';
import { bind, type Route } from '../../src/platform/http/routes.ts';
import { allRefusals, allRoutes } from '../../src/routes.ts';
import { testKeys } from '../world/keys.ts';
import { arrayFaults, arraysIn, bounds, isPaged, isPageOf, lengthsIn, mostOf } from './answer.arrays.ts';
import { addressOf } from './asking.ts';
import { many, openFullWorld, type FullWorld } from './full.world.ts';

const reads = allRoutes.map(({ procedure }) => procedure).filter(({ method, files }) => method === 'GET' && files === undefined);

describe('by its shape', () => {
  test.each(reads.map((procedure) => [procedure.name, procedure] as const))('%s answers pages, and beside them only what is known to be short', (_, procedure) => {
    expect(arrayFaults(procedure)).toEqual([]);
  });

  test('lists are found at all', () => {
    expect(reads.filter(isPaged).map(({ name }) => name)).toEqual(expect.arrayContaining(['people.list', 'units.list', 'units.children', 'posts.list', 'posts.heads', 'events.list', 'home.lately', 'figures.records']));
  });

  test('nothing is known to be short that no read answers, or twice', () => {
    const answered = new Set(reads.flatMap((procedure) => arraysIn(procedure.output).map((path) => `${procedure.name} ${path}`)));
    const known = bounds.flatMap(({ arrays }) => arrays);
    expect(known.filter((array, index) => !answered.has(array) || known.indexOf(array) !== index)).toEqual([]);
  });
});

const next = z.string().nullable();
const about = { name: 'planted.list', path: '/planted', open: 'a test needs nobody', summary: { vi: '', en: '' } };
const plant = (output: z.ZodType, input: z.ZodType = z.strictObject({})) => query({ ...about, input, output });

describe('a planted read is found out', () => {
  const item = z.object({ name: z.string(), children: z.array(z.string()).nullable() });
  test.for([
    ['items without a next', plant(z.object({ items: z.array(z.string()) })), ['planted.list items[]: neither a page nor known to be short']],
    ['an array without a name', plant(z.array(z.string())), ['planted.list []: neither a page nor known to be short']],
    ['a map', plant(z.object({ counts: z.record(z.string(), z.number()) })), ['planted.list counts{}: neither a page nor known to be short']],
    ['an array within the rows of a page', plant(z.object({ items: z.array(item), next }), z.strictObject({ limit: pageSize, cursor: z.string().optional() })), ['planted.list items[].children[]: neither a page nor known to be short']],
    ['another array beside the page', plant(z.object({ items: z.array(z.string()), others: z.array(z.string()), next }), z.strictObject({ limit: pageSize, cursor: z.string().optional() })), ['planted.list others[]: neither a page nor known to be short']],
    ['a choice of which one is long', plant(z.union([z.object({ none: z.literal(true) }), z.object({ rows: z.array(z.string()) })])), ['planted.list rows[]: neither a page nor known to be short']],
    ['a page without limit and cursor', plant(z.object({ items: z.array(z.string()), next })), ['planted.list items[]: limit has no maximum up to 500', 'planted.list items[]: no cursor']],
    ['a limit without an end', plant(z.object({ items: z.array(z.string()), next }), z.strictObject({ limit: z.coerce.number().int(), cursor: z.string() })), ['planted.list items[]: limit has no maximum up to 500']],
    ['a limit too large', plant(z.object({ items: z.array(z.string()), next }), z.strictObject({ limit: z.coerce.number().int().max(100_000), cursor: z.string() })), ['planted.list items[]: limit has no maximum up to 500']],
  ] as const)('%s', ([, procedure, faults]) => {
    expect(arrayFaults(procedure)).toEqual(faults);
  });

  test('a page with a limit and a cursor is left in peace', () => {
    expect(arrayFaults(plant(z.object({ items: z.array(z.string()), next }), z.strictObject({ limit: pageSize, cursor: z.string().optional() })))).toEqual([]);
  });
});

interface PageAnswer {
  readonly items: readonly unknown[];
  readonly next: string;
}

describe('by what it does', () => {
  /** For a page of one: its row, one more to know whether it goes on, and what hangs on them. */
  const few = 12;
  const everything = query({ ...about, input: z.strictObject({ limit: pageSize, cursor: z.string().optional() }), output: z.object({ items: z.array(z.string()), next }) });
  const planted: Route = bind(everything, async (ctx, { limit }) => {
    const found = await rows(ctx.db, sql<{ id: string }>`select id from people order by id`);
    return { items: found.slice(0, limit).map(({ id }) => id), next: 'more' };
  });

  let full: FullWorld;
  let app: FastifyInstance;

  beforeAll(async () => {
    full = await openFullWorld();
    app = await buildKernel({
      db: full.world.db, keys: testKeys, log: pino({ level: 'silent' }), routes: [...allRoutes, planted], refusals: allRefusals, findActor: async () => full.actor, flushEvents, clock: () => new Date('2026-11-20T03:00:00Z'),
    });
  });
  afterAll(async () => {
    await app.close();
    await full.world.close();
  });

  async function ask(procedure: Procedure, limit: number, cursor?: string): Promise<{ status: number; answer: unknown; most: number }> {
    full.statements();
    const reply = await app.inject({ method: 'GET', url: addressOf(procedure, full, { limit, cursor }) });
    return { status: reply.statusCode, answer: reply.json(), most: full.statements()[0]?.rows ?? 0 };
  }

  const lists = reads.filter(isPaged);

  test.each(lists.map((procedure) => [procedure.name, procedure] as const))('%s has many rows, of which one is brought for one', async (_, procedure) => {
    const whole = await ask(procedure, 500);
    expect({ status: whole.status, most: whole.most }).toEqual({ status: 200, most: expect.toSatisfy((count: number) => count >= many) as number });
    const one = await ask(procedure, 1);
    expect(one.status).toBe(200);
    expect(one.most).toBeLessThanOrEqual(Math.max(few, besidePage(procedure, one.answer)));
    expect(tooLong(procedure, one.answer, 1)).toEqual([]);
  });

  const goingOn = lists.filter(({ name }) => name !== 'units.find');

  test.each(goingOn.map((procedure) => [procedure.name, procedure] as const))('%s goes on from its cursor with another row, and brings no more for it', async (_, procedure) => {
    const first = (await ask(procedure, 1)).answer as PageAnswer;
    const second = await ask(procedure, 1, first.next);
    expect({ status: second.status, items: (second.answer as PageAnswer).items.length }).toEqual({ status: 200, items: 1 });
    expect((second.answer as PageAnswer).items).not.toEqual(first.items);
    expect(second.most).toBeLessThanOrEqual(Math.max(few, besidePage(procedure, second.answer)));
  });

  test('a list that brings everything and answers one row is found out', async () => {
    expect((await ask(everything, 1)).most).toBeGreaterThan(few);
  });

  const others = reads.filter((procedure) => !isPaged(procedure));

  test.each(others.map((procedure) => [procedure.name, procedure] as const))('%s answers no more than it is known to', async (_, procedure) => {
    const { answer, most } = await ask(procedure, 20);
    expect(tooLong(procedure, answer, 20)).toEqual([]);
    expect(most).toBeLessThanOrEqual(2000);
  });

  /** What an answer has beside its page and is known to be short may be brought as well. */
  function besidePage(procedure: Procedure, answer: unknown): number {
    const beside = [...lengthsIn(answer)].filter(([path]) => !path.startsWith('items[]') && !isPageOf(procedure, path));
    return Math.max(0, ...beside.map(([, length]) => length));
  }

  function tooLong(procedure: Procedure, answer: unknown, limit: number): string[] {
    const known = new Set(arraysIn(procedure.output));
    return [...lengthsIn(answer)].filter(([path, length]) => known.has(path) && length > mostOf(procedure, path, limit)).map(([path, length]) => `${path}: ${length}`);
  }
});
