/** Petitions through their procedures: raised, passed on, refused to who is competent, answered, confirmed, asked again; and who may do what. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day } from '../../../../test/world/world.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { tasksOf } from '../../tasks/server/index.ts';
import { setCompetence } from '../server/catalogue.commands.ts';
import { acceptPetitions, answerPetition, confirmPetition, correctPetition, groupPetition, refusePetition, reopenPetition, routePetition, takePetitionBack, withdrawPetition } from '../server/petition.commands.ts';
import { openPetitions, openPetitionsOf, petitionsOf } from '../server/index.ts';
import { countInbox } from '../server/petition.inbox.reads.ts';
import { listBodies, listPetitions, listSimilar } from '../server/petition.reads.ts';
import { petitionContract } from '../petition.contract.ts';
import { toConfirmAt } from '../web/petitions.filters.ts';
import { answered, code, doing, meetingAt, openPetitionWorld, record, whole, type PetitionWorld } from './petition.world.ts';

let it: PetitionWorld;
beforeAll(async () => { it = await openPetitionWorld(); });
afterAll(() => it.world.close());

const listed = async (ctx: PetitionWorld['office'], asked: object) => (await listPetitions(ctx, petitionContract.list.input.parse(asked))).items.map(({ id }) => id);

describe('the way of a petition', () => {
  test('from the cell to the office, to the government, and back to the cell that confirms it', async () => {
    const id = await record(it.secretary, { unitId: it.cell });
    // Ten working days from 16 November.
    expect(await whole(it.secretary, id)).toMatchObject({ state: 'received', body: { id: it.party }, dueOn: '2026-11-30', may: ['place', 'withdraw'], topicName: { vi: 'Giao thông nông thôn' } });
    expect((await whole(it.office, id)).may).toEqual(['place', 'withdraw', 'handle', 'pass']);
    expect(await code(doing(it.secretary, routePetition, id, { bodyId: it.government, outside: null, words: '' }))).toBe('platform.forbidden');
    const { items } = await listBodies(it.office, { unitId: it.cell, topic: 'ruralRoads' });
    expect(items.map(({ body, level }) => [body.id, level])).toEqual([[it.government, 'commune'], [it.provincial, 'province']]);
    await doing(it.office, routePetition, id, { bodyId: it.government, outside: null, words: '' });
    expect(await whole(it.secretary, id)).toMatchObject({ state: 'routed', body: { name: 'UBND xã' }, dueOn: '2026-12-04' });
    expect(await act(it.office, (ctx) => acceptPetitions(ctx, { ids: [id] }))).toEqual({ accepted: 1, passedOver: 0 });
    expect(await act(it.office, (ctx) => acceptPetitions(ctx, { ids: [id] }))).toEqual({ accepted: 0, passedOver: 1 });
    await doing(it.office, answerPetition, id, { outcome: 'settled', text: 'Đã dặm vá', plannedOn: null, group: true });
    expect(await whole(it.secretary, id)).toMatchObject({ state: 'answered', firstDays: 4, finalDays: 4, answer: { text: 'Đã dặm vá', by: { name: 'UBND xã' }, on: '2026-11-20' } });
    await doing(it.secretary, confirmPetition, id, { words: 'Bà con đồng tình' });
    const done = await whole(it.secretary, id);
    expect(done).toMatchObject({ state: 'confirmed', closedOn: '2026-11-20', may: ['place', 'confirm', 'takeBack'] });
    expect(done.steps.map(({ kind, unit }) => [kind, unit.name])).toEqual([['raised', 'Chi bộ ấp 3'], ['routed', 'Đảng bộ xã'], ['accepted', 'UBND xã'], ['answered', 'UBND xã'], ['confirmed', 'Chi bộ ấp 3']]);
    await doing(it.secretary, takePetitionBack, id, {});
    expect((await whole(it.secretary, id)).state).toBe('answered');
  });

  test('what a cell asked stands in the hand-over file of the committee above it, with the cell', async () => {
    await record(it.secretary, { unitId: it.cell, text: 'Nạo vét mương nội đồng' });
    await record(it.office, { unitId: it.party, text: 'Mở lớp nghề' });
    const handedOver = async (ctx: PetitionWorld['office'], unitId: PetitionWorld['cell']) => (await openPetitions.read(ctx, { unitId, bodyIds: [unitId], personId: newId<'person'>(0), from: day('2026-01-01'), to: ctx.today })).map(({ text }) => text);
    expect(await handedOver(it.office, it.party)).toEqual(expect.arrayContaining(['Chi bộ ấp 3: Nạo vét mương nội đồng (Đảng bộ xã)', 'Mở lớp nghề (Đảng bộ xã)']));
    expect(await handedOver(it.secretary, it.cell)).toContain('Nạo vét mương nội đồng (Đảng bộ xã)');
    expect(await handedOver(it.neighbour, it.party)).toEqual([]);
  });

  test('who is not competent names who is: the petition is there at once, the refuser still sees it and may take it back', async () => {
    const id = await record(it.office, { unitId: it.party, topic: 'relics', text: 'Trùng tu đình làng' });
    await doing(it.office, routePetition, id, { bodyId: it.government, outside: null, words: '' });
    expect(await code(doing(it.office, refusePetition, id, { bodyId: it.cell, outside: null, words: 'Không thuộc' }))).toBe('petitions.bodyUnknown');
    expect(await code(doing(it.office, refusePetition, id, { bodyId: it.government, outside: null, words: 'Không thuộc' }))).toBe('petitions.sameBody');
    await doing(it.office, refusePetition, id, { bodyId: it.provincial, outside: 'Sở Văn hóa, Thể thao và Du lịch', words: 'Di tích cấp tỉnh' });
    expect(await whole(it.tinh, id)).toMatchObject({ state: 'routed', body: { id: it.provincial }, outside: 'Sở Văn hóa, Thể thao và Du lịch', moves: 1 });
    expect((await whole(it.office, id)).may).toEqual(['place', 'withdraw', 'takeBack']);
    expect(await code(doing(it.office, answerPetition, id, { outcome: 'settled', text: 'x', plannedOn: null, group: true }))).toBe('platform.forbidden');
    await doing(it.tinh, refusePetition, id, { bodyId: it.government, outside: null, words: 'Tỉnh đã phân cấp' });
    expect(await whole(it.office, id)).toMatchObject({ moves: 2, body: { id: it.government }, outside: null });
  });

  test('a plan becomes a task of the body, which ends with the answer', async () => {
    const id = await record(it.secretary, { unitId: it.cell, text: 'Lắp đèn đường ấp 3', topic: 'streetLighting' });
    await answered(it, id, 'planned');
    const origin = { kind: 'petition' as const, id };
    expect([...(await tasksOf(it.office, origin)).values()]).toEqual([{ state: 'open' }]);
    expect(await code(doing(it.secretary, confirmPetition, id, { words: '' }))).toBe('petitions.stillPlanned');
    await doing(it.office, answerPetition, id, { outcome: 'settled', text: 'Đã lắp 20 bóng', plannedOn: null, group: true });
    expect([...(await tasksOf(it.office, origin)).values()]).toEqual([{ state: 'done' }]);
    await doing(it.secretary, confirmPetition, id, { words: '' });
  });

  test('the place asks again with the reason; the clock of the second answer runs', async () => {
    const id = await record(it.secretary, { unitId: it.cell, text: 'Nạo vét kênh nội đồng', topic: 'fieldIrrigation' });
    await answered(it, id);
    expect(await code(doing(it.neighbour, reopenPetition, id, { words: 'x' }))).toBe('platform.notFound');
    await doing(it.secretary, reopenPetition, id, { words: 'Mới nạo vét một đoạn' });
    expect(await whole(it.office, id)).toMatchObject({ state: 'reopened', reopenings: 1, dueOn: '2026-12-04', body: { id: it.government } });
    expect(await listed(it.office, { bodyId: it.party, inbox: 'reopened' })).toEqual([id]);
    await doing(it.office, answerPetition, id, { outcome: 'impossible', text: 'Hết kinh phí năm nay', plannedOn: null, group: true });
    await doing(it.secretary, confirmPetition, id, { words: '' });
  });

  test('is corrected and withdrawn by the place alone', async () => {
    const id = await record(it.secretary, { unitId: it.cell, text: 'Xin mở lớp nghề', topic: 'vocationalTraining' });
    const corrected = { topic: 'vocationalTraining', text: 'Xin mở lớp nghề may', peopleBehind: 12, raisedOn: day('2026-11-12'), isDenunciation: false };
    expect(await code(doing(it.stranger, correctPetition, id, corrected))).toBe('platform.notFound');
    await doing(it.secretary, correctPetition, id, corrected);
    // What stood before is kept, and the clock runs from the day that stands now.
    const after = await whole(it.secretary, id);
    expect(after).toMatchObject({ dueOn: '2026-11-26', sinceOn: '2026-11-12' });
    expect(after.steps.at(-1)).toMatchObject({ kind: 'corrected', was: { text: 'Xin mở lớp nghề', raisedOn: '2026-11-16' } });
    expect(await code(doing(it.secretary, correctPetition, id, { ...corrected, isDenunciation: true }))).toBe('petitions.denunciation');
    expect(await code(doing(it.secretary, correctPetition, id, { ...corrected, topic: 'nothing' }))).toBe('petitions.topicUnknown');
    await doing(it.secretary, withdrawPetition, id, { words: 'Đã có lớp' });
    expect(await whole(it.secretary, id)).toMatchObject({ state: 'withdrawn', text: 'Xin mở lớp nghề may', may: ['takeBack'] });
  });

  test('sent twice under one id it is kept once; an act takes the version that was looked at', async () => {
    const id = newId<'petition'>(0);
    await record(it.secretary, { unitId: it.cell, id, text: 'Nước sạch ấp 3', topic: 'powerAndWater' });
    expect(await record(it.secretary, { unitId: it.cell, id })).toBe(id);
    expect(await whole(it.secretary, id)).toMatchObject({ text: 'Nước sạch ấp 3', version: 1 });
    await expect(record(it.office, { unitId: it.cell, id })).rejects.toThrow('petitions_pkey');
    expect(await code(act(it.office, (ctx) => routePetition(ctx, { id, version: 9, bodyId: it.government, outside: null, words: '' })))).toBe('platform.stale');
  });
});

describe('who sees and does what', () => {
  test('a member records nothing, another commune reads nothing, a cell reads its own', async () => {
    const id = await record(it.secretary, { unitId: it.cell, text: 'Chợ ấp xuống cấp', topic: 'publicBuildings' });
    expect(await code(record(it.member, { unitId: it.cell }))).toBe('platform.notFound');
    expect(await code(record(it.secretary, { unitId: it.beside }))).toBe('platform.notFound');
    for (const ctx of [it.stranger, it.neighbour]) {
      expect(await code(whole(ctx, id))).toBe('platform.notFound');
      expect(await listed(ctx, {})).not.toContain(id);
    }
    for (const ctx of [it.secretary, it.office, it.tinh]) expect(await listed(ctx, { search: 'cho ap' })).toEqual([id]);
    expect(await code(countInbox(it.stranger, { bodyId: it.party }))).toBe('platform.notFound');
  });

  test('whoever wrote the answer never speaks for the place about it; a colleague in the office does, and the step says for whom', async () => {
    const id = await record(it.secretary, { unitId: it.cell, text: 'Sửa cống thoát nước ấp 3', topic: 'fieldIrrigation' });
    await answered(it, id);
    for (const [act_, words] of [[confirmPetition, ''], [reopenPetition, 'x']] as const) expect(await code(doing(it.office, act_, id, { words }))).toBe('petitions.ownAnswer');
    for (const ctx of [it.cadre, it.tinh]) expect(await code(doing(ctx, confirmPetition, id, { words: '' }))).toBe('platform.forbidden');
    expect((await whole(it.office, id)).may).not.toContain('confirm');
    await doing(it.sibling, reopenPetition, id, { words: 'Chi bộ báo mới sửa một nửa' });
    expect((await whole(it.sibling, id)).steps.at(-1)).toMatchObject({ kind: 'reopened', unit: { id: it.party } });
    expect(await code(doing(it.office, takePetitionBack, id, {}))).toBe('petitions.ownAnswer');
    expect(await code(doing(it.office, withdrawPetition, id, { words: 'x' }))).toBe('petitions.ownAnswer');
    await doing(it.sibling, takePetitionBack, id, {});
    await doing(it.secretary, confirmPetition, id, { words: '' });
    expect((await whole(it.secretary, id)).steps.at(-1)).toMatchObject({ unit: { id: it.cell } });
    expect(await code(doing(it.sibling, takePetitionBack, id, {}))).toBe('platform.forbidden');
    await doing(it.secretary, takePetitionBack, id, {});
  });

  test('what was answered for good waits for whoever sits at the place, and not for who wrote the answer or stands above', async () => {
    const asked = (ctx: PetitionWorld['office']) => listed(ctx, { toConfirm: 'yes', limit: 100 });
    const id = await record(it.secretary, { unitId: it.cell, text: 'Thay bóng đèn nhà văn hóa ấp 3', topic: 'streetLighting' });
    expect(await asked(it.secretary)).not.toContain(id);
    await answered(it, id, 'planned');
    expect(await asked(it.secretary)).not.toContain(id);
    await doing(it.office, answerPetition, id, { outcome: 'settled', text: 'Đã thay', plannedOn: null, group: true });
    expect(await asked(it.secretary)).toContain(id);
    for (const ctx of [it.office, it.tinh, it.neighbour, it.cadre]) expect(await asked(ctx)).not.toContain(id);
    await doing(it.secretary, confirmPetition, id, { words: '' });
    expect(await asked(it.secretary)).not.toContain(id);
    const own = await record(it.office, { unitId: it.party, text: 'Sửa hội trường đảng ủy', topic: 'publicBuildings' });
    await answered(it, own);
    expect([await asked(it.office), await asked(it.sibling)].map((ids) => ids.includes(own))).toEqual([false, true]);
    await doing(it.sibling, confirmPetition, own, { words: '' });
  });

  test('a meeting lists what can be confirmed in it: not what is planned still, nor what the reader answered himself', async () => {
    const planned = await record(it.secretary, { unitId: it.cell, text: 'Trải nhựa đường ấp 3', topic: 'ruralRoads' });
    await answered(it, planned, 'planned');
    const own = await record(it.office, { unitId: it.party, text: 'Sơn lại trụ sở', topic: 'publicBuildings' });
    await answered(it, own);
    const of = async (ctx: PetitionWorld['office'], unitId: Id<'unit'>) => listed(ctx, toConfirmAt(unitId));
    expect(await of(it.secretary, it.cell)).not.toContain(planned);
    expect([await of(it.office, it.party), await of(it.sibling, it.party)].map((ids) => ids.includes(own))).toEqual([false, true]);
    await doing(it.sibling, confirmPetition, own, { words: '' });
  });

  test('a cadre who visits takes out what he wrote down there, and nothing else', async () => {
    const own = await record(it.cadre, { unitId: it.cell, text: 'Ghi nhầm khi đi cơ sở', topic: 'other' });
    const places = await record(it.secretary, { unitId: it.cell, text: 'Đề nghị cấp thùng rác', topic: 'environment' });
    expect(await code(doing(it.cadre, withdrawPetition, places, { words: 'x' }))).toBe('platform.forbidden');
    await doing(it.cadre, withdrawPetition, own, { words: 'Ghi nhầm' });
    await doing(it.cadre, takePetitionBack, own, {});
  });

  test('it names a meeting of the place, or a visit that the recorder made, and no other', async () => {
    const elsewhere = await meetingAt(it, it.beside);
    for (const [source, sourceId] of [['meeting', newId(0)], ['meeting', elsewhere], ['visit', newId(0)], ['unit', elsewhere]] as const) expect(await code(record(it.secretary, { unitId: it.cell, source, sourceId })), source).toBe('petitions.sourceUnknown');
  });

  test('a denunciation is refused and nothing of it is kept', async () => {
    const count = async () => (await firstRow(it.world.db, sql<{ n: number }>`select (select count(*) from petitions) + (select count(*) from events) as n`))!.n;
    const before = await count();
    expect(await code(record(it.secretary, { unitId: it.cell, text: 'Tố cáo ông A', isDenunciation: true }))).toBe('petitions.denunciation');
    expect(await count()).toBe(before);
    expect(petitionContract.record.input.safeParse({ unitId: it.cell, source: 'unit', topic: 'land', text: 'x', raisedOn: '2026-11-16' }).success).toBe(false);
  });
});

describe('what waits for a body', () => {
  test('the inbox of a committee holds that of its government and boards; parts are counted as they are listed', async () => {
    const { body, counts } = await countInbox(it.office, {});
    expect(body).toEqual({ id: it.party, name: 'Đảng bộ xã' });
    for (const part of ['open', 'new', 'soon', 'late', 'reopened'] as const) expect(await listed(it.office, { bodyId: it.party, inbox: part, limit: 100 }), part).toHaveLength(counts[part] ?? -1);
    expect(counts.open).toBeGreaterThan(1);
  });

  test('lists and counts nothing that could not be opened', async () => {
    const reader = contextFor(it.world, actorWith([{ role: 'office_officer', unitId: it.provincial, reach: 'unit' }]));
    const id = await record(it.secretary, { unitId: it.cell, text: 'Mở rộng quốc lộ qua xã', topic: 'ruralRoads' });
    await doing(it.office, routePetition, id, { bodyId: it.provincial, outside: null, words: '' });
    const province = contextFor(it.world, actorWith([{ role: 'office_officer', unitId: it.province, reach: 'unit' }]));
    expect(await listed(reader, { bodyId: it.provincial, inbox: 'open', limit: 100 })).toContain(id);
    expect(await code(whole(province, id))).toBe('platform.notFound');
    expect(await listed(province, { bodyId: it.province, inbox: 'open', limit: 100 })).not.toContain(id);
    expect((await countInbox(province, { bodyId: it.province })).counts.open).toBe((await listed(province, { bodyId: it.province, inbox: 'open', limit: 100 })).length);
  });

  test('one that is alike is found without diacritics, and one answer serves all of the same matter', async () => {
    const first = await record(it.secretary, { unitId: it.cell, topic: 'trafficSafety', text: 'Đặt biển báo, gờ giảm tốc trước cổng trường tiểu học' });
    const second = await record(it.neighbour, { unitId: it.beside, topic: 'trafficSafety', text: 'đề nghị đặt gờ giảm tốc, biển báo trước cổng trường tiểu học ấp 4' });
    const { items } = await listSimilar(it.office, { unitId: it.beside, topic: 'trafficSafety', text: 'dat bien bao go giam toc truoc cong truong tieu hoc', except: second });
    expect(items.map(({ id }) => id)).toEqual([first]);
    for (const id of [first, second]) await doing(it.office, routePetition, id, { bodyId: it.government, outside: null, words: '' });
    await doing(it.office, groupPetition, second, { leadId: first });
    expect(await whole(it.office, first)).toMatchObject({ groupSize: 1, related: [{ id: second, isGrouped: true }] });
    expect(await whole(it.neighbour, second)).toMatchObject({ lead: null });
    expect(await doing(it.office, answerPetition, first, { outcome: 'settled', text: 'Đã đặt', plannedOn: null, group: true })).toMatchObject({ answered: 2 });
    expect((await whole(it.neighbour, second)).state).toBe('answered');
  });

  test('what came back after it was over says so', async () => {
    const first = await record(it.secretary, { unitId: it.cell, topic: 'environment', text: 'Thu gom rác thải ấp 3 không đều', raisedOn: day('2026-10-05') });
    await answered(it, first);
    const again = await record(it.secretary, { unitId: it.cell, topic: 'environment', text: 'Rác thải ấp 3 thu gom không đều, dân bức xúc' });
    expect(await whole(it.secretary, again)).toMatchObject({ isRecurring: true, related: [{ id: first, isEarlier: true }] });
    expect(await listed(it.office, { recurring: 'yes' })).toEqual([again]);
  });

  test('a province names its department: the nearest scope and the topic itself come first', async () => {
    await act(it.tinh, (ctx) => setCompetence(ctx, { topic: 'ruralRoads', level: 'province', scopeUnitId: it.province, bodyKind: 'peoples_committee', bodyId: null, outside: 'Sở Xây dựng', document: 'Quyết định 01-QĐ/TU', from: day('2026-01-01') }));
    const { items } = await listBodies(it.office, { unitId: it.cell, topic: 'ruralRoads' });
    expect(items.map(({ body, outside }) => [body.id, outside])).toEqual([[it.government, null], [it.provincial, 'Sở Xây dựng']]);
    expect(await code(act(it.office, (ctx) => setCompetence(ctx, { topic: null, level: 'province', scopeUnitId: it.province, bodyKind: 'peoples_committee', bodyId: null, outside: null, document: 'x', from: day('2026-01-01') })))).toBe('platform.notFound');
  });

  test('other modules read what waits at a place, and what came of a meeting', async () => {
    const meeting = await meetingAt(it, it.cell);
    const id = await record(it.secretary, { unitId: it.cell, source: 'meeting', sourceId: meeting, topic: 'health', text: 'Trạm y tế thiếu thuốc' });
    expect((await petitionsOf(it.secretary, { sourceKind: 'meeting', sourceId: meeting })).map((one) => one.id)).toEqual([id]);
    expect((await openPetitionsOf(it.secretary, { unitIds: [it.cell] })).map((one) => one.id)).toContain(id);
    expect(await openPetitionsOf(it.stranger, { unitIds: [it.cell] })).toEqual([]);
  });

  test('the hand-over file leaves out what was settled before the time of the cadre, and names the body that has the others today', async () => {
    const build = buildIn(it.world);
    const [settled, open] = [await record(it.secretary, { unitId: it.cell, text: 'Cống thoát nước bị tắc' }), await record(it.secretary, { unitId: it.cell, text: 'Kè sông sạt lở' })];
    await answered(it, settled);
    await doing(it.office, routePetition, open, { bodyId: it.government, outside: null, words: '' });
    const handed = async (from: string) => (await openPetitions.read(it.office, { unitId: it.cell, bodyIds: [it.cell], personId: newId<'person'>(0), from: day(from), to: day('2026-11-20') })).map(({ text }) => text);
    expect(await handed('2026-11-01')).toEqual(expect.arrayContaining(['Cống thoát nước bị tắc (UBND xã)', 'Kè sông sạt lở (UBND xã)']));
    const heir = await build.unit({ kind: 'peoples_committee', name: 'UBND xã Mới', parent: it.provincial, from: '2026-11-20' });
    await build.lineage(it.government, heir, '2026-11-20');
    await build.derive();
    const later = await handed('2026-11-21');
    expect(later).toContain('Kè sông sạt lở (UBND xã Mới)');
    expect(later.some((text) => text.startsWith('Cống thoát nước'))).toBe(false);
  });
});
