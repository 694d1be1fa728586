/** What the forms about scoring frames share: how what they record is taken back, and which field a refusal is about. */
import { call } from '../../../shell/api.ts';
import { useSheetRecording, type SheetRecording } from '../../../shell/recording.ts';
import { frameContract } from '../frame.contract.ts';

const touched = ['meetings', 'events'];
const fieldOfCode = {
  'meetings.frameEndsBeforeStart': 'to', 'meetings.frameSetAlready': 'from', 'meetings.frameNotWhole': 'criteria', 'meetings.criterionTwice': 'criteria', 'meetings.frameEndedAlready': 'to', 'rules.notAScope': 'scopeUnitId',
};

export function useFrameRecording(onClose: () => void): SheetRecording {
  return useSheetRecording({ onClose, touched, fieldOfCode, undo: (actId) => call(frameContract.undoFrame, { actId }) });
}
