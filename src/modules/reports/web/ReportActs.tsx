/** What can be done with a report: a draft is issued or dropped, what was issued is replaced by a new draft. */
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useGo } from '../../../ui/address.ts';
import { Act } from '../../../ui/Act.tsx';
import { ConfirmAct } from '../../../ui/ConfirmAct.tsx';
import { useText } from '../../../ui/language.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { reportContract } from '../report.contract.ts';
import { IssueSheet } from './IssueSheet.tsx';
import { useReportRecording } from './report.recording.ts';
import { reportHref, type WholeReport } from './report.words.ts';
import { reportsWeb as texts } from './reports.web.messages.ts';

export function ReportActs({ report }: { readonly report: WholeReport }) {
  const { id, version, may } = report;
  const { t } = useText();
  const go = useGo();
  const [isIssuing, setIssuing] = useState(false);
  const correcting = useReportRecording<{ readonly id: string }>({ onDone: (done) => go(reportHref(done.id)) });
  const correct = () => correcting.record(() => call(reportContract.correct, { id }), t(texts.corrected));
  return (
    <>
      {may.includes('issue') && <Act kind="main" onPress={() => setIssuing(true)}>{t(texts.issue)}</Act>}
      {may.includes('drop') && <DropDraft id={id} version={version} />}
      {may.includes('correct') && <Act busy={correcting.busy} onPress={() => void correct()}>{t(texts.correct)}</Act>}
      {correcting.problem && <ProblemNotice problem={correcting.problem} />}
      {isIssuing && <IssueSheet report={report} onClose={() => setIssuing(false)} />}
    </>
  );
}

/** Without a version where the draft could not be opened. */
export function DropDraft({ id, version }: { readonly id: string; readonly version?: number }) {
  const { t } = useText();
  const go = useGo();
  const { problem, record } = useReportRecording<unknown>({ onDone: () => go('/bao-cao') });
  const drop = () => record(() => call(reportContract.drop, { id, ...(version === undefined ? {} : { version }) }), t(texts.dropped));
  return (
    <>
      <ConfirmAct label={t(texts.drop)} title={t(texts.dropTitle)} consequence={t(texts.dropConsequence)} confirm={t(texts.drop)} onConfirm={drop} />
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}
