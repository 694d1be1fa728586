/** The balance of members over a period: opening + in − out = closing, each with its reasons. */
import { useProcedure } from '../../shell/api.ts';
import { useText } from '../../ui/language.tsx';
import { LineSkeletons } from '../../ui/Loading.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { Section } from '../../ui/Section.tsx';
import { figuresContract, type FlowAnswer } from '../figures.contract.ts';
import { usePeriodStart, type FigureQuestion } from './figure.address.ts';
import { PeriodFields } from './FigureControls.tsx';
import { figuresWeb } from './figures.web.messages.ts';
import classes from './MemberFlow.module.css';

export function MemberFlow({ question }: { readonly question: FigureQuestion }) {
  const { t, period } = useText();
  const from = usePeriodStart();
  const answer = useProcedure(figuresContract.flow, { unit: question.unit, from, to: question.on, boundaries: question.boundaries }, { keepPrevious: true });
  return (
    <Section title={t(figuresWeb.flowTitle)} description={answer.data && t(figuresWeb.flowPeriod, { unit: answer.data.asked.unit.name, period: period({ from, to: question.on }) })}>
      {/* A flow has its period at the head of the page. */}
      {question.from === undefined && <PeriodFields />}
      {answer.error && <ProblemNotice problem={answer.error} onRetry={() => void answer.refetch()} />}
      {!answer.error && !answer.data && <LineSkeletons count={5} />}
      {!answer.error && answer.data && <Balance answer={answer.data} />}
    </Section>
  );
}

function Balance({ answer }: { answer: FlowAnswer }) {
  const { t, number, day } = useText();
  const { asked } = answer;
  return (
    <div className={classes.balance}>
      <Amount label={`${t(figuresWeb.opening)}${asked.from ? ` ${day(asked.from)}` : ''}`} text={number(answer.opening)} />
      <Movements sign="+" label={t(figuresWeb.ins)} rows={answer.ins} />
      <Movements sign="−" label={t(figuresWeb.outs)} rows={answer.outs} />
      <Amount label={`${t(figuresWeb.closing)} ${day(asked.on)}`} text={`= ${number(answer.closing)}`} />
    </div>
  );
}

function Amount({ label, text }: { label: string; text: string }) {
  return <div className={classes.part}><h3 className={classes.label}>{label}</h3><p className={classes.value}>{text}</p></div>;
}

function Movements({ sign, label, rows }: { sign: string; label: string; rows: FlowAnswer['ins'] }) {
  const { t, number } = useText();
  const some = rows.filter(({ count }) => count !== 0);
  const total = some.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className={classes.part}>
      <h3 className={classes.label}>{label}</h3>
      <p className={classes.value}>{sign} {number(total)}</p>
      {some.length === 0 ? <p className={classes.none}>{t(figuresWeb.noMovement)}</p> : (
        <dl className={classes.reasons}>{some.map((row) => <div key={row.reason}><dt>{t(row.label)}</dt><dd>{number(row.count)}</dd></div>)}</dl>
      )}
    </div>
  );
}
