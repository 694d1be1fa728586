/** What the acts on reviews share: send, then ask afresh for reviews, what needs attention and figures. */
import { useRecording } from '../../../shell/recording.ts';
import { useFieldFault } from '../../../ui/fieldFault.ts';
import { useUndo } from '../../../ui/UndoToast.tsx';

interface Options<Done> {
  readonly onDone?: (done: Done) => void;
}

interface Telling<Done> {
  readonly told: string | ((done: Done) => string);
  readonly undo?: (done: Done) => Promise<unknown>;
}

const TOUCHED = ['reviews', 'attention', 'figures', 'events'];
const fieldOfCode = { 'reviews.inFuture': 'heldOn', 'reviews.meetingUnknown': 'meetingId', 'reviews.periodBackwards': 'to', 'reviews.dueBeforePeriod': 'dueOn', 'reviews.noForm': 'to' } as const;

export function useReviewRecording<Done>({ onDone }: Options<Done> = {}) {
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
