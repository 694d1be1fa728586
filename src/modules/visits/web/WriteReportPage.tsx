/** Writes the own report of a period: it begins with what the records say, is saved as often as one likes, and handed in; then it is read here. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { call, useProcedure } from '../../../shell/api.ts';
import { usePathPart } from '../../../shell/page.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { Act } from '../../../ui/Act.tsx';
import { useAddressValue, useGo } from '../../../ui/address.ts';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { reportContract } from '../report.contract.ts';
import { sectionsWithBlanks } from '../report.draft.ts';
import { reportSectionNames, reportSections, type ReportSection, type ReportTexts } from '../report.ts';
import { standingOfReport, type WholeReport } from './report.words.ts';
import { ReportFacts } from './ReportFacts.tsx';
import { WholeReportPage } from './ReportPage.tsx';
import { reportTextsWeb as texts } from './reports.messages.ts';
import { useVisitRecording } from './visit.recording.ts';
import { visitsTitles } from './visits.titles.messages.ts';
import classes from './visits.module.css';

export function WriteReportPage() {
  const unitId = usePathPart('id');
  const [from = ''] = useAddressValue('tu');
  const [to = ''] = useAddressValue('den');
  const { data, error, refetch, isFetching } = useProcedure(reportContract.draft, { unitId, from, to });
  const [isOpen, setOpen] = useState(false);
  if (error && !(data && isOpen)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  // What is remembered of it may have been written on since: writing begins with what the server says now, and is not disturbed by it later.
  if (!isOpen && data && !isFetching) setOpen(true);
  if (!data || !isOpen) return <PageSkeleton />;
  return data.state === 'handed' || data.state === 'read' ? <WholeReportPage report={data} /> : <Writing key={`${data.unit.id} ${data.from}`} report={data} />;
}

function Writing({ report: opened }: { readonly report: WholeReport }) {
  const writing = useText();
  const { t, day } = writing;
  const go = useGo();
  const [saved, setSaved] = useState<{ readonly id: string | null; readonly version: number }>({ id: opened.id, version: opened.version });
  const [typed, setTyped] = useState<ReportTexts>(opened.texts);
  const [isChecked, setChecked] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { busy, problem, fault, record } = useVisitRecording({ onDone: (done) => setSaved(done) });
  const { unit, from, to, person } = opened;
  const { status, label } = standingOfReport(opened, writing);
  const send = (isHanded: boolean) => call(reportContract.writeReport, { unitId: unit.id, from, to, ...(saved.id === null ? {} : { version: saved.version }), texts: { ...typed }, isHanded });
  const isDoneMissing = typed.done.trim() === '';
  const blanks = sectionsWithBlanks(typed);
  const faultOf = (section: ReportSection) => {
    if (isChecked && section === 'done' && isDoneMissing) return t(texts.missingDone);
    return isChecked && blanks.includes(section) ? t(texts.blank) : fault(`texts.${section}`);
  };
  const handIn = async () => {
    setChecked(true);
    if (isDoneMissing) return;
    if (blanks.length > 0) return setAsking(true);
    await handInAnyway();
  };
  const handInAnyway = async () => {
    setAsking(false);
    await record(async () => { const done = await send(true); go(`/bam-co-so/bao-cao/${done.id}`); return done; }, { told: t(texts.handedIn), undo: (done) => call(reportContract.takeReportBack, done) });
  };
  return (
    <>
      <PagePath steps={[{ label: t(visitsTitles.reports), href: '/bam-co-so/bao-cao' }, { label: t(texts.period, { from: day(from), to: day(to) }) }]} />
      <PageHead kicker={unit.name} title={t(texts.period, { from: day(from), to: day(to) })} description={person.name} marks={<StatusMark status={status} label={label} />} />
      <ReportFacts facts={opened.facts} />
      <div className={classes.sections}>
        {reportSections.map((section) => (
          <Textarea key={section} label={t(reportSectionNames[section])} value={typed[section]} onChange={(event) => setTyped({ ...typed, [section]: event.currentTarget.value })} maxLength={8000} autosize minRows={3} maxRows={16} withAsterisk={section === 'done'} error={faultOf(section)} />
        ))}
      </div>
      {problem && <ProblemNotice problem={problem} />}
      <div className={classes.acts}>
        <Act kind="main" busy={busy} onPress={() => void handIn()}>{t(texts.handIn)}</Act>
        <Act busy={busy} onPress={() => void record(() => send(false), { told: t(texts.saved) })}>{t(texts.save)}</Act>
      </div>
      <Sheet title={t(texts.blanksTitle)} opened={isAsking} onClose={() => setAsking(false)}>
        <p>{t(texts.blanksWhere)}</p>
        <ul>{blanks.map((section) => <li key={section}>{t(reportSectionNames[section])}</li>)}</ul>
        <div className={classes.acts}>
          <Act kind="main" onPress={() => setAsking(false)}>{t(texts.fillIn)}</Act>
          <Act onPress={() => void handInAnyway()}>{t(texts.handInAnyway)}</Act>
        </div>
      </Sheet>
    </>
  );
}
