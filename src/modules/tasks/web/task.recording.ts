/** What the acts on tasks share: send, then ask afresh for tasks and what shows them, and offer to take it back where that can be. */
import { useContext } from 'react';
import { ConnectionContext } from '../../../shell/Banners.tsx';
import { usePhoneState } from '../../../shell/offline.ts';
import { useRecording } from '../../../shell/recording.ts';
import { useFieldFault } from '../../../ui/fieldFault.ts';
import { useText } from '../../../ui/language.tsx';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { tasksWeb } from './tasks.web.messages.ts';

export interface TaskDone {
  readonly id: string;
  readonly version: number;
}

interface Telling<Done> {
  /** Said once it is recorded. */
  readonly told: string | ((done: Done) => string);
  readonly undo?: (done: Done) => Promise<unknown>;
}

interface Options<Done> {
  readonly onDone?: (done: Done) => void;
  readonly fieldOfCode?: Readonly<Record<string, string>>;
}

const TOUCHED = ['tasks', 'meetings', 'attention', 'figures', 'events'];

export function useTaskRecording<Done = TaskDone>({ onDone, fieldOfCode = {} }: Options<Done> = {}) {
  const recording = useRecording<Done>(TOUCHED);
  const undoing = useRecording<unknown>(TOUCHED);
  const offer = useUndo();
  const phone = usePhoneState();
  const connection = useContext(ConnectionContext);
  const { t } = useText();
  const fault = useFieldFault(recording.error, fieldOfCode);
  const record = async (send: () => Promise<Done>, { told, undo }: Telling<Done>) => {
    const done = await recording.mutateAsync(send).catch(() => undefined);
    if (done === undefined) return;
    onDone?.(done);
    const isKept = phone?.is === 'open' && !connection.isReachable();
    offer({ text: isKept ? t(tasksWeb.keptHere) : typeof told === 'string' ? told : told(done), ...(undo ? { undo: () => undoing.mutateAsync(() => undo(done)) } : {}) });
  };
  return { busy: recording.isPending, problem: recording.error, fault, record };
}
