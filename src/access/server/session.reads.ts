/** What the sign-in page and the frame of every page need to know. */
import { sql } from 'kysely';
import type { Actor, Ctx } from '../../platform/context.ts';
import { firstRow, rows } from '../../platform/db/database.ts';
import { homeOf, type Id } from '../../platform/ids.ts';
import { isRole, roles } from '../roles.ts';
import { idleLimit } from '../session.ts';
import { requireActor } from './actor.ts';

export async function readWelcome(ctx: Ctx) {
  const row = await firstRow(ctx.db, sql<{ sample: boolean; has_accounts: boolean }>`
    select ${isSample}, exists (select from accounts) as has_accounts`);
  const accounts = await rows(ctx.db, sql<{ name: string; role: string }>`
    select c.name, coalesce(min(a.role), '') as role from accounts c left join assignments a on a.account_id = c.id and a.revoked_at is null
    where c.sample and c.disabled_at is null group by c.id order by c.created_at, c.id`);
  return {
    sample: row?.sample ?? false,
    hasAccounts: row?.has_accounts ?? false,
    sampleAccounts: accounts.map(({ name, role }) => ({ name, role })),
  };
}

export async function readSession(ctx: Ctx) {
  const actor = requireActor(ctx);
  const row = await firstRow(ctx.db, sql<{ must_change_password: boolean; codes: boolean; sample: boolean; person_name: string | null }>`
    select c.must_change_password, c.totp_sealed is not null and c.totp_last_step is not null as codes, ${isSample}, ${personName(actor)} as person_name
    from accounts c where c.id = ${actor.accountId}`);
  const home = await findHome(ctx, actor);
  return {
    ...(actor.personId && row?.person_name ? { person: { id: actor.personId, name: row.person_name } } : {}),
    account: { id: actor.accountId, name: actor.name, displayName: actor.displayName, mustChangePassword: row?.must_change_password ?? false, codes: row?.codes ?? false },
    sample: row?.sample ?? false,
    mayVisit: [...new Set(actor.grants.flatMap((grant) => [...grant.verbs]))].toSorted(),
    today: ctx.today,
    ...(home ? { home } : {}),
  };
}

export async function listSessions(ctx: Ctx) {
  const { accountId, sessionId } = requireActor(ctx);
  const seenAfter = new Date(ctx.now.getTime() - idleLimit);
  const found = await rows(ctx.db, sql<{ id: Id<'session'>; device: string | null; created_at: Date; seen_at: Date }>`
    select id, device, created_at, seen_at from sessions
    where account_id = ${accountId} and expires_at > ${ctx.now} and seen_at > ${seenAfter} order by seen_at desc, id limit 100`);
  return {
    items: found.map((row) => ({ id: row.id, device: row.device ?? '', since: row.created_at.toISOString(), seen: row.seen_at.toISOString(), current: row.id === sessionId })),
  };
}

const isSample = sql<boolean>`(exists (select from accounts where sample) or exists (select from import_sources where sample)) as sample`;

function personName(actor: Actor) {
  if (!actor.personId) return sql<string | null>`null::text`;
  return sql<string | null>`(select full_name from people where home_id = ${homeOf(actor.personId)} and id = ${actor.personId})`;
}

/** Where the person starts: the unit of the widest assignment that lets units be read. */
async function findHome(ctx: Ctx, actor: Actor): Promise<{ unitId: Id<'unit'>; name: string } | undefined> {
  const width = { everything: 0, subtree: 0, children: 1, unit: 2, none: 3 };
  const placed = actor.grants.filter((grant) => grant.unitId && isRole(grant.role) && roles[grant.role].verbs.includes('unit.read'));
  const unitId = placed.toSorted((a, b) => width[a.reach] - width[b.reach])[0]?.unitId;
  if (!unitId) return undefined;
  const row = await firstRow(ctx.db, sql<{ name: string }>`select name from unit_versions where unit_id = ${unitId} and valid @> ${ctx.today}::date`);
  return row && { unitId, name: row.name };
}
