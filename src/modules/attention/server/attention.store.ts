/** The only writer of what was put off: one row for each alert, unit and subject, in the home of the unit. */
import './attention.tables.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';

export interface Named {
  readonly alert: string;
  readonly unitId: Id<'unit'>;
  readonly subjectId: Id<'alertSubject'>;
}

/** Takes the place of an earlier one. */
export async function saveSnooze(ctx: Ctx, { alert, unitId, subjectId, since, until, reason }: Named & { readonly since: Day; readonly until: Day; readonly reason: string }): Promise<void> {
  const home = homeOf(unitId);
  const said = { since, until, reason, recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null };
  await ctx.db.insertInto('alert_snoozes').values({ home_id: home, id: newId(home), alert, unit_id: unitId, subject_id: subjectId, ...said })
    .onConflict((conflict) => conflict.columns(['home_id', 'unit_id', 'alert', 'subject_id']).doUpdateSet(said)).execute();
}

/** @returns whether there was one. */
export async function deleteSnooze(ctx: Ctx, { alert, unitId, subjectId }: Named): Promise<boolean> {
  const { numDeletedRows } = await ctx.db.deleteFrom('alert_snoozes').where('home_id', '=', homeOf(unitId)).where('unit_id', '=', unitId).where('alert', '=', alert).where('subject_id', '=', subjectId).executeTakeFirst();
  return numDeletedRows > 0n;
}
