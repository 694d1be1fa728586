/** The acts on one's own notices: read, unread. */
import type { z } from 'zod';
import { requireActor } from '../../../access/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { noticeContract } from '../notice.contract.ts';
import { markNotices, markNoticesUpTo } from './notice.store.ts';

type Input<K extends keyof typeof noticeContract> = z.output<(typeof noticeContract)[K]['input']>;

export async function mark(ctx: Ctx, { ids, isRead }: Input<'mark'>): Promise<Record<string, never>> {
  await markNotices(ctx, requireActor(ctx).accountId, { ids, isRead });
  return {};
}

export async function markAll(ctx: Ctx, { upTo }: Input<'markAll'>): Promise<Record<string, never>> {
  await markNoticesUpTo(ctx, requireActor(ctx).accountId, upTo);
  return {};
}
