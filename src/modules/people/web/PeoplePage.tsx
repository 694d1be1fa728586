/** The list of people on the day: searched, filtered, exported; new people are recorded from here. */
import { useMediaQuery } from '@mantine/hooks';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useProcedure, useRows } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { requestOf } from '../../../shell/request.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import type { AddressSearch } from '../../../ui/address.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { DownloadMenu } from '../../../ui/DownloadMenu.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { AddressSearchBox } from '../../../ui/SearchBox.tsx';
import { UnitFilter, useUnitFilter } from '../../membership/web/UnitFilter.tsx';
import { personContract } from '../person.contract.ts';
import { FindByNumberSheet } from './FindByNumberSheet.tsx';
import { PeopleFilters } from './PeopleFilters.tsx';
import { isNarrowed, params, peopleAsked, type PeopleAsked } from './people.filters.ts';
import { usePeopleColumns } from './people.columns.tsx';
import { peopleWeb as texts } from './people.web.messages.ts';
import { PrintedPeople, PrintPeople, usePeoplePrinting } from './PeoplePrint.tsx';
import { RecordPersonSheet } from './RecordPersonSheet.tsx';
import classes from './people.module.css';

/** A longer table draws only the rows in sight. */
const drawnWhole = 100;

export function PeoplePage() {
  const { t, day: writtenDay, number } = useText();
  const { day } = useAsOf();
  const mayRecord = useMayVisit('person.record');
  const mayAct = useMayVisit('member.record');
  const mayExport = useMayVisit('record.export');
  const mayFind = useMayVisit('person.contact');
  const [open, setOpen] = useState<'add' | 'find'>();
  const isPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });
  const asked = useAsked(day);
  const { rows, more, error, retry } = useRows(personContract.list, asked);
  const columns = usePeopleColumns();
  const printing = usePeoplePrinting(asked);
  // Counting takes longer than a page: it is asked for once the page is there.
  const { data: count } = useProcedure(personContract.count, asked, { enabled: rows !== undefined });
  const countText = count ? t(count.exact ? texts.count : texts.countOver, { count: number(count.atLeast) }) : undefined;
  return (
    <>
      <PageHead
        title={t(texts.title)} description={[t(texts.about, { day: writtenDay(day) }), mayAct && !mayRecord && t(texts.addElsewhere)].filter(Boolean).join(' ')}
        acts={(
          <>
            <PrintPeople printing={printing} />
            {mayExport && <PeopleExport asked={asked} />}
            {mayFind && <Act onPress={() => setOpen('find')}>{t(texts.byNumber)}</Act>}
            {mayRecord && <Act kind="main" onPress={() => setOpen('add')}>{t(texts.add)}</Act>}
          </>
        )}
      />
      <div className={classes.find} data-screen-only>
        <AddressSearchBox param={params.search} label={t(texts.search)} />
        {!isPhone && <UnitFilter />}
      </div>
      {isPhone ? <FoldedFilters isOpen={isNarrowed(asked)} /> : <PeopleFilters />}
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {Boolean(printing.problem) && <ProblemNotice problem={printing.problem} onRetry={() => void printing.print()} />}
      <PrintedPeople whole={printing.whole} isShownWhole={!more && (rows?.length ?? 0) <= drawnWhole} countText={countText} />
      {!(error && !rows) && (
        <div data-screen-only={printing.whole ? true : undefined}>
          <DataTable
            label={t(texts.title)} columns={columns} rows={rows} rowId={(row) => row.id} rowName={(row) => row.fullName} rowHref={(row) => `/con-nguoi/${row.id}`}
            countText={countText} more={more}
            empty={isNarrowed(asked)
              ? <EmptyState title={t(texts.noneTitle)} why={t(texts.noneWhy)} />
              : <EmptyState title={t(texts.emptyTitle)} why={t(texts.emptyWhy)} act={mayRecord && <Act onPress={() => setOpen('add')}>{t(texts.add)}</Act>} importHref="/nhap-du-lieu" />}
          />
        </div>
      )}
      {open === 'add' && <RecordPersonSheet onClose={() => setOpen(undefined)} />}
      {open === 'find' && <FindByNumberSheet onClose={() => setOpen(undefined)} />}
    </>
  );
}

/** On a phone the list comes first; filters unfold above it. */
function FoldedFilters({ isOpen }: { readonly isOpen: boolean }) {
  const { t } = useText();
  return (
    <details className={classes.folded} open={isOpen} data-screen-only>
      <summary>{t(texts.filters)}</summary>
      <UnitFilter />
      <PeopleFilters />
    </details>
  );
}

function useAsked(asOf: string): PeopleAsked {
  const address = useSearch({ strict: false }) as AddressSearch;
  const unitId = useUnitFilter();
  const values = (param: string) => [address[param] ?? []].flat();
  return peopleAsked({ search: values(params.search)[0], unitId, values, asOf });
}

function PeopleExport({ asked }: { readonly asked: PeopleAsked }) {
  const { t, language } = useText();
  const mayContact = useMayVisit('person.contact');
  const files = [{ format: 'xlsx', name: t(texts.excel) }, { format: 'csv', name: t(texts.csv) }] as const;
  const downloads = (mayContact ? [false, true] : [false]).flatMap((contacts) => files.map(({ format, name }) => ({
    label: contacts ? t(texts.withContacts, { file: name }) : name,
    href: requestOf(personContract.export, { ...asked, format, language, ...(contacts ? { contacts } : {}) }).url,
  })));
  return <DownloadMenu label={t(texts.exportList)} downloads={downloads} />;
}
