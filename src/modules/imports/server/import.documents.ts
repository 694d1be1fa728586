/**
 * Documents of a workbook as they are to stand: known again or new, and linked with those that they carry out, be they rows of
 * the same workbook or documents that the importer may read. What only the database tells of them is told at their rows.
 */
import { sql } from 'kysely';
import { reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { exactKey, foldVietnamese } from '../../../platform/text/fold.ts';
import type { Direction } from '../../documents/document.kinds.ts';
import type { DocumentLink, Entry } from '../../documents/document.ts';
import { readSymbol, symbolOf, type Symbol } from '../../documents/document.symbol.ts';
import { readableDocuments } from '../../documents/server/index.ts';
import { complain, rowsOf, type CheckContext } from '../check/context.ts';
import { carriedOutBy, isReceived, keyOfDocument, termOfRow, type CarriedOut } from '../check/documents.check.ts';
import type { DocumentRow } from '../format/sheets.ts';
import type { ImportPlan } from './import.plan.ts';

type DocumentId = Id<'document'>;

export interface ToldDocument {
  readonly id: DocumentId;
  readonly unitId: Id<'unit'>;
  /** By which the source knows it. */
  readonly ref: string;
  readonly isKnown: boolean;
  readonly row: DocumentRow;
  readonly symbol: Symbol;
  readonly carriesOut: readonly DocumentId[];
}

type Unlinked = Omit<ToldDocument, 'carriesOut'>;

interface Asked {
  readonly plan: ImportPlan;
  readonly context: CheckContext;
}

/** Rows whose unit or symbol is not known have their finding already, and are left out. */
export async function planDocuments(ctx: Ctx, asked: Asked): Promise<ToldDocument[]> {
  checkPast(asked.context, ctx.today);
  const told = toldDocuments(asked);
  if (told.length === 0) return [];
  await checkNumbers(ctx, told, asked.context);
  const linked = await linksOf(ctx, told, asked);
  return told.map((one) => ({ ...one, carriesOut: linked.get(one.id) ?? [] }));
}

function toldDocuments({ plan, context }: Asked): Unlinked[] {
  return rowsOf(context, 'documents').flatMap((row) => {
    const [key, symbol, unitId] = [keyOfDocument(row), readSymbol(row.symbol), plan.find('units', row.unit) as Id<'unit'> | undefined];
    if (key === undefined || !symbol || !unitId) return [];
    const ref = `${unitId}|${key}`;
    const known = plan.find('documents', ref) as DocumentId | undefined;
    return [{ id: known ?? newId<'document'>(homeOf(unitId)), unitId, ref, isKnown: known !== undefined, row, symbol }];
  });
}

/** Days that have not come yet; only the server knows today. */
function checkPast(context: CheckContext, today: Day): void {
  for (const { row, issued_on: issued, received_on: received } of rowsOf(context, 'documents')) {
    for (const [column, day] of [['issued_on', issued], ['received_on', received]] as const) if (day !== null && day > today) complain(context, { sheet: 'documents', row, column, code: 'document.in_future', value: day });
  }
}

/** The number may be that of a document entered on screen or come from another source; of a received one that is no more than a doubt. */
async function checkNumbers(ctx: Ctx, told: readonly Unlinked[], context: CheckContext): Promise<void> {
  const found = await rows(ctx.db, sql<{ at: number }>`
    select distinct q.at::int as at
    from unnest(${told.map(({ id }) => id)}::uuid[], ${told.map(({ unitId }) => unitId)}::uuid[], ${told.map(({ row }) => (isReceived(row) ? 'received' : 'issued'))}::text[], ${told.map(({ symbol }) => symbol.type)}::text[],
      ${told.map(({ symbol }) => symbol.number)}::int[], ${told.map(({ row }) => termOfRow(row))}::text[], ${told.map(({ symbol }) => symbol.issuerCode)}::text[], ${told.map(({ row }) => row.issued_on)}::date[])
      with ordinality q (id, unit_id, direction, type, number, term, issuer_code, issued_on, at)
    join documents d on d.unit_id = q.unit_id and d.direction = q.direction and d.type = q.type and d.number = q.number and d.void is null and d.id <> q.id and ${reach(ctx, 'document.record').over('d.unit_id')}
      and case q.direction when 'issued' then d.term = q.term else d.issuer_code = q.issuer_code and d.issued_on = q.issued_on end`);
  for (const { at } of found) {
    const { row, symbol } = told[at - 1]!;
    if (isReceived(row)) complain(context, { severity: 'warning', sheet: 'documents', row: row.row, column: 'symbol', code: 'document.there_already', value: symbolOf(symbol) });
    else complain(context, { sheet: 'documents', row: row.row, column: 'symbol', code: 'document.number_taken', value: symbolOf(symbol) });
  }
}

export interface Candidate {
  readonly id: DocumentId;
  readonly unitId: Id<'unit'>;
  readonly issuedOn: Day;
}

/** One of the database, that the importer may read. */
export interface StandingCandidate extends Candidate {
  readonly direction: Direction;
  readonly isSecret: boolean;
}

async function linksOf(ctx: Ctx, told: readonly Unlinked[], { plan, context }: Asked): Promise<ReadonlyMap<DocumentId, readonly DocumentId[]>> {
  const wished = told.flatMap((one) => carriedOutBy(one.row).map((carried) => ({ one, carried })));
  if (wished.length === 0) return new Map();
  const named = await unitsByName(ctx, wished.flatMap(({ carried: { unit } }) => (unit === null || plan.find('units', unit) ? [] : [unit])));
  const unitsOf = ({ unit }: CarriedOut, own: Id<'unit'>): readonly Id[] => (unit === null ? [own] : (named.get(exactKey(unit)) ?? [plan.find('units', unit)].filter((id) => id !== undefined)));
  const asked = wished.map((wish) => ({ ...wish, units: unitsOf(wish.carried, wish.one.unitId) }));
  const standing = await candidatesOf(ctx, { units: asked.flatMap(({ units }) => units), symbols: asked.map(({ carried }) => carried.symbol) });
  const ofFile = Map.groupBy(told.map(({ id, unitId, row, symbol }) => ({ id, unitId, issuedOn: row.issued_on, symbol: symbolOf(symbol) })), ({ symbol }) => symbol);
  const links = new Map<DocumentId, DocumentId[]>();
  for (const { one, carried, units } of asked) {
    const symbol = symbolOf(carried.symbol);
    const latest = latestOf([...(ofFile.get(symbol) ?? []), ...(standing.get(symbol) ?? [])], { one, units });
    if (latest) links.set(one.id, [...(links.get(one.id) ?? []), latest]);
    else complain(context, { sheet: 'documents', row: one.row.row, column: 'carries_out', code: 'document.carries_out_unknown', value: carried.written });
  }
  return links;
}

/** Numbers begin anew with each term: carried out is the one issued last before. */
function latestOf(candidates: readonly Candidate[], { one, units }: { one: Unlinked; units: readonly Id[] }): DocumentId | undefined {
  const fitting = candidates.filter(({ id, unitId, issuedOn }) => id !== one.id && units.includes(unitId) && issuedOn <= one.row.issued_on);
  return fitting.toSorted((first, other) => (first.issuedOn > other.issuedOn ? -1 : 1))[0]?.id;
}

/** However a unit is or was called; which of its documents may be read is asked of the documents. */
export async function unitsByName(ctx: Ctx, names: readonly string[]): Promise<ReadonlyMap<string, Id[]>> {
  if (names.length === 0) return new Map();
  const found = await rows(ctx.db, sql<{ key: string; ids: Id[] }>`select exact_key as key, array_agg(distinct unit_id) as ids from unit_versions
    where name_key = any(${[...new Set(names.map(foldVietnamese))]}) and exact_key = any(${[...new Set(names.map(exactKey))]}) group by exact_key`);
  return new Map(found.map(({ key, ids }) => [key, ids]));
}

export async function candidatesOf(ctx: Ctx, { units, symbols }: { units: readonly Id[]; symbols: readonly Symbol[] }): Promise<ReadonlyMap<string, StandingCandidate[]>> {
  const found = await rows(ctx.db, sql<StandingCandidate & Symbol>`
    select d.id, d.unit_id as "unitId", d.issued_on as "issuedOn", d.direction, d.secrecy is not null as "isSecret", d.type, d.number, d.issuer_code as "issuerCode" from documents d
    where d.unit_id = any(${[...new Set(units)]}::uuid[]) and d.void is null and ${readableDocuments(ctx)}
      and (d.type, d.number, d.issuer_code) in (select * from unnest(${symbols.map(({ type }) => type)}::text[], ${symbols.map(({ number }) => number)}::int[], ${symbols.map(({ issuerCode }) => issuerCode)}::text[]))`);
  return Map.groupBy(found, symbolOf);
}

interface Standing {
  readonly before: Entry | undefined;
  /** Links of it that the importer is not shown. */
  readonly hidden: readonly DocumentLink[];
  readonly columns: ReadonlySet<string>;
}

/** What the file does not speak of stays as it is recorded; links of other kinds, and hidden ones, it never speaks of. */
export function entryOf({ row, symbol, carriesOut }: ToldDocument, { before, hidden, columns }: Standing): Entry {
  const spoken = <K extends keyof Entry>(column: string, key: K, told: Entry[K]): Entry[K] => (columns.has(column) || !before ? told : before[key]);
  const links = columns.has('carries_out') || !before ? carryingOut([...carriesOut, ...hidden.filter(({ kind }) => kind === 'carriesOut').map(({ documentId }) => documentId)]) : before.links.filter(({ kind }) => kind === 'carriesOut');
  return {
    type: symbol.type, number: symbol.number, issuerCode: symbol.issuerCode, issuer: row.issuer, summary: row.summary, issuedOn: row.issued_on,
    term: spoken('term', 'term', termOfRow(row)),
    receivedOn: isReceived(row) ? row.received_on : null,
    signer: spoken('signer', 'signer', row.signer === null ? null : { name: row.signer, post: columns.has('signer_post') || !before?.signer ? (row.signer_post ?? '') : before.signer.post }),
    validFrom: spoken('valid_from', 'validFrom', row.valid_from ?? row.issued_on),
    validTo: spoken('valid_to', 'validTo', row.valid_to),
    reviewDueOn: spoken('review_due_on', 'reviewDueOn', row.review_due_on),
    regulates: spoken('regulates', 'regulates', row.regulates),
    secrecy: spoken('secrecy', 'secrecy', row.secrecy),
    links: [...links, ...(before?.links ?? []).filter(({ kind }) => kind !== 'carriesOut')],
  };
}

function carryingOut(ids: readonly DocumentId[]): DocumentLink[] {
  return [...new Set(ids)].map((documentId) => ({ kind: 'carriesOut', documentId }));
}
