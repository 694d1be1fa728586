/** One season: its deadlines, what the cap of each group leaves, and the list in which decisions are entered. */
import { useState } from 'react';
import { call, useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { usePathPart } from '../../../shell/page.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { Act } from '../../../ui/Act.tsx';
import { useGo } from '../../../ui/address.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { ratingContract } from '../rating.contract.ts';
import { aboutNames } from '../rating.kinds.ts';
import { AnnexAct, AnnexPaper, useAnnex } from './Annex.tsx';
import { ChangeSeasonSheet } from './ChangeSeasonSheet.tsx';
import { GroupCaps } from './GroupCaps.tsx';
import { RatingList, RatingsExport } from './RatingList.tsx';
import { useRatingRecording } from './rating.recording.ts';
import type { Season } from './rating.words.ts';
import { SeasonMark } from './SeasonsPage.tsx';
import { ratingsTitles } from './ratings.titles.messages.ts';
import { ratingsWeb as texts } from './ratings.web.messages.ts';
import classes from './ratings.module.css';

export function SeasonPage() {
  const id = usePathPart('id');
  const { data: season, error, refetch } = useProcedure(ratingContract.season, { id });
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!season) return <PageSkeleton />;
  return <WholePage key={id} season={season} />;
}

function WholePage({ season }: { readonly season: Season }) {
  const { t, day } = useText();
  const { today } = useAsOf();
  const annex = useAnnex(season);
  const { unit, year, about, selfDueOn, appraisalDueOn, decisionDueOn, closedOn, drawnOn, frames } = season;
  const title = t(texts.titleOf, { year: String(year), about: t(aboutNames[about]).toLocaleLowerCase('vi') });
  if (annex.whole) return <AnnexPaper season={season} rows={annex.whole} />;
  return (
    <>
      <PagePath steps={[{ label: t(ratingsTitles.ratings), href: '/xep-loai' }, { label: title }]} />
      <PageHead kicker={unit.name} title={title} marks={<SeasonMark closedOn={closedOn} isLate={decisionDueOn < today} />} acts={<><SeasonActs season={season} />{season.may.includes('record.export') && <><RatingsExport season={season} /><AnnexAct annex={annex} /></>}</>} />
      <Facts facts={[
        { label: t(texts.selfDue), value: day(selfDueOn) }, { label: t(texts.appraisalDue), value: day(appraisalDueOn) }, { label: t(texts.decisionDue), value: day(decisionDueOn) },
        ...(frames[0] ? [{ label: t(texts.frames), value: frames[0].frame.regime.document }] : []),
      ]} />
      <p className={classes.soft}>{t(texts.drawn, { day: day(drawnOn) })}</p>
      <GroupCaps season={season} />
      <RatingList season={season} />
    </>
  );
}

function SeasonActs({ season }: { readonly season: Season }) {
  const { t, number } = useText();
  const go = useGo();
  const [isChanging, setChanging] = useState(false);
  const drawing = useRatingRecording<{ readonly added: number }>();
  const closing = useRatingRecording();
  const dropping = useRatingRecording({ onDone: () => go('/xep-loai') });
  const { id, closedOn, groups } = season;
  const isUntouched = groups.every(({ levels }) => levels.every(({ decided, proposed }) => decided + proposed === 0));
  if (!season.may.includes('rating.decide')) return null;
  const problem = drawing.problem ?? closing.problem ?? dropping.problem;
  const close = () => closing.record(() => call(ratingContract.closeSeason, { id }), { told: t(texts.isClosed), undo: () => call(ratingContract.reopenSeason, { id }) });
  const reopen = () => closing.record(() => call(ratingContract.reopenSeason, { id }), { told: t(texts.reopened), undo: () => call(ratingContract.closeSeason, { id }) });
  if (closedOn) return <><Act busy={closing.busy} onPress={() => void reopen()}>{t(texts.reopen)}</Act>{problem && <ProblemNotice problem={problem} />}</>;
  return (
    <>
      <Act onPress={() => setChanging(true)}>{t(texts.change)}</Act>
      <Act kind="quiet" busy={drawing.busy} onPress={() => void drawing.record(() => call(ratingContract.redraw, { id }), { told: ({ added }) => t(texts.redrawn, { count: number(added) }) })}>{t(texts.redraw)}</Act>
      {isUntouched ? <Act kind="quiet" busy={dropping.busy} onPress={() => void dropping.record(() => call(ratingContract.dropSeason, { id }), { told: t(texts.dropped) })}>{t(texts.drop)}</Act> : <Act kind="quiet" busy={closing.busy} onPress={() => void close()}>{t(texts.close)}</Act>}
      {problem && <ProblemNotice problem={problem} />}
      {isChanging && <ChangeSeasonSheet season={season} onClose={() => setChanging(false)} />}
    </>
  );
}
