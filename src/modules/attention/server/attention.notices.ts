/**
 * What is new in the list of what needs attention, for whoever answers for the units: told together once a day (`notices`).
 * A notice keeps how many at which unit, and is shown for the units that are still within reach.
 */
import { createHash } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import { reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { NoticeSource } from '../../notices/server/index.ts';
import { unitNameAt } from '../../units/server/index.ts';
import { alerts } from '../declared.ts';
import { snoozes } from './attention.reads.ts';
import { unitsAsked } from './attention.scope.ts';
import { foundAlerts, listedOnce } from './attention.sql.ts';

export const attentionNotices: NoticeSource = { kinds: ['attention.new'], events: [], tell: async () => [], shown };

export interface Needing {
  readonly unitId: Id<'unit'>;
  /** The same for as long as the same thing stands in the list for the same reason. */
  readonly key: string;
}

interface NeedingRow {
  readonly alert: string;
  readonly unit_id: Id<'unit'>;
  readonly subject_id: string;
  readonly since: string;
}

/** All that the caller could settle or put off, of units that he may look through at once; undefined where these are too many. */
export async function listNeeding(ctx: Ctx): Promise<Needing[] | undefined> {
  if (reach(ctx, 'attention.snooze').isEmpty) return [];
  const units = await unitsAsked(ctx, undefined).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'attention.tooMuchAtOnce') return undefined;
    throw error;
  });
  if (!units) return undefined;
  const found = await rows(ctx.db, sql<NeedingRow>`${foundAlerts(ctx, { units, alerts })}
    select f.alert, f.unit_id, f.subject_id, f.since from ${listedOnce(ctx)} f ${snoozes(ctx)} where s.id is null and ${reach(ctx, 'attention.snooze').at('f.unit_id')}`);
  return found.map((row) => ({ unitId: row.unit_id, key: createHash('sha256').update([row.alert, row.unit_id, row.subject_id, row.since].join(' ')).digest('base64url').slice(0, 12) }));
}

function shown(ctx: Ctx): RawBuilder<unknown> {
  return sql`select jsonb_build_object('count', w.count, 'unit', ${unitNameAt('w.unit_id', sql`${ctx.today}::date`)}, 'opens', true) as facts from (
    select sum(u.count)::int as count, case when count(*) = 1 then (array_agg(u.id))[1] end as unit_id
    from jsonb_to_recordset(n.facts -> 'units') u (id uuid, count int) where ${reach(ctx, 'attention.read').at('u.id')} having count(*) > 0) w`;
}
