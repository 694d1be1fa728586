/** The acts and reads of membership, shared by server and web. An act answers with its id: the token for undoing it. */
import { z } from 'zod';
import { command, query } from '../../platform/contract.ts';
import { daySchema, periodSchema } from '../../platform/day.ts';
import { flag, pageSize } from '../../platform/http/query.schema.ts';
import { idSchema } from '../../platform/ids.ts';
import { endReasons, inReasons, outReasons } from './membership.ts';

const personId = idSchema<'person'>();
const unitId = idSchema<'unit'>();
const decision = z.string().trim().min(1).max(300).nullable().default(null);
const spellSchema = periodSchema.refine(({ from, to }) => to === null || from <= to, { error: 'the last day comes before the first' });

const actDone = z.object({ actId: idSchema<'membershipAct'>(), personId });
const common = ['platform.notFound', 'platform.forbidden', 'membership.inFuture'] as const;

export const namedUnit = z.object({ id: unitId, name: z.string() });

export const membershipShapes = {
  membership: z.object({ id: idSchema<'membership'>(), period: periodSchema, recognisedOn: daySchema.nullable(), endReason: z.enum(endReasons).nullable(), decision: z.string().nullable() }),
  placement: z.object({
    id: idSchema<'placement'>(),
    cell: namedUnit,
    kind: z.enum(['official', 'temporary']),
    period: periodSchema,
    inReason: z.enum(inReasons).nullable(),
    outReason: z.enum(outReasons).nullable(),
    decision: z.string().nullable(),
    confirmedOn: daySchema.nullable(),
  }),
  exemption: z.object({ id: idSchema<'exemption'>(), period: periodSchema, decision: z.string().nullable() }),
  awaySpell: z.object({ id: idSchema<'awaySpell'>(), period: periodSchema, place: z.string().nullable(), withLeave: z.boolean().nullable(), contact: z.string().nullable(), contactedOn: daySchema.nullable(), contactDueOn: daySchema.nullable(), assignedWork: z.string().nullable() }),
};

export const membershipContract = {
  admit: command({
    name: 'membership.admit',
    path: '/api/membership/admit',
    verb: 'member.record',
    input: z.strictObject({ personId, cellId: unitId, on: daySchema, decision }),
    output: actDone,
    problems: [...common, 'membership.alreadyMember', 'membership.tooYoung', 'membership.notACell', 'membership.cellEnds'],
    summary: { vi: 'Ghi kết nạp một người đã có trong danh sách vào chi bộ', en: 'Record the admission of a known person into a cell' },
  }),
  recognise: command({
    name: 'membership.recognise',
    path: '/api/membership/recognise',
    verb: 'member.record',
    input: z.strictObject({ personId, on: daySchema.optional(), decision }),
    output: actDone,
    problems: [...common, 'membership.notMember', 'membership.alreadyRecognised', 'membership.recognisedTooEarly'],
    summary: { vi: 'Ghi công nhận đảng viên chính thức; không nêu ngày thì lấy ngày hết thời hạn dự bị', en: 'Record recognition as a full member; without a day, the day on which probation ends' },
  }),
  transfer: command({
    name: 'membership.transfer',
    path: '/api/membership/transfer',
    verb: 'member.record',
    input: z.strictObject({ personId, toCellId: unitId, on: daySchema, decision }),
    output: actDone,
    problems: [...common, 'membership.notPlaced', 'membership.sameCell', 'membership.sameDay', 'membership.laterChange', 'membership.notACell', 'membership.cellEnds'],
    summary: { vi: 'Chuyển thẳng sang chi bộ khác trong hệ thống; ngày nêu là ngày đầu ở chi bộ mới', en: 'Transfer straight to another cell; the day is the first one there' },
  }),
  transferOut: command({
    name: 'membership.transferOut',
    path: '/api/membership/transfer-out',
    verb: 'member.record',
    input: z.strictObject({ personId, on: daySchema, decision }),
    output: actDone,
    problems: [...common, 'membership.notPlaced', 'membership.sameDay', 'membership.laterChange'],
    summary: { vi: 'Ghi chuyển sinh hoạt đi, chưa báo đến nơi mới; ngày nêu là ngày đầu không còn ở chi bộ', en: 'Record a transfer out, not yet arrived; the day is the first one no longer in the cell' },
  }),
  arrive: command({
    name: 'membership.arrive',
    path: '/api/membership/arrive',
    verb: 'member.record',
    input: z.strictObject({ personId, cellId: unitId, on: daySchema, decision }),
    output: actDone,
    problems: [...common, 'membership.notMember', 'membership.stillPlaced', 'membership.laterChange', 'membership.notACell', 'membership.cellEnds'],
    summary: { vi: 'Ghi tiếp nhận đảng viên chuyển đến chi bộ', en: 'Record the arrival of a transferred member in a cell' },
  }),
  placeTemporarily: command({
    name: 'membership.placeTemporarily',
    path: '/api/membership/place-temporarily',
    verb: 'member.record',
    input: z.strictObject({ personId, cellId: unitId, period: spellSchema, decision }),
    output: actDone,
    problems: [...common, 'membership.notPlaced', 'membership.sameCell', 'membership.notMember', 'membership.alreadyTemporary', 'membership.notACell', 'membership.cellEnds'],
    summary: { vi: 'Ghi chuyển sinh hoạt tạm thời', en: 'Record a temporary placement in another cell' },
  }),
  exempt: command({
    name: 'membership.exempt',
    path: '/api/membership/exempt',
    verb: 'member.record',
    input: z.strictObject({ personId, period: spellSchema, decision }),
    output: actDone,
    problems: [...common, 'membership.notMember', 'membership.alreadyExempt'],
    summary: { vi: 'Ghi miễn công tác và sinh hoạt, có ngày hết hạn nếu có', en: 'Record an exemption from activity, with its last day if there is one' },
  }),
  endExemption: command({
    name: 'membership.endExemption',
    path: '/api/membership/end-exemption',
    verb: 'member.record',
    input: z.strictObject({ personId, on: daySchema, decision }),
    output: actDone,
    problems: [...common, 'membership.notExempt', 'membership.sameDay'],
    summary: { vi: 'Ghi sinh hoạt trở lại; ngày nêu là ngày đầu không còn được miễn', en: 'Record the return from exemption; the day is the first one without it' },
  }),
  goAway: command({
    name: 'membership.goAway',
    path: '/api/membership/go-away',
    verb: 'member.record',
    input: z.strictObject({ personId, period: spellSchema, place: z.string().trim().min(1).max(200).nullable().default(null), withLeave: z.boolean().nullable().default(null), contact: z.string().trim().min(1).max(200).nullable().default(null), contactDueOn: daySchema.nullable().default(null), assignedWork: z.string().trim().min(1).max(300).nullable().default(null) }),
    output: actDone,
    problems: [...common, 'membership.notMember', 'membership.alreadyAway'],
    summary: { vi: 'Ghi đi làm ăn xa: từ ngày, ở đâu, có báo cáo chi bộ không', en: 'Record working far from home: since when, where, with leave or not' },
  }),
  keepContact: command({
    name: 'membership.keepContact',
    path: '/api/membership/keep-contact',
    verb: 'member.record',
    /** `seen`: what was agreed when this was recorded; refused where something else was agreed by then. */
    input: z.strictObject({
      personId, on: daySchema, dueOn: daySchema.nullable().default(null), work: z.string().trim().min(1).max(300).nullable().default(null),
      seen: z.strictObject({ contactedOn: daySchema.nullable(), contactDueOn: daySchema.nullable(), assignedWork: z.string().max(300).nullable() }).optional(),
    }),
    output: actDone,
    problems: [...common, 'membership.notAway', 'membership.laterChange', 'membership.dueBeforeContact', 'membership.changedMeanwhile'],
    summary: { vi: 'Ghi đã liên hệ với đảng viên đi xa, lần sau khi nào', en: 'Record that a member away was spoken to, and when to call next' },
  }),
  confirmTemporary: command({
    name: 'membership.confirmTemporary',
    path: '/api/membership/confirm-temporary',
    verb: 'member.record',
    input: z.strictObject({ personId, on: daySchema }),
    output: actDone,
    problems: [...common, 'membership.notTemporary', 'membership.confirmedAlready'],
    summary: { vi: 'Chi bộ nơi đến xác nhận tiếp nhận sinh hoạt tạm thời', en: 'The host cell confirms a temporary placement' },
  }),
  takeBackTemporary: command({
    name: 'membership.takeBackTemporary',
    path: '/api/membership/take-back-temporary',
    verb: 'member.record',
    input: z.strictObject({ personId, on: daySchema, decision }),
    output: actDone,
    problems: [...common, 'membership.notTemporary', 'membership.confirmedAlready'],
    summary: { vi: 'Chi bộ nơi đi thôi chuyển sinh hoạt tạm thời, khi nơi đến chưa xác nhận', en: 'The own cell takes a temporary placement back before the host cell has confirmed it' },
  }),
  comeBack: command({
    name: 'membership.comeBack',
    path: '/api/membership/come-back',
    verb: 'member.record',
    input: z.strictObject({ personId, on: daySchema }),
    output: actDone,
    problems: [...common, 'membership.notAway', 'membership.sameDay'],
    summary: { vi: 'Ghi trở về sau khi đi làm ăn xa', en: 'Record the return from working far from home' },
  }),
  end: command({
    name: 'membership.end',
    path: '/api/membership/end',
    verb: 'member.record',
    input: z.strictObject({ personId, on: daySchema, reason: z.enum(endReasons), decision }),
    output: actDone,
    problems: [...common, 'membership.notMember', 'membership.sameDay', 'membership.laterChange'],
    summary: { vi: 'Ghi kết thúc sinh hoạt; ngày nêu là ngày đầu không còn là đảng viên ở đây', en: 'Record the end of a membership; the day is the first one on which it no longer holds' },
  }),
  undo: command({
    name: 'membership.undo',
    path: '/api/membership/undo',
    verb: 'member.record',
    input: z.strictObject({ actId: idSchema<'membershipAct'>() }),
    output: actDone,
    problems: ['platform.notFound', 'platform.forbidden', 'membership.notLastAct', 'membership.notACell', 'membership.cellEnds'],
    summary: { vi: 'Hoàn tác việc ghi gần nhất về một đảng viên', en: 'Undo what was last recorded about a member' },
  }),
  acts: query({
    name: 'membership.acts',
    path: '/api/membership/acts/:personId',
    verb: 'member.read',
    input: z.strictObject({ personId }),
    output: z.object({
      items: z.array(z.object({ id: idSchema<'membershipAct'>(), kind: z.string(), effectiveOn: daySchema, cell: namedUnit, decision: z.string().nullable(), recordedAt: z.iso.datetime(), recordedBy: z.string().nullable(), undoneAt: z.iso.datetime().nullable(), mayUndo: z.boolean() })),
    }),
    summary: { vi: 'Những việc đã ghi về một đảng viên', en: 'What was recorded about a member' },
  }),
  notArrived: query({
    name: 'membership.notArrived',
    path: '/api/membership/not-arrived',
    verb: 'member.read',
    input: z.strictObject({ asOf: daySchema.optional(), unitId: unitId.optional(), cursor: z.string().max(500).optional(), limit: pageSize }),
    output: z.object({ items: z.array(z.object({ personId, fullName: z.string(), lastCell: namedUnit, since: daySchema })), next: z.string().nullable() }),
    summary: { vi: 'Đảng viên đã chuyển đi, chưa báo đến', en: 'Members transferred out and not yet arrived' },
  }),
  away: query({
    name: 'membership.away',
    path: '/api/membership/away',
    verb: 'member.read',
    /** Whoever is to be called first comes first, then the longest away. */
    input: z.strictObject({ asOf: daySchema.optional(), unitId: unitId.optional(), leave: z.enum(['yes', 'no', 'unknown']).optional(), isDue: flag().optional(), cursor: z.string().max(500).optional(), limit: pageSize }),
    output: z.object({
      items: z.array(z.object({
        personId, fullName: z.string(), cell: namedUnit, since: daySchema, until: daySchema.nullable(), place: z.string().nullable(), withLeave: z.boolean().nullable(),
        contactedOn: daySchema.nullable(), contactDueOn: daySchema.nullable(), assignedWork: z.string().nullable(),
        /** Takes part in another cell for a time, which is named to whoever may read it. */
        isElsewhere: z.boolean(), hostCell: z.string().nullable(), mayRecord: z.boolean(),
      })),
      next: z.string().nullable(),
    }),
    problems: ['platform.notFound'],
    summary: { vi: 'Sổ theo dõi đảng viên đi làm ăn xa', en: 'Register of members working away' },
  }),
  guests: query({
    name: 'membership.guests',
    path: '/api/membership/guests',
    verb: 'member.read',
    input: z.strictObject({ asOf: daySchema.optional(), unitId: unitId.optional(), cursor: z.string().max(500).optional(), limit: pageSize }),
    output: z.object({
      items: z.array(z.object({ personId, fullName: z.string(), hostCell: namedUnit, period: periodSchema, confirmedOn: daySchema.nullable(), mayConfirm: z.boolean() })),
      next: z.string().nullable(),
    }),
    problems: ['platform.notFound'],
    summary: { vi: 'Đảng viên nơi khác đang sinh hoạt tạm thời', en: 'Members of other cells placed here for a time' },
  }),
};
