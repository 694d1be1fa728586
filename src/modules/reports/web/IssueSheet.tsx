/** Issues a report: says what stands for ever then, asks under which number and by whom, and names the parts that nobody has written, which stay empty by choice alone. */
import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Day } from '../../../platform/day.ts';
import { call, useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { uiMessages } from '../../../ui/ui.messages.ts';
import { documentContract } from '../../documents/document.contract.ts';
import { readSymbol, symbolOf, termOf } from '../../documents/document.symbol.ts';
import { issuerOf } from '../../documents/web/issuer.guess.ts';
import { reportContract } from '../report.contract.ts';
import { wordNames, wordParts } from '../report.kinds.ts';
import { emptyParts } from '../report.ts';
import { useReportRecording } from './report.recording.ts';
import type { WholeReport } from './report.words.ts';
import { reportsWeb as texts } from './reports.web.messages.ts';

export function IssueSheet({ report: { id, version, words, unit, findingsMark }, onClose }: { readonly report: WholeReport; readonly onClose: () => void }) {
  const { t, day } = useText();
  const { today } = useAsOf();
  // As it was opened: numbers that came since stand behind this sheet and were read by nobody.
  const [seen] = useState(findingsMark);
  const next = useNextSymbol(unit);
  const [symbol, setSymbol] = useState('');
  const [signer, setSigner] = useState({ name: '', post: '' });
  const [withEmpty, setWithEmpty] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useReportRecording<unknown>({ onDone: onClose });
  const empty = emptyParts(words);
  const isSome = empty.length > 0 && empty.length < wordParts.length;
  const read = readSymbol(symbol);
  const isUnread = symbol.trim() !== '' && read?.type !== 'BC';
  const isNameless = signer.name.trim() === '' && signer.post.trim() !== '';
  const submit = async () => {
    setChecked(true);
    if ((isSome && !withEmpty) || isUnread || isNameless) return;
    const numbering = read && { number: read.number ?? 0, issuerCode: read.issuerCode };
    await record(() => call(reportContract.issue, { id, version, findingsMark: seen, withEmpty, numbering: numbering ?? null, signer: signer.name.trim() === '' ? null : signer }), t(texts.issued));
  };
  return (
    <ActSheet title={t(texts.issueTitle)} verb={t(texts.issue)} intro={t(texts.issueConsequence)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <p>{t(texts.issueDay, { day: day(today) })}</p>
      {empty.length > 0 && <Notice tone="warn" title={t(texts.emptyParts)}><p>{empty.map((part) => t(wordNames[part])).join(' · ')}</p></Notice>}
      {isSome && <Checkbox size="md" label={t(texts.withEmpty)} checked={withEmpty} onChange={(event) => setWithEmpty(event.currentTarget.checked)} error={isChecked && !withEmpty ? t(texts.withEmptyMissing) : undefined} />}
      <TextInput label={t(texts.symbol)} description={next ? t(texts.symbolNext, { symbol: next }) : t(texts.symbolHint)} value={symbol} onChange={(event) => setSymbol(event.currentTarget.value)} maxLength={40} autoComplete="off" spellCheck={false} error={isChecked && isUnread ? t(texts.symbolUnread) : fault('numbering')} />
      <TextInput label={t(texts.signer)} value={signer.name} onChange={(event) => { const { value } = event.currentTarget; setSigner((before) => ({ ...before, name: value })); }} maxLength={200} autoComplete="off" error={isChecked && isNameless ? t(texts.signerMissing) : fault('signer.name')} />
      <TextInput label={t(texts.signerPost)} value={signer.post} onChange={(event) => { const { value } = event.currentTarget; setSigner((before) => ({ ...before, post: value })); }} maxLength={200} autoComplete="off" error={fault('signer.post')} />
      <p><strong>{t(uiMessages.cannotUndo)}</strong></p>
    </ActSheet>
  );
}

/** Under which it would stand in the register; undefined where one may not ask, or the issuer cannot be told. */
function useNextSymbol({ id, name }: WholeReport['unit']): string | undefined {
  const { today } = useAsOf();
  const term = termOf(today as Day); // written by the server as one
  const { data } = useProcedure(documentContract.nextNumber, { unitId: id, type: 'BC', term }, { enabled: useMayVisit('document.record') });
  const { code } = issuerOf(name);
  return data && code !== '' ? symbolOf({ number: data.number, type: 'BC', issuerCode: code }) : undefined;
}
