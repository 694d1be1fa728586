import { sql } from 'kysely';
import { test } from 'vitest';
import { buildIn } from '../../../test/world/build.ts';
import { contextFor, openWorld } from '../../../test/world/world.ts';
import { liveAssignments } from '../server/assignment.live.ts';
import { actorOf, giveAccount, giveRole, serve } from './access.world.ts';
import { buildMember, buildPlaces } from './places.ts';
test('bench', async () => {
  const world = await openWorld();
  const server = await serve(world);
  const places = await buildPlaces(world);
  const build = buildIn(world);
  const person = await buildMember(world, places.cell);
  const units = [];
  for (let i = 0; i < 300; i++) units.push(await build.unit({ kind: 'cell', parent: places.commune }));
  await build.derive();
  const board = await giveAccount(world);
  const own = await giveRole(world, board, { role: 'board_officer', unitId: places.province });
  for (let i = 0; i < 400; i++) { const a = await giveAccount(world); await giveRole(world, a, { role: 'cell_secretary', unitId: units[i % 300]!, onBehalfOf: own }); await giveRole(world, a, { role: 'office_officer', unitId: places.commune }); }
  await sql`analyze accounts, assignments, sessions`.execute(world.owner.db);

  const time = async (name: string, n: number, f: () => Promise<unknown>) => { await f(); const t = performance.now(); for (let i = 0; i < n; i++) await f(); console.log(name, ((performance.now() - t) / n).toFixed(1), 'ms'); };
  const c = contextFor(world, undefined);
  await time('select 1', 100, () => sql`select ${1}::int`.execute(world.db));
  await time('session only', 100, () => sql`select c.id from sessions s join accounts c on c.id = s.account_id where s.account_id = ${board.id}`.execute(world.db));
  const plan = await sql<Record<string,string>>`explain (analyze, costs on, summary on) select c.id, g.* from sessions s join accounts c on c.id = s.account_id left join lateral (select b.id, b.role, b.unit_id, b.reach from ${liveAssignments(c.today, sql`a.account_id = c.id`)} live join lateral (select * from assignments x where x.id = live.id offset 0) b on true) g on true where s.account_id = ${board.id}`.execute(world.db);
  console.log(plan.rows.map((r) => r['QUERY PLAN']).join('\n'));
  await time('findActor', 100, () => actorOf(world, board));
  const some = await giveAccount(world); await giveRole(world, some, { role: 'cell_secretary', unitId: units[1]!, onBehalfOf: own });
  await time('findActor delegated', 100, () => actorOf(world, some));
  await time('assignments.list', 3, () => server.get('/api/assignments', board));
  await time('assignments.list unit', 3, () => server.get(`/api/assignments?unitId=${units[3]}`, board));
  await time('whoSees', 3, () => server.get(`/api/access/people/${person}/viewers`, board));
  await time('explain', 3, () => server.get(`/api/access/explain?accountId=${board.id}&personId=${person}`, board));
  const admin = await giveAccount(world); await giveRole(world, admin, { role: 'system_administrator' });
  await time('accounts.list', 3, () => server.get(`/api/accounts`, admin));
  await server.app.close(); await world.close(); void contextFor;
}, 200_000);
