/** What is read of meetings: lists, one whole, what belongs on its agenda, the draft of its minutes, files. */
import { z } from 'zod';
import { query } from '../../platform/contract.ts';
import { daySchema } from '../../platform/day.ts';
import { pageSize } from '../../platform/http/query.schema.ts';
import { idSchema } from '../../platform/ids.ts';
import { fileTypes, kind, meetingId, meetingItem, personId, state, unitId, wholeMeeting } from './meeting.shapes.ts';

const several = (schema: z.ZodType) => z.union([z.array(schema).max(10), schema.transform((one) => [one])]);

export const meetingReadingContract = {
  list: query({
    name: 'meetings.list',
    path: '/api/meetings',
    verb: 'meeting.read',
    /** Latest first; `ahead` turns the order round and begins with `from`. */
    input: z.strictObject({
      unitId: unitId.optional(), from: daySchema.optional(), to: daySchema.optional(), kind: several(kind).optional(), state: several(state).optional(),
      order: z.enum(['latest', 'ahead']).default('latest'), cursor: z.string().max(500).optional(), limit: pageSize,
    }),
    output: z.object({ items: z.array(meetingItem), next: z.string().nullable() }),
    problems: ['platform.notFound'],
    summary: { vi: 'Các buổi sinh hoạt trong phạm vi, hoặc của một đơn vị và các đơn vị trực thuộc', en: 'Meetings within reach, or of a unit and those below it' },
  }),
  meeting: query({
    name: 'meetings.meeting',
    path: '/api/meetings/:id',
    verb: 'meeting.read',
    input: z.strictObject({ id: meetingId }),
    output: wholeMeeting,
    problems: ['platform.notFound'],
    summary: { vi: 'Một buổi sinh hoạt với danh sách, nội dung, kết luận', en: 'One meeting with its roll, agenda and conclusions' },
  }),
  before: query({
    name: 'meetings.before',
    path: '/api/meetings/:id/before',
    verb: 'meeting.read',
    input: z.strictObject({ id: meetingId }),
    output: z.object({
      lastMeeting: z.object({ id: meetingId, on: daySchema, conclusions: z.array(z.string()) }).nullable(),
      openTasks: z.array(z.object({ id: idSchema<'task'>(), title: z.string(), owner: z.string().nullable(), dueOn: daySchema.nullable(), isLate: z.boolean() })),
      away: z.array(z.object({ id: personId, fullName: z.string() })),
      exemptionsEnding: z.array(z.object({ id: personId, fullName: z.string(), on: daySchema })),
    }),
    problems: ['platform.notFound'],
    summary: { vi: 'Những việc cần đưa vào chương trình: kết luận kỳ trước, nhiệm vụ đến hạn, đảng viên đi xa', en: 'What belongs on the agenda: last conclusions, tasks due, members away' },
  }),
  draft: query({
    name: 'meetings.draft',
    path: '/api/meetings/:id/draft',
    verb: 'meeting.read',
    input: z.strictObject({ id: meetingId }),
    output: z.object({ text: z.string() }),
    problems: ['platform.notFound'],
    summary: { vi: 'Dự thảo biên bản từ những gì đã ghi', en: 'Minutes drafted from what was recorded' },
  }),
  file: query({
    name: 'meetings.file',
    path: '/api/meetings/:id/files/:fileId',
    verb: 'meeting.read',
    input: z.strictObject({ id: meetingId, fileId: idSchema<'meetingFile'>() }),
    output: z.unknown(),
    problems: ['platform.notFound'],
    files: fileTypes,
    summary: { vi: 'Tải một tệp đính kèm', en: 'Download an attached file' },
  }),
  minutesFile: query({
    name: 'meetings.minutesFile',
    path: '/api/meetings/:id/minutes.docx',
    verb: 'meeting.read',
    input: z.strictObject({ id: meetingId }),
    output: z.unknown(),
    problems: ['platform.notFound', 'meetings.noMinutes'],
    files: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    summary: { vi: 'Biên bản bằng tệp Word', en: 'The minutes as a Word document' },
  }),
  calendarFile: query({
    name: 'meetings.calendarFile',
    path: '/api/meetings/:id/calendar.ics',
    verb: 'meeting.read',
    input: z.strictObject({ id: meetingId }),
    output: z.unknown(),
    problems: ['platform.notFound'],
    files: ['text/calendar'],
    summary: { vi: 'Lịch họp để đưa vào điện thoại', en: 'The meeting for a calendar' },
  }),
};
