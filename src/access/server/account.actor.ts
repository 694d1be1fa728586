/**
 * Accounts as work in the background meets them: what one may do today, without a session; whose they are; who may do
 * something at a unit. Asks no access: answers are ids, for telling people what they may read themselves.
 */
import './access.tables.ts';
import { sql } from 'kysely';
import type { Actor, Ctx, Grant } from '../../platform/context.ts';
import { rows } from '../../platform/db/database.ts';
import type { Id } from '../../platform/ids.ts';
import { roles } from '../roles.ts';
import type { Verb } from '../verbs.ts';
import { grantOf } from './actor.ts';
import { liveAssignments, namedAt } from './assignment.live.ts';

type Asking = Pick<Ctx, 'db' | 'today'>;

interface AccountRow {
  readonly name: string;
  readonly display_name: string;
  readonly person_id: Id<'person'> | null;
  readonly must_change_password: boolean;
  readonly assignment_id: Id<'assignment'> | null;
  readonly role: string | null;
  readonly unit_id: Id<'unit'> | null;
  readonly reach: Grant['reach'] | null;
}

/** The same as for a request of his; undefined where the account is disabled or gone. */
export async function findAccountActor({ db, today }: Asking, accountId: Id<'account'>): Promise<Actor | undefined> {
  const found = await rows(db, sql<AccountRow>`
    select c.name, c.display_name, c.person_id, c.must_change_password, g.id as assignment_id, g.role, g.unit_id, g.reach
    from accounts c
    left join lateral (select b.id, b.role, live.unit_id, b.reach from ${liveAssignments(today, sql`a.account_id = c.id`)} live
      join lateral (select * from assignments x where x.id = live.id offset 0) b on true) g on true
    where c.id = ${accountId} and c.disabled_at is null order by g.id`);
  const [first] = found;
  if (!first) return undefined;
  const grants = first.must_change_password ? [] : found.flatMap(grantOf);
  return { accountId, sessionId: undefined, name: first.name, displayName: first.display_name, personId: first.person_id ?? undefined, grants };
}

/** A term that ended may be renewed late: until then nobody is taken for gone. */
const daysOfGrace = 30;

/** Disabled, gone, or all that was given to it taken back or long over; for asking on behalf of nobody. */
export async function hasLostItsRights({ db, today }: Asking, accountId: Id<'account'>): Promise<boolean> {
  const [kept] = await rows(db, sql`select from accounts c where c.id = ${accountId} and c.disabled_at is null
    and exists (select from assignments a where a.account_id = c.id and a.revoked_at is null and coalesce(upper(a.valid), 'infinity') > ${today}::date - ${daysOfGrace}::int)`);
  return kept === undefined;
}

/** Those of the people who have an account that is not disabled. */
export async function accountsOfPeople({ db }: Pick<Ctx, 'db'>, people: readonly Id<'person'>[]): Promise<Id<'account'>[]> {
  if (people.length === 0) return [];
  const found = await rows(db, sql<{ id: Id<'account'> }>`select id from accounts where person_id = any(${[...new Set(people)]}::uuid[]) and disabled_at is null order by id`);
  return found.map(({ id }) => id);
}

export interface Holder {
  readonly accountId: Id<'account'>;
  readonly personId: Id<'person'> | null;
  /** From the unit up to where the right was given; 0 where it was given at the unit itself. */
  readonly steps: number;
}

const mostHolders = 200;
const nearestSteps = 2;

/** Accounts that may do it at the unit by a right given there or at most so many steps above. */
export async function holdersAt({ db, today }: Asking, { verb, unitId, steps }: { verb: Verb; unitId: Id<'unit'>; steps: number }): Promise<Holder[]> {
  const found = await rows(db, sql<{ account_id: Id<'account'>; person_id: Id<'person'> | null; steps: number }>`
    with above as materialized (select k.ancestor_id, min(k.depth) as depth from unit_closure k
      where k.hierarchy = 'reach' and k.descendant_id = ${unitId} and k.depth <= ${steps} and k.valid @> ${today}::date group by k.ancestor_id),
    live as materialized (select l.id, l.unit_id from ${liveAssignments(today, sql`a.role = any(${rolesWith(verb)}::text[]) and ${namedAt(sql`select ancestor_id from above`, today)}`)} l)
    select b.account_id, c.person_id, min(u.depth)::int as steps from live join assignments b on b.id = live.id join above u on u.ancestor_id = live.unit_id
      join accounts c on c.id = b.account_id and c.disabled_at is null
    where b.reach = 'subtree' or (b.reach = 'children' and u.depth <= 1) or (b.reach = 'unit' and u.depth = 0)
    group by b.account_id, c.person_id order by steps, b.account_id limit ${mostHolders}`);
  return found.map((row) => ({ accountId: row.account_id, personId: row.person_id, steps: row.steps }));
}

/** Who has it in hand where several might: those whose right was given nearest to the unit, at most two steps above it. */
export async function nearestHolders(ctx: Asking, { verb, unitId }: { verb: Verb; unitId: Id<'unit'> }): Promise<Id<'account'>[]> {
  const holders = await holdersAt(ctx, { verb, unitId, steps: nearestSteps });
  return holders.filter(({ steps }) => steps === holders[0]!.steps).map(({ accountId }) => accountId);
}

/** Of each unit those who have it in hand, as `nearestHolders` tells them; but nobody from `above` or over it. */
export async function nearestHoldersOf({ db, today }: Asking, { verb, unitIds, above }: { verb: Verb; unitIds: readonly Id<'unit'>[]; above: Id<'unit'> }): Promise<{ unitId: Id<'unit'>; accounts: Id<'account'>[] }[]> {
  return rows(db, sql<{ unitId: Id<'unit'>; accounts: Id<'account'>[] }>`
    with higher as materialized (select k.ancestor_id from unit_closure k where k.hierarchy = 'reach' and k.descendant_id = ${above} and k.valid @> ${today}::date),
    near as materialized (select k.descendant_id as unit_id, k.ancestor_id, min(k.depth) as depth from unit_closure k where k.hierarchy = 'reach' and k.descendant_id = any(${[...unitIds]}::uuid[]) and k.depth <= ${nearestSteps}
      and k.valid @> ${today}::date and k.ancestor_id not in (select ancestor_id from higher) group by 1, 2),
    live as materialized (select l.id, l.unit_id from ${liveAssignments(today, sql`a.role = any(${rolesWith(verb)}::text[]) and ${namedAt(sql`select ancestor_id from near`, today)}`)} l),
    held as (select n.unit_id, b.account_id, n.depth, min(n.depth) over (partition by n.unit_id) as nearest from live join assignments b on b.id = live.id join near n on n.ancestor_id = live.unit_id join accounts c on c.id = b.account_id and c.disabled_at is null
      where b.reach = 'subtree' or (b.reach = 'children' and n.depth <= 1) or (b.reach = 'unit' and n.depth = 0))
    select unit_id as "unitId", array_agg(distinct account_id) as accounts from held where depth = nearest group by unit_id order by unit_id`);
}

/** All accounts that may do it somewhere, in the order of their ids. */
export async function listHolders({ db, today }: Asking, { verb, after, limit }: { verb: Verb; after: Id<'account'> | undefined; limit: number }): Promise<Id<'account'>[]> {
  const found = await rows(db, sql<{ id: Id<'account'> }>`select c.id from accounts c
    where c.disabled_at is null and ${after ? sql`c.id > ${after}::uuid` : sql`true`}
      and exists (select from ${liveAssignments(today, sql`a.account_id = c.id and a.role = any(${rolesWith(verb)}::text[]) and a.unit_id is not null`)} l)
    order by c.id limit ${limit}`);
  return found.map(({ id }) => id);
}

function rolesWith(verb: Verb): string[] {
  return Object.values(roles).filter((role) => role.verbs.includes(verb)).map((role) => role.code);
}
