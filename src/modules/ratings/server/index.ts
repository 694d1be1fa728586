/** What other modules may use of ratings. */
export { type Fact, type FactPeriod, type FactSource, type FactSubject } from './rating.facts.ts';
export { ratingRefusals } from './rating.refusals.ts';
export { deciderOf, hasSeasonAbove } from './rating.decider.ts';
export { mayAt } from './rating.reach.ts';
export { findFrame } from './rating.frame.reads.ts';
export { insertAct, insertRatings, lockRatings, saveRating } from './rating.store.ts';
export { resealRatings } from './rating.reseal.ts';
export { ratingRoutes } from './rating.routes.ts';
