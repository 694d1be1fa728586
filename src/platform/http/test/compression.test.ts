/** Long answers go compressed to whoever takes them so, and are the same; secrets, files and short answers go as they are. */
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openWorld, testKeys, type World } from '../../../../test/world/world.ts';
import { allRoutes } from '../../../routes.ts';
import { act, query, type Procedure } from '../../contract.ts';
import { flushEvents } from '../../events.ts';
import { buildKernel } from '../kernel.ts';
import { bind, FileAnswer } from '../routes.ts';

const shared = { open: 'for the test', input: z.object({}), output: z.object({ text: z.string() }), summary: { vi: 'Thử', en: 'Test' } };
const named = (name: string) => ({ ...shared, name: `test.${name}`, path: `/api/test/${name}` });
/** More than is compressed at once. */
const long = Array.from({ length: 6000 }, (_, at) => `Đồng chí thứ ${at} ở chi bộ thôn Thượng`).join('; ');
const middling = long.slice(0, 8000);
const file = { ...named('file'), files: ['text/csv'] };

let world: World;
let app: FastifyInstance;
/** Lets the file that is sent go on. */
let goOn = () => {};
let isEnded = false;

/** Its second half is not there before somebody has seen the first. */
async function* slowly(): AsyncIterable<Buffer> {
  const first = Buffer.from(long);
  yield first;
  await new Promise<void>((done) => { goOn = done; });
  isEnded = true;
  yield Buffer.from('hết');
}

beforeAll(async () => {
  world = await openWorld();
  app = await buildKernel({
    db: world.db, keys: testKeys, log: pino({ level: 'silent' }), refusals: {}, findActor: async () => undefined, flushEvents,
    routes: [
      bind(query(named('long')), async () => ({ text: long })),
      bind(query(named('middling')), async () => ({ text: middling })),
      bind(query(named('short')), async () => ({ text: 'ngắn' })),
      bind(query(file), async () => new FileAnswer({ name: 'a.csv', type: 'text/csv', body: Readable.from(slowly(), { objectMode: false }) }) as never),
      bind(act(named('act')), async () => ({ text: long })),
      bind(act({ ...named('carrying'), carriesMuch: 'for the test' }), async () => ({ text: long })),
    ],
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await app.close();
  await world.close();
});

function ask(name: string, { accepts, method = 'GET' }: { readonly accepts?: string; readonly method?: 'GET' | 'POST' | 'HEAD' }) {
  return app.inject({ method, url: `/api/test/${name}`, headers: accepts === undefined ? {} : { 'accept-encoding': accepts }, ...(method === 'POST' ? { payload: {} } : {}) });
}

describe('a long answer', () => {
  const ways: readonly (readonly [string, string, (bytes: Buffer) => Buffer])[] = [['gzip', 'gzip', gunzipSync], ['br', 'br', brotliDecompressSync], ['gzip, deflate, br, zstd', 'br', brotliDecompressSync]];

  for (const name of ['long', 'middling']) {
    test.for(ways)(`(${name}) to whoever takes %s is compressed by %s, and the same`, async ([accepts, encoding, open]) => {
      const plain = await ask(name, {});
      const answer = await ask(name, { accepts });
      expect(answer.headers).toMatchObject({ 'content-encoding': encoding, vary: expect.stringContaining('accept-encoding') as string, 'content-type': plain.headers['content-type'], 'cache-control': 'no-store' });
      expect(open(answer.rawPayload).equals(plain.rawPayload)).toBe(true);
      expect(answer.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3);
    });
  }

  test.for([undefined, 'identity', 'zstd', 'gzip;q=0, br;q=0'])('to whoever takes %s goes as it is', async (accepts) => {
    const answer = await ask('long', accepts === undefined ? {} : { accepts });
    expect([answer.headers['content-encoding'], answer.json()]).toEqual([undefined, { text: long }]);
  });

  test('that only its head is asked of has none', async () => {
    const answer = await ask('long', { accepts: 'br', method: 'HEAD' });
    expect([answer.statusCode, answer.rawPayload.length]).toEqual([200, 0]);
  });
});

test('a short answer goes as it is', async () => {
  const answer = await ask('short', { accepts: 'br, gzip' });
  expect([answer.headers['content-encoding'], answer.json()]).toEqual([undefined, { text: 'ngắn' }]);
});

test('an act goes as it is, for its answer may be a secret, but for one that carries much', async () => {
  const [plain, carrying] = await Promise.all(['act', 'carrying'].map((name) => ask(name, { accepts: 'gzip', method: 'POST' })));
  expect([plain!.headers['content-encoding'], plain!.json()]).toEqual([undefined, { text: long }]);
  expect([carrying!.headers['content-encoding'], JSON.parse(gunzipSync(carrying!.rawPayload).toString())]).toEqual(['gzip', { text: long }]);
});

test('no body that comes is unpacked: a small one could grow beyond the limit', async () => {
  const answer = await app.inject({ method: 'POST', url: '/api/test/act', headers: { 'content-encoding': 'gzip', 'content-type': 'application/json' }, payload: gzipSync('{}') });
  expect(answer.statusCode).toBe(400);
});

test('a file that is made while it is sent begins to arrive before it is made, as it is', async () => {
  const { port } = app.server.address() as AddressInfo;
  const request = get({ port, host: '127.0.0.1', path: file.path, headers: { 'accept-encoding': 'gzip, br' } });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    pieces.push(piece);
    length += piece.length;
    if (length !== Buffer.byteLength(long)) continue;
    expect(isEnded).toBe(false);
    goOn();
  }
  expect(isEnded).toBe(true);
  expect([response.headers['content-encoding'], Buffer.concat(pieces).toString()]).toEqual([undefined, `${long}hết`]);
});

describe('of the procedures that there are', () => {
  const procedures = allRoutes.map((route) => route.procedure);
  /** Texts whose names are those of secrets, wherever they stand in an answer. */
  const secretsIn = ({ output }: Procedure) => [...JSON.stringify(z.toJSONSchema(output, { io: 'input', unrepresentable: 'any' })).matchAll(/"(\w*(?:secret(?!ar)|password|token|recovery|uri|qr)\w*)":\{"type":"string"/gi)].map(([, name]) => name);

  test('none whose answer is compressed tells a secret', () => {
    const telling = procedures.filter((procedure) => secretsIn(procedure).length > 0).map(({ name }) => name);
    // The test would find them.
    expect(telling).toEqual(expect.arrayContaining(['accounts.create', 'accounts.resetPassword', 'access.startCodes', 'sync.enrol', 'sync.recover']));
    const compressed = procedures.filter(({ method, carriesMuch }) => method === 'GET' || carriesMuch !== undefined).map(({ name }) => name);
    expect(telling.filter((name) => compressed.includes(name))).toEqual([]);
  });

  test('what a phone fetches is compressed', () => {
    expect(procedures.filter(({ carriesMuch }) => carriesMuch !== undefined).map(({ name }) => name)).toEqual(['sync.pull']);
  });
});
