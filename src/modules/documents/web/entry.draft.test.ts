import { describe, expect, test } from 'vitest';
import { newId } from '../../../platform/ids.ts';
import { day } from '../../../platform/day.ts';
import type { WholeDocument } from './document.words.ts';
import { asksRegulates, correctionToSend, draftOf, emptyDraft, entryOf, entryToSend, faultsOf, symbolIn, symbolProposed, termProposed, type EntryDraft, type Proposal } from './entry.draft.ts';

const proposal: Proposal = { issuer: 'Đảng ủy xã Sông Lô', issuerCode: 'ĐU', nextNumber: 4 };
const draft = (change: Partial<EntryDraft> = {}): EntryDraft => ({ ...emptyDraft('2026-11-20'), ...change });

describe('the symbol', () => {
  test('of an issued document is proposed with the next number once the type is chosen, and gives way to what is typed', () => {
    expect(symbolProposed(draft(), proposal)).toBe('');
    expect(symbolProposed(draft({ type: 'NQ' }), proposal)).toBe('04-NQ/ĐU');
    expect(symbolProposed(draft({ type: 'NQ', symbol: '7-kh/đu' }), proposal)).toBe('7-kh/đu');
    expect(symbolProposed(draft({ type: 'NQ' }), { ...proposal, nextNumber: undefined })).toBe('');
    expect(symbolProposed(draft({ type: 'NQ', direction: 'received' }), proposal)).toBe('');
  });

  test('is read as people type it', () => {
    expect(symbolIn(draft({ symbol: '3-nq/tu' }), proposal)).toEqual({ number: 3, type: 'NQ', issuerCode: 'TU' });
    expect(symbolIn(draft({ symbol: 'nghị quyết 3' }), proposal)).toBeUndefined();
  });

  test('may be written apart; only a received letter goes without a number', () => {
    const apart = { isApart: true, type: 'CV', issuerCode: 'UBND-VX', number: '' } as const;
    expect(symbolIn(draft({ ...apart, direction: 'received' }), proposal)).toEqual({ number: null, type: 'CV', issuerCode: 'UBND-VX' });
    expect(symbolIn(draft(apart), proposal)).toBeUndefined();
    expect(symbolIn(draft({ ...apart, number: '12' }), proposal)).toEqual({ number: 12, type: 'CV', issuerCode: 'UBND-VX' });
    for (const number of ['0', '1a', '100000']) expect(symbolIn(draft({ ...apart, number }), proposal)).toBeUndefined();
  });
});

test('the term follows the day of issue until it is written otherwise', () => {
  expect(termProposed(draft())).toBe('2025-2030');
  expect(termProposed(draft({ issuedOn: '2024-05-01' }))).toBe('2020-2025');
  expect(termProposed(draft({ term: '2024-2029' }))).toBe('2024-2029');
  expect(termProposed(draft({ issuedOn: undefined }))).toBe('');
});

describe('what is sent', () => {
  test('takes the proposals where nothing else was written; it holds from the day of issue', () => {
    expect(entryToSend(draft({ type: 'NQ', summary: ' Về  hợp tác xã ' }), proposal)).toEqual({
      type: 'NQ', number: 4, issuerCode: 'ĐU', issuer: 'Đảng ủy xã Sông Lô', term: '2025-2030', summary: 'Về hợp tác xã', issuedOn: '2026-11-20', receivedOn: null, signer: null,
      validFrom: '2026-11-20', validTo: null, reviewDueOn: null, regulates: null, secrecy: null, links: [],
    });
  });

  test('has the day on which it came of a received one alone', () => {
    const received = draft({ direction: 'received', symbol: '05-CT/TU', issuer: 'Tỉnh ủy', summary: 'x' });
    expect(entryToSend(received, proposal)).toMatchObject({ receivedOn: '2026-11-20', issuer: 'Tỉnh ủy' });
    expect(faultsOf({ ...received, receivedOn: undefined }, proposal)).toEqual(['receivedOn']);
  });

  test('says of working rules alone what they regulate, and drops links without a document', () => {
    const links = [{ kind: 'amends', document: undefined }, { kind: 'replaces', document: { id: 'd1', label: '01-QC/ĐU' } }] as const;
    expect(entryToSend(draft({ type: 'QC', summary: 'x', regulates: 'working', links }), proposal)).toMatchObject({ regulates: 'working', links: [{ kind: 'replaces', documentId: 'd1' }] });
    expect(entryToSend(draft({ type: 'NQ', summary: 'x', regulates: 'working' }), proposal)).toMatchObject({ regulates: null });
    expect(entryToSend(draft({ type: 'QC', summary: 'x', regulates: 'other' }), proposal)).toMatchObject({ regulates: null });
    expect(faultsOf(draft({ type: 'QC', summary: 'x' }), proposal)).toEqual(['regulates']);
  });

  test('says of a decision what it regulates as well, without having to', () => {
    const decision = draft({ type: 'QĐ', summary: 'x' });
    expect([asksRegulates(decision, proposal), asksRegulates(draft({ type: 'NQ' }), proposal), asksRegulates(draft(), proposal)]).toEqual([true, false, false]);
    expect(entryToSend({ ...decision, regulates: 'working' }, proposal)).toMatchObject({ regulates: 'working' });
    expect(entryToSend(decision, proposal)).toMatchObject({ regulates: null });
  });

  test('is nothing while something is missing', () => {
    expect(entryToSend(draft(), proposal)).toBeUndefined();
    expect(faultsOf(draft({ issuedOn: undefined }), { ...proposal, issuer: ' ' })).toEqual(['symbol', 'issuer', 'summary', 'issuedOn']);
    expect(faultsOf(draft({ type: 'NQ', summary: 'x', term: '2025' }), proposal)).toEqual(['term']);
  });
});

function regulations(change: Partial<WholeDocument> = {}): WholeDocument {
  const unit = { id: newId<'unit'>(0), name: 'Đảng bộ xã Sông Lô' };
  const link = { kind: 'replaces', id: newId<'document'>(0), symbol: '01-QC/ĐU', summary: 'x', unit, issuedOn: day('2025-01-01') } as const;
  return {
    id: newId<'document'>(0), symbol: '02-QC/ĐU', type: 'QC', direction: 'issued', summary: 'Quy chế làm việc', issuer: 'Đảng ủy xã Sông Lô', issuedOn: day('2026-01-05'), receivedOn: null, unit, standing: 'inForce',
    hasFiles: false, isSecret: false, isToConfirm: false, number: 2, issuerCode: 'ĐU', term: '2025-2030', signer: { name: 'Nguyễn Văn A', post: 'Bí thư' }, validFrom: day('2026-02-01'), validTo: null, reviewDueOn: day('2027-01-01'),
    regulates: 'working', secrecy: null, void: null, links: [link], linkedFrom: [], files: [], recipients: { sent: 0, taken: 0, toRecall: 0, own: [] }, version: 3, may: [], ...change,
  };
}

test('a document comes back from the form as it went in', () => {
  const document = regulations();
  expect(entryToSend(draftOf(document), proposal)).toEqual(entryOf(document));
  const unnumbered = regulations({ symbol: '…-CV/HU', type: 'CV', number: null, issuerCode: 'HU', direction: 'received', receivedOn: day('2026-01-06'), regulates: null });
  expect(entryToSend(draftOf(unnumbered), proposal)).toEqual(entryOf(unnumbered));
});

test.each(['QĐ', 'KL'] as const)('a correction of regulations that were issued as %s keeps them, until they are said to be none', (type) => {
  const document = regulations({ symbol: `02-${type}/ĐU`, type });
  expect(entryToSend(draftOf(document), proposal)).toEqual(entryOf(document));
  expect(entryToSend({ ...draftOf(document), symbol: undefined, isApart: true, type: 'NQ', number: '2' }, proposal)).toMatchObject({ type: 'NQ', regulates: 'working' });
  expect(entryToSend({ ...draftOf(document), regulates: 'other' }, proposal)).toMatchObject({ regulates: null });
});

test('a correction names the version that its fields were taken from, not one that was read since', () => {
  const opened = regulations();
  const since = regulations({ id: opened.id, version: 4, summary: 'Quy chế làm việc, sửa' });
  expect(correctionToSend(draftOf(opened), opened)).toMatchObject({ id: opened.id, version: 3, summary: 'Quy chế làm việc' });
  expect(correctionToSend(draftOf(since), since)).toMatchObject({ id: opened.id, version: 4, summary: 'Quy chế làm việc, sửa' });
});
