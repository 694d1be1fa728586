/** Refused commands that wait for a person, and when they were settled. They are founded by `command.log.ts`; the account's own alone. */
import './command.tables.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { Id } from '../../platform/ids.ts';
import type { Refusal } from '../../platform/problem.ts';

export interface KeptCommand {
  readonly id: string;
  readonly procedure: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly refusal: Refusal;
  readonly at: Date;
}

type Account = Id<'account'>;

/** What was sent last comes first; `before`: only what was sent before that one. */
export async function listKept(ctx: Ctx, account: Account, { before, most }: { readonly before: Pick<KeptCommand, 'id' | 'at'> | undefined; readonly most: number }): Promise<KeptCommand[]> {
  const kept = ctx.db.selectFrom('commands').select(['id', 'procedure', 'input', 'refusal', 'at']).where('account_id', '=', account).where('input', 'is not', null);
  const further = before ? kept.where(sql<boolean>`(at, id) < (${before.at}, ${before.id})`) : kept;
  const found = await further.orderBy('at', 'desc').orderBy('id', 'desc').limit(most).execute();
  return found.map(({ input, refusal, ...row }) => ({ ...row, ...written({ input, refusal }) }));
}

export async function findKept(ctx: Ctx, account: Account, id: string): Promise<KeptCommand | undefined> {
  const row = await ctx.db.selectFrom('commands').select(['id', 'procedure', 'input', 'refusal', 'at']).where('account_id', '=', account).where('id', '=', id).where('input', 'is not', null).executeTakeFirst();
  return row && { ...row, ...written(row) };
}

/** What was sent goes with it; that and when it was settled stays for the other devices. */
export async function markSettled(ctx: Ctx, account: Account, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await ctx.db.updateTable('commands').set({ input: null, settled_at: ctx.now }).where('account_id', '=', account).where('id', 'in', [...ids]).where('input', 'is not', null).execute();
}

export async function settledAmong(ctx: Ctx, account: Account, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const found = await ctx.db.selectFrom('commands').select('id').where('account_id', '=', account).where('id', 'in', [...ids]).where('settled_at', 'is not', null).execute();
  return found.map(({ id }) => id);
}

const daysKept = 365;

/** After a year nobody looks for them. A device that still has its own goes on asking its owner: it is not called settled. */
export async function forgetConflicts({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<void> {
  const before = new Date(now.getTime() - daysKept * 24 * 60 * 60_000);
  await db.updateTable('commands').set({ input: null }).where('input', 'is not', null).where('at', '<=', before).execute();
}

/** Both as `command.log.ts` wrote them. */
function written({ input, refusal }: { readonly input: unknown; readonly refusal: unknown }): Pick<KeptCommand, 'input' | 'refusal'> {
  return { input: input as KeptCommand['input'], refusal: refusal as Refusal };
}
