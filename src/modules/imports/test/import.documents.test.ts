/** The sheet of documents through the importer: registers, what carries out what, importing again, undoing, and whose it may be. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import { correctDocument, enterDocument, putDocumentBack, takeDocumentOut } from '../../documents/server/document.commands.ts';
import { readDocument } from '../../documents/server/document.reads.ts';
import { sendDocument } from '../../documents/server/document.recipients.ts';
import { applyImport, checkImport, undoImport, type ImportRequest } from '../server/index.ts';

type Sheets = Readonly<Record<string, string>>;
type Entering = Parameters<typeof enterDocument>[1];

let world: World;
let province: Id<'unit'>;
let commune: Id<'unit'>;
let other: Id<'unit'>;
let board: Ctx;
let officer: Ctx;
let colleague: Ctx;
let source = 0;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh Phú Thọ' });
  commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Một', parent: province });
  other = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Hai', parent: province });
  await build.derive();
  board = contextFor(world, actorWith([{ role: 'office_officer', unitId: province }]));
  officer = contextFor(world, actorWith([{ role: 'office_officer', unitId: commune }]));
  colleague = contextFor(world, actorWith([{ role: 'office_officer', unitId: other }]));
});
afterAll(() => world.close());
/** Every test is a source of its own, and begins with an empty register. */
beforeEach(async () => {
  source += 1;
  for (const table of ['document_links', 'document_recipients', 'documents']) await sql`delete from ${sql.table(table)}`.execute(world.owner.db);
});

const head = 'unit,direction,symbol,issuer,term,summary,issued_on,received_on,valid_from,valid_to,review_due_on,regulates,secrecy,carries_out,carries_out_unit,signer,signer_post';
const sheet = (...rows: string[]): Sheets => ({ documents: `${head}\n${rows.join('\n')}\n` });
const own = (symbol: string, on: string, rest = ','.repeat(10)) => `Đảng bộ xã Một,,${symbol},Đảng ủy xã,,Về kinh tế tập thể,${on}${rest}`;
const carrying = (symbol: string, on: string, [what, unit]: readonly [string, string]) => own(symbol, on, `,,,,,,,${what},${unit},,`);

function files(sheets: Sheets): ImportRequest {
  return { source: `nguồn ${source}`, from: { files: Object.entries(sheets).map(([name, text]) => ({ name: `${name}.csv`, bytes: new TextEncoder().encode(text) })) }, fileName: 'van-ban.csv' };
}
const apply = (sheets: Sheets, ctx = officer) => act(ctx, (inside) => applyImport(inside, files(sheets)));
const told = async (sheets: Sheets, ctx = officer) => (await act(ctx, (inside) => checkImport(inside, files(sheets)))).findings.map(({ severity, code, row, column }) => [...(severity === 'warning' ? ['warning'] : []), code, row, column]);
const take = (runId: Id<'importRun'>, ctx = officer) => act(ctx, (inside) => undoImport(inside, runId));
const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);
const countsOf = ({ tables }: { tables: readonly { table: string }[] }) => tables.find(({ table }) => table === 'documents');

async function idOf(symbol: string, unitId = commune): Promise<Id<'document'>> {
  const [number, type, issuerCode] = [Number(symbol.split('-')[0]), ...symbol.split('-')[1]!.split('/')] as [number, string, string];
  const { rows } = await sql<{ id: Id<'document'> }>`select id from documents where unit_id = ${unitId} and number = ${number} and type = ${type} and issuer_code = ${issuerCode} order by issued_on desc`.execute(world.owner.db);
  return rows[0]!.id;
}
const read = async (symbol: string) => readDocument(officer, { id: await idOf(symbol) });
const linksOf = async (symbol: string) => (await read(symbol)).links.map(({ kind, symbol: linked, issuedOn }) => [kind, linked, issuedOn]);
const count = async (table: string) => (await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(world.owner.db)).rows[0]!.count;

async function enter(ctx: Ctx, unitId: Id<'unit'>, { number, issuerCode, on }: { number: number; issuerCode: string; on: string }): Promise<Id<'document'>> {
  const given: Entering = { unitId, direction: 'issued', type: 'NQ', number, issuerCode, issuer: 'Cấp ủy', term: '2025-2030', summary: 'Về kinh tế', issuedOn: day(on), receivedOn: null, signer: null, validFrom: day(on), validTo: null, reviewDueOn: null, regulates: null, secrecy: null, links: [] };
  return (await act(ctx, (inside) => enterDocument(inside, given))).id;
}

describe('a row', () => {
  test('is a document of the register with all that the columns tell, in words as people write them', async () => {
    await apply({ documents: `${head}\nĐảng bộ xã Một,Văn bản đi,Số 5 - qc/đu,Đảng ủy xã Một,2025 – 2030,Quy chế làm việc,03/03/2026,,01/04/2026,31/12/2030,30/06/2028,Quy chế làm việc,,,,Nguyễn Văn An,Bí thư\n` });
    expect(await read('05-QC/ĐU')).toMatchObject({
      direction: 'issued', symbol: '05-QC/ĐU', term: '2025-2030', issuer: 'Đảng ủy xã Một', summary: 'Quy chế làm việc', issuedOn: '2026-03-03', validFrom: '2026-04-01', validTo: '2030-12-31', reviewDueOn: '2028-06-30',
      regulates: 'working', secrecy: null, signer: { name: 'Nguyễn Văn An', post: 'Bí thư' }, receivedOn: null, version: 1, unit: { id: commune },
    });
  });

  test('that leaves a column empty is of the term and in force from the day of its issue; a received one has its day', async () => {
    await apply(sheet(own('07-NQ/ĐU', '2024-05-06'), 'Đảng bộ xã Một,đến,12-CT/TW,Ban Bí thư,,Về chuyển đổi số,2026-01-05,2026-01-09,,,,,Mật,,,,'));
    expect(await read('07-NQ/ĐU')).toMatchObject({ term: '2020-2025', validFrom: '2024-05-06', validTo: null, signer: null });
    expect(await read('12-CT/TW')).toMatchObject({ direction: 'received', receivedOn: '2026-01-09', secrecy: 'confidential', isSecret: true });
  });

  test('carries out another row, one that was received, and one in the system that was sent to the unit', async () => {
    const sent = await enter(board, province, { number: 4, issuerCode: 'TU', on: '2026-01-02' });
    await act(board, (ctx) => sendDocument(ctx, { id: sent, unitIds: [commune] }));
    await apply(sheet(
      carrying('03-NQ/ĐU', '2026-03-01', ['04-NQ/TU', 'đảng bộ tỉnh phú thọ']), carrying('01-KH/ĐU', '2026-03-02', ['3-nq/đu; 09-NQ/HU', '']),
      'Đảng bộ xã Một,received,09-NQ/HU,Huyện ủy,,Về nông thôn mới,2026-02-01,2026-02-03,,,,,,,,,',
    ));
    expect(await linksOf('03-NQ/ĐU')).toEqual([['carriesOut', '04-NQ/TU', '2026-01-02']]);
    expect(await linksOf('01-KH/ĐU')).toEqual([['carriesOut', '03-NQ/ĐU', '2026-03-01'], ['carriesOut', '09-NQ/HU', '2026-02-01']]);
  });

  test('carries out the one issued last before it, where the symbol came again in another term', async () => {
    await apply(sheet(own('02-NQ/ĐU', '2019-06-01'), own('02-NQ/ĐU', '2023-06-01'), own('02-NQ/ĐU', '2026-06-01'), carrying('01-KH/ĐU', '2024-01-01', ['02-NQ/ĐU', `id:${commune}`])));
    expect(await linksOf('01-KH/ĐU')).toEqual([['carriesOut', '02-NQ/ĐU', '2023-06-01']]);
  });
});

describe('told at its row and column', () => {
  test('what the sheet alone shows', async () => {
    expect(await told(sheet(
      own('nghị quyết 5', '2026-03-01'), own('05-NQ/ĐU', '2026-03-01').replace(',,Về', ',khóa XX,Về'), own('06-NQ/ĐU', '2026-11-21'),
      'Đảng bộ xã Một,đến,12-CT/TW,Ban Bí thư,,Về số,2026-01-05,,,,,,,,,,', 'Đảng bộ xã Một,đến,13-CT/TW,Ban Bí thư,,Về số,2026-01-05,2026-01-04,,,,,,,,,',
      own('07-NQ/ĐU', '2026-03-01', ',2026-03-02,,,,,,,,,'), own('08-NQ/ĐU', '2026-03-01', ',,2026-04-01,2026-03-31,,,,,,,'), own('08-NQ/ĐU', '2026-03-09'),
      own('09-NQ/ĐU', '2026-03-01', ',,,,,,,04,,,'), own('10-NQ/ĐU', '2026-03-01', ',,,,,,,,Đảng bộ tỉnh Phú Thọ,,'), own('11-NQ/ĐU', '2026-03-01', ',,,,,,,08-NQ/ĐU,a; b,,'),
    ))).toEqual([
      ['document.symbol_form', 2, 'symbol'], ['document.term_form', 3, 'term'], ['document.in_future', 4, 'issued_on'], ['document.received_missing', 5, 'received_on'],
      ['document.received_before_issued', 6, 'received_on'], ['document.received_of_issued', 7, 'received_on'], ['period.reversed', 8, 'valid_to'], ['document.twice', 9, 'symbol'],
      ['document.symbol_form', 10, 'carries_out'], ['cell.required', 11, 'carries_out'], ['document.carries_out_units', 12, 'carries_out_unit'], ['document.carries_out_unknown', 12, 'carries_out'],
    ]);
  });

  test('a number that a document entered on screen has; a received one that is there is a warning', async () => {
    await enter(officer, commune, { number: 5, issuerCode: 'ĐU', on: '2026-01-02' });
    expect(await told(sheet(own('05-NQ/ĐU', '2026-03-01'), own('05-NQ/ĐU', '2024-03-01')))).toEqual([['document.number_taken', 2, 'symbol']]);
    const received = sheet('Đảng bộ xã Một,đến,12-CT/TW,Ban Bí thư,,Về số,2026-01-05,2026-01-06,,,,,,,,,');
    await apply(received);
    source += 1;
    expect(await told(received)).toEqual([['warning', 'document.there_already', 2, 'symbol']]);
  });

  test('what it carries out where that is not there, is later, is the row itself, or is not for the importer to read', async () => {
    await enter(board, province, { number: 4, issuerCode: 'TU', on: '2026-01-02' });
    const rows = sheet(carrying('01-NQ/ĐU', '2026-03-01', ['04-NQ/TU', 'Đảng bộ tỉnh Phú Thọ']), carrying('02-NQ/ĐU', '2026-03-01', ['03-NQ/ĐU', '']), own('03-NQ/ĐU', '2026-03-02'), carrying('05-NQ/ĐU', '2026-03-01', ['05-NQ/ĐU', '']));
    expect(await told(rows)).toEqual([2, 3, 5].map((row) => ['document.carries_out_unknown', row, 'carries_out']));
    expect(await told(rows, board)).toEqual([3, 5].map((row) => ['document.carries_out_unknown', row, 'carries_out']));
  });

  test('a unit out of reach, of which no number is betrayed, and one where the importer may not enter documents', async () => {
    await enter(officer, commune, { number: 5, issuerCode: 'ĐU', on: '2026-01-02' });
    const rows = sheet(own('05-NQ/ĐU', '2026-03-01').replace('Đảng bộ xã Một', `id:${commune}`));
    expect(await told(rows, colleague)).toEqual([['unit.out_of_reach', 2, 'unit'], ['document.may_not_record', 2, 'unit']]);
    const actor = officer.actor!;
    const importOnly = { ...officer, actor: { ...actor, grants: actor.grants.map((grant) => ({ ...grant, verbs: new Set([...grant.verbs].filter((verb) => verb !== 'document.record')) })) } };
    expect(await told(sheet(own('06-NQ/ĐU', '2026-03-01')), importOnly)).toEqual([['document.may_not_record', 2, 'unit']]);
    const { runId } = await apply(sheet(own('06-NQ/ĐU', '2026-03-01')));
    expect(await code(take(runId, importOnly))).toBe('imports.outOfReach');
  });
});

describe('told again', () => {
  const first = () => sheet(own('01-NQ/ĐU', '2026-01-01'), carrying('02-KH/ĐU', '2026-02-01', ['01-NQ/ĐU', '']));

  test('nothing changes; otherwise what differs does, and an absent column says nothing', async () => {
    await apply(first());
    expect(countsOf(await act(officer, (ctx) => checkImport(ctx, files(first()))))).toEqual({ table: 'documents', added: 0, changed: 0, removed: 0, same: 2 });
    const short = { documents: 'unit,symbol,issuer,summary,issued_on\nĐảng bộ xã Một,02-KH/ĐU,Đảng ủy xã,Kế hoạch mới,2026-02-01\n' };
    expect(countsOf(await apply(short))).toMatchObject({ added: 0, changed: 1, same: 0 });
    expect(await read('02-KH/ĐU')).toMatchObject({ summary: 'Kế hoạch mới', version: 2, links: [{ symbol: '01-NQ/ĐU' }] });
  });

  test('what it carries out is not dropped where the importer is not shown it', async () => {
    const above = await enter(board, province, { number: 4, issuerCode: 'TU', on: '2026-01-02' });
    await act(board, (ctx) => sendDocument(ctx, { id: above, unitIds: [commune] }));
    const rows = (carried: string, unit: string) => sheet(own('01-NQ/ĐU', '2026-01-01'), carrying('02-KH/ĐU', '2026-02-01', [carried, unit]));
    await apply(rows('04-NQ/TU', 'Đảng bộ tỉnh Phú Thọ'));
    await act(board, (ctx) => takeDocumentOut(ctx, { id: above, reason: 'Xem lại' }));
    await apply(rows('01-NQ/ĐU', ''));
    await act(board, (ctx) => putDocumentBack(ctx, { id: above }));
    expect((await linksOf('02-KH/ĐU')).toSorted()).toEqual([['carriesOut', '01-NQ/ĐU', '2026-01-01'], ['carriesOut', '04-NQ/TU', '2026-01-02']]);
    await apply(rows('', ''));
    expect(await linksOf('02-KH/ĐU')).toEqual([]);
  });

  test('what was written on screen meanwhile is warned of; links of other kinds stay; one that was voided is told', async () => {
    await apply(first());
    const id = await idOf('02-KH/ĐU');
    const { version } = await readDocument(officer, { id });
    const former = await enter(officer, commune, { number: 9, issuerCode: 'ĐU', on: '2025-12-01' });
    const entry = { type: 'KH', number: 2, issuerCode: 'ĐU', issuer: 'Đảng ủy xã', term: '2025-2030', summary: 'Sửa', issuedOn: day('2026-02-01'), receivedOn: null, signer: null, validFrom: day('2026-02-01'), validTo: null, reviewDueOn: null, regulates: null, secrecy: null } as const;
    await act(officer, (ctx) => correctDocument(ctx, { id, version, ...entry, links: [{ kind: 'replaces', documentId: former }] }));
    expect(await told(first())).toEqual([['warning', 'row.changed_since', 3, null]]);
    await apply(first());
    expect((await linksOf('02-KH/ĐU')).map(([kind]) => kind).toSorted()).toEqual(['carriesOut', 'replaces']);
    await act(officer, (ctx) => takeDocumentOut(ctx, { id, reason: 'Nhầm' }));
    expect(await told(first())).toEqual([['warning', 'row.changed_since', 3, null], ['document.is_void', 3, null]]);
  });
});

describe('undone', () => {
  test('nothing is left, units of the same file included; what was changed stands as before, and is known again', async () => {
    const before = [await count('documents'), await count('import_refs')];
    const units = { units: `ref,name,kind,type,party_parent,from\ncb,Chi bộ thôn ${source},cell,residential,id:${commune},2015-01-01\n` };
    const one = (summary: string) => ({ ...units, documents: `${head}\ncb,,01-QC/CB,Chi bộ,,${summary},2026-01-01,,,,,working,,,,,\n${own('01-NQ/ĐU', '2026-01-01')}\n` });
    const { runId: first } = await apply(one('Quy chế'));
    const { runId: second, tables } = await apply(one('Quy chế sửa'));
    expect(countsOf({ tables })).toMatchObject({ changed: 1, same: 1 });
    await take(second);
    expect(countsOf(await act(officer, (ctx) => checkImport(ctx, files(one('Quy chế')))))).toMatchObject({ changed: 0, same: 2 });
    await take(first);
    expect([await count('documents'), await count('import_refs')]).toEqual(before);
  });

  test('is refused once another document carries out one of it, has a file, or was changed', async () => {
    const { runId } = await apply(sheet(own('01-NQ/ĐU', '2026-01-01')));
    const linked = { documents: sheet(carrying('02-KH/ĐU', '2026-02-01', ['01-NQ/ĐU', '']))['documents']! };
    source += 1;
    const { runId: later } = await apply(linked);
    expect(await code(take(runId))).toBe('imports.usedSince');
    await take(later);
    const id = await idOf('01-NQ/ĐU');
    await sql`insert into document_contents (home_id, hash, media_type, size, content) values (home_of(${id}), 'a', 'application/pdf', 1, 'a')`.execute(world.owner.db);
    await sql`insert into document_files (home_id, id, document_id, hash, name, recorded_at) values (home_of(${id}), ${id}, ${id}, 'a', 'a.pdf', now())`.execute(world.owner.db);
    expect(await code(take(runId))).toBe('imports.usedSince');
    await sql`delete from document_files`.execute(world.owner.db);
    await act(officer, (ctx) => takeDocumentOut(ctx, { id, reason: 'Nhầm' }));
    expect(await code(take(runId))).toBe('imports.changedSince');
  });
});
