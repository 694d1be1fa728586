/** What needs attention for phones, unit by unit, what was put off too. Nothing here writes. */
import { sql } from 'kysely';
import { reach } from '../../../access/reach.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import type { SyncSource } from '../../../sync/source.ts';
import type { AttentionRecord } from '../attention.record.ts';
import { alerts } from '../declared.ts';
import { itemOf, meetingsRead, nameRead, snoozes, wordsOf, type AlertRow } from './attention.reads.ts';
import { foundAlerts } from './attention.sql.ts';

type CarriedRow = Pick<AlertRow, 'unit_id' | 'unit_name'> & (AlertRow | { readonly alert: null });

export const attentionSource: SyncSource = {
  type: 'attention',
  records: async (ctx, units) => {
    const readable = sql`select q.id as unit_id from unnest(${units}::uuid[]) q (id) where ${reach(ctx, 'attention.read').at('q.id')}`;
    // A unit where nothing stands has a row too: that nothing does is to be told.
    const found = await rows(ctx.db, sql<CarriedRow>`${foundAlerts(ctx, { units: readable, alerts })}
      select u.unit_id, u.unit_name, u.rules, p.severity, p.alert, p.subject_id, ${nameRead(ctx)}, p.since, p.due, p.amount, ${meetingsRead(ctx, 'u.unit_id')}, p.until, p.reason, c.display_name as by, ${reach(ctx, 'attention.snooze').at('u.unit_id')} as may_snooze
      from reached u left join (select f.*, f.name as called, f.meetings as told, s.until, s.reason, s.recorded_by from found f ${snoozes(ctx)}) p on p.unit_id = u.unit_id left join accounts c on c.id = p.recorded_by
      order by u.unit_id, p.severity, p.subject_id`);
    return [...Map.groupBy(found, ({ unit_id }) => unit_id)].map(([id, own]) => ({ id, body: recordOf(id, own) }));
  },
};

function recordOf(id: Id<'unit'>, own: readonly CarriedRow[]): AttentionRecord {
  const standing = own.filter((row) => row.alert !== null);
  const told = new Set(standing.map(({ alert }) => alert));
  return {
    unit: { id, name: own[0]?.unit_name ?? '' },
    alerts: alerts.flatMap((alert, place) => (told.has(alert.id) ? [{ ...wordsOf(alert), place }] : [])),
    items: standing.map(itemOf),
  };
}
