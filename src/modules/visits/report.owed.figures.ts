/**
 * Which reports a cadre owes to an organisation under whose regulation places are followed: the periods in which something was
 * followed. Periods are counted from January on; in a year the shortest of the lengths that held in it. A piece of SQL.
 */
import { sql } from 'kysely';
import type { Sql } from '../../figures/figure.ts';

/** Where no rule says how long one has to hand a report in. */
export const usualHandInDays = 10;

interface Asked {
  /** First and last day on which a period may have ended. */
  readonly from: Sql;
  readonly to: Sql;
  /** Of a regulation `g` and what was followed under it, `a`. */
  readonly where: Sql;
}

/** Rows (home_id, body_id, person_id, from_day, to_day). */
export function periodsOwed({ from, to, where }: Asked): Sql {
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
