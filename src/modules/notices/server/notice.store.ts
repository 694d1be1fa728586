/** The only writer of notices, and of how far the log was looked through. */
import './notice.tables.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, rows, type Db } from '../../../platform/db/database.ts';
import { nationalHome, newId, type Id } from '../../../platform/ids.ts';
import type { NoticeKind } from '../notice.ts';

export interface NewNotice {
  readonly kind: NoticeKind;
  readonly occasion: string;
  readonly unitId: Id<'unit'> | null;
  readonly subjectId: Id;
  readonly at: Date;
  readonly facts?: unknown;
}

/** Answers the accounts to which it is new: the same is told once, however often it is written. */
export async function insertNotices(db: Db, notice: NewNotice, accountIds: readonly Id<'account'>[]): Promise<Id<'account'>[]> {
  if (accountIds.length === 0) return [];
  const { kind, occasion, unitId, subjectId, at } = notice;
  const facts = notice.facts === undefined ? null : JSON.stringify(notice.facts);
  const made = accountIds.map((accountId) => ({ id: newId<'notice'>(nationalHome), account_id: accountId, kind, occasion, unit_id: unitId, subject_id: subjectId, at, facts, read_at: null, told: [] }));
  const kept = await db.insertInto('notices').values(made).onConflict((conflict) => conflict.columns(['account_id', 'kind', 'subject_id', 'occasion']).doNothing()).returning('account_id').execute();
  return kept.map((row) => row.account_id as Id<'account'>);
}

export async function markNotices({ db, now }: Ctx, accountId: Id<'account'>, { ids, isRead }: { ids: readonly Id<'notice'>[]; isRead: boolean }): Promise<void> {
  await db.updateTable('notices').set({ read_at: isRead ? now : null }).where('account_id', '=', accountId).where('id', 'in', [...ids]).where('read_at', isRead ? 'is' : 'is not', null).execute();
}

/** Those that stood when it was dealt with; what comes later is new again. */
export async function markDealt(db: Db, { kinds, account, subjectId, at }: { kinds: readonly NoticeKind[]; account: Id<'account'>; subjectId: Id; at: Date }): Promise<void> {
  await db.updateTable('notices').set({ read_at: at }).where('account_id', '=', account).where('subject_id', '=', subjectId).where('kind', 'in', [...kinds]).where('at', '<=', at).where('read_at', 'is', null).execute();
}

/** On that way outside the app. Always in one order: two ways of an account are told at once. */
export async function markTold(db: Db, wayId: string, ids: readonly Id<'notice'>[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`update notices set told = array_append(told, ${wayId}::uuid) where id in (select id from notices where id = any(${[...ids]}::uuid[]) order by id for update)`.execute(db);
}

/** Up to one of his own and no further. */
export async function markNoticesUpTo({ db, now }: Ctx, accountId: Id<'account'>, id: Id<'notice'>): Promise<void> {
  await sql`update notices n set read_at = ${now} from notices newest
    where newest.id = ${id} and newest.account_id = ${accountId} and n.account_id = ${accountId} and n.read_at is null and (n.at, n.id) <= (newest.at, newest.id)`.execute(db);
}

/** After a year nobody looks for them. */
export async function forgetNotices({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<void> {
  const before = new Date(now);
  before.setUTCFullYear(before.getUTCFullYear() - 1);
  await db.deleteFrom('notices').where('at', '<', before).execute();
}

/** Chains that have events which nobody was told of yet. */
export async function listChainsBehind(db: Db): Promise<number[]> {
  const found = await rows(db, sql<{ home_id: number }>`select c.home_id from event_chains c left join notice_progress p on p.home_id = c.home_id where c.head_seq > coalesce(p.seq, 0) order by c.home_id`);
  return found.map((row) => row.home_id);
}

/** Takes the lock of the chain's row until the transaction ends: two never tell of the same events. */
export async function lockProgress(db: Db, home: number): Promise<number> {
  await sql`insert into notice_progress (home_id, seq) values (${home}, 0) on conflict (home_id) do nothing`.execute(db);
  const row = await firstRow(db, sql<{ seq: number }>`select seq from notice_progress where home_id = ${home} for update`);
  return row!.seq; // inserted above
}

export async function saveProgress(db: Db, home: number, seq: number): Promise<void> {
  await sql`update notice_progress set seq = ${seq}, tries = 0 where home_id = ${home}`.execute(db);
}

/** The event could not be told once more; after the last try the chain goes on behind it. @returns whether it did. */
export async function countTry(db: Db, { home, seq }: { readonly home: number; readonly seq: number }, most: number): Promise<boolean> {
  const row = await firstRow(db, sql<{ seq: number }>`insert into notice_progress as p (home_id, seq, tries) values (${home}, 0, 1) on conflict (home_id) do update set
    tries = case when p.tries + 1 < ${most} then p.tries + 1 else 0 end, seq = case when p.tries + 1 < ${most} then p.seq else ${seq} end, passed_over = p.passed_over + (p.tries + 1 >= ${most})::int
    where p.seq < ${seq} returning p.seq`);
  return row?.seq === seq;
}

export async function findToldAttention(db: Db, accountId: Id<'account'>): Promise<readonly string[]> {
  const row = await db.selectFrom('notice_attention').select('told').where('account_id', '=', accountId).forUpdate().executeTakeFirst();
  return row?.told ?? [];
}

export async function saveToldAttention(db: Db, { accountId, on, told }: { accountId: Id<'account'>; on: string; told: readonly string[] }): Promise<void> {
  await db.insertInto('notice_attention').values({ account_id: accountId, told_on: on, told: [...told] }).onConflict((conflict) => conflict.column('account_id').doUpdateSet({ told_on: on, told: [...told] })).execute();
}

/** Those among the accounts who were not looked at on that day. */
export async function withoutAttentionOn(db: Db, accountIds: readonly Id<'account'>[], on: string): Promise<Id<'account'>[]> {
  if (accountIds.length === 0) return [];
  const done = await db.selectFrom('notice_attention').select('account_id').where('account_id', 'in', [...accountIds]).where('told_on', '>=', on).execute();
  const told = new Set(done.map((row) => row.account_id));
  return accountIds.filter((id) => !told.has(id));
}
