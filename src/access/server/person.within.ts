/**
 * The one definition of a person within reach: through the units where he is or was placed, and those where he holds or
 * held a post; `today` asks only for what holds today. As a predicate for lists and as an answer about one person.
 */
import { sql, type RawBuilder } from 'kysely';
import { primaryOf, type Ctx } from '../../platform/context.ts';
import type { Day } from '../../platform/day.ts';
import { firstRow } from '../../platform/db/database.ts';
import { homeOf, type Id } from '../../platform/ids.ts';
import { reach } from '../reach.ts';
import type { Verb } from '../verbs.ts';

/** The person of a row: the columns that hold home and id, such as `e.home_id` and `e.person_id`. */
export interface PersonColumns {
  readonly home: string;
  readonly id: string;
}

export interface When {
  readonly when: 'ever' | 'today';
}

export type Whom = Id<'person'> | PersonColumns;

/** Predicate: the person is within reach of the verb. */
export function wherePersonWithin(ctx: Ctx, verb: Verb, whom: Whom, { when }: When): RawBuilder<boolean> {
  const within = reach(ctx, verb);
  if (within.isEmpty) return sql<boolean>`false`;
  return sql<boolean>`exists (select from ${unitsOfPerson(whom, when === 'today' ? ctx.today : undefined)} pu where ${within.at('pu.unit_id')})`;
}

export async function personWithin(ctx: Ctx, verb: Verb, personId: Id<'person'>, { when }: When = { when: 'ever' }): Promise<boolean> {
  const row = await firstRow(primaryOf(ctx), sql<{ found: boolean }>`select ${wherePersonWithin(ctx, verb, personId, { when })} as found`);
  return row?.found ?? false;
}

/**
 * Rows (unit_id) of a person's units, of all time or of one day. Rows of a person live in his home: both tables are asked
 * in one place. An array of one keeps the planner from the exclusion indexes, which take three times the pages.
 */
export function unitsOfPerson(whom: Whom, on?: Day): RawBuilder<{ unit_id: string }> {
  const [home, id] = typeof whom === 'string' ? [sql`${homeOf(whom)}`, sql`${whom}`] : [sql.ref(whom.home), sql.ref(whom.id)];
  const held = (valid: string) => (on === undefined ? sql`true` : sql`${sql.ref(valid)} @> ${on}::date`);
  return sql`(select xp.cell_id as unit_id from placements xp where xp.home_id = ${home} and xp.person_id = any(array[${id}]::uuid[]) and ${held('xp.valid')}
    union all select xo.unit_id from tenures xt join posts xo on xo.id = xt.post_id where xt.home_id = ${home} and xt.person_id = any(array[${id}]::uuid[]) and ${held('xt.valid')})`;
}
