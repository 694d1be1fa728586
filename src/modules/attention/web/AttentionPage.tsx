/** What is due or late by rule, alert by alert; what was put off stands apart. Always as of today. */
import { useProcedure, useRows } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import { useAddressValues } from '../../../ui/address.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FilterChips } from '../../../ui/FilterChips.tsx';
import { useText } from '../../../ui/language.tsx';
import { LineSkeletons } from '../../../ui/Loading.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { UnitFilter, useUnitFilter } from '../../membership/web/UnitFilter.tsx';
import { attentionContract } from '../attention.contract.ts';
import { AttentionGroupRows } from './AttentionGroupRows.tsx';
import { attentionTitles } from './attention.titles.messages.ts';
import { attentionWeb as texts } from './attention.web.messages.ts';
import { ALERT_PARAM, groupsOf, type Summary } from './attention.words.ts';
import { RemindingDay } from './RemindingDay.tsx';
import { UnitsBelow, UnitsToChoose } from './UnitsBelow.tsx';
import classes from './attention.module.css';

export function AttentionPage() {
  const { t, day } = useText();
  const { today } = useAsOf();
  const unitId = useUnitFilter();
  const readsUnits = useMayVisit('unit.read');
  const { data, error, refetch } = useProcedure(attentionContract.summary, unitId ? { unitId } : {}, { keepPrevious: true });
  return (
    <>
      <PageHead title={t(attentionTitles.attentionTitle)} description={t(data && data.asOf < today ? texts.aboutTold : texts.about, { day: day(data?.asOf ?? today) })} acts={<PrintButton />} />
      <div className={classes.filters}>
        {readsUnits && <UnitFilter />}
        {data && !error && <FilterChips filters={[{ param: ALERT_PARAM, label: t(texts.alert), choices: data.alerts.map(({ id, title }) => ({ id, label: t(title) })) }]} />}
      </div>
      {error && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {error && readsUnits && <UnitsToChoose unitId={unitId} />}
      {!error && !data && <LineSkeletons count={8} />}
      {!error && data && <RemindingDay unitId={unitId} />}
      {!error && data && <Parts summary={data} unitId={unitId} />}
    </>
  );
}

interface PartsProps {
  readonly summary: Summary;
  readonly unitId: string | undefined;
}

function Parts({ summary, unitId }: PartsProps) {
  const { t, number } = useText();
  const known = useKnownKinds(summary);
  const all = (of: 'count' | 'snoozed') => number(summary.alerts.reduce((sum, alert) => sum + (known.length === 0 || known.includes(alert.id) ? alert[of] : 0), 0));
  const part = (isSnoozed: boolean) => () => <List key={String(isSnoozed)} summary={summary} unitId={unitId} isSnoozed={isSnoozed} />;
  return (
    <>
      <Tabs label={t(texts.parts)} tabs={[{ id: 'hien-tai', label: t(texts.now), count: all('count'), content: part(false) }, { id: 'hoan', label: t(texts.snoozed), count: all('snoozed'), content: part(true) }]} />
      {summary.units.length > 1 && <UnitsBelow units={summary.units} />}
    </>
  );
}

/** Kinds in the address that there are. */
function useKnownKinds(summary: Summary): readonly string[] {
  const [chosen] = useAddressValues(ALERT_PARAM);
  return chosen.filter((id) => summary.alerts.some((alert) => alert.id === id));
}

function List({ summary, unitId, isSnoozed }: PartsProps & { readonly isSnoozed: boolean }) {
  const { t } = useText();
  const known = useKnownKinds(summary);
  const { rows, more, error, retry } = useRows(attentionContract.list, { snoozed: isSnoozed ? 'true' : 'false', limit: 50, ...(unitId ? { unitId } : {}), ...(known.length > 0 ? { alert: known } : {}) });
  if (error) return <ProblemNotice problem={error} onRetry={retry} />;
  if (!rows) return <LineSkeletons count={8} />;
  if (rows.length === 0) return <EmptyState title={t(isSnoozed ? texts.snoozedEmpty : texts.empty)} why={t(emptyWhy(isSnoozed, known.length > 0))} />;
  return (
    <>
      {groupsOf(rows).map((group) => {
        const words = summary.alerts.find(({ id }) => id === group.alert);
        return words && <AttentionGroupRows key={group.alert} group={group} words={words} />;
      })}
      {more && <div data-screen-only><Act onPress={more.load} busy={more.loading}>{t(texts.more)}</Act></div>}
    </>
  );
}

function emptyWhy(isSnoozed: boolean, isFiltered: boolean) {
  if (isFiltered) return texts.filteredEmptyWhy;
  return isSnoozed ? texts.snoozedEmptyWhy : texts.emptyWhy;
}
