import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIn } from '../../../test/world/build.ts';
import { actorWith, openWorld, testKeys, type World } from '../../../test/world/world.ts';
import type { Actor } from '../../platform/context.ts';
import { flushEvents } from '../../platform/events.ts';
import { buildKernel } from '../../platform/http/kernel.ts';
import { figures } from '../declared.ts';
import { figuresContract } from '../figures.contract.ts';
import { figuresProblems } from '../figures.messages.ts';
import { figuresRoutes } from '../server/index.ts';
import { districtIn, type Place } from './place.ts';

let world: World;
let place: Place;
let actor: Actor | undefined;
let app: Awaited<ReturnType<typeof buildKernel>>;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  place = await districtIn(build);
  for (const [index, { village, cell }] of place.communes[0].villages.entries()) {
    const person = await build.person();
    if (index > 0) await build.member(person, cell, { admitted: '2022-03-0' + String(index) });
    await build.tenure(person, await build.post(village, 'village_head'));
  }
  await build.derive();
  app = await buildKernel({ db: world.db, keys: testKeys, log: pino({ level: 'silent' }), routes: figuresRoutes, refusals: {}, findActor: async () => actor, flushEvents });
});
afterAll(async () => {
  await app.close();
  await world.close();
});

async function get(path: string, query: Record<string, string | string[]>): Promise<{ status: number; body: Record<string, never> }> {
  const text = new URLSearchParams(Object.entries(query).flatMap(([key, value]) => [value].flat().map((one) => [key, one])));
  const response = await app.inject({ method: 'GET', url: `${path}?${text.toString()}` });
  return { status: response.statusCode, body: response.json() };
}

describe('over HTTP', () => {
  beforeAll(() => {
    // Assigned at the cells as well: what is confidential is told in small numbers there alone.
    actor = actorWith([place.province.party, ...place.communes[0].villages.map(({ cell }) => cell)].map((unitId) => ({ role: 'office_officer', unitId })));
  });
  const question = () => ({ unit: place.district.territory, on: '2022-08-09' });

  test('every figure answers value, breakdowns by everything it declares, series and records', async () => {
    for (const figure of figures) {
      const path = `/api/figures/${figure.id}`;
      const value = await get(`${path}/value`, question());
      expect([figure.id, value.status]).toEqual([figure.id, 200]);
      for (const by of ['child', ...figure.dimensions.map(({ id }) => id)]) expect((await get(`${path}/breakdown`, { ...question(), by })).status, `${figure.id} by ${by}`).toBe(200);
      expect((await get(`${path}/series`, { ...question(), from: '2021-01-01', step: 'quarter' })).body['points']).toHaveLength(7);
      expect((await get(`${path}/records`, { ...question(), set: 'base' })).status).toBe(200);
      expect((await get(`${path}/value`, { ...question(), boundaries: 'today' })).status).toBe(200);
      for (const { id, buckets } of figure.dimensions) expect((await get(`${path}/value`, { ...question(), filter: `${id}:${buckets[0]!.code}` })).status).toBe(200);
    }
  });

  test('filters are repeated in the address', async () => {
    const { body } = await get('/api/figures/heads/value', { ...question(), filter: ['member:no', 'sex:unknown'] });
    expect(body['value']).toEqual({ count: 1, base: null, share: null });
  });

  test('tiles and the balance of members answer', async () => {
    const tiles = await get('/api/figure-tiles', { ...question(), figures: ['heads', 'heads.members'] });
    expect(tiles.body['items']).toHaveLength(2);
    const flow = await get('/api/figure-flow/members', { unit: place.district.party, from: '2022-01-01', to: '2022-12-31' });
    expect(flow.body).toMatchObject({ opening: 0, ins: [{ reason: 'admission', count: 2 }], outs: [], closing: 2 });
  });

  test('a cursor that is none, days the wrong way round and too many points are refused', async () => {
    expect((await get('/api/figures/heads/records', { ...question(), cursor: '%%%' })).body).toMatchObject({ problem: { code: 'platform.invalid' } });
    expect((await get('/api/figures/heads/series', { ...question(), from: '2023-01-01' })).body).toMatchObject({ problem: { code: 'figures.periodBackwards' } });
    expect((await get('/api/figures/heads/series', { ...question(), from: '1922-01-01' })).body).toMatchObject({ problem: { code: 'figures.tooManyPoints' } });
    expect((await get('/api/figures/members.ends/compare', { ...question(), before: '2022-01-01' })).body).toMatchObject({ problem: { code: 'figures.notForFlow' } });
    const gone = Buffer.from(JSON.stringify({ id: 'gone' })).toString('base64url');
    expect((await get('/api/figures/heads/records', { ...question(), cursor: gone })).body).toMatchObject({ problem: { code: 'figures.listChanged' } });
  });

  test('a printed value stands beside the computed one and a difference is flagged', async () => {
    const print = (payload: object) => app.inject({ method: 'POST', url: '/api/figures/heads.members/print', payload: { unit: place.district.territory, on: '2022-08-09', source: 'Báo tỉnh', ...payload } });
    expect((await print({ count: 2, base: 3 })).statusCode).toBe(200);
    expect((await print({ count: 2, base: 3, caseId: 'A1' })).json()).toMatchObject({ problem: { code: 'platform.invalid' } });
    expect((await print({ count: 3 })).statusCode).toBe(200);
    expect((await print({ count: 9, filter: ['sex:male', 'sex:female'] })).statusCode).toBe(200);
    expect((await print({ count: 4, base: 3 })).json()).toMatchObject({ problem: { code: 'figures.printedOverBase' } });
    const value = await get('/api/figures/heads.members/value', question());
    expect(value.body['printed']).toMatchObject([{ count: 2, base: 3, caseId: null, agrees: true }, { count: 3, base: null, agrees: false }]);
    const filtered = await get('/api/figures/heads.members/value', { ...question(), filter: ['sex:female', 'sex:male'] });
    expect(filtered.body['printed']).toMatchObject([{ count: 9, agrees: false }]);
    const event = await world.owner.pool.query(`select type, unit_id from events where type = 'figure.printed' limit 1`);
    expect(event.rows).toEqual([{ type: 'figure.printed', unit_id: place.district.territory }]);
  });
});

test('a printed value of a flow speaks of one period, which must be said', async () => {
  actor = actorWith([{ role: 'office_officer', unitId: place.province.party }]);
  const print = (payload: object) => app.inject({ method: 'POST', url: '/api/figures/members.admissions/print', payload: { unit: place.district.party, on: '2022-12-31', source: 'Báo tỉnh', count: 2, ...payload } });
  expect((await print({})).json()).toMatchObject({ problem: { code: 'figures.periodMissing' } });
  expect((await print({ from: '2023-01-01' })).json()).toMatchObject({ problem: { code: 'figures.periodBackwards' } });
  expect((await print({ from: '2022-03-02', count: 1 })).statusCode).toBe(200);
  const printed = async (from?: string) => (await get('/api/figures/members.admissions/value', { unit: place.district.party, on: '2022-12-31', ...(from ? { from } : {}) })).body['printed'];
  expect(await printed('2022-03-02')).toMatchObject([{ count: 1, agrees: true }]);
  expect(await printed('2022-03-01')).toEqual([]);
  expect(await printed()).toEqual([]);
  const { rows } = await world.owner.pool.query(`select from_day::text, filters from printed_values where figure = 'members.admissions'`);
  expect(rows).toEqual([{ from_day: '2022-03-02', filters: {} }]);
});

test('who may not record printed values is refused, who is nobody too', async () => {
  const call = () => app.inject({ method: 'POST', url: '/api/figures/heads/print', payload: { unit: place.district.territory, on: '2022-08-09', source: 's', count: 1 } });
  actor = actorWith([{ role: 'cell_secretary', unitId: place.district.territory }]);
  expect((await call()).statusCode).toBe(403);
  actor = undefined;
  expect((await call()).statusCode).toBe(401);
  expect((await app.inject({ method: 'GET', url: `/api/figures/heads/value?unit=${place.district.territory}` })).statusCode).toBe(401);
  expect((await app.inject({ method: 'GET', url: '/api/figures' })).json()).toMatchObject({ items: { length: figures.length } });
});

test('every problem code of the contract has its sentences', () => {
  const codes = Object.values(figuresContract).flatMap(({ problems }) => problems).filter((code) => code.startsWith('figures.'));
  expect(codes.filter((code) => !(code in figuresProblems))).toEqual([]);
});
