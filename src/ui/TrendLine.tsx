/** A small line of how a value went; the words of it stand in its label. */
import { useText } from './language.tsx';
import { trendPath } from './trend.ts';
import { uiMessages } from './ui.messages.ts';

export interface TrendLineProps {
  /** In order of time; a gap is `null`. */
  readonly values: readonly (number | null)[];
  readonly width?: number;
  readonly height?: number;
}

export function TrendLine({ values, width = 96, height = 28 }: TrendLineProps) {
  const { t, number } = useText();
  const known = values.filter((value) => value !== null);
  const first = known[0];
  const last = known.at(-1);
  if (first === undefined || last === undefined || known.length < 2) return null;
  const { line, end } = trendPath(values, { width, height });
  const label = t(uiMessages.trend, {
    first: number(first), last: number(last), least: number(Math.min(...known)), most: number(Math.max(...known)),
  });
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      <path d={line} fill="none" stroke="var(--ink-soft)" strokeWidth="1.75" strokeLinejoin="round" strokeLinecap="round" />
      <circle cx={end.x} cy={end.y} r="2.75" fill="var(--ink)" />
    </svg>
  );
}
