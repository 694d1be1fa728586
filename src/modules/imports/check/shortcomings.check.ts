/** Shortcomings and their proofs: what the sheets alone can tell, by the rules by which one is worked on on screen. */
import { mostProofs } from '../../shortcomings/shortcoming.proof.ts';
import type { ShortcomingProofRow, ShortcomingRow } from '../format/sheets.ts';
import { complain, groupBy, rowsOf, type CheckContext, type Complaint } from './context.ts';

export function checkShortcomings(context: CheckContext): void {
  const first = new Map<string, number>();
  for (const shortcoming of rowsOf(context, 'shortcomings')) {
    checkSteps(context, shortcoming);
    const key = keyOfShortcoming(shortcoming.unit, shortcoming.ref);
    const other = first.get(key);
    if (other === undefined) first.set(key, shortcoming.row);
    else reporter(context, 'shortcomings', shortcoming)({ column: 'ref', code: 'shortcoming.twice', value: shortcoming.ref, data: { other } });
  }
  const proofs = proofsByShortcoming(context);
  for (const [key, rows] of proofs) {
    for (const row of rows) checkProof(context, row, first.has(key));
    if (rows.length > mostProofs) reporter(context, 'shortcoming_proofs', rows[mostProofs]!)({ column: 'shortcoming', code: 'shortcoming.proofs_many', data: { most: mostProofs } });
  }
}

export function keyOfShortcoming(unit: string, ref: string): string {
  return `${unit}\0${ref}`;
}

export function proofsByShortcoming(context: CheckContext): ReadonlyMap<string, readonly ShortcomingProofRow[]> {
  return groupBy(rowsOf(context, 'shortcoming_proofs'), ({ unit, shortcoming }) => keyOfShortcoming(unit, shortcoming));
}

function checkSteps(context: CheckContext, row: ShortcomingRow): void {
  const report = reporter(context, 'shortcomings', row);
  const { found_on: found, due_on: due, reported_on: reported, confirmed_on: confirmed } = row;
  if (due !== null && due < found) report({ column: 'due_on', code: 'period.reversed', value: due, data: { from: found } });
  if (reported !== null && reported < found) report({ column: 'reported_on', code: 'period.reversed', value: reported, data: { from: found } });
  if (reported !== null && row.measure === null) report({ column: 'measure', code: 'shortcoming.measure_missing' });
  if (reported !== null && row.result === null) report({ column: 'result', code: 'shortcoming.result_missing' });
  if (confirmed === null) return;
  if (reported === null) report({ column: 'reported_on', code: 'shortcoming.report_missing' });
  else if (confirmed < reported) report({ column: 'confirmed_on', code: 'period.reversed', value: confirmed, data: { from: reported } });
}

/** A side is told whole or not at all: a figure by its two days, a number with its time and its paper. */
function checkProof(context: CheckContext, row: ShortcomingProofRow, isKnown: boolean): void {
  const report = reporter(context, 'shortcoming_proofs', row);
  if (!isKnown) report({ column: 'shortcoming', code: 'shortcoming.unknown', value: row.shortcoming });
  if (row.figure === null && row.title === null) report({ column: 'title', code: 'shortcoming.proof_untitled' });
  const sides = row.figure === null
    ? [['before', row.before, row.before_when, row.before_source], ['after', row.after, row.after_when, row.after_source]] as const
    : [['before_to', row.before_from, row.before_to], ['after_to', row.after_from, row.after_to]] as const;
  for (const [column, ...told] of sides) if (told.some((part) => part === null) && told.some((part) => part !== null)) report({ column, code: 'shortcoming.proof_side' });
}

function reporter(context: CheckContext, sheet: 'shortcomings' | 'shortcoming_proofs', { row }: { readonly row: number }): (complaint: Omit<Complaint, 'sheet' | 'row'>) => void {
  return (complaint) => complain(context, { sheet, row, ...complaint });
}
