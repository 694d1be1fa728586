/** What signs and column heads of the grid stand for; on paper there is nothing to point at. */
import { useText } from '../../../ui/language.tsx';
import { Section } from '../../../ui/Section.tsx';
import { clauseStates } from '../cascade.kinds.ts';
import { demandsOf, type Radar } from './cascade.words.ts';
import { radarTexts as texts } from './radar.messages.ts';
import { StateMark } from './StateMark.tsx';
import classes from './cascades.module.css';

export function RadarLegend({ radar: { clauses }, hasCounts }: { readonly radar: Radar; readonly hasCounts: boolean }) {
  const writing = useText();
  const { t } = writing;
  return (
    <>
      <Section title={t(texts.legend)}>
        <div className={classes.sum}>{clauseStates.map((state) => <StateMark key={state} state={state} />)}</div>
        {hasCounts && <p className={classes.small}>{t(texts.legendCounts)}</p>}
      </Section>
      <Section title={t(texts.columns)}>
        <dl className={classes.columns}>
          {clauses.map((clause) => <div key={clause.id}><dt>{clause.label}</dt><dd>{clause.wording}<span className={classes.small}>{demandsOf(clause, writing)}</span></dd></div>)}
        </dl>
      </Section>
    </>
  );
}
