/** The board over HTTP: units and who follows them, cadres, gaps, proposals, papers, handing over. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { openWorld, type World } from '../../../../test/world/world.ts';
import { giveAccount, giveRole, serve, type Answer, type GivenAccount, type Server } from '../../../access/test/access.world.ts';
import { sessionCookie } from '../../../platform/http/kernel.ts';
import type { Id } from '../../../platform/ids.ts';
import { allRoutes } from '../../../routes.ts';

let world: World;
let server: Server;
let province: Id<'unit'>;
let communes: Id<'unit'>[];
let cadres: Id<'person'>[];
let board: GivenAccount;
let office: GivenAccount;
let regulationId: string;
let first: string;
let second: string;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  const district = await build.unit({ kind: 'district_party', name: 'Đảng bộ huyện Cũ', parent: province });
  communes = [];
  for (const name of ['An', 'Bình', 'Chung', 'Đông']) communes.push(await build.unit({ kind: 'commune_party', name: `Đảng bộ xã ${name}`, parent: name === 'An' || name === 'Chung' ? district : province }));
  const former = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Bình cũ', parent: province, to: '2025-06-30' });
  await build.lineage(former, communes[1]!, '2025-07-01');
  const cell = await build.unit({ kind: 'cell', name: 'Chi bộ cơ quan', parent: province });
  const post = await build.post(province, 'committee_member');
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
  const fields = { unitId: province, title: 'Quy chế 10-QC/TU', kinds: ['commune_party'], from: '2026-01-01', mostUnits: 2, duties: [{ tier: 'committee', visitsPerQuarter: 1 }] };
  regulationId = (body<{ id: string }>(await server.post('/api/oversight/regulations', fields, board))).id;
  [first, second] = await assign([[0, 0], [1, 1]], '12-QĐ/TU', '2026-02-01') as [string, string];
});
afterAll(async () => {
  await server.app.close();
  await world.close();
});

const body = <T>(answer: Answer) => answer.body as unknown as T;
const ask = async <T>(path: string, params: Record<string, string> = {}, as = board) => body<T>(await server.get(`/api/oversight/${path}?${new URLSearchParams(params).toString()}`, as));
async function assign(pairs: readonly (readonly [cadre: number, commune: number])[], decision: string, from: string): Promise<string[]> {
  const items = pairs.map(([cadre, commune]) => ({ personId: cadres[cadre], unitId: communes[commune], tier: 'committee' }));
  return body<{ ids: string[] }>(await server.post('/api/oversight/assign', { regulationId, decision, from, items }, board)).ids;
}
interface Row {
  readonly unit: { readonly name: string };
  readonly area: { readonly name: string; readonly isFormer: boolean } | null;
  readonly followers: readonly { readonly person: { readonly name: string } }[];
  readonly uncoveredSince: string | null;
  readonly candidates: readonly { readonly person: { readonly name: string }; readonly load: number; readonly near: { readonly name: string } | null }[];
  readonly gaps: readonly { readonly from: string; readonly to: string; readonly days: number }[];
}

test('the board tells each unit, where it stands, who follows it, and since when nobody does; by pages and by name', async () => {
  const { items } = await ask<{ items: Row[] }>('board', { regulationId });
  expect(items.map(({ unit, area, followers, uncoveredSince }) => [unit.name, area?.name ?? null, followers.map(({ person }) => person.name), uncoveredSince])).toEqual([
    ['Đảng bộ xã An', 'Đảng bộ huyện Cũ', ['Nguyễn Văn Một'], null], ['Đảng bộ xã Bình', null, ['Trần Thị Hai'], null], ['Đảng bộ xã Chung', 'Đảng bộ huyện Cũ', [], '2026-01-01'], ['Đảng bộ xã Đông', null, [], '2026-01-01'],
  ]);
  expect(items[0]!.area!.isFormer).toBe(false);
  const page = await ask<{ items: Row[]; next: string }>('board', { regulationId, limit: '3' });
  expect((await ask<{ items: Row[] }>('board', { regulationId, limit: '3', cursor: page.next })).items.map(({ unit }) => unit.name)).toEqual(['Đảng bộ xã Đông']);
  expect((await ask<{ items: Row[] }>('board', { regulationId, gap: 'yes', search: 'dong' })).items.map(({ unit }) => unit.name)).toEqual(['Đảng bộ xã Đông']);
  expect((await server.get(`/api/oversight/board?regulationId=${regulationId}`, office)).status).toBe(404);
});

test('cadres are told with their load, those without a unit after the others', async () => {
  const { items } = await ask<{ items: { person: { name: string }; units: unknown[]; isOver: boolean; post: { kind: string } }[] }>('cadres', { regulationId });
  expect(items.map(({ person, units, isOver, post }) => [person.name, units.length, isOver, post.kind])).toEqual([['Trần Thị Hai', 1, false, 'committee_member'], ['Nguyễn Văn Một', 1, false, 'committee_member'], ['Lê Văn Ba', 0, false, 'committee_member']].toSorted((one, other) => Number(other[1]) - Number(one[1])));
});

test('a unit without anybody gets proposals, near ones first, to whoever may assign; accepted together they are one decision with its annex', async () => {
  const { items } = await ask<{ items: Row[] }>('proposals', { regulationId });
  expect(items.map(({ unit, candidates }) => [unit.name, candidates[0]!.person.name, candidates[0]!.near?.name ?? null, candidates[0]!.load])).toEqual([['Đảng bộ xã Chung', 'Nguyễn Văn Một', 'Đảng bộ huyện Cũ', 1], ['Đảng bộ xã Đông', 'Lê Văn Ba', null, 0]]);
  expect((await server.get(`/api/oversight/proposals?regulationId=${regulationId}`, office)).status).toBe(404);
  await assign([[0, 2], [2, 3]], '20-QĐ/TU', '2026-11-01');
  expect((await ask<{ items: Row[] }>('proposals', { regulationId })).items).toEqual([]);
  const annex = await ask<{ items: { unit: { name: string }; person: { name: string } }[] }>('annex', { regulationId, decision: '20-QĐ/TU' });
  expect(annex.items.map(({ unit, person }) => [unit.name, person.name])).toEqual([['Đảng bộ xã Chung', 'Nguyễn Văn Một'], ['Đảng bộ xã Đông', 'Lê Văn Ba']]);
  const file = await server.app.inject({ method: 'GET', url: `/api/oversight/annex.docx?${new URLSearchParams({ regulationId, decision: '20-QĐ/TU' }).toString()}`, cookies: { [sessionCookie]: board.token } });
  expect([file.statusCode, file.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  expect((await server.get(`/api/oversight/annex?${new URLSearchParams({ regulationId, decision: 'không có' }).toString()}`, board)).status).toBe(404);
});

test('the regulations that have a unit followed are found by it', async () => {
  const found = async (covers: string) => (await ask<{ items: { id: string }[] }>('regulations', { covers })).items.map(({ id }) => id);
  expect([await found(communes[1]!), await found(province)]).toEqual([[regulationId], []]);
});

test('over a time each unit tells when nobody followed it', async () => {
  const { items } = await ask<{ items: Row[] }>('gaps', { regulationId, from: '2025-06-01', to: '2026-11-20' });
  expect(items.map(({ unit, gaps }) => [unit.name, gaps])).toEqual([
    ['Đảng bộ xã An', [{ from: '2026-01-01', to: '2026-01-31', days: 31 }]], ['Đảng bộ xã Bình', [{ from: '2026-01-01', to: '2026-01-31', days: 31 }]],
    ['Đảng bộ xã Chung', [{ from: '2026-01-01', to: '2026-10-31', days: 304 }]], ['Đảng bộ xã Đông', [{ from: '2026-01-01', to: '2026-10-31', days: 304 }]],
  ]);
  expect((await ask<{ items: Row[] }>('gaps', { regulationId, from: '2026-02-01', to: '2026-02-28' })).items.map(({ unit }) => unit.name)).toEqual(['Đảng bộ xã Chung', 'Đảng bộ xã Đông']);
  expect((await ask<{ items: Row[] }>('gaps', { regulationId, from: '2026-11-05', to: '2026-11-20' })).items).toEqual([]);
});

test('a transfer of a cadre mid-term gives the hand-over file of his unit and alarms the gap; only who may read the unit reads it', async () => {
  await sql`insert into tasks (home_id, id, unit_id, asked_by, title, due_on, state, stage_on, origin_kind, origin_id, given_on, version, recorded_at)
    select home_of(${communes[0]!}::uuid), gen_random_uuid(), ${communes[0]}::uuid, ${communes[0]}::uuid, 'Sửa đường liên ấp', '2026-11-10', 'open', '2026-11-01', 'unit', ${communes[0]}::uuid, '2026-11-01', 1, now()`.execute(world.owner.db);
  await sql`update tenures set valid = daterange(lower(valid), '2026-11-15'), end_reason = 'transferred' where person_id = ${cadres[0]}`.execute(world.owner.db);
  const alerts = async () => body<{ items: { alert: string; unit: { id: string }; href: string }[] }>(await server.get('/api/attention?limit=100', board)).items.filter(({ alert }) => alert.startsWith('oversight.')).map(({ alert, unit }) => [alert, unit.id]);
  expect(await alerts()).toEqual(expect.arrayContaining([['oversight.leftPost', communes[0]], ['oversight.leftPost', communes[2]]]));
  const { version } = body<{ version: number }>(await server.get(`/api/oversight/assignments/${first}`, board));
  const ended = await server.post(`/api/oversight/assignments/${first}/end`, { version, lastDay: '2026-11-14', reason: 'transferred', talkingPoints: 'Gặp bí thư ấp 3' }, board);
  expect(ended.status).toBe(200);
  expect(await alerts()).toEqual(expect.arrayContaining([['oversight.uncovered', communes[0]], ['oversight.leftPost', communes[2]]]));
  interface File { talkingPoints: string | null; assignment: { endReason: string }; parts: { code: string; items: { text: string; isLate: boolean }[] }[] }
  for (const [as, talkingPoints] of [[board, 'Gặp bí thư ấp 3'], [office, null]] as const) {
    const file = await ask<File>(`assignments/${first}/hand-over`, {}, as);
    expect(file).toMatchObject({ talkingPoints, assignment: { endReason: 'transferred' } });
    expect(file.parts.map(({ code }) => code)).toEqual(['tasks', 'promises', 'petitions', 'shortcomings', 'visits']);
    expect(file.parts.find(({ code }) => code === 'tasks')!.items).toMatchObject([{ text: 'Sửa đường liên ấp', isLate: true }]);
  }
  const stranger = await giveAccount(world);
  await giveRole(world, stranger, { role: 'office_officer', unitId: communes[1]! });
  expect((await server.get(`/api/oversight/assignments/${first}/hand-over`, stranger)).status).toBe(404);
});

test('what was promised at a unit that was merged whole into the one handed over stands among its own tasks, not at those below', async () => {
  const [former] = (await sql<{ id: string }>`select unit_id as id from unit_versions where name = 'Đảng bộ xã Bình cũ'`.execute(world.owner.db)).rows;
  await sql`insert into tasks (home_id, id, unit_id, asked_by, title, due_on, state, stage_on, origin_kind, origin_id, given_on, version, recorded_at)
    select home_of(${former!.id}::uuid), gen_random_uuid(), ${former!.id}::uuid, ${former!.id}::uuid, 'Kéo điện ấp 4', '2026-12-10', 'open', '2026-06-01', 'visit', gen_random_uuid(), '2026-06-01', 1, now()`.execute(world.owner.db);
  const file = await ask<{ parts: { code: string; items: { text: string }[] }[] }>(`assignments/${second}/hand-over`);
  const itemsOf = (code: string) => file.parts.find((part) => part.code === code)!.items.map(({ text }) => text);
  expect([itemsOf('tasks'), itemsOf('promises')]).toEqual([['Kéo điện ấp 4'], []]);
});

test('cadres of one name are told apart by their year of birth, wherever they stand beside each other', async () => {
  const { db } = world.owner;
  await sql`update people set full_name = 'Trần Thị Hai', birth_on = case id when ${cadres[1]}::uuid then date '1970-05-01' else date '1982-01-01' end, birth_precision = 'day' where id = any(${cadres}::uuid[])`.execute(db);
  await sql`update people set full_name = 'Lê Văn Ba' where id = ${cadres[2]}`.execute(db);
  interface Named { readonly person: { readonly id: string; readonly name: string } }
  const named = (rows: readonly Named[]) => new Map(rows.map(({ person }) => [person.id, person.name]));
  const { items: cadreRows } = await ask<{ items: Named[] }>('cadres', { regulationId });
  expect([named(cadreRows).get(cadres[0]!), named(cadreRows).get(cadres[1]!), named(cadreRows).get(cadres[2]!)]).toEqual(['Trần Thị Hai (1982)', 'Trần Thị Hai (1970)', 'Lê Văn Ba']);
  const annex = named((await ask<{ items: Named[] }>('annex', { regulationId, decision: '12-QĐ/TU' })).items);
  expect(annex.get(cadres[1]!)).toBe('Trần Thị Hai (1970)');
  const alone = named((await ask<{ items: Named[] }>('annex', { regulationId, decision: '20-QĐ/TU' })).items);
  expect([...alone.values()].toSorted()).toEqual(['Lê Văn Ba', 'Trần Thị Hai (1982)']);
  const running = named((await ask<{ items: Named[] }>('assignments', { show: 'all' })).items);
  expect(running.get(cadres[1]!)).toBe('Trần Thị Hai (1970)');
});
