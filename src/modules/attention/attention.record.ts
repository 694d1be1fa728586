/** What needs attention at a unit, as a phone carries it: as the server told it last, what was put off too. Pure. */
import type { z } from 'zod';
import type { Id } from '../../platform/ids.ts';
import type { attentionContract } from './attention.contract.ts';

export type AttentionItem = z.output<(typeof attentionContract)['list']['output']>['items'][number];
export type Summary = z.output<(typeof attentionContract)['summary']['output']>;
export type AlertWords = Omit<Summary['alerts'][number], 'count' | 'snoozed'>;

export interface AttentionRecord {
  readonly unit: { readonly id: Id<'unit'>; readonly name: string };
  /** Of the alerts that stand here: their words, and their place in the order, the gravest first. */
  readonly alerts: readonly (AlertWords & { readonly place: number })[];
  readonly items: readonly AttentionItem[];
}
