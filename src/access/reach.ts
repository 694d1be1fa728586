/**
 * The questions everything else asks: `reach` (which units, as a predicate for lists, counts, searches, exports and
 * figures), `take` (may this act be done on this unit), `abilities` (what may be done here, sent with the data).
 * Rights are those of today; what is read may be of any day.
 */
import { sql, type RawBuilder } from 'kysely';
import type { Ctx, Grant } from '../platform/context.ts';
import { firstRow } from '../platform/db/database.ts';
import type { Id } from '../platform/ids.ts';
import { Problem } from '../platform/problem.ts';
import type { Verb } from './verbs.ts';

/** Units that somebody may do a verb on. Composed into a query by `over(column)`; holds no rows itself. */
export interface Reach {
  over(unitColumn: string): RawBuilder<boolean>;
  readonly isEmpty: boolean;
}

export function reach(ctx: Ctx, verb: Verb): Reach {
  ctx.asked.add(verb);
  const grants = grantsFor(ctx, verb);
  return { isEmpty: grants.length === 0, over: (column) => within(ctx, grants, sql.ref(column)) };
}

/** Lets an act go on with the unit, or refuses: 404 where it may not even be read, 403 naming the verb. */
export async function take(ctx: Ctx, verb: Verb, unitId: Id<'unit'>): Promise<void> {
  if (await mayDo(ctx, verb, unitId)) return;
  if (await mayDo(ctx, 'unit.read', unitId)) throw new Problem({ code: 'platform.forbidden', kind: 'forbidden', data: { verb } });
  throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
}

/** For verbs without a place (accounts, the event log of the system). */
export function takeAnywhere(ctx: Ctx, verb: Verb): void {
  ctx.asked.add(verb);
  if (!holds(ctx, verb)) throw new Problem({ code: 'platform.forbidden', kind: 'forbidden', data: { verb } });
}

/** Held without a unit: for what concerns the whole installation and no unit's data. */
export function holdsSystemWide(ctx: Ctx, verb: Verb): boolean {
  ctx.asked.add(verb);
  return ctx.actor?.grants.some((grant) => (grant.reach === 'none' || grant.reach === 'everything') && grant.verbs.has(verb)) ?? false;
}

export function holds(ctx: Ctx, verb: Verb): boolean {
  return ctx.actor?.grants.some((grant) => grant.verbs.has(verb)) ?? false;
}

export async function mayDo(ctx: Ctx, verb: Verb, unitId: Id<'unit'>): Promise<boolean> {
  ctx.asked.add(verb);
  const grants = grantsFor(ctx, verb);
  if (grants.length === 0) return false;
  const row = await firstRow(ctx.db, sql<{ ok: boolean }>`select ${within(ctx, grants, sql`${unitId}::uuid`)} as ok`);
  return row?.ok ?? false;
}

/** Which of the verbs may be done on the unit; goes with the data so that the screen need not guess. */
export async function abilities<V extends Verb>(ctx: Ctx, unitId: Id<'unit'>, asked: readonly V[]): Promise<V[]> {
  const answers = await Promise.all(asked.map((verb) => mayDo(ctx, verb, unitId)));
  return asked.filter((_, index) => answers[index]);
}

function grantsFor(ctx: Ctx, verb: Verb): Grant[] {
  return (ctx.actor?.grants ?? []).filter((grant) => grant.verbs.has(verb) && grant.reach !== 'none');
}

function within(ctx: Ctx, grants: readonly Grant[], unit: RawBuilder<unknown>): RawBuilder<boolean> {
  if (grants.some((grant) => grant.reach === 'everything')) return sql<boolean>`true`;
  const places = [
    atPlaces(grants, 'unit', (roots) => sql`${unit} = any(${roots}::uuid[])`),
    atPlaces(grants, 'children', (roots) => sql`${unit} in (select descendant_id from unit_closure
      where hierarchy = 'reach' and ancestor_id = any(${roots}::uuid[]) and depth <= 1 and valid @> ${ctx.today}::date)`),
    atPlaces(grants, 'subtree', (roots) => sql`${unit} in (select descendant_id from unit_closure
      where hierarchy = 'reach' and ancestor_id = any(${roots}::uuid[]) and valid @> ${ctx.today}::date)`),
  ].filter((place) => place !== undefined);
  return places.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(places, sql` or `)})`;
}

function atPlaces(grants: readonly Grant[], kind: Grant['reach'], predicate: (roots: string[]) => RawBuilder<unknown>): RawBuilder<unknown> | undefined {
  const roots = [...new Set(grants.filter((grant) => grant.reach === kind && grant.unitId).map((grant) => grant.unitId!))].toSorted();
  return roots.length === 0 ? undefined : predicate(roots);
}
