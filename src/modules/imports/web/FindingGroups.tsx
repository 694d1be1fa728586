/** Findings sheet by sheet, each with its place, its sentence, and where a cell can be named a field to mend it. */
import { useMemo, useState } from 'react';
import type { Text } from '../../../platform/contract.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { useText } from '../../../ui/language.tsx';
import type { Column } from '../../../ui/table.ts';
import type { Finding } from '../imports.contract.ts';
import { columnTitle, sheetTitle } from '../format/sheets.ts';
import { importTexts } from '../imports.web.messages.ts';
import { cellKey, cellOf, groupsOf, sentenceOf, type Group } from './findings.ts';
import { FixField } from './FixField.tsx';
import type { ImportFlow } from './import.flow.ts';
import classes from './imports.module.css';

const STEP = 200;

interface FindingGroupsProps {
  readonly findings: readonly Finding[];
  readonly flow: ImportFlow;
  readonly title: Text;
}

export function FindingGroups({ findings, flow, title }: FindingGroupsProps) {
  const groups = useMemo(() => groupsOf(findings), [findings]);
  return groups.map((group) => <FindingTable key={group.sheet} group={group} flow={flow} title={title} />);
}

function FindingTable({ group, flow, title }: { readonly group: Group; readonly flow: ImportFlow; readonly title: Text }) {
  const { t, number, language } = useText();
  const [most, setMost] = useState(STEP);
  const { sheet, findings } = group;
  const name = t(title, { sheet: sheetTitle(sheet, language) || t(importTexts.file), count: number(findings.length) });
  const numbered = useMemo(() => findings.map((finding, index) => ({ finding, index })), [findings]);
  const columns = useColumns(flow);
  return (
    <div className={classes.group}>
      <h3 className={classes.groupTitle}>{name}</h3>
      <DataTable
        label={name}
        columns={columns}
        rows={numbered.slice(0, most)}
        rowId={({ index }) => String(index)}
        countText={findings.length > most ? t(importTexts.shown, { shown: number(most), count: number(findings.length) }) : undefined}
        more={findings.length > most ? { load: () => setMost(most + STEP), loading: false } : undefined}
      />
    </div>
  );
}

interface Numbered {
  readonly finding: Finding;
  readonly index: number;
}

function useColumns({ fixes, mend }: ImportFlow): readonly Column<Numbered>[] {
  const { t, language } = useText();
  return [
    { id: 'place', title: t(importTexts.place), cell: ({ finding }) => <Place finding={finding} />, priority: 1, width: '14rem' },
    { id: 'problem', title: t(importTexts.problem), cell: ({ finding }) => <span className={classes.sentence}>{sentenceOf(finding, language)}</span>, priority: 2 },
    {
      id: 'mend', title: t(importTexts.mend), priority: 2, width: '16rem',
      cell: ({ finding }) => {
        const cell = cellOf(finding);
        if (!cell) return <span className={classes.soft}>{t(importTexts.inFile)}</span>;
        const { sheet, row, spec } = cell;
        return <FixField cell={cell} original={finding.value ?? ''} value={fixes.get(cellKey({ sheet, row, column: spec.name }))?.value} onMend={mend} />;
      },
    },
  ];
}

function Place({ finding }: { readonly finding: Finding }) {
  const { t, language } = useText();
  const parts = [
    finding.row === null ? '' : t(importTexts.rowMark, { row: finding.row }),
    columnTitle(finding.sheet, finding.column, language),
    finding.cell ? `(${finding.cell})` : '',
  ].filter(Boolean);
  return <span>{parts.join(' · ') || sheetTitle(finding.sheet, language)}</span>;
}
