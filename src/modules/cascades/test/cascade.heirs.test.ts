/** What was passed down to a unit goes on with the one that took it over whole: radar, answers, lists, alerts, figures; days past stand as they were. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import { liveByChild, liveByChildWithSum } from '../../../figures/server/breakdown.reads.ts';
import { lookedUp } from '../../../figures/server/few.units.ts';
import { computeFigure, recordsAnswer } from '../../../figures/server/index.ts';
import { ask } from '../../../figures/server/question.ts';
import { countLive } from '../../../figures/server/value.reads.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import { attentionContract } from '../../attention/attention.contract.ts';
import { listAttention } from '../../attention/server/attention.reads.ts';
import { documentContract } from '../../documents/document.contract.ts';
import { enterDocument } from '../../documents/server/document.commands.ts';
import { listDocuments } from '../../documents/server/document.reads.ts';
import { listTasks } from '../../tasks/server/task.reads.ts';
import { taskContract } from '../../tasks/task.contract.ts';
import { cascadeContract } from '../cascade.contract.ts';
import { clauseStates } from '../cascade.kinds.ts';
import { answerClauses, giveTasks } from '../server/answer.commands.ts';
import { openCascade, recordUnitStep } from '../server/cascade.commands.ts';
import { writeClauses } from '../server/clause.commands.ts';
import { listCascades, readClauses } from '../server/clause.reads.ts';
import { readOwed } from '../server/owed.reads.ts';
import { readRadar } from '../server/radar.reads.ts';
import { readUnit } from '../server/unit.reads.ts';

let world: World;
let province: Id<'unit'>;
let east: Id<'unit'>;
let west: Id<'unit'>;
let heir: Id<'unit'>;
let aside: Id<'unit'>;
let board: Ctx;
let office: Ctx;
let stranger: Ctx;
let resolution: Id<'document'>;
let clauses: Id<'clause'>[];

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  [east, west] = [await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Đông', parent: province, to: '2026-09-30' }), await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Tây', parent: province, to: '2026-09-30' })];
  heir = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Đông Tây', parent: province, from: '2026-10-01' });
  aside = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Bên', parent: province });
  await build.lineage(east, heir, '2026-10-01');
  await build.lineage(west, heir, '2026-10-01');
  await build.derive();
  board = contextFor(world, actorWith([{ role: 'board_officer', unitId: province }]));
  office = contextFor(world, actorWith([{ role: 'office_officer', unitId: heir }]));
  stranger = contextFor(world, actorWith([{ role: 'office_officer', unitId: aside }]));
  resolution = await enter(board, province);
  const task = { kind: 'task', label: '1', wording: 'Nhiệm vụ', target: null, measure: null, toward: null, dueOn: null, forWhom: null } as const;
  clauses = (await act(board, (ctx) => writeClauses(ctx, { documentId: resolution, clauses: [task, { ...task, label: '2' }] }))).ids;
  await act(board, (ctx) => openCascade(ctx, cascadeContract.open.input.parse({ documentId: resolution, kinds: ['commune_party'], on: '2026-04-01', deadlines: [{ step: 'answered', dueOn: '2026-10-31' }, { step: 'programme', dueOn: '2026-08-01' }] })));
  await answer(board, east, 0, { kind: 'notApplicable', reason: 'Không có rừng', answeredOn: '2026-05-01' });
});
afterAll(() => world.close());

async function enter(by: Ctx, unitId: Id<'unit'>, change: object = {}): Promise<Id<'document'>> {
  return (await act(by, (ctx) => enterDocument(ctx, {
    unitId, direction: 'issued', type: 'NQ', number: 1, issuerCode: 'TU', issuer: 'Cấp ủy', term: '2025-2030', summary: 'Về phát triển', issuedOn: day('2026-03-01'), receivedOn: null, signer: null, validFrom: day('2026-03-01'), validTo: null, reviewDueOn: null, regulates: null, secrecy: null, links: [], ...change,
  }))).id;
}
const answer = (by: Ctx, unitId: Id<'unit'>, at: number, given: object) => act(by, (ctx) => answerClauses(ctx, cascadeContract.answer.input.parse({ documentId: resolution, unitId, clauses: [{ id: clauses[at], clauseVersion: 1, version: 0 }], answeredOn: '2026-11-10', ...given })));
const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);
const at = (state: (typeof clauseStates)[number]) => clauseStates.indexOf(state);
const radar = async (given: object = {}) => (await readRadar(board, { documentId: resolution, ...given })).rows.map(({ unit, former, asked, marks }) => [unit.name, former.toSorted(), asked, marks]);

test('the radar of a day before the merger shows who was asked then; from that day on it stands with the heir, which says who it took over', async () => {
  expect((await radar({ on: day('2026-09-30') })).toSorted()).toEqual([
    ['Đảng bộ xã Bên', [], 1, `${at('silent')}${at('silent')}`], ['Đảng bộ xã Tây', [], 1, `${at('silent')}${at('silent')}`], ['Đảng bộ xã Đông', [], 1, `${at('notApplicable')}${at('silent')}`],
  ].toSorted());
  const { rows } = await readRadar(board, { documentId: resolution });
  const taken = rows.find(({ unit }) => unit.id === heir);
  expect([rows.length, taken?.asked, taken?.askedId, taken?.former.toSorted()]).toEqual([2, 2, null, ['Đảng bộ xã Tây', 'Đảng bộ xã Đông']]);
  expect(taken?.counts?.[at('silentLate')]).toBe(1);
  expect((await radar({ unitId: heir })).toSorted()).toEqual([['Đảng bộ xã Tây', [], 1, `${at('silentLate')}${at('silentLate')}`], ['Đảng bộ xã Đông', [], 1, `${at('notApplicable')}${at('silentLate')}`]].toSorted());
});

test('the heir finds it among its own, page by page of those it took over; a neighbour does not', async () => {
  const own = (await readClauses(office, { documentId: resolution })).own;
  expect(own.map((one) => [one.name, one.heir?.name, one.toAnswer, one.mayAnswer]).toSorted()).toEqual([['Đảng bộ xã Tây', 'Đảng bộ xã Đông Tây', 2, true], ['Đảng bộ xã Đông', 'Đảng bộ xã Đông Tây', 1, true]].toSorted());
  expect((await listCascades(office, { unitId: heir, limit: 20 })).items.map(({ document }) => document.id)).toEqual([resolution]);
  expect((await listDocuments(office, documentContract.list.input.parse({ unitId: heir, limit: 20 }))).items.map(({ id }) => id)).toEqual([resolution]);
  const page = await readUnit(office, { documentId: resolution, unitId: heir });
  expect([[page.unit.id, ...page.beside.map(({ id }) => id)].toSorted(), page.heir?.id, page.may]).toEqual([[east, west].toSorted(), heir, ['document.record']]);
  expect((await readUnit(office, { documentId: resolution, unitId: east })).beside.map(({ id, toAnswer }) => [id, toAnswer])).toEqual([[west, 2]]);
  expect(await code(readUnit(stranger, { documentId: resolution, unitId: east }))).toBe('platform.notFound');
  expect(await code(answer(stranger, west, 0, { kind: 'notApplicable', reason: 'Không có' }))).toBe('platform.notFound');
});

test('the heir is told once for each document what it owes of all it took over', async () => {
  const { items } = await listAttention(office, attentionContract.list.input.parse({ limit: 100, unitId: heir }));
  expect(items.filter(({ alert }) => alert === 'clause.unanswered').map(({ unit, subject, amount, dueOn }) => [unit.id, subject.id, amount, dueOn])).toEqual([[heir, resolution, 3, '2026-10-31']]);
  expect(items.filter(({ alert }) => alert === 'cascade.stepLate').map(({ unit }) => unit.id)).toEqual([heir]);
});

test('the brief of a working session with the heir lists what is not answered, with the clauses', async () => {
  const { items } = await readOwed(board, { unitId: heir });
  expect(items.map(({ unit, open, dueOn, clauses: told }) => [unit.id, open, dueOn, told.map(({ label }) => label)]).toSorted()).toEqual([[east, 1, '2026-10-31', ['2']], [west, 2, '2026-10-31', ['1', '2']]].toSorted());
  expect(await code(readOwed(stranger, { unitId: heir }))).toBe('platform.notFound');
});

test('figures count it with the heir from the day on, on the boundaries of the day as on today’s, under the name of whom was asked', async () => {
  const count = async (figure: string, on: string, unit = heir, boundaries: 'day' | 'today' = 'day') => { const { value } = await computeFigure(board, { figure, unit, on: day(on), boundaries }); return [value.count, value.base]; };
  for (const boundaries of ['day', 'today'] as const) {
    expect(await count('clauses.answered', '2026-10-15', heir, boundaries), boundaries).toEqual([1, 4]);
    expect(await count('cascades.running', '2026-10-15', heir, boundaries), boundaries).toEqual([2, null]);
    expect(await count('cascades.programmes', '2026-10-15', heir, boundaries), boundaries).toEqual([0, 2]);
  }
  expect(await count('clauses.answered', '2026-09-30', east)).toEqual([1, 2]);
  expect(await count('clauses.answered', '2026-10-15', province)).toEqual(await count('clauses.answered', '2026-09-15', province));
  const { items } = await recordsAnswer(board, { figure: 'clauses.answered', unit: heir, on: day('2026-10-15'), set: 'base', limit: 50 });
  expect(new Set(items.map(({ values }) => values['former']))).toEqual(new Set(['Đảng bộ xã Đông', 'Đảng bộ xã Tây']));
});

test('the heir answers for it by a document of its own, records steps, and gives tasks that are done by itself', async () => {
  const programme = await enter(office, heir, { type: 'CTr', issuedOn: day('2026-11-01'), validFrom: day('2026-11-01') });
  const other = await enter(stranger, aside, { type: 'CTr', issuedOn: day('2026-11-01'), validFrom: day('2026-11-01') });
  expect(await code(answer(office, west, 0, { kind: 'takenUp', documentIds: [other] }))).toBe('cascades.documentNotOwn');
  await answer(office, west, 0, { kind: 'takenUp', documentIds: [programme] });
  await act(office, (ctx) => recordUnitStep(ctx, cascadeContract.recordStep.input.parse({ documentId: resolution, unitId: west, step: 'programme', doneOn: '2026-11-01', byDocumentId: programme })));
  const { ids } = await act(office, (ctx) => giveTasks(ctx, cascadeContract.giveTasks.input.parse({ documentId: resolution, unitId: west, clauseId: clauses[0], tasks: [{ title: 'Rà soát', dueOn: '2026-12-01' }] })));
  expect((await listTasks(office, taskContract.list.input.parse({ unitId: heir, below: 'no', limit: 20 }))).items.map(({ id, unit }) => [id, unit.id])).toEqual([[ids[0], heir]]);
  const page = await readUnit(board, { documentId: resolution, unitId: west });
  expect([page.clauses.map(({ state }) => state), page.steps.find(({ step }) => step === 'programme')?.doneOn]).toEqual([['inWork', 'silentLate'], '2026-11-01']);
});

test('counts the same where the units asked alone are looked up as where all that stands below is', async () => {
  for (const figure of ['cascades.running', 'cascades.programmes', 'clauses.answered', 'targets.reached']) for (const unit of [province, heir, east]) for (const boundaries of ['day', 'today'] as const) for (const on of ['2026-05-15', '2026-09-30', '2026-11-20'].map(day)) {
    const asked = await ask(board, { figure, unit, boundaries, filters: {}, points: [{ from: on, to: on }] });
    const few = { ...asked, only: lookedUp(asked.figure.subject, asked.points.flatMap(({ roots }) => roots.map(({ id }) => id))) };
    expect(await countLive(board, few), `${figure} ${unit} ${boundaries} ${on}`).toEqual(await countLive(board, asked));
    expect(await liveByChild(board, few)).toEqual(await liveByChild(board, asked));
    expect(await liveByChildWithSum(board, few)).toEqual({ counts: await countLive(board, few), parts: await liveByChild(board, few) });
  }
  expect((await liveByChild(board, await ask(board, { figure: 'clauses.answered', unit: province, boundaries: 'day', filters: {}, points: [{ from: day('2026-11-20'), to: day('2026-11-20') }] }))).map(({ base }) => base)).toContain(4);
});
