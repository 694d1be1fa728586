/**
 * Files of a document. What a file is, is told by its bytes; the same bytes are kept once in a home. Of a document with a stamp of
 * secrecy none is kept. They leave as a download only, to whoever may read the document.
 */
import './document.tables.ts';
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { record } from '../../../platform/events.ts';
import { fileNameOf } from '../../../platform/files/media.ts';
import { mediaTypeOf } from '../../../platform/files/media.whole.ts';
import { FileAnswer } from '../../../platform/http/routes.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { documentContract } from '../document.contract.ts';
import { refusalOfFiles } from '../document.ts';
import { takeDocument } from './document.commands.ts';
import { within } from './document.reach.ts';
import { saveDocument } from './document.store.ts';

type Input<K extends keyof typeof documentContract> = z.output<(typeof documentContract)[K]['input']>;
type ListedFile = z.input<(typeof documentContract)['document']['output']>['files'][number];

const mostMebibytes = 20;

export async function attachFile(ctx: Ctx, { id, name, base64 }: Input<'attach'>): Promise<{ id: Id<'documentFile'> }> {
  const document = await takeDocument(ctx, id);
  const refusal = refusalOfFiles(document);
  if (refusal) throw new Problem(refusal);
  const content = Buffer.from(base64, 'base64');
  if (content.length > mostMebibytes * 1024 * 1024) throw new Problem({ code: 'documents.fileTooLarge', kind: 'invalid', data: { most: mostMebibytes } });
  const mediaType = mediaTypeOf(content);
  if (!mediaType) throw new Problem({ code: 'documents.fileUnknown', kind: 'invalid' });
  const [home, hash] = [homeOf(id), createHash('sha256').update(content).digest()];
  if (await firstRow(ctx.db, sql`select from document_files where home_id = ${home} and document_id = ${id} and hash = ${hash}`)) throw new Problem({ code: 'documents.fileThere', kind: 'conflict' });
  // Of a picture there is nothing to read.
  const text = mediaType.startsWith('image/') ? '' : null;
  // A row that is there already is held by this: whoever reads its words meanwhile writes them after, and finds this file too.
  await sql`insert into document_contents as c (home_id, hash, media_type, size, content, text) values (${home}, ${hash}, ${mediaType}, ${content.length}, ${content}, ${text})
    on conflict (home_id, hash) do update set size = c.size`.execute(ctx.db);
  const kept = newId<'documentFile'>(home);
  await ctx.db.insertInto('document_files').values({ home_id: home, id: kept, document_id: id, hash, name: fileNameOf(name, mediaType), recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null }).execute();
  await saveDocument(ctx, document);
  // The name stays out of the log: people put names of people into it.
  record(ctx, { type: 'document.fileAttached', subjectId: id, unitId: document.unitId, data: { fileId: kept, mediaType, size: content.length } });
  return { id: kept };
}

/** What no other document has is gone with it. */
export async function detachFile(ctx: Ctx, { id, fileId }: Input<'detach'>): Promise<Record<string, never>> {
  const document = await takeDocument(ctx, id);
  const home = homeOf(id);
  const gone = await firstRow(ctx.db, sql<{ hash: Buffer }>`delete from document_files where home_id = ${home} and id = ${fileId} and document_id = ${id} returning hash`);
  if (!gone) return {};
  await sql`delete from document_contents where home_id = ${home} and hash = ${gone.hash} and not exists (select from document_files f where f.home_id = ${home} and f.hash = ${gone.hash})`.execute(ctx.db);
  await saveDocument(ctx, document);
  record(ctx, { type: 'document.fileDetached', subjectId: id, unitId: document.unitId, data: { fileId } });
  return {};
}

export async function readDocumentFile(ctx: Ctx, { id, fileId }: Input<'file'>): Promise<FileAnswer> {
  const file = await firstRow(ctx.db, sql<{ name: string; media_type: string; content: Buffer }>`
    select f.name, c.media_type, c.content from documents d join document_files f on f.home_id = d.home_id and f.document_id = d.id join document_contents c on c.home_id = f.home_id and c.hash = f.hash
    where d.home_id = ${homeOf(id)} and d.id = ${id} and d.secrecy is null and f.id = ${fileId} and ${within(ctx)}`);
  if (!file) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  return new FileAnswer({ name: file.name, type: file.media_type, body: file.content });
}

/** Without their bytes, in the order in which they came. Asks no access: goes with a document that may be read. */
export async function filesOf(ctx: Ctx, id: Id<'document'>): Promise<ListedFile[]> {
  return rows(ctx.db, sql<ListedFile>`
    select f.id, f.name, c.media_type as "mediaType", c.size, c.text is not null as "isRead" from document_files f join document_contents c on c.home_id = f.home_id and c.hash = f.hash
    where f.home_id = ${homeOf(id)} and f.document_id = ${id} order by f.recorded_at, f.id`);
}
