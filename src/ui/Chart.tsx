/** A bar or line chart that explains itself, with its table behind and three ways to take it along. */
import { useComputedColorScheme } from '@mantine/core';
import { IconCopy, IconFileTypeCsv, IconPhotoDown } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Act } from './Act.tsx';
import type * as drawing from './chart.draw.ts';
import { csvText } from '../platform/csv.ts';
import { chartRows, needsKey, tsvText, type ChartData } from './chart.ts';
import classes from './Chart.module.css';
import { saveFile } from './DownloadMenu.tsx';
import { useText } from './language.tsx';
import { watchPrinting } from './printing.ts';
import { uiMessages } from './ui.messages.ts';
import { savePicture } from './chart.picture.ts';

export interface ChartProps {
  readonly title: string;
  /** Base, day and boundaries in words. */
  readonly caption?: string;
  readonly data: ChartData;
  readonly format?: (value: number) => string;
}

export function Chart({ title, caption, data, format }: ChartProps) {
  const { number } = useText();
  const written = format ?? number;
  const place = useChart(data, written);
  return (
    <figure className={classes.figure}>
      <figcaption>
        <strong className={classes.title}>{title}</strong>
        {needsKey(data) && <span className={classes.key}>{data.series.map((series, index) => <span key={series.name} style={{ '--swatch': `var(--chart-${index})` } as React.CSSProperties}>{series.name}</span>)}</span>}
        {caption && <span className={classes.caption}>{caption}</span>}
      </figcaption>
      <div ref={place} className={classes.drawing} style={{ height: heightOf(data) }} aria-hidden />
      <ChartActs title={title} data={data} place={place} />
      <ChartTable title={title} data={data} format={written} />
    </figure>
  );
}

/** Draws when the chart comes near or the page is printed, and draws again when size or colours change. */
function useChart(data: ChartData, format: (value: number) => string) {
  const place = useRef<HTMLDivElement>(null);
  const written = useRef(format);
  useEffect(() => { written.current = format; });
  const scheme = useComputedColorScheme('light');
  const { language } = useText();
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    let chart: { resize: () => void; dispose: () => void } | undefined;
    let isGone = false;
    let drawnWidth = 0;
    const resized = new ResizeObserver(() => {
      if (element.clientWidth === drawnWidth) return;
      drawnWidth = element.clientWidth;
      chart?.resize();
    });
    const draw = ({ drawChart }: Drawing) => {
      if (isGone) return;
      chart?.dispose();
      const format = (value: number) => written.current(value);
      chart = drawChart(element, { data, look: { ...lookOf(element), format, width: element.clientWidth } });
      drawnWidth = element.clientWidth;
      resized.observe(element);
    };
    // Drawn once, and again in the colours of paper and back.
    const seen = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      seen.disconnect();
      void fetchDrawing().then((drawing) => { if (!chart) draw(drawing); }, () => undefined);
    }, { rootMargin: '200px' });
    seen.observe(element);
    // The printer doesn't wait, so the code must be here by then.
    const stopFetching = whenIdle(() => void fetchDrawing().catch(() => undefined));
    const stopWatching = watchPrinting(() => { if (fetched) draw(fetched); });
    return () => {
      isGone = true;
      seen.disconnect();
      stopFetching();
      stopWatching();
      resized.disconnect();
      chart?.dispose();
    };
  }, [data, scheme, language]);
  return place;
}

type Drawing = Pick<typeof drawing, 'drawChart'>;

let fetched: Drawing | undefined;

async function fetchDrawing(): Promise<Drawing> {
  fetched = await import('./chart.draw.ts');
  return fetched;
}

/** Safari has no idle time to ask for. */
function whenIdle(act: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(act, 2_000);
    return () => clearTimeout(timer);
  }
  const turn = requestIdleCallback(act, { timeout: 5_000 });
  return () => cancelIdleCallback(turn);
}

function lookOf(element: HTMLElement) {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: colour('--ink'), soft: colour('--ink-soft'), line: colour('--line'), surface: colour('--surface'),
    palette: [0, 1, 2, 3].map((index) => colour(`--chart-${index}`)),
  };
}

function heightOf(data: ChartData): string {
  const lines = data.kind === 'bar' ? data.categories.length * Math.max(1, data.series.length * 0.8) : 0;
  return `${Math.max(18, lines * 2.25 + 4)}rem`;
}

function ChartActs({ title, data, place }: { title: string; data: ChartData; place: React.RefObject<HTMLDivElement | null> }) {
  const { t, language } = useText();
  const [isCopied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(tsvText(chartRows(data))).then(() => setCopied(true));
  const csv = () => saveFile({ name: `${title}.csv`, content: new Blob([csvText(chartRows(data), language)], { type: 'text/csv' }) });
  const picture = () => { if (place.current) void savePicture(place.current, { title }); };
  return (
    <div className={classes.acts} data-screen-only>
      <Act kind="quiet" icon={<IconCopy size={18} aria-hidden />} onPress={() => void copy()}>{t(isCopied ? uiMessages.copied : uiMessages.copyTable)}</Act>
      <Act kind="quiet" icon={<IconPhotoDown size={18} aria-hidden />} onPress={picture}>{t(uiMessages.picture)}</Act>
      <Act kind="quiet" icon={<IconFileTypeCsv size={18} aria-hidden />} onPress={csv}>{t(uiMessages.csv)}</Act>
    </div>
  );
}

function ChartTable({ title, data, format }: { title: string; data: ChartData; format: (value: number) => string }) {
  const { t } = useText();
  const [head = [], ...rows] = chartRows(data);
  return (
    <details className={classes.details}>
      <summary>{t(uiMessages.tableBehind)}</summary>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={title}>
        <table className={classes.table}>
          <thead><tr>{head.map((cell, index) => <th key={index} scope="col">{cell}</th>)}</tr></thead>
          <tbody>
            {rows.map(([category, ...values]) => (
              <tr key={String(category)}>
                <th scope="row">{category}</th>
                {values.map((value, index) => <td key={index}>{typeof value === 'number' ? format(value) : '–'}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
