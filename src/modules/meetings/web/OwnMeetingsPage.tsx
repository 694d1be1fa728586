/**
 * A member's own meetings: those called, with place, papers, calendar file and the answer; what is only planned in a short list,
 * for nothing is asked about it yet; below them those of the past with the own mark, each with a page of its own.
 */
import { Stack } from '@mantine/core';
import { IconCalendarDown } from '@tabler/icons-react';
import { useState } from 'react';
import type { z } from 'zod';
import { useAct, useProcedure, useRows } from '../../../shell/api.ts';
import { requestOf } from '../../../shell/request.ts';
import { Act } from '../../../ui/Act.tsx';
import { Card } from '../../../ui/Card.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import type { Column } from '../../../ui/table.ts';
import { meetingContract } from '../meeting.contract.ts';
import { leaveReasons, reasonNames } from '../meeting.kinds.ts';
import { ChoiceChips } from './ChoiceChips.tsx';
import { kindInWords, markNames, whenInWords } from './meeting.words.ts';
import { meetingsTitles } from './meetings.titles.messages.ts';
import { ownTexts as texts } from './own.messages.ts';
import { OwnPapers } from './OwnPapers.tsx';
import classes from './meetings.module.css';

type Ahead = z.output<(typeof meetingContract)['ownAhead']['output']>['items'][number];
type Past = z.output<(typeof meetingContract)['ownPast']['output']>['items'][number];

export function OwnMeetingsPage() {
  const { t } = useText();
  const { data, error, refetch } = useProcedure(meetingContract.ownAhead, {});
  return (
    <>
      <PageHead title={t(meetingsTitles.ownTitle)} description={t(texts.about)} />
      {error && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <PageSkeleton />}
      {data?.items.length === 0 && <EmptyState title={t(texts.noneAhead)} why={t(texts.noneAheadWhy)} />}
      {data && <Called meetings={data.items.filter(isCalled)} />}
      {data && <Planned meetings={data.items.filter((meeting) => !isCalled(meeting))} />}
      {data && <Section title={t(texts.past)}><PastTable /></Section>}
    </>
  );
}

function isCalled({ state }: Ahead): boolean {
  return state !== 'planned';
}

function Called({ meetings }: { readonly meetings: readonly Ahead[] }) {
  if (meetings.length === 0) return null;
  return <Stack gap="md">{meetings.map((meeting) => <AheadCard key={meeting.id} meeting={meeting} />)}</Stack>;
}

/** As many as one plans ahead for. */
const AT_FIRST = 3;

function Planned({ meetings }: { readonly meetings: readonly Ahead[] }) {
  const writing = useText();
  const { t } = writing;
  const [isWhole, setWhole] = useState(false);
  if (meetings.length === 0) return null;
  const shown = isWhole ? meetings : meetings.slice(0, AT_FIRST);
  return (
    <Section title={t(texts.planned)} description={t(texts.plannedWhy)}>
      <ul className={classes.list}>
        {shown.map((meeting) => (
          <li key={meeting.id}>
            <strong>{whenInWords(meeting, writing)}</strong>
            <span className={classes.small}>{[`${kindInWords(meeting, writing)}, ${meeting.unit}`, meeting.place, meeting.topic].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
      {shown.length < meetings.length && <div className={classes.addRow} data-screen-only><Act kind="quiet" onPress={() => setWhole(true)}>{t(texts.more)}</Act></div>}
    </Section>
  );
}

function AheadCard({ meeting }: { readonly meeting: Ahead }) {
  const writing = useText();
  const { t } = writing;
  return (
    <Card title={`${kindInWords(meeting, writing)} · ${meeting.unit}`}>
      <p><strong>{whenInWords(meeting, writing)}</strong>{meeting.place && <span className={classes.small}>{meeting.place}</span>}{meeting.topic && <span className={classes.small}>{meeting.topic}</span>}</p>
      <OwnPapers meetingId={meeting.id} papers={meeting.papers} />
      {meeting.agenda.length > 0 && <details className={classes.folded}><summary>{t(texts.agendaCount, { count: meeting.agenda.length })}</summary><ol className={classes.numbered}>{meeting.agenda.map((point, at) => <li key={at}>{point}</li>)}</ol></details>}
      <div className={classes.addRow} data-screen-only><a className={classes.fileLabel} href={requestOf(meetingContract.ownCalendar, { id: meeting.id }).url} download><IconCalendarDown size={20} aria-hidden />{t(texts.calendar)}</a></div>
      {meeting.state === 'open' ? <StatusMark status="on-time" label={t(texts.open)} /> : <OwnAnswer meeting={meeting} />}
    </Card>
  );
}

/** Leave is sent once its reason is chosen. */
function OwnAnswer({ meeting }: { readonly meeting: Ahead }) {
  const { t } = useText();
  const answering = useAct(meetingContract.answerOwn);
  const [isLeave, setLeave] = useState(meeting.answer === 'leave');
  const choose = (answer: 'coming' | 'leave') => {
    setLeave(answer === 'leave');
    if (answer === 'coming') answering.mutate({ id: meeting.id, answer });
  };
  return (
    <div className={classes.answers} data-screen-only>
      <ChoiceChips label={t(texts.answer)} value={isLeave ? 'leave' : meeting.answer ?? undefined} onChoose={choose} options={[{ value: 'coming', label: t(texts.coming) }, { value: 'leave', label: t(texts.leave) }]} />
      {isLeave && (
        <ChoiceChips label={t(meeting.answer === 'leave' ? texts.reason : texts.reasonToSend)} value={meeting.reason ?? undefined} options={leaveReasons.map((value) => ({ value, label: t(reasonNames[value]) }))} onChoose={(reason) => answering.mutate({ id: meeting.id, answer: 'leave', reason })} />
      )}
      {meeting.answer === 'leave' && <StatusMark status={meeting.decision === 'granted' ? 'done' : meeting.decision === 'refused' ? 'late' : 'due-soon'} label={t(meeting.decision === null ? texts.undecided : texts[meeting.decision])} />}
      {answering.error && <ProblemNotice problem={answering.error} />}
    </div>
  );
}

function ownHref({ id }: Past): string {
  return `/buoi-hop-cua-toi/${id}`;
}

function PastTable() {
  const writing = useText();
  const { t } = writing;
  const { rows, more, error, retry } = useRows(meetingContract.ownPast, { limit: 20 });
  const columns: readonly Column<Past>[] = [
    { id: 'when', title: t(texts.when), priority: 1, width: '12rem', cell: (row) => <PageLink href={ownHref(row)}>{writing.day(row.on)}</PageLink> },
    { id: 'what', title: t(texts.what), priority: 2, cell: (row) => <>{kindInWords(row, writing)}<span className={classes.small}>{[row.unit, row.topic].filter(Boolean).join(' · ')}</span></> },
    { id: 'minutes', title: t(texts.minutes), priority: 3, cell: (row) => t(row.isAdopted ? texts.minutesToRead : texts.minutesWaiting) },
    { id: 'mark', title: t(texts.mark), priority: 2, cell: (row) => (row.mark ? <StatusMark status={row.mark === 'absent' ? 'late' : row.mark === 'excused' ? 'due-soon' : 'done'} label={[t(markNames[row.mark]), row.reason && t(reasonNames[row.reason])].filter(Boolean).join(' · ')} /> : t(texts.notMarked)) },
  ];
  if (error && !rows) return <ProblemNotice problem={error} onRetry={retry} />;
  return <DataTable label={t(texts.past)} columns={columns} rows={rows} more={more} rowId={(row) => row.id} rowName={(row) => writing.day(row.on)} rowHref={ownHref} empty={<EmptyState title={t(texts.nonePast)} why={t(texts.nonePastWhy)} />} />;
}
