/** The only writer of who follows which unit. */
import './oversight.tables.ts';
import { sql, type Selectable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { dayIn } from '../../../platform/day.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { fromRange, toRange } from '../../../platform/db/period.columns.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import type { EndReason, Tier } from '../oversight.kinds.ts';
import type { Assignment } from '../oversight.ts';
import type { OversightAssignmentsTable } from './oversight.tables.ts';

export type AssignmentRow = Selectable<OversightAssignmentsTable>;

export async function lockAssignment(ctx: Ctx, id: Assignment['id']): Promise<Assignment | undefined> {
  const row = await firstRow(ctx.db, sql<AssignmentRow>`select a.* from oversight_assignments a where a.home_id = ${homeOf(id)} and a.id = ${id} for update`);
  return row && assignmentOf(row);
}

export async function insertAssignments(ctx: Ctx, assigned: readonly Assignment[]): Promise<void> {
  if (assigned.length === 0) return;
  const told = { recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null };
  await ctx.db.insertInto('oversight_assignments').values(assigned.map((assignment) => ({ home_id: homeOf(assignment.id), ...rowOf({ ...assignment, version: 1 }), ...told }))).execute();
}

export async function saveAssignment(ctx: Ctx, assignment: Assignment): Promise<Assignment> {
  const saved = { ...assignment, version: assignment.version + 1 };
  await ctx.db.updateTable('oversight_assignments').set(rowOf(saved)).where('home_id', '=', homeOf(saved.id)).where('id', '=', saved.id).execute();
  return saved;
}

export async function deleteAssignment(ctx: Ctx, id: Assignment['id']): Promise<void> {
  await ctx.db.deleteFrom('oversight_assignments').where('home_id', '=', homeOf(id)).where('id', '=', id).execute();
}

export function assignmentOf(row: AssignmentRow): Assignment {
  return {
    id: row.id as Assignment['id'], regulationId: row.regulation_id as Assignment['regulationId'], unitId: row.unit_id as Id<'unit'>, personId: row.person_id as Id<'person'>, tier: row.tier as Tier,
    postId: row.post_id as Id<'post'> | null, decision: row.decision, period: fromRange(row.valid), endReason: row.end_reason as EndReason | null, endDecision: row.end_decision,
    talkingPoints: row.talking_points, grantId: row.grant_id as Id<'assignment'> | null, recordedOn: dayIn(row.recorded_at), version: row.version,
  };
}

function rowOf({ id, regulationId, unitId, personId, tier, postId, decision, period, endReason, endDecision, talkingPoints, grantId, version }: Assignment) {
  return {
    id, regulation_id: regulationId, unit_id: unitId, person_id: personId, tier, post_id: postId, decision, valid: toRange(period), end_reason: endReason, end_decision: endDecision,
    talking_points: talkingPoints, grant_id: grantId, version,
  };
}
