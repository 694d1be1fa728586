/** The imports of this account, newest first, each to be taken back as a whole. */
import type { z } from 'zod';
import { useRows } from '../../../shell/api.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { Column } from '../../../ui/table.ts';
import { importsContract } from '../imports.contract.ts';
import { importTexts } from '../imports.web.messages.ts';
import { sumOf } from './CountsTable.tsx';
import { UndoImport } from './UndoImport.tsx';

type Run = z.output<typeof importsContract.runs.output>['items'][number];

export function ImportRuns() {
  const { t } = useText();
  const { rows, more, error, retry } = useRows(importsContract.runs, { limit: 20 });
  const columns = useColumns();
  return (
    <Section title={t(importTexts.runs)}>
      {error ? <ProblemNotice problem={error} onRetry={retry} /> : (
        <DataTable
          label={t(importTexts.runs)} columns={columns} rows={rows} rowId={({ id }) => id} more={more}
          empty={<EmptyState title={t(importTexts.runsNone)} why={t(importTexts.runsNoneWhy)} />}
        />
      )}
    </Section>
  );
}

function useColumns(): readonly Column<Run>[] {
  const { t, number, moment } = useText();
  const countsOf = ({ tables }: Run) => {
    const { added, changed, removed } = sumOf(tables);
    return t(importTexts.counts, { added: number(added), changed: number(changed), removed: number(removed) });
  };
  return [
    { id: 'source', title: t(importTexts.source), cell: (run) => run.source, priority: 1 },
    { id: 'file', title: t(importTexts.file), cell: (run) => run.fileName, priority: 2 },
    { id: 'when', title: t(importTexts.when), cell: (run) => moment(run.startedAt), priority: 2 },
    { id: 'what', title: t(importTexts.what), cell: countsOf, priority: 2 },
    { id: 'state', title: t(importTexts.state), cell: (run) => (run.undoneAt ? t(importTexts['state.undone'], { moment: moment(run.undoneAt) }) : t(importTexts['state.applied'])), priority: 2 },
    { id: 'act', title: t(importTexts.act), cell: (run) => (run.state === 'applied' ? <UndoImport runId={run.id} source={run.source} startedAt={run.startedAt} /> : '–'), priority: 2 },
  ];
}
