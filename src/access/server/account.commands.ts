/** Keeping accounts: each act takes `account.manage`, which has no place and opens no Party data. */
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../platform/context.ts';
import { firstRow } from '../../platform/db/database.ts';
import { record } from '../../platform/events.ts';
import { homeOf, type Id } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem.ts';
import type { accountContract } from '../account.contract.ts';
import { takeAnywhere } from '../reach.ts';
import { lockAccount, saveAccount, saveNewAccount, type StoredAccount } from './account.store.ts';
import { isAdministrator, requireAdministratorBesides } from './administrators.ts';
import { hashPassword, newPassword } from './passwords.ts';
import { deleteSessionsOf } from './session.store.ts';

/** What comes to somebody with an account, from the modules that know of it: done by whoever keeps accounts, as far as he may give it; and goes when the account is his no longer. */
export interface RolesOfPerson {
  readonly give: (ctx: Ctx, personId: Id<'person'>) => Promise<void>;
  readonly takeBack: (ctx: Ctx, personId: Id<'person'>) => Promise<void>;
}

interface One {
  readonly id: Id<'account'>;
}

export function createAccount(roles: RolesOfPerson) {
  return async (ctx: Ctx, { name, displayName, personId }: z.output<typeof accountContract.create.input>) => {
    takeAnywhere(ctx, 'account.manage');
    if (personId) await requirePerson(ctx, personId);
    const password = newPassword();
    const id = await saveNewAccount(ctx, { name, displayName, personId, passwordHash: await hashPassword(password), mustChangePassword: true });
    record(ctx, { type: 'account.created', subjectId: id });
    if (personId) await roles.give(ctx, personId);
    return { id, password };
  };
}

export async function disableAccount(ctx: Ctx, { id }: One) {
  const account = await takeOther(ctx, id);
  if (account.disabledAt) return {};
  if (await isAdministrator(ctx, id)) await requireAdministratorBesides(ctx, { accountId: id });
  await saveAccount(ctx, id, { disabledAt: ctx.now });
  await deleteSessionsOf(ctx, id);
  record(ctx, { type: 'account.disabled', subjectId: id });
  return {};
}

export function enableAccount(roles: RolesOfPerson) {
  return async (ctx: Ctx, { id }: One) => {
    takeAnywhere(ctx, 'account.manage');
    const account = await lockAccount(ctx, id);
    if (!account.disabledAt) return {};
    await saveAccount(ctx, id, { disabledAt: null });
    record(ctx, { type: 'account.enabled', subjectId: id });
    if (account.personId) await roles.give(ctx, account.personId);
    return {};
  };
}

/** Whoever lost the password has often lost the telephone too, so one-time codes go off with it. */
export async function resetPassword(ctx: Ctx, { id }: One) {
  await takeOther(ctx, id);
  const password = newPassword();
  await saveAccount(ctx, id, { passwordHash: await hashPassword(password), mustChangePassword: true, secretSealed: null, lastStep: null });
  await deleteSessionsOf(ctx, id);
  record(ctx, { type: 'account.passwordReset', subjectId: id });
  return { password };
}

/** Never one's own: the link opens the person's record to whoever holds the account. */
export function linkAccount(roles: RolesOfPerson) {
  return async (ctx: Ctx, { id, personId }: z.output<typeof accountContract.link.input>) => {
    const { personId: former } = await takeOther(ctx, id);
    await requirePerson(ctx, personId);
    if (former && former !== personId) await roles.takeBack(ctx, former);
    await saveAccount(ctx, id, { personId });
    record(ctx, { type: 'account.linked', subjectId: id });
    await roles.give(ctx, personId);
    return {};
  };
}

export function unlinkAccount(roles: RolesOfPerson) {
  return async (ctx: Ctx, { id }: One) => {
    takeAnywhere(ctx, 'account.manage');
    const account = await lockAccount(ctx, id);
    if (!account.personId) return {};
    await roles.takeBack(ctx, account.personId);
    await saveAccount(ctx, id, { personId: null });
    record(ctx, { type: 'account.unlinked', subjectId: id });
    return {};
  };
}

async function takeOther(ctx: Ctx, id: Id<'account'>): Promise<StoredAccount> {
  takeAnywhere(ctx, 'account.manage');
  if (id === ctx.actor?.accountId) throw new Problem({ code: 'access.notOneself', kind: 'forbidden' });
  return lockAccount(ctx, id);
}

async function requirePerson(ctx: Ctx, personId: Id<'person'>): Promise<void> {
  const person = await firstRow(ctx.db, sql<{ id: string }>`select id from people where home_id = ${homeOf(personId)} and id = ${personId}`);
  if (!person) throw new Problem({ code: 'access.personUnknown', kind: 'invalid' });
}
