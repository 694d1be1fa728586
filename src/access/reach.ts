/**
 * The questions everything else asks: `reach` (which units, as a predicate for lists, counts, searches, exports and
 * figures), `take` (may this act be done on this unit), `abilities` (what may be done here, sent with the data).
 * Rights are those of today; what is read may be of any day. What decides about one thing (`take`, `abilities`) is asked
 * of the primary even where the read itself is answered by a copy; the predicates are part of the read and as old as it.
 */
import { sql, type RawBuilder } from 'kysely';
import { primaryOf, type Ctx, type Grant } from '../platform/context.ts';
import { firstRow, rows } from '../platform/db/database.ts';
import type { Day } from '../platform/day.ts';
import type { Home, Id } from '../platform/ids.ts';
import { Problem } from '../platform/problem.ts';
import type { Verb } from './verbs.ts';

/** Units that somebody may do a verb on, as pieces of a query; holds no rows itself. */
export interface Reach {
  /** The unit is within reach: the planner may gather the units first. For questions about many rows. */
  over(unitColumn: string): RawBuilder<boolean>;
  /** The same, asked of the closure for one row at a time: for a page that is walked in its order until it is full. */
  at(unitColumn: string): RawBuilder<boolean>;
  /** The ids themselves, as a sub-select; with `homes` only units of these homes. */
  units(homes?: readonly Home[]): RawBuilder<unknown>;
  readonly isEmpty: boolean;
}

/** How much of which home a reach covers. Says how a list is best read, never what may be seen. */
export interface Spread {
  /** Homes of which many units are within reach; the whole country where there are too many to name. */
  readonly wide: readonly Home[] | 'country';
  /** Homes of which few are. */
  readonly narrow: readonly Home[];
}

export function reach(ctx: Ctx, verb: Verb): Reach {
  ctx.asked.add(verb);
  const grants = grantsFor(ctx, verb);
  return {
    isEmpty: grants.length === 0,
    over: (column) => within(ctx, grants, sql.ref(column)),
    at: (column) => withinOne(ctx, grants, sql.ref(column)),
    units: (homes) => unitIds(ctx, grants, homes),
  };
}

/** A home is wide from so many units within reach on. */
const wideFrom = 400;
const mostHomesNamed = 6;

export async function spreadOf(ctx: Ctx, verb: Verb): Promise<Spread> {
  ctx.asked.add(verb);
  const grants = grantsFor(ctx, verb);
  if (hasEverything(grants)) return { wide: 'country', narrow: [] };
  const { wide, narrow } = await spreadBelow(ctx, rootsOf(grants, 'subtree'), ctx.today);
  const near = ['unit', 'children'].flatMap((kind) => rootsOf(grants, kind as 'unit' | 'children'));
  // Units that stand directly below one may be of any home: all homes but the wide ones are looked through for them.
  return { wide, narrow: near.length > 0 && wide !== 'country' ? await homesBut(ctx, wide) : narrow };
}

/** The same of all units below some on a day, whoever asks. One look into the closure for each home, which ends when many units were seen there. */
export async function spreadBelow(ctx: Ctx, roots: readonly string[], on: Day): Promise<Spread> {
  // Once more homes are wide than are named, no other is looked into.
  const found = await rows(ctx.db, sql<{ home: Home; units: number }>`
    with seen as materialized (select h.id as home, s.units from homes h, lateral (select count(*) as units from (
        select from unit_closure k where k.hierarchy = 'reach' and k.ancestor_id = any(${roots}::uuid[]) and home_of(k.descendant_id) = h.id
          and k.valid @> ${on}::date limit ${sql.lit(wideFrom)}) k) s),
      wide as materialized (select home, units from seen where units >= ${sql.lit(wideFrom)} limit ${sql.lit(mostHomesNamed + 1)})
    select home, units from wide
    union all select home, units from seen where units > 0 and units < ${sql.lit(wideFrom)} and (select count(*) from wide) <= ${sql.lit(mostHomesNamed)}
    order by home`);
  const wide = found.filter(({ units }) => units >= wideFrom).map(({ home }) => home);
  if (wide.length > mostHomesNamed) return { wide: 'country', narrow: [] };
  return { wide, narrow: found.map(({ home }) => home).filter((home) => !wide.includes(home)) };
}

async function homesBut(ctx: Ctx, wide: readonly Home[]): Promise<Home[]> {
  const found = await rows(ctx.db, sql<{ id: Home }>`select id from homes where id <> all(${wide}::smallint[]) order by id`);
  return found.map(({ id }) => id);
}

/** Units all below which are within reach: what is kept summed up asks nothing finer. Undefined where everything is. */
export function subtreeRoots(ctx: Ctx, verb: Verb): readonly string[] | undefined {
  ctx.asked.add(verb);
  const grants = grantsFor(ctx, verb);
  return hasEverything(grants) ? undefined : rootsOf(grants, 'subtree');
}

/**
 * The unit is one that an assignment names itself, or one whose papers came to it: what concerns a person stays with the body where
 * it is kept, and reaches nobody by standing above it. Nothing for whoever holds everything.
 */
export function placedAt(ctx: Ctx, verb: Verb): (unitColumn: string) => RawBuilder<boolean> {
  ctx.asked.add(verb);
  const roots = [...new Set(grantsFor(ctx, verb).flatMap(({ unitId }) => unitId ?? []))].toSorted();
  if (roots.length === 0) return () => sql<boolean>`false`;
  return (column) => sql<boolean>`(${sql.ref(column)} = any(${roots}::uuid[]) or ${sql.ref(column)} in (${formersOf(ctx, roots)}))`;
}

/**
 * The units themselves and, step by step, those that each of them succeeded whole; of a body that ended with no such successor the
 * papers are with the one that stood directly above it. A part of a split takes nothing over.
 */
function formersOf(ctx: Ctx, roots: readonly string[]): RawBuilder<unknown> {
  const isEffective = sql`l.share = 'whole' and l.effective_on <= ${ctx.today}::date`;
  return sql`with recursive former(id) as (
    select unnest(${roots}::uuid[])
    union select x.id from former f, lateral (
      select l.predecessor_id from unit_lineage l where l.successor_id = f.id and ${isEffective}
      union all select p.unit_id from unit_parents p where p.parent_id = f.id and p.hierarchy = 'party'
        and not exists (select from unit_versions v where v.unit_id = p.unit_id and (upper_inf(v.valid) or upper(v.valid) > ${ctx.today}::date))
        and not exists (select from unit_parents later where later.unit_id = p.unit_id and later.hierarchy = 'party' and lower(later.valid) > lower(p.valid))
        and not exists (select from unit_lineage l where l.predecessor_id = p.unit_id and ${isEffective})) x(id)
  ) select id from former`;
}

/** The verb at the unit; for what concerns a person only where the unit is the very place of an assignment. */
export async function mayDoAt(ctx: Ctx, verb: Verb, { unitId, personId }: { readonly unitId: Id<'unit'>; readonly personId: Id<'person'> | null }): Promise<boolean> {
  if (personId === null) return mayDo(ctx, verb, unitId);
  const row = await firstRow(primaryOf(ctx), sql<{ ok: boolean }>`select ${placedAt(ctx, verb)('p.unit_id')} as ok from (select ${unitId}::uuid as unit_id) p`);
  return row?.ok ?? false;
}

/** Held over the whole installation, as the command line alone does. Spares looking units up; permits nothing by itself. */
export function reachesEverything(ctx: Ctx, verb: Verb): boolean {
  return hasEverything(grantsFor(ctx, verb));
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
  const row = await firstRow(primaryOf(ctx), sql<{ ok: boolean }>`select ${withinOne(ctx, grants, sql`${unitId}::uuid`)} as ok`);
  return row?.ok ?? false;
}

/** Which of the verbs may be done on the unit; goes with the data so that the screen need not guess. */
export async function abilities<V extends Verb>(ctx: Ctx, unitId: Id<'unit'>, asked: readonly V[]): Promise<V[]> {
  for (const verb of asked) ctx.asked.add(verb);
  const answers = asked.map((verb) => withinOne(ctx, grantsFor(ctx, verb), sql`${unitId}::uuid`));
  const row = answers.length === 0 ? undefined : await firstRow(primaryOf(ctx), sql<{ may: boolean[] }>`select array[${sql.join(answers)}] as may`);
  return asked.filter((_, index) => row?.may[index]);
}

/** Units that assignments with the verb name themselves: where the actor sits, before all that is within reach. */
export function seatsOf(ctx: Ctx, verb: Verb): Id<'unit'>[] {
  return (ctx.actor?.grants ?? []).flatMap(({ unitId, verbs }) => (unitId && verbs.has(verb) ? [unitId] : []));
}

function grantsFor(ctx: Ctx, verb: Verb): Grant[] {
  return (ctx.actor?.grants ?? []).filter((grant) => grant.verbs.has(verb) && grant.reach !== 'none');
}

function hasEverything(grants: readonly Grant[]): boolean {
  return grants.some((grant) => grant.reach === 'everything');
}

function within(ctx: Ctx, grants: readonly Grant[], unit: RawBuilder<unknown>): RawBuilder<boolean> {
  if (hasEverything(grants)) return sql<boolean>`true`;
  return anyOf([
    atPlaces(grants, 'unit', (roots) => sql`${unit} = any(${roots}::uuid[])`),
    atPlaces(grants, 'children', (roots) => sql`${unit} in (${below(ctx, roots)} and depth <= 1)`),
    atPlaces(grants, 'subtree', (roots) => sql`${unit} in (${below(ctx, roots)})`),
  ]);
}

/** A question with a limit stays where it is: it is never turned into a set of all units. */
function withinOne(ctx: Ctx, grants: readonly Grant[], unit: RawBuilder<unknown>): RawBuilder<boolean> {
  if (hasEverything(grants)) return sql<boolean>`true`;
  const isBelow = (roots: readonly string[], depth: RawBuilder<unknown>) => sql`coalesce((select true from unit_closure of_reach
    where of_reach.hierarchy = 'reach' and of_reach.ancestor_id = any(${roots}::uuid[]) and of_reach.descendant_id = ${unit} and of_reach.valid @> ${ctx.today}::date ${depth} limit 1), false)`;
  return anyOf([
    atPlaces(grants, 'unit', (roots) => sql`${unit} = any(${roots}::uuid[])`),
    atPlaces(grants, 'children', (roots) => isBelow(roots, sql`and of_reach.depth <= 1`)),
    atPlaces(grants, 'subtree', (roots) => isBelow(roots, sql``)),
  ]);
}

function unitIds(ctx: Ctx, grants: readonly Grant[], homes: readonly Home[] | undefined): RawBuilder<unknown> {
  const inHomes = (column: string) => (homes ? sql`home_of(${sql.ref(column)}) = any(${homes}::smallint[])` : sql`true`);
  if (hasEverything(grants)) return sql`(select e.id as unit_id from units e where ${inHomes('e.id')})`;
  const places = [
    atPlaces(grants, 'unit', (roots) => sql`select r.id from unnest(${roots}::uuid[]) r(id) where ${inHomes('r.id')}`),
    atPlaces(grants, 'children', (roots) => sql`${below(ctx, roots)} and depth <= 1 and ${inHomes('descendant_id')}`),
    atPlaces(grants, 'subtree', (roots) => sql`${below(ctx, roots)} and ${inHomes('descendant_id')}`),
  ].filter((place) => place !== undefined);
  return places.length === 0 ? sql`(select null::uuid as unit_id where false)` : sql`(select w.id as unit_id from (${sql.join(places, sql` union `)}) w(id))`;
}

function below(ctx: Ctx, roots: readonly string[]): RawBuilder<unknown> {
  return sql`select descendant_id from unit_closure where hierarchy = 'reach' and ancestor_id = any(${roots}::uuid[]) and valid @> ${ctx.today}::date`;
}

function anyOf(places: readonly (RawBuilder<unknown> | undefined)[]): RawBuilder<boolean> {
  const known = places.filter((place) => place !== undefined);
  return known.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(known, sql` or `)})`;
}

function atPlaces(grants: readonly Grant[], kind: Grant['reach'], predicate: (roots: readonly string[]) => RawBuilder<unknown>): RawBuilder<unknown> | undefined {
  const roots = rootsOf(grants, kind);
  return roots.length === 0 ? undefined : predicate(roots);
}

function rootsOf(grants: readonly Grant[], kind: Grant['reach']): string[] {
  return [...new Set(grants.filter((grant) => grant.reach === kind && grant.unitId).map((grant) => grant.unitId!))].toSorted();
}
