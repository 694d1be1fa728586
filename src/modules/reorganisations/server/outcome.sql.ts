/** Pieces of SQL that the handovers share. */
import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/problem.ts';
import type { OutcomeList } from '../reorganisation.lists.ts';
import type { ReorganisationId } from '../reorganisation.ts';

/** Rows of a list of the change set, under the alias `o`. */
export function listOf(id: ReorganisationId, list: OutcomeList): RawBuilder<unknown> {
  return sql`o.reorganisation_id = ${id} and o.list = ${list}`;
}

/**
 * Runs a statement that writes the rows named by a list (`which` of them) where they still are as the list says. Of a row
 * that somebody changed meanwhile nothing is overwritten.
 * @throws Problem platform.stale where fewer rows were written than the list names
 */
export async function writeListed(ctx: Ctx, { id, list, which }: { id: ReorganisationId; list: OutcomeList; which: RawBuilder<unknown> }, statement: RawBuilder<unknown>): Promise<void> {
  const { numAffectedRows } = await statement.execute(ctx.db);
  const named = await firstRow(ctx.db, sql<{ count: number }>`select count(*) as count from reorganisation_outcomes o where ${listOf(id, list)} and ${which}`);
  if (Number(numAffectedRows ?? 0n) !== named?.count) throw new Problem({ code: 'platform.stale', kind: 'stale' });
}

/** Of a row found by its key. The planner would look for the period in the index that keeps overlaps out, which takes a thousand times longer. */
export function isSame(period: RawBuilder<unknown>, other: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`(${period} = ${other}) is true`;
}

/** Number of a further row of the list. Window order as given. */
export function nextSeq(id: ReorganisationId, list: OutcomeList, order: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select coalesce(max(o.seq), 0) from reorganisation_outcomes o where ${listOf(id, list)}) + row_number() over (order by ${order})`;
}

/**
 * An id for each row that a statement over many rows makes: time and home as `newId` sets them, the rest from the change
 * set and what the row stands for, so that nothing random is asked of the database.
 */
export function derivedId(ctx: Ctx, { id, home, seed }: { id: ReorganisationId; home: RawBuilder<unknown>; seed: RawBuilder<unknown> }): RawBuilder<unknown> {
  const time = ctx.now.getTime().toString(16).padStart(12, '0');
  const hash = sql`md5(${id}::text || ${seed})`;
  return sql`(${`${time.slice(0, 8)}-${time.slice(8)}-7`}::text || lpad(to_hex(${home}::int), 3, '0') || '-8' || substr(${hash}, 1, 3) || '-' || substr(${hash}, 4, 12))::uuid`;
}
