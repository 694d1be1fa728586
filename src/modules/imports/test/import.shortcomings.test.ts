/** The sheets of shortcomings through the importer: each step on its own day, proofs, importing again, undoing, and who may confirm. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import { withdrawShortcoming } from '../../shortcomings/server/shortcoming.commands.ts';
import { listShortcomings, readShortcoming } from '../../shortcomings/server/shortcoming.reads.ts';
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
/** Every test is a source of its own, and begins with an empty ledger. */
beforeEach(async () => {
  source += 1;
  await sql`delete from shortcomings`.execute(world.owner.db);
});

const head = 'unit,ref,raised_by,found_in,found_on,source,topic,what,cause,measure,due_on,reported_on,result,confirmed_on';
const proofHead = 'unit,shortcoming,figure,title,measured_in,target,before_from,before_to,after_from,after_to,before,before_when,before_source,after,after_when,after_source';
const first = 'Đảng bộ xã Một,HC-01,,Kiểm điểm,15/12/2025,Biên bản,Sinh hoạt chi bộ,Thiếu chuyên đề,,Lập kế hoạch,30/06/2026,25/06/2026,Đủ bốn quý,05/07/2026';
const second = 'Đảng bộ xã Một,HC-02,Đảng bộ tỉnh Phú Thọ,suggestion,2026-01-10,,office,Báo cáo chậm,,,,,,';
const proofs = ['Đảng bộ xã Một,HC-01,,Số chuyên đề,buổi,4,,,,,"1,5",Năm 2025,Sổ họp,4,Năm 2026,Sổ họp', 'Đảng bộ xã Một,HC-01,members,,,,2025-01-01,2025-01-01,2026-06-30,2026-06-30,,,,,,'];

function files(rows: readonly string[], proofRows: readonly string[] = []): ImportRequest {
  const sheets = { shortcomings: [head, ...rows], ...(proofRows.length > 0 ? { shortcoming_proofs: [proofHead, ...proofRows] } : {}) };
  return { source: `nguồn ${source}`, from: { files: Object.entries(sheets).map(([name, lines]) => ({ name: `${name}.csv`, bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) })) }, fileName: 'han-che.csv' };
}
const apply = (ctx: Ctx, ...given: Parameters<typeof files>) => act(ctx, (inside) => applyImport(inside, files(...given)));
const told = async (ctx: Ctx, ...given: Parameters<typeof files>) => (await act(ctx, (inside) => checkImport(inside, files(...given)))).findings.map(({ code, row, column }) => [code, row, column]);
const counts = ({ tables }: { tables: readonly { table: string; added: number; changed: number; same: number }[] }) => tables.filter(({ table }) => table === 'shortcomings').map(({ added, changed, same }) => [added, changed, same]);
const ledger = async () => (await listShortcomings(board, { below: 'no', limit: 50 })).items.map((item) => ({ ...item, id: item.id as Id<'shortcoming'> }));

test('a shortcoming is brought from its finding to its confirmation, each step on its own day, with its figures; again it is the same', async () => {
  expect(counts(await apply(board, [first, second], proofs))).toEqual([[2, 0, 0]]);
  const [open, closed] = await ledger();
  expect(open).toMatchObject({ what: 'Báo cáo chậm', state: 'noted', raisedBy: { name: 'Đảng bộ tỉnh Phú Thọ' } });
  const whole = await readShortcoming(board, { id: closed!.id });
  expect(whole).toMatchObject({ state: 'confirmed', closedOn: '2026-07-05', reportedOn: '2026-06-25', source: { words: 'Biên bản' }, result: 'Đủ bốn quý' });
  expect(whole.steps.map(({ kind, on }) => [kind, on])).toEqual([['noted', '2025-12-15'], ['measureSet', '2025-12-15'], ['reported', '2026-06-25'], ['confirmed', '2026-07-05']]);
  expect(whole.proofs).toMatchObject([{ kind: 'entered', before: { value: 1.5 }, after: { value: 4 }, target: 4 }, { kind: 'figure', figure: 'members', before: { count: 0 } }]);
  expect(counts(await apply(board, [first, second], proofs))).toEqual([[0, 0, 2]]);
  expect(counts(await apply(board, [first, second.replace('chậm', 'rất chậm')], proofs))).toEqual([[0, 1, 1]]);
});

test('what is wrong is told at its row: steps without their words, sides that are not whole, refs that are not there', async () => {
  expect(await told(board, [first.replace('Lập kế hoạch', '').replace('Đủ bốn quý', '').replace('30/06/2026', '01/01/2020')])).toEqual([['period.reversed', 2, 'due_on'], ['shortcoming.measure_missing', 2, 'measure'], ['shortcoming.result_missing', 2, 'result']]);
  expect(await told(board, [first.replace('25/06/2026', '')])).toEqual([['shortcoming.report_missing', 2, 'reported_on']]);
  expect(await told(board, [first, first])).toEqual([['shortcoming.twice', 3, 'ref']]);
  expect(await told(board, [first], [proofs[0]!.replace('HC-01', 'HC-09'), proofs[1]!.replace('2025-01-01,2025-01-01', '2025-01-01,')])).toEqual([['shortcoming.unknown', 2, 'shortcoming'], ['shortcoming.proof_side', 3, 'before_to']]);
  expect(await told(board, [first.replace('15/12/2025', '15/12/2026').replace('30/06/2026,25/06/2026,Đủ bốn quý,05/07/2026', ',,,')])).toEqual([['shortcoming.in_future', 2, null]]);
  expect(await told(board, [first], [proofs[1]!.replace('members', 'no.such')])).toEqual([['shortcoming.figure_unknown', 2, null]]);
});

test('nobody brings one for a unit out of reach, nor confirms for a body where he may not', async () => {
  expect((await told(colleague, [first])).map(([code]) => code)).not.toEqual([]);
  expect(await ledger()).toEqual([]);
  expect(counts(await apply(officer, [first]))).toEqual([[1, 0, 0]]);
});

test('one that was worked on since is not written over, and a run is undone as a whole', async () => {
  const { runId } = await apply(board, [second]);
  const [open] = await ledger();
  await act(board, (ctx) => withdrawShortcoming(ctx, { id: open!.id, version: 1, words: 'Ghi nhầm' }));
  expect(await told(board, [second.replace('chậm', 'rất chậm')])).toEqual([['shortcoming.worked_on', 2, null]]);
  const again = await act(board, (ctx) => undoImport(ctx, runId as Id<'importRun'>)).then(() => 'done', (error: { code: string }) => error.code);
  expect(again).not.toBe('done');
  await sql`delete from shortcomings`.execute(world.owner.db);
  source += 1;
  const { runId: whole } = await apply(board, [first, second], proofs);
  await act(board, (ctx) => undoImport(ctx, whole));
  expect(await ledger()).toEqual([]);
});
