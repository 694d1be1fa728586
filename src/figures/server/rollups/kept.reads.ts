/** Whether the roll-ups can tell the answer to a question, and at which level they are read. */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import type { Hierarchy, UnitKind } from '../../../modules/units/unit.kinds.ts';
import { heldOn } from '../../held.ts';
import type { Asked } from '../question.ts';
import { coarseKinds, isAnchorKind, isBodyOf, topKinds } from './anchors.ts';
import { declaredHash } from './declared.hash.ts';
import { mostMonthsAfter } from './layout.ts';
import { firstDayOfMonth, lastDayOfMonth, monthsBetween } from './months.ts';
import { concerns, markedGroups } from './rolled.marks.ts';
import type { RolledQuestion } from './rolled.reads.ts';

export interface Kept {
  /** Read from the sums of provinces. */
  readonly isCoarse: boolean;
  /** Something waits to be counted anew. */
  readonly isMarked: boolean;
}

interface KeptRow {
  readonly declared: string;
  readonly first_day: Day;
  readonly flows_until: Day | null;
  readonly is_of_today: boolean;
  readonly days: number;
  readonly is_moving: boolean;
  readonly marks: number;
  readonly is_one_snapshot: boolean;
}

/** With more marks than that, looking through them takes as long as counting live. */
const mostMarks = 60_000;

export async function keptFor(ctx: Ctx, question: RolledQuestion): Promise<Kept | undefined> {
  const { asked, granted } = question;
  const days = [...new Set(asked.points.map(({ to }) => to))];
  const row = await firstRow(ctx.db, sql<KeptRow>`
    select declared, first_day, flows_until, ${ctx.today}::date between placed_on and coalesce(placed_until, 'infinity') as is_of_today,
      (select count(*) from figure_days where day = any(${days}::date[])) as days,
      exists (select from figure_marks where moved) as is_moving, current_setting('transaction_isolation') <> 'read committed' as is_one_snapshot, (select count(*) from (select from figure_marks m where m.person_id is null and ${concerns(asked.figure)} limit ${mostMarks + 1}) m) as marks
    from figure_state`);
  // Within an act each statement sees what was committed meanwhile: a refresh between two of them would count twice or not at all.
  if (!row?.is_one_snapshot || row.declared !== declaredHash || row.is_moving || row.marks > mostMarks) return undefined;
  if (!row.is_of_today && (asked.boundaries === 'today' || granted !== undefined)) return undefined;
  // Of a body that was merged and its heir only one may be marked, and what is kept of the other tells of both.
  if (asked.figure.subject.withHeirs && asked.boundaries === 'today' && row.marks > 0 && (await isMergedMarked(ctx, question))) return undefined;
  const isKept = asked.figure.kind === 'state' ? row.days === days.length : isPeriodKept(asked, { ...row, today: ctx.today });
  return isKept ? levelOf(ctx, question, row.marks > 0) : undefined;
}

async function isMergedMarked(ctx: Ctx, { asked: { figure }, system }: RolledQuestion): Promise<boolean> {
  return (await firstRow(ctx.db, sql`
    select from (${markedGroups(figure, system)}) m join figure_places p on p.group_id = m.group_id and p.system = ${system}
    join unit_closure k on k.hierarchy = 'succession' and k.descendant_id = p.unit_id and k.depth > 0 limit 1`)) !== undefined;
}

/** By months: whole ones, the last of which may have only begun, as nothing in it lies after today. */
function isPeriodKept({ figure: { subject }, points }: Asked, { first_day, flows_until, today }: KeptRow & { today: Day }): boolean {
  if (subject.isLastAlone && !points.every(({ from, to }) => monthsBetween(from, to) <= mostMonthsAfter)) return false;
  if (flows_until === null || !points.every(({ to }) => to <= flows_until)) return false;
  if (subject.keptBy !== 'month') return points.every(({ from }) => from > first_day);
  return points.every(({ from, to }) => from >= first_day && from === firstDayOfMonth(from) && (to >= today || to === lastDayOfMonth(to)));
}

interface RootRow {
  readonly kind: string | null;
  readonly hierarchy: Hierarchy;
  readonly is_coarse: boolean;
  readonly is_top: boolean;
  readonly is_alone: boolean;
}

/** Every root must be an anchor on the day whose boundaries hold. A province is divided into units that the sums do not tell apart. */
async function levelOf(ctx: Ctx, { asked, division }: RolledQuestion, isMarked: boolean): Promise<Kept | undefined> {
  const roots = asked.points.flatMap(({ boundaryDay, roots: all }) => all.map((root) => ({ ...root, boundaryDay, isAlone: all.filter(({ hierarchy }) => hierarchy === root.hierarchy).length === 1 })));
  const isOf = (kinds: readonly UnitKind[]) => sql`(coalesce(v.kind = any(${[...kinds]}::text[]), false) or ${isBodyOf('r.id', kinds)})`;
  const found = await rows(ctx.db, sql<RootRow>`
    select distinct v.kind, r.hierarchy, r.is_alone, ${isOf(coarseKinds)} as is_coarse, ${isOf(topKinds)} as is_top
    from (select distinct * from unnest(${roots.map(({ id }) => id)}::uuid[], ${roots.map(({ hierarchy }) => hierarchy)}::text[], ${roots.map(({ boundaryDay }) => boundaryDay)}::date[], ${roots.map(({ isAlone }) => isAlone)}::bool[]) r (id, hierarchy, day, is_alone)) r
    left join unit_versions v on v.unit_id = r.id and ${heldOn('v.valid', 'r.day')}`);
  if (!found.every(({ kind, hierarchy }) => isAnchorKind(kind, hierarchy))) return undefined;
  return { isMarked, isCoarse: found.every((root) => (division === 'child' && root.is_alone ? root.is_top : root.is_coarse)) };
}
