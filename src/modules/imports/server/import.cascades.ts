/** Which documents the sheets of clauses and answers name: in the register of the unit that is named, among those that the importer may read. */
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import type { Id } from '../../../platform/ids.ts';
import { readSymbol, symbolOf } from '../../documents/document.symbol.ts';
import { complain, type CheckContext } from '../check/context.ts';
import { candidatesOf } from './import.documents.ts';

interface Named {
  readonly row: number;
  readonly document: string;
  readonly issued_on: Day | null;
}

interface Naming<Row extends Named> {
  readonly row: Row;
  /** Whose register it may be. */
  readonly units: readonly Id[];
}

export interface OfDocument<Row> {
  readonly row: Row;
  readonly documentId: Id<'document'>;
}

/** A row whose document is not there has its finding and is left out. They are asked for when the documents of the same workbook are written. */
export async function findDocuments<Row extends Named>(ctx: Ctx, namings: readonly Naming<Row>[], { sheet, context }: { readonly sheet: 'clauses' | 'answers'; readonly context: CheckContext }): Promise<OfDocument<Row>[]> {
  const standing = await candidatesOf(ctx, { units: namings.flatMap(({ units }) => units), symbols: namings.flatMap(({ row }) => readSymbol(row.document) ?? []) });
  return namings.flatMap(({ row, units }) => {
    const symbol = readSymbol(row.document);
    const fitting = ((symbol && standing.get(symbolOf(symbol))) ?? []).filter(({ unitId, issuedOn }) => units.includes(unitId) && (row.issued_on ?? issuedOn) === issuedOn);
    const [document, another] = fitting;
    if (document && !another && !document.isSecret) return [{ row, documentId: document.id }];
    const found = another ? { code: 'clause.document_several' as const, data: { count: fitting.length } } : { code: document ? ('clause.document_secret' as const) : ('clause.document_unknown' as const) };
    complain(context, { sheet, row: row.row, column: another ? 'issued_on' : 'document', value: row.document, ...found });
    return [];
  });
}
