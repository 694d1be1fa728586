/** The petitions' part of the API: what places ask for, who handles it, what was answered. */
import { z } from 'zod';
import { noteSchema } from '../../figures/figures.contract.ts';
import { act, command, query } from '../../platform/contract.ts';
import { daySchema } from '../../platform/day.ts';
import { pageSize, several } from '../../platform/http/query.schema.ts';
import { idSchema } from '../../platform/ids.ts';
import { inboxParts } from './petition.inbox.ts';
import { states } from './petition.kinds.ts';
import { askingFields, fileId, mayBeEmpty, mostRelated, named, outcome, petitioner, petitionId, petitionItem, source, standingFields, state, text, topicCode, unitId, wholePetition } from './petition.shapes.ts';

const done = z.object({ id: petitionId, version: z.int() });
const common = ['platform.notFound', 'platform.forbidden'] as const;
const of = { id: petitionId, version: z.int() };
const acted = [...common, 'platform.stale', 'petitions.cannotNow', 'petitions.tooManySteps'] as const;
const passing = ['petitions.bodyUnknown', 'petitions.sameBody', 'petitions.namedMoves'] as const;
/** Whoever writes something down says each time whether it denounces somebody: nothing is taken for granted. */
const isDenunciation = z.boolean();
const megabytes = 1024 * 1024;

export const petitionContract = {
  list: query({
    name: 'petitions.list',
    path: '/api/petitions',
    verb: 'petition.read',
    /** Of a place (`unitId`, with `below` all under it) the latest first; of a body (`bodyId`) what is due first. `inbox`: what of a body's is open, new, about to be due, late, reopened. `toConfirm`: answered for good, for whoever asks to confirm where he sits. `search`: words without diacritics. */
    input: z.strictObject({
      unitId: unitId.optional(), below: z.enum(['yes', 'no']).default('yes'), bodyId: unitId.optional(), inbox: z.enum(inboxParts).optional(), state: several(state).optional(), topic: several(topicCode).optional(), source: several(source).optional(),
      sourceId: idSchema().optional(), late: z.enum(['yes']).optional(), recurring: z.enum(['yes']).optional(), toConfirm: z.enum(['yes']).optional(), search: z.string().trim().max(200).optional(), from: daySchema.optional(), to: daySchema.optional(), cursor: z.string().max(500).optional(), limit: pageSize,
    }),
    output: z.object({ items: z.array(petitionItem), next: z.string().nullable() }),
    summary: { vi: 'Kiến nghị, đề xuất trong phạm vi', en: 'Petitions within reach' },
  }),
  inbox: query({
    name: 'petitions.inbox',
    path: '/api/petitions/inbox',
    verb: 'petition.read',
    /** Without a body that where the account sits. */
    input: z.strictObject({ bodyId: unitId.optional() }),
    output: z.object({ body: named.nullable(), counts: z.record(z.enum(inboxParts), z.int()) }),
    problems: ['platform.notFound'],
    summary: { vi: 'Kiến nghị chờ một cơ quan xử lý: số mới, sắp hạn, quá hạn', en: 'What waits for a body: how many are new, due, late' },
  }),
  petition: query({
    name: 'petitions.petition',
    path: '/api/petitions/:id',
    verb: 'petition.read',
    input: z.strictObject({ id: petitionId }),
    output: wholePetition,
    problems: ['platform.notFound'],
    summary: { vi: 'Một kiến nghị: nội dung, nơi xử lý, trả lời, các bước', en: 'One petition: what is asked, who handles it, the answer, the steps' },
  }),
  record: command({
    name: 'petitions.record',
    path: '/api/petitions/record',
    verb: 'self.read',
    /** Where one records petitions; with a visit that still comes in after the assignment has ended, by who made it. Who asked is kept only of a resident who wants an answer. What is said of it to be a denunciation is refused, and nothing of it is kept. */
    input: z.strictObject({ id: petitionId.optional(), unitId, source, sourceId: idSchema().nullable().default(null), ...askingFields, petitioner: petitioner.nullable().default(null), isDenunciation }),
    output: done,
    problems: [...common, 'petitions.already', 'petitions.inFuture', 'petitions.topicUnknown', 'petitions.denunciation', 'petitions.onlyOfResidents', 'petitions.sourceUnknown', 'petitions.noOffice', 'platform.invalid'],
    summary: { vi: 'Ghi một kiến nghị, đề xuất', en: 'Record a petition' },
  }),
  correct: act({
    name: 'petitions.correct',
    path: '/api/petitions/:id/correct',
    verb: 'petition.record',
    input: z.strictObject({ ...of, ...askingFields, isDenunciation }),
    output: done,
    problems: [...acted, 'petitions.inFuture', 'petitions.topicUnknown', 'petitions.isTakenUp', 'petitions.denunciation'],
    summary: { vi: 'Sửa nội dung đã ghi khi chưa có nơi nhận xử lý', en: 'Correct it while nobody has taken it up' },
  }),
  route: act({
    name: 'petitions.route',
    path: '/api/petitions/:id/route',
    verb: 'petition.handle',
    input: z.strictObject({ ...of, ...standingFields, words: mayBeEmpty(1000) }),
    output: done,
    problems: [...acted, ...passing, 'petitions.isRouted'],
    summary: { vi: 'Chuyển đến nơi có thẩm quyền', en: 'Pass it on to the body that decides' },
  }),
  accept: act({
    name: 'petitions.accept',
    path: '/api/petitions/accept',
    verb: 'petition.handle',
    /** Several at once: what cannot be taken up any more is passed over. */
    input: z.strictObject({ ids: z.array(petitionId).min(1).max(200) }),
    output: z.object({ accepted: z.int(), passedOver: z.int() }),
    problems: common,
    summary: { vi: 'Nhận xử lý một hoặc nhiều kiến nghị', en: 'Take up one or several' },
  }),
  refuse: act({
    name: 'petitions.refuse',
    path: '/api/petitions/:id/refuse',
    verb: 'petition.handle',
    /** Names who is competent; the petition goes there. */
    input: z.strictObject({ ...of, ...standingFields, words: text(1000) }),
    output: done,
    problems: [...acted, ...passing],
    summary: { vi: 'Không thuộc thẩm quyền: nêu rõ nơi có thẩm quyền và chuyển đến đó', en: 'Not competent: name who is, and pass it there' },
  }),
  answer: act({
    name: 'petitions.answer',
    path: '/api/petitions/:id/answer',
    verb: 'petition.handle',
    /** With `group` also those that are handled with it. A plan becomes a task where somebody is to do it. */
    input: z.strictObject({ ...of, outcome, text: text(3000), plannedOn: daySchema.nullable().default(null), group: z.boolean().default(true) }),
    output: done.extend({ answered: z.int() }),
    problems: [...acted, 'petitions.isClosed', 'petitions.planNeedsDay', 'petitions.planInPast'],
    summary: { vi: 'Trả lời: đã giải quyết, sẽ giải quyết, không giải quyết được', en: 'Answer it: settled, planned, not possible' },
  }),
  confirm: act({
    name: 'petitions.confirm',
    path: '/api/petitions/:id/confirm',
    verb: 'petition.confirm',
    input: z.strictObject({ ...of, words: mayBeEmpty(1000) }),
    output: done,
    problems: [...acted, 'petitions.notAnswered', 'petitions.stillPlanned', 'petitions.ownAnswer'],
    summary: { vi: 'Cơ sở xác nhận đã được giải quyết, đã nhận trả lời', en: 'The place confirms the answer' },
  }),
  reopen: act({
    name: 'petitions.reopen',
    path: '/api/petitions/:id/reopen',
    verb: 'petition.confirm',
    input: z.strictObject({ ...of, words: text(1000) }),
    output: done,
    problems: [...acted, 'petitions.notAnswered', 'petitions.ownAnswer'],
    summary: { vi: 'Cơ sở đề nghị giải quyết lại, có lý do', en: 'The place asks again, with the reason' },
  }),
  withdraw: act({
    name: 'petitions.withdraw',
    path: '/api/petitions/:id/withdraw',
    verb: 'petition.record',
    /** By the place, or by whoever wrote it down there. */
    input: z.strictObject({ ...of, words: text(1000) }),
    output: done,
    problems: [...acted, 'petitions.isClosed', 'petitions.ownAnswer'],
    summary: { vi: 'Rút kiến nghị, có lý do', en: 'Withdraw it, with the reason' },
  }),
  group: act({
    name: 'petitions.group',
    path: '/api/petitions/:id/group',
    verb: 'petition.handle',
    /** Handled with another of the same matter; null: by itself again. */
    input: z.strictObject({ ...of, leadId: petitionId.nullable() }),
    output: done,
    problems: [...acted, 'petitions.isClosed', 'petitions.groupedWithItself', 'petitions.leadUnknown'],
    summary: { vi: 'Gộp xử lý với kiến nghị cùng nội dung', en: 'Handle it with another of the same matter' },
  }),
  takeBack: act({
    name: 'petitions.takeBack',
    path: '/api/petitions/:id/take-back',
    verb: 'petition.read',
    /** By whoever may do the step that is taken back. */
    input: z.strictObject(of),
    output: done,
    problems: [...acted, 'petitions.nothingToTakeBack', 'petitions.namedMoves', 'petitions.ownAnswer'],
    summary: { vi: 'Hoàn tác bước vừa ghi', en: 'Take the last step back' },
  }),
  similar: query({
    name: 'petitions.similar',
    path: '/api/petitions/similar',
    verb: 'petition.read',
    /** Open ones, or closed lately, at the place or beside it, of the topic, whose words are alike without diacritics. */
    input: z.strictObject({ unitId, topic: topicCode, text: text(300), except: petitionId.optional() }),
    output: z.object({ items: z.array(petitionItem).max(mostRelated) }),
    problems: ['platform.notFound'],
    summary: { vi: 'Kiến nghị có nội dung tương tự', en: 'Petitions alike' },
  }),
  bodies: query({
    name: 'petitions.bodies',
    path: '/api/petitions/bodies',
    verb: 'petition.read',
    /** Who decides on a topic at a place today, the nearest level first. */
    input: z.strictObject({ unitId, topic: topicCode }),
    output: z.object({ items: z.array(z.object({ body: named, outside: z.string().nullable(), level: z.string(), document: z.string() })).max(8) }),
    problems: ['platform.notFound'],
    summary: { vi: 'Nơi có thẩm quyền giải quyết', en: 'Bodies that decide' },
  }),
  times: query({
    name: 'petitions.times',
    path: '/api/petitions/times',
    verb: 'figure.read',
    /** Of what the figure `petitions.times` counts: medians of working days by group of topics, all first. */
    input: z.strictObject({ unitId, on: daySchema.optional() }),
    output: z.object({ notes: z.array(noteSchema), items: z.array(z.object({ group: z.string().nullable(), name: z.object({ vi: z.string(), en: z.string() }).nullable(), answered: z.int(), first: z.number().nullable(), final: z.number().nullable() })).max(100) }),
    problems: ['platform.notFound', 'platform.forbidden'],
    summary: { vi: 'Số ngày làm việc trung vị đến trả lời lần đầu, kết quả cuối', en: 'Median working days to the first and the final answer' },
  }),
  petitioner: query({
    name: 'petitions.petitioner',
    path: '/api/petitions/:id/petitioner',
    verb: 'petition.handle',
    /** For the handler at the body where it stands now, and nobody else; each look is written down. */
    input: z.strictObject({ id: petitionId }),
    output: petitioner.nullable(),
    problems: common,
    summary: { vi: 'Người kiến nghị, chỉ dành cho nơi đang xử lý', en: 'Who asked, for the handler alone' },
  }),
  forget: act({
    name: 'petitions.forget',
    path: '/api/petitions/:id/forget',
    verb: 'petition.record',
    input: z.strictObject({ id: petitionId }),
    output: z.object({}),
    problems: common,
    summary: { vi: 'Xóa tên người kiến nghị theo yêu cầu', en: 'Drop the name of who asked' },
  }),
  slip: act({
    name: 'petitions.slip',
    path: '/api/petitions/:id/slip',
    verb: 'petition.record',
    /** A new code each time: the one before holds no more. `origin`: under which the system is opened. */
    input: z.strictObject({ id: petitionId, origin: z.string().regex(/^https?:\/\/[^/\s]{1,200}$/) }),
    /** `qr`: drawn as SVG, it opens the page that tells how it stands. */
    output: z.object({ code: z.string(), qr: z.string() }),
    problems: common,
    summary: { vi: 'Cấp mã tra cứu cho người kiến nghị', en: 'Give out a tracking code' },
  }),
  track: act({
    name: 'petitions.track',
    path: '/api/petitions/track',
    open: 'who holds the code of a slip learns how far it has come and when, and nothing else',
    input: z.strictObject({ code: z.string().max(40) }),
    output: z.object({ state: z.enum(states), raisedOn: daySchema, dueOn: daySchema.nullable(), answeredOn: daySchema.nullable(), plannedOn: daySchema.nullable(), closedOn: daySchema.nullable() }),
    problems: ['petitions.codeUnknown', 'access.tooMany'],
    summary: { vi: 'Tra cứu tình trạng bằng mã, không cần tài khoản', en: 'Look up by code, without an account' },
  }),
  attach: act({
    name: 'petitions.attach',
    path: '/api/petitions/:id/attach',
    verb: 'petition.record',
    /** The file as base64, 8 MiB at most. Whoever attaches it says that it bears no stamp of secrecy. */
    input: z.strictObject({ id: petitionId, name: text(300), base64: z.base64().max(11 * megabytes), hasNoSecrecyStamp: z.literal(true) }),
    output: z.object({ id: fileId }),
    bodyLimit: 12 * megabytes,
    problems: [...common, 'petitions.fileTooLarge', 'petitions.fileUnknown', 'petitions.tooManyFiles', 'petitions.isClosed'],
    summary: { vi: 'Đính kèm tệp vào kiến nghị', en: 'Attach a file' },
  }),
  detach: act({
    name: 'petitions.detach',
    path: '/api/petitions/:id/files/:fileId/detach',
    verb: 'petition.record',
    input: z.strictObject({ id: petitionId, fileId }),
    output: z.object({}),
    problems: [...common, 'petitions.isClosed'],
    summary: { vi: 'Gỡ tệp khỏi kiến nghị', en: 'Take a file out' },
  }),
  file: query({
    name: 'petitions.file',
    path: '/api/petitions/:id/files/:fileId',
    verb: 'petition.read',
    input: z.strictObject({ id: petitionId, fileId }),
    output: z.unknown(),
    files: ['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    problems: ['platform.notFound'],
    summary: { vi: 'Tệp của kiến nghị', en: 'A file of a petition' },
  }),
};
