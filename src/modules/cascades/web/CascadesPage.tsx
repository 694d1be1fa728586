/** What was passed down within reach: the way to the radar of each. */
import { useRows } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import type { Column } from '../../../ui/table.ts';
import { UnitFilter, useUnitFilter } from '../../membership/web/UnitFilter.tsx';
import type { z } from 'zod';
import { cascadeContract } from '../cascade.contract.ts';
import { radarHref } from './cascade.words.ts';
import { cascadesTitles } from './cascades.titles.messages.ts';
import { cascadesWeb as texts } from './cascades.web.messages.ts';

type CascadeItem = z.output<(typeof cascadeContract)['list']['output']>['items'][number];

export function CascadesPage() {
  const { t } = useText();
  const unitId = useUnitFilter();
  const columns = useColumns();
  const { rows, more, error, retry } = useRows(cascadeContract.list, { ...(unitId ? { unitId } : {}), limit: 50 });
  return (
    <>
      <PageHead title={t(cascadesTitles.cascades)} description={t(texts.about)} acts={<PrintButton />} />
      <UnitFilter />
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!(error && !rows) && (
        <DataTable
          label={t(cascadesTitles.cascades)} columns={columns} rows={rows} more={more} rowId={(row) => row.document.id} rowName={(row) => row.document.symbol} rowHref={(row) => radarHref(row.document.id)}
          empty={<EmptyState title={t(texts.emptyTitle)} why={t(texts.emptyWhy)} act={<Act href="/van-ban">{t(texts.openDocuments)}</Act>} />}
        />
      )}
    </>
  );
}

function useColumns(): readonly Column<CascadeItem>[] {
  const { t, day, number } = useText();
  return [
    { id: 'document', title: t(texts.document), priority: 1, width: '9rem', cell: (row) => row.document.symbol },
    { id: 'summary', title: t(texts.summary), priority: 2, cell: (row) => row.document.summary },
    { id: 'issuer', title: t(texts.issuer), priority: 2, width: '13rem', cell: (row) => row.document.unit.name },
    { id: 'opened', title: t(texts.openedOn), priority: 2, width: '9rem', cell: (row) => day(row.openedOn) },
    { id: 'due', title: t(texts.answersDue), priority: 2, width: '8rem', cell: (row) => row.answersDueOn && day(row.answersDueOn) },
    { id: 'clauses', title: t(texts.clauseCount), priority: 2, width: '7rem', align: 'end', cell: (row) => number(row.clauses) },
    { id: 'asked', title: t(texts.askedCount), priority: 2, width: '6rem', align: 'end', cell: (row) => number(row.asked) },
  ];
}
