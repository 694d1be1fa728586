/**
 * The balance of members: opening + ins − outs = closing, identically. The time of each person under the unit is one
 * multirange (placement within membership within the boundaries of the unit); what begins in the period is an in, what
 * ends in it an out, whatever the reason recorded for it.
 */
import { sql } from 'kysely';
import type { Text } from '../../platform/contract.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Day } from '../../platform/day.ts';
import { rows } from '../../platform/db/database.ts';
import { figuresMessages, type FlowReason } from '../figures.messages.ts';
import type { Note } from '../figures.contract.ts';
import { withScope } from './facts.sql.ts';
import { ask, type Boundaries } from './question.ts';
import type { UnitId } from '../resolution.ts';
import { requireReached } from './value.reads.ts';

export interface Balance {
  readonly opening: number;
  readonly ins: readonly FlowRow[];
  readonly outs: readonly FlowRow[];
  readonly closing: number;
  readonly notes: readonly Note[];
  readonly unit: { readonly id: UnitId; readonly name: string };
}

interface FlowRow {
  readonly reason: string;
  readonly label: Text;
  readonly count: number;
}

interface MovementRow {
  readonly side: 'opening' | 'in' | 'out' | 'closing' | 'hidden' | 'reached';
  readonly reason: string;
  readonly count: number;
}

export async function balanceOfMembers(ctx: Ctx, period: { unit: UnitId; from: Day; to: Day; boundaries: Boundaries }): Promise<Balance> {
  const { from, to } = period;
  const asked = await ask(ctx, { figure: 'members.admissions', unit: period.unit, points: [{ from, to }], boundaries: period.boundaries, filters: {} });
  const found = await rows(ctx.db, sql<MovementRow>`
    ${withScope(ctx, asked)},
    spells as (
      select m.home_id, m.person_id, s.valid as under, pl.valid as placed, m.valid as member, pl.in_reason, pl.out_reason, m.end_reason
      from scope s
      join placements pl on pl.cell_id = s.unit_id and pl.kind = 'official' and pl.valid && s.valid
      join memberships m on m.home_id = pl.home_id and m.id = pl.membership_id and m.valid && pl.valid
      where not isempty(s.valid * pl.valid * m.valid)
    ),
    times as (select home_id, person_id, range_agg(under * placed * member) as present from spells group by home_id, person_id),
    stays as (select home_id, person_id, unnest(present) as stay from times),
    ins as (
      select (${reasonIn}) as reason from stays t where lower(t.stay) between ${from}::date and ${to}::date
    ),
    outs as (
      select (${reasonOut}) as reason from stays t where upper(t.stay) between ${from}::date and ${to}::date
    )
    select 'opening' as side, '' as reason, count(*)::int as count from times where present @> (${from}::date - 1)
    union all select 'closing', '', count(*)::int from times where present @> ${to}::date
    union all select 'in', reason, count(*)::int from ins group by reason
    union all select 'out', reason, count(*)::int from outs group by reason
    union all select 'hidden', '', count(*)::int from reached where not within
    union all select 'reached', '', case when count(*) = 0 or bool_or(within) then 1 else 0 end from reached`);
  requireReached({ reached: countOf(found, 'reached') > 0 });
  return {
    unit: asked.unit,
    opening: countOf(found, 'opening'),
    ins: reasons(found, 'in'),
    outs: reasons(found, 'out'),
    closing: countOf(found, 'closing'),
    notes: countOf(found, 'hidden') > 0 ? [...asked.notes, { kind: 'partial' }] : asked.notes,
  };
}

// The recorded reason counts where the placement or the membership itself began on that day; else the unit moved.
const reasonIn = sql`
  select case when lower(s.member) = lower(t.stay) and coalesce(s.in_reason, 'admission') <> 'initial' then 'admission'
    when lower(s.placed) = lower(t.stay) then coalesce(s.in_reason, 'other') else 'boundary' end
  from spells s where s.home_id = t.home_id and s.person_id = t.person_id and lower(s.under * s.placed * s.member) = lower(t.stay)
  order by lower(s.placed) desc limit 1`;

const reasonOut = sql`
  select case when upper(s.member) = upper(t.stay) then coalesce(s.end_reason, 'other')
    when upper(s.placed) = upper(t.stay) then case s.out_reason when 'transfer_out' then 'transfer_out' when 'internal' then 'internal' else 'other' end
    else 'boundary' end
  from spells s where s.home_id = t.home_id and s.person_id = t.person_id and upper(s.under * s.placed * s.member) = upper(t.stay)
  order by upper(s.placed) limit 1`;

function countOf(found: readonly MovementRow[], side: MovementRow['side']): number {
  return found.find((row) => row.side === side)?.count ?? 0;
}

function reasons(found: readonly MovementRow[], side: 'in' | 'out'): FlowRow[] {
  const order = Object.keys(figuresMessages);
  return found
    .filter((row) => row.side === side)
    .map(({ reason, count }) => ({ reason, label: figuresMessages[`${side}.${reason}` as FlowReason], count }))
    .toSorted((a, b) => order.indexOf(`${side}.${a.reason}`) - order.indexOf(`${side}.${b.reason}`));
}
