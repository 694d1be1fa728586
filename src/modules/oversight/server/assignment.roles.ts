/** The role of the cadre, which comes and goes with his assignment: one for each assignment, though he follow the unit by several. */
import { sql } from 'kysely';
import { endGrantWith, grantWith, isGrantOf, takeGrantBack } from '../../../access/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { addDays } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import type { Assignment } from '../oversight.ts';
import { lockAssignment, saveAssignment } from './assignment.store.ts';
import { unitToday } from './followed.reads.ts';

/** At the heir of a unit that was merged whole; without a role where the actor may give none. */
export async function withRoles(ctx: Ctx, assigned: readonly Assignment[]): Promise<Assignment[]> {
  const given: Assignment[] = [];
  for (const one of assigned) given.push({ ...one, grantId: (await grantWith(ctx, { personId: one.personId, role: 'assigned_cadre', unitId: await unitToday(ctx, one.unitId), reach: 'subtree', period: one.period })) ?? null });
  return given;
}

/** Of one that goes on again: the role is given anew, and stays as it was where the actor may give none. */
export async function renewRole(ctx: Ctx, assignment: Assignment): Promise<Assignment> {
  const [renewed] = await withRoles(ctx, [assignment]);
  if (renewed!.grantId === null) return assignment;
  await takeRoleBack(ctx, assignment);
  return renewed!;
}

export const rolesOfAssignments = { give: giveRolesOfAssignments, takeBack: takeRolesOfAssignmentsBack };

/** To whoever comes to an account later, or to another one: for what he follows today or will, where who keeps the accounts may give it. What the same account was given before and has lost is left to people. */
async function giveRolesOfAssignments(ctx: Ctx, personId: Id<'person'>): Promise<void> {
  for (const assignment of await lockRunning(ctx, personId)) {
    if (assignment.grantId !== null && (await isGrantOf(ctx, assignment.grantId, personId))) continue;
    const given = await renewRole(ctx, assignment);
    if (given.grantId !== assignment.grantId) await saveAssignment(ctx, given);
  }
}

/** From an account that is his no longer. What ended so is forgotten, so that it comes again with him; what people had taken back before is not. */
async function takeRolesOfAssignmentsBack(ctx: Ctx, personId: Id<'person'>): Promise<void> {
  for (const assignment of await lockRunning(ctx, personId)) {
    if (assignment.grantId === null || !(await takeGrantBack(ctx, assignment.grantId, personId))) continue;
    await saveAssignment(ctx, { ...assignment, grantId: null });
  }
}

/** What he follows today or will. */
async function lockRunning(ctx: Ctx, personId: Id<'person'>): Promise<Assignment[]> {
  const running = await rows(ctx.db, sql<{ id: Assignment['id'] }>`select id from oversight_assignments where person_id = ${personId} and (upper_inf(valid) or upper(valid) > ${ctx.today}::date) order by id`);
  const locked: Assignment[] = [];
  for (const { id } of running) {
    const assignment = await lockAssignment(ctx, id);
    if (assignment) locked.push(assignment);
  }
  return locked;
}

/** With the last day of the assignment, where it has one. */
export async function endRole(ctx: Ctx, { grantId, period: { to } }: Assignment): Promise<void> {
  if (grantId !== null && to !== null) await endGrantWith(ctx, grantId, to);
}

export async function takeRoleBack(ctx: Ctx, { grantId }: Assignment): Promise<void> {
  if (grantId !== null) await endGrantWith(ctx, grantId, addDays(ctx.today, -1));
}
