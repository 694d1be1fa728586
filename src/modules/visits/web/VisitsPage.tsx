/** Visits: the places that one follows with what is owed there, what comes next, and the list of all within reach. */
import { useState } from 'react';
import { useProcedure, useRows } from '../../../shell/api.ts';
import { useMayVisit, useSession } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import { useAddressValue, useAddressValues } from '../../../ui/address.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FilterChips } from '../../../ui/FilterChips.tsx';
import { useText } from '../../../ui/language.tsx';
import { LineSkeletons } from '../../../ui/Loading.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { OfflineOffer } from '../../../sync/web/OfflineOffer.tsx';
import { UnitFilter, useUnitFilter } from '../../membership/web/UnitFilter.tsx';
import { placeContract } from '../place.contract.ts';
import { visitContract } from '../visit.contract.ts';
import { visitKindNames, visitKinds } from '../visit.kinds.ts';
import { ComingUp } from './ComingUp.tsx';
import { PlaceCards } from './PlaceCards.tsx';
import { RecordVisitSheet } from './RecordVisitSheet.tsx';
import { visitHref } from './visit.words.ts';
import { useVisitColumns } from './visits.columns.tsx';
import { visitsTitles } from './visits.titles.messages.ts';
import { visitsWeb as texts } from './visits.web.messages.ts';
import classes from './visits.module.css';

const PLACE_PARAM = 'noi';
const MINE = 'toi';
/** In the address: to be recorded, at no place in particular. */
const NEW = 'moi';

export function VisitsPage() {
  const { t } = useText();
  const mayRecord = useMayVisit('visit.record');
  const isPerson = useSession().person !== undefined;
  const mayEvaluate = useMayVisit('oversight.evaluate');
  const places = useProcedure(placeContract.places, {}, { enabled: mayRecord && isPerson });
  // An alert leads here with the place at which a visit is owed.
  const [asked, ask] = useAddressValue(PLACE_PARAM);
  const own = places.data?.items ?? [];
  const isKnown = !mayRecord || !isPerson || places.data !== undefined || places.error !== null;
  const isCadre = own.length > 0;
  return (
    <>
      <PageHead title={t(visitsTitles.visits)} description={t(texts.about)} acts={<>{mayRecord && <Act kind="main" disabled={!isKnown} onPress={() => ask(NEW)}>{t(texts.record)}</Act>}<PrintButton /></>} />
      <nav className={classes.links} aria-label={t(visitsTitles.visits)} data-screen-only>
        <Act kind="quiet" href="/bam-co-so/bao-cao">{t(texts.toReports)}</Act>
        <Act kind="quiet" href="/bam-co-so/tham/nghia-vu">{t(texts.toObligations)}</Act>
        {mayEvaluate && <Act kind="quiet" href="/bam-co-so/danh-gia">{t(texts.toEvaluations)}</Act>}
      </nav>
      {isCadre && <OfflineOffer />}
      {places.error && <ProblemNotice problem={places.error} onRetry={() => void places.refetch()} />}
      {!isKnown && <LineSkeletons count={4} />}
      {isCadre && <Section title={t(texts.places)}><PlaceCards places={own} onRecord={ask} /></Section>}
      {isCadre && <Section title={t(texts.ahead)}><ComingUp places={own} /></Section>}
      {isKnown && <Section title={t(texts.list)}><VisitList isCadre={isCadre} onRecord={mayRecord ? () => ask(NEW) : undefined} /></Section>}
      {asked !== undefined && mayRecord && isKnown && <RecordVisitSheet key={asked} places={own} unitId={asked === NEW ? undefined : asked} onClose={() => ask(undefined)} />}
    </>
  );
}

function VisitList({ isCadre, onRecord }: { readonly isCadre: boolean; readonly onRecord: (() => void) | undefined }) {
  const { t } = useText();
  const columns = useVisitColumns();
  const unitId = useUnitFilter();
  const [kinds] = useAddressValues('loai');
  const [agreements] = useAddressValues('doiChieu');
  const [whose] = useAddressValue('ai');
  const [isAll] = useState(!isCadre);
  const kind = visitKinds.filter((one) => kinds.includes(one));
  const agreement = (['agrees', 'differs'] as const).find((one) => agreements.includes(one));
  const isMine = whose === MINE || (!isAll && whose === undefined && unitId === undefined);
  const { rows, more, error, retry } = useRows(visitContract.list, { ...(unitId ? { unitId } : {}), ...(isMine ? { mine: 'yes' as const } : {}), ...(kind.length > 0 ? { kind } : {}), ...(agreement ? { agreement } : {}), limit: 50 });
  const isNarrowed = unitId !== undefined || kind.length > 0 || agreement !== undefined;
  const empty = isNarrowed ? <EmptyState title={t(texts.noneTitle)} why={t(texts.noneWhy)} /> : <EmptyState title={t(texts.emptyTitle)} why={t(texts.emptyWhy)} act={onRecord && <Act onPress={onRecord}>{t(texts.record)}</Act>} importHref="/nhap-du-lieu" />;
  return (
    <>
      <div className={classes.filters} data-screen-only>
        <UnitFilter />
        <FilterChips
          filters={[
            ...(isCadre ? [{ param: 'ai', label: t(texts.mine), choices: [{ id: MINE, label: t(texts.mineOnly) }], single: true }] : []),
            { param: 'loai', label: t(texts.kind), choices: visitKinds.map((id) => ({ id, label: t(visitKindNames[id]) })) },
            { param: 'doiChieu', label: t(texts.agreement), choices: [{ id: 'agrees', label: t(texts.agreesOnly) }, { id: 'differs', label: t(texts.differsOnly) }], single: true },
          ]}
        />
      </div>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!(error && !rows) && <DataTable label={t(texts.list)} columns={columns} rows={rows} more={more} rowId={(row) => row.id} rowName={(row) => row.unit.name} rowHref={(row) => visitHref(row.id)} empty={empty} />}
    </>
  );
}
