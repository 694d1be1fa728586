/** What the acts on tasks share: send, then ask afresh for tasks and the meetings that show them, and offer to take it back. */
import { useRecording } from '../../../shell/recording.ts';
import { useFieldFault } from '../../../ui/fieldFault.ts';
import { useUndo } from '../../../ui/UndoToast.tsx';

export interface TaskDone {
  readonly id: string;
  readonly version: number;
}

interface Telling {
  /** Said once it is recorded. */
  readonly told: string;
  readonly undo: (done: TaskDone) => Promise<TaskDone>;
}

const TOUCHED = ['tasks', 'meetings', 'events'];

export function useTaskRecording({ onDone, fieldOfCode = {} }: { onDone?: () => void; fieldOfCode?: Readonly<Record<string, string>> } = {}) {
  const recording = useRecording<TaskDone>(TOUCHED);
  const offer = useUndo();
  const fault = useFieldFault(recording.error, fieldOfCode);
  const record = async (send: () => Promise<TaskDone>, { told, undo }: Telling) => {
    const done = await recording.mutateAsync(send).catch(() => undefined);
    if (!done) return;
    onDone?.();
    offer({ text: told, undo: () => recording.mutateAsync(() => undo(done)) });
  };
  return { busy: recording.isPending, problem: recording.error, fault, record };
}
