/** The ledger of shortcomings within reach: what was found, how far the remedy has come, what is late or found again. */
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useRows } from '../../../shell/api.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import type { AddressSearch } from '../../../ui/address.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FilterChips } from '../../../ui/FilterChips.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { AddressSearchBox } from '../../../ui/SearchBox.tsx';
import { useIsPhone } from '../../../ui/useIsPhone.ts';
import { UnitFilter, useUnitFilter } from '../../membership/web/UnitFilter.tsx';
import { shortcomingContract } from '../shortcoming.contract.ts';
import { foundInNames, foundIns, stateNames, states, topicCodes, topics } from '../shortcoming.kinds.ts';
import { NoteSheet } from './NoteSheet.tsx';
import { shortcomingHref } from './shortcoming.words.ts';
import { useShortcomingColumns } from './shortcomings.columns.tsx';
import { isNarrowed, ON, params, shortcomingsAsked, type ShortcomingsAsked } from './shortcomings.filters.ts';
import { shortcomingsTitles } from './shortcomings.titles.messages.ts';
import { shortcomingsWeb as texts } from './shortcomings.web.messages.ts';
import classes from './shortcomings.module.css';

export function ShortcomingsPage() {
  const { t } = useText();
  const mayRecord = useMayVisit('shortcoming.record');
  const [isNoting, setNoting] = useState(false);
  const address = useSearch({ strict: false }) as AddressSearch;
  const asked = shortcomingsAsked({ unitId: useUnitFilter(), values: (param) => [address[param] ?? []].flat() });
  const note = mayRecord && <Act kind="main" onPress={() => setNoting(true)}>{t(texts.note)}</Act>;
  return (
    <>
      <PageHead title={t(shortcomingsTitles.shortcomings)} description={t(texts.about)} acts={<>{note}<PrintButton /></>} />
      <Filters asked={asked} />
      <Ledger asked={asked} onNote={mayRecord ? () => setNoting(true) : undefined} />
      {isNoting && <NoteSheet onClose={() => setNoting(false)} />}
    </>
  );
}

/** On a phone the list comes first; filters unfold above it. */
function Filters({ asked }: { readonly asked: ShortcomingsAsked }) {
  const { t } = useText();
  const isPhone = useIsPhone();
  const { search: _search, ...chosen } = asked;
  return (
    <>
      <div className={classes.find} data-screen-only>
        <AddressSearchBox param={params.search} label={t(texts.search)} />
        {!isPhone && <UnitFilter />}
      </div>
      {isPhone ? (
        <details className={classes.foldedFilters} open={isNarrowed(chosen)} data-screen-only>
          <summary>{t(texts.filters)}</summary>
          <UnitFilter />
          <Chips hasUnit={asked.unitId !== undefined} />
        </details>
      ) : <Chips hasUnit={asked.unitId !== undefined} />}
    </>
  );
}

function Chips({ hasUnit }: { readonly hasUnit: boolean }) {
  const { t } = useText();
  const ofUnit = [{ param: params.below, label: t(texts.below), choices: [{ id: ON, label: t(texts.belowToo) }] }, { param: params.raised, label: t(texts.raised), choices: [{ id: ON, label: t(texts.raisedOnly) }] }];
  return (
    <div className={classes.filters}>
      <FilterChips
        filters={[
          { param: params.state, label: t(texts.state), choices: states.map((id) => ({ id, label: t(stateNames[id]) })) },
          { param: params.late, label: t(texts.late), choices: [{ id: ON, label: t(texts.lateOnly) }] },
          { param: params.topic, label: t(texts.topic), choices: topicCodes.map((id) => ({ id, label: t(topics[id]) })) },
          { param: params.foundIn, label: t(texts.foundIn), choices: foundIns.map((id) => ({ id, label: t(foundInNames[id]) })) },
          { param: params.recurring, label: t(texts.recurring), choices: [{ id: ON, label: t(texts.recurringOnly) }] },
          ...(hasUnit ? ofUnit : []),
        ]}
      />
    </div>
  );
}

function Ledger({ asked, onNote }: { readonly asked: ShortcomingsAsked; readonly onNote: (() => void) | undefined }) {
  const { t } = useText();
  const columns = useShortcomingColumns();
  const { rows, more, error, retry } = useRows(shortcomingContract.list, { ...asked, limit: 50 });
  const empty = isNarrowed(asked)
    ? <EmptyState title={t(texts.noneTitle)} why={t(texts.noneWhy)} />
    : <EmptyState title={t(texts.emptyTitle)} why={t(texts.emptyWhy)} act={onNote && <Act onPress={onNote}>{t(texts.note)}</Act>} />;
  return (
    <>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!(error && !rows) && <DataTable label={t(shortcomingsTitles.shortcomings)} columns={columns} rows={rows} more={more} rowId={(row) => row.id} rowName={(row) => row.what} rowHref={(row) => shortcomingHref(row.id)} empty={empty} />}
    </>
  );
}
