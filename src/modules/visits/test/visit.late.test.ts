/** What a cadre wrote down while he followed a place comes in after his role there has ended: the visit with all that goes with it. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { giveAccount, giveRole, serve, type GivenAccount, type Server } from '../../../access/test/access.world.ts';
import { newId } from '../../../platform/ids.ts';
import { allRoutes } from '../../../routes.ts';
import { openVisitWorld, type VisitWorld } from './visit.world.ts';

let it: VisitWorld;
let server: Server;
let former: GivenAccount;

beforeAll(async () => {
  it = await openVisitWorld();
  const person = await buildIn(it.world).person({ name: 'Lê Thị Thôi' });
  await it.assign({ person, unit: it.other, from: '2026-01-01', to: '2026-11-10' });
  former = await giveAccount(it.world, { personId: person });
  await giveRole(it.world, former, { role: 'assigned_cadre', unitId: it.other, to: '2026-11-10' });
  await giveRole(it.world, former, { role: 'member' });
  server = await serve(it.world, allRoutes);
});
afterAll(async () => {
  await server.app.close();
  await it.close();
});

const post = async (path: string, body: object, as = former) => { const { status, body: answer } = await server.post(path, body, as); return answer.problem?.code ?? status; };
const visit = (change: object = {}) => ({ unitId: it.other, on: '2026-11-09', kind: 'field', promises: [{ id: newId(0), text: 'Hỏi huyện về cầu', dueOn: '2026-12-01' }], ...change });
const petition = (sourceId: string, change: object = {}) => ({ unitId: it.other, source: 'visit', sourceId, topic: 'ruralRoads', text: 'Sửa cầu qua kênh', raisedOn: '2026-11-09', isDenunciation: false, ...change });

test('a visit that waited comes in with its promise and its petition; nothing else does', async () => {
  const id = newId<'visit'>(0);
  expect(await post('/api/visits/record', visit({ id }))).toBe(200);
  expect(await post('/api/petitions/record', petition(id))).toBe(200);
  expect((await server.get(`/api/visits/${id}`, former)).body).toMatchObject({ may: ['correct', 'attach'] });
  expect(await post('/api/petitions/record', petition(id, { unitId: it.commune }))).toBe('platform.notFound');
  expect(await post('/api/petitions/record', petition(id, { source: 'unit', sourceId: null }))).toBe('platform.notFound');
  expect(await post('/api/petitions/record', petition(newId(0)))).toBe('platform.notFound');
  expect(await post(`/api/visits/${id}/withdraw`, { reason: 'Ghi nhầm' })).toBe(200);
  expect(await post('/api/petitions/record', petition(id))).toBe('platform.notFound');
  expect(await post(`/api/visits/${id}/put-back`, {})).toBe('platform.forbidden');
});

test('while an assignment runs, only the role writes for its days; the days of one that has ended come in besides', async () => {
  const person = await buildIn(it.world).person({ name: 'Phạm Văn Hai' });
  await it.assign({ person, unit: it.other, from: '2026-01-01', to: '2026-11-10' });
  await it.assign({ person, unit: it.province, from: '2026-11-09' });
  const roleless = await giveAccount(it.world, { personId: person });
  await giveRole(it.world, roleless, { role: 'member' });
  const waited = newId<'visit'>(0);
  expect(await post('/api/visits/record', visit({ id: waited, on: '2026-11-08' }), roleless)).toBe(200);
  expect(await post('/api/petitions/record', petition(waited, { raisedOn: '2026-11-08' }), roleless)).toBe(200);
  expect(await post('/api/visits/record', visit({ on: '2026-11-09' }), roleless)).toBe('platform.notFound');
  expect(await post(`/api/visits/${waited}/correct`, { version: 1, on: '2026-11-11', kind: 'field' }, roleless)).toBe('platform.notFound');
  await sql`update visits set visited_on = '2026-11-11' where id = ${waited}`.execute(it.world.owner.db);
  expect(await post('/api/petitions/record', petition(waited, { raisedOn: '2026-11-11' }), roleless)).toBe('platform.notFound');
  await giveRole(it.world, roleless, { role: 'assigned_cadre', unitId: it.other });
  expect(await post('/api/visits/record', visit({ on: '2026-11-11' }), roleless)).toBe(200);
  expect(await post('/api/petitions/record', petition(waited, { raisedOn: '2026-11-11' }), roleless)).toBe(200);
});

test('how long, is a rule of the place', async () => {
  const id = newId<'visit'>(0);
  expect(await post('/api/visits/record', visit({ id }))).toBe(200);
  await sql`insert into rules (id, key, value, value_unit, scope_unit_id, valid, document, confidence) values (${newId(0)}, 'visit.afterEndDays', '9', 'day', ${it.province}, '[2026-01-01,)', 'Quy chế', 'read')`.execute(it.world.owner.db);
  expect(await post('/api/visits/record', visit())).toBe('platform.notFound');
  expect(await post('/api/petitions/record', petition(id))).toBe('platform.notFound');
  await sql`update rules set value = '10' where key = 'visit.afterEndDays' and scope_unit_id = ${it.province}`.execute(it.world.owner.db);
  expect(await post('/api/visits/record', visit())).toBe(200);
  expect(await post('/api/petitions/record', petition(id))).toBe(200);
});
