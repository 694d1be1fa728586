/** The value: big, with its base in words, the exact ratio and how it was rounded, what to know beside it, what was printed. */
import { Skeleton } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useProcedure } from '../../shell/api.ts';
import { useAsOf } from '../../shell/asOf.ts';
import { stringifySearch, type AddressSearch } from '../../ui/address.ts';
import { useText } from '../../ui/language.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { RulesInForce } from '../../modules/rules/web/RulesInForce.tsx';
import { figuresContract, type FigureItem, type Value, type ValueAnswer } from '../figures.contract.ts';
import { FigureNotes } from './FigureNotes.tsx';
import { RECORDS_PLACE, REST_SET, SET_PARAM, type FigureQuestion } from './figure.address.ts';
import classes from './FigureValue.module.css';
import { figuresWeb } from './figures.web.messages.ts';
import { chosenFilters } from './filters.ts';
import { leadOf } from './lead.ts';
import { Printed } from './Printed.tsx';
import { exactShare } from './ratio.ts';
import { restInWords } from './rest.ts';
import { changeOf } from './tile.ts';

interface FigureValueProps {
  readonly figure: FigureItem;
  readonly question: FigureQuestion;
}

export function FigureValue({ figure, question }: FigureValueProps) {
  const answer = useProcedure(figuresContract.value, question, { keepPrevious: true });
  if (answer.error) return <ProblemNotice problem={answer.error} onRetry={() => void answer.refetch()} />;
  return (
    <div className={classes.columns} aria-busy={answer.isPlaceholderData || undefined}>
      <section className={classes.card} data-stale={answer.isPlaceholderData || undefined}>
        {answer.data ? <Shown figure={figure} question={question} answer={answer.data} /> : <Waiting />}
      </section>
      <Printed figure={figure} question={question} answer={answer.data} />
    </div>
  );
}

function Shown({ figure, question, answer }: FigureValueProps & { answer: ValueAnswer }) {
  const writing = useText();
  const { t } = writing;
  const lead = leadOf({ figure, value: answer.value, words: t(answer.words), writing });
  const filters = chosenFilters(question.filter, figure.dimensions)
    .map(({ dimension, buckets }) => `${t(dimension.title)} – ${buckets.map(({ label }) => t(label)).join(', ')}`);
  return (
    <>
      <p className={classes.value}>{lead.big}</p>
      <p className={classes.words}>{lead.words}{lead.percent !== undefined && <span className={classes.percent}> · {lead.percent}</span>}</p>
      <Rest figure={figure} value={answer.value} />
      {figure.recordedOf !== null && <NotRecorded all={figure.recordedOf} question={question} recorded={answer.value.base ?? 0} />}
      {filters.length > 0 && <p>{t(figuresWeb.filteredBy, { filters: filters.join('; ') })}</p>}
      {question.boundaries === 'today' && <p>{t(figuresWeb.onTodaysBoundaries)}</p>}
      <RulesInForce keys={figure.rules} unitId={question.unit} on={question.on} />
      <HowRounded value={answer.value} />
      <SinceCompared question={question} isFlow={figure.kind === 'flow'} />
      <FigureNotes notes={answer.notes} question={question} />
    </>
  );
}

/** How many there are of which nothing is recorded: they are in neither number. */
function NotRecorded({ all, question, recorded }: { readonly all: string; readonly question: FigureQuestion; readonly recorded: number }) {
  const { t, number } = useText();
  const answer = useProcedure(figuresContract.value, { ...question, figure: all });
  const left = answer.data ? answer.data.value.count - recorded : 0;
  return left > 0 ? <p>{t(figuresWeb.notRecorded, { count: number(left) })}</p> : null;
}

/** Who is still missing is often what was looked for: leads to their list, which stands further below. */
function Rest({ figure, value }: { figure: FigureItem; value: Value }) {
  const writing = useText();
  const search = useSearch({ strict: false }) as AddressSearch;
  const words = restInWords({ figure, value, writing });
  if (words === undefined) return null;
  return <p><PageLink href={`.${stringifySearch({ ...search, [SET_PARAM]: REST_SET })}#${RECORDS_PLACE}`}>{words}</PageLink></p>;
}

function HowRounded({ value }: { value: Value }) {
  const { t, number, share, language } = useText();
  if (value.base === null) return null;
  if (value.base === 0) return <p className={classes.ratio}>{t(figuresWeb.noBase)}</p>;
  const { exact, isWhole } = exactShare({ count: value.count, base: value.base }, language);
  const rounded = share({ count: value.count, base: value.base }).percent;
  const ratio = `${number(value.count)}/${number(value.base)}`;
  return <p className={classes.ratio}>{t(isWhole ? figuresWeb.exactly : figuresWeb.howRounded, { ratio, exact, rounded })}</p>;
}

function SinceCompared({ question, isFlow }: { question: FigureQuestion; isFlow: boolean }) {
  const { t, difference, day } = useText();
  const { compare } = useAsOf();
  const isAsked = compare !== undefined && !isFlow;
  const answer = useProcedure(figuresContract.compare, { ...question, before: compare ?? question.on }, { enabled: isAsked });
  const change = answer.data && changeOf({ value: answer.data.after, compared: answer.data.before });
  if (!isAsked || !change) return null;
  if (change.value === 0) return <p className={classes.change}>{t(figuresWeb.sameAsCompared, { day: day(compare) })}</p>;
  const words = change.kind === 'points' ? t(figuresWeb.percentPoints, { difference: difference(change.value) }) : difference(change.value);
  return (
    <p className={classes.change}>
      <span aria-hidden>{change.value > 0 ? '▲ ' : '▼ '}</span>{t(figuresWeb.sinceCompared, { difference: words, day: day(compare) })}
    </p>
  );
}

function Waiting() {
  return <><Skeleton height="4rem" width="9rem" mb="sm" /><Skeleton height="1.1rem" width="80%" mb="sm" /><Skeleton height="1.1rem" width="55%" /></>;
}
