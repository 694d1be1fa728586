/**
 * A document in the register of a unit: number, date, issuer, what it is about, how long it holds, and which others it carries
 * out, replaces or amends. Of one with a stamp of secrecy only this is kept, never a file. Pure: each rule answers the document
 * as it then is, or a refusal.
 */
import type { Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';
import type { Direction, DocumentType, LinkKind, RegulationSubject, Secrecy } from './document.kinds.ts';

export interface Signer {
  readonly name: string;
  readonly post: string;
}

export interface DocumentLink {
  readonly kind: LinkKind;
  readonly documentId: Id<'document'>;
}

/** What a person writes down of a document, and corrects. */
export interface Entry {
  readonly type: DocumentType;
  readonly number: number | null;
  readonly issuerCode: string;
  readonly issuer: string;
  readonly term: string;
  readonly summary: string;
  readonly issuedOn: Day;
  /** Of a received one alone. */
  readonly receivedOn: Day | null;
  readonly signer: Signer | null;
  readonly validFrom: Day;
  /** The last day on which it held. */
  readonly validTo: Day | null;
  readonly reviewDueOn: Day | null;
  readonly regulates: RegulationSubject | null;
  readonly secrecy: Secrecy | null;
  readonly links: readonly DocumentLink[];
}

export interface Document extends Entry {
  readonly id: Id<'document'>;
  readonly unitId: Id<'unit'>;
  readonly direction: Direction;
  /** Taken out of the register, with the reason; its number is free again. */
  readonly void: { readonly on: Day; readonly reason: string } | null;
  readonly fileCount: number;
  readonly version: number;
}

export const mostLinks = 20;
export const mostFiles = 20;

export function enter(given: { readonly id: Id<'document'>; readonly unitId: Id<'unit'>; readonly direction: Direction; readonly entry: Entry }, today: Day): Document | Refusal {
  const { entry, ...of } = given;
  return refusalOf(entry, { ...of, today, hasFiles: false }) ?? { ...entry, ...of, void: null, fileCount: 0, version: 0 };
}

export function correct(document: Document, entry: Entry, today: Day): Document | Refusal {
  if (document.void) return refuse('documents.isVoid', 'conflict');
  return refusalOf(entry, { id: document.id, direction: document.direction, today, hasFiles: document.fileCount > 0 }) ?? { ...document, ...entry };
}

export function takeOut(document: Document, { on, reason }: { readonly on: Day; readonly reason: string }): Document | Refusal {
  return document.void ? refuse('documents.isVoid', 'conflict') : { ...document, void: { on, reason } };
}

export function putBack(document: Document): Document | Refusal {
  return document.void ? { ...document, void: null } : refuse('documents.isNotVoid', 'conflict');
}

/** @returns why no file may be kept with it. */
export function refusalOfFiles({ secrecy, void: gone, fileCount }: Pick<Document, 'secrecy' | 'void' | 'fileCount'>): Refusal | undefined {
  if (secrecy !== null) return refuse('documents.isSecret', 'conflict');
  if (gone) return refuse('documents.isVoid', 'conflict');
  return fileCount >= mostFiles ? refuse('documents.tooManyFiles', 'conflict', { most: mostFiles }) : undefined;
}

export type Standing = 'inForce' | 'ahead' | 'ended' | 'replaced' | 'void';

/** `replacedOn`: from when on a document that replaces it holds. */
export function standingOn(document: Pick<Document, 'validFrom' | 'validTo' | 'void'> & { readonly replacedOn: Day | null }, on: Day): Standing {
  if (document.void) return 'void';
  if (document.validFrom > on) return 'ahead';
  if (document.replacedOn !== null && document.replacedOn <= on) return 'replaced';
  return document.validTo !== null && document.validTo < on ? 'ended' : 'inForce';
}

interface Of {
  readonly id: Id<'document'>;
  readonly direction: Direction;
  readonly today: Day;
  readonly hasFiles: boolean;
}

function refusalOf(entry: Entry, { id, direction, today, hasFiles }: Of): Refusal | undefined {
  if (direction === 'issued' && entry.number === null) return refuse('documents.numberMissing', 'invalid');
  if ((direction === 'received') !== (entry.receivedOn !== null)) return refuse('documents.receivedMissing', 'invalid');
  if (entry.issuedOn > today) return refuse('documents.inFuture', 'invalid', { today });
  if (entry.receivedOn !== null && (entry.receivedOn < entry.issuedOn || entry.receivedOn > today)) return refuse('documents.receivedOutside', 'invalid', { from: entry.issuedOn, to: today });
  if (entry.validTo !== null && entry.validTo < entry.validFrom) return refuse('documents.endsBeforeStart', 'invalid', { from: entry.validFrom });
  if (entry.links.some(({ documentId }) => documentId === id)) return refuse('documents.linkedToItself', 'invalid');
  return entry.secrecy !== null && hasFiles ? refuse('documents.hasFiles', 'conflict') : undefined;
}
