/** The reviews' part of the API: cycles that a committee opens, the reviews in them, one's own. */
import { z } from 'zod';
import { act, query } from '../../platform/contract.ts';
import { daySchema } from '../../platform/day.ts';
import { pageSize, several } from '../../platform/http/query.schema.ts';
import { answerTexts, cycleId, cycleItem, cycleKind, meetingId, opinion, point, progress, reviewId, reviewItem, reviewState, sectionTexts, text, unitId, wholeReview } from './review.shapes.ts';
import { peopleScopes, wordType } from './review.kinds.ts';
import { mostOpinions, mostSuggestions } from './review.ts';

const done = z.object({ id: reviewId, version: z.int() });
const common = ['platform.notFound', 'platform.forbidden'] as const;
const of = { id: reviewId, version: z.int() };
const acted = [...common, 'platform.stale', 'reviews.cycleClosed', 'reviews.ownToConclude'] as const;

export const reviewContract = {
  cycles: query({
    name: 'reviews.cycles',
    path: '/api/reviews/cycles',
    verb: 'review.read',
    /** Latest first: those that a unit within reach opened. */
    input: z.strictObject({ unitId: unitId.optional(), kind: several(cycleKind).optional(), cursor: z.string().max(500).optional(), limit: pageSize }),
    output: z.object({ items: z.array(cycleItem), next: z.string().nullable() }),
    summary: { vi: 'Các đợt kiểm điểm', en: 'Cycles of review' },
  }),
  cycle: query({
    name: 'reviews.cycle',
    path: '/api/reviews/cycles/:id',
    verb: 'review.read',
    input: z.strictObject({ id: cycleId }),
    output: cycleItem.extend({ collectives: progress, people: progress }),
    problems: ['platform.notFound'],
    summary: { vi: 'Một đợt kiểm điểm và tiến độ', en: 'A cycle and how far it is' },
  }),
  list: query({
    name: 'reviews.list',
    path: '/api/reviews',
    verb: 'review.read',
    /** By unit; collectives before people. Of people only those that are held at, or were opened by, the very unit of an assignment. */
    input: z.strictObject({ cycleId: cycleId.optional(), unitId: unitId.optional(), of: z.enum(['collectives', 'people']).optional(), state: several(reviewState).optional(), cursor: z.string().max(500).optional(), limit: pageSize }),
    output: z.object({ items: z.array(reviewItem), next: z.string().nullable() }),
    summary: { vi: 'Các bản kiểm điểm được xem', en: 'The reviews that one may see' },
  }),
  review: query({
    name: 'reviews.review',
    path: '/api/reviews/:id',
    verb: 'review.read',
    input: z.strictObject({ id: reviewId }),
    output: wholeReview,
    problems: ['platform.notFound'],
    summary: { vi: 'Một bản kiểm điểm: tự kiểm điểm, gợi ý, ý kiến, kết luận', en: 'One review: what is written, suggested, said, concluded' },
  }),
  file: query({
    name: 'reviews.file',
    path: '/api/reviews/:id/review.docx',
    verb: 'review.read',
    input: z.strictObject({ id: reviewId }),
    output: z.unknown(),
    problems: ['platform.notFound'],
    files: [wordType],
    summary: { vi: 'Bản kiểm điểm bằng tệp Word', en: 'The review as a Word document' },
  }),
  ownList: query({
    name: 'reviews.ownList',
    path: '/api/own/reviews',
    verb: 'self.read',
    input: z.strictObject({}),
    output: z.object({ items: z.array(reviewItem).max(100) }),
    summary: { vi: 'Kiểm điểm của chính mình', en: 'One’s own reviews' },
  }),
  own: query({
    name: 'reviews.own',
    path: '/api/own/reviews/:id',
    verb: 'self.read',
    input: z.strictObject({ id: reviewId }),
    output: wholeReview,
    problems: ['platform.notFound'],
    summary: { vi: 'Một bản kiểm điểm của chính mình', en: 'One of one’s own reviews' },
  }),
  ownFile: query({
    name: 'reviews.ownFile',
    path: '/api/own/reviews/:id/review.docx',
    verb: 'self.read',
    input: z.strictObject({ id: reviewId }),
    output: z.unknown(),
    problems: ['platform.notFound'],
    files: [wordType],
    summary: { vi: 'Bản kiểm điểm của mình bằng tệp Word', en: 'One’s own review as a Word document' },
  }),
  openCycle: act({
    name: 'reviews.openCycle',
    path: '/api/reviews/cycles/open',
    verb: 'review.record',
    /** Of the unit itself and all below it, or of the unit alone; who must be reviewed follows from posts and placements of today. */
    input: z.strictObject({ id: cycleId.optional(), unitId, kind: cycleKind, title: text(300), from: daySchema, to: daySchema, dueOn: daySchema, collectives: z.boolean().default(true), people: z.enum(peopleScopes), below: z.boolean().default(true) }),
    output: z.object({ id: cycleId, reviews: z.int() }),
    problems: [...common, 'reviews.already', 'reviews.noForm', 'reviews.periodBackwards', 'reviews.dueBeforePeriod', 'reviews.nobodyDue', 'reviews.tooMany'],
    summary: { vi: 'Mở đợt kiểm điểm', en: 'Open a cycle' },
  }),
  closeCycle: act({
    name: 'reviews.closeCycle',
    path: '/api/reviews/cycles/:id/close',
    verb: 'review.record',
    input: z.strictObject({ id: cycleId, version: z.int(), isClosed: z.boolean() }),
    output: z.object({ id: cycleId, version: z.int() }),
    problems: [...common, 'platform.stale'],
    summary: { vi: 'Kết thúc hoặc mở lại đợt kiểm điểm', en: 'Close a cycle, or open it again' },
  }),
  redrawCycle: act({
    name: 'reviews.redrawCycle',
    path: '/api/reviews/cycles/:id/redraw',
    verb: 'review.record',
    input: z.strictObject({ id: cycleId, version: z.int() }),
    output: z.object({ id: cycleId, version: z.int(), added: z.int() }),
    problems: [...common, 'platform.stale', 'reviews.cycleClosed', 'reviews.tooMany'],
    summary: { vi: 'Bổ sung người, tập thể còn thiếu vào đợt', en: 'Add who is missing in a cycle' },
  }),
  dropCycle: act({
    name: 'reviews.dropCycle',
    path: '/api/reviews/cycles/:id/drop',
    verb: 'review.record',
    /** While nobody has done anything in it. */
    input: z.strictObject({ id: cycleId, version: z.int() }),
    output: z.object({}),
    problems: [...common, 'platform.stale', 'reviews.cycleBegun'],
    summary: { vi: 'Hủy đợt mở nhầm', en: 'Drop a cycle that was opened by mistake' },
  }),
  write: act({
    name: 'reviews.write',
    path: '/api/reviews/:id/write',
    verb: 'review.record',
    /** Of a collective, by who records at its very unit, or above one at which nobody does; of a person who has no account, by who records where it is held. */
    input: z.strictObject({ ...of, texts: sectionTexts, answers: answerTexts, isSubmitted: z.boolean().default(false) }),
    output: done,
    problems: [...acted, 'reviews.notWritten', 'reviews.unanswered', 'reviews.sectionsEmpty', 'reviews.writesHimself', 'reviews.writesItself'],
    summary: { vi: 'Viết, gửi báo cáo kiểm điểm', en: 'Write a review, hand it in' },
  }),
  writeOwn: act({
    name: 'reviews.writeOwn',
    path: '/api/own/reviews/:id/write',
    verb: 'self.review',
    /** Written once: the same person's other places in the cycle take it over while they are open. */
    input: z.strictObject({ ...of, texts: sectionTexts, answers: answerTexts, isSubmitted: z.boolean().default(false) }),
    output: done,
    problems: ['platform.notFound', 'platform.stale', 'reviews.cycleClosed', 'reviews.notWritten', 'reviews.unanswered', 'reviews.sectionsEmpty'],
    summary: { vi: 'Viết, gửi bản tự kiểm điểm của mình', en: 'Write the own review, hand it in' },
  }),
  takeInHandOwn: act({
    name: 'reviews.takeInHandOwn',
    path: '/api/own/reviews/:id/take-in-hand',
    verb: 'self.review',
    input: z.strictObject(of),
    output: done,
    problems: ['platform.notFound', 'platform.stale', 'reviews.cycleClosed', 'reviews.notSubmitted'],
    summary: { vi: 'Rút bản tự kiểm điểm đã gửi để sửa', en: 'Take the own review back to change it' },
  }),
  takeInHand: act({
    name: 'reviews.takeInHand',
    path: '/api/reviews/:id/take-in-hand',
    verb: 'review.record',
    input: z.strictObject(of),
    output: done,
    problems: [...acted, 'reviews.notSubmitted', 'reviews.writesHimself', 'reviews.writesItself'],
    summary: { vi: 'Đưa bản đã gửi về bước viết', en: 'Bring back what was handed in' },
  }),
  suggest: act({
    name: 'reviews.suggest',
    path: '/api/reviews/:id/suggest',
    verb: 'review.record',
    /** All points as they then stand; one that keeps its words keeps its answer. */
    input: z.strictObject({ ...of, points: z.array(point).max(mostSuggestions) }),
    output: done,
    problems: [...acted, 'reviews.isOver', 'reviews.tooManySuggestions'],
    summary: { vi: 'Gợi ý kiểm điểm', en: 'Suggest points to be reviewed' },
  }),
  hold: act({
    name: 'reviews.hold',
    path: '/api/reviews/:id/hold',
    verb: 'review.record',
    input: z.strictObject({ ...of, heldOn: daySchema, meetingId: meetingId.nullable().default(null), opinions: z.array(opinion).max(mostOpinions).default([]), conclusion: text(20_000) }),
    output: done,
    problems: [...acted, 'reviews.notSubmitted', 'reviews.inFuture', 'reviews.meetingUnknown', 'reviews.concludedTooOften'],
    summary: { vi: 'Ghi ý kiến góp ý và kết luận kiểm điểm', en: 'Record opinions and the conclusion' },
  }),
  excuse: act({
    name: 'reviews.excuse',
    path: '/api/reviews/:id/excuse',
    verb: 'review.record',
    input: z.strictObject({ ...of, reason: text(500) }),
    output: done,
    problems: [...acted, 'reviews.isOver'],
    summary: { vi: 'Ghi không phải kiểm điểm, có lý do', en: 'Excuse from the review, with the reason' },
  }),
  reopen: act({
    name: 'reviews.reopen',
    path: '/api/reviews/:id/reopen',
    verb: 'review.record',
    input: z.strictObject(of),
    output: done,
    problems: [...acted, 'reviews.isNotOver'],
    summary: { vi: 'Mở lại bản đã kết luận hoặc đã miễn', en: 'Take up again what was concluded or excused' },
  }),
};

