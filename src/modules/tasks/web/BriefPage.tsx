/**
 * The brief for a working session with a unit: its figures, what it was told to do by documents and what became of that, what it
 * has open. Afterwards the conclusions are written here as a notice, whose directives become tasks.
 */
import { useState } from 'react';
import { FigureTiles } from '../../../figures/web/FigureTiles.tsx';
import { useProcedure, useRows } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { usePathPart } from '../../../shell/page.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { useMayVisit } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import { useAddressValue } from '../../../ui/address.ts';
import { useText } from '../../../ui/language.tsx';
import { LineSkeletons, PageSkeleton } from '../../../ui/Loading.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { uiMessages } from '../../../ui/ui.messages.ts';
import { meetingContract } from '../../meetings/meeting.contract.ts';
import { unitContract, type UnitPage } from '../../units/unit.contract.ts';
import { taskContract } from '../task.contract.ts';
import { briefParts } from './brief.parts.ts';
import { briefTexts as texts } from './brief.messages.ts';
import { ConcludeSheet } from './ConcludeSheet.tsx';
import type { Asked } from './task.tabs.ts';
import { TaskLines } from './TasksOf.tsx';
import { tasksTitles } from './tasks.titles.messages.ts';
import classes from './tasks.module.css';

/** Those that do not apply to the kind of unit leave themselves out. */
const figures = ['members', 'cells', 'cells.metMonth', 'meetings.attendance', 'documents.carryingOut', 'tasks.open', 'tasks.late', 'tasks.onTime'];

export function BriefPage() {
  const id = usePathPart('id');
  const { today } = useAsOf();
  const { data: unit, error, refetch } = useProcedure(unitContract.unit, { id, asOf: today });
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  return unit ? <Brief key={id} unit={unit} /> : <PageSkeleton />;
}

function Brief({ unit }: { readonly unit: UnitPage }) {
  const { t, day } = useText();
  const { today } = useAsOf();
  const readsFigures = useMayVisit('figure.read');
  const concludes = useMayVisit('document.record');
  const [meetingId] = useAddressValue('buoi');
  const [isConcluding, setConcluding] = useState(false);
  const meeting = useProcedure(meetingContract.meeting, { id: meetingId ?? '' }, { enabled: meetingId !== undefined });
  const isReady = meetingId === undefined || meeting.data !== undefined || meeting.error !== null;
  return (
    <>
      <PagePath steps={[{ label: t(tasksTitles.tasksTitle), href: '/viec' }, { label: t(tasksTitles.brief) }]} />
      <PageHead kicker={t(tasksTitles.brief)} title={unit.name} description={t(texts.asOf, { day: day(today) })} acts={<>{concludes && <Act kind="main" disabled={!isReady} onPress={() => setConcluding(true)}>{t(texts.conclude)}</Act>}<PrintButton /></>} />
      {readsFigures && <Section title={t(texts.figures)}><FigureTiles unit={unit.id} figures={figures} /></Section>}
      <TaskSection title={t(texts.directives)} empty={t(texts.directivesNone)} asked={{ unitId: unit.id, below: 'no', originKind: 'document' }} />
      <TaskSection title={t(texts.clauses)} empty={t(texts.clausesNone)} asked={{ unitId: unit.id, below: 'no', originKind: 'clause' }} />
      <TaskSection title={t(texts.late)} empty={t(texts.lateNone)} asked={{ unitId: unit.id, late: 'true' }} />
      <TaskSection title={t(texts.open)} empty={t(texts.openNone)} asked={{ unitId: unit.id, below: 'no', state: ['open'], late: 'false' }} />
      {briefParts.map(({ id, component: Part }) => <Part key={id} unitId={unit.id} />)}
      {isConcluding && <ConcludeSheet unit={unit} meeting={meeting.data} onClose={() => setConcluding(false)} />}
    </>
  );
}

function TaskSection({ title, empty, asked }: { readonly title: string; readonly empty: string; readonly asked: Asked }) {
  const { t } = useText();
  const { rows, more, error, retry } = useRows(taskContract.list, { ...asked, limit: 50 });
  return (
    <Section title={title}>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!error && !rows && <LineSkeletons count={3} />}
      {rows?.length === 0 && <p className={classes.soft}>{empty}</p>}
      {rows && rows.length > 0 && <TaskLines tasks={rows} />}
      {more && <Act kind="quiet" onPress={more.load} busy={more.loading}>{t(uiMessages.more)}</Act>}
    </Section>
  );
}
