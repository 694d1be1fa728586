/** The only writer of documents and their links. A document lives in the home of its unit, and its id tells which that is. */
import './document.tables.ts';
import { sql, type Selectable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import type { Direction, DocumentType, LinkKind, RegulationSubject, Secrecy } from '../document.kinds.ts';
import type { Document, DocumentLink, Signer } from '../document.ts';
import type { DocumentsTable } from './document.tables.ts';
import { isCountedAlike, markDocuments } from './document.marks.ts';
import { mostLetters, wordsOf } from './document.words.ts';

type DocumentId = Id<'document'>;

/** Acts on one document follow each other; files that came while this one waited are counted. */
export async function lockDocument(ctx: Ctx, id: DocumentId): Promise<Document | undefined> {
  const row = await lockRow(ctx, id);
  return row && documentOf(row, { links: await linksOf(ctx, id), fileCount: await countFiles(ctx, id) });
}

export async function insertDocument(ctx: Ctx, document: Document): Promise<Document> {
  const saved = { ...document, version: 1 };
  const told = { recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null };
  await ctx.db.insertInto('documents').values({ home_id: homeOf(saved.id), ...rowOf(saved), ...told, words: wordsOf(saved, []) } as never).execute(); // the column `words` is written by an expression alone
  await writeLinks(ctx, saved);
  await markDocuments(ctx, [saved.id]);
  return saved;
}

export async function saveDocument(ctx: Ctx, document: Document): Promise<Document> {
  const saved = { ...document, version: document.version + 1 };
  const before = await lockDocument(ctx, saved.id);
  const marked = before && isCountedAlike(before, saved) ? [] : [saved.id];
  await markDocuments(ctx, marked);
  const row = { ...rowOf(saved), words: wordsOf(saved, await textsOf(ctx, saved)) };
  await ctx.db.updateTable('documents').set(row as never).where('home_id', '=', homeOf(saved.id)).where('id', '=', saved.id).execute();
  await writeLinks(ctx, saved);
  await markDocuments(ctx, marked);
  return saved;
}

/** Of a link that the register has for the sake of an answer alone; a correction that leaves the link leaves this. */
export async function noteLinkByAnswer(ctx: Ctx, { id, otherId }: { readonly id: DocumentId; readonly otherId: DocumentId }): Promise<void> {
  await sql`update document_links set by_answer = true where home_id = ${homeOf(id)} and document_id = ${id} and kind = 'carriesOut' and other_id = ${otherId}`.execute(ctx.db);
}

/** What is found by words follows from the document and from what was read out of its files. */
export async function refreshWords(ctx: Pick<Ctx, 'db'>, id: DocumentId): Promise<void> {
  const row = await lockRow(ctx, id);
  if (!row) return;
  const document = documentOf(row, { links: [], fileCount: 0 });
  await sql`update documents set words = ${wordsOf(document, await textsOf(ctx, document))} where home_id = ${homeOf(id)} and id = ${id}`.execute(ctx.db);
}

async function lockRow(ctx: Pick<Ctx, 'db'>, id: DocumentId): Promise<DocumentRow | undefined> {
  return firstRow(ctx.db, sql<DocumentRow>`select d.* from documents d where d.home_id = ${homeOf(id)} and d.id = ${id} for update`);
}

async function countFiles(ctx: Ctx, id: DocumentId): Promise<number> {
  const row = await firstRow(ctx.db, sql<{ count: number }>`select count(*)::int as count from document_files where home_id = ${homeOf(id)} and document_id = ${id}`);
  return row?.count ?? 0;
}

/** Of a document with a stamp of secrecy none, whatever lies there. */
async function textsOf(ctx: Pick<Ctx, 'db'>, { id, secrecy }: Pick<Document, 'id' | 'secrecy'>): Promise<string[]> {
  if (secrecy !== null) return [];
  const found = await rows(ctx.db, sql<{ text: string }>`
    select f.name || ' ' || coalesce(left(c.text, ${mostLetters}), '') as text from document_files f join document_contents c on c.home_id = f.home_id and c.hash = f.hash
    where f.home_id = ${homeOf(id)} and f.document_id = ${id} order by f.recorded_at, f.id`);
  return found.map(({ text }) => text);
}

async function linksOf(ctx: Ctx, id: DocumentId): Promise<DocumentLink[]> {
  return rows(ctx.db, sql<DocumentLink>`select kind, other_id as "documentId" from document_links where home_id = ${homeOf(id)} and document_id = ${id} order by kind, other_id`);
}

async function writeLinks(ctx: Ctx, { id, links }: Document): Promise<void> {
  await holdLinked(ctx, links);
  const told = sql`unnest(${links.map(({ kind }) => kind)}::text[], ${links.map(({ documentId }) => documentId)}::uuid[]) l (kind, other)`;
  await sql`delete from document_links where home_id = ${homeOf(id)} and document_id = ${id} and (kind, other_id) not in (select l.kind, l.other from ${told})`.execute(ctx.db);
  await sql`insert into document_links (home_id, document_id, kind, other_id) select distinct ${homeOf(id)}::smallint, ${id}::uuid, l.kind, l.other from ${told}
    on conflict on constraint document_links_pkey do nothing`.execute(ctx.db);
}

/** Whoever changes one of them tells the figures of what hangs on it: he waits, or is waited for, so that it is told of this one too. */
async function holdLinked(ctx: Ctx, links: readonly DocumentLink[]): Promise<void> {
  const ofHomes = Map.groupBy(links.map(({ documentId }) => documentId).toSorted(), homeOf);
  for (const [home, ids] of [...ofHomes].toSorted(([one], [other]) => one - other)) await sql`select d.id from documents d where d.home_id = ${home} and d.id = any(${ids}::uuid[]) order by d.id for share`.execute(ctx.db);
}

type DocumentRow = Selectable<DocumentsTable>;

function documentOf(row: DocumentRow, { links, fileCount }: { readonly links: readonly DocumentLink[]; readonly fileCount: number }): Document {
  return {
    id: row.id as DocumentId, unitId: row.unit_id as Id<'unit'>, direction: row.direction as Direction, type: row.type as DocumentType, number: row.number,
    issuerCode: row.issuer_code, issuer: row.issuer, term: row.term, summary: row.summary, issuedOn: row.issued_on as Day, receivedOn: row.received_on as Day | null, signer: row.signer as Signer | null,
    validFrom: row.valid_from as Day, validTo: row.valid_to as Day | null, reviewDueOn: row.review_due_on as Day | null, regulates: row.regulates as RegulationSubject | null,
    secrecy: row.secrecy as Secrecy | null, void: row.void as Document['void'], fileCount, version: row.version,
    links: links.map(({ kind, documentId }) => ({ kind: kind as LinkKind, documentId })),
  };
}

function rowOf(document: Document) {
  const { id, unitId, direction, type, number, issuerCode, issuer, term, summary, issuedOn, receivedOn, signer, validFrom, validTo, reviewDueOn, regulates, secrecy, version } = document;
  return {
    id, unit_id: unitId, direction, type, number, issuer_code: issuerCode, issuer, term, summary, issued_on: issuedOn, received_on: receivedOn,
    signer: signer && JSON.stringify(signer), valid_from: validFrom, valid_to: validTo, review_due_on: reviewDueOn, regulates, secrecy, void: document.void && JSON.stringify(document.void), version,
  };
}
