/** The card form of a DataTable, for phones: the name, then the few columns that matter. Only cards in sight are drawn once there are many. */
import { Checkbox, Skeleton } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useState } from 'react';
import type { DataTableProps } from './DataTable.tsx';
import classes from './DataTable.module.css';
import { useText } from './language.tsx';
import { PageLink } from './PageLink.tsx';
import { cardPlan } from './table.ts';
import { uiMessages } from './ui.messages.ts';

const SKELETON_CARDS = 5;
const VIRTUAL_FROM = 100;
const CARD_PX = 130;

export function CardList<Row>(props: DataTableProps<Row>) {
  const { rows, rowId, label } = props;
  if (!rows) return <div className={classes.cards} aria-busy>{Array.from({ length: SKELETON_CARDS }, (_, index) => <SkeletonCard key={index} />)}</div>;
  if (rows.length > VIRTUAL_FROM) return <LongCardList {...props} rows={rows} />;
  return (
    <ul className={classes.cards} aria-label={label}>
      {rows.map((row) => <RowCard key={rowId(row)} {...props} row={row} />)}
    </ul>
  );
}

/** Scrolls with the page, not in a frame of its own: a thumb has only one thing to move. */
function LongCardList<Row>(props: DataTableProps<Row> & { rows: readonly Row[] }) {
  const { rows, rowId, label } = props;
  const [list, setList] = useState<HTMLUListElement | null>(null);
  const top = list ? list.getBoundingClientRect().top + window.scrollY : 0;
  const virtual = useWindowVirtualizer({ count: rows.length, estimateSize: () => CARD_PX, overscan: 6, scrollMargin: top });
  const items = virtual.getVirtualItems();
  const before = Math.max(0, (items[0]?.start ?? top) - top);
  const after = Math.max(0, virtual.getTotalSize() - before - ((items.at(-1)?.end ?? 0) - (items[0]?.start ?? 0)));
  return (
    <ul ref={setList} className={classes.cards} aria-label={label} style={{ paddingTop: before, paddingBottom: after }}>
      {items.map((item) => {
        const row = rows[item.index];
        return row !== undefined && (
          <RowCard key={rowId(row)} {...props} row={row} place={{ index: item.index, of: rows.length, measure: virtual.measureElement }} />
        );
      })}
    </ul>
  );
}

interface CardPlace {
  readonly index: number;
  readonly of: number;
  readonly measure: (element: Element | null) => void;
}

function RowCard<Row>(props: DataTableProps<Row> & { row: Row; place?: CardPlace }) {
  const { row, place, columns } = props;
  const { name, lines } = cardPlan(columns);
  const href = props.rowHref?.(row);
  const title = name?.cell(row);
  return (
    <li ref={place?.measure} data-index={place?.index} aria-posinset={place && place.index + 1} aria-setsize={place?.of} className={classes.card} data-link={href ? true : undefined}>
      <div className={classes.cardHead}>
        {props.selection && <CardTick {...props} row={row} />}
        {href ? <PageLink href={href} className={classes.cardName}>{title}</PageLink> : <span className={classes.cardName}>{title}</span>}
      </div>
      <dl className={classes.cardLines}>
        {lines.map((column) => (
          <div key={column.id}><dt>{column.title}</dt><dd>{column.cell(row)}</dd></div>
        ))}
      </dl>
    </li>
  );
}

function CardTick<Row>({ row, rowId, rowName, selection }: DataTableProps<Row> & { row: Row }) {
  const { t } = useText();
  const id = rowId(row);
  const toggle = () => {
    const next = new Set(selection?.chosen);
    if (!next.delete(id)) next.add(id);
    selection?.onChange(next);
  };
  return <span data-screen-only><Checkbox size="md" aria-label={t(uiMessages.chooseRow, { name: rowName?.(row) ?? id })} checked={selection?.chosen.has(id) ?? false} onChange={toggle} /></span>;
}

function SkeletonCard() {
  return <div className={classes.card}><Skeleton height="1.1rem" width="70%" mb={10} /><Skeleton height="0.9rem" width="45%" /></div>;
}
