/** Petitions: what the sheet alone can tell, by the rules by which one is worked on on screen. */
import { soundsLikeDenunciation } from '../../petitions/petition.denunciation.ts';
import type { PetitionRow } from '../format/sheets.ts';
import { complain, rowsOf, type CheckContext, type Complaint } from './context.ts';

export function checkPetitions(context: CheckContext): void {
  const first = new Map<string, number>();
  for (const petition of rowsOf(context, 'petitions')) {
    checkSteps(context, petition);
    const key = `${petition.unit}\0${petition.ref}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, petition.row);
    else reporter(context, petition)({ column: 'ref', code: 'petition.twice', value: petition.ref, data: { other } });
  }
}

function checkSteps(context: CheckContext, row: PetitionRow): void {
  const report = reporter(context, row);
  if (soundsLikeDenunciation(row.text)) report({ column: 'text', code: 'petition.denunciation' });
  const { raised_on: raised, routed_on: routed, answered_on: answered, outcome, answer, planned_on: planned, reopened_on: reopened, confirmed_on: confirmed } = row;
  if (row.body !== null && routed === null) report({ column: 'routed_on', code: 'petition.routed_missing' });
  if (routed !== null && routed < raised) report({ column: 'routed_on', code: 'period.reversed', value: routed, data: { from: raised } });
  if (answered !== null && (outcome === null || answer === null)) report({ column: outcome === null ? 'outcome' : 'answer', code: 'petition.answer_missing' });
  if (answered !== null && answered < (routed ?? raised)) report({ column: 'answered_on', code: 'period.reversed', value: answered, data: { from: routed ?? raised } });
  if (outcome !== null && (outcome === 'planned') !== (planned !== null)) report({ column: 'planned_on', code: 'petition.plan_day' });
  if (reopened !== null && (answered === null || reopened < answered)) report({ column: 'reopened_on', code: 'petition.not_answered' });
  if (reopened !== null && row.reason === null) report({ column: 'reason', code: 'petition.reason_missing' });
  if (confirmed !== null && (answered === null || outcome === 'planned' || reopened !== null || confirmed < answered)) report({ column: 'confirmed_on', code: 'petition.not_answered' });
}

function reporter(context: CheckContext, { row }: { readonly row: number }): (complaint: Omit<Complaint, 'sheet' | 'row'>) => void {
  return (complaint) => complain(context, { sheet: 'petitions', row, ...complaint });
}
