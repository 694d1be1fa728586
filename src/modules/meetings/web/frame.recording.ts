/** What the forms about scoring frames share: send, close, offer to take it back, which field a refusal is about. */
import { call } from '../../../shell/api.ts';
import { useRecording } from '../../../shell/recording.ts';
import { useFieldFault } from '../../../ui/fieldFault.ts';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { frameContract } from '../frame.contract.ts';

interface Done {
  readonly actId: string;
}

const TOUCHED = ['meetings', 'events'];
const fieldOfCode = {
  'meetings.frameEndsBeforeStart': 'to', 'meetings.frameSetAlready': 'from', 'meetings.frameNotWhole': 'criteria', 'meetings.criterionTwice': 'criteria', 'meetings.frameEndedAlready': 'to', 'rules.notAScope': 'scopeUnitId',
};

export function useFrameRecording(onClose: () => void) {
  const recording = useRecording<Done>(TOUCHED);
  const offer = useUndo();
  const fault = useFieldFault(recording.error, fieldOfCode);
  const record = async (send: () => Promise<Done>, told: string) => {
    const done = await recording.mutateAsync(send).catch(() => undefined);
    if (!done) return;
    onClose();
    offer({ text: told, undo: () => recording.mutateAsync(() => call(frameContract.undoFrame, { actId: done.actId })) });
  };
  return { sheet: { busy: recording.isPending, problem: recording.error, onClose }, fault, record };
}
