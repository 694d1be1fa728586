/** Units: versions don't overlap, a unit keeps its hierarchy, parents exist at the time, nobody stands above itself. */
import { intersection, overlaps } from '../../../platform/day.ts';
import type { Period } from '../../../platform/day.ts';
import { hierarchyOf } from '../../units/unit.kinds.ts';
import type { UnitRow } from '../format/sheets.ts';
import type { CheckContext } from './context.ts';
import { complain, rowsOf } from './context.ts';
import type { UnitLives } from './lives.ts';
import { firstDayWithout, unitLives, versionsWithin } from './lives.ts';

const parentColumns = ['party_parent', 'territory_parent', 'government_parent', 'front_parent'] as const;
type ParentColumn = (typeof parentColumns)[number];

export function checkUnits(context: CheckContext): void {
  const lives = unitLives(context);
  for (const versions of lives.values()) checkVersions(context, versions);
  for (const column of parentColumns) {
    for (const versions of lives.values()) for (const unit of versions) checkParent(context, { lives, column, unit });
  }
  checkNotSame(context);
}

function checkVersions(context: CheckContext, versions: readonly UnitRow[]): void {
  for (const [at, unit] of versions.entries()) {
    const before = versions[at - 1];
    if (before === undefined) continue;
    const complaint = { sheet: 'units', row: unit.row, value: unit.ref, data: { other: before.row } } as const;
    if (overlaps(before, unit)) complain(context, { ...complaint, column: 'from', code: 'unit.versions_overlap' });
    if (hierarchyOf(before.kind) !== hierarchyOf(unit.kind)) complain(context, { ...complaint, column: 'kind', code: 'unit.hierarchy_changes' });
  }
}

interface ParentAt {
  readonly lives: UnitLives;
  readonly column: ParentColumn;
  readonly unit: UnitRow;
}

function checkParent(context: CheckContext, { lives, column, unit }: ParentAt): void {
  const parent = unit[column];
  if (parent === null) return;
  const complaint = { sheet: 'units', row: unit.row, column } as const;
  const path = pathToSelf({ lives, column, unit });
  if (path !== undefined) return complain(context, { ...complaint, code: 'unit.parent_cycle', value: unit.ref, data: { path: path.join(' → ') } });
  const on = firstDayWithout({ lives, known: context.known, ref: parent, period: unit });
  if (on !== undefined) complain(context, { ...complaint, code: 'unit.parent_not_alive', value: parent, data: { on } });
}

/** Follows parents as long as the periods have a day in common; a way back to the unit is a cycle on that day. */
function pathToSelf({ lives, column, unit }: ParentAt): readonly string[] | undefined {
  const walk: { readonly at: UnitRow; readonly period: Period; readonly path: readonly string[] }[] = [{ at: unit, period: unit, path: [unit.ref] }];
  const seen = new Set<UnitRow>([unit]);
  for (let step = walk.pop(); step !== undefined; step = walk.pop()) {
    const parent = step.at[column];
    if (parent === null) continue;
    if (parent === unit.ref) return [...step.path, parent];
    for (const version of versionsWithin(lives, parent, step.period)) {
      const period = intersection(version, step.period);
      if (period === undefined || seen.has(version)) continue;
      seen.add(version);
      walk.push({ at: version, period, path: [...step.path, parent] });
    }
  }
  return undefined;
}

function checkNotSame(context: CheckContext): void {
  for (const { row, unit, other } of rowsOf(context, 'unit_relations')) {
    if (unit === other) complain(context, { sheet: 'unit_relations', row, column: 'other', code: 'unit.same', value: other });
  }
  for (const { row, predecessor, successor } of rowsOf(context, 'lineage')) {
    if (predecessor === successor) complain(context, { sheet: 'lineage', row, column: 'successor', code: 'unit.same', value: successor });
  }
}
