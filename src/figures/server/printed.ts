/** Values printed elsewhere, kept beside the computed one: the only writer of `printed_values`, and their check. */
import { sql } from 'kysely';
import { take } from '../../access/reach.ts';
import { canonicalJson } from '../../platform/canonical.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Day } from '../../platform/day.ts';
import { rows } from '../../platform/db/database.ts';
import { record } from '../../platform/events.ts';
import { homeOf, newId, type Id } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem.ts';
import type { Figure, Filters } from '../figure.ts';
import type { UnitId } from '../resolution.ts';
import { valueOf, type Counted, type PrintedNumber } from '../words.ts';
import { getFigure, requireKnown } from './question.ts';

export interface Printed {
  readonly id: Id<'printedValue'>;
  readonly count: number;
  readonly base: number | null;
  readonly printedAs: PrintedNumber['printedAs'];
  readonly source: string;
  readonly caseId: string | null;
  readonly agrees: boolean;
}

/** To what a printed value speaks; a flow needs `from`, a state has none. */
export interface PrintedPlace {
  readonly figure: string;
  readonly unit: UnitId;
  readonly on: Day;
  readonly from?: Day | undefined;
  readonly filters: Filters;
}

export async function printValue(
  ctx: Ctx,
  input: PrintedPlace & { count: number; base?: number | undefined; source: string },
): Promise<{ id: Id<'printedValue'> }> {
  await take(ctx, 'figure.print', input.unit);
  const figure = getFigure(input.figure);
  requireKnown(figure, input.filters);
  const from = firstDayOf(figure, input);
  if (input.base !== undefined && input.count > input.base) throw new Problem({ code: 'figures.printedOverBase', kind: 'invalid' });
  const id = newId<'printedValue'>(homeOf(input.unit));
  await sql`insert into printed_values (id, figure, unit_id, from_day, as_of, filters, count, base, source, recorded_at, recorded_by)
    values (${id}, ${figure.id}, ${input.unit}, ${from}, ${input.on}, ${keyOf(input.filters)}::jsonb, ${input.count}, ${input.base ?? null}, ${input.source},
      ${ctx.now}, ${ctx.actor?.accountId ?? null})`.execute(ctx.db);
  record(ctx, { type: 'figure.printed', subjectId: id, unitId: input.unit, data: { figure: figure.id, on: input.on, count: input.count } });
  return { id };
}

/** What was printed for exactly this question, and whether the computed value agrees. */
export async function printedFor(ctx: Ctx, place: PrintedPlace, computed: Counted): Promise<Printed[]> {
  const figure = getFigure(place.figure);
  const value = valueOf(figure, computed);
  const found = await rows(ctx.db, sql<Omit<Printed, 'agrees' | 'caseId'> & { case_id: string | null }>`
    select id, count, base, printed_as as "printedAs", source, case_id from printed_values
    where figure = ${figure.id} and unit_id = ${place.unit} and as_of = ${place.on}::date
      and from_day is not distinct from ${figure.kind === 'flow' ? place.from : null}::date and filters = ${keyOf(place.filters)}::jsonb
    order by recorded_at, id`);
  return found.map(({ case_id, ...printed }) => ({ ...printed, caseId: case_id, agrees: agrees(printed, value) }));
}

/** A printed value without a base speaks of the count alone; a share that was printed as such, of the share. */
export function agrees({ count, base, printedAs }: PrintedNumber, computed: { count: number; base: number | null }): boolean {
  if (printedAs === null) return count === computed.count && (base === null || base === computed.base);
  if (!base || !computed.base) return false;
  const over = computed.count * base - count * computed.base;
  return printedAs === 'over' ? over > 0 : Math.abs(over) * 200 <= base * computed.base;
}

/** The same number speaks of another thing over another period, so that of a flow must be said. */
function firstDayOf(figure: Figure, { from, on }: PrintedPlace): Day | null {
  if (figure.kind === 'state') return null;
  if (from === undefined) throw new Problem({ code: 'figures.periodMissing', kind: 'invalid' });
  if (from > on) throw new Problem({ code: 'figures.periodBackwards', kind: 'invalid' });
  return from;
}

/** Codes in one order, so that the same question is the same text. */
function keyOf(filters: Filters): string {
  return canonicalJson(Object.fromEntries(Object.entries(filters).map(([id, codes]) => [id, codes.toSorted()])));
}
