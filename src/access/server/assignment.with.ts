/**
 * Roles that come with something else and end with it: given by the same person in the same act where he may give them, left to
 * whoever keeps the accounts where he may not. What was given stands in the log like any other.
 */
import { sql } from 'kysely';
import { holds } from '../reach.ts';
import type { Ctx } from '../../platform/context.ts';
import { addDays, type Day, type Period } from '../../platform/day.ts';
import { firstRow } from '../../platform/db/database.ts';
import { record } from '../../platform/events.ts';
import type { Id } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem.ts';
import type { ReachKind } from '../assignment.ts';
import type { RoleCode } from '../roles.ts';
import { grantBeside } from './assignment.commands.ts';
import { findAssignments, revokeLine, shortenAssignment } from './assignment.store.ts';

interface Gift {
  readonly personId: Id<'person'>;
  readonly role: RoleCode;
  readonly unitId: Id<'unit'>;
  readonly reach: ReachKind;
  readonly period: Period;
}

/** Undefined where the person has no account, or the actor may not give it. Rights of days gone by are given to nobody. */
export async function grantWith(ctx: Ctx, { personId, role, unitId, reach, period }: Gift): Promise<Id<'assignment'> | undefined> {
  if (period.to !== null && period.to < ctx.today) return undefined;
  const account = await firstRow(ctx.db, sql<{ name: string }>`select name from accounts where person_id = ${personId} and disabled_at is null`);
  if (!account || !holds(ctx, 'assignment.grant')) return undefined;
  const from = period.from < ctx.today ? ctx.today : period.from;
  try {
    const { id } = await grantBeside(ctx, { account: account.name, role, unitId, reach, from, to: period.to });
    return id;
  } catch (error) {
    // Refused before anything was written.
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

/** Given to the account that the person has now, though it be taken back since. */
export async function isGrantOf(ctx: Ctx, id: Id<'assignment'>, personId: Id<'person'>): Promise<boolean> {
  const row = await firstRow(ctx.db, sql<object>`select g.id from assignments g join accounts a on a.id = g.account_id where g.id = ${id} and a.person_id = ${personId}`);
  return row !== undefined;
}

/** At once, where the account that the person has now still holds it: answers whether it did. */
export async function takeGrantBack(ctx: Ctx, id: Id<'assignment'>, personId: Id<'person'>): Promise<boolean> {
  const [assignment] = await findAssignments(ctx, [id]);
  if (!assignment || assignment.revokedAt !== null || !(await isGrantOf(ctx, id, personId))) return false;
  await endGrantWith(ctx, id, addDays(ctx.today, -1));
  return true;
}

/** It ends with the day on which that ends with which it came; at once where that day is past. Never made longer: for that it is given anew. */
export async function endGrantWith(ctx: Ctx, id: Id<'assignment'>, lastDay: Day): Promise<void> {
  const [assignment] = await findAssignments(ctx, [id]);
  if (!assignment || assignment.revokedAt !== null) return;
  const { accountId, role, unitId, reach, period: { from, to } } = assignment;
  if (lastDay < ctx.today || lastDay < from) {
    for (const each of await revokeLine(ctx, id)) record(ctx, { type: 'assignment.revoked', subjectId: each.id, ...(each.unitId ? { unitId: each.unitId } : {}), data: { account: each.accountId, role: each.role, with: id } });
    return;
  }
  if (to !== null && to <= lastDay) return;
  await shortenAssignment(ctx, id, { from, to: lastDay });
  record(ctx, { type: 'assignment.shortened', subjectId: id, ...(unitId ? { unitId } : {}), data: { account: accountId, role, reach, from, to: lastDay } });
}
