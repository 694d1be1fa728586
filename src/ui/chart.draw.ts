/** Draws a chart with ECharts; fetched only when a chart is in sight. Bars begin at zero, series are named where they end. */
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { needsKey, type ChartData } from './chart.ts';

use([BarChart, LineChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

/** Many bars lie down, so that long Vietnamese names can be read. */
const LIE_DOWN_FROM = 6;
/** A wide first label reaches under the lowest number of the other axis: it stands clear below that. */
const BELOW_AXIS_PX = 18;
const DASHES = ['solid', 'dashed', 'dotted'] as const;

export interface ChartLook {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly surface: string;
  readonly palette: readonly string[];
  readonly format: (value: number) => string;
  readonly width: number;
}

export function drawChart(place: HTMLElement, { data, look }: { data: ChartData; look: ChartLook }): EChartsType {
  const chart = init(place, null, { renderer: 'svg' });
  chart.setOption(optionOf(data, look));
  return chart;
}

export function lies(data: ChartData): boolean {
  return data.kind === 'bar' && (data.categories.length >= LIE_DOWN_FROM || data.categories.some((name) => name.length > 14));
}

function isNamedAtEnd(data: ChartData): boolean {
  return data.kind === 'line' && data.series.length > 1 && !needsKey(data);
}

/** Counts have no halves on their axis. */
function isWhole(data: ChartData): boolean {
  return data.series.every(({ values }) => values.every((value) => value === null || Number.isInteger(value)));
}

function optionOf(data: ChartData, look: ChartLook) {
  const text = { fontFamily: 'Be Vietnam Pro, sans-serif', fontSize: 14, color: look.soft };
  const isLying = lies(data);
  const categoryAxis = {
    type: 'category' as const, data: [...data.categories], inverse: isLying, axisTick: { show: false }, axisLine: { lineStyle: { color: look.line } },
    axisLabel: { ...text, width: isLying ? Math.min(look.width * 0.38, 240) : undefined, overflow: 'break' as const, ...(isLying ? { interval: 0 } : { hideOverlap: true, margin: BELOW_AXIS_PX }) },
  };
  const valueAxis = { type: 'value' as const, min: data.kind === 'bar' ? 0 : undefined, splitNumber: 4, ...(isWhole(data) ? { minInterval: 1 } : {}), axisLabel: { ...text, formatter: look.format }, splitLine: { lineStyle: { color: look.line } } };
  return {
    animation: false, textStyle: text, color: [...look.palette], backgroundColor: 'transparent',
    grid: { left: 4, right: isNamedAtEnd(data) ? 130 : 36, top: 28, bottom: 4, containLabel: true },
    tooltip: { trigger: 'axis' as const, backgroundColor: look.surface, borderColor: look.line, textStyle: { ...text, color: look.ink }, valueFormatter: (value: unknown) => (typeof value === 'number' ? look.format(value) : '–') },
    xAxis: isLying ? valueAxis : categoryAxis,
    yAxis: isLying ? categoryAxis : valueAxis,
    series: data.series.map((series, index) => ({ ...seriesOf({ data, look, series, index, text }), ...(index === 0 ? markedAt(data, look, text) : {}) })),
  };
}

function markedAt({ marks = [], ...data }: ChartData, look: ChartLook, text: object) {
  if (marks.length === 0) return {};
  const isLying = lies(data);
  return {
    markLine: {
      silent: true, animation: false, symbol: 'none', lineStyle: { color: look.ink, type: 'dashed' as const, width: 1.25 },
      // The words stand on the side where the drawing has room.
      data: marks.map((mark) => ({ ...(isLying ? { yAxis: mark.at } : { xAxis: mark.at }), label: { ...text, color: look.ink, show: true, formatter: mark.text, rotate: 0, position: 'end' as const, align: mark.at > data.categories.length / 2 && !isLying ? 'right' as const : 'left' as const } })),
    },
  };
}

function seriesOf({ data, look, series, index, text }: { data: ChartData; look: ChartLook; series: ChartData['series'][number]; index: number; text: object }) {
  const isMany = data.series.length > 1;
  const label = { ...text, color: look.ink };
  const written = ({ value }: { value: unknown }) => (typeof value === 'number' ? look.format(value) : '');
  if (data.kind === 'bar') {
    return { type: 'bar' as const, clip: false, name: series.name, data: [...series.values], barMaxWidth: 26, label: { ...label, show: true, position: lies(data) ? 'right' as const : 'top' as const, formatter: written } };
  }
  const last = series.values.findLastIndex((value) => value !== null);
  const points = series.values.map((value, at) => ({
    value: value ?? '-',
    label: { ...label, show: !isMany && (at === last || at === 0), formatter: written, position: 'top' as const },
  }));
  return {
    type: 'line' as const, clip: false, name: series.name, data: points, symbolSize: 7, symbol: 'circle', showSymbol: points.length <= 24,
    lineStyle: { width: 2.25, type: DASHES[index % DASHES.length] ?? 'solid' },
    ...(isNamedAtEnd(data) ? { endLabel: { ...label, show: true, width: 120, overflow: 'break' as const, formatter: series.name } } : {}),
  };
}
