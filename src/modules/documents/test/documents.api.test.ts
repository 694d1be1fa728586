/** Documents through their procedures: entered, numbered once, corrected, taken out, linked, sent, received, with files that are found by their words. */
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
import { confirmReceipt, listRecipients, sendDocument } from '../server/document.recipients.ts';
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

  test('is confirmed by the unit itself, once; who keeps the register sees who has not', async () => {
    expect((await readDocument(office, { id: sent })).recipients).toMatchObject({ sent: 0, own: [{ unit: { id: commune }, takenOn: null, mayTake: true }] });
    expect(await code(act(elsewhere, (ctx) => confirmReceipt(ctx, { id: sent, unitId: commune })))).toBe('platform.notFound');
    expect(await code(act(secretary, (ctx) => confirmReceipt(ctx, { id: sent, unitId: cell })))).toBe('documents.notSent');
    await act(office, (ctx) => confirmReceipt(ctx, { id: sent, unitId: commune }));
    await act(office, (ctx) => confirmReceipt(ctx, { id: sent, unitId: commune }));
    expect((await readDocument(board, { id: sent })).recipients).toMatchObject({ sent: 2, taken: 1 });
    const { items } = await listRecipients(board, { id: sent, limit: 50 });
    expect(items.map(({ unit, takenOn }) => [unit.name, takenOn])).toEqual([['Đảng bộ xã khác', null], ['Đảng bộ xã', '2026-11-20']]);
    expect(await code(listRecipients(office, { id: sent, limit: 50 }))).toBe('platform.notFound');
  });
});

describe('files', () => {
  let id: DocumentId;
  let bytes: Buffer;
  const attach = (ctx: Ctx, of: DocumentId, content: Buffer, name = 'nghi-quyet.docx') => act(ctx, (inside) => attachFile(inside, { id: of, name, base64: content.toString('base64'), hasNoSecrecyStamp: true }));
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
});

/** The smallest PDF with one line of text. */
function pdfSaying(text: string): Buffer {
  const stream = `BT /F1 12 Tf 72 720 Td (${text}) Tj ET`;
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>', `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => { const start = body.length; body += `${at + 1} 0 obj\n${object}\nendobj\n`; return start; });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(`${body}xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF`);
}
