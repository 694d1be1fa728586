/**
 * What numbers of few people would tell of each (`Subject.confidential`): whoever has no business with all who are counted is not told
 * them, be it as a value, as a part, or as what is left of a sum.
 */
import { sql } from 'kysely';
import { placedAt } from '../../access/reach.ts';
import type { Ctx } from '../../platform/context.ts';
import { firstRow } from '../../platform/db/database.ts';
import { Problem } from '../../platform/problem.ts';
import { fewPeople, type Dimension, type Sql, type Subject } from '../figure.ts';
import type { Note } from '../figures.contract.ts';
import type { Counted } from '../words.ts';
import { keptByChild, liveByChild, liveByChildWithSum, partsByDimension, type Part } from './breakdown.reads.ts';
import { withFacts } from './facts.sql.ts';
import { narrowed } from './few.units.ts';
import type { Asked } from './question.ts';
import { countPoints, type Counts } from './value.reads.ts';

/** @throws Problem figures.fewPeople */
export async function countTold(ctx: Ctx, asked: Asked): Promise<Counts> {
  return requireTold(ctx, asked, await countPoints(ctx, asked));
}

async function requireTold(ctx: Ctx, asked: Asked, counts: Counts): Promise<Counts> {
  if (counts.points.some(isFew) && (await isGuarded(ctx, asked))) throw new Problem({ code: 'figures.fewPeople', kind: 'forbidden', data: { least: fewPeople } });
  return counts;
}

/** The whole and its parts; where nothing is kept of what is laid on few units, the parts are added up. */
export async function divideTold(ctx: Ctx, asked: Asked, dimension: Dimension | undefined): Promise<{ readonly counts: Counts; readonly parts: readonly Part[] }> {
  const kept = dimension ? undefined : await keptByChild(ctx, asked);
  const live = dimension || kept ? asked : await narrowed(ctx, asked);
  if (live.only) {
    const { counts, parts } = await liveByChildWithSum(ctx, live);
    return { counts: await requireTold(ctx, asked, counts), parts };
  }
  const [counts, parts] = await Promise.all([countTold(ctx, asked), kept ?? (dimension ? partsByDimension(ctx, asked, dimension) : liveByChild(ctx, asked))]);
  return { counts, parts };
}

/** The parts without the small ones, and with so many more left out that what is left of the sum is not small either. */
export async function toldParts(ctx: Ctx, asked: Asked, parts: readonly Part[]): Promise<{ readonly parts: readonly Part[]; readonly notes: readonly Note[] }> {
  if (!parts.some(isFew) || !(await isGuarded(ctx, asked))) return { parts, notes: [] };
  const rising = parts.filter(({ base }) => base > 0).toSorted((one, other) => one.base - other.base);
  const withheld = new Set<Part>();
  let people = 0;
  for (const part of rising) {
    if (!isFew(part) && people >= fewPeople) break;
    withheld.add(part);
    people += part.base;
  }
  return { parts: parts.filter((part) => !withheld.has(part)), notes: [{ kind: 'fewPeople', least: fewPeople }] };
}

/** Whether numbers of few people are kept from the reader: somebody is counted who is none of his business. */
export async function isGuarded(ctx: Ctx, asked: Asked): Promise<boolean> {
  const { subject } = asked.figure;
  if (!subject.confidential) return false;
  const row = await firstRow(ctx.db, sql<{ guarded: boolean }>`${withFacts(ctx, await narrowed(ctx, asked))} select coalesce(bool_or(not coalesce(${heldBy(ctx, subject, 'f')}, false)), false) as guarded from facts f where in_base`);
  return row?.guarded ?? false;
}

/** Rows of a confidential subject that are the reader's business: he is assigned at the very unit. */
export function heldBy(ctx: Ctx, { verb, confidential }: Subject, rows: string): Sql {
  const placed = placedAt(ctx, verb);
  return sql`(${sql.join((confidential?.heldBy ?? []).map((column) => placed(`${rows}.${column}`)), sql` or `)})`;
}

function isFew({ base }: Counted): boolean {
  return base > 0 && base < fewPeople;
}
