/** Keeping accounts: a system administrator's work. No Party data passes here. */
import { z } from 'zod';
import { act, query } from '../platform/contract.ts';
import { pageSize } from '../platform/http/query.schema.ts';
import { idSchema } from '../platform/ids.ts';
import { accountNamePattern } from './account.ts';

const instant = z.iso.datetime();
const accountId = idSchema<'account'>();
const one = z.strictObject({ id: accountId });

export const accountSchema = z.object({
  id: accountId,
  name: z.string(),
  displayName: z.string(),
  personId: idSchema<'person'>().nullable(),
  state: z.enum(['active', 'waiting', 'disabled']),
  codes: z.boolean(),
  sample: z.boolean(),
  createdAt: instant,
  seenAt: instant.nullable(),
  /** Role codes that hold today. */
  roles: z.array(z.string()),
});

const verb = 'account.manage';

const listAccounts = query({
  name: 'accounts.list',
  path: '/api/accounts',
  input: z.strictObject({ text: z.string().trim().max(100).optional(), state: z.enum(['active', 'waiting', 'disabled']).optional(), cursor: z.string().max(400).optional(), limit: pageSize }),
  output: z.object({ items: z.array(accountSchema), next: z.string().nullable() }),
  verb,
  summary: { vi: 'Danh sách tài khoản', en: 'Accounts' },
});

const createAccount = act({
  name: 'accounts.create',
  path: '/api/accounts',
  input: z.strictObject({
    name: z.string().trim().toLowerCase().regex(accountNamePattern, 'a–z, 0–9, dot, hyphen, underscore; 2 to 60 characters'),
    displayName: z.string().trim().min(1).max(120),
    personId: idSchema<'person'>().optional(),
  }),
  output: z.object({ id: accountId, /** Shown once, never again. */ password: z.string() }),
  verb,
  problems: ['access.nameTaken', 'access.personHasAccount', 'access.personUnknown'],
  summary: { vi: 'Lập tài khoản; mật khẩu ban đầu chỉ hiện một lần', en: 'Create an account; the first password is shown once' },
});

const disableAccount = act({
  name: 'accounts.disable',
  path: '/api/accounts/:id/disable',
  input: one,
  output: z.object({}),
  verb,
  problems: ['platform.notFound', 'access.lastAdministrator', 'access.notOneself'],
  repeatable: 'an account that is disabled already stays as it is, and nothing is recorded',
  summary: { vi: 'Khóa tài khoản; mọi phiên kết thúc', en: 'Disable an account; all its sessions end' },
});

const enableAccount = act({
  name: 'accounts.enable',
  path: '/api/accounts/:id/enable',
  input: one,
  output: z.object({}),
  verb,
  repeatable: 'an account that is enabled already stays as it is, and nothing is recorded',
  problems: ['platform.notFound'],
  summary: { vi: 'Mở lại tài khoản', en: 'Enable an account' },
});

const resetPassword = act({
  name: 'accounts.resetPassword',
  path: '/api/accounts/:id/reset-password',
  input: one,
  output: z.object({ password: z.string() }),
  verb,
  problems: ['platform.notFound', 'access.notOneself'],
  summary: { vi: 'Cấp mật khẩu mới, tắt mã một lần; mọi phiên kết thúc', en: 'Give a new password, turn codes off; all sessions end' },
});

const linkAccount = act({
  name: 'accounts.link',
  path: '/api/accounts/:id/link',
  input: z.strictObject({ id: accountId, personId: idSchema<'person'>() }),
  output: z.object({}),
  verb,
  problems: ['platform.notFound', 'access.personHasAccount', 'access.personUnknown', 'access.notOneself'],
  summary: { vi: 'Gắn tài khoản với một người', en: 'Link an account to a person' },
});

const unlinkAccount = act({
  name: 'accounts.unlink',
  path: '/api/accounts/:id/unlink',
  input: one,
  output: z.object({}),
  verb,
  repeatable: 'an account without a person stays as it is, and nothing is recorded',
  problems: ['platform.notFound'],
  summary: { vi: 'Bỏ gắn tài khoản với người', en: 'Unlink an account from its person' },
});

export const accountContract = {
  list: listAccounts,
  create: createAccount,
  disable: disableAccount,
  enable: enableAccount,
  resetPassword,
  link: linkAccount,
  unlink: unlinkAccount,
} as const;
