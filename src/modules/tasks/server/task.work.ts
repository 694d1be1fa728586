/** What who does a task says of it, and the evidence. Sent again it is done once. */
import './task.tables.ts';
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { z } from 'zod';
import { findFigure } from '../../../figures/declared.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { record } from '../../../platform/events.ts';
import { fileNameOf } from '../../../platform/files/media.ts';
import { mediaTypeOf } from '../../../platform/files/media.whole.ts';
import { FileAnswer } from '../../../platform/http/routes.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { orThrow, Problem } from '../../../platform/problem.ts';
import type { taskContract } from '../task.contract.ts';
import { mostFiles, refusalOfEvidence, refusalOfFile } from '../task.file.ts';
import { daySaid, isOvertaken, momentSaid } from '../task.said.ts';
import { work } from '../task.ts';
import { readableTask, takeWork } from './task.access.ts';
import { addEntry, findEntry, saidOf } from './task.entries.ts';
import { saveTask } from './task.store.ts';

type Input<K extends keyof typeof taskContract> = z.output<(typeof taskContract)[K]['input']>;

export async function workOn(ctx: Ctx, { id, entryId, act, saidAt, progress, stepsDone, note, figure }: Input<'work'>): Promise<{ id: Id<'task'>; version: number; entryId: Id<'taskEntry'> }> {
  const task = await takeWork(ctx, id);
  if (entryId && (await findEntry(ctx, id, entryId))) return { id, version: task.version, entryId };
  if (entryId && homeOf(entryId) !== homeOf(id)) throw invalidId('entryId');
  if (figure && !findFigure(figure.id)) throw new Problem({ code: 'tasks.figureUnknown', kind: 'invalid' });
  const at = momentSaid(saidAt, ctx.now);
  const on = daySaid(at, task);
  const after = orThrow(work(task, { act, on, progress, stepsDone, isOvertaken: isOvertaken(at, await saidOf(ctx, id)) }));
  const version = after === task ? task.version : await saveTask(ctx, after);
  const kept = await addEntry(ctx, id, { id: entryId, act, on, saidAt: at, progress: progress ?? null, note, figure: figure ?? null });
  record(ctx, { type: `task.${said[act]}`, subjectId: id, unitId: task.unitId });
  return { id, version, entryId: kept };
}

const said = { accept: 'accepted', progress: 'progressed', report: 'reported' } as const;

/** The same bytes are kept once for an entry. */
export async function attachEvidence(ctx: Ctx, { id, entryId, fileId, name, base64 }: Input<'attach'>): Promise<{ id: Id<'taskFile'> }> {
  const task = await takeWork(ctx, id);
  const entry = await findEntry(ctx, id, entryId);
  if (!entry) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  const home = homeOf(id);
  if (fileId && homeOf(fileId) !== home) throw invalidId('fileId');
  const content = Buffer.from(base64, 'base64');
  const mediaType = mediaTypeOf(content);
  const refusal = refusalOfFile({ size: content.length, mediaType });
  if (refusal || !mediaType) throw new Problem(refusal ?? { code: 'tasks.fileUnknown', kind: 'invalid' });
  const hash = createHash('sha256').update(content).digest();
  const known = await firstRow(ctx.db, sql<{ id: Id<'taskFile'> }>`select id from task_files where home_id = ${home} and task_id = ${id} and entry_id = ${entryId} and hash = ${hash}`);
  if (known) return { id: known.id };
  const wrong = refusalOfEvidence({ state: task.outcome.state, title: task.title }, entry);
  if (wrong) throw new Problem(wrong);
  const count = (await firstRow(ctx.db, sql<{ n: number }>`select count(*)::int as n from task_files where home_id = ${home} and task_id = ${id}`))?.n ?? 0;
  if (count >= mostFiles) throw new Problem({ code: 'tasks.tooManyFiles', kind: 'conflict', data: { most: mostFiles } });
  const kept = fileId ?? newId<'taskFile'>(home);
  await ctx.db.insertInto('task_files').values({
    home_id: home, id: kept, task_id: id, entry_id: entryId, hash, name: fileNameOf(name, mediaType), media_type: mediaType, size: content.length, content, recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null,
  }).execute();
  // The name stays out of the log: people put names of people into it.
  record(ctx, { type: 'task.evidenced', subjectId: id, unitId: task.unitId, data: { fileId: kept, mediaType, size: content.length } });
  return { id: kept };
}

export async function readEvidence(ctx: Ctx, { id, fileId }: Input<'file'>): Promise<FileAnswer> {
  await readableTask(ctx, id);
  const file = await ctx.db.selectFrom('task_files').select(['name', 'media_type', 'content']).where('home_id', '=', homeOf(id)).where('id', '=', fileId).where('task_id', '=', id).executeTakeFirst();
  if (!file) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  return new FileAnswer({ name: file.name, type: file.media_type, body: file.content });
}

function invalidId(field: string): Problem {
  return new Problem({ code: 'platform.invalid', kind: 'invalid', data: { fields: [{ field, message: 'not an id of the task’s home' }] } });
}
