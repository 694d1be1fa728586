/** The resolution of one meeting: as it is printed, its number in the book, the Word file. */
import { NumberInput } from '@mantine/core';
import { IconFileTypeDocx } from '@tabler/icons-react';
import { useState } from 'react';
import type { z } from 'zod';
import { day as asDay } from '../../../platform/day.ts';
import { call, useAct, useProcedure } from '../../../shell/api.ts';
import { usePathPart } from '../../../shell/page.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { useRecording } from '../../../shell/recording.ts';
import { requestOf } from '../../../shell/request.ts';
import { Act } from '../../../ui/Act.tsx';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { ConfirmAct } from '../../../ui/ConfirmAct.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useFieldFault } from '../../../ui/fieldFault.ts';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { resolutionContract } from '../resolution.contract.ts';
import { symbolOf } from '../resolution.ts';
import { TOUCHED } from './live.meeting.ts';
import { pageTexts } from './meeting.page.messages.ts';
import { kindInWords, whenInWords } from './meeting.words.ts';
import { meetingsTitles } from './meetings.titles.messages.ts';
import { ResolutionPrint } from './ResolutionPrint.tsx';
import { resolutionTexts as texts } from './resolution.messages.ts';
import { resolutionOf } from './resolution.words.ts';
import classes from './meetings.module.css';

type Whole = z.output<(typeof resolutionContract)['resolution']['output']>;

export function ResolutionPage() {
  const id = usePathPart('id');
  const { data, error, refetch } = useProcedure(resolutionContract.resolution, { id });
  if (!data) return error ? <ProblemNotice problem={error} onRetry={() => void refetch()} /> : <PageSkeleton />;
  return <Resolved resolution={data} />;
}

function Resolved({ resolution }: { readonly resolution: Whole }) {
  const writing = useText();
  const { t, day } = writing;
  const { meetingId, unit, numbering, parent, signer, state, on } = resolution;
  const paper = resolutionOf(resolution);
  const isEmpty = paper.conclusions.length + paper.votes.length === 0;
  const mayRecord = resolution.may.includes('meeting.record');
  const mark = numbering ? { status: 'done' as const, label: t(texts.numbered, { symbol: symbolOf(paper), day: day(numbering.termFrom) }) } : { status: 'silent' as const, label: t(texts.unnumbered) };
  return (
    <>
      <PagePath steps={[{ label: t(pageTexts.meetings), href: '/sinh-hoat' }, { label: unit.name, href: `/sinh-hoat/${meetingId}` }, { label: t(meetingsTitles.resolutionTitle) }]} />
      <PageHead
        kicker={unit.name} title={t(meetingsTitles.resolutionTitle)} marks={<StatusMark {...mark} />} description={`${kindInWords(resolution, writing)} · ${whenInWords({ on, starts: null }, writing)}. ${t(texts.about)}`}
        acts={<><Act href={`/sinh-hoat/${meetingId}`}>{t(texts.toMeeting)}</Act><Act href={`/sinh-hoat/so-nghi-quyet?donVi=${unit.id}&nam=${on.slice(0, 4)}`}>{t(texts.toBook)}</Act></>}
      />
      {isEmpty ? <EmptyState title={t(texts.nothing)} why={t(texts.nothingWhy)} /> : (
        <>
          {mayRecord && <BookActs resolution={resolution} />}
          {!numbering && state !== 'adopted' && <p className={classes.hint} data-screen-only>{t(texts.whenAdopted)}</p>}
          <div className={classes.paperActs} data-screen-only>
            <a className={classes.fileLabel} href={requestOf(resolutionContract.resolutionFile, { id: meetingId }).url} download><IconFileTypeDocx size={20} aria-hidden />{t(texts.word)}</a>
            <PrintButton />
          </div>
          <ResolutionPrint resolution={{ ...paper, parent, signer }} />
        </>
      )}
    </>
  );
}

function BookActs({ resolution }: { readonly resolution: Whole }) {
  const { t } = useText();
  const [isEntering, setEntering] = useState(false);
  const taking = useAct(resolutionContract.takeOutResolution);
  const offer = useUndo();
  const { meetingId: id, numbering, state } = resolution;
  const takeOut = async () => {
    await taking.mutateAsync({ id });
    offer({ text: t(texts.takenOut) });
  };
  if (numbering) return <div className={classes.paperActs} data-screen-only><ConfirmAct label={t(texts.takeOut)} title={t(texts.takeOut)} consequence={t(texts.takeOutConsequence, { symbol: symbolOf(resolutionOf(resolution)) })} confirm={t(texts.takeOut)} onConfirm={takeOut} /></div>;
  if (state !== 'adopted') return null;
  return (
    <div className={classes.paperActs} data-screen-only>
      <Act kind="main" onPress={() => setEntering(true)}>{t(texts.enter)}</Act>
      {isEntering && <EnterSheet resolution={resolution} onClose={() => setEntering(false)} />}
    </div>
  );
}

const fieldOfCode = { 'meetings.numberTaken': 'number', 'meetings.termAfterMeeting': 'termFrom' };

function EnterSheet({ resolution, onClose }: { readonly resolution: Whole; readonly onClose: () => void }) {
  const { t } = useText();
  const { meetingId: id, proposed, on } = resolution;
  const [number, setNumber] = useState<string | number>(proposed?.number ?? '');
  const [termFrom, setTermFrom] = useState<string | undefined>(proposed?.termFrom);
  const [isChecked, setChecked] = useState(false);
  const recording = useRecording<unknown>(TOUCHED);
  const offer = useUndo();
  const fault = useFieldFault(recording.error, fieldOfCode);
  const submit = async () => {
    setChecked(true);
    if (number === '' || !termFrom) return;
    const numbering = { number: Number(number), termFrom: asDay(termFrom) };
    const isDone = await recording.mutateAsync(() => call(resolutionContract.enterResolution, { id, ...numbering })).then(() => true, () => false);
    if (!isDone) return;
    onClose();
    const symbol = symbolOf({ unitKind: resolution.unitKind, numbering });
    offer({ text: t(texts.entered, { symbol }), undo: () => recording.mutateAsync(() => call(resolutionContract.takeOutResolution, { id })) });
  };
  return (
    <ActSheet title={t(texts.enter)} verb={t(texts.enter)} intro={t(texts.enterIntro)} onSubmit={() => void submit()} onClose={onClose} busy={recording.isPending} problem={recording.error}>
      <NumberInput label={t(texts.number)} value={number} onChange={setNumber} min={1} max={9999} allowDecimal={false} inputMode="numeric" withAsterisk error={isChecked && number === '' ? t(texts.missing) : fault('number')} />
      <DayInput label={t(texts.termFrom)} value={termFrom} onChange={setTermFrom} most={on} required error={isChecked && !termFrom ? t(texts.missing) : fault('termFrom')} />
    </ActSheet>
  );
}
