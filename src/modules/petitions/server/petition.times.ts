/** How long places wait in the middle. Medians do not add up over places, so they are no figures; they count the same petitions as these. Nothing here writes. */
import './petition.tables.ts';
import { sql } from 'kysely';
import type { z } from 'zod';
import { mayDo, reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { addDays, addYears } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/problem.ts';
import { unitsUnder } from '../../units/server/index.ts';
import type { petitionContract } from '../petition.contract.ts';

type Input = z.output<(typeof petitionContract)['times']['input']>;
type Answer = z.input<(typeof petitionContract)['times']['output']>;

interface TimesRow {
  readonly group: string | null;
  readonly vi: string | null;
  readonly en: string | null;
  readonly answered: number;
  readonly first: number | null;
  readonly final: number | null;
}

const mostGroups = 100;
const medians = sql`count(*)::int as answered, percentile_cont(0.5) within group (order by first_days) as first, percentile_cont(0.5) within group (order by final_days) as final`;

export async function readTimes(ctx: Ctx, { unitId, on = ctx.today }: Input): Promise<Answer> {
  if (!(await mayDo(ctx, 'figure.read', unitId))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  const found = await rows(ctx.db, sql<TimesRow>`
    with answered as materialized (
      select coalesce((select t.parent from petition_topics t where t.code = p.topic and t.parent is not null order by lower(t.valid) desc limit 1), p.topic) as topic_group, p.first_days, case when p.final_on <= ${on}::date then p.final_days end as final_days
      from petitions p where p.unit_id in (select ${unitId}::uuid union ${unitsUnder(unitId, on)}) and ${reach(ctx, 'figure.read').over('p.unit_id')} and p.state <> 'withdrawn' and p.answered_on <= ${on}::date
        and p.raised_on between ${addDays(addYears(on, -1), 1)}::date and ${on}::date)
    select a.topic_group as "group", t.vi, t.en, a.answered, a.first, a.final from (
      select null::text as topic_group, ${medians} from answered having count(*) > 0 union all select topic_group, ${medians} from answered group by topic_group) a
    left join lateral (select w.vi, w.en from petition_topics w where w.code = a.topic_group order by lower(w.valid) desc limit 1) t on true
    order by a.topic_group is not null, a.answered desc, a.topic_group limit ${mostGroups}`);
  return { items: found.map(({ group, vi, en, ...times }) => ({ ...times, group, name: vi !== null && en !== null ? { vi, en } : null })) };
}
