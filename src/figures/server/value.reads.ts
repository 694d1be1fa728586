/** Values: of one day, of the points of a series, of several figures of one unit; from the roll-ups where these tell. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import { firstRow, rows } from '../../platform/db/database.ts';
import { Problem } from '../../platform/problem.ts';
import type { Note } from '../figures.contract.ts';
import type { Counted } from '../words.ts';
import { summedUp, tally, withFacts } from './facts.sql.ts';
import { narrowed } from './few.units.ts';
import type { Asked } from './question.ts';
import { rolledParts } from './rollups/rolled.reads.ts';

export interface Counts {
  /** In the order of the asked points. */
  readonly points: readonly Counted[];
  readonly notes: readonly Note[];
}

/** Whether something asked about is out of reach, and whether anything is within it. */
export interface Seen {
  readonly hidden: boolean;
  readonly reached: boolean;
}

export const whatIsSeen = sql`select coalesce(bool_or(not within), false) as hidden, coalesce(bool_or(within), true) as reached from reached`;

interface CountRow extends Counted, Seen {
  readonly point: number;
}

export async function countPoints(ctx: Ctx, asked: Asked): Promise<Counts> {
  const rolled = await rolledParts(ctx, asked, 'whole');
  if (!rolled) {
    await requireCountable(ctx, asked);
    return countLive(ctx, await narrowed(ctx, asked));
  }
  return { points: rolled.map((parts) => parts.get('') ?? { count: 0, base: 0 }), notes: asked.notes };
}

/** Units times days that are counted live while somebody waits; a few days of everything take some seconds. */
const mostLive = 400_000;
const fewPoints = 3;

/** @throws Problem figures.tooMuchAtOnce where nothing is kept of a long series over much: it would take minutes, and the database with it. */
export async function requireCountable(ctx: Ctx, { points }: Asked, { most = mostLive } = {}): Promise<void> {
  if (points.length <= fewPoints) return;
  const roots = [...new Set(points.flatMap((point) => point.roots.map(({ id }) => id)))];
  const each = Math.floor(most / points.length);
  const row = await firstRow(ctx.db, sql<{ large: boolean }>`select count(*) > ${each} as large from (select from unit_closure where hierarchy = 'reach' and ancestor_id = any(${roots}::uuid[]) limit ${each + 1}) k`);
  if (row?.large) throw new Problem({ code: 'figures.tooMuchAtOnce', kind: 'invalid', data: { points: points.length } });
}

/** One query, unit by unit: what the roll-ups must agree with. */
export async function countLive(ctx: Ctx, whole: Asked): Promise<Counts> {
  const asked = summedUp(whole);
  const { count, base } = tally(asked.figure);
  const found = await rows(ctx.db, sql<CountRow>`
    ${withFacts(ctx, asked)}
    select p.point, coalesce(f.count, 0) as count, coalesce(f.base, 0) as base, seen.hidden, seen.reached
    from (select distinct point from asked) p
    left join (
      select point, ${count} as count, ${base} as base from facts group by point
    ) f on f.point = p.point
    cross join (${whatIsSeen}) seen`);
  const seen = found[0];
  requireReached(seen);
  const byPoint = new Map(found.map((row) => [row.point, row]));
  return {
    points: asked.points.map((_, index) => countedOf(byPoint.get(index))),
    notes: notedOf(asked, seen),
  };
}

export function notedOf({ notes }: Asked, seen: Seen | undefined): readonly Note[] {
  return seen?.hidden ? [...notes, { kind: 'partial' }] : notes;
}

/** The unit itself may be read, but nothing of what the figure counts over. */
export function requireReached(seen: Pick<Seen, 'reached'> | undefined): void {
  if (seen && !seen.reached) throw new Problem({ code: 'platform.forbidden', kind: 'forbidden', data: { verb: 'figure.read' } });
}

function countedOf(row: CountRow | undefined): Counted {
  return { count: row?.count ?? 0, base: row?.base ?? 0 };
}
