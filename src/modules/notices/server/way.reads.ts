/** How the account is told outside the app. The address is its own and shown to nobody else. */
import type { z } from 'zod';
import { requireActor } from '../../../access/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { noticeContract } from '../notice.contract.ts';
import { pushKeys } from './push.keys.ts';
import { addressOf, listWayRows } from './way.store.ts';

export async function listWays(ctx: Ctx): Promise<z.input<typeof noticeContract.ways.output>> {
  const ways = await listWayRows(ctx, requireActor(ctx).accountId);
  const mail = ways.find(({ kind }) => kind === 'mail');
  return {
    sendsMail: ctx.sends?.mail ?? false,
    pushKey: ctx.sends?.push ? pushKeys(ctx.keys).publicKey : null,
    mail: mail ? { address: addressOf(ctx, mail), isConfirmed: mail.confirmed_at !== null, pace: mail.pace, hour: mail.hour, isFailing: mail.fault !== null } : null,
    browsers: ways.filter(({ kind }) => kind === 'push').map((way) => ({ id: way.id as never, browser: way.browser ?? '', since: way.created_at.toISOString(), isFailing: way.fault !== null })),
  };
}
