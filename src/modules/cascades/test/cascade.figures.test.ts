/** Figures and alerts of a small land by hand: what runs, programmes in time, clauses answered, targets reached, what is due or late. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import { breakdownAnswer, computeFigure, recordsAnswer } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import { attentionContract } from '../../attention/attention.contract.ts';
import { listAttention } from '../../attention/server/attention.reads.ts';
import { enterDocument, takeDocumentOut } from '../../documents/server/document.commands.ts';
import { listTasks } from '../../tasks/server/task.reads.ts';
import { taskContract } from '../../tasks/task.contract.ts';
import { cascadeContract } from '../cascade.contract.ts';
import { answerClauses, giveTasks, measureClause, takeAnswersBack } from '../server/answer.commands.ts';
import { openCascade, recordUnitStep } from '../server/cascade.commands.ts';
import { writeClauses } from '../server/clause.commands.ts';
import { readUnit } from '../server/unit.reads.ts';

let world: World;
let province: Id<'unit'>;
let one: Id<'unit'>;
let two: Id<'unit'>;
let office: Ctx;
let resolution: Id<'document'>;
let clauses: Id<'clause'>[];

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  one = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Một', parent: province });
  two = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Hai', parent: province });
  await build.derive();
  office = contextFor(world, actorWith([{ role: 'office_officer', unitId: province }]));
  resolution = await enter(province, { validTo: day('2028-12-31') });
  const base = { kind: 'task', label: '1', wording: 'Nhiệm vụ', target: null, measure: null, toward: null, dueOn: null, forWhom: null } as const;
  const indicator = { ...base, kind: 'indicator', measure: '%', toward: 'atLeast', target: 97 } as const;
  clauses = (await act(office, (ctx) => writeClauses(ctx, { documentId: resolution, clauses: [base, { ...indicator, label: '2' }, { ...indicator, label: '3', target: 2, toward: 'atMost' }] }))).ids;
  await act(office, (ctx) => openCascade(ctx, cascadeContract.open.input.parse({ documentId: resolution, kinds: ['commune_party'], on: '2024-02-01', deadlines: [{ step: 'programme', dueOn: '2024-05-01' }, { step: 'answered', dueOn: '2024-06-30' }] })));
  const programme = await enter(one, { type: 'CTr' });
  await step(one, 'programme', '2024-04-20', programme);
  await step(two, 'programme', '2024-05-10');
  await step(one, 'interim', '2026-03-01');
  await answer(one, [1], { target: 99 }, programme);
  await answer(one, [2], {}, programme);
  await measure(1, 98);
  await measure(2, 1.5);
});
afterAll(() => world.close());

async function enter(unitId: Id<'unit'>, change: object = {}, by: Ctx = office): Promise<Id<'document'>> {
  return (await act(by, (ctx) => enterDocument(ctx, {
    unitId, direction: 'issued', type: 'NQ', number: 1, issuerCode: 'TU', issuer: 'Cấp ủy', term: '2020-2025', summary: 'Về phát triển', issuedOn: day('2024-02-01'), receivedOn: null, signer: null, validFrom: day('2024-02-01'), validTo: null, reviewDueOn: null, regulates: null, secrecy: null, links: [], ...change,
  }))).id;
}
const step = (unitId: Id<'unit'>, which: string, doneOn: string, byDocumentId: string | null = null) => act(office, (ctx) => recordUnitStep(ctx, cascadeContract.recordStep.input.parse({ documentId: resolution, unitId, step: which, doneOn, byDocumentId })));
const answer = (unitId: Id<'unit'>, at: number[], given: object, document: string, { version = 0, ...changed }: { readonly version?: number; readonly documentIds?: string[] } = {}) => act(office, (ctx) => answerClauses(ctx, cascadeContract.answer.input.parse({ documentId: resolution, unitId, clauses: at.map((index) => ({ id: clauses[index], clauseVersion: 1, version })), kind: 'takenUp', documentIds: [document], answeredOn: '2024-06-01', ...given, ...changed })));
const measure = (at: number, value: number) => act(office, (ctx) => measureClause(ctx, { documentId: resolution, unitId: one, clauseId: clauses[at]!, on: day('2026-09-30'), value, source: null }));

async function value(figure: string, on: string, filters?: Record<string, string[]>, unit = province) {
  const { value: { count, base } } = await computeFigure(office, { figure, unit, on: day(on), ...(filters && { filters }) });
  return [count, base];
}
const parts = async (figure: string, by: string, on: string) => (await breakdownAnswer(office, { figure, unit: province, on: day(on), by })).items.filter(({ count, base }) => count + (base ?? 0) > 0).map(({ code, count, base }) => [code, count, base]);

describe('documents being carried out', () => {
  test('count in each unit asked while they hold, by how long they have run and whether the interim review was held', async () => {
    expect(await value('cascades.running', '2024-01-31')).toEqual([0, null]);
    expect(await value('cascades.running', '2026-01-31')).toEqual([2, null]);
    expect(await parts('cascades.running', 'run', '2026-01-31')).toEqual([['oneToTwo', 2, null]]);
    expect(await parts('cascades.running', 'run', '2026-02-01')).toEqual([['twoToThree', 2, null]]);
    expect(await value('cascades.running', '2026-11-20', { run: ['twoToThree'], review: ['held'] })).toEqual([1, null]);
    expect(await value('cascades.running', '2026-02-28', { review: ['held'] })).toEqual([0, null]);
  });

  test('have their programme in time where its day is no later than the deadline', async () => {
    expect(await value('cascades.programmes', '2026-11-20')).toEqual([1, 2]);
    expect(await parts('cascades.programmes', 'programme', '2024-04-30')).toEqual([['inTime', 1, 1], ['ahead', 0, 1]]);
    expect(await parts('cascades.programmes', 'programme', '2024-05-05')).toEqual([['inTime', 1, 1], ['overdue', 0, 1]]);
    expect(await parts('cascades.programmes', 'programme', '2026-11-20')).toEqual([['inTime', 1, 1], ['late', 0, 1]]);
  });
});

describe('clauses', () => {
  test('are answered or silent in each unit, the silent as visible as the late', async () => {
    expect(await value('clauses.answered', '2026-11-20')).toEqual([2, 6]);
    expect(await parts('clauses.answered', 'state', '2024-06-15')).toEqual([['silent', 0, 4], ['answered', 2, 2]]);
    expect(await parts('clauses.answered', 'state', '2026-11-20')).toEqual([['silentLate', 0, 4], ['inWork', 2, 2]]);
    expect(await value('clauses.answered', '2026-11-20', undefined, two)).toEqual([0, 3]);
    expect(await value('clauses.answered', '2024-05-31')).toEqual([0, 6]);
    const byChild = async (on: string, filters?: Record<string, string[]>) => (await breakdownAnswer(office, { figure: 'clauses.answered', unit: province, on: day(on), by: 'child', ...(filters && { filters }) })).items.map(({ count, base }) => [count, base]);
    expect(await byChild('2026-11-20')).toEqual([[0, 3], [2, 3]]);
    expect(await byChild('2024-05-31')).toEqual([[0, 3], [0, 3]]);
    expect(await byChild('2026-11-20', { type: ['NQ'] })).toEqual(await byChild('2026-11-20'));
  });

  test('turn to work by a task that is given for them, and late by one past its day; the task tells from which clause it comes', async () => {
    const own = await enter(two, { type: 'CTr', term: '2025-2030' });
    await answer(two, [0], {}, own);
    const clock = (on: string) => contextFor(world, office.actor, new Date(`${on}T03:00:00Z`));
    const state = async (on: string) => (await readUnit(clock(on), { documentId: resolution, unitId: two })).clauses[0]?.state;
    expect(await state('2026-11-20')).toBe('answered');
    await act(office, (ctx) => giveTasks(ctx, cascadeContract.giveTasks.input.parse({ documentId: resolution, unitId: two, clauseId: clauses[0], tasks: [{ title: 'Lập kế hoạch', dueOn: '2026-12-01' }] })));
    expect([await state('2026-11-20'), await state('2026-12-02')]).toEqual(['inWork', 'late']);
    const { items } = await listTasks(office, taskContract.list.input.parse({ unitId: two }));
    expect(JSON.stringify(items)).toContain('01-NQ/TU, 1. Nhiệm vụ');
    expect((await readUnit(office, { documentId: resolution, unitId: two })).clauses[0]?.answer?.tasks).toMatchObject([{ title: 'Lập kế hoạch', dueOn: '2026-12-01', settledOn: null }]);
  });

  test('are carried out by units below as well: one task of the unit, shared out, of the same clause', async () => {
    const build = buildIn(world);
    const cells = [await build.unit({ kind: 'cell', name: 'Chi bộ một', parent: two }), await build.unit({ kind: 'cell', name: 'Chi bộ hai', parent: two })];
    await build.derive();
    const give = (to: readonly Id<'unit'>[]) => act(office, (ctx) => giveTasks(ctx, cascadeContract.giveTasks.input.parse({ documentId: resolution, unitId: two, clauseId: clauses[0], to, tasks: [{ title: 'Đăng ký chỉ tiêu' }] })));
    const { ids } = await give(cells);
    const { items } = await listTasks(office, taskContract.list.input.parse({ wholeId: ids[0] }));
    expect(items.map(({ unit, askedBy, origin }) => [unit.name, askedBy.id, origin.kind])).toEqual(expect.arrayContaining([['Chi bộ một', two, 'clause'], ['Chi bộ hai', two, 'clause']]));
    const secretary = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: cells[0]! }]));
    expect((await listTasks(secretary, taskContract.list.input.parse({}))).items).toMatchObject([{ title: 'Đăng ký chỉ tiêu', origin: { name: null, symbol: '01-NQ/TU · Cấp ủy' } }]);
    expect((await readUnit(office, { documentId: resolution, unitId: two })).clauses[0]?.answer?.tasks.map(({ title }) => title)).toEqual(['Lập kế hoạch', 'Đăng ký chỉ tiêu']);
    expect(await give([province]).then(() => 'done', (error: { code?: string }) => error.code)).toBe('tasks.notBelow');
  });

  test('keep the answer for which a task was given', async () => {
    const back = act(office, (ctx) => takeAnswersBack(ctx, { documentId: resolution, unitId: two, clauseIds: [clauses[0]!] })).then(() => 'done', (error: { code?: string }) => error.code);
    expect(await back).toBe('cascades.hasTasks');
    expect((await readUnit(office, { documentId: resolution, unitId: two })).clauses[0]?.answer).not.toBeNull();
  });
});

test('targets of the superior and of the unit are judged apart; a share of the target may be over 100 %', async () => {
  expect(await parts('targets.reached', 'whose', '2026-11-20')).toEqual([['superior', 2, 2], ['own', 0, 1]]);
  expect(await parts('targets.reached', 'reached', '2026-11-20')).toEqual([['beyond', 2, 2], ['short', 0, 1]]);
  expect(await parts('targets.reached', 'reached', '2026-09-29')).toEqual([['untold', 0, 3]]);
  const { items } = await recordsAnswer(office, { figure: 'targets.reached', unit: province, on: day('2026-11-20'), set: 'base', limit: 10 });
  expect(items.map(({ values }) => [values['target'], values['value'], values['share']])).toEqual(expect.arrayContaining([[97, 98, 101], [99, 98, 99], [2, 1.5, null]]));
});

test('of several targets of its own the furthest counts, of documents that stand alone', async () => {
  const write = async (documentId: Id<'document'>, target: number) => (await act(office, (ctx) => writeClauses(ctx, { documentId, clauses: [{ kind: 'indicator', label: '1', wording: 'Tỷ lệ', target, measure: '%', toward: 'atLeast', dueOn: null, forWhom: null }] }))).ids[0]!;
  const [plan, other] = [await enter(one, { type: 'KH' }), await enter(one, { type: 'ĐA' })];
  const own = [await write(plan, 98), await write(plan, 97.5), await write(other, 100)];
  const of = async () => { const { items } = await recordsAnswer(office, { figure: 'targets.reached', unit: province, on: day('2026-11-20'), set: 'base', filters: { whose: ['own'] }, limit: 10 }); return items.map(({ values }) => values['target']); };
  await answer(one, [1], { ownClauseIds: own }, plan, { documentIds: [plan, other], version: 1 });
  expect(await of()).toEqual([100]);
  await act(office, (ctx) => takeDocumentOut(ctx, { id: other, reason: 'Ghi nhầm' }));
  expect(await of()).toEqual([98]);
});

describe('what needs attention', () => {
  const told = async (alert: string, on: string) => (await listAttention(contextFor(world, office.actor, new Date(`${on}T03:00:00Z`)), attentionContract.list.input.parse({ alert }))).items.map((item) => [item.unit.id, item.amount, item.dueOn, item.href]);

  test('are clauses without an answer, from two weeks before the deadline on', async () => {
    expect(await told('clause.unanswered', '2024-06-15')).toEqual([]);
    const found = await told('clause.unanswered', '2024-06-16');
    expect(found).toContainEqual([one, 1, '2024-06-30', `/van-ban/${resolution}/trien-khai/${one}`]);
    expect(found).toHaveLength(2);
  });

  test('are steps past their deadline that no day is recorded for', async () => {
    expect((await told('cascade.stepLate', '2024-02-20')).map(([unit, amount]) => [unit, amount])).toEqual(expect.arrayContaining([[one, 1], [two, 1]]));
    await step(one, 'received', '2024-02-02');
    expect((await told('cascade.stepLate', '2024-02-20')).map(([unit]) => unit)).toEqual([two]);
  });
});

test('who is asked after the deadline is late by the days of the rule alone, in figures as in alerts; a cell owes no programme', async () => {
  const build = buildIn(world);
  const land = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh khác' });
  const commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Ba', parent: land });
  const first = await build.unit({ kind: 'cell', name: 'Chi bộ cũ', parent: commune });
  const later = await build.unit({ kind: 'cell', name: 'Chi bộ mới', parent: commune, from: '2024-06-01' });
  await build.derive();
  const board = contextFor(world, actorWith([{ role: 'office_officer', unitId: land }]));
  const id = await enter(commune, {}, board);
  await act(board, (ctx) => writeClauses(ctx, { documentId: id, clauses: [{ kind: 'task', label: '1', wording: 'Nhiệm vụ', target: null, measure: null, toward: null, dueOn: null, forWhom: null }] }));
  const open = (on: string, deadlines: object[]) => act(board, (ctx) => openCascade(ctx, cascadeContract.open.input.parse({ documentId: id, kinds: ['cell'], on, deadlines })));
  await open('2024-02-01', ['answered', 'programme'].map((which) => ({ step: which, dueOn: '2024-03-31' })));
  await open('2024-06-01', []);
  const figure = (of: string, on: string) => breakdownAnswer(board, { figure: of, unit: land, on: day(on), by: of === 'clauses.answered' ? 'state' : 'programme' });
  const counted = async (of: string, on: string) => (await figure(of, on)).items.filter(({ base }) => (base ?? 0) > 0).map(({ code, base }) => [code, base]);
  expect(await counted('clauses.answered', '2024-07-31')).toEqual([['silentLate', 1], ['silent', 1]]);
  expect(await counted('clauses.answered', '2024-08-01')).toEqual([['silentLate', 2]]);
  expect(await counted('cascades.programmes', '2024-12-31')).toEqual([]);
  const told = async (alert: string, on: string) => (await listAttention(contextFor(world, board.actor, new Date(`${on}T03:00:00Z`)), attentionContract.list.input.parse({ alert }))).items.map((item) => [item.unit.id, item.amount, item.dueOn]);
  expect(await told('clause.unanswered', '2024-07-16')).toEqual([[first, 1, '2024-03-31']]);
  expect(await told('clause.unanswered', '2024-07-17')).toEqual([[first, 1, '2024-03-31'], [later, 1, '2024-07-31']]);
  expect(await told('cascade.stepLate', '2024-04-20')).toEqual([[first, 2, '2024-02-08']]);
});
