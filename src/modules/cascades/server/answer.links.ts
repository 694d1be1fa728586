/** A document by which a clause is taken up carries out the document of the clause; its register says so from then on. */
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { mostLinks, type Document } from '../../documents/document.ts';
import { symbolOf } from '../../documents/document.symbol.ts';
import { lockDocument, saveDocument } from '../../documents/server/index.ts';

export interface LinkedUpwards {
  readonly before: Document;
  readonly after: Document;
}

/** Answers which of them did not say so before. */
export async function linkUpwards(ctx: Ctx, { documentId, own }: { readonly documentId: Id<'document'>; readonly own: readonly Id<'document'>[] }): Promise<LinkedUpwards[]> {
  const linked: LinkedUpwards[] = [];
  for (const id of [...new Set(own)].toSorted()) {
    const document = await lockDocument(ctx, id);
    if (!document || document.links.some((link) => link.kind === 'carriesOut' && link.documentId === documentId)) continue;
    if (document.links.length >= mostLinks) throw new Problem({ code: 'cascades.linksFull', kind: 'conflict', data: { symbol: symbolOf(document) } });
    linked.push({ before: document, after: await saveDocument(ctx, { ...document, links: [...document.links, { kind: 'carriesOut', documentId }] }) });
  }
  return linked;
}
