/** There is always somebody who can let people in: the last active system administrator can't be taken away. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import { firstRow, lockSubject } from '../../platform/db/database.ts';
import type { Id } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem.ts';
import { liveAssignments } from './assignment.live.ts';

/** Serialised: two acts that each leave the other's administrator can't both pass. */
export async function requireAdministratorBesides(ctx: Ctx, gone: { accountId: Id<'account'> } | { assignmentId: Id<'assignment'> }): Promise<void> {
  await lockSubject(ctx.db, 'access.administrators');
  const other = 'accountId' in gone ? sql`a.account_id <> ${gone.accountId}` : sql`a.id <> ${gone.assignmentId}`;
  const among = sql`a.role = 'system_administrator' and upper_inf(a.valid) and ${other}`;
  const row = await firstRow(ctx.db, sql<{ found: boolean }>`select exists (select from ${liveAssignments(ctx.today, among)} live) as found`);
  if (!row?.found) throw new Problem({ code: 'access.lastAdministrator', kind: 'conflict' });
}

/** Whether the account is a system administrator today. */
export async function isAdministrator(ctx: Ctx, accountId: Id<'account'>): Promise<boolean> {
  const among = sql`a.role = 'system_administrator' and a.account_id = ${accountId}`;
  const row = await firstRow(ctx.db, sql<{ found: boolean }>`select exists (select from ${liveAssignments(ctx.today, among)} live) as found`);
  return row?.found ?? false;
}
