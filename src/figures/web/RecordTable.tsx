/** Records as the server lists them: its own columns, links to people, units, meetings and documents, more by key. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call } from '../../shell/api.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { useText, type Writing } from '../../ui/language.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import type { Column } from '../../ui/table.ts';
import type { RecordColumn, RecordPage } from '../figures.contract.ts';
import { figuresWeb } from './figures.web.messages.ts';
import classes from './RecordTable.module.css';

type Row = RecordPage['items'][number];

export interface RecordTableProps {
  readonly label: string;
  /** Begins with the name of the procedure, so that an act of its module asks afresh. */
  readonly queryKey: readonly unknown[];
  readonly ask: (ask: typeof call, page: { cursor?: string }) => Promise<RecordPage>;
  /** How many the value counts; the reader may see fewer of them. */
  readonly total: number | undefined;
  readonly empty?: React.ReactNode;
}

const PAGES: Readonly<Record<NonNullable<RecordColumn['link']>, string>> = { person: '/con-nguoi', unit: '/don-vi', meeting: '/sinh-hoat', document: '/van-ban', task: '/viec', shortcoming: '/han-che', petition: '/kien-nghi', visit: '/bam-co-so/tham' };

/** Where a thing of that sort has its page. */
export function linkHref(link: NonNullable<RecordColumn['link']>, id: string): string {
  return `${PAGES[link]}/${id}`;
}

/** Columns from here on are there to be chosen. */
const SHOWN = 6;

export function RecordTable({ label, queryKey, ask, total, empty }: RecordTableProps) {
  const writing = useText();
  const { t, number } = writing;
  const query = useInfiniteQuery({
    queryKey: [...queryKey, 'rows'],
    queryFn: ({ pageParam }) => ask(call, pageParam ? { cursor: pageParam } : {}),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const first = query.data?.pages[0];
  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items), [query.data]);
  const columns = useMemo(() => (first?.columns ?? []).map((column, index) => columnOf({ column, index, writing })), [first?.columns, writing]);
  const lead = first?.columns[0];
  if (query.error) return <ProblemNotice problem={query.error} onRetry={() => void query.refetch()} />;
  const isPart = first !== undefined && total !== undefined && first.total < total;
  return (
    <>
      {isPart && <p className={classes.part}>{t(figuresWeb.recordsPart, { count: number(first.total), total: number(total) })}</p>}
      <DataTable
        label={label}
        columns={columns.length > 0 ? columns : [{ id: 'cho', title: label, cell: () => null }]}
        rows={rows}
        rowId={({ id }) => id}
        rowName={(row) => (lead ? written(lead, row, writing) : '')}
        rowHref={(row) => (lead ? hrefOf(lead, row) : undefined)}
        countText={first && t(figuresWeb.recordsCount, { count: number(first.total) })}
        more={query.hasNextPage ? { load: () => void query.fetchNextPage(), loading: query.isFetchingNextPage } : undefined}
        empty={empty}
      />
    </>
  );
}

function columnOf({ column, index, writing }: { column: RecordColumn; index: number; writing: Writing }): Column<Row> {
  return {
    id: column.id,
    title: writing.t(column.title),
    // The first column is the link of its row.
    cell: (row) => (index > 0 && column.link ? <Linked column={column} row={row} text={written(column, row, writing)} /> : written(column, row, writing)),
    ...(column.kind === 'number' ? { align: 'end' as const } : {}),
    priority: index === 0 ? 1 : index < 4 ? 2 : 3,
    hidden: index >= SHOWN,
  };
}

function Linked({ column, row, text }: { column: RecordColumn; row: Row; text: string }) {
  const href = hrefOf(column, row);
  return href ? <PageLink href={href} className={classes.link}>{text}</PageLink> : text;
}

function hrefOf({ id, link }: RecordColumn, row: Row): string | undefined {
  const target = row.links[id];
  return target && link ? linkHref(link, target) : undefined;
}

function written({ id, kind, buckets }: RecordColumn, { values }: Row, { t, day, number }: Writing): string {
  const value = values[id] ?? null;
  if (value === null) return '–';
  if (kind === 'bucket') return buckets.filter(({ code }) => String(value).split(',').includes(code)).map(({ label }) => t(label)).join(', ') || String(value);
  if (kind === 'day') return day(String(value));
  return kind === 'number' ? number(Number(value)) : String(value);
}
