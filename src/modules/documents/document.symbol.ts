/**
 * Number and symbol of a Party document, `03-NQ/TU`: at least two digits, type, issuer (36-HD/VPTW of 3/4/2018, II.1). Numbers go
 * from 01 for each type within a term of the committee, so the term belongs to what names a document. Pure.
 */
import type { Day } from '../../platform/day.ts';
import { documentTypeCodes, type DocumentType } from './document.kinds.ts';

export interface Symbol {
  /** Null where only type and issuer are known. */
  readonly number: number | null;
  readonly type: DocumentType;
  /** TW, TU, HU, ĐU, CB, or the short name of an agency. */
  readonly issuerCode: string;
}

export const mostNumber = 99_999;

export function symbolOf({ number, type, issuerCode }: Symbol): string {
  return `${number === null ? '…' : String(number).padStart(2, '0')}-${type}/${issuerCode}`;
}

const pattern = /^(?:số\s*:?\s*)?0*(\d{1,5})\s*[-–]\s*(\p{L}{1,5})\s*\/\s*(\p{L}[\p{L}\d.-]{0,19})$/iu;

/** As people type it: "3-nq/tu", "Số 03 - NQ/TU". Undefined where it is no symbol, or of a type nobody knows. */
export function readSymbol(text: string): Symbol | undefined {
  const [, digits, code, issuer] = pattern.exec(text.normalize('NFC').trim()) ?? [];
  const type = code === undefined ? undefined : documentTypeCodes.find((known) => known.toLowerCase() === code.toLowerCase()) ?? formerTypes[code.toLowerCase()];
  const number = Number(digits);
  if (!type || !issuer || number < 1) return undefined;
  return { number, type, issuerCode: issuer.toLocaleUpperCase('vi') };
}

/** Symbols that were in use before, or beside the ones of today. */
const formerTypes: Readonly<Record<string, DocumentType>> = { qđi: 'QĐ', qyđ: 'QĐ', ctr: 'CTr', cthđ: 'CTr', ctrhđ: 'CTr' };

/** "2025-2030": terms of five years; those of today begin in 2025. A proposal: a committee may count otherwise. */
export function termOf(on: Day): string {
  const year = Number(on.slice(0, 4));
  const from = year - (((year % 5) + 5) % 5);
  return `${from}-${from + 5}`;
}

export const termPattern = /^\d{4}-\d{4}$/;
