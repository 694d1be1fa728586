/** One report that was handed in: read, commented by the superior, printed, as a Word file. */
import { Textarea } from '@mantine/core';
import { IconFileTypeDocx } from '@tabler/icons-react';
import { useState } from 'react';
import { day as asDay } from '../../../platform/day.ts';
import { call, useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { usePathPart } from '../../../shell/page.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { requestOf } from '../../../shell/request.ts';
import { Act } from '../../../ui/Act.tsx';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { Lines } from '../../meetings/web/MinutesPrint.tsx';
import { PaperSheet, Signature } from '../../meetings/web/PaperSheet.tsx';
import papers from '../../meetings/web/papers.module.css';
import { reportContract } from '../report.contract.ts';
import { paperOf } from '../report.layout.ts';
import { reportSectionNames, reportSections } from '../report.ts';
import { reportHref, standingOfReport, type WholeReport } from './report.words.ts';
import { FactTable, ReportFacts } from './ReportFacts.tsx';
import { reportTextsWeb as texts } from './reports.messages.ts';
import { useVisitRecording } from './visit.recording.ts';
import { visitsTitles } from './visits.titles.messages.ts';
import classes from './visits.module.css';

interface PartProps {
  readonly report: WholeReport;
}

export function ReportPage() {
  const id = usePathPart('id');
  const { data, error, refetch } = useProcedure(reportContract.report, { id });
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  return data ? <WholeReportPage key={id} report={data} /> : <PageSkeleton />;
}

export function WholeReportPage({ report }: PartProps) {
  const writing = useText();
  const { t, day } = writing;
  const { unit, person, from, to, comment, readBy, readOn } = report;
  const { status, label } = standingOfReport(report, writing);
  const written = reportSections.filter((section) => report.texts[section].trim() !== '');
  return (
    <>
      <PagePath steps={[{ label: t(visitsTitles.reports), href: '/bam-co-so/bao-cao' }, { label: person.name }]} />
      <PageHead kicker={unit.name} title={`${person.name}: ${t(texts.period, { from: day(from), to: day(to) })}`} marks={<StatusMark status={status} label={label} />} acts={<ReportActs report={report} />} />
      {(comment || readOn) && <div className={classes.notices}><Notice title={comment ? t(texts.comment) : t(texts.readBy, { name: readBy ?? '', day: readOn ? day(readOn) : '' })}>{comment && <p className={classes.words}>{comment}</p>}</Notice></div>}
      <ReportFacts facts={report.facts} />
      {written.map((section) => <Section key={section} title={t(reportSectionNames[section])}><p className={classes.words}>{report.texts[section]}</p></Section>)}
      <ReportPrint report={report} />
    </>
  );
}

function ReportActs({ report }: PartProps) {
  const { t } = useText();
  const [isReading, setReading] = useState(false);
  const { busy, problem, record } = useVisitRecording();
  const { id, version, state, may } = report;
  if (id === null) return null;
  const takeBack = () => record(() => call(reportContract.takeReportBack, { id, version }), { told: t(texts.takenBack) });
  return (
    <>
      {may.includes('read') && <Act kind={state === 'read' ? 'plain' : 'main'} onPress={() => setReading(true)}>{t(texts.read)}</Act>}
      {may.includes('write') && state === 'handed' && <Act busy={busy} onPress={() => void takeBack()}>{t(texts.takeBack)}</Act>}
      {may.includes('write') && state === 'writing' && <Act kind="main" href={reportHref(report)}>{t(texts.goOn)}</Act>}
      <a className={classes.file} href={requestOf(reportContract.reportFile, { id }).url} download><IconFileTypeDocx size={18} aria-hidden />{t(texts.word)}</a>
      <PrintButton />
      {problem && <ProblemNotice problem={problem} />}
      {isReading && <ReadSheet report={report} onClose={() => setReading(false)} />}
    </>
  );
}

function ReadSheet({ report, onClose }: PartProps & { readonly onClose: () => void }) {
  const { t } = useText();
  const [comment, setComment] = useState(report.comment);
  const { busy, problem, fault, record } = useVisitRecording({ onDone: onClose });
  const { id, version, person } = report;
  const submit = () => record(() => call(reportContract.markReportRead, { id: id ?? '', version, comment: comment.trim() }), { told: t(texts.isRead) });
  return (
    <ActSheet title={t(texts.readTitle)} verb={t(texts.read)} intro={person.name} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <Textarea label={t(texts.comment)} description={t(texts.commentHint)} value={comment} onChange={(event) => setComment(event.currentTarget.value)} maxLength={4000} autosize minRows={3} error={fault('comment')} />
    </ActSheet>
  );
}

/** As it is printed, laid out like the Word file. */
function ReportPrint({ report }: PartProps) {
  const { today } = useAsOf();
  const { lines, signs, signer, head: _head, rows: _rows, ...head } = paperOf(report, asDay(today));
  return (
    <PaperSheet {...head} isPrintOnly>
      <Lines lines={lines} />
      <FactTable facts={report.facts} />
      <div className={papers.signatures}><div /><Signature role={signs} name={signer} /></div>
    </PaperSheet>
  );
}
