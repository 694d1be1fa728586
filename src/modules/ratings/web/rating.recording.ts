/** What the acts on ratings share: send, then ask afresh for ratings, figures and the log, and offer to take it back where that can be. */
import { useRecording } from '../../../shell/recording.ts';
import { useFieldFault } from '../../../ui/fieldFault.ts';
import { useUndo } from '../../../ui/UndoToast.tsx';

interface Telling<Done> {
  /** Said once it is recorded. */
  readonly told: string | ((done: Done) => string);
  readonly undo?: (done: Done) => Promise<unknown>;
}

const TOUCHED = ['ratings', 'figures', 'attention', 'events'];
const fieldOfCode = {
  'ratings.dueBeforeYear': 'selfDueOn', 'ratings.dueOutOfOrder': 'decisionDueOn', 'ratings.yearAhead': 'year', 'ratings.seasonThere': 'year', 'ratings.notACommittee': 'unitId', 'ratings.decidedInFuture': 'on', 'ratings.decidedBeforeYear': 'on', 'ratings.yearNotOver': 'year', 'ratings.seasonOfYear': 'year', 'ratings.there': 'year',
  'ratings.exclusionReasonMissing': 'reason', 'ratings.frameSetAlready': 'from', 'ratings.frameNotWhole': 'criteria', 'ratings.criterionTwice': 'criteria', 'rules.notAScope': 'scopeUnitId',
};

export function useRatingRecording<Done>({ onDone }: { readonly onDone?: (done: Done) => void } = {}) {
  const recording = useRecording<Done>(TOUCHED);
  const undoing = useRecording<unknown>(TOUCHED);
  const offer = useUndo();
  const fault = useFieldFault(recording.error, fieldOfCode);
  const record = async (send: () => Promise<Done>, { told, undo }: Telling<Done>) => {
    const done = await recording.mutateAsync(send).catch(() => undefined);
    if (done === undefined) return;
    onDone?.(done);
    offer({ text: typeof told === 'string' ? told : told(done), ...(undo ? { undo: () => undoing.mutateAsync(() => undo(done)) } : {}) });
  };
  return { busy: recording.isPending, problem: recording.error, fault, record };
}
