/** The scoring frame of meetings: what holds at a unit on a day, what was set over time, what was recorded; and the ways to set and end one. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import { call, useAct, useProcedure, useRows } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { Column } from '../../../ui/table.ts';
import { Timeline } from '../../../ui/Timeline.tsx';
import { uiMessages } from '../../../ui/ui.messages.ts';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { UnitFilter, useUnitFilter } from '../../membership/web/UnitFilter.tsx';
import { ruleMessages } from '../../rules/rule.messages.ts';
import { RulesInForce } from '../../rules/web/RulesInForce.tsx';
import { frameContract } from '../frame.contract.ts';
import { totalOf } from '../frame.ts';
import type { Criterion } from '../meeting.parts.ts';
import { frameTexts as texts } from './frame.messages.ts';
import { useFrameRecording } from './frame.recording.ts';
import { meetingsTitles } from './meetings.titles.messages.ts';
import { SetFrameSheet } from './SetFrameSheet.tsx';
import classes from './meetings.module.css';

type Frame = NonNullable<z.output<(typeof frameContract)['frame']['output']>['frame']>;
type ListedFrame = z.output<(typeof frameContract)['frames']['output']>['items'][number];

export function FramePage() {
  const { t, day: writtenDay } = useText();
  const { day } = useAsOf();
  const unitId = useUnitFilter();
  const readsUnits = useMayVisit('unit.read');
  const { data, error, refetch } = useProcedure(frameContract.frame, { asOf: day, ...(unitId ? { unitId } : {}) }, { keepPrevious: true });
  const [isSetting, setSetting] = useState(false);
  const maySet = data?.may.includes('rule.set') ?? false;
  return (
    <>
      <PageHead title={t(meetingsTitles.frameTitle)} description={t(texts.about, { day: writtenDay(day) })} acts={<>{maySet && <Act kind="main" onPress={() => setSetting(true)}>{t(texts.set)}</Act>}<PrintButton /></>} />
      {readsUnits && <div className={classes.filters}><UnitFilter /></div>}
      {readsUnits && !unitId && <p className={classes.hint}>{t(texts.chooseScope)}</p>}
      {error && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {data && (data.frame ? <InForce frame={data.frame} unitId={unitId} /> : <EmptyState title={t(texts.none)} why={t(texts.noneWhy)} />)}
      <OverTime />
      <Log />
      {isSetting && <SetFrameSheet unitId={unitId} before={data?.frame?.criteria ?? []} onClose={() => setSetting(false)} />}
    </>
  );
}

function InForce({ frame, unitId }: { readonly frame: Frame; readonly unitId: string | undefined }) {
  const { t, number, language, period } = useText();
  const { day } = useAsOf();
  const columns: readonly Column<Criterion>[] = [
    { id: 'criterion', title: t(texts.criterion), priority: 1, cell: (row) => (language === 'vi' ? row.vi : row.en) },
    { id: 'most', title: t(texts.most), priority: 2, align: 'end', width: '9rem', cell: (row) => number(row.most) },
  ];
  return (
    <Section title={t(texts.inForce)} description={<>{t(texts.by, { document: frame.document, scope: frame.scope?.name ?? t(texts.country), period: period(frame.period) })} {t(ruleMessages[frame.confidence])}</>}>
      <DataTable label={t(texts.inForce)} columns={columns} rows={frame.criteria} rowId={(row) => row.code} empty={<EmptyState title={t(texts.none)} why={t(texts.noneWhy)} />} />
      <p className={classes.total}><strong>{t(texts.total)}: {number(totalOf(frame.criteria))}</strong></p>
      <h3 className={`${classes.groupTitle} ${classes.levels}`}>{t(texts.levels)}</h3>
      <RulesInForce keys={['meeting.score.good', 'meeting.score.fair', 'meeting.score.average']} unitId={unitId} on={day} />
    </Section>
  );
}

function OverTime() {
  const { t, number, period } = useText();
  const { rows, more, error, retry } = useRows(frameContract.frames, { limit: 20 });
  const [ending, setEnding] = useState<ListedFrame>();
  const hasActs = rows?.some(mayEnd) ?? false;
  const columns: readonly Column<ListedFrame>[] = [
    { id: 'since', title: t(texts.since), priority: 1, cell: (row) => period(row.period) },
    { id: 'scope', title: t(texts.scope), priority: 2, cell: (row) => row.scope?.name ?? t(texts.country) },
    { id: 'document', title: t(texts.document), priority: 2, cell: (row) => <>{row.document}<span className={classes.small}>{t(texts.count, { count: number(row.criteria.length) })} · {t(ruleMessages[row.confidence])}</span></> },
    ...(hasActs ? [{ id: 'act', title: t(texts.acts), priority: 2 as const, width: '10rem', cell: (row: ListedFrame) => mayEnd(row) && <span data-screen-only><Act kind="quiet" onPress={() => setEnding(row)}>{t(texts.end)}</Act></span> }] : []),
  ];
  return (
    <Section title={t(texts.overTime)}>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!(error && !rows) && <DataTable label={t(texts.overTime)} columns={columns} rows={rows} more={more} rowId={(row) => row.id} empty={<EmptyState title={t(texts.none)} why={t(texts.noneWhy)} />} />}
      {ending && <EndFrameSheet frame={ending} onClose={() => setEnding(undefined)} />}
    </Section>
  );
}

function mayEnd({ maySet, scope, period }: ListedFrame): boolean {
  return maySet && scope !== null && period.to === null;
}

function EndFrameSheet({ frame: { id, document, scope, period }, onClose }: { readonly frame: ListedFrame; readonly onClose: () => void }) {
  const { t } = useText();
  const { day } = useAsOf();
  const [lastDay, setLastDay] = useState<string | undefined>(day);
  const [reason, setReason] = useState('');
  const { sheet, fault, record } = useFrameRecording(onClose);
  const submit = async () => {
    if (lastDay) await record(() => call(frameContract.endFrame, { id, lastDay, reason: reason.trim() || null }), t(texts.isEnded));
  };
  return (
    <ActSheet title={t(texts.end)} verb={t(texts.end)} intro={`${document}, ${scope?.name ?? t(texts.country)}. ${t(texts.endIntro)}`} onSubmit={() => void submit()} {...sheet}>
      <DayInput label={t(texts.to)} value={lastDay} onChange={setLastDay} least={period.from} required error={lastDay ? fault('to', 'lastDay') : t(texts.missing)} />
      <Textarea label={t(texts.reason)} value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={500} autosize minRows={2} error={fault('reason')} />
    </ActSheet>
  );
}

function Log() {
  const { t, moment } = useText();
  const { rows, more, error, retry } = useRows(frameContract.frameActs, { limit: 20 });
  const undoing = useAct(frameContract.undoFrame);
  const offer = useUndo();
  const undo = async (actId: string) => {
    const done = await undoing.mutateAsync({ actId }).catch(() => undefined);
    if (done) offer({ text: t(texts.undone) });
  };
  return (
    <Section title={t(texts.log)}>
      {(error ?? undoing.error) && <ProblemNotice problem={error ?? undoing.error} onRetry={retry} />}
      {rows?.length === 0 && <p className={classes.soft}>{t(texts.logEmpty)}</p>}
      {rows && rows.length > 0 && (
        <Timeline
          label={t(texts.log)}
          entries={rows.map((act) => ({
            id: act.id, when: moment(act.recordedAt), tone: act.undoneAt ? 'correction' as const : 'change' as const,
            title: <>{t(act.kind === 'set' ? texts.logSet : texts.logEnded)} · {act.scope?.name ?? t(texts.country)}</>,
            detail: <>{[act.recordedBy, act.reason, act.undoneAt && t(texts.undone)].filter(Boolean).join(' · ')}{act.mayUndo && <div data-screen-only><Act kind="quiet" busy={undoing.isPending} onPress={() => void undo(act.id)}>{t(texts.undo)}</Act></div>}</>,
          }))}
        />
      )}
      {more && <Act onPress={more.load} busy={more.loading}>{t(uiMessages.more)}</Act>}
    </Section>
  );
}
