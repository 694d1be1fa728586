/** Printed and computed figures of the cases, side by side. Numbers come from the figure engine alone. */
import { sql } from 'kysely';
import { reach } from '../../../access/reach.ts';
import { agrees, computeFigure, listFigures, recordsAnswer } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Text } from '../../../platform/contract.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { CaseFigure } from '../case.contract.ts';

interface PrintedRow {
  case_id: string;
  title: Text | null;
  figure: string;
  unit_id: Id<'unit'>;
  unit_name: string;
  from_day: Day | null;
  as_of: Day;
  filters: Record<string, string[]>;
  count: number;
  base: number | null;
  printedAs: 'about' | 'over' | null;
  source: string;
  named_units: Id<'unit'>[] | null;
  named: string[] | null;
}

export async function listCases(ctx: Ctx): Promise<{ items: CaseFigure[] }> {
  const printed = await rows(ctx.db, sql<PrintedRow>`
    select p.case_id, p.title, p.figure, p.unit_id, v.name as unit_name, p.from_day, p.as_of, p.filters, p.count, p.base, p.printed_as as "printedAs", p.source, p.named_units,
      (select array_agg(n.name order by n.name) from unit_versions n where n.unit_id = any(p.named_units) and n.valid @> p.as_of) as named
    from printed_values p join unit_versions v on v.unit_id = p.unit_id and v.valid @> p.as_of
    where p.case_id is not null and ${reach(ctx, 'figure.read').over('p.unit_id')}
    order by p.case_id collate "C"`);
  const titles = new Map(listFigures().map(({ id, title }) => [id, title]));
  const items = [];
  for (const row of printed) items.push(await besideComputed(ctx, row, titles));
  return { items };
}

async function besideComputed(ctx: Ctx, row: PrintedRow, titles: ReadonlyMap<string, Text>): Promise<CaseFigure> {
  const figureTitle = titles.get(row.figure) ?? { vi: row.figure, en: row.figure };
  return {
    id: row.case_id,
    case: row.case_id.slice(0, 1),
    title: row.title ?? figureTitle,
    figure: row.figure,
    figureTitle,
    unit: { id: row.unit_id, name: row.unit_name },
    from: row.from_day,
    asOf: row.as_of,
    filter: Object.entries(row.filters).flatMap(([dimension, codes]) => codes.map((code) => `${dimension}:${code}`)),
    source: row.source,
    printed: { count: row.count, base: row.base, printedAs: row.printedAs, names: row.named ?? [] },
    ...(await compute(ctx, row).catch((error: unknown) => notComputed(error))),
  };
}

type Computed = Pick<CaseFigure, 'computed' | 'problem' | 'agrees'>;

async function compute(ctx: Ctx, row: PrintedRow): Promise<Computed> {
  const wish = { figure: row.figure, unit: row.unit_id, from: row.from_day ?? undefined, on: row.as_of, filters: row.filters };
  const { value } = await computeFigure(ctx, wish);
  const named = row.named_units ? await unitsCounted(ctx, wish) : [];
  const sameUnits = !row.named_units || sameSet(row.named_units, named.map(({ id }) => id));
  return { computed: { ...value, names: named.map(({ name }) => name) }, problem: null, agrees: agrees(row, value) && sameUnits };
}

/** One printed value that cannot be computed, or not for this reader, leaves the others standing; a bug does not hide. */
function notComputed(error: unknown): Computed {
  if (!(error instanceof Problem)) throw error;
  return { computed: null, problem: { code: error.code, kind: error.kind, data: { ...error.data } }, agrees: false };
}

const mostNamed = 50;

async function unitsCounted(ctx: Ctx, wish: Parameters<typeof computeFigure>[1]): Promise<{ id: string; name: string }[]> {
  const { items, columns } = await recordsAnswer(ctx, { ...wish, set: 'count', limit: mostNamed });
  const column = columns.find(({ link }) => link === 'unit');
  return items.flatMap(({ links, values }) => {
    const id = column && links[column.id];
    return id ? [{ id, name: String(values[column.id] ?? '') }] : [];
  });
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item) => other.includes(item));
}
