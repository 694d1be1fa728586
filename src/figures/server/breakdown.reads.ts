/** A figure divided: by the children of the asked unit, by a partition, or by marks that overlap. */
import { sql } from 'kysely';
import { reach } from '../../access/reach.ts';
import type { Text } from '../../platform/contract.ts';
import type { Ctx } from '../../platform/context.ts';
import { firstRow, rows } from '../../platform/db/database.ts';
import { bucketsOf, unknownBucket, type Dimension, type Overlap, type Partition, type Sql } from '../figure.ts';
import { figuresMessages } from '../figures.messages.ts';
import type { NamedUnit, UnitId } from '../resolution.ts';
import type { Counted } from '../words.ts';
import { dimensionExtra, summedUp, tally, withFacts } from './facts.sql.ts';
import { narrowed } from './few.units.ts';
import type { Asked } from './question.ts';
import { rolledParts } from './rollups/rolled.reads.ts';
import { countLive, notedOf, requireReached, whatIsSeen, type Counts, type Seen } from './value.reads.ts';

export interface Part extends Counted {
  readonly code: string;
  readonly label: Text;
  readonly unit: NamedUnit | null;
}

// Names of places are sorted as people read them: Thôn 2 before Thôn 10.
const byName = new Intl.Collator('vi', { numeric: true });

export async function partsByChild(ctx: Ctx, asked: Asked): Promise<Part[]> {
  return (await keptByChild(ctx, asked)) ?? liveByChild(ctx, await narrowed(ctx, asked));
}

export async function keptByChild(ctx: Ctx, asked: Asked): Promise<Part[] | undefined> {
  const rolled = await rolledParts(ctx, asked, 'child');
  return rolled && childParts(await namedChildren(ctx, asked, rolled[0]!));
}

export async function partsByDimension(ctx: Ctx, asked: Asked, dimension: Dimension): Promise<Part[]> {
  const rolled = await rolledParts(ctx, asked, dimension);
  return rolled ? dimensionParts(dimension, rolled[0]!) : liveByDimension(ctx, await narrowed(ctx, asked), dimension);
}

export type ChildRow = Counted & { readonly id: UnitId | null; readonly name: string | null };

export async function liveByChild(ctx: Ctx, asked: Asked): Promise<Part[]> {
  return childParts(await childRows(ctx, asked));
}

/** The parts and what they add up to: each subject counts with one child, so what is looked up at few units is not looked up a second time. */
export async function liveByChildWithSum(ctx: Ctx, asked: Asked): Promise<{ readonly parts: Part[]; readonly counts: Counts }> {
  const found = await childRows(ctx, asked);
  // Nothing below: then nobody said whether anything is reached.
  if (found.length === 0) return { parts: [], counts: await countLive(ctx, asked) };
  requireReached(found[0]);
  const sumOf = (what: 'count' | 'base') => found.reduce((sum, row) => sum + row[what], 0);
  return { parts: childParts(found), counts: { points: [{ count: sumOf('count'), base: sumOf('base') }], notes: notedOf(asked, found[0]) } };
}

async function childRows(ctx: Ctx, whole: Asked): Promise<(ChildRow & Seen)[]> {
  const asked = summedUp(whole);
  const { count, base } = tally(asked.figure);
  return rows(ctx.db, sql<ChildRow & Seen>`
    ${withFacts(ctx, asked, { byChild: true })}
    select k.child_id as id, named.name, coalesce(f.count, 0) as count, coalesce(f.base, 0) as base, seen.*
    from (select child_id from scope union select child_id from facts ${asked.only ? childrenWithin(ctx) : sql``}) k
    left join (
      select child_id, ${count} as count, ${base} as base from facts group by child_id
    ) f on f.child_id is not distinct from k.child_id
    left join lateral (${nameOf(sql`k.child_id`, asked)}) named on true cross join (${whatIsSeen}) seen`);
}

/** Where few units are looked at, children without any of them are told all the same. */
function childrenWithin(ctx: Ctx): Sql {
  return sql`union select c.child_id from children c where ${reach(ctx, 'figure.read').at('c.top_id')}`;
}

async function namedChildren(ctx: Ctx, asked: Asked, parts: ReadonlyMap<string, Counted>): Promise<ChildRow[]> {
  const ids = [...parts.keys()].filter((key) => key !== '') as UnitId[];
  const names = await rows(ctx.db, sql<{ id: UnitId; name: string | null }>`select k.id, named.name from unnest(${ids}::uuid[]) k (id) left join lateral (${nameOf(sql`k.id`, asked)}) named on true`);
  const direct = parts.get('');
  return [...names.map((child) => ({ ...child, ...parts.get(child.id)! })), ...(direct ? [{ id: null, name: null, ...direct }] : [])];
}

function nameOf(unit: Sql, asked: Asked): Sql {
  return sql`select v.name from unit_versions v where v.unit_id = ${unit} and lower(v.valid) <= ${asked.points[0]!.boundaryDay}::date order by v.valid desc limit 1`;
}

/** In the order in which people count. */
export function childParts(found: readonly ChildRow[]): Part[] {
  const children = found.flatMap(({ id, name, count, base }) => (id ? [childPart({ id, name: name ?? '' }, { count, base })] : []));
  const direct = found.filter(({ id, base }) => id === null && base > 0).map((row) => ({ code: 'direct', label: figuresMessages['by.direct'], unit: null, count: row.count, base: row.base }));
  // After a merger many bear the same name: by id they keep their places from one answer to the next.
  return [...children.toSorted((a, b) => byName.compare(a.label.vi, b.label.vi) || (a.code < b.code ? -1 : 1)), ...direct];
}

/** What is not known is told only where there is some. */
function dimensionParts(dimension: Dimension, counted: ReadonlyMap<string, Counted>): Part[] {
  const parts = bucketsOf(dimension).map(({ code, label }) => ({ code, label, unit: null, count: counted.get(code)?.count ?? 0, base: counted.get(code)?.base ?? 0 }));
  return dimension.kind === 'overlap' ? parts : parts.filter(({ code, base }) => code !== unknownBucket.code || base > 0);
}

export async function liveByDimension(ctx: Ctx, asked: Asked, dimension: Dimension): Promise<Part[]> {
  return dimension.kind === 'partition' ? partsOf(ctx, asked, dimension) : marksOf(ctx, asked, dimension);
}

async function partsOf(ctx: Ctx, asked: Asked, dimension: Partition): Promise<Part[]> {
  const { count, base } = tally(asked.figure);
  const found = await rows(ctx.db, sql<Counted & { code: string }>`
    ${withFacts(ctx, asked, { extra: dimensionExtra(dimension) })}
    select ${sql.ref(`d_${dimension.id}`)} as code, ${count} as count, ${base} as base from facts group by 1`);
  return dimensionParts(dimension, new Map(found.map((row) => [row.code, row])));
}

async function marksOf(ctx: Ctx, asked: Asked, dimension: Overlap): Promise<Part[]> {
  const counts = dimension.buckets.map(({ code }, index) => {
    const { count, base } = tally(asked.figure, sql.ref(`o_${dimension.id}_${code}`));
    return sql`${count} as ${sql.ref(`count${index}`)}, ${base} as ${sql.ref(`base${index}`)}`;
  });
  const row = await firstRow(ctx.db, sql<Record<string, number>>`${withFacts(ctx, asked, { extra: dimensionExtra(dimension) })} select ${sql.join(counts)} from facts`);
  return dimension.buckets.map(({ code, label }, index) => ({ code, label, unit: null, count: row?.[`count${index}`] ?? 0, base: row?.[`base${index}`] ?? 0 }));
}

function childPart(unit: NamedUnit, { count, base }: Counted): Part {
  return { code: unit.id, label: { vi: unit.name, en: unit.name }, unit, count, base };
}
