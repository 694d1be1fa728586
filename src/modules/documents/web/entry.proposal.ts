/** Of an issued document: by what name the unit issues, and the next number of the type. */
import { useProcedure } from '../../../shell/api.ts';
import { documentContract } from '../document.contract.ts';
import { termPattern } from '../document.symbol.ts';
import { nothingProposed, termProposed, type EntryDraft, type Proposal } from './entry.draft.ts';
import { issuerOf } from './issuer.guess.ts';

export function useProposal(draft: EntryDraft, unit: { readonly id: string; readonly label: string } | undefined): Proposal {
  const term = termProposed(draft);
  const isAsked = draft.direction === 'issued' && unit !== undefined && draft.type !== undefined && termPattern.test(term);
  const next = useProcedure(documentContract.nextNumber, { unitId: unit?.id ?? '', type: draft.type ?? 'NQ', term }, { enabled: isAsked });
  if (draft.direction !== 'issued' || !unit) return nothingProposed;
  const { name, code } = issuerOf(unit.label);
  return { issuer: name, issuerCode: code, nextNumber: isAsked ? next.data?.number : undefined };
}
