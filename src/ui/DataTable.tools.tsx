/** The line over a table: how many rows, its filters, choice of columns, density. */
import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconColumns, IconLineHeight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Act } from './Act.tsx';
import classes from './DataTable.module.css';
import { useText } from './language.tsx';
import type { Column } from './table.ts';
import { uiMessages } from './ui.messages.ts';

interface TableToolsProps<Row> {
  readonly countText: string | undefined;
  readonly columns: readonly Column<Row>[];
  readonly toggled: ReadonlySet<string>;
  readonly setToggled: (toggled: ReadonlySet<string>) => void;
  readonly isDense: boolean;
  readonly setDense: (dense: boolean) => void;
  readonly tools: ReactNode;
  readonly isPhone: boolean | undefined;
}

export function TableTools<Row>({ countText, tools, isPhone, isDense, setDense, ...choice }: TableToolsProps<Row>) {
  const { t } = useText();
  return (
    <div className={classes.tools}>
      {tools}
      <span className={classes.count} role="status">{countText}</span>
      {!isPhone && (
        <span className={classes.looks} data-screen-only>
          <ColumnChooser {...choice} />
          <Act kind="quiet" icon={<IconLineHeight size={18} aria-hidden />} onPress={() => setDense(!isDense)}>
            {t(isDense ? uiMessages.comfortable : uiMessages.dense)}
          </Act>
        </span>
      )}
    </div>
  );
}

function ColumnChooser<Row>({ columns, toggled, setToggled }: Pick<TableToolsProps<Row>, 'columns' | 'toggled' | 'setToggled'>) {
  const { t } = useText();
  const toggle = (id: string) => {
    const next = new Set(toggled);
    if (!next.delete(id)) next.add(id);
    setToggled(next);
  };
  return (
    <Popover position="bottom-end" withinPortal trapFocus>
      <Popover.Target>
        <Button variant="subtle" color="ink" leftSection={<IconColumns size={18} aria-hidden />}>{t(uiMessages.columns)}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs" role="group" aria-label={t(uiMessages.columns)}>
          {columns.slice(1).map((column) => (
            <Checkbox key={column.id} size="md" label={column.title} checked={(column.hidden ?? false) === toggled.has(column.id)} onChange={() => toggle(column.id)} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
