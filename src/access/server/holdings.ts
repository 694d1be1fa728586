/** What somebody holds that lets him give roles and take them back at a place. */
import { sql } from 'kysely';
import type { Actor, Ctx } from '../../platform/context.ts';
import { firstRow, rows } from '../../platform/db/database.ts';
import type { Id } from '../../platform/ids.ts';
import { covers, type Holding } from '../assignment.ts';
import { isRole, roles } from '../roles.ts';
import { findAssignments, type Assignment } from './assignment.store.ts';

export interface OwnHolding {
  readonly id: Id<'assignment'>;
  readonly unitId: Id<'unit'> | undefined;
  readonly holding: Holding;
}

/** The actor's assignments that let him give roles, seen from the unit. */
export async function holdingsOf(ctx: Ctx, actor: Actor, unitId: Id<'unit'> | undefined): Promise<OwnHolding[]> {
  const giving = actor.grants.filter((grant) => grant.verbs.has('assignment.grant'));
  const own = (await findAssignments(ctx, giving.map((grant) => grant.id))).filter((assignment) => assignment.revokedAt === null);
  const depths = unitId ? await depthsTo(ctx, own, unitId) : new Map<string, number>();
  return own.map((assignment) => ({ id: assignment.id, unitId: assignment.unitId, holding: holdingOf(assignment, assignment.unitId && depths.get(assignment.unitId)) }));
}

function holdingOf(assignment: Assignment, depth: number | undefined): Holding {
  const verbs = new Set<string>(isRole(assignment.role) ? roles[assignment.role].verbs : []);
  return { verbs, reach: assignment.reach, period: assignment.period, depth };
}

async function depthsTo(ctx: Ctx, own: readonly Assignment[], unitId: Id<'unit'>): Promise<Map<string, number>> {
  const roots = own.flatMap((assignment) => assignment.unitId ?? []);
  const found = await rows(ctx.db, sql<{ ancestor_id: string; depth: number }>`
    select ancestor_id, min(depth)::int as depth from unit_closure
    where hierarchy = 'reach' and ancestor_id = any(${roots}::uuid[]) and descendant_id = ${unitId} and valid @> ${ctx.today}::date group by ancestor_id`);
  return new Map(found.map((row) => [row.ancestor_id, row.depth]));
}

/** What stems from one's own assignment, and what one could give at a unit strictly below one's own: never a peer's. */
export async function mayTakeBack(ctx: Ctx, actor: Actor, assignment: Assignment): Promise<boolean> {
  const holdings = await holdingsOf(ctx, actor, assignment.unitId);
  if (await stemsFrom(ctx, assignment, holdings.map((own) => own.id))) return true;
  const { role, unitId, reach: given } = assignment;
  if (!isRole(role) || !unitId) return false;
  return holdings.some((own) => own.unitId !== unitId && roles[role].verbs.every((verb) => own.holding.verbs.has(verb)) && covers(own.holding, given));
}

async function stemsFrom(ctx: Ctx, assignment: Assignment, own: readonly Id<'assignment'>[]): Promise<boolean> {
  if (!assignment.onBehalfOf || own.length === 0) return false;
  const row = await firstRow(ctx.db, sql<{ found: boolean }>`
    with recursive line (id) as (select ${assignment.onBehalfOf}::uuid union select a.on_behalf_of from assignments a join line on a.id = line.id where a.on_behalf_of is not null)
    select exists (select from line where id = any(${[...own]}::uuid[])) as found`);
  return row?.found ?? false;
}
