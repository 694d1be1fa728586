/** What the body that raised a shortcoming says to it: confirms, returns, withdraws; the last two with the reason. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { shortcomingContract } from '../shortcoming.contract.ts';
import { pageTexts as texts } from './shortcoming.page.messages.ts';
import { takenBack, useShortcomingRecording } from './shortcoming.recording.ts';
import type { WholeShortcoming } from './shortcoming.words.ts';

type Said = 'confirm' | 'giveBack' | 'withdraw';

interface Saying {
  readonly id: string;
  readonly version: number;
  readonly words: string;
}

const wordings = {
  confirm: { title: texts.confirm, verb: texts.confirm, intro: texts.confirmIntro, told: texts.confirmed, label: texts.confirmWords },
  giveBack: { title: texts.giveBack, verb: texts.giveBack, intro: texts.giveBackIntro, told: texts.givenBack, label: texts.reason },
  withdraw: { title: texts.withdrawTitle, verb: texts.withdraw, intro: texts.withdrawIntro, told: texts.withdrawn, label: texts.reason },
} as const;

const senders = {
  confirm: (said: Saying) => call(shortcomingContract.confirm, said),
  giveBack: (said: Saying) => call(shortcomingContract.giveBack, said),
  withdraw: (said: Saying) => call(shortcomingContract.withdraw, said),
};

export function WordsSheet({ shortcoming, act, onClose }: { readonly shortcoming: WholeShortcoming; readonly act: Said; readonly onClose: () => void }) {
  const { t } = useText();
  const [words, setWords] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useShortcomingRecording({ onDone: onClose });
  const { title, verb, intro, told, label } = wordings[act];
  const isNeeded = act !== 'confirm';
  const written = words.trim();
  const submit = async () => {
    setChecked(true);
    if (isNeeded && written === '') return;
    const { id, version } = shortcoming;
    const said = { id, version, words: written };
    await record(() => senders[act](said), { told: t(told), undo: takenBack });
  };
  return (
    <ActSheet title={t(title)} verb={t(verb)} intro={t(intro)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      {act === 'confirm' && shortcoming.proofs.length === 0 && <Notice tone="warn" title={t(texts.withoutProof)}>{t(texts.withoutProofConfirm)}</Notice>}
      <Textarea label={t(label)} value={words} onChange={(event) => setWords(event.currentTarget.value)} maxLength={1000} autosize minRows={2} required={isNeeded} error={isChecked && isNeeded && written === '' ? t(texts.reasonMissing) : fault('words')} />
    </ActSheet>
  );
}
