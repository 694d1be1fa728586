/** Signing in, one's own sessions and password, and who may see what: what travels between page and server. */
import { z } from 'zod';
import { act, query } from '../platform/contract.ts';
import { daySchema } from '../platform/day.ts';
import { pageSize } from '../platform/http/query.schema.ts';
import { idSchema } from '../platform/ids.ts';
import { longestPassword } from './account.ts';

const password = z.string().min(1).max(longestPassword);
const code = z.string().regex(/^\s*\d{3}\s?\d{3}\s*$/).transform((text) => text.replaceAll(/\s/g, ''));
const instant = z.iso.datetime();
const own = 'it concerns only the account that is signed in; nobody signed in is answered with 401';

export const unitNameSchema = z.object({ id: idSchema<'unit'>(), name: z.string() });

const welcome = query({
  name: 'access.welcome',
  path: '/api/welcome',
  input: z.strictObject({}),
  output: z.object({
    sample: z.boolean(),
    hasAccounts: z.boolean(),
    /** Only while the sample is loaded: who may be tried out. Passwords are printed at start, never sent. */
    sampleAccounts: z.array(z.object({ name: z.string(), role: z.string() })),
  }),
  open: 'the sign-in page needs it before anybody is known; it names sample accounts only',
  summary: { vi: 'Thông tin cho trang đăng nhập', en: 'What the sign-in page shows' },
});

const session = query({
  name: 'access.session',
  path: '/api/session',
  input: z.strictObject({}),
  output: z.object({
    person: z.object({ id: idSchema<'person'>(), name: z.string() }).optional(),
    account: z.object({ id: idSchema<'account'>(), name: z.string(), displayName: z.string(), mustChangePassword: z.boolean(), codes: z.boolean() }),
    sample: z.boolean(),
    /** Verbs held anywhere. */
    mayVisit: z.array(z.string()),
    today: daySchema,
    home: z.object({ unitId: idSchema<'unit'>(), name: z.string() }).optional(),
  }),
  open: 'tells the page who is signed in',
  problems: ['platform.unauthenticated'],
  summary: { vi: 'Ai đang đăng nhập', en: 'Who is signed in' },
});

const signIn = act({
  name: 'access.signIn',
  path: '/api/session/sign-in',
  input: z.strictObject({ name: z.string().trim().toLowerCase().min(1).max(60), password, code: code.optional() }),
  output: z.object({ accountId: idSchema<'account'>(), mustChangePassword: z.boolean() }),
  open: 'nobody is known before signing in',
  problems: ['access.wrongPassword', 'access.codeNeeded', 'access.wrongCode', 'access.tooMany', 'access.disabled'],
  summary: { vi: 'Đăng nhập', en: 'Sign in' },
});

const signOut = act({
  name: 'access.signOut',
  path: '/api/session/sign-out',
  input: z.strictObject({}),
  output: z.object({}),
  open: 'ends the session that is sent along, if any',
  repeatable: 'a session that has ended stays ended',
  summary: { vi: 'Đăng xuất', en: 'Sign out' },
});

const sessions = query({
  name: 'access.sessions',
  path: '/api/session/list',
  input: z.strictObject({}),
  output: z.object({ items: z.array(z.object({ id: idSchema<'session'>(), device: z.string(), since: instant, seen: instant, current: z.boolean() })) }),
  open: own,
  problems: ['platform.unauthenticated'],
  summary: { vi: 'Các phiên đăng nhập của tôi', en: 'My sessions' },
});

const revokeSession = act({
  name: 'access.revokeSession',
  path: '/api/session/list/:id/revoke',
  input: z.strictObject({ id: idSchema<'session'>() }),
  output: z.object({}),
  open: own,
  problems: ['platform.unauthenticated', 'platform.notFound'],
  summary: { vi: 'Kết thúc một phiên đăng nhập', en: 'End a session' },
});

const changePassword = act({
  name: 'access.changePassword',
  path: '/api/session/password',
  input: z.strictObject({ current: password, next: password }),
  output: z.object({}),
  open: own,
  problems: ['platform.unauthenticated', 'access.wrongCurrent', 'access.tooMany', 'access.passwordShort', 'access.passwordIsName', 'access.passwordCommon', 'access.passwordSame'],
  summary: { vi: 'Đổi mật khẩu; các phiên khác kết thúc', en: 'Change the password; other sessions end' },
});

const startCodes = act({
  name: 'access.startCodes',
  path: '/api/session/codes/start',
  input: z.strictObject({ password }),
  output: z.object({ secret: z.string(), uri: z.string(), qr: z.string() }),
  open: own,
  problems: ['platform.unauthenticated', 'access.wrongCurrent', 'access.tooMany', 'access.codesOn'],
  summary: { vi: 'Lấy khóa cho mã xác thực một lần', en: 'Get the secret for one-time codes' },
});

const confirmCodes = act({
  name: 'access.confirmCodes',
  path: '/api/session/codes/confirm',
  input: z.strictObject({ code }),
  output: z.object({}),
  open: own,
  problems: ['platform.unauthenticated', 'access.wrongCode', 'access.tooMany', 'access.codesNotStarted'],
  summary: { vi: 'Bật mã xác thực một lần', en: 'Turn one-time codes on' },
});

const stopCodes = act({
  name: 'access.stopCodes',
  path: '/api/session/codes/stop',
  input: z.strictObject({ password }),
  output: z.object({}),
  open: own,
  problems: ['platform.unauthenticated', 'access.wrongCurrent', 'access.tooMany'],
  summary: { vi: 'Tắt mã xác thực một lần', en: 'Turn one-time codes off' },
});

/** One way by which an account sees something: its role at a unit, and the units between there and the thing seen. */
const chain = z.object({
  assignmentId: idSchema<'assignment'>(),
  role: z.string(),
  unit: unitNameSchema,
  reach: z.enum(['unit', 'children', 'subtree']),
  verbs: z.array(z.string()),
  from: daySchema,
  to: daySchema.nullable(),
  /** From the unit of the assignment down to the unit where the person stands, both included. */
  path: z.array(unitNameSchema),
});

const viewer = z.object({ account: z.object({ id: idSchema<'account'>(), name: z.string(), displayName: z.string() }), chain });
const viewers = z.object({ items: z.array(viewer), next: z.string().nullable() });

const whoSees = query({
  name: 'access.whoSees',
  path: '/api/access/people/:personId/viewers',
  input: z.strictObject({ personId: idSchema<'person'>(), cursor: z.string().max(400).optional(), limit: pageSize }),
  output: viewers,
  verb: 'assignment.read',
  problems: ['platform.notFound'],
  summary: { vi: 'Ai xem được người này và vì sao', en: 'Who can see this person, and why' },
});

const whoSeesMe = query({
  name: 'access.whoSeesMe',
  path: '/api/access/me/viewers',
  input: z.strictObject({ cursor: z.string().max(400).optional(), limit: pageSize }),
  output: viewers,
  verb: 'self.read',
  problems: ['platform.notFound'],
  summary: { vi: 'Ai xem được hồ sơ của tôi và vì sao', en: 'Who can see my record, and why' },
});

const explain = query({
  name: 'access.explain',
  path: '/api/access/explain',
  input: z.strictObject({ accountId: idSchema<'account'>(), personId: idSchema<'person'>().optional(), unitId: idSchema<'unit'>().optional() })
    .refine((input) => (input.personId === undefined) !== (input.unitId === undefined), { error: 'give either personId or unitId' }),
  output: z.object({ sees: z.boolean(), isSelf: z.boolean(), chains: z.array(chain) }),
  verb: 'assignment.read',
  problems: ['platform.notFound'],
  summary: { vi: 'Vì sao tài khoản này xem được', en: 'Why this account can see it' },
});

export const accessContract = {
  welcome,
  session,
  signIn,
  signOut,
  sessions,
  revokeSession,
  changePassword,
  startCodes,
  confirmCodes,
  stopCodes,
  whoSees,
  whoSeesMe,
  explain,
} as const;
