/** What putting off and taking it back share: send, ask the list afresh, offer to take it back. */
import { call } from '../../../shell/api.ts';
import { useRecording } from '../../../shell/recording.ts';
import { useFieldFault } from '../../../ui/fieldFault.ts';
import { useText } from '../../../ui/language.tsx';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { attentionContract } from '../attention.contract.ts';
import { attentionWeb as texts } from './attention.web.messages.ts';
import { whoOf, type AttentionItem } from './attention.words.ts';

const fieldOfCode = { 'attention.notAhead': 'until', 'attention.tooFarAhead': 'until' };

interface PuttingOff {
  readonly until: string;
  readonly reason: string;
}

export function useSnoozing(item: AttentionItem, onDone?: () => void) {
  const writing = useText();
  const recording = useRecording<object>(['attention', 'events']);
  const offer = useUndo();
  const fault = useFieldFault(recording.error, fieldOfCode);
  const who = whoOf(item, writing);
  const named = { alert: item.alert, unitId: item.unit.id, subjectId: item.subject.id };
  const putOff = (given: PuttingOff) => recording.mutateAsync(() => call(attentionContract.snooze, { ...named, ...given }));
  const bringBack = () => recording.mutateAsync(() => call(attentionContract.resume, named));

  const snooze = async (given: PuttingOff) => {
    if (!(await putOff(given).catch(() => undefined))) return;
    onDone?.();
    offer({ text: writing.t(texts.snoozedDone, { who, day: writing.day(given.until) }), undo: bringBack });
  };
  const resume = async () => {
    const before = item.snooze;
    if (!before || !(await bringBack().catch(() => undefined))) return;
    offer({ text: writing.t(texts.resumed, { who }), undo: () => putOff({ until: before.until, reason: before.reason }) });
  };
  return { snooze, resume, fault, busy: recording.isPending, problem: recording.error };
}
