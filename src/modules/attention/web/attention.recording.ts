/** What putting off and taking it back share: send with what was seen, ask the list afresh, offer to take it back. */
import { call } from '../../../shell/api.ts';
import { useRecording } from '../../../shell/recording.ts';
import { useFieldFault } from '../../../ui/fieldFault.ts';
import { useText } from '../../../ui/language.tsx';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { attentionContract } from '../attention.contract.ts';
import { attentionWeb as texts } from './attention.web.messages.ts';
import { lookedAt, whoOf, type AttentionItem, type PuttingOff } from './attention.words.ts';

const fieldOfCode = { 'attention.notAhead': 'until', 'attention.tooFarAhead': 'until' };

export function useSnoozing(item: AttentionItem, onDone?: () => void) {
  const writing = useText();
  const recording = useRecording<object>(['attention', 'events']);
  const offer = useUndo();
  const fault = useFieldFault(recording.error, fieldOfCode);
  const who = whoOf(item, writing);
  const putOff = (given: PuttingOff, seen: PuttingOff | null) => recording.mutateAsync(() => call(attentionContract.snooze, { ...lookedAt(item, seen), until: given.until, reason: given.reason }));
  const bringBack = (seen: PuttingOff) => recording.mutateAsync(() => call(attentionContract.resume, lookedAt(item, seen)));

  const snooze = async (given: PuttingOff) => {
    if (!(await putOff(given, item.snooze).catch(() => undefined))) return;
    onDone?.();
    offer({ text: writing.t(texts.snoozedDone, { who, day: writing.day(given.until) }), undo: () => bringBack(given) });
  };
  const resume = async () => {
    const before = item.snooze;
    if (!before || !(await bringBack(before).catch(() => undefined))) return;
    offer({ text: writing.t(texts.resumed, { who }), undo: () => putOff(before, null) });
  };
  return { snooze, resume, fault, busy: recording.isPending, problem: recording.error };
}
