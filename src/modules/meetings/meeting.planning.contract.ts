/** Acts before a meeting: planned, changed, put off, called off, called, answered, papers attached. */
import { z } from 'zod';
import { command } from '../../platform/contract.ts';
import { daySchema } from '../../platform/day.ts';
import { idSchema } from '../../platform/ids.ts';
import { leaveReasons } from './meeting.kinds.ts';
import { clock, common, done, meetingId, personId, planFields, planProblems, states, text, unitId } from './meeting.shapes.ts';

const answerFields = { answer: z.enum(['coming', 'leave']).nullable(), reason: z.enum(leaveReasons).nullable().default(null), decision: z.enum(['granted', 'refused']).nullable().default(null) };

export const meetingPlanningContract = {
  plan: command({
    name: 'meetings.plan',
    path: '/api/meetings/plan',
    verb: 'meeting.record',
    /** `seen`: meetings of the kind that are known in its month; refused where there is another by then. */
    input: z.strictObject({ id: meetingId.optional(), unitId, on: daySchema, ...planFields, seen: z.array(meetingId).max(40).optional() }),
    output: done,
    problems: [...planProblems, 'meetings.already'],
    summary: { vi: 'Lập lịch một buổi sinh hoạt', en: 'Plan a meeting' },
  }),
  planMonths: command({
    name: 'meetings.planMonths',
    path: '/api/meetings/plan-months',
    verb: 'meeting.record',
    /** One regular meeting a month; a month that has one already is left alone. A day that a month lacks becomes its last; a public holiday the next working day of the month, else the one before. */
    input: z.strictObject({
      unitId, from: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), months: z.int().min(1).max(12), dayOfMonth: z.int().min(1).max(31),
      starts: clock.nullable().default(null), place: text(200).nullable().default(null),
      /** Of the meetings to be, month by month: of a month that is left alone the id is not used. */
      ids: z.array(meetingId).max(12).optional(),
    }),
    output: z.object({ planned: z.array(z.object({ id: meetingId, on: daySchema, movedFrom: daySchema.nullable() })), skipped: z.int() }),
    problems: planProblems,
    summary: { vi: 'Lập lịch sinh hoạt thường kỳ nhiều tháng', en: 'Plan regular meetings for months ahead' },
  }),
  change: command({
    name: 'meetings.change',
    path: '/api/meetings/:id/change',
    verb: 'meeting.record',
    /** `seen`: the plan that was changed; what is left as it was seen stays as it stands now. */
    input: z.strictObject({ id: meetingId, version: z.int().optional(), ...planFields, seen: z.strictObject(planFields).optional() }),
    output: done,
    problems: [...planProblems, ...states, 'meetings.stale', 'meetings.changedMeanwhile'],
    summary: { vi: 'Sửa kế hoạch buổi sinh hoạt', en: 'Change the plan of a meeting' },
  }),
  postpone: command({
    name: 'meetings.postpone',
    path: '/api/meetings/:id/postpone',
    verb: 'meeting.record',
    /** `seen`: the day that it was put off from. */
    input: z.strictObject({ id: meetingId, on: daySchema, reason: text(300), seen: daySchema.optional() }),
    output: done,
    problems: [...planProblems, ...states, 'meetings.sameDay', 'meetings.changedMeanwhile'],
    summary: { vi: 'Dời ngày sinh hoạt, có lý do', en: 'Put a meeting off to another day, with the reason' },
  }),
  cancel: command({
    name: 'meetings.cancel',
    path: '/api/meetings/:id/cancel',
    verb: 'meeting.record',
    input: z.strictObject({ id: meetingId, reason: text(300) }),
    output: done,
    problems: [...common, ...states],
    summary: { vi: 'Hủy buổi sinh hoạt, có lý do', en: 'Call a meeting off, with the reason' },
  }),
  restore: command({
    name: 'meetings.restore',
    path: '/api/meetings/:id/restore',
    verb: 'meeting.record',
    input: z.strictObject({ id: meetingId }),
    output: done,
    problems: [...common, 'meetings.notCancelled'],
    summary: { vi: 'Khôi phục buổi sinh hoạt đã hủy', en: 'Bring back a meeting that was called off' },
  }),
  invite: command({
    name: 'meetings.invite',
    path: '/api/meetings/:id/invite',
    verb: 'meeting.record',
    input: z.strictObject({ id: meetingId }),
    output: done,
    problems: [...common, ...states],
    summary: { vi: 'Ghi đã mời họp', en: 'Record that the meeting was called' },
  }),
  answer: command({
    name: 'meetings.answer',
    path: '/api/meetings/:id/answer',
    verb: 'meeting.record',
    /** Null takes the answer back. `seen`: the answer that stood there when this one was given. */
    input: z.strictObject({ id: meetingId, personId, ...answerFields, seen: z.strictObject(answerFields).optional() }),
    output: done,
    problems: [...common, ...states, 'meetings.notOnRoll', 'meetings.leaveWithoutReason', 'meetings.changedMeanwhile'],
    summary: { vi: 'Ghi trả lời giấy mời: dự, hoặc xin vắng và ý kiến của bí thư', en: 'Record an answer to the invitation: coming, or leave asked and decided' },
  }),
  attach: command({
    name: 'meetings.attach',
    path: '/api/meetings/:id/attach',
    verb: 'meeting.record',
    bodyLimit: 12 * 1024 * 1024,
    /** Nothing that bears a secrecy stamp is kept: whoever sends the file says so. */
    input: z.strictObject({ id: meetingId, fileId: idSchema<'meetingFile'>().optional(), kind: z.enum(['paper', 'sign_in_sheet']), name: text(200), base64: z.base64().max(11_200_000), hasNoSecrecyStamp: z.literal(true) }),
    output: z.object({ id: idSchema<'meetingFile'>() }),
    problems: [...common, ...states, 'meetings.fileUnknown', 'meetings.tooMany', 'meetings.fileTooLarge'],
    summary: { vi: 'Đính kèm tài liệu hoặc ảnh chụp danh sách ký tên', en: 'Attach a paper or a photo of the sign-in sheet' },
  }),
  detach: command({
    name: 'meetings.detach',
    path: '/api/meetings/:id/detach',
    verb: 'meeting.record',
    input: z.strictObject({ id: meetingId, fileId: idSchema<'meetingFile'>() }),
    output: z.object({}),
    problems: [...common, ...states],
    summary: { vi: 'Bỏ một tệp đính kèm', en: 'Take an attached file out' },
  }),
};
