/** Acts in and after a meeting: opened, marked, noted, scored, closed, minuted, adopted; a whole one of the past at once. */
import { z } from 'zod';
import { command } from '../../platform/contract.ts';
import { daySchema } from '../../platform/day.ts';
import { officialRoles } from './meeting.kinds.ts';
import { clock, common, conclusion, done, guest, marking, meetingId, official, opinion, part, partName, planFields, planProblems, points, seenMarking, states, text, unitId, vote } from './meeting.shapes.ts';

const minutes = z.string().trim().max(50_000);
const seenMinutes = z.strictObject({ text: minutes.nullable(), isStale: z.boolean() });

export const meetingSessionContract = {
  open: command({
    name: 'meetings.open',
    path: '/api/meetings/:id/open',
    verb: 'meeting.record',
    /** `openedOn`: the day on which it was opened on a phone that had no signal then. `writer`: who records it, where that is one of the roll. */
    input: z.strictObject({ id: meetingId, on: daySchema.optional(), starts: clock.nullable().default(null), openedOn: daySchema.optional(), writer: official.optional() }),
    output: done,
    problems: [...common, ...states, 'meetings.inFuture', 'meetings.dayOutside', 'meetings.nobody', 'meetings.tooManyPeople', 'meetings.strangerNamed'],
    summary: { vi: 'Bắt đầu họp; danh sách lấy theo ngày họp', en: 'Open the meeting; its roll is that of the day' },
  }),
  unopen: command({
    name: 'meetings.unopen',
    path: '/api/meetings/:id/unopen',
    verb: 'meeting.record',
    input: z.strictObject({ id: meetingId }),
    output: done,
    problems: [...common, ...states],
    summary: { vi: 'Hủy bắt đầu họp, bỏ điểm danh', en: 'Take the opening back; marks are dropped' },
  }),
  mark: command({
    name: 'meetings.mark',
    path: '/api/meetings/:id/mark',
    verb: 'meeting.record',
    input: z.strictObject({ id: meetingId, marks: z.array(seenMarking).max(2000), rest: z.enum(['present', 'online']).nullable().default(null) }),
    output: done,
    problems: [...common, ...states, 'meetings.notOnRoll', 'meetings.notExpected', 'meetings.leaveWithoutReason', 'meetings.changedMeanwhile', 'meetings.closedMeanwhile'],
    summary: { vi: 'Điểm danh', en: 'Mark the roll' },
  }),
  put: command({
    name: 'meetings.put',
    path: '/api/meetings/:id/put',
    verb: 'meeting.record',
    /** `seen`: the piece that stood there when this one was made, null where there was none; refused where another stands there now. */
    input: z.strictObject({ id: meetingId, piece: part, seen: part.nullable().optional() }),
    output: done,
    problems: [...common, ...states, 'meetings.tooMany', 'meetings.moreVotesThanVoters', 'meetings.strangerNamed', 'meetings.changedMeanwhile', 'meetings.closedMeanwhile'],
    summary: { vi: 'Ghi một mục: chương trình, khách mời, ý kiến, biểu quyết, kết luận', en: 'Note a piece: agenda, guest, opinion, vote, conclusion' },
  }),
  remove: command({
    name: 'meetings.remove',
    path: '/api/meetings/:id/remove',
    verb: 'meeting.record',
    input: z.strictObject({ id: meetingId, part: partName, itemId: z.guid(), seen: part.optional() }),
    output: done,
    problems: [...common, ...states, 'meetings.changedMeanwhile', 'meetings.closedMeanwhile'],
    summary: { vi: 'Bỏ một mục đã ghi', en: 'Take a piece out again' },
  }),
  arrange: command({
    name: 'meetings.arrange',
    path: '/api/meetings/:id/arrange',
    verb: 'meeting.record',
    /** Items of the agenda in their order; those left out come behind. `seen`: the order that was changed. */
    input: z.strictObject({ id: meetingId, itemIds: z.array(z.guid()).max(40), seen: z.array(z.guid()).max(40).optional() }),
    output: done,
    problems: [...common, ...states, 'meetings.changedMeanwhile'],
    summary: { vi: 'Sắp xếp chương trình', en: 'Put the agenda in order' },
  }),
  appoint: command({
    name: 'meetings.appoint',
    path: '/api/meetings/:id/appoint',
    verb: 'meeting.record',
    /** `seen`: who stood there when this one was chosen. */
    input: z.strictObject({ id: meetingId, role: z.enum(officialRoles), who: official.nullable(), seen: official.nullable().optional() }),
    output: done,
    problems: [...common, ...states, 'meetings.strangerNamed', 'meetings.changedMeanwhile'],
    summary: { vi: 'Ghi chủ trì, thư ký buổi họp', en: 'Note who chairs and who writes the minutes' },
  }),
  score: command({
    name: 'meetings.score',
    path: '/api/meetings/:id/score',
    verb: 'meeting.record',
    /** `seen`: the points that stood there, null where there were none. */
    input: z.strictObject({ id: meetingId, points, seen: points.nullable().optional() }),
    output: done,
    problems: [...common, ...states, 'meetings.pointsOutside', 'meetings.noFrame', 'meetings.changedMeanwhile'],
    summary: { vi: 'Chấm điểm buổi sinh hoạt', en: 'Score the meeting' },
  }),
  close: command({
    name: 'meetings.close',
    path: '/api/meetings/:id/close',
    verb: 'meeting.record',
    input: z.strictObject({ id: meetingId, ends: clock.nullable().default(null) }),
    output: done,
    problems: [...common, ...states, 'meetings.unmarked', 'meetings.endsBeforeStart', 'tasks.already'],
    summary: { vi: 'Kết thúc họp', en: 'Close the meeting' },
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
  writeMinutes: command({
    name: 'meetings.writeMinutes',
    path: '/api/meetings/:id/write-minutes',
    verb: 'meeting.record',
    /** `seen`: the minutes that were written on from, and whether they were to be looked over again. */
    input: z.strictObject({ id: meetingId, version: z.int().optional(), text: minutes, seen: seenMinutes.optional() }),
    output: done,
    problems: [...common, ...states, 'meetings.stale', 'meetings.changedMeanwhile'],
    summary: { vi: 'Soạn biên bản', en: 'Write the minutes' },
  }),
  adopt: command({
    name: 'meetings.adopt',
    path: '/api/meetings/:id/adopt',
    verb: 'meeting.record',
    /** `seen`: the minutes that were looked at; refused where others stand or were adopted. `text` is saved and adopted in their place. */
    input: z.strictObject({ id: meetingId, on: daySchema, text: minutes.optional(), seen: seenMinutes.optional() }),
    output: done,
    problems: [...common, ...states, 'meetings.noMinutes', 'meetings.minutesStale', 'meetings.adoptedOutside', 'meetings.changedMeanwhile'],
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
};
