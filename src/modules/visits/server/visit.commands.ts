/** The acts on visits: may it be done, what does the rule make of it, save, record. Sent again under its id a visit is recorded once. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { take } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { record as tell } from '../../../platform/events.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { orThrow, Problem } from '../../../platform/problem.ts';
import { createTasks, dropUntouchedTasksOf, type GivenTask } from '../../tasks/server/index.ts';
import { homeOfUnit } from '../../units/server/index.ts';
import type { visitContract } from '../visit.contract.ts';
import { meetingsOf, type VisitKind } from '../visit.kinds.ts';
import { correct, putBack, record, withdraw, type Visit } from '../visit.ts';
import { requireFollower } from './visit.follower.ts';
import { isReadable, isWriter, requireWritable } from './visit.reach.ts';
import { insertVisits, lockVisit, saveVisit } from './visit.store.ts';

type Input<K extends keyof typeof visitContract> = z.output<(typeof visitContract)[K]['input']>;
interface Done {
  readonly id: Id<'visit'>;
  readonly version: number;
}

export async function recordVisit(ctx: Ctx, { id, unitId, personId, promises, ...account }: Input<'record'>): Promise<Done> {
  const visitor = await visitorOf(ctx, { unitId, personId, on: account.on });
  const known = id && (await lockVisit(ctx, id));
  if (known && known.visit.unitId === unitId && isWriter(ctx, known.visit, known.by)) return { id, version: known.visit.version };
  const home = await homeOfUnit(ctx, unitId);
  if (id !== undefined && homeOf(id) !== home) throw invalidId('id');
  if (visitor !== ctx.actor?.personId) await requireFollower(ctx, { unitId, personId: visitor, on: account.on });
  const visit = orThrow(record({ id: id ?? newId<'visit'>(home), unitId, personId: visitor, promises, ...account }, doingNow(ctx)));
  await requireMeeting(ctx, visit);
  await insertVisits(ctx, [visit]);
  await givePromises(ctx, visit);
  return done(ctx, 'visit.recorded', visit);
}

export async function correctVisit(ctx: Ctx, { id, version, ...account }: Input<'correct'>): Promise<Done> {
  const before = await takeWritten(ctx, id);
  if (version !== before.version) throw new Problem({ code: 'platform.stale', kind: 'stale' });
  const after = orThrow(correct(before, account, doingNow(ctx)));
  if (after === before) return { id, version: before.version };
  if (after.on !== before.on) await requireVisitor(ctx, after);
  await requireMeeting(ctx, after);
  return done(ctx, 'visit.corrected', await saveVisit(ctx, after));
}

export async function withdrawVisit(ctx: Ctx, { id, reason }: Input<'withdraw'>): Promise<Done> {
  const after = orThrow(withdraw(await takeWritten(ctx, id), reason, doingNow(ctx)));
  await dropUntouchedTasksOf(ctx, originOf(after));
  return done(ctx, 'visit.withdrawn', await saveVisit(ctx, after));
}

/** Gives its promises anew: that needs the right at the place itself. */
export async function putVisitBack(ctx: Ctx, { id }: Input<'putBack'>): Promise<Done> {
  const before = await takeWritten(ctx, id);
  await take(ctx, 'visit.record', before.unitId);
  const after = orThrow(putBack(before, doingNow(ctx)));
  await givePromises(ctx, after);
  return done(ctx, 'visit.putBack', await saveVisit(ctx, after));
}

/** The place asks for what it was promised, and confirms it; the cadre answers for it. What of it is there already stays as it is. */
export async function givePromises(ctx: Ctx, visit: Visit): Promise<void> {
  if (visit.promises.length === 0) return;
  const tasks = visit.promises.map(({ id, text, dueOn }): GivenTask => ({ id, title: text, ownerId: visit.personId, dueOn }));
  await createTasks(ctx, { unitId: visit.unitId, on: visit.on, origin: originOf(visit), tasks });
}

function originOf({ id }: Pick<Visit, 'id'>) {
  return { kind: 'visit' as const, id };
}

/** Who went: the own person, or one for whom an office writes it down. */
async function visitorOf(ctx: Ctx, { unitId, personId, on }: Pick<Visit, 'unitId' | 'on'> & { readonly personId: Id<'person'> | null }): Promise<Id<'person'>> {
  const visitor = personId ?? ctx.actor?.personId;
  if (!visitor) {
    await take(ctx, 'visit.record', unitId);
    throw new Problem({ code: 'visits.noPerson', kind: 'invalid' });
  }
  await requireWritable(ctx, { unitId, personId: visitor, on });
  return visitor;
}

/** On a day to which it is moved it must be such a visit as may be written down for that day. */
async function requireVisitor(ctx: Ctx, visit: Visit): Promise<void> {
  await requireWritable(ctx, visit);
  if (visit.personId !== ctx.actor?.personId) await requireFollower(ctx, visit);
}

async function requireMeeting(ctx: Ctx, { meetingId, unitId, on, kind }: Visit): Promise<void> {
  if (meetingId === null) return;
  const kinds = meetingsOf[kind satisfies VisitKind] ?? [];
  const found = await firstRow(ctx.db, sql`select 1 as one from meetings where home_id = ${homeOf(meetingId)} and id = ${meetingId} and unit_id = ${unitId} and held_on = ${on}::date and kind = any(${[...kinds]}::text[])`);
  if (!found) throw new Problem({ code: 'visits.meetingUnknown', kind: 'invalid' });
}

/** Of one that may not even be read nothing is told. */
export async function takeWritten(ctx: Ctx, id: Id<'visit'>): Promise<Visit> {
  ctx.asked.add('visit.record');
  const found = await lockVisit(ctx, id);
  if (!found || !(await isReadable(ctx, found.visit))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  if (!isWriter(ctx, found.visit, found.by)) throw new Problem({ code: 'visits.notWriter', kind: 'forbidden' });
  await requireWritable(ctx, found.visit);
  return found.visit;
}

export function invalidId(field: string): Problem {
  return new Problem({ code: 'platform.invalid', kind: 'invalid', data: { fields: [{ field, message: 'not an id of the home of the place' }] } });
}

function doingNow(ctx: Ctx) {
  return { on: ctx.today, by: ctx.actor?.accountId ?? null };
}

function done(ctx: Ctx, type: string, { id, unitId, version, kind }: Visit): Done {
  tell(ctx, { type, subjectId: id, unitId, data: { kind } });
  return { id, version };
}

