/**
 * What an assignment owes in a span of days, pro rata of those on which the unit was followed, and what of it was done: the SQL twin of
 * `oversight/duty.ts`, of which a test holds both to the same numbers. Pieces of SQL.
 */
import { sql } from 'kysely';
import type { Sql } from '../../figures/figure.ts';
import { countsFor } from './visit.follows.figures.ts';

const daysOfYear = 365.25;

interface Within {
  /** First and last day. */
  readonly from: Sql;
  readonly to: Sql;
}

/** Where duties of a year are counted from: `yearSoFar` of the rule. */
function yearFrom({ from, to }: Within): Sql {
  return sql`least(${from}, date_trunc('year', ${to}::timestamp)::date)`;
}

/** Of an assignment `a` with its duties `d`: columns owed_visits, owed_cell, owed_committee, null where nothing is owed. */
export function owedColumns(within: Within): Sql {
  const days = (from: Sql) => sql`(upper(a.valid * daterange(${from}, ${within.to}, '[]')) - lower(a.valid * daterange(${from}, ${within.to}, '[]')))`;
  const [inPeriod, soFar] = [days(within.from), days(yearFrom(within))];
  const owed = (times: string, of: Sql, inDays: number) => sql`round(${sql.ref(`d.${times}`)} * ${of} / ${sql.lit(inDays)}::numeric)::int`;
  return sql`${owed('visits_per_quarter', inPeriod, daysOfYear / 4)} as owed_visits, ${owed('cell_meetings_per_year', soFar, daysOfYear)} as owed_cell, ${owed('committee_meetings_per_year', soFar, daysOfYear)} as owed_committee`;
}

/** One row: what its cadre did for the assignment `a` in the span (visits, meetings, last_on), and of the duties of a year by its end (cell, committee). */
export function doneIn(within: Within): Sql {
  const isIn = sql`v.visited_on >= ${within.from}`;
  return sql`(select (count(*) filter (where ${isIn}))::int as visits, (count(*) filter (where ${isIn} and v.kind in ('cellMeeting', 'committeeMeeting')))::int as meetings, max(v.visited_on) filter (where ${isIn}) as last_on,
      (count(*) filter (where v.kind = 'cellMeeting'))::int as cell, (count(*) filter (where v.kind = 'committeeMeeting'))::int as committee
    from visits v where v.visited_on between ${yearFrom(within)} and ${within.to} and ${countsFor('v', 'a')})`;
}

/** Rows `x` with the columns: of a short time or a tier without duties nothing is owed, and nothing was met. */
export const owesSomething = sql`(coalesce(x.owed_visits, 0) + coalesce(x.owed_cell, 0) + coalesce(x.owed_committee, 0) > 0)`;

/** Rows `o` with the columns of both. */
export const isMet = sql`(coalesce(o.visits >= o.owed_visits, true) and coalesce(o.cell >= o.owed_cell, true) and coalesce(o.committee >= o.owed_committee, true))`;
