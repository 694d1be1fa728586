/** The inbox of an account, and how it is told outside the app: what travels between page and server. Everything is the account's own. */
import { z } from 'zod';
import { act, query } from '../../platform/contract.ts';
import { daySchema } from '../../platform/day.ts';
import { pageSize } from '../../platform/http/query.schema.ts';
import { idSchema } from '../../platform/ids.ts';
import { documentTypeCodes } from '../documents/document.kinds.ts';
import { meetingKinds, meetingStates } from '../meetings/meeting.kinds.ts';
import { noticeKinds, paces } from './notice.ts';

const own = 'it concerns only the account that is signed in; nobody signed in is answered with 401';
const noticeId = idSchema<'notice'>();
const wayId = idSchema<'noticeWay'>();
const instant = z.iso.datetime();
const language = z.enum(['vi', 'en']);
const pace = z.enum(paces);
const hour = z.int().min(0).max(23);
const base64url = z.string().regex(/^[A-Za-z0-9_-]+=*$/).max(200);

/** What stands there now about the thing; which of it is given depends on the kind. */
export const noticeFacts = z.object({
  unit: z.string().nullable().optional(),
  meetingKind: z.enum(meetingKinds).optional(),
  state: z.enum(meetingStates).optional(),
  on: daySchema.optional(),
  /** The day before it was put off. */
  before: daySchema.nullable().optional(),
  starts: z.string().nullable().optional(),
  title: z.string().optional(),
  /** Of a document: `title` is its symbol. */
  issuer: z.string().optional(),
  documentType: z.enum(documentTypeCodes).optional(),
  dueOn: daySchema.nullable().optional(),
  person: z.string().nullable().optional(),
  /** The task is settled, the placement confirmed: nothing is left to do. */
  isSettled: z.boolean().optional(),
  count: z.int().optional(),
  /** Whether the caller may open the thing itself. */
  opens: z.boolean().optional(),
});
export type NoticeFacts = z.output<typeof noticeFacts>;

export const noticeContract = {
  list: query({
    name: 'notices.list',
    path: '/api/notices',
    open: own,
    input: z.strictObject({ unread: z.enum(['yes']).optional(), cursor: z.string().max(200).optional(), limit: pageSize }),
    output: z.object({
      items: z.array(z.object({ id: noticeId, kind: z.enum(noticeKinds), at: instant, isRead: z.boolean(), facts: noticeFacts, href: z.string().nullable() })),
      next: z.string().nullable(),
    }),
    problems: ['platform.unauthenticated'],
    summary: { vi: 'Thông báo của tôi, mới nhất trước', en: 'My notices, the latest first' },
  }),
  unread: query({
    name: 'notices.unread',
    path: '/api/notices/unread',
    open: own,
    input: z.strictObject({}),
    /** Counted up to 100. */
    output: z.object({ count: z.int() }),
    problems: ['platform.unauthenticated'],
    summary: { vi: 'Số thông báo chưa đọc', en: 'How many of my notices are unread' },
  }),
  mark: act({
    name: 'notices.mark',
    path: '/api/notices/mark',
    open: own,
    input: z.strictObject({ ids: z.array(noticeId).min(1).max(200), isRead: z.boolean() }),
    output: z.object({}),
    problems: ['platform.unauthenticated'],
    summary: { vi: 'Đánh dấu đã đọc hoặc chưa đọc', en: 'Mark as read or unread' },
  }),
  markAll: act({
    name: 'notices.markAll',
    path: '/api/notices/mark-all',
    open: own,
    /** Up to this one, the newest that was seen. */
    input: z.strictObject({ upTo: noticeId }),
    output: z.object({}),
    problems: ['platform.unauthenticated'],
    summary: { vi: 'Đánh dấu tất cả là đã đọc', en: 'Mark all as read' },
  }),
  ways: query({
    name: 'notices.ways',
    path: '/api/notices/ways',
    open: own,
    input: z.strictObject({}),
    output: z.object({
      /** Whether this installation sends mail at all. */
      sendsMail: z.boolean(),
      /** What a browser needs to subscribe; null where this installation sends no web push. */
      pushKey: z.string().nullable(),
      mail: z.object({ address: z.string(), isConfirmed: z.boolean(), pace, hour, isFailing: z.boolean() }).nullable(),
      browsers: z.array(z.object({ id: wayId, browser: z.string(), since: instant, isFailing: z.boolean() })),
    }),
    problems: ['platform.unauthenticated'],
    summary: { vi: 'Tôi nhận thông báo ngoài ứng dụng bằng cách nào', en: 'How I am told outside the app' },
  }),
  setMail: act({
    name: 'notices.setMail',
    path: '/api/notices/ways/mail',
    open: own,
    input: z.strictObject({ address: z.string().trim().max(254).pipe(z.email()), language }),
    output: z.object({}),
    problems: ['platform.unauthenticated', 'notices.noMail', 'notices.nothingToTell', 'notices.tooManyCodes'],
    summary: { vi: 'Ghi địa chỉ thư điện tử của tôi; mã xác nhận được gửi tới đó', en: 'Set my e-mail address; a code is sent there' },
  }),
  confirmMail: act({
    name: 'notices.confirmMail',
    path: '/api/notices/ways/mail/confirm',
    open: own,
    input: z.strictObject({ code: z.string().regex(/^\s*\d{3}\s?\d{3}\s*$/).transform((text) => text.replaceAll(/\s/g, '')) }),
    output: z.object({}),
    problems: ['platform.unauthenticated', 'notices.wrongCode', 'notices.codeOver'],
    summary: { vi: 'Xác nhận địa chỉ thư điện tử bằng mã', en: 'Confirm the e-mail address by its code' },
  }),
  changeMail: act({
    name: 'notices.changeMail',
    path: '/api/notices/ways/mail/change',
    open: own,
    input: z.strictObject({ pace, hour, language }),
    output: z.object({}),
    problems: ['platform.unauthenticated', 'platform.notFound'],
    summary: { vi: 'Nhận thư ngay, gộp mỗi ngày một thư, hoặc không nhận', en: 'Mail at once, one a day, or none' },
  }),
  removeMail: act({
    name: 'notices.removeMail',
    path: '/api/notices/ways/mail/remove',
    open: own,
    input: z.strictObject({}),
    output: z.object({}),
    problems: ['platform.unauthenticated'],
    summary: { vi: 'Xóa địa chỉ thư điện tử của tôi', en: 'Remove my e-mail address' },
  }),
  subscribe: act({
    name: 'notices.subscribe',
    path: '/api/notices/ways/browsers',
    open: own,
    input: z.strictObject({ endpoint: z.url().max(1000), p256dh: base64url, auth: base64url, language }),
    output: z.object({ id: wayId }),
    problems: ['platform.unauthenticated', 'notices.noPush', 'notices.nothingToTell', 'notices.pushUnknown'],
    summary: { vi: 'Nhận thông báo đẩy trên thiết bị này', en: 'Be told on this device by web push' },
  }),
  unsubscribe: act({
    name: 'notices.unsubscribe',
    path: '/api/notices/ways/browsers/:id/remove',
    open: own,
    input: z.strictObject({ id: wayId }),
    output: z.object({}),
    problems: ['platform.unauthenticated', 'platform.notFound'],
    summary: { vi: 'Thôi nhận thông báo đẩy trên một thiết bị', en: 'No longer be told on a device' },
  }),
};
