/** Figures and alerts of oversight: over a time, on a day, and of the units that nobody follows. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import { breakdownAnswer, computeFigure, recordsAnswer } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import { attentionContract } from '../../attention/attention.contract.ts';
import { listAttention } from '../../attention/server/attention.reads.ts';
import { oversightContract } from '../oversight.contract.ts';
import { assignCadres, endAssignment } from '../server/assignment.commands.ts';
import { enterRegulation } from '../server/regulation.commands.ts';

let world: World;
let province: Id<'unit'>;
let communes: Id<'unit'>[];
let cells: Id<'unit'>[];
let cadres: Id<'person'>[];
let board: Ctx;
let regulationId: Id<'oversightRegulation'>;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  [communes, cells, cadres] = [[], [], []];
  for (const name of ['An', 'Bình', 'Chung', 'Đông']) {
    const commune = await build.unit({ kind: 'commune_party', name: `Đảng bộ xã ${name}`, parent: province });
    communes.push(commune);
    cells.push(await build.unit({ kind: 'cell', name: `Chi bộ ${name}`, parent: commune }));
  }
  const post = await build.post(province, 'committee_member');
  await sql`update posts set seats = 9 where id = ${post}`.execute(world.owner.db);
  for (const name of ['Nguyễn Văn Một', 'Trần Thị Hai', 'Lê Văn Ba']) {
    const person = await build.person({ name });
    await build.member(person, cells[0]!);
    await build.tenure(person, post, { from: '2025-01-01' });
    cadres.push(person);
  }
  await build.derive();
  board = contextFor(world, actorWith([{ role: 'board_officer', unitId: province }]));
  const fields = oversightContract.regulate.input.parse({ unitId: province, title: 'Quy chế', kinds: ['commune_party'], from: '2026-01-01', mostUnits: 2, duties: [{ tier: 'committee', visitsPerQuarter: 1 }] });
  regulationId = (await act(board, (ctx) => enterRegulation(ctx, fields))).id;
  await assign(0, 0, '2026-01-10');
  await assign(0, 1, '2026-01-10');
  const ended = await assign(1, 2, '2026-02-01');
  await act(board, (ctx) => endAssignment(ctx, { id: ended, version: 1, lastDay: day('2026-06-30'), reason: 'retired', decision: null, successor: null }));
});
afterAll(() => world.close());

async function assign(cadre: number, commune: number, from: string, change: object = {}): Promise<Id<'oversightAssignment'>> {
  const input = oversightContract.assign.input.parse({ regulationId, decision: '12-QĐ/TU', from, items: [{ unitId: communes[commune], personId: cadres[cadre], tier: 'committee', ...change }] });
  return (await act(board, (ctx) => assignCadres(ctx, input))).ids[0]! as Id<'oversightAssignment'>;
}

const value = async (figure: string, of: { on: string; from?: string; unit?: Id<'unit'>; filters?: Record<string, string[]> }) => {
  const { value: { count, base } } = await computeFigure(board, { figure, unit: of.unit ?? province, on: day(of.on), ...(of.from ? { from: day(of.from) } : {}), ...(of.filters ? { filters: of.filters } : {}) });
  return base === null ? count : `${count}/${base}`;
};
const records = async (figure: string, of: { on: string; from?: string; set?: 'count' | 'rest' }) => {
  const { items } = await recordsAnswer(board, { figure, unit: province, on: day(of.on), ...(of.from ? { from: day(of.from) } : {}), set: of.set ?? 'count', cursor: undefined, limit: 100 });
  return items.map(({ values }) => values);
};
const alerts = async (alert: string) => (await listAttention(board, attentionContract.list.input.parse({}))).items.filter((item) => item.alert === alert);

test('over a time each cadre and each unit counts once; on a day who follows one then', async () => {
  expect([await value('oversight.cadres', { from: '2026-01-01', on: '2026-11-20' }), await value('oversight.units', { from: '2026-01-01', on: '2026-11-20' })]).toEqual([2, 3]);
  expect([await value('oversight.cadres', { from: '2026-07-01', on: '2026-11-20' }), await value('oversight.units', { from: '2026-07-01', on: '2026-11-20' })]).toEqual([1, 2]);
  expect([await value('oversight.following', { on: '2026-05-09' }), await value('oversight.following', { on: '2026-11-20' }), await value('oversight.following', { on: '2026-11-20', unit: communes[1]! })]).toEqual([2, 1, 1]);
  expect(await records('oversight.following', { on: '2026-05-09' })).toMatchObject([{ person: 'Trần Thị Hai', units: 1 }, { person: 'Nguyễn Văn Một', units: 2 }]);
});

test('a unit that the regulation covers and nobody follows is told, with the day since when', async () => {
  expect([await value('oversight.covered', { on: '2026-05-09' }), await value('oversight.uncovered', { on: '2026-05-09' }), await value('oversight.uncovered', { on: '2026-11-20' }), await value('oversight.uncovered', { on: '2025-12-31' })]).toEqual(['3/4', '1/4', '2/4', '0/0']);
  expect(await records('oversight.uncovered', { on: '2026-11-20' })).toMatchObject([{ unit: 'Đảng bộ xã Chung', since: '2026-07-01' }, { unit: 'Đảng bộ xã Đông', since: '2026-01-01' }]);
  expect((await alerts('oversight.uncovered')).map(({ unit, since, href }) => [unit.name, since, href])).toEqual(expect.arrayContaining([['Đảng bộ xã Chung', '2026-07-01', `/bam-co-so?don-vi=${communes[2]}&trong=co`], ['Đảng bộ xã Đông', '2026-01-01', `/bam-co-so?don-vi=${communes[3]}&trong=co`]]));
});

test('who follows more than the quota is told apart, and alarmed at the organisation', async () => {
  const load = async () => (await breakdownAnswer(board, { figure: 'oversight.following', unit: province, on: day('2026-11-20'), by: 'quota' })).items.filter(({ count }) => count > 0).map(({ code, count }) => [code, count]);
  expect(await load()).toEqual([['within', 1]]);
  expect(await alerts('oversight.overQuota')).toEqual([]);
  await assign(0, 3, '2026-11-01', { beyondQuota: true });
  expect(await load()).toEqual([['over', 1]]);
  expect(await alerts('oversight.overQuota')).toMatchObject([{ unit: { id: province }, subject: { kind: 'person', id: cadres[0], name: 'Nguyễn Văn Một' }, amount: 3 }]);
});

test('who left the post that made him eligible is alarmed at each unit that he follows', async () => {
  await assign(2, 2, '2026-08-01');
  expect(await alerts('oversight.leftPost')).toEqual([]);
  await sql`update tenures set valid = daterange(lower(valid), '2026-11-11'), end_reason = 'transferred' where person_id = ${cadres[2]}`.execute(world.owner.db);
  expect(await alerts('oversight.leftPost')).toMatchObject([{ unit: { id: communes[2] }, subject: { kind: 'oversight', name: 'Lê Văn Ba' }, since: '2026-11-11' }]);
  const { items } = await breakdownAnswer(board, { figure: 'oversight.following', unit: province, on: day('2026-11-20'), by: 'post' });
  expect(items.filter(({ code }) => code !== 'unknown').map(({ code, count }) => [code, count])).toEqual([['held', 1], ['left', 1]]);
});

test('of a commune that was merged whole the heir is followed, and whoever follows nobody is not told of cells', async () => {
  const build = buildIn(world);
  const heir = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Mới', parent: province, from: '2026-11-10' });
  await build.lineage(communes[0]!, heir, '2026-11-10');
  await sql`update unit_versions set valid = daterange(lower(valid), '2026-11-10') where unit_id = ${communes[0]}`.execute(world.owner.db);
  await build.derive();
  expect(await value('oversight.covered', { on: '2026-11-20' })).toBe('4/4');
  expect(await value('oversight.covered', { on: '2026-11-20', unit: heir })).toBe('1/1');
  expect(await value('oversight.covered', { on: '2026-11-20', unit: cells[1]! })).toBe('0/0');
});
