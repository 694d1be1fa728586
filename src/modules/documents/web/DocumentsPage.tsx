/** The register of documents within reach: what was issued, what came, and whether it is in force. */
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
import { documentContract } from '../document.contract.ts';
import { directionNames, directions, documentTypeCodes, documentTypes } from '../document.kinds.ts';
import { documentHref } from './document.words.ts';
import { useDocumentColumns } from './documents.columns.tsx';
import { documentsAsked, isNarrowed, ON, params, type DocumentsAsked } from './documents.filters.ts';
import { documentsTitles } from './documents.titles.messages.ts';
import { documentsWeb as texts } from './documents.web.messages.ts';
import { EnterSheet } from './EnterSheet.tsx';
import classes from './documents.module.css';

export function DocumentsPage() {
  const { t } = useText();
  const mayRecord = useMayVisit('document.record');
  const [isEntering, setEntering] = useState(false);
  const asked = useAsked();
  const enter = mayRecord && <Act kind="main" onPress={() => setEntering(true)}>{t(texts.enter)}</Act>;
  return (
    <>
      <PageHead title={t(documentsTitles.documents)} description={t(texts.about)} acts={<>{enter}<PrintButton /></>} />
      <Filters asked={asked} />
      <Register asked={asked} onEnter={mayRecord ? () => setEntering(true) : undefined} />
      {isEntering && <EnterSheet onClose={() => setEntering(false)} />}
    </>
  );
}

function useAsked(): DocumentsAsked {
  const address = useSearch({ strict: false }) as AddressSearch;
  return documentsAsked({ unitId: useUnitFilter(), values: (param) => [address[param] ?? []].flat() });
}

/** On a phone the list comes first; filters unfold above it. */
function Filters({ asked }: { readonly asked: DocumentsAsked }) {
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
  return (
    <div className={classes.filters}>
      <FilterChips
        filters={[
          { param: params.direction, label: t(texts.direction), single: true, choices: directions.map((id) => ({ id, label: t(directionNames[id]) })) },
          { param: params.type, label: t(texts.type), choices: documentTypeCodes.map((id) => ({ id, label: t(documentTypes[id]) })) },
          { param: params.toConfirm, label: t(texts.receipt), choices: [{ id: ON, label: t(texts.toConfirm) }] },
          { param: params.regulations, label: t(texts.regulations), choices: [{ id: ON, label: t(texts.regulationsOnly) }] },
          ...(hasUnit ? [{ param: params.below, label: t(texts.below), choices: [{ id: ON, label: t(texts.belowToo) }] }] : []),
        ]}
      />
    </div>
  );
}

function Register({ asked, onEnter }: { readonly asked: DocumentsAsked; readonly onEnter: (() => void) | undefined }) {
  const { t } = useText();
  const columns = useDocumentColumns();
  const { rows, more, error, retry } = useRows(documentContract.list, { ...asked, limit: 50 });
  const empty = isNarrowed(asked)
    ? <EmptyState title={t(texts.noneTitle)} why={t(texts.noneWhy)} />
    : <EmptyState title={t(texts.emptyTitle)} why={t(texts.emptyWhy)} act={onEnter && <Act onPress={onEnter}>{t(texts.enter)}</Act>} />;
  return (
    <>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!(error && !rows) && <DataTable label={t(documentsTitles.documents)} columns={columns} rows={rows} more={more} rowId={(row) => row.id} rowName={(row) => row.symbol} rowHref={(row) => documentHref(row.id)} empty={empty} />}
    </>
  );
}
