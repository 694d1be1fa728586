/** What the acts of oversight share: send, then ask afresh for what they change, and offer to take it back where that can be. */
import { useRecording } from '../../../shell/recording.ts';
import { useFieldFault } from '../../../ui/fieldFault.ts';
import { useUndo } from '../../../ui/UndoToast.tsx';

interface Telling<Done> {
  /** Said once it is recorded. */
  readonly told: string;
  readonly undo?: (done: Done) => Promise<unknown>;
}

const TOUCHED = ['oversight', 'attention', 'figures', 'events', 'visits', 'reports'];

/** Which field of the form a refusal is about. */
const fieldOfCode = {
  'oversight.periodBackwards': 'to', 'oversight.outsideRegulation': 'from', 'oversight.assignedOutside': 'from', 'oversight.noTier': 'duties', 'oversight.tierNotOfRegulation': 'tier', 'oversight.personUnknown': 'personId',
  'oversight.postNotHeld': 'personId', 'oversight.already': 'personId', 'oversight.unitNotCovered': 'unitId', 'oversight.endBeforeStart': 'lastDay', 'oversight.endAfterTerm': 'lastDay',
} as const;

export function useOversightRecording<Done>({ onDone }: { readonly onDone?: (done: Done) => void } = {}) {
  const recording = useRecording<Done>(TOUCHED);
  const undoing = useRecording<unknown>(TOUCHED);
  const offer = useUndo();
  const fault = useFieldFault(recording.error, fieldOfCode);
  const record = async (send: () => Promise<Done>, { told, undo }: Telling<Done>) => {
    const done = await recording.mutateAsync(send).catch(() => undefined);
    if (done === undefined) return;
    onDone?.(done);
    offer({ text: told, ...(undo ? { undo: () => undoing.mutateAsync(() => undo(done)) } : {}) });
  };
  return { busy: recording.isPending, problem: recording.error, fault, record };
}
