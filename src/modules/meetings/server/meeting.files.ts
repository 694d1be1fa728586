/**
 * Papers of a meeting and photos of the sign-in sheet: attached until the minutes are adopted, and read by whoever may read the
 * meeting. What a file is, is told by its bytes and never by the name or type that came with it; it leaves as a download only.
 */
import './meeting.tables.ts';
import { sql } from 'kysely';
import type { z } from 'zod';
import { mayDo, take } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { record } from '../../../platform/events.ts';
import { fileNameOf, type MediaType } from '../../../platform/files/media.ts';
import { mediaTypeOf } from '../../../platform/files/media.whole.ts';
import { FileAnswer } from '../../../platform/http/routes.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { meetingContract } from '../meeting.contract.ts';
import { mostFiles, refusalOfFile } from '../meeting.file.ts';
import type { MeetingState } from '../meeting.kinds.ts';

type Input<K extends keyof typeof meetingContract> = z.output<(typeof meetingContract)[K]['input']>;
type ListedFile = z.output<(typeof meetingContract)['meeting']['output']>['files'][number];

/** Sent again with the id under which it is kept, it is kept once and answered alike, however far the meeting has got since. */
export async function attach(ctx: Ctx, { id, fileId, kind, name, base64 }: Input<'attach'>): Promise<{ id: Id<'meetingFile'> }> {
  const meeting = await takeMeeting(ctx, id);
  if (fileId && (await isKept(ctx, { id, fileId }))) return { id: fileId };
  requireNotAdopted(meeting);
  const home = homeOf(id);
  if (fileId && homeOf(fileId) !== home) throw new Problem({ code: 'platform.invalid', kind: 'invalid', data: { fields: [{ field: 'fileId', message: 'not an id of the meeting’s home' }] } });
  const content = Buffer.from(base64, 'base64');
  const mediaType = requireKnown(content);
  if ((await countFiles(ctx, id)) >= mostFiles) throw new Problem({ code: 'meetings.tooMany', kind: 'conflict', data: { most: mostFiles } });
  const kept = fileId ?? newId<'meetingFile'>(home);
  const row = { home_id: home, id: kept, meeting_id: id, kind, name: fileNameOf(name, mediaType), media_type: mediaType, size: content.length, content };
  await ctx.db.insertInto('meeting_files').values({ ...row, recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null }).execute();
  // The name stays out of the log: people put names of people into it.
  record(ctx, { type: 'meeting.fileAttached', subjectId: id, unitId: meeting.unitId, data: { fileId: kept, kind, mediaType, size: content.length } });
  return { id: kept };
}

/** Taken out already: then there is nothing to do, and nothing to tell. */
export async function detach(ctx: Ctx, { id, fileId }: Input<'detach'>): Promise<Record<string, never>> {
  const meeting = await takeMeeting(ctx, id);
  if (!(await isKept(ctx, { id, fileId }))) return {};
  requireNotAdopted(meeting);
  await ctx.db.deleteFrom('meeting_files').where('home_id', '=', homeOf(id)).where('id', '=', fileId).where('meeting_id', '=', id).execute();
  record(ctx, { type: 'meeting.fileDetached', subjectId: id, unitId: meeting.unitId, data: { fileId } });
  return {};
}

export async function readFile(ctx: Ctx, { id, fileId }: Input<'file'>): Promise<FileAnswer> {
  const found = await firstRow(ctx.db, sql<{ unit_id: Id<'unit'> }>`select unit_id from meetings where home_id = ${homeOf(id)} and id = ${id}`);
  if (!found || !(await mayDo(ctx, 'meeting.read', found.unit_id))) throw notFound();
  const file = await ctx.db.selectFrom('meeting_files').select(['name', 'media_type', 'content']).where('home_id', '=', homeOf(id)).where('id', '=', fileId).where('meeting_id', '=', id).executeTakeFirst();
  if (!file) throw notFound();
  return new FileAnswer({ name: file.name, type: file.media_type, body: file.content });
}

/** Without their bytes, in the order in which they came. Asks no access: goes with a meeting that may be read. */
export async function filesOf(ctx: Ctx, id: Id<'meeting'>): Promise<ListedFile[]> {
  return rows(ctx.db, sql<ListedFile>`select id, kind, name, media_type as "mediaType", size from meeting_files where home_id = ${homeOf(id)} and meeting_id = ${id} order by recorded_at, id`);
}

interface TakenMeeting {
  readonly unitId: Id<'unit'>;
  readonly state: MeetingState;
}

/** Held until the act is done: it is neither adopted meanwhile nor given one file too many. */
async function takeMeeting(ctx: Ctx, id: Id<'meeting'>): Promise<TakenMeeting> {
  const meeting = await firstRow(ctx.db, sql<TakenMeeting>`select unit_id as "unitId", state from meetings where home_id = ${homeOf(id)} and id = ${id} for update`);
  if (!meeting || !(await mayDo(ctx, 'meeting.read', meeting.unitId))) throw notFound();
  await take(ctx, 'meeting.record', meeting.unitId);
  return meeting;
}

function requireNotAdopted({ state }: TakenMeeting): void {
  if (state === 'adopted' || state === 'cancelled') throw new Problem({ code: `meetings.is_${state}`, kind: 'conflict' });
}

interface FileKey {
  readonly id: Id<'meeting'>;
  readonly fileId: Id<'meetingFile'>;
}

/** @throws where the id is that of another meeting's file: nothing more is said of it. */
async function isKept(ctx: Ctx, { id, fileId }: FileKey): Promise<boolean> {
  const found = await ctx.db.selectFrom('meeting_files').select('meeting_id').where('home_id', '=', homeOf(id)).where('id', '=', fileId).executeTakeFirst();
  if (found && found.meeting_id !== id) throw notFound();
  return found !== undefined;
}

async function countFiles(ctx: Ctx, id: Id<'meeting'>): Promise<number> {
  const row = await firstRow(ctx.db, sql<{ count: number }>`select count(*) as count from meeting_files where home_id = ${homeOf(id)} and meeting_id = ${id}`);
  return row?.count ?? 0;
}

function requireKnown(content: Buffer): MediaType {
  const mediaType = mediaTypeOf(content);
  const refusal = refusalOfFile({ size: content.length, mediaType });
  if (refusal) throw new Problem(refusal);
  return mediaType!; // known: else it was refused
}

function notFound(): Problem {
  return new Problem({ code: 'platform.notFound', kind: 'not_found' });
}
