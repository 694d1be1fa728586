/** The rules' part of the API. An act answers with its id: the token for undoing it. */
import { z } from 'zod';
import { act, query } from '../../platform/contract.ts';
import { daySchema, periodSchema } from '../../platform/day.ts';
import { integer, pageSize } from '../../platform/http/query.schema.ts';
import { idSchema } from '../../platform/ids.ts';
import { confidences, directions } from './rule.ts';
import { ruleKeys } from './rule.keys.ts';
import { actsPage, scope } from './series.contract.ts';

const unitId = idSchema<'unit'>();
const ruleId = idSchema<'rule'>();
const actId = idSchema<'ruleAct'>();
const key = z.enum(ruleKeys);
const confidence = z.enum(confidences);
const text = (most: number) => z.string().trim().min(1).max(most);

const ruleItem = z.object({
  id: ruleId,
  key,
  value: z.number(),
  period: periodSchema,
  document: z.string(),
  article: z.string().nullable(),
  confidence,
  /** The paper in force, where the value was read in one since replaced. */
  replacedBy: z.string().nullable(),
  scope,
  /** When it was set here; null of what came with the system. */
  setOn: daySchema.nullable(),
});

const acted = z.object({ actId });
const holiday = z.object({ day: daySchema, isOff: z.boolean(), name: z.string(), document: z.string(), confidence });
const problems = ['platform.notFound', 'platform.forbidden', 'rules.valueOutside', 'rules.endsBeforeStart'];

export const ruleContract = {
  list: query({
    name: 'rules.list',
    path: '/api/rules',
    verb: 'rule.read',
    /** Without a unit the national ones; with one those that hold there, the nearest scope before the others. */
    input: z.strictObject({ unitId: unitId.optional(), asOf: daySchema.optional() }),
    /** `stricter`: an own value may be more, or less, than that of the level above, and not the other way. `mayHaveOwn`: the rule leaves the unit asked about a value of its own. */
    output: z.object({ items: z.array(ruleItem.extend({ stricter: z.enum(directions).nullable(), mayHaveOwn: z.boolean() })), may: z.array(z.string()) }),
    problems: ['platform.notFound'],
    summary: { vi: 'Quy định đang áp dụng tại một đơn vị vào một ngày', en: 'Rules in force at a unit on a day' },
  }),
  ofKey: query({
    name: 'rules.ofKey',
    path: '/api/rules/:key',
    verb: 'rule.read',
    input: z.strictObject({ key, cursor: z.string().max(500).optional(), limit: pageSize }),
    output: z.object({ items: z.array(ruleItem.extend({ maySet: z.boolean() })), next: z.string().nullable() }),
    summary: { vi: 'Các giá trị của một quy định qua thời gian, toàn quốc và ở các đơn vị trong phạm vi', en: 'Values of a rule over time, national and of units within reach' },
  }),
  acts: query({
    name: 'rules.acts',
    path: '/api/rules/:key/acts',
    verb: 'rule.read',
    input: z.strictObject({ key, cursor: z.string().max(500).optional(), limit: pageSize }),
    output: actsPage(actId),
    summary: { vi: 'Những việc đã ghi về một quy định', en: 'What was recorded about a rule' },
  }),
  set: act({
    name: 'rules.set',
    path: '/api/rules/:key/set',
    verb: 'rule.set',
    input: z.strictObject({
      key, scopeUnitId: unitId.nullable().default(null), value: z.number(), from: daySchema, to: daySchema.nullable().default(null),
      document: text(300), article: text(100).nullable().default(null), reason: text(500).nullable().default(null),
    }),
    output: acted,
    problems: [...problems, 'rules.setAlready', 'rules.nationalStays', 'rules.notAScope', 'rules.countryOnly', 'rules.provinceOnly', 'rules.belowAbove', 'rules.overAbove'],
    summary: { vi: 'Đặt giá trị của một quy định từ một ngày, cho toàn quốc hoặc cho một đơn vị', en: 'Set the value of a rule from a day on, for the country or a unit' },
  }),
  end: act({
    name: 'rules.end',
    path: '/api/rules/:key/end',
    verb: 'rule.set',
    input: z.strictObject({ key, id: ruleId, lastDay: daySchema, reason: text(500).nullable().default(null) }),
    output: acted,
    problems: [...problems, 'rules.nationalStays', 'rules.endedAlready'],
    summary: { vi: 'Thôi áp dụng giá trị riêng của một đơn vị', en: 'End a unit’s own value of a rule' },
  }),
  undo: act({
    name: 'rules.undo',
    path: '/api/rule-acts/:actId/undo',
    verb: 'rule.set',
    input: z.strictObject({ actId }),
    output: acted,
    problems: ['platform.notFound', 'platform.forbidden', 'rules.notLastAct'],
    summary: { vi: 'Hoàn tác việc vừa ghi về quy định', en: 'Undo the last act on a rule' },
  }),
  holidays: query({
    name: 'rules.holidays',
    path: '/api/holidays',
    verb: 'rule.read',
    input: z.strictObject({ year: integer({ least: 2000, most: 2100 }) }),
    output: z.object({ items: z.array(holiday), maySet: z.boolean() }),
    summary: { vi: 'Ngày nghỉ và ngày làm bù của một năm', en: 'Days off and worked instead in a year' },
  }),
  setHoliday: act({
    name: 'rules.setHoliday',
    path: '/api/holidays/set',
    verb: 'rule.set',
    input: z.strictObject({ day: daySchema, isOff: z.boolean(), name: text(200), document: text(300) }),
    output: z.object({}),
    problems: ['platform.forbidden', 'rules.holidayNotNeeded'],
    repeatable: 'the day is what was said',
    summary: { vi: 'Ghi một ngày nghỉ hoặc ngày làm bù', en: 'Record a day off, or one worked instead' },
  }),
  removeHoliday: act({
    name: 'rules.removeHoliday',
    path: '/api/holidays/remove',
    verb: 'rule.set',
    input: z.strictObject({ day: daySchema }),
    output: z.object({}),
    problems: ['platform.forbidden'],
    repeatable: 'the day is an ordinary one afterwards',
    summary: { vi: 'Bỏ một ngày nghỉ hoặc ngày làm bù đã ghi', en: 'Take a recorded day off, or worked instead, out again' },
  }),
};
