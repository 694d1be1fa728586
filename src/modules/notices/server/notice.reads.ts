/**
 * The inbox of an account. What each notice says is read now, by the declaration of its kind, and reach is asked with it: who
 * lost access, or whom the thing no longer concerns, no longer sees it, in the list and in the count. Nothing here writes.
 */
import './notice.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { requireActor } from '../../../access/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import type { Id } from '../../../platform/ids.ts';
import type { noticeContract, NoticeFacts } from '../notice.contract.ts';
import { topicOf, type NoticeKind, type NoticeTopic } from '../notice.ts';
import { hrefOf } from '../notice.places.ts';
import { noticeSources } from './notice.declared.ts';

type Input<K extends keyof typeof noticeContract> = z.output<(typeof noticeContract)[K]['input']>;
type Answer<K extends keyof typeof noticeContract> = z.input<(typeof noticeContract)[K]['output']>;

interface NoticeRow {
  readonly id: Id<'notice'>;
  readonly kind: NoticeKind;
  readonly subject_id: Id;
  readonly at: Date;
  readonly read_at: Date | null;
  readonly facts: NoticeFacts;
}

export async function listNotices(ctx: Ctx, { unread, cursor, limit }: Input<'list'>): Promise<Answer<'list'>> {
  const after = readCursor(cursor, z.tuple([z.iso.datetime(), z.guid()]));
  const found = await rows(ctx.db, sql<NoticeRow>`select n.id, n.kind, n.subject_id, n.at, n.read_at, f.facts ${readable(ctx)}
    and ${unread ? sql`n.read_at is null` : sql`true`} and ${after ? sql`(n.at, n.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`}
    order by n.at desc, n.id desc limit ${limit + 1}`);
  return pageOf(found, {
    limit, key: (row) => [row.at.toISOString(), row.id],
    item: (row) => ({ id: row.id, kind: row.kind, at: row.at.toISOString(), isRead: row.read_at !== null, facts: row.facts, href: hrefOf(row.kind, { facts: row.facts, subjectId: row.subject_id }) }),
  });
}

const mostCounted = 100;

export async function countUnread(ctx: Ctx): Promise<Answer<'unread'>> {
  const row = await firstRow(ctx.db, sql<{ count: number }>`select count(*)::int as count from (select ${readable(ctx)} and n.read_at is null order by n.at desc limit ${sql.lit(mostCounted)}) k`);
  return { count: row?.count ?? 0 };
}

export interface News {
  readonly topics: readonly NoticeTopic[];
  readonly ids: readonly Id<'notice'>[];
}

/** What the account has not read and was not told of on that way before; undefined where it may read nothing of it. */
export async function findNews(ctx: Ctx, wayId: string): Promise<News | undefined> {
  const untold = await rows(ctx.db, sql<{ id: Id<'notice'> }>`select n.id from notices n where n.account_id = ${requireActor(ctx).accountId} and n.read_at is null and not ${wayId}::uuid = any(n.told)`);
  if (untold.length === 0) return undefined;
  const ids = untold.map(({ id }) => id);
  const found = await rows(ctx.db, sql<{ kind: NoticeKind }>`select n.kind ${readable(ctx)} and n.id = any(${ids}::uuid[]) order by n.at desc, n.id desc limit ${sql.lit(mostCounted)}`);
  return found.length === 0 ? undefined : { topics: [...new Set(found.map(({ kind }) => topicOf[kind]))].toSorted(), ids };
}

/** `from … where …` of the account's notices `n`, with what each says in `f.facts`. */
function readable(ctx: Ctx): RawBuilder<unknown> {
  const parts = noticeSources.map((source) => sql`(select s.facts from (${source.shown(ctx)}) s where n.kind = any(${[...source.kinds]}::text[]))`);
  return sql`from notices n cross join lateral (${sql.join(parts, sql` union all `)}) f where n.account_id = ${requireActor(ctx).accountId}`;
}
