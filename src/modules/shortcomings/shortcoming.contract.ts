/** The shortcomings' part of the API: the ledger, one of it, how it is noted, put right, confirmed. */
import { z } from 'zod';
import { act, query } from '../../platform/contract.ts';
import { daySchema } from '../../platform/day.ts';
import { pageSize, several } from '../../platform/http/query.schema.ts';
import { cause, findingFields, measureFields, personId, proofs, shortcomingId, shortcomingItem, state, text, topic, unitId, wholeShortcoming, foundIn } from './shortcoming.shapes.ts';

const done = z.object({ id: shortcomingId, version: z.int() });
const common = ['platform.notFound', 'platform.forbidden'] as const;
const of = { id: shortcomingId, version: z.int() };
const acted = [...common, 'platform.stale', 'shortcomings.cannotNow', 'shortcomings.tooManySteps'] as const;
const finding = ['shortcomings.inFuture', 'shortcomings.linkedToItself', 'shortcomings.earlierUnknown', 'shortcomings.sourceUnknown'] as const;
const proving = ['shortcomings.tooManyProofs', 'shortcomings.proofBackwards', 'shortcomings.proofOrder', 'shortcomings.figureUnknown', 'shortcomings.sourceUnknown'] as const;

export const shortcomingContract = {
  list: query({
    name: 'shortcomings.list',
    path: '/api/shortcomings',
    verb: 'shortcoming.read',
    /** Found last first. Of a unit: its own; `below` takes the units below it too. `raised`: what this unit raised with others. `search`: words without diacritics; of people nothing is found by words. */
    input: z.strictObject({
      unitId: unitId.optional(), below: z.enum(['yes', 'no']).default('no'), raised: z.enum(['yes']).optional(), state: several(state).optional(), topic: several(topic).optional(), foundIn: several(foundIn).optional(),
      late: z.enum(['yes']).optional(), recurring: z.enum(['yes']).optional(), search: z.string().trim().max(200).optional(), from: daySchema.optional(), to: daySchema.optional(), cursor: z.string().max(500).optional(), limit: pageSize,
    }),
    output: z.object({ items: z.array(shortcomingItem), next: z.string().nullable() }),
    summary: { vi: 'Hạn chế, khuyết điểm trong phạm vi, mới phát hiện trước', en: 'Shortcomings within reach, found last first' },
  }),
  own: query({
    name: 'shortcomings.own',
    path: '/api/shortcomings/own',
    verb: 'self.read',
    input: z.strictObject({}),
    output: z.object({ items: z.array(wholeShortcoming).max(100) }),
    summary: { vi: 'Hạn chế, khuyết điểm của chính mình', en: 'What was found of oneself' },
  }),
  shortcoming: query({
    name: 'shortcomings.shortcoming',
    path: '/api/shortcomings/:id',
    verb: 'shortcoming.read',
    input: z.strictObject({ id: shortcomingId }),
    output: wholeShortcoming,
    problems: ['platform.notFound'],
    summary: { vi: 'Một hạn chế: biện pháp, số liệu trước và sau, các bước', en: 'One shortcoming: measure, figures before and after, steps' },
  }),
  note: act({
    name: 'shortcomings.note',
    path: '/api/shortcomings/note',
    verb: 'shortcoming.record',
    /** At a unit, or of somebody there; raised by the unit itself or one above it. */
    input: z.strictObject({ id: shortcomingId.optional(), unitId, personId: personId.nullable().default(null), raisedById: unitId, cause, ...findingFields }),
    output: done,
    problems: [...common, ...finding, 'shortcomings.raiserNotAbove', 'shortcomings.personElsewhere', 'shortcomings.already'],
    summary: { vi: 'Ghi một hạn chế, khuyết điểm', en: 'Note a shortcoming' },
  }),
  correct: act({
    name: 'shortcomings.correct',
    path: '/api/shortcomings/:id/correct',
    verb: 'shortcoming.record',
    /** By the body that raised it; by who noted it on the same day. */
    input: z.strictObject({ ...of, ...findingFields }),
    output: done,
    problems: [...acted, ...finding, 'shortcomings.isClosed', 'shortcomings.ownToConfirm'],
    summary: { vi: 'Sửa nội dung đã ghi', en: 'Correct what was written down' },
  }),
  setMeasure: act({
    name: 'shortcomings.setMeasure',
    path: '/api/shortcomings/:id/set-measure',
    verb: 'shortcoming.record',
    /** Who answers for it is given a task, where it is one of the unit. */
    input: z.strictObject({ ...of, ...measureFields, /** Why the deadline is put off. */ reason: z.string().trim().max(1000).default('') }),
    output: done,
    problems: [...acted, ...proving, 'shortcomings.putOffReason', 'shortcomings.isClosed', 'shortcomings.isReported', 'shortcomings.dueBeforeFound', 'shortcomings.ownerUnknown'],
    summary: { vi: 'Đặt biện pháp, người chịu trách nhiệm, thời hạn, số liệu chứng minh', en: 'Set the measure, who answers for it, until when, and what proves it' },
  }),
  begin: act({
    name: 'shortcomings.begin',
    path: '/api/shortcomings/:id/begin',
    verb: 'shortcoming.record',
    input: z.strictObject(of),
    output: done,
    problems: [...acted, 'shortcomings.measureMissing'],
    summary: { vi: 'Bắt đầu khắc phục', en: 'Begin to put it right' },
  }),
  report: act({
    name: 'shortcomings.report',
    path: '/api/shortcomings/:id/report',
    verb: 'shortcoming.record',
    input: z.strictObject({ ...of, result: text(2000), proofs }),
    output: done,
    problems: [...acted, ...proving, 'shortcomings.measureMissing', 'shortcomings.proofMissing'],
    summary: { vi: 'Báo cáo đã khắc phục, kèm số liệu trước và sau', en: 'Report it remedied, with figures before and after' },
  }),
  confirm: act({
    name: 'shortcomings.confirm',
    path: '/api/shortcomings/:id/confirm',
    verb: 'shortcoming.record',
    /** At the body that raised it. */
    input: z.strictObject({ ...of, words: z.string().trim().max(1000).default('') }),
    output: done,
    problems: [...acted, 'shortcomings.notReported', 'shortcomings.ownToConfirm'],
    summary: { vi: 'Xác nhận đã khắc phục', en: 'Confirm it remedied' },
  }),
  giveBack: act({
    name: 'shortcomings.giveBack',
    path: '/api/shortcomings/:id/give-back',
    verb: 'shortcoming.record',
    input: z.strictObject({ ...of, words: text(1000) }),
    output: done,
    problems: [...acted, 'shortcomings.notReported', 'shortcomings.ownToConfirm'],
    summary: { vi: 'Trả lại để khắc phục tiếp', en: 'Return it to be remedied further' },
  }),
  withdraw: act({
    name: 'shortcomings.withdraw',
    path: '/api/shortcomings/:id/withdraw',
    verb: 'shortcoming.record',
    input: z.strictObject({ ...of, words: text(1000) }),
    output: done,
    problems: [...acted, 'shortcomings.isClosed', 'shortcomings.ownToConfirm'],
    summary: { vi: 'Hủy nội dung đã ghi, có lý do', en: 'Withdraw it, with the reason' },
  }),
  takeBack: act({
    name: 'shortcomings.takeBack',
    path: '/api/shortcomings/:id/take-back',
    verb: 'shortcoming.record',
    input: z.strictObject(of),
    output: done,
    problems: [...acted, 'shortcomings.nothingToTakeBack', 'shortcomings.ownToConfirm'],
    summary: { vi: 'Hoàn tác bước vừa ghi', en: 'Take the last step back' },
  }),
};
