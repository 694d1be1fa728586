/** Sends what a recording form has put together, then asks afresh for what it changes: of what acts on people change, or of the modules named. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useFieldFault } from '../ui/fieldFault.ts';
import { useUndo } from '../ui/UndoToast.tsx';
import { moduleOf } from './api.ts';

/** Acts on people change what these modules show. */
const TOUCHED = ['people', 'membership', 'posts', 'figures', 'units', 'events'];

export function useRecording<Done>(touched: readonly string[] = TOUCHED) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (send: () => Promise<Done>) => send(),
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => touched.includes(moduleOf(String(queryKey[0]))) }),
  });
}

interface Done {
  readonly actId: string;
}

export interface SheetRecording {
  /** For the sheet that the form stands in. */
  readonly sheet: { readonly busy: boolean; readonly problem: unknown; readonly onClose: () => void };
  readonly fault: (...fields: readonly string[]) => string | undefined;
  /** @param told what is said once it is recorded, beside the offer to undo. */
  readonly record: (send: () => Promise<Done>, told: string) => Promise<void>;
}

interface SheetRecordingOptions {
  readonly onClose: () => void;
  readonly undo: (actId: string) => Promise<Done>;
  /** Which field a refusal is about. */
  readonly fieldOfCode: Readonly<Record<string, string>>;
  readonly touched?: readonly string[];
}

/** What a form of acts that can be undone does: send, close, offer to take it back; or say at which field it was refused. */
export function useSheetRecording({ onClose, undo, fieldOfCode, touched }: SheetRecordingOptions): SheetRecording {
  const recording = useRecording<Done>(touched);
  const offer = useUndo();
  const fault = useFieldFault(recording.error, fieldOfCode);
  const record = async (send: () => Promise<Done>, told: string) => {
    const done = await recording.mutateAsync(send).catch(() => undefined);
    if (!done) return;
    onClose();
    offer({ text: told, undo: () => recording.mutateAsync(() => undo(done.actId)) });
  };
  return { sheet: { busy: recording.isPending, problem: recording.error, onClose }, fault, record };
}
