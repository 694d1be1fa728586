/** A ward by hand that studies documents in one sitting and in several: people are counted once for each document. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn, type Build } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import { breakdownAnswer, computeFigure, recordsAnswer } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import { meetingContract } from '../meeting.contract.ts';
import type { LeaveReason, Mark } from '../meeting.kinds.ts';
import * as acts from '../server/meeting.commands.ts';
import { listOwnAhead } from '../server/meeting.own.ts';
import { getMeeting } from '../server/meeting.page.ts';

let world: World;
let build: Build;
let ctx: Ctx;
let ward: Id<'unit'>;
let cell: Id<'unit'>;
let [an, binh, cuong, dung]: Id<'person'>[] = [];
let first: Id<'meeting'>;
let makeUp: Id<'meeting'>;

beforeAll(async () => {
  world = await openWorld();
  build = buildIn(world);
  ward = await build.unit({ kind: 'commune_party', name: 'Đảng bộ phường' });
  cell = await build.unit({ kind: 'cell', name: 'Chi bộ khu vực 1', parent: ward });
  const other = await build.unit({ kind: 'cell', name: 'Chi bộ khu vực 2', parent: ward });
  [an, binh, cuong, dung] = [await build.person({ name: 'Nguyễn An' }), await build.person({ name: 'Trần Bình' }), await build.person({ name: 'Lê Cường' }), await build.person({ name: 'Phạm Dũng' })];
  for (const person of [an!, binh!]) await build.member(person, cell);
  await build.member(cuong!, other);
  // Comes to the ward after the first sitting.
  await build.member(dung!, other, { from: '2026-03-10' });
  await build.derive();
  ctx = contextFor(world, actorWith([{ role: 'office_officer', unitId: ward }]));
  await studied({ on: '2025-11-05', topic: 'Nghị quyết 1', missing: [[binh!, 'absent']] });
  first = await studied({ on: '2026-02-20', topic: 'Nghị quyết 2', missing: [[binh!, 'excused', 'duty'], [cuong!, 'absent']] });
  makeUp = await studied({ on: '2026-03-20', topic: 'Nghị quyết 2', seriesId: first, missing: [[cuong!, 'absent']] });
});
afterAll(() => world.close());

interface Sitting {
  readonly unitId?: Id<'unit'>;
  readonly on: string;
  readonly topic: string;
  readonly seriesId?: Id<'meeting'>;
  readonly missing: readonly (readonly [Id<'person'>, Mark, LeaveReason?])[];
}

async function studied({ unitId = ward, missing, ...given }: Sitting): Promise<Id<'meeting'>> {
  const exceptions = missing.map(([personId, mark, reason]) => ({ personId, mark, reason: reason ?? null }));
  const input = meetingContract.record.input.parse({ unitId, kind: 'study', exceptions, ...given });
  return (await act(ctx, (inside) => acts.record(inside, input))).id;
}

async function value(figure: string, wish: { from: string; on: string; unit?: Id<'unit'>; filters?: Record<string, string[]> }): Promise<[number, number | null]> {
  const { value: found } = await computeFigure(ctx, { figure, unit: wish.unit ?? ward, from: day(wish.from), on: day(wish.on), filters: wish.filters ?? {} });
  return [found.count, found.base];
}

const year = { from: '2026-01-01', on: '2026-11-20' };

test('a make-up sitting has on its roll only those who missed what came before, newcomers among them', async () => {
  const { roll } = await getMeeting(ctx, { id: makeUp });
  expect(roll.map(({ person, basis, mark }) => [person.fullName, basis, mark])).toEqual([['Trần Bình', 'expected', 'present'], ['Lê Cường', 'expected', 'absent'], ['Phạm Dũng', 'expected', 'present']]);
  expect((await getMeeting(ctx, { id: first })).roll).toHaveLength(3);
});

test('who has studied a document is not told of its next sitting, and cannot be answered for', async () => {
  const input = meetingContract.plan.input.parse({ unitId: ward, kind: 'study', on: '2026-12-05', topic: 'Nghị quyết 2', seriesId: makeUp });
  const { id } = await act(ctx, (inside) => acts.plan(inside, input));
  const ahead = async (personId: Id<'person'>) => {
    const member = actorWith([{ role: 'member' }]);
    return (await listOwnAhead(contextFor(world, { ...member, personId }))).items.map((one) => one.id);
  };
  expect([await ahead(an!), await ahead(binh!), await ahead(cuong!)]).toEqual([[], [], [id]]);
  expect((await getMeeting(ctx, { id })).roll.map(({ person }) => person.fullName)).toEqual(['Lê Cường']);
  const answer = (personId: Id<'person'>) => act(ctx, (inside) => acts.answer(inside, meetingContract.answer.input.parse({ id, personId, answer: 'coming' })));
  await expect(answer(an!)).rejects.toMatchObject({ code: 'meetings.notOnRoll' });
});

test('each person counts once for a document, in whichever sitting he studied it', async () => {
  expect(await value('study.attendance', { from: '2025-01-01', on: '2025-12-31' })).toEqual([2, 3]);
  expect(await value('study.attendance', year)).toEqual([3, 4]);
  expect(await value('study.attendance', { from: '2025-01-01', on: '2026-11-20' })).toEqual([5, 7]);
  const { items } = await breakdownAnswer(ctx, { figure: 'study.attendance', unit: ward, from: day(year.from), on: day(year.on), by: 'sitting' });
  expect(items.map(({ code, count, base }) => [code, count, base])).toEqual([['first', 1, 1], ['further', 2, 2], ['none', 0, 1]]);
});

test('a document counts in the period of its first sitting alone', async () => {
  expect(await value('study.attendance', { from: '2026-01-01', on: '2026-02-28' })).toEqual([3, 4]);
  expect(await value('study.attendance', { from: '2026-03-01', on: '2026-11-20' })).toEqual([0, 0]);
  expect(await value('study.topics', year)).toEqual([1, null]);
  expect(await value('study.topics', { from: '2026-03-01', on: '2026-11-20' })).toEqual([0, null]);
});

test('a sitting that was not held does not begin it, and a meeting of another unit is another document', async () => {
  const planned = await act(ctx, (inside) => acts.plan(inside, meetingContract.plan.input.parse({ unitId: cell, kind: 'study', on: '2026-11-25', topic: 'Kết luận 3' })));
  await act(ctx, (inside) => acts.cancel(inside, { id: planned.id, reason: 'bão' }));
  const later = await studied({ unitId: cell, on: '2026-11-18', topic: 'Kết luận 3', seriesId: planned.id, missing: [[binh!, 'absent']] });
  expect(await value('study.attendance', { ...year, unit: cell })).toEqual([1, 2]);
  expect(await value('study.attendance', year)).toEqual([4, 6]);
  expect(await value('study.topics', { ...year, filters: { sittings: ['one'] } })).toEqual([1, null]);
  await act(ctx, (inside) => acts.reopen(inside, { id: later }));
  expect(await value('study.attendance', { ...year, unit: cell })).toEqual([0, 0]);
  await act(ctx, (inside) => acts.close(inside, { id: later, ends: null }));
});

test('the records name who still has to study what, and what was studied by how many', async () => {
  const rest = await recordsAnswer(ctx, { figure: 'study.attendance', unit: ward, from: day('2026-01-01'), on: day('2026-10-31'), set: 'rest', limit: 10 });
  expect(rest.items.map(({ values, links }) => [values['person'], values['topic'], values['studied'], links['person'], links['topic']])).toEqual([['Lê Cường', 'Nghị quyết 2', null, cuong, first]]);
  const topics = await recordsAnswer(ctx, { figure: 'study.topics', unit: ward, from: day('2025-01-01'), on: day('2026-10-31'), set: 'count', limit: 10 });
  expect(topics.items.map(({ values }) => [values['topic'], values['day'], values['unit'], values['sittingCount'], values['expected'], values['studied']])).toEqual([
    ['Nghị quyết 1', '2025-11-05', 'Đảng bộ phường', 1, 3, 2], ['Nghị quyết 2', '2026-02-20', 'Đảng bộ phường', 2, 4, 3],
  ]);
});

test('nobody out of reach of the unit that held it is told of it', async () => {
  const secretary = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: cell }]));
  for (const figure of ['study.attendance', 'study.topics']) {
    await expect(computeFigure(secretary, { figure, unit: ward, from: day(year.from), on: day(year.on) })).rejects.toMatchObject({ code: 'platform.notFound' });
    const { items } = await recordsAnswer(secretary, { figure, unit: cell, from: day('2026-01-01'), on: day('2026-10-31'), set: 'count', limit: 10 });
    expect(items).toEqual([]);
  }
  const { rows } = await sql<{ count: number }>`select count(*) as count from meetings where kind = 'study'`.execute(world.owner.db);
  expect(rows[0]!.count).toBeGreaterThan(3);
});
