/** Binds the contract of reviews to commands and reads. */
import { bind } from '../../../platform/http/routes.ts';
import { reviewContract } from '../review.contract.ts';
import { closeCycle, dropCycle, openCycle, redrawCycle } from './cycle.commands.ts';
import { excuseReview, holdReview, reopenReview, suggestPoints, takeOwnReviewInHand, takeReviewInHand, writeOwnReview, writeReview } from './review.commands.ts';
import { ownReviewFile, reviewFile } from './review.docx.ts';
import { listCycles, listOwnReviews, listReviews, readCycle, readOwnReview, readReview } from './review.reads.ts';

export const reviewRoutes = [
  bind(reviewContract.cycles, listCycles),
  bind(reviewContract.cycle, readCycle),
  bind(reviewContract.list, listReviews),
  bind(reviewContract.review, readReview),
  bind(reviewContract.file, reviewFile),
  bind(reviewContract.ownList, listOwnReviews),
  bind(reviewContract.own, readOwnReview),
  bind(reviewContract.ownFile, ownReviewFile),
  bind(reviewContract.openCycle, openCycle),
  bind(reviewContract.closeCycle, closeCycle),
  bind(reviewContract.redrawCycle, redrawCycle),
  bind(reviewContract.dropCycle, dropCycle),
  bind(reviewContract.write, writeReview),
  bind(reviewContract.writeOwn, writeOwnReview),
  bind(reviewContract.takeInHandOwn, takeOwnReviewInHand),
  bind(reviewContract.takeInHand, takeReviewInHand),
  bind(reviewContract.suggest, suggestPoints),
  bind(reviewContract.hold, holdReview),
  bind(reviewContract.excuse, excuseReview),
  bind(reviewContract.reopen, reopenReview),
];
