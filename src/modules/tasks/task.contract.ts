/** The tasks' part of the API. They are given by meetings, documents and the like (`task.origins.ts`); here one sees what is due, settles it, or gives it to somebody else. */
import { z } from 'zod';
import { command, query } from '../../platform/contract.ts';
import { daySchema } from '../../platform/day.ts';
import { flag, pageSize, several } from '../../platform/http/query.schema.ts';
import { idSchema } from '../../platform/ids.ts';
import { meetingKinds } from '../meetings/meeting.kinds.ts';
import { originKinds, type OriginKind } from './task.origins.ts';
import { taskStates } from './task.ts';

const taskId = idSchema<'task'>();
const unitId = idSchema<'unit'>();
const personId = idSchema<'person'>();
const state = z.enum(taskStates);
const text = (most: number) => z.string().trim().min(1).max(most);

const taskItem = z.object({
  id: taskId,
  title: z.string(),
  unit: z.object({ id: unitId, name: z.string() }),
  /** Null: nobody alone answers for it. */
  owner: z.object({ id: personId, fullName: z.string() }).nullable(),
  dueOn: daySchema.nullable(),
  state,
  settledOn: daySchema.nullable(),
  note: z.string().nullable(),
  isLate: z.boolean(),
  /** Since `on`. Of a meeting its kind, of anything else its name, where it may be read. */
  origin: z.object({ kind: z.enum(originKinds), id: idSchema<OriginKind>(), on: daySchema, meetingKind: z.enum(meetingKinds).nullable(), name: z.string().nullable() }),
  version: z.int(),
  may: z.array(z.string()),
});

const done = z.object({ id: taskId, version: z.int() });
const problems = ['platform.notFound', 'platform.forbidden'] as const;

export const taskContract = {
  list: query({
    name: 'tasks.list',
    path: '/api/tasks',
    verb: 'task.read',
    /** The first due before the others, those without a day last. `late`: open after their last day, as of today. */
    input: z.strictObject({ unitId: unitId.optional(), ownerId: personId.optional(), state: several(state).optional(), late: flag().optional(), cursor: z.string().max(500).optional(), limit: pageSize }),
    output: z.object({ items: z.array(taskItem), next: z.string().nullable() }),
    summary: { vi: 'Nhiệm vụ trong phạm vi, hoặc của một đơn vị và các đơn vị trực thuộc, theo thời hạn', en: 'Tasks within reach, or of a unit and those below it, by deadline' },
  }),
  own: query({
    name: 'tasks.own',
    path: '/api/me/tasks',
    verb: 'self.read',
    input: z.strictObject({}),
    /** What is open, the first due first. Of others nothing. */
    output: z.object({ items: z.array(z.object({ id: taskId, title: z.string(), unit: z.string(), dueOn: daySchema.nullable(), givenOn: daySchema, isLate: z.boolean() })) }),
    problems: ['people.noOwnRecord'],
    summary: { vi: 'Nhiệm vụ chưa xong của chính mình', en: 'One’s own open tasks' },
  }),
  settle: command({
    name: 'tasks.settle',
    path: '/api/tasks/:id/settle',
    verb: 'task.record',
    input: z.strictObject({ id: taskId, state: z.enum(['done', 'dropped']), on: daySchema, note: text(500).nullable().default(null) }),
    output: done,
    problems: [...problems, 'tasks.settledAlready', 'tasks.settledOutside', 'tasks.reasonMissing'],
    summary: { vi: 'Ghi nhiệm vụ đã hoàn thành, hoặc thôi thực hiện kèm lý do', en: 'Record a task as done, or as dropped with the reason' },
  }),
  reopen: command({
    name: 'tasks.reopen',
    path: '/api/tasks/:id/reopen',
    verb: 'task.record',
    input: z.strictObject({ id: taskId }),
    output: done,
    problems: [...problems, 'tasks.isOpen'],
    summary: { vi: 'Mở lại nhiệm vụ đã kết thúc', en: 'Open a settled task again' },
  }),
  change: command({
    name: 'tasks.change',
    path: '/api/tasks/:id/change',
    verb: 'task.record',
    /** With a version the change is refused where somebody else has changed the task since. */
    input: z.strictObject({ id: taskId, version: z.int().optional(), title: text(1000), ownerId: personId.nullable(), dueOn: daySchema.nullable() }),
    output: done,
    problems: [...problems, 'tasks.settledAlready', 'tasks.ownerUnknown', 'platform.stale'],
    summary: { vi: 'Sửa nội dung, người phụ trách, thời hạn của nhiệm vụ', en: 'Change what a task says, who answers for it, until when' },
  }),
};
