/** Rules: each value within its bounds, and one value on a day in each scope. */
import { addDays, overlaps } from '../../../platform/day.ts';
import { ruleKinds } from '../../rules/rule.keys.ts';
import type { RuleRow } from '../format/sheets.ts';
import { complain, groupBy, rowsOf, type CheckContext } from './context.ts';
import { isForward } from './periods.check.ts';

export function checkRules(context: CheckContext): void {
  for (const row of rowsOf(context, 'rules')) checkValue(context, row);
  const forward = rowsOf(context, 'rules').filter(isForward);
  for (const values of groupBy(forward, ({ rule, unit }) => `${rule}\0${unit ?? ''}`).values()) checkOnce(context, values.toSorted((one, other) => (one.from < other.from ? -1 : 1)));
  checkNational(context, forward);
}

/** As the sheet writes it: a share in percent. */
export function valueOf({ rule, value }: Pick<RuleRow, 'rule' | 'value'>): number {
  return ruleKinds[rule].unit === 'share' ? value / 100 : value;
}

function checkValue(context: CheckContext, row: RuleRow): void {
  const { unit, least, most } = ruleKinds[row.rule];
  const value = valueOf(row);
  if (value >= least && value <= most) return;
  const scale = unit === 'share' ? 100 : 1;
  complain(context, { sheet: 'rules', row: row.row, column: 'value', code: 'rule.value_outside', value: String(row.value), data: { least: least * scale, most: most * scale } });
}

/** As on screen. A last day on which the next value follows says no more than that one's first day. */
function checkNational(context: CheckContext, rows: readonly RuleRow[]): void {
  for (const { row, rule, unit, to } of rows) {
    if (unit !== null || to === null || rows.some((next) => next.unit === null && next.rule === rule && next.from === addDays(to, 1))) continue;
    complain(context, { sheet: 'rules', row, column: 'to', code: 'rule.national_ends', value: to });
  }
}

function checkOnce(context: CheckContext, inOrder: readonly RuleRow[]): void {
  for (const [at, row] of inOrder.entries()) {
    const before = inOrder[at - 1];
    // The next value ends the one before where that has no last day of its own.
    if (before === undefined || !overlaps(before.to === null ? { from: before.from, to: before.from } : before, row)) continue;
    complain(context, { sheet: 'rules', row: row.row, column: 'from', code: 'rule.twice', data: { other: before.row } });
  }
}
