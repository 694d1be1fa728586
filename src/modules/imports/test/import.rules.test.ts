/** Rules through the importer: from their day on, importing again, undoing, beside what was set on screen, who may. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { operatorOf } from '../../../../test/world/cases.ts';
import { addDays } from '../../../platform/day.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import { findRule } from '../../rules/server/index.ts';
import { set, undo } from '../../rules/server/rule.commands.ts';
import { listActsOfKey } from '../../rules/server/rule.reads.ts';
import { applyImport, checkImport, undoImport, type ImportRequest } from '../server/index.ts';

let world: World;
let commune: Id<'unit'>;
let cell: Id<'unit'>;
let officer: Ctx;
let colleague: Ctx;
let secretary: Ctx;
let source = 0;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world, 0);
  const province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Một', parent: province });
  const other = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Hai', parent: province });
  cell = await build.unit({ kind: 'cell', name: 'Chi bộ thôn', parent: commune });
  await build.derive();
  officer = contextFor(world, actorWith([{ role: 'office_officer', unitId: commune }]));
  colleague = contextFor(world, actorWith([{ role: 'office_officer', unitId: other }]));
  secretary = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: cell }]));
});
afterAll(() => world.close());
beforeEach(() => {
  source += 1;
});

const sheet = (...rows: string[]) => ({ rules: `rule,unit,value,from,to,document,article\n${rows.join('\n')}\n` });
function files(sheets: Readonly<Record<string, string>>): ImportRequest {
  return { source: `nguồn ${source}`, from: { files: Object.entries(sheets).map(([name, text]) => ({ name: `${name}.csv`, bytes: new TextEncoder().encode(text) })) }, fileName: 'quy-dinh.csv' };
}
const apply = (sheets: Readonly<Record<string, string>>, ctx = officer) => act(ctx, (inside) => applyImport(inside, files(sheets)));
const told = async (sheets: Readonly<Record<string, string>>, ctx = officer) => (await act(ctx, (inside) => checkImport(inside, files(sheets)))).findings.map(({ code, row, column }) => [code, row, column]);
const valueAt = async (on: string, key: 'meeting.minMinutes' | 'meeting.attendanceShare' = 'meeting.minMinutes', unitId: Id<'unit'> = cell) => (await findRule(officer, key, { unitId, on: day(on) }))?.value;
const take = (runId: Id<'importRun'>, ctx = officer) => act(ctx, (inside) => undoImport(inside, runId));
const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);
const countsOf = ({ tables }: { tables: readonly { table: string }[] }) => tables.find(({ table }) => table === 'rules');

test('values hold below their scope from their day on, shares in percent; the log says from which file; undone all is as before', async () => {
  const before = [await valueAt('2026-11-20'), await valueAt('2026-11-20', 'meeting.attendanceShare')];
  const done = await apply(sheet(`meeting.minMinutes,id:${commune},100,01/01/2026,,Quy định 01,Điều 3`, `meeting.minMinutes,id:${commune},110,01/06/2026,,Quy định 02,`, `Tỷ lệ đảng viên dự sinh hoạt phải cao hơn,id:${commune},95,01/01/2026,,Quy định 01,`));
  expect(countsOf(done)).toEqual({ table: 'rules', added: 3, changed: 0, removed: 0, same: 0 });
  expect([await valueAt('2025-12-31'), await valueAt('2026-05-31'), await valueAt('2026-06-01')]).toEqual([90, 100, 110]);
  expect(await valueAt('2026-11-20', 'meeting.attendanceShare')).toBe(0.95);
  expect(await findRule(officer, 'meeting.minMinutes', { unitId: cell, on: day('2026-05-31') })).toMatchObject({ document: 'Quy định 01', article: 'Điều 3', confidence: 'read' });
  expect((await listActsOfKey(officer, { key: 'meeting.minMinutes', limit: 1 })).items).toMatchObject([{ kind: 'set', scope: { id: commune }, reason: 'quy-dinh.csv' }]);
  await take(done.runId);
  expect([await valueAt('2026-11-20'), await valueAt('2026-11-20', 'meeting.attendanceShare')]).toEqual(before);
  expect((await sql<{ count: number }>`select count(*) as count from import_refs where sheet = 'rules'`.execute(world.owner.db)).rows[0]!.count).toBe(0);
});

test('what a rule does not leave to the unit, or what loosens it, is told at its row', async () => {
  expect(await told(sheet(`removal.monthsAbsentOrUnpaid,id:${commune},2,2026-01-01,,A,`, `transfer.decisionWorkingDays,id:${commune},30,2026-01-01,,A,`, `meeting.minMinutes,id:${commune},60,2026-01-01,,A,`)))
    .toEqual([['rule.country_only', 2, 'rule'], ['rule.province_only', 3, 'rule'], ['rule.looser', 4, 'value']]);
});

test('importing again changes what the file changes, takes out what it no longer has, and knows it all again after undoing', async () => {
  const first = await apply(sheet(`meeting.minMinutes,id:${commune},100,2026-01-01,,A,`, `meeting.minMinutes,id:${commune},110,2026-06-01,,B,`));
  const again = sheet(`meeting.minMinutes,id:${commune},105,2026-01-01,,A,`);
  const second = await apply(again);
  expect(countsOf(second)).toEqual({ table: 'rules', added: 0, changed: 1, removed: 1, same: 0 });
  expect([await valueAt('2026-05-31'), await valueAt('2026-06-01')]).toEqual([105, 105]);
  expect(countsOf(await apply(again))).toEqual({ table: 'rules', added: 0, changed: 0, removed: 0, same: 1 });
  expect(await code(take(first.runId))).toBe('imports.notLatest');
  const runs = (await sql<{ id: Id<'importRun'> }>`select r.id from import_runs r join import_sources s on s.id = r.source_id where s.name = ${`nguồn ${source}`} and r.state = 'applied' order by r.started_at desc, r.id desc`.execute(world.owner.db)).rows;
  for (const { id } of runs.slice(0, 2)) await take(id);
  expect([await valueAt('2026-05-31'), await valueAt('2026-06-01')]).toEqual([100, 110]);
  await take(first.runId);
  expect(await valueAt('2026-06-01')).toBe(90);
});

test('what was set on screen is not written over where it begins later, ends on the day before where it began earlier, and stands again after undoing', async () => {
  const paper = { document: 'Trên màn hình', article: null, to: null, reason: null };
  const earlier = await act(officer, (ctx) => set(ctx, { key: 'meeting.minMinutes', scopeUnitId: commune, value: 120, from: day('2025-01-01'), ...paper }));
  const later = await act(officer, (ctx) => set(ctx, { key: 'meeting.minMinutes', scopeUnitId: commune, value: 130, from: day('2027-01-01'), ...paper }));
  expect(await told(sheet(`meeting.minMinutes,id:${commune},100,2026-01-01,,A,`))).toEqual([['rule.set_already', 2, 'from']]);
  const done = await apply(sheet(`meeting.minMinutes,id:${commune},100,2026-01-01,2026-12-31,A,`));
  expect([await valueAt('2025-12-31'), await valueAt('2026-12-31'), await valueAt('2027-01-01')]).toEqual([120, 100, 130]);
  const since = await act(officer, (ctx) => set(ctx, { key: 'meeting.minMinutes', scopeUnitId: commune, value: 140, from: day('2028-01-01'), ...paper }));
  expect(await code(take(done.runId))).toBe('imports.changedSince');
  await act(officer, (ctx) => undo(ctx, since));
  await take(done.runId);
  expect([await valueAt('2026-12-31'), await valueAt('2027-01-01')]).toEqual([120, 130]);
  await act(officer, (ctx) => undo(ctx, later));
  await act(officer, (ctx) => undo(ctx, earlier));
});

test('what the file made end grows back where the file, corrected, begins later or not at all; what somebody set or ended since stays', async () => {
  const paper = { document: 'Trên màn hình', article: null, to: null, reason: null };
  const earlier = await act(officer, (ctx) => set(ctx, { key: 'meeting.minMinutes', scopeUnitId: commune, value: 120, from: day('2025-01-01'), ...paper }));
  const from = (first: string, last = '') => sheet(`meeting.minMinutes,id:${commune},100,${first},${last},B,`);
  const runs = [await apply(from('2026-01-01'))];
  for (const first of ['2026-02-01', '2026-05-01', '2026-03-01', '2026-04-01']) {
    runs.push(await apply(from(first)));
    expect([await valueAt('2025-12-31'), await valueAt('2026-01-31'), await valueAt(addDays(day(first), -1)), await valueAt(first)]).toEqual([120, 120, 120, 100]);
  }
  const since = await act(officer, (ctx) => set(ctx, { key: 'meeting.minMinutes', scopeUnitId: commune, value: 130, from: day('2026-10-01'), ...paper }));
  const last = await apply(from('2026-06-01', '2026-08-31'));
  expect([await valueAt('2026-05-31'), await valueAt('2026-08-31'), await valueAt('2026-09-30'), await valueAt('2026-10-01')]).toEqual([120, 100, 90, 130]);
  await take(last.runId);
  expect([await valueAt('2026-03-31'), await valueAt('2026-09-30'), await valueAt('2026-10-01')]).toEqual([120, 100, 130]);
  await act(officer, (ctx) => undo(ctx, since));
  for (const { runId } of runs.toReversed()) await take(runId);
  expect(await valueAt('2026-11-20')).toBe(120);
  await act(officer, (ctx) => undo(ctx, earlier));
});

test('a value that somebody ended on the very day before is not made longer', async () => {
  const kept = await act(officer, (ctx) => set(ctx, { key: 'meeting.minMinutes', scopeUnitId: commune, value: 120, from: day('2025-01-01'), to: day('2025-12-31'), document: 'Trên màn hình', article: null, reason: null }));
  const first = await apply(sheet(`meeting.minMinutes,id:${commune},100,2026-01-01,,B,`));
  const second = await apply(sheet(`meeting.minMinutes,id:${commune},100,2026-02-01,,B,`));
  expect([await valueAt('2025-12-31'), await valueAt('2026-01-31'), await valueAt('2026-02-01')]).toEqual([120, 90, 100]);
  for (const { runId } of [second, first]) await take(runId);
  await act(officer, (ctx) => undo(ctx, kept));
});

test('a scope may be a unit of the same file; it goes again with it', async () => {
  const units = `ref,name,kind,party_parent,from\ncs,Đảng bộ cơ sở mới,grassroots_party,id:${commune},2020-01-01\n`;
  const done = await apply({ units, ...sheet('meeting.minMinutes,cs,105,2026-01-01,,A,') });
  const { rows: [scope] } = await sql<{ id: Id<'unit'> }>`select scope_unit_id as id from rules where document = 'A' and scope_unit_id <> ${commune}`.execute(world.owner.db);
  expect(await valueAt('2026-11-20', 'meeting.minMinutes', scope!.id)).toBe(105);
  await take(done.runId);
  expect((await sql`select from rules where scope_unit_id = ${scope!.id}`.execute(world.owner.db)).rows).toEqual([]);
});

test('what is wrong is told at its cell', async () => {
  expect(await told(sheet(`meeting.minMinutes,id:${commune},100,2026-01-01,,A,`, `meeting.minMinutes,id:${commune},110,2026-01-01,,A,`))).toEqual([['rule.twice', 3, 'from']]);
  expect(await told(sheet(`meeting.minMinutes,id:${commune},1000,2026-01-01,,A,`))).toEqual([['rule.value_outside', 2, 'value']]);
  expect(await told(sheet(`meeting.attendanceShare,id:${commune},101,2026-01-01,,A,`))).toEqual([['rule.value_outside', 2, 'value']]);
  expect(await told(sheet(`meeting.minMinutes,id:${commune},100,2026-01-02,2026-01-01,A,`))).toEqual([['period.reversed', 2, 'to']]);
  expect(await told(sheet(`meeting.minMinutes,id:${cell},100,2026-01-01,,A,`))).toEqual([['rule.not_a_scope', 2, 'unit']]);
});

test('nobody sets by a file what he may not set on screen; the country’s are set at the command line', async () => {
  const national = sheet('meeting.minMinutes,,95,2026-01-01,,A,');
  expect(await told(national)).toEqual([['rule.may_not_set', 2, 'unit']]);
  expect((await told(sheet(`meeting.minMinutes,id:${commune},100,2026-01-01,,A,`), colleague))[0]![0]).toBe('unit.out_of_reach');
  expect(await code(apply(sheet(`meeting.minMinutes,id:${cell},100,2026-01-01,,A,`), secretary))).not.toBe('done');
  const operator = operatorOf(world);
  const done = await apply(national, operator);
  expect(await valueAt('2026-11-20')).toBe(95);
  expect(await code(take(done.runId))).not.toBe('done');
  const corrected = await apply(sheet('meeting.minMinutes,,95,2026-02-01,,A,'), operator);
  expect([await valueAt('2026-01-15'), await valueAt('2026-02-01')]).toEqual([90, 95]);
  for (const { runId } of [corrected, done]) await take(runId, operator);
  expect(await valueAt('2026-11-20')).toBe(90);
});

test('the country’s has no last day but the one before the next', async () => {
  const operator = operatorOf(world);
  expect(await told(sheet('meeting.minMinutes,,95,2026-01-01,2026-06-30,A,'), operator)).toEqual([['rule.national_ends', 2, 'to']]);
  const done = await apply(sheet('meeting.minMinutes,,95,2026-01-01,2026-06-30,A,', 'meeting.minMinutes,,96,2026-07-01,,B,'), operator);
  expect([await valueAt('2026-06-30'), await valueAt('2026-07-01')]).toEqual([95, 96]);
  await take(done.runId, operator);
});
