/** By when the clauses are to be answered and how many still are: the first thing to know where one answers. */
import { useAsOf } from '../../../shell/asOf.ts';
import { useText } from '../../../ui/language.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import type { AskedUnit } from './cascade.words.ts';
import { radarTexts as texts } from './radar.messages.ts';

export function AnswersDue({ asked: { steps, clauses } }: { readonly asked: AskedUnit }) {
  const { t, day, number } = useText();
  const { day: on } = useAsOf();
  const dueOn = steps.find(({ step }) => step === 'answered')?.dueOn ?? null;
  const open = number(clauses.filter(({ answer }) => answer === null).length);
  if (clauses.every(({ answer }) => answer !== null)) return <StatusMark status="done" label={t(texts.allAnswered, { count: number(clauses.length) })} />;
  if (dueOn === null) return <StatusMark status="silent" label={t(texts.toAnswer, { open })} />;
  return dueOn < on ? <StatusMark status="very-late" label={t(texts.toAnswerLate, { day: day(dueOn), open })} /> : <StatusMark status="due-soon" label={t(texts.toAnswerBy, { day: day(dueOn), open })} />;
}
