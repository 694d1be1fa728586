/** What stands in the fields of the form of a document, what is proposed there, and what of it is sent. Pure. */
import type { z } from 'zod';
import { isDay } from '../../../platform/day.ts';
import { tidySpaces } from '../../../platform/text/fold.ts';
import type { documentContract } from '../document.contract.ts';
import type { Direction, DocumentType, LinkKind, RegulationSubject, Secrecy } from '../document.kinds.ts';
import { mostNumber, readSymbol, symbolOf, termOf, termPattern, type Symbol } from '../document.symbol.ts';
import type { WholeDocument } from './document.words.ts';

export interface DraftLink {
  readonly kind: LinkKind;
  /** Undefined until a document is chosen. */
  readonly document: { readonly id: string; readonly label: string } | undefined;
}

/** Undefined in what can be proposed: as proposed, and following it. */
export interface EntryDraft {
  readonly direction: Direction;
  readonly type: DocumentType | undefined;
  readonly symbol: string | undefined;
  /** Number, type and issuer in fields of their own: for what follows another pattern or has no number. */
  readonly isApart: boolean;
  readonly number: string;
  readonly issuerCode: string;
  readonly issuer: string | undefined;
  readonly term: string | undefined;
  readonly summary: string;
  readonly issuedOn: string | undefined;
  readonly receivedOn: string | undefined;
  readonly signerName: string;
  readonly signerPost: string;
  readonly validFrom: string | undefined;
  readonly validTo: string | undefined;
  readonly reviewDueOn: string | undefined;
  /** Of working rules: asked for, so that none is forgotten. */
  readonly regulates: RegulationSubject | 'other' | undefined;
  /** It says so already, whatever its type: not to be lost unseen. */
  readonly hasRegulated: boolean;
  readonly secrecy: Secrecy | null;
  readonly links: readonly DraftLink[];
}

/** What is known of the unit whose register it is. */
export interface Proposal {
  readonly issuer: string;
  readonly issuerCode: string;
  readonly nextNumber: number | undefined;
}

export const nothingProposed: Proposal = { issuer: '', issuerCode: '', nextNumber: undefined };

type Correction = z.input<typeof documentContract.correct.input>;
export type EntryToSend = Omit<Correction, 'id' | 'version'>;

export function emptyDraft(today: string): EntryDraft {
  return {
    direction: 'issued', type: undefined, symbol: undefined, isApart: false, number: '', issuerCode: '', issuer: undefined, term: undefined, summary: '', issuedOn: today, receivedOn: today,
    signerName: '', signerPost: '', validFrom: undefined, validTo: undefined, reviewDueOn: undefined, regulates: undefined, hasRegulated: false, secrecy: null, links: [],
  };
}

/** Where a field stands as it would be proposed, it goes on following: a day of issue that is corrected takes the term along. */
export function draftOf(document: WholeDocument): EntryDraft {
  const { number, type, issuerCode, issuedOn, validFrom, term, signer } = document;
  return {
    direction: document.direction, type, isApart: number === null, number: '', issuerCode, symbol: number === null ? undefined : symbolOf({ number, type, issuerCode }), issuer: document.issuer,
    term: term === termOf(issuedOn) ? undefined : term, summary: document.summary, issuedOn, receivedOn: document.receivedOn ?? undefined, signerName: signer?.name ?? '', signerPost: signer?.post ?? '',
    validFrom: validFrom === issuedOn ? undefined : validFrom, validTo: document.validTo ?? undefined, reviewDueOn: document.reviewDueOn ?? undefined, regulates: document.regulates ?? 'other', hasRegulated: document.regulates !== null, secrecy: document.secrecy,
    links: document.links.map(({ kind, id, symbol }) => ({ kind, document: { id, label: symbol } })),
  };
}

export function termProposed({ term, issuedOn }: Pick<EntryDraft, 'term' | 'issuedOn'>): string {
  return term ?? (issuedOn !== undefined && isDay(issuedOn) ? termOf(issuedOn) : '');
}

/** Of an issued document the next number, once the type is chosen. */
export function symbolProposed({ symbol, type, direction }: EntryDraft, { nextNumber, issuerCode }: Proposal): string {
  if (symbol !== undefined) return symbol;
  return direction === 'issued' && type !== undefined && nextNumber !== undefined ? symbolOf({ number: nextNumber, type, issuerCode }) : '';
}

/** Undefined while it can't be understood. */
export function symbolIn(draft: EntryDraft, proposal: Proposal): Symbol | undefined {
  if (!draft.isApart) return readSymbol(symbolProposed(draft, proposal));
  const { type, direction } = draft;
  const issuerCode = draft.issuerCode.trim();
  const typed = draft.number.trim();
  const number = typed === '' ? null : Number(typed);
  const isNumber = number === null ? direction === 'received' : /^\d+$/.test(typed) && number >= 1 && number <= mostNumber;
  return type !== undefined && isNumber && codePattern.test(issuerCode) ? { number, type, issuerCode } : undefined;
}

const codePattern = /^[\p{L}\d.-]{1,20}$/u;

/** Regulations are issued by a decision as well; only of what is called regulations it has to be said which. */
export function asksRegulates(draft: EntryDraft, proposal: Proposal): boolean {
  const type = symbolIn(draft, proposal)?.type;
  return draft.hasRegulated || type === 'QC' || type === 'QĐ';
}

export type EntryFault = 'symbol' | 'regulates' | 'issuer' | 'term' | 'summary' | 'issuedOn' | 'receivedOn';

/** The fields that are missing or can't be read. */
export function faultsOf(draft: EntryDraft, proposal: Proposal): readonly EntryFault[] {
  const symbol = symbolIn(draft, proposal);
  const faulty: Readonly<Record<EntryFault, boolean>> = {
    symbol: symbol === undefined,
    regulates: symbol?.type === 'QC' && draft.regulates === undefined,
    issuer: tidySpaces(draft.issuer ?? proposal.issuer) === '',
    term: !termPattern.test(termProposed(draft).trim()),
    summary: tidySpaces(draft.summary) === '',
    issuedOn: draft.issuedOn === undefined,
    receivedOn: draft.direction === 'received' && draft.receivedOn === undefined,
  };
  // Without its day there is no term to propose: only the day is asked for.
  return (Object.keys(faulty) as EntryFault[]).filter((field) => faulty[field] && !(field === 'term' && faulty.issuedOn && draft.term === undefined));
}

export function entryToSend(draft: EntryDraft, proposal: Proposal): EntryToSend | undefined {
  const symbol = symbolIn(draft, proposal);
  const { issuedOn, direction, signerName, signerPost, regulates } = draft;
  if (!symbol || issuedOn === undefined || faultsOf(draft, proposal).length > 0) return undefined;
  return {
    ...symbol, issuer: tidySpaces(draft.issuer ?? proposal.issuer), term: termProposed(draft).trim(), summary: tidySpaces(draft.summary), issuedOn,
    receivedOn: direction === 'received' ? draft.receivedOn ?? null : null,
    signer: signerName.trim() === '' ? null : { name: tidySpaces(signerName), post: tidySpaces(signerPost) },
    validFrom: draft.validFrom ?? issuedOn, validTo: draft.validTo ?? null, reviewDueOn: draft.reviewDueOn ?? null,
    regulates: !asksRegulates(draft, proposal) || regulates === undefined || regulates === 'other' ? null : regulates, secrecy: draft.secrecy,
    links: draft.links.flatMap(({ kind, document }) => (document ? [{ kind, documentId: document.id }] : [])),
  };
}

/** Of the document as it stood when the draft was taken from it: one that was changed since is refused, not overwritten. */
export function correctionToSend(draft: EntryDraft, { id, version }: Pick<WholeDocument, 'id' | 'version'>): Correction | undefined {
  const entry = entryToSend(draft, nothingProposed);
  return entry && { id, version, ...entry };
}

/** As it stands: what a correction is taken back to. */
export function entryOf(document: WholeDocument): EntryToSend {
  const { type, number, issuerCode, issuer, term, summary, issuedOn, receivedOn, signer, validFrom, validTo, reviewDueOn, regulates, secrecy, links } = document;
  return { type, number, issuerCode, issuer, term, summary, issuedOn, receivedOn, signer, validFrom, validTo, reviewDueOn, regulates, secrecy, links: links.map(({ kind, id }) => ({ kind, documentId: id })) };
}
