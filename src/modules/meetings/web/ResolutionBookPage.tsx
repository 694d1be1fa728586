/** The resolution book of a unit in a year: by the day of the meeting, each with its number once it is entered; to print and for Word. */
import { Select } from '@mantine/core';
import { IconFileTypeDocx } from '@tabler/icons-react';
import { useProcedure, useRows } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { requestOf } from '../../../shell/request.ts';
import { day as asDay } from '../../../platform/day.ts';
import { Act } from '../../../ui/Act.tsx';
import { useAddressValue } from '../../../ui/address.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import type { Column } from '../../../ui/table.ts';
import { UnitFilter, useUnitFilter } from '../../membership/web/UnitFilter.tsx';
import { unitContract } from '../../units/unit.contract.ts';
import { meetingUnitKinds } from '../meeting.kinds.ts';
import { resolutionContract } from '../resolution.contract.ts';
import { symbolOf } from '../resolution.ts';
import { kindInWords } from './meeting.words.ts';
import { yearsToChoose } from './meetings.filters.ts';
import { meetingsTitles } from './meetings.titles.messages.ts';
import { BookPrint } from './ResolutionPrint.tsx';
import { resolutionTexts as texts } from './resolution.messages.ts';
import { resolutionOf, type ResolutionItem } from './resolution.words.ts';
import classes from './meetings.module.css';

const YEAR = 'nam';
/** A book is printed whole. */
const MOST_IN_YEAR = 366;

export function ResolutionBookPage() {
  const { t } = useText();
  const { today } = useAsOf();
  const filtered = useUnitFilter();
  const cells = useProcedure(unitContract.list, { kind: ['cell'], asOf: today, limit: 2 });
  const only = cells.data?.items.length === 1 ? cells.data.items[0] : undefined;
  const [asked, setYear] = useAddressValue(YEAR);
  const year = asked !== undefined && yearsToChoose(today).includes(asked) ? asked : today.slice(0, 4);
  const unitId = filtered ?? only?.id;
  return (
    <>
      <PageHead title={t(meetingsTitles.bookTitle)} description={t(texts.bookAbout)} acts={<Act href="/sinh-hoat">{t(meetingsTitles.meetingsTitle)}</Act>} />
      <div className={classes.filters}>
        {!only && <UnitFilter kinds={meetingUnitKinds} />}
        <Select label={t(texts.year)} allowDeselect={false} value={year} data={[...yearsToChoose(today)]} onChange={(chosen) => { if (chosen) setYear(chosen); }} />
      </div>
      {unitId ? <Book unitId={unitId} year={year} /> : cells.data && <EmptyState title={t(meetingsTitles.bookTitle)} why={t(texts.chooseUnit)} />}
    </>
  );
}

function Book({ unitId, year }: { readonly unitId: string; readonly year: string }) {
  const { t } = useText();
  const { today } = useAsOf();
  const columns = useColumns();
  const unit = useProcedure(unitContract.unit, { id: unitId, asOf: today });
  const { rows, more, error, retry } = useRows(resolutionContract.book, { unitId, year: Number(year), limit: MOST_IN_YEAR });
  const parent = unit.data?.parents.find(({ hierarchy, from, to }) => hierarchy === 'party' && from <= today && (to ?? today) >= today)?.parent.name ?? null;
  const lastDay = `${year}-12-31`;
  return (
    <>
      <div className={classes.paperActs} data-screen-only>
        <a className={classes.fileLabel} href={requestOf(resolutionContract.bookFile, { unitId, year: Number(year) }).url} download><IconFileTypeDocx size={20} aria-hidden />{t(texts.word)}</a>
        <PrintButton />
      </div>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!(error && !rows) && <DataTable label={t(meetingsTitles.bookTitle)} columns={columns} rows={rows} more={more} rowId={(row) => row.meetingId} rowHref={(row) => `/sinh-hoat/${row.meetingId}/nghi-quyet`} empty={<EmptyState title={t(texts.none, { year })} why={t(texts.noneWhy)} />} />}
      {rows && unit.data && <BookPrint unit={rows.at(-1)?.unit.name ?? unit.data.name} parent={parent} year={year} on={asDay(today < lastDay ? today : lastDay)} resolutions={rows.map(resolutionOf)} />}
    </>
  );
}

function useColumns(): readonly Column<ResolutionItem>[] {
  const writing = useText();
  const { t, day, number } = writing;
  return [
    { id: 'symbol', title: t(texts.symbol), priority: 1, width: '11rem', cell: (row) => (row.numbering ? symbolOf(resolutionOf(row)) : <StatusMark status="silent" label={t(texts.unnumbered)} />) },
    { id: 'on', title: t(texts.on), priority: 2, width: '8rem', cell: (row) => day(row.on) },
    { id: 'kind', title: t(texts.kind), priority: 3, width: '13rem', cell: (row) => <>{kindInWords(row, writing)}{row.topic && <span className={classes.small}>{row.topic}</span>}</> },
    {
      id: 'content', title: t(texts.content), priority: 2, cell: ({ conclusions, votes }) => (
        <>
          {conclusions.map(({ id, text, owner, dueOn }) => <span key={id} className={classes.resolved}>{text}<span className={classes.small}>{[owner, dueOn && t(texts.until, { day: day(dueOn) })].filter(Boolean).join(' · ')}</span></span>)}
          {votes.length > 0 && <span className={classes.small}>{t(texts.votes, { count: number(votes.length) })}</span>}
        </>
      ),
    },
  ];
}
