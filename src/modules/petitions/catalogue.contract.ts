/** What keeps petitions in order: topics, who is competent, wordings of answers. Each of the country, or of a Party organisation and all below it. */
import { z } from 'zod';
import { act, query } from '../../platform/contract.ts';
import { daySchema, periodSchema } from '../../platform/day.ts';
import { idSchema } from '../../platform/ids.ts';
import { bodyKinds, levels } from './petition.kinds.ts';
import { named, outcome, text, topicCode, unitId } from './petition.shapes.ts';

const topicId = idSchema<'petitionTopic'>();
const competenceId = idSchema<'petitionCompetence'>();
const templateId = idSchema<'petitionTemplate'>();
const words = z.object({ vi: z.string(), en: z.string() });
const problems = ['platform.notFound', 'platform.forbidden'] as const;
const scopeUnitId = unitId.nullable().default(null);
const mostOf = 1000;

export const catalogueContract = {
  topics: query({
    name: 'petitions.topics',
    path: '/api/petition-topics',
    verb: 'petition.read',
    /** Of the country and of the committees above the unit, groups before what stands in them. */
    input: z.strictObject({ unitId: unitId.optional(), asOf: daySchema.optional() }),
    output: z.object({ items: z.array(z.object({ id: topicId, code: topicCode, parent: topicCode.nullable(), name: words, scope: named.nullable(), period: periodSchema, maySet: z.boolean() })).max(mostOf), maySet: z.boolean() }),
    problems,
    summary: { vi: 'Danh mục lĩnh vực kiến nghị', en: 'Topics of petitions' },
  }),
  setTopic: act({
    name: 'petitions.setTopic',
    path: '/api/petition-topics/set',
    verb: 'rule.set',
    /** A new one, or from that day on another name of one that there is. */
    input: z.strictObject({ code: topicCode, parent: topicCode.nullable().default(null), vi: text(120), en: text(120), scopeUnitId, from: daySchema }),
    output: z.object({ id: topicId }),
    problems: [...problems, 'petitions.topicTaken', 'petitions.parentUnknown'],
    summary: { vi: 'Thêm hoặc đổi tên một lĩnh vực', en: 'Add or rename a topic' },
  }),
  endTopic: act({
    name: 'petitions.endTopic',
    path: '/api/petition-topics/:id/end',
    verb: 'rule.set',
    input: z.strictObject({ id: topicId, lastDay: daySchema }),
    output: z.object({}),
    problems: [...problems, 'petitions.endsBeforeStart'],
    summary: { vi: 'Thôi dùng một lĩnh vực', en: 'End a topic' },
  }),
  competences: query({
    name: 'petitions.competences',
    path: '/api/petition-competences',
    verb: 'petition.read',
    input: z.strictObject({ unitId: unitId.optional(), asOf: daySchema.optional() }),
    output: z.object({
      items: z.array(z.object({ id: competenceId, topic: topicCode.nullable(), level: z.enum(levels), scope: named.nullable(), bodyKind: z.enum(bodyKinds).nullable(), body: named.nullable(), outside: z.string().nullable(), document: z.string(), period: periodSchema, maySet: z.boolean() })).max(mostOf),
      maySet: z.boolean(),
    }),
    problems,
    summary: { vi: 'Bảng thẩm quyền: lĩnh vực nào, cấp nào, nơi nào giải quyết', en: 'Who decides on which topic at which level' },
  }),
  setCompetence: act({
    name: 'petitions.setCompetence',
    path: '/api/petition-competences/set',
    verb: 'rule.set',
    /** Without a topic: on all that nothing nearer is said of. */
    input: z.strictObject({ topic: topicCode.nullable().default(null), level: z.enum(levels), scopeUnitId, bodyKind: z.enum(bodyKinds).nullable().default(null), bodyId: unitId.nullable().default(null), outside: text(200).nullable().default(null), document: text(300), from: daySchema }),
    output: z.object({ id: competenceId }),
    problems: [...problems, 'petitions.competenceTaken', 'petitions.bodyMissing', 'petitions.bodyUnknown', 'petitions.topicUnknown'],
    summary: { vi: 'Đặt nơi có thẩm quyền từ một ngày', en: 'Set who decides from a day on' },
  }),
  endCompetence: act({
    name: 'petitions.endCompetence',
    path: '/api/petition-competences/:id/end',
    verb: 'rule.set',
    input: z.strictObject({ id: competenceId, lastDay: daySchema }),
    output: z.object({}),
    problems: [...problems, 'petitions.endsBeforeStart'],
    summary: { vi: 'Thôi áp dụng một dòng thẩm quyền', en: 'End a line of the map' },
  }),
  templates: query({
    name: 'petitions.templates',
    path: '/api/petition-templates',
    verb: 'petition.read',
    input: z.strictObject({ unitId: unitId.optional() }),
    output: z.object({ items: z.array(z.object({ id: templateId, scope: named.nullable(), outcome, name: z.string(), text: z.string(), maySet: z.boolean() })).max(mostOf), maySet: z.boolean() }),
    problems,
    summary: { vi: 'Mẫu trả lời', en: 'Wordings of answers' },
  }),
  saveTemplate: act({
    name: 'petitions.saveTemplate',
    path: '/api/petition-templates/save',
    verb: 'petition.handle',
    input: z.strictObject({ unitId, outcome, name: text(120), text: text(3000) }),
    output: z.object({ id: templateId }),
    problems,
    summary: { vi: 'Lưu một mẫu trả lời của cơ quan', en: 'Keep a wording of an office' },
  }),
  removeTemplate: act({
    name: 'petitions.removeTemplate',
    path: '/api/petition-templates/:id/remove',
    verb: 'petition.handle',
    input: z.strictObject({ id: templateId }),
    output: z.object({}),
    problems,
    summary: { vi: 'Xóa một mẫu trả lời', en: 'Remove a wording' },
  }),
};
