/** A period ends no earlier than it begins. */
import type { CheckContext } from './context.ts';
import { complain, rowsOf } from './context.ts';

const sheetsWithPeriods = ['units', 'unit_relations', 'memberships', 'posts', 'tenures', 'rules'] as const;

export function checkPeriods(context: CheckContext): void {
  for (const sheet of sheetsWithPeriods) {
    for (const { row, from, to } of rowsOf(context, sheet)) {
      if (to !== null && to < from) complain(context, { sheet, row, column: 'to', code: 'period.reversed', value: to, data: { from } });
    }
  }
}

/** Whether a row's period can be reasoned about; the others have their finding. */
export function isForward({ from, to }: { readonly from: string; readonly to: string | null }): boolean {
  return to === null || from <= to;
}
