/** The only writer of posts, tenures and their acts. A post is read with all its tenures and written by what changed. */
import './post.tables.ts';
import { isDeepStrictEqual } from 'node:util';
import type { Selectable } from 'kysely';
import { firstDayChanged, markUnits } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { fromRange, toRange } from '../../../platform/db/period.columns.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import type { PostKind } from '../post.kinds.ts';
import type { How, Post, Tenure, TenureEndReason } from '../post.ts';
import type { PostActsTable, TenuresTable } from './post.tables.ts';

export type PostActId = Id<'postAct'>;

/**
 * Two acts on one post follow each other, so that a seat is never given twice. The row itself is held: whoever adds a
 * tenure by any other way (an import) refers to it and waits too. The tenures are read only after the wait.
 */
export async function lockPost(ctx: Ctx, id: Id<'post'>): Promise<Post | undefined> {
  await ctx.db.selectFrom('posts').select('id').where('id', '=', id).forUpdate().execute();
  return findPost(ctx, id);
}

export async function findPost(ctx: Ctx, id: Id<'post'>): Promise<Post | undefined> {
  const row = await ctx.db.selectFrom('posts').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const tenures = await ctx.db.selectFrom('tenures').selectAll().where('post_id', '=', id).execute();
  return {
    id: row.id as Id<'post'>, unitId: row.unit_id as Id<'unit'>, kind: row.kind as PostKind, title: row.title, seats: row.seats, period: fromRange(row.valid),
    tenures: inOrder(tenures.map(tenureOf)),
  };
}

export async function savePost(ctx: Ctx, before: Post | undefined, after: Post | undefined): Promise<void> {
  await markPost(ctx, before, after);
  await writePost(ctx, before, after);
  await markPost(ctx, before, after);
}

/** Said before and after: whose tenure is gone, or not yet written, may count elsewhere too. */
async function markPost(ctx: Ctx, before: Post | undefined, after: Post | undefined): Promise<void> {
  const posts = [before, after].filter((post) => post !== undefined);
  const days = [firstDayChanged(before?.tenures ?? [], after?.tenures ?? []), firstDayChanged(before ? [withoutTenures(before)] : [], after ? [withoutTenures(after)] : [])];
  await markUnits(ctx.db, [...new Set(posts.map(({ unitId }) => unitId))], days.filter((day) => day !== undefined).toSorted()[0]);
}

function withoutTenures({ tenures: _, ...post }: Post): Omit<Post, 'tenures'> {
  return post;
}

async function writePost(ctx: Ctx, before: Post | undefined, after: Post | undefined): Promise<void> {
  if (!after) return removePost(ctx, before);
  const row = { unit_id: after.unitId, kind: after.kind, title: after.title, seats: after.seats, valid: toRange(after.period) };
  if (!before) await ctx.db.insertInto('posts').values({ id: after.id, ...row }).execute();
  else await ctx.db.updateTable('posts').set(row).where('id', '=', after.id).execute();
  await saveTenures(ctx, before?.tenures ?? [], after);
}

async function removePost(ctx: Ctx, before: Post | undefined): Promise<void> {
  if (before) await ctx.db.deleteFrom('posts').where('id', '=', before.id).execute();
}

async function saveTenures(ctx: Ctx, before: readonly Tenure[], after: Post): Promise<void> {
  const old = new Map(before.map((tenure) => [tenure.id, tenure]));
  const kept = new Set(after.tenures.map(({ id }) => id));
  for (const { id, personId } of before.filter((tenure) => !kept.has(tenure.id))) {
    await ctx.db.deleteFrom('tenures').where('home_id', '=', homeOf(personId)).where('id', '=', id).execute();
  }
  for (const tenure of after.tenures.filter(({ id }) => old.has(id))) {
    if (isDeepStrictEqual(old.get(tenure.id), tenure)) continue;
    await ctx.db.updateTable('tenures').set(tenureRow(tenure)).where('home_id', '=', homeOf(tenure.personId)).where('id', '=', tenure.id).execute();
  }
  for (const tenure of after.tenures.filter(({ id }) => !old.has(id))) {
    await ctx.db.insertInto('tenures').values({ home_id: homeOf(tenure.personId), id: tenure.id, person_id: tenure.personId, post_id: after.id, ...tenureRow(tenure) }).execute();
  }
}

export interface NewPostAct {
  readonly post: Post;
  readonly personId: Id<'person'> | null;
  readonly kind: string;
  readonly nature: 'change' | 'correction';
  readonly on: Day;
  readonly decision: string | null;
  readonly reason: string | null;
  readonly before: Post | undefined;
  readonly after: Post | undefined;
}

export async function insertPostAct(ctx: Ctx, act: NewPostAct): Promise<PostActId> {
  const id = newId<'postAct'>(homeOf(act.post.id));
  await ctx.db
    .insertInto('post_acts')
    .values({
      id, post_id: act.post.id, unit_id: act.post.unitId, person_id: act.personId, kind: act.kind, nature: act.nature, effective_on: act.on, decision: act.decision, reason: act.reason,
      recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null, before: snapshot(act.before), after: snapshot(act.after), undone_at: null, undone_by: null,
    })
    .execute();
  return id;
}

export interface RecordedPostAct {
  readonly id: PostActId;
  readonly postId: Id<'post'>;
  readonly unitId: Id<'unit'>;
  readonly personId: Id<'person'> | null;
  readonly kind: string;
  readonly nature: 'change' | 'correction';
  readonly on: Day;
  readonly decision: string | null;
  readonly reason: string | null;
  readonly recordedAt: Date;
  readonly undoneAt: Date | null;
  readonly before: Post | undefined;
  readonly after: Post | undefined;
}

export async function findPostAct(ctx: Ctx, id: PostActId): Promise<RecordedPostAct | undefined> {
  const row = await ctx.db.selectFrom('post_acts').selectAll().where('id', '=', id).executeTakeFirst();
  return row && actOf(row);
}

/** Latest first. */
export async function listPostActs(ctx: Ctx, postId: Id<'post'>): Promise<RecordedPostAct[]> {
  const found = await ctx.db.selectFrom('post_acts').selectAll().where('post_id', '=', postId).orderBy('recorded_at', 'desc').orderBy('id', 'desc').execute();
  return found.map(actOf);
}

export async function markPostActUndone(ctx: Ctx, id: PostActId): Promise<void> {
  await ctx.db.updateTable('post_acts').set({ undone_at: ctx.now, undone_by: ctx.actor?.accountId ?? null }).where('id', '=', id).execute();
}

export function samePost(one: Post | undefined, other: Post | undefined): boolean {
  return isDeepStrictEqual(one && { ...one, tenures: inOrder(one.tenures) }, other && { ...other, tenures: inOrder(other.tenures) });
}

function snapshot(post: Post | undefined): string | null {
  return post ? JSON.stringify({ ...post, tenures: inOrder(post.tenures) }) : null;
}

function inOrder(tenures: readonly Tenure[]): Tenure[] {
  return tenures.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

function tenureOf(row: Selectable<TenuresTable>): Tenure {
  return { id: row.id as Id<'tenure'>, personId: row.person_id as Id<'person'>, period: fromRange(row.valid), how: row.how as How | null, endReason: row.end_reason as TenureEndReason | null, decision: row.decision };
}

function tenureRow({ period, how, endReason, decision }: Tenure) {
  return { valid: toRange(period), how, end_reason: endReason, decision };
}

function actOf(row: Selectable<PostActsTable>): RecordedPostAct {
  return {
    id: row.id as PostActId, postId: row.post_id as Id<'post'>, unitId: row.unit_id as Id<'unit'>, personId: row.person_id as Id<'person'> | null, kind: row.kind,
    nature: row.nature as RecordedPostAct['nature'], on: row.effective_on as Day, decision: row.decision, reason: row.reason, recordedAt: row.recorded_at, undoneAt: row.undone_at,
    before: (row.before ?? undefined) as Post | undefined, after: (row.after ?? undefined) as Post | undefined,
  };
}
