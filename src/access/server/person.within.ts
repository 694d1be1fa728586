/** A person is within reach through the units where he is or was placed, and those where he holds or held a post. */
import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import { firstRow } from '../../platform/db/database.ts';
import { homeOf, type Id } from '../../platform/ids.ts';
import { reach } from '../reach.ts';
import type { Verb } from '../verbs.ts';

/** Rows (unit_id) of a person's units. Rows of a person live in his home, so both tables are asked in one place. */
export function unitsOfPerson(personId: Id<'person'>): RawBuilder<{ unit_id: string }> {
  const home = homeOf(personId);
  return sql`(select p.cell_id as unit_id from placements p where p.home_id = ${home} and p.person_id = ${personId}
    union select o.unit_id from tenures t join posts o on o.id = t.post_id where t.home_id = ${home} and t.person_id = ${personId})`;
}

export async function personWithin(ctx: Ctx, verb: Verb, personId: Id<'person'>): Promise<boolean> {
  const within = reach(ctx, verb);
  if (within.isEmpty) return false;
  const row = await firstRow(ctx.db, sql<{ found: boolean }>`select exists (select from ${unitsOfPerson(personId)} pu where ${within.over('pu.unit_id')}) as found`);
  return row?.found ?? false;
}
