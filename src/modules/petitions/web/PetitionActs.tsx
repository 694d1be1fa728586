/** The acts on a petition: the next one by the thumb, the others in the head of the page. */
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { petitionContract } from '../petition.contract.ts';
import type { WholePetition } from '../petition.record.ts';
import { AnswerSheet } from './AnswerSheet.tsx';
import { PassSheet } from './PassSheet.tsx';
import { pageTexts as texts } from './petition.page.messages.ts';
import { takenBack, usePetitionRecording } from './petition.recording.ts';
import { CorrectSheet } from './RecordSheet.tsx';
import { SlipSheet } from './SlipSheet.tsx';
import { WordsSheet } from './WordsSheet.tsx';
import classes from './petitions.module.css';

interface ActsProps {
  readonly petition: WholePetition;
}

/** What may be done by the side way. */
export function PetitionActs({ petition }: ActsProps) {
  const { t } = useText();
  const [open, setOpen] = useState<'correct' | 'withdraw' | 'slip' | 'reopen'>();
  const { busy, problem, record } = usePetitionRecording();
  const close = () => setOpen(undefined);
  const { id, version, state, may } = petition;
  const isPlaces = may.includes('place');
  const takeBack = () => record(() => call(petitionContract.takeBack, { id, version }), { told: t(texts.takenBack) });
  return (
    <>
      {may.includes('code') && <Act kind="quiet" onPress={() => setOpen('slip')}>{t(texts.slip)}</Act>}
      {isPlaces && (state === 'received' || state === 'routed') && <Act kind="quiet" onPress={() => setOpen('correct')}>{t(texts.correct)}</Act>}
      {may.includes('takeBack') && <Act kind="quiet" busy={busy} onPress={() => void takeBack()}>{t(texts.takeBack)}</Act>}
      {may.includes('confirm') && state === 'confirmed' && <Act kind="quiet" onPress={() => setOpen('reopen')}>{t(texts.reopen)}</Act>}
      {may.includes('withdraw') && <Act kind="quiet" onPress={() => setOpen('withdraw')}>{t(texts.withdraw)}</Act>}
      <PrintButton />
      {problem && <ProblemNotice problem={problem} />}
      {open === 'correct' && <CorrectSheet petition={petition} onClose={close} />}
      {open === 'withdraw' && <WordsSheet petition={petition} act="withdraw" onClose={close} />}
      {open === 'reopen' && <WordsSheet petition={petition} act="reopen" onClose={close} />}
      {open === 'slip' && <SlipSheet petition={petition} onClose={close} />}
    </>
  );
}

/** The one thing to do next, for whoever may do it: the body handles it, the place looks at the answer. */
export function MainActs({ petition }: ActsProps) {
  const { state, may } = petition;
  if (state === 'answered') return <Answered petition={petition} />;
  if (!may.includes('handle')) return null;
  return <Handling petition={petition} />;
}

function Handling({ petition }: ActsProps) {
  const { t } = useText();
  const [open, setOpen] = useState<'route' | 'refuse' | 'answer'>();
  const { busy, problem, record } = usePetitionRecording<{ accepted: number }>();
  const { id, state, may } = petition;
  const mayPass = may.includes('pass');
  const close = () => setOpen(undefined);
  const accept = () => record(() => call(petitionContract.accept, { ids: [id] }), { told: t(texts.accepted), undo: async () => takenBack({ id, version: petition.version + 1 }) });
  const isTaken = state === 'accepted';
  return (
    <div data-screen-only>
      <span className={classes.acts}>
        {mayPass && state === 'received' && <Act kind="main" onPress={() => setOpen('route')}>{t(texts.route)}</Act>}
        {isTaken && <Act kind="main" onPress={() => setOpen('answer')}>{t(texts.answerAct)}</Act>}
        {!isTaken && <Act {...(mayPass && state === 'received' ? {} : { kind: 'main' as const })} busy={busy} onPress={() => void accept()}>{t(texts.accept)}</Act>}
        {!isTaken && <Act onPress={() => setOpen('answer')}>{t(texts.answerAct)}</Act>}
        {mayPass && state !== 'received' && <Act onPress={() => setOpen('refuse')}>{t(texts.refuse)}</Act>}
      </span>
      {problem && <ProblemNotice problem={problem} />}
      {open === 'answer' && <AnswerSheet petition={petition} onClose={close} />}
      {(open === 'route' || open === 'refuse') && <PassSheet petition={petition} isRefusal={open === 'refuse'} onClose={close} />}
    </div>
  );
}

function Answered({ petition }: ActsProps) {
  const { t, day } = useText();
  const [open, setOpen] = useState<'confirm' | 'reopen' | 'answer'>();
  const { outcome, plannedOn, may } = petition;
  const close = () => setOpen(undefined);
  const isPlaces = may.includes('confirm');
  const isPlan = outcome === 'planned';
  const acts = (
    <>
      {isPlaces && !isPlan && <Act kind="main" onPress={() => setOpen('confirm')}>{t(texts.confirm)}</Act>}
      {isPlaces && <Act onPress={() => setOpen('reopen')}>{t(texts.reopen)}</Act>}
      {may.includes('handle') && <Act {...(isPlan && !isPlaces ? { kind: 'main' as const } : {})} onPress={() => setOpen('answer')}>{t(texts.answerAgain)}</Act>}
    </>
  );
  return (
    <>
      <Notice tone={isPlaces && !isPlan ? 'warn' : 'info'} title={isPlan ? t(texts.planWaits, { day: plannedOn ? day(plannedOn) : '' }) : t(texts.answerWaits)} acts={acts}>{t(isPlan ? texts.planWaitsWhy : texts.answerWaitsYou)}</Notice>
      {open === 'answer' && <AnswerSheet petition={petition} onClose={close} />}
      {(open === 'confirm' || open === 'reopen') && <WordsSheet petition={petition} act={open} onClose={close} />}
    </>
  );
}
