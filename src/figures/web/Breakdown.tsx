/** The figure by child unit or by dimension: a bar from zero in every row, and every row opens its own figure. Never a pie. */
import { useMemo, useState } from 'react';
import { useProcedure } from '../../shell/api.ts';
import { Act } from '../../ui/Act.tsx';
import { useAddressValue } from '../../ui/address.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { useText, type Writing } from '../../ui/language.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { Section } from '../../ui/Section.tsx';
import { parseSort, sortText, type Column } from '../../ui/table.ts';
import { figuresContract, type BreakdownAnswer, type FigureItem } from '../figures.contract.ts';
import { AddressChoice, useAddressChoice } from './AddressChoice.tsx';
import { Bar } from './Bar.tsx';
import { BreakdownActs } from './BreakdownActs.tsx';
import { barLength, isWholeSingle, isWithoutBase, lowestFirst, shownParts, sortedParts, type Part } from './breakdown.ts';
import classes from './Breakdown.module.css';
import { BY_PARAM, narrowed, SORT_PARAM, type FigureQuestion } from './figure.address.ts';
import { FigureNotes } from './FigureNotes.tsx';
import { figuresWeb } from './figures.web.messages.ts';

interface BreakdownProps {
  readonly figure: FigureItem;
  readonly question: FigureQuestion;
}

export function Breakdown({ figure, question }: BreakdownProps) {
  const writing = useText();
  const { t, number } = writing;
  const options = useWays(figure);
  const by = useAddressChoice(BY_PARAM, options)?.id ?? 'child';
  const answer = useProcedure(figuresContract.breakdown, { ...question, by });
  const [wantedSort, setSort] = useAddressValue(SORT_PARAM);
  const sort = useMemo(() => parseSort(wantedSort), [wantedSort]);
  const { data } = answer;
  const [isAllWanted, setAllWanted] = useState(false);
  const seeksRest = figure.aimsAtAll && by === 'child';
  const rows = useMemo(() => data && (seeksRest && !sort ? lowestFirst(shownParts(data)) : sortedParts(shownParts(data), sort, writing)), [data, seeksRest, sort, writing]);
  const wholes = isAllWanted || !seeksRest ? [] : (rows ?? []).filter(isWholeSingle);
  const without = isAllWanted ? [] : (rows ?? []).filter(isWithoutBase);
  const left = new Set([...wholes, ...without]);
  const drawn = rows?.filter((part) => !left.has(part));
  const columns = useMemo(() => columnsOf({ data, figure, writing }), [data, figure, writing]);
  const href = (part: Part) => hrefOf({ part, by, question });
  const label = `${t(figure.title)} – ${options.find(({ id }) => id === by)?.label ?? ''}`;
  return (
    <Section title={t(figuresWeb.breakdownTitle)} acts={data && rows && rows.length > 0 && <BreakdownActs figure={figure} answer={data} parts={rows} title={label} />}>
      <AddressChoice label={t(figuresWeb.breakdownTitle)} look="bare" param={BY_PARAM} options={options} resets={[SORT_PARAM]} />
      {data && rows && rows.length > 0 && <p className={classes.sum}>{sumWords(data, writing)}</p>}
      {data && <FigureNotes notes={data.notes.filter(({ kind }) => kind === 'fewPeople')} question={question} />}
      {answer.error && <ProblemNotice problem={answer.error} onRetry={() => void answer.refetch()} />}
      {!answer.error && (drawn?.length !== 0 || left.size === 0) && (
        <DataTable
          label={label} columns={columns} rows={drawn} rowId={({ code }) => code} rowName={(part) => t(part.label)} rowHref={href}
          sort={sort} onSort={(next) => setSort(sortText(next))}
          countText={drawn && t(figuresWeb.rows, { count: number(drawn.length) })}
          empty={<p>{t(by === 'child' ? figuresWeb.leafUnit : figuresWeb.recordsEmpty)}</p>}
        />
      )}
      {!answer.error && left.size > 0 && <p className={classes.left}>{leftWords({ wholes: wholes.length, without: without.length }, writing)} <span data-screen-only><Act kind="quiet" onPress={() => setAllWanted(true)}>{t(figuresWeb.showAll, { count: number(rows?.length ?? 0) })}</Act></span></p>}
    </Section>
  );
}

function leftWords({ wholes, without }: { wholes: number; without: number }, { t, number }: Writing): string {
  return [wholes > 0 && t(figuresWeb.wholeSingles, { count: number(wholes) }), without > 0 && t(figuresWeb.withoutBase, { count: number(without) })].filter(Boolean).join(' ');
}

function useWays(figure: FigureItem) {
  const { t } = useText();
  return [{ id: 'child', label: t(figuresWeb.byChild) }, ...figure.dimensions.map(({ id, title }) => ({ id, label: t(title) }))];
}

function hrefOf({ part, by, question }: { part: Part; by: string; question: FigureQuestion }): string | undefined {
  if (by !== 'child') return narrowed(question, { filter: `${by}:${part.code}` });
  return part.unit ? narrowed(question, { unit: part.unit.id }) : undefined;
}

function sumWords({ kind, total }: BreakdownAnswer, { t, number }: Writing): string {
  if (kind === 'overlap') return t(figuresWeb.overlap, { total: number(total.count) });
  if (total.base === null) return t(figuresWeb.partition, { total: number(total.count) });
  return t(figuresWeb.partitionShare, { count: number(total.count), base: number(total.base) });
}

function columnsOf({ data, figure, writing }: { data: BreakdownAnswer | undefined; figure: FigureItem; writing: Writing }): readonly Column<Part>[] {
  const { t, number, share } = writing;
  const name: Column<Part> = { id: 'ten', title: t(data?.title ?? figuresWeb.byChild), cell: (part) => t(part.label), priority: 1, sortable: true };
  const most = Math.max(1, ...(data?.items ?? []).map(({ count }) => count));
  if (figure.isShare) {
    return [
      name,
      { id: 'tyLe', title: t(figuresWeb.share), cell: (part) => <Bar length={barLength(part, most)} text={share({ count: part.count, base: part.base ?? 0 }).percent} note={`· ${share({ count: part.count, base: part.base ?? 0 }).ratio}`} />, sortable: true, width: '40%' },
      { id: 'so', title: t(figuresWeb.count), cell: ({ count }) => number(count), align: 'end', sortable: true, priority: 3 },
      { id: 'tong', title: t(figuresWeb.base), cell: ({ base }) => number(base ?? 0), align: 'end', sortable: true, priority: 3 },
    ];
  }
  const total = data?.total.count ?? 0;
  const isWhole = data?.kind === 'partition' && total > 0;
  return [
    name,
    { id: 'so', title: t(figuresWeb.count), cell: (part) => <Bar length={barLength(part, most)} text={number(part.count)} />, sortable: true, width: '50%' },
    ...(isWhole ? [{ id: 'tyTrong', title: t(figuresWeb.ofTotal), cell: ({ count }: Part) => share({ count, base: total }).percent, align: 'end' as const }] : []),
  ];
}
