/** Who has handed in the reports of periods that have ended and who has not, for the organisations to which they are owed. Nothing here writes. */
import './report.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { addDays, addYears, type Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { toldApart } from '../../posts/server/index.ts';
import { unitNameAt, unitsUnder } from '../../units/server/index.ts';
import type { reportContract } from '../report.contract.ts';
import { reportsOwed } from '../report.owed.figures.ts';
import { isReportLate } from '../report.ts';

type Input = z.output<(typeof reportContract)['owedReports']['input']>;
type Answer = z.input<(typeof reportContract)['owedReports']['output']>;

interface Row {
  readonly body_id: Id<'unit'>;
  readonly owner_id: Id<'unit'>;
  readonly owner_name: string | null;
  readonly person_id: Id<'person'>;
  readonly person_name: string;
  readonly sort_key: string;
  readonly from_day: Day;
  readonly to_day: Day;
  readonly due_on: Day;
  readonly report_id: Id<'cadreReport'> | null;
  readonly handed_on: Day | null;
  readonly is_handed: number;
  readonly before: number;
}

/** Those not handed in go before the others, the latest period before the former ones. */
export async function listOwedReports(ctx: Ctx, input: Input): Promise<Answer> {
  const owed = owedWithin(ctx, input);
  const after = readCursor(input.cursor, z.tuple([z.number(), z.number(), z.string(), z.guid(), z.guid()]));
  const shown = sql.join([
    sql`true`, ...(input.show ? [sql`(w.handed_on is not null) = ${input.show === 'handed'}`] : []),
    ...(after ? [sql`(w.is_handed, w.before, p.sort_key, w.person_id, w.body_id) > (${after[0]}::int, ${after[1]}::int, ${after[2]}, ${after[3]}::uuid, ${after[4]}::uuid)`] : []),
  ], sql` and `);
  const found = await rows(ctx.db, sql<Row>`select w.*, p.sort_key, p.full_name as person_name, ${unitNameAt('w.owner_id', sql`${ctx.today}::date`)} as owner_name from ${owed} w
    join people p on p.home_id = home_of(w.person_id) and p.id = w.person_id where ${shown} order by w.is_handed, w.before, p.sort_key, w.person_id, w.body_id limit ${input.limit + 1}`);
  const page = pageOf(found, { limit: input.limit, key: (row) => [row.is_handed, row.before, row.sort_key, row.person_id, row.body_id], item: (row) => itemOf(row, ctx.today) });
  return { ...page, items: await toldApart(ctx, page.items, ctx.today), counts: input.cursor === undefined ? await countsOf(ctx, owed) : null };
}

/** Of the last twelve months where no time is named. */
function owedWithin(ctx: Ctx, { unitId, from = addDays(addYears(ctx.today, -1), 1), to = ctx.today }: Input): RawBuilder<unknown> {
  if (to < from) throw new Problem({ code: 'visits.periodBackwards', kind: 'invalid' });
  const last = to < ctx.today ? to : ctx.today;
  const under = unitId ? sql` and w.owner_id in (select ${unitId}::uuid union ${unitsUnder(unitId, ctx.today)})` : sql``;
  return sql`(select w.*, (w.handed_on is not null)::int as is_handed, date '9999-12-31' - w.to_day as before from ${reportsOwed({ from: sql`${from}::date`, to: sql`${last}::date`, where: reach(ctx, 'visit.read').at('g.unit_id') })} w where true${under})`;
}

async function countsOf(ctx: Ctx, owed: RawBuilder<unknown>): Promise<Answer['counts']> {
  const isOpen = sql`w.handed_on is null`;
  const row = await firstRow(ctx.db, sql<NonNullable<Answer['counts']>>`select (count(*) filter (where ${isOpen}))::int as missing, (count(*) filter (where ${isOpen} and w.due_on < ${ctx.today}::date))::int as late,
    (count(*) filter (where not ${isOpen}))::int as handed, (count(*) filter (where w.handed_on > w.due_on))::int as "handedLate" from ${owed} w`);
  return row ?? null;
}

/** One being written is its cadre's alone: nothing tells that it was begun. */
function itemOf({ body_id: bodyId, owner_name: ownerName, person_id: personId, person_name: name, from_day: from, to_day: to, due_on: dueOn, report_id: id, handed_on: handedOn }: Row, today: Day): Answer['items'][number] {
  const isLate = isReportLate({ handedOn, dueOn }, today);
  return { id: handedOn === null ? null : id, unit: { id: bodyId, name: ownerName ?? '' }, person: { id: personId, name }, from, to, dueOn, handedOn, isLate, lateSince: isLate ? addDays(dueOn, 1) : null };
}
