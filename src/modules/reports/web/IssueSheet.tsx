/** Issues a report: says what stands for ever then, and names the parts that nobody has written, which stay empty by choice alone. */
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { uiMessages } from '../../../ui/ui.messages.ts';
import { reportContract } from '../report.contract.ts';
import { wordNames, wordParts } from '../report.kinds.ts';
import { emptyParts } from '../report.ts';
import { useReportRecording } from './report.recording.ts';
import type { WholeReport } from './report.words.ts';
import { reportsWeb as texts } from './reports.web.messages.ts';

export function IssueSheet({ report: { id, version, words }, onClose }: { readonly report: WholeReport; readonly onClose: () => void }) {
  const { t, day } = useText();
  const { today } = useAsOf();
  const [withEmpty, setWithEmpty] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, record } = useReportRecording<unknown>({ onDone: onClose });
  const empty = emptyParts(words);
  const isSome = empty.length > 0 && empty.length < wordParts.length;
  const submit = async () => {
    setChecked(true);
    if (isSome && !withEmpty) return;
    await record(() => call(reportContract.issue, { id, version, withEmpty }), t(texts.issued));
  };
  return (
    <ActSheet title={t(texts.issueTitle)} verb={t(texts.issue)} intro={t(texts.issueConsequence)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <p>{t(texts.issueDay, { day: day(today) })}</p>
      {empty.length > 0 && <Notice tone="warn" title={t(texts.emptyParts)}><p>{empty.map((part) => t(wordNames[part])).join(' · ')}</p></Notice>}
      {isSome && <Checkbox size="md" label={t(texts.withEmpty)} checked={withEmpty} onChange={(event) => setWithEmpty(event.currentTarget.checked)} error={isChecked && !withEmpty ? t(texts.withEmptyMissing) : undefined} />}
      <p><strong>{t(uiMessages.cannotUndo)}</strong></p>
    </ActSheet>
  );
}
