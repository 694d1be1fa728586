/** The ratings of a unit, of a person, of oneself over the years, each with its paper. */
import { useState } from 'react';
import { useProcedure, useRows } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { usePathPart } from '../../../shell/page.ts';
import { Act } from '../../../ui/Act.tsx';
import { DataTable, type DataTableProps } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { Column } from '../../../ui/table.ts';
import { personContract } from '../../people/person.contract.ts';
import { unitContract } from '../../units/unit.contract.ts';
import { ratingContract } from '../rating.contract.ts';
import { aboutNames } from '../rating.kinds.ts';
import { EnterEarlierSheet } from './EnterEarlierSheet.tsx';
import { OwnOpen } from './OwnOpen.tsx';
import { ratingHref, seasonHref, type PastRating } from './rating.words.ts';
import { ratingsTitles } from './ratings.titles.messages.ts';
import { ratingTexts as texts } from './rating.page.messages.ts';
import classes from './ratings.module.css';

export function UnitRatingsPage() {
  const { t } = useText();
  const { day } = useAsOf();
  const id = usePathPart('id');
  const unit = useProcedure(unitContract.unit, { id, asOf: day });
  const [isEntering, setEntering] = useState(false);
  const asked = useRows(ratingContract.ofUnit, { unitId: id, limit: 50 });
  const mayEnter = asked.first?.may.includes('rating.decide') ?? false;
  return (
    <>
      <PageHead title={unit.data?.name ?? t(ratingsTitles.history)} kicker={t(ratingsTitles.history)} description={t(texts.historyAbout)} acts={mayEnter && <Act onPress={() => setEntering(true)}>{t(texts.enterEarlier)}</Act>} />
      <Running unitId={id} />
      <History asked={asked} isOpening />
      {isEntering && <EnterEarlierSheet unitId={id} onClose={() => setEntering(false)} />}
    </>
  );
}

export function PersonRatingsPage() {
  const { t } = useText();
  const id = usePathPart('id');
  const person = useProcedure(personContract.person, { id });
  return (
    <>
      <PageHead title={person.data?.fullName ?? t(ratingsTitles.history)} kicker={t(ratingsTitles.history)} description={t(texts.historyAbout)} />
      <History asked={useRows(ratingContract.ofPerson, { personId: id, limit: 50 })} isOpening />
    </>
  );
}

export function OwnRatingsPage() {
  const { t } = useText();
  return (
    <>
      <PageHead title={t(ratingsTitles.own)} description={t(texts.ownAbout)} />
      <OwnOpen />
      <History asked={useRows(ratingContract.own, { limit: 50 })} />
    </>
  );
}

/** Seasons under way in which the unit is rated: there its self-rating is entered. */
function Running({ unitId }: { readonly unitId: string }) {
  const { t } = useText();
  const { rows } = useRows(ratingContract.seasons, { unitId, about: 'units', limit: 20 });
  const running = (rows ?? []).filter(({ closedOn, unit }) => !closedOn && unit.id !== unitId);
  if (running.length === 0) return null;
  return (
    <Section title={t(texts.running)}>
      <ul className={classes.list}>{running.map(({ id, year, unit }) => <li key={id}><PageLink href={seasonHref(id)}>{t(texts.runningOpen, { year: String(year) })}</PageLink><span className={classes.small}>{unit.name}</span></li>)}</ul>
    </Section>
  );
}

interface Asked {
  readonly rows: readonly PastRating[] | undefined;
  readonly more: DataTableProps<PastRating>['more'];
  readonly error: Error | null;
  readonly retry: () => void;
}

function History({ asked: { rows, more, error, retry }, isOpening }: { readonly asked: Asked; readonly isOpening?: true }) {
  const { t, day, number } = useText();
  const columns: readonly Column<PastRating>[] = [
    { id: 'year', title: t(texts.year), priority: 1, width: '14rem', cell: ({ year, about }) => <>{year}{about !== 'units' && <span className={classes.small}>{t(aboutNames[about])}</span>}</> },
    { id: 'level', title: t(texts.level), priority: 2, cell: ({ levelName, rank, ofLevels, isCorrected }) => <><strong>{t(levelName)}</strong><span className={classes.small}>{[...(rank > 0 ? [t(texts.rank, { rank: number(rank), of: number(ofLevels) })] : []), ...(isCorrected ? [t(texts.isCorrected)] : [])].join(', ')}</span></> },
    { id: 'points', title: t(texts.points), priority: 2, width: '7rem', align: 'end', cell: ({ points }) => (points === null ? '' : number(points)) },
    { id: 'document', title: t(texts.document), priority: 2, width: '12rem', cell: ({ document, on }) => <>{document}<span className={classes.small}>{day(on)}</span></> },
    { id: 'unit', title: t(texts.unit), priority: 2, width: '16rem', cell: ({ unit }) => unit.name },
  ];
  return (
    <>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!(error && !rows) && (
        <DataTable label={t(ratingsTitles.history)} columns={columns} rows={rows} more={more} rowId={({ id }) => id} rowName={({ year }) => String(year)} {...(isOpening ? { rowHref: ({ id }: PastRating) => ratingHref(id) } : {})} empty={<EmptyState title={t(texts.historyNone)} why={t(texts.historyNoneWhy)} />} />
      )}
    </>
  );
}
