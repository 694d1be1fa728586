/** Documents through their procedures: entered, numbered once, corrected, taken out, linked, sent, received, with files that are found by their words. */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { Document as WordFile, Packer, Paragraph } from 'docx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { FileAnswer } from '../../../platform/http/routes.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { correctDocument, enterDocument, putDocumentBack, takeDocumentOut } from '../server/document.commands.ts';
import { attachFile, detachFile, readDocumentFile } from '../server/document.files.ts';
import { listDocuments, nextNumber, readDocument } from '../server/document.reads.ts';
import { addRecipients, confirmReceipt, listRecipients, recallDocument, sendDocument } from '../server/document.recipients.ts';
import { lockDocument, refreshWords } from '../server/document.store.ts';
import { readNext } from '../server/text.reading.ts';

type DocumentId = Id<'document'>;
type Entering = Parameters<typeof enterDocument>[1];

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
const entry = (change: Partial<Entering> = {}): Entering => ({
  unitId: commune, direction: 'issued', type: 'NQ', number: 1, issuerCode: 'ĐU', issuer: 'Đảng ủy xã', term: '2025-2030', summary: 'Về phát triển kinh tế tập thể', issuedOn: day('2026-03-01'), receivedOn: null,
  signer: null, validFrom: day('2026-03-01'), validTo: null, reviewDueOn: null, regulates: null, secrecy: null, links: [], ...change,
});
const enter = async (ctx: Ctx, change: Partial<Entering> = {}): Promise<DocumentId> => (await act(ctx, (inside) => enterDocument(inside, entry(change)))).id;
const found = async (ctx: Ctx, filters: Partial<Parameters<typeof listDocuments>[1]> = {}) => (await listDocuments(ctx, { below: 'no', limit: 50, ...filters })).items.map(({ symbol }) => symbol);
const attach = (ctx: Ctx, of: DocumentId, content: Buffer, name = 'nghi-quyet.docx') => act(ctx, (inside) => attachFile(inside, { id: of, name, base64: content.toString('base64'), hasNoSecrecyStamp: true }));
const correcting = ({ unitId: _unitId, direction: _direction, id: _id, ...rest }: Entering) => rest;

describe('the register', () => {
  let first: DocumentId;
  beforeAll(async () => { first = await enter(office); });

  test('gives the next number of a type within the term', async () => {
    expect(await nextNumber(office, { unitId: commune, type: 'NQ', term: '2025-2030' })).toEqual({ number: 2 });
    expect(await nextNumber(office, { unitId: commune, type: 'NQ', term: '2020-2025' })).toEqual({ number: 1 });
    expect(await code(nextNumber(elsewhere, { unitId: commune, type: 'NQ', term: '2025-2030' }))).toBe('platform.notFound');
  });

  test('takes a number once for a type and term; one that was taken out is free, and not given back while another has it', async () => {
    expect(await code(enter(office))).toBe('documents.numberTaken');
    await enter(office, { term: '2020-2025', issuedOn: day('2024-03-01'), validFrom: day('2024-03-01') });
    await act(office, (ctx) => takeDocumentOut(ctx, { id: first, reason: 'Ghi nhầm' }));
    expect(await readDocument(office, { id: first })).toMatchObject({ standing: 'void', void: { reason: 'Ghi nhầm' } });
    const second = await enter(office);
    expect(await code(act(office, (ctx) => putDocumentBack(ctx, { id: first })))).toBe('documents.numberTaken');
    await act(office, (ctx) => takeDocumentOut(ctx, { id: second, reason: 'Thử' }));
    await act(office, (ctx) => putDocumentBack(ctx, { id: first }));
    expect((await readDocument(office, { id: first })).standing).toBe('inForce');
  });

  test('is corrected with the version that was looked at', async () => {
    const { version } = await readDocument(office, { id: first });
    const change = correcting(entry({ summary: 'Về phát triển hợp tác xã' }));
    expect(await code(act(office, (ctx) => correctDocument(ctx, { id: first, version: version - 1, ...change })))).toBe('platform.stale');
    await act(office, (ctx) => correctDocument(ctx, { id: first, version, ...change }));
    expect(await readDocument(office, { id: first })).toMatchObject({ summary: 'Về phát triển hợp tác xã', version: version + 1 });
  });

  test('is found by words without diacritics, the last of them begun, and by the symbol', async () => {
    await enter(office, { type: 'KH', number: 7, summary: 'Tổ chức hội nghị quán triệt nghị quyết' });
    expect(await found(office, { search: 'hop tac x' })).toEqual(['01-NQ/ĐU']);
    expect(await found(office, { search: '07-kh/đu' })).toEqual(['07-KH/ĐU']);
    expect(await found(office, { search: 'hoi nghi quan' })).toEqual(['07-KH/ĐU']);
    expect(await found(office, { search: "'); drop --" })).toEqual([]);
    expect(await found(office, { search: '!!!' })).toEqual(await found(office));
  });

  test('is found by a span of years, a day, and a symbol that the summary names, with leading zeros and without', async () => {
    await enter(office, { type: 'CTr', number: 8, summary: 'Thực hiện Nghị quyết số 03-NQ/TU ngày 07/02/2026, giai đoạn 2025-2030' });
    for (const search of ['2025-2030', 'giai doan 2025 - 2030', '07/02/2026', '7/2/2026', '03-nq/tu', '3-NQ/TU', '8-ctr/đu']) expect(await found(office, { search }), search).toEqual(['08-CTr/ĐU']);
    expect(await found(office, { search: '2025-2031' })).toEqual([]);
  });

  test('is told to nobody beyond reach: not in lists, not by search, not one by one, not to be written', async () => {
    for (const ctx of [elsewhere, secretary]) {
      expect(await found(ctx)).toEqual([]);
      expect(await found(ctx, { search: 'hop tac' })).toEqual([]);
      expect(await found(ctx, { unitId: commune, below: 'yes' })).toEqual([]);
      expect(await code(readDocument(ctx, { id: first }))).toBe('platform.notFound');
      expect(await code(act(ctx, (inside) => takeDocumentOut(inside, { id: first, reason: 'x' })))).toBe('platform.notFound');
      expect(await code(act(ctx, (inside) => correctDocument(inside, { id: first, version: 1, ...correcting(entry()) })))).toBe('platform.notFound');
      expect(await code(listRecipients(ctx, { id: first, limit: 50 }))).toBe('platform.notFound');
    }
    expect(await code(enter(elsewhere, { number: 9 }))).toBe('platform.notFound');
    expect(await code(act(office, (ctx) => enterDocument(ctx, entry({ id: newId<'document'>(5), number: 30 }))))).toBe('platform.invalid');
  });

  test('pages from the latest to the earliest without losing one', async () => {
    const all = await found(office);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, next } = await listDocuments(office, { below: 'no', limit: 1, ...(cursor ? { cursor } : {}) });
      paged.push(...items.map(({ symbol }) => symbol));
      cursor = next ?? undefined;
    } while (cursor);
    expect(paged).toEqual(all);
  });
});

describe('links', () => {
  test('are told from both ends; who replaces another ends it, and what is beyond reach is not named', async () => {
    const above = await enter(board, { unitId: province, issuerCode: 'TU', issuer: 'Tỉnh ủy', number: 4, summary: 'Về xây dựng đô thị' });
    expect(await code(enter(office, { number: 11, links: [{ kind: 'carriesOut', documentId: above }] }))).toBe('documents.linkUnknown');
    const old = await enter(office, { type: 'QC', number: 1, regulates: 'working', summary: 'Quy chế làm việc' });
    const renewed = await enter(office, { type: 'QC', number: 2, regulates: 'working', summary: 'Quy chế làm việc (mới)', validFrom: day('2026-06-01'), links: [{ kind: 'replaces', documentId: old }] });
    expect(await readDocument(office, { id: old })).toMatchObject({ standing: 'replaced', linkedFrom: [{ kind: 'replaces', id: renewed }] });
    expect(await readDocument(office, { id: renewed })).toMatchObject({ standing: 'inForce', links: [{ kind: 'replaces', id: old, symbol: '01-QC/ĐU' }] });
    expect(await found(office, { regulations: 'yes' })).toEqual(['02-QC/ĐU', '01-QC/ĐU']);
    await act(board, (ctx) => sendDocument(ctx, { id: above, unitIds: [commune] }));
    const below = await enter(office, { number: 11, links: [{ kind: 'carriesOut', documentId: above }] });
    expect((await readDocument(board, { id: above })).linkedFrom).toMatchObject([{ kind: 'carriesOut', id: below, unit: { id: commune } }]);
    const { version } = await readDocument(office, { id: below });
    await act(board, (ctx) => takeDocumentOut(ctx, { id: above, reason: 'Xem lại' }));
    await act(office, (ctx) => correctDocument(ctx, { id: below, version, ...correcting(entry({ number: 11 })) }));
    await act(board, (ctx) => putDocumentBack(ctx, { id: above }));
    expect((await readDocument(office, { id: below })).links).toMatchObject([{ id: above }]);
    await act(board, (ctx) => sendDocument(ctx, { id: above, unitIds: [other] }));
    expect((await readDocument(elsewhere, { id: above })).linkedFrom).toEqual([]);
  });

  test('that put another out of force are for who issued it, or a superior: a recipient carries it out', async () => {
    const above = await enter(board, { unitId: province, issuerCode: 'TU', issuer: 'Tỉnh ủy', number: 6, summary: 'Về cải cách hành chính' });
    await act(board, (ctx) => sendDocument(ctx, { id: above, unitIds: [commune] }));
    for (const kind of ['replaces', 'amends'] as const) expect(await code(enter(office, { number: 12, links: [{ kind, documentId: above }] }))).toBe('documents.linkNotOwn');
    const below = await enter(office, { number: 12, links: [{ kind: 'carriesOut', documentId: above }] });
    const { version } = await readDocument(office, { id: below });
    const links = [{ kind: 'carriesOut', documentId: above }, { kind: 'replaces', documentId: above }] as const;
    expect(await code(act(office, (ctx) => correctDocument(ctx, { id: below, version, ...correcting(entry({ number: 12, links: [...links] })) })))).toBe('documents.linkNotOwn');
    expect((await readDocument(board, { id: above })).standing).toBe('inForce');
    await enter(board, { unitId: province, issuerCode: 'TU', issuer: 'Tỉnh ủy', number: 7, links: [{ kind: 'amends', documentId: above }, { kind: 'replaces', documentId: below }] });
    expect((await readDocument(office, { id: below })).standing).toBe('replaced');
    const came = { direction: 'received', type: 'CT', issuerCode: 'TW', issuer: 'Ban Bí thư', receivedOn: day('2026-03-05') } as const;
    const received = await enter(office, { ...came, number: 1 });
    await enter(office, { ...came, number: 2, links: [{ kind: 'replaces', documentId: received }] });
    expect((await readDocument(office, { id: received })).standing).toBe('replaced');
  });

  test('that stand already are kept also where what they replace is no longer within reach', async () => {
    const above = await enter(board, { unitId: province, issuerCode: 'TU', issuer: 'Tỉnh ủy', number: 8 });
    const replaces = [{ kind: 'replaces' as const, documentId: above }];
    const below = await enter(board, { number: 13, links: replaces });
    const { version } = await readDocument(office, { id: below });
    await act(office, (ctx) => correctDocument(ctx, { id: below, version, ...correcting(entry({ number: 13, links: replaces })) }));
    expect((await readDocument(board, { id: below })).links).toMatchObject([{ id: above }]);
  });
});

describe('sending', () => {
  let sent: DocumentId;
  beforeAll(async () => { sent = await enter(board, { unitId: province, type: 'CT', issuerCode: 'TU', issuer: 'Tỉnh ủy', number: 5, summary: 'Về phòng chống thiên tai' }); });

  test('reaches every committee below at once, each of them once', async () => {
    expect(await act(board, (ctx) => sendDocument(ctx, { id: sent, unitIds: [commune], allBelow: 'committees' }))).toMatchObject({ sent: 2 });
    expect(await act(board, (ctx) => sendDocument(ctx, { id: sent, unitIds: [], allBelow: 'committees' }))).toMatchObject({ sent: 0 });
    expect(await found(office, { unitId: commune, search: 'thien tai' })).toEqual(['05-CT/TU']);
    expect(await found(secretary, { search: 'thien tai' })).toEqual([]);
    expect(await code(act(office, (ctx) => sendDocument(ctx, { id: sent, unitIds: [] })))).toBe('platform.forbidden');
    const own = await enter(office, { type: 'TB', number: 1, summary: 'Kết luận hội nghị' });
    expect(await code(act(office, (ctx) => sendDocument(ctx, { id: own, unitIds: [province] })))).toBe('documents.notBelow');
  });

  test('tells by the list of a unit beyond reach nothing of what that unit got', async () => {
    expect(await found(elsewhere, { search: 'thien tai' })).toEqual(['05-CT/TU']);
    expect(await found(elsewhere, { unitId: commune, search: 'thien tai' })).toEqual([]);
    expect(await found(elsewhere, { unitId: commune, below: 'yes', search: 'thien tai' })).toEqual([]);
    expect(await found(board, { unitId: commune, search: 'thien tai' })).toEqual(['05-CT/TU']);
  });

  test('is confirmed by the unit itself, once; who keeps the register sees who has not', async () => {
    expect((await readDocument(office, { id: sent })).recipients).toMatchObject({ sent: 0, own: [{ unit: { id: commune }, takenOn: null, mayTake: true }] });
    expect(await code(act(elsewhere, (ctx) => confirmReceipt(ctx, { id: sent, unitId: commune })))).toBe('platform.notFound');
    expect(await code(act(secretary, (ctx) => confirmReceipt(ctx, { id: sent, unitId: cell })))).toBe('documents.notSent');
    await act(office, (ctx) => confirmReceipt(ctx, { id: sent, unitId: commune }));
    await act(office, (ctx) => confirmReceipt(ctx, { id: sent, unitId: commune }));
    expect((await readDocument(board, { id: sent })).recipients).toMatchObject({ sent: 2, taken: 1, toRecall: 1 });
    const { items } = await listRecipients(board, { id: sent, limit: 50 });
    expect(items.map(({ unit, takenOn }) => [unit.name, takenOn])).toEqual([['Đảng bộ xã khác', null], ['Đảng bộ xã', '2026-11-20']]);
    expect(await code(listRecipients(office, { id: sent, limit: 50 }))).toBe('platform.notFound');
  });

  test('by the centre reaches the committees of provinces', async () => {
    const build = buildIn(world);
    const centre = await build.unit({ kind: 'central', name: 'Trung ương' });
    const [one, another] = [await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh A', parent: centre }), await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh B', parent: centre })];
    await build.derive();
    const central = contextFor(world, actorWith([{ role: 'office_officer', unitId: centre }]));
    const id = await enter(central, { unitId: centre, issuerCode: 'TW', issuer: 'Bộ Chính trị' });
    await act(central, (ctx) => sendDocument(ctx, { id, unitIds: [], allBelow: 'committees' }));
    expect((await listRecipients(central, { id, limit: 50 })).items.map(({ unit }) => unit.id)).toEqual([one, another]);
  });

  test('tells a recipient of itself before the many units below it', async () => {
    const build = buildIn(world);
    const below: Id<'unit'>[] = [];
    for (let at = 0; at < 25; at += 1) below.push(await build.unit({ kind: 'cell', name: `Chi bộ ${at}`, parent: other }));
    await build.derive();
    const id = await enter(board, { unitId: province, type: 'CT', issuerCode: 'TU', issuer: 'Tỉnh ủy', number: 6 });
    await act(board, (ctx) => sendDocument(ctx, { id, unitIds: [...below, other] }));
    await act(elsewhere, (ctx) => confirmReceipt(ctx, { id, unitId: other }));
    const { own } = (await readDocument(elsewhere, { id })).recipients;
    expect([own.length, own[0]!.unit.id]).toEqual([20, other]);
  });

  test('is told on the list to the unit that has not confirmed, and called back from it; who has confirmed keeps it', async () => {
    const id = await enter(board, { unitId: province, type: 'CT', issuerCode: 'TU', issuer: 'Tỉnh ủy', number: 8, summary: 'Về bảo vệ rừng' });
    await act(board, (ctx) => sendDocument(ctx, { id, unitIds: [commune, other] }));
    const toConfirm = async (ctx: Ctx) => (await listDocuments(ctx, { toConfirm: 'yes', below: 'no', limit: 50 })).items.filter((item) => item.id === id).map(({ isToConfirm }) => isToConfirm);
    expect([await toConfirm(office), await toConfirm(elsewhere), await toConfirm(board), await toConfirm(secretary)]).toEqual([[true], [true], [], []]);
    await act(office, (ctx) => confirmReceipt(ctx, { id, unitId: commune }));
    expect(await toConfirm(office)).toEqual([]);
    expect(await code(act(elsewhere, (ctx) => recallDocument(ctx, { id, unitIds: [other] })))).toBe('platform.forbidden');
    expect(await act(board, (ctx) => recallDocument(ctx, { id, unitIds: [commune] }))).toMatchObject({ recalled: 0 });
    expect(await act(board, (ctx) => recallDocument(ctx, { id, unitIds: [], allOpen: true }))).toMatchObject({ recalled: 1 });
    expect(await code(readDocument(elsewhere, { id }))).toBe('platform.notFound');
    expect((await readDocument(office, { id })).symbol).toBe('08-CT/TU');
  });

  test('takes no more at once than it may; those that have it already do not count', async () => {
    const build = buildIn(world);
    const units = [commune, other, cell, await build.unit({ kind: 'cell', name: 'Chi bộ mới', parent: commune })];
    const id = await enter(board, { unitId: province, type: 'CT', issuerCode: 'TU', issuer: 'Tỉnh ủy', number: 7 });
    const add = () => act(board, (ctx) => addRecipients(ctx, id, { units: sql`select unnest(${units}::uuid[])`, most: 2 }));
    expect(await code(add())).toBe('documents.sentTooMany');
    await act(board, (ctx) => sendDocument(ctx, { id, unitIds: units.slice(0, 3) }));
    expect(await add()).toBe(1);
  });
});

describe('files', () => {
  let id: DocumentId;
  let bytes: Buffer;
  beforeAll(async () => {
    id = await enter(office, { number: 20, summary: 'Về chuyển đổi số' });
    bytes = await Packer.toBuffer(new WordFile({ sections: [{ children: [new Paragraph('Phấn đấu 97% hộ dân dùng nước sạch')] }] }));
  });

  test('are kept once, found by their words when these were read, and gone with the last document that has them', async () => {
    const { id: fileId } = await attach(office, id, bytes);
    expect(await code(attach(office, id, bytes))).toBe('documents.fileThere');
    const twin = await enter(office, { number: 21, summary: 'Bản sao' });
    const { id: twinFile } = await attach(office, twin, bytes);
    expect((await readDocument(office, { id })).files).toMatchObject([{ name: 'nghi-quyet.docx', isRead: false }]);
    expect(await found(office, { search: 'nuoc sach' })).toEqual([]);
    expect([await readNext(world.db), await readNext(world.db)]).toEqual(['read', 'nothing']);
    expect(await found(office, { search: 'nuoc sach' })).toEqual(['21-NQ/ĐU', '20-NQ/ĐU']);
    await act(office, (ctx) => detachFile(ctx, { id: twin, fileId: twinFile }));
    expect(await found(office, { search: 'nuoc sach' })).toEqual(['20-NQ/ĐU']);
    const answer: FileAnswer = await readDocumentFile(office, { id, fileId });
    expect(Buffer.from(answer.body as Buffer).equals(bytes)).toBe(true);
    for (const ctx of [elsewhere, secretary]) expect(await code(readDocumentFile(ctx, { id, fileId }))).toBe('platform.notFound');
    expect(await code(readDocumentFile(office, { id: twin, fileId }))).toBe('platform.notFound');
  });

  test('are read out of a PDF; one that is broken is kept and has no words', async () => {
    await attach(office, id, pdfSaying('Chi bo Cau Ram'), 'a.pdf');
    await attach(office, id, Buffer.from('%PDF-1.4 broken'), 'b.pdf');
    const outcomes = [await readNext(world.db), await readNext(world.db), await readNext(world.db)];
    expect(outcomes.toSorted()).toEqual(['nothing', 'read', 'unreadable']);
    expect(await found(office, { search: 'cau ram' })).toEqual(['20-NQ/ĐU']);
    expect((await readDocument(office, { id })).files.every(({ isRead }) => isRead)).toBe(true);
  });

  test('are refused by their bytes, and where the document bears a stamp of secrecy', async () => {
    expect(await code(attach(office, id, Buffer.from('MZ not a document'), 'a.pdf'))).toBe('documents.fileUnknown');
    const secret = await enter(office, { number: 22, secrecy: 'confidential', summary: 'Văn bản mật' });
    expect(await code(attach(office, secret, bytes))).toBe('documents.isSecret');
    expect((await readDocument(office, { id: secret })).files).toEqual([]);
  });

  test('raise the version as they come and go', async () => {
    const of = await enter(office, { number: 23 });
    const { id: fileId } = await attach(office, of, bytes);
    expect((await readDocument(office, { id: of })).version).toBe(2);
    await act(office, (ctx) => detachFile(ctx, { id: of, fileId }));
    expect((await readDocument(office, { id: of })).version).toBe(3);
  });

  test('are counted before a stamp of secrecy is saved that waited for them', async () => {
    const of = await enter(office, { number: 24 });
    const { hold, release } = held();
    const attaching = act(office, async (ctx) => { await attachFile(ctx, { id: of, name: 'a.docx', base64: bytes.toString('base64'), hasNoSecrecyStamp: true }); await hold(); });
    await hold.reached;
    const stamping = code(act(office, (ctx) => correctDocument(ctx, { id: of, version: 1, ...correcting(entry({ number: 24, secrecy: 'secret' })) })));
    const counting = act(office, async (ctx) => (await lockDocument(ctx, of))!.fileCount);
    await Promise.race([blocked(2), Promise.all([stamping, counting])]);
    release();
    await attaching;
    expect([await stamping, await counting]).toEqual(['platform.stale', 1]);
  });

  test('that lie with a stamp of secrecy all the same are neither given out nor found by', async () => {
    const of = await enter(office, { number: 25 });
    const { id: fileId } = await attach(office, of, bytes, 'ke-hoach-bao-ve.docx');
    expect(await found(office, { search: 'ke hoach bao ve' })).toEqual(['25-NQ/ĐU']);
    await sql`update documents set secrecy = 'secret' where id = ${of}`.execute(world.owner.db);
    await act(office, (ctx) => refreshWords(ctx, of));
    expect(await found(office, { search: 'ke hoach bao ve' })).toEqual([]);
    expect(await code(readDocumentFile(office, { id: of, fileId }))).toBe('platform.notFound');
  });

  test('are found by their words also where they came while the same bytes were read', async () => {
    const same = pdfSaying('Phong chay rung');
    await attach(office, await enter(office, { number: 26 }), same, 'a.pdf');
    const late = await enter(office, { number: 27 });
    const { hold, release } = held();
    const attaching = act(office, async (ctx) => { await attachFile(ctx, { id: late, name: 'b.pdf', base64: same.toString('base64'), hasNoSecrecyStamp: true }); await hold(); });
    await hold.reached;
    const reading = readNext(world.db);
    await Promise.race([blocked(1), reading]);
    release();
    await attaching;
    expect(await reading).toBe('read');
    expect(await found(office, { search: 'chay rung' })).toEqual(['27-NQ/ĐU', '26-NQ/ĐU']);
  });

  test('however many and long fit into what a document is found by, each with words of its own', async () => {
    const of = await enter(office, { number: 28 });
    const home = sql`home_of(${of}::uuid)`;
    const texts = Array.from({ length: 20 }, (_, file) => Array.from({ length: 20_000 }, (__, at) => `tep${file}x${at}`).join(' '));
    await sql`insert into document_contents (home_id, hash, media_type, size, content, text) select ${home}, t::bytea, 'application/pdf', 1, 'x', x from unnest(${texts.map((_, at) => `long${at}`)}::text[], ${texts}::text[]) u (t, x)`.execute(world.owner.db);
    await sql`insert into document_files (home_id, id, document_id, hash, name, recorded_at) select ${home}, f, ${of}, t::bytea, 'a.pdf', now() from unnest(${texts.map(() => newId<'documentFile'>(0))}::uuid[], ${texts.map((_, at) => `long${at}`)}::text[]) u (f, t)`.execute(world.owner.db);
    await act(office, (ctx) => refreshWords(ctx, of));
    for (const search of ['tep0x1 tep0x2', 'tep0x1 tep19x1 a.pdf']) expect(await found(office, { search }), search).toEqual(['28-NQ/ĐU']);
  });
});

/** A transaction that waits where the test wants it to. */
function held() {
  const [here, on] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const hold = Object.assign(() => { here.resolve(); return on.promise; }, { reached: here.promise });
  return { hold, release: () => on.resolve() };
}

/** So many wait for a row that another holds. */
async function blocked(many: number): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(world.owner.db);
    if (rows[0]!.count >= many) return;
    await sleep(10);
  }
}

/** The smallest PDF with one line of text. */
function pdfSaying(text: string): Buffer {
  const stream = `BT /F1 12 Tf 72 720 Td (${text}) Tj ET`;
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>', `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => { const start = body.length; body += `${at + 1} 0 obj\n${object}\nendobj\n`; return start; });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(`${body}xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF`);
}
