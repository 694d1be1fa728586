/** The reports that one may see, the latest first; a new one is drafted here. */
import { useState } from 'react';
import { useRows } from '../../../shell/api.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import type { Column } from '../../../ui/table.ts';
import { UnitFilter, useUnitFilter } from '../../membership/web/UnitFilter.tsx';
import { reportContract } from '../report.contract.ts';
import { stateNames } from '../report.kinds.ts';
import { DraftSheet } from './DraftSheet.tsx';
import { reportHref, type ReportItem } from './report.words.ts';
import { reportsTitles } from './reports.titles.messages.ts';
import { reportsWeb as texts } from './reports.web.messages.ts';

export function ReportsPage() {
  const { t } = useText();
  const unitId = useUnitFilter();
  const mayDraft = useMayVisit('report.draft');
  const [isDrafting, setDrafting] = useState(false);
  const columns = useColumns();
  const { rows, more, error, retry } = useRows(reportContract.list, { ...(unitId ? { unitId } : {}), limit: 50 });
  const act = mayDraft && <Act kind="main" onPress={() => setDrafting(true)}>{t(texts.draft)}</Act>;
  return (
    <>
      <PageHead title={t(reportsTitles.reports)} description={t(texts.about)} acts={act} />
      <UnitFilter />
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!(error && !rows) && <DataTable label={t(reportsTitles.reports)} columns={columns} rows={rows} more={more} rowId={({ id }) => id} rowName={({ title }) => title} rowHref={({ id }) => reportHref(id)} empty={<EmptyState title={t(texts.emptyTitle)} why={t(texts.emptyWhy)} act={act} />} />}
      {isDrafting && <DraftSheet onClose={() => setDrafting(false)} />}
    </>
  );
}

function useColumns(): readonly Column<ReportItem>[] {
  const { t, day } = useText();
  return [
    { id: 'title', title: t(texts.title), priority: 1, cell: ({ title }) => title },
    { id: 'unit', title: t(texts.unit), priority: 2, width: '14rem', cell: ({ unit }) => unit.name },
    { id: 'period', title: t(texts.period), priority: 2, width: '14rem', cell: ({ from, to }) => t(texts.periodOf, { from: day(from), to: day(to) }) },
    { id: 'state', title: t(texts.state), priority: 2, width: '15rem', cell: (row) => <State report={row} /> },
  ];
}

export function State({ report: { state, issuedOn, replacedBy } }: { readonly report: Pick<ReportItem, 'state' | 'issuedOn' | 'replacedBy'> }) {
  const { t, day } = useText();
  if (issuedOn === null) return <StatusMark status="silent" label={t(stateNames[state])} />;
  return replacedBy?.isIssued ? <StatusMark status="due-soon" label={t(texts.replaced)} /> : <StatusMark status="done" label={t(texts.issuedOn, { day: day(issuedOn) })} />;
}
