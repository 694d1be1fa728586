/** What the acts on shortcomings share: send, then ask afresh for shortcomings, what needs attention and the log, and offer to take it back. */
import { call } from '../../../shell/api.ts';
import { useRecording } from '../../../shell/recording.ts';
import { useFieldFault } from '../../../ui/fieldFault.ts';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { shortcomingContract } from '../shortcoming.contract.ts';

export interface Done {
  readonly id: string;
  readonly version: number;
}

interface Telling {
  /** Said once it is recorded. */
  readonly told: string;
  readonly undo?: (done: Done) => Promise<unknown>;
}

const TOUCHED = ['shortcomings', 'attention', 'figures', 'tasks', 'events'];

/** Which field of the form a refusal is about. */
const fieldOfCode = {
  'shortcomings.inFuture': 'foundOn', 'shortcomings.earlierUnknown': 'earlierId', 'shortcomings.linkedToItself': 'earlierId', 'shortcomings.raiserNotAbove': 'raisedById',
  'shortcomings.personElsewhere': 'personId', 'shortcomings.ownerUnknown': 'ownerId', 'shortcomings.dueBeforeFound': 'dueOn', 'shortcomings.putOffReason': 'reason',
} as const;

export function useShortcomingRecording({ onDone }: { readonly onDone?: (done: Done) => void } = {}) {
  const recording = useRecording<Done>(TOUCHED);
  const undoing = useRecording<unknown>(TOUCHED);
  const offer = useUndo();
  const fault = useFieldFault(recording.error, fieldOfCode);
  const record = async (send: () => Promise<Done>, { told, undo }: Telling) => {
    const done = await recording.mutateAsync(send).catch(() => undefined);
    if (done === undefined) return;
    onDone?.(done);
    offer({ text: told, ...(undo ? { undo: () => undoing.mutateAsync(() => undo(done)) } : {}) });
  };
  return { busy: recording.isPending, problem: recording.error, fault, record };
}

/** For steps that stand alone: the server knows how it was before. */
export function takenBack({ id, version }: Done): Promise<unknown> {
  return call(shortcomingContract.takeBack, { id, version });
}
