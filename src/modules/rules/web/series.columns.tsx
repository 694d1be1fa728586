/** The columns of a list of what was set over time: since when, for whom, by which document, and the act that ends it. */
import type { ReactNode } from 'react';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import type { Column } from '../../../ui/table.ts';
import type { Confidence } from '../rule.ts';
import { scopeName, sourceInWords } from './rule.words.ts';
import { rulesWeb as texts } from './rules.web.messages.ts';
import classes from './rules.module.css';

interface ListedEntry {
  readonly period: { readonly from: string; readonly to: string | null };
  readonly scope: { readonly name: string } | null;
  readonly confidence: Confidence;
  readonly replacedBy?: string | null;
  readonly setOn?: string | null;
  readonly maySet: boolean;
}

interface SeriesColumns<Row> {
  readonly rows: readonly Row[] | undefined;
  /** Stands behind the days: what is set. */
  readonly own?: readonly Column<Row>[];
  readonly paper: (row: Row) => ReactNode;
  readonly onEnd: (row: Row) => void;
}

export function useSeriesColumns<Row extends ListedEntry>({ rows, own = [], paper, onEnd }: SeriesColumns<Row>): readonly Column<Row>[] {
  const writing = useText();
  const { t, period } = writing;
  const end: Column<Row> = {
    id: 'act', title: t(texts.acts), priority: 2, width: '10rem',
    cell: (row) => mayEnd(row) && <span data-screen-only><Act kind="quiet" onPress={() => onEnd(row)}>{t(texts.endValue)}</Act></span>,
  };
  return [
    { id: 'since', title: t(texts.since), priority: 1, cell: (row) => period(row.period) },
    ...own,
    { id: 'scope', title: t(texts.scope), priority: 2, cell: (row) => scopeName(row, writing) },
    { id: 'document', title: t(texts.document), priority: 2, cell: (row) => <>{paper(row)}<span className={classes.soft}>{sourceInWords(row, writing)}</span></> },
    ...(rows?.some(mayEnd) ? [end] : []),
  ];
}

/** The country's is replaced, never ended. */
function mayEnd({ maySet, scope, period }: ListedEntry): boolean {
  return maySet && scope !== null && period.to === null;
}
