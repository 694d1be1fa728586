/** What who does a task says of it: the unit, or the one who answers for it; with files as evidence. */
import { z } from 'zod';
import { command, query } from '../../platform/contract.ts';
import { entryId, fileId, percent, stepId, taskId, text } from './task.shapes.ts';
import { workActs } from './task.stages.ts';

const done = z.object({ id: taskId, version: z.int() });
const problems = ['platform.notFound', 'platform.forbidden'] as const;
const megabytes = 1024 * 1024;

export const workContract = {
  work: command({
    name: 'tasks.work',
    path: '/api/tasks/:id/work',
    verb: 'task.report',
    /** Sent again with the id of its entry it is done once. `saidAt`: when it was said on a phone without signal, some weeks ago at most; where somebody has said more since, it is added to what was done and changes nothing. A figure is evidence by its id and the value that it had. */
    input: z.strictObject({
      id: taskId, entryId: entryId.optional(), act: z.enum(workActs), saidAt: z.iso.datetime({ offset: true }).optional(), progress: percent.optional(), stepsDone: z.array(stepId).max(30).optional(), note: text(2000).nullable().default(null),
      figure: z.strictObject({ id: z.string().max(100), value: z.number() }).optional(),
    }),
    output: done.extend({ entryId }),
    problems: [...problems, 'tasks.settledAlready', 'tasks.isReported', 'tasks.isAccepted', 'tasks.figureUnknown'],
    summary: { vi: 'Nhận việc, báo cáo tiến độ, báo cáo hoàn thành', en: 'Accept a task, tell its progress, report it as done' },
  }),
  attach: command({
    name: 'tasks.attach',
    path: '/api/tasks/:id/attach',
    verb: 'task.report',
    /** The file as base64, 8 MiB at most. To an own report, while the task is open. Whoever attaches it says that it bears no stamp of secrecy. */
    input: z.strictObject({ id: taskId, entryId, fileId: fileId.optional(), name: z.string().trim().min(1).max(300), base64: z.base64().max(11 * megabytes), hasNoSecrecyStamp: z.literal(true) }),
    output: z.object({ id: fileId }),
    bodyLimit: 12 * megabytes,
    problems: [...problems, 'tasks.fileTooLarge', 'tasks.fileUnknown', 'tasks.tooManyFiles', 'tasks.settledAlready', 'tasks.notOwnEntry', 'platform.invalid'],
    summary: { vi: 'Đính kèm minh chứng', en: 'Attach evidence' },
  }),
  file: query({
    name: 'tasks.file',
    path: '/api/tasks/:id/files/:fileId',
    verb: 'task.report',
    input: z.strictObject({ id: taskId, fileId }),
    output: z.unknown(),
    files: ['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    problems: ['platform.notFound'],
    summary: { vi: 'Tệp minh chứng của nhiệm vụ', en: 'A file of a task' },
  }),
};
