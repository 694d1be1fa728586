/** Says once more what will be written, and writes it. */
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import type { Checked } from '../imports.contract.ts';
import { importTexts } from '../imports.web.messages.ts';
import { CountsTable, sumOf } from './CountsTable.tsx';
import { TouchedNames } from './TouchedNames.tsx';
import classes from './imports.module.css';

export interface ApplySheetProps {
  readonly checked: Checked;
  readonly source: string | undefined;
  readonly onApply: () => void;
  readonly onClose: () => void;
}

export function ApplySheet({ checked, source, onApply, onClose }: ApplySheetProps) {
  const { t, number } = useText();
  const { added, changed, removed } = sumOf(checked.tables);
  const rows = checked.sheets.reduce((sum, sheet) => sum + sheet.rows, 0);
  return (
    <Sheet title={source ? t(importTexts.applyTitle, { source }) : t(importTexts.title)} opened onClose={onClose}>
      <div className={classes.form}>
        <p>{t(importTexts.applyWhat, { rows: number(rows), added: number(added), changed: number(changed), removed: number(removed) })}</p>
        <TouchedNames touched={checked.touched} />
        <CountsTable tables={checked.tables} />
        <div className={classes.ways}>
          <Act kind="main" onPress={onApply}>{t(importTexts.apply)}</Act>
          <Act onPress={onClose}>{t(importTexts.cancel)}</Act>
        </div>
      </div>
    </Sheet>
  );
}
