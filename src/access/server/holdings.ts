/** What somebody holds that lets him give roles and take them back at a place. */
import { sql } from 'kysely';
import { primaryOf, type Actor, type Ctx } from '../../platform/context.ts';
import { rows } from '../../platform/db/database.ts';
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
  const own = await findGiving(ctx, actor);
  const depths = await findDepths(ctx, own, unitId ? [unitId] : []);
  return own.map((assignment) => holdingFrom(assignment, depths, unitId));
}

/** Ids of those that the actor may take back: what stems from his own, and what he could give at a unit strictly below
 *  his own: never a peer's. Asked for a whole page at once. */
export async function findTakeBack(ctx: Ctx, actor: Actor, assignments: readonly Assignment[]): Promise<Set<Id<'assignment'>>> {
  const own = await findGiving(ctx, actor);
  if (own.length === 0 || assignments.length === 0) return new Set();
  const stemming = await findStemming(ctx, own, assignments);
  const depths = await findDepths(ctx, own, assignments.flatMap((assignment) => assignment.unitId ?? []));
  const takeBack = assignments.filter((assignment) => stemming.has(assignment.id) || isBelow(own, depths, assignment));
  return new Set(takeBack.map((assignment) => assignment.id));
}

function isBelow(own: readonly Assignment[], depths: Depths, { role, unitId, reach }: Assignment): boolean {
  if (!isRole(role) || !unitId) return false;
  const holdings = own.filter((assignment) => assignment.unitId !== unitId).map((assignment) => holdingFrom(assignment, depths, unitId).holding);
  return holdings.some((holding) => roles[role].verbs.every((verb) => holding.verbs.has(verb)) && covers(holding, reach));
}

function holdingFrom(assignment: Assignment, depths: Depths, unitId: Id<'unit'> | undefined): OwnHolding {
  const verbs = new Set<string>(isRole(assignment.role) ? roles[assignment.role].verbs : []);
  const depth = depths.get(wayOf(assignment.unitId, unitId));
  return { id: assignment.id, unitId: assignment.unitId, holding: { verbs, reach: assignment.reach, period: assignment.period, depth } };
}

async function findGiving(ctx: Ctx, actor: Actor): Promise<Assignment[]> {
  const giving = actor.grants.filter((grant) => grant.verbs.has('assignment.grant'));
  const own = await findAssignments(ctx, giving.map((grant) => grant.id));
  return own.filter((assignment) => assignment.revokedAt === null);
}

/** Steps from the first unit down to the second, by `wayOf` the two. */
type Depths = ReadonlyMap<string, number>;

async function findDepths(ctx: Ctx, own: readonly Assignment[], unitIds: readonly Id<'unit'>[]): Promise<Depths> {
  const roots = own.flatMap((assignment) => assignment.unitId ?? []);
  if (roots.length === 0 || unitIds.length === 0) return new Map();
  const found = await rows(primaryOf(ctx), sql<{ ancestor_id: Id<'unit'>; descendant_id: Id<'unit'>; depth: number }>`
    select ancestor_id, descendant_id, min(depth)::int as depth from unit_closure
    where hierarchy = 'reach' and ancestor_id = any(${roots}::uuid[]) and descendant_id = any(${[...unitIds]}::uuid[]) and valid @> ${ctx.today}::date
    group by ancestor_id, descendant_id`);
  return new Map(found.map((row) => [wayOf(row.ancestor_id, row.descendant_id), row.depth]));
}

function wayOf(from: Id<'unit'> | undefined, to: Id<'unit'> | undefined): string {
  return `${from} ${to}`;
}

/** Those given, directly or through others, on behalf of one of one's own. */
async function findStemming(ctx: Ctx, own: readonly Assignment[], assignments: readonly Assignment[]): Promise<Set<string>> {
  const given = assignments.filter((assignment) => assignment.onBehalfOf !== undefined).map((assignment) => assignment.id);
  if (given.length === 0) return new Set();
  const found = await rows(primaryOf(ctx), sql<{ leaf: string }>`
    with recursive line (leaf, id) as (
      select a.id, a.on_behalf_of from assignments a where a.id = any(${given}::uuid[])
      union
      select line.leaf, a.on_behalf_of from line join lateral (select * from assignments p where p.id = line.id offset 0) a on a.on_behalf_of is not null)
    select distinct leaf from line where id = any(${own.map((assignment) => assignment.id)}::uuid[])`);
  return new Set(found.map((row) => row.leaf));
}
