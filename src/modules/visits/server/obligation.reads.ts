/** What cadres owed their places in a period beside what was done. Nothing here writes. */
import './visit.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { holds, reach } from '../../../access/reach.ts';
import { bodiesOf } from '../../../figures/heirs.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import { fromRange } from '../../../platform/db/period.columns.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { Tier } from '../../oversight/oversight.kinds.ts';
import { toldApart } from '../../posts/server/index.ts';
import { unitNameAt, unitsUnder } from '../../units/server/index.ts';
import type { placeContract } from '../place.contract.ts';
import { doneIn, isMet, owedColumns } from '../visit.duties.figures.ts';

type Input = z.output<(typeof placeContract)['obligations']['input']>;
type Answer = z.input<(typeof placeContract)['obligations']['output']>;
type Item = Answer['items'][number];

export async function listObligations(ctx: Ctx, { cursor, limit, ...asked }: Input): Promise<Answer> {
  if (asked.to < asked.from) throw new Problem({ code: 'visits.periodBackwards', kind: 'invalid' });
  const after = readCursor(cursor, z.tuple([z.string(), z.guid()]));
  const me = ctx.actor?.personId;
  const own = me && holds(ctx, 'visit.record') ? sql`a.person_id = ${me}` : sql`false`;
  const conditions = [
    sql`(${reach(ctx, 'visit.read').over('a.unit_id')} or ${own})`,
    ...(asked.unitId ? [sql`a.unit_id in (select body.id from (select ${asked.unitId}::uuid as id union ${unitsUnder(asked.unitId, ctx.today)}) under cross join lateral ${bodiesOf(sql`under.id`, sql`${ctx.today}::date`)} body)`] : []),
    ...(asked.personId ? [sql`a.person_id = ${asked.personId}`] : []),
    ...(after ? [sql`(p.sort_key, a.id) > (${after[0]}, ${after[1]}::uuid)`] : []),
  ];
  const found = await obligationRows(ctx, { where: sql.join(conditions, sql` and `), from: asked.from, to: asked.to, behind: asked.behind !== undefined, limit: limit + 1 });
  const page = pageOf(found, { limit, key: (row) => [row.sort_key, row.id], item: itemOf });
  return { ...page, items: await toldApart(ctx, page.items, ctx.today) };
}

/** Of some cadres or some units; asks no access: the caller has. */
export async function obligationsIn(ctx: Ctx, { personIds, unitIds, from, to }: { readonly personIds?: readonly Id<'person'>[]; readonly unitIds?: readonly Id<'unit'>[]; readonly from: Day; readonly to: Day }): Promise<Item[]> {
  const where = sql.join([sql`true`, ...(personIds ? [sql`a.person_id = any(${[...personIds]}::uuid[])`] : []), ...(unitIds ? [sql`a.unit_id = any(${[...unitIds]}::uuid[])`] : [])], sql` and `);
  return (await obligationRows(ctx, { where, from, to, behind: false, limit: 5000 })).map(itemOf);
}

interface Row {
  readonly id: string;
  readonly sort_key: string;
  readonly person_id: Id<'person'>;
  readonly person_name: string;
  readonly unit_id: Id<'unit'>;
  readonly unit_name: string | null;
  readonly tier: Tier;
  readonly valid: string;
  readonly owed_visits: number | null;
  readonly owed_cell: number | null;
  readonly owed_committee: number | null;
  readonly visits: number;
  readonly cell: number;
  readonly committee: number;
  readonly last_on: Day | null;
  readonly due: number;
  readonly kept: number;
  readonly is_met: boolean;
}

interface Asked {
  readonly where: RawBuilder<unknown>;
  readonly from: Day;
  readonly to: Day;
  readonly behind: boolean;
  readonly limit: number;
}

function obligationRows(ctx: Ctx, { where, from, to, behind, limit }: Asked): Promise<Row[]> {
  const span = { from: sql`${from}::date`, to: sql`${to}::date` };
  return rows(ctx.db, sql<Row>`
    select o.*, ${unitNameAt('o.unit_id', sql`${ctx.today}::date`)} as unit_name, t.due, t.kept, ${isMet} as is_met from (
      select a.id, p.sort_key, a.person_id, p.full_name as person_name, a.unit_id, a.tier, a.valid::text as valid, ${owedColumns(span)}, done.visits, done.cell, done.committee, done.last_on
      from oversight_assignments a join people p on p.home_id = home_of(a.person_id) and p.id = a.person_id
      left join oversight_duties d on d.home_id = a.home_id and d.regulation_id = a.regulation_id and d.tier = a.tier
      cross join lateral ${doneIn(span)} done
      where a.valid && daterange(${from}::date, ${to}::date, '[]') and ${where}) o
    cross join lateral ${promisesIn(span)} t
    where ${behind ? sql`not ${isMet}` : sql`true`} order by o.sort_key, o.id limit ${limit}`);
}

/** Promises of the cadre to the place that were due in the span, and those of them kept: reported or confirmed by their day. */
function promisesIn({ from, to }: { readonly from: RawBuilder<unknown>; readonly to: RawBuilder<unknown> }): RawBuilder<unknown> {
  return sql`(select count(*)::int as due, (count(*) filter (where least(k.settled_on, case when k.stage = 'reported' then k.stage_on end) <= k.due_on))::int as kept
    from visits v join tasks k on k.origin_kind = 'visit' and k.origin_id = v.id and k.state <> 'dropped' and k.due_on between ${from} and ${to}
    where v.person_id = o.person_id and v.state = 'kept' and (v.unit_id = o.unit_id or exists (select from unit_closure c where c.hierarchy = 'reach' and c.ancestor_id = o.unit_id and c.descendant_id = v.unit_id and c.valid @> v.visited_on)))`;
}

function itemOf(row: Row): Item {
  return {
    person: { id: row.person_id, name: row.person_name }, unit: { id: row.unit_id, name: row.unit_name ?? '' }, tier: row.tier, followed: fromRange(row.valid),
    tallies: { visits: { done: row.visits, owed: row.owed_visits }, cellMeetings: { done: row.cell, owed: row.owed_cell }, committeeMeetings: { done: row.committee, owed: row.owed_committee } },
    promises: { due: row.due, kept: row.kept }, lastVisit: row.last_on, isMet: row.is_met,
  };
}
