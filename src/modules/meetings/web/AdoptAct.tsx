/** Adopting the minutes: the one act of a meeting that nothing undoes, so it asks first. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { ConfirmAct } from '../../../ui/ConfirmAct.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useText } from '../../../ui/language.tsx';
import { useRecording } from '../../../shell/recording.ts';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { meetingContract } from '../meeting.contract.ts';
import { officialNames } from '../meeting.kinds.ts';
import { officialsMissing } from '../meeting.officials.ts';
import { askAfresh, TOUCHED, type LiveMeeting } from './live.meeting.ts';
import { heldTexts as texts } from './meeting.held.messages.ts';
import type { MinutesWriting } from './minutes.writing.ts';
import classes from './meetings.module.css';

export function AdoptAct({ live: { meeting }, writing }: { readonly live: LiveMeeting; readonly writing: MinutesWriting }) {
  const { t, language } = useText();
  const { today } = useAsOf();
  const [on, setOn] = useState<string | undefined>(today);
  const recording = useRecording<unknown>(TOUCHED);
  const offer = useUndo();
  const client = useQueryClient();
  const { id } = meeting;
  const missing = officialsMissing(meeting, writing.text ?? '');
  const isUnsaved = writing.standing !== 'isSaved';
  const adopt = async () => {
    // What could not be saved is told by the bar; the question stays.
    if (isUnsaved && !(await writing.save())) throw new Error('the minutes were not saved');
    // Never another text than the one that is looked at here.
    const seen = isUnsaved ? { text: writing.text ?? null, isStale: false } : { text: meeting.text, isStale: meeting.isTextStale };
    await recording.mutateAsync(() => call(meetingContract.adopt, { id, on: on ?? today, seen })).catch(async (error: unknown) => {
      // Where another text stands or was adopted meanwhile, the page behind the question shows it.
      await askAfresh(client);
      throw error;
    });
    offer({ text: t(texts.adopted) });
  };
  const consequence = (
    <div className={classes.form}>
      <p>{t(texts.adoptConsequence)}</p>
      {missing.length > 0 && <Notice tone="warn" title={t(texts.officialsMissing, { who: missing.map((role) => t(officialNames[role]).toLocaleLowerCase(language)).join(', ') })}>{t(texts.officialsMissingWhy)}</Notice>}
      {isUnsaved && <p>{t(texts.adoptSaves)}</p>}
      <DayInput label={t(texts.adoptOn)} value={on} onChange={setOn} least={meeting.on} most={today} required error={on ? undefined : t(texts.missing)} />
    </div>
  );
  return <ConfirmAct label={t(texts.adopt)} title={t(texts.adoptTitle)} consequence={consequence} confirm={t(texts.adopt)} onConfirm={adopt} disabled={writing.text === undefined} />;
}
