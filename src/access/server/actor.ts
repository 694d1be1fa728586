/** Who is asking: from the token of the session to the account and what it may do today, in one statement. */
import './access.tables.ts';
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor, Ctx, Grant } from '../../platform/context.ts';
import { rows } from '../../platform/db/database.ts';
import type { Id } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem.ts';
import { isRole, roles, type RoleCode } from '../roles.ts';
import { idleLimit, seenInterval } from '../session.ts';
import { liveAssignments } from './assignment.live.ts';
import { markSeen } from './session.store.ts';

interface SessionRow {
  readonly session_id: Id<'session'>;
  readonly seen_at: Date;
  readonly account_id: Id<'account'>;
  readonly name: string;
  readonly display_name: string;
  readonly person_id: Id<'person'> | null;
  readonly must_change_password: boolean;
  readonly assignment_id: Id<'assignment'> | null;
  readonly role: string | null;
  readonly unit_id: Id<'unit'> | null;
  readonly reach: Grant['reach'] | null;
}

export async function findActor(ctx: Ctx): Promise<Actor | undefined> {
  const token = ctx.client.sessionToken;
  if (!token) return undefined;
  const found = await readSession(ctx, token);
  const [first] = found;
  if (!first) return undefined;
  if (ctx.now.getTime() - first.seen_at.getTime() >= seenInterval) await markSeen(ctx, first.session_id);
  return {
    accountId: first.account_id,
    sessionId: first.session_id,
    name: first.name,
    displayName: first.display_name,
    personId: first.person_id ?? undefined,
    // A password that somebody else knows opens nothing until it is changed.
    grants: first.must_change_password ? [] : found.flatMap(grantOf),
  };
}

/** Nothing is open to the account until its password is changed; that is not to say that it may do nothing. */
export async function mustChangePassword(ctx: Ctx, accountId: Id<'account'>): Promise<boolean> {
  const row = await ctx.db.selectFrom('accounts').select('must_change_password').where('id', '=', accountId).executeTakeFirst();
  return row?.must_change_password ?? false;
}

/** For procedures about one's own account. */
export function requireActor(ctx: Ctx): Actor {
  if (!ctx.actor) throw new Problem({ code: 'platform.unauthenticated', kind: 'unauthenticated' });
  return ctx.actor;
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

async function readSession(ctx: Ctx, token: string): Promise<SessionRow[]> {
  const seenAfter = new Date(ctx.now.getTime() - idleLimit);
  return rows(ctx.db, sql<SessionRow>`
    select s.id as session_id, s.seen_at, c.id as account_id, c.name, c.display_name, c.person_id, c.must_change_password,
      g.id as assignment_id, g.role, g.unit_id, g.reach
    from sessions s
    join accounts c on c.id = s.account_id and c.disabled_at is null
    left join lateral (select b.id, b.role, live.unit_id, b.reach from ${liveAssignments(ctx.today, sql`a.account_id = c.id`)} live
      join lateral (select * from assignments x where x.id = live.id offset 0) b on true) g on true
    where s.token_hash = ${hashToken(token)} and s.expires_at > ${ctx.now} and s.seen_at > ${seenAfter}
    order by g.id`);
}

export function grantOf(row: Pick<SessionRow, 'assignment_id' | 'role' | 'unit_id' | 'reach'>): Grant[] {
  const { assignment_id: id, role, reach } = row;
  if (!id || !role || !reach || !isRole(role)) return [];
  return [{ id, role, verbs: verbsOf(role), unitId: row.unit_id ?? undefined, reach }];
}

function verbsOf(role: RoleCode): ReadonlySet<string> {
  return new Set<string>(roles[role].verbs);
}
