/** The reviews of whoever is signed in, the latest first. */
import { useProcedure } from '../../../shell/api.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { reviewContract } from '../review.contract.ts';
import { markOf, ownReviewHref, standingInWords } from './review.words.ts';
import { reviewsTitles } from './reviews.titles.messages.ts';
import { reviewsWeb as texts } from './reviews.web.messages.ts';
import classes from './reviews.module.css';

export function OwnReviewsPage() {
  const { t, day } = useText();
  const { data, error, refetch } = useProcedure(reviewContract.ownList, {});
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <>
      <PageHead title={t(reviewsTitles.own)} description={t(texts.ownAbout)} />
      {data.items.length === 0 ? <EmptyState title={t(texts.ownEmpty)} why={t(texts.ownEmptyWhy)} /> : (
        <ul className={classes.list}>
          {data.items.map((review) => (
            <li key={review.id}>
              <PageLink href={ownReviewHref(review.id)} className={classes.open}>{review.cycle.title}</PageLink>
              <div className={classes.foot}>
                <span>{review.unit.name}</span>
                <span>{t(texts.due, { day: day(review.dueOn) })}</span>
                <StatusMark status={markOf(review)} label={standingInWords(review, { t })} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
