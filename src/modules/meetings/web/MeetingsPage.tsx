/** What comes up, what was forgotten, what was held; and the ways to plan or record a meeting. */
import { useState } from 'react';
import { useProcedure, useRows } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { addDays, day as asDay } from '../../../platform/day.ts';
import { useAddressValue, useAddressValues } from '../../../ui/address.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FilterChips } from '../../../ui/FilterChips.tsx';
import { useText } from '../../../ui/language.tsx';
import { useIsPhone } from '../../../ui/useIsPhone.ts';
import { PageHead } from '../../../ui/PageHead.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { OfflineOffer } from '../../../sync/web/OfflineOffer.tsx';
import { UnitFilter, useUnitFilter } from '../../membership/web/UnitFilter.tsx';
import { unitContract } from '../../units/unit.contract.ts';
import { meetingContract } from '../meeting.contract.ts';
import { MeetingsActs } from './MeetingsActs.tsx';
import { kindNames, meetingKinds, meetingStates, meetingUnitKinds, type MeetingState } from '../meeting.kinds.ts';
import { stateNames } from './meeting.words.ts';
import { useMeetingColumns } from './meetings.columns.tsx';
import { yearsToChoose, yearBounds } from './meetings.filters.ts';
import { meetingsTitles } from './meetings.titles.messages.ts';
import { meetingsWeb as texts } from './meetings.web.messages.ts';
import { PlanMonthsSheet } from './PlanMonthsSheet.tsx';
import { PlanSheet } from './PlanSheet.tsx';
import classes from './meetings.module.css';

const KIND = 'loai';
const STATE = 'tinhTrang';
const YEAR = 'nam';
const aheadStates: readonly MeetingState[] = ['planned', 'invited', 'open'];
const heldStates: readonly MeetingState[] = ['closed', 'adopted', 'cancelled'];

export function MeetingsPage() {
  const { t } = useText();
  const { today } = useAsOf();
  const [open, setOpen] = useState<'plan' | 'months'>();
  const filters = useFilters();
  const cells = useProcedure(unitContract.list, { kind: ['cell'], asOf: today, limit: 2 });
  const hasOneUnit = cells.data?.items.length === 1;
  const list = { filters, hasOneUnit };
  return (
    <>
      <PageHead title={t(meetingsTitles.meetingsTitle)} description={t(texts.about)} acts={<MeetingsActs onOpen={setOpen} />} />
      <OfflineOffer />
      <Filters hasOneUnit={hasOneUnit} isNarrowed={filters.isNarrowed} />
      <MeetingList {...list} part="overdue" states={filters.statesOf(aheadStates)} />
      <MeetingList {...list} part="ahead" states={filters.statesOf(aheadStates)} />
      <MeetingList {...list} part="held" states={filters.statesOf(heldStates)} />
      {open === 'plan' && <PlanSheet onClose={() => setOpen(undefined)} />}
      {open === 'months' && <PlanMonthsSheet onClose={() => setOpen(undefined)} />}
    </>
  );
}

/** On a phone the list comes first; filters unfold above it. */
function Filters({ hasOneUnit, isNarrowed }: { readonly hasOneUnit: boolean; readonly isNarrowed: boolean }) {
  const { t } = useText();
  const { today } = useAsOf();
  const isPhone = useIsPhone();
  const chips = (
    <div className={classes.filters}>
      {!hasOneUnit && <UnitFilter kinds={meetingUnitKinds} />}
      <FilterChips
        filters={[
          { param: KIND, label: t(texts.kind), choices: meetingKinds.map((id) => ({ id, label: t(kindNames[id]) })) },
          { param: STATE, label: t(texts.state), choices: meetingStates.map((id) => ({ id, label: t(stateNames[id]) })) },
          { param: YEAR, label: t(texts.year), choices: yearsToChoose(today).map((id) => ({ id, label: id })), single: true },
        ]}
      />
    </div>
  );
  return isPhone ? <details className={classes.foldedFilters} open={isNarrowed} data-screen-only><summary>{t(texts.filters)}</summary>{chips}</details> : chips;
}

type Asked = ReturnType<typeof useFilters>;

function useFilters() {
  const unitId = useUnitFilter();
  const [kinds] = useAddressValues(KIND);
  const [states] = useAddressValues(STATE);
  const [year] = useAddressValue(YEAR);
  const kind = meetingKinds.filter((one) => kinds.includes(one));
  const chosen = meetingStates.filter((one) => states.includes(one));
  return {
    asked: { ...(unitId ? { unitId } : {}), ...(kind.length > 0 ? { kind } : {}) }, year,
    isNarrowed: Boolean(unitId ?? year) || kind.length > 0 || chosen.length > 0,
    statesOf: (part: readonly MeetingState[]) => (chosen.length === 0 ? part : part.filter((one) => chosen.includes(one))),
  };
}

interface MeetingListProps {
  readonly part: 'overdue' | 'ahead' | 'held';
  readonly states: readonly MeetingState[];
  readonly filters: Asked;
  readonly hasOneUnit: boolean;
}

/** A part whose states are filtered out is not asked for. */
function MeetingList(props: MeetingListProps) {
  const { today } = useAsOf();
  const { part, filters } = props;
  const own = { overdue: { to: addDays(asDay(today), -1) }, ahead: { from: asDay(today) }, held: { to: asDay(today) } }[part];
  const period = yearBounds(filters.year, own);
  return props.states.length === 0 || !period ? null : <AskedList {...props} period={period} />;
}

function AskedList({ part, states, filters, hasOneUnit, period }: MeetingListProps & { readonly period: { readonly from?: string; readonly to?: string } }) {
  const { t } = useText();
  const mayRecord = useMayVisit('meeting.record');
  const columns = useMeetingColumns({ isHeld: part === 'held', hasOneUnit });
  const { rows, more, error, retry } = useRows(meetingContract.list, { ...filters.asked, ...period, state: [...states], order: part === 'ahead' ? 'ahead' : 'latest', limit: part === 'held' ? 30 : 12 });
  if (part === 'overdue' && !rows?.length) return null;
  const empty = filters.isNarrowed
    ? <EmptyState title={t(texts.noneFound)} why={t(texts.noneFoundWhy)} />
    : part === 'ahead' ? <EmptyState title={t(texts.noneAhead)} why={t(mayRecord ? texts.noneAheadWhy : texts.noneAheadReader)} /> : <EmptyState title={t(texts.noneHeld)} why={t(texts.noneHeldWhy)} />;
  return (
    <Section title={t(texts[part])} {...(part === 'overdue' ? { description: t(texts.overdueAbout) } : {})}>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!(error && !rows) && <DataTable label={t(texts[part])} columns={columns} rows={rows} more={more} rowId={(row) => row.id} rowHref={(row) => `/sinh-hoat/${row.id}`} empty={empty} />}
    </Section>
  );
}
