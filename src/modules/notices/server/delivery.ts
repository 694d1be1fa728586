/**
 * Sends what waits. Right before a message goes it is asked, in the name of the account, whether there still is something that
 * it may read and has not: then only that there is, and about what kind of things. A message that a process died with is sent
 * by the next one, so in the worst case twice; the inbox holds everything once.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { inRepeatedTransaction } from '../../../platform/db/repeat.ts';
import type { Id } from '../../../platform/ids.ts';
import { textOf, type Language } from '../../../platform/messages.ts';
import { noticeMessages as texts } from '../notice.messages.ts';
import { codeMinutes, topicNames, waitAfter, type NoticeTopic } from '../notice.ts';
import { contextOfAccount, type NoticeJobCtx } from './notice.context.ts';
import { findNews } from './notice.reads.ts';
import { markTold } from './notice.store.ts';
import { Undelivered, type Outside } from './outside.ts';
import { addressOf, claimDue, codeOf, dropWay, postponeWay, settleWay, type Claimed } from './way.store.ts';

const batch = 20;
const leaseFor = 120_000;
/** Between two messages on one way. */
const restFor = 60_000;
export const inboxPath = '/thong-bao';

interface Delivering {
  readonly job: NoticeJobCtx;
  readonly outside: Outside;
}

export async function deliverDue(job: NoticeJobCtx, outside: Outside): Promise<void> {
  while (!job.stopping.aborted) {
    const claimed = await claimDue(job.db, { now: job.now, lease: new Date(job.now.getTime() + leaseFor), limit: batch });
    await Promise.all(claimed.map((way) => deliver({ job, outside }, way)));
    if (claimed.length < batch) return;
    await sleep(0);
  }
}

async function deliver({ job, outside }: Delivering, way: Claimed): Promise<void> {
  const from = new Date(job.now.getTime() + restFor);
  try {
    const told = way.confirmed_at === null ? await sendCode({ job, outside }, way) : await sendNews({ job, outside }, way);
    await inRepeatedTransaction({ db: job.db, isRepeatable: true }, async (tx) => {
      await markTold(tx, way.id, told);
      await settleWay(tx, way, { from });
    });
  } catch (error) {
    // A fault with one address keeps no other message from going.
    await putOff(job, way, error instanceof Undelivered ? error : new Undelivered('later', error instanceof Error ? error.name : 'unknown'));
  }
}

async function sendCode({ job, outside: { sendMail } }: Delivering, way: Claimed): Promise<readonly []> {
  const code = codeOf(job, way);
  const isOver = way.code_until === null || way.code_until <= job.now;
  if (!sendMail || code === undefined || isOver) return [];
  await sendMail({ to: addressOf(job, way), subject: textOf(texts.codeSubject, way.language), text: textOf(texts.code, way.language, { code, minutes: codeMinutes }) });
  return [];
}

/** Answers the notices that were told of. */
async function sendNews({ job, outside }: Delivering, way: Claimed): Promise<readonly Id<'notice'>[]> {
  // Chosen after a message failed.
  if (way.pace === 'none') return [];
  const ctx = await contextOfAccount(job, way.account_id as Id<'account'>);
  const news = ctx && (await findNews(ctx, way.id));
  if (!news) return [];
  const { sendMail, sendPush, origin } = outside;
  if (way.kind === 'mail' && sendMail) await sendMail({ to: addressOf(job, way), subject: textOf(texts.subject, way.language), text: mailText(news.topics, way.language, origin) });
  if (way.kind === 'push' && sendPush) await sendPush(addressOf(job, way), JSON.stringify({ title: 'Sát Cơ Sở', body: pushText(news.topics, way.language), url: inboxPath }));
  return news.ids;
}

function mailText(topics: readonly NoticeTopic[], language: Language, origin: string | undefined): string {
  const open = origin ? textOf(texts.open, language, { link: `${origin}${inboxPath}` }) : textOf(texts.openApp, language);
  return [`${textOf(texts.subject, language)}.`, aboutTopics(topics, language), open, '', textOf(texts.whyMail, language)].join('\n');
}

function pushText(topics: readonly NoticeTopic[], language: Language): string {
  return `${textOf(texts.subject, language)}. ${aboutTopics(topics, language)}`;
}

function aboutTopics(topics: readonly NoticeTopic[], language: Language): string {
  return textOf(texts.about, language, { topics: topics.map((topic) => textOf(topicNames[topic], language)).join(', ') });
}

async function putOff({ db, log, now }: NoticeJobCtx, way: Claimed, { kind, fault }: Undelivered): Promise<void> {
  if (kind === 'gone' && way.kind === 'push') {
    log.info({ way: way.id, fault }, 'browser no longer told');
    return dropWay(db, way.id);
  }
  const wait = kind === 'later' ? waitAfter(way.tries) : undefined;
  const until = wait === undefined ? null : new Date(now.getTime() + wait * 1000);
  if (until) log.warn({ way: way.id, kind: way.kind, fault, tries: way.tries }, 'message not delivered, tried again');
  else log.error({ way: way.id, kind: way.kind, fault, tries: way.tries }, 'message given up');
  await postponeWay(db, way, { until, fault, now });
}
