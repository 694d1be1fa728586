/** Which marks concern a figure, and of which days: what of a marked group is kept of other days is believed. */
import { sql } from 'kysely';
import { recordKinds, type Figure, type Sql, type Subject } from '../../figure.ts';
import type { System } from './anchors.ts';
import { firstOfMonth, lastOfMonth } from './months.ts';

/** Such marks are of a month, and of as many days after it as look back to it. */
export const marksOfMonths: readonly string[] = ['meetings', 'absences', ...recordKinds];

/** Which of them concern a subject that looks at something. */
export const toldBy: Readonly<Record<NonNullable<Subject['looksAt']>['what'], readonly string[]>> = {
  meetings: ['meetings'], absences: ['meetings', 'absences'], petitions: ['petitions'], tasks: ['tasks'], documents: ['documents'], regulations: ['regulations'], cascades: ['cascades'],
};

/** Rows (id): the unit and whoever took it over whole, on whatever day. */
export function withHeirs(unit: Sql): Sql {
  return sql`(select ${unit} as id union all select k.ancestor_id from unit_closure k where k.hierarchy = 'succession' and k.descendant_id = ${unit} and k.depth > 0)`;
}

/** A mark `m` may change what the figure says. */
export function concerns({ subject: { looksAt } }: Figure): Sql {
  const told = looksAt ? toldBy[looksAt.what] : ['people'];
  return sql`(m.about is null or m.about = any(${told}::text[]))`;
}

/**
 * Rows (group_id, days): the groups whose units are marked, and of which kept days. What holds from a day on is one row of each group:
 * an import marks a group thousands of times, and each row is compared with each point of a series.
 */
export function markedGroups(figure: Figure, system: System): Sql {
  const { keptBy, looksAt } = figure.subject;
  const month = looksAt ? sql`case when m.about is not null then ${firstOfMonth(sql`m.from_day`)} end` : sql`null::date`;
  const marked = sql`${month} as month, coalesce(m.from_day, '-infinity') as from_day from figure_marks m`;
  const first = sql`min(from_day)`;
  const since = sql`daterange(${keptBy === 'month' ? firstOfMonth(first) : first}, null)`;
  // Meetings and other records are marked by their day, and counted anew by its month; of states the days that look back to it.
  const days = looksAt ? sql`case when month is null then ${since} else daterange(month, ${lastOfMonth(sql`month`)} + ${sql.lit(looksAt.daysBack)}, '[]') end` : since;
  return sql`
    select group_id, ${days} as days from (
      select m.group_id, ${marked} where m.group_id is not null and ${concerns(figure)}
      union all select p.group_id, ${marked} join figure_places p on p.unit_id = m.unit_id and p.system = ${system} where ${concerns(figure)}
    ) m group by group_id, month`;
}
