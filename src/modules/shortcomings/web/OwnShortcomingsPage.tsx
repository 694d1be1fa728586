/** What was found of whoever is signed in: what, how it is put right, until when, how it stands. */
import { useProcedure } from '../../../shell/api.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { shortcomingContract } from '../shortcoming.contract.ts';
import { foundInNames, stateNames } from '../shortcoming.kinds.ts';
import { Remedy } from './ShortcomingPage.tsx';
import { markOf, type WholeShortcoming } from './shortcoming.words.ts';
import { shortcomingsTitles } from './shortcomings.titles.messages.ts';
import { shortcomingsWeb as texts } from './shortcomings.web.messages.ts';
import classes from './shortcomings.module.css';

export function OwnShortcomingsPage() {
  const { t } = useText();
  const { data, error, refetch } = useProcedure(shortcomingContract.own, {});
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <>
      <PageHead title={t(shortcomingsTitles.own)} description={t(texts.ownAbout)} />
      {data.items.length === 0 && <EmptyState title={t(texts.ownEmpty)} why={t(texts.ownEmptyWhy)} />}
      <div className={classes.own}>{data.items.map((shortcoming) => <OwnCard key={shortcoming.id} shortcoming={shortcoming} />)}</div>
    </>
  );
}

function OwnCard({ shortcoming }: { readonly shortcoming: WholeShortcoming }) {
  const { t, day } = useText();
  const { what, unit, foundIn, foundOn, state } = shortcoming;
  return (
    <article className={classes.ownCard}>
      <h2 className={classes.ownTitle}>{what}</h2>
      <StatusMark status={markOf(shortcoming)} label={t(stateNames[state])} />
      <p className={classes.soft}>{[t(foundInNames[foundIn]), day(foundOn), unit.name].join(' · ')}</p>
      <Remedy shortcoming={shortcoming} />
    </article>
  );
}
