/** What other modules may use of reviews. */
export { keptSince, reviewJobs } from './review.purge.ts';
export { reviewRefusals } from './review.refusals.ts';
export { resealReviews } from './review.reseal.ts';
export { reviewRoutes } from './review.routes.ts';
export { deleteCycle, insertCycle, insertReviews, lockCycle, lockReview } from './review.store.ts';
