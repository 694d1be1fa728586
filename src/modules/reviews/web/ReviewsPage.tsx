/** Cycles of review within reach, and below them the reviews that one may see. */
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useProcedure, useRows } from '../../../shell/api.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import type { AddressSearch } from '../../../ui/address.ts';
import { useText } from '../../../ui/language.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { UnitFilter, useUnitFilter } from '../../membership/web/UnitFilter.tsx';
import { reviewContract } from '../review.contract.ts';
import { cycleKindNames, reviewStates } from '../review.kinds.ts';
import { OpenCycleSheet } from './OpenCycleSheet.tsx';
import { ReviewChips, ReviewTable, params } from './ReviewTable.tsx';
import { cycleHref, type CycleItem } from './review.words.ts';
import { reviewsTitles } from './reviews.titles.messages.ts';
import { reviewsWeb as texts } from './reviews.web.messages.ts';
import classes from './reviews.module.css';

export function ReviewsPage() {
  const { t } = useText();
  const mayRecord = useMayVisit('review.record');
  const unitId = useUnitFilter();
  const [isOpening, setOpening] = useState(false);
  const narrowed = useNarrowed();
  const { rows, more, error, retry } = useRows(reviewContract.list, { ...(unitId ? { unitId } : {}), ...narrowed, limit: 50 });
  return (
    <>
      <PageHead title={t(reviewsTitles.reviews)} description={t(texts.about)} acts={mayRecord && <Act kind="main" onPress={() => setOpening(true)}>{t(texts.open)}</Act>} />
      <div className={classes.find} data-screen-only><UnitFilter /></div>
      <Cycles unitId={unitId} />
      <Section title={t(texts.list)}>
        <ReviewChips />
        {error && <ProblemNotice problem={error} onRetry={retry} />}
        {!(error && !rows) && <ReviewTable rows={rows} more={more} />}
      </Section>
      {isOpening && <OpenCycleSheet onClose={() => setOpening(false)} />}
    </>
  );
}

/** What the address asks the list for; words that mean nothing are passed over. */
export function useNarrowed() {
  const address = useSearch({ strict: false }) as AddressSearch;
  const valuesOf = (param: string) => [address[param] ?? []].flat();
  const [of] = (['collectives', 'people'] as const).filter((one) => valuesOf(params.of).includes(one));
  const state = reviewStates.filter((one) => valuesOf(params.state).includes(one));
  return { ...(of ? { of } : {}), ...(state.length > 0 ? { state } : {}) };
}

function Cycles({ unitId }: { readonly unitId: string | undefined }) {
  const { t } = useText();
  const { data, error, refetch } = useProcedure(reviewContract.cycles, { ...(unitId ? { unitId } : {}), limit: 20 });
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return (
    <Section title={t(texts.cycles)}>
      {data.items.length === 0 ? <p className={classes.soft}>{t(texts.noCycles)}</p> : <ul className={classes.list}>{data.items.map((cycle) => <li key={cycle.id}><CycleRow cycle={cycle} /></li>)}</ul>}
    </Section>
  );
}

function CycleRow({ cycle }: { readonly cycle: CycleItem }) {
  const { t, day } = useText();
  const { id, title, unit, kind, from, to, dueOn, closedOn } = cycle;
  return (
    <>
      <PageLink href={cycleHref(id)} className={classes.open}>{title}</PageLink>
      <div className={classes.foot}>
        <span>{unit.name}</span>
        <span>{t(cycleKindNames[kind])}: {t(texts.period, { from: day(from), to: day(to) })}</span>
        <StatusMark status={closedOn ? 'done' : 'on-time'} label={closedOn ? t(texts.closed, { day: day(closedOn) }) : t(texts.due, { day: day(dueOn) })} />
      </div>
    </>
  );
}
