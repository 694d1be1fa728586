/** What the check found: errors apart from notes, what would be written, and the way on. */
import { useState } from 'react';
import { Act } from '../../../ui/Act.tsx';
import { saveFile } from '../../../ui/DownloadMenu.tsx';
import { FilterChips } from '../../../ui/FilterChips.tsx';
import { useAddressValues } from '../../../ui/address.ts';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { Checked } from '../imports.contract.ts';
import { importTexts } from '../imports.web.messages.ts';
import { ApplySheet } from './ApplySheet.tsx';
import { CountsTable, sumOf } from './CountsTable.tsx';
import { sheetTitle } from '../format/sheets.ts';
import { findingsCsv, groupsOf } from './findings.ts';
import { FindingGroups } from './FindingGroups.tsx';
import type { ImportFlow } from './import.flow.ts';
import { TouchedNames } from './TouchedNames.tsx';
import classes from './imports.module.css';

export function CheckedResult({ flow, checked }: { readonly flow: ImportFlow; readonly checked: Checked }) {
  const { t, language } = useText();
  const [wanted] = useAddressValues('trang');
  const sheets = groupsOf(checked.findings).map(({ sheet }) => sheet);
  const shown = checked.findings.filter(({ sheet }) => wanted.length === 0 || wanted.includes(sheet));
  const errors = shown.filter(({ severity }) => severity === 'error');
  const warnings = shown.filter(({ severity }) => severity === 'warning');
  const save = () => saveFile({ name: `${t(importTexts.findingsName)}.csv`, content: new Blob([findingsCsv(checked.findings, language)], { type: 'text/csv' }) });
  return (
    <>
      <Verdict flow={flow} checked={checked} />
      {checked.errors === 0 && sumOf(checked.tables).written > 0 && <Section title={t(importTexts.willDo)} description={t(importTexts.manyEntries)}><TouchedNames touched={checked.touched} /><CountsTable tables={checked.tables} /></Section>}
      {checked.findings.length > 0 && (
        <div className={classes.tools}>
          {sheets.length > 1 && <FilterChips filters={[{ param: 'trang', label: t(importTexts.sheet), choices: sheets.map((id) => ({ id, label: sheetTitle(id, language) })) }]} />}
          <Act kind="quiet" onPress={save}>{t(importTexts.findingsCsv)}</Act>
        </div>
      )}
      {errors.length > 0 && <Section title={t(importTexts.errors)}><FindingGroups findings={errors} flow={flow} title={importTexts.errorsIn} /></Section>}
      {warnings.length > 0 && <Section title={t(importTexts.warnings)}><FindingGroups findings={warnings} flow={flow} title={importTexts.warningsIn} /></Section>}
    </>
  );
}

function Verdict({ flow, checked }: { readonly flow: ImportFlow; readonly checked: Checked }) {
  const { t, number, language } = useText();
  const { errors, warnings } = checked;
  const isNothing = errors === 0 && sumOf(checked.tables).written === 0;
  const title = errors > 0
    ? t(importTexts.foundErrors, { errors: number(errors) })
    : t(warnings > 0 ? importTexts.cleanWarnings : importTexts.clean, { warnings: number(warnings) });
  const read = checked.sheets.map(({ sheet, rows }) => t(importTexts.sheetRows, { sheet: sheetTitle(sheet, language), rows: number(rows) })).join(' · ');
  return (
    <Notice tone={errors > 0 ? 'error' : 'success'} title={title} acts={<Ways flow={flow} checked={checked} isNothing={isNothing} />}>
      <p>{t(errors > 0 ? importTexts.foundErrorsWhy : isNothing ? importTexts.cleanNothing : importTexts.cleanWhy)}</p>
      {read && <p>{t(importTexts.read, { sheets: read })}</p>}
    </Notice>
  );
}

/** Once cells are mended, checking again comes before everything else. */
function Ways({ flow, checked, isNothing }: { flow: ImportFlow; checked: Checked; isNothing: boolean }) {
  const { t, number } = useText();
  const [isAsking, setAsking] = useState(false);
  const isReady = checked.errors === 0 && !isNothing;
  return (
    <div className={classes.ways}>
      {isReady && <Act kind="main" onPress={() => setAsking(true)}>{t(importTexts.apply)}</Act>}
      {!isNothing && <Act kind={isReady ? 'plain' : 'main'} onPress={flow.checkAgain}>{t(importTexts.checkAgain)}</Act>}
      <Act onPress={flow.startOver}>{t(importTexts.chooseOthers)}</Act>
      {flow.fixes.size > 0 && (
        <span className={classes.mended} role="status">
          {t(importTexts.mended, { count: number(flow.fixes.size) })} <Act kind="quiet" onPress={flow.dropMends}>{t(importTexts.dropMends)}</Act>
        </span>
      )}
      {isAsking && <ApplySheet checked={checked} source={flow.source} onApply={() => { setAsking(false); flow.apply(); }} onClose={() => setAsking(false)} />}
    </div>
  );
}
