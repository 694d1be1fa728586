/** A document by which a clause is taken up carries out the document of the clause; its register says so as long as an answer names it. */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { mostLinks, type Document } from '../../documents/document.ts';
import { symbolOf } from '../../documents/document.symbol.ts';
import { lockDocument, noteLinkByAnswer, saveDocument } from '../../documents/server/index.ts';

export interface LinkedUpwards {
  readonly before: Document;
  readonly after: Document;
}

interface Named {
  /** Which is answered. */
  readonly documentId: Id<'document'>;
  readonly own: readonly Id<'document'>[];
}

/** Answers which of them did not say so before. */
export async function linkUpwards(ctx: Ctx, { documentId, own }: Named): Promise<LinkedUpwards[]> {
  const linked: LinkedUpwards[] = [];
  for (const id of [...new Set(own)].toSorted()) {
    const document = await lockDocument(ctx, id);
    if (!document || document.links.some((link) => link.kind === 'carriesOut' && link.documentId === documentId)) continue;
    if (document.links.length >= mostLinks) throw new Problem({ code: 'cascades.linksFull', kind: 'conflict', data: { symbol: symbolOf(document) } });
    linked.push({ before: document, after: await saveDocument(ctx, { ...document, links: [...document.links, { kind: 'carriesOut', documentId }] }) });
    await noteLinkByAnswer(ctx, { id, otherId: documentId });
  }
  return linked;
}

/** Of documents that answers named until now: what no other answer names, and nobody wrote down otherwise, is carried out no more. */
export async function unlinkUpwards(ctx: Ctx, { documentId, own }: Named): Promise<LinkedUpwards[]> {
  const unlinked: LinkedUpwards[] = [];
  for (const id of (await linkedForNothing(ctx, { documentId, own })).toSorted()) {
    const document = await lockDocument(ctx, id);
    if (!document) continue;
    unlinked.push({ before: document, after: await saveDocument(ctx, { ...document, links: document.links.filter((link) => link.kind !== 'carriesOut' || link.documentId !== documentId) }) });
  }
  return unlinked;
}

async function linkedForNothing(ctx: Ctx, { documentId, own }: Named): Promise<Id<'document'>[]> {
  if (own.length === 0) return [];
  const found = await rows(ctx.db, sql<{ id: Id<'document'> }>`
    select o.document_id as id from document_links o where o.home_id = any(${[...new Set(own.map(homeOf))]}::smallint[]) and o.document_id = any(${[...own]}::uuid[]) and o.kind = 'carriesOut' and o.other_id = ${documentId} and o.by_answer
      and not exists (select from answer_links l join answers a on a.home_id = l.home_id and a.id = l.answer_id where l.kind = 'document' and l.other_id = o.document_id and l.home_id = ${homeOf(documentId)} and a.document_id = ${documentId})`);
  return found.map(({ id }) => id);
}
