/** What needs attention at a unit, as a phone carries it: as the server told it last, what was put off too; and what a refusal tells. Pure. */
import type { z } from 'zod';
import type { Id } from '../../platform/ids.ts';
import type { attentionContract } from './attention.contract.ts';
import type { Snoozed } from './attention.snooze.ts';

export type AttentionItem = z.output<(typeof attentionContract)['list']['output']>['items'][number];
export type Summary = z.output<(typeof attentionContract)['summary']['output']>;
export type AlertWords = Omit<Summary['alerts'][number], 'count' | 'snoozed'>;

/** The data of `attention.changedMeanwhile`: what somebody else has put it off to, and by whom where that is still known. */
export interface Theirs extends Snoozed {
  readonly hand?: { readonly name: string; readonly at: string; readonly isOwn: boolean };
}

export interface AttentionRecord {
  readonly unit: { readonly id: Id<'unit'>; readonly name: string };
  /** Of the alerts that stand here: their words, and their place in the order, the gravest first. */
  readonly alerts: readonly (AlertWords & { readonly place: number })[];
  readonly items: readonly AttentionItem[];
}
