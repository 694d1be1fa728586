/** What of the receipts that a reader sees is still to be confirmed. Pure. */
import type { WholeDocument } from './document.words.ts';

export type Receipt = WholeDocument['recipients']['own'][number];

/** So many come with a document at most, those not confirmed first. */
const MOST = 20;

/** `areMore`: there may be others beyond those that came, so that their number says nothing. */
export function openReceipts(own: readonly Receipt[]): { readonly open: readonly Receipt[]; readonly areMore: boolean } {
  const isOpen = ({ takenOn }: Receipt) => takenOn === null;
  return { open: own.filter((receipt) => isOpen(receipt) && receipt.mayTake), areMore: own.length >= MOST && own.every(isOpen) };
}
