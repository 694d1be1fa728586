/** Shortcomings through their procedures: noted, put right, proven by figures, confirmed by who raised them; and who is told of what. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, testKeys, type World } from '../../../../test/world/world.ts';
import { breakdownAnswer, computeFigure, recordsAnswer } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { attentionContract } from '../../attention/attention.contract.ts';
import { listAttention } from '../../attention/server/attention.reads.ts';
import { enterDocument } from '../../documents/server/document.commands.ts';
import { tasksOf } from '../../tasks/server/index.ts';
import { listEvents } from '../../events/server/event.reads.ts';
import {
  beginShortcoming, confirmShortcoming, correctShortcoming, giveShortcomingBack, noteShortcoming, reportShortcoming, setShortcomingMeasure, takeShortcomingBack, withdrawShortcoming,
} from '../server/shortcoming.commands.ts';
import { listOwn, listShortcomings, readShortcoming } from '../server/shortcoming.reads.ts';
import { resealShortcomings } from '../server/shortcoming.reseal.ts';

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
let elsewhere: Ctx;
let secretary: Ctx;
let member: Ctx;
let stranger: Ctx;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã', parent: province });
  other = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã khác', parent: province });
  cell = await build.unit({ kind: 'cell', name: 'Chi bộ thôn', parent: commune });
  person = await build.person({ name: 'Nguyễn Văn An' });
  await build.member(person, cell);
  const outsider = await build.person({ name: 'Lê Thị Bình' });
  await build.member(outsider, cell);
  await build.derive();
  board = contextFor(world, actorWith([{ role: 'board_officer', unitId: province }]));
  office = contextFor(world, actorWith([{ role: 'office_officer', unitId: commune }]));
  elsewhere = contextFor(world, actorWith([{ role: 'office_officer', unitId: other }]));
  secretary = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: cell }]));
  member = contextFor(world, actorWith([{ role: 'member' }], person));
  stranger = contextFor(world, actorWith([{ role: 'member' }], outsider));
});
afterAll(() => world.close());

const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);
const finding = (change: Partial<Noting> = {}): Noting => ({
  unitId: cell, personId: null, raisedById: commune, foundIn: 'inspection', foundOn: day('2026-09-10'), source: null, topic: 'cellMeeting', what: 'Sinh hoạt chuyên đề chưa đủ', cause: 'Chưa có kế hoạch', earlierId: null, ...change,
});
const correcting = () => {
  const { unitId: _unit, personId: _person, raisedById: _raiser, id: _id, cause: _cause, ...rest } = finding();
  return rest;
};
const note = async (ctx: Ctx, change: Partial<Noting> = {}): Promise<ShortcomingId> => (await act(ctx, (inside) => noteShortcoming(inside, finding(change)))).id;
const found = async (ctx: Ctx, filters: Partial<Parameters<typeof listShortcomings>[1]> = {}) => (await listShortcomings(ctx, { below: 'no', limit: 50, ...filters })).items;
const versionOf = async (id: ShortcomingId) => (await firstRow(world.db, sql<{ version: number }>`select version from shortcomings where id = ${id}`))!.version;
const doing = async <I>(ctx: Ctx, command: (inside: Ctx, input: I & { id: ShortcomingId; version: number }) => Promise<unknown>, id: ShortcomingId, input: I) => {
  const version = await versionOf(id);
  return act(ctx, (inside) => command(inside, { ...input, id, version }));
};
const measure: Omit<Setting, 'id' | 'version'> = { measure: 'Lập kế hoạch chuyên đề từng quý', ownerId: null, dueOn: day('2026-10-31'), proofs: [], reason: '' };
const listed = (ctx: Ctx) => listAttention(ctx, attentionContract.list.input.parse({}));

describe('the ledger', () => {
  test('follows a shortcoming from its finding to the confirmation of who raised it, and to nobody else’s', async () => {
    const id = await note(secretary);
    expect(await readShortcoming(secretary, { id })).toMatchObject({ state: 'noted', may: ['record', 'correct'], unit: { name: 'Chi bộ thôn' }, raisedBy: { name: 'Đảng bộ xã' } });
    await doing(secretary, setShortcomingMeasure, id, measure);
    await doing(secretary, beginShortcoming, id, {});
    expect((await readShortcoming(secretary, { id })).may).toEqual(['record', 'takeBack']);
    expect(await code(doing(secretary, confirmShortcoming, id, { words: '' }))).toBe('platform.forbidden');
    expect(await code(doing(office, confirmShortcoming, id, { words: '' }))).toBe('shortcomings.notReported');
    await doing(secretary, reportShortcoming, id, { result: 'Đã họp đủ', proofs: [] });
    expect((await listed(office)).items.filter(({ alert }) => alert === 'shortcoming.toConfirm')).toMatchObject([{ subject: { kind: 'shortcoming', id, name: 'Sinh hoạt chuyên đề chưa đủ' }, unit: { id: commune }, href: `/han-che/${id}` }]);
    await doing(office, giveShortcomingBack, id, { words: 'Thiếu biên bản quý III' });
    expect(await code(doing(secretary, withdrawShortcoming, id, { words: 'x' }))).toBe('platform.forbidden');
    await doing(secretary, reportShortcoming, id, { result: 'Đã bổ sung', proofs: [] });
    await doing(office, confirmShortcoming, id, { words: 'Đã kiểm tra' });
    const whole = await readShortcoming(secretary, { id });
    expect(whole).toMatchObject({ state: 'confirmed', closedOn: '2026-11-20', result: 'Đã bổ sung', may: [] });
    expect(whole.steps.map(({ kind }) => kind)).toEqual(['noted', 'measureSet', 'begun', 'reported', 'returned', 'reported', 'confirmed']);
    expect((await readShortcoming(office, { id })).may).toEqual(['takeBack']);
    expect(await code(doing(secretary, takeShortcomingBack, id, {}))).toBe('platform.forbidden');
    await doing(office, takeShortcomingBack, id, {});
    await doing(office, confirmShortcoming, id, { words: '' });
  });

  test('takes acts with the version that was looked at', async () => {
    const id = await note(office);
    expect(await code(act(office, (ctx) => setShortcomingMeasure(ctx, { id, version: 7, ...measure })))).toBe('platform.stale');
    await act(office, (ctx) => withdrawShortcoming(ctx, { id, version: 1, words: 'Ghi nhầm' }));
  });

  test('is corrected by who raised it, what was written before stays; the cause is the unit’s to tell', async () => {
    const id = await note(office);
    expect(await code(doing(secretary, correctShortcoming, id, { ...correcting(), what: 'Không có gì' }))).toBe('platform.forbidden');
    await doing(board, correctShortcoming, id, { ...correcting(), what: 'Mới họp hai kỳ' });
    await doing(secretary, setShortcomingMeasure, id, { ...measure, cause: 'Thiếu người' });
    const whole = await readShortcoming(office, { id });
    expect(whole).toMatchObject({ what: 'Mới họp hai kỳ', cause: 'Thiếu người' });
    expect(whole.steps.map(({ former }) => former)).toEqual([{}, { what: 'Sinh hoạt chuyên đề chưa đủ' }, { dueOn: null }]);
    await doing(office, withdrawShortcoming, id, { words: 'x' });
  });

  test('that is put off stays late on the days on which it was', async () => {
    const id = await note(office, { unitId: commune, topic: 'petitions', foundOn: day('2026-09-01') });
    const lateOn = async (on: string) => (await recordsAnswer(office, { figure: 'shortcomings.late', unit: commune, on: day(on), set: 'count', cursor: undefined, limit: 100 })).items.map((item) => item.id).includes(id);
    await doing({ ...office, today: day('2026-09-05') }, setShortcomingMeasure, id, { ...measure, dueOn: day('2026-10-01') });
    expect(await lateOn('2026-10-20')).toBe(true);
    expect(await code(doing({ ...office, today: day('2026-11-01') }, setShortcomingMeasure, id, { ...measure, dueOn: day('2026-12-31') }))).toBe('shortcomings.putOffReason');
    await doing({ ...office, today: day('2026-11-01') }, setShortcomingMeasure, id, { ...measure, dueOn: day('2026-12-31'), reason: 'Chờ kinh phí' });
    expect([await lateOn('2026-10-20'), await lateOn('2026-11-20')]).toEqual([true, false]);
    expect(await readShortcoming(office, { id })).toMatchObject({ firstDueOn: '2026-10-01', dueOn: '2026-12-31', isLate: false });
  });

  test('is raised by the unit or one above it alone', async () => {
    expect(await code(note(office, { raisedById: other }))).toBe('shortcomings.raiserNotAbove');
    expect(await code(note(secretary, { raisedById: cell, foundOn: day('2026-09-12'), what: 'Tự thấy', topic: 'other' }))).toBe('done');
    expect(await code(act(office, (ctx) => noteShortcoming(ctx, { ...finding(), id: newId<'shortcoming'>(5) })))).toBe('platform.invalid');
  });

  test('finds a topic again at the same unit, names what was found before, and is found by words without diacritics', async () => {
    const first = await note(office, { unitId: commune, raisedById: province, topic: 'urbanOrder', foundOn: day('2025-12-01'), what: 'Trật tự đô thị chưa đều' });
    const again = await note(office, { unitId: commune, raisedById: province, topic: 'urbanOrder', foundOn: day('2026-06-01'), what: 'Xây dựng không phép còn nhiều', earlierId: first });
    expect((await found(office, { unitId: commune, recurring: 'yes' })).map(({ id }) => id)).toEqual([again]);
    expect((await readShortcoming(office, { id: again })).related).toMatchObject([{ id: first, isLinked: true, foundOn: '2025-12-01' }]);
    expect((await readShortcoming(office, { id: first })).related).toMatchObject([{ id: again, isLinked: false }]);
    expect((await found(office, { search: 'khong ph' })).map(({ id }) => id)).toEqual([again]);
    await doing(office, correctShortcoming, again, { ...correcting(), topic: 'urbanOrder' as const, what: 'Nhà xây sai phép', earlierId: first });
    expect((await found(office, { search: 'sai phep' })).map(({ id }) => id)).toEqual([again]);
    expect((await found(board, { unitId: province, raised: 'yes' })).map(({ id }) => id)).toEqual([again, first]);
  });

  test('links only what may be read: an earlier one, a document, a figure', async () => {
    const above = await note(board, { unitId: province, raisedById: province, topic: 'office' });
    expect(await code(note(office, { earlierId: above }))).toBe('shortcomings.earlierUnknown');
    const document = await act(board, (ctx) => enterDocument(ctx, {
      unitId: province, direction: 'issued', type: 'TB', number: 1, issuerCode: 'TU', issuer: 'Tỉnh ủy', term: '2025-2030', summary: 'Kết luận kiểm tra', issuedOn: day('2026-03-01'), receivedOn: null,
      signer: null, validFrom: day('2026-03-01'), validTo: null, reviewDueOn: null, regulates: null, secrecy: null, links: [],
    }));
    const source = { kind: 'document' as const, id: document.id, words: '' };
    expect(await code(note(office, { source }))).toBe('shortcomings.sourceUnknown');
    const id = await note(board, { source, topic: 'office', what: 'Báo cáo chậm' });
    expect((await readShortcoming(board, { id })).source).toEqual({ kind: 'document', id: document.id, words: '', symbol: '01-TB/TU', meeting: null });
    expect((await readShortcoming(office, { id })).source).toEqual({ kind: 'document', id: null, words: '', symbol: null, meeting: null });
    const proofs = (figure: string, unitId: Id<'unit'>): Setting['proofs'] => [{ kind: 'figure', figure, unitId, target: null, before: null, after: null }];
    expect(await code(doing(office, setShortcomingMeasure, id, { ...measure, proofs: proofs('no.such', commune) }))).toBe('shortcomings.figureUnknown');
    expect(await code(doing(office, setShortcomingMeasure, id, { ...measure, proofs: proofs('members', province) }))).toBe('shortcomings.figureUnknown');
    expect(await code(doing(office, setShortcomingMeasure, id, { ...measure, proofs: proofs('members', cell) }))).toBe('done');
  });

  test('proves by a figure that is counted live on both days, and by a number with its record', async () => {
    const id = await note(office, { topic: 'development', what: 'Ít nguồn', foundOn: day('2020-01-01') });
    const proofs: Setting['proofs'] = [
      { kind: 'figure', figure: 'members', unitId: cell, target: 2, before: { from: day('1999-01-01'), to: day('1999-01-01') }, after: { from: day('2026-11-20'), to: day('2026-11-20') } },
      { kind: 'entered', title: 'Hộ nghèo giảm', measuredIn: 'điểm', target: 2, before: null, after: { value: 2.27, when: 'Năm 2013', source: { kind: 'paper', id: null, words: 'Báo cáo năm 2013' } } },
    ];
    await doing(office, setShortcomingMeasure, id, { ...measure, dueOn: null, proofs });
    expect((await readShortcoming(office, { id })).proofs).toMatchObject([
      { kind: 'figure', figure: 'members', unit: { name: 'Chi bộ thôn' }, before: { count: 0 }, after: { count: 2 } },
      { kind: 'entered', after: { value: 2.27, source: { words: 'Báo cáo năm 2013' } } },
    ]);
    await doing(office, reportShortcoming, id, { result: 'Đạt', proofs });
  });

  test('gives whoever answers for it a task, once, that follows while nobody has touched it', async () => {
    const tasks = async (id: ShortcomingId) => [...(await tasksOf(office, { kind: 'shortcoming', id })).values()];
    const id = await note(office, { topic: 'memberManagement', what: 'Đảng viên đi làm ăn xa chưa báo cáo' });
    await doing(office, setShortcomingMeasure, id, { ...measure, ownerId: person });
    await doing(office, setShortcomingMeasure, id, { ...measure, ownerId: person, dueOn: day('2026-12-15'), reason: 'Chờ xác minh' });
    expect(await tasks(id)).toEqual([{ state: 'open' }]);
    await doing(office, reportShortcoming, id, { result: 'Đã báo cáo đủ', proofs: [] });
    await doing(office, confirmShortcoming, id, { words: '' });
    expect(await tasks(id), 'done with it').toEqual([{ state: 'done' }]);
    await doing(office, takeShortcomingBack, id, {});
    await doing(office, giveShortcomingBack, id, { words: 'Còn thiếu' });
    expect((await tasks(id)).map(({ state }) => state).toSorted(), 'somebody answers for it again').toEqual(['done', 'open']);
    await doing(office, withdrawShortcoming, id, { words: 'Ghi nhầm' });
    expect((await tasks(id)).map(({ state }) => state).toSorted()).toEqual(['done', 'dropped']);
    expect(await firstRow(world.db, sql`select note from task_entries where act = 'cancel'`)).toEqual({ note: 'Ghi nhầm' });
  });
});

describe('of what is beyond reach nothing is told', () => {
  test('of another commune: not in lists, by search, one by one, in figures, in alerts; nor can it be written', async () => {
    const id = await note(office, { what: 'Chuyện riêng của xã' });
    expect(await found(elsewhere)).toEqual([]);
    expect(await found(elsewhere, { search: 'rieng' })).toEqual([]);
    expect(await found(elsewhere, { unitId: commune, below: 'yes' })).toEqual([]);
    expect(await code(readShortcoming(elsewhere, { id }))).toBe('platform.notFound');
    expect(await code(doing(elsewhere, withdrawShortcoming, id, { words: 'x' }))).toBe('platform.notFound');
    expect(await code(note(elsewhere))).toBe('platform.notFound');
    expect((await computeFigure(elsewhere, { figure: 'shortcomings.open', unit: other })).value.count).toBe(0);
    expect(await code(computeFigure(elsewhere, { figure: 'shortcomings.open', unit: commune }))).toBe('platform.notFound');
    expect((await listed(elsewhere)).items.filter(({ alert }) => alert.startsWith('shortcoming'))).toEqual([]);
  });

  describe('of a person', () => {
    let own: ShortcomingId;
    let ofCell: ShortcomingId;
    beforeAll(async () => {
      own = await note(secretary, { personId: person, topic: 'discipline', what: 'Vắng nhiều buổi họp', raisedById: commune, foundOn: day('2026-01-05') });
      ofCell = await note(secretary, { personId: person, topic: 'unity', what: 'Chậm góp ý', raisedById: cell, foundOn: day('2026-01-06') });
      await doing(secretary, setShortcomingMeasure, own, { ...measure, ownerId: person, dueOn: day('2026-02-01') });
    });

    test('it is seen by the person, the unit where it is kept, the body that raised it, and by nobody above or beside them', async () => {
      expect((await listOwn(member)).items.map(({ what }) => what)).toEqual(['Chậm góp ý', 'Vắng nhiều buổi họp']);
      expect((await listOwn(stranger)).items).toEqual([]);
      expect((await found(secretary)).filter(({ person: of }) => of !== null).map(({ id }) => id)).toEqual([ofCell, own]);
      expect((await found(office)).filter(({ person: of }) => of !== null)).toMatchObject([{ id: own, person: { id: person, name: 'Nguyễn Văn An' } }]);
      for (const ctx of [board, elsewhere]) {
        expect((await found(ctx)).filter(({ person: of }) => of !== null)).toEqual([]);
        expect((await found(ctx, { topic: ['discipline', 'unity'] }))).toEqual([]);
        for (const id of [own, ofCell]) expect(await code(readShortcoming(ctx, { id }))).toBe('platform.notFound');
        expect(await code(doing(ctx, confirmShortcoming, own, { words: '' }))).toBe('platform.notFound');
      }
      expect(await code(readShortcoming(office, { id: ofCell }))).toBe('platform.notFound');
      expect(await code(note(board, { personId: person, raisedById: commune }))).toBe('platform.forbidden');
      expect(await code(note(secretary, { personId: newId<'person'>(0) }))).toBe('shortcomings.personElsewhere');
    });

    test('the person is told who read it, in the list or by itself', async () => {
      const looked = async () => (await firstRow(world.owner.db, sql<{ looks: number }>`select count(*)::int as looks from events where type = 'person.opened' and person_id = ${person}`))!.looks;
      const before = await looked();
      await readShortcoming(secretary, { id: own });
      await found(secretary);
      await listOwn(member);
      expect(await looked() - before).toBe(2);
    });

    test('it is settled by somebody else, whatever the person may do there', async () => {
      const alsoOffice = contextFor(world, actorWith([{ role: 'office_officer', unitId: commune }, { role: 'cell_secretary', unitId: cell }], person));
      const id = await note(secretary, { personId: person, topic: 'other', what: 'Nói thiếu kiểm chứng', raisedById: commune });
      expect(await code(doing(alsoOffice, withdrawShortcoming, id, { words: 'x' }))).toBe('shortcomings.ownToConfirm');
      expect(await code(doing(alsoOffice, correctShortcoming, id, correcting()))).toBe('shortcomings.ownToConfirm');
      await doing(alsoOffice, setShortcomingMeasure, id, measure);
      await doing(alsoOffice, reportShortcoming, id, { result: 'Đã rút kinh nghiệm', proofs: [] });
      expect(await code(doing(alsoOffice, giveShortcomingBack, id, { words: 'x' }))).toBe('shortcomings.ownToConfirm');
      expect((await readShortcoming(alsoOffice, { id })).may).toEqual(['record', 'takeBack']);
      await doing(office, withdrawShortcoming, id, { words: 'Ghi nhầm' });
      expect(await code(doing(alsoOffice, takeShortcomingBack, id, {}))).toBe('shortcomings.ownToConfirm');
    });

    test('it is found by no words, counted by no figure, told by no alert, nobody’s task, and the log names neither the person nor the place', async () => {
      for (const ctx of [secretary, office, board]) {
        expect(await found(ctx, { search: 'vang nhieu' })).toEqual([]);
        const year = { unit: cell, from: day('2026-01-01'), on: day('2026-11-20') };
        expect((await breakdownAnswer(ctx, { figure: 'shortcomings.remedied', ...year, by: 'topic' })).items.filter(({ code: topic, base }) => ['discipline', 'unity'].includes(topic) && base !== 0)).toEqual([]);
        const records = await recordsAnswer(ctx, { figure: 'shortcomings.late', unit: cell, set: 'base', cursor: undefined, limit: 100 });
        expect(records.items.map(({ id }) => id)).not.toContain(own);
        expect((await listed(ctx)).items.map(({ subject }) => subject.id)).not.toContain(own);
      }
      expect((await tasksOf(secretary, { kind: 'shortcoming', id: own })).size).toBe(0);
      const events = (await listEvents(board, { limit: 500 })).items.filter(({ subjectId }) => subjectId === own || subjectId === ofCell);
      expect(events).toEqual([]);
      const kept = await firstRow(world.owner.db, sql<{ unit_id: string | null; person_id: string | null; data: unknown }>`select unit_id, person_id, data from events where subject_id = ${own} limit 1`);
      expect(kept).toEqual({ unit_id: null, person_id: null, data: {} });
    });

    test('its words lie sealed, and are sealed again under a newer key', async () => {
      const row = await firstRow(world.db, sql<{ content: unknown; words: unknown; sealed: Buffer }>`select content, words, sealed from shortcomings where id = ${own}`);
      expect(row).toMatchObject({ content: null, words: null });
      expect(row!.sealed.toString('utf8')).not.toContain('Vắng');
      const keys = { ...testKeys, sealing: [...testKeys.sealing, { id: 200, key: Buffer.alloc(32, 7) }] };
      expect(await resealShortcomings({ db: world.db, keys })).toBe(3);
      expect((await readShortcoming({ ...secretary, keys }, { id: own })).what).toBe('Vắng nhiều buổi họp');
      expect(await resealShortcomings({ db: world.db, keys: { ...testKeys, sealing: [keys.sealing.at(-1)!, ...testKeys.sealing] } })).toBe(3);
    });
  });
});
