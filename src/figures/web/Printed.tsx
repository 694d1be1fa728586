/** Values printed elsewhere beside the computed one. A difference is marked, nothing is overwritten. */
import { useState } from 'react';
import { useMayVisit } from '../../shell/session.ts';
import { Act } from '../../ui/Act.tsx';
import { useText } from '../../ui/language.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import type { FigureItem, Value, ValueAnswer } from '../figures.contract.ts';
import { printedText } from '../words.ts';
import type { FigureQuestion } from './figure.address.ts';
import { figuresWeb } from './figures.web.messages.ts';
import classes from './Printed.module.css';
import { PrintForm } from './PrintForm.tsx';

interface PrintedProps {
  readonly figure: FigureItem;
  readonly question: FigureQuestion;
  /** Absent while it is being fetched. */
  readonly answer: ValueAnswer | undefined;
}

export function Printed({ figure, question, answer }: PrintedProps) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const mayPrint = useMayVisit('figure.print');
  return (
    <section className={classes.card} aria-label={t(figuresWeb.printedTitle)}>
      <h2 className={classes.title}>{t(figuresWeb.printedTitle)}</h2>
      {answer?.printed.length === 0 && <p className={classes.none}>{t(figuresWeb.printedNone)}{mayPrint && <> {t(figuresWeb.printedNoneAct)}</>}</p>}
      {answer && answer.printed.length > 0 && (
        <ul className={classes.list}>
          {answer.printed.map((printed) => <PrintedLine key={printed.id} printed={printed} computed={answer.value} />)}
        </ul>
      )}
      {mayPrint && answer && <div className={classes.acts} data-screen-only><Act onPress={() => setOpen(true)}>{t(figuresWeb.printedAdd)}</Act></div>}
      {isOpen && answer && <PrintForm figure={figure} question={question} answer={answer} onClose={() => setOpen(false)} />}
    </section>
  );
}

function PrintedLine({ printed, computed }: { printed: ValueAnswer['printed'][number]; computed: Value }) {
  const { number, language } = useText();
  const exact = <>{number(printed.count)}{printed.base !== null && <RatioBase base={printed.base} />}</>;
  return (
    <li className={classes.line}>
      <span className={classes.value}>{printed.printedAs === null ? exact : printedText(printed, language)}</span>
      <AgreementMark printed={printed} computed={computed} />
      <span className={classes.source}>{printed.source}</span>
    </li>
  );
}

function RatioBase({ base }: { base: number }) {
  const { t, number } = useText();
  return <span className={classes.base}>{t(figuresWeb.ratio, { count: '', base: number(base) })}</span>;
}

export function AgreementMark({ printed, computed }: { readonly printed: Pick<ValueAnswer['printed'][number], 'count' | 'printedAs' | 'agrees'>; readonly computed: Pick<Value, 'count'> }) {
  const { t, difference } = useText();
  if (printed.agrees) return <StatusMark status="done" label={t(figuresWeb.agrees)} />;
  const off = printed.printedAs === null ? computed.count - printed.count : 0;
  return <StatusMark status="late" label={off === 0 ? t(figuresWeb.differsBase) : t(figuresWeb.differs, { difference: difference(off) })} />;
}
