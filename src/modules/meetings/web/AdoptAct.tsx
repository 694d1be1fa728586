/** Adopting the minutes: the one act of a meeting that nothing undoes, so it asks first. */
import { useRef, useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { Act } from '../../../ui/Act.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useText } from '../../../ui/language.tsx';
import { goToOwnFault } from '../../../ui/ownFaults.ts';
import { Sheet } from '../../../ui/Sheet.tsx';
import { uiMessages } from '../../../ui/ui.messages.ts';
import { meetingContract } from '../meeting.contract.ts';
import { officialNames } from '../meeting.kinds.ts';
import { officialsMissing } from '../meeting.officials.ts';
import { useNoting, type LiveMeeting } from './live.meeting.ts';
import { heldTexts as texts } from './meeting.held.messages.ts';
import type { Typed } from './minutes.typed.ts';
import type { MinutesWriting } from './minutes.writing.ts';
import classes from './meetings.module.css';

interface AdoptActProps {
  readonly live: LiveMeeting;
  readonly writing: MinutesWriting;
}

/** Never another text than the one that was looked at: the page goes on being fetched behind the open question. */
interface Looked {
  readonly minutes: Typed;
  readonly isSaved: boolean;
}

export function AdoptAct({ live, writing }: AdoptActProps) {
  const { t } = useText();
  const { today } = useAsOf();
  const [looked, setLooked] = useState<Looked>();
  const [on, setOn] = useState<string | undefined>(today);
  const { inHand, standing } = writing;
  return (
    <>
      <Act kind="danger" disabled={inHand === undefined} onPress={() => setLooked(inHand && { minutes: inHand, isSaved: standing === 'isSaved' })}>{t(texts.adopt)}</Act>
      {looked && <AdoptQuestion live={live} writing={writing} looked={looked} on={on} onDay={setOn} onClose={() => setLooked(undefined)} />}
    </>
  );
}

interface AdoptQuestionProps extends AdoptActProps {
  readonly looked: Looked;
  readonly on: string | undefined;
  readonly onDay: (on: string | undefined) => void;
  readonly onClose: () => void;
}

function AdoptQuestion({ live, writing, looked: { minutes, isSaved }, on, onDay, onClose }: AdoptQuestionProps) {
  const { t } = useText();
  const { today } = useAsOf();
  const { note, isSending } = useNoting(live);
  const { id, on: heldOn } = live.meeting;
  const question = useRef<HTMLDivElement>(null);
  const adopt = async () => {
    // A day that could not be read has left the one before it in its place.
    if (on === undefined || goToOwnFault(question.current?.querySelectorAll('input') ?? [])) return;
    const seen = { text: minutes.text, isStale: false };
    if (isSaved || (await writing.save(minutes))) await note({ send: () => call(meetingContract.adopt, { id, on, seen }), told: t(texts.adopted) });
    // What was refused is told by the bar, beside the text that stands there now: that one is looked at before it is asked again.
    onClose();
  };
  return (
    <Sheet title={t(texts.adoptTitle)} opened onClose={onClose}>
      <div className={classes.form} ref={question}>
        <p>{t(texts.adoptConsequence)}</p>
        <OfficialsMissing live={live} text={minutes.text} />
        {!isSaved && <p>{t(texts.adoptSaves)}</p>}
        <DayInput label={t(texts.adoptOn)} value={on} onChange={onDay} least={heldOn} most={today} required error={on ? undefined : t(texts.missing)} />
        <p><strong>{t(uiMessages.cannotUndo)}</strong></p>
        <div className={classes.acts}>
          <Act kind="main" busy={isSending || writing.isSaving} onPress={() => void adopt()}>{t(texts.adopt)}</Act>
          <Act onPress={onClose}>{t(uiMessages.cancel)}</Act>
        </div>
      </div>
    </Sheet>
  );
}

function OfficialsMissing({ live: { meeting }, text }: { readonly live: LiveMeeting; readonly text: string }) {
  const { t, language } = useText();
  const missing = officialsMissing(meeting, text);
  if (missing.length === 0) return null;
  const who = missing.map((role) => t(officialNames[role]).toLocaleLowerCase(language)).join(', ');
  return <Notice tone="warn" title={t(texts.officialsMissing, { who })}>{t(texts.officialsMissingWhy)}</Notice>;
}
