/** Documents as cascades look at them: one that may be read, one in whose register one may write, own ones of a unit. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { mayDo } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { symbolIn } from '../../documents/document.figures.ts';
import type { Document } from '../../documents/document.ts';
import { isDocumentReadable, readableDocuments, takeDocument } from '../../documents/server/index.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { documentOfCascade } from '../cascade.shapes.ts';
import { answersFor } from './asked.bodies.ts';

type DocumentId = Id<'document'>;
type UnitId = Id<'unit'>;

export interface CascadeDocument {
  readonly id: DocumentId;
  readonly unitId: UnitId;
  readonly symbol: string;
  readonly type: string;
  readonly summary: string;
  readonly unitName: string;
  readonly issuedOn: Day;
  readonly validTo: Day | null;
  readonly isVoid: boolean;
  readonly isSecret: boolean;
}

/** @throws where it is not there, or not for this reader. */
export async function getReadable(ctx: Ctx, id: DocumentId): Promise<CascadeDocument> {
  const document = await firstRow(ctx.db, sql<CascadeDocument>`
    select d.id, d.unit_id as "unitId", ${symbolIn('d')} as symbol, d.type, d.summary, coalesce(${unitNameAt('d.unit_id', sql`${ctx.today}::date`)}, '') as "unitName", d.issued_on as "issuedOn", d.valid_to as "validTo",
      d.void is not null as "isVoid", d.secrecy is not null as "isSecret" from documents d where d.home_id = ${homeOf(id)} and d.id = ${id}`);
  if (!document || !(await isDocumentReadable(ctx, document))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  return document;
}

export function shownDocument({ id, symbol, type, summary, unitId, unitName, issuedOn, isVoid, isSecret }: CascadeDocument): z.input<typeof documentOfCascade> {
  return { id, symbol, type, summary, unit: { id: unitId, name: unitName }, issuedOn, isVoid, isSecret };
}

/** Acts on the clauses and the cascade of one document follow each other. */
export async function takeStanding(ctx: Ctx, id: DocumentId): Promise<Document> {
  const document = await takeDocument(ctx, id);
  if (document.void) throw new Problem({ code: 'documents.isVoid', kind: 'conflict' });
  return document;
}

/** In the name of a unit that is asked: it reads the document, and its own register is written in by whoever asks. */
export async function takeForUnit(ctx: Ctx, { documentId, unitId }: { readonly documentId: DocumentId; readonly unitId: UnitId }): Promise<CascadeDocument> {
  const document = await getReadable(ctx, documentId);
  if (!(await mayDo(ctx, 'document.read', unitId))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  if (!(await mayDo(ctx, 'document.record', unitId))) throw new Problem({ code: 'platform.forbidden', kind: 'forbidden', data: { verb: 'document.record' } });
  if (document.isVoid) throw new Problem({ code: 'documents.isVoid', kind: 'conflict' });
  return document;
}

/** @throws unless the unit, or whoever answers for it, issued all of them, and each stands and may be read. */
export async function requireOwnDocuments(ctx: Ctx, unitId: UnitId, ids: readonly DocumentId[]): Promise<void> {
  if (ids.length === 0) return;
  const found = await rows(ctx.db, sql<{ id: string }>`select d.id from documents d where d.home_id = any(${[...new Set(ids.map(homeOf))]}::smallint[]) and d.id = any(${[...ids]}::uuid[])
    and d.unit_id in ${answersFor(ctx, unitId)} and d.direction = 'issued' and d.void is null and ${readableDocuments(ctx)}`);
  if (found.length < new Set(ids).size) throw new Problem({ code: 'cascades.documentNotOwn', kind: 'invalid' });
}
