/** How the figure went: its value on the last day of each month, quarter or year, or what happened in each of them. */
import { useMemo } from 'react';
import { useProcedure } from '../../shell/api.ts';
import { isEmpty, type ChartData } from '../../ui/chart.ts';
import { Chart } from '../../ui/Chart.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useText, type Writing } from '../../ui/language.tsx';
import { LineSkeletons } from '../../ui/Loading.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { Section } from '../../ui/Section.tsx';
import { figuresContract, type FigureItem, type SeriesAnswer } from '../figures.contract.ts';
import { AddressChoice, useAddressChoice } from './AddressChoice.tsx';
import { RANGE_PARAM, STEP_PARAM, type FigureQuestion } from './figure.address.ts';
import { figuresWeb } from './figures.web.messages.ts';
import { mergesIn, type Merge } from './merges.ts';
import { RANGES, rangeStart, STEPS } from './range.ts';
import { trendOf } from './tile.ts';
import { useUnitPage } from './UnitPicker.tsx';

export function Series({ figure, question }: { readonly figure: FigureItem; readonly question: FigureQuestion }) {
  const writing = useText();
  const { t, day, number, percent } = writing;
  const steps = STEPS.map(({ id, step }) => ({ id, step, label: t(figuresWeb[step]) }));
  const ranges = RANGES.map(({ id, years }) => ({ id, years, label: t(figuresWeb[`range${years}`]) }));
  const step = useAddressChoice(STEP_PARAM, steps)?.step ?? 'month';
  const years = useAddressChoice(RANGE_PARAM, ranges)?.years ?? 1;
  const from = rangeStart({ on: question.on, years });
  const answer = useProcedure(figuresContract.series, { ...question, from, step }, { keepPrevious: true });
  const page = useUnitPage(question.unit).data;
  // On today's boundaries what was taken in counts before as well: nothing leaps.
  const merges = useMemo(() => (answer.data && page && question.boundaries === 'day' ? mergesIn(answer.data.points, page) : []), [answer.data, page, question.boundaries]);
  const data = useMemo(() => answer.data && chartOf({ answer: answer.data, figure, merges, writing }), [answer.data, figure, merges, writing]);
  const what = t(figure.kind === 'state' ? figuresWeb.seriesState : figure.isShare ? figuresWeb.seriesFlowShare : figuresWeb.seriesFlow);
  const format = useMemo(() => (figure.isShare ? percent : number), [figure.isShare, number, percent]);
  return (
    <Section title={t(figuresWeb.seriesTitle)} acts={<><AddressChoice label={t(figuresWeb.step)} param={STEP_PARAM} options={steps} /><AddressChoice label={t(figuresWeb.range)} param={RANGE_PARAM} options={ranges} /></>}>
      {answer.error && <ProblemNotice problem={answer.error} onRetry={() => void answer.refetch()} />}
      {!answer.error && !data && <LineSkeletons count={6} />}
      {!answer.error && data && isEmpty(data) && <EmptyState title={t(figuresWeb.seriesEmpty)} why={t(figuresWeb.seriesEmptyWhy)} />}
      {!answer.error && data && answer.data && !isEmpty(data) && (
        <Chart title={t(figure.title)} caption={t(figuresWeb.caption, { unit: answer.data.asked.unit.name, what, day: day(answer.data.asked.on) })} data={data} format={format} />
      )}
      {page && merges.map(({ on, units }) => <p key={on}>{t(figuresWeb.mergedOn, { day: day(on), unit: page.name, units: units.map(({ name }) => name).join(', ') })}</p>)}
    </Section>
  );
}

function chartOf({ answer, figure, merges, writing }: { answer: SeriesAnswer; figure: FigureItem; merges: readonly Merge[]; writing: Writing }): ChartData {
  const { t, day, period } = writing;
  const isFlow = figure.kind === 'flow';
  return {
    kind: isFlow ? 'bar' : 'line',
    categoryTitle: t(figuresWeb.point),
    categories: answer.points.map((point) => (isFlow ? period(point) : day(point.to))),
    series: [{ name: t(figure.isShare ? figuresWeb.share : figuresWeb.count), values: trendOf({ figure, series: answer.points }) }],
    marks: merges.map(({ on, at }) => ({ at, text: t(figuresWeb.mergedMark, { day: day(on) }) })),
  };
}
