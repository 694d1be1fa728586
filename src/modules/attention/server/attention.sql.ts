/**
 * One statement out of the declarations: the units asked about with the rules in force at each, the rows of every alert
 * there, and what was put off. The units are bounded before (`attention.scope.ts`), so that the work is.
 */
import { sql, type RawBuilder } from 'kysely';
import { reach } from '../../../access/reach.ts';
import type { Verb } from '../../../access/verbs.ts';
import { heldOn } from '../../../figures/held.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Alert } from '../attention.ts';
import { alerts as declared } from '../declared.ts';

type Sql = RawBuilder<unknown>;

/** The tables `reached` (units with their rules) and `found` (severity, alert, unit_id, subject_id, name, since, due, amount, meetings, at_id), to begin a statement with. */
export function foundAlerts(ctx: Ctx, { units, alerts }: { units: Sql; alerts: readonly Alert[] }): Sql {
  const verbs = [...new Set(alerts.map(({ verb }) => verb))];
  const parts = alerts.map((alert) => rowsOf(alert, verbs));
  return sql`
    with asked as materialized (${units}),
    ${rulesAt(ctx, alerts)},
    reached as materialized (
      select r.unit_id, v.kind as unit_kind, v.name as unit_name, ${ctx.today}::date as today, r.rules
        ${verbs.map((verb, index) => sql`, ${reach(ctx, verb).at('r.unit_id')} as ${sql.ref(columnOf(index))}`).reduce((all, one) => sql`${all}${one}`, sql``)}
      from ruled r join unit_versions v on v.unit_id = any(array[r.unit_id]) and ${heldOn('v.valid', sql`${ctx.today}::date`)}
    ),
    ${sharedRows(alerts, verbs)}
    found as materialized (${sql.join(parts, sql` union all `)})`;
}

const toldAbove = declared.flatMap(({ toldAbove: isTold }, severity) => (isTold ? [severity] : []));

/**
 * Rows of `found`, each with what tells it from others of its matter (`apart_at`: nothing where the same is told at several units),
 * whether only others may put it off, and how far down it stands.
 */
export function ranked(ctx: Ctx): Sql {
  const isTold = sql`f.severity = any(${toldAbove}::int[])`;
  return sql`(select f.*, case when not ${isTold} then f.unit_id end as apart_at, ${isTold} and not ${reach(ctx, 'attention.snooze').at('f.unit_id')} as is_others,
    case when ${isTold} then (select count(*) from unit_closure c where c.hierarchy = 'party' and c.descendant_id = f.unit_id and ${heldOn('c.valid', sql`${ctx.today}::date`)}) end as depth from found f)`;
}

/** What makes two rows of `ranked` one in a list, and which of them it has: one that the reader may put off, the highest of these. */
export const once = { key: sql`f.alert, f.subject_id, f.apart_at`, first: sql`f.is_others, f.depth, f.unit_id` };

/** `found` as one list has it. */
export function listedOnce(ctx: Ctx): Sql {
  return sql`(select distinct on (${once.key}) f.* from ${ranked(ctx)} f order by ${once.key}, ${once.first})`;
}

/** Each alert sees only the units at which its subject may be seen. */
function rowsOf(alert: Alert, verbs: readonly Verb[]): Sql {
  return sql`(select ${sql.lit(declared.indexOf(alert))}::int as severity, ${alert.id}::text as alert, f.unit_id, f.subject_id, f.name::text as name, f.since::date as since, f.due::date as due, f.amount::int as amount, ${alert.listsMeetings ? sql`f.meetings` : sql`null::jsonb`} as meetings, ${alert.toldAbove ? sql`f.at_id` : sql`null::uuid`} as at_id
    from (${withinScope(alert, verbs)}) f)`;
}

function sharedRows(alerts: readonly Alert[], verbs: readonly Verb[]): Sql {
  const all = [...new Set(alerts.flatMap(({ from }) => from ?? []))];
  return all.reduce((before, shared) => sql`${before}${sql.ref(shared.name)} as materialized (${withinScope(shared, verbs)}), `, sql``);
}

function withinScope({ verb, rows }: Pick<Alert, 'verb' | 'rows'>, verbs: readonly Verb[]): Sql {
  return sql`with scope as materialized (select * from reached where ${sql.ref(columnOf(verbs.indexOf(verb)))}) select r.* from (${rows}) r`;
}

function columnOf(index: number): string {
  return `may_${index}`;
}

/** The country's own stand as if above everything. */
const country = sql`'00000000-0000-0000-0000-000000000000'::uuid`;

/** Of the nearest scope above in any tree, as everywhere where a rule is applied (`rule.reads.ts`); a row for every unit, whether or not a rule is set. */
function rulesAt({ today }: Ctx, alerts: readonly Alert[]): Sql {
  const keys = [...new Set(alerts.flatMap(({ rules }) => rules))];
  return sql`
    in_force as materialized (
      select r.key, coalesce(r.scope_unit_id, ${country}) as place,
        jsonb_build_object('value', (r.value #>> '{}')::numeric, 'document', r.document, 'article', r.article, 'confidence', r.confidence, 'replacedBy', r.replaced_by) as rule
      from rules r where r.key = any(${keys}::text[]) and ${heldOn('r.valid', sql`${today}::date`)}
    ),
    ruled as materialized (
      select n.unit_id, coalesce(jsonb_object_agg(n.key, n.rule) filter (where n.key is not null), '{}') as rules from (
        select distinct on (w.unit_id, f.key) w.unit_id, f.key, f.rule
        from (
          select unit_id, ${country} as place, null::int as depth from asked
          union all
          select a.unit_id, c.ancestor_id, c.depth from asked a join unit_closure c on c.hierarchy = 'reach' and c.descendant_id = a.unit_id and ${heldOn('c.valid', sql`${today}::date`)}
        ) w left join in_force f on f.place = w.place
        order by w.unit_id, f.key, w.depth nulls last
      ) n group by n.unit_id
    )`;
}
