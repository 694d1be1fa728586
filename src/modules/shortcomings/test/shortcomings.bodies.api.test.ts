/** Shortcomings across bodies: noted by a board of the committee above, and going on where a commune was merged. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import { breakdownAnswer, computeFigure, recordsAnswer } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { attentionContract } from '../../attention/attention.contract.ts';
import { listAttention } from '../../attention/server/attention.reads.ts';
import { confirmShortcoming, noteShortcoming, reportShortcoming, setShortcomingMeasure } from '../server/shortcoming.commands.ts';
import { listShortcomings } from '../server/shortcoming.reads.ts';

type ShortcomingId = Id<'shortcoming'>;
type Noting = Parameters<typeof noteShortcoming>[1];
type Setting = Parameters<typeof setShortcomingMeasure>[1];

let world: World;
let province: Id<'unit'>;
let commune: Id<'unit'>;
let other: Id<'unit'>;
let cell: Id<'unit'>;
let person: Id<'person'>;
let board: Ctx;
let office: Ctx;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã', parent: province });
  other = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã khác', parent: province });
  cell = await build.unit({ kind: 'cell', name: 'Chi bộ thôn', parent: commune });
  person = await build.person({ name: 'Nguyễn Văn An' });
  await build.member(person, cell);
  await build.derive();
  board = contextFor(world, actorWith([{ role: 'board_officer', unitId: province }]));
  office = contextFor(world, actorWith([{ role: 'office_officer', unitId: commune }]));
});
afterAll(() => world.close());

const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);
const finding = (change: Partial<Noting> = {}): Noting => ({
  unitId: cell, personId: null, raisedById: commune, foundIn: 'inspection', foundOn: day('2026-09-10'), source: null, topic: 'cellMeeting', what: 'Sinh hoạt chuyên đề chưa đủ', cause: 'Chưa có kế hoạch', earlierId: null, ...change,
});
const note = async (ctx: Ctx, change: Partial<Noting> = {}): Promise<ShortcomingId> => (await act(ctx, (inside) => noteShortcoming(inside, finding(change)))).id;
const found = async (ctx: Ctx, filters: Partial<Parameters<typeof listShortcomings>[1]> = {}) => (await listShortcomings(ctx, { below: 'no', limit: 50, ...filters })).items;
const versionOf = async (id: ShortcomingId) => (await firstRow(world.db, sql<{ version: number }>`select version from shortcomings where id = ${id}`))!.version;
const doing = async <I>(ctx: Ctx, command: (inside: Ctx, input: I & { id: ShortcomingId; version: number }) => Promise<unknown>, id: ShortcomingId, input: I) => {
  const version = await versionOf(id);
  return act(ctx, (inside) => command(inside, { ...input, id, version }));
};
const measure: Omit<Setting, 'id' | 'version'> = { measure: 'Lập kế hoạch chuyên đề từng quý', ownerId: null, dueOn: day('2026-10-31'), proofs: [], reason: '' };
const listed = (ctx: Ctx) => listAttention(ctx, attentionContract.list.input.parse({}));

test('is noted by a board of the committee above as well; who confirmed it is told apart', async () => {
  const build = buildIn(world);
  const organisation = await build.unit({ kind: 'party_board', name: 'Ban Tổ chức', parent: province });
  await build.derive();
  const officer = contextFor(world, actorWith([{ role: 'board_officer', unitId: organisation }]));
  const ids = [await note(officer, { unitId: commune, raisedById: organisation, topic: 'cadres', foundOn: day('2026-02-02') }), await note(office, { unitId: commune, topic: 'cadres', foundOn: day('2026-02-03') })];
  expect(await code(note(officer, { unitId: commune, raisedById: commune, topic: 'cadres' }))).toBe('platform.notFound');
  expect(await code(note(officer, { unitId: other, raisedById: organisation, personId: person }))).toMatch(/personElsewhere/u);
  for (const [at, by] of [officer, office].entries()) {
    await doing(office, setShortcomingMeasure, ids[at]!, { ...measure, dueOn: null });
    await doing(office, reportShortcoming, ids[at]!, { result: 'Xong', proofs: [] });
    await doing(by, confirmShortcoming, ids[at]!, { words: '' });
  }
  const { items } = await breakdownAnswer(office, { figure: 'shortcomings.remedied', unit: commune, from: day('2026-02-01'), on: day('2026-11-20'), by: 'confirmedBy', filters: { topic: ['cadres'] } });
  expect(items.filter(({ code: by }) => by !== 'nobody').map(({ code: by, count }) => [by, count])).toEqual([['superior', 1], ['self', 1]]);
});

test('of a commune that was merged whole it goes on with the one that took it over, and says which it was', async () => {
  const build = buildIn(world);
  const heir = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã mới', parent: province, from: '2026-10-01' });
  const former = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã cũ', parent: province, to: '2026-09-30' });
  await build.lineage(former, heir, '2026-10-01');
  await build.derive();
  const heirs = contextFor(world, actorWith([{ role: 'office_officer', unitId: heir }]));
  const before = contextFor(world, actorWith([{ role: 'office_officer', unitId: former }]), new Date('2026-09-01T03:00:00Z'));
  const old = await note(before, { unitId: former, raisedById: former, topic: 'culture', foundOn: day('2026-08-01'), what: 'Nhà văn hóa xuống cấp' });
  await doing(before, setShortcomingMeasure, old, { ...measure, dueOn: day('2026-10-15') });
  const again = await note(heirs, { unitId: heir, raisedById: heir, topic: 'culture', foundOn: day('2026-11-01'), what: 'Vẫn chưa sửa' });
  expect((await found(heirs, { unitId: heir })).map(({ id, unit, isRecurring }) => [id, unit.name, isRecurring])).toEqual([[again, 'Đảng bộ xã mới', true], [old, 'Đảng bộ xã cũ', false]]);
  expect((await found(heirs, { unitId: heir, below: 'yes', late: 'yes' })).map(({ id }) => id)).toEqual([old]);
  expect((await listed(heirs)).items.filter(({ alert }) => alert === 'shortcoming.late')).toMatchObject([{ subject: { id: old, name: 'Đảng bộ xã cũ: Nhà văn hóa xuống cấp' }, unit: { id: heir } }]);
  for (const unit of [heir, province]) {
    const records = await recordsAnswer(board, { figure: 'shortcomings.late', unit, set: 'count', cursor: undefined, limit: 100 });
    expect(records.items.map(({ id }) => id)).toContain(old);
  }
  expect((await computeFigure(heirs, { figure: 'shortcomings.open', unit: heir })).value.count).toBe(2);
  expect((await computeFigure(heirs, { figure: 'shortcomings.open', unit: heir, boundaries: 'today' })).value.count, 'counted once').toBe(2);
  expect((await computeFigure(heirs, { figure: 'shortcomings.recurring', unit: heir, from: day('2026-10-01'), on: day('2026-11-20') })).value).toMatchObject({ count: 1, base: 1 });
});
