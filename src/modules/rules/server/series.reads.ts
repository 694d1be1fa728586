/** What all reads of series ask alike: who may read and set at a scope, which scope is the nearest, what was recorded. Nothing here writes. */
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { abilities, holdsSystemWide, mayDo, reach, takeAnywhere } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { unitNameAt } from '../../units/server/index.ts';

type Scope = Id<'unit'> | null;

/** The country's are anybody's who reads rules at all. */
export async function takeReading(ctx: Ctx, unitId: Id<'unit'> | undefined): Promise<void> {
  if (!unitId) takeAnywhere(ctx, 'rule.read');
  else if (!(await mayDo(ctx, 'rule.read', unitId))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
}

/** What may be done there, or for the whole country. */
export async function abilitiesAt(ctx: Ctx, unitId: Id<'unit'> | undefined): Promise<string[]> {
  if (unitId) return abilities(ctx, unitId, ['rule.set']);
  return holdsSystemWide(ctx, 'rule.set') ? ['rule.set'] : [];
}

/** The country's, and those of units within reach. */
export function isSeen(ctx: Ctx, scopeColumn: string): RawBuilder<boolean> {
  return sql<boolean>`(${sql.ref(scopeColumn)} is null or ${reach(ctx, 'rule.read').over(scopeColumn)})`;
}

export function maySet(ctx: Ctx, scopeColumn: string): RawBuilder<boolean> {
  return sql<boolean>`case when ${sql.ref(scopeColumn)} is null then ${holdsSystemWide(ctx, 'rule.set')} else ${reach(ctx, 'rule.set').over(scopeColumn)} end`;
}

/** For `left join lateral … near on true`: `near.depth` steps above the unit lies the scope; none lies there where no unit is given. */
export function scopeAbove(scopeColumn: string, { unitId, on }: { readonly unitId: Scope; readonly on: Day }): RawBuilder<unknown> {
  if (unitId === null) return sql`(select null::int as depth where false)`;
  return sql`(select c.depth from unit_closure c where c.hierarchy = 'reach' and c.ancestor_id = ${sql.ref(scopeColumn)} and c.descendant_id = ${unitId} and c.valid @> ${on}::date order by c.depth limit 1)`;
}

export interface ScopeRow {
  readonly scope_unit_id: Scope;
  readonly scope_name: string | null;
}

export function scopeColumns(scopeColumn: string, on: Day): RawBuilder<unknown> {
  return sql`${sql.ref(scopeColumn)} as scope_unit_id, ${unitNameAt(scopeColumn, sql`${on}::date`)} as scope_name`;
}

export function scopeOf(row: ScopeRow): { id: Id<'unit'>; name: string } | null {
  return row.scope_unit_id && { id: row.scope_unit_id, name: row.scope_name ?? '' };
}

interface ActRow<ActId> extends ScopeRow {
  readonly id: ActId;
  readonly kind: 'set' | 'ended';
  readonly reason: string | null;
  readonly recorded_at: Date;
  readonly recorded_by: string | null;
  readonly undone_at: Date | null;
  readonly is_last: boolean;
  readonly may_set: boolean;
}

interface Log {
  /** The table that keeps the acts. */
  readonly table: string;
  /** Which acts of the table, read under this name, are of what is asked about. */
  readonly among: (alias: string) => RawBuilder<boolean>;
  readonly cursor: string | undefined;
  readonly limit: number;
}

/** Latest first. The last on its scope alone may be undone. */
export async function listActs<ActId>(ctx: Ctx, { table, among, cursor, limit }: Log) {
  takeAnywhere(ctx, 'rule.read');
  const after = readCursor(cursor, z.tuple([z.iso.datetime(), z.guid()]));
  const found = await rows(ctx.db, sql<ActRow<ActId>>`select a.id, a.kind, ${scopeColumns('a.scope_unit_id', ctx.today)}, a.reason, a.recorded_at, u.display_name as recorded_by, a.undone_at,
      not exists (select from ${sql.table(table)} l where ${among('l')} and l.scope_unit_id is not distinct from a.scope_unit_id and l.undone_at is null and (l.recorded_at, l.id) > (a.recorded_at, a.id)) as is_last,
      ${maySet(ctx, 'a.scope_unit_id')} as may_set
    from ${sql.table(table)} a left join accounts u on u.id = a.recorded_by
    where ${among('a')} and ${isSeen(ctx, 'a.scope_unit_id')} ${after ? sql`and (date_trunc('milliseconds', a.recorded_at), a.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    order by date_trunc('milliseconds', a.recorded_at) desc, a.id desc limit ${limit + 1}`);
  return pageOf(found, { limit, key: (row) => [row.recorded_at.toISOString(), String(row.id)], item: actOf });
}

function actOf<ActId>(row: ActRow<ActId>) {
  return {
    id: row.id, kind: row.kind, scope: scopeOf(row), reason: row.reason,
    recordedAt: row.recorded_at.toISOString(), recordedBy: row.recorded_by, undoneAt: row.undone_at?.toISOString() ?? null, mayUndo: row.may_set && row.is_last && row.undone_at === null,
  };
}
