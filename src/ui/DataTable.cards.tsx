/** The card form of a DataTable, for phones: the name, then the few columns that matter. */
import { Checkbox, Skeleton } from '@mantine/core';
import type { DataTableProps } from './DataTable.tsx';
import classes from './DataTable.module.css';
import { useText } from './language.tsx';
import { PageLink } from './PageLink.tsx';
import { cardPlan } from './table.ts';
import { uiMessages } from './ui.messages.ts';

const SKELETON_CARDS = 5;

export function CardList<Row>(props: DataTableProps<Row>) {
  const { rows, rowId, label, columns } = props;
  const { name, lines } = cardPlan(columns);
  if (!rows) return <div className={classes.cards} aria-busy>{Array.from({ length: SKELETON_CARDS }, (_, index) => <SkeletonCard key={index} />)}</div>;
  return (
    <ul className={classes.cards} aria-label={label}>
      {rows.map((row) => {
        const href = props.rowHref?.(row);
        const title = name?.cell(row);
        return (
          <li key={rowId(row)} className={classes.card} data-link={href ? true : undefined}>
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
      })}
    </ul>
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
  return <Checkbox size="md" aria-label={t(uiMessages.chooseRow, { name: rowName?.(row) ?? id })} checked={selection?.chosen.has(id) ?? false} onChange={toggle} />;
}

function SkeletonCard() {
  return <div className={classes.card}><Skeleton height="1.1rem" width="70%" mb={10} /><Skeleton height="0.9rem" width="45%" /></div>;
}
