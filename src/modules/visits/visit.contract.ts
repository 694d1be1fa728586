/** The visits' part of the API: what was visited, one visit, how it is written down, corrected, withdrawn. */
import { z } from 'zod';
import { command, query } from '../../platform/contract.ts';
import { daySchema } from '../../platform/day.ts';
import { pageSize, several } from '../../platform/http/query.schema.ts';
import { mostPromises } from './visit.ts';
import { accountFields, fileId, kind, meetingId, personId, promise, text, unitId, visitId, visitItem, wholeVisit } from './visit.shapes.ts';

const done = z.object({ id: visitId, version: z.int() });
const common = ['platform.notFound', 'platform.forbidden'] as const;
const days = ['visits.inFuture', 'visits.tooLongAgo', 'visits.meetingUnknown'] as const;
const megabytes = 1024 * 1024;

export const visitContract = {
  list: query({
    name: 'visits.list',
    path: '/api/visits',
    verb: 'visit.read',
    /** The latest first. Of a unit with those below it; `mine`: of who asks. Withdrawn ones only among one's own. */
    input: z.strictObject({
      unitId: unitId.optional(), personId: personId.optional(), mine: z.enum(['yes']).optional(), kind: several(kind).optional(), agreement: z.enum(['agrees', 'differs']).optional(),
      from: daySchema.optional(), to: daySchema.optional(), cursor: z.string().max(500).optional(), limit: pageSize,
    }),
    output: z.object({ items: z.array(visitItem), next: z.string().nullable() }),
    summary: { vi: 'Các chuyến đi cơ sở trong phạm vi, mới nhất trước', en: 'Visits within reach, the latest first' },
  }),
  visit: query({
    name: 'visits.visit',
    path: '/api/visits/:id',
    verb: 'self.read',
    /** Where one reads visits, and the own ones: also after the assignment. */
    input: z.strictObject({ id: visitId }),
    output: wholeVisit,
    problems: ['platform.notFound'],
    summary: { vi: 'Một chuyến đi: gặp ai, nghe gì, hứa gì, có khớp biên bản buổi họp không', en: 'One visit: whom met, what heard and promised, whether the meeting’s record agrees' },
  }),
  ofMeeting: query({
    name: 'visits.ofMeeting',
    path: '/api/visits/of-meeting/:meetingId',
    verb: 'visit.read',
    input: z.strictObject({ meetingId }),
    /** Visits that say that they attended this meeting. `unmatched`: those who follow this place and are named in the record of the meeting, and have written no visit. */
    output: z.object({ items: z.array(visitItem).max(40), unmatched: z.array(z.object({ id: personId, name: z.string() })).max(40) }),
    problems: ['platform.notFound'],
    summary: { vi: 'Cán bộ theo dõi đã dự một buổi họp: hai bên ghi có khớp không', en: 'Who of those that follow the place attended a meeting: whether both records agree' },
  }),
  file: query({
    name: 'visits.file',
    path: '/api/visits/:id/files/:fileId',
    verb: 'self.read',
    input: z.strictObject({ id: visitId, fileId }),
    output: z.unknown(),
    files: ['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    problems: ['platform.notFound'],
    summary: { vi: 'Ảnh, tệp của một chuyến đi', en: 'A picture or file of a visit' },
  }),
  record: command({
    name: 'visits.record',
    path: '/api/visits/record',
    verb: 'self.read',
    /** By who went, for a while also after the assignment has ended, with pictures and corrections. `personId`: written down by an office for a cadre who follows the place on that day. Promises become tasks under their ids (of the home of the unit). */
    input: z.strictObject({ id: visitId.optional(), unitId, personId: personId.nullable().default(null), ...accountFields, promises: z.array(promise).max(mostPromises).default([]) }),
    output: done,
    problems: [...common, ...days, 'visits.already', 'visits.noPerson', 'visits.notOwn', 'visits.promiseBefore', 'platform.invalid', 'tasks.already'],
    summary: { vi: 'Ghi một chuyến đi cơ sở', en: 'Record a visit' },
  }),
  correct: command({
    name: 'visits.correct',
    path: '/api/visits/:id/correct',
    verb: 'self.read',
    input: z.strictObject({ id: visitId, version: z.int(), ...accountFields }),
    output: done,
    problems: [...common, ...days, 'visits.notWriter', 'visits.notOwn', 'visits.isWithdrawn', 'visits.tooManySteps', 'platform.stale'],
    summary: { vi: 'Sửa một chuyến đi đã ghi, giữ nội dung trước khi sửa', en: 'Correct a visit; what stood before is kept' },
  }),
  withdraw: command({
    name: 'visits.withdraw',
    path: '/api/visits/:id/withdraw',
    verb: 'self.read',
    /** Tasks that it gave and nobody has touched go with it. */
    input: z.strictObject({ id: visitId, reason: text(300) }),
    output: done,
    problems: [...common, 'visits.notWriter', 'visits.isWithdrawn', 'visits.tooManySteps'],
    summary: { vi: 'Rút một chuyến đi ghi nhầm, kèm lý do', en: 'Withdraw a visit written by mistake, with the reason' },
  }),
  putBack: command({
    name: 'visits.putBack',
    path: '/api/visits/:id/put-back',
    verb: 'visit.record',
    input: z.strictObject({ id: visitId }),
    output: done,
    problems: [...common, 'visits.notWriter', 'visits.isKept', 'visits.tooManySteps'],
    summary: { vi: 'Đưa lại một chuyến đi đã rút', en: 'Put back a visit that was withdrawn' },
  }),
  attach: command({
    name: 'visits.attach',
    path: '/api/visits/:id/attach',
    verb: 'self.read',
    /** The file as base64, 8 MiB at most. Whoever attaches it says that it bears no stamp of secrecy. */
    input: z.strictObject({ id: visitId, fileId: fileId.optional(), name: z.string().trim().min(1).max(300), base64: z.base64().max(11 * megabytes), hasNoSecrecyStamp: z.literal(true) }),
    output: z.object({ id: fileId }),
    bodyLimit: 12 * megabytes,
    problems: [...common, 'visits.notWriter', 'visits.isWithdrawn', 'visits.fileTooLarge', 'visits.fileUnknown', 'visits.tooManyFiles', 'platform.invalid'],
    summary: { vi: 'Đính kèm ảnh, tệp vào chuyến đi', en: 'Attach a picture or file to a visit' },
  }),
};
