/** Cascades through their procedures: clauses written, changed by versions, passed down, answered, watched over on the radar. */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { problemOf } from '../../../platform/db/errors.ts';
import type { Id } from '../../../platform/ids.ts';
import { correctDocument, enterDocument } from '../../documents/server/document.commands.ts';
import { confirmReceipt, listRecipients, recallDocument } from '../../documents/server/document.recipients.ts';
import { readDocument } from '../../documents/server/document.reads.ts';
import { cascadeContract } from '../cascade.contract.ts';
import { clauseStates } from '../cascade.kinds.ts';
import { answerClauses, giveTasks, measureClause, settleClause, takeAnswersBack } from '../server/answer.commands.ts';
import { openCascade, recordUnitStep, releaseUnits, setDeadlines } from '../server/cascade.commands.ts';
import { changeOneClause, orderAllClauses, removeClauses, writeClauses } from '../server/clause.commands.ts';
import { cascadeRefusals } from '../server/cascade.refusals.ts';
import { listCascades, readClauses } from '../server/clause.reads.ts';
import { readOutlook } from '../server/outlook.reads.ts';
import { readRadar } from '../server/radar.reads.ts';
import { readUnit } from '../server/unit.reads.ts';

type DocumentId = Id<'document'>;
type ClauseId = Id<'clause'>;

let world: World;
let province: Id<'unit'>;
let commune: Id<'unit'>;
let other: Id<'unit'>;
let cell: Id<'unit'>;
let board: Ctx;
let office: Ctx;
let elsewhere: Ctx;
let secretary: Ctx;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã', parent: province });
  other = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã khác', parent: province });
  cell = await build.unit({ kind: 'cell', name: 'Chi bộ thôn', parent: commune });
  await build.derive();
  board = contextFor(world, actorWith([{ role: 'board_officer', unitId: province }]));
  office = contextFor(world, actorWith([{ role: 'office_officer', unitId: commune }]));
  elsewhere = contextFor(world, actorWith([{ role: 'office_officer', unitId: other }]));
  secretary = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: cell }]));
});
afterAll(() => world.close());

const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);
const numbers = new Map<string, number>();

async function enter(ctx: Ctx, unitId: Id<'unit'>, change: object = {}): Promise<DocumentId> {
  const number = (numbers.get(unitId) ?? 0) + 1;
  numbers.set(unitId, number);
  return (await act(ctx, (inside) => enterDocument(inside, {
    unitId, direction: 'issued', type: 'NQ', number, issuerCode: 'TU', issuer: 'Cấp ủy', term: '2025-2030', summary: 'Về xây dựng đô thị', issuedOn: day('2026-03-01'), receivedOn: null, signer: null, validFrom: day('2026-03-01'), validTo: null, reviewDueOn: null,
    regulates: null, secrecy: null, links: [], ...change,
  }))).id;
}

const task = (label: string) => ({ kind: 'task' as const, label, wording: `Nhiệm vụ ${label}`, target: null, measure: null, toward: null, dueOn: null, forWhom: null });
const indicator = (label: string, target: number, dueOn: string | null = null) => ({ ...task(label), kind: 'indicator' as const, target, measure: '%', toward: 'atLeast' as const, dueOn: dueOn === null ? null : day(dueOn) });
const write = async (ctx: Ctx, documentId: DocumentId, clauses: Parameters<typeof writeClauses>[1]['clauses']): Promise<ClauseId[]> => (await act(ctx, (inside) => writeClauses(inside, { documentId, clauses }))).ids;
const labels = async (ctx: Ctx, documentId: DocumentId) => (await readClauses(ctx, { documentId })).items.map(({ label }) => label);
const open = (ctx: Ctx, documentId: DocumentId, given: object = {}) => act(ctx, (inside) => openCascade(inside, cascadeContract.open.input.parse({ documentId, kinds: ['commune_party'], on: '2026-04-01', ...given })));
const answer = (ctx: Ctx, { clauses, ...given }: { readonly clauses: readonly object[] } & Record<string, unknown>) =>
  act(ctx, (inside) => answerClauses(inside, cascadeContract.answer.input.parse({ answeredOn: '2026-05-01', clauses: clauses.map((clause) => ({ clauseVersion: 1, ...clause })), ...given })));
const unit = (ctx: Ctx, documentId: DocumentId, unitId: Id<'unit'>, on?: string) => readUnit(ctx, { documentId, unitId, ...(on && { on: day(on) }) });
const states = async (documentId: DocumentId, unitId: Id<'unit'>, on?: string) => (await unit(board, documentId, unitId, on)).clauses.map(({ state }) => state);

describe('clauses', () => {
  let resolution: DocumentId;
  let ids: ClauseId[];
  beforeAll(async () => {
    resolution = await enter(board, province);
    ids = await write(board, resolution, [task('1'), indicator('2', 97, '2026-12-31'), task('3')]);
  });

  test('are written by who keeps the register alone; an indicator has its number, what is none has none', async () => {
    expect(await labels(board, resolution)).toEqual(['1', '2', '3']);
    expect(await code(write(office, resolution, [task('4')]))).toBe('platform.notFound');
    expect(await code(write(board, resolution, [{ ...indicator('4', 1), measure: null }]))).toBe('cascades.targetMissing');
    expect(await code(write(board, resolution, [{ ...task('4'), target: 5 }]))).toBe('cascades.targetOfOther');
    expect(await code(write(board, resolution, Array.from({ length: 198 }, (_, at) => task(`${at}`))))).toBe('cascades.tooManyClauses');
  });

  test('are put in order all together, and taken out while nobody has answered', async () => {
    const [one, two, three] = ids as [ClauseId, ClauseId, ClauseId];
    const order = (list: ClauseId[]) => act(board, (ctx) => orderAllClauses(ctx, { documentId: resolution, ids: list }));
    expect(await code(order([two, one]))).toBe('cascades.orderStale');
    await order([two, three, one]);
    expect(await labels(board, resolution)).toEqual(['2', '3', '1']);
    await act(board, (ctx) => removeClauses(ctx, { documentId: resolution, ids: [three], reason: null }));
    expect(await labels(board, resolution)).toEqual(['2', '1']);
  });

  test('are corrected silently before units are asked; afterwards by a new version, with the reason, that the answer is told to be older than', async () => {
    const [one] = ids as [ClauseId];
    const change = (version: number, given: object = {}) => act(board, (ctx) => changeOneClause(ctx, { id: one, version, reason: null, ...task('1'), ...given }));
    await change(1, { wording: 'Sửa lỗi chính tả' });
    expect(await code(change(1))).toBe('platform.stale');
    await open(board, resolution);
    expect(await code(change(2, { wording: 'Nội dung khác' }))).toBe('cascades.reasonMissing');
    const own = await enter(office, commune);
    const take = (clauseVersion: number, version: number) => answer(office, { documentId: resolution, unitId: commune, clauses: [{ id: one, clauseVersion, version }], kind: 'takenUp', documentIds: [own] });
    await take(2, 0);
    expect(await code(act(board, (ctx) => removeClauses(ctx, { documentId: resolution, ids: [one], reason: 'Ghi nhầm' })))).toBe('cascades.clauseAnswered');
    await change(2, { wording: 'Nội dung khác', reason: 'Điều chỉnh theo kết luận mới' });
    expect((await readClauses(board, { documentId: resolution })).items.find(({ id }) => id === one)).toMatchObject({ revision: 2, revisedOn: '2026-11-20', former: [{ wording: { wording: 'Sửa lỗi chính tả' }, heldTo: '2026-11-19', reason: 'Điều chỉnh theo kết luận mới' }] });
    expect((await unit(office, resolution, commune)).clauses.find(({ id }) => id === one)?.answer?.isOlder).toBe(true);
    expect(await code(take(2, 1))).toBe('cascades.clauseChanged');
    await take(3, 1);
    expect((await unit(office, resolution, commune)).clauses.find(({ id }) => id === one)?.answer?.isOlder).toBe(false);
  });

  test('leave a trace, with the reason, where they are taken out while units are asked', async () => {
    const id = await enter(board, province);
    const [one] = await write(board, id, [task('1'), task('2')]) as [ClauseId, ClauseId];
    await open(board, id);
    const remove = (reason: string | null) => act(board, (ctx) => removeClauses(ctx, { documentId: id, ids: [one], reason }));
    expect(await code(remove(null))).toBe('cascades.reasonMissing');
    await remove('Trùng với mục 2');
    expect(await readClauses(office, { documentId: id })).toMatchObject({ items: [{ label: '2' }], removed: [{ label: '1', wording: 'Nhiệm vụ 1', removedOn: '2026-11-20', reason: 'Trùng với mục 2' }] });
  });

  test('of a document with a stamp of secrecy are not taken, and not told where they lie there all the same', async () => {
    const secret = await enter(board, province, { secrecy: 'secret' });
    expect(await code(write(board, secret, [task('1')]))).toBe('cascades.isSecret');
    const stamped = await enter(board, province);
    await write(board, stamped, [task('1')]);
    const whole = await readDocument(board, { id: stamped });
    await act(board, (ctx) => correctDocument(ctx, { id: stamped, version: whole.version, type: whole.type, number: whole.number, issuerCode: whole.issuerCode, issuer: whole.issuer, term: whole.term, summary: whole.summary, issuedOn: day(whole.issuedOn), receivedOn: null, signer: null,
      validFrom: day(whole.validFrom), validTo: null, reviewDueOn: null, regulates: null, secrecy: 'secret', links: [] }));
    expect(await labels(board, stamped)).toEqual([]);
  });
});

describe('passing down', () => {
  test('asks the units of a kind below as of a day, each once, and sends them the document; deadlines are the document’s, else the rule’s', async () => {
    const id = await enter(board, province);
    expect(await code(open(board, id, { kinds: [] }))).toBe('cascades.nobodyAsked');
    expect(await code(open(board, id, { on: '2026-02-01' }))).toBe('cascades.openedOutside');
    expect(await code(open(board, id, { deadlines: [{ step: 'programme', dueOn: '2026-03-31' }] }))).toBe('cascades.dueBeforeOpened');
    expect(await open(board, id, { deadlines: [{ step: 'programme', dueOn: '2026-05-15' }] })).toMatchObject({ asked: 2 });
    expect((await readClauses(office, { documentId: id })).cascade).toMatchObject({ openedOn: '2026-04-01', asked: 1 });
    const { cascade } = await readClauses(board, { documentId: id });
    const due = new Map(cascade!.deadlines.map(({ step, dueOn, byRule }) => [step, [dueOn, byRule]]));
    expect([due.get('programme'), due.get('received'), due.get('interim')]).toEqual([['2026-05-15', false], ['2026-04-08', true], undefined]);
    expect(await open(board, id, { kinds: ['commune_party', 'cell'] })).toMatchObject({ asked: 1 });
    expect((await readClauses(board, { documentId: id })).cascade?.deadlines.find(({ step }) => step === 'programme')).toMatchObject({ dueOn: '2026-05-15' });
    expect((await readClauses(secretary, { documentId: id })).own).toEqual([{ id: cell, name: 'Chi bộ thôn', heir: null, toAnswer: 0, dueOn: expect.any(String), mayAnswer: true }]);
  });

  test('tells beforehand which units would be asked, of kinds that stand below alone, and what the rules would set', async () => {
    const id = await enter(board, province);
    const outlook = await readOutlook(board, { documentId: id, on: day('2026-04-01') });
    expect(outlook.kinds.map(({ kind, count, units }) => [kind, count, units.map(({ name }) => name)])).toEqual([['commune_party', 2, ['Đảng bộ xã', 'Đảng bộ xã khác']], ['cell', 1, ['Chi bộ thôn']]]);
    expect(outlook.deadlines.find(({ step }) => step === 'received')).toEqual({ step: 'received', dueOn: '2026-04-08', byRule: true });
    await open(board, id);
    expect((await readOutlook(board, { documentId: id })).kinds.map(({ kind }) => kind)).toEqual(['cell']);
    expect(await code(readOutlook(office, { documentId: id }))).toBe('platform.notFound');
  });

  test('tells each unit that is asked how many clauses it has to answer, and by when', async () => {
    const id = await enter(board, province);
    const [one] = await write(board, id, [task('1'), task('2')]) as [ClauseId, ClauseId];
    await open(board, id, { deadlines: [{ step: 'answered', dueOn: '2026-12-20' }] });
    await answer(office, { documentId: id, unitId: commune, clauses: [{ id: one, version: 0 }], kind: 'notApplicable', reason: 'Không có' });
    expect((await readClauses(office, { documentId: id })).own).toEqual([{ id: commune, name: 'Đảng bộ xã', heir: null, toAnswer: 1, dueOn: '2026-12-20', mayAnswer: true }]);
    expect((await readClauses(board, { documentId: id })).own.map(({ toAnswer }) => toAnswer).toSorted()).toEqual([1, 2]);
  });

  test('goes to those to whom the document was sent; who has done nothing is released again', async () => {
    const id = await enter(board, province);
    await open(board, id);
    await act(office, (ctx) => recordUnitStep(ctx, cascadeContract.recordStep.input.parse({ documentId: id, unitId: commune, step: 'received', doneOn: '2026-04-02' })));
    expect([(await unit(board, id, other)).mayRelease, (await unit(board, id, commune)).mayRelease, (await unit(elsewhere, id, other)).mayRelease]).toEqual([true, false, false]);
    expect([(await readClauses(board, { documentId: id })).cascade?.toRelease, (await readClauses(office, { documentId: id })).cascade?.toRelease]).toEqual([1, 0]);
    const release = (given: object) => act(board, (ctx) => releaseUnits(ctx, cascadeContract.release.input.parse({ documentId: id, ...given })));
    expect([await release({}), await release({ unitIds: [commune] }), await release({ unitIds: [other] })]).toEqual([{ released: 0 }, { released: 0 }, { released: 1 }]);
    expect(await code(unit(board, id, other))).toBe('cascades.notAsked');
    expect(await open(board, id, { kinds: [], toRecipients: true })).toMatchObject({ asked: 1 });
    expect(await release({ allUntouched: true })).toEqual({ released: 1 });
  });

  test('refuses to release a unit that answers at that moment', async () => {
    const id = await enter(board, province);
    const [clause] = await write(board, id, [task('1')]) as [ClauseId];
    await open(board, id);
    const { promise: answered, resolve: go } = Promise.withResolvers<void>();
    const { promise: releasing, resolve: begun } = Promise.withResolvers<void>();
    const answering = act(office, async (ctx) => {
      await answerClauses(ctx, cascadeContract.answer.input.parse({ documentId: id, unitId: commune, clauses: [{ id: clause, clauseVersion: 1, version: 0 }], kind: 'notApplicable', reason: 'Không có', answeredOn: '2026-05-01' }));
      go();
      await releasing;
      await untilOneWaits();
    });
    await answered;
    const released = act(board, async (ctx) => { begun(); await releaseUnits(ctx, { documentId: id, unitIds: [commune] }); }).then(() => 'done', (error: unknown) => problemOf(error, cascadeRefusals)?.code);
    await answering;
    expect(await released).toBe('cascades.already');
  });

  test('gives who is asked later, or a clause that was added later, the days of the rule from then on; those asked first keep the document’s day', async () => {
    const id = await enter(board, province);
    await write(board, id, [task('1')]);
    await open(board, id, { deadlines: [{ step: 'answered', dueOn: '2026-05-15' }, { step: 'programme', dueOn: '2026-05-15' }, { step: 'interim', dueOn: '2026-07-31' }] });
    await open(board, id, { kinds: ['cell'], on: '2026-09-01', deadlines: [{ step: 'plan', dueOn: '2026-06-30' }] });
    const dues = async (unitId: Id<'unit'>) => { const { steps } = await unit(board, id, unitId); return (['plan', 'interim', 'programme', 'received'] as const).map((step) => { const one = steps.find((other) => other.step === step)!; return [one.dueOn, one.byRule]; }); };
    expect(await dues(commune)).toEqual([['2026-06-30', false], ['2026-07-31', false], ['2026-05-15', false], ['2026-04-08', true]]);
    expect(await dues(cell)).toEqual([['2026-11-30', true], [null, false], [null, false], ['2026-09-08', true]]);
    expect([await states(id, commune, '2026-05-16'), await states(id, cell, '2026-10-31'), await states(id, cell, '2026-11-01')]).toEqual([['silentLate'], ['silent'], ['silentLate']]);
    await write(board, id, [task('2')]);
    expect([await states(id, commune), await states(id, cell)]).toEqual([['silentLate', 'silent'], ['silentLate', 'silent']]);
    const { rows } = await readRadar(board, { documentId: id, on: day('2026-10-01') });
    const [late, silent] = [clauseStates.indexOf('silentLate'), clauseStates.indexOf('silent')];
    expect(rows.map(({ counts }) => counts && [counts[late], counts[silent], counts[7 + late], counts[7 + silent]])).toEqual([[1, 1, 0, 2], null]);
    expect((await readRadar(board, { documentId: id })).rows[1]?.marks).toBe(`${late}${silent}`);
  });

  test('is not hollowed out by calling the document back: whoever is asked keeps it, and has it from the first step or answer on', async () => {
    const id = await enter(board, province);
    const [clause] = await write(board, id, [task('1')]) as [ClauseId];
    await open(board, id);
    await answer(office, { documentId: id, unitId: commune, clauses: [{ id: clause, version: 0 }], kind: 'notApplicable', reason: 'Không có' });
    const recall = (given: object) => act(board, (ctx) => recallDocument(ctx, { id, unitIds: [], ...given }));
    expect(await recall({ allOpen: true })).toMatchObject({ recalled: 0 });
    expect(await code(recall({ unitIds: [other] }))).toBe('documents.recipientAsked');
    expect((await listRecipients(board, { id, limit: 50 })).items.map(({ unit: { id: unitId }, takenOn, mayRecall }) => [unitId, takenOn, mayRecall])).toEqual([[other, null, false], [commune, '2026-05-01', false]]);
    expect((await unit(office, id, commune)).steps.find(({ step }) => step === 'received')?.doneOn).toBe('2026-05-01');
    await act(board, (ctx) => releaseUnits(ctx, { documentId: id, unitIds: [other] }));
    expect(await recall({ unitIds: [other] })).toMatchObject({ recalled: 1 });
    expect(await code(unit(elsewhere, id, other))).toBe('platform.notFound');
  });

  test('has its deadlines set anew by who opened it, with the version that was looked at', async () => {
    const id = await enter(board, province);
    const { version } = await open(board, id);
    const set = (ctx: Ctx, given: number) => act(ctx, (inside) => setDeadlines(inside, { documentId: id, version: given, deadlines: [{ step: 'interim', dueOn: day('2028-06-30') }] }));
    expect(await code(set(office, version))).toBe('platform.forbidden');
    expect(await code(set(board, version - 1))).toBe('platform.stale');
    await set(board, version);
    expect((await unit(office, id, commune)).steps.find(({ step }) => step === 'interim')).toMatchObject({ dueOn: '2028-06-30', byRule: false });
  });

  test('lets each unit record its steps by day, document and meeting, its own alone', async () => {
    const id = await enter(board, province);
    await open(board, id);
    const own = await enter(office, commune, { type: 'CTr' });
    const step = (ctx: Ctx, given: object) => act(ctx, (inside) => recordUnitStep(inside, cascadeContract.recordStep.input.parse({ documentId: id, unitId: commune, step: 'programme', doneOn: '2026-05-10', ...given })));
    await step(office, { byDocumentId: own });
    expect((await unit(board, id, commune)).steps.find((one) => one.step === 'programme')).toMatchObject({ doneOn: '2026-05-10', document: { id: own } });
    expect(await code(step(office, { doneOn: '2026-12-01' }))).toBe('cascades.stepOutside');
    expect(await code(step(office, { byDocumentId: id }))).toBe('cascades.documentNotOwn');
    expect(await code(step(office, { meetingId: id }))).toBe('cascades.meetingNotOwn');
    expect(await code(step(elsewhere, {}))).toBe('platform.notFound');
    const received = async () => (await unit(board, id, other)).steps.find((one) => one.step === 'received')?.doneOn;
    expect(await received()).toBeNull();
    await act(elsewhere, (ctx) => confirmReceipt(ctx, { id, unitId: other }));
    expect(await received()).toBe('2026-11-20');
    expect(await code(step(elsewhere, { unitId: other }))).toBe('done');
    expect(await received()).toBe('2026-11-20');
    await step(office, { doneOn: null });
    expect((await unit(board, id, commune)).steps.find((one) => one.step === 'programme')?.doneOn).toBeNull();
  });
});

async function untilOneWaits(): Promise<void> {
  for (;;) {
    const row = await firstRow(world.owner.db, sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' limit 1`);
    if (row) return;
    await sleep(10);
  }
}

describe('answers', () => {
  let resolution: DocumentId;
  let own: DocumentId;
  let ids: ClauseId[];
  beforeAll(async () => {
    resolution = await enter(board, province);
    ids = await write(board, resolution, [task('1'), indicator('2', 97, '2026-12-31'), task('3'), task('4')]);
    await open(board, resolution, { deadlines: [{ step: 'answered', dueOn: '2026-06-30' }] });
    own = await enter(office, commune, { type: 'CTr' });
  });
  const several = (...at: number[]) => at.map((index) => ({ id: ids[index]!, version: 0 }));

  test('take up several clauses at once by a document of the unit’s own, which then carries out the superior’s', async () => {
    const ask = (given: object) => answer(office, { documentId: resolution, unitId: commune, clauses: several(0, 2), kind: 'takenUp', documentIds: [own], ...given });
    expect(await code(ask({ documentIds: [] }))).toBe('cascades.ownDocumentMissing');
    expect(await code(ask({ reason: 'Giao cán bộ văn phòng' }))).toBe('cascades.reasonOfTakenUp');
    expect(await code(ask({ documentIds: [resolution] }))).toBe('cascades.documentNotOwn');
    expect(await code(ask({ target: 5 }))).toBe('cascades.targetOfOther');
    expect(await code(ask({ answeredOn: '2026-03-31' }))).toBe('cascades.answeredOutside');
    expect(await code(answer(elsewhere, { documentId: resolution, unitId: commune, clauses: several(0), kind: 'notApplicable', reason: 'Không có' }))).toBe('platform.notFound');
    expect(await ask({})).toEqual({ answered: 2 });
    expect(await code(ask({}))).toBe('platform.stale');
    expect((await readDocument(office, { id: own })).links).toMatchObject([{ kind: 'carriesOut', id: resolution }]);
    expect((await readDocument(board, { id: resolution })).linkedFrom).toMatchObject([{ id: own }]);
    expect(await states(resolution, commune, '2026-06-30')).toEqual(['answered', 'silent', 'answered', 'silent']);
    expect(await states(resolution, commune, '2026-07-01')).toEqual(['answered', 'silentLate', 'answered', 'silentLate']);
    expect(await states(resolution, commune, '2026-04-30')).toEqual(['silent', 'silent', 'silent', 'silent']);
  });

  test('that are changed or taken back no longer say that the document carries it out, unless another answer does or the register said so before', async () => {
    const id = await enter(board, province);
    const [one, two] = await write(board, id, [task('1'), task('2')]) as [ClauseId, ClauseId];
    await open(board, id);
    const [mine, later] = [await enter(office, commune), await enter(office, commune)];
    const said = await enter(office, commune, { links: [{ kind: 'carriesOut', documentId: id }] });
    const ask = (clause: ClauseId, version: number, documentIds: DocumentId[]) => answer(office, { documentId: id, unitId: commune, clauses: [{ id: clause, version }], kind: 'takenUp', documentIds });
    const back = (...clauseIds: ClauseId[]) => act(office, (ctx) => takeAnswersBack(ctx, { documentId: id, unitId: commune, clauseIds }));
    const carrying = async () => (await readDocument(board, { id })).linkedFrom.map((link) => link.id).toSorted();
    await ask(one, 0, [mine, said]);
    await ask(two, 0, [mine]);
    await ask(one, 1, [later, said]);
    expect(await carrying()).toEqual([mine, later, said].toSorted());
    await back(two);
    expect(await carrying()).toEqual([later, said].toSorted());
    const { version, unit: _unit, ...whole } = await readDocument(office, { id: later });
    await act(office, (ctx) => correctDocument(ctx, { id: later, version, type: whole.type, number: whole.number, issuerCode: whole.issuerCode, issuer: whole.issuer, term: whole.term, summary: 'Về việc khác', issuedOn: day(whole.issuedOn), receivedOn: null, signer: null,
      validFrom: day(whole.validFrom), validTo: null, reviewDueOn: null, regulates: null, secrecy: null, links: [{ kind: 'carriesOut', documentId: id }] }));
    await back(one);
    expect(await carrying()).toEqual([said]);
  });

  test('link clause to clause, both ways, with a target of one’s own', async () => {
    const [mine] = await write(office, own, [indicator('1.1', 98)]) as [ClauseId];
    const [stray] = await write(board, resolution, [task('9')]) as [ClauseId];
    const ask = (clause: ClauseId) => answer(office, { documentId: resolution, unitId: commune, clauses: several(1), kind: 'takenUp', documentIds: [own], ownClauseIds: [clause], dueOn: '2026-10-31' });
    expect(await code(ask(stray))).toBe('cascades.clauseNotOwn');
    await act(board, (ctx) => removeClauses(ctx, { documentId: resolution, ids: [stray], reason: 'Ghi nhầm' }));
    await ask(mine);
    expect((await unit(board, resolution, commune)).clauses[1]).toMatchObject({ target: 97, answer: { clauses: [{ id: mine, label: '1.1', target: 98, documentId: own }] } });
    expect((await readClauses(office, { documentId: own })).items[0]?.carriesOut).toMatchObject([{ id: ids[1], label: '2', documentId: resolution }]);
  });

  test('by a clause of one’s own that asks for less say why', async () => {
    const id = await enter(board, province);
    const [asked] = await write(board, id, [indicator('1', 97)]) as [ClauseId];
    await open(board, id);
    const programme = await enter(office, commune, { type: 'CTr' });
    const [weaker] = await write(office, programme, [indicator('1', 90)]) as [ClauseId];
    const ask = (given: object) => answer(office, { documentId: id, unitId: commune, clauses: [{ id: asked, version: 0 }], kind: 'takenUp', documentIds: [programme], ownClauseIds: [weaker], ...given });
    expect(await code(ask({}))).toBe('cascades.targetTooEasy');
    await ask({ reason: 'Xã vùng sâu' });
    expect((await unit(board, id, commune)).clauses[0]?.answer).toMatchObject({ reason: 'Xã vùng sâu', clauses: [{ target: 90, measure: '%' }] });
  });

  test('say how a clause is carried out without a document; tasks are given for it all the same', async () => {
    const id = await enter(board, province);
    const [one] = await write(board, id, [task('1')]) as [ClauseId];
    await open(board, id);
    await answer(office, { documentId: id, unitId: commune, clauses: [{ id: one, version: 0 }], kind: 'takenUp', reason: 'Giao văn phòng rà soát' });
    await act(office, (ctx) => giveTasks(ctx, cascadeContract.giveTasks.input.parse({ documentId: id, unitId: commune, clauseId: one, tasks: [{ title: 'Rà soát' }] })));
    expect((await unit(board, id, commune)).clauses[0]).toMatchObject({ state: 'inWork', answer: { kind: 'takenUp', reason: 'Giao văn phòng rà soát', documents: [] } });
  });

  test('say that a clause is not applicable with the reason alone', async () => {
    const ask = (given: object) => answer(office, { documentId: resolution, unitId: commune, clauses: several(3), kind: 'notApplicable', ...given });
    expect(await code(ask({}))).toBe('cascades.reasonMissing');
    expect(await code(ask({ reason: 'Không có biển', documentIds: [own] }))).toBe('cascades.notApplicableTakesNothing');
    await ask({ reason: 'Xã không có biển' });
    expect((await states(resolution, commune))[3]).toBe('notApplicable');
    expect(await code(act(office, (ctx) => settleClause(ctx, { documentId: resolution, unitId: commune, clauseId: ids[3]!, version: 1, doneOn: ctx.today })))).toBe('cascades.notTakenUp');
    await act(office, (ctx) => takeAnswersBack(ctx, { documentId: resolution, unitId: commune, clauseIds: [ids[3]!] }));
    expect((await states(resolution, commune))[3]).toBe('silentLate');
  });

  test('stand as in work once a value is recorded, as late past the unit’s own day, and as done from the day that is said', async () => {
    const measure = (value: number | null, on = '2026-09-30') => act(office, (ctx) => measureClause(ctx, { documentId: resolution, unitId: commune, clauseId: ids[1]!, on: day(on), value, source: 'Báo cáo quý' }));
    expect(await code(measure(90, '2026-12-01'))).toBe('cascades.measuredInFuture');
    expect(await code(act(office, (ctx) => measureClause(ctx, { documentId: resolution, unitId: commune, clauseId: ids[0]!, on: ctx.today, value: 1, source: null })))).toBe('cascades.notMeasured');
    await measure(99);
    expect((await states(resolution, commune, '2026-10-01'))[1]).toBe('inWork');
    expect((await states(resolution, commune, '2026-11-01'))[1]).toBe('late');
    expect((await unit(board, resolution, commune)).clauses[1]?.answer?.value).toEqual({ value: 99, on: '2026-09-30', source: 'Báo cáo quý' });
    expect(await code(act(office, (ctx) => takeAnswersBack(ctx, { documentId: resolution, unitId: commune, clauseIds: [ids[1]!] })))).toBe('cascades.hasValues');
    await act(office, (ctx) => settleClause(ctx, { documentId: resolution, unitId: commune, clauseId: ids[1]!, version: 1, doneOn: day('2026-11-15') }));
    expect((await states(resolution, commune))[1]).toBe('done');
    expect((await states(resolution, commune, '2026-11-14'))[1]).toBe('late');
  });

  test('that are changed later do not make the unit silent on the days before', async () => {
    const id = await enter(board, province);
    const [clause] = await write(board, id, [task('1')]) as [ClauseId];
    await open(board, id, { deadlines: [{ step: 'answered', dueOn: '2026-05-31' }] });
    const say = (version: number, reason: string, answeredOn: string) => answer(office, { documentId: id, unitId: commune, clauses: [{ id: clause, version }], kind: 'notApplicable', reason, answeredOn });
    await say(0, 'Không có', '2026-05-01');
    await say(1, 'Không có rừng', '2026-09-01');
    expect([await states(id, commune, '2026-04-30'), await states(id, commune, '2026-07-01')]).toEqual([['silent'], ['notApplicable']]);
    expect((await readRadar(office, { documentId: id, on: day('2026-07-01') })).rows[0]?.marks).toBe(`${clauseStates.indexOf('notApplicable')}`);
  });

  test('are counted on the radar by child, the silent beside the late, for whoever may see the unit alone', async () => {
    const radar = (ctx: Ctx, given: object = {}) => readRadar(ctx, { documentId: resolution, ...given });
    const marksOf = (digits: string | null) => [...(digits ?? '')].map((digit) => clauseStates[Number(digit)]);
    const { rows, clauses, top } = await radar(board);
    expect([top.id, clauses.length]).toEqual([province, 4]);
    expect(rows.map(({ unit: { name }, marks }) => [name, marksOf(marks)])).toEqual([
      ['Đảng bộ xã', ['answered', 'done', 'answered', 'silentLate']], ['Đảng bộ xã khác', ['silentLate', 'silentLate', 'silentLate', 'silentLate']],
    ]);
    expect((await radar(office)).rows.map(({ unit: { id } }) => id)).toEqual([commune]);
    expect(await code(radar(office, { unitId: other }))).toBe('platform.notFound');
    expect(await code(radar(secretary))).toBe('platform.notFound');
    expect(await code(unit(elsewhere, resolution, commune))).toBe('platform.notFound');
    await open(board, resolution, { kinds: ['cell'] });
    const [first] = (await radar(board)).rows;
    expect([first?.asked, first?.marks, first?.counts?.slice(0, 7)]).toEqual([2, null, [1, 0, 0, 1, 0, 0, 0]]);
    expect((await radar(office, { unitId: commune })).rows.map(({ unit: { id }, askedId }) => [id, askedId])).toEqual([[commune, commune], [cell, cell]]);
  });

  test('belong to cascades that are listed for who passed them down and for who is asked', async () => {
    const listed = async (ctx: Ctx, unitId?: Id<'unit'>) => (await listCascades(ctx, { limit: 50, ...(unitId && { unitId }) })).items.map(({ document }) => document.id);
    expect(await listed(board, province)).toContain(resolution);
    expect(await listed(office, commune)).toContain(resolution);
    expect(await listed(secretary)).toContain(resolution);
    const own = await enter(elsewhere, other);
    expect(await listed(elsewhere)).not.toContain(own);
  });
});
