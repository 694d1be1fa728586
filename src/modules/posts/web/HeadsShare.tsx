/** How the share of heads who are members went: the figure `heads.members` at the end of each quarter of five years. */
import { useMemo } from 'react';
import { useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useSession } from '../../../shell/session.ts';
import { figuresContract, type SeriesAnswer } from '../../../figures/figures.contract.ts';
import { figureHref } from '../../../figures/web/figure.address.ts';
import type { Writing } from '../../../ui/language.tsx';
import { Chart } from '../../../ui/Chart.tsx';
import type { ChartData } from '../../../ui/chart.ts';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { postsWeb as texts } from './posts.web.messages.ts';
import classes from './posts.module.css';

const FIGURE = 'heads.members';
const YEARS_BACK = 4;

export function HeadsShare({ unitId }: { readonly unitId: string | undefined }) {
  const { mayVisit, home } = useSession();
  const unit = unitId ?? home?.unitId;
  if (!mayVisit.includes('figure.read')) return null;
  return unit ? <ShareChart unit={unit} /> : <ChooseUnit />;
}

function ShareChart({ unit }: { readonly unit: string }) {
  const writing = useText();
  const { t, share, number, day: writtenDay } = writing;
  const { day } = useAsOf();
  const series = useProcedure(figuresContract.series, { figure: FIGURE, unit, on: day, from: `${Number(day.slice(0, 4)) - YEARS_BACK}-01-01`, step: 'quarter' }, { keepPrevious: true });
  const data = useMemo(() => series.data && chartOf(series.data, writing), [series.data, writing]);
  if (series.error) return <ProblemNotice problem={series.error} onRetry={() => void series.refetch()} />;
  const last = series.data?.points.at(-1);
  if (!data || !last || !series.data) return null;
  // A Party unit above the communes may have no territory of its own: nothing was counted there.
  if (series.data.points.every((point) => !point.base)) return <ChooseUnit />;
  const { percent, ratio } = share({ count: last.count, base: last.base ?? 0 });
  const caption = t(texts.shareCaption, { unit: series.data.asked.unit.name, day: writtenDay(last.to), ratio, percent });
  return (
    <div style={{ marginBlock: '2rem' }}>
      <Chart title={t(texts.share)} caption={caption} data={data} format={(value) => `${number(value)}%`} />
      <p style={{ marginTop: '0.5rem' }} data-screen-only><PageLink href={figureHref({ figure: FIGURE, unit })}>{t(texts.shareOpen)}</PageLink></p>
    </div>
  );
}

function ChooseUnit() {
  const { t } = useText();
  return <p className={classes.soft} style={{ marginBlock: '2rem' }} data-screen-only>{t(texts.shareChoose)}</p>;
}

/** Quarters before the first head was in post have no share: a gap, not a zero. */
function chartOf({ points }: SeriesAnswer, { t }: Writing): ChartData {
  return {
    kind: 'line',
    categoryTitle: t(texts.dayColumn),
    categories: points.map(({ to }) => t(texts.quarter, { quarter: Math.ceil(Number(to.slice(5, 7)) / 3), year: to.slice(0, 4) })),
    series: [{ name: t(texts.shareSeries), values: points.map((point) => point.share) }],
  };
}
