/**
 * Files of a petition: attached while it waits, read by whoever may read it; of one that bears or bore a name by the handler alone,
 * as a letter is signed. What a file is, is told by its bytes; it leaves as a download only.
 */
import './petition.tables.ts';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { record, recordNow } from '../../../platform/events.ts';
import { fileNameOf } from '../../../platform/files/media.ts';
import { withoutWhereabouts } from '../../../platform/files/media.bare.ts';
import { mediaTypeOf } from '../../../platform/files/media.whole.ts';
import { FileAnswer } from '../../../platform/http/routes.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { petitionContract } from '../petition.contract.ts';
import { mostFiles } from '../petition.shapes.ts';
import { isOpen, type Petition } from '../petition.ts';
import { isHandler, isReadable } from './petition.reach.ts';
import { findPetition } from './petition.store.ts';
import { readLocked, requireSide } from './petition.commands.ts';

type Input<K extends keyof typeof petitionContract> = z.output<(typeof petitionContract)[K]['input']>;
type ListedFile = z.output<(typeof petitionContract)['petition']['output']>['files'][number];

const mostMebibytes = 8;

/** By the place while it is open. */
export async function attachFile(ctx: Ctx, { id, name, base64 }: Input<'attach'>): Promise<{ id: Id<'petitionFile'> }> {
  const petition = await takeOpen(ctx, id);
  const brought = Buffer.from(base64, 'base64');
  if (brought.length > mostMebibytes * 1024 * 1024) throw new Problem({ code: 'petitions.fileTooLarge', kind: 'invalid', data: { most: mostMebibytes } });
  const mediaType = mediaTypeOf(brought);
  const content = mediaType && withoutWhereabouts(brought, mediaType);
  if (!mediaType || !content) throw new Problem({ code: 'petitions.fileUnknown', kind: 'invalid' });
  if ((await filesOf(ctx, id)).length >= mostFiles) throw new Problem({ code: 'petitions.tooManyFiles', kind: 'conflict', data: { most: mostFiles } });
  const fileId = newId<'petitionFile'>(homeOf(id));
  const row = { home_id: homeOf(id), id: fileId, petition_id: id, name: fileNameOf(name, mediaType), media_type: mediaType, size: content.length, content };
  await ctx.db.insertInto('petition_files').values({ ...row, recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null }).execute();
  // The name stays out of the log: people put names of people into it.
  record(ctx, { type: 'petition.fileAttached', subjectId: id, unitId: petition.unitId, data: { fileId, mediaType, size: content.length } });
  return { id: fileId };
}

export async function detachFile(ctx: Ctx, { id, fileId }: Input<'detach'>): Promise<Record<string, never>> {
  const petition = await takeOpen(ctx, id);
  await ctx.db.deleteFrom('petition_files').where('home_id', '=', homeOf(id)).where('id', '=', fileId).where('petition_id', '=', id).execute();
  record(ctx, { type: 'petition.fileDetached', subjectId: id, unitId: petition.unitId, data: { fileId } });
  return {};
}

export async function readFile(ctx: Ctx, { id, fileId }: Input<'file'>): Promise<FileAnswer> {
  const petition = await findPetition(ctx, id);
  if (!petition || !(await isReadable(ctx, petition)) || !(await areFilesReadable(ctx, petition))) throw notFound();
  const file = await firstRow(ctx.db, sql<{ name: string; media_type: string; content: Buffer }>`select name, media_type, content from petition_files where home_id = ${homeOf(id)} and id = ${fileId} and petition_id = ${id}`);
  if (!file) throw notFound();
  if (cameWithName(petition)) await recordNow(ctx, { type: 'petition.petitionerSeen', subjectId: id, unitId: petition.unitId });
  return new FileAnswer({ name: file.name, type: file.media_type, body: file.content });
}

/** Without their bytes, in the order in which they came. Asks no access: goes with a petition that may be read. */
export async function filesOf(ctx: Ctx, id: Id<'petition'>): Promise<ListedFile[]> {
  return rows(ctx.db, sql<ListedFile>`select id, name, media_type as "mediaType", size from petition_files where home_id = ${homeOf(id)} and petition_id = ${id} order by recorded_at, id`);
}

export async function areFilesReadable(ctx: Ctx, petition: Pick<Petition, 'channel' | 'bodyId'>): Promise<boolean> {
  return !cameWithName(petition) || (await isHandler(ctx, petition));
}

/** How somebody came to ask stays known when who it was is dropped. */
function cameWithName({ channel }: Pick<Petition, 'channel'>): boolean {
  return channel !== null;
}

async function takeOpen(ctx: Ctx, id: Id<'petition'>): Promise<Petition> {
  const petition = await readLocked(ctx, id);
  await requireSide(ctx, petition, 'place');
  if (!isOpen(petition)) throw new Problem({ code: 'petitions.isClosed', kind: 'conflict' });
  return petition;
}

function notFound(): Problem {
  return new Problem({ code: 'platform.notFound', kind: 'not_found' });
}
