/** Documents: what the sheet alone can tell, by the rules by which one is entered on screen; and how a row is known again. */
import { holdsOn } from '../../../platform/day.ts';
import { foldVietnamese } from '../../../platform/text/fold.ts';
import { mostLinks } from '../../documents/document.ts';
import { readSymbol, termOf, termPattern, type Symbol } from '../../documents/document.symbol.ts';
import type { DocumentRow } from '../format/sheets.ts';
import { complain, rowsOf, type CheckContext, type Complaint } from './context.ts';
import { unitLives, type UnitLives } from './lives.ts';

export function checkDocuments(context: CheckContext): void {
  const lives = unitLives(context);
  const first = new Map<string, number>();
  for (const document of rowsOf(context, 'documents')) {
    checkSymbol(context, document);
    checkDays(context, document);
    checkUnit(context, document, lives);
    checkCarriedOut(context, document);
    checkOnce(context, document, first);
  }
}

export function isReceived({ direction }: Pick<DocumentRow, 'direction'>): boolean {
  return direction === 'received';
}

/** As it is kept: the term that is written, or that of the day of issue. */
export function termOfRow({ term, issued_on: issuedOn }: Pick<DocumentRow, 'term' | 'issued_on'>): string {
  return term === null ? termOf(issuedOn) : term.replaceAll(/\s*[-–]\s*/g, '-');
}

/** What tells a document from all others of its unit; undefined where the symbol cannot be read. */
export function keyOfDocument(row: DocumentRow): string | undefined {
  const symbol = readSymbol(row.symbol);
  if (!symbol) return undefined;
  const { type, number, issuerCode } = symbol;
  return isReceived(row) ? `received|${type}|${number}|${issuerCode}|${row.issued_on}|${foldVietnamese(row.issuer)}` : `issued|${type}|${termOfRow(row)}|${number}`;
}

export interface CarriedOut {
  readonly written: string;
  readonly symbol: Symbol;
  /** Null: in the register of the same unit. */
  readonly unit: string | null;
}

/** Those of its symbols that can be read. */
export function carriedOutBy({ carries_out: symbols, carries_out_unit: units }: DocumentRow): CarriedOut[] {
  const [all, places] = [partsOf(symbols), partsOf(units)];
  return all.flatMap((written, at) => {
    const symbol = readSymbol(written);
    return symbol ? [{ written, symbol, unit: places[at] ?? places[0] ?? null }] : [];
  });
}

function checkSymbol(context: CheckContext, document: DocumentRow): void {
  const report = reporter(context, document);
  if (!readSymbol(document.symbol)) report({ column: 'symbol', code: 'document.symbol_form', value: document.symbol });
  if (!termPattern.test(termOfRow(document))) report({ column: 'term', code: 'document.term_form', value: document.term ?? '' });
}

function checkDays(context: CheckContext, document: DocumentRow): void {
  const { issued_on: issued, received_on: received, valid_from: from, valid_to: to } = document;
  const report = reporter(context, document);
  if (isReceived(document) && received === null) report({ column: 'received_on', code: 'document.received_missing' });
  if (!isReceived(document) && received !== null) report({ column: 'received_on', code: 'document.received_of_issued', value: received });
  if (isReceived(document) && received !== null && received < issued) report({ column: 'received_on', code: 'document.received_before_issued', value: received, data: { issued } });
  if (to !== null && to < (from ?? issued)) report({ column: 'valid_to', code: 'period.reversed', value: to, data: { from: from ?? issued } });
}

/** It counts nowhere on a day on which its unit does not stand. */
function checkUnit(context: CheckContext, document: DocumentRow, lives: UnitLives): void {
  const { unit, issued_on: on } = document;
  const versions = lives.get(unit);
  if (isReceived(document) || versions === undefined || context.known('units', unit) || versions.some((version) => holdsOn(version, on))) return;
  reporter(context, document)({ severity: 'warning', column: 'issued_on', code: 'unit.not_alive', value: unit, data: { on } });
}

function checkCarriedOut(context: CheckContext, document: DocumentRow): void {
  const report = reporter(context, document);
  const [symbols, units] = [partsOf(document.carries_out), partsOf(document.carries_out_unit)];
  for (const symbol of symbols) if (!readSymbol(symbol)) report({ column: 'carries_out', code: 'document.symbol_form', value: symbol });
  if (symbols.length > mostLinks) report({ column: 'carries_out', code: 'document.carries_out_many', data: { most: mostLinks } });
  if (units.length > 0 && symbols.length === 0) report({ column: 'carries_out', code: 'cell.required' });
  else if (units.length > 1 && units.length !== symbols.length) report({ column: 'carries_out_unit', code: 'document.carries_out_units', data: { symbols: symbols.length, units: units.length } });
}

function checkOnce(context: CheckContext, document: DocumentRow, first: Map<string, number>): void {
  const key = keyOfDocument(document);
  if (key === undefined) return;
  const whole = `${document.unit}\0${key}`;
  const other = first.get(whole);
  if (other === undefined) first.set(whole, document.row);
  else reporter(context, document)({ column: 'symbol', code: 'document.twice', value: document.symbol, data: { other } });
}

function partsOf(cell: string | null): string[] {
  return (cell ?? '').split(';').map((part) => part.trim()).filter(Boolean);
}

function reporter(context: CheckContext, { row }: DocumentRow): (complaint: Omit<Complaint, 'sheet' | 'row'>) => void {
  return (complaint) => complain(context, { sheet: 'documents', row, ...complaint });
}
