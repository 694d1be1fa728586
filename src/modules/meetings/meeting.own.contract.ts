/** What somebody signed in as a person reads and answers about the own meetings. */
import { z } from 'zod';
import { command, query } from '../../platform/contract.ts';
import { daySchema } from '../../platform/day.ts';
import { pageSize } from '../../platform/http/query.schema.ts';
import { idSchema } from '../../platform/ids.ts';
import { leaveReasons } from './meeting.kinds.ts';
import { clock, done, fileTypes, kind, leaveReason, mark, meetingId, state, states } from './meeting.shapes.ts';

/** Of a member's own list: what the meeting is, and of nobody else anything. */
const ownMeeting = z.object({ id: meetingId, unit: z.string(), kind, isExtended: z.boolean(), on: daySchema, topic: z.string().nullable() });

/** Titles alone; nothing until the meeting is called. */
const agenda = z.array(z.string());
const papers = z.array(z.object({ id: idSchema<'meetingFile'>(), name: z.string(), size: z.int() }));

export const meetingOwnContract = {
  own: query({
    name: 'meetings.own',
    path: '/api/me/meetings/:id',
    verb: 'self.read',
    input: z.strictObject({ id: meetingId }),
    output: ownMeeting.extend({
      /** The Party organisation directly above, by its name of the day. */
      parent: z.string().nullable(),
      state, starts: clock.nullable(), ends: clock.nullable(), place: z.string().nullable(), mark: mark.nullable(), reason: leaveReason.nullable(), agenda, papers,
      /** Once adopted, as they were, with what was added since; before there is nothing to read. */
      minutes: z.object({ text: z.string(), adoptedOn: daySchema, chair: z.string().nullable(), writer: z.string().nullable(), additions: z.array(z.object({ on: daySchema, text: z.string(), by: z.string().nullable() })) }).nullable(),
    }),
    problems: ['platform.notFound', 'people.noOwnRecord'],
    summary: { vi: 'Một buổi họp của chính mình: chương trình, biên bản đã thông qua', en: 'One of one’s own meetings: its agenda, its adopted minutes' },
  }),
  ownAhead: query({
    name: 'meetings.ownAhead',
    path: '/api/me/meetings/ahead',
    verb: 'self.read',
    input: z.strictObject({}),
    output: z.object({ items: z.array(ownMeeting.extend({
      state, starts: clock.nullable(), place: z.string().nullable(), answer: z.enum(['coming', 'leave']).nullable(), reason: leaveReason.nullable(), decision: z.enum(['granted', 'refused']).nullable(),
      agenda, papers,
    })) }),
    problems: ['people.noOwnRecord'],
    summary: { vi: 'Các buổi họp sắp tới của chính mình', en: 'One’s own meetings ahead' },
  }),
  ownPast: query({
    name: 'meetings.ownPast',
    path: '/api/me/meetings/past',
    verb: 'self.read',
    input: z.strictObject({ cursor: z.string().max(500).optional(), limit: pageSize }),
    output: z.object({ items: z.array(ownMeeting.extend({ mark: mark.nullable(), reason: leaveReason.nullable(), isAdopted: z.boolean() })), next: z.string().nullable() }),
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
  ownCalendar: query({
    name: 'meetings.ownCalendar',
    path: '/api/me/meetings/:id/calendar.ics',
    verb: 'self.read',
    input: z.strictObject({ id: meetingId }),
    output: z.unknown(),
    problems: ['platform.notFound', 'people.noOwnRecord'],
    files: ['text/calendar'],
    summary: { vi: 'Tệp lịch của buổi họp mình được mời', en: 'The calendar file of a meeting that one is called to' },
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
};
