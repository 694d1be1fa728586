/**
 * How a list of units is read. Where much of a home is within reach and under the unit asked, the units of that home are
 * walked in the order of names, kind by kind where kinds are asked, until the page is full; units of other homes are few
 * and gathered. Whatever the plan, the same units are found.
 */
import { sql } from 'kysely';
import { spreadBelow, spreadOf, type Spread } from '../../../access/reach.ts';
import type { Verb } from '../../../access/verbs.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import type { Home } from '../../../platform/ids.ts';
import type { UnitKind } from '../unit.kinds.ts';
import type { UnitId } from '../unit.ts';

export interface UnitPlan {
  /** Indexes are walked for just these; each walk ends when it has a page. */
  readonly walks: readonly UnitWalk[];
  /** What lies outside the walks: of these homes alone; of all of them, where nothing is walked. */
  readonly gathered: readonly Home[] | 'all' | undefined;
}

export interface UnitWalk {
  readonly home: Home | undefined;
  readonly kind: UnitKind | undefined;
}

interface Asked {
  readonly verb: Verb;
  readonly under: UnitId | undefined;
  readonly on: Day;
  readonly kinds: readonly UnitKind[];
}

/** More walks than this cost more to plan than they spare. */
const mostWalks = 24;

export async function planUnits(ctx: Ctx, { verb, under, on, kinds }: Asked): Promise<UnitPlan> {
  const [within, below] = await Promise.all([spreadOf(ctx, verb), under ? spreadBelow(ctx, [under], on) : everywhere]);
  const wide = both(within.wide, below.wide);
  const walks = (wide === 'country' ? [undefined] : wide).flatMap((home) => (kinds.length > 0 ? [...new Set(kinds)] : [undefined]).map((kind) => ({ home, kind })));
  if (walks.length === 0 || walks.length > mostWalks) return { walks: [], gathered: 'all' };
  if (wide === 'country') return { walks, gathered: undefined };
  const homes = both(homesOf(within), homesOf(below));
  const gathered = homes === 'country' ? [] : homes.filter((home) => !wide.includes(home));
  return { walks, gathered: gathered.length > 0 ? gathered : undefined };
}

const everywhere: Spread = { wide: 'country', narrow: [] };

function homesOf({ wide, narrow }: Spread): readonly Home[] | 'country' {
  return wide === 'country' ? wide : [...wide, ...narrow];
}

function both(a: readonly Home[] | 'country', b: readonly Home[] | 'country'): readonly Home[] | 'country' {
  if (a === 'country') return b;
  return b === 'country' ? a : a.filter((home) => b.includes(home));
}

/** As the indexes in the order of names have it. */
export function walkedBy({ home, kind }: UnitWalk) {
  return sql`${home === undefined ? sql`true` : sql`home_of(v.unit_id) = ${home}::smallint`} and ${kind === undefined ? sql`true` : sql`v.kind = ${kind}`}`;
}
