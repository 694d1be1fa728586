/** What was done about a task, act by act: the only writer of its entries. */
import './task.tables.ts';
import { sql } from 'kysely';
import type { EvidencedEntry } from '../task.file.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';

export interface Entry {
  readonly id?: Id<'taskEntry'> | undefined;
  readonly act: string;
  readonly on: Day;
  /** Now, unless it was said before. */
  readonly saidAt?: Date;
  readonly progress?: number | null;
  readonly note?: string | null;
  readonly figure?: { readonly id: string; readonly value: number } | null;
}

export async function addEntry(ctx: Ctx, taskId: Id<'task'>, entry: Entry): Promise<Id<'taskEntry'>> {
  const row = rowOf(ctx, taskId, entry);
  await ctx.db.insertInto('task_entries').values(row).execute();
  return row.id;
}

/** A statement takes so many values at most. */
const mostAtOnce = 1000;

/** The same of each. */
export async function addEntries(ctx: Ctx, taskIds: readonly Id<'task'>[], entry: Omit<Entry, 'id'>): Promise<void> {
  for (let at = 0; at < taskIds.length; at += mostAtOnce) await ctx.db.insertInto('task_entries').values(taskIds.slice(at, at + mostAtOnce).map((taskId) => rowOf(ctx, taskId, entry))).execute();
}

function rowOf(ctx: Ctx, taskId: Id<'task'>, { id, act, on, saidAt = ctx.now, progress = null, note = null, figure = null }: Entry) {
  return {
    home_id: homeOf(taskId), id: id ?? newId<'taskEntry'>(homeOf(taskId)), task_id: taskId, act, done_on: on, progress, note, figure: figure && JSON.stringify(figure), by_name: ctx.actor?.displayName ?? null, said_at: saidAt, recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null,
  };
}

/** Of that task; an id that is another's is told as not there. */
export function findEntry(ctx: Ctx, taskId: Id<'task'>, id: Id<'taskEntry'>): Promise<EvidencedEntry | undefined> {
  return firstRow(ctx.db, sql<EvidencedEntry>`select act, coalesce(recorded_by = ${ctx.actor?.accountId ?? null}::uuid, false) as "isOwn" from task_entries where home_id = ${homeOf(taskId)} and id = ${id} and task_id = ${taskId}`);
}

/** What was said of it, and when. */
export function saidOf(ctx: Ctx, taskId: Id<'task'>): Promise<{ act: string; at: Date }[]> {
  return rows(ctx.db, sql<{ act: string; at: Date }>`select act, said_at as at from task_entries where home_id = ${homeOf(taskId)} and task_id = ${taskId}`);
}

interface EntryRow {
  readonly id: Id<'taskEntry'>;
  readonly act: string;
  readonly on: Day;
  readonly progress: number | null;
  readonly note: string | null;
  readonly figure: { readonly id: string; readonly value: number } | null;
  readonly by: string | null;
  readonly said_at: Date;
  readonly recorded_at: Date;
  readonly files: { readonly id: Id<'taskFile'>; readonly name: string; readonly mediaType: string; readonly size: number }[];
}

/** What is older is left out. */
const mostShown = 200;

/** Of each task, the latest last. Asks no access: goes with tasks that may be read. */
export async function entriesOf(ctx: Ctx, ids: readonly Id<'task'>[]): Promise<ReadonlyMap<string, readonly EntryRow[]>> {
  if (ids.length === 0) return new Map();
  const found = await rows(ctx.db, sql<EntryRow & { task_id: string }>`
    select e.task_id, e.id, e.act, e.done_on as on, e.progress, e.note, e.figure, e.by_name as by, e.said_at, e.recorded_at, coalesce((
      select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size) order by f.recorded_at, f.id) from task_files f where f.home_id = e.home_id and f.task_id = e.task_id and f.entry_id = e.id), '[]') as files
    from unnest(${ids.map(homeOf)}::smallint[], ${[...ids]}::uuid[]) n (home_id, id)
    cross join lateral (select * from task_entries x where x.home_id = n.home_id and x.task_id = n.id order by x.recorded_at desc, x.id desc limit ${mostShown}) e
    order by e.task_id, e.said_at, e.recorded_at, e.id`);
  return Map.groupBy(found, (row) => row.task_id);
}
