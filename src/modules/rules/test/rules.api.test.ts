/** Rules through their procedures: the nearest scope holds, by the day asked; who sets what; undoing; the seeds; days off. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { operatorOf } from '../../../../test/world/cases.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { ruleKeys, ruleKinds } from '../rule.keys.ts';
import { getRule, workingCalendar } from '../server/index.ts';
import { end, removeHoliday, set, setHoliday, undo } from '../server/rule.commands.ts';
import { listActsOfKey, listHolidays, listOfKey, listRules } from '../server/rule.reads.ts';
import { addWorkingDays } from '../working.days.ts';

let world: World;
let province: Id<'unit'>;
let commune: Id<'unit'>;
let cell: Id<'unit'>;
let other: Id<'unit'>;
let officer: Ctx;
let office: Ctx;
let secretary: Ctx;
let keeper: Ctx;
const key = 'meeting.minMinutes' as const;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã', parent: province });
  cell = await build.unit({ kind: 'cell', name: 'Chi bộ thôn', parent: commune });
  other = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh khác' });
  await build.derive();
  officer = contextFor(world, actorWith([{ role: 'board_officer', unitId: province }]));
  office = contextFor(world, actorWith([{ role: 'office_officer', unitId: commune }]));
  secretary = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: cell }]));
  keeper = contextFor(world, actorWith([{ role: 'system_administrator' }]));
});
afterAll(() => world.close());

const paper = { document: 'Quy định 01-QĐ/TU', article: 'Điều 3', to: null, reason: null };
const setAt = (ctx: Ctx, scopeUnitId: Id<'unit'> | null, value: number, from = '2026-01-01') => act(ctx, (inside) => set(inside, { key, scopeUnitId, value, from: day(from), ...paper }));
const at = async (unitId: Id<'unit'> | undefined, asOf = '2026-11-20', ctx = officer) => (await listRules(ctx, { unitId, asOf: day(asOf) })).items.find((item) => item.key === key);
const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);

test('every key has a national value today, within its bounds, with its paper', async () => {
  const { items } = await listRules(keeper, {});
  expect(items.map((item) => item.key)).toEqual(ruleKeys);
  for (const { key: one, value, document } of items) {
    expect(value).toBeGreaterThanOrEqual(ruleKinds[one].least);
    expect(value).toBeLessThanOrEqual(ruleKinds[one].most);
    expect(document).not.toBe('');
  }
  const units = await rows(world.owner.db, sql<{ key: keyof typeof ruleKinds; unit: string }>`select distinct key, value_unit as unit from rules`);
  for (const row of units) expect([row.key, row.unit]).toEqual([row.key, ruleKinds[row.key].unit]);
});

test('the nearest scope holds, from its day on and on no day before', async () => {
  const first = await setAt(officer, province, 100);
  const second = await setAt(office, commune, 110, '2026-06-01');
  expect(await at(cell)).toMatchObject({ value: 110, scope: { id: commune }, document: 'Quy định 01-QĐ/TU', article: 'Điều 3', confidence: 'read' });
  expect(await at(cell, '2026-05-31')).toMatchObject({ value: 100, scope: { id: province } });
  expect(await at(cell, '2025-12-31')).toMatchObject({ value: 90, scope: null });
  expect(await at(undefined)).toMatchObject({ value: 90, scope: null });
  expect(await getRule(officer, key, { unitId: cell, on: day('2026-11-20') })).toMatchObject({ value: 110 });
  await act(office, (ctx) => undo(ctx, second));
  expect(await at(cell)).toMatchObject({ value: 100 });
  await act(officer, (ctx) => undo(ctx, first));
  expect(await at(cell)).toMatchObject({ value: 90 });
});

test('a value ends with its last day, and the level above holds again; the last act alone is undone', async () => {
  const first = await setAt(office, commune, 105);
  const [own] = (await listOfKey(office, { key, limit: 10 })).items;
  const ended = await act(office, (ctx) => end(ctx, { key, id: own!.id as Id<'rule'>, lastDay: day('2026-03-31'), reason: 'theo tỉnh' }));
  expect(await at(cell, '2026-03-31')).toMatchObject({ value: 105 });
  expect(await at(cell, '2026-04-01')).toMatchObject({ value: 90 });
  expect(await code(act(office, (ctx) => undo(ctx, first)))).toBe('rules.notLastAct');
  expect((await listActsOfKey(office, { key, limit: 10 })).items[0]).toMatchObject({ id: ended.actId, kind: 'ended', reason: 'theo tỉnh', mayUndo: true });
  await act(office, (ctx) => undo(ctx, ended));
  await act(office, (ctx) => undo(ctx, first));
});

test('every key says who may set a value of their own', async () => {
  const limits = await rows(world.owner.db, sql<{ key: string }>`select key from rule_limits`);
  expect(limits.map((row) => row.key).toSorted()).toEqual([...ruleKeys].toSorted());
  const own = async (unitId: Id<'unit'>) => Object.fromEntries((await listRules(officer, { unitId })).items.map((item) => [item.key, item.mayHaveOwn]));
  expect(await own(province)).toMatchObject({ 'meeting.minMinutes': true, 'transfer.decisionWorkingDays': true, 'removal.monthsAbsentOrUnpaid': false, 'meeting.quorumShare': false });
  expect(await own(commune)).toMatchObject({ 'meeting.minMinutes': true, 'transfer.decisionWorkingDays': false });
  expect(Object.values(await own(cell))).not.toContain(true);
});

test('what the law fixes is set by nobody below the country, and an own value loosens nothing that stands above, the province’s neither', async () => {
  const setKey = (ctx: Ctx, scopeUnitId: Id<'unit'>, given: { key: (typeof ruleKeys)[number]; value: number }) => act(ctx, (inside) => set(inside, { scopeUnitId, from: day('2026-01-01'), ...given, ...paper }));
  expect(await code(setKey(officer, province, { key: 'meeting.quorumShare', value: 0.4 }))).toBe('rules.countryOnly');
  expect(await code(setKey(office, commune, { key: 'transfer.decisionWorkingDays', value: 30 }))).toBe('rules.provinceOnly');
  expect(await code(setKey(officer, province, { key: 'transfer.decisionWorkingDays', value: 61 }))).toBe('rules.overAbove');
  expect(await code(setAt(office, commune, 89))).toBe('rules.belowAbove');
  const done = await setAt(officer, province, 100);
  expect(await code(setAt(office, commune, 99))).toBe('rules.belowAbove');
  expect(await at(cell)).toMatchObject({ scope: { id: province, name: 'Đảng bộ tỉnh' }, setOn: '2026-11-20' });
  // Its own value of before is none above it.
  const again = await setAt(officer, province, 95, '2026-02-01');
  await act(officer, (ctx) => undo(ctx, again));
  await act(officer, (ctx) => undo(ctx, done));
});

test('a value read in a paper since replaced says by which', async () => {
  const replaced = (await listRules(officer, {})).items.filter(({ confidence }) => confidence === 'replaced');
  expect(replaced.length).toBeGreaterThan(0);
  expect(new Set(replaced.map(({ replacedBy }) => replacedBy))).toEqual(new Set(['Quy định 294-QĐ/TW ngày 26/5/2025', 'Kết luận 215-KL/TW ngày 23/11/2025']));
});

test('a committee sets values within its reach, a cell secretary none, the country’s whoever keeps the system', async () => {
  expect(await code(setAt(office, province, 100))).toBe('platform.notFound');
  expect(await code(setAt(officer, other, 100))).toBe('platform.notFound');
  expect(await code(setAt(officer, null, 100))).toBe('platform.forbidden');
  expect(await code(setAt(officer, cell, 100))).toBe('rules.notAScope');
  expect(await code(setAt(secretary, cell, 100))).toBe('platform.forbidden');
  expect(await code(setAt(keeper, province, 100))).toBe('platform.notFound');
  const done = await setAt(keeper, null, 95);
  expect(await at(undefined)).toMatchObject({ value: 95 });
  await act(keeper, (ctx) => undo(ctx, done));
});

test('values and acts of units beyond reach are not told', async () => {
  const stranger = contextFor(world, actorWith([{ role: 'board_officer', unitId: other }]));
  const done = await setAt(officer, province, 100);
  expect((await listOfKey(stranger, { key, limit: 10 })).items.filter(({ scope }) => scope !== null)).toEqual([]);
  expect((await listActsOfKey(stranger, { key, limit: 10 })).items.filter(({ scope }) => scope !== null)).toEqual([]);
  expect(await code(listRules(stranger, { unitId: cell }))).toBe('platform.notFound');
  expect(await code(act(stranger, (ctx) => undo(ctx, done)))).toBe('platform.notFound');
  await act(officer, (ctx) => undo(ctx, done));
});

test('values are paged, latest first', async () => {
  const keys = 'cell.termMonths' as const;
  const first = await listOfKey(officer, { key: keys, limit: 1 });
  expect(first.items).toMatchObject([{ value: 60 }]);
  expect((await listOfKey(officer, { key: keys, limit: 1, cursor: first.next! })).items).toMatchObject([{ value: 30 }]);
});

test('days off make clocks longer, days worked instead shorter; only what differs from the week is recorded', async () => {
  const calendar = await workingCalendar(officer, { from: day('2026-02-01'), to: day('2026-03-31') });
  expect(addWorkingDays(day('2026-02-13'), 1, calendar)).toBe('2026-02-23'); // Lunar New Year of 2026
  const off = { day: day('2027-11-24'), isOff: true, name: 'Ngày nghỉ thử', document: 'Thông báo thử' };
  expect(await code(act(officer, (ctx) => setHoliday(ctx, off)))).toBe('platform.forbidden');
  expect(await code(act(keeper, (ctx) => setHoliday(ctx, { ...off, isOff: false })))).toBe('rules.holidayNotNeeded');
  await act(keeper, (ctx) => setHoliday(ctx, off));
  await act(keeper, (ctx) => setHoliday(ctx, off));
  expect((await listHolidays(secretary, { year: 2027 })).items.at(-1)).toMatchObject({ day: off.day, name: off.name, confidence: 'read' });
  await act(keeper, (ctx) => removeHoliday(ctx, { day: off.day }));
  expect((await listHolidays(operatorOf(world), { year: 2027 })).items.map((item) => item.day)).not.toContain(off.day);
});
