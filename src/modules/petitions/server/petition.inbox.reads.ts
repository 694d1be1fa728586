/** What waits for a body: its own, and that of whom it works for. Nothing here writes. */
import './petition.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import { mayDo, reach, seatsOf } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { addDays } from '../../../platform/day.ts';
import { firstRow } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { petitionContract } from '../petition.contract.ts';
import { deskOf } from '../petition.desk.figures.ts';
import { inboxParts, soonDays, type InboxPart } from '../petition.inbox.ts';
import { within } from './petition.reach.ts';

type Input = z.output<(typeof petitionContract)['inbox']['input']>;
type Answer = z.input<(typeof petitionContract)['inbox']['output']>;

/** As the index of the inbox has it. */
export const isOpenRow = sql`p.state in ('received', 'routed', 'accepted', 'reopened')`;

export function partWhere(ctx: Ctx, part: InboxPart): RawBuilder<unknown> {
  const today = sql`${ctx.today}::date`;
  const narrowed: Readonly<Record<InboxPart, RawBuilder<unknown>>> = {
    open: sql`true`,
    new: sql`p.state in ('received', 'routed')`,
    soon: sql`p.due_on between ${today} and ${addDays(ctx.today, soonDays)}::date`,
    late: sql`p.due_on < ${today}`,
    reopened: sql`p.state = 'reopened'`,
  };
  return sql`(${isOpenRow} and ${narrowed[part]})`;
}

/**
 * Rows `p` of petitions that the office of the body has in hand, and which of them may be read. Whether a body may be read is asked once,
 * not for each of its petitions: a province has hundreds in hand.
 */
export function inHandOf(ctx: Ctx, bodyId: Id<'unit'>): { readonly from: RawBuilder<unknown>; readonly isReadable: RawBuilder<boolean> } {
  const desk = sql`(select distinct id from ${deskOf(sql`${bodyId}::uuid`, sql`${ctx.today}::date`)} one)`;
  return {
    from: sql`(select body.id, ${reach(ctx, 'petition.read').at('body.id')} as is_readable from ${desk} body offset 0) desk join petitions p on p.body_id = desk.id`,
    isReadable: sql<boolean>`(desk.is_readable or ${within(ctx)})`,
  };
}

export async function countInbox(ctx: Ctx, input: Input): Promise<Answer> {
  const bodyId = input.bodyId ?? seatsOf(ctx, 'petition.handle')[0];
  ctx.asked.add('petition.read');
  const none = Object.fromEntries(inboxParts.map((part) => [part, 0])) as Record<InboxPart, number>;
  if (!bodyId) return { body: null, counts: none };
  if (!(await mayDo(ctx, 'petition.read', bodyId))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  const counted = inboxParts.map((part) => sql`count(*) filter (where ${partWhere(ctx, part)})::int as ${sql.ref(part)}`);
  const inHand = inHandOf(ctx, bodyId);
  const row = await firstRow(ctx.db, sql<Record<InboxPart, number> & { name: string | null }>`
    select ${sql.join(counted)}, (select ${unitNameAt('b.id', sql`${ctx.today}::date`)} from (select ${bodyId}::uuid as id) b) as name
    from ${inHand.from} where ${isOpenRow} and ${inHand.isReadable}`);
  return { body: { id: bodyId, name: row?.name ?? '' }, counts: Object.fromEntries(inboxParts.map((part) => [part, row?.[part] ?? 0])) as Record<InboxPart, number> };
}
