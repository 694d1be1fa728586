/**
 * Tells the figures whom a change set hands over: members, holders of posts, units that get or lose posts. What becomes of
 * the units themselves is told where they are written. Called before rows go and after rows came.
 */
import { sql } from 'kysely';
import { markPeople, markUnits } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { addDays } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import type { UnitId } from '../../units/unit.ts';
import type { PersonId } from '../reorganisation.ts';
import type { AppliedReform } from './handover.ts';

export async function markHandedOver(ctx: Ctx, { id, on }: AppliedReform): Promise<void> {
  // What ends with the day before may count differently on that last day already.
  const from = addDays(on, -1);
  const people = await rows(ctx.db, sql<{ id: PersonId }>`
    select distinct person_id as id from reorganisation_outcomes where reorganisation_id = ${id} and list in ('member', 'tenure', 'appointment')`);
  await markPeople(ctx.db, people.map((person) => person.id), from);
  const units = await rows(ctx.db, sql<{ id: UnitId }>`
    select distinct unit_id as id from reorganisation_outcomes where reorganisation_id = ${id} and list in ('tenure', 'post', 'appointment')`);
  await markUnits(ctx.db, units.map((unit) => unit.id), from);
}
