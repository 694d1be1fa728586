/** Says once more what will be written, and writes it. */
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import type { Checked } from '../imports.contract.ts';
import { importTexts } from '../imports.web.messages.ts';
import { CountsTable, sumOf } from './CountsTable.tsx';
import classes from './imports.module.css';

export interface ApplySheetProps {
  readonly tables: Checked['tables'];
  readonly source: string | undefined;
  readonly onApply: () => void;
  readonly onClose: () => void;
}

export function ApplySheet({ tables, source, onApply, onClose }: ApplySheetProps) {
  const { t, number } = useText();
  const { added, changed, removed } = sumOf(tables);
  return (
    <Sheet title={source ? t(importTexts.applyTitle, { source }) : t(importTexts.title)} opened onClose={onClose}>
      <div className={classes.form}>
        <p>{t(importTexts.applyWhat, { added: number(added), changed: number(changed), removed: number(removed) })}</p>
        <CountsTable tables={tables} />
        <div className={classes.ways}>
          <Act kind="main" onPress={onApply}>{t(importTexts.apply)}</Act>
          <Act onPress={onClose}>{t(importTexts.cancel)}</Act>
        </div>
      </div>
    </Sheet>
  );
}
