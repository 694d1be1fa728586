/** What the forms about posts share: send, close, offer to take it back, and which field a refusal is about. */
import { call } from '../../../shell/api.ts';
import { useRecording } from '../../../shell/recording.ts';
import { useFieldFault } from '../../../ui/fieldFault.ts';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { postContract } from '../post.contract.ts';

interface Done {
  readonly actId: string;
}

export interface PostRecording {
  /** For the sheet that the form stands in. */
  readonly sheet: { readonly busy: boolean; readonly problem: unknown; readonly onClose: () => void };
  readonly fault: (field: string) => string | undefined;
  /** @param told what is said once it is recorded, beside the offer to undo. */
  readonly record: (send: () => Promise<Done>, told: string) => Promise<void>;
}

export function usePostRecording(onClose: () => void, fieldOfCode: Readonly<Record<string, string>>): PostRecording {
  const recording = useRecording<Done>();
  const offer = useUndo();
  const fault = useFieldFault(recording.error, fieldOfCode);
  const record = async (send: () => Promise<Done>, told: string) => {
    const done = await recording.mutateAsync(send).catch(() => undefined);
    if (!done) return;
    onClose();
    offer({ text: told, undo: () => recording.mutateAsync(() => call(postContract.undo, { actId: done.actId })) });
  };
  return {
    sheet: { busy: recording.isPending, problem: recording.error, onClose },
    fault,
    record,
  };
}
