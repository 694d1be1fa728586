/**
 * A person is within somebody's reach through units: the cells where the person is or was placed, the units whose posts
 * the person holds or held. Reading asks for any time; contacts and acts ask for today.
 */
import { sql, type RawBuilder } from 'kysely';
import { reach } from '../../../access/reach.ts';
import type { Verb } from '../../../access/verbs.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';

/** Predicate: the person `alias` is placed or in post on the day where the verb may be done. */
export function presentWhere(ctx: Ctx, alias: string, { verb, on }: { verb: Verb; on: Day }): RawBuilder<boolean> {
  const own = (spell: string) => sql`${sql.ref(`${spell}.home_id`)} = ${sql.ref(`${alias}.home_id`)} and ${sql.ref(`${spell}.person_id`)} = ${sql.ref(`${alias}.id`)}`;
  const within = reach(ctx, verb);
  return sql<boolean>`(exists (select from placements xp where ${own('xp')} and xp.valid @> ${on}::date and ${within.over('xp.cell_id')})
    or exists (select from tenures xt join posts xo on xo.id = xt.post_id where ${own('xt')} and xt.valid @> ${on}::date and ${within.over('xo.unit_id')}))`;
}

export async function isReadable(ctx: Ctx, id: Id<'person'>): Promise<boolean> {
  const within = reach(ctx, 'person.read');
  const row = await firstRow(ctx.db, sql<{ ok: boolean }>`select
    exists (select from placements pl where pl.home_id = ${homeOf(id)} and pl.person_id = ${id} and ${within.over('pl.cell_id')})
    or exists (select from tenures t join posts po on po.id = t.post_id where t.home_id = ${homeOf(id)} and t.person_id = ${id} and ${within.over('po.unit_id')}) as ok`);
  return row?.ok ?? false;
}

/**
 * Whether the verb may be done on the person where he or she is placed or in post today. Somebody who is nowhere today
 * (left, died) stays in the care of the units of before, except for contacts.
 */
export async function mayOnPerson(ctx: Ctx, verb: Verb, id: Id<'person'>): Promise<boolean> {
  const within = reach(ctx, verb);
  if (within.isEmpty) return false;
  const row = await firstRow(ctx.db, sql<{ today: boolean; ever: boolean; elsewhere: boolean }>`
    select coalesce(bool_or(s.mine and s.valid @> ${ctx.today}::date), false) as today, coalesce(bool_or(s.mine), false) as ever, coalesce(bool_or(s.valid @> ${ctx.today}::date), false) as elsewhere
    from (
      select pl.valid, ${within.over('pl.cell_id')} as mine from placements pl where pl.home_id = ${homeOf(id)} and pl.person_id = ${id}
      union all select t.valid, ${within.over('po.unit_id')} from tenures t join posts po on po.id = t.post_id where t.home_id = ${homeOf(id)} and t.person_id = ${id}) s`);
  if (!row) return false;
  return row.today || (verb !== 'person.contact' && row.ever && !row.elsewhere);
}

/** Lets an act on the person go on: 404 where the person may not even be read, 403 naming the verb. */
export async function takePerson(ctx: Ctx, verb: Verb, id: Id<'person'>): Promise<void> {
  if (await mayOnPerson(ctx, verb, id)) return;
  if (await isReadable(ctx, id)) throw new Problem({ code: 'platform.forbidden', kind: 'forbidden', data: { verb } });
  throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
}
