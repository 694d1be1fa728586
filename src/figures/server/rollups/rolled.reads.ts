/**
 * Answers from the roll-ups: the groups under the asked roots, by their sums where the roots are provinces or above; what
 * is marked, or can only be told unit by unit, is counted live and added. Where that would not give exactly what a live
 * count gives, there is no answer here and the caller counts live: a day that is not kept, a unit below the anchors,
 * units out of reach, several filters, places that are just changing.
 */
import { subtreeRoots } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { bucketsOf, type Dimension } from '../../figure.ts';
import type { Counted } from '../../words.ts';
import type { Asked } from '../question.ts';
import { systemOf, type System } from './anchors.ts';
import { keptFor } from './kept.reads.ts';
import { positionOf, wholeOf, type Position } from './layout.ts';
import { hitParts, type HitRow } from './rolled.sql.ts';
import { countSegments, type PartRow } from './segments.reads.ts';

/** What is asked of each point: the whole, by child, by the buckets of a dimension, or how often each number comes up. */
export type Division = 'whole' | 'child' | 'histogram' | Dimension;

/** By point and key: `''` for the whole, the id of a child (`''` for what lies directly under the unit), the code of a bucket, a key of the histogram. */
export type Parts = readonly ReadonlyMap<string, Counted>[];

/** One part that is read of each vector: the sum of positions. */
export interface Wanted {
  readonly key: string;
  readonly positions: readonly Position[];
}

export interface RolledQuestion {
  readonly asked: Asked;
  readonly division: Division;
  readonly system: System;
  readonly wanted: readonly Wanted[];
  /** Grants that reach all below these; undefined where everything is reached. */
  readonly granted: readonly string[] | undefined;
}

export async function rolledParts(ctx: Ctx, asked: Asked, division: Division): Promise<Parts | undefined> {
  const wanted = wantedOf(asked, division);
  const system = systemOf(asked.figure, asked.points);
  const roots = subtreeRoots(ctx, 'figure.read');
  if (!wanted || !system || roots?.length === 0 || isRootAChild(asked, division)) return undefined;
  const question = { asked, division, system, wanted, granted: roots };
  // One snapshot for what is kept and what is counted live; an act that runs in none counts live.
  if (ctx.db.isTransaction) return partsIn(ctx, question);
  return ctx.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute((tx) => partsIn({ ...ctx, db: tx }, question));
}

/** Several roots are the children themselves; where a root does not count, whether it is told depends on what is below it. */
function isRootAChild({ figure, points }: Asked, division: Division): boolean {
  return division === 'child' && figure.subject.withoutRoot === true && points.some(({ roots }) => roots.length > 1);
}

async function partsIn(ctx: Ctx, question: RolledQuestion): Promise<Parts | undefined> {
  const { asked, division, wanted } = question;
  const kept = await keptFor(ctx, question);
  if (!kept) return undefined;
  const found = await rows(ctx.db, hitParts(question, kept));
  if (found.some(({ hidden }) => hidden)) return undefined;
  const groups = found.flatMap(({ point, group, days }) => (group ? [{ point, group, days: days! }] : []));
  const live = groups.length === 0 ? [] : await countSegments(ctx, { asked, division, groups });
  return live && summed(asked, [...found.flatMap((row) => partsOf(row, wanted, division)), ...live]);
}

function partsOf({ point, child, counts }: HitRow, wanted: readonly Wanted[], division: Division): PartRow[] {
  if (!counts) return [];
  if (division === 'histogram') return [{ point, key: child!, count: counts[0]!, base: counts[0]! }];
  return wanted.map(({ key }, index) => ({ point, key: division === 'child' ? (child ?? '') : key, count: counts[2 * index] ?? 0, base: counts[2 * index + 1] ?? 0 }));
}

function summed(asked: Asked, parts: readonly PartRow[]): Parts {
  const byPoint = asked.points.map(() => new Map<string, Counted>());
  for (const { point, key, count, base } of parts) {
    const sum = byPoint[point]!.get(key);
    byPoint[point]!.set(key, { count: count + (sum?.count ?? 0), base: base + (sum?.base ?? 0) });
  }
  return byPoint;
}

/** Undefined where the vectors do not tell: they hold each dimension alone. */
function wantedOf({ figure, filters }: Asked, division: Division): Wanted[] | undefined {
  const filtered = Object.entries(filters);
  if (division === 'histogram') return filtered.length > 0 ? undefined : [];
  if (division !== 'whole' && division !== 'child') {
    return filtered.length > 0 ? undefined : bucketsOf(division).map(({ code }) => ({ key: code, positions: [positionOf(figure, division, code)] }));
  }
  if (filtered.length === 0) return [{ key: '', positions: [wholeOf(figure)] }];
  const [id, codes] = filtered[0]!;
  const dimension = figure.dimensions.find((one) => one.id === id)!;
  const isTold = filtered.length === 1 && codes.length > 0 && (dimension.kind === 'partition' || codes.length === 1);
  return isTold ? [{ key: '', positions: [...new Set(codes)].map((code) => positionOf(figure, dimension, code)) }] : undefined;
}
