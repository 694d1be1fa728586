/** The scoring frame of meetings: what holds at a unit on a day, what was set over time, what was recorded; and the ways to set and end one. */
import { useState } from 'react';
import type { z } from 'zod';
import { call, useAct, useProcedure, useRows } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { Column } from '../../../ui/table.ts';
import { UnitFilter, useUnitFilter } from '../../membership/web/UnitFilter.tsx';
import { ruleMessages } from '../../rules/rule.messages.ts';
import { EndSheet } from '../../rules/web/EndSheet.tsx';
import { scopeName } from '../../rules/web/rule.words.ts';
import { RulesInForce } from '../../rules/web/RulesInForce.tsx';
import { useSeriesColumns } from '../../rules/web/series.columns.tsx';
import { SeriesLog } from '../../rules/web/SeriesLog.tsx';
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
  const writing = useText();
  const { t, number, language, period } = writing;
  const { day } = useAsOf();
  const columns: readonly Column<Criterion>[] = [
    { id: 'criterion', title: t(texts.criterion), priority: 1, cell: (row) => (language === 'vi' ? row.vi : row.en) },
    { id: 'most', title: t(texts.most), priority: 2, align: 'end', width: '9rem', cell: (row) => number(row.most) },
  ];
  return (
    <Section title={t(texts.inForce)} description={<>{t(texts.by, { document: frame.document, scope: scopeName(frame, writing), period: period(frame.period) })} {t(ruleMessages[frame.confidence])}</>}>
      <DataTable label={t(texts.inForce)} columns={columns} rows={frame.criteria} rowId={(row) => row.code} empty={<EmptyState title={t(texts.none)} why={t(texts.noneWhy)} />} />
      <p className={classes.total}><strong>{t(texts.total)}: {number(totalOf(frame.criteria))}</strong></p>
      <h3 className={`${classes.groupTitle} ${classes.levels}`}>{t(texts.levels)}</h3>
      <RulesInForce keys={['meeting.score.good', 'meeting.score.fair', 'meeting.score.average']} unitId={unitId} on={day} />
    </Section>
  );
}

function OverTime() {
  const { t, number } = useText();
  const { rows, more, error, retry } = useRows(frameContract.frames, { limit: 20 });
  const [ending, setEnding] = useState<ListedFrame>();
  const paper = ({ document, criteria }: ListedFrame) => `${document} · ${t(texts.count, { count: number(criteria.length) })}`;
  const columns = useSeriesColumns({ rows, paper, onEnd: setEnding });
  return (
    <Section title={t(texts.overTime)}>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!(error && !rows) && <DataTable label={t(texts.overTime)} columns={columns} rows={rows} more={more} rowId={(row) => row.id} empty={<EmptyState title={t(texts.none)} why={t(texts.noneWhy)} />} />}
      {ending && <EndFrameSheet frame={ending} onClose={() => setEnding(undefined)} />}
    </Section>
  );
}

function EndFrameSheet({ frame, onClose }: { readonly frame: ListedFrame; readonly onClose: () => void }) {
  const writing = useText();
  const { t } = writing;
  const { id, document, period } = frame;
  return <EndSheet intro={`${document}, ${scopeName(frame, writing)}. ${t(texts.endIntro)}`} since={period.from} recording={useFrameRecording(onClose)} send={(ended) => call(frameContract.endFrame, { id, ...ended })} told={t(texts.isEnded)} />;
}

function Log() {
  return <SeriesLog acts={useRows(frameContract.frameActs, { limit: 20 })} undoing={useAct(frameContract.undoFrame)} empty={texts.logEmpty} setting={texts.logSet} />;
}
