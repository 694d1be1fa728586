/** The reports' part of the API: drafts, what they find, the records behind each number, papers, and what was issued for ever. */
import { z } from 'zod';
import { act, query } from '../../platform/contract.ts';
import { daySchema } from '../../platform/day.ts';
import { pageSize } from '../../platform/http/query.schema.ts';
import { entryFields } from '../documents/document.shapes.ts';
import { mostNumber } from '../documents/document.symbol.ts';
import { paperTypes } from './report.kinds.ts';
import { findingsMark, lineCode, recordItem, reportId, reportItem, title, unitId, wholeReport, words } from './report.shapes.ts';

const common = ['platform.notFound', 'platform.forbidden'] as const;
const counted = ['reports.nobodyAssigned', 'reports.tooLarge', 'reports.tooManyRecords'] as const;
const done = z.object({ id: reportId, version: z.int() });
const period = { from: daySchema, to: daySchema };

export const reportContract = {
  list: query({
    name: 'reports.list',
    path: '/api/reports',
    verb: 'report.read',
    /** The latest first. */
    input: z.strictObject({ unitId: unitId.optional(), cursor: z.string().max(500).optional(), limit: pageSize }),
    output: z.object({ items: z.array(reportItem), next: z.string().nullable() }),
    summary: { vi: 'Các báo cáo sơ kết được xem', en: 'The reports that one may see' },
  }),
  report: query({
    name: 'reports.report',
    path: '/api/reports/:id',
    verb: 'report.read',
    input: z.strictObject({ id: reportId }),
    /** Of a draft counted now; of what was issued as it was then. */
    output: wholeReport,
    problems: ['platform.notFound', ...counted],
    summary: { vi: 'Một báo cáo: số liệu và phần viết', en: 'One report: what was counted and what was written' },
  }),
  records: query({
    name: 'reports.records',
    path: '/api/reports/:id/records',
    verb: 'report.read',
    /** Behind the number of a line: of the whole, or of one committee or cadre (`of`). Of places where one may not see such records none is told. */
    input: z.strictObject({ id: reportId, line: lineCode, of: z.guid().optional(), cursor: z.string().max(500).optional(), limit: pageSize }),
    output: z.object({ items: z.array(recordItem), next: z.string().nullable() }),
    problems: ['platform.notFound', ...counted],
    summary: { vi: 'Hồ sơ đứng sau một con số của báo cáo', en: 'The records behind a number of a report' },
  }),
  word: query({
    name: 'reports.word',
    path: '/api/reports/:id/report.docx',
    verb: 'report.read',
    input: z.strictObject({ id: reportId }),
    output: z.unknown(),
    files: [paperTypes.docx],
    problems: ['platform.notFound', ...counted],
    summary: { vi: 'Báo cáo bằng tệp Word', en: 'The report as a Word document' },
  }),
  excel: query({
    name: 'reports.excel',
    path: '/api/reports/:id/report.xlsx',
    verb: 'report.read',
    input: z.strictObject({ id: reportId }),
    output: z.unknown(),
    files: [paperTypes.xlsx],
    problems: ['platform.notFound', ...counted],
    summary: { vi: 'Bảng số liệu của báo cáo bằng tệp Excel', en: 'The tables of the report as an Excel workbook' },
  }),
  draft: act({
    name: 'reports.draft',
    path: '/api/reports/draft',
    verb: 'report.draft',
    /** About a unit and all below it. */
    input: z.strictObject({ id: reportId.optional(), unitId, title, ...period }),
    output: done,
    problems: [...common, 'reports.already', 'reports.periodBackwards', 'reports.inFuture', ...counted],
    summary: { vi: 'Lập dự thảo báo cáo sơ kết', en: 'Draft an interim review' },
  }),
  write: act({
    name: 'reports.write',
    path: '/api/reports/:id/write',
    verb: 'report.draft',
    input: z.strictObject({ id: reportId, version: z.int(), title, ...period, words }),
    output: done,
    problems: [...common, 'platform.stale', 'reports.issued', 'reports.periodBackwards', 'reports.inFuture', ...counted],
    summary: { vi: 'Viết dự thảo báo cáo', en: 'Write a draft' },
  }),
  issue: act({
    name: 'reports.issue',
    path: '/api/reports/:id/issue',
    verb: 'report.issue',
    /** What is counted then, the words and both papers are kept as they are. */
    input: z.strictObject({ id: reportId, version: z.int(), /** Of what whoever issues it was shown: other numbers are not issued. */ findingsMark, /** Parts of what people write may stay empty. */ withEmpty: z.boolean().default(false), /** With a number it is entered into the register of what the unit issued. */ numbering: z.strictObject({ number: z.int().min(1).max(mostNumber), issuerCode: entryFields.issuerCode }).nullable().default(null), signer: entryFields.signer }),
    output: done.extend({ hash: z.string() }),
    problems: [...common, 'platform.stale', 'reports.issued', 'reports.changed', 'reports.nothingWritten', 'reports.partsEmpty', 'reports.numberMissing', 'documents.numberTaken', ...counted],
    summary: { vi: 'Ban hành báo cáo', en: 'Issue a report' },
  }),
  correct: act({
    name: 'reports.correct',
    path: '/api/reports/:id/correct',
    verb: 'report.draft',
    /** A new draft that replaces it once it is issued. */
    input: z.strictObject({ id: reportId }),
    output: done,
    problems: [...common, 'reports.notIssued', 'reports.replacedAlready'],
    summary: { vi: 'Lập báo cáo thay thế', en: 'Draft a report that replaces one' },
  }),
  drop: act({
    name: 'reports.drop',
    path: '/api/reports/:id/drop',
    verb: 'report.draft',
    /** Without a version where it cannot be opened, as there is too much to count. */
    input: z.strictObject({ id: reportId, version: z.int().optional() }),
    output: z.object({}),
    problems: [...common, 'platform.stale', 'reports.issued'],
    summary: { vi: 'Bỏ dự thảo báo cáo', en: 'Drop a draft' },
  }),
};
