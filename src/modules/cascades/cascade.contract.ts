/** The cascades' part of the API: clauses of a document, passing it down, what each unit answers, the radar over all of them. */
import { z } from 'zod';
import { act, query } from '../../platform/contract.ts';
import { daySchema } from '../../platform/day.ts';
import { pageSize } from '../../platform/http/query.schema.ts';
import { idSchema } from '../../platform/ids.ts';
import { clauseId, clauseItem, clauseState, deadline, documentId, documentOfCascade, dueStep, linkedClause, linkedDocument, named, answerItem, measuredValue, replyFields, step, text, unitId, wordingFields } from './cascade.shapes.ts';
import { kindsAsked } from './cascade.kinds.ts';
import { mostClauses } from './clause.ts';

const done = z.object({ version: z.int() });
const common = ['platform.notFound', 'platform.forbidden'] as const;
const given = { dueOn: daySchema, step: dueStep };
const deadlines = z.array(z.strictObject(given)).max(8);
const kindsBelow = z.enum(kindsAsked);
const ofUnit = { documentId, unitId };

export const cascadeContract = {
  list: query({
    name: 'cascades.list',
    path: '/api/cascades',
    verb: 'document.read',
    /** The latest first. Of a unit: what it passed down and what was passed down to it, and to units it took over whole. */
    input: z.strictObject({ unitId: unitId.optional(), cursor: z.string().max(500).optional(), limit: pageSize }),
    output: z.object({ items: z.array(z.object({ document: documentOfCascade, openedOn: daySchema, clauses: z.int(), asked: z.int(), answersDueOn: daySchema.nullable() })), next: z.string().nullable() }),
    summary: { vi: 'Văn bản đang triển khai trong phạm vi', en: 'Documents passed down within reach' },
  }),
  clauses: query({
    name: 'cascades.clauses',
    path: '/api/cascades/:documentId/clauses',
    verb: 'document.read',
    input: z.strictObject({ documentId }),
    output: z.object({
      document: documentOfCascade,
      items: z.array(clauseItem.extend({
        isAnswered: z.boolean(),
        former: z.array(z.object({ wording: z.object({ label: z.string(), wording: z.string(), target: z.number().nullable(), measure: z.string().nullable(), dueOn: daySchema.nullable() }), heldTo: daySchema, reason: z.string() })),
        /** Clauses of superiors that this one carries out. */
        carriesOut: z.array(linkedClause),
      })),
      /** Taken out while units were asked, the latest first. */
      removed: z.array(z.object({ id: clauseId, label: z.string(), wording: z.string(), removedOn: daySchema, reason: z.string() })),
      /** `toRelease`: units that have done nothing yet, for whoever may release them. */
      cascade: z.object({ openedOn: daySchema, deadlines: z.array(deadline), asked: z.int(), isAnybodyAsked: z.boolean(), toRelease: z.int(), version: z.int() }).nullable(),
      /** Units within reach that are asked, the reader's own first; `toAnswer`: clauses without an answer. */
      own: z.array(named.extend({ heir: named.nullable(), toAnswer: z.int(), dueOn: daySchema.nullable(), mayAnswer: z.boolean() })),
      may: z.array(z.string()),
    }),
    problems: ['platform.notFound'],
    summary: { vi: 'Nội dung, chỉ tiêu, nhiệm vụ của một văn bản và việc triển khai', en: 'The clauses of a document, and whether it is passed down' },
  }),
  radar: query({
    name: 'cascades.radar',
    path: '/api/cascades/:documentId/radar',
    verb: 'document.read',
    /** By the units directly below `unitId`, else below the unit that passed it down; as of a day. */
    input: z.strictObject({ documentId, unitId: unitId.optional(), on: daySchema.optional() }),
    output: z.object({
      document: documentOfCascade,
      on: daySchema,
      top: named,
      above: z.array(named),
      answersDueOn: daySchema.nullable(),
      clauses: z.array(clauseItem),
      rows: z.array(z.object({
        unit: named,
        /** Who of those asked was merged whole into it. */
        former: z.array(z.string()),
        asked: z.int(),
        /** The one unit asked there, where there is no other. */
        askedId: unitId.nullable(),
        /** Of one unit: a digit for each clause, its place in the list of states. */
        marks: z.string().nullable(),
        /** Of several: for each clause how many units are in each state, one clause after the other. */
        counts: z.array(z.int()).nullable(),
      })),
      isCut: z.boolean(),
    }),
    problems: ['platform.notFound', 'cascades.notOpened'],
    summary: { vi: 'Bảng theo dõi triển khai: từng nội dung ở từng đơn vị', en: 'The radar: each clause in each unit' },
  }),
  unit: query({
    name: 'cascades.unit',
    path: '/api/cascades/:documentId/units/:unitId',
    verb: 'document.read',
    input: z.strictObject({ ...ofUnit, on: daySchema.optional() }),
    output: z.object({
      document: documentOfCascade,
      /** Who is asked: where it is only units merged whole into the one asked about, the first of these. */
      unit: named,
      /** With whom it goes on since it was merged whole. */
      heir: named.nullable(),
      /** Others that are asked and answered for by the same unit, with how many clauses they owe. */
      beside: z.array(named.extend({ toAnswer: z.int() })),
      askedOn: daySchema,
      steps: z.array(z.object({ step: dueStep, dueOn: daySchema.nullable(), byRule: z.boolean(), doneOn: daySchema.nullable(), document: linkedDocument.nullable(), meetingId: z.string().nullable() })),
      clauses: z.array(clauseItem.extend({ state: clauseState, answer: answerItem.nullable() })),
      /** It has done nothing yet, and whoever reads this keeps the register of the document. */
      mayRelease: z.boolean(),
      may: z.array(z.string()),
    }),
    problems: ['platform.notFound', 'cascades.notAsked'],
    summary: { vi: 'Một đơn vị triển khai văn bản: các bước và trả lời từng nội dung', en: 'One unit: its steps and its answers to each clause' },
  }),
  owed: query({
    name: 'cascades.owed',
    path: '/api/cascades/owed',
    verb: 'document.read',
    /** Documents in force that the unit, or one it took over whole, has not answered in full; the first due before the others, 50 at most. */
    input: z.strictObject({ unitId }),
    output: z.object({ items: z.array(z.object({ document: linkedDocument, unit: named, dueOn: daySchema.nullable(), open: z.int(), /** The first 30. */ clauses: z.array(z.object({ id: clauseId, label: z.string(), wording: z.string() })) })) }),
    problems: ['platform.notFound'],
    summary: { vi: 'Nội dung của cấp trên mà một đơn vị chưa trả lời', en: 'Clauses of superiors that a unit has not answered' },
  }),
  write: act({
    name: 'cascades.write',
    path: '/api/cascades/:documentId/clauses/write',
    verb: 'document.record',
    /** After those that are there already. */
    input: z.strictObject({ documentId, clauses: z.array(z.strictObject(wordingFields)).min(1).max(mostClauses) }),
    output: z.object({ ids: z.array(clauseId) }),
    problems: [...common, 'documents.isVoid', 'cascades.isSecret', 'cascades.tooManyClauses', 'cascades.targetMissing', 'cascades.targetOfOther'],
    summary: { vi: 'Ghi nội dung, chỉ tiêu, nhiệm vụ của văn bản', en: 'Write down clauses of a document' },
  }),
  change: act({
    name: 'cascades.change',
    path: '/api/cascades/clauses/:id/change',
    verb: 'document.record',
    /** Once units are asked the former wording is kept, with the reason. */
    input: z.strictObject({ id: clauseId, version: z.int(), reason: text(500).nullable().default(null), ...wordingFields }),
    output: done,
    problems: [...common, 'platform.stale', 'documents.isVoid', 'cascades.isSecret', 'cascades.targetMissing', 'cascades.targetOfOther', 'cascades.reasonMissing'],
    summary: { vi: 'Sửa một nội dung', en: 'Change a clause' },
  }),
  order: act({
    name: 'cascades.order',
    path: '/api/cascades/:documentId/clauses/order',
    verb: 'document.record',
    input: z.strictObject({ documentId, ids: z.array(clauseId).max(mostClauses) }),
    output: z.object({}),
    problems: [...common, 'documents.isVoid', 'cascades.orderStale'],
    summary: { vi: 'Sắp xếp thứ tự các nội dung', en: 'Put the clauses in order' },
  }),
  remove: act({
    name: 'cascades.remove',
    path: '/api/cascades/:documentId/clauses/remove',
    verb: 'document.record',
    /** Once units are asked what it said is kept, with the reason. */
    input: z.strictObject({ documentId, ids: z.array(clauseId).min(1).max(mostClauses), reason: text(500).nullable().default(null) }),
    output: z.object({}),
    problems: [...common, 'documents.isVoid', 'cascades.clauseAnswered', 'cascades.reasonMissing'],
    summary: { vi: 'Bỏ nội dung ghi nhầm, chưa đơn vị nào trả lời', en: 'Take out clauses that nobody has answered' },
  }),
  outlook: query({
    name: 'cascades.outlook',
    path: '/api/cascades/:documentId/outlook',
    verb: 'document.record',
    /** Before it is passed down on that day. */
    input: z.strictObject({ documentId, on: daySchema.optional() }),
    output: z.object({
      /** Units that would be asked and are not yet: so many, the first of them by name. Kinds of which there is none below are left out. */
      kinds: z.array(z.object({ kind: kindsBelow, count: z.int(), units: z.array(named) })),
      recipients: z.object({ count: z.int(), units: z.array(named) }),
      /** That the rules give. */
      deadlines: z.array(deadline),
    }),
    problems: common,
    summary: { vi: 'Các đơn vị sẽ được giao và thời hạn theo quy định', en: 'Which units would be asked, and the deadlines of the rules' },
  }),
  open: act({
    name: 'cascades.open',
    path: '/api/cascades/:documentId/open',
    verb: 'document.record',
    /** To the units it was sent to, or to all of these kinds below as of the day; whoever is asked already is left alone. The document is sent to all of them. Opened again, steps whose deadline is not given keep theirs. */
    input: z.strictObject({ documentId, toRecipients: z.boolean().default(false), kinds: z.array(kindsBelow).max(6).default([]), on: daySchema.optional(), deadlines: deadlines.default([]) }),
    output: done.extend({ asked: z.int() }),
    problems: [...common, 'platform.invalid', 'documents.isVoid', 'documents.sentTooMany', 'cascades.nobodyAsked', 'cascades.dueBeforeOpened', 'cascades.openedOutside'],
    summary: { vi: 'Triển khai văn bản đến các đơn vị', en: 'Pass a document down to units' },
  }),
  setDeadlines: act({
    name: 'cascades.setDeadlines',
    path: '/api/cascades/:documentId/deadlines',
    verb: 'document.record',
    /** All of them; steps that are left out have the deadline of the rule, or none. */
    input: z.strictObject({ documentId, version: z.int(), deadlines }),
    output: done,
    problems: [...common, 'platform.stale', 'platform.invalid', 'documents.isVoid', 'cascades.notOpened', 'cascades.dueBeforeOpened'],
    summary: { vi: 'Đặt thời hạn từng bước', en: 'Set by when each step is due' },
  }),
  release: act({
    name: 'cascades.release',
    path: '/api/cascades/:documentId/release',
    verb: 'document.record',
    /** Units that have neither come to a step nor answered: of those named, or of all. */
    input: z.strictObject({ documentId, unitIds: z.array(unitId).max(200).default([]), allUntouched: z.literal(true).optional() }),
    output: z.object({ released: z.int() }),
    problems: [...common, 'documents.isVoid', 'cascades.notOpened', 'cascades.already'],
    summary: { vi: 'Dừng giao cho các đơn vị chưa làm gì', en: 'Ask units no more that have done nothing yet' },
  }),
  recordStep: act({
    name: 'cascades.recordStep',
    path: '/api/cascades/:documentId/units/:unitId/steps',
    verb: 'document.record',
    /** Without a day the step is taken back. */
    input: z.strictObject({ ...ofUnit, step, doneOn: daySchema.nullable(), byDocumentId: documentId.nullable().default(null), meetingId: z.guid().nullable().default(null) }),
    output: z.object({}),
    problems: [...common, 'documents.isVoid', 'cascades.notAsked', 'cascades.stepOutside', 'cascades.documentNotOwn', 'cascades.meetingNotOwn'],
    summary: { vi: 'Ghi ngày đơn vị làm xong một bước', en: 'Record the day of a step' },
  }),
  answer: act({
    name: 'cascades.answer',
    path: '/api/cascades/:documentId/units/:unitId/answer',
    verb: 'document.record',
    /** The same answer to several clauses at once, each as it was read (`clauseVersion`). `version`: of the answer so far, 0 where there is none. */
    input: z.strictObject({ ...ofUnit, clauses: z.array(z.strictObject({ id: clauseId, clauseVersion: z.int().min(1), version: z.int().min(0) })).min(1).max(mostClauses), ...replyFields }),
    output: z.object({ answered: z.int() }),
    problems: [...common, 'platform.stale', 'cascades.clauseChanged', 'documents.isVoid', 'cascades.notAsked', 'cascades.answeredOutside', 'cascades.reasonMissing', 'cascades.reasonOfTakenUp', 'cascades.notApplicableTakesNothing', 'cascades.ownDocumentMissing', 'cascades.targetTooEasy', 'cascades.targetOfOther', 'cascades.documentNotOwn', 'cascades.clauseNotOwn', 'cascades.linksFull'],
    summary: { vi: 'Trả lời các nội dung', en: 'Answer clauses' },
  }),
  takeAnswersBack: act({
    name: 'cascades.takeAnswersBack',
    path: '/api/cascades/:documentId/units/:unitId/take-back',
    verb: 'document.record',
    input: z.strictObject({ ...ofUnit, clauseIds: z.array(clauseId).min(1).max(mostClauses) }),
    output: z.object({}),
    problems: [...common, 'documents.isVoid', 'cascades.notAsked', 'cascades.hasValues', 'cascades.hasTasks'],
    summary: { vi: 'Rút trả lời ghi nhầm', en: 'Take answers back that were given by mistake' },
  }),
  settle: act({
    name: 'cascades.settle',
    path: '/api/cascades/:documentId/units/:unitId/settle',
    verb: 'document.record',
    /** Without a day it is not done any more. */
    input: z.strictObject({ ...ofUnit, clauseId, version: z.int(), doneOn: daySchema.nullable() }),
    output: done,
    problems: [...common, 'platform.stale', 'documents.isVoid', 'cascades.notAsked', 'cascades.notAnswered', 'cascades.notTakenUp', 'cascades.doneOutside'],
    summary: { vi: 'Ghi nội dung đã hoàn thành', en: 'Say that a clause is carried out' },
  }),
  giveTasks: act({
    name: 'cascades.giveTasks',
    path: '/api/cascades/:documentId/units/:unitId/tasks',
    verb: 'task.record',
    /** Tasks that carry out what the unit answered, its own or, by `to`, of Party organisations below it; they are settled where all tasks are. */
    input: z.strictObject({ ...ofUnit, clauseId, to: z.array(idSchema<'unit'>()).max(200).optional(), tasks: z.array(z.strictObject({ title: text(500), ownerId: idSchema<'person'>().nullable().default(null), dueOn: daySchema.nullable().default(null) })).min(1).max(20) }),
    output: z.object({ ids: z.array(idSchema<'task'>()) }),
    problems: [...common, 'documents.isVoid', 'cascades.notAsked', 'cascades.notAnswered', 'cascades.notTakenUp', 'tasks.ownerUnknown', 'tasks.ownerOfMany', 'tasks.notBelow', 'tasks.notParty', 'tasks.dueInPast'],
    summary: { vi: 'Giao việc để thực hiện một nội dung', en: 'Give tasks that carry a clause out' },
  }),
  measure: act({
    name: 'cascades.measure',
    path: '/api/cascades/:documentId/units/:unitId/measure',
    verb: 'document.record',
    /** What the unit has come to with an indicator on a day; null takes the value of that day back. */
    input: z.strictObject({ ...ofUnit, clauseId, on: daySchema, value: measuredValue.shape.value.nullable(), source: measuredValue.shape.source }),
    output: z.object({}),
    problems: [...common, 'documents.isVoid', 'cascades.notAsked', 'cascades.notAnswered', 'cascades.notTakenUp', 'cascades.notMeasured', 'cascades.measuredInFuture'],
    summary: { vi: 'Ghi kết quả thực hiện chỉ tiêu', en: 'Record what an indicator has come to' },
  }),
};
