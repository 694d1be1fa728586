/** One unit that is asked: by when it answers, what it answers, and to which steps it has come; its own office records both here. */
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { call, useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { usePathPart } from '../../../shell/page.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { Act } from '../../../ui/Act.tsx';
import { useGo } from '../../../ui/address.ts';
import { ConfirmAct } from '../../../ui/ConfirmAct.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { documentHref } from '../../documents/web/document.words.ts';
import { cascadeContract } from '../cascade.contract.ts';
import { AnswersDue } from './AnswersDue.tsx';
import { AnswerSheet } from './AnswerSheet.tsx';
import { AnswerWords } from './AnswerWords.tsx';
import { askedHref, radarHref, type AskedClause, type AskedUnit } from './cascade.words.ts';
import { useCascadeRecording } from './cascades.recording.ts';
import { cascadesTitles } from './cascades.titles.messages.ts';
import { cascadesWeb as webTexts } from './cascades.web.messages.ts';
import { MeasureSheet, SettleSheet, TaskSheet } from './ProgressSheets.tsx';
import { radarTexts as texts } from './radar.messages.ts';
import { StateMark } from './StateMark.tsx';
import { Steps } from './Steps.tsx';
import classes from './cascades.module.css';

export function AskedPage() {
  const [documentId, unitId] = [usePathPart('id'), usePathPart('unit')];
  const { chosen } = useAsOf();
  const { data, error, refetch } = useProcedure(cascadeContract.unit, { documentId, unitId, ...(chosen ? { on: chosen } : {}) });
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  return data ? <WholePage asked={data} /> : <PageSkeleton />;
}

function WholePage({ asked }: { readonly asked: AskedUnit }) {
  const { t } = useText();
  const { document, unit, heir } = asked;
  return (
    <>
      <PagePath steps={[{ label: t(cascadesTitles.cascades), href: '/nghi-quyet' }, { label: document.symbol, href: documentHref(document.id) }, { label: t(cascadesTitles.radar), href: radarHref(document.id) }, { label: t(texts.answer) }]} />
      <PageHead kicker={document.unit.name} title={t(texts.answersTitle, { symbol: document.symbol, unit: unit.name })} description={document.summary} marks={asked.clauses.length > 0 && <AnswersDue asked={asked} />} acts={<>{asked.mayRelease && <ReleaseOne asked={asked} />}<PrintButton /></>} />
      {heir && <Notice title={t(texts.goesOn, { unit: unit.name, heir: heir.name })}>{t(texts.goesOnWhy)}</Notice>}
      <Beside asked={asked} />
      <Answers asked={asked} />
      <Steps asked={asked} />
    </>
  );
}

function Beside({ asked: { document, beside } }: { readonly asked: AskedUnit }) {
  const { t, number } = useText();
  if (beside.length === 0) return null;
  return (
    <Section title={t(texts.beside)}>
      <ul className={classes.bare}>
        {beside.map(({ id, name, toAnswer }) => <li key={id}><PageLink href={askedHref(document.id, id)}>{toAnswer > 0 ? t(texts.besideOpen, { unit: name, count: number(toAnswer) }) : t(texts.besideDone, { unit: name })}</PageLink></li>)}
      </ul>
    </Section>
  );
}

function ReleaseOne({ asked: { document, unit } }: { readonly asked: AskedUnit }) {
  const { t, number } = useText();
  const go = useGo();
  const { problem, record } = useCascadeRecording<{ readonly released: number }>({ onDone: () => go(radarHref(document.id)) });
  const release = () => record(() => call(cascadeContract.release, { documentId: document.id, unitIds: [unit.id] }), { told: ({ released }) => t(webTexts.released, { count: number(released) }) });
  return <>{problem && <ProblemNotice problem={problem} />}<ConfirmAct label={t(webTexts.releaseOne)} title={t(webTexts.releaseOne)} consequence={t(webTexts.releaseOneConsequence, { unit: unit.name })} afterwards={t(webTexts.releaseAfter)} confirm={t(webTexts.release)} onConfirm={release} /></>;
}

type Opened = { readonly act: 'answer'; readonly clauses: readonly AskedClause[] } | { readonly act: 'settle' | 'measure' | 'task'; readonly clause: AskedClause };

function Answers({ asked }: { readonly asked: AskedUnit }) {
  const { t, number } = useText();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [open, setOpen] = useState<Opened>();
  const mayRecord = asked.may.includes('document.record');
  const silent = asked.clauses.filter(({ answer }) => answer === null).map(({ id }) => id);
  const close = () => { setOpen(undefined); setChosen([]); };
  if (asked.clauses.length === 0) return null;
  const acts = mayRecord && (
    <>
      {silent.length > 1 && chosen.length === 0 && <Act onPress={() => setChosen(silent)}>{t(texts.chooseSilent)}</Act>}
      {chosen.length > 0 && <Act kind="main" onPress={() => setOpen({ act: 'answer', clauses: asked.clauses.filter(({ id }) => chosen.includes(id)) })}>{t(texts.answerSeveral, { count: number(chosen.length) })}</Act>}
    </>
  );
  return (
    <Section title={t(texts.clauses)} acts={acts}>
      <ol className={classes.clauses}>
        {asked.clauses.map((clause) => (
          <li key={clause.id} className={classes.clause}>
            {mayRecord && <Checkbox size="md" className={classes.tick ?? ''} aria-label={t(texts.choose, { label: clause.label })} checked={chosen.includes(clause.id)} onChange={(event) => setChosen(event.currentTarget.checked ? [...chosen, clause.id] : chosen.filter((id) => id !== clause.id))} />}
            <span className={classes.label}>{clause.label}</span>
            <div className={classes.words}>
              <StateMark state={clause.state} />
              <AnswerWords clause={clause} />
              {mayRecord && <ClauseActs asked={asked} clause={clause} onOpen={setOpen} />}
            </div>
          </li>
        ))}
      </ol>
      {open?.act === 'answer' && <AnswerSheet asked={asked} clauses={open.clauses} onClose={close} />}
      {open?.act === 'settle' && <SettleSheet asked={asked} clause={open.clause} onClose={close} />}
      {open?.act === 'task' && <TaskSheet asked={asked} clause={open.clause} onClose={close} />}
      {open?.act === 'measure' && <MeasureSheet asked={asked} clause={open.clause} onClose={close} />}
    </Section>
  );
}

function ClauseActs({ asked, clause, onOpen }: { readonly asked: AskedUnit; readonly clause: AskedClause; readonly onOpen: (open: Opened) => void }) {
  const { t } = useText();
  const { busy, problem, record } = useCascadeRecording<unknown>();
  const { answer, label, id } = clause;
  const of = { documentId: asked.document.id, unitId: asked.unit.id };
  const takeBack = () => record(() => call(cascadeContract.takeAnswersBack, { ...of, clauseIds: [id] }), { told: t(texts.takenBack, { label }) });
  const reopen = () => record(() => call(cascadeContract.settle, { ...of, clauseId: id, version: answer!.version, doneOn: null }), { told: t(texts.reopen) });
  return (
    <>
      <div className={classes.rowActs} data-quiet={answer ? true : undefined} data-screen-only>
        <Act kind={answer ? 'quiet' : 'plain'} onPress={() => onOpen({ act: 'answer', clauses: [clause] })} aria-label={t(answer ? texts.changeAnswerOf : texts.answerOf, { label })}>{t(answer ? texts.changeAnswer : texts.answer)}</Act>
        {answer?.kind === 'takenUp' && <Act kind="quiet" onPress={() => onOpen({ act: 'task', clause })} aria-label={t(texts.giveTaskOf, { label })}>{t(texts.giveTask)}</Act>}
        {answer?.kind === 'takenUp' && clause.kind === 'indicator' && <Act kind="quiet" onPress={() => onOpen({ act: 'measure', clause })} aria-label={t(texts.measureOf, { label })}>{t(texts.measure)}</Act>}
        {answer?.kind === 'takenUp' && answer.doneOn === null && <Act kind="quiet" onPress={() => onOpen({ act: 'settle', clause })} aria-label={t(texts.settleOf, { label })}>{t(texts.settle)}</Act>}
        {answer?.doneOn && <Act kind="quiet" busy={busy} onPress={() => void reopen()}>{t(texts.reopen)}</Act>}
        {answer && <Act kind="quiet" busy={busy} onPress={() => void takeBack()}>{t(texts.takeBack)}</Act>}
      </div>
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}
