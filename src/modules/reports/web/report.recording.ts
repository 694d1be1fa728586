/** What the acts on reports share: send, then ask afresh for reports and the log; so too where the numbers were others than those shown. */
import { useQueryClient } from '@tanstack/react-query';
import { moduleOf } from '../../../shell/api.ts';
import { useRecording } from '../../../shell/recording.ts';
import { useFieldFault } from '../../../ui/fieldFault.ts';
import { isShownProblem } from '../../../ui/ProblemNotice.tsx';
import { useUndo } from '../../../ui/UndoToast.tsx';

const TOUCHED = ['reports', 'documents', 'events'];
const fieldOfCode = { 'reports.periodBackwards': 'to', 'reports.inFuture': 'to', 'documents.numberTaken': 'numbering' } as const;

export function useReportRecording<Done>({ onDone }: { readonly onDone?: (done: Done) => void } = {}) {
  const recording = useRecording<Done>(TOUCHED);
  const client = useQueryClient();
  const tell = useUndo();
  const fault = useFieldFault(recording.error, fieldOfCode);
  const record = async (send: () => Promise<Done>, told: string) => {
    const done = await recording.mutateAsync(send).catch((problem: unknown) => {
      if (isShownProblem(problem) && problem.code === 'reports.changed') void client.invalidateQueries({ predicate: ({ queryKey }) => moduleOf(String(queryKey[0])) === 'reports' });
      return undefined;
    });
    if (done === undefined) return;
    onDone?.(done);
    tell({ text: told });
  };
  return { busy: recording.isPending, problem: recording.error, fault, record };
}
