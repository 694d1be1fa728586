/** Figures and alerts of petitions, and that what a body had goes on with its heir. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day } from '../../../../test/world/world.ts';
import { breakdownAnswer, computeFigure } from '../../../figures/server/index.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import { attentionContract } from '../../attention/attention.contract.ts';
import { listAttention } from '../../attention/server/attention.reads.ts';
import { answerPetition, confirmPetition, refusePetition, reopenPetition, routePetition } from '../server/petition.commands.ts';
import { petitionContract } from '../petition.contract.ts';
import { readTimes } from '../server/petition.times.ts';
import { countInbox } from '../server/petition.inbox.reads.ts';
import { answered, doing, openPetitionWorld, record, whole, type PetitionId, type PetitionWorld } from './petition.world.ts';
import { topicGroups, topicNames } from '../petition.topics.ts';

let it: PetitionWorld;
let late: PetitionId;
beforeAll(async () => {
  it = await openPetitionWorld();
  const confirmed = await record(it.secretary, { unitId: it.cell, text: 'Cầu ấp 3 xuống cấp' });
  await answered(it, confirmed);
  await doing(it.secretary, confirmPetition, confirmed, { words: '' });
  const again = await record(it.secretary, { unitId: it.cell, topic: 'relics', text: 'Sửa mái đình' });
  await answered(it, again);
  await doing(it.secretary, reopenPetition, again, { words: 'Chưa sửa' });
  await doing(it.office, refusePetition, again, { bodyId: it.provincial, outside: null, words: 'Cấp tỉnh' });
  await doing(it.tinh, refusePetition, again, { bodyId: it.government, outside: null, words: 'Đã phân cấp' });
  late = await record(it.neighbour, { unitId: it.beside, topic: 'streetLighting', text: 'Đèn đường ấp 4', raisedOn: day('2026-10-01') });
});
afterAll(() => it.world.close());

const count = async (ctx: Ctx, figure: string, more: object = {}) => {
  const { value } = await computeFigure(ctx, { figure, unit: it.party, ...more });
  return [value.count, value.base];
};
const year = { from: day('2026-01-01'), on: day('2026-11-20') };
const told = async (ctx: Ctx, unitId?: Id<'unit'>) => (await listAttention(ctx, attentionContract.list.input.parse({ limit: 100, ...(unitId ? { unitId } : {}) }))).items.flatMap(({ alert, subject, unit }) => (alert.startsWith('petition.') ? [[alert, unit.id, subject.name]] : []));

describe('figures', () => {
  test('count what places raised in the period and what has come of it to this day', async () => {
    expect(await count(it.office, 'petitions.raised', year)).toEqual([3, null]);
    expect(await count(it.office, 'petitions.settled', year)).toEqual([1, 3]);
    expect(await count(it.office, 'petitions.firstAnswer', year)).toEqual([2, 3]);
    expect(await count(it.office, 'petitions.reopened', year)).toEqual([1, 2]);
    expect(await count(it.office, 'petitions.pingPong', year)).toEqual([1, 3]);
    expect(await count(it.office, 'petitions.recurring', year)).toEqual([0, 3]);
    // Answered on the 20th: of a period that is over it is told what has come of it since.
    expect(await count(it.office, 'petitions.settled', { from: day('2026-11-01'), on: day('2026-11-18') })).toEqual([1, 2]);
    const { items } = await breakdownAnswer(it.office, { figure: 'petitions.raised', unit: it.party, by: 'group', ...year });
    expect(items.filter((part) => part.count > 0).map(({ code, count: n }) => [code, n])).toEqual([['infrastructure', 2], ['culture', 1]]);
  });

  test('tell how long places waited in the middle, by the groups of topics as they are called, and open to the same petitions', async () => {
    const { items } = await readTimes(it.office, petitionContract.times.input.parse({ unitId: it.party }));
    const days = await rows(it.world.owner.db, sql<{ topic: string; first: number; final: number | null }>`select topic, first_days as first, final_days as final from petitions where answered_on is not null and state <> 'withdrawn' order by topic`);
    const [relics, road] = [days.find(({ topic }) => topic === 'relics')!, days.find(({ topic }) => topic !== 'relics')!];
    expect(days).toHaveLength(2);
    expect(items[0]).toEqual({ group: null, name: null, answered: 2, first: (relics.first + road.first) / 2, final: road.final });
    expect(items.slice(1).map(({ group, name, ...rest }) => [group, name?.vi, rest])).toEqual([
      ['culture', topicGroups.culture.vi, { answered: 1, first: relics.first, final: relics.final }], ['infrastructure', topicGroups.infrastructure.vi, { answered: 1, first: road.first, final: road.final }],
    ]);
    expect(await count(it.office, 'petitions.times', { on: day('2026-11-20') })).toEqual([2, null]);
    await expect(readTimes(it.neighbour, petitionContract.times.input.parse({ unitId: it.cell }))).rejects.toMatchObject({ kind: 'not_found' });
  });

  test('count what is open at places and what waits at bodies', async () => {
    expect(await count(it.office, 'petitions.open', { on: day('2026-11-20') })).toEqual([2, null]);
    expect(await count(it.office, 'petitions.late', { on: day('2026-11-20') })).toEqual([1, 2]);
    expect(await count(it.office, 'petitions.atBody', { on: day('2026-11-20') })).toEqual([2, null]);
    expect(await count(it.office, 'petitions.answered', year)).toEqual([1, 2]);
  });

  test('nobody counts what lies beyond his reach', async () => {
    const { value } = await computeFigure(it.stranger, { figure: 'petitions.raised', unit: it.other, ...year });
    expect(value.count).toBe(0);
    await expect(count(it.stranger, 'petitions.raised', year)).rejects.toThrow('platform.notFound');
  });
});

describe('alerts', () => {
  test('tell the body what is late, and what is very late the unit above as well', async () => {
    expect(await told(it.office, it.party)).toContainEqual(['petition.veryLate', it.party, 'Đèn đường ấp 4']);
    expect((await told(it.tinh, it.province)).filter(([alert]) => alert === 'petition.veryLate')).toEqual([['petition.veryLate', it.province, 'Đảng bộ xã: Đèn đường ấp 4']]);
    expect(await told(it.office)).toContainEqual(['petition.reopened', it.party, 'UBND xã: Sửa mái đình']);
  });

  test('tell the place that an answer waits for it, until it has confirmed it', async () => {
    await doing(it.office, answerPetition, late, { outcome: 'settled', text: 'Đã lắp', plannedOn: null, group: false });
    expect(await told(it.neighbour, it.beside)).toEqual([['petition.toConfirm', it.beside, 'Đèn đường ấp 4']]);
    await doing(it.neighbour, confirmPetition, late, { words: '' });
    expect(await told(it.neighbour, it.beside)).toEqual([]);
  });
});

test('what a body had goes on with the one that took it over whole', async () => {
  const build = buildIn(it.world);
  const former = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã cũ', parent: it.province, to: '2026-11-30' });
  const cell = await build.unit({ kind: 'cell', name: 'Chi bộ ấp 9', parent: former, to: '2026-11-30' });
  await build.derive();
  const id = await record(contextFor(it.world, actorWith([{ role: 'cell_secretary', unitId: cell }])), { unitId: cell, text: 'Đê bao ấp 9' });
  await doing(contextFor(it.world, actorWith([{ role: 'office_officer', unitId: former }])), routePetition, id, { bodyId: former, outside: 'Hạt quản lý đê', words: '' });
  const heir = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã mới', parent: it.province, from: '2026-12-01' });
  const heirCell = await build.unit({ kind: 'cell', name: 'Chi bộ ấp 9 mới', parent: heir, from: '2026-12-01' });
  await build.lineage(former, heir, '2026-12-01');
  await build.lineage(cell, heirCell, '2026-12-01');
  await build.derive();
  const later = contextFor(it.world, actorWith([{ role: 'office_officer', unitId: heir }]), new Date('2026-12-05T03:00:00Z'));
  expect((await countInbox(later, { bodyId: heir })).counts).toMatchObject({ open: 1, late: 1 });
  expect(await told(later, heir)).toContainEqual(['petition.late', heir, 'Đảng bộ xã cũ: Đê bao ấp 9']);
  const { value } = await computeFigure(later, { figure: 'petitions.atBody', unit: heir, on: day('2026-12-05') });
  expect(value.count).toBe(1);
  await act(later, async (ctx) => answerPetition(ctx, { id, version: 2, outcome: 'impossible', text: 'Chuyển năm sau', plannedOn: null, group: false }));
  expect((await whole(later, id)).state).toBe('answered');
});

test('the topics that figures divide by are those that the system came with', async () => {
  const found = await rows(it.world.db, sql<{ code: string; vi: string; en: string }>`select code, vi, en from petition_topics where scope_unit_id is null`);
  expect(Object.fromEntries(found.map(({ code, vi, en }) => [code, { vi, en }]))).toEqual({ ...topicGroups, ...topicNames });
});
