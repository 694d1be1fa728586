/**
 * Who stands on the list of a day: placed, in post, or on the road from one cell to another, within reach and under the
 * unit asked. Said twice, for the two ways of reading a list: as a question about one person, for a list that is walked
 * in its order until a page is full, and as the set of all of them, for places small enough to be gathered whole.
 */
import { sql, type RawBuilder } from 'kysely';
import { reach } from '../../../access/reach.ts';
import type { Verb } from '../../../access/verbs.ts';
import { heldOn } from '../../../figures/held.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import type { Home, Id } from '../../../platform/ids.ts';
import type { PostKind } from '../../posts/post.kinds.ts';
import { standsUnder } from '../../units/server/index.ts';

export interface Presence {
  readonly on: Day;
  /** All of them must hold at one and the same unit of the person. */
  readonly verbs: readonly Verb[];
  readonly unitId: Id<'unit'> | undefined;
  /** Only those who hold a post of these kinds. */
  readonly post: readonly PostKind[];
}

/** Predicate on `p`, a person. */
export function isPresent(ctx: Ctx, asked: Presence): RawBuilder<boolean> {
  const on = sql`${asked.on}::date`;
  const inPost = sql`coalesce((select true from tenures t join posts po on po.id = t.post_id
    where ${ofPerson('t', 'p')} and ${heldOn('t.valid', on)} and ${ofKind(asked)} and ${counts(ctx, asked, 'po.unit_id')} limit 1), false)`;
  if (asked.post.length > 0) return sql<boolean>`${inPost}`;
  return sql<boolean>`(coalesce((select true from placements pl where ${ofPerson('pl', 'p')} and ${placedOrOnTheRoad(on)} and ${counts(ctx, asked, 'pl.cell_id')} limit 1), false) or ${inPost})`;
}

/**
 * People (home_id, person_id) present at units of a set: a sub-select with the column unit_id. `settled` says which
 * condition all units of the set meet already.
 */
export function presentAt(ctx: Ctx, asked: Presence, given: { units: RawBuilder<unknown>; settled: Verb | 'unitId' }): RawBuilder<unknown> {
  const on = sql`${asked.on}::date`;
  const open = { ...asked, ...(given.settled === 'unitId' ? { unitId: undefined } : { verbs: asked.verbs.filter((verb) => verb !== given.settled) }) };
  const inPost = sql`select t.home_id, t.person_id, po.unit_id from ${given.units} u join posts po on po.unit_id = u.unit_id join tenures t on t.post_id = any(array[po.id])
    where ${heldOn('t.valid', on)} and ${ofKind(asked)}`;
  const placed = sql`select pl.home_id, pl.person_id, pl.cell_id as unit_id from ${given.units} u join placements pl on pl.cell_id = u.unit_id where ${placedOrOnTheRoad(on)}`;
  return sql`(select distinct s.home_id, s.person_id from (${asked.post.length > 0 ? inPost : sql`${placed} union all ${inPost}`}) s where ${counts(ctx, open, 's.unit_id')})`;
}

/** People whose rows lie in other homes and who were ever placed or in post in these: few, and still to be asked whether they are present. */
export function everFromElsewhere(homes: readonly Home[]): RawBuilder<unknown> {
  const crossed = (home: string, place: string) => sql`${sql.ref(home)} <> home_of(${sql.ref(place)}) and home_of(${sql.ref(place)}) = any(${homes}::smallint[])`;
  return sql`(select pl.home_id, pl.person_id from placements pl where ${crossed('pl.home_id', 'pl.cell_id')}
    union select t.home_id, t.person_id from tenures t where ${crossed('t.home_id', 't.post_id')})`;
}

/** The same as a set, however large: for counts that must be exact, and for posts of a kind. */
export function presentAnywhere(ctx: Ctx, asked: Presence): RawBuilder<unknown> {
  const on = sql`${asked.on}::date`;
  const [first, ...rest] = asked.verbs;
  const within = (column: string) => sql.join([first!, ...rest].map((verb) => reach(ctx, verb).over(column)), sql` and `);
  const inPost = sql`select t.home_id, t.person_id, po.unit_id from posts po join tenures t on t.post_id = po.id where ${heldOn('t.valid', on)} and ${ofKind(asked)} and ${within('po.unit_id')}`;
  const placed = sql`select pl.home_id, pl.person_id, pl.cell_id as unit_id from placements pl where ${placedOrOnTheRoad(on)} and ${within('pl.cell_id')}`;
  const under = asked.unitId ? sql`where ${standsUnder('s.unit_id', asked.unitId, asked.on)}` : sql``;
  return sql`(select distinct s.home_id, s.person_id from (${asked.post.length > 0 ? inPost : sql`${placed} union all ${inPost}`}) s ${under})`;
}

/**
 * Rows of a table that belong to a person. The array of one keeps the planner from the exclusion indexes, which hold the
 * same columns but take three times the pages to look one person up.
 */
export function ofPerson(alias: string, person: string): RawBuilder<boolean> {
  const column = (table: string, name: string) => sql.ref(`${table}.${name}`);
  return sql<boolean>`${column(alias, 'home_id')} = ${column(person, 'home_id')} and ${column(alias, 'person_id')} = any(array[${column(person, 'id')}])`;
}

/** At this unit the person counts: it lies within reach of all verbs, and under the unit asked. */
function counts(ctx: Ctx, { verbs, unitId, on }: Pick<Presence, 'verbs' | 'unitId' | 'on'>, column: string): RawBuilder<unknown> {
  const under = unitId ? [standsUnder(column, unitId, on)] : [];
  return sql.join([sql`true`, ...under, ...verbs.map((verb) => reach(ctx, verb).at(column))], sql` and `);
}

function ofKind({ post }: Presence): RawBuilder<unknown> {
  return post.length > 0 ? sql`po.kind = any(${[...post]}::text[])` : sql`true`;
}

function placedOrOnTheRoad(on: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(${heldOn('pl.valid', on)} or (pl.out_reason = 'transfer_out' and pl.kind = 'official' and upper(pl.valid) <= ${on}
    and exists (select from memberships m where ${own('m')} and ${heldOn('m.valid', on)})
    and not exists (select from placements l where ${own('l')} and l.kind = 'official' and lower(l.valid) >= upper(pl.valid) and lower(l.valid) <= ${on})))`;
}

function own(alias: string): RawBuilder<unknown> {
  return sql`${sql.ref(`${alias}.home_id`)} = pl.home_id and ${sql.ref(`${alias}.person_id`)} = any(array[pl.person_id])`;
}
