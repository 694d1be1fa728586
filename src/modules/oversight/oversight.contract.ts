/** The part of the API about oversight: regulations, who follows which unit under them, how that changes. */
import { z } from 'zod';
import { act, query } from '../../platform/contract.ts';
import { daySchema } from '../../platform/day.ts';
import { pageSize } from '../../platform/http/query.schema.ts';
import { assignmentId, assignmentItem, endReason, personId, postId, regulationFields, regulationId, regulationItem, text, tier, unitId, wholeAssignment, wholeRegulation } from './oversight.shapes.ts';

const common = ['platform.notFound', 'platform.forbidden'] as const;
const regulating = ['oversight.periodBackwards', 'oversight.noTier', 'oversight.documentUnknown'] as const;
const assigning = [
  'oversight.periodBackwards', 'oversight.outsideRegulation', 'oversight.tierNotOfRegulation', 'oversight.unitNotCovered', 'oversight.personUnknown', 'oversight.postNotHeld', 'oversight.quotaReached', 'oversight.already', 'oversight.assignedTwice',
] as const;
const ofRegulation = { id: regulationId, version: z.int() };
const ofAssignment = { id: assignmentId, version: z.int() };
const done = z.object({ id: assignmentId, version: z.int() });
const cursor = z.string().max(500).optional();

/** Whom, as which tier, by which post; without a post it is one that he holds on the first day. */
const cadre = { personId, tier, postId: postId.nullable().default(null), /** A person has confirmed that he follows more units than the quota. */ beyondQuota: z.boolean().default(false) };
export const mostAtOnce = 500;

export const oversightContract = {
  regulations: query({
    name: 'oversight.regulations',
    path: '/api/oversight/regulations',
    verb: 'oversight.read',
    /** In force on the day, or all that there were; of one organisation and those below it, or that have one unit followed, where it is given. */
    input: z.strictObject({ unitId: unitId.optional(), covers: unitId.optional(), on: daySchema.optional(), show: z.enum(['inForce', 'all']).default('inForce'), cursor, limit: pageSize }),
    output: z.object({ items: z.array(regulationItem), next: z.string().nullable(), /** The caller may enter one, here or somewhere. */ may: z.array(z.enum(['regulate'])) }),
    summary: { vi: 'Quy chế phân công theo dõi, phụ trách trong phạm vi', en: 'Regulations of oversight within reach' },
  }),
  regulation: query({
    name: 'oversight.regulation',
    path: '/api/oversight/regulations/:id',
    verb: 'oversight.read',
    input: z.strictObject({ id: regulationId, on: daySchema.optional() }),
    output: wholeRegulation,
    problems: ['platform.notFound'],
    summary: { vi: 'Một quy chế: diện theo dõi, nghĩa vụ từng nhóm cán bộ', en: 'A regulation: what it covers, the duties of each tier' },
  }),
  regulate: act({
    name: 'oversight.regulate',
    path: '/api/oversight/regulations',
    verb: 'oversight.assign',
    input: z.strictObject({ unitId, ...regulationFields }),
    output: z.object({ id: regulationId, version: z.int() }),
    problems: [...common, ...regulating],
    summary: { vi: 'Ghi quy chế phân công theo dõi', en: 'Enter a regulation of oversight' },
  }),
  changeRegulation: act({
    name: 'oversight.changeRegulation',
    path: '/api/oversight/regulations/:id/change',
    verb: 'oversight.assign',
    input: z.strictObject({ ...ofRegulation, ...regulationFields }),
    output: z.object({ id: regulationId, version: z.int() }),
    problems: [...common, ...regulating, 'platform.stale', 'oversight.assignedOutside'],
    summary: { vi: 'Sửa quy chế phân công theo dõi', en: 'Change a regulation of oversight' },
  }),
  dropRegulation: act({
    name: 'oversight.dropRegulation',
    path: '/api/oversight/regulations/:id/drop',
    verb: 'oversight.assign',
    input: z.strictObject(ofRegulation),
    output: z.object({ id: regulationId }),
    problems: [...common, 'platform.stale', 'oversight.regulationUsed'],
    summary: { vi: 'Xóa quy chế ghi nhầm, chưa có phân công', en: 'Take out a regulation entered by mistake, without assignments' },
  }),
  list: query({
    name: 'oversight.list',
    path: '/api/oversight/assignments',
    verb: 'oversight.read',
    /** Begun last first. Of a unit: who follows it, or one merged into it; `below` takes the units below it too. Running on the day asked about; or ended; or all. */
    input: z.strictObject({
      unitId: unitId.optional(), below: z.enum(['yes', 'no']).default('no'), personId: personId.optional(), regulationId: regulationId.optional(), on: daySchema.optional(),
      show: z.enum(['running', 'ended', 'leftPost', 'all']).default('running'), cursor, limit: pageSize,
    }),
    output: z.object({ items: z.array(assignmentItem), next: z.string().nullable() }),
    summary: { vi: 'Phân công theo dõi, phụ trách trong phạm vi', en: 'Assignments of oversight within reach' },
  }),
  own: query({
    name: 'oversight.own',
    path: '/api/oversight/own',
    verb: 'self.read',
    input: z.strictObject({}),
    output: z.object({ items: z.array(assignmentItem).max(200) }),
    summary: { vi: 'Các đơn vị mình được phân công theo dõi', en: 'The units that one follows oneself' },
  }),
  assignment: query({
    name: 'oversight.assignment',
    path: '/api/oversight/assignments/:id',
    verb: 'oversight.read',
    input: z.strictObject({ id: assignmentId }),
    output: wholeAssignment,
    problems: ['platform.notFound'],
    summary: { vi: 'Một phân công: nghĩa vụ, nội dung bàn giao', en: 'One assignment: duties, talking points' },
  }),
  assign: act({
    name: 'oversight.assign',
    path: '/api/oversight/assign',
    verb: 'oversight.assign',
    input: z.strictObject({ regulationId, decision: text(200), from: daySchema, to: daySchema.nullable().default(null), items: z.array(z.strictObject({ unitId, ...cadre })).min(1).max(mostAtOnce) }),
    output: z.object({ ids: z.array(assignmentId).max(mostAtOnce) }),
    problems: [...common, ...assigning],
    summary: { vi: 'Phân công cán bộ theo dõi, phụ trách đơn vị', en: 'Assign cadres to units' },
  }),
  end: act({
    name: 'oversight.end',
    path: '/api/oversight/assignments/:id/end',
    verb: 'oversight.assign',
    /** With a successor the next one follows the unit from the day after. */
    input: z.strictObject({ ...ofAssignment, lastDay: daySchema, reason: endReason, decision: text(200).nullable().default(null), talkingPoints: z.string().trim().max(8000).optional(), successor: z.strictObject(cadre).nullable().default(null) }),
    output: done.extend({ successorId: assignmentId.nullable() }),
    problems: [...common, 'platform.stale', 'oversight.endedAlready', 'oversight.endBeforeStart', 'oversight.endAfterTerm', ...assigning],
    summary: { vi: 'Kết thúc phân công, hoặc thay người', en: 'End an assignment, or change the cadre' },
  }),
  reopen: act({
    name: 'oversight.reopen',
    path: '/api/oversight/assignments/:id/reopen',
    verb: 'oversight.assign',
    input: z.strictObject(ofAssignment),
    output: done,
    problems: [...common, 'platform.stale', 'oversight.notEnded', 'oversight.already'],
    summary: { vi: 'Hoàn tác việc kết thúc phân công', en: 'Take the end of an assignment back' },
  }),
  remove: act({
    name: 'oversight.remove',
    path: '/api/oversight/assignments/:id/remove',
    verb: 'oversight.assign',
    input: z.strictObject(ofAssignment),
    output: z.object({ id: assignmentId }),
    problems: [...common, 'platform.stale', 'oversight.notOfToday'],
    summary: { vi: 'Xóa phân công ghi nhầm trong ngày', en: 'Remove what was assigned by mistake today' },
  }),
  prepare: act({
    name: 'oversight.prepare',
    path: '/api/oversight/assignments/:id/prepare',
    verb: 'oversight.read',
    /** By the cadre, or by who assigns. */
    input: z.strictObject({ ...ofAssignment, talkingPoints: z.string().trim().max(8000) }),
    output: done,
    problems: [...common, 'platform.stale', 'oversight.handedOver'],
    summary: { vi: 'Ghi nội dung bàn giao cho người theo dõi sau', en: 'Write down what to tell the next cadre' },
  }),
};
