/** The acts on posts: may it be done at the post's unit, what does the rule make of it, save, record. */
import type { z } from 'zod';
import { take } from '../../../access/reach.ts';
import { personWithin } from '../../../access/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day, Period } from '../../../platform/day.ts';
import { record } from '../../../platform/events.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { orThrow, Problem, type Refusal } from '../../../platform/problem.ts';
import { homeOfUnit, lifeAround, liesWithin, unitOn } from '../../units/server/index.ts';
import { appoint, closePost, correctTenure, endTenure, removeTenure, type Post } from '../post.ts';
import type { postContract } from '../post.contract.ts';
import { standsAt } from '../post.kinds.ts';
import { findPostAct, insertPostAct, listPostActs, lockPost, markPostActUndone, samePost, savePost, type PostActId } from './post.store.ts';

type Input<K extends keyof typeof postContract> = z.output<(typeof postContract)[K]['input']>;

export interface PostActDone {
  readonly actId: PostActId;
  readonly postId: Id<'post'>;
  readonly tenureId: Id<'tenure'> | null;
}

export async function create(ctx: Ctx, input: Input<'create'>): Promise<PostActDone> {
  const { unitId, kind, title, seats, from, decision } = input;
  await take(ctx, 'post.record', unitId);
  requirePast(ctx, from);
  const period = { from, to: null };
  await requireUnitStands(ctx, unitId, period);
  const unit = await unitOn(ctx, unitId, from);
  if (!unit || !standsAt(kind, unit.kind)) throw new Problem({ code: 'posts.notOfUnit', kind: 'conflict' });
  const post: Post = { id: newId<'post'>(await homeOfUnit(ctx, unitId)), unitId, kind, title, seats, period, tenures: [] };
  await savePost(ctx, undefined, post);
  return noteAct(ctx, { post, kind: 'created', on: from, decision, before: undefined, after: post });
}

export async function close(ctx: Ctx, { id, lastDay, decision }: Input<'close'>): Promise<PostActDone> {
  return carryOut(ctx, { id, on: lastDay, kind: 'closed', decision, rule: (post) => closePost(post, { lastDay }) });
}

export async function appointPerson(ctx: Ctx, input: Input<'appoint'>): Promise<PostActDone> {
  await requireKnown(ctx, input.personId);
  return appointNew(ctx, input);
}

/** Appointment of a person recorded in the same transaction, whom nobody can know yet. */
export async function appointNew(ctx: Ctx, { id, personId, period, how, decision }: Input<'appoint'>): Promise<PostActDone> {
  const tenureId = newId<'tenure'>(homeOf(personId));
  const tenure = { id: tenureId, personId, period, how, endReason: null, decision };
  return carryOut(ctx, { id, on: period.from, kind: 'filled', decision, tenureId, personId, rule: (post) => appoint(post, tenure) });
}

export async function leave(ctx: Ctx, { id, tenureId, lastDay, reason, decision }: Input<'endTenure'>): Promise<PostActDone> {
  return carryOut(ctx, { id, on: lastDay, kind: 'left', decision, tenureId, rule: (post) => endTenure(post, { tenureId, lastDay, reason }) });
}

export async function correct(ctx: Ctx, { id, tenureId, reason, right, remove }: Input<'correct'>): Promise<PostActDone> {
  const isEmpty = right === undefined || Object.values(right).every((value) => value === undefined);
  if (remove === !isEmpty) throw new Problem({ code: 'posts.nothingCorrected', kind: 'conflict' });
  const kind = remove ? 'removed' : 'corrected';
  return carryOut(ctx, { id, on: ctx.today, kind, decision: null, reason, tenureId, rule: (post) => (remove ? removeTenure(post, tenureId) : correctTenure(post, tenureId, right ?? {})) });
}

/** Puts back what stood before the post's last act, if nothing has changed since. */
export async function undo(ctx: Ctx, { actId }: Input<'undo'>): Promise<PostActDone> {
  const act = await findPostAct(ctx, actId);
  if (!act) throw notFound();
  await take(ctx, 'post.record', act.unitId);
  const current = await lockPost(ctx, act.postId);
  const last = (await listPostActs(ctx, act.postId)).find(({ undoneAt }) => undoneAt === null);
  if (last?.id !== act.id || !samePost(current, act.after)) throw new Problem({ code: 'posts.notLastAct', kind: 'conflict' });
  await requireUnitStandsFor(ctx, current, act.before);
  await savePost(ctx, current, act.before);
  await markPostActUndone(ctx, act.id);
  record(ctx, { type: 'post.actUndone', subjectId: act.postId, unitId: act.unitId, ...(act.personId ? { personId: act.personId } : {}), data: { kind: act.kind, actId } });
  return { actId, postId: act.postId, tenureId: null };
}

interface PostAct {
  readonly id: Id<'post'>;
  readonly on: Day;
  readonly kind: string;
  readonly decision: string | null;
  /** Why it is a correction; a change in the world has none. */
  readonly reason?: string;
  readonly tenureId?: Id<'tenure'>;
  readonly personId?: Id<'person'>;
  readonly rule: (post: Post) => Post | Refusal;
}

async function carryOut(ctx: Ctx, act: PostAct): Promise<PostActDone> {
  const before = await lockPost(ctx, act.id);
  if (!before) throw notFound();
  await take(ctx, 'post.record', before.unitId);
  requirePast(ctx, act.on);
  const after = orThrow(act.rule(before));
  await requireUnitStandsFor(ctx, before, after);
  await savePost(ctx, before, after);
  return noteAct(ctx, { ...act, post: before, before, after });
}

async function noteAct(ctx: Ctx, act: Omit<PostAct, 'id' | 'rule'> & { post: Post; before: Post | undefined; after: Post | undefined }): Promise<PostActDone> {
  const { post, kind, on, decision, reason, tenureId } = act;
  const personId = act.personId ?? post.tenures.find(({ id }) => id === tenureId)?.personId;
  const nature = reason === undefined ? 'change' : 'correction';
  const actId = await insertPostAct(ctx, { post, personId: personId ?? null, kind, nature, on, decision, reason: reason ?? null, before: act.before, after: act.after });
  record(ctx, { type: `post.${kind}`, subjectId: post.id, unitId: post.unitId, ...(personId ? { personId } : {}), data: { actId, on, nature } });
  return { actId, postId: post.id, tenureId: tenureId ?? null };
}

/** A post ends with its unit, and so does whoever holds it: what becomes longer or new lies within the unit's life. */
async function requireUnitStandsFor(ctx: Ctx, before: Post | undefined, after: Post | undefined): Promise<void> {
  const longer = (after?.tenures ?? []).filter(({ period }) => !before?.tenures.some((other) => liesWithin(period, other.period)));
  if (after) for (const { period } of longer) await requireUnitStands(ctx, after.unitId, period);
}

async function requireUnitStands(ctx: Ctx, unitId: Id<'unit'>, period: Period): Promise<void> {
  const life = await lifeAround(ctx, { id: unitId, on: period.from });
  if (!life) throw new Problem({ code: 'posts.unitNotThere', kind: 'conflict' });
  if (!liesWithin(period, life)) throw new Problem({ code: 'posts.unitEnds', kind: 'conflict', data: { to: life.to } });
}

function requirePast(ctx: Ctx, on: Day): void {
  if (on > ctx.today) throw new Problem({ code: 'posts.inFuture', kind: 'conflict' });
}

/** Only whom one may see can be put into a post. */
async function requireKnown(ctx: Ctx, personId: Id<'person'>): Promise<void> {
  if (!(await personWithin(ctx, 'person.read', personId))) throw notFound();
}

function notFound(): Problem {
  return new Problem({ code: 'platform.notFound', kind: 'not_found' });
}
