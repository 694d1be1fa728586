/** Reviews through their procedures: a cycle opened, written by the person, suggested for by the superior, held; and who is told of what. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { giveAccount, giveRole } from '../../../access/test/access.world.ts';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, testKeys, type World } from '../../../../test/world/world.ts';
import { computeFigure, recordsAnswer } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { attentionContract } from '../../attention/attention.contract.ts';
import { listAttention } from '../../attention/server/attention.reads.ts';
import { listEvents } from '../../events/server/event.reads.ts';
import { noteShortcoming } from '../../shortcomings/server/shortcoming.commands.ts';
import { sectionsOf } from '../review.forms.ts';
import { closeCycle, dropCycle, openCycle, redrawCycle } from '../server/cycle.commands.ts';
import { excuseReview, holdReview, reopenReview, suggestPoints, takeOwnReviewInHand, takeReviewInHand, writeOwnReview, writeReview } from '../server/review.commands.ts';
import { ownReviewFile, reviewFile } from '../server/review.docx.ts';
import { purgeReviews } from '../server/review.purge.ts';
import { listCycles, listOwnReviews, listReviews, readCycle, readOwnReview, readReview } from '../server/review.reads.ts';
import { resealReviews } from '../server/review.reseal.ts';

type ReviewId = Id<'review'>;
type CycleId = Id<'reviewCycle'>;

let world: World;
let province: Id<'unit'>;
let commune: Id<'unit'>;
let cell: Id<'unit'>;
let leader: Id<'person'>;
let villager: Id<'person'>;
let board: Ctx;
let office: Ctx;
let elsewhere: Ctx;
let secretary: Ctx;
let member: Ctx;
let neighbour: Ctx;
let cycle: CycleId;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã', parent: province });
  const other = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã khác', parent: province });
  cell = await build.unit({ kind: 'cell', type: 'residential', name: 'Chi bộ thôn', parent: commune });
  leader = await build.person({ name: 'Trần Văn Lãnh' });
  await build.member(leader, cell);
  await build.tenure(leader, await build.post(commune, 'deputy_secretary'));
  villager = await build.person({ name: 'Nguyễn Thị Dân' });
  await build.member(villager, cell);
  const exempt = await build.person({ name: 'Lê Văn Miễn' });
  await build.member(exempt, cell);
  await build.exemption(exempt, { from: '2026-01-01' });
  await build.derive();
  board = contextFor(world, actorWith([{ role: 'board_officer', unitId: province }]));
  office = contextFor(world, actorWith([{ role: 'office_officer', unitId: commune }]));
  elsewhere = contextFor(world, actorWith([{ role: 'office_officer', unitId: other }]));
  secretary = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: cell }]));
  member = contextFor(world, actorWith([{ role: 'member' }], leader));
  neighbour = contextFor(world, actorWith([{ role: 'member' }], villager));
  ({ id: cycle } = await act(office, (ctx) => openCycle(ctx, opening())));
});
afterAll(() => world.close());

const opening = () => ({ unitId: commune, kind: 'year' as const, title: 'Kiểm điểm năm 2026', from: day('2026-01-01'), to: day('2026-12-31'), dueOn: day('2026-12-01'), collectives: true, people: 'all' as const, below: true });
const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);
const versionOf = async (id: ReviewId) => (await firstRow(world.db, sql<{ version: number }>`select version from reviews where id = ${id}`))!.version;
const doing = async <I>(ctx: Ctx, command: (inside: Ctx, input: I & { id: ReviewId; version: number }) => Promise<unknown>, id: ReviewId, input: I) => {
  const version = await versionOf(id);
  return act(ctx, (inside) => command(inside, { ...input, id, version }));
};
const list = async (ctx: Ctx, filters: Partial<Parameters<typeof listReviews>[1]> = {}) => (await listReviews(ctx, { limit: 50, ...filters })).items.map((item) => ({ ...item, id: item.id as ReviewId }));
const idOf = async (unitId: Id<'unit'>, personId: Id<'person'> | null) => (await firstRow(world.db, sql<{ id: ReviewId }>`select id from reviews where cycle_id = ${cycle} and unit_id = ${unitId} and person_id is not distinct from ${personId}::uuid`))!.id;
const full = (form: '2B' | '2C' | 'collective', words = 'Đã viết') => Object.fromEntries(sectionsOf('2025', form).map(({ code: section }) => [section, words]));

describe('a cycle', () => {
  test('holds whoever must be reviewed: collectives, members by form, a leader in two places, nobody exempt', async () => {
    const forms = (await list(office)).map(({ unit, person, form }) => `${unit.name} ${person?.name ?? 'tập thể'} ${form}`).toSorted();
    expect(forms).toEqual(['Chi bộ thôn Nguyễn Thị Dân 2C', 'Chi bộ thôn Trần Văn Lãnh 2B', 'Đảng bộ xã Trần Văn Lãnh 2B', 'Đảng bộ xã tập thể collective'].toSorted());
    expect(await readCycle(office, { id: cycle })).toMatchObject({ paper: 'Quy định 366-QĐ/TW, Hướng dẫn 43-HD/BTCTW', collectives: { due: 1, held: 0 }, people: { due: 3 }, may: ['record', 'drop'] });
    expect((await listCycles(office, { limit: 10 })).items.map(({ id }) => id)).toEqual([cycle]);
  });

  test('is opened and closed by who records at the committee, with somebody to review', async () => {
    expect(await code(act(elsewhere, (ctx) => openCycle(ctx, opening())))).toBe('platform.notFound');
    expect(await code(act(secretary, (ctx) => openCycle(ctx, opening())))).toBe('platform.notFound');
    expect(await code(act(office, (ctx) => openCycle(ctx, { ...opening(), collectives: false, people: 'none' })))).toBe('reviews.nobodyDue');
    expect(await code(act(office, (ctx) => openCycle(ctx, { ...opening(), id: newId<'reviewCycle'>(7) })))).toBe('platform.invalid');
    const { id } = await act(secretary, (ctx) => openCycle(ctx, { ...opening(), unitId: cell, kind: 'quarter' }));
    const closed = await act(secretary, (ctx) => closeCycle(ctx, { id, version: 1, isClosed: true }));
    const [one] = await list(secretary, { cycleId: id });
    expect(await code(doing(secretary, writeReview, one!.id, { texts: {}, answers: {}, isSubmitted: false }))).toBe('reviews.cycleClosed');
    expect(await code(act(elsewhere, (ctx) => closeCycle(ctx, { id, version: closed.version, isClosed: false })))).toBe('platform.notFound');
    await sql`delete from reviews where cycle_id = ${id}`.execute(world.owner.db);
  });
});

describe('a cycle of a province', () => {
  test('holds committees and leaders, none of cells; the cells have theirs from the commune', async () => {
    const { id } = await act(board, (ctx) => openCycle(ctx, { ...opening(), unitId: province, people: 'leaders' }));
    const { rows: drawn } = await sql<{ name: string; form: string }>`select v.name, r.form from reviews r join unit_versions v on v.unit_id = r.unit_id where r.cycle_id = ${id}`.execute(world.db);
    expect(drawn.map(({ name, form }) => `${name} ${form}`).toSorted()).toEqual(['Chi bộ thôn 2B', 'Đảng bộ tỉnh collective', 'Đảng bộ xã 2B', 'Đảng bộ xã collective', 'Đảng bộ xã khác collective'].toSorted());
    await act(board, (ctx) => dropCycle(ctx, { id, version: 1 }));
  });

  test('opened twice by one id is one; opened by mistake it goes, until somebody has done something; who is missing is added', async () => {
    const id = newId<'reviewCycle'>(0);
    await act(office, (ctx) => openCycle(ctx, { ...opening(), id, people: 'all' }));
    expect(await code(act(office, (ctx) => openCycle(ctx, { ...opening(), id })))).toMatch(/unique|already|23505/u);
    const late = await buildIn(world).person({ name: 'Phạm Thị Mới' });
    await buildIn(world).member(late, cell, { from: '2026-11-01' });
    expect(await code(act(elsewhere, (ctx) => redrawCycle(ctx, { id, version: 1 })))).toBe('platform.notFound');
    expect(await act(office, (ctx) => redrawCycle(ctx, { id, version: 1 }))).toEqual({ id, version: 2, added: 1 });
    expect(await act(office, (ctx) => redrawCycle(ctx, { id, version: 2 }))).toMatchObject({ added: 0 });
    expect((await readCycle(office, { id })).may).toEqual(['record', 'drop']);
    const collective = (await list(office, { cycleId: id, of: 'collectives' }))[0]!.id;
    await doing(office, suggestPoints, collective, { points: [{ id: 'a', text: 'x' }] });
    expect((await readCycle(office, { id })).may).toEqual(['record']);
    expect(await code(act(office, (ctx) => dropCycle(ctx, { id, version: 3 })))).toBe('reviews.cycleBegun');
    await sql`delete from reviews where cycle_id = ${id}`.execute(world.owner.db);
    await act(office, (ctx) => dropCycle(ctx, { id, version: 3 }));
    expect(await code(readCycle(office, { id }))).toBe('platform.notFound');
    await sql`delete from placements where person_id = ${late}`.execute(world.owner.db);
  });
});

describe('a review of a person', () => {
  test('is written by the person once for all places, with the facts of the records beside it', async () => {
    const [atCell, atCommune] = [await idOf(cell, leader), await idOf(commune, leader)];
    await act(secretary, (ctx) => noteShortcoming(ctx, { unitId: cell, personId: leader, raisedById: cell, foundIn: 'review', foundOn: day('2025-12-20'), source: null, topic: 'office', what: 'Chậm báo cáo', cause: '', earlierId: null }));
    expect((await listOwnReviews(member)).items).toHaveLength(2);
    await doing(member, writeOwnReview, atCell, { texts: full('2B', 'Tự viết'), answers: {}, isSubmitted: true });
    expect(await readOwnReview(member, { id: atCommune })).toMatchObject({ state: 'submitted', sections: [{ text: 'Tự viết' }, {}, {}, {}, {}, {}, {}], may: ['write'] });
    expect((await readOwnReview(member, { id: atCell })).facts.shortcomings).toMatchObject([{ what: 'Chậm báo cáo', state: 'noted' }]);
    expect((await readReview(secretary, { id: atCell })).facts.shortcomings).toHaveLength(1);
    expect((await readReview(office, { id: atCell })).facts.shortcomings, 'kept by the cell alone').toEqual([]);
    await doing(member, takeOwnReviewInHand, atCell, {});
    expect(await code(doing(neighbour, writeOwnReview, atCell, { texts: {}, answers: {}, isSubmitted: false }))).toBe('platform.notFound');
    await doing(member, writeOwnReview, atCell, { texts: full('2B', 'Viết lại'), answers: {}, isSubmitted: true });
  });

  test('answers what the committee that opened the cycle suggests, and is concluded where it is held, by somebody else', async () => {
    const id = await idOf(cell, leader);
    expect(await code(doing(secretary, suggestPoints, id, { points: [{ id: 'a', text: 'x' }] }))).toBe('platform.forbidden');
    await doing(office, suggestPoints, id, { points: [{ id: 'a', text: 'Nêu rõ trách nhiệm trong trật tự đô thị' }] });
    expect(await code(doing(member, writeOwnReview, id, { texts: {}, answers: {}, isSubmitted: true }))).toBe('reviews.unanswered');
    await doing(member, writeOwnReview, id, { texts: {}, answers: { a: 'Đã kiểm tra từng tuyến' }, isSubmitted: true });
    await doing(secretary, holdReview, id, { heldOn: day('2026-11-18'), meetingId: null, opinions: [{ by: '', text: 'Nhất trí' }], conclusion: 'Hoàn thành tốt nhiệm vụ' });
    expect(await readReview(secretary, { id })).toMatchObject({ state: 'concluded', heldOn: '2026-11-18', conclusion: 'Hoàn thành tốt nhiệm vụ', suggestions: [{ answer: 'Đã kiểm tra từng tuyến' }] });
    const alsoSecretary = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: cell }], leader));
    expect(await code(doing(alsoSecretary, reopenReview, id, {}))).toBe('reviews.ownToConclude');
    for (const work of [doing(alsoSecretary, excuseReview, id, { reason: 'x' }), doing(alsoSecretary, holdReview, id, { heldOn: day('2026-11-18'), meetingId: null, opinions: [], conclusion: 'x' })]) expect(await code(work)).toBe('reviews.ownToConclude');
    const alsoOffice = contextFor(world, actorWith([{ role: 'office_officer', unitId: commune }], leader));
    expect(await code(doing(alsoOffice, suggestPoints, id, { points: [] }))).toBe('reviews.ownToConclude');
    expect((await readReview(alsoSecretary, { id })).may).toEqual([]);
    expect(await readCycle(office, { id: cycle })).toMatchObject({ people: { held: 1, onTime: 1, suggested: 1, unanswered: 0 } });
  });

  test('is written by the office only for who has no account, and says so', async () => {
    const id = await idOf(cell, villager);
    const { id: accountId } = await giveAccount(world, { name: 'ghithay' });
    const writer = { ...secretary, actor: { ...secretary.actor!, accountId } };
    await doing(writer, writeReview, id, { texts: { results: 'Nói lại lời bà Dân' }, answers: {}, isSubmitted: false });
    expect(await readReview(secretary, { id })).toMatchObject({ writtenFor: 'Người ghithay', may: ['write', 'hold'] });
    const account = await giveAccount(world, { personId: villager });
    expect(await code(doing(writer, writeReview, id, { texts: { results: 'Sửa lại' }, answers: {}, isSubmitted: false }))).toBe('reviews.writesHimself');
    expect(await code(doing(writer, takeReviewInHand, id, {}))).toBe('reviews.writesHimself');
    expect((await readReview(secretary, { id })).may).toEqual(['hold']);
    await sql`update accounts set disabled_at = now() where id = ${account.id}`.execute(world.owner.db);
    await doing(writer, writeReview, id, { texts: { results: '' }, answers: {}, isSubmitted: false });
  });

  test('is seen by the person, the collective where it is held and the committee that opened the cycle, and by nobody else', async () => {
    const [atCell, atCommune] = [await idOf(cell, leader), await idOf(commune, leader)];
    for (const ctx of [board, elsewhere]) {
      expect((await list(ctx, { of: 'people' }))).toEqual([]);
      expect((await list(ctx, { cycleId: cycle, of: 'people' }))).toEqual([]);
      expect((await list(ctx, { unitId: cell, of: 'people' }))).toEqual([]);
      for (const id of [atCell, atCommune]) {
        expect(await code(readReview(ctx, { id }))).toBe('platform.notFound');
        expect(await code(doing(ctx, excuseReview, id, { reason: 'x' }))).toBe('platform.notFound');
        expect(await code(readOwnReview(ctx, { id }))).toBe('platform.notFound');
      }
    }
    expect(await readCycle(board, { id: cycle })).toMatchObject({ people: { due: 0, held: 0 } });
    expect(await code(readCycle(elsewhere, { id: cycle }))).toBe('platform.notFound');
    expect((await listCycles(elsewhere, { limit: 10 })).items).toEqual([]);
    expect(await code(readReview(secretary, { id: atCommune }))).toBe('platform.notFound');
    expect((await listOwnReviews(neighbour)).items.map(({ person }) => person?.name)).toEqual(['Nguyễn Thị Dân']);
    expect(await code(readOwnReview(neighbour, { id: atCell }))).toBe('platform.notFound');
  });

  test('tells the person who opened it', async () => {
    const looked = async () => (await firstRow(world.owner.db, sql<{ looks: number }>`select count(*)::int as looks from events where type = 'person.opened' and person_id = ${leader}`))!.looks;
    const before = await looked();
    await readReview(secretary, { id: await idOf(cell, leader) });
    await readReview(contextFor(world, actorWith([{ role: 'cell_secretary', unitId: cell }], leader)), { id: await idOf(cell, leader) });
    expect(await looked() - before).toBe(1);
  });

  test('is in no figure, no alert, and the log names neither the person nor the place', async () => {
    const id = await idOf(cell, leader);
    const year = { unit: cell, from: day('2026-01-01'), on: day('2026-12-31') };
    expect((await computeFigure(secretary, { figure: 'reviews.onTime', ...year })).value).toMatchObject({ count: 0, base: 0 });
    expect((await recordsAnswer(office, { figure: 'reviews.onTime', unit: commune, from: day('2026-01-01'), on: day('2026-12-31'), set: 'base', cursor: undefined, limit: 50 })).items).toHaveLength(1);
    const told = (await listAttention(secretary, attentionContract.list.input.parse({}))).items.filter(({ alert }) => alert === 'review.due');
    expect(told).toEqual([]);
    expect((await listAttention(office, attentionContract.list.input.parse({}))).items.filter(({ alert }) => alert === 'review.due')).toMatchObject([{ unit: { id: commune }, dueOn: '2026-12-01' }]);
    const administrator = contextFor(world, actorWith([{ role: 'system_administrator' }]));
    for (const ctx of [board, administrator]) expect((await listEvents(ctx, { limit: 500 })).items.filter(({ subjectId, type }) => subjectId === id || type.endsWith('ofPersonWritten'))).toEqual([]);
    expect((await listEvents(administrator, { limit: 500, actorId: member.actor!.accountId })).items).toEqual([]);
    expect(await firstRow(world.owner.db, sql`select unit_id, person_id, data from events where subject_id = ${id} limit 1`)).toEqual({ unit_id: null, person_id: null, data: {} });
  });

  test('lies sealed, is sealed again under a newer key, and is taken out when it was kept as long as the rule says', async () => {
    const id = await idOf(cell, leader);
    const row = await firstRow(world.db, sql<{ content: unknown; sealed: Buffer }>`select content, sealed from reviews where id = ${id}`);
    expect([row!.content, row!.sealed.toString('utf8').includes('Viết lại')]).toEqual([null, false]);
    const keys = { ...testKeys, sealing: [...testKeys.sealing, { id: 200, key: Buffer.alloc(32, 7) }] };
    expect(await resealReviews({ db: world.db, keys })).toBe(3);
    expect((await readReview({ ...secretary, keys }, { id })).conclusion).toBe('Hoàn thành tốt nhiệm vụ');
    expect(await purgeReviews(world.db, day('2029-12-31'))).toBe(0);
    expect(await purgeReviews(world.db, day('2030-01-01'))).toBe(3);
    expect((await listOwnReviews({ ...member, keys })).items).toEqual([]);
    expect(await list(office, { of: 'collectives' })).toHaveLength(1);
  });
});

describe('a review of a collective', () => {
  test('is written, suggested for and concluded within reach, told to a superior, and to nobody beside', async () => {
    const id = await idOf(commune, null);
    await doing(office, writeReview, id, { texts: full('collective'), answers: {}, isSubmitted: true });
    expect((await list(board, { unitId: commune })).map(({ state }) => state)).toEqual(['submitted']);
    expect(await code(readReview(elsewhere, { id }))).toBe('platform.notFound');
    expect(await code(readReview(secretary, { id }))).toBe('platform.notFound');
    await doing(board, suggestPoints, id, { points: [{ id: 'p', text: 'Giảm nghèo' }] });
    expect((await computeFigure(board, { figure: 'reviews.suggestionsUnanswered', unit: province, from: day('2026-01-01'), on: day('2026-12-31') })).value).toMatchObject({ count: 1, base: 1 });
    const asked = await readReview(office, { id });
    expect([asked.openedBy.name, asked.suggestions.map(({ by }) => by.name), asked.parent]).toEqual(['Đảng bộ xã', ['Đảng bộ tỉnh'], 'Đảng bộ tỉnh']);
    await doing(office, writeReview, id, { texts: {}, answers: { p: 'Đã khảo sát' }, isSubmitted: true });
    await doing(office, holdReview, id, { heldOn: day('2026-11-19'), meetingId: null, opinions: [], conclusion: 'Tốt' });
    expect(await code(doing(office, holdReview, id, { heldOn: day('2026-11-19'), meetingId: newId<'meeting'>(0), opinions: [], conclusion: 'Tốt' }))).toBe('reviews.meetingUnknown');
    expect((await computeFigure(board, { figure: 'reviews.onTime', unit: province, from: day('2026-01-01'), on: day('2026-12-31') })).value).toMatchObject({ count: 1, base: 1 });
  });

  test('is written and handed in by those of its unit, by those above only where nobody records there', async () => {
    const { id: own } = await act(office, (ctx) => openCycle(ctx, { ...opening(), kind: 'quarter', people: 'none' }));
    const { id } = (await firstRow(world.db, sql<{ id: ReviewId }>`select id from reviews where cycle_id = ${own} and unit_id = ${commune}`))!;
    expect((await readReview(board, { id })).may).toContain('write');
    const account = await giveAccount(world);
    await giveRole(world, account, { role: 'office_officer', unitId: commune });
    expect((await readReview(board, { id })).may).toEqual(['hold', 'suggest']);
    expect(await code(doing(board, writeReview, id, { texts: full('collective'), answers: {}, isSubmitted: true }))).toBe('reviews.writesItself');
    await doing(office, writeReview, id, { texts: full('collective'), answers: {}, isSubmitted: true });
    expect(await code(doing(board, takeReviewInHand, id, {}))).toBe('reviews.writesItself');
  });

  test('is a Word file for whoever may read it', async () => {
    const id = await idOf(commune, null);
    const { name, body } = await reviewFile(office, { id });
    expect([name, Buffer.isBuffer(body)]).toEqual(['kiem-diem-dang-bo-xa-2026-12-31.docx', true]);
    expect(await code(reviewFile(elsewhere, { id }))).toBe('platform.notFound');
    const { id: ofCell } = await act(secretary, (ctx) => openCycle(ctx, { ...opening(), unitId: cell, kind: 'adHoc', collectives: false, below: false }));
    const { id: own } = (await firstRow(world.db, sql<{ id: ReviewId }>`select id from reviews where cycle_id = ${ofCell} and person_id = ${villager}`))!;
    expect((await ownReviewFile(neighbour, { id: own })).name).toBe('kiem-diem-nguyen-thi-dan-2026-12-31.docx');
    expect(await code(ownReviewFile(member, { id: own }))).toBe('platform.notFound');
  });
});
