/** What the records of a period say of the places that a cadre follows: for the report and for the evaluation. Counted, never judged. */
import './visit.tables.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { Span } from '../quarter.ts';
import { mostPlaces } from '../place.shapes.ts';
import type { PlaceFacts } from '../report.ts';
import type { VisitKind } from '../visit.kinds.ts';
import { countsFor } from '../visit.follows.figures.ts';
import { doneIn, isMet, owedColumns } from '../visit.duties.figures.ts';

interface Row {
  readonly unit_id: Id<'unit'>;
  readonly unit_name: string | null;
  readonly owed_visits: number | null;
  readonly owed_cell: number | null;
  readonly owed_committee: number | null;
  readonly cell: number;
  readonly committee: number;
  readonly is_met: boolean;
  readonly kinds: Readonly<Partial<Record<VisitKind, number>>> | null;
  readonly heard: readonly string[] | null;
  readonly due: number;
  readonly kept: number;
  readonly open: number;
  readonly raised: number;
  readonly answered: number;
}

export interface FactsOf extends Span {
  /** Under whose regulations. */
  readonly unitId: Id<'unit'>;
  readonly personId: Id<'person'>;
}

const mostHeardAt = 8;

/** By place, in the order of names; nothing where no place was followed in the period. */
export async function placeFacts(ctx: Ctx, { unitId, personId, from, to }: FactsOf): Promise<PlaceFacts[]> {
  const span = { from: sql`${from}::date`, to: sql`${to}::date` };
  const found = await rows(ctx.db, sql<Row>`
    select o.unit_id, ${unitNameAt('o.unit_id', sql`${to}::date`)} as unit_name, o.owed_visits, o.owed_cell, o.owed_committee, o.cell, o.committee, ${isMet} as is_met, o.kinds, o.heard, p.due, p.kept, p.open, q.raised, q.answered from (
      select a.id, a.unit_id, a.person_id, ${owedColumns(span)}, done.visits, done.cell, done.committee, k.kinds, h.heard
      from oversight_assignments a join oversight_regulations g on g.home_id = a.home_id and g.id = a.regulation_id and g.unit_id = ${unitId}
      left join oversight_duties d on d.home_id = a.home_id and d.regulation_id = a.regulation_id and d.tier = a.tier
      cross join lateral ${doneIn(span)} done
      cross join lateral (select jsonb_object_agg(c.kind, c.n) as kinds from (select v.kind, count(*)::int as n from visits v where v.visited_on between ${span.from} and ${span.to} and ${countsFor('v', 'a')} group by v.kind) c) k
      cross join lateral (select array_agg(w.text order by w.at desc) as heard from (select e ->> 'text' as text, v.visited_on as at from visits v cross join lateral jsonb_array_elements(v.content -> 'heard') e
        where v.visited_on between ${span.from} and ${span.to} and ${countsFor('v', 'a')} order by v.visited_on desc limit ${mostHeardAt}) w) h
      where a.person_id = ${personId} and a.valid && daterange(${span.from}, ${span.to}, '[]')) o
    cross join lateral (select (count(*) filter (where t.due_on between ${span.from} and ${span.to}))::int as due, (count(*) filter (where t.due_on between ${span.from} and ${span.to} and least(t.settled_on, case when t.stage = 'reported' then t.stage_on end) <= t.due_on))::int as kept,
        (count(*) filter (where t.state = 'open'))::int as open
      from oversight_assignments a join visits v on ${countsFor('v', 'a')} join tasks t on t.origin_kind = 'visit' and t.origin_id = v.id and t.state <> 'dropped' where a.id = o.id) p
    cross join lateral (select count(*)::int as raised, (count(*) filter (where x.answered_on is not null))::int as answered
      from oversight_assignments a join visits v on v.visited_on between ${span.from} and ${span.to} and ${countsFor('v', 'a')} join petitions x on x.source = 'visit' and x.source_id = v.id and x.state <> 'withdrawn' where a.id = o.id) q
    order by unit_name, o.id limit ${mostPlaces}`);
  return found.map((row) => ({
    unitId: row.unit_id, unit: row.unit_name ?? '', visits: row.kinds ?? {}, owed: { visits: row.owed_visits, cellMeetings: row.owed_cell, committeeMeetings: row.owed_committee }, yearSoFar: { cellMeetings: row.cell, committeeMeetings: row.committee }, isMet: row.is_met,
    promises: { due: row.due, kept: row.kept, open: row.open }, petitions: { raised: row.raised, answered: row.answered }, heard: (row.heard ?? []).map((text) => text.replace(/[.;\s]+$/u, '')),
  }));
}
