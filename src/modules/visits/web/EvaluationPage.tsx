/** One evaluation: the facts stand beside what is written; people decide. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { call, useProcedure } from '../../../shell/api.ts';
import { usePathPart } from '../../../shell/page.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { Act } from '../../../ui/Act.tsx';
import { useGo } from '../../../ui/address.ts';
import { ConfirmAct } from '../../../ui/ConfirmAct.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { ChoiceChips } from '../../meetings/web/ChoiceChips.tsx';
import { levelNames } from '../../ratings/rating.kinds.ts';
import { evaluationLevels, type EvaluationLevel } from '../evaluation.ts';
import { reportContract } from '../report.contract.ts';
import { EvaluationFacts, EvaluationWords } from './EvaluationWords.tsx';
import type { WholeEvaluation } from './report.words.ts';
import { evaluationTexts as texts } from './reports.messages.ts';
import { useVisitRecording } from './visit.recording.ts';
import { visitsTitles } from './visits.titles.messages.ts';
import classes from './visits.module.css';

interface PartProps {
  readonly evaluation: WholeEvaluation;
}

export function EvaluationPage() {
  const id = usePathPart('id');
  const { data, error, refetch } = useProcedure(reportContract.evaluation, { id });
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  return data ? <WholePage key={`${id} ${data.state}`} evaluation={data} /> : <PageSkeleton />;
}

function WholePage({ evaluation }: PartProps) {
  const { t, day } = useText();
  const { busy, problem, record } = useVisitRecording();
  const { id, version, unit, person, from, to, state, may, former } = evaluation;
  const isOpen = state === 'writing' && may.includes('write');
  const reopen = () => record(() => call(reportContract.reopenEvaluation, { id, version }), { told: t(texts.reopened) });
  return (
    <>
      <PagePath steps={[{ label: t(visitsTitles.evaluations), href: '/bam-co-so/danh-gia' }, { label: person.name }]} />
      <PageHead kicker={unit.name} title={person.name} description={t(texts.period, { from: day(from), to: day(to) })} acts={<>{state === 'decided' && may.includes('write') && <Act busy={busy} onPress={() => void reopen()}>{t(texts.reopen)}</Act>}<PrintButton /></>} />
      {problem && <ProblemNotice problem={problem} />}
      <EvaluationFacts evaluation={evaluation} />
      {isOpen ? <WritingForm evaluation={evaluation} /> : <EvaluationWords evaluation={evaluation} />}
      {former.length > 0 && <Section title={t(texts.former)}><ul className={classes.list}>{former.map(({ words, level, on }, at) => <li key={at}><span className={classes.topic}>{[on && day(on), level && t(levelNames[level])].filter(Boolean).join(' · ')}</span>{words}</li>)}</ul></Section>}
    </>
  );
}

function WritingForm({ evaluation }: PartProps) {
  const { t } = useText();
  const go = useGo();
  const [saved, setSaved] = useState({ version: evaluation.version });
  const [opinions, setOpinions] = useState<Readonly<Record<string, string>>>(() => Object.fromEntries(evaluation.opinions.map(({ unit, text }) => [unit.id, text])));
  const [words, setWords] = useState(evaluation.words);
  const [level, setLevel] = useState<EvaluationLevel | undefined>(evaluation.level ?? undefined);
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useVisitRecording({ onDone: setSaved });
  const { id, places, former } = evaluation;
  const send = (isDecided: boolean) => call(reportContract.writeEvaluation, {
    id, version: saved.version, words: words.trim(), level: level ?? null, isDecided, opinions: Object.entries(opinions).filter(([, text]) => text.trim() !== '').map(([unitId, text]) => ({ unitId, text: text.trim() })),
  });
  const decide = async () => {
    setChecked(true);
    if (words.trim() !== '' && level) await record(() => send(true), { told: t(texts.isDecided) });
  };
  return (
    <>
      <Section title={t(texts.opinions)} description={t(texts.opinionHint)}>
        <div className={classes.sections}>{places.map((place) => <Textarea key={place.id} label={place.name} value={opinions[place.id] ?? ''} onChange={(event) => setOpinions({ ...opinions, [place.id]: event.currentTarget.value })} maxLength={2000} autosize minRows={2} />)}</div>
      </Section>
      <div className={classes.sections}>
        <Textarea label={t(texts.words)} value={words} onChange={(event) => setWords(event.currentTarget.value)} maxLength={8000} autosize minRows={4} withAsterisk error={isChecked && words.trim() === '' ? t(texts.missing) : fault('words')} />
        <ChoiceChips label={t(texts.level)} value={level} options={evaluationLevels.map((value) => ({ value, label: t(levelNames[value]) }))} onChoose={setLevel} />
        {isChecked && !level && <p className={classes.fault} role="alert">{t(texts.missing)}</p>}
      </div>
      {problem && <ProblemNotice problem={problem} />}
      <div className={classes.acts}>
        <Act kind="main" busy={busy} onPress={() => void decide()}>{t(texts.decide)}</Act>
        <Act busy={busy} onPress={() => void record(() => send(false), { told: t(texts.saved) })}>{t(texts.save)}</Act>
        {former.length === 0 && <ConfirmAct label={t(texts.drop)} title={t(texts.dropTitle)} consequence={t(texts.dropWhy)} confirm={t(texts.drop)} onConfirm={async () => { await call(reportContract.dropEvaluation, { id, version: saved.version }); go('/bam-co-so/danh-gia'); }} />}
      </div>
    </>
  );
}
