/** Frames of ratings: what holds for each kind of subject on a day, what was set over time, and the ways to set and end one. */
import { useState } from 'react';
import type { z } from 'zod';
import { call, useAct, useProcedure, useRows } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { useMayVisit } from '../../../shell/session.ts';
import { useSheetRecording } from '../../../shell/recording.ts';
import { Act } from '../../../ui/Act.tsx';
import { useAddressValue } from '../../../ui/address.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { Column } from '../../../ui/table.ts';
import { ChoiceChips } from '../../meetings/web/ChoiceChips.tsx';
import { UnitFilter, useUnitFilter } from '../../membership/web/UnitFilter.tsx';
import { ruleMessages } from '../../rules/rule.messages.ts';
import { EndSheet } from '../../rules/web/EndSheet.tsx';
import { scopeName } from '../../rules/web/rule.words.ts';
import { useSeriesColumns } from '../../rules/web/series.columns.tsx';
import { SeriesLog } from '../../rules/web/SeriesLog.tsx';
import { ratingFrameContract } from '../rating.frame.contract.ts';
import { factNames } from '../rating.gates.ts';
import { subjectKinds, subjectNames, type SubjectKind } from '../rating.kinds.ts';
import { capWords } from './cap.words.ts';
import { boundWords, type Frame } from './rating.words.ts';
import { frameTexts as texts } from './rating.frame.messages.ts';
import { ratingsTitles } from './ratings.titles.messages.ts';
import { SetRatingFrameSheet } from './SetRatingFrameSheet.tsx';
import classes from './ratings.module.css';

type ListedFrame = z.output<(typeof ratingFrameContract)['frames']['output']>['items'][number];

export function RatingFramePage() {
  const { t, day: writtenDay } = useText();
  const { day } = useAsOf();
  const unitId = useUnitFilter();
  const readsUnits = useMayVisit('unit.read');
  const [chosen, choose] = useAddressValue('doiTuong');
  const subject = subjectKinds.find((kind) => kind === chosen) ?? 'committee';
  const { data, error, refetch } = useProcedure(ratingFrameContract.frame, { subject, asOf: day, ...(unitId ? { unitId } : {}) }, { keepPrevious: true });
  const [isSetting, setSetting] = useState(false);
  const maySet = data?.may.includes('rule.set') ?? false;
  return (
    <>
      <PagePath steps={[{ label: t(ratingsTitles.ratings), href: '/xep-loai' }, { label: t(ratingsTitles.frame) }]} />
      <PageHead title={t(ratingsTitles.frame)} description={t(texts.about, { day: writtenDay(day) })} acts={<>{maySet && <Act kind="main" onPress={() => setSetting(true)}>{t(texts.set)}</Act>}<PrintButton /></>} />
      <div className={classes.filters} data-screen-only>
        {readsUnits && <UnitFilter />}
        <ChoiceChips label={t(texts.whom)} value={subject} options={subjectKinds.map((value) => ({ value, label: t(subjectNames[value]) }))} onChoose={choose} />
      </div>
      {readsUnits && !unitId && <p className={classes.soft}>{t(texts.chooseScope)}</p>}
      {error && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {data && (data.frame ? <InForce frame={data.frame} /> : <EmptyState title={t(texts.none)} why={t(texts.noneWhy)} />)}
      <OverTime subject={subject} />
      <SeriesLog acts={useRows(ratingFrameContract.frameActs, { subject, limit: 20 })} undoing={useAct(ratingFrameContract.undoFrame)} empty={texts.logEmpty} setting={texts.logSet} />
      {isSetting && <SetRatingFrameSheet unitId={unitId} subject={subject} frame={data?.frame ?? null} onClose={() => setSetting(false)} />}
    </>
  );
}

function InForce({ frame }: { readonly frame: Frame }) {
  const writing = useText();
  const { t, number, language } = writing;
  const levelColumns: readonly Column<Frame['levels'][number]>[] = [
    { id: 'level', title: t(texts.level), priority: 1, width: '20rem', cell: (row) => t(row) },
    { id: 'least', title: t(texts.least), priority: 2, align: 'end', width: '8rem', cell: ({ least }) => (least === null ? '' : number(least)) },
    { id: 'conditions', title: t(texts.conditions), priority: 2, cell: ({ code }) => frame.gates.filter(({ levels }) => levels.includes(code)).map((gate) => <span key={gate.fact} className={classes.small}>{t(factNames[gate.fact])}: {boundWords(gate, writing)}{gate.onFail === 'reason' && `. ${t(ruleMessages[gate.confidence])}`}</span>) },
  ];
  const criterionColumns: readonly Column<Frame['criteria'][number]>[] = [
    { id: 'criterion', title: t(texts.criterion), priority: 1, cell: (row) => (language === 'vi' ? row.vi : row.en) },
    { id: 'most', title: t(texts.most), priority: 2, align: 'end', width: '9rem', cell: ({ most }) => number(most) },
  ];
  return (
    <>
      <Section title={t(texts.levels)} description={<>{t(texts.by, { document: frame.regime.document })} {t(ruleMessages[frame.regime.confidence])}</>}>
        <DataTable label={t(texts.levels)} columns={levelColumns} rows={frame.levels} rowId={({ code }) => code} />
        <p>{frame.cap ? capWords(frame.cap, writing) : t(texts.noCap)}</p>
      </Section>
      <Section title={t(texts.criteria)} description={<>{t(texts.by, { document: frame.detail.document })} {t(ruleMessages[frame.detail.confidence])}</>}>
        {frame.criteria.length === 0 ? <p className={classes.soft}>{t(texts.noCriteria)}</p> : <DataTable label={t(texts.criteria)} columns={criterionColumns} rows={frame.criteria} rowId={({ code }) => code} />}
      </Section>
    </>
  );
}

function OverTime({ subject }: { readonly subject: SubjectKind }) {
  const { t } = useText();
  const { rows, more, error, retry } = useRows(ratingFrameContract.frames, { subject, limit: 20 });
  const [ending, setEnding] = useState<ListedFrame>();
  const columns = useSeriesColumns({ rows, paper: ({ document }) => document, onEnd: setEnding });
  return (
    <Section title={t(texts.overTime)}>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!(error && !rows) && <DataTable label={t(texts.overTime)} columns={columns} rows={rows} more={more} rowId={({ id }) => id} empty={<EmptyState title={t(texts.none)} why={t(texts.noneWhy)} />} />}
      {ending && <EndFrameSheet frame={ending} onClose={() => setEnding(undefined)} />}
    </Section>
  );
}

function EndFrameSheet({ frame, onClose }: { readonly frame: ListedFrame; readonly onClose: () => void }) {
  const writing = useText();
  const { t } = writing;
  const { id, document, period } = frame;
  const recording = useSheetRecording({ onClose, touched: ['ratings', 'events'], fieldOfCode: { 'ratings.frameEndsBeforeStart': 'to', 'ratings.frameEndedAlready': 'to' }, undo: (actId) => call(ratingFrameContract.undoFrame, { actId }) });
  return <EndSheet intro={`${document}, ${scopeName(frame, writing)}. ${t(texts.endIntro)}`} since={period.from} recording={recording} send={(ended) => call(ratingFrameContract.endFrame, { id, ...ended })} told={t(texts.isEnded)} />;
}
