/** What other modules may use of shortcomings. */
export { requireProofs, requireRaiserAbove } from './shortcoming.links.ts';
export { insertShortcoming, lockShortcoming, saveShortcoming } from './shortcoming.store.ts';
export { foundOf } from './shortcoming.reads.ts';
export { shortcomingRefusals } from './shortcoming.refusals.ts';
export { resealShortcomings } from './shortcoming.reseal.ts';
export { shortcomingRoutes } from './shortcoming.routes.ts';
