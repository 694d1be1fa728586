/** Units over the API: what is read of any day, acts with their undo, and who may do what where. */
import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { buildIn } from '../../../../test/world/build.ts';
import { actorWith, openWorld, testKeys, type World } from '../../../../test/world/world.ts';
import type { Actor } from '../../../platform/context.ts';
import { flushEvents, verifyChains } from '../../../platform/events.ts';
import { buildKernel } from '../../../platform/http/kernel.ts';
import type { Id } from '../../../platform/ids.ts';
import { unitRefusals, unitRoutes } from '../server/index.ts';

let world: World;
let app: FastifyInstance;
let actor: Actor | undefined;
const ids: Record<string, Id<'unit'>> = {};

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world, 0);
  ids['party'] = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh Phú Thọ' });
  ids['land'] = await build.unit({ kind: 'province', name: 'Tỉnh Phú Thọ' });
  ids['one'] = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Sông Lô', parent: ids['party'] });
  ids['two'] = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Hải Lựu', parent: ids['party'] });
  ids['commune'] = await build.unit({ kind: 'commune', type: 'xa', name: 'Xã Sông Lô', code: '08848', parent: ids['land'], properties: { population: 1250, areaKm2: 41.5, ownOffice: false } });
  ids['old'] = await build.unit({ kind: 'commune', type: 'xa', name: 'Xã Đồng Thịnh', code: '08848', parent: ids['land'], to: '2025-06-30' });
  await build.relation(ids['one'], 'leads', ids['commune']);
  await build.lineage(ids['old'], ids['commune'], '2025-07-01');
  for (let number = 1; number <= 12; number += 1) ids[`cell${number}`] = await build.unit({ kind: 'cell', type: 'residential', name: `Chi bộ thôn ${number}`, parent: ids['one'] });
  ids['office'] = await build.unit({ kind: 'cell', type: 'agency', name: 'Chi bộ cơ quan Huyện ủy Sông Lô', parent: ids['party'] });
  ids['hoa'] = await build.unit({ kind: 'village', type: 'thon', name: 'Thôn Hòa Đồng', parent: ids['commune'] });
  ids['hoaTone'] = await build.unit({ kind: 'village', type: 'thon', name: 'Thôn Hoa Đông', parent: ids['commune'] });
  await build.derive();
  app = await buildKernel({ db: world.db, keys: testKeys, log: pino({ level: 'silent' }), routes: unitRoutes, refusals: unitRefusals, findActor: async () => actor, flushEvents, clock: () => new Date('2026-11-20T03:00:00Z') });
});

afterAll(async () => {
  await app.close();
  await world.close();
});

const officerOf = (unit: string) => actorWith([{ role: 'office_officer', unitId: ids[unit]! }]);
const province = () => actorWith([{ role: 'board_officer', unitId: ids['party']! }]);

async function get(as: Actor | undefined, url: string) {
  actor = as;
  const response = await app.inject({ url });
  return { status: response.statusCode, body: response.json() };
}

async function post(as: Actor | undefined, url: string, payload: object) {
  actor = as;
  const response = await app.inject({ method: 'POST', url, payload });
  return { status: response.statusCode, body: response.json() };
}

const names = (body: { items: { name: string }[] }) => body.items.map(({ name }) => name);

describe('lists', () => {
  test('children come in the order in which people count, and page by page', async () => {
    const first = await get(province(), `/api/unit-tree?id=${ids['one']}&hierarchy=party&limit=10`);
    const second = await get(province(), `/api/unit-tree?id=${ids['one']}&hierarchy=party&limit=10&cursor=${first.body.next}`);
    expect([...names(first.body), ...names(second.body)]).toEqual(Array.from({ length: 12 }, (_, index) => `Chi bộ thôn ${index + 1}`));
    expect(second.body.next).toBeNull();
  });

  test('search finds without diacritics, and what was typed with them comes first', async () => {
    expect(names((await get(province(), '/api/units?q=hoa%20dong')).body)).toEqual(['Thôn Hoa Đông', 'Thôn Hòa Đồng']);
    expect(names((await get(province(), `/api/units?q=${encodeURIComponent('hoà đồng')}`)).body)[0]).toBe('Thôn Hòa Đồng');
  });

  test('words are found in any order, with others between them', async () => {
    const found = async (q: string) => names((await get(province(), `/api/units?q=${encodeURIComponent(q)}`)).body);
    expect(await found('bo song lo')).toEqual(['Đảng bộ xã Sông Lô', 'Chi bộ cơ quan Huyện ủy Sông Lô']);
    expect(await found('2 thôn bộ')).toEqual(['Chi bộ thôn 2', 'Chi bộ thôn 12']);
    expect(await found('thôn không')).toEqual([]);
  });

  test('search puts the name itself before longer ones that hold it, page after page', async () => {
    const all = ['Xã Sông Lô', 'Đảng bộ xã Sông Lô', 'Chi bộ cơ quan Huyện ủy Sông Lô'];
    for (const q of ['song lo', 'Sông Lô']) {
      const first = await get(province(), `/api/units?q=${encodeURIComponent(q)}&limit=10`);
      expect(names(first.body)).toEqual(all);
    }
    const cells = await get(province(), '/api/units?q=chi%20bo&limit=10');
    const rest = await get(province(), `/api/units?q=chi%20bo&limit=10&cursor=${cells.body.next}`);
    const read = [...names(cells.body), ...names(rest.body)];
    expect(new Set(read).size).toBe(13);
    expect(read.map((name) => name.length)).toEqual(read.map((name) => name.length).toSorted((one, other) => one - other));
  });

  test('a code that was used again finds the unit of the day', async () => {
    expect(names((await get(province(), '/api/units?q=08848')).body)).toEqual(['Xã Sông Lô']);
    expect(names((await get(province(), '/api/units?q=08848&asOf=2022-08-09')).body)).toContain('Xã Đồng Thịnh');
  });

  test('a made-up cursor is refused, not an error of the database', async () => {
    const cursor = Buffer.from(JSON.stringify(['x', 'khong-phai-id'])).toString('base64url');
    expect((await get(province(), `/api/unit-tree?hierarchy=party&cursor=${cursor}`)).status).toBe(400);
  });

  test('an address that can be no unit’s is not found, whatever else is asked', async () => {
    for (const path of ['/api/units/khong-co', '/api/units/khong-co?asOf=hom-nay']) expect(await get(province(), path)).toMatchObject({ status: 404, body: { problem: { code: 'platform.notFound' } } });
  });
});

describe('reach', () => {
  test('an officer sees the own committee as the topmost unit and nothing of the neighbour', async () => {
    const top = await get(officerOf('one'), '/api/unit-tree?hierarchy=party');
    expect(names(top.body)).toEqual(['Đảng bộ xã Sông Lô']);
    expect(names((await get(officerOf('one'), '/api/units?q=hai%20luu')).body)).toEqual([]);
    expect((await get(officerOf('one'), `/api/units/${ids['two']}`)).status).toBe(404);
  });

  test('the committee reaches its territory, and the books of what was merged into it', async () => {
    expect((await get(officerOf('one'), `/api/units/${ids['hoa']}`)).status).toBe(200);
    expect((await get(officerOf('one'), `/api/units/${ids['old']}`)).body).toMatchObject({ state: 'dissolved', successors: [{ unit: { name: 'Xã Sông Lô' }, share: 'whole' }] });
  });

  test('a stranger gets 403, and an account without a place an empty list', async () => {
    expect((await get(actorWith([]), '/api/units')).status).toBe(403);
    expect((await get(actorWith([{ role: 'board_officer' }]), '/api/units')).body.items).toEqual([]);
  });

  test('nothing can be founded under, moved to or tied to a unit out of reach', async () => {
    const founded = await post(officerOf('one'), '/api/units', { facts: { name: 'Chi bộ lạ', kind: 'cell' }, from: '2026-01-01', parents: [{ hierarchy: 'party', parentId: ids['two'] }] });
    const moved = await post(officerOf('one'), `/api/units/${ids['cell1']}/move`, { on: '2026-01-01', hierarchy: 'party', parentId: ids['two'] });
    const related = await post(officerOf('one'), `/api/units/${ids['cell1']}/relate`, { on: '2026-01-01', relation: 'leads', otherId: ids['two'] });
    expect([founded.status, moved.status, related.status]).toEqual([404, 404, 404]);
  });

  test('a cell secretary reads the own cell but may not rename it', async () => {
    const secretary = actorWith([{ role: 'cell_secretary', unitId: ids['cell1']! }]);
    expect((await get(secretary, `/api/units/${ids['cell1']}`)).body.may).not.toContain('unit.manage');
    expect((await post(secretary, `/api/units/${ids['cell1']}/change`, { on: '2026-01-01', facts: { name: 'Khác' } })).status).toBe(403);
  });
});

describe('the exported list', () => {
  async function exported(as: Actor, query: string): Promise<string[]> {
    actor = as;
    const response = await app.inject({ url: `/api/units-export?format=csv&${query}` });
    expect(response.statusCode).toBe(200);
    return response.body.split('\r\n').slice(1);
  }

  test('holds what the list holds, with the id that imports read, parents, period and properties', async () => {
    expect(await exported(province(), 'kind=commune&asOf=2022-08-09')).toEqual([
      `id:${ids['old']};Xã Đồng Thịnh;Địa bàn cấp xã;Xã;08848;Tỉnh Phú Thọ;01/01/2000;30/06/2025;;;;`,
      `id:${ids['commune']};Xã Sông Lô;Địa bàn cấp xã;Xã;08848;Tỉnh Phú Thọ;01/01/2000;;1250;;41,5;Không`,
    ]);
    expect(await exported(province(), 'kind=commune&asOf=2026-01-01&language=en')).toEqual([`id:${ids['commune']},Xã Sông Lô,Commune,Commune (xã),08848,Tỉnh Phú Thọ,01/01/2000,,1250,,41.5,No`]);
    expect(await exported(province(), 'q=hoa%20dong')).toHaveLength(2);
  });

  test('holds nothing out of reach, whatever is asked for', async () => {
    const seen = [await exported(officerOf('one'), ''), await exported(officerOf('one'), `under=${ids['two']}`), await exported(officerOf('one'), 'q=hai%20luu')];
    expect(seen[0]).not.toHaveLength(0);
    expect(seen.slice(1)).toEqual([[], []]);
    expect(seen.flat().join()).not.toMatch(new RegExp(`Hải Lựu|${ids['two']}`));
  });

  test('needs the right to export besides that to read, at the same unit', async () => {
    expect((await get(actorWith([{ role: 'cell_secretary', unitId: ids['cell1']! }]), '/api/units-export?format=csv')).status).toBe(403);
    const both = actorWith([{ role: 'cell_secretary', unitId: ids['cell1']! }, { role: 'office_officer', unitId: ids['two']! }]);
    expect(await exported(both, '')).toEqual([expect.stringContaining('Đảng bộ xã Hải Lựu')]);
  });

  test('is recorded with its filters and its count, but not with what was searched for', async () => {
    await exported(officerOf('one'), `under=${ids['commune']}&q=hoa%20dong`);
    const { rows: events } = await sql<{ unit_id: string; data: object }>`select unit_id, data from events where type = 'unit.exported' order by seq desc limit 1`.execute(world.db);
    expect(events).toEqual([{ unit_id: ids['commune'], data: { under: ids['commune'], searched: true, format: 'csv', count: 2 } }]);
  });
});

describe('acts', () => {
  test('a rename holds from its day, stands in the history with its decision, and can be undone once', async () => {
    const changed = await post(officerOf('one'), `/api/units/${ids['cell2']}/change`, { on: '2026-05-01', facts: { name: 'Chi bộ thôn Thượng' }, decision: '12-QĐ/ĐU' });
    expect((await get(province(), `/api/units/${ids['cell2']}?asOf=2026-04-30`)).body.name).toBe('Chi bộ thôn 2');
    expect((await get(province(), `/api/units/${ids['cell2']}?asOf=2026-05-01`)).body.name).toBe('Chi bộ thôn Thượng');
    const history = await get(province(), `/api/units/${ids['cell2']}/history`);
    expect(history.body.acts[0]).toMatchObject({ kind: 'change', nature: 'change', on: '2026-05-01', decision: '12-QĐ/ĐU', undoable: true });
    expect((await post(officerOf('one'), `/api/unit-acts/${changed.body.actId}/undo`, {})).status).toBe(200);
    expect((await get(province(), `/api/units/${ids['cell2']}`)).body.name).toBe('Chi bộ thôn 2');
    expect((await post(officerOf('one'), `/api/unit-acts/${changed.body.actId}/undo`, {})).body.problem).toMatchObject({ code: 'unit.actNotLast', kind: 'conflict' });
  });

  test('a correction rewrites the past and is told apart from changes', async () => {
    await post(officerOf('one'), `/api/units/${ids['cell3']}/correct`, { on: '2020-01-01', reason: 'gõ nhầm tên', facts: { name: 'Chi bộ thôn Ba' } });
    expect((await get(province(), `/api/units/${ids['cell3']}?asOf=2001-01-01`)).body.name).toBe('Chi bộ thôn Ba');
    expect((await get(province(), `/api/units/${ids['cell3']}/history`)).body.acts[0]).toMatchObject({ nature: 'correction', reason: 'gõ nhầm tên' });
  });

  test('a unit with units under it is not dissolved, and says how many', async () => {
    const refused = await post(province(), `/api/units/${ids['one']}/dissolve`, { on: '2026-06-30' });
    expect(refused.body.problem).toMatchObject({ code: 'unit.stillHolds', data: { children: 12 } });
  });

  test('a unit moved under itself is refused', async () => {
    const founded = await post(officerOf('one'), '/api/units', { facts: { name: 'Đảng bộ bộ phận', kind: 'division_party' }, from: '2020-01-01', parents: [{ hierarchy: 'party', parentId: ids['one'] }] });
    const below = await post(officerOf('one'), '/api/units', { facts: { name: 'Chi bộ dưới', kind: 'cell' }, from: '2020-01-01', parents: [{ hierarchy: 'party', parentId: founded.body.unitId }] });
    const moved = await post(officerOf('one'), `/api/units/${founded.body.unitId}/move`, { on: '2021-01-01', hierarchy: 'party', parentId: below.body.unitId });
    expect(moved.body.problem.code).toBe('unit.cycle');
  });

  test('wrong input names the field and writes nothing', async () => {
    const answer = await post(officerOf('one'), `/api/units/${ids['cell4']}/change`, { on: '2026-02-30', facts: { name: '' }, extra: 1 });
    expect(answer.status).toBe(400);
    expect(answer.body.problem.data.fields.map(({ field }: { field: string }) => field)).toEqual(expect.arrayContaining(['on', 'facts.name']));
  });

  test('every act is in the log, and the chain is whole', async () => {
    expect(await verifyChains(world.db, testKeys)).toEqual([]);
  });
});

test('an act that another site started is refused', async () => {
  actor = province();
  const response = await app.inject({ method: 'POST', url: `/api/units/${ids['cell5']}/change`, headers: { origin: 'https://khac.example', host: 'satcoso.local' }, payload: { on: '2026-01-01', facts: { name: 'Khác' } } });
  expect(response.json().problem.code).toBe('platform.crossSite');
});
