/** Rules of documents: what may be written down, how a symbol is read, and whether one is in force. */
import { describe, expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import { newId } from '../../../platform/ids.ts';
import { isRefusal, type Refusal } from '../../../platform/problem.ts';
import { correct, enter, putBack, refusalOfFiles, standingOn, takeOut, type Document, type Entry } from '../document.ts';
import { readSymbol, symbolOf, termOf } from '../document.symbol.ts';

const today = day('2026-11-20');
const entry: Entry = {
  type: 'NQ', number: 3, issuerCode: 'ĐU', issuer: 'Đảng ủy xã', term: '2025-2030', summary: 'Về phát triển kinh tế', issuedOn: day('2026-03-01'), receivedOn: null, signer: null,
  validFrom: day('2026-03-01'), validTo: null, reviewDueOn: null, regulates: null, secrecy: null, links: [],
};
const of = { id: newId<'document'>(0), unitId: newId<'unit'>(0), direction: 'issued' as const };
const whole = (result: Document | Refusal): Document => { if (isRefusal(result)) throw new Error(result.code); return result; };
const codeOf = (result: Document | Refusal): string => (isRefusal(result) ? result.code : 'taken');
const issued = (change: Partial<Entry> = {}) => enter({ ...of, entry: { ...entry, ...change } }, today);

describe('an entry', () => {
  test.each<[Partial<Entry>, string]>([
    [{}, 'taken'], [{ number: null }, 'documents.numberMissing'], [{ receivedOn: today }, 'documents.receivedMissing'], [{ issuedOn: day('2026-11-21') }, 'documents.inFuture'],
    [{ validTo: day('2026-02-28') }, 'documents.endsBeforeStart'], [{ validTo: day('2026-03-01') }, 'taken'], [{ links: [{ kind: 'amends', documentId: of.id }] }, 'documents.linkedToItself'],
  ])('of an issued document with %j is %s', (change, code) => expect(codeOf(issued(change))).toBe(code));

  test.each<[Partial<Entry>, string]>([
    [{ receivedOn: day('2026-03-05') }, 'taken'], [{ receivedOn: day('2026-03-05'), number: null }, 'taken'], [{}, 'documents.receivedMissing'],
    [{ receivedOn: day('2026-02-28') }, 'documents.receivedOutside'], [{ receivedOn: day('2026-11-21') }, 'documents.receivedOutside'],
  ])('of a received document with %j is %s', (change, code) => expect(codeOf(enter({ ...of, direction: 'received', entry: { ...entry, ...change } }, today))).toBe(code));

  test('gets a stamp of secrecy only where no file is kept', () => {
    const document = whole(issued());
    expect(codeOf(correct({ ...document, fileCount: 1 }, { ...entry, secrecy: 'secret' }, today))).toBe('documents.hasFiles');
    expect(codeOf(correct(document, { ...entry, secrecy: 'secret' }, today))).toBe('taken');
    expect(refusalOfFiles(whole(issued({ secrecy: 'confidential' })))).toMatchObject({ code: 'documents.isSecret' });
    expect(refusalOfFiles({ ...document, fileCount: 20 })).toMatchObject({ code: 'documents.tooManyFiles' });
    expect(refusalOfFiles(document)).toBeUndefined();
  });

  test('that was taken out is corrected only after it was put back', () => {
    const gone = whole(takeOut(whole(issued()), { on: today, reason: 'Ghi trùng' }));
    expect(codeOf(correct(gone, entry, today))).toBe('documents.isVoid');
    expect(codeOf(takeOut(gone, { on: today, reason: 'Lại' }))).toBe('documents.isVoid');
    expect(codeOf(putBack(whole(putBack(gone))))).toBe('documents.isNotVoid');
    expect(refusalOfFiles(gone)).toMatchObject({ code: 'documents.isVoid' });
  });
});

describe('a symbol', () => {
  test('is written with two digits at least', () => {
    expect(symbolOf({ number: 3, type: 'NQ', issuerCode: 'TU' })).toBe('03-NQ/TU');
    expect(symbolOf({ number: 120, type: 'CTr', issuerCode: 'ĐU' })).toBe('120-CTr/ĐU');
    expect(symbolOf({ number: null, type: 'CV', issuerCode: 'VPTW' })).toBe('…-CV/VPTW');
  });

  test.each([['03-NQ/TU', 3, 'NQ', 'TU'], [' số 3 - nq/tu ', 3, 'NQ', 'TU'], ['10–qc/đu', 10, 'QC', 'ĐU'], ['5-CTHĐ/ĐU', 5, 'CTr', 'ĐU'], ['Số: 12-HD/BTCTW', 12, 'HD', 'BTCTW']])('is read as people type it: %s', (text, number, type, issuerCode) => {
    expect(readSymbol(text)).toEqual({ number, type, issuerCode });
  });

  test.each(['', 'NQ/TU', '0-NQ/TU', '03-XX/TU', '03-NQ', '03/2026/NQ-CP'])('%j is none', (text) => expect(readSymbol(text)).toBeUndefined());

  test('belongs to a term of five years', () => {
    expect([day('2025-01-01'), day('2026-11-20'), day('2024-12-31'), day('2019-05-01')].map(termOf)).toEqual(['2025-2030', '2025-2030', '2020-2025', '2015-2020']);
  });
});

test('a document holds from its first day to its last, unless another has replaced it or it was taken out', () => {
  const document = { validFrom: day('2026-03-01'), validTo: day('2026-06-30'), void: null, replacedOn: null };
  const on = (text: string, change: Partial<Parameters<typeof standingOn>[0]> = {}) => standingOn({ ...document, ...change }, day(text));
  expect([on('2026-02-28'), on('2026-03-01'), on('2026-06-30'), on('2026-07-01')]).toEqual(['ahead', 'inForce', 'inForce', 'ended']);
  expect([on('2026-04-30', { replacedOn: day('2026-05-01') }), on('2026-05-01', { replacedOn: day('2026-05-01') })]).toEqual(['inForce', 'replaced']);
  expect(on('2026-05-01', { void: { on: today, reason: 'Ghi trùng' } })).toBe('void');
});
