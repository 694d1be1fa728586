/** What the place says to an answer or of its own petition: confirms it, asks again, withdraws it; the last two with the reason. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useText } from '../../../ui/language.tsx';
import { petitionContract } from '../petition.contract.ts';
import type { WholePetition } from '../petition.record.ts';
import { pageTexts as texts } from './petition.page.messages.ts';
import { takenBack, usePetitionRecording } from './petition.recording.ts';

type Said = 'confirm' | 'reopen' | 'withdraw';

const wordings = {
  confirm: { title: texts.confirm, intro: texts.confirmIntro, told: texts.confirmed, label: texts.words },
  reopen: { title: texts.reopen, intro: texts.reopenIntro, told: texts.reopened, label: texts.reason },
  withdraw: { title: texts.withdraw, intro: texts.withdrawIntro, told: texts.withdrawn, label: texts.reason },
} as const;

interface Saying {
  readonly id: string;
  readonly version: number;
  readonly words: string;
}

const senders = {
  confirm: (said: Saying) => call(petitionContract.confirm, said),
  reopen: (said: Saying) => call(petitionContract.reopen, said),
  withdraw: (said: Saying) => call(petitionContract.withdraw, said),
};

export function WordsSheet({ petition, act, onClose }: { readonly petition: WholePetition; readonly act: Said; readonly onClose: () => void }) {
  const { t } = useText();
  const [words, setWords] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = usePetitionRecording({ onDone: onClose });
  const { title, intro, told, label } = wordings[act];
  const isNeeded = act !== 'confirm';
  const written = words.trim();
  const submit = async () => {
    setChecked(true);
    if (isNeeded && written === '') return;
    const { id, version } = petition;
    await record(() => senders[act]({ id, version, words: written }), { told: t(told), undo: takenBack });
  };
  return (
    <ActSheet title={t(title)} verb={t(title)} intro={t(intro)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <Textarea label={t(label)} value={words} onChange={(event) => setWords(event.currentTarget.value)} maxLength={1000} autosize minRows={2} required={isNeeded} error={isChecked && isNeeded && written === '' ? t(texts.reasonMissing) : fault('words')} />
    </ActSheet>
  );
}
