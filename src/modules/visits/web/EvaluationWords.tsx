/** An evaluation as it is read: facts, what the places say, the words and the level. */
import { useText } from '../../../ui/language.tsx';
import { Section } from '../../../ui/Section.tsx';
import { levelNames } from '../../ratings/rating.kinds.ts';
import type { WholeEvaluation } from './report.words.ts';
import { evaluationTexts as texts } from './reports.messages.ts';
import classes from './visits.module.css';

interface PartProps {
  readonly evaluation: WholeEvaluation;
}

export function EvaluationFacts({ evaluation: { facts } }: PartProps) {
  const { t, number } = useText();
  const of = (count: number, base: number) => t(texts.of, { count: number(count), base: number(base) });
  const told = [
    { label: t(texts.places), value: of(facts.placesMet, facts.places) }, { label: t(texts.visits), value: number(facts.visits) }, { label: t(texts.promises), value: of(facts.promisesKept, facts.promisesDue) },
    { label: t(texts.petitions), value: of(facts.petitionsAnswered, facts.petitionsRaised) }, { label: t(texts.reports), value: of(facts.reportsInTime, facts.reportsDue) },
  ];
  return <Section title={t(texts.facts)}><dl className={classes.factTiles}>{told.map(({ label, value }) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl></Section>;
}

export function EvaluationWords({ evaluation: { opinions, words, level, decidedBy, decidedOn } }: PartProps) {
  const { t, day } = useText();
  return (
    <>
      <Section title={t(texts.opinions)}>{opinions.length === 0 ? <p className={classes.soft}>{t(texts.noOpinions)}</p> : <ul className={classes.list}>{opinions.map(({ unit, text }) => <li key={unit.id}><span className={classes.topic}>{unit.name}</span>{text}</li>)}</ul>}</Section>
      <Section title={t(texts.words)}>
        <p className={classes.words}>{words}</p>
        {level && <p><strong>{t(levelNames[level])}</strong></p>}
        {decidedOn && <p className={classes.soft}>{t(texts.decidedBy, { name: decidedBy ?? '', day: day(decidedOn) })}</p>}
      </Section>
    </>
  );
}
