/**
 * Which reports a cadre owes to an organisation under whose regulation places are followed: the periods in which something was
 * followed. Periods are counted from January on; in a year the shortest of the lengths that held in it. The one place that says so:
 * for lists, alert, figure and evaluation. Pieces of SQL.
 */
import { sql } from 'kysely';
import type { Sql } from '../../figures/figure.ts';
import { heldOn } from '../../figures/held.ts';
import { heirOf } from '../../figures/heirs.ts';
import { ruleInForce } from '../units/unit.figures.ts';

/** Where no rule says how long one has to hand a report in. */
export const usualHandInDays = 10;

interface Asked {
  /** First and last day on which a period may have ended. */
  readonly from: Sql;
  readonly to: Sql;
  /** Of a regulation `g` and what was followed under it, `a`. */
  readonly where: Sql;
}

/**
 * Rows (home_id, body_id, owner_id, person_id, from_day, to_day, due_on, report_id, handed_on): each period with the report of it, where
 * there is one. `owner_id` is who stands for the organisation on the last day asked about: what was not handed in to one that is gone
 * and that nobody took over whole is owed no more.
 */
export function reportsOwed(asked: Asked): Sql {
  return sql`(
    select x.home_id, x.body_id, h.id as owner_id, x.person_id, x.from_day, x.to_day, coalesce(r.due_on, x.to_day + coalesce(${ruleInForce('cadreReport.handInDays')}, ${sql.lit(usualHandInDays)})::int) as due_on, r.id as report_id, r.handed_on
    from (select o.*, o.body_id as unit_id, o.to_day as day from ${periodsOwed(asked)} o) x
    cross join lateral (select ${heirOf(sql`x.body_id`, asked.to)} as id) h
    left join cadre_reports r on r.home_id = x.home_id and r.unit_id = x.body_id and r.person_id = x.person_id and r.from_day = x.from_day
    where r.handed_on is not null or exists (select from unit_versions v where v.unit_id = any(array[h.id]) and ${heldOn('v.valid', asked.to)}))`;
}

/** Rows (home_id, body_id, person_id, from_day, to_day). */
function periodsOwed({ from, to, where }: Asked): Sql {
  return sql`(
    select y.home_id, y.body_id, y.person_id, p.from_day, p.to_day from (
      select g.home_id, g.unit_id as body_id, a.person_id, e.first, min(d.report_every_months)::int as months, range_agg(a.valid) as followed
      from oversight_regulations g join oversight_assignments a on a.home_id = g.home_id and a.regulation_id = g.id
      join oversight_duties d on d.home_id = a.home_id and d.regulation_id = a.regulation_id and d.tier = a.tier and d.report_every_months is not null
      cross join lateral generate_series(date_trunc('year', ${from}::timestamp), ${to}::timestamp, interval '1 year') e (first)
      where ${where} and a.valid && daterange(e.first::date, (e.first + interval '1 year')::date)
      group by g.home_id, g.unit_id, a.person_id, e.first) y
    cross join lateral generate_series(0, 11, y.months) o (month)
    cross join lateral (select (y.first + make_interval(months => o.month))::date as from_day, (y.first + make_interval(months => least(o.month + y.months, 12)))::date - 1 as to_day) p
    where p.to_day between ${from} and ${to} and y.followed && daterange(p.from_day, p.to_day, '[]'))`;
}
