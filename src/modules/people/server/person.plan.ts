/**
 * How a list of people is read. Where a reach covers much of a home, the people of that home are walked in the order of
 * names and each is asked whether he is present, until the page is full; those who stand beside such homes are few and
 * gathered. Small places are gathered whole, and so are those who bear a mark that few have. Whatever the plan, the same people are found.
 */
import { sql, type RawBuilder } from 'kysely';
import { reach, spreadOf } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import type { Home } from '../../../platform/ids.ts';
import { hasManyUnder, unitsUnder } from '../../units/server/index.ts';
import type { MemberMark } from './person.rows.ts';
import { isRare, rarelyMarked } from './person.rare.ts';
import { everFromElsewhere, isPresent, presentAnywhere, presentAt, type Presence } from './person.present.ts';

export interface ReadingPlan {
  readonly walked: readonly Home[] | 'country';
  /** People outside the walked homes: a sub-select (home_id, person_id), and what is still to be asked of each, `p`. */
  readonly gathered: { readonly from: RawBuilder<unknown>; readonly where: RawBuilder<unknown> } | undefined;
}

export async function planReading(ctx: Ctx, asked: Presence, marks: readonly MemberMark[] = []): Promise<ReadingPlan> {
  const [verb] = asked.verbs;
  if (verb === undefined || asked.verbs.some((each) => reach(ctx, each).isEmpty)) return { walked: [], gathered: undefined };
  if (asked.post.length > 0) return planWhole(ctx, asked);
  if (asked.unitId && !(await isLarge(ctx, asked))) return gathering(presentAt(ctx, asked, { units: sql`(select k.descendant_id as unit_id from ${unitsUnder(asked.unitId, asked.on)} k)`, settled: 'unitId' }));
  const { wide, narrow } = await spreadOf(ctx, verb);
  if (wide === 'country') return isRare(marks) ? rareOf(ctx, asked, [rarelyMarked(marks, { on: asked.on, homes: undefined })]) : { walked: wide, gathered: undefined };
  if (wide.length === 0) return gathering(presentAt(ctx, asked, { units: reach(ctx, verb).units(), settled: verb }));
  const beside = narrow.length > 0 ? [presentAt(ctx, asked, { units: reach(ctx, verb).units(narrow), settled: verb }), everFromElsewhere(wide)] : [everFromElsewhere(wide)];
  if (isRare(marks)) return rareOf(ctx, asked, [rarelyMarked(marks, { on: asked.on, homes: wide }), ...beside]);
  return { walked: wide, gathered: { from: sql`(${sql.join(beside, sql` union `)})`, where: sql`p.home_id <> all(${wide}::smallint[]) and ${isPresent(ctx, asked)}` } };
}

/** Few bear the mark: they are looked up, instead of walking past all who do not. */
function rareOf(ctx: Ctx, asked: Presence, parts: readonly RawBuilder<unknown>[]): ReadingPlan {
  return { walked: [], gathered: { from: sql`(${sql.join(parts, sql` union `)})`, where: isPresent(ctx, asked) } };
}

/** For a number that must be exact: everybody at once. */
export function planWhole(ctx: Ctx, asked: Presence): ReadingPlan {
  return gathering(presentAnywhere(ctx, asked));
}

function gathering(from: RawBuilder<unknown>): ReadingPlan {
  return { walked: [], gathered: { from, where: sql`true` } };
}

async function isLarge(ctx: Ctx, { unitId, on }: Presence): Promise<boolean> {
  const row = unitId && (await firstRow(ctx.db, sql<{ many: boolean }>`select ${hasManyUnder(unitId, on)} as many`));
  return row?.many ?? false;
}
