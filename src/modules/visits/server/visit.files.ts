/** Pictures and papers of a visit. The same bytes are kept once. */
import './visit.tables.ts';
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { record } from '../../../platform/events.ts';
import { fileNameOf } from '../../../platform/files/media.ts';
import { withoutWhereabouts } from '../../../platform/files/media.bare.ts';
import { mediaTypeOf } from '../../../platform/files/media.whole.ts';
import { FileAnswer } from '../../../platform/http/routes.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { visitContract } from '../visit.contract.ts';
import { mostFiles, refusalOfFile } from '../visit.file.ts';
import { invalidId, takeWritten } from './visit.commands.ts';
import { within } from './visit.reach.ts';

type Input<K extends keyof typeof visitContract> = z.output<(typeof visitContract)[K]['input']>;

export async function attachToVisit(ctx: Ctx, { id, fileId, name, base64 }: Input<'attach'>): Promise<{ id: Id<'visitFile'> }> {
  const visit = await takeWritten(ctx, id);
  const home = homeOf(id);
  if (fileId && homeOf(fileId) !== home) throw invalidId('fileId');
  const brought = Buffer.from(base64, 'base64');
  const mediaType = mediaTypeOf(brought);
  const refusal = refusalOfFile({ size: brought.length, mediaType });
  const content = mediaType && withoutWhereabouts(brought, mediaType);
  if (refusal || !mediaType || !content) throw new Problem(refusal ?? { code: 'visits.fileUnknown', kind: 'invalid' });
  const hash = createHash('sha256').update(content).digest();
  const known = await firstRow(ctx.db, sql<{ id: Id<'visitFile'> }>`select id from visit_files where home_id = ${home} and visit_id = ${id} and hash = ${hash}`);
  if (known) return { id: known.id };
  if (visit.state === 'withdrawn') throw new Problem({ code: 'visits.isWithdrawn', kind: 'conflict' });
  const count = (await firstRow(ctx.db, sql<{ n: number }>`select count(*)::int as n from visit_files where home_id = ${home} and visit_id = ${id}`))?.n ?? 0;
  if (count >= mostFiles) throw new Problem({ code: 'visits.tooManyFiles', kind: 'conflict', data: { most: mostFiles } });
  const kept = fileId ?? newId<'visitFile'>(home);
  await ctx.db.insertInto('visit_files').values({
    home_id: home, id: kept, visit_id: id, hash, name: fileNameOf(name, mediaType), media_type: mediaType, size: content.length, content, recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null,
  }).execute();
  // The name stays out of the log: people put names of people into it.
  record(ctx, { type: 'visit.fileAttached', subjectId: id, unitId: visit.unitId, data: { fileId: kept, mediaType, size: content.length } });
  return { id: kept };
}

export async function readVisitFile(ctx: Ctx, { id, fileId }: Input<'file'>): Promise<FileAnswer> {
  const file = await firstRow(ctx.db, sql<{ name: string; media_type: string; content: Buffer }>`select f.name, f.media_type, f.content from visit_files f join visits v on v.home_id = f.home_id and v.id = f.visit_id
    where f.home_id = ${homeOf(id)} and f.visit_id = ${id} and f.id = ${fileId} and ${within(ctx)}`);
  if (!file) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  return new FileAnswer({ name: file.name, type: file.media_type, body: file.content });
}
