/** When the units of the files exist: their versions by ref, and the first day of a period on which one doesn't. */
import { addDays, intersection, overlaps } from '../../../platform/day.ts';
import type { Day, Period } from '../../../platform/day.ts';
import type { UnitRow } from '../format/sheets.ts';
import type { CheckContext } from './context.ts';
import { groupBy, rowsOf } from './context.ts';
import { isForward } from './periods.check.ts';

export type UnitLives = ReadonlyMap<string, readonly UnitRow[]>;

/** Versions in order of time. Units with a row left out are absent: their life isn't known in full. */
export function unitLives(context: CheckContext): UnitLives {
  const broken = context.sheets.units?.brokenRefs ?? new Set();
  const rows = rowsOf(context, 'units').filter((unit) => isForward(unit) && !broken.has(unit.ref));
  const lives = groupBy(rows, ({ ref }) => ref);
  for (const versions of lives.values()) versions.sort((one, other) => (one.from < other.from ? -1 : 1));
  return lives;
}

export function versionsWithin(lives: UnitLives, ref: string, period: Period): readonly UnitRow[] {
  return (lives.get(ref) ?? []).filter((version) => overlaps(version, period));
}

/** The first day of the period on which the unit doesn't exist; undefined if it always does, or isn't in the files. */
export function firstDayWithout({ lives, known, ref, period }: { lives: UnitLives; known: CheckContext['known']; ref: string; period: Period }): Day | undefined {
  const versions = lives.get(ref);
  // The files may hold only later versions of a unit that was imported before.
  if (versions === undefined || known('units', ref)) return undefined;
  let next = period.from;
  for (const version of versions) {
    const shared = intersection(version, { from: next, to: period.to });
    if (shared === undefined) continue;
    if (shared.from > next) return next;
    if (shared.to === null || shared.to === period.to) return undefined;
    next = addDays(shared.to, 1);
  }
  return next;
}
