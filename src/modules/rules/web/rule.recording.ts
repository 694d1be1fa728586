/** What the forms about rules share: send, close, offer to take it back, which field a refusal is about. */
import { call } from '../../../shell/api.ts';
import { useRecording } from '../../../shell/recording.ts';
import { useFieldFault } from '../../../ui/fieldFault.ts';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { ruleContract } from '../rule.contract.ts';

interface Done {
  readonly actId: string;
}

/** Figures are counted by rules. */
const TOUCHED = ['rules', 'events', 'figures'];

export function useRuleRecording(onClose: () => void, fieldOfCode: Readonly<Record<string, string>>) {
  const recording = useRecording<Done>(TOUCHED);
  const offer = useUndo();
  const fault = useFieldFault(recording.error, fieldOfCode);
  const record = async (send: () => Promise<Done>, told: string) => {
    const done = await recording.mutateAsync(send).catch(() => undefined);
    if (!done) return;
    onClose();
    offer({ text: told, undo: () => recording.mutateAsync(() => call(ruleContract.undo, { actId: done.actId })) });
  };
  return { sheet: { busy: recording.isPending, problem: recording.error, onClose }, fault, record };
}
