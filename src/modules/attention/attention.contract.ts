/** The attention list's part of the API: what is due or late by rule, how many of each, and putting one off. As of today always. */
import { z } from 'zod';
import { command, query } from '../../platform/contract.ts';
import { daySchema } from '../../platform/day.ts';
import { flag, pageSize, several } from '../../platform/http/query.schema.ts';
import { idSchema } from '../../platform/ids.ts';
import { meetingKinds } from '../meetings/meeting.kinds.ts';
import { confidences } from '../rules/rule.ts';
import { ruleKeys } from '../rules/rule.keys.ts';

const unitId = idSchema<'unit'>();
/** The id of a person, a unit, a meeting, a document, a shortcoming or of who follows a unit. */
const subjectId = idSchema<'alertSubject'>();
const alert = z.string().min(1).max(60);
const text = z.object({ vi: z.string(), en: z.string() });
const subject = z.enum(['unit', 'person', 'meeting', 'document', 'task', 'shortcoming', 'petition', 'oversight']);
const unit = z.object({ id: unitId, name: z.string() });

const alertItem = z.object({
  alert,
  unit,
  /** Of a meeting the code of its kind stands for a name, of a document its symbol, of a shortcoming how it begins. */
  subject: z.object({ kind: subject, id: subjectId, name: z.string() }),
  since: daySchema,
  dueOn: daySchema.nullable(),
  amount: z.int().nullable(),
  /** The rules in force at the unit, by which it stands here. */
  citations: z.array(z.object({ key: z.enum(ruleKeys), value: z.number(), document: z.string(), article: z.string().nullable(), confidence: z.enum(confidences), replacedBy: z.string().nullable() })),
  /** Of absences the meetings that were missed, the earliest first. */
  meetings: z.array(z.object({ id: idSchema<'meeting'>(), kind: z.enum(meetingKinds), on: daySchema })),
  /** Where the act that settles it is done. */
  href: z.string(),
  snooze: z.object({ until: daySchema, reason: z.string(), by: z.string().nullable() }).nullable(),
  may: z.array(z.string()),
});

const named = { alert, unitId, subjectId };
/** What one had before one's eyes: the occurrence, and what it was put off to; where neither is told nothing is compared. */
const looked = { since: daySchema.optional(), seen: z.strictObject({ until: daySchema, reason: z.string().max(500) }).nullable().optional() };

export const attentionContract = {
  list: query({
    name: 'attention.list',
    path: '/api/attention',
    verb: 'attention.read',
    /** The gravest first, alert by alert; `snoozed`: only what was put off. */
    input: z.strictObject({ unitId: unitId.optional(), alert: several(alert).optional(), snoozed: flag().default(false), cursor: z.string().max(900).optional(), limit: pageSize }),
    output: z.object({ items: z.array(alertItem), next: z.string().nullable() }),
    problems: ['platform.notFound', 'attention.unknown', 'attention.tooMuchAtOnce'],
    summary: { vi: 'Việc đến hạn, quá hạn theo quy định, trong phạm vi hoặc ở một đơn vị và các đơn vị trực thuộc', en: 'What is due or late by rule, within reach or at a unit and those below it' },
  }),
  summary: query({
    name: 'attention.summary',
    path: '/api/attention/summary',
    verb: 'attention.read',
    input: z.strictObject({ unitId: unitId.optional() }),
    output: z.object({
      /** Today; on a phone without signal the day on which the server told it last. */
      asOf: daySchema,
      /** Every alert that there is, those without a row included. */
      alerts: z.array(z.object({ id: alert, subject, title: text, explanation: text, act: text, amount: text.nullable(), toldAbove: z.boolean(), rules: z.array(z.enum(ruleKeys)), count: z.int(), snoozed: z.int() })),
      /** Directly under the unit asked about, where something stands; empty without one. */
      units: z.array(unit.extend({ count: z.int() })),
    }),
    problems: ['platform.notFound', 'attention.tooMuchAtOnce'],
    summary: { vi: 'Số việc cần quan tâm theo loại và theo đơn vị trực thuộc', en: 'How much needs attention, by alert and by child unit' },
  }),
  snooze: command({
    name: 'attention.snooze',
    path: '/api/attention/snooze',
    verb: 'attention.snooze',
    input: z.strictObject({ ...named, ...looked, until: daySchema, reason: z.string().trim().min(1).max(500) }),
    output: z.object({}),
    problems: ['platform.notFound', 'platform.forbidden', 'attention.unknown', 'attention.notThere', 'attention.notAhead', 'attention.tooFarAhead', 'attention.another', 'attention.changedMeanwhile'],
    summary: { vi: 'Hoãn một việc đến một ngày, kèm lý do', en: 'Put something off until a day, with the reason' },
  }),
  resume: command({
    name: 'attention.resume',
    path: '/api/attention/resume',
    verb: 'attention.snooze',
    input: z.strictObject({ ...named, ...looked }),
    output: z.object({}),
    problems: ['platform.notFound', 'platform.forbidden', 'attention.unknown', 'attention.notSnoozed', 'attention.another', 'attention.changedMeanwhile'],
    summary: { vi: 'Thôi hoãn một việc', en: 'Stop putting something off' },
  }),
};
