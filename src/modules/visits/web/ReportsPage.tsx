/** Periodic reports: one's own with those due, who owes one and who has handed it in, and those handed in to units within reach. */
import { day as asDay } from '../../../platform/day.ts';
import { useProcedure, useRows } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { useMayVisit, useSession } from '../../../shell/session.ts';
import { useAddressValue } from '../../../ui/address.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { LineSkeletons } from '../../../ui/Loading.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import type { Column } from '../../../ui/table.ts';
import { yearOf } from '../quarter.ts';
import { reportContract } from '../report.contract.ts';
import { OwedReports, SHOW_PARAM } from './OwedReports.tsx';
import { reportHref, standingOfReport, type ReportItem } from './report.words.ts';
import { reportTextsWeb as texts } from './reports.messages.ts';
import { visitsTitles } from './visits.titles.messages.ts';
import classes from './visits.module.css';

export function ReportsPage() {
  const { t } = useText();
  const isCadre = useSession().person !== undefined && useMayVisit('self.read');
  const isNarrowed = useAddressValue(SHOW_PARAM)[0] !== undefined;
  return (
    <>
      <PagePath steps={[{ label: t(visitsTitles.visits), href: '/bam-co-so/tham' }, { label: t(visitsTitles.reports) }]} />
      <PageHead title={t(visitsTitles.reports)} description={t(texts.about)} acts={<PrintButton />} />
      {isCadre && <OwnReports />}
      <OwedReports isBeside={isCadre} />
      {/* Printed is the list that was asked for alone. */}
      <div data-screen-only={isNarrowed || undefined}><HandedIn isBeside={isCadre} /></div>
    </>
  );
}

/** Those of this year, and older ones that are still being written; what is past is folded. */
function OwnReports() {
  const { t, number } = useText();
  const { today } = useAsOf();
  const { data, error, refetch } = useProcedure(reportContract.ownReports, {});
  const isRecent = ({ to, state }: ReportItem) => to >= yearOf(asDay(today)).from || state === 'writing';
  const recent = data?.items.filter(isRecent) ?? [];
  const older = data?.items.filter((item) => !isRecent(item)) ?? [];
  return (
    <Section title={t(texts.own)}>
      {error && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {!error && !data && <LineSkeletons count={3} />}
      {data?.items.length === 0 && <EmptyState title={t(texts.ownNone)} why={t(texts.ownNoneWhy)} />}
      {recent.length > 0 && <OwnLines items={recent} />}
      {older.length > 0 && (
        <details className={classes.older}>
          <summary>{t(texts.older, { count: number(older.length) })}</summary>
          <OwnLines items={older} />
        </details>
      )}
    </Section>
  );
}

function OwnLines({ items }: { readonly items: readonly ReportItem[] }) {
  const writing = useText();
  const { t, day } = writing;
  return (
    <ul className={classes.list}>
      {items.map((item) => {
        const { status, label } = standingOfReport(item, writing);
        return (
          <li key={`${item.unit.id} ${item.from}`}>
            <PageLink href={reportHref(item)} className={classes.open}>{t(texts.period, { from: day(item.from), to: day(item.to) })}</PageLink>
            <span className={classes.small}>{item.unit.name}</span>
            <StatusMark status={status} label={label} />
          </li>
        );
      })}
    </ul>
  );
}

/** Where one has nothing of one's own, an empty list says what will stand here. */
function HandedIn({ isBeside }: { readonly isBeside: boolean }) {
  const writing = useText();
  const { t, day } = writing;
  const { rows, more, error, retry } = useRows(reportContract.reports, { limit: 50 });
  if (isBeside && rows?.length === 0) return null;
  const columns: readonly Column<ReportItem>[] = [
    { id: 'cadre', title: t(texts.cadre), priority: 1, cell: (row) => row.person.name },
    { id: 'term', title: t(texts.term), priority: 2, cell: (row) => t(texts.period, { from: day(row.from), to: day(row.to) }) },
    { id: 'to', title: t(texts.to), priority: 3, cell: (row) => row.unit.name },
    { id: 'state', title: t(texts.state), priority: 2, cell: (row) => { const { status, label } = standingOfReport(row, writing); return <StatusMark status={status} label={label} />; } },
  ];
  return (
    <Section title={t(texts.handed)}>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!(error && !rows) && <DataTable label={t(texts.handed)} columns={columns} rows={rows} more={more} rowId={(row) => row.id ?? ''} rowName={(row) => row.person.name} rowHref={reportHref} empty={<EmptyState title={t(texts.handedNone)} why={t(texts.handedNoneWhy)} />} />}
    </Section>
  );
}
