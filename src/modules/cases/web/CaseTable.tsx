/** Figures of one case; each row opens the figure as it was asked. */
import { useMemo } from 'react';
import { figureHref } from '../../../figures/web/figure.address.ts';
import { printedText } from '../../../figures/words.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { useText, type Writing } from '../../../ui/language.tsx';
import { useProblemText } from '../../../ui/ProblemNotice.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import type { Column } from '../../../ui/table.ts';
import type { CaseFigure } from '../case.contract.ts';
import { casesWeb } from '../cases.web.messages.ts';
import classes from './CaseTable.module.css';

export function CaseTable({ label, figures }: { readonly label: string; readonly figures: readonly CaseFigure[] }) {
  const writing = useText();
  const problemText = useProblemText();
  const columns = useMemo(() => columnsOf(writing, problemText), [writing, problemText]);
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={figures}
      rowId={({ id }) => id}
      rowName={({ title }) => writing.t(title)}
      rowHref={({ figure, unit, from, asOf, filter }) => figureHref({ figure, unit: unit.id, from: from ?? undefined, on: asOf, filter })}
    />
  );
}

function columnsOf({ t, day, number, share, period, language }: Writing, problemText: (problem: unknown) => string): readonly Column<CaseFigure>[] {
  const written = ({ count, base }: { count: number; base: number | null }) =>
    base === null ? number(count) : `${t(casesWeb.ratio, { count: number(count), base: number(base) })} · ${share({ count, base }).percent}`;
  return [
    { id: 'soLieu', title: t(casesWeb.figure), cell: ({ id, title }) => <><span className={classes.id}>{id.split('.', 1)[0]}</span> {t(title)}</>, priority: 1, width: '32%' },
    { id: 'donVi', title: t(casesWeb.unit), cell: ({ unit }) => unit.name, priority: 2 },
    { id: 'ngay', title: t(casesWeb.day), cell: ({ from, asOf }) => (from === null ? day(asOf) : period({ from, to: asOf })), priority: 2 },
    { id: 'congBo', title: t(casesWeb.printed), cell: ({ printed }) => <Value text={printed.printedAs === null ? written(printed) : printedText(printed, language)} names={printed.names} />, priority: 2 },
    { id: 'tinh', title: t(casesWeb.computed), cell: ({ computed, printed, problem }) => (computed ? <Value text={written(printed.base === null ? { ...computed, base: null } : computed)} names={computed.names} /> : problemText(problem)), priority: 2 },
    { id: 'ketQua', title: t(casesWeb.result), cell: ({ computed, agrees }) => (computed ? <StatusMark status={agrees ? 'done' : 'late'} label={t(agrees ? casesWeb.agrees : casesWeb.differs)} /> : <StatusMark status="silent" label={t(casesWeb.notComputed)} />), priority: 2 },
    { id: 'nguon', title: t(casesWeb.source), cell: ({ source }) => source, priority: 3, hidden: true },
  ];
}

function Value({ text, names }: { text: string; names: readonly string[] }) {
  return <span className={classes.value}>{text}{names.length > 0 && <span className={classes.names}>{names.join(', ')}</span>}</span>;
}
