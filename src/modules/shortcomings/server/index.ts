/** What other modules may use of shortcomings. */
export { shortcomingRefusals } from './shortcoming.refusals.ts';
export { resealShortcomings } from './shortcoming.reseal.ts';
export { shortcomingRoutes } from './shortcoming.routes.ts';
