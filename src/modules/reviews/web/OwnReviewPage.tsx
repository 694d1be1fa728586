/** The own review: written here, with the facts of the records beside it, handed in, taken back until it is held. */
import { requestOf } from '../../../shell/request.ts';
import { call, useProcedure } from '../../../shell/api.ts';
import { usePathPart } from '../../../shell/page.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { reviewContract } from '../review.contract.ts';
import { formNames } from '../review.kinds.ts';
import { Conclusion, ReviewFacts, ReviewText } from './ReviewBody.tsx';
import { pageTexts as texts } from './review.page.messages.ts';
import { PaperActs, ReviewPrint } from './ReviewPrint.tsx';
import { useReviewRecording } from './review.recording.ts';
import { markOf, standingInWords, type WholeReview } from './review.words.ts';
import { reviewsTitles } from './reviews.titles.messages.ts';
import { WritingForm } from './WritingForm.tsx';
import classes from './reviews.module.css';

export function OwnReviewPage() {
  const id = usePathPart('id');
  const { data, error, refetch } = useProcedure(reviewContract.own, { id });
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return <WholePage key={id} review={data} />;
}

function WholePage({ review }: { readonly review: WholeReview }) {
  const { t } = useText();
  const { id, version, unit, cycle, form, paper, state } = review;
  const isWriting = state === 'due' || state === 'writing';
  return (
    <>
      <PagePath steps={[{ label: t(reviewsTitles.own), href: '/kiem-diem-cua-toi' }, { label: cycle.title }]} />
      <PageHead kicker={`${unit.name} · ${t(formNames[form])}`} title={cycle.title} description={t(texts.paper, { paper })} marks={<StatusMark status={markOf(review)} label={standingInWords(review, { t })} />} acts={<PaperActs file={requestOf(reviewContract.ownFile, { id }).url} />} />
      <div className={classes.notices}><Waiting review={review} /></div>
      <div className={classes.columns}>
        <div className={`${classes.column} ${isWriting ? classes.beside : classes.after}`}><ReviewFacts review={review} opens={false} /></div>
        <div className={classes.column}>
          <Conclusion review={review} />
          {isWriting ? <WritingForm key={id} review={review} send={(draft, isSubmitted) => call(reviewContract.writeOwn, { id, version, ...draft, isSubmitted })} /> : <ReviewText review={review} />}
        </div>
      </div>
      <ReviewPrint review={review} />
    </>
  );
}

function Waiting({ review: { id, version, state, submittedOn } }: { readonly review: WholeReview }) {
  const { t, day } = useText();
  const { busy, problem, record } = useReviewRecording<unknown>();
  if (state !== 'submitted' || submittedOn === null) return null;
  const takeInHand = () => record(() => call(reviewContract.takeInHandOwn, { id, version }), { told: t(texts.inHand) });
  return (
    <>
      <Notice title={t(texts.waiting, { day: day(submittedOn) })} acts={<Act busy={busy} onPress={() => void takeInHand()}>{t(texts.takeInHand)}</Act>} />
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}
