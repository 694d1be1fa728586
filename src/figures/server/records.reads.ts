/**
 * The records behind a number, page by page: those counted, those of the base, those left; or what was added, removed,
 * unchanged between two days. To see them one needs the verb of the subject beside that of figures.
 */
import { sql } from 'kysely';
import { reach } from '../../access/reach.ts';
import type { Ctx } from '../../platform/context.ts';
import { firstRow, rows } from '../../platform/db/database.ts';
import { Problem } from '../../platform/problem.ts';
import { bucketsOf, type Dimension, type Figure, type Partition, type Sql } from '../figure.ts';
import type { RecordColumn, RecordPage } from '../figures.contract.ts';
import { columnExtras, dimensionExtra, joinsOf, withFacts, type Extra } from './facts.sql.ts';
import { narrowed } from './few.units.ts';
import type { Asked } from './question.ts';
import { heldBy } from './told.ts';

export type RecordSet = 'count' | 'base' | 'rest';
export type Change = 'added' | 'removed' | 'unchanged';

export interface Paging {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** `c_…` columns, `l_…` ids that they link to, `d_…` codes of partitions. */
type Row = { readonly id: string; readonly total: number } & { readonly [link: `l_${string}`]: string | null } & {
  readonly [value: `c_${string}` | `d_${string}`]: string | number | null;
};

/** To put more than so many in order takes longer than anybody waits; their unit is looked at by those below it. */
export const mostListed = 50_000;

export function requireListable(count: number): void {
  if (count > mostListed) throw new Problem({ code: 'figures.tooManyRecords', kind: 'invalid', data: { count, most: mostListed } });
}

export async function recordsOf(ctx: Ctx, asked: Asked, { set, ...paging }: Paging & { set: RecordSet }): Promise<RecordPage> {
  const rest = asked.figure.weights ? sql`in_base and (not in_count or count_weight < base_weight)` : sql`in_base and not in_count`;
  const inSet = { count: sql`in_count`, base: sql`in_base`, rest }[set];
  return pageOf(ctx, asked, { listed: sql`select * from facts where ${inSet}`, paging });
}

/** What is counted to know how many records there are: subjects, whatever they weigh. */
export function recordsAsked({ figure: { weights: _, ...figure }, ...asked }: Asked): Asked {
  return { ...asked, figure };
}

/** Of a question with two points: 0 before, 1 after. */
export async function changesOf(ctx: Ctx, asked: Asked): Promise<Record<Change, number>> {
  const row = await firstRow(ctx.db, sql<Record<Change, number>>`
    ${withFacts(ctx, await narrowed(ctx, asked))}
    select count(*) filter (where not was)::int as added, count(*) filter (where not is_now)::int as removed, count(*) filter (where was and is_now)::int as unchanged
    from (select id, bool_or(point = 0) as was, bool_or(point = 1) as is_now from facts where in_count group by id) changes`);
  return row!;
}

export async function changedRecords(ctx: Ctx, asked: Asked, { change, ...paging }: Paging & { change: Change }): Promise<RecordPage> {
  const which = { added: sql`not was`, removed: sql`not is_now`, unchanged: sql`was and is_now` }[change];
  const listed = sql`select * from (
    select facts.*, bool_or(point = 0) over whole as was, bool_or(point = 1) over whole as is_now, row_number() over (whole order by point desc) as nth
    from facts where in_count window whole as (partition by id)
  ) changes where nth = 1 and ${which}`;
  return pageOf(ctx, asked, { listed, paging });
}

/** All are put into their order; what is shown of them is read for the page alone. */
async function pageOf(ctx: Ctx, asked: Asked, { listed, paging }: { listed: Sql; paging: Paging }): Promise<RecordPage> {
  const { figure } = asked;
  const partitions = partitionsOf(figure);
  const shown: Extra[] = [...columnExtras(figure.subject.columns), ...partitions.flatMap(dimensionExtra)];
  const after = paging.cursor === undefined ? undefined : idIn(paging.cursor);
  const found = await rows(ctx.db, sql<Row>`
    ${withFacts(ctx, await narrowed(ctx, asked), { extra: [{ ...figure.subject.sort, as: 'sort_key' }] })},
    listed as materialized (select * from (${listed}) l where ${figure.subject.confidential ? heldBy(ctx, figure.subject, 'l') : reach(ctx, figure.subject.verb).over('l.unit_id')}),
    page as materialized (
      select * from listed where ${after === undefined ? sql`true` : isAfter(after)}
      order by sort_key collate "vi-x-icu" nulls last, id limit ${paging.limit + 1})
    select x.*, (select count(*)::int from listed) as total ${sql.join(shown.map(({ of, as }) => sql`, ${of} as ${sql.ref(as)}`), sql``)}
    from page x ${joinsOf(shown)} order by x.sort_key collate "vi-x-icu" nulls last, x.id`);
  if (after !== undefined && found.length === 0) throw new Problem({ code: 'figures.listChanged', kind: 'conflict' });
  const items = found.slice(0, paging.limit);
  const next = found.length > paging.limit ? cursorOf(items.at(-1)!.id) : null;
  return { columns: columnsOf(figure, partitions), total: found[0]?.total ?? 0, items: items.map((row) => itemOf(figure, partitions, row)), next };
}

// The cursor names the last record seen and no more: names never stand in an address.
function isAfter(id: string): Sql {
  return sql`(coalesce(sort_key, '') collate "vi-x-icu", id) > (select coalesce(c.sort_key, '') collate "vi-x-icu", c.id from listed c where c.id = ${id})`;
}

function itemOf(figure: Figure, partitions: readonly Partition[], row: Row): RecordPage['items'][number] {
  const { columns } = figure.subject;
  return {
    id: row.id,
    values: Object.fromEntries([...columns.map(({ id }) => [id, row[`c_${id}`] ?? null]), ...partitions.map(({ id }) => [id, row[`d_${id}`] ?? null])]),
    links: Object.fromEntries(columns.filter(({ link }) => link).map(({ id }) => [id, row[`l_${id}`] ?? null])),
  };
}

function columnsOf(figure: Figure, partitions: readonly Partition[]): RecordColumn[] {
  return [
    ...figure.subject.columns.map(({ id, title, kind, link }) => ({ id, title, kind, link: link?.to ?? null, buckets: [] })),
    ...partitions.map((dimension) => ({ id: dimension.id, title: dimension.title, kind: 'bucket' as const, link: null, buckets: [...bucketsOf(dimension)] })),
  ];
}

function partitionsOf(figure: Figure): Partition[] {
  return figure.dimensions.filter((dimension: Dimension) => dimension.kind === 'partition');
}

function cursorOf(id: string): string {
  return Buffer.from(JSON.stringify({ id })).toString('base64url');
}

function idIn(cursor: string): string {
  try {
    const { id } = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as { id?: unknown };
    if (typeof id === 'string') return id;
  } catch {
    // falls through to the refusal: the cursor was not written by us
  }
  throw new Problem({ code: 'platform.invalid', kind: 'invalid', data: { fields: [{ field: 'cursor', message: 'not a cursor' }] } });
}
