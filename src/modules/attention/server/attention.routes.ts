/** Binds the contract of the attention list to commands and reads. */
import { bind } from '../../../platform/http/routes.ts';
import { attentionContract } from '../attention.contract.ts';
import { resume, snooze } from './attention.commands.ts';
import { listAttention, summarise } from './attention.reads.ts';

export const attentionRoutes = [
  bind(attentionContract.list, listAttention),
  bind(attentionContract.summary, summarise),
  bind(attentionContract.snooze, snooze),
  bind(attentionContract.resume, resume),
];
