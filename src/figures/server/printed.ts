/** Values printed elsewhere, kept beside the computed one: the only writer of `printed_values`, and their check. */
import { sql } from 'kysely';
import { take } from '../../access/reach.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Day } from '../../platform/day.ts';
import { rows } from '../../platform/db/database.ts';
import { record } from '../../platform/events.ts';
import { homeOf, newId, type Id } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem.ts';
import type { Figure, Filters } from '../figure.ts';
import type { UnitId } from '../resolution.ts';
import { valueOf, type Counted } from '../words.ts';
import { getFigure, requireKnown } from './question.ts';

export interface Printed {
  readonly id: Id<'printedValue'>;
  readonly count: number;
  readonly base: number | null;
  readonly source: string;
  readonly caseId: string | null;
  readonly agrees: boolean;
}

/** To what a printed value speaks; `from` only for flows. */
export interface PrintedPlace {
  readonly figure: string;
  readonly unit: UnitId;
  readonly on: Day;
  readonly from?: Day | undefined;
  readonly filters: Filters;
}

export async function printValue(
  ctx: Ctx,
  input: PrintedPlace & { count: number; base?: number | undefined; source: string; caseId?: string | undefined },
): Promise<{ id: Id<'printedValue'> }> {
  await take(ctx, 'figure.print', input.unit);
  const figure = getFigure(input.figure);
  requireKnown(figure, input.filters);
  if (input.base !== undefined && input.count > input.base) throw new Problem({ code: 'figures.printedOverBase', kind: 'invalid' });
  const id = newId<'printedValue'>(homeOf(input.unit));
  await sql`insert into printed_values (id, figure, unit_id, as_of, filters, count, base, source, case_id, recorded_at, recorded_by)
    values (${id}, ${figure.id}, ${input.unit}, ${input.on}, ${keyOf(figure, input)}::jsonb, ${input.count}, ${input.base ?? null}, ${input.source},
      ${input.caseId ?? null}, ${ctx.now}, ${ctx.actor?.accountId ?? null})`.execute(ctx.db);
  record(ctx, { type: 'figure.printed', subjectId: id, unitId: input.unit, data: { figure: figure.id, on: input.on, count: input.count } });
  return { id };
}

/** What was printed for exactly this question, and whether the computed value agrees. */
export async function printedFor(ctx: Ctx, place: PrintedPlace, computed: Counted): Promise<Printed[]> {
  const figure = getFigure(place.figure);
  const value = valueOf(figure, computed);
  const found = await rows(ctx.db, sql<Omit<Printed, 'agrees' | 'caseId'> & { case_id: string | null }>`
    select id, count, base, source, case_id from printed_values
    where figure = ${figure.id} and unit_id = ${place.unit} and as_of = ${place.on}::date and filters = ${keyOf(figure, place)}::jsonb
    order by recorded_at, id`);
  return found.map(({ case_id, ...printed }) => ({ ...printed, caseId: case_id, agrees: agrees(printed, value) }));
}

/** A printed value without a base speaks of the count alone. */
export function agrees(printed: { count: number; base: number | null }, computed: { count: number; base: number | null }): boolean {
  return printed.count === computed.count && (printed.base === null || printed.base === computed.base);
}

/** Filters in one order, so that the same question is the same text; the first day of a flow is part of it. */
function keyOf(figure: Figure, { filters, from }: PrintedPlace): string {
  const entries = Object.entries(filters).map(([id, codes]) => [id, codes.toSorted()] as const);
  const period = figure.kind === 'flow' && from ? [['from', [from]] as const] : [];
  return JSON.stringify(Object.fromEntries([...entries, ...period].toSorted(([a], [b]) => (a < b ? -1 : 1))));
}
