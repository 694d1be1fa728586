/** The acts on how one is told outside the app: an address that is confirmed by a code, browsers, how often. */
import { randomInt, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import { requireActor } from '../../../access/server/index.ts';
import type { Actor, Ctx } from '../../../platform/context.ts';
import { record } from '../../../platform/events.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { codeMinutes, codesPerDay, codeTries, isPushServer } from '../notice.ts';
import type { noticeContract } from '../notice.contract.ts';
import { changeWay, codeOf, confirmWay, countCodeTry, deleteWay, lockMail, saveBrowser, saveMail } from './way.store.ts';

type Input<K extends keyof typeof noticeContract> = z.output<(typeof noticeContract)[K]['input']>;

export async function setMail(ctx: Ctx, { address, language }: Input<'setMail'>): Promise<Record<string, never>> {
  const { accountId } = requireTold(ctx);
  if (!ctx.sends?.mail) throw new Problem({ code: 'notices.noMail', kind: 'conflict' });
  const before = await lockMail(ctx, accountId);
  const sent = before?.codes_on === ctx.today ? before.codes_sent : 0;
  if (sent >= codesPerDay) throw new Problem({ code: 'notices.tooManyCodes', kind: 'too_many', data: { most: codesPerDay } });
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  await saveMail(ctx, { accountId, address, code, until: new Date(ctx.now.getTime() + codeMinutes * 60_000), codesSent: sent + 1, language, before });
  return {};
}

/** A try is counted before the code is looked at. */
export async function confirmMail(ctx: Ctx, { code }: Input<'confirmMail'>): Promise<Record<string, never>> {
  const { accountId } = requireActor(ctx);
  const way = await countCodeTry(ctx, accountId, codeTries);
  const right = way && codeOf(ctx, way);
  if (!way || right === undefined) throw new Problem({ code: 'notices.codeOver', kind: 'conflict' });
  if (!timingSafeEqual(Buffer.from(right), Buffer.from(code))) throw new Problem({ code: 'notices.wrongCode', kind: 'invalid' });
  await confirmWay(ctx, way.id);
  tellAdded(ctx, 'mail');
  return {};
}

export async function changeMail(ctx: Ctx, choice: Input<'changeMail'>): Promise<Record<string, never>> {
  const way = await lockMail(ctx, requireActor(ctx).accountId);
  if (!way) throw notFound();
  await changeWay(ctx, way.id, choice);
  return {};
}

export async function removeMail(ctx: Ctx): Promise<Record<string, never>> {
  if (await deleteWay(ctx, requireActor(ctx).accountId, { kind: 'mail' })) tellRemoved(ctx, 'mail');
  return {};
}

export async function subscribe(ctx: Ctx, { endpoint, p256dh, auth, language }: Input<'subscribe'>): Promise<{ id: Id<'noticeWay'> }> {
  const { accountId } = requireTold(ctx);
  if (!ctx.sends?.push) throw new Problem({ code: 'notices.noPush', kind: 'conflict' });
  if (!isPushServer(endpoint)) throw new Problem({ code: 'notices.pushUnknown', kind: 'invalid' });
  const subscription = JSON.stringify({ endpoint, keys: { p256dh, auth } });
  const id = await saveBrowser(ctx, { accountId, subscription, endpoint, browser: ctx.client.device, language });
  tellAdded(ctx, 'push');
  return { id };
}

export async function unsubscribe(ctx: Ctx, { id }: Input<'unsubscribe'>): Promise<Record<string, never>> {
  if (!(await deleteWay(ctx, requireActor(ctx).accountId, { id }))) throw notFound();
  tellRemoved(ctx, 'push');
  return {};
}

/** While somebody else knows the password nothing may be set that outlasts it. */
function requireTold(ctx: Ctx): Actor {
  const actor = requireActor(ctx);
  if (actor.grants.length === 0) throw new Problem({ code: 'notices.nothingToTell', kind: 'conflict' });
  return actor;
}

function tellAdded(ctx: Ctx, kind: 'mail' | 'push'): void {
  record(ctx, { type: 'account.wayAdded', subjectId: requireActor(ctx).accountId, data: { kind } });
}

function tellRemoved(ctx: Ctx, kind: 'mail' | 'push'): void {
  record(ctx, { type: 'account.wayRemoved', subjectId: requireActor(ctx).accountId, data: { kind } });
}

function notFound(): Problem {
  return new Problem({ code: 'platform.notFound', kind: 'not_found' });
}
