/** Records what somebody else printed for exactly this question. What was typed stays when the server refuses. */
import { NumberInput, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useAct } from '../../shell/api.ts';
import { Act } from '../../ui/Act.tsx';
import { useText } from '../../ui/language.tsx';
import { isShownProblem, ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { useUndo } from '../../ui/UndoToast.tsx';
import { figuresContract, type FigureItem, type ValueAnswer } from '../figures.contract.ts';
import type { FigureQuestion } from './figure.address.ts';
import { figuresWeb } from './figures.web.messages.ts';
import classes from './Printed.module.css';

interface PrintFormProps {
  readonly figure: FigureItem;
  readonly question: FigureQuestion;
  readonly answer: ValueAnswer;
  readonly onClose: () => void;
}

export function PrintForm({ figure, question, answer, onClose }: PrintFormProps) {
  const { t, number } = useText();
  const tell = useUndo();
  const print = useAct(figuresContract.print, { touches: ['cases'] });
  const [count, setCount] = useState<number | string>('');
  const [base, setBase] = useState<number | string>('');
  const [source, setSource] = useState('');
  const [isTried, setTried] = useState(false);
  const save = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (count === '' || source.trim() === '') return;
    const { boundaries: _, ...place } = question;
    const input = { ...place, count: Number(count), source, ...(base === '' ? {} : { base: Number(base) }) };
    print.mutate(input, { onSuccess: () => { tell({ text: t(figuresWeb.printedAdded) }); onClose(); } });
  };
  const wrong = wrongField(print.error);
  return (
    <Sheet title={t(figuresWeb.printedAdd)} opened onClose={onClose}>
      <form className={classes.form} onSubmit={save} noValidate>
        <p>{t(figuresWeb.printedFor, { figure: t(figure.title), unit: answer.asked.unit.name, value: number(answer.value.count), words: t(answer.words) })}</p>
        <div className={classes.pair}>
          <NumberInput
            label={t(figuresWeb.printedCount)} value={count} onChange={setCount} min={0} allowDecimal={false} allowNegative={false} hideControls inputMode="numeric" required data-autofocus
            error={isTried && count === '' ? t(figuresWeb.missingCount) : wrong === 'count'}
          />
          {figure.isShare && (
            <NumberInput
              label={t(figuresWeb.printedBase)} description={t(figuresWeb.printedBaseHint)} value={base} onChange={setBase} min={0} allowDecimal={false} allowNegative={false} hideControls inputMode="numeric"
              error={wrong === 'base'}
            />
          )}
        </div>
        <TextInput
          label={t(figuresWeb.printedSource)} description={t(figuresWeb.printedSourceHint)} value={source} onChange={(event) => setSource(event.currentTarget.value)} maxLength={300} required
          error={isTried && source.trim() === '' ? t(figuresWeb.missingSource) : wrong === 'source'}
        />
        {print.error && <ProblemNotice problem={print.error} />}
        <div className={classes.buttons}><Act kind="main" submit busy={print.isPending}>{t(figuresWeb.save)}</Act></div>
      </form>
    </Sheet>
  );
}

function wrongField(problem: unknown): string | undefined {
  if (!isShownProblem(problem)) return undefined;
  if (problem.code === 'figures.printedOverBase') return 'base';
  const { fields } = problem.data;
  const first: unknown = Array.isArray(fields) ? fields[0] : undefined;
  return typeof first === 'object' && first !== null && 'field' in first ? String(first.field) : undefined;
}
