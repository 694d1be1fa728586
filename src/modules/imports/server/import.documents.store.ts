/**
 * Documents of a workbook into the database and out of it again, by the rules of the acts on screen. They come after the units
 * of the same workbook. Of a changed document the run keeps the whole as it stood.
 */
import { sql } from 'kysely';
import { setImmediate } from 'node:timers/promises';
import { canonicalJson } from '../../../platform/canonical.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { isRefusal, Problem, type Refusal } from '../../../platform/problem.ts';
import { correct, enter, type Document, type DocumentLink } from '../../documents/document.ts';
import { insertDocument, lockDocument, markDocuments, readableDocuments, saveDocument } from '../../documents/server/index.ts';
import { isReceived } from '../check/documents.check.ts';
import { complain, type CheckContext, type Complaint } from '../check/context.ts';
import type { Checked } from '../imports.contract.ts';
import { entryOf, type ToldDocument } from './import.documents.ts';
import { keepRefs, knowAgain, lastVersions, noteChanges, type Change } from './import.versions.ts';

const table = 'documents';
const part = 100;

export interface DocumentsToWrite {
  readonly told: readonly ToldDocument[];
  readonly context: CheckContext;
  readonly runId: Id<'importRun'>;
  readonly sourceId: Id<'importSource'>;
  readonly onProgress?: ((rows: number) => void) | undefined;
}

/** Answers what was done. What is wrong is told in the context; the transaction then takes everything back. */
export async function writeDocuments(ctx: Ctx, writing: DocumentsToWrite): Promise<Checked['tables'][number]> {
  const { told, runId, sourceId } = writing;
  const last = await lastVersions(ctx, { sourceId, table }, told.filter(({ isKnown }) => isKnown).map(({ id }) => id));
  const changes: Change[] = [];
  let same = 0;
  for (const [at, one] of told.entries()) {
    const change = await writeOne(ctx, one, { ...writing, last });
    if (change === 'same') same += 1;
    else if (change) changes.push(change);
    if ((at + 1) % part > 0) continue;
    writing.onProgress?.(at + 1);
    await setImmediate(); // others are served between two parts
  }
  await noteChanges(ctx, { runId, table }, changes);
  const fresh = new Set(changes.filter(({ before }) => before === null).map(({ after }) => after.id));
  await keepRefs(ctx, { sourceId, table }, told.filter(({ id }) => fresh.has(id)));
  return { table, added: fresh.size, changed: changes.length - fresh.size, removed: 0, same };
}

type Writing = DocumentsToWrite & { readonly last: ReadonlyMap<string, number> };

async function writeOne(ctx: Ctx, told: ToldDocument, { context, last }: Writing): Promise<Change | 'same' | undefined> {
  const before = told.isKnown ? await lockDocument(ctx, told.id) : undefined;
  if (before && (last.get(told.id) ?? before.version) < before.version) complain(context, { ...placeOf(told), severity: 'warning', column: null, code: 'row.changed_since' });
  const { id, unitId, row } = told;
  const entry = entryOf(told, { before, hidden: before ? await hiddenLinks(ctx, before) : [], columns: context.sheets.documents!.columns });
  const after = before ? correct(before, entry, ctx.today) : enter({ id, unitId, direction: isReceived(row) ? 'received' : 'issued', entry }, ctx.today);
  if (isRefusal(after)) return void complain(context, { ...placeOf(told), ...complaintOf(after) });
  if (before && isSame(before, after)) return 'same';
  return { before: before ?? null, after: before ? await saveDocument(ctx, after) : await insertDocument(ctx, after) };
}

/** What the importer is not shown is not theirs to drop, here as on screen; nor are links that stand for what the unit has answered to a superior. */
async function hiddenLinks(ctx: Ctx, { id, links }: Document): Promise<readonly DocumentLink[]> {
  if (links.length === 0) return [];
  const ids = links.map(({ documentId }) => documentId);
  const found = await rows(ctx.db, sql<{ id: Id<'document'> }>`select d.id from documents d where d.home_id = any(${[...new Set(ids.map(homeOf))]}::smallint[]) and d.id = any(${ids}::uuid[]) and d.void is null and ${readableDocuments(ctx)}
    and not exists (select from answer_links l join answers a on a.home_id = l.home_id and a.id = l.answer_id where l.kind = 'document' and l.other_id = ${id} and a.document_id = d.id)`);
  const shown = new Set(found.map(({ id }) => id));
  return links.filter(({ documentId }) => !shown.has(documentId));
}

function placeOf({ row }: ToldDocument): Pick<Complaint, 'sheet' | 'row'> {
  return { sheet: 'documents', row: row.row };
}

/** What the checks of the sheet had let pass, for only the database knew it. */
function complaintOf({ code }: Refusal): Omit<Complaint, 'sheet' | 'row'> {
  if (code === 'documents.isVoid') return { column: null, code: 'document.is_void' };
  if (code === 'documents.hasFiles') return { column: 'secrecy', code: 'document.has_files' };
  return { column: null, code: 'database.refused', data: { problem: code } };
}

function isSame(one: Document, other: Document): boolean {
  return canonicalJson(factsOf(one)) === canonicalJson(factsOf(other));
}

function factsOf({ links, ...document }: Document): object {
  return { ...document, links: links.map(({ kind, documentId }) => `${kind} ${documentId}`).toSorted() };
}

/** How many documents of the run are no longer what it left. */
export async function documentsChangedSince(ctx: Ctx, runId: Id): Promise<number> {
  const row = await firstRow(ctx.db, sql<{ count: number }>`select count(*) as count from import_changes c left join documents d on d.home_id = home_of((c.after ->> 'id')::uuid) and d.id = (c.after ->> 'id')::uuid
    where c.run_id = ${runId} and c.table_name = ${table} and d.version is distinct from (c.after ->> 'version')::int`);
  return row?.count ?? 0;
}

/** Before the units of the run: documents stand on them. A version never goes back, also when what stood before is put back. */
export async function takeDocumentsBack(ctx: Ctx, runId: Id<'importRun'>): Promise<void> {
  const changes = await rows(ctx.db, sql<{ id: Id<'document'>; before: Document | null }>`select (after ->> 'id')::uuid as id, before from import_changes where run_id = ${runId} and table_name = ${table} order by seq`);
  const restored = [];
  for (const { id, before } of changes) {
    if (!before) continue;
    const { version } = await restore(ctx, id, before);
    restored.push({ id, version, was: before.version });
  }
  await knowAgain(ctx, { runId, table }, restored);
  await deleteDocuments(ctx, changes.filter(({ before }) => before === null).map(({ id }) => id));
}

/** A file that was attached meanwhile would come to lie with a document that bears a stamp of secrecy. */
async function restore(ctx: Ctx, id: Id<'document'>, before: Document): Promise<Document> {
  const now = (await lockDocument(ctx, id))!;
  if (before.secrecy !== null && now.fileCount > 0) throw new Problem({ code: 'imports.usedSince', kind: 'conflict' });
  return saveDocument(ctx, { ...before, version: now.version });
}

/** Files and recipients keep a document by the keys of the database; links of other documents and of answers, which may be of another home, do not. */
async function deleteDocuments(ctx: Ctx, ids: readonly Id<'document'>[]): Promise<void> {
  if (ids.length === 0) return;
  const linked = await rows(ctx.db, sql`select 1 as one from document_links where other_id = any(${ids}::uuid[]) and not document_id = any(${ids}::uuid[]) union all select 1 from answer_links where other_id = any(${ids}::uuid[]) limit 1`);
  if (linked.length > 0) throw new Problem({ code: 'imports.usedSince', kind: 'conflict' });
  const homes = [...new Set(ids.map(homeOf))];
  await markDocuments(ctx, ids);
  await sql`delete from document_links where home_id = any(${homes}::smallint[]) and document_id = any(${ids}::uuid[])`.execute(ctx.db);
  await sql`delete from documents where home_id = any(${homes}::smallint[]) and id = any(${ids}::uuid[])`.execute(ctx.db);
}
