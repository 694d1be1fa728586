/** The register of members working away: whoever is to be called first comes first; below it the guests of other cells. */
import { useState } from 'react';
import type { z } from 'zod';
import { useRows } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { Act } from '../../../ui/Act.tsx';
import { useAddressValue } from '../../../ui/address.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FilterChips } from '../../../ui/FilterChips.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import type { Column } from '../../../ui/table.ts';
import { membershipContract } from '../membership.contract.ts';
import { awayWeb as texts } from './away.web.messages.ts';
import { MembershipActSheet } from './MembershipActSheet.tsx';
import type { MembershipActId } from './membership.state.ts';
import { membershipTitles } from './membership.titles.messages.ts';
import { UnitFilter, useUnitFilter } from './UnitFilter.tsx';
import classes from './AwayPage.module.css';

type Away = z.output<(typeof membershipContract)['away']['output']>['items'][number];
type Guest = z.output<(typeof membershipContract)['guests']['output']>['items'][number];

interface Recording {
  readonly actId: MembershipActId;
  readonly person: { readonly id: string; readonly fullName: string };
  readonly away?: Away;
}

const LEAVE = 'baoCao';
const DUE = 'canGoi';

export function AwayPage() {
  const { t, day: writtenDay } = useText();
  const { day } = useAsOf();
  const [recording, setRecording] = useState<Recording>();
  return (
    <>
      <PageHead title={t(membershipTitles.away)} description={t(texts.about, { day: writtenDay(day) })} acts={<PrintButton />} />
      <div className={classes.filters} data-screen-only><UnitFilter /><AwayFilters /></div>
      <AwayRegister onRecord={setRecording} />
      <Section title={t(texts.guests)} description={t(texts.guestsAbout)}><GuestRegister onRecord={setRecording} /></Section>
      {recording && <MembershipActSheet actId={recording.actId} person={recording.person} away={recording.away} onClose={() => setRecording(undefined)} />}
    </>
  );
}

function AwayFilters() {
  const { t } = useText();
  return (
    <FilterChips
      filters={[
        { param: LEAVE, label: t(texts.leave), single: true, choices: [{ id: 'yes', label: t(texts.withLeave) }, { id: 'no', label: t(texts.withoutLeave) }, { id: 'unknown', label: t(texts.leaveUnknown) }] },
        { param: DUE, label: t(texts.contact), single: true, choices: [{ id: 'true', label: t(texts.isDue) }] },
      ]}
    />
  );
}

function AwayRegister({ onRecord }: { readonly onRecord: (recording: Recording) => void }) {
  const { t } = useText();
  const { day } = useAsOf();
  const unitId = useUnitFilter();
  const [leave] = useAddressValue(LEAVE);
  const [due] = useAddressValue(DUE);
  const { rows, more, error, retry } = useRows(membershipContract.away, {
    asOf: day, limit: 50, ...(unitId ? { unitId } : {}), ...(leave === 'yes' || leave === 'no' || leave === 'unknown' ? { leave } : {}), ...(due === 'true' ? { isDue: 'true' as const } : {}),
  });
  const columns = useAwayColumns(onRecord);
  if (error && !rows) return <ProblemNotice problem={error} onRetry={retry} />;
  return (
    <DataTable
      label={t(membershipTitles.away)} columns={columns} rows={rows} more={more} rowId={(row) => row.personId} rowName={(row) => row.fullName} rowHref={(row) => `/con-nguoi/${row.personId}`}
      empty={<EmptyState title={t(texts.none)} why={t(texts.noneWhy)} />}
    />
  );
}

function useAwayColumns(onRecord: (recording: Recording) => void): readonly Column<Away>[] {
  const { t, day: written } = useText();
  const { day } = useAsOf();
  return [
    { id: 'name', title: t(texts.name), priority: 1, cell: (row) => row.fullName },
    { id: 'cell', title: t(texts.cell), priority: 2, cell: (row) => row.cell.name },
    { id: 'since', title: t(texts.since), priority: 2, cell: (row) => <>{written(row.since)}{row.until && <span className={classes.soft}>{t(texts.until, { day: written(row.until) })}</span>}</> },
    { id: 'place', title: t(texts.place), priority: 2, cell: (row) => <>{row.place ?? '–'}{row.isElsewhere && <span className={classes.soft}>{row.hostCell ? t(texts.host, { cell: row.hostCell }) : t(texts.hostElsewhere)}</span>}{row.assignedWork && <span className={classes.soft}>{row.assignedWork}</span>}</> },
    { id: 'leave', title: t(texts.leave), priority: 2, cell: (row) => <StatusMark status={row.withLeave === null ? 'silent' : row.withLeave ? 'done' : 'late'} label={t(row.withLeave === null ? texts.leaveUnknown : row.withLeave ? texts.withLeave : texts.withoutLeave)} /> },
    {
      id: 'contact', title: t(texts.contact), priority: 2,
      cell: (row) => (
        <>
          {row.contactDueOn ? <StatusMark status={row.contactDueOn <= day ? 'late' : 'on-time'} label={t(row.contactDueOn <= day ? texts.dueSince : texts.dueOn, { day: written(row.contactDueOn) })} /> : t(texts.noDue)}
          {row.contactedOn && <span className={classes.soft}>{t(texts.last, { day: written(row.contactedOn) })}</span>}
        </>
      ),
    },
    { id: 'act', title: t(texts.acts), priority: 2, cell: (row) => row.mayRecord && <span data-screen-only><Act kind="quiet" aria-label={`${t(texts.recordContact)}: ${row.fullName}`} onPress={() => onRecord({ actId: 'keepContact', person: { id: row.personId, fullName: row.fullName }, away: row })}>{t(texts.recordContact)}</Act></span> },
  ];
}

function GuestRegister({ onRecord }: { readonly onRecord: (recording: Recording) => void }) {
  const { t, period, day: written } = useText();
  const { day } = useAsOf();
  const unitId = useUnitFilter();
  const { rows, more, error, retry } = useRows(membershipContract.guests, { asOf: day, limit: 50, ...(unitId ? { unitId } : {}) });
  const columns: readonly Column<Guest>[] = [
    { id: 'name', title: t(texts.name), priority: 1, cell: (row) => row.fullName },
    { id: 'cell', title: t(texts.hostCell), priority: 2, cell: (row) => row.hostCell.name },
    { id: 'time', title: t(texts.time), priority: 2, cell: (row) => period(row.period) },
    { id: 'state', title: t(texts.state), priority: 2, cell: (row) => <StatusMark status={row.confirmedOn ? 'done' : 'due-soon'} label={row.confirmedOn ? t(texts.confirmed, { day: written(row.confirmedOn) }) : t(texts.notConfirmed)} /> },
    { id: 'act', title: t(texts.acts), priority: 2, cell: (row) => row.mayConfirm && <span data-screen-only><Act kind="quiet" aria-label={`${t(texts.confirm)}: ${row.fullName}`} onPress={() => onRecord({ actId: 'confirmTemporary', person: { id: row.personId, fullName: row.fullName } })}>{t(texts.confirm)}</Act></span> },
  ];
  if (error && !rows) return <ProblemNotice problem={error} onRetry={retry} />;
  return <DataTable label={t(texts.guests)} columns={columns} rows={rows} more={more} rowId={(row) => row.personId} rowName={(row) => row.fullName} empty={<EmptyState title={t(texts.noGuests)} why={t(texts.noGuestsWhy)} />} />;
}
