/** The sheets of clauses and answers through the importer: as the acts on screen have them, importing again, undoing, and whose they may be. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import { cascadeContract } from '../../cascades/cascade.contract.ts';
import { answerClauses, giveTasks, measureClause, settleClause } from '../../cascades/server/answer.commands.ts';
import { changeOneClause, writeClauses } from '../../cascades/server/clause.commands.ts';
import { openCascade } from '../../cascades/server/cascade.commands.ts';
import { readClauses } from '../../cascades/server/clause.reads.ts';
import { readUnit } from '../../cascades/server/unit.reads.ts';
import { enterDocument } from '../../documents/server/document.commands.ts';
import { readDocument } from '../../documents/server/document.reads.ts';
import { applyImport, checkImport, undoImport, type ImportRequest } from '../server/index.ts';

type DocumentId = Id<'document'>;
type Sheets = Readonly<Partial<Record<'documents' | 'clauses' | 'answers', readonly string[]>>>;

let world: World;
let province: Id<'unit'>;
let commune: Id<'unit'>;
let board: Ctx;
let officer: Ctx;
let colleague: Ctx;
let resolution: DocumentId;
let own: DocumentId;
let source = 0;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh Phú Thọ' });
  commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Một', parent: province });
  const other = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Hai', parent: province });
  await build.derive();
  board = contextFor(world, actorWith([{ role: 'office_officer', unitId: province }]));
  officer = contextFor(world, actorWith([{ role: 'office_officer', unitId: commune }]));
  colleague = contextFor(world, actorWith([{ role: 'office_officer', unitId: other }]));
});
afterAll(() => world.close());
/** Every test is a source of its own, with a resolution of the province and one of the commune. */
beforeEach(async () => {
  source += 1;
  for (const table of ['tasks', 'clause_values', 'answer_links', 'answers', 'cascade_units', 'cascade_deadlines', 'cascades', 'clause_revisions', 'clauses', 'document_links', 'document_recipients', 'documents']) await sql`delete from ${sql.table(table)}`.execute(world.owner.db);
  resolution = await enter(board, province, { number: 4, issuerCode: 'TU', issuedOn: day('2026-01-02') });
  own = await enter(officer, commune, { number: 5, issuerCode: 'ĐU', issuedOn: day('2026-03-03') });
});

async function enter(ctx: Ctx, unitId: Id<'unit'>, given: { readonly number: number; readonly issuerCode: string; readonly issuedOn: ReturnType<typeof day>; readonly secrecy?: 'confidential'; readonly term?: string }): Promise<DocumentId> {
  const entry = { direction: 'issued', type: 'NQ', issuer: 'Cấp ủy', term: '2025-2030', summary: 'Về kinh tế', receivedOn: null, signer: null, validFrom: given.issuedOn, validTo: null, reviewDueOn: null, regulates: null, secrecy: null } as const;
  return (await act(ctx, (inside) => enterDocument(inside, { ...entry, unitId, links: [], ...given }))).id;
}

const heads = {
  documents: 'unit,symbol,issuer,summary,issued_on',
  clauses: 'unit,document,issued_on,label,kind,wording,target,measure,toward,due_on,for_whom',
  answers: 'unit,document,document_unit,issued_on,clause,answer,reason,own_document,own_target,due_on,answered_on,done_on',
};
const goal = (label: string, wording = 'Nâng cao đời sống') => `Đảng bộ tỉnh Phú Thọ,04-NQ/TU,,${label},Mục tiêu,${wording},,,,,`;
const indicator = (label: string, target = '97') => `Đảng bộ tỉnh Phú Thọ,4 - nq/tu,02/01/2026,${label},Chỉ tiêu,Tỷ lệ hộ,${target},%,,31/12/2030,Các xã`;
const three = [goal('1'), indicator('2'), 'Đảng bộ tỉnh Phú Thọ,04-NQ/TU,,3,task,Mở lớp,,,,,'];
const taken = (clause: string, rest = ',,,2026-05-01,') => `Đảng bộ xã Một,04-NQ/TU,đảng bộ tỉnh phú thọ,,${clause},Cụ thể hóa,,05-NQ/ĐU${rest}`;
const not = (clause: string) => `Đảng bộ xã Một,04-NQ/TU,Đảng bộ tỉnh Phú Thọ,,${clause},Không áp dụng,Xã không có rừng,,,,2026-05-01,`;

function files(sheets: Sheets, columns: typeof heads = heads): ImportRequest {
  const bytes = (name: keyof Sheets) => new TextEncoder().encode(`${[columns[name], ...sheets[name]!].join('\n')}\n`);
  return { source: `nguồn ${source}`, from: { files: (Object.keys(sheets) as (keyof Sheets)[]).map((name) => ({ name: `${name}.csv`, bytes: bytes(name) })) }, fileName: 'noi-dung.csv' };
}
const apply = (sheets: Sheets, ctx = board) => act(ctx, (inside) => applyImport(inside, files(sheets)));
const told = async (sheets: Sheets, ctx = board) => (await act(ctx, (inside) => checkImport(inside, files(sheets)))).findings.map(({ severity, code, row, column }) => [...(severity === 'warning' ? ['warning'] : []), code, row, column]);
const take = (runId: Id<'importRun'>, ctx = board) => act(ctx, (inside) => undoImport(inside, runId));
const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);
const countsOf = ({ tables }: { tables: readonly { table: string; added: number; changed: number; same: number }[] }, name: string) => tables.filter(({ table }) => table === name).map(({ added, changed, same }) => [added, changed, same])[0];
const clauses = async () => (await readClauses(board, { documentId: resolution })).items;
const clauseId = async (label: string) => (await clauses()).find((clause) => clause.label === label)!.id as Id<'clause'>;
const answers = async () => (await readUnit(board, { documentId: resolution, unitId: commune })).clauses.map(({ answer }) => answer);
const linksOf = async (id: DocumentId) => (await readDocument(board, { id })).links.map(({ kind, symbol }) => [kind, symbol]);
const open = (documentId = resolution) => act(board, (ctx) => openCascade(ctx, cascadeContract.open.input.parse({ documentId, kinds: ['commune_party'], on: '2026-04-01' })));
const asked = async () => ({ documentId: resolution, unitId: commune });

describe('clauses', () => {
  test('are written in the order of the sheet, after those that are there, with all that the columns tell', async () => {
    await act(board, (ctx) => writeClauses(ctx, { documentId: resolution, clauses: [{ kind: 'task', label: 'a', wording: 'Có từ trước', target: null, measure: null, toward: null, dueOn: null, forWhom: null }] }));
    expect(countsOf(await apply({ clauses: three }), 'clauses')).toEqual([3, 0, 0]);
    const there = await clauses();
    expect(there.map(({ label, kind }) => [label, kind])).toEqual([['a', 'task'], ['1', 'objective'], ['2', 'indicator'], ['3', 'task']]);
    expect(there[2]).toMatchObject({ wording: 'Tỷ lệ hộ', target: 97, measure: '%', toward: 'atLeast', dueOn: '2030-12-31', forWhom: 'Các xã', revision: 1, version: 1 });
  });

  test('may be of a document of the same file', async () => {
    const sheets = { documents: ['Đảng bộ xã Một,07-NQ/ĐU,Đảng ủy xã,Về nông thôn mới,2026-04-04'], clauses: ['Đảng bộ xã Một,07-NQ/ĐU,,1,Nhiệm vụ,Làm đường,,,,,'] };
    const { tables, runId } = await apply(sheets, officer);
    expect([countsOf({ tables }, 'documents'), countsOf({ tables }, 'clauses')]).toEqual([[1, 0, 0], [1, 0, 0]]);
    await take(runId, officer);
    expect(await sql`select id from documents union all select id from clauses`.execute(world.owner.db)).toMatchObject({ rows: [{}, {}] });
  });

  test('told again are the same; otherwise what differs changes; what the sheet does not tell stays', async () => {
    await apply({ clauses: three });
    expect(countsOf(await apply({ clauses: three }), 'clauses')).toEqual([0, 0, 3]);
    expect(countsOf(await apply({ clauses: [goal('1'), indicator('2', '98')] }), 'clauses')).toEqual([0, 1, 1]);
    expect((await clauses()).map(({ label, target, version }) => [label, target, version])).toEqual([['1', null, 1], ['2', 98, 2], ['3', null, 1]]);
    const { label, wording, kind, target, measure, toward, forWhom } = (await clauses())[1]!;
    await act(board, async (ctx) => changeOneClause(ctx, { id: await clauseId('2'), version: 2, reason: null, label, wording, kind, target, measure, toward, forWhom, dueOn: day('2029-12-31') }));
    expect(await told({ clauses: [indicator('2', '99')] })).toEqual([['warning', 'row.changed_since', 2, null]]);
  });

  test('wrong ones are told at row and column', async () => {
    expect(await told({ clauses: [
      goal('1').replace('04-NQ/TU', 'nghị quyết 4'), indicator('2', ''), goal('3').replace(',,,,,', ',5,%,,,'), goal('4'), goal('4').replace('04-NQ/TU', '4-nq/tu'),
    ] })).toEqual([
      ['document.symbol_form', 2, 'document'], ['clause.target_missing', 3, 'target'], ['clause.target_of_other', 4, 'target'], ['clause.target_of_other', 4, 'measure'], ['clause.twice', 6, 'label'],
    ]);
    await enter(board, province, { number: 9, issuerCode: 'TU', issuedOn: day('2026-02-02'), secrecy: 'confidential' });
    await enter(board, province, { number: 4, issuerCode: 'TU', issuedOn: day('2021-02-02'), term: '2020-2025' });
    expect(await told({ clauses: [goal('1').replace('04-NQ', '44-NQ'), goal('2').replace('04-NQ', '09-NQ'), goal('3'), indicator('4')] })).toEqual([['clause.document_unknown', 2, 'document'], ['clause.document_secret', 3, 'document'], ['clause.document_several', 4, 'issued_on']]);
    expect(await told({ clauses: Array.from({ length: 201 }, (_, at) => indicator(`${at}`)) })).toEqual([['clause.too_many', 202, null]]);
  });

  test('written on screen under the same label are not written over, nor are those of which units are asked', async () => {
    await apply({ clauses: three });
    source += 1;
    expect(await told({ clauses: [goal('1'), goal('3')] })).toEqual([['clause.label_taken', 3, 'label']]);
    source -= 1;
    await open();
    await apply({ answers: [taken('2')] });
    expect(await told({ clauses: [indicator('2', '98'), goal('1', 'Nâng cao hơn nữa')] })).toEqual([['clause.asked', 2, null], ['clause.asked', 3, null]]);
  });

  test('are for who keeps the register alone', async () => {
    expect(await told({ clauses: [goal('1').replace('Đảng bộ tỉnh Phú Thọ', `id:${province}`)] }, officer)).toEqual([['unit.out_of_reach', 2, 'unit'], ['document.may_not_record', 2, 'unit']]);
    expect(await code(apply({ clauses: [goal('1').replace('Đảng bộ tỉnh Phú Thọ', `id:${province}`)] }, officer))).toBe('imports.hasErrors');
    expect(await clauses()).toEqual([]);
  });
});

describe('answers', () => {
  beforeEach(async () => {
    await apply({ clauses: three });
    await open();
    source += 1;
  });

  test('are given by who writes in the register of the unit, with own document, target and days; the own document then carries the other out', async () => {
    expect(countsOf(await apply({ answers: [taken('2', ',98,2030-06-30,2026-05-01,2026-09-01'), not('3')] }, officer), 'answers')).toEqual([2, 0, 0]);
    expect(await answers()).toMatchObject([
      null, { kind: 'takenUp', documents: [{ symbol: '05-NQ/ĐU' }], target: 98, dueOn: '2030-06-30', answeredOn: '2026-05-01', doneOn: '2026-09-01', isOlder: false }, { kind: 'notApplicable', reason: 'Xã không có rừng', documents: [] },
    ]);
    expect(await linksOf(own)).toEqual([['carriesOut', '04-NQ/TU']]);
  });

  test('told again are the same; what differs changes, and what the sheet does not speak of stays', async () => {
    await apply({ answers: [taken('2', ',98,,2026-05-01,'), not('3')] }, officer);
    expect(countsOf(await apply({ answers: [taken('2', ',98,,2026-05-01,'), taken('3')] }, officer), 'answers')).toEqual([0, 1, 1]);
    expect((await answers())[2]).toMatchObject({ kind: 'takenUp', reason: null, version: 2 });
    await act(officer, async (ctx) => settleClause(ctx, { ...(await asked()), clauseId: await clauseId('2'), version: 1, doneOn: day('2026-08-01') }));
    expect(await told({ answers: [taken('2', ',99,,2026-05-01,')] }, officer)).toEqual([['warning', 'row.changed_since', 2, null]]);
  });

  test('that name the own document no longer take its link back, and undoing them brings it again', async () => {
    await apply({ answers: [taken('2')] }, officer);
    const { runId } = await apply({ answers: [not('2')] }, officer);
    expect(await linksOf(own)).toEqual([]);
    await take(runId, officer);
    expect(await linksOf(own)).toEqual([['carriesOut', '04-NQ/TU']]);
  });

  test('the register told again does not drop what was answered', async () => {
    const documents = ['Đảng bộ xã Một,08-NQ/ĐU,Đảng ủy xã,Về nông thôn mới,2026-04-04'];
    const sheets = { documents, answers: [taken('2').replace('05-NQ', '08-NQ')] };
    await apply(sheets, officer);
    const again = await apply(sheets, officer);
    expect([countsOf(again, 'documents'), countsOf(again, 'answers')]).toEqual([[0, 0, 1], [0, 0, 1]]);
    const { runId } = await apply({ ...sheets, documents: [documents[0]!.replace('nông thôn mới', 'nông nghiệp')] }, officer);
    await take(runId, officer);
    expect((await answers())[1]).toMatchObject({ documents: [{ symbol: '08-NQ/ĐU' }] });
  });

  test('wrong ones are told at row and column', async () => {
    expect(await told({ answers: [
      not('1').replace('Xã không có rừng', ''), not('2').replace('rừng,,', 'rừng,05-NQ/ĐU,5'), taken('3').replace('05-NQ/ĐU', ''), taken('4', ',,,2026-05-01,2026-04-30'), taken('5'), taken('5'),
    ] }, officer)).toEqual([
      ['answer.reason_missing', 2, 'reason'], ['answer.not_applicable_takes_nothing', 3, 'own_document'], ['answer.not_applicable_takes_nothing', 3, 'own_target'],
      ['answer.own_document_missing', 4, 'own_document'], ['answer.done_before_answered', 5, 'done_on'], ['answer.twice', 7, 'clause'],
    ]);
    await enter(board, province, { number: 6, issuerCode: 'TU', issuedOn: day('2026-01-05') });
    expect(await told({ answers: [
      taken('1').replace('05-NQ/ĐU', '55-NQ/ĐU'), taken('2', ',,,2026-03-31,'), taken('3', ',5,,2026-05-01,'), taken('9'), taken('1').replace('04-NQ', '06-NQ'), taken('1').replace('04-NQ', '66-NQ'),
    ] }, board)).toEqual([
      ['answer.own_document_unknown', 2, 'own_document'], ['answer.answered_outside', 3, 'answered_on'], ['clause.target_of_other', 4, 'own_target'], ['answer.clause_unknown', 5, 'clause'],
      ['answer.not_asked', 6, 'document'], ['clause.document_unknown', 7, 'document'],
    ]);
    expect(await told({ answers: [taken('1', ',,,2026-05-01,2030-01-01')] }, officer)).toEqual([['answer.done_outside', 2, 'done_on']]);
  });

  test('that ask for less than the superior say why, also by a clause of their own; without a document they say how; else no reason is taken', async () => {
    const because = (row: string) => row.replace('hóa,,', 'hóa,Xã vùng sâu,');
    expect(await told({ answers: [taken('2', ',90,,2026-05-01,'), because(taken('3')), because(taken('1')).replace('05-NQ/ĐU', '')] }, officer)).toEqual([['answer.target_reason_missing', 2, 'reason'], ['answer.reason_of_taken_up', 3, 'reason']]);
    await apply({ answers: [because(taken('2', ',90,,2026-05-01,')), because(taken('3')).replace('05-NQ/ĐU', '')] }, officer);
    expect(await answers()).toMatchObject([null, { target: 90, reason: 'Xã vùng sâu' }, { documents: [], reason: 'Xã vùng sâu' }]);
    const [weaker] = (await act(officer, (ctx) => writeClauses(ctx, { documentId: own, clauses: [{ kind: 'indicator', label: '1', wording: 'Tỷ lệ hộ', target: 80, measure: '%', toward: 'atLeast', dueOn: null, forWhom: null }] }))).ids;
    await act(officer, async (ctx) => answerClauses(ctx, cascadeContract.answer.input.parse({ ...(await asked()), clauses: [{ id: await clauseId('2'), clauseVersion: 1, version: 1 }], kind: 'takenUp', reason: 'Xã vùng sâu', documentIds: [own], ownClauseIds: [weaker], answeredOn: '2026-05-01' })));
    expect(await told({ answers: [taken('2')] }, officer)).toContainEqual(['answer.target_reason_missing', 2, 'reason']);
  });

  test('keep their reason where the file has no such column; where there is none to keep, it is missed', async () => {
    const columns = { ...heads, answers: heads.answers.replace('reason,', '') };
    const short = (clause: string, answer: string) => `Đảng bộ xã Một,04-NQ/TU,Đảng bộ tỉnh Phú Thọ,,${clause},${answer},,,,2026-05-02,`;
    await apply({ answers: [taken('1').replace('hóa,,05-NQ/ĐU', 'hóa,Giao công chức theo dõi,'), not('2')] }, officer);
    const sheets = { answers: [short('1', 'Cụ thể hóa'), short('2', 'Không áp dụng')] };
    expect(countsOf(await act(officer, (ctx) => applyImport(ctx, files(sheets, columns))), 'answers')).toEqual([0, 2, 0]);
    expect(await answers()).toMatchObject([{ reason: 'Giao công chức theo dõi', answeredOn: '2026-05-02' }, { reason: 'Xã không có rừng', answeredOn: '2026-05-02' }, null]);
    const { findings } = await act(officer, (ctx) => checkImport(ctx, files({ answers: [short('3', 'Cụ thể hóa'), short('1', 'Không áp dụng')] }, columns)));
    expect(findings.map(({ code: of, row, column }) => [of, row, column])).toEqual([['answer.own_document_missing', 2, 'own_document'], ['answer.reason_missing', 3, 'reason']]);
  });

  test('given on screen are not written over', async () => {
    const id = await clauseId('1');
    await act(officer, (ctx) => answerClauses(ctx, cascadeContract.answer.input.parse({ documentId: resolution, unitId: commune, clauses: [{ id, clauseVersion: 1, version: 0 }], kind: 'notApplicable', reason: 'Không có', answeredOn: '2026-05-01' })));
    expect(await told({ answers: [taken('1')] }, officer)).toEqual([['answer.there_already', 2, 'clause']]);
  });

  test('are refused beyond reach, and nothing is told of a document that the importer may not read', async () => {
    expect(await told({ answers: [taken('1').replace('Đảng bộ xã Một', `id:${commune}`)] }, colleague)).toEqual([['unit.out_of_reach', 2, 'unit'], ['document.may_not_record', 2, 'unit']]);
    await enter(board, province, { number: 7, issuerCode: 'TU', issuedOn: day('2026-01-05') });
    expect(await told({ answers: [taken('1').replace('04-NQ', '07-NQ')] }, officer)).toEqual([['clause.document_unknown', 2, 'document']]);
    const actor = officer.actor!;
    const importOnly = { ...officer, actor: { ...actor, grants: actor.grants.map((grant) => ({ ...grant, verbs: new Set([...grant.verbs].filter((verb) => verb !== 'document.record')) })) } };
    expect(await told({ answers: [taken('1')] }, importOnly)).toEqual([['document.may_not_record', 2, 'unit']]);
    const { runId } = await apply({ answers: [taken('1')] }, officer);
    expect(await code(take(runId, importOnly))).toBe('imports.outOfReach');
    expect(await code(take(runId, officer))).toBe('done');
  });

  test('with one wrong row nothing is saved', async () => {
    expect(await code(apply({ answers: [taken('1'), taken('9')] }, officer))).toBe('imports.hasErrors');
    expect(await answers()).toEqual([null, null, null]);
    expect(await linksOf(own)).toEqual([]);
  });
});

describe('undone', () => {
  test('an import leaves nothing, and what it changed stands as before: answers, clauses, own documents', async () => {
    const { runId: first } = await apply({ clauses: three });
    const { runId: changed } = await apply({ clauses: [goal('1', 'Nâng cao hơn nữa')] });
    await take(changed);
    expect((await clauses())[0]?.wording).toBe('Nâng cao đời sống');
    await open();
    const { runId: second } = await apply({ answers: [taken('2'), not('3')] });
    const { runId: third } = await apply({ answers: [taken('2', ',98,,2026-05-01,')] });
    await take(third);
    expect((await answers())[1]).toMatchObject({ target: null });
    await take(second);
    expect(await answers()).toEqual([null, null, null]);
    expect(await linksOf(own)).toEqual([]);
    expect(countsOf(await act(board, (ctx) => checkImport(ctx, files({ clauses: three }))), 'clauses')).toEqual([0, 0, 3]);
    await take(first);
    expect(await clauses()).toEqual([]);
  });

  test('is refused once clauses were answered, or answers have values or tasks, or were settled', async () => {
    const { runId: written } = await apply({ clauses: three });
    await open();
    source += 1;
    const { runId } = await apply({ answers: [taken('2')] });
    expect(await code(take(written))).toBe('imports.usedSince');
    const of = { ...(await asked()), clauseId: await clauseId('2') };
    await act(officer, (ctx) => measureClause(ctx, { ...of, on: day('2026-06-01'), value: 90, source: null }));
    expect(await code(take(runId))).toBe('imports.usedSince');
    await act(officer, (ctx) => measureClause(ctx, { ...of, on: day('2026-06-01'), value: null, source: null }));
    await act(officer, (ctx) => giveTasks(ctx, { ...of, tasks: [{ title: 'Mở lớp', ownerId: null, dueOn: null }] }));
    expect(await code(take(runId))).toBe('imports.usedSince');
    await act(officer, (ctx) => settleClause(ctx, { ...of, version: 1, doneOn: day('2026-08-01') }));
    expect(await code(take(runId))).toBe('imports.changedSince');
  });
});
