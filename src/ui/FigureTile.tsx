/** A figure: the value big, its base in words under it, how it went, what changed since the other day; opens its page. */
import { Skeleton } from '@mantine/core';
import classes from './FigureTile.module.css';
import { useText } from './language.tsx';
import { PageLink } from './PageLink.tsx';
import { TrendLine } from './TrendLine.tsx';
import { uiMessages } from './ui.messages.ts';

export interface FigureTileProps {
  readonly title: string;
  /** As written: "5,5%", "1.234"; absent while it is being fetched. */
  readonly value: string | undefined;
  readonly unit?: string;
  /** The base in words: "8 trong 146 trưởng thôn · tính đến 09/08/2022". */
  readonly base?: string;
  readonly href: string;
  readonly trend?: readonly (number | null)[];
  /** Against the comparison day. `text` replaces the bare number (percentage points, for instance). */
  readonly difference?: { readonly value: number; readonly since: string; readonly text?: string };
}

export function FigureTile({ title, value, unit, base, href, trend, difference }: FigureTileProps) {
  return (
    <PageLink href={href} className={classes.tile}>
      <span className={classes.title}>{title}</span>
      {value === undefined ? <Skeleton height="2.5rem" width="45%" my={6} /> : (
        <span className={classes.line}>
          <span className={classes.value}>{value}{unit && <span className={classes.unit}> {unit}</span>}</span>
          {trend && <TrendLine values={trend} />}
        </span>
      )}
      {base && <span className={classes.base}>{base}</span>}
      {difference && <Difference {...difference} />}
    </PageLink>
  );
}

function Difference({ value, since, text }: { value: number; since: string; text?: string }) {
  const { t, difference, day } = useText();
  if (value === 0) return <span className={classes.difference}>{t(uiMessages.unchangedSince, { day: day(since) })}</span>;
  return (
    <span className={classes.difference}>
      <span aria-hidden>{value > 0 ? '▲ ' : '▼ '}</span>
      {t(uiMessages.since, { difference: text ?? difference(value), day: day(since) })}
    </span>
  );
}
