/** The table form of a DataTable, for desks. Only the rows in sight are drawn once there are many. */
import { Checkbox, Skeleton, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type KeyboardEvent } from 'react';
import type { DataTableProps } from './DataTable.tsx';
import classes from './DataTable.module.css';
import { useText } from './language.tsx';
import { PageLink } from './PageLink.tsx';
import { useGo } from './address.ts';
import { nextSort, type Column } from './table.ts';
import { uiMessages } from './ui.messages.ts';
import { usePrinting } from './usePrinting.ts';

const VIRTUAL_FROM = 100;
/** Up to here a table stands whole on the page, without a frame that scrolls by itself. */
const WHOLE_UP_TO = 25;
const SKELETON_ROWS = 8;
const ROW_PX = 49;

export function RowsTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, rowId, label, selection } = props;
  const frame = useRef<HTMLDivElement>(null);
  const isPrinting = usePrinting();
  const isVirtual = !isPrinting && (rows?.length ?? 0) > VIRTUAL_FROM;
  const virtual = useVirtualizer({
    count: isVirtual ? rows?.length ?? 0 : 0,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const drawn = isVirtual ? items.map((item) => ({ index: item.index, row: rows?.[item.index] })) : (rows ?? []).map((row, index) => ({ index, row }));
  const before = items[0]?.start ?? 0;
  const after = isVirtual ? virtual.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;
  const width = columns.length + (selection ? 1 : 0);
  return (
    <div className={classes.frame} ref={frame} data-virtual={isVirtual || undefined} data-whole={(rows?.length ?? 0) <= WHOLE_UP_TO || undefined} tabIndex={0} role="region" aria-label={label}>
      <table className={classes.table} aria-rowcount={rows ? rows.length + 1 : undefined} aria-busy={!rows}>
        <Head {...props} />
        <tbody onKeyDown={moveBetweenRows}>
          {!rows && Array.from({ length: SKELETON_ROWS }, (_, index) => <SkeletonRow key={index} width={width} />)}
          {isVirtual && before > 0 && <Gap height={before} width={width} />}
          {drawn.map(({ index, row }) => row !== undefined && (
            <BodyRow key={rowId(row)} {...props} row={row} index={index} measure={isVirtual ? virtual.measureElement : undefined} />
          ))}
          {isVirtual && after > 0 && <Gap height={after} width={width} />}
        </tbody>
      </table>
    </div>
  );
}

function Head<Row>({ columns, rows, rowId, sort, onSort, selection }: DataTableProps<Row>) {
  const { t } = useText();
  const all = rows?.map(rowId) ?? [];
  const isAll = selection !== undefined && all.length > 0 && all.every((id) => selection.chosen.has(id));
  return (
    <thead>
      <tr>
        {selection && (
          <th scope="col" className={classes.tick} data-screen-only>
            <Checkbox aria-label={t(uiMessages.chooseAll)} checked={isAll} onChange={() => selection.onChange(new Set(isAll ? [] : all))} />
          </th>
        )}
        {columns.map((column) => (
          <th key={column.id} scope="col" data-align={column.align} data-screen-only={column.screenOnly || undefined} style={column.width ? { width: column.width } : undefined} aria-sort={ariaSort(column, sort)}>
            {column.sortable && onSort ? (
              <>
                <UnstyledButton className={classes.sort} onClick={() => onSort(nextSort(sort, column.id))} data-screen-only>
                  {column.title}
                  <SortMark by={column.id} sort={sort} />
                </UnstyledButton>
                {/* Of a head that is repeated on the next sheet browsers leave the words of buttons out. */}
                <span className={classes.printed}>{column.title}</span>
              </>
            ) : column.title}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function SortMark({ by, sort }: { by: string; sort: DataTableProps<unknown>['sort'] }) {
  if (sort?.by !== by) return <IconArrowsSort size={14} aria-hidden className={classes.unsorted} />;
  const Mark = sort.descending ? IconArrowDown : IconArrowUp;
  return <Mark size={16} aria-hidden />;
}

function BodyRow<Row>(props: DataTableProps<Row> & { row: Row; index: number; measure: ((element: Element | null) => void) | undefined }) {
  const { columns, row, index, rowId, rowName, rowHref, selection, measure } = props;
  const { t } = useText();
  const go = useGo();
  const id = rowId(row);
  const href = rowHref?.(row);
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2} data-link={href ? true : undefined} data-chosen={selection?.chosen.has(id) || undefined} onClick={href ? (event) => followRow(event, () => go(href)) : undefined}>
      {selection && (
        <td className={classes.tick} data-screen-only>
          <Checkbox aria-label={t(uiMessages.chooseRow, { name: rowName?.(row) ?? id })} checked={selection.chosen.has(id)} onChange={() => selection.onChange(toggled(selection.chosen, id))} />
        </td>
      )}
      {columns.map((column, position) => {
        const content = column.cell(row);
        if (position > 0) return <td key={column.id} data-align={column.align} data-screen-only={column.screenOnly || undefined}>{content}</td>;
        return <th key={column.id} scope="row" data-align={column.align}>{href ? <PageLink href={href} className={classes.name} data-row-link>{content}</PageLink> : content}</th>;
      })}
    </tr>
  );
}

/** A click anywhere in the row opens it, unless it was meant for something in the row or for choosing text. */
function followRow(event: React.MouseEvent, open: () => void): void {
  const isOwn = event.target instanceof Element && event.target.closest('a, button, input, label');
  if (isOwn || event.ctrlKey || event.metaKey || String(getSelection())) return;
  open();
}

function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const row = (event.target as Element).closest('tr');
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  const link = next?.querySelector<HTMLElement>('[data-row-link]');
  if (!link) return;
  event.preventDefault();
  link.focus();
}

function SkeletonRow({ width }: { width: number }) {
  return <tr>{Array.from({ length: width }, (_, index) => <td key={index}><Skeleton height="1rem" my={4} width={index === 0 ? '80%' : '55%'} /></td>)}</tr>;
}

function Gap({ height, width }: { height: number; width: number }) {
  return <tr aria-hidden><td colSpan={width} style={{ height, padding: 0, border: 0 }} /></tr>;
}

function ariaSort<Row>(column: Column<Row>, sort: DataTableProps<Row>['sort']): 'ascending' | 'descending' | undefined {
  if (sort?.by !== column.id) return undefined;
  return sort.descending ? 'descending' : 'ascending';
}

function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}
