/** Who holds which role where. Somebody without a system-wide right sees the assignments at units within his reach. */
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../../platform/context.ts';
import { rows } from '../../platform/db/database.ts';
import { pageOf, readCursor } from '../../platform/db/paging.ts';
import { fromRange } from '../../platform/db/period.columns.ts';
import type { Id } from '../../platform/ids.ts';
import type { assignmentContract } from '../assignment.contract.ts';
import type { ReachKind } from '../assignment.ts';
import { holdsSystemWide, mayDo, reach, takeAnywhere } from '../reach.ts';
import { roles, type RoleCode } from '../roles.ts';
import { verbs } from '../verbs.ts';
import { requireActor } from './actor.ts';
import { liveAssignments, placeOf } from './assignment.live.ts';
import { findTakeBack } from './holdings.ts';

interface AssignmentRow {
  readonly id: Id<'assignment'>;
  readonly account_id: Id<'account'>;
  readonly account_name: string;
  readonly display_name: string;
  readonly role: string;
  readonly unit_id: Id<'unit'> | null;
  readonly unit_name: string | null;
  readonly reach: ReachKind;
  readonly valid: string;
  readonly granted_by: string | null;
  readonly on_behalf_of: Id<'assignment'> | null;
  readonly granted_at: Date;
  readonly revoked_at: Date | null;
  readonly live: boolean;
}

const key = z.tuple([z.string(), z.guid()]);

type ListInput = z.output<typeof assignmentContract.list.input>;

export async function listAssignments(ctx: Ctx, input: ListInput) {
  takeAnywhere(ctx, 'assignment.read');
  const found = await readAssignments(ctx, input);
  const page = pageOf(found, { limit: input.limit, key: (row) => [row.account_name, row.id], item: (row) => row });
  const revocable = await findRevocable(ctx, page.items.filter((row) => row.live));
  return { items: page.items.map((row) => toAssignment(row, revocable.has(row.id))), next: page.next };
}

export async function listRoles(ctx: Ctx, { unitId }: { unitId?: Id<'unit'> | undefined }) {
  takeAnywhere(ctx, 'assignment.read');
  const items = [];
  for (const role of Object.values(roles)) {
    const held = role.verbs.map((code) => ({ code, name: verbs[code] }));
    items.push({ code: role.code, name: role.name, verbs: held, reaches: [...role.reaches], mayGive: await mayGive(ctx, role.code, unitId) });
  }
  return { items };
}

async function readAssignments(ctx: Ctx, input: ListInput): Promise<AssignmentRow[]> {
  const after = readCursor(input.cursor, key);
  const asked = [
    holdsSystemWide(ctx, 'assignment.read') ? sql`true` : reach(ctx, 'assignment.read').over('placed.unit_id'),
    input.accountId ? sql`b.account_id = ${input.accountId}` : sql`true`,
    input.unitId ? sql`placed.unit_id = ${input.unitId}` : sql`true`,
    after ? sql`(c.name, b.id) > (${after[0]}, ${after[1]}::uuid)` : sql`true`,
  ];
  const live = sql`exists (select from ${liveAssignments(ctx.today, sql`a.id = b.id`)} live)`;
  return rows(ctx.db, sql<AssignmentRow>`
    select b.id, b.account_id, c.name as account_name, c.display_name, b.role, placed.unit_id, ${lastName(sql`placed.unit_id`)} as unit_name, b.reach, b.valid,
      g.display_name as granted_by, b.on_behalf_of, b.granted_at, b.revoked_at, ${input.show === 'live' ? sql`true` : live} as live
    from assignments b join accounts c on c.id = b.account_id left join accounts g on g.id = b.granted_by
      cross join lateral (select ${placeOf('b', ctx.today)} as unit_id) placed
    where ${sql.join(asked, sql` and `)} and ${input.show === 'live' ? sql`b.revoked_at is null and ${live}` : sql`true`}
    order by c.name, b.id limit ${input.limit + 1}`);
}

/** What the unit is called, or was called last. */
export function lastName(unitId: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql`(select v.name from unit_versions v where v.unit_id = ${unitId} order by lower(v.valid) desc limit 1)`;
}

async function findRevocable(ctx: Ctx, live: readonly AssignmentRow[]): Promise<Set<Id<'assignment'>>> {
  if (holdsSystemWide(ctx, 'assignment.appoint')) return new Set(live.map((row) => row.id));
  return findTakeBack(ctx, requireActor(ctx), live.map((row) => ({
    id: row.id, accountId: row.account_id, role: row.role, unitId: row.unit_id ?? undefined, reach: row.reach, period: fromRange(row.valid),
    onBehalfOf: row.on_behalf_of ?? undefined, revokedAt: row.revoked_at,
  })));
}

async function mayGive(ctx: Ctx, code: RoleCode, unitId: Id<'unit'> | undefined): Promise<boolean> {
  if (holdsSystemWide(ctx, 'assignment.appoint')) return true;
  if (unitId && !(await mayDo(ctx, 'assignment.grant', unitId))) return false;
  return ctx.actor?.grants.some((grant) => grant.verbs.has('assignment.grant') && roles[code].verbs.every((verb) => grant.verbs.has(verb))) ?? false;
}

function toAssignment(row: AssignmentRow, revocable: boolean) {
  return {
    id: row.id,
    account: { id: row.account_id, name: row.account_name, displayName: row.display_name },
    role: row.role,
    unit: row.unit_id ? { id: row.unit_id, name: row.unit_name ?? '' } : null,
    reach: row.reach,
    ...fromRange(row.valid),
    grantedBy: row.granted_by,
    onBehalfOf: row.on_behalf_of,
    grantedAt: row.granted_at.toISOString(),
    revokedAt: row.revoked_at?.toISOString() ?? null,
    live: row.live,
    may: revocable ? (['revoke'] as const).slice() : [],
  };
}
