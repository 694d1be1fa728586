/** Scoring frames of meetings: which one holds where, what was set, and the acts on them. An act answers with its id: the token for undoing it. */
import { z } from 'zod';
import { act, query } from '../../platform/contract.ts';
import { daySchema, periodSchema } from '../../platform/day.ts';
import { pageSize } from '../../platform/http/query.schema.ts';
import { idSchema } from '../../platform/ids.ts';
import { confidences } from '../rules/rule.ts';
import { actsPage, scope } from '../rules/series.contract.ts';
import { text, unitId } from './meeting.shapes.ts';

const frameId = idSchema<'scoreFrame'>();
const actId = idSchema<'frameAct'>();
const acted = z.object({ actId });
const reason = text(500).nullable().default(null);
const cursor = z.string().max(500).optional();

const criterion = z.strictObject({ code: z.string().regex(/^[a-z0-9_]{1,40}$/), most: z.number().min(0.5).max(100).multipleOf(0.5), vi: text(200), en: text(200) });
const frame = z.object({
  id: frameId, period: periodSchema, criteria: z.array(z.object({ code: z.string(), most: z.number(), vi: z.string(), en: z.string() })), document: z.string(), confidence: z.enum(confidences), scope,
});
const problems = ['platform.notFound', 'platform.forbidden', 'meetings.frameEndsBeforeStart'];

export const frameContract = {
  frame: query({
    name: 'meetings.frame',
    path: '/api/score-frames/in-force',
    verb: 'rule.read',
    input: z.strictObject({ unitId: unitId.optional(), asOf: daySchema.optional() }),
    output: z.object({ frame: frame.nullable(), may: z.array(z.string()) }),
    problems: ['platform.notFound'],
    summary: { vi: 'Khung chấm điểm buổi sinh hoạt áp dụng tại một đơn vị vào một ngày', en: 'The scoring frame of meetings in force at a unit on a day' },
  }),
  frames: query({
    name: 'meetings.frames',
    path: '/api/score-frames',
    verb: 'rule.read',
    input: z.strictObject({ cursor, limit: pageSize }),
    output: z.object({ items: z.array(frame.extend({ maySet: z.boolean() })), next: z.string().nullable() }),
    summary: { vi: 'Các khung chấm điểm qua thời gian, cả nước và ở các đơn vị trong phạm vi', en: 'Scoring frames over time, national and of units within reach' },
  }),
  frameActs: query({
    name: 'meetings.frameActs',
    path: '/api/score-frames/acts',
    verb: 'rule.read',
    input: z.strictObject({ cursor, limit: pageSize }),
    output: actsPage(actId),
    summary: { vi: 'Những việc đã ghi về khung chấm điểm', en: 'What was recorded about scoring frames' },
  }),
  setFrame: act({
    name: 'meetings.setFrame',
    path: '/api/score-frames/set',
    verb: 'rule.set',
    input: z.strictObject({
      scopeUnitId: unitId.nullable().default(null), from: daySchema, to: daySchema.nullable().default(null), criteria: z.array(criterion).min(1).max(40), document: text(300), reason,
    }),
    output: acted,
    problems: [...problems, 'meetings.frameSetAlready', 'meetings.frameNationalStays', 'meetings.frameNotWhole', 'meetings.criterionTwice', 'rules.notAScope'],
    summary: { vi: 'Đặt khung chấm điểm buổi sinh hoạt từ một ngày, cho cả nước hoặc cho một đảng bộ', en: 'Set the scoring frame of meetings from a day on, for the country or a Party organisation' },
  }),
  endFrame: act({
    name: 'meetings.endFrame',
    path: '/api/score-frames/end',
    verb: 'rule.set',
    input: z.strictObject({ id: frameId, lastDay: daySchema, reason }),
    output: acted,
    problems: [...problems, 'meetings.frameNationalStays', 'meetings.frameEndedAlready'],
    summary: { vi: 'Thôi áp dụng khung chấm điểm riêng của một đảng bộ', en: 'End a Party organisation’s own scoring frame' },
  }),
  undoFrame: act({
    name: 'meetings.undoFrame',
    path: '/api/score-frame-acts/:actId/undo',
    verb: 'rule.set',
    input: z.strictObject({ actId }),
    output: acted,
    problems: ['platform.notFound', 'platform.forbidden', 'meetings.frameNotLast'],
    summary: { vi: 'Hoàn tác việc vừa ghi về khung chấm điểm', en: 'Undo the last act on a scoring frame' },
  }),
};
