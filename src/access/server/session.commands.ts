/** Signing in and out, one's own sessions, password and one-time codes. */
import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { Actor, Ctx } from '../../platform/context.ts';
import { record } from '../../platform/events.ts';
import type { Id } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem.ts';
import type { accessContract } from '../access.contract.ts';
import { passwordFault } from '../account.ts';
import { findAccountByName, lockAccount, saveAccount, useStep, type StoredAccount } from './account.store.ts';
import { hashToken, requireActor } from './actor.ts';
import { attemptSucceeded, commitSoFar, countAttempt, withdrawAttempt } from './attempts.ts';
import { hashPassword, isPassword } from './passwords.ts';
import { deleteSession, deleteSessionByToken, deleteSessionsOf, saveSession, type Attempt } from './session.store.ts';
import { newSecret, sealSecret, stepOf, unsealSecret, type CodeSecret } from './totp.ts';

export async function signIn(ctx: Ctx, input: z.output<typeof accessContract.signIn.input>) {
  const attempt = await countAttempt(ctx, input.name);
  const account = await findAccountByName(ctx, input.name);
  if (!(await isPassword(input.password, account?.passwordHash)) || !account) return fail(ctx, account, 'access.wrongPassword');
  // Said only to somebody who knows the password: nobody else learns that the account exists.
  if (account.disabledAt) return giveBack(ctx, attempt, 'access.disabled');
  if (hasCodes(account)) {
    if (input.code === undefined) return giveBack(ctx, attempt, 'access.codeNeeded');
    if (!(await isFreshCode(ctx, account, input.code))) return fail(ctx, account, 'access.wrongCode');
  }
  await attemptSucceeded(ctx, attempt);
  await openSession(ctx, account.id);
  record(ctx, { type: 'account.signedIn', subjectId: account.id });
  return { accountId: account.id, mustChangePassword: account.mustChangePassword };
}

export async function signOut(ctx: Ctx) {
  const { sessionToken } = ctx.client;
  if (sessionToken) await deleteSessionByToken(ctx, hashToken(sessionToken));
  if (ctx.actor) record(ctx, { type: 'account.signedOut', subjectId: ctx.actor.accountId });
  ctx.client.clearSession();
  return {};
}

export async function revokeSession(ctx: Ctx, input: { id: Id<'session'> }) {
  const { accountId } = requireActor(ctx);
  if (!(await deleteSession(ctx, { id: input.id, accountId }))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  record(ctx, { type: 'session.revoked', subjectId: accountId });
  return {};
}

export async function changePassword(ctx: Ctx, input: { current: string; next: string }) {
  const actor = requireActor(ctx);
  await requirePassword(ctx, actor, input.current);
  if (input.current === input.next) throw new Problem({ code: 'access.passwordSame', kind: 'invalid' });
  const fault = passwordFault(input.next, actor.name);
  if (fault) throw new Problem(fault);
  await saveAccount(ctx, actor.accountId, { passwordHash: await hashPassword(input.next), mustChangePassword: false });
  await deleteSessionsOf(ctx, actor.accountId, actor.sessionId);
  record(ctx, { type: 'account.passwordChanged', subjectId: actor.accountId });
  return {};
}

export async function startCodes(ctx: Ctx, input: { password: string }): Promise<CodeSecret> {
  const actor = requireActor(ctx);
  const account = await requirePassword(ctx, actor, input.password);
  if (hasCodes(account)) throw new Problem({ code: 'access.codesOn', kind: 'conflict' });
  const made = await newSecret(actor.name);
  await saveAccount(ctx, actor.accountId, { secretSealed: sealSecret(ctx, actor.accountId, made.secret), lastStep: null });
  return made;
}

export async function confirmCodes(ctx: Ctx, input: { code: string }) {
  const actor = requireActor(ctx);
  const attempt = await countAttempt(ctx, actor.name);
  const account = await lockAccount(ctx, actor.accountId);
  if (!account.secretSealed || hasCodes(account)) return giveBack(ctx, attempt, 'access.codesNotStarted');
  if (!(await isFreshCode(ctx, account, input.code))) return fail(ctx, account, 'access.wrongCode');
  await attemptSucceeded(ctx, attempt);
  record(ctx, { type: 'account.codesTurnedOn', subjectId: actor.accountId });
  return {};
}

export async function stopCodes(ctx: Ctx, input: { password: string }) {
  const actor = requireActor(ctx);
  await requirePassword(ctx, actor, input.password);
  await saveAccount(ctx, actor.accountId, { secretSealed: null, lastStep: null });
  record(ctx, { type: 'account.codesTurnedOff', subjectId: actor.accountId });
  return {};
}

/** A session left open is no proof of who sits there; a session thief gets no more guesses than anybody else. */
export async function requirePassword(ctx: Ctx, actor: Actor, password: string): Promise<StoredAccount> {
  const attempt = await countAttempt(ctx, actor.name);
  const account = await lockAccount(ctx, actor.accountId);
  if (!(await isPassword(password, account.passwordHash))) return fail(ctx, account, 'access.wrongCurrent');
  // The password alone does not speak for the codes.
  await (hasCodes(account) ? withdrawAttempt(ctx, attempt) : attemptSucceeded(ctx, attempt));
  return account;
}

function hasCodes(account: StoredAccount): boolean {
  return account.secretSealed !== null && account.lastStep !== null;
}

async function isFreshCode(ctx: Ctx, account: StoredAccount, code: string): Promise<boolean> {
  const step = stepOf(ctx, code, unsealSecret(ctx, account.id, account.secretSealed!));
  return step !== undefined && useStep(ctx, account.id, step);
}

async function openSession(ctx: Ctx, accountId: Id<'account'>): Promise<void> {
  const { sessionToken } = ctx.client;
  if (sessionToken) await deleteSessionByToken(ctx, hashToken(sessionToken));
  const token = randomBytes(32).toString('base64url');
  ctx.client.setSession(token, await saveSession(ctx, { accountId, tokenHash: hashToken(token) }));
}

/** The attempt stays counted. */
async function fail(ctx: Ctx, account: StoredAccount | undefined, code: string): Promise<never> {
  record(ctx, { type: 'account.signInFailed', ...(account ? { subjectId: account.id } : {}), data: { problem: code } });
  await commitSoFar(ctx);
  throw new Problem({ code, kind: 'invalid' });
}

/** The password was right: a refusal for another reason is no guess, and no proof either. */
async function giveBack(ctx: Ctx, attempt: Attempt, code: string): Promise<never> {
  await withdrawAttempt(ctx, attempt);
  await commitSoFar(ctx);
  throw new Problem({ code, kind: code === 'access.disabled' ? 'forbidden' : 'invalid' });
}
