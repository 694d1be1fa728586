/** The resolution book: the resolution of a meeting, the book of a unit in a year, both as Word files; entering and taking out. */
import { z } from 'zod';
import { act, query } from '../../platform/contract.ts';
import { daySchema } from '../../platform/day.ts';
import { integer, pageSize } from '../../platform/http/query.schema.ts';
import { kindSchema } from '../units/unit.contract.ts';
import { scoreLevels } from './meeting.kinds.ts';
import { common, done, kind, meetingId, named, state, unitId, vote } from './meeting.shapes.ts';

const number = z.int().min(1).max(9999);
const numbering = z.object({ number, termFrom: daySchema });
const year = integer({ least: 1930, most: 2200 });
const word = ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'];

const resolution = z.object({
  meetingId, unit: named, unitKind: kindSchema, state, kind, isExtended: z.boolean(), on: daySchema, topic: z.string().nullable(), present: z.int(), expected: z.int(),
  numbering: numbering.nullable(),
  conclusions: z.array(z.object({ id: z.string(), text: z.string(), owner: z.string().nullable(), dueOn: daySchema.nullable(), state: z.enum(['open', 'done', 'dropped']).nullable() })),
  votes: z.array(vote),
  score: z.object({ total: z.number(), level: z.enum(scoreLevels) }).nullable(),
});

export const resolutionContract = {
  resolution: query({
    name: 'meetings.resolution',
    path: '/api/meetings/:id/resolution',
    verb: 'meeting.read',
    input: z.strictObject({ id: meetingId }),
    /** `proposed`: the number that comes next in the term of the meeting, while it has none and the term is known. `signer`: the secretary of the day. */
    output: resolution.extend({ parent: z.string().nullable(), signer: z.string().nullable(), proposed: numbering.nullable(), may: z.array(z.string()) }),
    problems: ['platform.notFound'],
    summary: { vi: 'Nghị quyết của một buổi họp', en: 'The resolution of a meeting' },
  }),
  book: query({
    name: 'meetings.book',
    path: '/api/resolution-book',
    verb: 'meeting.read',
    /** Of the unit alone, in the order of days. */
    input: z.strictObject({ unitId, year, cursor: z.string().max(500).optional(), limit: pageSize }),
    output: z.object({ items: z.array(resolution), next: z.string().nullable() }),
    problems: ['platform.notFound'],
    summary: { vi: 'Sổ nghị quyết của một đơn vị trong một năm', en: 'The resolution book of a unit in a year' },
  }),
  enterResolution: act({
    name: 'meetings.enterResolution',
    path: '/api/meetings/:id/enter-resolution',
    verb: 'meeting.record',
    input: z.strictObject({ id: meetingId, number, termFrom: daySchema }),
    output: done,
    problems: [...common, 'meetings.notAdopted', 'meetings.nothingResolved', 'meetings.numberedAlready', 'meetings.numberTaken', 'meetings.termAfterMeeting'],
    summary: { vi: 'Ghi nghị quyết của buổi họp vào sổ nghị quyết', en: 'Enter the resolution of a meeting in the book' },
  }),
  takeOutResolution: act({
    name: 'meetings.takeOutResolution',
    path: '/api/meetings/:id/take-out-resolution',
    verb: 'meeting.record',
    input: z.strictObject({ id: meetingId }),
    output: done,
    problems: [...common, 'meetings.notNumbered', 'meetings.notLastNumber'],
    summary: { vi: 'Bỏ số nghị quyết vừa vào sổ', en: 'Take the last number out of the book again' },
  }),
  resolutionFile: query({
    name: 'meetings.resolutionFile',
    path: '/api/meetings/:id/resolution.docx',
    verb: 'meeting.read',
    input: z.strictObject({ id: meetingId }),
    output: z.unknown(),
    problems: ['platform.notFound'],
    files: word,
    summary: { vi: 'Nghị quyết bằng tệp Word', en: 'The resolution as a Word document' },
  }),
  bookFile: query({
    name: 'meetings.bookFile',
    path: '/api/resolution-book.docx',
    verb: 'meeting.read',
    input: z.strictObject({ unitId, year }),
    output: z.unknown(),
    problems: ['platform.notFound'],
    files: word,
    summary: { vi: 'Sổ nghị quyết của một năm bằng tệp Word', en: 'The resolution book of a year as a Word document' },
  }),
};
