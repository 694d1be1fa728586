/** Which reports a cadre owes: for each organisation under whose regulation places are followed, the periods that have ended. */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { addDays, addYears, type Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { findRuleValues } from '../../rules/server/index.ts';
import { endedBefore, type Span } from '../quarter.ts';

export interface DueReport extends Span {
  readonly unitId: Id<'unit'>;
  readonly personId: Id<'person'>;
  readonly dueOn: Day;
}

const yearsBack = 2;
const usualDays = 10;

interface FollowRow {
  readonly unit_id: Id<'unit'>;
  readonly person_id: Id<'person'>;
  readonly months: number;
  readonly since: Day;
  readonly until: Day | null;
}

/** Of the last years, the latest first. A period is owed that ended while something was followed in it. */
export async function dueReports(ctx: Ctx, personIds: readonly Id<'person'>[], { from, to }: { readonly from: Day; readonly to: Day } = { from: addYears(ctx.today, -yearsBack), to: ctx.today }): Promise<DueReport[]> {
  const followed = await followedUnder(ctx, personIds);
  const owed = new Map<string, Omit<DueReport, 'dueOn'>>();
  for (const { unit_id: unitId, person_id: personId, months, since, until } of followed) {
    const start = since > from ? since : from;
    for (const span of endedBefore(addDays(to, 1), { months, since: start })) {
      if (until === null || until >= span.from) owed.set(`${unitId} ${personId} ${span.from}`, { unitId, personId, ...span });
    }
  }
  const all = [...owed.values()].toSorted((one, other) => other.to.localeCompare(one.to));
  const days = await handInDays(ctx, all);
  return all.map((one, at) => ({ ...one, dueOn: addDays(one.to, days[at] ?? usualDays) }));
}

export function handInDays(ctx: Ctx, periods: readonly Pick<DueReport, 'unitId' | 'to'>[]): Promise<(number | undefined)[]> {
  return findRuleValues(ctx, 'cadreReport.handInDays', periods.map(({ unitId, to }) => ({ unitId, on: to })));
}

export async function dueDayOf(ctx: Ctx, period: Pick<DueReport, 'unitId' | 'to'>): Promise<Day> {
  const [days] = await handInDays(ctx, [period]);
  return addDays(period.to, days ?? usualDays);
}

/** One row for each cadre, organisation and length of period; the shortest is owed where several hold. */
function followedUnder(ctx: Ctx, personIds: readonly Id<'person'>[]): Promise<FollowRow[]> {
  return rows(ctx.db, sql<FollowRow>`select g.unit_id, a.person_id, min(d.report_every_months)::int as months, min(lower(a.valid)) as since, case when bool_or(upper_inf(a.valid)) then null else max(upper(a.valid)) - 1 end as until
    from oversight_assignments a join oversight_regulations g on g.home_id = a.home_id and g.id = a.regulation_id
    join oversight_duties d on d.home_id = a.home_id and d.regulation_id = a.regulation_id and d.tier = a.tier and d.report_every_months is not null
    where a.person_id = any(${[...personIds]}::uuid[]) group by g.unit_id, a.person_id`);
}
