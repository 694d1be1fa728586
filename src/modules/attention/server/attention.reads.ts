/** Reads of the attention list: a page of it, how many of each, whether one thing stands in it. Nothing here writes. */
import './attention.tables.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import { reach } from '../../../access/reach.ts';
import { heldOn } from '../../../figures/held.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { RuleInForce } from '../../rules/server/index.ts';
import type { RuleKey } from '../../rules/rule.keys.ts';
import { unitNameAt } from '../../units/server/index.ts';
import { hrefOf, type Alert } from '../attention.ts';
import type { attentionContract } from '../attention.contract.ts';
import type { AttentionItem } from '../attention.record.ts';
import { alerts, findAlert } from '../declared.ts';
import { unitAlone, unitsAsked } from './attention.scope.ts';
import { foundAlerts, listedOnce, once, ranked } from './attention.sql.ts';

type Input<K extends keyof typeof attentionContract> = z.output<(typeof attentionContract)[K]['input']>;
type Answer<K extends keyof typeof attentionContract> = z.input<(typeof attentionContract)[K]['output']>;
type Rule = Pick<RuleInForce, 'value' | 'document' | 'article' | 'confidence'> & { readonly replacedBy: string | null };

export interface AlertRow {
  readonly severity: number;
  readonly alert: string;
  readonly unit_id: Id<'unit'>;
  readonly unit_name: string;
  readonly subject_id: Id<'alertSubject'>;
  readonly name: string | null;
  readonly since: Day;
  readonly due: Day | null;
  readonly amount: number | null;
  readonly meetings: AttentionItem['meetings'] | null;
  readonly rules: Readonly<Partial<Record<RuleKey, Rule>>>;
  readonly until: Day | null;
  readonly reason: string | null;
  readonly by: string | null;
  readonly may_snooze: boolean;
}

/** A snooze holds up to the day before: on its day the row is back by itself. The next month's missing meeting, or another absence, was not put off with it. */
export function snoozes({ today }: Ctx) {
  return sql`left join alert_snoozes s on s.home_id = home_of(f.unit_id) and s.unit_id = f.unit_id and s.alert = f.alert and s.subject_id = f.subject_id and f.since <= s.since and s.until > ${today}::date`;
}

/** Alert by alert, within one by its last day, or by the day since which it is so. */
export async function listAttention(ctx: Ctx, input: Input<'list'>): Promise<Answer<'list'>> {
  const after = readCursor(input.cursor, z.tuple([z.int(), z.iso.date(), z.string(), z.guid(), z.guid()]));
  const asked = input.alert ? [...new Set(input.alert)].map(knownAlert) : alerts;
  const units = await unitsAsked(ctx, input.unitId);
  if (asked.length === 0) return { items: [], next: null };
  const order = sql`f.severity, coalesce(f.due, f.since), v.name collate vietnamese, f.unit_id, f.subject_id`;
  const seek = after ? sql`and (${order}) > (${after[0]}::int, ${after[1]}::date, ${after[2]}::text collate vietnamese, ${after[3]}::uuid, ${after[4]}::uuid)` : sql``;
  // Names come by index, and what else is shown is read for the page alone: joined to a list of units, many rows would each walk it whole.
  const found = await rows(ctx.db, sql<AlertRow>`${foundAlerts(ctx, { units, alerts: asked })}
    select p.*, ${nameRead(ctx)}, ${meetingsRead(ctx, 'p.unit_id')}, u.rules, c.display_name as by, ${reach(ctx, 'attention.snooze').at('p.unit_id')} as may_snooze
    from (
      select row_number() over (order by ${order}) as place, f.severity, f.alert, f.unit_id, f.subject_id, f.name as called, f.at_id, f.since, f.due, f.amount, f.meetings as told, v.name as unit_name, s.until, s.reason, s.recorded_by
      from ${listedOnce(ctx)} f join unit_versions v on v.unit_id = any(array[f.unit_id]) and ${heldOn('v.valid', sql`${ctx.today}::date`)} ${snoozes(ctx)}
      where ${input.snoozed ? sql`s.id is not null` : sql`s.id is null`} ${seek} order by ${order} limit ${input.limit + 1}
    ) p join reached u on u.unit_id = p.unit_id left join accounts c on c.id = p.recorded_by order by p.place`);
  return pageOf(found, { limit: input.limit, key: (row) => [row.severity, row.due ?? row.since, row.unit_name, row.unit_id, row.subject_id], item: itemOf });
}

/** Of the column `told` of `p`: meetings are told only to whoever reads them there. */
export function meetingsRead(ctx: Ctx, unitColumn: string) {
  return sql`case when ${reach(ctx, 'meeting.read').at(unitColumn)} then p.told end as meetings`;
}

/** Of `p`: how it is called, after the unit where it is to be settled where that is another one and may be read. */
export function nameRead(ctx: Ctx) {
  return sql`coalesce(case when p.at_id <> p.unit_id and ${reach(ctx, 'unit.read').at('p.at_id')} then ${unitNameAt('p.at_id', sql`${ctx.today}::date`)} || ': ' end, '') || p.called as name`;
}

export function itemOf(row: AlertRow): AttentionItem {
  const alert = knownAlert(row.alert);
  return {
    alert: row.alert, unit: { id: row.unit_id, name: row.unit_name }, subject: { kind: alert.subject, id: row.subject_id, name: row.name ?? row.unit_name },
    since: row.since, dueOn: row.due, amount: row.amount, href: hrefOf(alert, { subjectId: row.subject_id, unitId: row.unit_id }),
    meetings: row.meetings ?? [],
    citations: alert.rules.flatMap((key) => citationOf(key, row.rules[key])),
    snooze: row.until === null ? null : { until: row.until, reason: row.reason ?? '', by: row.by }, may: row.may_snooze ? ['attention.snooze'] : [],
  };
}

function citationOf(key: RuleKey, rule: Rule | undefined): AttentionItem['citations'] {
  return rule ? [{ key, value: rule.value, document: rule.document, article: rule.article, confidence: rule.confidence, replacedBy: rule.replacedBy }] : [];
}

interface Count {
  readonly alert: string | null;
  readonly id: Id<'unit'> | null;
  readonly name: string | null;
  readonly count: number;
  readonly snoozed: number;
}

export async function summarise(ctx: Ctx, { unitId }: Input<'summary'>): Promise<Answer<'summary'>> {
  const units = await unitsAsked(ctx, unitId);
  const counts = await rows(ctx.db, sql<Count>`${foundAlerts(ctx, { units, alerts })},
    shown as materialized (select f.alert, f.subject_id, f.apart_at, f.is_others, f.depth, f.unit_id, s.id is not null as is_snoozed from ${ranked(ctx)} f ${snoozes(ctx)})
    select * from (
      select alert, null::uuid as id, null::text as name, count(*) filter (where not is_snoozed)::int as count, count(*) filter (where is_snoozed)::int as snoozed
        from (select distinct on (${once.key}) * from shown f order by ${once.key}, ${once.first}) l group by alert
      ${unitId ? sql`union all ${byChild(ctx, unitId)}` : sql``}
    ) c order by c.count desc, c.name collate vietnamese, c.id`);
  const byAlert = new Map(counts.map((row) => [row.alert, row]));
  return {
    asOf: ctx.today,
    alerts: alerts.map((alert) => ({ ...wordsOf(alert), count: byAlert.get(alert.id)?.count ?? 0, snoozed: byAlert.get(alert.id)?.snoozed ?? 0 })),
    units: counts.flatMap(({ id, name, count }) => (id ? [{ id, name: name ?? '', count }] : [])),
  };
}

export function wordsOf({ id, subject, title, explanation, act, amount, toldAbove, rules }: Alert) {
  return { id, subject, title, explanation, act: act.label, amount: amount ?? null, toldAbove: toldAbove ?? false, rules: [...rules] };
}

/** As the list of each child has it. Children that may be read: the name of one beyond reach is told to nobody, whatever stands below it. */
function byChild(ctx: Ctx, unitId: Id<'unit'>) {
  const today = sql`${ctx.today}::date`;
  return sql`select null, of_child.child_id, ${unitNameAt('of_child.child_id', today)}, count(*)::int, 0 from (
    select distinct on (child.descendant_id, ${once.key}) child.descendant_id as child_id, f.is_snoozed
    from shown f join unit_closure c on c.hierarchy = 'party' and c.descendant_id = f.unit_id and ${heldOn('c.valid', today)}
    join unit_closure child on child.hierarchy = 'party' and child.ancestor_id = ${unitId} and child.descendant_id = c.ancestor_id and child.depth = 1 and ${heldOn('child.valid', today)}
    where ${reach(ctx, 'attention.read').at('child.descendant_id')} order by child.descendant_id, ${once.key}, ${once.first}
  ) of_child where not is_snoozed group by child_id`;
}

/** Since when the alert is told at that unit about that subject, snoozed or not; undefined where it is not. */
export async function sinceThere(ctx: Ctx, alert: Alert, { unitId, subjectId }: { unitId: Id<'unit'>; subjectId: Id<'alertSubject'> }): Promise<Day | undefined> {
  const row = await firstRow(ctx.db, sql<{ since: Day }>`${foundAlerts(ctx, { units: unitAlone(unitId), alerts: [alert] })} select since from found where subject_id = ${subjectId}`);
  return row?.since;
}

export function knownAlert(id: string): Alert {
  const alert = findAlert(id);
  if (!alert) throw new Problem({ code: 'attention.unknown', kind: 'invalid', data: { alert: id } });
  return alert;
}
