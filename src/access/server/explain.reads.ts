/**
 * Why somebody can see something: assignment, role, reach, and the units on the way. The same rows decide here and in
 * `reach`, so an explanation can't differ from what is shown.
 */
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { primaryOf, type Ctx } from '../../platform/context.ts';
import { firstRow, rows } from '../../platform/db/database.ts';
import { pageOf, readCursor } from '../../platform/db/paging.ts';
import { fromRange } from '../../platform/db/period.columns.ts';
import type { Id } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem.ts';
import type { accessContract } from '../access.contract.ts';
import { holdsSystemWide, mayDo, takeAnywhere } from '../reach.ts';
import { isRole, roles } from '../roles.ts';
import type { Verb } from '../verbs.ts';
import { requireActor } from './actor.ts';
import { liveAssignments, namedAt } from './assignment.live.ts';
import { lastName } from './assignment.reads.ts';
import { personWithin, unitsOfPerson } from './person.within.ts';

interface ChainRow {
  readonly id: Id<'assignment'>;
  readonly account_id: Id<'account'>;
  readonly account_name: string;
  readonly display_name: string;
  readonly role: string;
  readonly unit_id: Id<'unit'>;
  readonly unit_name: string | null;
  readonly reach: 'unit' | 'children' | 'subtree';
  readonly valid: string;
  readonly path: { id: Id<'unit'>; name: string }[];
}

const key = z.tuple([z.string(), z.guid()]);

interface Page {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export async function whoSees(ctx: Ctx, input: z.output<typeof accessContract.whoSees.input>) {
  if (!(await personWithin(ctx, 'assignment.read', input.personId))) throw notFound();
  return viewersOf(ctx, input.personId, input);
}

export async function whoSeesMe(ctx: Ctx, input: z.output<typeof accessContract.whoSeesMe.input>) {
  takeAnywhere(ctx, 'self.read');
  const { personId } = requireActor(ctx);
  if (!personId) throw notFound();
  return viewersOf(ctx, personId, input);
}

export async function explain(ctx: Ctx, input: z.output<typeof accessContract.explain.input>) {
  takeAnywhere(ctx, 'assignment.read');
  const { accountId, personId, unitId } = input;
  await requireExplainable(ctx, input);
  const account = await firstRow(ctx.db, sql<{ person_id: string | null }>`select person_id from accounts where id = ${accountId}`);
  if (!account) throw notFound();
  const seen = personId ? { units: unitsOfPerson(personId), verb: 'person.read' as const } : { units: sql<{ unit_id: string }>`(select ${unitId!}::uuid as unit_id)`, verb: 'unit.read' as const };
  const found = await readChains(ctx, { ...seen, among: sql`a.account_id = ${accountId}`, after: undefined, limit: 500 });
  const isSelf = personId !== undefined && account.person_id === personId;
  return { sees: isSelf || found.length > 0, isSelf, chains: found.map(toChain) };
}

async function viewersOf(ctx: Ctx, personId: Id<'person'>, page: Page) {
  const after = readCursor(page.cursor, key);
  const found = await readChains(ctx, { units: unitsOfPerson(personId), verb: 'person.read', among: sql`true`, after, limit: page.limit + 1 });
  return pageOf(found, {
    limit: page.limit,
    key: (row) => [row.account_name, row.id],
    item: (row) => ({ account: { id: row.account_id, name: row.account_name, displayName: row.display_name }, chain: toChain(row) }),
  });
}

interface Question {
  /** Rows (unit_id) of what is seen. */
  readonly units: RawBuilder<{ unit_id: string }>;
  readonly verb: Verb;
  /** Which assignments `a` are asked about. */
  readonly among: RawBuilder<unknown>;
  readonly after: readonly (string | number | null)[] | undefined;
  readonly limit: number;
}

/** One row for each assignment that reaches one of the units, by the shortest way. */
async function readChains(ctx: Ctx, asked: Question): Promise<ChainRow[]> {
  const able = Object.values(roles).filter((role) => role.verbs.includes(asked.verb)).map((role) => role.code);
  const { after } = asked;
  return rows(primaryOf(ctx), sql<ChainRow>`
    with seen as materialized (select distinct unit_id from ${asked.units} x),
    above as materialized (select k.ancestor_id, k.descendant_id, k.depth from unit_closure k
      where k.hierarchy = 'reach' and k.descendant_id in (select unit_id from seen) and k.valid @> ${ctx.today}::date),
    live as materialized (select l.id, l.unit_id from ${liveAssignments(ctx.today, sql`a.role = any(${able}::text[]) and ${namedAt(sql`select ancestor_id from above`, ctx.today)} and ${asked.among}`)} l),
    way as (select b.id, b.account_id, b.role, live.unit_id, b.reach, b.valid, n.descendant_id as end_id, n.depth from live join assignments b on b.id = live.id
      join lateral (select u.descendant_id, u.depth from above u where u.ancestor_id = live.unit_id
        and (b.reach = 'subtree' or (b.reach = 'children' and u.depth <= 1) or (b.reach = 'unit' and u.descendant_id = live.unit_id))
        order by u.depth, u.descendant_id limit 1) n on true)
    select w.id, w.account_id, c.name as account_name, c.display_name, w.role, w.unit_id, ${lastName(sql`w.unit_id`)} as unit_name, w.reach, w.valid,
      ${pathDown(ctx)} as path
    from way w join accounts c on c.id = w.account_id
    where ${after ? sql`(c.name, w.id) > (${after[0]}, ${after[1]}::uuid)` : sql`true`}
    order by c.name, w.id limit ${asked.limit}`);
}

/** Units on a shortest way from the assignment's unit (`w.unit_id`) down to the end (`w.end_id`), one for each step. */
function pathDown(ctx: Ctx): RawBuilder<unknown> {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', coalesce(${lastName(sql`s.id`)}, '')) order by s.depth), '[]') from (
    select distinct on (down.depth) down.descendant_id as id, down.depth from unit_closure down
    join unit_closure rest on rest.hierarchy = 'reach' and rest.ancestor_id = down.descendant_id and rest.descendant_id = w.end_id and rest.valid @> ${ctx.today}::date
    where down.hierarchy = 'reach' and down.ancestor_id = w.unit_id and down.valid @> ${ctx.today}::date and down.depth + rest.depth = w.depth
    order by down.depth, down.descendant_id) s)`;
}

/** Whoever may not see the thing or the account's assignments there learns nothing. */
async function requireExplainable(ctx: Ctx, { personId, unitId }: { personId?: Id<'person'> | undefined; unitId?: Id<'unit'> | undefined }): Promise<void> {
  if (personId && (await personWithin(ctx, 'assignment.read', personId))) return;
  if (unitId && (holdsSystemWide(ctx, 'assignment.read') || (await mayDo(ctx, 'assignment.read', unitId)))) return;
  throw notFound();
}

function toChain(row: ChainRow) {
  return {
    assignmentId: row.id,
    role: row.role,
    unit: { id: row.unit_id, name: row.unit_name ?? '' },
    reach: row.reach,
    verbs: isRole(row.role) ? [...roles[row.role].verbs] : [],
    ...fromRange(row.valid),
    path: row.path,
  };
}

function notFound(): Problem {
  return new Problem({ code: 'platform.notFound', kind: 'not_found' });
}
