/** What notices do at times of their own: write them from the log, gather what needs attention, send, forget. */
import type { Keys } from '../../../platform/crypto/keys.ts';
import type { Job, JobCtx } from '../../../platform/jobs/job.ts';
import { deliverDue } from './delivery.ts';
import { tellOfAttention } from './notice.attention.ts';
import type { NoticeJobCtx } from './notice.context.ts';
import { forgetNotices } from './notice.store.ts';
import { tellOfEvents } from './notice.tell.ts';
import type { Outside } from './outside.ts';

export function noticeJobs({ keys, outside }: { readonly keys: Keys; readonly outside: Outside }): readonly Job[] {
  const withKeys = (work: (job: NoticeJobCtx) => Promise<void>) => (ctx: JobCtx) => work({ ...ctx, keys });
  return [
    { name: 'notices', every: 2, run: withKeys(tellOfEvents) },
    { name: 'notices of attention', every: 900, run: withKeys(tellOfAttention) },
    { name: 'messages', every: 5, run: withKeys((job) => deliverDue(job, outside)) },
    { name: 'old notices', every: 'day', run: withKeys((job) => forgetNotices(job)) },
  ];
}
