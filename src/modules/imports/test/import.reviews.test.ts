/** The sheets of reviews through the importer: former cycles, suggestions, importing again, undoing, and whose they may be. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import { closeCycle, openCycle } from '../../reviews/server/cycle.commands.ts';
import { holdReview } from '../../reviews/server/review.commands.ts';
import { listCycles, listReviews, readReview } from '../../reviews/server/review.reads.ts';
import { applyImport, checkImport, undoImport, type ImportRequest } from '../server/index.ts';

let world: World;
let commune: Id<'unit'>;
let member: Id<'person'>;
let leader: Id<'person'>;
let officer: Ctx;
let colleague: Ctx;
let source = 0;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  const province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Một', parent: province });
  const other = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Hai', parent: province });
  const cell = await build.unit({ kind: 'cell', name: 'Chi bộ thôn', parent: commune });
  member = await build.person({ name: 'Nguyễn Văn An' });
  await build.member(member, cell);
  leader = await build.person({ name: 'Trần Thị Bình' });
  await build.member(leader, cell);
  await build.tenure(leader, await build.post(commune, 'secretary'));
  await build.derive();
  officer = contextFor(world, actorWith([{ role: 'office_officer', unitId: commune }]));
  colleague = contextFor(world, actorWith([{ role: 'office_officer', unitId: other }]));
});
afterAll(() => world.close());
/** Every test is a source of its own, and begins without reviews. */
beforeEach(async () => {
  source += 1;
  for (const table of ['reviews', 'review_cycles']) await sql`delete from ${sql.table(table)}`.execute(world.owner.db);
});

const head = 'unit,ref,person,form,opened_by,kind,title,from,to,due_on,held_on,conclusion';
const cycle = 'Đảng bộ xã Một,Năm,Kiểm điểm năm 2025,01/01/2025,31/12/2025,31/12/2025';
const collective = `Đảng bộ xã Một,KD-01,,Báo cáo kiểm điểm tập thể,${cycle},20/12/2025,Thống nhất như báo cáo`;
const ofLeader = () => `Đảng bộ xã Một,KD-02,id:${leader},2B,${cycle},22/12/2025,Cần sâu sát hơn`;
const ofMember = () => `Chi bộ thôn,KD-01,id:${member},2C,${cycle},23/12/2025,Chấp hành tốt`;
const point = 'Đảng bộ xã Một,KD-01,Việc chậm trả lời đơn,Đã trả lời xong';

function files(rows: readonly string[], points: readonly string[] = []): ImportRequest {
  const sheets = { reviews: [head, ...rows], ...(points.length > 0 ? { review_suggestions: ['unit,review,suggestion,answer', ...points] } : {}) };
  return { source: `nguồn ${source}`, from: { files: Object.entries(sheets).map(([name, lines]) => ({ name: `${name}.csv`, bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) })) }, fileName: 'kiem-diem.csv' };
}
const apply = (rows: readonly string[], points?: readonly string[], ctx = officer) => act(ctx, (inside) => applyImport(inside, files(rows, points)));
const told = async (rows: readonly string[], points?: readonly string[], ctx = officer) => (await act(ctx, (inside) => checkImport(inside, files(rows, points)))).findings.map(({ code, row, column }) => [code, row, column]);
const counts = ({ tables }: { tables: readonly { table: string; added: number; changed: number; same: number }[] }) => tables.filter(({ table }) => table === 'reviews').map(({ added, changed, same }) => [added, changed, same]);
const listed = async (ctx = officer) => (await listReviews(ctx, { limit: 50 })).items.toSorted((a, b) => String(a.heldOn).localeCompare(String(b.heldOn)));
const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);

test('a cycle that is over comes in with its conclusions and answered points; again nothing changes', async () => {
  expect(counts(await apply([collective, ofLeader()], [point]))).toEqual([[2, 0, 0]]);
  expect((await listCycles(officer, { limit: 10 })).items).toMatchObject([{ title: 'Kiểm điểm năm 2025', kind: 'year', closedOn: '2025-12-22', paper: expect.stringContaining('366-QĐ/TW') as string }]);
  const [first, second] = await listed();
  const whole = await readReview(officer, { id: first!.id as Id<'review'> });
  expect(whole).toMatchObject({ person: null, state: 'concluded', heldOn: '2025-12-20', conclusion: 'Thống nhất như báo cáo', suggestions: [{ text: 'Việc chậm trả lời đơn', answer: 'Đã trả lời xong' }] });
  expect(second).toMatchObject({ form: '2B', person: { name: 'Trần Thị Bình' } });
  expect(counts(await apply([collective, ofLeader()], [point]))).toEqual([[0, 0, 2]]);
});

test('what it says of a person lies sealed, in the run as in the review', async () => {
  await apply([ofLeader()]);
  const kept = await sql<{ row: string }>`select row_to_json(r)::text as row from reviews r union all select row_to_json(c)::text from import_changes c`.execute(world.owner.db);
  expect(kept.rows.length).toBeGreaterThan(2);
  expect(kept.rows.filter(({ row }) => row.includes('sâu sát'))).toEqual([]);
});

test('what cannot be is told at its row', async () => {
  expect(await told([collective, collective])).toEqual([['review.twice', 3, 'ref'], ['review.twice', 3, 'unit']]);
  expect(await told([collective.replace('Báo cáo kiểm điểm tập thể', '2A')])).toEqual([['review.form_mismatch', 2, 'form']]);
  expect(await told([collective, ofLeader().replace('Kiểm điểm năm 2025', 'Kiểm điểm 2025')])).toEqual([['review.cycle_differs', 3, 'title']]);
  expect(await told([collective], [point.replace('KD-01', 'KD-09')])).toEqual([['review.unknown', 2, 'review']]);
  expect(await told([collective.replace('20/12/2025', '20/12/2024')])).toEqual([['period.reversed', 2, 'held_on']]);
  expect(await told([collective.replace('20/12/2025', '31/12/2026')])).toEqual([['review.in_future', 2, 'held_on']]);
  expect(await told([collective.replaceAll('/2025', '/2016')])).toEqual([['review.no_form', 2, 'to']]);
  expect(await told([ofLeader().replace(leader, member)])).toEqual([['review.not_there', 2, 'unit']]);
});

test('it takes what the screen asks: opening the cycle there, of people being assigned at the very unit, never the own', async () => {
  expect((await told([collective], [], colleague)).length).toBeGreaterThan(0);
  expect(await told([collective.replace('Đảng bộ xã Một,Năm', 'Đảng bộ tỉnh,Năm')])).toEqual([['ref.unresolved', 2, 'opened_by']]);
  expect(await told([ofMember()])).toEqual([['review.may_not_record', 2, 'unit']]);
  expect(await told([ofLeader()], [], contextFor(world, actorWith([{ role: 'office_officer', unitId: commune }], leader)))).toEqual([['review.own', 2, 'person']]);
});

test('what was concluded on screen is never written over, nor a cycle of the screen added to', async () => {
  await apply([collective]);
  expect(await told([collective.replace('Thống nhất', 'Nhất trí')])).toEqual([['review.there', 2, null]]);
  const [review] = await listed();
  const [standing] = (await listCycles(officer, { limit: 1 })).items;
  await act(officer, (ctx) => closeCycle(ctx, { id: standing!.id as Id<'reviewCycle'>, version: 1, isClosed: false }));
  await act(officer, (ctx) => holdReview(ctx, { id: review!.id as Id<'review'>, version: 1, heldOn: day('2025-12-20'), meetingId: null, opinions: [], conclusion: 'Đã sửa trên màn hình' }));
  expect(await told([collective])).toEqual([['review.there', 2, null]]);
  await act(officer, (ctx) => openCycle(ctx, { unitId: commune, kind: 'year', title: 'Năm 2024', from: day('2024-01-01'), to: day('2024-12-31'), dueOn: day('2024-12-31'), collectives: true, people: 'none', below: false }));
  expect(await told([collective.replaceAll('2025', '2024').replace('KD-01', 'KD-24')])).toEqual([['review.cycle_there', 2, 'to']]);
});

test('a run is undone whole, unless one of its cycles was touched since', async () => {
  const { runId } = await apply([collective, ofLeader()], [point]);
  expect(await code(act(colleague, (ctx) => undoImport(ctx, runId)))).not.toBe('done');
  await act(officer, (ctx) => undoImport(ctx, runId));
  expect([await listed(), (await listCycles(officer, { limit: 10 })).items]).toEqual([[], []]);
  const again = await apply([collective]);
  const [standing] = (await listCycles(officer, { limit: 1 })).items;
  await act(officer, (ctx) => closeCycle(ctx, { id: standing!.id as Id<'reviewCycle'>, version: 1, isClosed: false }));
  expect(await code(act(officer, (ctx) => undoImport(ctx, again.runId)))).toBe('imports.changedSince');
  expect(await listed()).toHaveLength(1);
});
