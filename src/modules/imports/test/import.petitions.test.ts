/** The sheet of petitions through the importer: each step on its own day, importing again, undoing, and who may answer for a body. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import { petitionContract } from '../../petitions/petition.contract.ts';
import { confirmPetition } from '../../petitions/server/petition.commands.ts';
import { readPetition } from '../../petitions/server/petition.page.ts';
import { listPetitions } from '../../petitions/server/petition.reads.ts';
import { applyImport, checkImport, undoImport, type ImportRequest } from '../server/index.ts';

let world: World;
let board: Ctx;
let officer: Ctx;
let colleague: Ctx;
let source = 0;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  const province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh Phú Thọ' });
  const commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Một', parent: province });
  const other = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Hai', parent: province });
  await build.derive();
  board = contextFor(world, actorWith([{ role: 'office_officer', unitId: province }]));
  officer = contextFor(world, actorWith([{ role: 'office_officer', unitId: commune }]));
  colleague = contextFor(world, actorWith([{ role: 'office_officer', unitId: other }]));
});
afterAll(() => world.close());
/** Every test is a source of its own, and begins with nothing. */
beforeEach(async () => {
  source += 1;
  await sql`delete from petitions`.execute(world.owner.db);
});

const head = 'unit,ref,source,topic,text,people_behind,raised_on,body,outside,routed_on,moves,answered_on,outcome,answer,planned_on,reopened_on,reason,confirmed_on';
const closed = 'Đảng bộ xã Một,KN-01,Người dân,ruralRoads,Sửa đường trục,40,02/03/2026,Đảng bộ tỉnh Phú Thọ,Sở Xây dựng,03/03/2026,2,09/03/2026,Đã giải quyết,Đã vá xong,,,,12/03/2026';
const again = 'Đảng bộ xã Một,KN-02,unit,relics,Tu bổ đình,,02/03/2026,,,,,09/03/2026,impossible,Chưa có vốn,,20/03/2026,Đề nghị xem lại,';
const open = 'Đảng bộ xã Một,KN-03,unit,land,Cấp sổ đất,,18/11/2026,,,,,,,,,,,';

function files(lines: readonly string[]): ImportRequest {
  return { source: `nguồn ${source}`, from: { files: [{ name: 'petitions.csv', bytes: new TextEncoder().encode(`${[head, ...lines].join('\n')}\n`) }] }, fileName: 'kien-nghi.csv' };
}
const apply = (ctx: Ctx, lines: readonly string[]) => act(ctx, (inside) => applyImport(inside, files(lines)));
const told = async (ctx: Ctx, lines: readonly string[]) => (await act(ctx, (inside) => checkImport(inside, files(lines)))).findings.map(({ code, column }) => [code, column]);
const counts = ({ tables }: { tables: readonly { table: string; added: number; changed: number; same: number }[] }) => tables.filter(({ table }) => table === 'petitions').map(({ added, changed, same }) => [added, changed, same]);
const all = async () => (await listPetitions(board, petitionContract.list.input.parse({}))).items;

test('a petition is brought from being raised to its end, each step on its own day; again it is the same', async () => {
  expect(counts(await apply(board, [closed, again, open]))).toEqual([[3, 0, 0]]);
  const found = await all();
  const one = await readPetition(board, { id: found.find(({ topic }) => topic === 'ruralRoads')!.id as Id<'petition'> });
  expect(one).toMatchObject({ state: 'confirmed', closedOn: '2026-03-12', moves: 2, outside: 'Sở Xây dựng', firstDays: 5, source: 'resident', hasPetitioner: false, answer: { text: 'Đã vá xong', on: '2026-03-09' } });
  expect(one.steps.map(({ kind, on }) => [kind, on])).toEqual([['raised', '2026-03-02'], ['routed', '2026-03-03'], ['answered', '2026-03-09'], ['confirmed', '2026-03-12']]);
  expect(found.map(({ topic, state, reopenings }) => [topic, state, reopenings]).toSorted()).toEqual([['land', 'received', 0], ['relics', 'reopened', 1], ['ruralRoads', 'confirmed', 0]]);
  expect(counts(await apply(board, [closed, again, open]))).toEqual([[0, 0, 3]]);
  expect(counts(await apply(board, [closed, again.replace('đình', 'chùa'), open]))).toEqual([[0, 1, 2]]);
});

test('one that was worked on on screen is never written over; undone, what came is gone', async () => {
  const run = await apply(board, [open.replace(/18\/11\/2026.*/, '02/03/2026,,,,,09/03/2026,settled,Xong,,,,')]);
  const [item] = await all();
  await act(officer, (ctx) => confirmPetition(ctx, { id: item!.id as Id<'petition'>, version: 1, words: '' }));
  expect(await told(board, [open])).toEqual([['petition.worked_on', null]]);
  await expect(act(board, (ctx) => undoImport(ctx, run.runId!))).rejects.toThrow();
  await sql`delete from petitions`.execute(world.owner.db);
  const fresh = await apply(board, [open.replace('KN-03', 'KN-04')]);
  await act(board, (ctx) => undoImport(ctx, fresh.runId!));
  expect(await all()).toEqual([]);
});

test('what is wrong is told with its place', async () => {
  expect(await told(board, [open, open])).toEqual([['petition.twice', 'ref']]);
  expect(await told(board, [open.replace('land', 'nothing')])).toEqual([['petition.topic_unknown', 'topic']]);
  expect(await told(board, [closed.replace('03/03/2026', '')])).toContainEqual(['petition.routed_missing', 'routed_on']);
  expect(await told(board, [open.replace('Cấp sổ đất', 'Tố cáo cán bộ nhận hối lộ')])).toContainEqual(['petition.denunciation', 'text']);
  expect(await told(board, [closed.replace('Đã vá xong', '')])).toEqual([['petition.answer_missing', 'answer']]);
  expect(await told(board, [closed.replace('Đã giải quyết', 'planned')])).toContainEqual(['petition.plan_day', 'planned_on']);
  expect(await told(board, [open.replace('18/11/2026', '18/12/2026')])).toEqual([['petition.in_future', null]]);
});

test('of another commune nothing is recorded, and nobody answers for a body beyond his own', async () => {
  expect(await told(colleague, [open])).not.toEqual([]);
  expect(await told(officer, [closed])).not.toEqual([]);
  expect(counts(await apply(officer, [again, open]))).toEqual([[2, 0, 0]]);
});
