import { afterAll, beforeAll, expect, test } from 'vitest';
import { act, contextFor, openWorld, type World } from '../../../test/world/world.ts';
import { createFirstAdministrator, sampleAccounts } from '../server/index.ts';
import { serve, start, type Server } from './access.world.ts';
import { buildMember, buildPlaces } from './places.ts';

let world: World;
let server: Server;

beforeAll(async () => {
  world = await openWorld();
  server = await serve(world);
});
afterAll(async () => {
  await server.app.close();
  await world.close();
});

test('an empty system says so; its first administrator gets a password to change at once', async () => {
  expect((await server.get('/api/welcome')).body).toEqual({ sample: false, hasAccounts: false, sampleAccounts: [] });
  const made = await act(contextFor(world, undefined, start), (ctx) => createFirstAdministrator(ctx, { name: 'admin' }));
  expect((await server.get('/api/welcome')).body).toMatchObject({ hasAccounts: true });
  const signedIn = await server.post('/api/session/sign-in', made);
  expect(signedIn.body).toMatchObject({ mustChangePassword: true });
  await server.post('/api/session/password', { current: made.password, next: 'nắng sớm trên đồng' }, { token: signedIn.token! });
  const session = await server.get('/api/session', { token: signedIn.token! });
  expect(session.body['mayVisit']).toContain('account.manage');
});

test('a first administrator with a weak password is refused', async () => {
  await expect(act(contextFor(world, undefined, start), (ctx) => createFirstAdministrator(ctx, { name: 'admin2', password: '1234567890' }))).rejects.toMatchObject({ code: 'access.passwordCommon' });
});

test('the sample has one account per role, named on the sign-in page without passwords, and may be loaded again', async () => {
  const places = await buildPlaces(world);
  const given = { provinceUnitIds: [places.province], communeUnitId: places.commune, cellUnitId: places.cell, personId: await buildMember(world, places.cell), password: 'thử-nghiệm-2022' };
  for (let round = 0; round < 2; round++) await act(contextFor(world, undefined, start), (ctx) => sampleAccounts(ctx, given));
  const welcome = await server.get('/api/welcome');
  expect(welcome.body).toMatchObject({
    sample: true,
    sampleAccounts: [['quantri', 'system_administrator'], ['tinh', 'board_officer'], ['xa', 'office_officer'], ['chibo', 'cell_secretary'], ['dangvien', 'member']].map(([name, role]) => ({ name, role })),
  });
  expect(JSON.stringify(welcome.body)).not.toContain(given.password);
  const signedIn = await server.post('/api/session/sign-in', { name: 'xa', password: given.password });
  expect((await server.get('/api/session', { token: signedIn.token! })).body).toMatchObject({ sample: true, home: { unitId: places.commune, name: 'Đảng bộ xã' } });
});

test('the officer of a province starts at the first of the units that were given', async () => {
  const places = await buildPlaces(world);
  const given = { communeUnitId: places.commune, cellUnitId: places.cell, personId: await buildMember(world, places.cell), password: 'thử-nghiệm-2022' };
  for (const provinceUnitIds of [[places.province, places.commune, places.cell], [places.cell, places.province, places.commune]]) {
    await act(contextFor(world, undefined, start), (ctx) => sampleAccounts(ctx, { ...given, provinceUnitIds }));
    const { token } = await server.post('/api/session/sign-in', { name: 'tinh', password: given.password });
    expect((await server.get('/api/session', { token: token! })).body).toMatchObject({ home: { unitId: provinceUnitIds[0] } });
  }
});
