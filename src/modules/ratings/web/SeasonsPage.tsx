/** The seasons within reach, the latest year first; a new one is opened from here. */
import { useState } from 'react';
import { useRows } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import type { Column } from '../../../ui/table.ts';
import { UnitFilter, useUnitFilter } from '../../membership/web/UnitFilter.tsx';
import { ratingContract } from '../rating.contract.ts';
import { aboutNames } from '../rating.kinds.ts';
import { OpenSeasonSheet } from './OpenSeasonSheet.tsx';
import { seasonHref, type SeasonItem } from './rating.words.ts';
import { ratingsTitles } from './ratings.titles.messages.ts';
import { ratingsWeb as texts } from './ratings.web.messages.ts';
import classes from './ratings.module.css';

export function SeasonsPage() {
  const { t, day } = useText();
  const { today } = useAsOf();
  const unitId = useUnitFilter();
  const mayOpen = useMayVisit('rating.decide');
  const [isOpening, setOpening] = useState(false);
  const { rows, more, error, retry } = useRows(ratingContract.seasons, { ...(unitId ? { unitId } : {}), limit: 50 });
  const columns: readonly Column<SeasonItem>[] = [
    { id: 'year', title: t(texts.year), priority: 1, width: '18rem', cell: ({ year, about }) => t(texts.titleOf, { year: String(year), about: t(aboutNames[about]).toLocaleLowerCase('vi') }) },
    { id: 'unit', title: t(texts.unit), priority: 2, cell: ({ unit }) => unit.name },
    { id: 'due', title: t(texts.dues), priority: 2, width: '10rem', cell: ({ decisionDueOn }) => day(decisionDueOn) },
    { id: 'state', title: t(texts.state), priority: 2, width: '15rem', cell: ({ closedOn, decisionDueOn }) => <SeasonMark closedOn={closedOn} isLate={decisionDueOn < today} /> },
  ];
  return (
    <>
      <PageHead title={t(ratingsTitles.ratings)} description={t(texts.about)} acts={<>{mayOpen && <Act kind="main" onPress={() => setOpening(true)}>{t(texts.open)}</Act>}<Act href="/xep-loai/khung">{t(texts.frames)}</Act></>} />
      <div className={classes.filters}><UnitFilter /></div>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!(error && !rows) && (
        <DataTable
          label={t(ratingsTitles.ratings)} columns={columns} rows={rows} more={more} rowId={({ id }) => id} rowName={({ year, unit }) => `${year} ${unit.name}`} rowHref={({ id }) => seasonHref(id)}
          empty={<EmptyState title={t(texts.emptyTitle)} why={t(texts.emptyWhy)} act={mayOpen && <Act onPress={() => setOpening(true)}>{t(texts.open)}</Act>} />}
        />
      )}
      {isOpening && <OpenSeasonSheet onClose={() => setOpening(false)} />}
    </>
  );
}

export function SeasonMark({ closedOn, isLate }: { readonly closedOn: string | null; readonly isLate: boolean }) {
  const { t, day } = useText();
  if (closedOn) return <StatusMark status="done" label={t(texts.closed, { day: day(closedOn) })} />;
  return isLate ? <StatusMark status="late" label={t(texts.overdue)} /> : <StatusMark status="on-time" label={t(texts.running)} />;
}
