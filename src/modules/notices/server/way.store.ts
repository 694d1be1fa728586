/**
 * The only writer of the ways on which accounts are told outside the app. At most one message waits on a way: what comes while
 * one waits, or is under way, goes with it or with the next.
 */
import './notice.tables.ts';
import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { keyedHash, seal, unseal } from '../../../platform/crypto/seal.ts';
import { lockSubject, rows, type Db } from '../../../platform/db/database.ts';
import { nationalHome, newId, type Id } from '../../../platform/ids.ts';
import type { Language } from '../../../platform/messages.ts';
import { mostBrowsers, type Pace } from '../notice.ts';
import type { NoticeWaysTable } from './notice.tables.ts';

export type WayRow = Selectable<NoticeWaysTable>;
type Sealing = Pick<Ctx, 'keys'>;

const addressField = 'notice_ways.address';
const codeField = 'notice_ways.code';

export function addressOf({ keys }: Sealing, { id, address_sealed: sealed }: Pick<WayRow, 'id' | 'address_sealed'>): string {
  return unseal(keys, { field: addressField, id }, sealed);
}

export function codeOf({ keys }: Sealing, { id, code_sealed: sealed }: Pick<WayRow, 'id' | 'code_sealed'>): string | undefined {
  return sealed === null ? undefined : unseal(keys, { field: codeField, id }, sealed);
}

export async function listWayRows({ db }: Pick<Ctx, 'db'>, accountId: Id<'account'>): Promise<WayRow[]> {
  return db.selectFrom('notice_ways').selectAll().where('account_id', '=', accountId).orderBy('created_at').orderBy('id').execute();
}

/** Two who set a first address at once follow each other as well. */
export async function lockMail({ db }: Pick<Ctx, 'db'>, accountId: Id<'account'>): Promise<WayRow | undefined> {
  await lockSubject(db, `mail of ${accountId}`);
  return db.selectFrom('notice_ways').selectAll().where('account_id', '=', accountId).where('kind', '=', 'mail').forUpdate().executeTakeFirst();
}

interface NewMail {
  readonly accountId: Id<'account'>;
  readonly address: string;
  readonly code: string;
  readonly until: Date;
  readonly codesSent: number;
  readonly language: Language;
  readonly before: WayRow | undefined;
}

/** Takes the place of an earlier address, keeping how often one wants to be told; the code is sent at once. */
export async function saveMail(ctx: Ctx, { accountId, address, code, until, codesSent, language, before }: NewMail): Promise<void> {
  const id = before?.id ?? newId<'noticeWay'>(nationalHome);
  const said = {
    ...sealedAddress(ctx, id, address), language, confirmed_at: null, code_sealed: seal(ctx.keys, { field: codeField, id }, code), code_until: until, code_tries: 0,
    codes_on: ctx.today, codes_sent: codesSent, due_at: ctx.now, tries: 0, gave_up_at: null, fault: null,
  };
  if (before) await ctx.db.updateTable('notice_ways').set((is) => ({ ...said, asked: is('asked', '+', 1) })).where('id', '=', id).execute();
  else await ctx.db.insertInto('notice_ways').values({ id, account_id: accountId, kind: 'mail', browser: null, pace: 'daily', hour: 7, created_at: ctx.now, asked: 0, ...said }).execute();
}

/** Counted outside the act, so that it stays counted when the act is refused; undefined where no further try is allowed. */
export async function countCodeTry({ aside, now }: Ctx, accountId: Id<'account'>, most: number): Promise<WayRow | undefined> {
  return aside.updateTable('notice_ways').set((is) => ({ code_tries: is('code_tries', '+', 1) })).where('account_id', '=', accountId).where('kind', '=', 'mail')
    .where('code_sealed', 'is not', null).where('code_until', '>', now).where('code_tries', '<', most).returningAll().executeTakeFirst();
}

export async function confirmWay({ db, now }: Ctx, id: string): Promise<void> {
  await db.updateTable('notice_ways').set({ confirmed_at: now, code_sealed: null, code_until: null, due_at: null, tries: 0, gave_up_at: null, fault: null }).where('id', '=', id).execute();
}

/** A message that waits goes by the new choice; one that is under way, or failed, keeps its turn: else it went twice. */
export async function changeWay({ db, now }: Ctx, id: string, { pace, hour, language }: { pace: Pace; hour: number; language: Language }): Promise<void> {
  await db.updateTable('notice_ways').set({ pace, hour, language }).where('id', '=', id).execute();
  await sql`update notice_ways set due_at = ${nextMoment(now)} where id = ${id} and due_at is not null and tries = 0 and confirmed_at is not null`.execute(db);
}

interface NewBrowser {
  readonly accountId: Id<'account'>;
  readonly subscription: string;
  readonly endpoint: string;
  readonly browser: string;
  readonly language: Language;
}

/** A browser tells one account, the one that was last signed in to it; the oldest of too many is dropped. */
export async function saveBrowser(ctx: Ctx, { accountId, subscription, endpoint, browser, language }: NewBrowser): Promise<Id<'noticeWay'>> {
  const id = newId<'noticeWay'>(nationalHome);
  const hash = keyedHash(ctx.keys, addressField, endpoint);
  await lockSubject(ctx.db, `browser ${hash.toString('hex')}`);
  await ctx.db.deleteFrom('notice_ways').where('kind', '=', 'push').where('address_hash', '=', hash).execute();
  await sql`delete from notice_ways where id in (select id from notice_ways where account_id = ${accountId} and kind = 'push' order by created_at desc, id desc offset ${mostBrowsers - 1})`.execute(ctx.db);
  await ctx.db.insertInto('notice_ways').values({
    id, account_id: accountId, kind: 'push', ...sealedAddress(ctx, id, subscription), address_hash: hash, browser, language, pace: 'at_once', hour: 7, created_at: ctx.now, confirmed_at: ctx.now,
    code_sealed: null, code_until: null, code_tries: 0, codes_on: null, codes_sent: 0, asked: 0, due_at: null, tries: 0, gave_up_at: null, fault: null,
  }).execute();
  return id;
}

/** @returns the kind of the way that the account had. */
export async function deleteWay({ db }: Pick<Ctx, 'db'>, accountId: Id<'account'>, which: { readonly id: Id<'noticeWay'> } | { readonly kind: 'mail' }): Promise<boolean> {
  const own = db.deleteFrom('notice_ways').where('account_id', '=', accountId);
  const { numDeletedRows } = await ('id' in which ? own.where('id', '=', which.id).where('kind', '=', 'push') : own.where('kind', '=', which.kind)).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Something is to be told to these accounts, not before `from`. What failed waits for its turn all the same. */
export async function askWays({ db }: Pick<Ctx, 'db'>, accountIds: readonly Id<'account'>[], { from }: { from: Date }): Promise<void> {
  if (accountIds.length === 0) return;
  await sql`update notice_ways set asked = asked + 1, due_at = case when tries > 0 then due_at else least(due_at, ${nextMoment(from)}) end
    where account_id = any(${[...accountIds]}::uuid[]) and confirmed_at is not null and pace <> 'none'`.execute(db);
}

/** By the choice of the row: that moment, or the next time that the clock in Vietnam shows the hour. */
function nextMoment(from: Date): RawBuilder<Date> {
  const zone = sql`interval '7 hours'`;
  const atHour = sql`(date_trunc('day', ${from}::timestamptz at time zone ${zone}) + hour * interval '1 hour') at time zone ${zone}`;
  return sql<Date>`case pace when 'at_once' then ${from}::timestamptz when 'daily' then case when ${atHour} >= ${from}::timestamptz then ${atHour} else ${atHour} + interval '1 day' end end`;
}

export interface Claimed extends WayRow {
  readonly due_at: Date;
}

/** Takes messages that are due, until `lease` nobody else does: a process that dies with them leaves them to the next. */
export async function claimDue(db: Db, { now, lease, limit }: { now: Date; lease: Date; limit: number }): Promise<Claimed[]> {
  return rows(db, sql<Claimed>`update notice_ways set due_at = ${lease}, tries = tries + 1
    where id in (select id from notice_ways where due_at <= ${now} order by due_at, id limit ${limit} for update skip locked) returning *`);
}

/** Sent, or nothing was left to tell. What was to be told meanwhile is told by the next message, not before `from`. */
export async function settleWay(db: Db, { id, due_at: lease, asked }: Claimed, { from }: { from: Date }): Promise<void> {
  await sql`update notice_ways set tries = 0, gave_up_at = null, fault = null,
      due_at = case when asked > ${asked} then case when confirmed_at is null then ${from}::timestamptz else ${nextMoment(from)} end end
    where id = ${id} and due_at = ${lease}`.execute(db);
}

/** Tried again at that moment; given up where there is none, until there is something new to tell. */
export async function postponeWay(db: Db, { id, due_at: lease }: Claimed, { until, fault, now }: { until: Date | null; fault: string; now: Date }): Promise<void> {
  await sql`update notice_ways set due_at = ${until}, fault = ${fault}, tries = case when ${until}::timestamptz is null then 0 else tries end, gave_up_at = case when ${until}::timestamptz is null then ${now}::timestamptz else gave_up_at end
    where id = ${id} and due_at = ${lease}`.execute(db);
}

export async function dropWay(db: Db, id: string): Promise<void> {
  await db.deleteFrom('notice_ways').where('id', '=', id).execute();
}

function sealedAddress({ keys }: Sealing, id: string, address: string): Pick<WayRow, 'address_sealed' | 'address_hash'> {
  return { address_sealed: seal(keys, { field: addressField, id }, address), address_hash: keyedHash(keys, addressField, address.toLowerCase()) };
}

/** For rotating keys: the columns as they were and as they are sealed anew. */
export function sealAgain(ctx: Sealing, row: WayRow): Pick<WayRow, 'address_sealed' | 'code_sealed'> {
  const code = codeOf(ctx, row);
  return { address_sealed: seal(ctx.keys, { field: addressField, id: row.id }, addressOf(ctx, row)), code_sealed: code === undefined ? null : seal(ctx.keys, { field: codeField, id: row.id }, code) };
}
