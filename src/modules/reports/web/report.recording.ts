/** What the acts on reports share: send, then ask afresh for reports and the log. */
import { useRecording } from '../../../shell/recording.ts';
import { useFieldFault } from '../../../ui/fieldFault.ts';
import { useUndo } from '../../../ui/UndoToast.tsx';

const TOUCHED = ['reports', 'documents', 'events'];
const fieldOfCode = { 'reports.periodBackwards': 'to', 'reports.inFuture': 'to', 'documents.numberTaken': 'numbering' } as const;

export function useReportRecording<Done>({ onDone }: { readonly onDone?: (done: Done) => void } = {}) {
  const recording = useRecording<Done>(TOUCHED);
  const tell = useUndo();
  const fault = useFieldFault(recording.error, fieldOfCode);
  const record = async (send: () => Promise<Done>, told: string) => {
    const done = await recording.mutateAsync(send).catch(() => undefined);
    if (done === undefined) return;
    onDone?.(done);
    tell({ text: told });
  };
  return { busy: recording.isPending, problem: recording.error, fault, record };
}
