/** What the acts on cascades share: send, then ask afresh for cascades, documents and the log, and offer to take it back where that can be. */
import { useRecording } from '../../../shell/recording.ts';
import { useFieldFault } from '../../../ui/fieldFault.ts';
import { useUndo } from '../../../ui/UndoToast.tsx';

interface Telling<Done> {
  readonly told: string | ((done: Done) => string);
  readonly undo?: (done: Done) => Promise<unknown>;
}

interface Options<Done> {
  readonly onDone?: (done: Done) => void;
  readonly fieldOfCode?: Readonly<Record<string, string>>;
}

const TOUCHED = ['cascades', 'documents', 'tasks', 'events'];

export function useCascadeRecording<Done>({ onDone, fieldOfCode = {} }: Options<Done> = {}) {
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
