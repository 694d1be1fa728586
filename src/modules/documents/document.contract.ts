/** The documents' part of the API: the register of a unit, one document, its files, to whom it was sent. */
import { z } from 'zod';
import { act, query } from '../../platform/contract.ts';
import { daySchema } from '../../platform/day.ts';
import { pageSize, several } from '../../platform/http/query.schema.ts';
import { direction, documentId, documentItem, entryFields, fileId, text, type, unitId, wholeDocument, type standing } from './document.shapes.ts';

const done = z.object({ id: documentId, version: z.int() });
const common = ['platform.notFound', 'platform.forbidden'] as const;
const entryProblems = ['documents.numberMissing', 'documents.receivedMissing', 'documents.inFuture', 'documents.receivedOutside', 'documents.endsBeforeStart', 'documents.linkedToItself', 'documents.linkUnknown', 'documents.linkNotOwn', 'documents.numberTaken'] as const;
const megabytes = 1024 * 1024;

export const documentContract = {
  list: query({
    name: 'documents.list',
    path: '/api/documents',
    verb: 'document.read',
    /** Latest first. Of a unit: its own register and what was sent to it; `below` takes the units below it too. `toConfirm`: sent to units of the caller that have not confirmed. `search`: words of the summary, the symbol, the issuer and the files, without diacritics. */
    input: z.strictObject({
      unitId: unitId.optional(), below: z.enum(['yes', 'no']).default('no'), direction: direction.optional(), type: several(type).optional(), term: z.string().max(9).optional(),
      regulations: z.enum(['yes']).optional(), toConfirm: z.enum(['yes']).optional(), search: z.string().trim().max(200).optional(), from: daySchema.optional(), to: daySchema.optional(), cursor: z.string().max(500).optional(), limit: pageSize,
    }),
    output: z.object({ items: z.array(documentItem), next: z.string().nullable() }),
    summary: { vi: 'Văn bản trong phạm vi, hoặc của một đơn vị, mới nhất trước', en: 'Documents within reach, or of a unit, the latest first' },
  }),
  document: query({
    name: 'documents.document',
    path: '/api/documents/:id',
    verb: 'document.read',
    input: z.strictObject({ id: documentId }),
    output: wholeDocument,
    problems: ['platform.notFound'],
    summary: { vi: 'Một văn bản: hiệu lực, văn bản liên quan, tệp, nơi nhận', en: 'One document: how long it holds, what it is linked with, files, recipients' },
  }),
  nextNumber: query({
    name: 'documents.nextNumber',
    path: '/api/documents/next-number',
    verb: 'document.record',
    /** One after the highest of the series; gaps are left alone. */
    input: z.strictObject({ unitId, type, term: z.string().max(9) }),
    output: z.object({ number: z.int() }),
    problems: common,
    summary: { vi: 'Số tiếp theo của loại văn bản trong nhiệm kỳ', en: 'The next number of a type within the term' },
  }),
  file: query({
    name: 'documents.file',
    path: '/api/documents/:id/files/:fileId',
    verb: 'document.read',
    input: z.strictObject({ id: documentId, fileId }),
    output: z.unknown(),
    files: ['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    problems: ['platform.notFound'],
    summary: { vi: 'Tệp của văn bản', en: 'A file of a document' },
  }),
  enter: act({
    name: 'documents.enter',
    path: '/api/documents/enter',
    verb: 'document.record',
    input: z.strictObject({ id: documentId.optional(), unitId, direction, ...entryFields }),
    output: done,
    problems: [...common, ...entryProblems],
    summary: { vi: 'Ghi văn bản vào sổ', en: 'Enter a document into the register' },
  }),
  correct: act({
    name: 'documents.correct',
    path: '/api/documents/:id/correct',
    verb: 'document.record',
    input: z.strictObject({ id: documentId, version: z.int(), ...entryFields }),
    output: done,
    problems: [...common, ...entryProblems, 'documents.isVoid', 'documents.hasFiles', 'platform.stale'],
    summary: { vi: 'Sửa văn bản đã ghi', en: 'Correct what is written of a document' },
  }),
  takeOut: act({
    name: 'documents.takeOut',
    path: '/api/documents/:id/take-out',
    verb: 'document.record',
    input: z.strictObject({ id: documentId, reason: text(500) }),
    output: done,
    problems: [...common, 'documents.isVoid'],
    summary: { vi: 'Hủy văn bản ghi nhầm; số của văn bản được dùng lại', en: 'Take a document out of the register; its number is free again' },
  }),
  putBack: act({
    name: 'documents.putBack',
    path: '/api/documents/:id/put-back',
    verb: 'document.record',
    input: z.strictObject({ id: documentId }),
    output: done,
    problems: [...common, 'documents.isNotVoid', 'documents.numberTaken'],
    summary: { vi: 'Khôi phục văn bản đã hủy', en: 'Put it back' },
  }),
  attach: act({
    name: 'documents.attach',
    path: '/api/documents/:id/attach',
    verb: 'document.record',
    /** The file as base64, 20 MiB at most. Whoever attaches it says that it bears no stamp of secrecy. */
    input: z.strictObject({ id: documentId, name: z.string().trim().min(1).max(300), base64: z.base64().max(28 * megabytes), hasNoSecrecyStamp: z.literal(true) }),
    output: z.object({ id: fileId }),
    bodyLimit: 29 * megabytes,
    problems: [...common, 'documents.isSecret', 'documents.isVoid', 'documents.tooManyFiles', 'documents.fileTooLarge', 'documents.fileUnknown', 'documents.fileThere'],
    summary: { vi: 'Đính kèm tệp', en: 'Attach a file' },
  }),
  detach: act({
    name: 'documents.detach',
    path: '/api/documents/:id/detach',
    verb: 'document.record',
    input: z.strictObject({ id: documentId, fileId }),
    output: z.object({}),
    problems: common,
    summary: { vi: 'Bỏ tệp', en: 'Take a file out' },
  }),
  send: act({
    name: 'documents.send',
    path: '/api/documents/:id/send',
    verb: 'document.record',
    /** To units by name, or to all of a kind below the unit that issued it. Whoever has it already is left alone. */
    input: z.strictObject({ id: documentId, unitIds: z.array(unitId).max(200).default([]), allBelow: z.enum(['committees', 'cells', 'all']).optional() }),
    output: z.object({ id: documentId, version: z.int(), sent: z.int() }),
    problems: [...common, 'documents.isVoid', 'documents.notBelow', 'documents.sentTooMany'],
    summary: { vi: 'Gửi văn bản đến các đơn vị', en: 'Send a document to units' },
  }),
  recall: act({
    name: 'documents.recall',
    path: '/api/documents/:id/recall',
    verb: 'document.record',
    /** From units by name, or from all that have not confirmed. Who has confirmed keeps it, and so does who is asked to carry it out. */
    input: z.strictObject({ id: documentId, unitIds: z.array(unitId).max(200).default([]), allOpen: z.literal(true).optional() }),
    output: z.object({ id: documentId, version: z.int(), recalled: z.int() }),
    problems: [...common, 'documents.recipientAsked'],
    summary: { vi: 'Thu hồi văn bản gửi nhầm từ đơn vị chưa xác nhận', en: 'Call a document back from units that have not confirmed' },
  }),
  confirm: act({
    name: 'documents.confirm',
    path: '/api/documents/:id/confirm',
    verb: 'document.record',
    input: z.strictObject({ id: documentId, unitId }),
    output: done,
    problems: [...common, 'documents.notSent'],
    summary: { vi: 'Xác nhận đơn vị đã nhận văn bản', en: 'Say that a unit has received it' },
  }),
  recipients: query({
    name: 'documents.recipients',
    path: '/api/documents/:id/recipients',
    verb: 'document.record',
    /** Those who have not confirmed first, then by name. */
    input: z.strictObject({ id: documentId, cursor: z.string().max(500).optional(), limit: pageSize }),
    output: z.object({ items: z.array(z.object({ unit: z.object({ id: unitId, name: z.string() }), sentOn: daySchema, takenOn: daySchema.nullable(), mayRecall: z.boolean() })), next: z.string().nullable() }),
    problems: common,
    summary: { vi: 'Nơi nhận và ngày xác nhận', en: 'Recipients and when they confirmed' },
  }),
};

export type Standing = z.output<typeof standing>;
