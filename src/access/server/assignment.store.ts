/** The only writer of assignments. */
import { sql, type Selectable } from 'kysely';
import { primaryOf, type Ctx } from '../../platform/context.ts';
import type { Period } from '../../platform/day.ts';
import { rows } from '../../platform/db/database.ts';
import { fromRange, toRange } from '../../platform/db/period.columns.ts';
import { nationalHome, newId, type Id } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem.ts';
import type { ReachKind } from '../assignment.ts';
import type { AssignmentsTable } from './access.tables.ts';

export interface Assignment {
  readonly id: Id<'assignment'>;
  readonly accountId: Id<'account'>;
  readonly role: string;
  readonly unitId: Id<'unit'> | undefined;
  readonly reach: ReachKind;
  readonly period: Period;
  readonly onBehalfOf: Id<'assignment'> | undefined;
  readonly revokedAt: Date | null;
}

export async function saveNewAssignment(ctx: Ctx, given: Omit<Assignment, 'id' | 'revokedAt'>): Promise<Id<'assignment'>> {
  const id = newId<'assignment'>(nationalHome);
  await ctx.db.insertInto('assignments').values({
    id, account_id: given.accountId, role: given.role, unit_id: given.unitId ?? null, reach: given.reach, valid: toRange(given.period),
    granted_by: ctx.actor?.accountId ?? null, on_behalf_of: given.onBehalfOf ?? null, granted_at: ctx.now, revoked_at: null,
  }).execute();
  return id;
}

export async function findAssignments(ctx: Ctx, ids: readonly Id<'assignment'>[]): Promise<Assignment[]> {
  if (ids.length === 0) return [];
  const found = await primaryOf(ctx).selectFrom('assignments').selectAll().where('id', 'in', [...ids]).orderBy('id').execute();
  return found.map(fromRow);
}

export async function lockAssignment(ctx: Ctx, id: Id<'assignment'>): Promise<Assignment> {
  const row = await ctx.db.selectFrom('assignments').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  return fromRow(row);
}

export async function shortenAssignment(ctx: Ctx, id: Id<'assignment'>, period: Period): Promise<void> {
  await ctx.db.updateTable('assignments').set({ valid: toRange(period) }).where('id', '=', id).execute();
}

/** Takes back the assignment and all that was given on its behalf; answers those that were not taken back before. */
export async function revokeLine(ctx: Ctx, id: Id<'assignment'>): Promise<Assignment[]> {
  const ended = await rows(ctx.db, sql<Selectable<AssignmentsTable>>`
    with recursive line (id) as (select ${id}::uuid union select a.id from assignments a join line on a.on_behalf_of = line.id)
    update assignments set revoked_at = ${ctx.now} where id in (select id from line) and revoked_at is null returning *`);
  return ended.map(fromRow);
}

/** The same role at the same place in an overlapping period. */
export async function isAssignedAlready(ctx: Ctx, given: Omit<Assignment, 'id' | 'revokedAt' | 'onBehalfOf'>): Promise<boolean> {
  const found = await ctx.db.selectFrom('assignments').select('id')
    .where('account_id', '=', given.accountId).where('role', '=', given.role).where('revoked_at', 'is', null).where('reach', '=', given.reach)
    .where(sql<boolean>`unit_id is not distinct from ${given.unitId ?? null}::uuid and valid && ${toRange(given.period)}::daterange`)
    .executeTakeFirst();
  return found !== undefined;
}

function fromRow(row: Selectable<AssignmentsTable>): Assignment {
  return {
    id: row.id as Id<'assignment'>, accountId: row.account_id as Id<'account'>, role: row.role, unitId: (row.unit_id ?? undefined) as Id<'unit'> | undefined,
    reach: row.reach as ReachKind, period: fromRange(row.valid), onBehalfOf: (row.on_behalf_of ?? undefined) as Id<'assignment'> | undefined, revokedAt: row.revoked_at,
  };
}
