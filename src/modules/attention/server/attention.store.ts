/** The only writer of what was put off: one row for each alert, unit and subject, in the home of the unit. */
import './attention.tables.ts';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import type { Snoozed } from '../attention.snooze.ts';
import type { AlertSnoozesTable } from './attention.tables.ts';

export interface Named {
  readonly alert: string;
  readonly unitId: Id<'unit'>;
  readonly subjectId: Id<'alertSubject'>;
}

type Snooze = Named & Snoozed & { readonly since: Day };
export type SnoozeRow = Selectable<AlertSnoozesTable>;

/** @returns the row that stands there already, locked; undefined where there was none and this one is saved. */
export async function saveFirstOrLock(ctx: Ctx, { alert, unitId, subjectId, ...rest }: Snooze): Promise<SnoozeRow | undefined> {
  const home = homeOf(unitId);
  const id = newId(home);
  // Nothing is changed of a row that stands there: of two at the same moment the second waits for it and reads it.
  const row = await ctx.db.insertInto('alert_snoozes').values({ home_id: home, id, alert, unit_id: unitId, subject_id: subjectId, ...said(ctx, rest) })
    .onConflict((conflict) => conflict.columns(['home_id', 'unit_id', 'alert', 'subject_id']).doUpdateSet({ alert })).returningAll().executeTakeFirstOrThrow();
  return row.id === id ? undefined : row;
}

/** Takes the place of a row that was locked. */
export async function replaceSnooze(ctx: Ctx, { home_id: home, id }: SnoozeRow, given: Snoozed & { readonly since: Day }): Promise<void> {
  await ctx.db.updateTable('alert_snoozes').set(said(ctx, given)).where('home_id', '=', home).where('id', '=', id).execute();
}

export async function lockSnooze(ctx: Ctx, { alert, unitId, subjectId }: Named): Promise<SnoozeRow | undefined> {
  return ctx.db.selectFrom('alert_snoozes').selectAll().where('home_id', '=', homeOf(unitId)).where('unit_id', '=', unitId).where('alert', '=', alert).where('subject_id', '=', subjectId).forUpdate().executeTakeFirst();
}

export async function deleteSnooze(ctx: Ctx, { home_id: home, id }: SnoozeRow): Promise<void> {
  await ctx.db.deleteFrom('alert_snoozes').where('home_id', '=', home).where('id', '=', id).execute();
}

function said({ now, actor }: Ctx, { since, until, reason }: Snoozed & { readonly since: Day }) {
  return { since, until, reason, recorded_at: now, recorded_by: actor?.accountId ?? null };
}
