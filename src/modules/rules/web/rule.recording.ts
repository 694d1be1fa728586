/** What the forms about rules share: how what they record is taken back, and which field a refusal is about. */
import { call } from '../../../shell/api.ts';
import { useSheetRecording, type SheetRecording } from '../../../shell/recording.ts';
import { ruleContract } from '../rule.contract.ts';

/** Figures are counted by rules. */
const touched = ['rules', 'events', 'figures'];
const fieldOfCode = { 'rules.valueOutside': 'value', 'rules.endsBeforeStart': 'to', 'rules.setAlready': 'from', 'rules.endedAlready': 'to', 'rules.notAScope': 'scopeUnitId' };

export function useRuleRecording(onClose: () => void): SheetRecording {
  return useSheetRecording({ onClose, touched, fieldOfCode, undo: (actId) => call(ruleContract.undo, { actId }) });
}
