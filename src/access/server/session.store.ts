/** The only writer of sessions and of failed sign-ins. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import { keyedHash } from '../../platform/crypto/seal.ts';
import { firstRow } from '../../platform/db/database.ts';
import { nationalHome, newId, type Id } from '../../platform/ids.ts';
import { failureWindow, idleLimit, lifetime, type Failures } from '../session.ts';
import './access.tables.ts';

export interface NewSession {
  readonly accountId: Id<'account'>;
  readonly tokenHash: Buffer;
}

/** Answers until when the session may last. */
export async function saveSession(ctx: Ctx, session: NewSession): Promise<Date> {
  const expires = new Date(ctx.now.getTime() + lifetime);
  await ctx.db.insertInto('sessions').values({
    id: newId<'session'>(nationalHome), token_hash: session.tokenHash, account_id: session.accountId,
    created_at: ctx.now, seen_at: ctx.now, expires_at: expires, device: ctx.client.device,
  }).execute();
  return expires;
}

export async function markSeen(ctx: Ctx, id: Id<'session'>): Promise<void> {
  await ctx.db.updateTable('sessions').set({ seen_at: ctx.now }).where('id', '=', id).execute();
}

export async function deleteSessionByToken(ctx: Ctx, tokenHash: Buffer): Promise<void> {
  await ctx.db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
}

/** Answers whether the account had that session. */
export async function deleteSession(ctx: Ctx, session: { id: Id<'session'>; accountId: Id<'account'> }): Promise<boolean> {
  const result = await ctx.db.deleteFrom('sessions').where('id', '=', session.id).where('account_id', '=', session.accountId).executeTakeFirst();
  return result.numDeletedRows > 0n;
}

export async function deleteSessionsOf(ctx: Ctx, accountId: Id<'account'>, except?: Id<'session'>): Promise<void> {
  const all = ctx.db.deleteFrom('sessions').where('account_id', '=', accountId);
  await (except ? all.where('id', '!=', except) : all).execute();
}

/** Sessions that are over, and failures outside the window: nobody reads them any more. */
export async function forgetStale({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<void> {
  const seenBefore = new Date(now.getTime() - idleLimit);
  await db.deleteFrom('sessions').where((is) => is.or([is('expires_at', '<=', now), is('seen_at', '<=', seenBefore)])).execute();
  await db.deleteFrom('sign_in_failures').where('at', '<=', new Date(now.getTime() - failureWindow)).execute();
}

/** Keyed hashes of what the attempts are counted by; the log and the table show neither names nor addresses. */
export interface Attempt {
  readonly name: Buffer;
  readonly address: Buffer;
}

/** What is guessed at: failures at one never keep anybody from another. */
export type Guessed = 'signIn' | 'petitionCode';

export function attemptOf(ctx: Ctx, name: string, guessed: Guessed = 'signIn'): Attempt {
  return { name: keyedHash(ctx.keys, `${guessed}.name`, name), address: keyedHash(ctx.keys, `${guessed}.address`, ctx.client.address) };
}

export async function countFailures(ctx: Ctx, attempt: Attempt): Promise<Failures> {
  const since = new Date(ctx.now.getTime() - failureWindow);
  const row = await firstRow(ctx.db, sql<{ by_name: number; by_address: number }>`
    select count(*) filter (where key = ${attempt.name}) as by_name, count(*) filter (where key = ${attempt.address}) as by_address
    from sign_in_failures where key in (${attempt.name}, ${attempt.address}) and at > ${since}`);
  return { byName: row?.by_name ?? 0, byAddress: row?.by_address ?? 0 };
}

export async function saveFailure(ctx: Ctx, attempt: Attempt): Promise<void> {
  await ctx.db.insertInto('sign_in_failures').values([{ key: attempt.name, at: ctx.now }, { key: attempt.address, at: ctx.now }]).execute();
}

/** What was counted against the name. */
export async function forgetFailures(ctx: Ctx, attempt: Attempt): Promise<void> {
  await ctx.db.deleteFrom('sign_in_failures').where('key', '=', attempt.name).execute();
}

/** One of those counted at this moment, however many others were counted at the same one: they cannot be told apart. */
export async function forgetOne(ctx: Ctx, key: Buffer): Promise<void> {
  await sql`delete from sign_in_failures where ctid = (select ctid from sign_in_failures where key = ${key} and at = ${ctx.now} limit 1)`.execute(ctx.db);
}
