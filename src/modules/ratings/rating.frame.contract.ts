/** Frames of ratings: which one holds where, what was set, and the acts on them. An act answers with its id: the token for undoing it. */
import { z } from 'zod';
import { act, query } from '../../platform/contract.ts';
import { daySchema, periodSchema } from '../../platform/day.ts';
import { pageSize } from '../../platform/http/query.schema.ts';
import { idSchema } from '../../platform/ids.ts';
import { confidences } from '../rules/rule.ts';
import { actsPage, scope } from '../rules/series.contract.ts';
import { cap, criterion, frame, kind, text, unitId } from './rating.shapes.ts';

const frameId = idSchema<'ratingFrame'>();
const actId = idSchema<'ratingFrameAct'>();
const acted = z.object({ actId });
const reason = text(500).nullable().default(null);
const cursor = z.string().max(500).optional();
const problems = ['platform.notFound', 'platform.forbidden', 'ratings.frameEndsBeforeStart', 'ratings.frameNationalStays'];

export const ratingFrameContract = {
  frame: query({
    name: 'ratings.frame',
    path: '/api/rating-frames/in-force',
    verb: 'rule.read',
    input: z.strictObject({ unitId: unitId.optional(), subject: kind, asOf: daySchema.optional() }),
    output: z.object({ frame: frame.nullable(), may: z.array(z.string()) }),
    problems: ['platform.notFound'],
    summary: { vi: 'Khung tiêu chí đánh giá, xếp loại áp dụng tại một đơn vị vào một ngày', en: 'The frame of ratings in force at a unit on a day' },
  }),
  frames: query({
    name: 'ratings.frames',
    path: '/api/rating-frames',
    verb: 'rule.read',
    input: z.strictObject({ subject: kind, cursor, limit: pageSize }),
    output: z.object({
      items: z.array(z.object({ id: frameId, period: periodSchema, criteria: frame.shape.criteria, cap: cap.nullable(), document: z.string(), confidence: z.enum(confidences), scope, maySet: z.boolean() })),
      next: z.string().nullable(),
    }),
    summary: { vi: 'Các khung tiêu chí qua thời gian, cả nước và ở các đơn vị trong phạm vi', en: 'Frames over time, national and of units within reach' },
  }),
  frameActs: query({
    name: 'ratings.frameActs',
    path: '/api/rating-frames/acts',
    verb: 'rule.read',
    input: z.strictObject({ subject: kind, cursor, limit: pageSize }),
    output: actsPage(actId),
    summary: { vi: 'Những việc đã ghi về khung tiêu chí', en: 'What was recorded about frames' },
  }),
  setFrame: act({
    name: 'ratings.setFrame',
    path: '/api/rating-frames/set',
    verb: 'rule.set',
    /** Criteria and cap; levels and gates are those of the country's frame on the first day. Seasons opened before keep theirs. */
    input: z.strictObject({
      scopeUnitId: unitId.nullable().default(null), subject: kind, from: daySchema, to: daySchema.nullable().default(null), criteria: z.array(criterion).min(1).max(40), cap: cap.nullable(), document: text(300), reason,
    }),
    output: acted,
    problems: [...problems, 'ratings.frameSetAlready', 'ratings.frameNotWhole', 'ratings.criterionTwice', 'rules.notAScope'],
    summary: { vi: 'Đặt khung tiêu chí từ một ngày, cho cả nước hoặc cho một đảng bộ', en: 'Set the frame from a day on, for the country or a Party organisation' },
  }),
  endFrame: act({
    name: 'ratings.endFrame',
    path: '/api/rating-frames/end',
    verb: 'rule.set',
    input: z.strictObject({ id: frameId, lastDay: daySchema, reason }),
    output: acted,
    problems: [...problems, 'ratings.frameEndedAlready'],
    summary: { vi: 'Thôi áp dụng khung tiêu chí riêng của một đảng bộ', en: 'End a Party organisation’s own frame' },
  }),
  undoFrame: act({
    name: 'ratings.undoFrame',
    path: '/api/rating-frame-acts/:actId/undo',
    verb: 'rule.set',
    input: z.strictObject({ actId }),
    output: acted,
    problems: ['platform.notFound', 'platform.forbidden', 'ratings.frameNotLast'],
    summary: { vi: 'Hoàn tác việc vừa ghi về khung tiêu chí', en: 'Undo the last act on a frame' },
  }),
};
