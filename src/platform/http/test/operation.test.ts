/** What operators ask of a running server, and what every answer carries. */
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig, type Config } from '../../config.ts';
import { buildApp } from '../../../server.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorld, type World } from '../../../../test/world/world.ts';

let world: World;
let app: FastifyInstance;
let config: Config;

beforeAll(async () => {
  world = await openWorld();
  config = await readConfig({ SATCOSO_DATA: await mkdtemp(join(tmpdir(), 'satcoso-operation-')) });
  app = await buildApp({ config, database: world, log: pino({ level: 'silent' }) });
});
afterAll(async () => {
  await app.close();
  await world.close();
  await rm(config.data, { recursive: true, force: true });
});

test('the process says that it lives', async () => {
  const answer = await app.inject('/healthz');
  expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ok' }]);
});

test('it is ready with the structure of this version, and not ready without', async () => {
  expect((await app.inject('/readyz')).statusCode).toBe(200);
  await sql`update schema_migrations set name = name || '.away' where name like '0002%'`.execute(world.owner.db);
  const answer = await app.inject('/readyz');
  expect([answer.statusCode, answer.json()]).toEqual([503, { status: 'not ready', faults: ['migrations'] }]);
  await sql`update schema_migrations set name = replace(name, '.away', '')`.execute(world.owner.db);
  expect((await app.inject('/readyz')).statusCode).toBe(200);
});

test('readiness is asked in the role that serves requests, without stepping out of it', async () => {
  await sql`revoke select on schema_migrations from satcoso_app`.execute(world.owner.db);
  try {
    expect((await app.inject('/readyz')).statusCode).toBe(503);
  } finally {
    await sql`grant select on schema_migrations to satcoso_app`.execute(world.owner.db);
  }
  expect((await app.inject('/readyz')).statusCode).toBe(200);
});

test('the numbers are for this machine only', async () => {
  const here = await app.inject('/metrics');
  expect(here.statusCode).toBe(200);
  expect(here.body).toContain('satcoso_request_seconds');
  expect((await app.inject({ url: '/metrics', remoteAddress: '203.0.113.7' })).statusCode).toBe(404);
  expect((await app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '203.0.113.7' } })).statusCode).toBe(404);
});

test('behind a proxy that keeps addresses to itself the numbers stay closed, and the log says once what is wrong', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
  const proxied = await buildApp({ config: { ...config, publicOrigin: 'https://satcoso.example' }, database: world, log });
  try {
    const ask = (headers: Record<string, string>) => proxied.inject({ url: '/metrics', headers });
    expect((await ask({ host: 'satcoso.example', 'x-forwarded-for': '203.0.113.7' })).statusCode).toBe(404);
    expect(lines).toEqual([]);
    for (let time = 0; time < 2; time++) expect((await ask({ host: 'satcoso.example' })).statusCode).toBe(404);
    expect((await ask({ host: '127.0.0.1:4000' })).statusCode).toBe(200);
    expect(lines.filter((line) => line.includes('X-Forwarded-For'))).toHaveLength(1);
  } finally {
    await proxied.close();
  }
});

test('a procedure that was asked is counted under its name and status', async () => {
  expect((await app.inject('/api/units')).statusCode).toBe(401);
  expect((await app.inject('/metrics')).body).toMatch(/satcoso_request_seconds_count\{procedure="units\.list",status="401"\} 1/);
});

test('every answer has its own request id and keeps the browser to our own pages', async () => {
  const answers = [await app.inject('/healthz'), await app.inject('/api/units'), await app.inject('/nowhere')];
  expect(new Set(answers.map(({ headers }) => headers['x-request-id'])).size).toBe(3);
  for (const { headers } of answers) {
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  }
});

test('an address that is not there answers with a problem', async () => {
  const answer = await app.inject('/api/nowhere');
  expect([answer.statusCode, answer.json()]).toMatchObject([404, { problem: { code: 'platform.notFound', kind: 'not_found' } }]);
});
