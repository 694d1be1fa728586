/** What the import wrote, and the way to take all of it back. */
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { importTexts } from '../imports.web.messages.ts';
import { CountsTable, sumOf } from './CountsTable.tsx';
import type { Applied } from './import.flow.ts';
import { UndoImport } from './UndoImport.tsx';
import classes from './imports.module.css';

export function AppliedResult({ applied, source, onAnother }: { readonly applied: Applied; readonly source: string | undefined; readonly onAnother: () => void }) {
  const { t, number } = useText();
  const { added, changed, removed } = sumOf(applied.tables);
  const acts = (
    <div className={classes.ways}>
      <Act kind="main" href="/to-chuc">{t(importTexts.toUnits)}</Act>
      <Act onPress={onAnother}>{t(importTexts.another)}</Act>
      <UndoImport runId={applied.runId} source={source ?? ''} startedAt={undefined} onUndone={onAnother} />
    </div>
  );
  return (
    <>
      <Notice tone="success" title={t(importTexts.applied)} acts={acts}>{t(importTexts.appliedWhat, { added: number(added), changed: number(changed), removed: number(removed) })}</Notice>
      <Section title={t(importTexts.done)}><CountsTable tables={applied.tables} /></Section>
    </>
  );
}
