/**
 * The acts and reads of meetings, shared by server and web. Ids of new things come with the act, so that a phone knows them
 * before it has signal and nothing is made twice. Every act answers the version that it left.
 */
import { z } from 'zod';
import { command, query } from '../../platform/contract.ts';
import { daySchema } from '../../platform/day.ts';
import { pageSize } from '../../platform/http/query.schema.ts';
import { idSchema } from '../../platform/ids.ts';
import { leaveReasons } from './meeting.kinds.ts';
import { clock, conclusion, guest, kind, leaveReason, mark, marking, meetingId, meetingItem, opinion, part, partName, personId, planFields, points, state, text, unitId, vote, wholeMeeting } from './meeting.shapes.ts';

const done = z.object({ id: meetingId, version: z.int() });
const common = ['platform.notFound', 'platform.forbidden'] as const;
/** Refused because the meeting has got further, or not so far. */
const states = ['planned', 'invited', 'open', 'closed', 'adopted', 'cancelled'].map((is) => `meetings.is_${is}`);
const planProblems = [...common, 'meetings.notExtended', 'meetings.topicMissing', 'meetings.dayOutside', 'meetings.kindNotHere', 'meetings.unitGone', 'meetings.noSeries'];
const several = (schema: z.ZodType) => z.union([z.array(schema).max(10), schema.transform((one) => [one])]);

const fileTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'];
/** Of a member's own list: what the meeting is, and of nobody else anything. */
const ownMeeting = z.object({ id: meetingId, unit: z.string(), kind, isExtended: z.boolean(), on: daySchema, topic: z.string().nullable() });

export const meetingContract = {
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
  plan: command({
    name: 'meetings.plan',
    path: '/api/meetings/plan',
    verb: 'meeting.record',
    input: z.strictObject({ id: meetingId.optional(), unitId, on: daySchema, ...planFields }),
    output: done,
    problems: [...planProblems, 'meetings.already'],
    summary: { vi: 'Lập lịch một buổi sinh hoạt', en: 'Plan a meeting' },
  }),
  planMonths: command({
    name: 'meetings.planMonths',
    path: '/api/meetings/plan-months',
    verb: 'meeting.record',
    /** One regular meeting a month; a month that has one already is left alone. A day that a month lacks becomes its last. */
    input: z.strictObject({
      unitId, from: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), months: z.int().min(1).max(12), dayOfMonth: z.int().min(1).max(31),
      starts: clock.nullable().default(null), place: text(200).nullable().default(null),
    }),
    output: z.object({ planned: z.array(z.object({ id: meetingId, on: daySchema })), skipped: z.int() }),
    problems: planProblems,
    summary: { vi: 'Lập lịch sinh hoạt thường kỳ nhiều tháng', en: 'Plan regular meetings for months ahead' },
  }),
  change: command({
    name: 'meetings.change',
    path: '/api/meetings/:id/change',
    verb: 'meeting.record',
    input: z.strictObject({ id: meetingId, version: z.int().optional(), ...planFields }),
    output: done,
    problems: [...planProblems, ...states, 'meetings.stale'],
    summary: { vi: 'Sửa kế hoạch buổi sinh hoạt', en: 'Change the plan of a meeting' },
  }),
  postpone: command({
    name: 'meetings.postpone',
    path: '/api/meetings/:id/postpone',
    verb: 'meeting.record',
    input: z.strictObject({ id: meetingId, on: daySchema, reason: text(300) }),
    output: done,
    problems: [...planProblems, ...states, 'meetings.sameDay'],
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
    /** Null takes the answer back. */
    input: z.strictObject({ id: meetingId, personId, answer: z.enum(['coming', 'leave']).nullable(), reason: z.enum(leaveReasons).nullable().default(null), decision: z.enum(['granted', 'refused']).nullable().default(null) }),
    output: done,
    problems: [...common, ...states, 'meetings.notOnRoll', 'meetings.leaveWithoutReason'],
    summary: { vi: 'Ghi trả lời giấy mời: dự, hoặc xin vắng và ý kiến của bí thư', en: 'Record an answer to the invitation: coming, or leave asked and decided' },
  }),
  ownAhead: query({
    name: 'meetings.ownAhead',
    path: '/api/me/meetings/ahead',
    verb: 'self.read',
    input: z.strictObject({}),
    output: z.object({ items: z.array(ownMeeting.extend({
      state, starts: clock.nullable(), place: z.string().nullable(), answer: z.enum(['coming', 'leave']).nullable(), reason: leaveReason.nullable(), decision: z.enum(['granted', 'refused']).nullable(),
      papers: z.array(z.object({ id: idSchema<'meetingFile'>(), name: z.string(), size: z.int() })),
    })) }),
    problems: ['people.noOwnRecord'],
    summary: { vi: 'Các buổi họp sắp tới của chính mình', en: 'One’s own meetings ahead' },
  }),
  ownPast: query({
    name: 'meetings.ownPast',
    path: '/api/me/meetings/past',
    verb: 'self.read',
    input: z.strictObject({ cursor: z.string().max(500).optional(), limit: pageSize }),
    output: z.object({ items: z.array(ownMeeting.extend({ mark: mark.nullable(), reason: leaveReason.nullable() })), next: z.string().nullable() }),
    problems: ['people.noOwnRecord'],
    summary: { vi: 'Các buổi họp đã qua của chính mình, có mặt hay vắng', en: 'One’s own meetings of the past, there or not' },
  }),
  ownPaper: query({
    name: 'meetings.ownPaper',
    path: '/api/me/meetings/:id/papers/:fileId',
    verb: 'self.read',
    input: z.strictObject({ id: meetingId, fileId: idSchema<'meetingFile'>() }),
    output: z.unknown(),
    problems: ['platform.notFound', 'people.noOwnRecord'],
    files: fileTypes,
    summary: { vi: 'Tải tài liệu của buổi họp mình dự', en: 'Download a paper of one’s own meeting' },
  }),
  answerOwn: command({
    name: 'meetings.answerOwn',
    path: '/api/me/meetings/:id/answer',
    verb: 'self.answer',
    input: z.strictObject({ id: meetingId, answer: z.enum(['coming', 'leave']).nullable(), reason: z.enum(leaveReasons).nullable().default(null) }),
    output: done,
    problems: ['platform.notFound', 'people.noOwnRecord', ...states, 'meetings.notOnRoll', 'meetings.leaveWithoutReason'],
    summary: { vi: 'Trả lời giấy mời của chính mình: dự, hoặc xin vắng', en: 'Answer one’s own invitation: coming, or leave asked' },
  }),
  open: command({
    name: 'meetings.open',
    path: '/api/meetings/:id/open',
    verb: 'meeting.record',
    input: z.strictObject({ id: meetingId, on: daySchema.optional(), starts: clock.nullable().default(null) }),
    output: done,
    problems: [...common, ...states, 'meetings.inFuture', 'meetings.dayOutside', 'meetings.nobody', 'meetings.tooManyPeople'],
    summary: { vi: 'Khai mạc; danh sách lấy theo ngày họp', en: 'Open the meeting; its roll is that of the day' },
  }),
  unopen: command({
    name: 'meetings.unopen',
    path: '/api/meetings/:id/unopen',
    verb: 'meeting.record',
    input: z.strictObject({ id: meetingId }),
    output: done,
    problems: [...common, ...states],
    summary: { vi: 'Hủy khai mạc, bỏ điểm danh', en: 'Take the opening back; marks are dropped' },
  }),
  mark: command({
    name: 'meetings.mark',
    path: '/api/meetings/:id/mark',
    verb: 'meeting.record',
    input: z.strictObject({ id: meetingId, marks: z.array(marking).max(2000), rest: z.enum(['present', 'online']).nullable().default(null) }),
    output: done,
    problems: [...common, ...states, 'meetings.notOnRoll', 'meetings.notExpected', 'meetings.leaveWithoutReason'],
    summary: { vi: 'Điểm danh', en: 'Mark the roll' },
  }),
  put: command({
    name: 'meetings.put',
    path: '/api/meetings/:id/put',
    verb: 'meeting.record',
    input: z.strictObject({ id: meetingId, piece: part }),
    output: done,
    problems: [...common, ...states, 'meetings.tooMany', 'meetings.moreVotesThanVoters', 'meetings.strangerNamed'],
    summary: { vi: 'Ghi một mục: chương trình, khách mời, ý kiến, biểu quyết, kết luận', en: 'Note a piece: agenda, guest, opinion, vote, conclusion' },
  }),
  remove: command({
    name: 'meetings.remove',
    path: '/api/meetings/:id/remove',
    verb: 'meeting.record',
    input: z.strictObject({ id: meetingId, part: partName, itemId: z.guid() }),
    output: done,
    problems: [...common, ...states],
    summary: { vi: 'Bỏ một mục đã ghi', en: 'Take a piece out again' },
  }),
  arrange: command({
    name: 'meetings.arrange',
    path: '/api/meetings/:id/arrange',
    verb: 'meeting.record',
    /** Items of the agenda in their order; those left out come behind. */
    input: z.strictObject({ id: meetingId, itemIds: z.array(z.guid()).max(40) }),
    output: done,
    problems: [...common, ...states],
    summary: { vi: 'Sắp xếp chương trình', en: 'Put the agenda in order' },
  }),
  score: command({
    name: 'meetings.score',
    path: '/api/meetings/:id/score',
    verb: 'meeting.record',
    input: z.strictObject({ id: meetingId, points }),
    output: done,
    problems: [...common, ...states, 'meetings.pointsOutside', 'meetings.noFrame'],
    summary: { vi: 'Chấm điểm buổi sinh hoạt', en: 'Score the meeting' },
  }),
  close: command({
    name: 'meetings.close',
    path: '/api/meetings/:id/close',
    verb: 'meeting.record',
    input: z.strictObject({ id: meetingId, ends: clock.nullable().default(null) }),
    output: done,
    problems: [...common, ...states, 'meetings.unmarked', 'meetings.endsBeforeStart', 'tasks.already'],
    summary: { vi: 'Bế mạc', en: 'Close the meeting' },
  }),
  reopen: command({
    name: 'meetings.reopen',
    path: '/api/meetings/:id/reopen',
    verb: 'meeting.record',
    input: z.strictObject({ id: meetingId }),
    output: done,
    problems: [...common, ...states],
    summary: { vi: 'Mở lại để ghi tiếp, khi chưa thông qua biên bản', en: 'Open again to note more, until the minutes are adopted' },
  }),
  writeMinutes: command({
    name: 'meetings.writeMinutes',
    path: '/api/meetings/:id/write-minutes',
    verb: 'meeting.record',
    input: z.strictObject({ id: meetingId, version: z.int().optional(), text: z.string().trim().max(50_000) }),
    output: done,
    problems: [...common, ...states, 'meetings.stale'],
    summary: { vi: 'Soạn biên bản', en: 'Write the minutes' },
  }),
  adopt: command({
    name: 'meetings.adopt',
    path: '/api/meetings/:id/adopt',
    verb: 'meeting.record',
    input: z.strictObject({ id: meetingId, on: daySchema }),
    output: done,
    problems: [...common, ...states, 'meetings.noMinutes', 'meetings.minutesStale', 'meetings.adoptedOutside'],
    summary: { vi: 'Thông qua biên bản', en: 'Adopt the minutes' },
  }),
  append: command({
    name: 'meetings.append',
    path: '/api/meetings/:id/append',
    verb: 'meeting.record',
    input: z.strictObject({ id: meetingId, text: text(2000) }),
    output: done,
    problems: [...common, ...states],
    summary: { vi: 'Ghi bổ sung vào biên bản đã thông qua', en: 'Add to adopted minutes, with the day' },
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
  /** A whole meeting of the past at once: by the office for a cell without a phone, or from the paper book. */
  record: command({
    name: 'meetings.record',
    path: '/api/meetings/record',
    verb: 'meeting.record',
    input: z.strictObject({
      id: meetingId.optional(), unitId, on: daySchema, ...planFields, ends: clock.nullable().default(null),
      /** Everybody expected who is not named here was present. */
      exceptions: z.array(marking).max(2000).default([]), guests: z.array(guest).max(200).default([]), opinions: z.array(opinion).max(300).default([]),
      votes: z.array(vote).max(40).default([]), conclusions: z.array(conclusion).max(60).default([]), points: points.nullable().default(null),
    }),
    output: done,
    problems: [...planProblems, 'meetings.already', 'meetings.inFuture', 'meetings.nobody', 'meetings.tooManyPeople', 'meetings.notOnRoll', 'meetings.notExpected', 'meetings.leaveWithoutReason', 'meetings.endsBeforeStart', 'meetings.moreVotesThanVoters', 'meetings.pointsOutside', 'meetings.noFrame', 'meetings.strangerNamed', 'tasks.already'],
    summary: { vi: 'Ghi cả một buổi sinh hoạt đã họp', en: 'Record a whole meeting that was held' },
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

