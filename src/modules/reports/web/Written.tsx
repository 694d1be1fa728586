/** What people wrote of a report, part by part; written in one sheet while it is a draft. */
import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { Act } from '../../../ui/Act.tsx';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { Section } from '../../../ui/Section.tsx';
import { reportContract } from '../report.contract.ts';
import { wordNames, wordParts } from '../report.kinds.ts';
import { useReportRecording } from './report.recording.ts';
import type { WholeReport } from './report.words.ts';
import { reportsWeb as texts } from './reports.web.messages.ts';
import classes from './reports.module.css';

export function Written({ report }: { readonly report: WholeReport }) {
  const { t } = useText();
  const [isWriting, setWriting] = useState(false);
  const mayWrite = report.may.includes('draft');
  const shown = wordParts.filter((part) => mayWrite || report.words[part].trim() !== '');
  if (shown.length === 0) return null;
  return (
    <Section title={t(texts.written)} acts={mayWrite && <Act onPress={() => setWriting(true)}>{t(texts.write)}</Act>}>
      <dl className={classes.written}>
        {shown.map((part) => <div key={part}><dt>{t(wordNames[part])}</dt><dd>{report.words[part].trim() === '' ? <span className={classes.soft}>{t(texts.notWritten)}</span> : report.words[part]}</dd></div>)}
      </dl>
      {isWriting && <WriteSheet report={report} onClose={() => setWriting(false)} />}
    </Section>
  );
}

function WriteSheet({ report, onClose }: { readonly report: WholeReport; readonly onClose: () => void }) {
  const { t } = useText();
  const { today } = useAsOf();
  const [title, setTitle] = useState(report.title);
  const [from, setFrom] = useState<string | undefined>(report.from);
  const [to, setTo] = useState<string | undefined>(report.to);
  const [words, setWords] = useState(report.words);
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useReportRecording<unknown>({ onDone: onClose });
  const missing = (isMissing: boolean, field: string) => (isChecked && isMissing ? t(texts.missing) : fault(field));
  const submit = async () => {
    setChecked(true);
    if (title.trim() === '' || !from || !to) return;
    await record(() => call(reportContract.write, { id: report.id, version: report.version, title: title.trim(), from, to, words }), t(texts.saved));
  };
  return (
    <ActSheet title={t(texts.writeTitle)} verb={t(texts.save)} intro={t(texts.writeIntro)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <TextInput label={t(texts.title)} value={title} onChange={(event) => setTitle(event.currentTarget.value)} maxLength={300} required error={missing(title.trim() === '', 'title')} />
      <DayInput label={t(texts.from)} value={from} onChange={setFrom} most={today} required error={missing(!from, 'from')} />
      <DayInput label={t(texts.to)} value={to} onChange={setTo} most={today} required error={missing(!to, 'to')} />
      {wordParts.map((part) => <Textarea key={part} label={t(wordNames[part])} value={words[part]} onChange={(event) => { const { value } = event.currentTarget; setWords((before) => ({ ...before, [part]: value })); }} maxLength={20_000} autosize minRows={3} />)}
    </ActSheet>
  );
}
