/** The tasks' part of the API: what is due, one task with all that was done about it, and the acts of who asked for it. */
import { z } from 'zod';
import { act, command, query } from '../../platform/contract.ts';
import { daySchema } from '../../platform/day.ts';
import { flag, pageSize, several } from '../../platform/http/query.schema.ts';
import { idSchema } from '../../platform/ids.ts';
import { entryFields } from '../documents/document.shapes.ts';
import { mostNumber } from '../documents/document.symbol.ts';
import { originKinds } from './task.origins.ts';
import { kindsBelow, meetingId, originId, personId, postId, standing, state, taskId, taskItem, text, unitId, wantedFields, wholeTask } from './task.shapes.ts';
import { workContract } from './task.work.contract.ts';

const done = z.object({ id: taskId, version: z.int() });
const problems = ['platform.notFound', 'platform.forbidden'] as const;

export const taskContract = {
  ...workContract,
  list: query({
    name: 'tasks.list',
    path: '/api/tasks',
    verb: 'task.read',
    /** The first due before the others, those without a day last. `late`: open after their last day, as of today. `askedBy`: given by that unit to others. By origin, of what was shared out the whole, to who may read it; by `wholeId` its parts. `parts` `folded`: a part is left out where the same list tells its whole. */
    input: z.strictObject({
      unitId: unitId.optional(), below: z.enum(['yes', 'no']).default('yes'), askedBy: unitId.optional(), partner: unitId.optional(), ownerId: personId.optional(), ownerPostId: postId.optional(), originKind: z.enum(originKinds).optional(), originId: originId.optional(), wholeId: taskId.optional(), parts: z.enum(['folded', 'all']).default('all'),
      state: several(state).optional(), standing: several(standing).optional(), late: flag().optional(), dueFrom: daySchema.optional(), dueTo: daySchema.optional(), cursor: z.string().max(500).optional(), limit: pageSize,
    }),
    output: z.object({ items: z.array(taskItem), next: z.string().nullable() }),
    summary: { vi: 'Nhiệm vụ trong phạm vi, hoặc của một đơn vị và các đơn vị cấp dưới, theo thời hạn', en: 'Tasks within reach, or of a unit and those below it, by deadline' },
  }),
  task: query({
    name: 'tasks.task',
    path: '/api/tasks/:id',
    verb: 'task.report',
    input: z.strictObject({ id: taskId }),
    output: wholeTask,
    problems: ['platform.notFound'],
    summary: { vi: 'Một nhiệm vụ: ai chịu trách nhiệm, tiến độ, minh chứng, quá trình', en: 'One task: who answers for it, progress, evidence, what was done' },
  }),
  own: query({
    name: 'tasks.own',
    path: '/api/me/tasks',
    verb: 'self.read',
    input: z.strictObject({}),
    /** What is open, the first due first. Of others nothing. */
    output: z.object({ items: z.array(taskItem.pick({ id: true, title: true, dueOn: true, standing: true, progress: true, isLate: true }).extend({ unit: z.string(), givenOn: daySchema })) }),
    problems: ['people.noOwnRecord'],
    summary: { vi: 'Nhiệm vụ chưa xong của chính mình', en: 'One’s own open tasks' },
  }),
  answerable: query({
    name: 'tasks.answerable',
    path: '/api/tasks/answerable',
    verb: 'task.read',
    /** Posts and people of the tasks of a unit and those below it, those with the most open ones first; 200 at most. */
    input: z.strictObject({ unitId }),
    output: z.object({
      items: z.array(z.object({
        owner: taskItem.shape.owner, post: taskItem.shape.post, unit: taskItem.shape.unit, open: z.int(), late: z.int(), reported: z.int(), done: z.int(),
      })),
    }),
    problems: ['platform.notFound'],
    summary: { vi: 'Ai chịu trách nhiệm bao nhiêu nhiệm vụ', en: 'Who answers for how many tasks' },
  }),
  give: act({
    name: 'tasks.give',
    path: '/api/tasks/give',
    verb: 'task.record',
    /** By a unit to itself, to units below it by name, or to all of these kinds at any level below: then it is shared out, a task for each, under one of the unit itself. Sent again with its id (of the home of the unit that does it; of one shared out, that gives it) it is given once. */
    input: z.strictObject({
      id: taskId.optional(), unitId, to: z.array(unitId).max(200).default([]), kinds: z.array(z.enum(kindsBelow)).max(kindsBelow.length).default([]),
      origin: z.strictObject({ kind: z.literal('document'), id: originId }).optional(), ...wantedFields,
    }),
    output: z.object({ id: taskId, version: z.int(), given: z.int() }),
    problems: [...problems, 'tasks.ownerUnknown', 'tasks.postUnknown', 'tasks.notBelow', 'tasks.notParty', 'tasks.givenTooMany', 'tasks.ownerOfMany', 'tasks.figureUnknown', 'tasks.recursWithoutDay', 'tasks.dueInPast', 'tasks.originUnknown', 'tasks.already'],
    summary: { vi: 'Giao việc', en: 'Give a task' },
  }),
  conclude: act({
    name: 'tasks.conclude',
    path: '/api/tasks/conclude',
    verb: 'task.record',
    /** The notice of conclusions of a working session with a unit below: enters it into the register of issued documents, sends it there, and gives its directives as tasks that come from it. A directive may be a conclusion noted in the meeting of that unit, once. */
    input: z.strictObject({
      unitId, to: unitId, number: z.int().min(1).max(mostNumber), issuerCode: entryFields.issuerCode, issuer: entryFields.issuer, term: entryFields.term, summary: entryFields.summary, issuedOn: entryFields.issuedOn,
      meetingId: meetingId.optional(), directives: z.array(z.strictObject({ title: text(1000), dueOn: daySchema.nullable(), ownerId: personId.nullable().default(null), conclusionId: taskId.optional() })).min(1).max(60),
    }),
    output: z.object({ id: idSchema<'document'>(), given: z.int() }),
    problems: [...problems, 'documents.inFuture', 'documents.numberTaken', 'documents.notBelow', 'tasks.ownerUnknown', 'tasks.dueInPast', 'tasks.conclusionUnknown', 'tasks.already'],
    summary: { vi: 'Ghi thông báo kết luận buổi làm việc và giao việc theo kết luận', en: 'Enter the notice of conclusions of a working session and give its directives' },
  }),
  settle: command({
    name: 'tasks.settle',
    path: '/api/tasks/:id/settle',
    verb: 'task.record',
    /** Of one that was shared out also its open parts: dropped with it, or confirmed where they were reported. */
    input: z.strictObject({ id: taskId, state: z.enum(['done', 'dropped']), on: daySchema, note: text(500).nullable().default(null) }),
    output: done,
    problems: [...problems, 'tasks.settledAlready', 'tasks.settledOutside', 'tasks.reasonMissing', 'tasks.notAsker', 'tasks.partsOpen'],
    summary: { vi: 'Xác nhận nhiệm vụ đã hoàn thành, hoặc thôi thực hiện kèm lý do', en: 'Confirm that a task is done, or cancel it with the reason' },
  }),
  giveBack: command({
    name: 'tasks.giveBack',
    path: '/api/tasks/:id/give-back',
    verb: 'task.record',
    input: z.strictObject({ id: taskId, note: text(500) }),
    output: done,
    problems: [...problems, 'tasks.settledAlready', 'tasks.notReported', 'tasks.notAsker'],
    summary: { vi: 'Yêu cầu làm lại, kèm lý do', en: 'Give a task back, with the reason' },
  }),
  reopen: command({
    name: 'tasks.reopen',
    path: '/api/tasks/:id/reopen',
    verb: 'task.record',
    /** With the parts that were settled with it. */
    input: z.strictObject({ id: taskId }),
    output: done,
    problems: [...problems, 'tasks.isOpen', 'tasks.notAsker'],
    summary: { vi: 'Mở lại nhiệm vụ đã kết thúc', en: 'Open a settled task again' },
  }),
  change: command({
    name: 'tasks.change',
    path: '/api/tasks/:id/change',
    verb: 'task.record',
    /** With a version the change is refused where somebody else has changed the task since. What is left out stays. Who only does the task says who answers for it, and its steps. Of one that was shared out its open parts follow, where they stood as the whole. */
    input: z.strictObject({ id: taskId, version: z.int().optional(), ...wantedFields }),
    output: done,
    problems: [...problems, 'tasks.settledAlready', 'tasks.ownerUnknown', 'tasks.postUnknown', 'tasks.notAsker', 'tasks.figureUnknown', 'tasks.recursWithoutDay', 'platform.stale'],
    summary: { vi: 'Sửa nội dung, người phụ trách, thời hạn của nhiệm vụ', en: 'Change what a task says, who answers for it, until when' },
  }),
};
