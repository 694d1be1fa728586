/**
 * The one table: sticky head and first column, sort, choice of columns, dense or
 * roomy, rows as links with ↑ ↓ Enter, skeletons, paging by "Xem thêm", virtual
 * rows from a hundred on, and cards on a phone.
 */
import { useMediaQuery } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { Act } from './Act.tsx';
import { CardList } from './DataTable.cards.tsx';
import { RowsTable } from './DataTable.rows.tsx';
import { TableTools } from './DataTable.tools.tsx';
import classes from './DataTable.module.css';
import { useText } from './language.tsx';
import { visibleColumns, type Column, type Sort } from './table.ts';
import { uiMessages } from './ui.messages.ts';
import { useRemembered } from './remembered.ts';

export interface DataTableProps<Row> {
  /** Names the table for those who hear it, and remembers its columns. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  /** Absent while they are being fetched. */
  readonly rows: readonly Row[] | undefined;
  readonly rowId: (row: Row) => string;
  readonly rowName?: (row: Row) => string;
  readonly rowHref?: (row: Row) => string | undefined;
  readonly sort?: Sort | undefined;
  readonly onSort?: (sort: Sort) => void;
  /** How many there are, in words: "hơn 10.000 người". */
  readonly countText?: string | undefined;
  /** More rows are to be had. */
  readonly more?: { readonly load: () => void; readonly loading: boolean } | undefined;
  readonly empty?: ReactNode;
  readonly selection?: Selection;
  /** Stands in the tool line: filters, a download. */
  readonly tools?: ReactNode;
}

export interface Selection {
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
  readonly acts: ReactNode;
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { t } = useText();
  const { columns, rows, more, empty, countText, selection, label, tools } = props;
  const isPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });
  const [isDense, setDense] = useRemembered<boolean>('bang.sat', false);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const shown = visibleColumns(columns, toggled);
  if (rows?.length === 0) {
    return <div className={classes.empty}>{tools && <div className={classes.tools}>{tools}</div>}{empty ?? <p className={classes.none}>{t(uiMessages.noRows)}</p>}</div>;
  }
  const Body = isPhone ? CardList : RowsTable;
  return (
    <div className={classes.root} data-dense={(isDense && !isPhone) || undefined}>
      <TableTools {...{ countText, columns, toggled, setToggled, isDense, setDense, tools, isPhone }} />
      {selection && selection.chosen.size > 0 && <ChosenBar {...selection} />}
      <Body {...props} columns={isPhone ? columns : shown} label={label} />
      {more && (
        <div className={classes.more} data-screen-only>
          <Act onPress={more.load} busy={more.loading}>{t(uiMessages.more)}</Act>
        </div>
      )}
    </div>
  );
}

function ChosenBar({ chosen, onChange, acts }: Selection) {
  const { t, number } = useText();
  return (
    <div className={classes.chosen} role="status" data-screen-only>
      <strong>{t(uiMessages.chosen, { count: number(chosen.size) })}</strong>
      {acts}
      <Act kind="quiet" onPress={() => onChange(new Set())}>{t(uiMessages.unchoose)}</Act>
    </div>
  );
}
