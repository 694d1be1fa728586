/**
 * Memberships: placements in cells, one at a time; admission before recognition and placement, at 18 at the earliest
 * (Party statutes, article 1).
 */
import { addYears, isDay, overlaps } from '../../../platform/day.ts';
import type { Day } from '../../../platform/day.ts';
import type { MembershipRow } from '../format/sheets.ts';
import type { CheckContext, Complaint } from './context.ts';
import { complain, groupBy, rowsOf } from './context.ts';
import type { UnitLives } from './lives.ts';
import { firstDayWithout, unitLives, versionsWithin } from './lives.ts';
import { isForward } from './periods.check.ts';

const ADULT = 18;

export function checkMemberships(context: CheckContext): void {
  const lives = unitLives(context);
  const rows = rowsOf(context, 'memberships');
  const births = new Map(rowsOf(context, 'people').map(({ ref, birth }) => [ref, birth]));
  for (const spell of rows) {
    checkCell(context, spell, lives);
    checkDays(context, spell, births.get(spell.person) ?? null);
  }
  for (const spells of groupBy(rows, ({ person }) => person).values()) {
    checkPlacements(context, spells);
    checkAdmissions(context, spells);
  }
}

function checkCell(context: CheckContext, spell: MembershipRow, lives: UnitLives): void {
  const { cell, record } = spell;
  const report = reporter(context, spell);
  if (record === 'end' && spell.end_reason === null) report({ column: 'end_reason', code: 'membership.end_reason_missing' });
  if (record !== 'placement' && record !== 'temporary') return;
  if (cell === null) return report({ column: 'cell', code: 'membership.cell_missing' });
  if (!isForward(spell)) return;
  const other = versionsWithin(lives, cell, spell).find(({ kind }) => kind !== 'cell');
  if (other !== undefined) return report({ column: 'cell', code: 'membership.not_a_cell', value: cell, data: { kind: other.kind } });
  const on = firstDayWithout({ lives, known: context.known, ref: cell, period: spell });
  if (on !== undefined) report({ severity: 'warning', column: 'cell', code: 'unit.not_alive', value: cell, data: { on } });
}

function checkDays(context: CheckContext, spell: MembershipRow, birth: string | null): void {
  const { admitted_on: admitted, recognised_on: recognised } = spell;
  if (admitted === null) return;
  const report = reporter(context, spell);
  if (recognised !== null && recognised < admitted) report({ column: 'recognised_on', code: 'membership.recognised_before_admitted', value: recognised, data: { admitted } });
  if (spell.record === 'placement' && spell.from < admitted) {
    report({ severity: 'warning', column: 'from', code: 'membership.placed_before_admitted', value: spell.from, data: { admitted } });
  }
  if (birth === null) return;
  const young = { column: 'admitted_on', value: admitted, data: { birth } };
  if (admitted < birth) report({ ...young, code: 'membership.born_after_admission' });
  else if (admitted < comesOfAge(birth)) report({ ...young, severity: 'warning', code: 'membership.under_18' });
}

/** With only month or year known, the earliest day that it can have been. */
function comesOfAge(birth: string): Day {
  const [year = '', month = '01', date = '01'] = birth.split('-');
  const text = `${year}-${month}-${date}`;
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`);
  return addYears(text, ADULT);
}

function checkPlacements(context: CheckContext, spells: readonly MembershipRow[]): void {
  const placements = spells.filter((spell) => spell.record === 'placement' && isForward(spell)).toSorted((one, other) => (one.from < other.from ? -1 : 1));
  let latest: MembershipRow | undefined;
  for (const spell of placements) {
    if (latest !== undefined && overlaps(latest, spell)) {
      reporter(context, spell)({ column: 'from', code: 'membership.placements_overlap', value: spell.person, data: { other: latest.row } });
    }
    if (latest === undefined || (latest.to !== null && (spell.to === null || spell.to > latest.to))) latest = spell;
  }
}

function checkAdmissions(context: CheckContext, spells: readonly MembershipRow[]): void {
  const [first, ...others] = spells.filter((spell) => spell.admitted_on !== null);
  for (const spell of others) {
    if (first === undefined || spell.admitted_on === first.admitted_on) continue;
    reporter(context, spell)({ column: 'admitted_on', code: 'membership.admissions_differ', data: { other: first.row } });
  }
}

function reporter(context: CheckContext, { row }: MembershipRow): (complaint: Omit<Complaint, 'sheet' | 'row'>) => void {
  return (complaint) => complain(context, { sheet: 'memberships', row, ...complaint });
}
