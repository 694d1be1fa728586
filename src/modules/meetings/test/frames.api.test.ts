/** Scoring frames through their procedures: the nearest scope holds from its day on, who sets what, undoing; and a meeting is scored by its day's. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import { endFrame, setFrame, undoFrame } from '../server/frame.commands.ts';
import { getFrame, listFrameActs, listFrames } from '../server/frame.reads.ts';
import { frameOf } from '../server/meeting.score.ts';

let world: World;
let province: Id<'unit'>;
let commune: Id<'unit'>;
let cell: Id<'unit'>;
let officer: Ctx;
let office: Ctx;
let secretary: Ctx;
let keeper: Ctx;
let stranger: Ctx;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã', parent: province });
  cell = await build.unit({ kind: 'cell', name: 'Chi bộ thôn', parent: commune });
  const other = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh khác' });
  await build.derive();
  officer = contextFor(world, actorWith([{ role: 'board_officer', unitId: province }]));
  office = contextFor(world, actorWith([{ role: 'office_officer', unitId: commune }]));
  secretary = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: cell }]));
  keeper = contextFor(world, actorWith([{ role: 'system_administrator' }]));
  stranger = contextFor(world, actorWith([{ role: 'board_officer', unitId: other }]));
});
afterAll(() => world.close());

const criteria = [{ code: 'process', most: 30, vi: 'Tổ chức', en: 'Process' }, { code: 'content', most: 70, vi: 'Nội dung', en: 'Content' }];
const setAt = (ctx: Ctx, scopeUnitId: Id<'unit'> | null, from = '2026-01-01', given = criteria) => act(ctx, (inside) => setFrame(inside, { scopeUnitId, from: day(from), to: null, criteria: given, document: 'Hướng dẫn 01-HD/TU', reason: null }));
const undo = (ctx: Ctx, done: { actId: Id<'frameAct'> }) => act(ctx, (inside) => undoFrame(inside, done));
const at = async (unitId: Id<'unit'>, asOf = '2026-11-20', ctx = officer) => (await getFrame(ctx, { unitId, asOf: day(asOf) })).frame;
const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);

test('the nearest scope holds, from its day on and on no day before; a meeting is scored by that of its day', async () => {
  expect(await at(cell)).toMatchObject({ scope: null, confidence: 'unconfirmed' });
  const first = await setAt(officer, province);
  const second = await setAt(office, commune, '2026-06-01', [{ ...criteria[0]!, most: 100 }]);
  expect(await at(cell)).toMatchObject({ scope: { id: commune }, document: 'Hướng dẫn 01-HD/TU', confidence: 'read', criteria: [{ code: 'process', most: 100 }] });
  expect(await at(cell, '2026-05-31')).toMatchObject({ scope: { id: province }, criteria });
  expect((await frameOf(secretary, { unitId: cell, on: day('2026-05-31') })).criteria).toEqual(criteria);
  expect((await frameOf(secretary, { unitId: cell, on: day('2026-06-01') })).criteria).toHaveLength(1);
  expect(await at(cell, '2025-12-31')).toMatchObject({ scope: null });
  await undo(office, second);
  expect(await at(cell)).toMatchObject({ scope: { id: province } });
  await undo(officer, first);
  expect(await at(cell)).toMatchObject({ scope: null });
});

test('an own frame is ended, and both acts are undone in their order', async () => {
  const set = await setAt(office, commune);
  const { items } = await listFrames(office, { limit: 10 });
  const own = items.find(({ scope }) => scope !== null)!;
  expect(own).toMatchObject({ maySet: true, period: { from: '2026-01-01', to: null } });
  const ended = await act(office, (ctx) => endFrame(ctx, { id: own.id as Id<'scoreFrame'>, lastDay: day('2026-03-31'), reason: 'theo tỉnh' }));
  expect(await at(cell, '2026-03-31')).toMatchObject({ scope: { id: commune } });
  expect(await at(cell, '2026-04-01')).toMatchObject({ scope: null });
  expect(await code(undo(office, set))).toBe('meetings.frameNotLast');
  expect((await listFrameActs(office, { limit: 1 })).items).toMatchObject([{ id: ended.actId, kind: 'ended', reason: 'theo tỉnh', mayUndo: true }]);
  await undo(office, ended);
  await undo(office, set);
  expect(await code(undo(office, set))).toBe('meetings.frameNotLast');
});

test('a committee sets frames within its reach, a cell secretary none, the country’s whoever keeps the system', async () => {
  expect(await code(setAt(office, province))).toBe('platform.notFound');
  expect(await code(setAt(officer, null))).toBe('platform.forbidden');
  expect(await code(setAt(officer, cell))).toBe('rules.notAScope');
  expect(await code(setAt(secretary, cell))).toBe('platform.forbidden');
  const done = await setAt(keeper, null);
  expect(await at(cell)).toMatchObject({ scope: null, criteria });
  const [national] = (await listFrames(officer, { limit: 1 })).items;
  expect(national).toMatchObject({ maySet: false });
  expect(await code(act(keeper, (ctx) => endFrame(ctx, { id: national!.id as Id<'scoreFrame'>, lastDay: day('2026-12-31'), reason: null })))).toBe('meetings.frameNationalStays');
  await undo(keeper, done);
});

test('frames and acts of units beyond reach are not told, nor touched', async () => {
  const done = await setAt(officer, province);
  expect((await listFrames(stranger, { limit: 10 })).items.filter(({ scope }) => scope !== null)).toEqual([]);
  expect((await listFrameActs(stranger, { limit: 10 })).items.filter(({ scope }) => scope !== null)).toEqual([]);
  expect(await code(getFrame(stranger, { unitId: cell }))).toBe('platform.notFound');
  expect(await code(undo(stranger, done))).toBe('platform.notFound');
  const own = (await listFrames(officer, { limit: 10 })).items.find(({ scope }) => scope !== null)!;
  expect(await code(act(stranger, (ctx) => endFrame(ctx, { id: own.id as Id<'scoreFrame'>, lastDay: day('2026-12-31'), reason: null })))).toBe('platform.notFound');
  await undo(officer, done);
});

test('frames and acts are paged, latest first', async () => {
  const set = await setAt(officer, province);
  const pages = [await listFrames(officer, { limit: 1 })];
  pages.push(await listFrames(officer, { limit: 1, cursor: pages[0]!.next! }));
  expect(pages.flatMap(({ items }) => items).map(({ period }) => period.from)).toEqual(['2026-01-01', '2018-07-06']);
  const acts = await listFrameActs(officer, { limit: 1 });
  expect((await listFrameActs(officer, { limit: 1, cursor: acts.next! })).items[0]!.id).not.toBe(acts.items[0]!.id);
  await undo(officer, set);
});
