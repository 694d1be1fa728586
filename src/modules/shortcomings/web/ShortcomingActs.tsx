/** The acts on a shortcoming: the next one by the thumb, the others in the head of the page. */
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { shortcomingContract } from '../shortcoming.contract.ts';
import { MeasureSheet } from './MeasureSheet.tsx';
import { CorrectSheet } from './NoteSheet.tsx';
import { ReportSheet } from './ReportSheet.tsx';
import { pageTexts as texts } from './shortcoming.page.messages.ts';
import { takenBack, useShortcomingRecording } from './shortcoming.recording.ts';
import type { WholeShortcoming } from './shortcoming.words.ts';
import { WordsSheet } from './WordsSheet.tsx';

interface ActsProps {
  readonly shortcoming: WholeShortcoming;
}

/** What may still be changed by the side way. */
export function ShortcomingActs({ shortcoming }: ActsProps) {
  const { t } = useText();
  const [open, setOpen] = useState<'measure' | 'correct' | 'withdraw'>();
  const { busy, problem, record } = useShortcomingRecording();
  const close = () => setOpen(undefined);
  const { id, version, state, may } = shortcoming;
  const mayRecord = may.includes('record');
  const takeBack = () => record(() => call(shortcomingContract.takeBack, { id, version }), { told: t(texts.takenBack) });
  return (
    <>
      {mayRecord && state !== 'noted' && state !== 'reported' && <Act onPress={() => setOpen('measure')}>{t(texts.changeMeasure)}</Act>}
      {may.includes('correct') && <Act kind="quiet" onPress={() => setOpen('correct')}>{t(texts.correct)}</Act>}
      {may.includes('takeBack') && <Act kind="quiet" busy={busy} onPress={() => void takeBack()}>{t(texts.takeBack)}</Act>}
      {may.includes('correct') && <Act kind="quiet" onPress={() => setOpen('withdraw')}>{t(texts.withdraw)}</Act>}
      <PrintButton />
      {problem && <ProblemNotice problem={problem} />}
      {open === 'measure' && <MeasureSheet shortcoming={shortcoming} onClose={close} />}
      {open === 'correct' && <CorrectSheet shortcoming={shortcoming} onClose={close} />}
      {open === 'withdraw' && <WordsSheet shortcoming={shortcoming} act="withdraw" onClose={close} />}
    </>
  );
}

/** The one thing to do next, for whoever may do it. */
export function MainActs({ shortcoming }: ActsProps) {
  const { state, may } = shortcoming;
  if (state === 'reported') return <Waiting shortcoming={shortcoming} />;
  if (!may.includes('record')) return null;
  return <NextStep shortcoming={shortcoming} />;
}

function NextStep({ shortcoming }: ActsProps) {
  const { t } = useText();
  const [open, setOpen] = useState<'measure' | 'report'>();
  const { busy, problem, record } = useShortcomingRecording();
  const { id, version, state } = shortcoming;
  const close = () => setOpen(undefined);
  const begin = () => record(() => call(shortcomingContract.begin, { id, version }), { told: t(texts.begun), undo: takenBack });
  return (
    <div data-screen-only>
      {state === 'noted' && <Act kind="main" onPress={() => setOpen('measure')}>{t(texts.setMeasure)}</Act>}
      {state === 'measureSet' && <Act kind="main" busy={busy} onPress={() => void begin()}>{t(texts.begin)}</Act>}
      {(state === 'remedying' || state === 'returned') && <Act kind="main" onPress={() => setOpen('report')}>{t(texts.report)}</Act>}
      {state === 'measureSet' && <Act onPress={() => setOpen('report')}>{t(texts.report)}</Act>}
      {problem && <ProblemNotice problem={problem} />}
      {open === 'measure' && <MeasureSheet shortcoming={shortcoming} onClose={close} />}
      {open === 'report' && <ReportSheet shortcoming={shortcoming} onClose={close} />}
    </div>
  );
}

function Waiting({ shortcoming }: ActsProps) {
  const { t, day } = useText();
  const [open, setOpen] = useState<'confirm' | 'giveBack'>();
  const { reportedOn, raisedBy, may } = shortcoming;
  const mayConfirm = may.includes('confirm');
  const acts = mayConfirm && (
    <>
      <Act kind="main" onPress={() => setOpen('confirm')}>{t(texts.confirm)}</Act>
      <Act onPress={() => setOpen('giveBack')}>{t(texts.giveBack)}</Act>
    </>
  );
  return (
    <>
      <Notice tone={mayConfirm ? 'warn' : 'info'} title={t(texts.waiting, { day: reportedOn ? day(reportedOn) : '' })} acts={acts}>{mayConfirm ? t(texts.waitingYou) : t(texts.waitingFor, { unit: raisedBy.name })}</Notice>
      {open && <WordsSheet shortcoming={shortcoming} act={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}
