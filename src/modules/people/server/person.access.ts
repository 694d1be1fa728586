/**
 * What may be done with a person: reading asks for any time at which the person was within reach
 * (`access/server/person.within.ts`), contacts and acts ask for today.
 */
import { sql } from 'kysely';
import { personWithin, unitsOfPerson, wherePersonWithin } from '../../../access/server/index.ts';
import type { Verb } from '../../../access/verbs.ts';
import { primaryOf, type Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';

export function isReadable(ctx: Ctx, id: Id<'person'>): Promise<boolean> {
  return personWithin(ctx, 'person.read', id);
}

/**
 * Whether the verb may be done on the person where he or she is placed or in post today. Somebody who is nowhere today
 * (left, died) stays in the care of the units of before, except for contacts.
 */
export async function mayOnPerson(ctx: Ctx, verb: Verb, id: Id<'person'>): Promise<boolean> {
  const row = await firstRow(primaryOf(ctx), sql<{ today: boolean; ever: boolean; nowhere: boolean }>`
    select ${wherePersonWithin(ctx, verb, id, { when: 'today' })} as today, ${wherePersonWithin(ctx, verb, id, { when: 'ever' })} as ever,
      not exists (select from ${unitsOfPerson(id, ctx.today)} pu) as nowhere`);
  if (!row) return false;
  return row.today || (verb !== 'person.contact' && row.ever && row.nowhere);
}

/** Lets an act on the person go on: 404 where the person may not even be read, 403 naming the verb. */
export async function takePerson(ctx: Ctx, verb: Verb, id: Id<'person'>): Promise<void> {
  if (await mayOnPerson(ctx, verb, id)) return;
  if (await isReadable(ctx, id)) throw new Problem({ code: 'platform.forbidden', kind: 'forbidden', data: { verb } });
  throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
}
