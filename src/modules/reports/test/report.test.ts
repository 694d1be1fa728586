/** Rules of a report, and how what was found is divided among committees and cadres. */
import { describe, expect, test } from 'vitest';
import { day } from '../../../../test/world/world.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { cadresOf, committeesOf, judged, peopleOf, reaches, type FoundLine, type FoundRecord } from '../report.findings.ts';
import { correctReport, draftReport, issueReport, noWords, writeReport, type Report } from '../report.ts';

const today = day('2026-11-22');
const unitId = newId<'unit'>(0);
const of = { id: newId<'report'>(0), unitId, title: 'Sơ kết', from: day('2026-01-01'), to: day('2026-10-31'), replacesId: null };

describe('a report', () => {
  const draft = draftReport(of, today) as Report;

  const some = { today, withEmpty: true };

  test('is of a time that is over', () => {
    expect(draft).toMatchObject({ issuedOn: null, version: 1, words: { strengths: '' } });
    expect(draftReport({ ...of, from: day('2026-11-01') }, today)).toMatchObject({ code: 'reports.periodBackwards' });
    expect(draftReport({ ...of, to: day('2026-11-23') }, today)).toMatchObject({ code: 'reports.inFuture' });
  });

  test('is written while it is a draft; once issued it stands', () => {
    const writing = { title: 'Sơ kết quý III', from: of.from, to: of.to, words: { ...noWords, strengths: 'Nhiều cán bộ bám cơ sở' } };
    const issued = issueReport(writeReport(draft, writing, today) as Report, some) as Report;
    expect(issued).toMatchObject({ issuedOn: today, title: 'Sơ kết quý III' });
    expect(writeReport(issued, writing, today)).toMatchObject({ code: 'reports.issued', data: { on: today } });
    expect(issueReport(issued, some)).toMatchObject({ code: 'reports.issued' });
  });

  test('is issued with parts that are empty by choice alone, and never with all of them', () => {
    const written = { ...draft, words: { ...noWords, next: 'Tiếp tục' } };
    expect(issueReport(written, { today, withEmpty: false })).toMatchObject({ code: 'reports.partsEmpty', data: { count: 5 } });
    expect(issueReport(draft, some)).toMatchObject({ code: 'reports.nothingWritten' });
    expect(issueReport({ ...draft, words: { general: 'a', strengths: 'b', shortcomings: 'c', causes: 'd', proposals: 'e', next: 'f' } }, { today, withEmpty: false })).toMatchObject({ issuedOn: today });
  });

  test('is signed by whoever is named when it is issued; what replaces it names its own', () => {
    const signer = { name: 'Lâm Văn Ký', post: 'Bí thư' };
    const issued = issueReport({ ...draft, words: { ...noWords, next: 'Tiếp tục' } }, { ...some, signer }) as Report;
    expect(issued).toMatchObject({ signer, numbering: null });
    expect(correctReport({ ...issued, numbering: { symbol: '12-BC/TU', documentId: newId<'document'>(0) } }, { id: newId<'report'>(0), isReplaced: false })).toMatchObject({ signer: null, numbering: null });
  });

  test('that was issued is replaced by a new draft with its words, once', () => {
    const issued = issueReport({ ...draft, words: { ...noWords, next: 'Tiếp tục' } }, some) as Report;
    const id = newId<'report'>(0);
    expect(correctReport(issued, { id, isReplaced: false })).toMatchObject({ id, replacesId: issued.id, issuedOn: null, version: 1, words: { next: 'Tiếp tục' } });
    expect(correctReport(issued, { id, isReplaced: true })).toMatchObject({ code: 'reports.replacedAlready' });
    expect(correctReport(draft, { id, isReplaced: false })).toMatchObject({ code: 'reports.notIssued' });
  });
});

describe('what was found', () => {
  const [north, south, cell] = [newId<'unit'>(0), newId<'unit'>(0), newId<'unit'>(0)];
  const [first, second] = [newId<'person'>(0), newId<'person'>(0)];
  const following = [
    { personId: first, person: 'Nguyễn Văn A', unitId: north, unit: 'Đảng bộ xã Bắc', from: day('2026-01-01'), to: day('2026-06-30') },
    { personId: second, person: 'Trần Văn B', unitId: north, unit: 'Đảng bộ xã Bắc', from: day('2026-07-01'), to: day('2026-10-31') },
    { personId: second, person: 'Trần Văn B', unitId: south, unit: 'Đảng bộ xã Nam', from: day('2026-01-01'), to: day('2026-10-31') },
  ];
  const above = new Map<Id<'unit'>, Id<'unit'>>([[north, north], [south, south], [cell, north]]);
  const record = (unit: Id<'unit'>, on: string, more: Partial<FoundRecord> = {}): FoundRecord => ({ id: newId(0), unitId: unit, unit: '', on: day(on), isCounted: true, marks: [], link: null, personId: null, ...more });
  const line = (records: readonly FoundRecord[], threshold: FoundLine['threshold'] = null): FoundLine => ({ code: 'petitions', title: { vi: '', en: '' }, figure: 'petitions.settled', total: { count: records.filter(({ isCounted }) => isCounted).length, base: records.length }, threshold, records });
  const petitions = line([record(cell, '2026-03-01'), record(north, '2026-08-01', { isCounted: false }), record(south, '2026-02-01')]);
  const visits: FoundLine = { ...line([record(south, '2026-02-01', { personId: first })]), code: 'visits', total: { count: 1, base: null } };

  test('of a place counts for the followed unit above it, all of them together for the whole', () => {
    expect(committeesOf({ lines: [petitions, visits], following, above }).map(({ name, beside, cells }) => [name, beside, cells])).toEqual([
      ['Đảng bộ xã Bắc', ['Nguyễn Văn A', 'Trần Văn B'], [{ count: 1, base: 2 }, { count: 0, base: null }]], ['Đảng bộ xã Nam', ['Trần Văn B'], [{ count: 1, base: 1 }, { count: 1, base: null }]],
    ]);
  });

  test('counts for whom the record names, else for whoever followed its place on its day', () => {
    expect(cadresOf({ lines: [petitions, visits], following, above }).map(({ name, beside, cells }) => [name, beside, cells])).toEqual([
      ['Nguyễn Văn A', ['Đảng bộ xã Bắc'], [{ count: 1, base: 1 }, { count: 1, base: null }]], ['Trần Văn B', ['Đảng bộ xã Bắc', 'Đảng bộ xã Nam'], [{ count: 1, base: 2 }, { count: 0, base: null }]],
    ]);
    expect(peopleOf(record(cell, '2025-12-31'), { following, above })).toEqual([]);
  });

  test('goes well from the share of the rule on; where there was nothing to reach neither well nor badly', () => {
    const threshold = { share: 0.5, paper: null };
    expect([reaches({ count: 1, base: 2 }, threshold), reaches({ count: 0, base: 1 }, threshold), reaches({ count: 0, base: 0 }, threshold), reaches({ count: 3, base: null }, threshold), reaches({ count: 1, base: 2 }, null)]).toEqual([true, false, null, null, null]);
    const { well, short } = judged(cadresOf({ lines: [petitions], following, above }), 0, { share: 0.6, paper: null });
    expect([well.map(({ name }) => name), short.map(({ name }) => name)]).toEqual([['Nguyễn Văn A'], ['Trần Văn B']]);
  });
});
