/** What the acts on visits, reports and evaluations share: send, then ask afresh for them and what shows them, and offer to take it back where that can be. */
import { useContext } from 'react';
import { ConnectionContext } from '../../../shell/Banners.tsx';
import { usePhoneState } from '../../../shell/offline.ts';
import { useRecording } from '../../../shell/recording.ts';
import { useFieldFault } from '../../../ui/fieldFault.ts';
import { useText } from '../../../ui/language.tsx';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { visitForm as texts } from './visits.web.messages.ts';

interface Telling<Done> {
  /** Said once it is recorded. */
  readonly told: string;
  readonly undo?: (done: Done) => Promise<unknown>;
  /** Nothing is offered where the act waits on the phone. */
  readonly undoNeedsSignal?: boolean;
}

interface Options<Done> {
  readonly onDone?: (done: Done) => void;
}

const TOUCHED = ['visits', 'tasks', 'meetings', 'attention', 'figures', 'events', 'petitions'];

/** Which field of the form a refusal is about. */
const fieldOfCode = {
  'visits.inFuture': 'on', 'visits.tooLongAgo': 'on', 'visits.notOwn': 'personId', 'visits.noPerson': 'personId', 'visits.promiseBefore': 'promises', 'visits.fileTooLarge': 'file', 'visits.fileUnknown': 'file', 'visits.tooManyFiles': 'file',
} as const;

export function useVisitRecording<Done = { readonly id: string; readonly version: number }>({ onDone }: Options<Done> = {}) {
  const recording = useRecording<Done>(TOUCHED);
  const undoing = useRecording<unknown>(TOUCHED);
  const offer = useUndo();
  const phone = usePhoneState();
  const connection = useContext(ConnectionContext);
  const { t } = useText();
  const fault = useFieldFault(recording.error, fieldOfCode);
  const record = async (send: () => Promise<Done>, { told, undo, undoNeedsSignal = false }: Telling<Done>) => {
    const done = await recording.mutateAsync(send).catch(() => undefined);
    if (done === undefined) return;
    onDone?.(done);
    const isKept = phone?.is === 'open' && !connection.isReachable();
    offer({ text: isKept ? t(texts.keptHere) : told, ...(undo && !(isKept && undoNeedsSignal) ? { undo: () => undoing.mutateAsync(() => undo(done)) } : {}) });
  };
  return { busy: recording.isPending, problem: recording.error, fault, record };
}
