/** What assignments owed in a period beside what was done, cadre by cadre. */
import { useRows } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { useAddressValue } from '../../../ui/address.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FilterChips } from '../../../ui/FilterChips.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import type { Column } from '../../../ui/table.ts';
import { addYears, addDays, day as asDay } from '../../../platform/day.ts';
import { UnitFilter, useUnitFilter } from '../../membership/web/UnitFilter.tsx';
import type { z } from 'zod';
import { placeContract } from '../place.contract.ts';
import { quarterOf, yearOf, type Span } from '../quarter.ts';
import { obligationTexts as texts } from './reports.messages.ts';
import { talliedIn } from './visit.words.ts';
import { visitsTitles } from './visits.titles.messages.ts';
import classes from './visits.module.css';

type Row = z.output<(typeof placeContract)['obligations']['output']>['items'][number];

const periods = ['quy', 'nam', 'muoiHaiThang', 'khac'] as const;

export function ObligationsPage() {
  const { t } = useText();
  const { today } = useAsOf();
  const [chosen] = useAddressValue('ky');
  const [from, setFrom] = useAddressValue('tu');
  const [to, setTo] = useAddressValue('den');
  const [behind] = useAddressValue('ketQua');
  const unitId = useUnitFilter();
  const period = periods.find((one) => one === chosen) ?? 'quy';
  const span = period === 'khac' && from && to ? { from, to } : spanOf(period, today);
  const columns = useObligationColumns();
  const { rows, more, error, retry } = useRows(placeContract.obligations, { ...span, ...(unitId ? { unitId } : {}), ...(behind ? { behind: 'yes' as const } : {}), limit: 50 });
  return (
    <>
      <PagePath steps={[{ label: t(visitsTitles.visits), href: '/bam-co-so/tham' }, { label: t(visitsTitles.obligations) }]} />
      <PageHead title={t(visitsTitles.obligations)} description={t(texts.about)} acts={<PrintButton />} />
      <div className={classes.filters} data-screen-only>
        <UnitFilter />
        <FilterChips
          filters={[
            { param: 'ky', label: t(texts.period), single: true, usual: t(texts.thisQuarter), choices: [{ id: 'nam', label: t(texts.thisYear) }, { id: 'muoiHaiThang', label: t(texts.lastYear) }, { id: 'khac', label: t(texts.own) }] },
            { param: 'ketQua', label: t(texts.standing), single: true, choices: [{ id: 'thieu', label: t(texts.behindOnly) }] },
          ]}
        />
        {period === 'khac' && <DayInput label={t(texts.from)} value={from} onChange={setFrom} />}
        {period === 'khac' && <DayInput label={t(texts.to)} value={to} onChange={setTo} {...(from ? { least: from } : {})} />}
      </div>
      <Span span={span} />
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!(error && !rows) && <DataTable label={t(visitsTitles.obligations)} columns={columns} rows={rows} more={more} rowId={(row) => `${row.person.id} ${row.unit.id} ${row.followed.from}`} rowName={(row) => `${row.person.name}: ${row.unit.name}`} empty={<EmptyState title={t(texts.emptyTitle)} why={t(texts.emptyWhy)} />} />}
    </>
  );
}

function Span({ span: { from, to } }: { readonly span: { readonly from: string; readonly to: string } }) {
  const { t, day } = useText();
  return <p className={classes.soft}>{t(texts.period)}: {day(from)} – {day(to)}</p>;
}

function spanOf(period: (typeof periods)[number], today: string): Span {
  const on = asDay(today);
  if (period === 'nam') return { from: yearOf(on).from, to: on };
  return period === 'muoiHaiThang' ? { from: addDays(addYears(on, -1), 1), to: on } : quarterOf(on);
}

function useObligationColumns(): readonly Column<Row>[] {
  const writing = useText();
  const { t, day, number } = writing;
  return [
    { id: 'cadre', title: t(texts.cadre), priority: 1, cell: (row) => row.person.name },
    { id: 'unit', title: t(texts.unit), priority: 2, width: '13rem', cell: (row) => row.unit.name },
    { id: 'standing', title: t(texts.standing), priority: 2, width: '8rem', cell: (row) => <StatusMark status={row.isMet ? 'done' : 'late'} label={t(row.isMet ? texts.met : texts.behind)} /> },
    { id: 'visits', title: t(texts.visits), priority: 2, align: 'end', width: '6rem', cell: (row) => talliedIn(row.tallies.visits, writing) },
    { id: 'cellMeetings', title: t(texts.cellMeetings), priority: 2, align: 'end', width: '7rem', cell: (row) => talliedIn(row.tallies.cellMeetings, writing) },
    { id: 'committeeMeetings', title: t(texts.committeeMeetings), priority: 2, align: 'end', width: '7rem', cell: (row) => talliedIn(row.tallies.committeeMeetings, writing) },
    { id: 'promises', title: t(texts.promises), priority: 3, align: 'end', width: '7rem', cell: (row) => `${number(row.promises.kept)}/${number(row.promises.due)}` },
    { id: 'last', title: t(texts.last), priority: 2, width: '8rem', cell: (row) => (row.lastVisit ? day(row.lastVisit) : t(texts.never)) },
  ];
}
