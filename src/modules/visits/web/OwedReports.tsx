/** Who has not handed in the report of a period that has ended, since when it is late, and who has: for whoever reads them. */
import { addDays, addYears, day as asDay, type Day } from '../../../platform/day.ts';
import { useRows } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useAddressValue } from '../../../ui/address.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FilterChips } from '../../../ui/FilterChips.tsx';
import { useText, type Writing } from '../../../ui/language.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import type { Column } from '../../../ui/table.ts';
import { UnitFilter, useUnitFilter } from '../../membership/web/UnitFilter.tsx';
import { yearOf, type Span } from '../quarter.ts';
import { reportContract } from '../report.contract.ts';
import { handedHref, standingOfOwed, type OwedReport, type OwedReportCounts } from './report.words.ts';
import { owedReportTexts as texts, reportTextsWeb } from './reports.messages.ts';
import classes from './visits.module.css';

/** In the address: those alone who have not handed in, or who have. */
export const SHOW_PARAM = 'nop';
const shows = { chua: 'missing', da: 'handed' } as const;
const bodies = ['provincial_party', 'commune_party', 'grassroots_party', 'division_party'] as const;

/** Where one has reports of one's own and none is owed to the own organisations, nothing stands here; what could not be asked for is told. */
export function OwedReports({ isBeside }: { readonly isBeside: boolean }) {
  const writing = useText();
  const { t, day } = writing;
  const { today } = useAsOf();
  const [chosen] = useAddressValue('ky');
  const [shown] = useAddressValue(SHOW_PARAM);
  const unitId = useUnitFilter();
  const span = spanOf(chosen, asDay(today));
  const show = shown === 'chua' || shown === 'da' ? shows[shown] : undefined;
  const columns = useOwedColumns();
  const { rows, more, first, error, retry } = useRows(reportContract.owedReports, { ...span, ...(unitId ? { unitId } : {}), ...(show ? { show } : {}), limit: 100 });
  const isNarrowed = chosen !== undefined || show !== undefined || unitId !== undefined;
  if (isBeside && !isNarrowed && !error && !rows?.length) return null;
  const counts = first?.counts;
  return (
    <Section title={t(texts.title)} description={`${t(texts.ended, { from: day(span.from), to: day(span.to) })}${show ? `: ${t(texts[show])}` : ''}`}>
      <div className={classes.filters} data-screen-only>
        <UnitFilter kinds={bodies} />
        <FilterChips
          filters={[
            { param: SHOW_PARAM, label: t(reportTextsWeb.state), single: true, choices: [{ id: 'chua', label: t(texts.missing) }, { id: 'da', label: t(texts.handed) }] },
            { param: 'ky', label: t(texts.time), single: true, usual: t(texts.lastMonths), choices: [{ id: 'nam', label: t(texts.thisYear) }, { id: 'namTruoc', label: t(texts.yearBefore) }] },
          ]}
        />
      </div>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!(error && !rows) && <DataTable label={t(texts.title)} columns={columns} rows={rows} more={more} countText={counts ? countsInWords(counts, writing) : undefined} rowId={(row) => `${row.person.id} ${row.unit.id} ${row.from}`} rowName={(row) => row.person.name} rowHref={({ id }) => (id === null ? undefined : handedHref(id))} empty={<EmptyState title={t(texts.none)} why={t(texts.noneWhy)} />} />}
    </Section>
  );
}

function spanOf(chosen: string | undefined, today: Day): Span {
  if (chosen === 'nam') return { from: yearOf(today).from, to: today };
  return chosen === 'namTruoc' ? yearOf(addYears(today, -1)) : { from: addDays(addYears(today, -1), 1), to: today };
}

function countsInWords({ missing, late, handed, handedLate }: OwedReportCounts, { t, number }: Pick<Writing, 't' | 'number'>): string {
  return t(texts.counts, { missing: number(missing), late: number(late), handed: number(handed), handedLate: number(handedLate) });
}

function useOwedColumns(): readonly Column<OwedReport>[] {
  const writing = useText();
  const { t, day } = writing;
  return [
    { id: 'cadre', title: t(reportTextsWeb.cadre), priority: 1, cell: (row) => row.person.name },
    { id: 'term', title: t(reportTextsWeb.term), priority: 2, width: '15rem', cell: (row) => t(reportTextsWeb.period, { from: day(row.from), to: day(row.to) }) },
    { id: 'state', title: t(reportTextsWeb.state), priority: 2, width: '16rem', cell: (row) => { const { status, label } = standingOfOwed(row, writing); return <StatusMark status={status} label={label} />; } },
    { id: 'to', title: t(texts.owedTo), priority: 3, cell: (row) => row.unit.name },
  ];
}
