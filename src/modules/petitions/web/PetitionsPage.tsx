/** Petitions: what waits for one's office, what places have raised, and how it stands in figures. */
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { FigureTiles } from '../../../figures/web/FigureTiles.tsx';
import { useProcedure, useRows } from '../../../shell/api.ts';
import { useMayVisit, useSession } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import type { AddressSearch } from '../../../ui/address.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FilterChips } from '../../../ui/FilterChips.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { AddressSearchBox } from '../../../ui/SearchBox.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { useIsPhone } from '../../../ui/useIsPhone.ts';
import { UnitFilter, useUnitFilter } from '../../membership/web/UnitFilter.tsx';
import { petitionContract } from '../petition.contract.ts';
import { sourceNames, sources, stateNames, states } from '../petition.kinds.ts';
import { Inbox } from './Inbox.tsx';
import { Medians } from './Medians.tsx';
import { petitionHref } from './petition.words.ts';
import { usePetitionColumns } from './petitions.columns.tsx';
import { isNarrowed, ON, params, petitionsAsked, type PetitionsAsked } from './petitions.filters.ts';
import { petitionsTitles } from './petitions.titles.messages.ts';
import { petitionsWeb as texts } from './petitions.web.messages.ts';
import { RecordSheet } from './RecordSheet.tsx';
import { Statistics } from './Statistics.tsx';
import { ToConfirm } from './ToConfirm.tsx';
import { useTopics } from './useTopics.ts';
import classes from './petitions.module.css';

export function PetitionsPage() {
  const { t } = useText();
  const mayRecord = useMayVisit('petition.record');
  const mayHandle = useMayVisit('petition.handle');
  const [isRecording, setRecording] = useState(false);
  const onRecord = mayRecord ? () => setRecording(true) : undefined;
  const acts = <>{onRecord && <Act kind="main" onPress={onRecord}>{t(texts.record)}</Act>}<PageLink href="/kien-nghi/danh-muc" className={classes.open}>{t(texts.catalogue)}</PageLink><PrintButton /></>;
  const tabs = [
    ...(mayHandle ? [{ id: 'xu-ly', label: t(texts.inboxTab), content: () => <Inbox /> }] : []),
    { id: 'co-so', label: t(texts.placesTab), content: () => <Places onRecord={onRecord} /> },
    { id: 'so-lieu', label: t(texts.figuresTab), content: () => <Figures /> },
  ];
  return (
    <>
      <PageHead title={t(petitionsTitles.petitions)} description={t(texts.about)} acts={acts} />
      <Tabs label={t(texts.tabs)} tabs={tabs} />
      {isRecording && <RecordSheet onClose={() => setRecording(false)} />}
    </>
  );
}

function Places({ onRecord }: { readonly onRecord: (() => void) | undefined }) {
  const { t } = useText();
  const address = useSearch({ strict: false }) as AddressSearch;
  const asked = petitionsAsked({ unitId: useUnitFilter(), values: (param) => [address[param] ?? []].flat() });
  const columns = usePetitionColumns({ isInbox: false });
  const mayConfirm = useMayVisit('petition.confirm');
  const { rows, more, error, retry } = useRows(petitionContract.list, { ...asked, limit: 50 });
  const empty = isNarrowed(asked)
    ? <EmptyState title={t(texts.noneTitle)} why={t(texts.noneWhy)} />
    : <EmptyState title={t(texts.emptyTitle)} why={t(texts.emptyWhy)} act={onRecord && <Act onPress={onRecord}>{t(texts.record)}</Act>} />;
  return (
    <>
      {mayConfirm && !isNarrowed(asked) && <ToConfirm />}
      <Filters asked={asked} />
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!(error && !rows) && <DataTable label={t(petitionsTitles.petitions)} columns={columns} rows={rows} more={more} rowId={(row) => row.id} rowName={(row) => row.text} rowHref={(row) => petitionHref(row.id)} empty={empty} />}
    </>
  );
}

/** On a phone the list comes first; filters unfold above it. */
function Filters({ asked }: { readonly asked: PetitionsAsked }) {
  const { t } = useText();
  const isPhone = useIsPhone();
  const { search: _search, ...chosen } = asked;
  return (
    <>
      <div className={classes.find} data-screen-only>
        <AddressSearchBox param={params.search} label={t(texts.search)} />
        {!isPhone && <UnitFilter />}
      </div>
      {isPhone ? <details className={classes.foldedFilters} open={isNarrowed(chosen)} data-screen-only><summary>{t(texts.filters)}</summary><UnitFilter /><Chips /></details> : <Chips />}
    </>
  );
}

function Chips() {
  const { t } = useText();
  const topics = useTopics(undefined);
  return (
    <div className={classes.filters}>
      <FilterChips
        filters={[
          { param: params.state, label: t(texts.state), choices: states.map((id) => ({ id, label: t(stateNames[id]) })) },
          { param: params.late, label: t(texts.late), choices: [{ id: ON, label: t(texts.lateOnly) }] },
          { param: params.topic, label: t(texts.topic), choices: topics.map(({ code, name, parent }) => ({ id: code, label: parent ? `– ${t(name)}` : t(name) })) },
          { param: params.source, label: t(texts.source), choices: sources.map((id) => ({ id, label: t(sourceNames[id]) })) },
          { param: params.recurring, label: t(texts.recurring), choices: [{ id: ON, label: t(texts.recurringOnly) }] },
        ]}
      />
    </div>
  );
}

const ofPlaces = ['petitions.raised', 'petitions.settled', 'petitions.firstAnswer', 'petitions.open', 'petitions.late', 'petitions.reopened', 'petitions.pingPong', 'petitions.recurring'];
const ofBodies = ['petitions.atBody', 'petitions.answered'];

function Figures() {
  const { t } = useText();
  const { home } = useSession();
  const unit = useUnitFilter() ?? home?.unitId;
  const known = useProcedure(petitionContract.inbox, {}, { enabled: unit === undefined }).data?.body?.id;
  const asked = unit ?? known;
  return (
    <>
      <div className={classes.find} data-screen-only><UnitFilter /></div>
      {asked ? (
        <>
          <Statistics unitId={asked} />
          <Section title={t(texts.figuresOfPlaces)}><FigureTiles unit={asked} figures={ofPlaces} /></Section>
          <Section title={t(texts.figuresOfBodies)}><FigureTiles unit={asked} figures={ofBodies} /></Section>
          <Medians unitId={asked} />
        </>
      ) : <p className={classes.soft}>{t(texts.figuresUnit)}</p>}
    </>
  );
}
