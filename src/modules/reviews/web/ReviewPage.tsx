/** One review, for the unit where it is held and the committee that opened the cycle. */
import { call, useProcedure } from '../../../shell/api.ts';
import { usePathPart } from '../../../shell/page.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { reviewContract } from '../review.contract.ts';
import { formNames } from '../review.kinds.ts';
import { ReviewPrint } from './ReviewPrint.tsx';
import { ReviewActs } from './ReviewActs.tsx';
import { Conclusion, ReviewFacts, ReviewText } from './ReviewBody.tsx';
import { pageTexts as texts } from './review.page.messages.ts';
import { cycleHref, markOf, standingInWords, whoseInWords, type WholeReview } from './review.words.ts';
import { reviewsTitles } from './reviews.titles.messages.ts';
import { WritingForm } from './WritingForm.tsx';
import classes from './reviews.module.css';

export function ReviewPage() {
  const id = usePathPart('id');
  const { data, error, refetch } = useProcedure(reviewContract.review, { id });
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return <WholePage key={id} review={data} />;
}

function WholePage({ review }: { readonly review: WholeReview }) {
  const { t } = useText();
  const { id, version, unit, person, openedBy, cycle, form, paper, state, may } = review;
  // Who has an account writes the own review on the own page.
  const isWriting = may.includes('write') && (state === 'due' || state === 'writing');
  return (
    <>
      <PagePath steps={[{ label: t(reviewsTitles.reviews), href: '/kiem-diem' }, { label: cycle.title, href: cycleHref(cycle.id) }, { label: whoseInWords(review, { t }) }]} />
      <PageHead kicker={`${unit.name} · ${t(formNames[form])}`} title={person ? person.name : unit.name} description={t(texts.paper, { paper })} marks={<StatusMark status={markOf(review)} label={standingInWords(review, { t })} />} acts={<ReviewActs review={review} />} />
      {person && <div className={classes.notices}><Notice title={t(texts.sealedTitle)}>{t(texts.sealed, { name: person.name, opener: openedBy.name })}</Notice></div>}
      <div className={classes.columns}>
        <div className={classes.column}>
          <Conclusion review={review} />
          {isWriting ? <WritingForm key={id} review={review} send={(draft, isSubmitted) => call(reviewContract.write, { id, version, ...draft, isSubmitted })} /> : <ReviewText review={review} />}
        </div>
        <div className={classes.column}><ReviewFacts review={review} opens /></div>
      </div>
      <ReviewPrint review={review} />
    </>
  );
}
