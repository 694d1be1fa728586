/** Two days of the same figure: both values, and which records came, went and stayed. The other day is that of the address (`so`). */
import { useProcedure } from '../../shell/api.ts';
import { useAsOf, usualDays } from '../../shell/asOf.ts';
import { Act } from '../../ui/Act.tsx';
import { DayInput } from '../../ui/DayInput.tsx';
import { useText } from '../../ui/language.tsx';
import { LineSkeletons } from '../../ui/Loading.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { Section } from '../../ui/Section.tsx';
import { figuresContract, type CompareAnswer } from '../figures.contract.ts';
import { AddressChoice, useAddressChoice } from './AddressChoice.tsx';
import classes from './Comparison.module.css';
import { CHANGE_PARAM, type FigureQuestion } from './figure.address.ts';
import { figuresWeb } from './figures.web.messages.ts';
import { RecordTable } from './RecordTable.tsx';
import { changeOf, type Change } from './tile.ts';

export function Comparison({ question }: { readonly question: FigureQuestion }) {
  const { t } = useText();
  const { compare, chooseCompare } = useAsOf();
  return (
    <Section
      title={t(figuresWeb.compareTitle)}
      acts={compare && <Act kind="quiet" onPress={() => chooseCompare(undefined)}>{t(figuresWeb.compareStop)}</Act>}
      {...(compare ? {} : { description: t(figuresWeb.compareChoose) })}
    >
      <ChooseDay />
      {compare && <Compared question={question} before={compare} />}
    </Section>
  );
}

function ChooseDay() {
  const { t } = useText();
  const { day, compare, chooseCompare } = useAsOf();
  return (
    <div className={classes.choose} data-screen-only>
      <DayInput label={t(figuresWeb.compareDay)} value={compare} onChange={chooseCompare} />
      {!compare && usualDays(day).map((choice) => <Act key={choice.id} onPress={() => chooseCompare(choice.day)}>{t(figuresWeb[choice.id])}</Act>)}
    </div>
  );
}

const CHANGES = [
  { id: 'them', change: 'added', none: figuresWeb.noneAdded },
  { id: 'bot', change: 'removed', none: figuresWeb.noneRemoved },
  { id: 'giu', change: 'unchanged', none: figuresWeb.noneUnchanged },
] as const;

function Compared({ question, before }: { question: FigureQuestion; before: string }) {
  const answer = useProcedure(figuresContract.compare, { ...question, before }, { keepPrevious: true });
  if (answer.error) return <ProblemNotice problem={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <LineSkeletons count={4} />;
  return <><BothValues answer={answer.data} /><Changes answer={answer.data} question={question} before={before} /></>;
}

function BothValues({ answer }: { answer: CompareAnswer }) {
  const { t, number, share, day, difference } = useText();
  const changeWords = ({ kind, value }: Change) => (value === 0 ? t(figuresWeb.noChange) : kind === 'points' ? t(figuresWeb.percentPoints, { difference: difference(value) }) : difference(value));
  const change = changeOf({ value: answer.after, compared: answer.before });
  const written = (value: CompareAnswer['after']) => (value.base === null ? number(value.count) : `${share({ count: value.count, base: value.base }).ratio} · ${share({ count: value.count, base: value.base }).percent}`);
  return (
    <dl className={classes.values}>
      <div><dt>{day(answer.before.on)}</dt><dd>{written(answer.before)}</dd></div>
      <div><dt>{day(answer.after.on)}</dt><dd>{written(answer.after)}</dd></div>
      {change && (
        <div>
          <dt>{t(figuresWeb.compareChange)}</dt>
          <dd>{changeWords(change)}</dd>
        </div>
      )}
    </dl>
  );
}

function Changes({ answer, question, before }: { answer: CompareAnswer; question: FigureQuestion; before: string }) {
  const { t, number } = useText();
  const options = CHANGES.map(({ id, change, none }) => ({ id, change, none, label: t(figuresWeb[change]), count: number(answer[change] ?? 0) }));
  // What changed is shown before what stayed.
  const usual = options.find(({ change }) => (answer[change] ?? 0) > 0)?.id;
  const chosen = useAddressChoice(CHANGE_PARAM, options, usual);
  if (answer.added === null) return <p className={classes.none}>{t(figuresWeb.tooManyToCompare)}</p>;
  if (!chosen) return null;
  return (
    <>
      <AddressChoice label={t(figuresWeb.changes)} look="bare" param={CHANGE_PARAM} options={options} usual={usual} />
      {answer[chosen.change] === 0
        ? <p className={classes.none}>{t(chosen.none)}</p>
        : <ChangedRecords key={chosen.id} question={question} before={before} change={chosen.change} label={`${t(figuresWeb.changes)}: ${chosen.label}`} total={answer[chosen.change] ?? 0} />}
    </>
  );
}

interface ChangedRecordsProps {
  readonly question: FigureQuestion;
  readonly before: string;
  readonly change: (typeof CHANGES)[number]['change'];
  readonly label: string;
  readonly total: number;
}

function ChangedRecords({ question, before, change, label, total }: ChangedRecordsProps) {
  return (
    <RecordTable
      label={label}
      queryKey={['figures.compare', { ...question, before, change }]}
      total={total}
      ask={async (call, cursor) => {
        const { records } = await call(figuresContract.compare, { ...question, before, list: change, ...cursor });
        if (!records) throw new Error('a comparison that was asked for its records answered without them');
        return records;
      }}
    />
  );
}
