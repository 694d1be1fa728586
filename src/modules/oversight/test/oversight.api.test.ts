/** Regulations and assignments over HTTP: by who may, refused to who may not; the role of the cadre comes and goes with them. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import { actorOf, giveAccount, giveRole, later, serve, start, type Answer, type GivenAccount, type Server } from '../../../access/test/access.world.ts';
import { holdersAt } from '../../../access/server/index.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { allRoutes } from '../../../routes.ts';
import { endAssignment, reopenAssignment } from '../server/assignment.commands.ts';
import { assignmentsIn, assignmentsOn, followedUnitsOf } from '../server/index.ts';

let world: World;
let server: Server;
let province: Id<'unit'>;
let communes: Id<'unit'>[];
let cell: Id<'unit'>;
let elsewhere: Id<'unit'>;
let post: Id<'post'>;
let cadres: Id<'person'>[];
let board: GivenAccount;
let office: GivenAccount;
let cadre: GivenAccount;
let stranger: GivenAccount;
let regulation: string;

const duties = { tier: 'committee', visitsPerQuarter: 1, cellMeetingsPerYear: 2, committeeMeetingsPerYear: null, reportEveryMonths: 3 };
const fields = { title: 'Quy chế 10-QC/TU', kinds: ['commune_party'], from: '2026-01-01', to: null, mostUnits: 2, duties: [duties] };

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  communes = [];
  for (const name of ['Đảng bộ xã An', 'Đảng bộ xã Bình', 'Đảng bộ xã Chung', 'Đảng bộ xã Đông']) communes.push(await build.unit({ kind: 'commune_party', name, parent: province }));
  cell = await build.unit({ kind: 'cell', name: 'Chi bộ cơ quan', parent: province });
  elsewhere = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh khác' });
  post = await build.post(province, 'committee_member');
  await sql`update posts set seats = 9 where id = ${post}`.execute(world.owner.db);
  cadres = [];
  for (const name of ['Nguyễn Văn Một', 'Trần Thị Hai', 'Lê Văn Ba']) {
    const person = await build.person({ name });
    await build.member(person, cell);
    await build.tenure(person, post, { from: '2025-01-01' });
    cadres.push(person);
  }
  await build.derive();
  server = await serve(world, allRoutes);
  board = await giveAccount(world);
  await giveRole(world, board, { role: 'board_officer', unitId: province });
  office = await giveAccount(world);
  await giveRole(world, office, { role: 'office_officer', unitId: communes[0]! });
  cadre = await giveAccount(world, { personId: cadres[0]! });
  stranger = await giveAccount(world);
  await giveRole(world, stranger, { role: 'board_officer', unitId: elsewhere });
  regulation = idOf(await server.post('/api/oversight/regulations', { unitId: province, ...fields }, board));
});
afterAll(async () => {
  await server.app.close();
  await world.close();
});

const idOf = (answer: Answer): string => (answer.body as unknown as { id: string }).id;
const problem = (answer: Answer) => answer.body.problem?.code;
const items = <T>(answer: Answer) => (answer.body as unknown as { items: T[] }).items;
const assign = (change: object = {}, as = board) => server.post('/api/oversight/assign', { regulationId: regulation, decision: '12-QĐ/TU', from: '2026-02-01', items: [{ unitId: communes[0], personId: cadres[0], tier: 'committee' }], ...change }, as);
const whole = async (id: string, as = board) => (await server.get(`/api/oversight/assignments/${id}`, as)).body as unknown as { version: number; may: string[]; talkingPoints: string; leftPostOn: string | null; post: { id: string } | null };
const doing = async (id: string, act: string, input: object = {}, as = board) => server.post(`/api/oversight/assignments/${id}/${act}`, { version: (await whole(id)).version, ...input }, as);
const idsOf = (answer: Answer) => (answer.body as unknown as { ids: string[] }).ids;
const mayRead = async (unit: Id<'unit'>) => (await server.get(`/api/units/${unit}`, cadre)).status;

/** In two steps, so that the session is not idle for too long. */
const tomorrow = async () => {
  server.now = later(start, { hours: 8 });
  await mayRead(communes[0]!);
  server.now = later(start, { hours: 15 });
};

test('a regulation is entered where one may assign, changed and taken out while nobody is assigned', async () => {
  expect(problem(await server.post('/api/oversight/regulations', { unitId: province, ...fields }, office))).toMatch(/platform\.(forbidden|notFound)/u);
  expect(problem(await server.post('/api/oversight/regulations', { unitId: province, ...fields, duties: [] }, board))).toBe('oversight.noTier');
  const id = idOf(await server.post('/api/oversight/regulations', { unitId: province, ...fields, title: 'Nhầm' }, board));
  expect((await server.post(`/api/oversight/regulations/${id}/change`, { version: 1, ...fields, title: 'Nhầm nữa', kinds: ['cell', 'cell'] }, board)).status).toBe(200);
  expect((await server.get(`/api/oversight/regulations/${id}`, board)).body).toMatchObject({ title: 'Nhầm nữa', kinds: ['cell'], covered: 1, uncovered: 1, quota: 2, may: ['assign', 'drop'] });
  expect(problem(await server.post(`/api/oversight/regulations/${id}/drop`, { version: 1 }, board))).toBe('platform.stale');
  expect((await server.post(`/api/oversight/regulations/${id}/drop`, { version: 2 }, board)).status).toBe(200);
  expect(items(await server.get('/api/oversight/regulations', board))).toMatchObject([{ id: regulation, covered: 4, uncovered: 4, cadres: 0 }]);
  expect(items(await server.get('/api/oversight/regulations', stranger))).toEqual([]);
  expect((await server.get(`/api/oversight/regulations/${regulation}`, stranger)).status).toBe(404);
});

test('a cadre is assigned by who may, with the post that he holds; the place and he himself read it, nobody elsewhere', async () => {
  expect(problem(await assign({}, office))).toMatch(/platform\.(forbidden|notFound)/u);
  const [id] = idsOf(await assign());
  expect(await whole(id!)).toMatchObject({ unit: { id: communes[0], name: 'Đảng bộ xã An' }, person: { name: 'Nguyễn Văn Một' }, post: { id: post, kind: 'committee_member' }, leftPostOn: null, duties: { visitsPerQuarter: 1 }, may: ['end', 'remove', 'prepare'] });
  expect(items(await server.get(`/api/oversight/assignments?unitId=${communes[0]}`, office))).toHaveLength(1);
  expect((await whole(id!, office)).may).toEqual([]);
  expect((await server.get(`/api/oversight/assignments/${id}`, stranger)).status).toBe(404);
  expect(items(await server.get('/api/oversight/assignments', stranger))).toEqual([]);
  expect(problem(await assign())).toBe('oversight.already');
  expect(problem(await server.post(`/api/oversight/regulations/${regulation}/drop`, { version: 1 }, board))).toBe('oversight.regulationUsed');
});

test('the role comes to his account with the assignment, at that unit alone, and he reads what he follows', async () => {
  expect([await mayRead(communes[0]!), await mayRead(communes[1]!), await mayRead(province)]).toEqual([200, 404, 404]);
  const actor = await actorOf(world, cadre);
  expect(actor?.grants.map(({ role, unitId }) => [role, unitId])).toEqual([['assigned_cadre', communes[0]]]);
  expect(items(await server.get('/api/oversight/own', cadre))).toMatchObject([{ unit: { id: communes[0] } }]);
  expect(await followedUnitsOf(contextFor(world, actor, start))).toEqual([{ id: communes[0], name: 'Đảng bộ xã An' }]);
});

test('a unit out of the regulation, a post not held, somebody out of reach and one unit too many are refused', async () => {
  const item = { unitId: communes[1], personId: cadres[1], tier: 'committee' };
  expect(problem(await assign({ items: [{ ...item, unitId: cell }] }))).toBe('oversight.unitNotCovered');
  expect(problem(await assign({ items: [{ ...item, tier: 'deputy' }] }))).toBe('oversight.tierNotOfRegulation');
  expect(problem(await assign({ from: '2025-12-31', items: [item] }))).toBe('oversight.outsideRegulation');
  const other = await buildIn(world).post(province, 'standing_member');
  expect(problem(await assign({ items: [{ ...item, postId: other }] }))).toBe('oversight.postNotHeld');
  const foreign = await buildIn(world).person({ name: 'Người tỉnh khác' });
  expect(problem(await assign({ items: [{ ...item, personId: foreign }] }))).toBe('oversight.personUnknown');
  const three = communes.slice(1).map((unitId) => ({ ...item, unitId }));
  expect(problem(await assign({ items: three }))).toBe('oversight.quotaReached');
  const ids = idsOf(await assign({ items: three.map((one) => ({ ...one, beyondQuota: true })) }));
  expect(items(await server.get(`/api/oversight/regulations?unitId=${province}`, board))).toMatchObject([{ covered: 4, uncovered: 0, cadres: 2 }]);
  for (const id of ids) expect((await doing(id, 'remove')).status).toBe(200);
  expect(await assignmentsOn(contextFor(world, undefined, start), { unitIds: communes, on: day('2026-03-01') })).toMatchObject([{ personName: 'Nguyễn Văn Một', duties: { visitsPerQuarter: 1, cellMeetingsPerYear: 2 } }]);
});

test('ending it ends the role with that day; a successor follows from the next; the end can be taken back', async () => {
  const [running] = items<{ id: string }>(await server.get(`/api/oversight/assignments?personId=${cadres[0]}`, board));
  const ending = { lastDay: '2026-11-20', reason: 'replaced', talkingPoints: 'Đường liên ấp đang chờ vốn', decision: '40-QĐ/TU', successor: { personId: cadres[2], tier: 'committee' } };
  expect(problem(await doing(running!.id, 'end', { ...ending, lastDay: '2026-01-31' }))).toBe('oversight.endBeforeStart');
  const ended = (await doing(running!.id, 'end', ending)).body as unknown as { successorId: string };
  expect(await whole(ended.successorId)).toMatchObject({ person: { name: 'Lê Văn Ba' }, decision: '40-QĐ/TU', period: { from: '2026-11-21', to: null } });
  expect(await whole(running!.id)).toMatchObject({ endReason: 'replaced', talkingPoints: 'Đường liên ấp đang chờ vốn', may: ['reopen', 'prepare'] });
  expect(await mayRead(communes[0]!)).toBe(200);
  await tomorrow();
  expect(await mayRead(communes[0]!)).not.toBe(200);
  server.now = start;
  expect((await doing(running!.id, 'reopen')).status).toBe(200);
  await tomorrow();
  expect(await mayRead(communes[0]!)).toBe(200);
  server.now = start;
  expect(problem(await doing(running!.id, 'reopen'))).toBe('oversight.notEnded');
  expect(await assignmentsIn(contextFor(world, undefined, start), { personIds: cadres, from: day('2026-01-01'), to: day('2026-12-31') })).toHaveLength(2);
  expect((await doing(ended.successorId, 'remove')).status).toBe(200);
});

test('an end in the past takes the role back at once, and the log names whom by ids alone', async () => {
  const [running] = items<{ id: string }>(await server.get(`/api/oversight/assignments?personId=${cadres[0]}`, board));
  expect((await doing(running!.id, 'end', { lastDay: '2026-10-31', reason: 'transferred' })).status).toBe(200);
  expect(await mayRead(communes[0]!)).not.toBe(200);
  const told = await rows<{ data: unknown }>(world.db, sql<{ data: unknown }>`select data from events where type like 'oversight.%'`);
  expect(JSON.stringify(told)).not.toMatch(/Nguyễn|Đường liên ấp/u);
  expect((await doing(running!.id, 'reopen')).status).toBe(200);
  expect(await mayRead(communes[0]!)).toBe(200);
});

test('who follows a unit by two regulations keeps the role of the one when the other ends', async () => {
  const second = idOf(await server.post('/api/oversight/regulations', { unitId: province, ...fields, title: 'Quy chế 11-QC/TU' }, board));
  const [id] = idsOf(await assign({ regulationId: second }));
  const [first] = items<{ id: string }>(await server.get(`/api/oversight/assignments?personId=${cadres[0]}&regulationId=${regulation}`, board));
  expect((await doing(first!.id, 'end', { lastDay: '2026-11-19', reason: 'other' })).status).toBe(200);
  expect(await mayRead(communes[0]!)).toBe(200);
  expect((await doing(id!, 'remove')).status).toBe(200);
  expect(await mayRead(communes[0]!)).not.toBe(200);
  expect((await doing(first!.id, 'reopen')).status).toBe(200);
  expect((await server.post(`/api/oversight/regulations/${second}/drop`, { version: 1 }, board)).status).toBe(200);
});

test('who may assign but give no roles ends one, and does not bring it back by reopening; each change of a role stands in the log', async () => {
  const [running] = items<{ id: string }>(await server.get(`/api/oversight/assignments?personId=${cadres[0]}`, board));
  const { version } = await whole(running!.id);
  const granted = async () => (await actorOf(world, cadre))?.grants.map(({ id }) => id) ?? [];
  const [before] = await granted();
  const assigner = contextFor(world, actorWith([{ role: 'board_officer', unitId: province }]), start);
  const unable = { ...assigner, actor: { ...assigner.actor!, grants: assigner.actor!.grants.map((grant) => ({ ...grant, verbs: new Set([...grant.verbs].filter((verb) => verb !== 'assignment.grant')) })) } };
  const id = running!.id as Id<'oversightAssignment'>;
  const ended = await act(unable, (inside) => endAssignment(inside, { id, version, lastDay: day('2026-11-25'), reason: 'other', decision: null, talkingPoints: undefined, successor: null }));
  await act(unable, (inside) => reopenAssignment(inside, { id, version: ended.version }));
  const ends = () => rows<{ to: string | null }>(world.db, sql`select (upper(valid) - 1)::text as "to" from assignments where id = ${before} and revoked_at is null`);
  expect([await granted(), await ends()]).toEqual([[before], [{ to: '2026-11-25' }]]);
  expect((await doing(id, 'end', { lastDay: '2026-11-25', reason: 'other' })).status).toBe(200);
  expect((await doing(id, 'reopen')).status).toBe(200);
  const [anew, ...more] = await granted();
  expect([more, anew === before, await ends()]).toEqual([[], false, []]);
  expect((await rows<{ type: string }>(world.db, sql`select distinct type from events where subject_id in (${before}, ${anew}) order by 1`)).map(({ type }) => type)).toEqual(['assignment.granted', 'assignment.revoked', 'assignment.shortened']);
});

test('who comes to an account after he was assigned is given the role with it, and so is another account of his; the former one loses it', async () => {
  const keeper = await giveAccount(world);
  await giveRole(world, keeper, { role: 'system_administrator' });
  const [now, ending, past] = idsOf(await assign({ items: [{ unitId: communes[1], personId: cadres[1], tier: 'committee' }, { unitId: communes[2], personId: cadres[1], tier: 'committee' }, { unitId: communes[3], personId: cadres[1], tier: 'committee', beyondQuota: true }] }));
  expect((await doing(past!, 'end', { lastDay: '2026-11-19', reason: 'other' })).status).toBe(200);
  expect((await doing(ending!, 'end', { lastDay: '2026-12-31', reason: 'other' })).status).toBe(200);
  const placesOf = async (accountId: string) => items<{ role: string; unit: { id: string }; to: string | null; state: string }>(await server.get(`/api/assignments?accountId=${accountId}`, keeper)).filter(({ role }) => role === 'assigned_cadre');
  const { id } = (await server.post('/api/accounts', { name: 'hai', displayName: 'Trần Thị Hai', personId: cadres[1] }, keeper)).body as unknown as { id: string };
  expect((await placesOf(id)).map(({ unit }) => unit.id).toSorted()).toEqual([communes[1], communes[2]].toSorted());
  const second = await giveAccount(world);
  expect((await server.post(`/api/accounts/${id}/unlink`, {}, keeper)).status).toBe(200);
  expect((await server.post(`/api/accounts/${second.id}/link`, { personId: cadres[1] }, keeper)).status).toBe(200);
  expect((await actorOf(world, second))?.grants.map(({ unitId }) => unitId).toSorted()).toEqual([communes[1], communes[2]].toSorted());
  expect(await rows(world.db, sql`select 1 from assignments where account_id = ${id} and revoked_at is null`)).toEqual([]);
  expect((await doing(now!, 'end', { lastDay: '2026-11-19', reason: 'other' })).status).toBe(200);
  expect((await actorOf(world, second))?.grants.map(({ unitId }) => unitId)).toEqual([communes[2]]);
  for (const one of [now, ending, past]) {
    expect((await doing(one!, 'reopen')).status).toBe(200);
    expect((await doing(one!, 'remove')).status).toBe(200);
  }
});

test('the roles of what somebody follows go with the link to him, and come again with it', async () => {
  const keeper = await giveAccount(world);
  await giveRole(world, keeper, { role: 'system_administrator' });
  const other = await buildIn(world).person({ name: 'Phạm Thị Bốn' });
  const account = await giveAccount(world, { personId: cadres[2]! });
  await giveRole(world, account, { role: 'assigned_cadre', unitId: communes[3]! });
  const [id] = idsOf(await assign({ items: [{ unitId: communes[1], personId: cadres[2], tier: 'committee' }] }));
  const follows = async () => (await actorOf(world, account))?.grants.map(({ unitId }) => unitId).toSorted();
  const keep = async (act: string, input: object = {}) => expect((await server.post(`/api/accounts/${account.id}/${act}`, input, keeper)).status).toBe(200);
  const both = [communes[1], communes[3]].toSorted();
  expect(await follows()).toEqual(both);
  await keep('unlink');
  expect(await follows()).toEqual([communes[3]]);
  await keep('link', { personId: cadres[2] });
  expect(await follows()).toEqual(both);
  await keep('link', { personId: cadres[2] });
  expect(await follows()).toEqual(both);
  await keep('link', { personId: other });
  expect(await follows()).toEqual([communes[3]]);
  expect((await doing(id!, 'remove')).status).toBe(200);
  await keep('unlink');
});

test('a role that was taken back by people, or with that of its giver, comes again neither by enabling the account nor by linking it', async () => {
  const keeper = await giveAccount(world);
  await giveRole(world, keeper, { role: 'system_administrator' });
  const giver = await giveAccount(world);
  const given = await giveRole(world, giver, { role: 'board_officer', unitId: province });
  const person = await buildIn(world).person({ name: 'Võ Văn Năm' });
  await buildIn(world).tenure(person, post, { from: '2025-01-01' });
  const account = await giveAccount(world, { personId: person });
  const ids = [communes[1], communes[2]].map((unitId) => ({ unitId, personId: person, tier: 'committee' }));
  const [byHand] = idsOf(await assign({ items: ids.slice(0, 1) }));
  const [withGiver] = idsOf(await assign({ items: ids.slice(1) }, giver));
  const keep = async (path: string, input: object = {}) => expect((await server.post(`/api/${path}`, input, keeper)).status).toBe(200);
  const held = async () => (await actorOf(world, account))!.grants;
  expect(await held()).toHaveLength(2);
  await keep(`assignments/${given}/revoke`);
  expect((await held()).map(({ unitId }) => unitId)).toEqual([communes[1]]);
  await keep(`assignments/${(await held())[0]!.id}/revoke`);
  for (const [act, input] of [['disable', {}], ['enable', {}], ['unlink', {}], ['link', { personId: person }]] as const) await keep(`accounts/${account.id}/${act}`, input);
  expect(await rows(world.db, sql`select 1 from assignments where account_id = ${account.id} and revoked_at is null`)).toEqual([]);
  for (const id of [byHand, withGiver]) expect((await doing(id!, 'remove')).status).toBe(200);
});

test('the cadre writes down what to tell the next one; another account does not', async () => {
  const [running] = items<{ id: string }>(await server.get(`/api/oversight/assignments?personId=${cadres[0]}`, board));
  expect((await doing(running!.id, 'prepare', { talkingPoints: 'Gặp bí thư ấp 3' }, cadre)).status).toBe(200);
  expect((await whole(running!.id)).talkingPoints).toBe('Gặp bí thư ấp 3');
  expect((await whole(running!.id, cadre)).talkingPoints).toBe('Gặp bí thư ấp 3');
  expect((await whole(running!.id, office)).talkingPoints).toBe(null);
  expect(problem(await doing(running!.id, 'prepare', { talkingPoints: '' }, office))).toBe('platform.forbidden');
});

test('whoever left the post that made him eligible is told, since when', async () => {
  await sql`update tenures set valid = daterange(lower(valid), '2026-11-01'), end_reason = 'transferred' where person_id = ${cadres[0]}`.execute(world.owner.db);
  const [running] = items<{ id: string }>(await server.get('/api/oversight/assignments?show=leftPost', board));
  expect((await whole(running!.id)).leftPostOn).toBe('2026-11-01');
});

test('of a unit that was merged whole it goes on with the heir', async () => {
  const build = buildIn(world);
  const heir = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Mới', parent: province, from: '2026-11-10' });
  await build.lineage(communes[0]!, heir, '2026-11-10');
  await sql`update unit_versions set valid = daterange(lower(valid), '2026-11-10') where unit_id = ${communes[0]}`.execute(world.owner.db);
  await build.derive();
  expect(await assignmentsOn(contextFor(world, undefined, start), { unitIds: [heir], on: day('2026-11-20') })).toMatchObject([{ unitId: heir, assignedUnitId: communes[0], unitName: 'Đảng bộ xã Mới' }]);
  expect(items(await server.get(`/api/oversight/assignments?unitId=${heir}`, board))).toHaveLength(1);
  const { body } = await server.get(`/api/oversight/regulations/${regulation}`, board);
  expect(body).toMatchObject({ covered: 4, uncovered: 3 });
  expect((await firstRow(world.db, sql<{ count: number }>`select count(*)::int as count from oversight_assignments`))?.count).toBe(1);
  expect([await mayRead(heir), await mayRead(communes[1]!)]).toEqual([200, 404]);
  expect((await actorOf(world, cadre))?.grants.map(({ role, unitId }) => [role, unitId])).toEqual([['assigned_cadre', heir]]);
  expect((await actorOf(world, office))?.grants).toEqual([]);
  expect(await holdersAt(contextFor(world, undefined, start), { verb: 'visit.record', unitId: heir, steps: 0 })).toMatchObject([{ accountId: cadre.id }]);
  const roles = items<{ role: string; unit: { id: string }; may: string[] }>(await server.get(`/api/assignments?accountId=${cadre.id}`, board));
  expect(roles.filter(({ role }) => role === 'assigned_cadre')).toMatchObject([{ unit: { id: heir }, may: ['revoke'] }]);
  const [running] = items<{ id: string }>(await server.get(`/api/oversight/assignments?unitId=${heir}`, board));
  expect((await doing(running!.id, 'end', { lastDay: '2026-11-19', reason: 'other' })).status).toBe(200);
  expect(await mayRead(heir)).not.toBe(200);
  expect((await doing(running!.id, 'reopen')).status).toBe(200);
  expect(await mayRead(heir)).toBe(200);
});
