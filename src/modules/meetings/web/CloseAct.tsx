/** The end of a meeting: when it was, what becomes of the conclusions, and whoever was not marked yet. */
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useFieldFault } from '../../../ui/fieldFault.ts';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useAsOf } from '../../../shell/asOf.ts';
import { meetingContract } from '../meeting.contract.ts';
import { tasksFrom } from '../meeting.parts.ts';
import { lengthOf } from '../meeting.ts';
import { nameApart } from '../meeting.namesakes.ts';
import { ClockInput } from './ClockInput.tsx';
import { Cited } from './Cited.tsx';
import { useNoting, type LiveMeeting } from './live.meeting.ts';
import { clockAt, clockTyped } from './meeting.days.ts';
import { openTexts as texts } from './meeting.open.messages.ts';
import { ruleOf, type WholeMeeting } from './meeting.words.ts';
import { fieldOfPlanCode } from './PlanFields.tsx';
import { AwayUnmarked } from './RollCall.tsx';
import { markingPresent, restOf } from './roll.rest.ts';
import { sessionWords } from './session.words.ts';

export function CloseAct({ live }: { readonly live: LiveMeeting }) {
  const { t } = useText();
  const words = sessionWords(live.meeting);
  const [isOpen, setOpen] = useState(false);
  const tell = useUndo();
  // What stands in an open form would be gone with the end.
  const press = () => {
    const begun = document.querySelector<HTMLFormElement>('[data-unsaved-piece]');
    if (!begun || !isFilled(begun)) return setOpen(true);
    begun.scrollIntoView({ block: 'center' });
    begun.querySelector<HTMLElement>('button[type=submit]')?.focus({ preventScroll: true });
    tell({ text: t(words.unsavedPiece) });
  };
  return (
    <>
      <Act kind="main" onPress={press}>{t(words.close)}</Act>
      {isOpen && <CloseSheet live={live} onClose={() => setOpen(false)} />}
    </>
  );
}

function isFilled(form: HTMLFormElement): boolean {
  return [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[type=text], input:not([type]), textarea')].some((field) => !field.readOnly && !field.matches('[inputmode]') && field.value.trim() !== '');
}

function CloseSheet({ live, onClose }: { readonly live: LiveMeeting; readonly onClose: () => void }) {
  const { meeting, problem } = live;
  const { note, isSending } = useNoting(live);
  const { t, number } = useText();
  const { today } = useAsOf();
  const [typed, setTyped] = useState(() => endOf(meeting, { today, now: clockAt(new Date()) }));
  const fault = useFieldFault(problem, fieldOfPlanCode);
  const { id } = meeting;
  const words = sessionWords(meeting);
  const ends = clockTyped(typed);
  const { unmarked, away, likely } = restOf(meeting);
  const tasks = tasksFrom(meeting).length;
  const submit = async () => {
    if (await note({ send: () => call(meetingContract.close, { id, ends }), told: t(words.closed), undo: () => call(meetingContract.reopen, { id }) })) onClose();
  };
  return (
    <ActSheet title={t(words.close)} verb={t(words.close)} intro={t(words.closeIntro)} onSubmit={() => void submit()} onClose={onClose} busy={isSending} problem={problem}>
      {likely.length === 0 && <AwayUnmarked away={away} />}
      {likely.length > 0 && (
        <Notice tone="warn" title={t(texts.unmarkedCount, { count: number(unmarked.length) })} acts={<Act onPress={() => void note(markingPresent(meeting, likely, t(texts.allPresentDone, { count: number(likely.length) })))}>{t(texts.restPresent)}</Act>}>
          {unmarked.slice(0, 5).map(({ person }) => nameApart(person)).join(', ')}{unmarked.length > 5 && '…'}
        </Notice>
      )}
      <ClockInput label={t(texts.endsAt)} value={typed} onChange={setTyped} error={fault('ends')} />
      <TooShort meeting={meeting} ends={ends} />
      {tasks > 0 && <p>{t(texts.tasksToBe, { count: number(tasks) })}</p>}
    </ActSheet>
  );
}

/** Told, not refused: a meeting may be short. */
function TooShort({ meeting, ends }: { readonly meeting: WholeMeeting; readonly ends: string | null }) {
  const { t, number } = useText();
  const minutes = lengthOf({ starts: meeting.starts, ends });
  const rule = ruleOf(meeting, 'meeting.minMinutes') ?? ruleOf(meeting, 'meeting.minMinutesWithTheme');
  const isOfCell = meeting.kind === 'regular' || meeting.kind === 'thematic';
  if (!isOfCell || !rule || minutes === undefined || minutes <= 0 || minutes >= rule.value) return null;
  return <Notice>{t(texts.lengthLeast, { minutes: number(minutes) })} <Cited citation={rule} /></Notice>;
}

/** Now, if it is held today and has begun; of a past meeting nobody knows but who records it. */
function endOf({ on, starts }: WholeMeeting, { today, now }: { readonly today: string; readonly now: string }): string {
  return on === today && (starts === null || now > starts) ? now : '';
}
