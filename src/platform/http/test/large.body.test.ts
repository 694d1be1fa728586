/** Large bodies are for those who may send them: nobody else makes the server read one. */
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { actorWith, openWorld, testKeys, type World } from '../../../../test/world/world.ts';
import { takeAnywhere } from '../../../access/reach.ts';
import type { Actor } from '../../context.ts';
import { act } from '../../contract.ts';
import { flushEvents } from '../../events.ts';
import { buildKernel } from '../kernel.ts';
import { bind } from '../routes.ts';

const megabyte = 1024 * 1024;
const access = { verb: 'import.run' } as const;
const upload = act({
  name: 'test.upload', path: '/api/test/upload', ...access, bodyLimit: 8 * megabyte,
  input: z.strictObject({ text: z.string() }), output: z.object({ length: z.number() }), summary: { vi: 'Thử', en: 'Test' },
});
let world: World;
let app: FastifyInstance;
let actor: Actor | undefined;
let parsed = 0;
const observed: string[] = [];

beforeAll(async () => {
  world = await openWorld();
  app = await buildKernel({
    db: world.db, keys: testKeys, log: pino({ level: 'silent' }), refusals: {}, findActor: async () => actor, flushEvents,
    routes: [bind(upload, async (ctx, { text }) => {
      takeAnywhere(ctx, 'import.run');
      return { length: text.length };
    })],
    prepare: (fastify) => void fastify.addHook('preParsing', async () => void (parsed += 1)),
    observe: ({ procedure, status }) => observed.push(`${procedure} ${status}`),
  });
});
afterAll(async () => {
  await app.close();
  await world.close();
});
beforeEach(() => {
  parsed = 0;
  observed.length = 0;
});

function post(headers: Record<string, string> = {}) {
  return app.inject({ method: 'POST', url: upload.path, headers: { host: 'satcoso.test', ...headers }, payload: { text: 'x'.repeat(4 * megabyte) } });
}

test('of nobody it is refused before it is read', async () => {
  actor = undefined;
  const answer = await post();
  expect([answer.statusCode, answer.json(), parsed]).toMatchObject([401, { problem: { code: 'platform.unauthenticated', kind: 'unauthenticated' } }, 0]);
  expect(answer.headers['x-request-id']).toBe((answer.json() as { requestId: string }).requestId);
  expect(observed).toEqual(['test.upload 401']);
});

test('of somebody without the verb too', async () => {
  actor = actorWith([{ role: 'member' }]);
  const answer = await post();
  expect([answer.statusCode, answer.json(), parsed]).toMatchObject([403, { problem: { code: 'platform.forbidden', data: access } }, 0]);
});

test('and from another site', async () => {
  actor = actorWith([{ role: 'system_administrator' }]);
  expect([(await post({ origin: 'https://elsewhere.test' })).json(), parsed]).toMatchObject([{ problem: { code: 'platform.crossSite' } }, 0]);
});

test('who may send it is answered', async () => {
  actor = { ...actorWith([]), grants: actorWith([{ role: 'office_officer' }]).grants.map((grant) => ({ ...grant, verbs: new Set(['import.run']) })) };
  const answer = await post();
  expect([answer.statusCode, answer.json(), parsed]).toEqual([200, { length: 4 * megabyte }, 1]);
  expect(observed).toEqual(['test.upload 200']);
});

test('a procedure that takes large bodies from anybody does not start', async () => {
  const { verb: _, ...rest } = upload;
  const open = { ...rest, open: 'for the test' };
  await expect(buildKernel({
    db: world.db, keys: testKeys, log: pino({ level: 'silent' }), refusals: {}, findActor: async () => undefined, flushEvents, routes: [bind(open, async () => ({ length: 0 }))],
  })).rejects.toThrow('large bodies');
});
